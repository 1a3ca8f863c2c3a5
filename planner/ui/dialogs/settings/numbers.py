"""Numbers of the method as rows: a name, one sentence of what it does and what is usual, and the field."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from planner.domain.method import HARD_MAXIMUM, Method
from planner.ui.kit import dates, theme
from planner.ui.kit.fields import NumberField
from planner.ui.kit.i18n import _, ngettext

_TYPED_AT_MOST = 999


class Unit(Enum):
    """What a number counts."""

    DAYS = auto()
    HOURS = auto()
    MINUTES = auto()
    MONTHS = auto()
    POINTS = auto()
    TIMES = auto()
    PEOPLE = auto()
    PERCENT = auto()


@dataclass(frozen=True, slots=True)
class Number:
    """One number: ``name`` is its field of ``Method``, ``tells`` one sentence of what it does.

    ``is_rule_of_thumb`` marks what rests on experience alone. ``beyond`` says why there is a hard maximum.
    """

    name: str
    label: str
    tells: str
    least: int
    most: int
    unit: Unit = Unit.DAYS
    is_rule_of_thumb: bool = False
    beyond: str = ""


class Numbers(QWidget):
    """Rows of numbers; a number beyond what is possible is set right when it is to be kept, and the row says so."""

    def __init__(self, numbers: Iterable[Number], parent: QWidget) -> None:
        super().__init__(parent)
        self._fields: dict[str, NumberField] = {}
        self._notes: dict[str, QLabel] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(2))
        self._grid.setColumnStretch(0, 1)
        for number in numbers:
            self._add(number)

    def has(self, name: str) -> bool:
        """Whether a number of ``Method`` stands here."""
        return name in self._fields

    def field(self, name: str) -> NumberField:
        """The field of a number of ``Method``."""
        return self._fields[name]

    def note(self, name: str) -> str:
        """What a row says of a number that was set right, empty when it was not."""
        label = self._notes.get(name)
        return label.text() if label is not None and not label.isHidden() else ""

    def load(self, method: Method) -> None:
        """Show the numbers of a method."""
        for name, field in self._fields.items():
            field.setValue(getattr(method, name))
        for note in self._notes.values():
            note.hide()

    def check(self) -> bool:
        """Set right what goes beyond a hard maximum, and say so (000-29)."""
        beyond = [name for name in self._notes if self._fields[name].value() > HARD_MAXIMUM[name]]
        for name in beyond:
            self._fields[name].setValue(HARD_MAXIMUM[name])
            self._notes[name].show()
            self._fields[name].setFocus(Qt.FocusReason.OtherFocusReason)
        return not beyond

    def save(self, method: Method) -> Method:
        """``method`` with these numbers."""
        numbers: dict[str, Any] = {name: field.value() for name, field in self._fields.items()}
        return replace(method, **numbers)

    def _add(self, number: Number) -> None:
        has_hard_maximum = number.name in HARD_MAXIMUM
        field = NumberField(number.least, _TYPED_AT_MOST if has_hard_maximum else number.most, number.least, "", self)
        field.setFixedWidth(theme.px(132))
        field.valueChanged.connect(lambda count: field.setSuffix(_unit(number.unit, count)))
        field.setSuffix(_unit(number.unit, number.least))
        label = QLabel(number.label, self)
        label.setBuddy(field)
        label.setWordWrap(True)
        sentence = QLabel(_sentence(number), self)
        sentence.setProperty("role", "small")
        sentence.setWordWrap(True)
        field.setAccessibleName(number.label)
        field.setAccessibleDescription(sentence.text())
        row = self._grid.rowCount()
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(field, row, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(sentence, row + 1, 0)
        if has_hard_maximum:
            note = QLabel(number.beyond, self)
            note.setProperty("role", "caution")
            note.setWordWrap(True)
            note.hide()
            self._notes[number.name] = note
            self._grid.addWidget(note, row + 2, 0)
        self._grid.setRowMinimumHeight(row + 3, theme.px(10))
        self._fields[number.name] = field


def _sentence(number: Number) -> str:
    default = getattr(Method(), number.name)
    usual = _("Usually {number}.").format(number=f"{dates.number(default)}{_unit(number.unit, default)}")
    thumb = _("A rule of thumb.") if number.is_rule_of_thumb else ""
    return " ".join(part for part in (number.tells, usual, thumb) if part)


def _unit(unit: Unit, count: int) -> str:
    """What stands after a number, with the space before it."""
    return {
        Unit.DAYS: ngettext(" day", " days", count),
        Unit.HOURS: ngettext(" hour", " hours", count),
        Unit.MINUTES: ngettext(" minute", " minutes", count),
        Unit.MONTHS: ngettext(" month", " months", count),
        Unit.POINTS: ngettext(" point", " points", count),
        Unit.TIMES: ngettext(" time", " times", count),
        Unit.PEOPLE: ngettext(" person", " people", count),
        Unit.PERCENT: _("{percent}%").format(percent=""),
    }[unit]
