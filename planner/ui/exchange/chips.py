"""One of a few words, all in sight, chosen by a click or the arrow keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from planner.ui.kit.chips import FilterChip, FlowLayout, Group, put

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class OneOf(Group):
    """A row of chips of which at most one is pressed; nothing is until somebody chooses."""

    chosen = Signal(object)

    def __init__(self, options: Sequence[tuple[Any, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips = [(value, FilterChip(text, self, is_one_of=True)) for value, text in options]
        self.setAccessibleName(name)
        self._flow = FlowLayout(self, spacing=6)
        for value, chip in self._chips:
            chip.clicked.connect(lambda _on=False, value=value: self._press(value))
            chip.installEventFilter(self)
            self._flow.addWidget(chip)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusProxy(self._chips[0][1])

    def value(self) -> Any:
        """What is pressed, or None."""
        return next((value for value, chip in self._chips if chip.isChecked()), None)

    def choose(self, wanted: Any) -> None:
        """Press one chip, or none; says nothing about it."""
        for value, chip in self._chips:
            put(chip, is_on=value == wanted)

    def chip(self, value: Any) -> FilterChip:
        """The chip of a value."""
        return next(chip for each, chip in self._chips if each == value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys go to the neighbours (Qt's name)."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = _STEPS.get(Qt.Key(event.key()))
            if step is not None:
                chips = [chip for _value, chip in self._chips]
                at = next(at for at, chip in enumerate(chips) if chip is watched)
                chips[(at + step) % len(chips)].setFocus(Qt.FocusReason.TabFocusReason)
                return True
        return super().eventFilter(watched, event)

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines (Qt's name)."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines (Qt's name)."""
        return self._flow.heightForWidth(width)

    def _press(self, wanted: Any) -> None:
        self.choose(wanted)
        self.chosen.emit(wanted)
