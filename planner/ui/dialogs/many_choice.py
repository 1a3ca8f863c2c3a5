"""A button that says what is chosen, with a menu in which several things can be ticked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from planner.ui.kit import dates, icons, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _

T = TypeVar("T")

Option = tuple[T, str] | None
"""A value and its words; None is a line between groups."""


class _StayingMenu(QMenu):
    """Ticking leaves it open; Esc or a click beside it closes it."""

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tick what is under the mouse (Qt's name)."""
        if not self._tick(self.actionAt(event.position().toPoint())):
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks (Qt's name)."""
        if event.key() != Qt.Key.Key_Space or not self._tick(self.activeAction()):
            super().keyPressEvent(event)

    @staticmethod
    def _tick(action: QAction | None) -> bool:
        is_choice = action is not None and action.isCheckable()
        if action is not None and is_choice:
            action.trigger()
        return is_choice


class ManyChoice(Button, Generic[T]):
    """Several of some values, none of which means any; ``changed`` at each tick."""

    changed = Signal()

    def __init__(self, options: Sequence[Option[T]], nothing: str, parent: QWidget) -> None:
        super().__init__("", kind="choice", parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._nothing = nothing
        self._choices: list[tuple[T, QAction]] = []
        menu = _StayingMenu(self)
        for option in options:
            if option is None:
                menu.addSeparator()
                continue
            value, words = option
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.triggered.connect(self._react)
            self._choices.append((value, action))
        if not self._choices:
            menu.addAction(_("Nothing to choose from yet")).setEnabled(False)
        self._ticks = menu  # not the button's own: with one, Qt forgets the air before the words
        self.clicked.connect(self.open_menu)
        self._say()

    def values(self) -> tuple[T, ...]:
        """Everything that is ticked, in the order of the menu."""
        return tuple(value for value, action in self._choices if action.isChecked())

    def choose(self, wanted: Iterable[T]) -> None:
        """Tick these and nothing else; says nothing about it."""
        chosen = list(wanted)
        for value, action in self._choices:
            action.setChecked(value in chosen)
        self._say()

    def open_menu(self) -> None:
        """Show what can be ticked, as wide as the button at least."""
        self._ticks.setMinimumWidth(self.width())
        self._ticks.popup(self.mapToGlobal(QPoint(0, self.height())))

    def tick(self, value: T) -> None:
        """Tick one, or take its tick away, as a click would."""
        next(action for each, action in self._choices if each == value).trigger()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The button with its mark for a menu (Qt's name)."""
        super().paintEvent(event)
        side = theme.px(18)
        mark = icons.pixmap("chevron_down", side, "muted", self.devicePixelRatioF())
        at = self.width() - side - theme.px(5)
        QPainter(self).drawPixmap(at, (self.height() - side) // 2, side, side, mark)

    def sizeHint(self) -> QSize:
        """No wider for many words: they are cut (Qt's name)."""
        return QSize(theme.px(200), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """A few letters (Qt's name)."""
        return QSize(theme.px(120), super().minimumSizeHint().height())

    def _react(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        """Name two; more are counted."""
        chosen = [action.text() for _value, action in self._choices if action.isChecked()]
        rest = len(chosen) - 2
        text = ", ".join(chosen[:2]) if chosen else self._nothing
        if rest > 0:
            text = _("{names} and {count} more").format(names=text, count=dates.number(rest))
        self.setText(text)
        self.setToolTip(", ".join(chosen).replace("&&", "&"))
        self.setAccessibleDescription(text.replace("&&", "&"))
