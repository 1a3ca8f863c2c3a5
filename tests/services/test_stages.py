"""Since when the business stands where it stands: written down with every move, and told over time."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.domain.interest import Scope
from planner.domain.moment import Moment
from planner.domain.outcome import Outcome
from planner.domain.period import Span
from planner.domain.person import Stage
from planner.domain.touch import Channel, TouchKind
from planner.models.book import Book
from planner.services import demo
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.encounters import OutcomeReport
from planner.services.exchange.book_json import import_book, write_book
from planner.services.following import Entry
from planner.services.open_book import OpenBook
from planner.services.parties import PartyDraft
from planner.services.team import MembershipDraft
from tests.builders import NOW, add_person, add_row, make_book

DAYS = "SELECT on_date, stage FROM stage_since WHERE person_id = ? ORDER BY on_date"
WRONG = """
SELECT person.id, person.stage, kept.stage FROM person LEFT JOIN stage_since AS kept
ON kept.person_id = person.id AND kept.on_date = (SELECT max(on_date) FROM stage_since WHERE person_id = person.id)
WHERE person.stage IS NOT coalesce(kept.stage, 'new')
UNION ALL SELECT person_id, was, before FROM (
  SELECT person_id, was, lag(stage, 1, 'new') OVER (PARTITION BY person_id ORDER BY on_date) AS before FROM stage_since)
WHERE was IS NOT before"""
"""Whose last row does not say where they stand, or whose rows do not follow from each other."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenBook]:
    opened = OpenBook.at(tmp_path / "book.warmbook", lambda: NOW)
    yield opened
    opened.book.close()


def later(days: int) -> Moment:
    return Moment(NOW.utc + timedelta(days=days), NOW.zone)


def kim(desk: OpenBook, stage: Stage = Stage.NEW) -> int:
    return desk.people.add(PersonDraft(name="Kim Ito", phones=(PhoneDraft("312 555 0142"),), stage=stage), NOW)


def talks(desk: OpenBook, person: int, now: Moment) -> None:
    desk.timeline.log(person, Entry(TouchKind.CONVERSATION, now.today, channel=Channel.CALL), now)


WAYS: dict[str, Callable[[OpenBook, int, Moment], object]] = {
    "a talk": talks,
    "a try": lambda desk, person, now: desk.timeline.log(person, Entry(TouchKind.NO_ANSWER, now.today), now),
    "an order on the timeline": lambda desk, person, now: desk.timeline.log(
        person, Entry(TouchKind.BOUGHT, now.today), now
    ),
    "a wrong number": lambda desk, person, now: desk.timeline.log(
        person, Entry(TouchKind.WRONG_NUMBER, now.today), now
    ),
    "by hand": lambda desk, person, now: desk.people.set_stage(person, Stage.RESTING, None, now),
    "a raised hand": lambda desk, person, now: desk.interests.raise_hand(
        person, Scope.JOIN, "", "tell me", now.today, now
    ),
    "a No": lambda desk, person, now: desk.interests.say_no(person, Scope.EVERYTHING, "no", now.today, now),
    "a party": lambda desk, person, now: desk.parties.book(
        PartyDraft(on=now.today + timedelta(days=9), host_id=person), now
    ),
    "the team": lambda desk, person, now: desk.team.join(person, MembershipDraft(now.today), now),
    "an outcome": lambda desk, person, now: desk.encounters.log_outcome(
        person, OutcomeReport(Outcome.NOT_NOW, now.today), now
    ),
}


@pytest.mark.parametrize("way", WAYS)
def test_every_way_to_move_on_is_written_down_with_its_day(desk: OpenBook, way: str) -> None:
    person = kim(desk)
    WAYS[way](desk, person, later(3))
    assert desk.people.view(person).stage is not Stage.NEW
    assert desk.book.rows(WRONG) == []
    [(on, _stage)] = desk.book.rows(DAYS, (person,))
    assert on == later(3).today.isoformat()
    desk.undo.undo(later(3))
    assert desk.people.view(person).stage is Stage.NEW
    assert desk.book.rows(DAYS, (person,)) == []


def test_a_fan_is_one_since_the_day_it_was_confirmed(desk: OpenBook) -> None:
    person = kim(desk, Stage.CUSTOMER)
    desk.people.mark_fan(person, later(5))
    assert desk.book.rows(DAYS, (person,)) == [("2026-11-23", "customer"), ("2026-11-28", "fan")]


def test_whoever_leaves_the_team_is_since_that_day_what_they_were(desk: OpenBook) -> None:
    person = kim(desk, Stage.CUSTOMER)
    membership = desk.team.join(person, MembershipDraft(later(1).today), later(1))
    desk.team.leaves(membership, later(6).today, later(6))
    assert desk.book.rows(WRONG) == []
    assert [on for on, _stage in desk.book.rows(DAYS, (person,))] == ["2026-11-23", "2026-11-24", "2026-11-29"]


def test_nothing_is_written_where_nothing_moves_and_a_day_has_one_row(desk: OpenBook) -> None:
    person = kim(desk)
    talks(desk, person, later(1))
    talks(desk, person, later(2))
    desk.people.set_stage(person, Stage.IN_CONVERSATION, None, later(2))
    assert desk.book.rows(DAYS, (person,)) == [("2026-11-24", "in_conversation")]
    for stage in (Stage.NOT_NOW, Stage.CUSTOMER):
        desk.people.set_stage(person, stage, None, later(4))
    assert desk.book.rows(DAYS, (person,)) == [("2026-11-24", "in_conversation"), ("2026-11-27", "customer")]
    for stage in (Stage.NOT_NOW, Stage.IN_CONVERSATION):
        desk.undo.undo(later(4))
        assert desk.people.view(person).stage is stage
        assert desk.book.rows(WRONG) == []


def test_it_goes_with_the_person(desk: OpenBook) -> None:
    person = kim(desk, Stage.CUSTOMER)
    desk.people.remove([person], NOW)
    desk.bin.forget([person], NOW)
    assert desk.book.value("SELECT count(*) FROM stage_since") == 0


def counts(desk: OpenBook, span: Span = Span.YEAR) -> list[tuple[date, dict[str, int]]]:
    report = desk.reports.people(span, NOW)
    return [(each.on, {stage.value if stage else "?": n for stage, n in each.counts.items()}) for each in report.then]


def test_stages_over_time_counted_by_hand(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann", added_on="2026-08-10")
    ben = add_person(desk.book, "Ben", added_on="2026-09-01", stage="customer")
    away = add_person(desk.book, "Away", added_on="2026-08-01", archived_on="2026-11-01")
    for person, on, was, stage in (
        (ann, "2026-09-30", "new", "in_conversation"),
        (ann, "2026-10-01", "in_conversation", "not_now"),
        (ann, "2026-11-02", "not_now", "customer"),
        (ben, "2026-11-23", "customer", "fan"),
        (away, "2026-09-01", "new", "team"),
    ):
        add_row(desk.book, "stage_since", person_id=person, on_date=on, was=was, stage=stage)
    then = counts(desk)
    assert then[0] == (date(2025, 12, 31), {})
    assert then[-4:] == [
        (date(2026, 8, 31), {"new": 1}),
        (date(2026, 9, 30), {"in_conversation": 1, "customer": 1}),
        (date(2026, 10, 31), {"not_now": 1, "customer": 1}),
        (date(2026, 11, 23), {"customer": 1, "fan": 1}),
    ]
    assert desk.reports.people(Span.YEAR, NOW).known_since is None


def test_what_is_not_known_is_not_guessed(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann", added_on="2026-08-10")
    add_row(desk.book, "stage_since", person_id=ann, on_date="2026-08-10", was="new", stage=None)
    add_row(desk.book, "stage_since", person_id=ann, on_date="2026-10-05", was=None, stage="customer")
    assert [found for _on, found in counts(desk)[-4:]] == [{"?": 1}, {"?": 1}, {"customer": 1}, {"customer": 1}]
    assert desk.reports.people(Span.YEAR, NOW).known_since == date(2026, 10, 5)


def test_a_day_ahead_of_the_clock_counts_as_today(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann", added_on="2026-08-10")
    add_row(desk.book, "stage_since", person_id=ann, on_date="2026-11-24", was="new", stage="customer")
    assert counts(desk)[-1] == (date(2026, 11, 23), {"customer": 1})


@pytest.mark.parametrize("people", [60, 400])
def test_the_sample_book_tells_how_it_came_to_where_everybody_stands(desk: OpenBook, people: int) -> None:
    demo.fill(desk.book, NOW, people=people)
    assert desk.book.rows(WRONG) == []
    report = desk.reports.people(Span.YEAR, NOW)
    assert report.then[-1].counts == report.stages
    assert len({tuple(sorted(map(str, each.counts.items()))) for each in report.then}) > 8
    assert report.known_since is None
    early = "SELECT count(*) FROM stage_since JOIN person ON person.id = person_id WHERE on_date < added_on"
    assert desk.book.value(early) == 0


def test_it_travels_with_the_book_file(desk: OpenBook, tmp_path: Path) -> None:
    person = kim(desk)
    talks(desk, person, later(1))
    desk.people.set_stage(person, Stage.CUSTOMER, None, later(3))
    write_book(desk.book, tmp_path / "book.json")
    [told] = json.loads((tmp_path / "book.json").read_text("utf-8"))["people"]
    assert told["stages"] == [
        {"on": "2026-11-24", "stage": "in_conversation"},
        {"on": "2026-11-26", "stage": "customer"},
    ]
    other = make_book(tmp_path, "other.warmbook")
    import_book(other, tmp_path / "book.json", later(9))
    assert other.rows(DAYS, (person,)) == desk.book.rows(DAYS, (person,))
    other.close()


def told_by_hand(book: Book, folder: Path, **person: object) -> list[tuple[object, ...]]:
    file = folder / "hand.json"
    file.write_text(json.dumps({"format": "warmbook-book", "people": [{"name": "Ann"} | person]}), encoding="utf-8")
    import_book(book, file, NOW)
    return book.rows("SELECT on_date, stage FROM stage_since ORDER BY on_date")


@pytest.mark.parametrize(
    ("person", "rows"),
    [
        ({"added_on": "2026-03-01"}, []),
        ({"stage": "customer"}, [("2026-11-23", "customer")]),
        ({"stage": "customer", "added_on": "2026-03-01"}, [("2026-03-01", None), ("2026-11-23", "customer")]),
        (
            {"stage": "customer", "stages": [{"on": "2026-05-01", "stage": "offered"}], "added_on": "2026-03-01"},
            [("2026-05-01", "offered"), ("2026-11-23", "customer")],
        ),
        ({"stage": "fan", "stages": [{"on": "2026-11-23", "stage": "offered"}]}, [("2026-11-23", "fan")]),
    ],
)
def test_a_file_by_hand_leaves_open_what_it_does_not_tell(
    book: Book, tmp_path: Path, person: dict[str, object], rows: list[tuple[str, str | None]]
) -> None:
    assert told_by_hand(book, tmp_path, **person) == rows
    assert book.rows(WRONG) == []


def test_whoever_is_added_at_a_stage_is_at_it_since_then(desk: OpenBook) -> None:
    person = kim(desk, Stage.CUSTOMER)
    assert desk.book.rows(DAYS, (person,)) == [("2026-11-23", "customer")]
    other = desk.people.add(replace(PersonDraft(name="New"), stage=Stage.NEW), NOW)
    assert desk.book.rows(DAYS, (other,)) == []
