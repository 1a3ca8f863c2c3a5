"""Activities: what the week was made of."""

from __future__ import annotations

from datetime import date

import pytest

from planner.domain.activity import ActivityKind, Share, lacking
from planner.domain.errors import PlannerError
from planner.domain.touch import TouchKind
from planner.models.book import Book
from planner.services.activities import Activities, ActivityDraft
from planner.services.changes import Change, Changed, Changes
from planner.services.preferences import PreferencesStore
from planner.services.timeline import Entry, Timeline
from planner.services.today import Today
from planner.services.undo import Undo
from tests.builders import add_person, at, dump

NOW = at("2026-12-03T09:00")
TUESDAY = date(2026, 12, 1)


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def activities(book: Book, changes: Changes) -> Activities:
    return Activities(book, changes)


@pytest.mark.practice("003-03")
def test_a_post_attracts(activities: Activities, changes: Changes) -> None:
    told: list[Changed] = []
    changes.subscribe(told.append)
    activities.note(ActivityDraft(TUESDAY, ActivityKind.ATTRACT, "posted about  winter skin", 20), NOW)
    assert activities.mix(TUESDAY) == (
        Share(ActivityKind.ATTRACT, 1, 20),
        Share(ActivityKind.SERVE),
        Share(ActivityKind.REACH_OUT),
    )
    [noted] = activities.of_week(date(2026, 12, 6))
    assert (noted.on, noted.what) == (TUESDAY, "posted about winter skin")
    assert told == [Changed(Change.ACTIVITIES)]
    assert activities.of_week(date(2026, 12, 7)) == ()


@pytest.mark.practice("003-07")
def test_what_is_written_at_the_desk_is_no_conversation(book: Book, activities: Activities, changes: Changes) -> None:
    activities.note(ActivityDraft(NOW.today, ActivityKind.ATTRACT, "an article", 120), NOW)
    assert Today(book, PreferencesStore(book, changes)).day(NOW).talks_today == 0
    assert [share.times for share in activities.mix(NOW.today)] == [1, 0, 0]


@pytest.mark.practice("000-18")
def test_a_week_that_only_reaches_out_wants_serving(book: Book, activities: Activities, changes: Changes) -> None:
    timeline = Timeline(book, changes)
    people = [add_person(book, f"Person {number}", NOW) for number in range(9)]
    for person in people:
        timeline.log(person, Entry(TouchKind.NO_ANSWER, TUESDAY), NOW)
    week = activities.mix(TUESDAY)
    assert week == (Share(ActivityKind.ATTRACT), Share(ActivityKind.SERVE), Share(ActivityKind.REACH_OUT, 9))
    assert lacking(week) is ActivityKind.SERVE
    timeline.log(people[0], Entry(TouchKind.USEFUL_INFO, TUESDAY), NOW)
    timeline.log(people[1], Entry(TouchKind.CONVERSATION, TUESDAY), NOW)
    assert [share.times for share in activities.mix(TUESDAY)] == [0, 1, 9]
    assert lacking(activities.mix(TUESDAY)) is None


@pytest.mark.practice("000-18")
def test_undo_takes_back_what_was_noted_and_what_was_removed(
    book: Book, activities: Activities, changes: Changes
) -> None:
    empty = dump(book)
    activity = activities.note(ActivityDraft(TUESDAY, ActivityKind.SERVE, "packed samples"), NOW)
    noted = dump(book)
    activities.remove(activity, NOW)
    undo = Undo(book, changes)
    undo.undo(NOW)
    assert dump(book) == noted
    undo.undo(NOW)
    assert dump(book) == empty


def test_tomorrow_can_not_have_been_done(activities: Activities) -> None:
    with pytest.raises(PlannerError, match="activity_in_future"):
        activities.note(ActivityDraft(date(2026, 12, 4), ActivityKind.SERVE), NOW)
    with pytest.raises(PlannerError, match="no_such_activity"):
        activities.remove(7, NOW)
