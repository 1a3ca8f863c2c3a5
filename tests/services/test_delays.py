"""What waits: put off, moved, let go, spread out; each one step that can be taken back."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from planner.domain.move import Action, Band
from planner.domain.promise import PromiseStatus
from planner.models.book import Book
from planner.services import standing
from planner.services.changes import Change, Changed, Changes
from planner.services.delays import Delays, fresh_start
from planner.services.preferences import PreferencesStore
from planner.services.promises import Promises
from planner.services.today import Today
from planner.services.undo import Undo
from tests.builders import add_person, add_phone, add_promise, add_row, add_touch, at

MORNING = at("2026-11-24T10:00")
HEARD: list[Changed] = []


@pytest.fixture
def delays(book: Book) -> Delays:
    changes = Changes()
    HEARD.clear()
    changes.subscribe(HEARD.append)
    return Delays(book, changes)


@pytest.fixture
def today(book: Book) -> Today:
    return Today(book, PreferencesStore(book, Changes()))


@pytest.fixture
def ann(book: Book) -> int:
    """A customer who is due for a hello and was carried over three times."""
    person_id = add_person(book, "Ann Hill", stage="customer")
    add_phone(book, person_id)
    add_touch(book, person_id, on="2026-10-09")
    for day in ("2026-11-19", "2026-11-20", "2026-11-23"):
        add_row(book, "listed", person_id=person_id, on_date=day)
    return person_id


def names(today: Today, on: str) -> list[str]:
    return [card.name for card in today.day(at(f"{on}T10:00")).cards]


def steps(book: Book) -> list[str]:
    return [step.what for step in book.undo_steps(99) if not step.what.startswith("test_")]


@pytest.mark.rule("D8")
def test_putting_off_is_one_step_back_and_forth(book: Book, delays: Delays, today: Today, ann: int) -> None:
    delays.put_off(ann, MORNING)
    assert names(today, "2026-11-24") == []
    assert steps(book) == ["put_off"]
    assert [changed.people for changed in HEARD] == [frozenset({ann})]
    Undo(book, Changes()).undo(MORNING)
    assert names(today, "2026-11-24") == ["Ann Hill"]


@pytest.mark.rule("D8")
def test_after_three_days_on_the_list_a_decision_is_asked_for(today: Today, ann: int) -> None:
    card = today.card(ann, MORNING)
    assert (card.carried, card.wants_decision) == (3, True)
    assert card.move.due_on == date(2026, 11, 23), "the day it was for stays"


@pytest.mark.rule("D8")
def test_moved_it_waits_for_the_day_that_was_chosen(book: Book, delays: Delays, today: Today, ann: int) -> None:
    delays.move(ann, date(2026, 12, 3), "say hello", MORNING)
    assert names(today, "2026-11-24") == names(today, "2026-12-02") == []
    assert names(today, "2026-12-03") == ["Ann Hill"]
    assert today.card(ann, at("2026-12-03T10:00")).carried == 0
    assert steps(book) == ["delayed"]
    Undo(book, Changes()).undo(MORNING)
    assert today.card(ann, MORNING).wants_decision


@pytest.mark.rule("D8")
def test_let_go_is_quiet_until_the_next_beat(book: Book, delays: Delays, today: Today, ann: int) -> None:
    delays.let_go(ann, "say hello", MORNING)
    beat = MORNING.today + timedelta(days=45)
    assert names(today, "2026-11-24") == names(today, (beat - timedelta(days=2)).isoformat()) == []
    assert names(today, beat.isoformat()) == ["Ann Hill"]
    assert steps(book) == ["let_go"]
    Undo(book, Changes()).undo(MORNING)
    assert names(today, "2026-11-24") == ["Ann Hill"]


@pytest.mark.rule("D8")
def test_a_follow_up_is_moved_and_let_go_itself(book: Book, delays: Delays) -> None:
    bo = add_person(book, "Bo")
    promise_id = add_promise(book, bo, "2026-11-20", kind="follow_up", reason="the sample")
    delays.move(bo, date(2026, 11, 30), "say hello", MORNING)
    (moved,) = Promises(book, Changes()).open_for(bo)
    assert (moved.due_on, moved.reason) == (date(2026, 11, 30), "the sample")
    assert moved.id != promise_id
    delays.let_go(bo, "say hello", at("2026-11-30T10:00"))
    assert Promises(book, Changes()).open_for(bo) == ()
    status = book.value("SELECT status FROM promise WHERE id = ?", (moved.id,))
    assert status == PromiseStatus.CANCELLED.value


@pytest.mark.rule("D8")
def test_a_thank_you_is_moved_and_let_go_itself(book: Book, delays: Delays, today: Today) -> None:
    bo = add_person(book, "Bo")
    thanks = add_row(book, "thank_you", person_id=bo, trigger_kind="referral", due_on="2026-11-20")
    assert today.move(bo, MORNING).action is Action.THANK
    delays.move(bo, date(2026, 12, 4), "say hello", MORNING)
    assert book.value("SELECT due_on FROM thank_you WHERE id = ?", (thanks,)) == "2026-12-04"
    delays.let_go(bo, "say hello", at("2026-12-04T10:00"))
    assert today.move(bo, at("2026-12-04T11:00")).action is not Action.THANK


@pytest.mark.rule("D6.3")
def test_a_check_in_let_go_is_done_with(book: Book, delays: Delays, today: Today) -> None:
    bo = add_person(book, "Bo", stage="customer")
    add_row(book, "purchase", person_id=bo, on_date="2026-11-06", delivered_on="2026-11-10")
    assert today.move(bo, MORNING).action is Action.SERVE
    delays.let_go(bo, "check in", MORNING)
    assert today.move(bo, MORNING).action is not Action.SERVE
    assert book.value("SELECT step FROM plan_step WHERE person_id = ?", (bo,)) == "working"
    Undo(book, Changes()).undo(MORNING)
    delays.move(bo, date(2026, 11, 27), "check in", MORNING)
    assert today.move(bo, MORNING).action is not Action.SERVE
    assert names(today, "2026-11-27") == ["Bo"]


@pytest.mark.rule("D8")
def test_what_no_plan_can_stand_in_for_stays_off_the_lists_and_touches_no_promise(
    book: Book, delays: Delays, today: Today
) -> None:
    bo = add_person(book, "Bo")
    asked = add_touch(book, bo, "reached_out", "2026-11-20", direction="them", wants_answer=1)
    promise_id = add_promise(book, bo, "2027-01-20", kind="follow_up", reason="later")
    assert asked == promise_id, "so that one could be taken for the other"
    assert today.move(bo, MORNING).action is Action.APOLOGISE
    delays.move(bo, date(2026, 11, 27), "answer", MORNING)
    assert names(today, "2026-11-24") == names(today, "2026-11-26") == []
    assert names(today, "2026-11-27") == ["Bo"]
    assert [each.id for each in Promises(book, Changes()).open_for(bo)] == [promise_id]


def _overdue(book: Book, count: int) -> None:
    for each in range(count):
        person_id = add_person(book, f"Ann {each:02}", stage="customer")
        add_phone(book, person_id, f"(312) 555-01{each:02}", f"+131255501{each:02}")
        add_touch(book, person_id, on="2026-10-06")


@pytest.mark.practice("004-05")
def test_a_fresh_start_takes_a_few_a_day_until_all_had_their_turn(book: Book, delays: Delays, today: Today) -> None:
    _overdue(book, 31)
    day = today.day(MORNING)
    assert day.offered_places == 5
    assert len(day.cards) == 10
    fresh = delays.start_fresh(MORNING)
    assert (fresh.since, fresh.until, fresh.a_day) == (MORNING.today, date(2026, 12, 1), 5)
    assert steps(book) == ["fresh_start"]
    assert [changed.what for changed in HEARD] == [Change.SETTINGS]
    day = today.day(MORNING)
    assert (len(day.cards), day.offered_places, day.fresh_start) == (5, 0, fresh)
    assert [card.person_id for card in day.cards] == [card.person_id for card in today.day(MORNING).cards]
    assert fresh_start(book, date(2026, 12, 1)) is None


@pytest.mark.practice("004-05")
def test_promises_are_never_spread_out(book: Book, delays: Delays, today: Today) -> None:
    _overdue(book, 31)
    for each in range(7):
        person_id = add_person(book, f"Promised {each}")
        add_phone(book, person_id, f"(312) 555-02{each:02}", f"+131255502{each:02}")
        add_promise(book, person_id, "2026-11-24")
    delays.start_fresh(MORNING)
    assert sum(card.move.band is Band.CALLBACK for card in today.day(MORNING).cards) == 7


@pytest.mark.practice("004-05")
def test_homework_and_what_is_due_today_are_nothing_overdue(book: Book, today: Today) -> None:
    for each in range(40):
        add_person(book, f"Bought {each}", closeness="stranger")
        add_promise(book, add_person(book, f"Follow {each}"), "2026-11-24", kind="follow_up")
    standing.refresh_everybody(book, MORNING)
    assert today.day(MORNING).offered_places == 0


@pytest.mark.parametrize("kept", ['"5"', '{"since": "x"}', '{"since": "2026-11-24", "until": "2026-12-24"}', "[]"])
def test_a_fresh_start_that_makes_no_sense_is_none(book: Book, kept: str) -> None:
    with book.quietly():
        book.run("INSERT INTO setting VALUES ('fresh_start', ?)", (kept,))
    assert fresh_start(book, MORNING.today) is None
