"""What is known of somebody, line by line; a line that may be changed is changed where it stands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from planner.ui.kit import layouts, theme, windows
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import Handle, breakable
from planner.ui.kit.stylesheet import repolish

LONGEST = 2000
"""Characters of a note shown here; the form has all of it."""
LONGEST_EDITED = 20_000
"""Characters that may be changed in place; a longer note is one for the form."""
_IN_COLUMN = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop
"""Words that run to the left stand in the column, too, and not at its far end."""
_OPENERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing known: its name, its words, and where they may be changed the field they belong to."""

    name: str
    value: str
    field: str = ""
    is_long: bool = False
    """Whether it may have several lines."""
    hint: str = ""
    """What would stand here, while nothing does."""
    is_told: bool = False
    """Whether the header says it already."""
    typed: str = ""
    """The words as one would type them, where more is shown than that."""

    @property
    def shown(self) -> str:
        """The words, cut where they are too many for a card."""
        return self.value if len(self.value) <= LONGEST else self.value[:LONGEST].rstrip() + " …"

    @property
    def begun(self) -> str:
        """The words with which an editor begins."""
        return self.typed or self.value

    @property
    def is_open(self) -> bool:
        """Whether it can be changed in place."""
        return bool(self.field) and len(self.value) <= LONGEST_EDITED


Complaint = Callable[[str, str], str]


def _no_complaint(_field: str, _text: str) -> str:
    return ""


class FactRows(QWidget):
    """Names at the left, what is known at the right. ``edited`` carries the field and its new words."""

    edited = Signal(str, str)

    def __init__(self, parent: QWidget, complaint: Complaint = _no_complaint) -> None:
        """``complaint`` says what is wrong with the words for a field, empty where nothing is."""
        super().__init__(parent)
        self._complaint = complaint
        self._facts: list[Fact] = []
        self._waiting: list[Fact] | None = None
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, theme.px(84))

    def lines(self) -> list[str]:
        """The facts as they stand there."""
        return [f"{fact.name}: {fact.shown}" for fact in self._facts if fact.value]

    def row(self, field: str) -> Changeable:
        """The line of a field that can be changed."""
        return next(each for each in self._changeable() if each.field == field)

    def finish(self) -> None:
        """Keep what is being written, before somebody else is shown."""
        for each in self._changeable():
            each.close_editor(keeps=not each.complains())

    def _changeable(self) -> list[Changeable]:
        return [each for each in layouts.widgets(self._grid) if isinstance(each, Changeable)]

    def show_facts(self, facts: list[Fact]) -> None:
        """Show these; a line that is being written on is left alone until that is over."""
        if facts == self._facts:
            self._waiting = None
            return
        if any(each.is_editing for each in self._changeable()):
            self._waiting = facts
            return
        self._waiting, self._facts = None, facts
        layouts.empty(self._grid)
        for row, fact in enumerate(facts):
            label = QLabel(breakable(fact.name), self)
            label.setProperty("role", "small")
            label.setContentsMargins(0, theme.px(3), 0, 0)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(self._said(fact), row, 1)
        layouts.reveal(self._grid)
        self.setVisible(bool(facts))

    def _said(self, fact: Fact) -> QWidget:
        if not fact.is_open:
            said = _words(fact.shown, self)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            return said
        row = Changeable(fact, lambda text: self._complaint(fact.field, text), self)
        row.edited.connect(lambda text: self.edited.emit(fact.field, text))
        row.closed.connect(self._catch_up)
        return row

    def _catch_up(self) -> None:
        if self._waiting is not None:
            self.show_facts(self._waiting)


class Changeable(QWidget):
    """Words that become a field by a click, Enter or F2. Enter keeps, Esc leaves, going elsewhere keeps, too."""

    edited = Signal(str)
    closed = Signal()

    def __init__(self, fact: Fact, complaint: Callable[[str], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._fact = fact
        self._complaint = complaint
        self.field = fact.field
        self._said = _Said(fact, self)
        self._said.asked.connect(self.open)
        self.editor: QLineEdit | QPlainTextEdit | None = None
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setContentsMargins(theme.px(4), 0, 0, theme.px(6))
        self._hint.hide()
        self.setFocusProxy(self._said)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(2))
        self._column.addWidget(self._said)
        self._column.addWidget(self._hint)

    @property
    def is_editing(self) -> bool:
        """Whether somebody writes here."""
        return self.editor is not None

    def open(self) -> None:
        """Let the words be changed."""
        if self.editor is not None:
            return
        self.editor = self._make_editor()
        self.editor.setAccessibleName(self._fact.name)
        self.editor.setAccessibleDescription(_("Enter keeps, Esc leaves it as it was"))
        self.editor.installEventFilter(self)
        self._say_how()
        self.editor.textChanged.connect(self._say_how)
        self._column.insertWidget(0, self.editor)
        self._said.hide()
        self._hint.show()
        if isinstance(self.editor, QLineEdit):
            self.editor.end(False)  # noqa: FBT003 - Qt's own
        else:
            self.editor.moveCursor(QTextCursor.MoveOperation.End)
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_whole()

    def close_editor(self, *, keeps: bool) -> None:
        """Go back to plain words, with what was written or without."""
        if keeps and self.complains():
            return
        editor, self.editor = self.editor, None
        if editor is None:
            return
        text = _text_of(editor)
        had_focus = editor.hasFocus()
        editor.removeEventFilter(self)
        editor.hide()
        editor.deleteLater()
        self._hint.hide()
        self._said.show()
        if had_focus:
            self._said.setFocus(Qt.FocusReason.OtherFocusReason)
        if keeps and text.strip() != self._fact.begun.strip():
            self.edited.emit(text.strip())
        self.closed.emit()

    def complains(self) -> bool:
        """Say what is wrong with the words, if anything is; then they stay to be mended."""
        words = self._complaint(_text_of(self.editor).strip()) if self.editor is not None else ""
        if words:
            self._say(words, is_wrong=True)
            self._show_whole()
        return bool(words)

    def _show_whole(self) -> None:
        """Bring what is said below the words into sight, once it has its place."""
        QTimer.singleShot(0, self, lambda: windows.bring_into_sight(self))

    def _say_how(self) -> None:
        newline = _("Enter keeps it, Shift+Enter begins a new line, Esc leaves it as it was.")
        self._say(newline if self._fact.is_long else _("Enter keeps it, Esc leaves it as it was."), is_wrong=False)

    def _say(self, words: str, *, is_wrong: bool) -> None:
        self._hint.setText(words)
        role = "error" if is_wrong else "small"
        if self.editor is None or self._hint.property("role") == role:
            return
        self._hint.setProperty("role", role)
        repolish(self._hint)
        self.editor.setProperty("wrong", is_wrong)
        self.editor.setAccessibleDescription(words)
        repolish(self.editor)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Esc, and the keys that the window would take otherwise (Qt's name)."""
        if watched is not self.editor or self.editor is None:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() != Qt.FocusReason.PopupFocusReason:
                self.close_editor(keeps=True)
            return False
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.key() in (Qt.Key.Key_Escape, *_OPENERS):
                event.accept()
                return True
        elif event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._takes(event)
        return super().eventFilter(watched, event)

    def _takes(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Escape:
            self.close_editor(keeps=False)
            return True
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.close_editor(keeps=True)
            return True
        return False

    def _make_editor(self) -> QLineEdit | QPlainTextEdit:
        if not self._fact.is_long:
            line = QLineEdit(self._fact.begun, self)
            line.setMaxLength(1000)
            line.setPlaceholderText(self._fact.hint)
            return line
        passage = QPlainTextEdit(self._fact.begun, self)
        passage.setPlaceholderText(self._fact.hint)
        passage.setTabChangesFocus(True)
        passage.setFixedHeight(max(theme.px(76), min(self._said.height() + theme.px(28), theme.px(220))))
        return passage


class _Said(QLabel):
    """Words that ask to be changed."""

    asked = Signal()

    def __init__(self, fact: Fact, parent: QWidget) -> None:
        super().__init__(breakable(fact.shown) or fact.hint, parent)
        self.setProperty("role", "fact" if fact.value else "fact-empty")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.setAlignment(_IN_COLUMN)
        self.setIndent(0)  # or Qt adds room above, for the border
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setToolTip(_("Click to change"))
        self._handle = Handle(self)
        self._handle.setAccessibleName(
            _("{name}: {value}").format(name=fact.name, value=fact.shown or _("nothing yet"))
        )
        self._handle.setAccessibleDescription(_("Enter changes it"))
        self._handle.clicked.connect(self.asked)
        self._handle.turned.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The handle is where the words are (Qt's name)."""
        super().resizeEvent(event)
        self._handle.setGeometry(self.rect())

    def event(self, event: QEvent) -> bool:
        """F2 changes this line while it has the keys, not the whole person (Qt's name)."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and event.key() in _OPENERS:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt's name."""
        if event.key() in _OPENERS:
            self.asked.emit()
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt's name."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.asked.emit()


def _text_of(editor: QLineEdit | QPlainTextEdit) -> str:
    return editor.text() if isinstance(editor, QLineEdit) else editor.toPlainText()


def _words(text: str, parent: QWidget) -> QLabel:
    said = QLabel(breakable(text), parent)
    said.setProperty("role", "fact-still")
    said.setWordWrap(True)
    said.setIndent(0)
    said.setTextFormat(Qt.TextFormat.PlainText)
    said.setAlignment(_IN_COLUMN)
    return said
