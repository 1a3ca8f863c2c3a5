"""A new person with their yes: one step, announced once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.domain.permission import Basis, Permission
from planner.domain.touch import Channel
from planner.services.changes import Change, Changed
from planner.services.drafts import EmailDraft, PersonDraft, PhoneDraft
from planner.services.encounters import Encounters
from planner.services.open_book import OpenBook
from tests.builders import NOW, make_book


@pytest.fixture
def services(tmp_path: Path) -> Iterator[OpenBook]:
    book = make_book(tmp_path)
    yield OpenBook(book, lambda: NOW)
    book.close()


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


@pytest.mark.parametrize(
    ("draft", "name"),
    [
        (PersonDraft(phones=(PhoneDraft("3035550142"),)), "(303) 555-0142"),
        (PersonDraft(emails=(EmailDraft("ann@example.com"),)), "ann@example.com"),
        (PersonDraft(name="Ann Reyes", call_me="Annie"), "Annie"),
    ],
)
def test_who_was_added_is_named(services: OpenBook, draft: PersonDraft, name: str) -> None:
    services.encounters.welcome(draft, [], NOW)
    step = services.undo.last()
    assert step is not None
    assert step.detail["name"] == name


def test_nobody_is_not_added(services: OpenBook) -> None:
    with pytest.raises(PlannerError) as refused:
        Encounters(services.book, services.changes).welcome(PersonDraft(), [], NOW)
    assert refused.value.code == "nobody"
    assert services.undo.last() is None
