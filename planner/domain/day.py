"""The list of one day: who is on it, in which lane and order, and who is carried over (rules D8).

Bands come first, then whatever is due earliest, then whose window closes first; one card for each person. Promises,
questions and what is critical in time are never cut; the rest shares the places that are left.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, time
from zoneinfo import ZoneInfo

from planner.domain.batch import bought_a_day
from planner.domain.method import Method, Mode
from planner.domain.moment import Moment
from planner.domain.move import Band, Move
from planner.domain.touch import Purpose

_NEW_PEOPLE = frozenset({Band.FOLLOW_UP, Band.BOUGHT})
_PLACES_FOR_NEW_PEOPLE = 2
_FREE_FOR_NEW_PEOPLE = 4
_FOREVER = datetime.max.replace(tzinfo=UTC)

Key = tuple[int, bool, datetime, datetime, str, int]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Somebody with a move for today; ``closes_at`` is when their day ends for calls, ``carried`` how often put off.

    ``can_write`` tells whether a mail does in the meantime when it is too late to ring (C4).
    """

    move: Move
    name: str = ""
    closes_at: datetime | None = None
    carried: int = 0
    can_write: bool = False

    @property
    def person_id(self) -> int:
        """Whose move it is."""
        return self.move.person_id


@dataclass(frozen=True, slots=True)
class Done:
    """What the day has already held: people in touch, asked people, people of bought lists who were called."""

    people: int = 0
    asked: int = 0
    bought: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """The four lanes, each in order, and how many people no capacity could cut.

    ``tomorrow`` is what no capacity cuts, though nobody may ring there any more today.
    """

    call_now: tuple[Candidate, ...] = ()
    later: tuple[Candidate, ...] = ()
    write: tuple[Candidate, ...] = ()
    not_today: tuple[Candidate, ...] = ()
    must: int = 0
    tomorrow: tuple[Candidate, ...] = ()

    @property
    def listed(self) -> tuple[Candidate, ...]:
        """Everybody on the list, lane by lane."""
        return self.call_now + self.later + self.write + self.tomorrow


NOTHING_DONE = Done()


def plan(
    candidates: Iterable[Candidate],
    now: Moment,
    method: Method,
    *,
    done: Done = NOTHING_DONE,
    put_off: Collection[int] = (),
) -> Plan:
    """The list of the day from everybody's moves.

    Whoever is in ``done`` has taken a place of the day, and of its asks and bought people; ``put_off`` holds those whom
    the user has sent to another day. Homework and moves without a band are left out.
    """
    ordered = _one_each(candidates, now)
    here = [each for each in ordered if each.person_id not in put_off]
    must = [each for each in here if _band(each).is_never_cut]
    others = [each for each in here if not _band(each).is_never_cut]
    room = max(0, method.capacity - len(must) - done.people)
    chosen = {each.person_id for each in (*must, *_fill(others, room, method, done))}
    listed = [each for each in ordered if each.person_id in chosen]
    calls = [each for each in listed if each.move.rings]
    later = [each for each in calls if now.utc < _opens(each) and not _is_too_late(each, now)]
    too_late = [each for each in calls if _is_too_late(each, now) and not each.can_write]
    return Plan(
        call_now=tuple(each for each in calls if _opens(each) <= now.utc),
        later=tuple(sorted(later, key=lambda each: (_opens(each), order(each, now)))),
        write=tuple(each for each in listed if not each.move.rings or (each.can_write and _is_too_late(each, now))),
        tomorrow=tuple(sorted(too_late, key=lambda each: (_opens(each), order(each, now)))),
        not_today=tuple(each for each in ordered if each.person_id not in chosen),
        must=len(must),
    )


def order(each: Candidate, now: Moment) -> Key:
    """Band, what was asked within the hour, deadline, window that closes first, name, id."""
    move = each.move
    return (
        _band(each).rank,
        not move.is_hot,
        _deadline(move, now),
        each.closes_at or _FOREVER,
        each.name.casefold(),
        each.person_id,
    )


def _one_each(candidates: Iterable[Candidate], now: Moment) -> list[Candidate]:
    """One card for each person, the most urgent; in order, whatever order they came in."""
    best: dict[int, Candidate] = {}
    for each in candidates:
        if each.move.band is None or each.move.band is Band.HOMEWORK:
            continue
        other = best.get(each.person_id)
        if other is None or _to_choose(each, now) < _to_choose(other, now):
            best[each.person_id] = each
    return sorted(best.values(), key=lambda each: order(each, now))


def _to_choose(each: Candidate, now: Moment) -> tuple[Key, datetime, str]:
    """Which card stands for a person: the most urgent, then what can be done first, and never by chance."""
    return order(each, now), _opens(each), repr(each)


def _fill(others: list[Candidate], room: int, method: Method, done: Done) -> list[Candidate]:
    """Who gets the places that promises leave: in order, with one kept for a kindness and two for new people."""
    allowed = _within_limits(others, method, done)
    kept = [each for each in allowed if _band(each) is Band.KINDNESS][: min(1, room)]
    if method.mode is Mode.NEED_PEOPLE and room >= _FREE_FOR_NEW_PEOPLE:
        kept += [each for each in allowed if _band(each) in _NEW_PEOPLE][:_PLACES_FOR_NEW_PEOPLE]
    reserved = {each.person_id for each in kept}
    first = [each for each in allowed if each.person_id not in reserved][: max(0, room - len(kept))]
    return kept + first


def _within_limits(others: list[Candidate], method: Method, done: Done) -> list[Candidate]:
    """Without asks beyond three a day and bought people beyond their share (000-06)."""
    bought_left = max(0, bought_a_day(method) - done.bought)
    asks_left = max(0, method.asks_a_day - done.asked)
    allowed = []
    for each in others:
        if _band(each) is Band.BOUGHT:
            if bought_left == 0:
                continue
            bought_left -= 1
        elif each.move.purpose is Purpose.ASK:
            if asks_left == 0:
                continue
            asks_left -= 1
        allowed.append(each)
    return allowed


def _band(each: Candidate) -> Band:
    return each.move.band or Band.HOMEWORK


def _opens(each: Candidate) -> datetime:
    return each.move.opens_at or datetime.min.replace(tzinfo=UTC)


def _is_too_late(each: Candidate, now: Moment) -> bool:
    """Whether their hours come again only after the user's day has ended."""
    opens = _opens(each)
    return opens > now.utc and opens.astimezone(ZoneInfo(now.zone)).date() > now.today


def _deadline(move: Move, now: Moment) -> datetime:
    if move.deadline is not None:
        return move.deadline
    if move.due_on is None:
        return _FOREVER
    return datetime.combine(move.due_on, time.max, tzinfo=ZoneInfo(now.zone)).astimezone(UTC)
