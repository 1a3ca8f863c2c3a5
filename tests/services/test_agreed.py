"""Commitments, wishes, raised hands, Noes and pauses."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.commitment import CommitmentStatus, CommitmentTo
from planner.domain.errors import PlannerError
from planner.domain.interest import Scope
from planner.domain.person import Stage
from planner.models.book import Book
from planner.services.changes import Change
from planner.services.commitments import CommitmentDraft
from planner.services.interests import InterestDraft
from tests.builders import NOW, at, dump
from tests.services.dealing_desk import DealingDesk

LATER = at("2026-12-01T09:00")


@pytest.fixture
def desk(book: Book) -> DealingDesk:
    return DealingDesk(book)


def standing(desk: DealingDesk, person_id: int) -> set[Scope]:
    return {no.scope for no in desk.facts(person_id).noes if no.holds_on(LATER.today)}


@pytest.mark.rule("D1")
@pytest.mark.scenario("S26")
def test_a_commitment_is_noted_moved_and_done(desk: DealingDesk) -> None:
    before = dump(desk.book)
    join = CommitmentDraft(CommitmentTo.JOIN, date(2026, 12, 15), "by my birthday")
    first = desk.services.commitments.note(desk.lena, join, NOW)
    assert desk.told[-1].what == Change.AGREEMENTS
    second = desk.services.commitments.move(first, date(2027, 1, 5), "", NOW)
    desk.services.commitments.done(second, NOW)
    old, new = desk.facts(desk.lena).commitments
    assert (old.status, new.status) == (CommitmentStatus.MOVED, CommitmentStatus.DONE)
    assert (new.by, new.words, new.what, new.closed_on) == (
        date(2027, 1, 5),
        "by my birthday",
        CommitmentTo.JOIN,
        NOW.today,
    )
    desk.undo_all_since(before, steps=3)


def test_a_commitment_that_was_withdrawn_is_settled(desk: DealingDesk) -> None:
    noted = desk.services.commitments.note(desk.lena, CommitmentDraft(CommitmentTo.BUY, NOW.today), NOW)
    desk.services.commitments.withdraw(noted, NOW)
    assert desk.services.commitments.of(desk.lena)[0].status is CommitmentStatus.WITHDRAWN
    with pytest.raises(PlannerError, match="commitment_not_open"):
        desk.services.commitments.done(noted, NOW)
    with pytest.raises(PlannerError, match="commitment_in_past"):
        desk.services.commitments.note(desk.lena, CommitmentDraft(CommitmentTo.BUY, date(2026, 11, 22)), NOW)


@pytest.mark.practice("002-11")
@pytest.mark.rule("G7")
def test_a_raised_hand_keeps_topic_words_and_day(desk: DealingDesk) -> None:
    before = dump(desk.book)
    desk.services.interests.raise_hand(desk.lena, Scope.HOST, "an evening", "could I have one?", None, NOW)
    (interest,) = desk.facts(desk.lena).interests
    assert (interest.scope, interest.topic, interest.words) == (Scope.HOST, "an evening", "could I have one?")
    assert (interest.on, interest.raised_hand) == (NOW.today, True)
    assert desk.stage(desk.lena) is Stage.IN_CONVERSATION
    desk.undo_all_since(before)


@pytest.mark.rule("G5")
@pytest.mark.scenario("S11")
def test_only_the_same_no_is_lifted_by_a_raised_hand(desk: DealingDesk) -> None:
    desk.services.interests.say_no(desk.lena, Scope.JOIN, "not for me", date(2024, 10, 3), NOW)
    desk.services.interests.say_no(desk.lena, Scope.BUY, "no, thanks", None, NOW)
    assert desk.stage(desk.lena) is Stage.NO
    before = dump(desk.book)
    desk.services.interests.raise_hand(desk.lena, Scope.BUY, "lip balm", "do you still sell it?", None, LATER)
    assert standing(desk, desk.lena) == {Scope.JOIN}
    lifted = next(no for no in desk.facts(desk.lena).noes if no.scope is Scope.BUY)
    assert (lifted.lifted_on, lifted.lifted_words) == (LATER.today, "do you still sell it?")
    assert desk.stage(desk.lena) is Stage.IN_CONVERSATION
    desk.undo_all_since(before)


@pytest.mark.rule("G5")
def test_a_no_to_everything_stays_for_all_but_what_they_ask_for(desk: DealingDesk) -> None:
    desk.services.interests.say_no(desk.lena, Scope.EVERYTHING, "nothing, please", None, NOW)
    desk.services.interests.raise_hand(desk.lena, Scope.BUY, "", "one candle after all", None, LATER)
    assert standing(desk, desk.lena) == {Scope.HOST, Scope.JOIN, Scope.REFER}
    assert all(no.words == "nothing, please" for no in desk.facts(desk.lena).noes)


@pytest.mark.rule("D3")
def test_a_no_closes_the_business_only_when_nothing_else_is_open(desk: DealingDesk) -> None:
    desk.services.interests.note(desk.lena, InterestDraft(Scope.BUY, "serum", why="dry skin"), NOW)
    desk.services.people.set_stage(desk.lena, Stage.OFFERED, None, NOW)
    before = dump(desk.book)
    desk.services.interests.say_no(desk.lena, Scope.JOIN, "no", None, NOW)
    assert desk.stage(desk.lena) is Stage.OFFERED
    assert desk.facts(desk.lena).interests[0].ended_on is None
    desk.services.interests.say_no(desk.lena, Scope.BUY, "no", None, NOW)
    assert desk.stage(desk.lena) is Stage.NO
    assert desk.facts(desk.lena).interests[0].ended_on == NOW.today
    desk.undo_all_since(before, steps=2)


@pytest.mark.rule("D3")
@pytest.mark.parametrize("stage", [Stage.CUSTOMER, Stage.TEAM, Stage.HOST, Stage.FAN])
def test_whoever_has_a_place_keeps_it_after_a_no(desk: DealingDesk, stage: Stage) -> None:
    desk.services.people.set_stage(desk.lena, stage, None, NOW)
    desk.services.commitments.note(desk.lena, CommitmentDraft(CommitmentTo.HOST, LATER.today), NOW)
    desk.services.interests.say_no(desk.lena, Scope.HOST, "no", None, NOW)
    assert desk.stage(desk.lena) is stage
    assert desk.services.commitments.of(desk.lena)[0].status is CommitmentStatus.WITHDRAWN


def test_a_no_is_written_once(desk: DealingDesk) -> None:
    first = desk.services.interests.say_no(desk.lena, Scope.JOIN, "no", None, NOW)
    assert desk.services.interests.say_no(desk.lena, Scope.JOIN, "no!", None, LATER) == first


def test_a_wish_ends(desk: DealingDesk) -> None:
    wish = desk.services.interests.note(desk.lena, InterestDraft(Scope.REFER), NOW)
    before = dump(desk.book)
    desk.services.interests.end(wish, LATER)
    assert desk.services.interests.of(desk.lena)[0].ended_on == LATER.today
    desk.undo_all_since(before)


def test_impossible_wishes_are_said(desk: DealingDesk) -> None:
    with pytest.raises(PlannerError, match="interest_needs_scope"):
        desk.services.interests.note(desk.lena, InterestDraft(Scope.EVERYTHING), NOW)
    with pytest.raises(PlannerError, match="interest_in_future"):
        desk.services.interests.note(desk.lena, InterestDraft(Scope.BUY, on=LATER.today), NOW)


@pytest.mark.rule("G20")
def test_business_rests_for_sixty_days_unless_told(desk: DealingDesk) -> None:
    before = dump(desk.book)
    first = desk.services.pauses.begin(desk.lena, "a new baby", None, NOW)
    (pause,) = desk.facts(desk.lena).pauses
    assert (pause.since, pause.until, pause.what) == (NOW.today, date(2027, 1, 22), "a new baby")
    desk.services.pauses.begin(desk.lena, "twins", date(2027, 6, 1), LATER)
    assert [(each.until, each.what) for each in desk.services.pauses.of(desk.lena)] == [
        (LATER.today, "a new baby"),
        (date(2027, 6, 1), "twins"),
    ]
    desk.undo_all_since(before, steps=2)
    with pytest.raises(PlannerError, match="no_such_pause"):
        desk.services.pauses.end(first, NOW)
    with pytest.raises(PlannerError, match="pause_is_over"):
        desk.services.pauses.begin(desk.lena, "", NOW.today, NOW)


def test_a_pause_ends_today(desk: DealingDesk) -> None:
    slip = desk.services.pauses.begin(desk.lena, "", None, NOW)
    desk.services.pauses.end(slip, NOW)
    assert not desk.services.pauses.of(desk.lena)
    pause = desk.services.pauses.begin(desk.lena, "moving", None, NOW)
    desk.services.pauses.end(pause, LATER)
    assert desk.services.pauses.of(desk.lena)[0].until == LATER.today
