"""Today: who to be in touch with, in which order and why."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from planner.domain import basis, hours
from planner.domain.case import Case
from planner.domain.day import Candidate, Done, plan
from planner.domain.errors import PlannerError
from planner.domain.guards.contact import lawful_basis
from planner.domain.guards.table import before_an_ask
from planner.domain.guards.verdict import Intent
from planner.domain.history import NOT_CONTACT
from planner.domain.interest import Scope
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.move import Move
from planner.domain.reason import Reason
from planner.domain.touch import ASKS, PITCHES, TALKS, Channel, Direction, Purpose, TouchKind
from planner.models import today as table
from planner.models.book import Book
from planner.services import ahead, delays
from planner.services.delays import FreshStart
from planner.services.pools import BEYOND, Decided, Pools
from planner.services.preferences import Preferences, PreferencesStore

_SCOPES = {
    TouchKind.ASK_BUY: Scope.BUY,
    TouchKind.ASK_HOST: Scope.HOST,
    TouchKind.ASK_JOIN: Scope.JOIN,
    TouchKind.ASK_REFERRAL: Scope.REFER,
}
"""What each ask is about; a promotion is about nothing in particular."""


@dataclass(frozen=True, slots=True)
class Card:
    """One person on today's list.

    ``phone`` is E.164 or as typed, empty without a usable number. ``may_call``/``may_text`` are None where it is not
    known. ``local_time`` is their wall time (HH:MM), empty where their clock agrees with the user's.
    """

    person_id: int
    name: str
    move: Move
    carried: int = 0
    phone: str = ""
    extension: str = ""
    may_call: bool | None = None
    may_text: bool | None = None
    local_time: str = ""
    zones: tuple[str, ...] = ()
    zone_is_guessed: bool = False
    wants_decision: bool = False
    """Carried so often that it is time to do it, move it, or let it go (D8)."""


@dataclass(frozen=True, slots=True)
class Day:
    """The list of a day in its four lanes (D8).

    ``must`` counts the people no capacity can cut, ``waiting`` about how many more are due than the cards show, and
    ``homework`` the names that need homework before a call. Counts of the week run from Monday. ``tomorrow`` are those
    who may not be rung any more today. On a day off ``back_on`` is the next working day and ``resting`` the people who
    wait for it. ``next_name`` comes up next, on ``next_on``. ``is_done`` tells that people stood on the list and
    each of them has heard from the user.
    """

    on: date
    call_now: tuple[Card, ...] = ()
    later: tuple[Card, ...] = ()
    write: tuple[Card, ...] = ()
    not_today: tuple[Card, ...] = ()
    homework: int = 0
    must: int = 0
    capacity: int = 0
    talks_today: int = 0
    given_week: int = 0
    asked_week: int = 0
    waiting: int = 0
    tomorrow: tuple[Card, ...] = ()
    back_on: date | None = None
    resting: int = 0
    next_on: date | None = None
    next_name: str = ""
    is_done: bool = False
    fresh_start: FreshStart | None = None
    """The fresh start that holds today: so many places for what can wait (004-05)."""
    offered_places: int = 0
    """With so many people a fresh start would begin, where much is overdue; else 0."""

    @property
    def cards(self) -> tuple[Card, ...]:
        """Everybody on the list, lane by lane, without those carried over."""
        return self.call_now + self.later + self.write + self.tomorrow


class Today:
    """Answers the list of the day, and the next move for anybody."""

    def __init__(self, book: Book, preferences: PreferencesStore) -> None:
        self._book = book
        self._preferences = preferences

    def day(self, now: Moment) -> Day:
        """Today's list; decides only for people whom the book's dates say can come up."""
        return next(day for day in self.day_in_turns(now) if day is not None)

    def day_in_turns(self, now: Moment) -> Iterator[Day | None]:
        """The same list, some milliseconds of work at a time: None until it is there.

        It is one look at the book only if the book stays as it is meanwhile.
        """
        chosen = self._preferences.load()
        on = now.today.isoformat()
        touched = table.touched(self._book, on)
        put_off = table.put_off(self._book, on)
        done = _in_touch(touched)
        fresh = delays.fresh_start(self._book, now.today)
        method = replace(chosen.method, mode=self._preferences.mode_on(now.today))
        if fresh is not None:
            method = replace(method, capacity=min(method.capacity, fresh.a_day))
        pools = Pools(self._book, now, method, chosen.country)
        for _turn in pools.gather(put_off, len(done)):
            yield None
        known = pools.due()
        candidates = [each.candidate for each in known.values()]
        so_far = Done(len(done), _asked(touched), table.bought_called(self._book, on))
        planned = plan(candidates, now, method, done=so_far, put_off=frozenset(put_off))
        shown = _carried_over(planned.not_today, put_off)
        given, asked = self._given_and_asked(now)
        back_on = _back_on(now.today, chosen)
        following = ahead.next_after(self._book, now.today, chosen.method, chosen.country, pools.held())
        yield None
        yield Day(
            now.today,
            call_now=_cards(planned.call_now, known, chosen),
            later=_cards(planned.later, known, chosen),
            write=_cards(planned.write, known, chosen),
            not_today=_cards(shown, known, chosen),
            homework=pools.homework(),
            must=planned.must,
            capacity=chosen.method.capacity,
            talks_today=sum(kind in TALKS for _, kind, _ in touched),
            given_week=given,
            asked_week=asked,
            waiting=len(planned.not_today) - len(shown) + pools.undecided(),
            tomorrow=_cards(planned.tomorrow, known, chosen),
            back_on=back_on,
            resting=ahead.resting(self._book, back_on, chosen.method) if back_on else 0,
            next_on=following[0] if following else None,
            next_name=following[1] if following else "",
            is_done=not planned.listed and self._is_done(on, put_off, done),
            fresh_start=fresh,
            offered_places=0 if fresh is not None else self._offered_places(now.today, chosen.method),
        )

    def move(self, person_id: int, now: Moment) -> Move:
        """The next right move for anybody. Raises PlannerError: no_such_person."""
        return self.card(person_id, now).move

    def card(self, person_id: int, now: Moment) -> Card:
        """The card of anybody, whether on today's list or not. Raises PlannerError: no_such_person."""
        return _card(self._decided(person_id, now), self._preferences.load())

    def cards(self, ids: Sequence[int], now: Moment) -> tuple[Card, ...]:
        """The cards of some people in their order, on today's list or not; who is not in the book is missing."""
        chosen = self._preferences.load()
        known = Pools(self._book, now, chosen.method, chosen.country).decide(ids)
        return tuple(_card(known[each], chosen) for each in ids if each in known)

    def in_touch(self, now: Moment) -> Collection[int]:
        """With whom the user was in touch today."""
        return _in_touch(table.touched(self._book, now.today.isoformat()))

    def hold_on_asking(
        self, person_id: int, kind: TouchKind, topic: str, now: Moment, channel: Channel | None = None
    ) -> Reason | None:
        """The first thing that stands before an ask of this kind (G7), or before this way of it (G4); else None.

        Raises PlannerError: no_such_person.
        """
        case = self._decided(person_id, now).case
        intent = Intent(Purpose.ASK, channel, _SCOPES.get(kind), topic)
        found = before_an_ask(case, replace(intent, channel=None)) or tuple(lawful_basis(case, intent))
        return found[0].reason if found else None

    def note_listed(self, day: Day, now: Moment) -> None:
        """Remember who stood on the list, so that tomorrow knows whom it carries over; once a day is enough."""
        on = now.today.isoformat()
        new = {card.person_id for card in day.cards} - table.listed(self._book, on)
        if new:
            with self._book.quietly():
                table.write_listed(self._book, on, sorted(new), are_put_off=False)

    def _decided(self, person_id: int, now: Moment) -> Decided:
        chosen = self._preferences.load()
        known = Pools(self._book, now, chosen.method, chosen.country).decide([person_id])
        if person_id not in known:
            raise PlannerError("no_such_person", person_id=person_id)
        return known[person_id]

    def _is_done(self, on: str, put_off: Collection[int], done: Collection[int]) -> bool:
        stood = table.listed(self._book, on) - set(put_off)
        return bool(stood) and stood <= set(done)

    def _offered_places(self, today: date, method: Method) -> int:
        return delays.places(method) if delays.is_much_overdue(self._book, today, method) else 0

    def _given_and_asked(self, now: Moment) -> tuple[int, int]:
        monday = now.today - timedelta(days=now.today.weekday())
        return table.given_and_asked(self._book, ASKS | PITCHES, monday.isoformat(), now.today.isoformat())


def _back_on(today: date, chosen: Preferences) -> date | None:
    """The next working day, where today is none."""
    if not hours.is_day_off(today, chosen.country, chosen.method):
        return None
    return hours.next_working_day(today, chosen.country, chosen.method)


def _carried_over(not_today: Sequence[Candidate], put_off: Collection[int]) -> list[Candidate]:
    """Whom the user sent to another day, and the first of those for whom there is no place."""
    waiting = [each for each in not_today if each.person_id not in put_off]
    first = {each.person_id for each in waiting[:BEYOND]}
    return [each for each in not_today if each.person_id in put_off or each.person_id in first]


def _cards(lane: Sequence[Candidate], known: Mapping[int, Decided], chosen: Preferences) -> tuple[Card, ...]:
    return tuple(_card(known[each.person_id], chosen) for each in lane)


def _card(known: Decided, chosen: Preferences) -> Card:
    case, move = known.case, known.move
    facts = case.facts
    phone = next(iter(facts.usable_phones), None)
    return Card(
        person_id=facts.id,
        name=facts.name,
        move=move,
        carried=facts.carried,
        phone=(phone.e164 or phone.typed) if phone else "",
        extension=phone.extension if phone else "",
        may_call=basis.may(facts, Channel.CALL, case.today) if phone else False,
        may_text=basis.may(facts, Channel.TEXT, case.today) if phone else False,
        local_time=_local_time(case),
        zones=case.where.zones,
        zone_is_guessed=case.where.is_guessed,
        wants_decision=facts.carried >= chosen.method.carry_limit,
    )


def _local_time(case: Case) -> str:
    """Their wall time where it is known and differs from the user's."""
    there = case.now.in_zone(case.where.zones[0])
    is_here = case.where.is_guessed or there.utcoffset() == case.now.local.utcoffset()
    return "" if is_here else there.strftime("%H:%M")


def _in_touch(touched: Iterable[tuple[Any, ...]]) -> Collection[int]:
    """With whom the user was in touch today: each has taken one of the day's places."""
    return {
        person_id
        for person_id, kind, direction in touched
        if direction == Direction.ME.value and kind not in NOT_CONTACT
    }


def _asked(touched: Iterable[tuple[Any, ...]]) -> int:
    """How many people the user asked for something today."""
    return len({person_id for person_id, kind, _ in touched if kind in ASKS or kind in PITCHES})
