"""What stands in the cells of a line."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from planner.domain.account import Level
from planner.domain.move import Action
from planner.domain.touch import Channel
from planner.services.listing import PersonRow
from planner.ui.kit import dates, phones
from planner.ui.kit.i18n import _
from planner.ui.kit.wording import moves, people, touches

_NOTHING = "\u2014"


@dataclass(frozen=True, slots=True)
class Cells:
    """One line of the table as it is read: a text for each column and the tone of the next step."""

    texts: tuple[str, ...]
    points: float
    next_tone: str
    level: Level
    why: str = ""
    """Where the person was found, when the name does not show it."""


def cells(row: PersonRow, today: date, why: str = "", country: str = "") -> Cells:
    """A person's line; the number is written as in ``country``, if there is one."""
    step, tone = _next_step(row, today)
    texts = (
        row.name,
        people.relationship(row.stage, row.closeness),
        dates.points(row.points),
        step,
        _last_contact(row, today),
        people.source(row.source_kind, row.source_name),
        row.town or _NOTHING,
        _phone(row.phone, country) or _NOTHING,
        row.tags or _NOTHING,
    )
    return Cells(texts, row.points, tone, row.level, why)


def balance_in_words(points: float, level: Level) -> str:
    """A balance without its picture: "Warming, +11"."""
    return _("{level}, {points}").format(level=touches.level(level), points=dates.points(points))


def _phone(number: str, country: str) -> str:
    if not (number and country):
        return number
    return phones.shown(number, country)


def _next_step(row: PersonRow, today: date) -> tuple[str, str]:
    if not row.next_action:
        return _NOTHING, "muted"
    action = Action(row.next_action)
    text = moves.next_step(action, row.next_on, row.next_at, today)
    if action in (Action.LEAVE_IN_PEACE, Action.WAIT, Action.ALL_IS_WELL, Action.NONE):
        return text, "muted"
    if action in (Action.APOLOGISE, Action.CALL) and row.next_on is not None and row.next_on < today:
        return text, "withdrawal_text"
    return text, "strong" if row.next_on == today and action in (Action.CALL, Action.ANSWER) else "ink"


def _last_contact(row: PersonRow, today: date) -> str:
    if row.last_on is None:
        return _NOTHING
    shown = dates.short_day(row.last_on, today)
    if not row.last_channel:
        return shown
    return _("{day}, {channel}").format(day=shown, channel=touches.by_channel(Channel(row.last_channel)))
