"""The same with several people: one step each, undone whole; and people put on a day's sheet."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.domain.move import Action
from planner.domain.person import Closeness, SourceKind
from planner.domain.touch import Channel, TouchKind
from planner.models.book import Book
from planner.services.changes import Change, Changed
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.exchange.book_file import write_people
from planner.services.listing import View
from planner.services.open_book import OpenBook
from planner.services.order import SortBy
from planner.services.sheets import MOST_WANTED
from planner.services.timeline import Entry
from planner.ui.kit import wording
from tests.builders import NOW, at, dump, dump_derived

NAMES = ("Ann", "Bob", "Cy", "Di")


@pytest.fixture
def services(book: Book) -> OpenBook:
    opened = OpenBook(book, lambda: NOW)
    for number, name in enumerate(NAMES):
        phone = (PhoneDraft(f"312 555 014{number}"),)
        opened.people.add(PersonDraft(name=name, phones=phone, tags=("choir",) if name in ("Ann", "Bob") else ()), NOW)
    return opened


def tags(services: OpenBook) -> list[str]:
    return [" ".join(services.people.draft(person_id).tags) for person_id in (1, 2, 3, 4)]


def done(services: OpenBook) -> str:
    last = services.undo.last()
    assert last is not None
    return wording.step_done(last)


VERBS: list[tuple[Callable[[OpenBook, list[int]], object], str, str]] = [
    (
        lambda services, ids: services.bulk.tag(ids, ["vip", " book  club "], ["choir"], NOW),
        "Tags of 3 people saved",
        "Tags of Ann saved",
    ),
    (
        lambda services, ids: services.bulk.set_source(ids, SourceKind.EVENT, "Spring Fair", NOW),
        "Where 3 people come from: noted",
        "Where Ann comes from: noted",
    ),
    (
        lambda services, ids: services.bulk.set_closeness(ids, Closeness.FRIEND, NOW),
        "How close 3 people are: noted",
        "How close Ann is: noted",
    ),
    (lambda services, ids: services.people.archive(ids, NOW), "3 people put away", "Ann put away"),
    (
        lambda services, ids: services.sheets.put_on(ids, NOW),
        "3 people are on today’s sheet",
        "Ann is on today’s sheet",
    ),
]


@pytest.mark.parametrize(("verb", "several", "one"), VERBS)
def test_each_is_one_step_that_goes_back_whole(
    services: OpenBook, verb: Callable[[OpenBook, list[int]], object], several: str, one: str
) -> None:
    before, derived = dump(services.book), dump_derived(services.book)
    told: list[Changed] = []
    services.changes.subscribe(told.append)
    verb(services, [1, 2, 3, 99])
    assert (done(services), len(told)) == (several, 1)
    services.undo.undo(NOW)
    assert (dump(services.book), dump_derived(services.book)) == (before, derived)
    verb(services, [1])
    assert done(services) == one


def test_tags_come_and_go_and_stay_where_nothing_is_said(services: OpenBook) -> None:
    services.bulk.tag([1, 3], ["vip"], [], NOW)
    assert tags(services) == ["choir vip", "choir", "vip", ""]
    assert services.bulk.tags_of([1, 2, 3]) == {"choir": 2, "vip": 2}
    services.bulk.tag([1, 2, 3, 4], ["all"], ["choir"], NOW)
    assert tags(services) == ["vip all", "all", "vip all", "all"]
    found = services.listing.ids(View.EVERYONE, SortBy.NAME, descending=False, search="vip", now=NOW)
    assert list(found) == [1, 3], "found by the new word at once"


def test_nothing_to_do_is_no_step(services: OpenBook) -> None:
    before = services.undo.last()
    services.bulk.tag([1, 2], [" "], [], NOW)
    assert services.undo.last() == before
    with pytest.raises(PlannerError) as nobody:
        services.bulk.set_closeness([77], Closeness.FAMILY, NOW)
    assert nobody.value.code == "nobody_left"


def test_a_source_is_made_once_and_a_bought_one_is_locked(services: OpenBook) -> None:
    assert services.bulk.source_of([1, 2]) == (SourceKind.UNKNOWN, "")
    services.bulk.set_source([1, 2], SourceKind.BOUGHT, "Leads Inc", NOW)
    services.bulk.set_source([3], SourceKind.BOUGHT, "Leads Inc", NOW)
    assert services.bulk.source_of([1, 2, 3]) == (SourceKind.BOUGHT, "Leads Inc")
    assert services.bulk.source_of([1, 4]) is None
    assert services.sources.locked_list_of(1) == services.sources.locked_list_of(3) is not None
    services.bulk.set_source([1, 2, 3], SourceKind.UNKNOWN, "", NOW)
    assert services.bulk.source_of([1, 2, 3]) == (SourceKind.UNKNOWN, "")


def test_a_stop_in_the_middle_leaves_everything_as_it_was(services: OpenBook) -> None:
    before = dump(services.book)
    with pytest.raises(PlannerError) as stopped:
        services.bulk.set_closeness([1, 2], Closeness.FAMILY, NOW, lambda _done, _total: False)
    assert stopped.value.code == "cancelled"
    assert dump(services.book) == before


# The day's sheet


def on_sheet(services: OpenBook, now: object = NOW) -> list[str]:
    return [line.card.name for line in services.sheets.compose(now).lines]  # type: ignore[arg-type]


def talk_with(services: OpenBook, person_id: int, now: object = NOW) -> None:
    services.timeline.log(person_id, Entry(TouchKind.CONVERSATION, NOW.today, channel=Channel.CALL), now)  # type: ignore[arg-type]


def test_whoever_is_put_on_the_sheet_stands_on_it_that_day_due_or_not(services: OpenBook) -> None:
    due = on_sheet(services)
    missing = [name for name in NAMES if name not in due]
    assert missing, "somebody is not due today"
    ids = [NAMES.index(name) + 1 for name in NAMES]
    assert services.sheets.put_on(ids, NOW) == ()
    assert on_sheet(services) == due + missing
    assert not set(on_sheet(services, at("2026-11-24T09:00"))) & set(missing)


def test_whoever_wants_peace_stays_off_the_sheet_and_it_is_said_why(services: OpenBook) -> None:
    services.permissions.stop(2, None, "leave me alone", NOW)
    services.people.archive([3], NOW)
    left = services.sheets.put_on([1, 2, 3], NOW)
    assert [(card.name, card.move.action) for card in left] == [("Bob", Action.LEAVE_IN_PEACE), ("Cy", Action.NONE)]
    assert done(services) == "Ann is on today’s sheet"
    services.sheets.put_on([4], NOW)
    services.permissions.stop(4, None, "not me either", NOW)
    assert "Di" not in on_sheet(services), "a stop holds from the moment it is said"


def test_what_holds_somebody_stands_on_the_sheet_too(services: OpenBook) -> None:
    services.pauses.begin(1, "their mother is ill", None, NOW)
    services.sheets.put_on([1], NOW)
    line = next(line for line in services.sheets.compose(NOW).lines if line.card.name == "Ann")
    assert "life" in " ".join(reason.code for reason in (*line.card.move.why, *line.card.move.holds))


def test_after_a_word_with_them_they_need_not_stand_there_any_more(services: OpenBook) -> None:
    before = on_sheet(services)
    services.sheets.put_on([1, 4], NOW)
    assert set(on_sheet(services)) == {*before, "Ann", "Di"}
    talk_with(services, 4)
    due = {card.name for card in services.today.day(NOW).cards}
    assert set(on_sheet(services)) == due | {"Ann"}


def test_whoever_is_in_the_bin_stands_on_no_sheet(services: OpenBook) -> None:
    services.sheets.put_on([1, 4], NOW)
    services.people.remove([1], NOW)
    assert "Ann" not in on_sheet(services)
    assert services.sheets.put_on([1, 2], NOW) == ()
    assert done(services) == "Bob is on today’s sheet"


def test_a_sheet_has_room_for_so_many(services: OpenBook) -> None:
    with pytest.raises(PlannerError) as full:
        services.sheets.put_on(range(1, MOST_WANTED + 2), NOW)
    assert full.value.code == "too_many_for_sheet"


def test_the_change_is_told_as_one_about_sheets(services: OpenBook) -> None:
    told: list[Changed] = []
    services.changes.subscribe(told.append)
    services.sheets.put_on([1], NOW)
    assert told == [Changed(Change.SHEETS)]


# Export


@pytest.mark.parametrize("ids", [[2], [1, 3], [1, 2, 3, 4], [4, 99]])
def test_only_those_marked_are_exported(services: OpenBook, tmp_path: Path, ids: list[int]) -> None:
    services.people.archive([1], NOW)
    path = tmp_path / "some.csv"
    assert write_people(services.book, path, ids) == len([each for each in ids if each <= len(NAMES)])
    with path.open(encoding="utf-8-sig", newline="") as file:
        names = [row["First Name"] for row in csv.DictReader(file)]
    assert names == [NAMES[each - 1] for each in ids if each <= len(NAMES)]
