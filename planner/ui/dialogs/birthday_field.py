"""A birthday typed in plain words, with or without its year."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.person import Birthday, LeapRule
from planner.ui.kit import plain_dates, theme, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.birthdays import read_birthday, written
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.i18n import _
from planner.ui.kit.stylesheet import repolish


class BirthdayField(QWidget):
    """Says back what it understood; asks on which day to keep the 29th of February."""

    def __init__(self, clock: Callable[[], Moment], parent: QWidget | None = None, *, month_first: bool) -> None:
        super().__init__(parent)
        self._clock = clock
        self._month_first = month_first
        self.line = QLineEdit(self)
        self.line.setMaxLength(plain_dates.LONGEST)
        self.line.setPlaceholderText(_("March 14, or with the year"))
        self._below = LiveLabel(parent=self)
        rules = ((LeapRule.FEB_28, _("Kept on February 28")), (LeapRule.MAR_1, _("Kept on March 1")))
        self.leap_rule: Chips[LeapRule] = Chips(rules, self)
        self.leap_rule.choose([LeapRule.FEB_28])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        for widget in (self.line, self._below, self.leap_rule):
            column.addWidget(widget)
        self.line.textChanged.connect(self._read)
        self.setFocusProxy(self.line)
        self._read()

    def setAccessibleName(self, name: str) -> None:
        """The line is what has the focus (Qt's name)."""
        super().setAccessibleName(name)
        self.line.setAccessibleName(name)

    def birthday(self) -> Birthday | None:
        """The birthday, or None while nothing is understood."""
        found = read_birthday(self.line.text(), self._clock().today, month_first=self._month_first)
        return replace(found, leap_rule=self.leap_rule.value() or LeapRule.FEB_28) if found else None

    def show_birthday(self, birthday: Birthday | None) -> None:
        """Fill in a known one, or none."""
        if birthday is None:
            self.line.clear()
            return
        self.leap_rule.choose([birthday.leap_rule])
        self.line.setText(written(birthday, self._clock().today, month_first=self._month_first))

    def is_unclear(self) -> bool:
        """Whether something is typed that is no birthday."""
        return bool(self.line.text().strip()) and self.birthday() is None

    def insist(self) -> None:
        """Tell what is wrong, here, and put the cursor there."""
        self._say(_("This birthday is not understood. Try “March 14” or “1980-03-14”."), "error", is_wrong=True)
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def said(self) -> str:
        """What stands below the line."""
        return self._below.text()

    def _read(self) -> None:
        found = self.birthday()
        text, role = "", "small"
        if found is not None:
            text, role = wording.birthday(found), "accent"
        elif self.line.text().strip():
            text = _("Not understood. Try “March 14” or “1980-03-14”.")
        self._say(text, role)
        self.leap_rule.setVisible(found is not None and (found.month, found.day) == (2, 29))

    def _say(self, text: str, role: str, *, is_wrong: bool = False) -> None:
        self._below.setText(text)
        self._below.setProperty("role", role)
        self._below.setVisible(bool(text))
        self.line.setProperty("wrong", is_wrong)
        self.line.setAccessibleDescription(text)
        repolish(self._below)
        repolish(self.line)
