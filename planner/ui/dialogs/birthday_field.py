"""A birthday typed in plain words, with or without its year."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.person import Birthday, LeapRule
from planner.ui.dialogs.choices import Chips
from planner.ui.kit import plain_dates, theme, wording
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Understood
from planner.ui.kit.stylesheet import repolish

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_YEAR = re.compile(r"(?<!\d)(1[89]\d\d|20\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<=\d[/.-])(\d\d)$")
# Read on two days of a leap year: a calendar day is the same on both, "tomorrow" or "friday" is not.
_DAYS = (datetime(2024, 1, 1, tzinfo=UTC), datetime(2024, 1, 17, tzinfo=UTC))


def read_birthday(text: str, today: date, *, month_first: bool) -> Birthday | None:
    """The birthday in a text such as "March 14", "3/14/80" or "14.3.1980"; None when there is none."""
    iso = _ISO.fullmatch(text.strip())
    if iso:
        year, month, day = (int(part) for part in iso.groups())
        return Birthday(month, day, year) if _was_born(year, (month, day), today) else None
    rest, year_said = _without_year(text.strip(), today)
    answers = {_month_and_day(rest, at, month_first=month_first) for at in _DAYS}
    if len(answers) != 1:
        return None
    found = answers.pop()
    if found is None or (year_said is not None and not _was_born(year_said, found, today)):
        return None
    return Birthday(found[0], found[1], year_said)


def _without_year(text: str, today: date) -> tuple[str, int | None]:
    full = _YEAR.search(text)
    if full:
        rest = f"{text[: full.start()]} {text[full.end() :]}".strip(" -/,")
        return rest, int(full[1])
    numbers = re.findall(r"\d+", text)
    short = _SHORT_YEAR.search(text)
    if short and len(numbers) == 3:
        century = today.year // 100 * 100
        year = century + int(short[1])
        return text[: short.start()].rstrip("/-"), year if year <= today.year else year - 100
    return text, None


def _month_and_day(text: str, at: datetime, *, month_first: bool) -> tuple[int, int] | None:
    answer = plain_dates.parse(text, Moment(at, "UTC"), month_first=month_first)
    if not isinstance(answer, Understood) or answer.at is not None or not answer.is_a_day:
        return None
    return answer.on.month, answer.on.day


def _was_born(year: int, day: tuple[int, int], today: date) -> bool:
    try:
        return date(year, *day) <= today
    except ValueError:
        return False


class BirthdayField(QWidget):
    """Says back what it understood; asks on which day to keep the 29th of February."""

    def __init__(self, clock: Callable[[], Moment], parent: QWidget | None = None, *, month_first: bool) -> None:
        super().__init__(parent)
        self._clock = clock
        self._month_first = month_first
        self.line = QLineEdit(self)
        self.line.setMaxLength(plain_dates.LONGEST)
        self.line.setPlaceholderText(_("March 14, or with the year"))
        self._below = QLabel(self)
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
        words = wording.birthday(birthday)
        plain = replace(birthday, leap_rule=LeapRule.FEB_28)
        if read_birthday(words, self._clock().today, month_first=self._month_first) == plain:
            self.line.setText(words)
        elif birthday.year:
            self.line.setText(f"{birthday.year:04d}-{birthday.month:02d}-{birthday.day:02d}")
        else:
            order = (birthday.month, birthday.day) if self._month_first else (birthday.day, birthday.month)
            self.line.setText(f"{order[0]}/{order[1]}")

    def is_unclear(self) -> bool:
        """Whether something is typed that is no birthday."""
        return bool(self.line.text().strip()) and self.birthday() is None

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
        self._below.setText(text)
        self._below.setProperty("role", role)
        self._below.setVisible(bool(text))
        self.line.setAccessibleDescription(text)
        repolish(self._below)
        self.leap_rule.setVisible(found is not None and (found.month, found.day) == (2, 29))
