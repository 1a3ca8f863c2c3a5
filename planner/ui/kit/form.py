"""Forms: a label above each field, names for screen readers, and mistakes told where they are."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QGroupBox, QLabel, QLayout, QVBoxLayout, QWidget

from planner.ui.kit import aloud, theme
from planner.ui.kit.stylesheet import repolish

BOX = 18
"""Pixels at 100 % of a box to tick with its frame; the words begin eight further right."""


class Field(QWidget):
    """One labelled field with room below for a hint or a mistake."""

    def __init__(self, label: str, editor: QWidget, hint: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.editor = editor
        self.label = QLabel(label, self)
        self.label.setProperty("role", "label")
        self.label.setBuddy(editor)
        name = label.replace("&", "")
        editor.setAccessibleName(name)
        for group in editor.findChildren(QGroupBox):
            if not group.accessibleName():
                group.setAccessibleName(name)
        self._hint = hint
        self._below = QLabel(hint, self)
        self._below.setWordWrap(True)
        self._below.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.label)
        column.addWidget(editor)
        column.addWidget(self._below)
        self.clear_mistake()
        for name in ("textChanged", "changed"):
            if (edited := getattr(editor, name, None)) is not None:
                edited.connect(self._mend)

    def call(self, label: str) -> None:
        """Give it another name."""
        self.label.setText(label)
        self.editor.setAccessibleName(label.replace("&", ""))

    def say_hint(self, hint: str) -> None:
        """Show a quiet sentence below the field, such as a date as it was understood."""
        self._hint = hint
        self.clear_mistake()

    def say_mistake(self, text: str) -> None:
        """Tell what is wrong with this field, in place."""
        self._below_says(text, "error", is_wrong=True)
        aloud.say(self.editor, text)

    def clear_mistake(self) -> None:
        """Nothing is wrong any more; the hint shows again."""
        self._below_says(self._hint, "small", is_wrong=False)

    def _mend(self, *_new: object) -> None:
        """A mistake is one until something else is entered."""
        if self.has_mistake():
            self.clear_mistake()

    def has_mistake(self) -> bool:
        """Whether a mistake is shown."""
        return bool(self.editor.property("wrong"))

    def shown_below(self) -> str:
        """The hint or the mistake that stands below the field."""
        return self._below.text()

    def _below_says(self, text: str, role: str, *, is_wrong: bool) -> None:
        self._below.setText(text)
        self._below.setVisible(bool(text))
        self.editor.setAccessibleDescription(text)
        if self._below.property("role") != role or bool(self.editor.property("wrong")) != is_wrong:
            self._below.setProperty("role", role)
            self.editor.setProperty("wrong", is_wrong)
            repolish(self._below)
            repolish(self.editor)


def explained(box: QCheckBox, text: str, parent: QWidget) -> QWidget:
    """A box to tick with a quiet sentence close below its words."""
    holder = QWidget(parent)
    told = QLabel(text, holder)
    told.setProperty("role", "small")
    told.setWordWrap(True)
    told.setContentsMargins(theme.px(BOX + 8), 0, 0, 0)
    box.setAccessibleDescription(text)
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    column.addWidget(box)
    column.addWidget(told)
    return holder


class Form(QWidget):
    """Fields in one or more columns, in the order in which they are added; Tab follows that order."""

    def __init__(self, parent: QWidget | None = None, columns: int = 1) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(12))
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)
        self._columns = columns
        self._row = 0
        self._column = 0
        self._fields: dict[QWidget, Field] = {}

    def add(self, label: str, editor: QWidget, *, hint: str = "", span: int = 1) -> Field:
        """Add a field below or beside the last one; ``span`` is in columns."""
        field = Field(label, editor, hint, self)
        self._fields[editor] = field
        self._place(field, min(span, self._columns))
        return field

    def add_wide(self, widget: QWidget) -> None:
        """Add something without a label over the whole width."""
        self._place(widget, self._columns)

    def add_section(self, title: str) -> QLabel:
        """Add a small heading over the fields that follow."""
        heading = QLabel(title, self)
        heading.setProperty("role", "section")
        self._place(heading, self._columns)
        return heading

    def field(self, editor: QWidget) -> Field:
        """The field that holds an editor."""
        return self._fields[editor]

    def say_mistake(self, editor: QWidget, text: str) -> None:
        """Tell what is wrong with a field and put the cursor there."""
        self._fields[editor].say_mistake(text)
        editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_mistakes(self) -> None:
        """Forget every mistake shown."""
        for field in self._fields.values():
            field.clear_mistake()

    def grid(self) -> QLayout:
        """The layout, for a form that needs more room somewhere."""
        return self._grid

    def _place(self, widget: QWidget, span: int) -> None:
        if self._column + span > self._columns:
            self._row, self._column = self._row + 1, 0
        self._grid.addWidget(widget, self._row, self._column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._column += span
