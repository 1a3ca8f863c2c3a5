"""Lines of a card, each with what one can do about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.ui.kit import icons, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.labels import breakable


@dataclass(frozen=True, slots=True)
class Verb:
    """Something to do about a line: its word, the sentence a screen reader says (with ``{line}``), and the deed."""

    text: str
    spoken: str
    act: Callable[[], None]


@dataclass(frozen=True, slots=True)
class Line:
    """One line before it is a widget. ``opened`` is what a double click does, beside a verb for the keyboard.

    ``is_done`` True or False makes it a step to tick, which ``tick`` hears of. ``is_remark`` makes it a word about
    the others, which is not counted among them.
    """

    icon: str
    text: str
    below: str = ""
    verbs: tuple[Verb, ...] = ()
    is_done: bool | None = None
    tick: Callable[[bool], None] | None = None
    opened: Callable[[], None] | None = None
    is_remark: bool = False


class LineRow(QWidget):
    """A picture or a box to tick, the words, and the verbs below them."""

    def __init__(self, line: Line, parent: QWidget) -> None:
        super().__init__(parent)
        self._opened = line.opened
        self._box = None if line.is_done is None else self._make_box(line)
        texts = QVBoxLayout()
        texts.setSpacing(0)
        texts.addWidget(self._label(line.text, is_line=True))
        if line.below:
            texts.addWidget(self._label(line.below, is_line=False))
        if line.verbs:
            texts.addLayout(self._buttons(line))
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, theme.px(2), 0, 0)
        whole.setSpacing(theme.px(8))
        if self._box is not None:
            whole.addWidget(self._box, 0, Qt.AlignmentFlag.AlignTop)
        else:
            whole.addWidget(self._picture(line.icon), 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)

    def texts(self) -> list[str]:
        """What the line says, top to bottom."""
        return [label.text() for label in self.findChildren(QLabel) if label.text()]

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The words belong to the box beside them (Qt's name)."""
        if self._box is None:
            super().mouseReleaseEvent(event)
        else:
            self._box.click()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open what the line is about (Qt's name)."""
        if self._opened is None:
            super().mouseDoubleClickEvent(event)
        else:
            self._opened()

    def _label(self, text: str, *, is_line: bool) -> QLabel:
        label = QLabel(breakable(text), self)
        label.setProperty("line", is_line)
        label.setProperty("role", "" if is_line else "small")
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _picture(self, icon: str) -> QLabel:
        picture = QLabel(self)
        picture.setPixmap(icons.pixmap(icon, 18, "accent", self.devicePixelRatioF()))
        return picture

    def _make_box(self, line: Line) -> QCheckBox:
        box = QCheckBox(self)
        box.setFixedWidth(theme.px(16) + 2)  # Qt leaves room for a word beside it
        box.setProperty("kind", "bare")
        box.setAccessibleName(line.text)
        box.setChecked(bool(line.is_done))
        if line.tick is not None:
            box.clicked.connect(line.tick)
        return box

    def _buttons(self, line: Line) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        for verb in line.verbs:
            button = Button(verb.text, kind="link", parent=self)
            button.setAccessibleName(verb.spoken.format(line=line.text))
            button.clicked.connect(lambda _on=False, act=verb.act: act())
            row.addWidget(button)
        row.addStretch(1)
        return row
