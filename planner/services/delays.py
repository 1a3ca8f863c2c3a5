"""What waits: put off to another day, moved to a day of its own, let go, or spread out after a long silence (D8)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta

from planner.domain import care, keep_in_touch, party_plan, team_plan
from planner.domain.cadence import DueKind
from planner.domain.errors import PlannerError
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.move import Action
from planner.domain.plan_step import PlanKind
from planner.domain.promise import PromiseKind
from planner.models import people, single
from planner.models import today as table
from planner.models.book import Book
from planner.services.changes import Change, Changes
from planner.services.pools import Decided, Pools
from planner.services.promises import PromiseDraft, Promises
from planner.services.standing import refresh
from planner.services.stored import JSON, read_country, read_method, read_setting, write_setting
from planner.services.team import Team

_FRESH_START = "fresh_start"
_GIVES_WAY = frozenset(
    {
        Action.SET_NEXT_STEP,
        Action.FOLLOW_UP,
        Action.TRY_AGAIN,
        Action.KEEP_IN_TOUCH,
        Action.RECONNECT,
        Action.ASK,
        Action.ASK_NUMBER,
    }
)
"""Rows of rules D7 that stay silent while a plan is agreed."""
_CAN_WAIT = (
    DueKind.THANKS,
    DueKind.CHECK_IN,
    DueKind.REORDER,
    DueKind.NEXT_STEP,
    DueKind.FOLLOW_UP,
    DueKind.ATTEMPT,
    DueKind.RECONNECT,
    DueKind.KEEP_IN_TOUCH,
    DueKind.ASK_NUMBER,
)
"""What may be overdue without anybody having been promised anything."""


@dataclass(frozen=True, slots=True)
class FreshStart:
    """A long silence taken up again, a few people a day: on the days from ``since`` to the one before ``until``."""

    since: date
    until: date
    a_day: int


class Delays:
    """Takes people off today's list, each time as one step of undo."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._changes = changes
        self._promises = Promises(book, Changes())
        self._team = Team(book, Changes())

    def put_off(self, person_id: int, now: Moment) -> None:
        """Not today: the person is carried over, with the date they were due."""
        with self._step("put_off", person_id, now):
            table.write_listed(self._book, now.today.isoformat(), [person_id], are_put_off=True)

    def move(self, person_id: int, on: date, about: str, now: Moment) -> None:
        """What is due waits until a day of the user's; from then on carrying over is counted anew.

        ``about`` says in the user's words what it is, where nothing was written down yet.

        Raises PlannerError: no_such_person, promise_in_past.
        """
        known = self._known(person_id, now)
        move = known.move
        with self._step("delayed", person_id, now, on=on.isoformat()):
            table.forget_listed(self._book, person_id)
            if move.promise_id is not None:
                self._move_promise(known, move.promise_id, on, now)
            elif move.action is Action.THANK and move.ref_id is not None:
                single.update(self._book, "thank_you", move.ref_id, {"due_on": on.isoformat()})
            else:
                self._wait_until(known, on, about, now)

    def let_go(self, person_id: int, about: str, now: Moment) -> None:
        """What is due is closed; what comes again by itself stays quiet until its next beat. ``about`` as for a move.

        Raises PlannerError: no_such_person.
        """
        known = self._known(person_id, now)
        move, step = known.move, _plan_step(known)
        with self._step("let_go", person_id, now):
            table.forget_listed(self._book, person_id)
            if move.promise_id is not None:
                self._promises.let_go(move.promise_id, now)
            elif move.action is Action.THANK and move.ref_id is not None:
                single.update(self._book, "thank_you", move.ref_id, {"done_on": now.today.isoformat()})
            elif step is not None:
                self._team.tick_step(person_id, *step, now.today, now)
            else:
                self._wait_until(known, _next_beat(known), about, now)

    def start_fresh(self, now: Moment) -> FreshStart:
        """Spread everybody who is overdue over the days to come, a few a day, as many days as that takes (004-05)."""
        method = read_method(self._book)
        a_day = places(method)
        days = -(-overdue(self._book, now.today) // a_day)
        fresh = FreshStart(now.today, now.today + timedelta(days=max(days, 1)), a_day)
        kept: JSON = {"since": fresh.since.isoformat(), "until": fresh.until.isoformat(), "a_day": a_day}
        with self._book.step("fresh_start", now, count=a_day):
            write_setting(self._book, _FRESH_START, kept)
        self._changes.announce(Change.SETTINGS)
        return fresh

    def _wait_until(self, known: Decided, on: date, about: str, now: Moment) -> None:
        """A plan of the user's takes the place of a rhythm; what no plan can stand in for stays off the lists."""
        person_id, step = known.move.person_id, _plan_step(known)
        if step is not None:
            self._team.tick_step(person_id, *step, now.today, now)
        if step is not None or known.move.action in _GIVES_WAY:
            self._promises.make(person_id, PromiseDraft(PromiseKind.FOLLOW_UP, on, reason=about), now)
            return
        for days in range((on - now.today).days):
            day = now.today + timedelta(days=days)
            table.write_listed(self._book, day.isoformat(), [person_id], are_put_off=True)

    def _move_promise(self, known: Decided, promise_id: int, on: date, now: Moment) -> None:
        promise = next(each for each in known.case.facts.promises if each.id == promise_id)
        draft = PromiseDraft(promise.kind, on, channel=promise.channel, reason=promise.reason, words=promise.words)
        self._promises.move(promise_id, draft, moved_by_them=False, now=now)

    def _known(self, person_id: int, now: Moment) -> Decided:
        pools = Pools(self._book, now, read_method(self._book), read_country(self._book))
        known = pools.decide([person_id]).get(person_id)
        if known is None:
            raise PlannerError("no_such_person", person_id=person_id)
        return known

    @contextmanager
    def _step(self, what: str, person_id: int, now: Moment, **facts: str) -> Iterator[None]:
        name = people.spoken_name(self._book, person_id)
        with self._book.step(what, now, person_id=person_id, name=name, **facts):
            yield
            refresh(self._book, [person_id], now)
        self._changes.announce(Change.PROMISES | Change.THANKS | Change.TEAM, [person_id])


def fresh_start(book: Book, today: date) -> FreshStart | None:
    """The fresh start that holds today."""
    kept = read_setting(book, _FRESH_START)
    try:
        if not isinstance(kept, dict):
            return None
        since, until = date.fromisoformat(str(kept["since"])), date.fromisoformat(str(kept["until"]))
        found = FreshStart(since, until, max(1, int(str(kept["a_day"]))))
    except (KeyError, ValueError):
        return None
    return found if since <= today < until else None


def is_much_overdue(book: Book, today: date, method: Method) -> bool:
    """Whether more people are overdue than a day can be asked to start with."""
    return overdue(book, today, method.fresh_start_at + 1) > method.fresh_start_at


def overdue(book: Book, today: date, at_most: int = -1) -> int:
    """How many people should have been next before today, though nothing was promised; counts no further than told."""
    return table.people_due(book, [kind.value for kind in _CAN_WAIT], today.isoformat(), at_most)


def places(method: Method) -> int:
    """How many people a day of a fresh start begins with."""
    return max(1, min(method.fresh_start_a_day, method.capacity))


def _plan_step(known: Decided) -> tuple[PlanKind, date, str] | None:
    """The step of a plan that is due: of which plan, counted from which day."""
    case = known.case
    if known.move.action is Action.SERVE:
        cares = care.care_ahead(case.facts, case.method, case.today)
        return next(((PlanKind.CARE, each.order.anchor, each.step.value) for each in cares[:1]), None)
    if known.move.action is Action.WELCOME_STEP:
        steps = team_plan.steps_ahead(case.facts, case.today)
        return next(((PlanKind.TEAM, each.membership.joined_on, each.step.value) for each in steps[:1]), None)
    if known.move.action is Action.HOST_STEP:
        parties = party_plan.steps_ahead(case.facts, case.today)
        return next(((PlanKind.PARTY, each.party.on, each.step.value) for each in parties[:1]), None)
    return None


def _next_beat(known: Decided) -> date:
    """When their rhythm has its next turn, counted from today; whoever has none rests."""
    case = known.case
    days = keep_in_touch.interval(case.facts, case.history, case.method, case.today)
    return case.today + timedelta(days=days or case.method.rest)
