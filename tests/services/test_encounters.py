"""A new person with their yes, and a talk with its ending: one step, announced once."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.domain.permission import Basis, Permission
from planner.domain.person import Stage
from planner.domain.promise import PromiseKind, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, TouchKind
from planner.services.changes import Change, Changed
from planner.services.drafts import PersonDraft
from planner.services.encounters import Encounters, Ending, Ends, Yes
from planner.services.open_book import OpenBook
from planner.services.promises import PromiseDraft
from planner.services.timeline import Entry
from tests.builders import NOW, make_book

TALK = Entry(TouchKind.CONVERSATION, NOW.today, None, Channel.CALL)
CALLBACK = PromiseDraft(PromiseKind.CALLBACK, date(2026, 11, 27), Window.EXACT, time(16))


@pytest.fixture
def services(tmp_path: Path) -> Iterator[OpenBook]:
    book = make_book(tmp_path)
    yield OpenBook(book, lambda: NOW)
    book.close()


@pytest.fixture
def ann(services: OpenBook) -> int:
    return services.people.add(PersonDraft(name="Ann Lee"), NOW)


def talked(services: OpenBook, person_id: int, ending: Ending, *more: Entry) -> None:
    Encounters(services.book, services.changes).talked(person_id, [TALK, *more], ending, NOW)


def kinds(services: OpenBook, person_id: int) -> list[TouchKind]:
    return [entry.kind for entry in services.timeline.entries(person_id)]


@pytest.mark.practice("001-22")
def test_a_person_is_added_with_their_yes_in_one_step(services: OpenBook) -> None:
    heard: list[Changed] = []
    services.changes.subscribe(heard.append)
    yes = Permission(0, Channel.CALL, basis=Basis.GAVE_NUMBER, words="call me", given_on=NOW.today)
    person = Encounters(services.book, services.changes).welcome(PersonDraft(name="Ann"), [yes], NOW)
    assert services.people.view(person).permissions[0].words == "call me"
    assert len(heard) == 1
    assert heard[0].people == {person}
    assert heard[0].what & Change.PERMISSIONS
    services.undo.undo(NOW)
    with pytest.raises(PlannerError):
        services.people.view(person)


def test_nobody_is_not_added(services: OpenBook) -> None:
    with pytest.raises(PlannerError) as refused:
        Encounters(services.book, services.changes).welcome(PersonDraft(), [], NOW)
    assert refused.value.code == "nobody"
    assert services.undo.last() is None


@pytest.mark.practice("002-26")
def test_a_talk_with_a_callback_is_one_step(services: OpenBook, ann: int) -> None:
    tip = Entry(TouchKind.USEFUL_INFO, NOW.today, None, Channel.CALL)
    talked(services, ann, Ending(Ends.CALLBACK, CALLBACK, words="four is fine"), tip)
    assert set(kinds(services, ann)) == {TouchKind.CONVERSATION, TouchKind.USEFUL_INFO}
    promise = services.promises.open_for(ann)[0]
    assert (promise.due_on, promise.at, promise.words) == (date(2026, 11, 27), time(16), "four is fine")
    assert services.people.view(ann).stage is Stage.IN_CONVERSATION
    step = services.undo.undo(NOW)
    assert step is not None
    assert step.what == "talked"
    assert kinds(services, ann) == []
    assert services.promises.open_for(ann) == ()
    assert services.people.view(ann).stage is Stage.NEW


def test_their_own_date_becomes_a_follow_up(services: OpenBook, ann: int) -> None:
    draft = PromiseDraft(PromiseKind.FOLLOW_UP, date(2026, 12, 1), reason="They decide")
    talked(services, ann, Ending(Ends.DECIDES, draft))
    assert [promise.kind for promise in services.promises.open_for(ann)] == [PromiseKind.FOLLOW_UP]


@pytest.mark.rule("D4")
@pytest.mark.parametrize(
    ("yes", "stage", "thanks", "kind"),
    [
        (Yes.BOUGHT, Stage.CUSTOMER, ThanksFor.ORDER, TouchKind.BOUGHT),
        (Yes.JOINED, Stage.TEAM, ThanksFor.JOINED, TouchKind.REACHED_OUT),
        (Yes.HOSTS, Stage.HOST, ThanksFor.HOSTED, TouchKind.REACHED_OUT),
    ],
)
def test_a_yes_moves_them_and_owes_thanks(
    services: OpenBook, ann: int, yes: Yes, stage: Stage, thanks: ThanksFor, kind: TouchKind
) -> None:
    talked(services, ann, Ending(Ends.YES, yes=yes, words="let us do it"))
    view = services.people.view(ann)
    assert view.stage is stage
    assert [owed.trigger for owed in view.thank_yous] == [thanks]
    assert set(kinds(services, ann)) == {TouchKind.CONVERSATION, kind}
    assert services.timeline.account(ann, NOW).points == 10


def test_a_no_is_kept_and_a_wish_for_peace_too(services: OpenBook, ann: int) -> None:
    talked(services, ann, Ending(Ends.NO, words="please do not call again", wants_peace=True))
    view = services.people.view(ann)
    assert view.stage is Stage.NO
    assert [(stop.channel, stop.words) for stop in view.stops] == [(None, "please do not call again")]


@pytest.mark.rule("G20")
@pytest.mark.parametrize(("until", "kept"), [(date(2027, 3, 1), date(2027, 3, 1)), (None, date(2027, 2, 21))])
def test_not_now_has_a_day(services: OpenBook, ann: int, until: date | None, kept: date) -> None:
    talked(services, ann, Ending(Ends.NOT_NOW, until=until))
    view = services.people.view(ann)
    assert (view.stage, view.stage_until) == (Stage.NOT_NOW, kept)


def test_friends_need_no_next_step(services: OpenBook, ann: int) -> None:
    talked(services, ann, Ending(Ends.FRIENDS))
    assert kinds(services, ann) == [TouchKind.CONVERSATION]
    assert services.promises.open_for(ann) == ()


@pytest.mark.parametrize("how", [Ends.CALLBACK, Ends.DECIDES])
def test_an_ending_with_a_promise_needs_one(services: OpenBook, ann: int, how: Ends) -> None:
    with pytest.raises(PlannerError):
        talked(services, ann, Ending(how))
    assert kinds(services, ann) == []


def test_a_refusal_leaves_nothing_behind(services: OpenBook, ann: int) -> None:
    heard: list[Changed] = []
    services.changes.subscribe(heard.append)
    past = PromiseDraft(PromiseKind.CALLBACK, date(2026, 11, 20), Window.EXACT, time(9))
    with pytest.raises(PlannerError) as refused:
        talked(services, ann, Ending(Ends.CALLBACK, past))
    assert refused.value.code == "promise_in_past"
    assert kinds(services, ann) == []
    assert heard == []
