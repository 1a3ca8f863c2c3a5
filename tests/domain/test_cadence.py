"""The dates on which somebody can come up, and the next step the list of people shows."""

from __future__ import annotations

from datetime import time
from typing import Any

import pytest

from planner.domain.cadence import DueKind, due_dates, next_step
from planner.domain.method import Method
from planner.domain.move import Action
from planner.domain.permission import StopRule
from planner.domain.person import Birthday, Closeness, Facts, SourceKind, Stage
from planner.domain.promise import PromiseKind, PromiseStatus
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import TouchKind
from tests.domain.facts import callback, day, follow_up, inquiry, no_answer, person, talk, touch

TODAY = day("2026-11-24")


def dates(facts: Facts) -> list[tuple[DueKind, str]]:
    return [(due.kind, due.due_on.isoformat()) for due in due_dates(facts, Method(), TODAY)]


def step(facts: Facts) -> tuple[Action, str | None, time | None]:
    found = next_step(facts, due_dates(facts, Method(), TODAY), TODAY)
    return found.action, found.on.isoformat() if found.on else None, found.at


@pytest.mark.rule("D6")
def test_every_date_of_a_full_life() -> None:
    promised = callback("2026-11-30", "15:00")
    owed = ThankYou(3, ThanksFor.ORDER, day("2026-11-25"))
    full = person(
        stage=Stage.CUSTOMER,
        birthday=Birthday(12, 24),
        touches=[talk("2026-11-20"), inquiry("2026-11-24", "09:00"), touch(TouchKind.PROBLEM_OPEN, "2026-11-22")],
        promises=[promised, follow_up("2027-01-10")],
        thank_yous=[owed],
    )
    assert dates(full) == [
        (DueKind.PROBLEM, "2026-11-22"),
        (DueKind.INQUIRY, "2026-11-24"),
        (DueKind.THANKS, "2026-11-25"),
        (DueKind.PROMISE, "2026-11-30"),
        (DueKind.BIRTHDAY, "2026-12-24"),
        (DueKind.FOLLOW_UP, "2027-01-10"),
    ]


@pytest.mark.rule("D6")
@pytest.mark.parametrize(
    "gone",
    [{"is_archived": True}, {"is_deceased": True}, {"stops": [StopRule(1, None, TODAY)]}],
)
def test_who_is_put_away_or_asked_for_peace_has_no_dates(gone: dict[str, Any]) -> None:
    assert dates(person(promises=[callback("2026-11-20")], birthday=Birthday(1, 1), **gone)) == []


@pytest.mark.rule("D6.5")
def test_an_agreed_next_step_silences_every_rhythm_but_a_bare_note_does_not() -> None:
    talked = {"stage": Stage.CUSTOMER, "touches": [talk("2026-10-20")]}
    rhythm = [(DueKind.KEEP_IN_TOUCH, "2026-12-04"), (DueKind.RECONNECT, "2027-10-20")]
    assert dates(person(**talked)) == rhythm
    assert dates(person(promises=[follow_up("2027-01-10")], **talked)) == [(DueKind.FOLLOW_UP, "2027-01-10")]
    bare = dates(person(promises=[follow_up("2026-11-30", reason="")], **talked))
    assert bare == [(DueKind.FOLLOW_UP, "2026-11-30"), *rhythm]


@pytest.mark.rule("D6.11")
def test_only_open_and_unmended_promises_have_dates() -> None:
    closed = [
        callback("2026-11-20", status=status)
        for status in (PromiseStatus.KEPT, PromiseStatus.KEPT_LATE, PromiseStatus.CANCELLED, PromiseStatus.MOVED)
    ]
    broken = callback("2026-11-20", status=PromiseStatus.BROKEN, closed_on=day("2026-11-20"))
    kinds = [kind for kind, _ in dates(person(promises=[*closed, broken]))]
    assert kinds.count(DueKind.PROMISE) == 1
    mended = person(promises=[broken], touches=[touch(TouchKind.APOLOGY, "2026-11-21")])
    assert DueKind.PROMISE not in [kind for kind, _ in dates(mended)]
    again = person(promises=[broken, callback("2026-11-30", made_on=day("2026-11-21"))])
    assert [on for kind, on in dates(again) if kind is DueKind.PROMISE] == ["2026-11-30"]
    soft = callback("2026-11-20", kind=PromiseKind.FOLLOW_UP, status=PromiseStatus.BROKEN)
    assert DueKind.FOLLOW_UP not in [kind for kind, _ in dates(person(promises=[soft]))]


@pytest.mark.rule("G13")
def test_strangers_wait_for_homework_and_the_numberless_for_a_question() -> None:
    assert dates(person(closeness=Closeness.STRANGER)) == [(DueKind.HOMEWORK, "2026-01-05")]
    met = person(phones=[], source_kind=SourceKind.EVENT)
    assert (DueKind.ASK_NUMBER, "2026-01-05") in dates(met)
    spread = {dates(person(id=number, phones=[]))[0][1] for number in range(1, 30)}
    assert len(spread) > 15


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        ({"is_archived": True}, (Action.NONE, None, None)),
        ({"stops": [StopRule(1, None, TODAY)]}, (Action.LEAVE_IN_PEACE, None, None)),
        ({"promises": [callback("2026-11-30", "15:00")]}, (Action.CALL, "2026-11-30", time(15))),
        ({"promises": [callback("2026-11-30")]}, (Action.CALL, "2026-11-30", None)),
        ({"promises": [callback("2026-11-20", "15:00")]}, (Action.APOLOGISE, "2026-11-20", time(15))),
        ({"promises": [follow_up("2026-11-20")]}, (Action.FOLLOW_UP, "2026-11-20", None)),
        ({"stage": Stage.NOT_NOW, "stage_until": day("2027-03-01")}, (Action.WAIT, "2027-03-01", None)),
        ({"stage": Stage.NO, "touches": [talk("2026-11-20")]}, (Action.WAIT, None, None)),
        ({"stage": Stage.CLOSED_KINDLY, "touches": [talk("2026-11-20")]}, (Action.WAIT, None, None)),
        ({"closeness": Closeness.STRANGER}, (Action.HOMEWORK, "2026-01-05", None)),
        ({"touches": [inquiry("2026-11-24")]}, (Action.ANSWER, "2026-11-24", None)),
        ({"added_on": None}, (Action.ALL_IS_WELL, None, None)),
        (
            {"stage": Stage.REACHED_OUT, "touches": [no_answer("2026-11-23")]},
            (Action.TRY_AGAIN, "2026-11-25", None),
        ),
    ],
)
def test_the_next_step_in_the_list_of_people(known: dict[str, Any], expected: object) -> None:
    assert step(person(**known)) == expected
