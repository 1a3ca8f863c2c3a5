"""Words for a day without anybody, and for a day off."""

from __future__ import annotations

from datetime import date

from planner.services.today import Card, Day
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.isolating import isolated
from planner.ui.kit.wording.facts import short_name

_SOON = 180
"""Days within which a date needs no year."""


def nobody(day: Day) -> tuple[str, str]:
    """What to say where the list would be: a title, and what comes next."""
    coming = next_line(day)
    if day.is_done:
        done = _("Everybody on today’s list has heard from you.")
        return _("Nobody else waits for you today"), " ".join(part for part in (done, coming) if part)
    if day.back_on is not None:
        return _("Today is a day off"), _resting(day) or coming or _("Nobody waits for you.")
    usual = _("People appear here when you promised something, when they asked you first, or when a hello is due.")
    return _("Nobody waits for you today"), coming or usual


def day_off(day: Day) -> str:
    """One calm sentence about a day off and who waits for the next working day; empty on any other day."""
    if day.back_on is None:
        return ""
    return " ".join(part for part in (_("Today is a day off."), _resting(day)) if part)


def day_told(day: Day) -> tuple[str, ...]:
    """What stands below the list, or in its place when there is nobody."""
    if not day.cards and not day.not_today:
        title, text = nobody(day)
        return f"{title}.", text
    return tuple(part for part in (banner(day), day_off(day)) if part)


def banner(day: Day) -> str:
    """The one sentence over a day that needs one: more promises than places, or a gentle start; else empty."""
    if day.capacity and day.must > day.capacity:
        return crowded(day.must)
    return fresh_start_offer(day.offered_places) if day.offered_places else ""


def fresh_start_offer(places: int) -> str:
    """The gentle sentence after a long silence (004-05)."""
    return ngettext("Let’s start with {count} today.", "Let’s start with {count} today.", places).format(
        count=dates.number(places)
    )


def fresh_start_holds(places: int) -> str:
    """What is said while a fresh start holds."""
    return ngettext(
        "A fresh start: {count} person a day, the others in their own time.",
        "A fresh start: {count} people a day, the others in their own time.",
        places,
    ).format(count=dates.number(places))


def crowded(must: int) -> str:
    """More is promised than there are places (D8)."""
    return _("You have promised more than a day holds: {count}. Promises come first, all else can wait.").format(
        count=dates.number(must)
    )


def lanes(day: Day) -> tuple[tuple[str, tuple[Card, ...]], ...]:
    """The lanes of a day with their names, in their order, the empty ones too."""
    return (
        (_("Call now"), day.call_now),
        (_("Later today"), day.later),
        (_("Write"), day.write),
        (_("Too late to call today"), day.tomorrow),
        (_("Not today"), day.not_today),
    )


def next_line(day: Day) -> str:
    """Who comes up next: "The next is Ann Smith, on Sunday, December 13."; empty if nobody does."""
    if day.next_on is None:
        return ""
    name = short_name(day.next_name)
    if (day.next_on - day.on).days == 1:
        return _("The next is {name}, tomorrow.").format(name=isolated(name))
    return _("The next is {name}, on {day}.").format(name=isolated(name), day=_said(day.next_on, day.on))


def _resting(day: Day) -> str:
    if day.back_on is None or not day.resting:
        return ""
    until = _("tomorrow") if (day.back_on - day.on).days == 1 else _said(day.back_on, day.on)
    text = ngettext("{count} person can wait until {day}.", "{count} people can wait until {day}.", day.resting)
    return text.format(count=dates.number(day.resting), day=until)


def _said(on: date, today: date) -> str:
    return dates.day(on) if (on - today).days <= _SOON else dates.date_only(on)
