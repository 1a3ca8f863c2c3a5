"""Choosing one word, or several, in a row of chips: by a click or the arrow keys."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QPushButton, QWidget

from planner.ui.kit.buttons import Button
from planner.ui.kit.chips import FilterChip, FlowLayout, Group, put
from planner.ui.kit.i18n import _

T = TypeVar("T")


class _Chip(FilterChip):
    """Arrow keys walk along the row of chips; ``entered`` is called when the keys come to it."""

    def __init__(
        self, text: str, row: list[_Chip], entered: Callable[[], None], parent: QWidget, *, is_one_of: bool
    ) -> None:
        super().__init__(text, parent, is_one_of=is_one_of)
        self._row = row
        self._entered = entered
        row.append(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt lets Tab come to no other chip of the row from then on, even where none is chosen (Qt's name)."""
        super().focusInEvent(event)
        self._entered()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and right go to the neighbours (Qt's name)."""
        steps = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        siblings = [chip for chip in self._row if not chip.isHidden()]
        siblings[(siblings.index(self) + step) % len(siblings)].setFocus(Qt.FocusReason.TabFocusReason)


class Chips(Group, Generic[T]):
    """A row of chips; ``several`` lets more than one be pressed, ``at_first`` hides the rest behind "More…"."""

    changed = Signal()

    def __init__(
        self,
        options: Sequence[tuple[T, str]],
        parent: QWidget | None = None,
        *,
        several: bool = False,
        can_be_none: bool = False,
        at_first: int = 0,
    ) -> None:
        super().__init__(parent)
        self._several = several
        self._can_be_none = can_be_none or several
        self._chips: list[tuple[T, _Chip]] = []
        self.pressed: T | None = None
        """What was pressed last."""
        neighbours: list[_Chip] = []
        self._flow = FlowLayout(self, spacing=6)
        for at, (value, text) in enumerate(options):
            chip = _Chip(text, neighbours, self._let_tab_come_to_the_chosen, self, is_one_of=not self._can_be_none)
            chip.clicked.connect(lambda _on=False, chip=chip, value=value: self._press(chip, value))
            chip.setHidden(bool(at_first) and at >= at_first)
            self._flow.addWidget(chip)
            self._chips.append((value, chip))
        self._more = Button(_("More…"), kind="chip", parent=self)
        self._more.clicked.connect(self.show_all)
        self._flow.addWidget(self._more)
        self._more.setVisible(bool(at_first) and len(options) > at_first)
        if neighbours:
            self.setFocusProxy(neighbours[0])

    def value(self) -> T | None:
        """What is chosen, the first of several, or None."""
        return next((value for value, chip in self._chips if chip.isChecked()), None)

    def values(self) -> list[T]:
        """Everything that is chosen."""
        return [value for value, chip in self._chips if chip.isChecked()]

    def choose(self, wanted: Iterable[T]) -> None:
        """Choose these and nothing else; says nothing about it."""
        chosen = list(wanted)
        for value, chip in self._chips:
            put(chip, is_on=value in chosen)
            if value in chosen:
                chip.show()
        self._let_tab_come_to_the_chosen()

    def show_all(self) -> None:
        """Show the chips behind "More…"."""
        first_hidden = next((chip for _value, chip in self._chips if chip.isHidden()), None)
        for _value, chip in self._chips:
            chip.show()
        self._more.hide()
        if first_hidden is not None and self._more.hasFocus():
            first_hidden.setFocus()
        self.updateGeometry()

    def chip(self, value: T) -> QPushButton:
        """The chip of a value."""
        return next(chip for each, chip in self._chips if each == value)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """The keys come to what is chosen, or to the first; Tab goes through all in their order (Qt's name)."""
        chosen = next((chip for _value, chip in self._chips if chip.isChecked()), None)
        (chosen or self._chips[0][1]).setFocus(reason)

    def hasHeightForWidth(self) -> bool:
        """Narrower means more lines (Qt's name)."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As high as its lines (Qt's name)."""
        return self._flow.heightForWidth(width)

    def _press(self, pressed: QPushButton, value: T) -> None:
        self.pressed = value
        if not self._several:
            for _value, chip in self._chips:
                put(chip, is_on=chip is pressed and (pressed.isChecked() or not self._can_be_none))
        self._let_tab_come_to_the_chosen()
        self.changed.emit()

    def _let_tab_come_to_the_chosen(self) -> None:
        """Of several that exclude each other one is enough: from there the arrows go on. Where none is, to all."""
        if self._can_be_none or not self._chips:
            return
        chosen = next((chip for _value, chip in self._chips if chip.isChecked()), None)
        for _value, chip in self._chips:
            stops = chosen is None or chip is chosen
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus if stops else Qt.FocusPolicy.NoFocus)
        self.setFocusProxy(chosen or self._chips[0][1])
