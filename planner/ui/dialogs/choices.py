"""Choosing one thing among large cards in plain sight."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from planner.ui.kit import icons, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.chips import Group, put

T = TypeVar("T")


class ChoiceCard(Button):
    """A large choice with a line of explanation below its name."""

    def __init__(self, title: str, line: str, parent: QWidget | None = None, *, icon: str = "") -> None:
        super().__init__("", kind="door", parent=parent)
        self.setCheckable(True)
        self._title = QLabel(title, self)
        self._title.setProperty("role", "name")
        self._line = QLabel(line, self)
        self._line.setProperty("role", "small")
        self._line.setWordWrap(True)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(12), theme.px(8), theme.px(12), theme.px(8))
        self._row.setSpacing(theme.px(14))
        if icon:
            picture = QLabel(self)
            picture.setPixmap(icons.pixmap(icon, 26, "accent", self.devicePixelRatioF()))
            self._row.addWidget(picture)
        texts = QVBoxLayout()
        texts.setSpacing(theme.px(2))
        texts.addStretch(1)
        for label in (self._title, self._line):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            texts.addWidget(label)
        texts.addStretch(1)
        self._row.addLayout(texts, 1)
        self._name()

    def say(self, line: str) -> None:
        """Change the line below the name."""
        self._line.setText(line)
        self._name()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space chooses one of several; Enter saves the form they stand in (Qt's name)."""
        (QPushButton if self.isCheckable() else Button).keyPressEvent(self, event)

    def sizeHint(self) -> QSize:
        """As large as its words (Qt's name)."""
        return self._row.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """As large as its words (Qt's name)."""
        return self._row.minimumSize()

    def _name(self) -> None:
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._line.text())


class Cards(Group, Generic[T]):
    """Large choices in two columns, of which one holds."""

    changed = Signal()

    def __init__(self, options: Sequence[tuple[T, str, str]], parent: QWidget | None = None, columns: int = 2) -> None:
        super().__init__(parent)
        self._cards: list[tuple[T, ChoiceCard]] = []
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(theme.px(8))
        for at, (value, title, line) in enumerate(options):
            card = ChoiceCard(title, line, self)
            card.setAutoExclusive(True)
            card.clicked.connect(lambda _on=False, card=card: self._press(card))
            grid.addWidget(card, at // columns, at % columns)
            self._cards.append((value, card))
        for column in range(columns):
            grid.setColumnStretch(column, 1)

    def value(self) -> T | None:
        """What is chosen, or None."""
        return next((value for value, card in self._cards if card.isChecked()), None)

    def choose(self, wanted: T | None) -> None:
        """Choose one; says nothing about it."""
        for value, card in self._cards:
            put(card, is_on=value == wanted)

    def card(self, value: T) -> ChoiceCard:
        """The card of a value."""
        return next(card for each, card in self._cards if each == value)

    def _press(self, pressed: ChoiceCard) -> None:
        for _value, card in self._cards:
            put(card, is_on=card is pressed)
        self.changed.emit()
