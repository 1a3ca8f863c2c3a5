"""Promises through their life, and thank-yous owed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.promise import PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, Direction, TouchKind
from planner.models.book import Book
from planner.services import promise_rows, thanks_rows
from planner.services.changes import Change, Changed, Changes
from planner.services.people import People, PersonDraft, PhoneDraft
from planner.services.promises import PromiseDraft, Promises
from planner.services.timeline import Entry, Timeline
from planner.services.undo import Undo
from tests.builders import NOW, add_row, at

TUESDAY = date(2026, 12, 1)
CALL_AT_THREE = PromiseDraft(
    PromiseKind.CALLBACK, TUESDAY, Window.EXACT, time(15), reason="the serum", words="call me at 3"
)


class Desk:
    """The services of one book, and a person of Denver in it."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.changes = Changes()
        self.told: list[Changed] = []
        self.changes.subscribe(self.told.append)
        self.promises = Promises(book, self.changes)
        self.timeline = Timeline(book, self.changes)
        self.now = at("2026-12-01T09:00")
        person = PersonDraft(name="Maria Delgado", phones=(PhoneDraft("303-555-0142"),), zone="America/Denver")
        self.people = People(book, self.changes)
        self.maria = self.people.add(person, self.now)

    def make(self, **facts: Any) -> int:
        return self.promises.make(self.maria, replace(CALL_AT_THREE, **facts), self.now)

    def status(self, promise_id: int) -> tuple[str, str | None]:
        row = self.book.row("SELECT status, closed_on FROM promise WHERE id = ?", (promise_id,))
        assert row is not None
        return row[0], row[1]

    def points(self) -> list[tuple[TouchKind, float]]:
        return [(entry.kind, entry.points) for entry in reversed(self.timeline.entries(self.maria))]


@pytest.fixture
def desk(book: Book) -> Desk:
    return Desk(book)


def test_a_promise_is_kept_in_their_zone_with_their_words(desk: Desk) -> None:
    promise_id = desk.make()

    (promise,) = desk.promises.open_for(desk.maria)
    assert (promise.id, promise.due_on, promise.window, promise.at) == (promise_id, TUESDAY, Window.EXACT, time(15))
    assert (promise.zone, promise.reason, promise.words) == ("America/Denver", "the serum", "call me at 3")
    assert (promise.made_on, promise.status) == (TUESDAY, PromiseStatus.OPEN)
    assert Change.PROMISES in desk.told[-1].what
    assert desk.told[-1].people == {desk.maria}


@pytest.mark.parametrize(
    ("facts", "clock", "code"),
    [
        ({"at": None}, "2026-12-01T09:00", "promise_needs_time"),
        ({"due_on": date(2026, 11, 30), "window": Window.DAY}, "2026-12-01T09:00", "promise_in_past"),
        ({}, "2026-12-01T17:00", "promise_in_past"),
        ({"window": Window.MORNING}, "2026-12-01T13:30", "promise_in_past"),
        ({"window": Window.WEEK, "due_on": date(2026, 11, 24)}, "2026-12-01T09:00", "promise_in_past"),
    ],
)
def test_a_callback_needs_a_day_and_a_window_ahead(desk: Desk, facts: dict[str, Any], clock: str, code: str) -> None:
    desk.now = at(clock)

    with pytest.raises(PlannerError, match=code):
        desk.make(**facts)
    assert desk.promises.open_for(desk.maria) == ()


@pytest.mark.parametrize(
    ("facts", "clock"),
    [
        ({}, "2026-12-01T16:10"),
        ({"window": Window.DAY}, "2026-12-01T23:00"),
        ({"window": Window.WEEK, "due_on": date(2026, 11, 30)}, "2026-12-05T09:00"),
        ({"window": Window.MONTH}, "2026-12-31T09:00"),
    ],
)
def test_a_window_still_open_there_can_be_promised(desk: Desk, facts: dict[str, Any], clock: str) -> None:
    desk.now = at(clock)
    desk.make(**facts)

    assert len(desk.promises.open_for(desk.maria)) == 1


def test_a_promise_to_nobody_is_refused(desk: Desk) -> None:
    with pytest.raises(PlannerError, match="no_such_person"):
        desk.promises.make(999, CALL_AT_THREE, desk.now)
    with pytest.raises(PlannerError, match="no_such_promise"):
        desk.promises.keep(999, desk.now)


@pytest.mark.rule("D6.11")
@pytest.mark.parametrize(
    ("clock", "status", "points"),
    [
        ("2026-12-01T16:20", "kept", [(TouchKind.PROMISE_KEPT, 5)]),
        ("2026-12-01T16:59", "kept", [(TouchKind.PROMISE_KEPT, 5)]),
        ("2026-12-01T17:10", "kept_late", []),
    ],
)
def test_keeping_by_hand_is_worth_points_in_time_only(
    desk: Desk, clock: str, status: str, points: list[tuple[TouchKind, float]]
) -> None:
    promise_id = desk.make()
    desk.promises.keep(promise_id, at(clock))

    assert desk.status(promise_id) == (status, "2026-12-01")
    assert desk.points() == points
    with pytest.raises(PlannerError, match="promise_not_open"):
        desk.promises.keep(promise_id, at(clock))


def test_a_follow_up_of_ones_own_earns_and_costs_nothing(desk: Desk) -> None:
    kept = desk.make(kind=PromiseKind.FOLLOW_UP, window=Window.DAY)
    desk.promises.keep(kept, desk.now)
    late = desk.make(kind=PromiseKind.FOLLOW_UP, window=Window.DAY)

    assert desk.promises.settle_overdue(at("2027-02-01T09:00")) == 0
    assert (desk.status(kept)[0], desk.status(late)[0], desk.points()) == ("kept", "open", [])


@pytest.mark.rule("D6.11")
@pytest.mark.parametrize(
    ("facts", "still_open", "broken", "day"),
    [
        ({}, "2026-12-02T00:30", "2026-12-02T01:30", "2026-12-01"),
        ({"window": Window.MORNING}, "2026-12-01T23:59", "2026-12-02T09:00", "2026-12-01"),
        ({"window": Window.WEEK}, "2026-12-08T00:30", "2026-12-08T09:00", "2026-12-07"),
        ({"window": Window.MONTH, "due_on": date(2027, 2, 1)}, "2027-03-01T00:30", "2027-03-01T02:00", "2027-02-28"),
        ({"zone": "Pacific/Auckland", "at": time(23)}, "2026-12-01T04:59", "2026-12-01T05:01", "2026-12-01"),
    ],
)
def test_a_promise_breaks_at_the_end_of_their_day(
    desk: Desk, facts: dict[str, Any], still_open: str, broken: str, day: str
) -> None:
    desk.now = at("2026-12-01T03:00")
    promise_id = desk.make(**facts)

    assert desk.promises.settle_overdue(at(still_open)) == 0
    assert desk.promises.settle_overdue(at(broken)) == 1
    assert desk.status(promise_id) == ("broken", day)
    assert desk.points() == [(TouchKind.PROMISE_BROKEN, -12)]
    assert desk.timeline.entries(desk.maria)[0].on.isoformat() == day


def test_a_promise_kept_while_it_was_about_to_be_broken_is_kept(
    desk: Desk, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Settling runs in a thread of its own."""
    promise_id = desk.make()
    read = promise_rows.overdue

    def read_slowly(of: Book, now: Moment) -> Any:
        found = read(of, now)
        if desk.status(promise_id)[0] == "open":
            with book.step("test", NOW):
                promise_rows.close(book, promise_id, PromiseStatus.KEPT, NOW.today)
        return found

    monkeypatch.setattr(promise_rows, "overdue", read_slowly)
    assert desk.promises.settle_overdue(at("2027-01-15T09:00")) == 0
    assert desk.status(promise_id)[0] == "kept"


@pytest.mark.rule("D6.11")
def test_settling_is_the_same_from_any_moment_and_can_be_taken_back(desk: Desk) -> None:
    first = desk.make()
    desk.promises.settle_overdue(at("2027-01-15T09:00"))
    desk.promises.settle_overdue(at("2027-01-16T09:00"))
    assert desk.status(first) == ("broken", "2026-12-01")
    assert desk.points() == [(TouchKind.PROMISE_BROKEN, -12)]
    assert desk.told[-1].people == {desk.maria}

    undo = Undo(desk.book, desk.changes)
    step = undo.undo(desk.now)
    assert step is not None
    assert (step.what, step.detail["count"], desk.status(first)[0]) == ("promises_settled", 1, "open")
    undo.undo(desk.now)
    undo.undo(desk.now)
    assert desk.book.rows("PRAGMA foreign_key_check") == []
    assert desk.book.value("SELECT count(*) FROM touch") == 0


@pytest.mark.rule("D4")
def test_moving_by_them_costs_nothing_however_often(desk: Desk) -> None:
    promise_id = desk.make()
    for day in (2, 3, 4):
        draft = replace(CALL_AT_THREE, due_on=date(2026, 12, day))
        promise_id = desk.promises.move(promise_id, draft, True, desk.now)  # noqa: FBT003 - as the form says it

    assert [promise.due_on.day for promise in desk.promises.open_for(desk.maria)] == [4]
    assert desk.points() == [(TouchKind.LOGISTICS, 0)] * 3
    assert {entry.direction for entry in desk.timeline.entries(desk.maria)} == {Direction.THEM}


@pytest.mark.rule("D6.11")
def test_moving_oneself_costs_the_second_time_in_a_row(desk: Desk) -> None:
    first = desk.make()
    second = desk.promises.move(first, replace(CALL_AT_THREE, due_on=date(2026, 12, 2)), False, desk.now)  # noqa: FBT003
    third = desk.promises.move(second, replace(CALL_AT_THREE, due_on=date(2026, 12, 3)), False, desk.now)  # noqa: FBT003

    assert (desk.status(first)[0], desk.status(second)[0], desk.status(third)[0]) == ("moved", "moved", "open")
    assert desk.points() == [(TouchKind.LOGISTICS, 0), (TouchKind.CANCELLED_ON_THEM, -8)]
    assert desk.promises.open_for(desk.maria)[0].zone == "America/Denver"


@pytest.mark.rule("D6.11")
def test_moving_oneself_after_the_window_is_a_broken_promise(desk: Desk) -> None:
    promise_id = desk.make()
    late = at("2026-12-01T17:30")
    desk.promises.move(promise_id, replace(CALL_AT_THREE, due_on=date(2026, 12, 2)), False, late)  # noqa: FBT003

    assert desk.status(promise_id) == ("broken", "2026-12-01")
    assert desk.points() == [(TouchKind.PROMISE_BROKEN, -12)]


def test_a_broken_promise_can_be_made_anew_or_let_go(desk: Desk) -> None:
    first = desk.make()
    tomorrow = at("2026-12-02T09:00")
    desk.promises.settle_overdue(tomorrow)
    again = desk.promises.move(first, replace(CALL_AT_THREE, due_on=date(2026, 12, 3)), False, tomorrow)  # noqa: FBT003
    desk.promises.let_go(first, tomorrow)
    desk.promises.let_go(again, tomorrow)

    assert (desk.status(first)[0], desk.status(again)[0]) == ("cancelled", "cancelled")
    assert desk.points() == [(TouchKind.PROMISE_BROKEN, -12)]
    with pytest.raises(PlannerError, match="promise_not_open"):
        desk.promises.move(again, CALL_AT_THREE, True, desk.now)  # noqa: FBT003


def test_every_verb_is_one_step_back(desk: Desk) -> None:
    undo = Undo(desk.book, desk.changes)
    promise_id = desk.make()
    desk.promises.keep(promise_id, at("2026-12-01T16:05"))
    step = undo.undo(desk.now)
    assert step is not None
    assert (step.what, step.detail["name"], step.detail["person_id"]) == ("promise_kept", "Maria", desk.maria)
    assert (desk.status(promise_id)[0], desk.points()) == ("open", [])

    undo.undo(desk.now)
    assert desk.promises.open_for(desk.maria) == ()


@pytest.mark.rule("D1")
@pytest.mark.parametrize(
    ("trigger", "due"),
    [
        (ThanksFor.ORDER, date(2026, 12, 3)),
        (ThanksFor.HOSTED, date(2026, 12, 3)),
        (ThanksFor.REFERRAL, date(2026, 12, 2)),
        (ThanksFor.COMMENT, date(2026, 12, 2)),
    ],
)
def test_a_thank_you_is_due_soon(desk: Desk, trigger: ThanksFor, due: date) -> None:
    with desk.book.step("test", desk.now):
        thank_id = thanks_rows.owe(desk.book, desk.maria, trigger, TUESDAY, "for Lena")

    (owed,) = desk.people.view(desk.maria).thank_yous
    assert (owed.id, owed.trigger, owed.due_on, owed.about) == (thank_id, trigger, due, "for Lena")


@pytest.mark.practice("004-30")
def test_thanking_is_a_deposit_and_settles_it(desk: Desk) -> None:
    values = {"trigger_kind": "helped", "due_on": "2026-12-02", "about": "the fair"}
    thank_id = add_row(desk.book, "thank_you", desk.now, person_id=desk.maria, **values)
    desk.promises.thanked(thank_id, desk.now)

    assert desk.people.view(desk.maria).thank_yous == ()
    assert desk.points() == [(TouchKind.THANK_YOU, 5)]
    with pytest.raises(PlannerError, match="no_such_thank_you"):
        desk.promises.thanked(999, desk.now)


def test_a_thing_promised_by_mail_is_kept_by_mail(desk: Desk) -> None:
    draft = PromiseDraft(PromiseKind.PROMISED, TUESDAY, channel=Channel.EMAIL, reason="stain-removal tip")
    promise_id = desk.promises.make(desk.maria, draft, desk.now)
    desk.timeline.log(desk.maria, Entry(TouchKind.CONVERSATION, TUESDAY, channel=Channel.CALL), desk.now)
    assert desk.status(promise_id)[0] == "open"

    desk.timeline.log(desk.maria, Entry(TouchKind.USEFUL_INFO, TUESDAY, channel=Channel.EMAIL), desk.now)
    assert desk.status(promise_id)[0] == "kept"
    assert (TouchKind.PROMISE_KEPT, 5) in desk.points()
