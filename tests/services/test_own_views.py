"""The user's own views: whom they hold, that they are kept in order, undone, and travel with the book."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from datetime import date, timedelta
from itertools import product
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from planner.domain.account import Level
from planner.domain.errors import PlannerError
from planner.domain.permission import Permission
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.promise import PromiseKind
from planner.domain.touch import Channel, TouchKind
from planner.models import listing as query
from planner.models.book import Book
from planner.services import own_views
from planner.services.changes import Change
from planner.services.drafts import AddressDraft, PersonDraft
from planner.services.exchange import book_json
from planner.services.open_book import OpenBook
from planner.services.order import SortBy
from planner.services.promises import PromiseDraft
from planner.services.saved_views import Filters, InTouch, NextStep, OwnView, View
from planner.services.stored import write_setting
from planner.services.timeline import Entry
from tests.builders import NOW

TODAY = NOW.today


@pytest.fixture
def services(book: Book) -> OpenBook:
    return OpenBook(book, lambda: NOW)


def add(services: OpenBook, name: str, **facts: object) -> int:
    return services.people.add(PersonDraft(name=name, **facts), NOW)  # type: ignore[arg-type]


def names(services: OpenBook, filters: Filters, sort: SortBy = SortBy.NAME) -> list[str]:
    """Who is in such a view."""
    found = services.listing.ids(OwnView(1, "x", filters), sort, descending=False, search="", now=NOW)
    lines = services.listing.rows(found, NOW)
    assert services.listing.count(OwnView(1, "x", filters), "", NOW) == len(found)
    return [lines[person_id].name for person_id in found]


@pytest.fixture
def five(services: OpenBook) -> OpenBook:
    """Five people who differ in everything a view asks for."""
    denver, zurich = (AddressDraft(city="Denver"),), (AddressDraft(city="Zürich"),)
    fair = {"source_kind": SourceKind.EVENT, "source_name": "Spring Fair"}
    ann = add(services, "Ann", stage=Stage.CUSTOMER, addresses=denver, tags=("vip",), opening_balance=18)
    bob = add(services, "Bob", closeness=Closeness.FRIEND, addresses=zurich, tags=("choir", "vip"))
    cy = add(services, "Cy", stage=Stage.OFFERED, **fair)
    di = add(services, "Di", source_kind=SourceKind.EVENT, source_name="", tags=("choir",))
    eve = add(services, "Eve", stage=Stage.NO, source_kind=SourceKind.BOUGHT, source_name="Leads Inc")
    for person_id, days in ((ann, 5), (cy, 100)):
        entry = Entry(TouchKind.CONVERSATION, TODAY - timedelta(days=days), channel=Channel.CALL)
        services.timeline.log(person_id, entry, NOW)
    services.promises.make(ann, PromiseDraft(PromiseKind.FOLLOW_UP, TODAY + timedelta(days=3)), NOW)
    services.promises.make(bob, PromiseDraft(PromiseKind.CALLBACK, TODAY), NOW)
    services.promises.make(cy, PromiseDraft(PromiseKind.FOLLOW_UP, TODAY + timedelta(days=30)), NOW)
    services.timeline.log(eve, Entry(TouchKind.PUSHED_AFTER_NO, TODAY - timedelta(days=1)), NOW)
    for person_id in (bob, di):
        services.permissions.grant(person_id, Permission(0, Channel.CALL, words="yes"), NOW)
    services.permissions.grant(bob, Permission(0, Channel.TEXT, words="yes"), NOW)
    services.permissions.grant(cy, Permission(0, Channel.CALL, words="yes", expires_on=date(2026, 1, 1)), NOW)
    services.permissions.stop(di, Channel.CALL, "no calls please", NOW)
    return services


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        (Filters(), "Ann Bob Cy Di Eve"),
        (Filters(stages=(Stage.CUSTOMER, Stage.NO)), "Ann Eve"),
        (Filters(closeness=(Closeness.FRIEND,)), "Bob"),
        (Filters(levels=(Level.GOOD, Level.STRONG)), "Ann"),
        (Filters(levels=(Level.OVERDRAWN,)), "Eve"),
        (Filters(levels=(Level.THIN, Level.WARMING)), "Bob Cy Di"),
        (Filters(sources=((SourceKind.EVENT, ""),)), "Cy Di"),
        (Filters(sources=((SourceKind.EVENT, "spring FAIR"),)), "Cy"),
        (Filters(sources=((SourceKind.EVENT, "Spring Fair"), (SourceKind.BOUGHT, ""))), "Cy Eve"),
        (Filters(sources=((SourceKind.UNKNOWN, ""),)), "Ann Bob"),
        (Filters(tags=("vip",)), "Ann Bob"),
        (Filters(tags=("vip", "choir")), "Ann Bob Di"),
        (Filters(allowed=(Channel.CALL,)), "Bob"),
        (Filters(allowed=(Channel.CALL, Channel.TEXT)), "Bob"),
        (Filters(allowed=(Channel.EMAIL,)), ""),
        (Filters(in_touch=InTouch.WITHIN, in_touch_days=30), "Ann Eve"),
        (Filters(in_touch=InTouch.NOT_FOR, in_touch_days=30), "Bob Cy Di"),
        (Filters(in_touch=InTouch.NEVER), "Bob Di"),
        (Filters(cities=("zurich",)), "Bob"),
        (Filters(cities=("DENVER", "Zürich")), "Ann Bob"),
        (Filters(cities=("Nowhere",)), ""),
        (Filters(next_step=NextStep.DUE), "Bob"),
        (Filters(next_step=NextStep.WEEK), "Ann"),
        (Filters(next_step=NextStep.LATER), "Cy"),
        (Filters(words="an"), "Ann"),
        (Filters(among=View.CUSTOMERS), "Ann"),
        (Filters(among=View.ARCHIVED), ""),
        (Filters(tags=("vip",), stages=(Stage.CUSTOMER,), cities=("Denver",), in_touch=InTouch.WITHIN), "Ann"),
        (Filters(tags=("vip",), stages=(Stage.OFFERED,)), ""),
    ],
)
def test_a_view_holds_those_for_whom_each_line_is_true(five: OpenBook, filters: Filters, found: str) -> None:
    assert names(five, filters) == found.split()


def test_a_view_of_those_put_away_holds_only_them(five: OpenBook) -> None:
    five.people.archive([1, 2], NOW)
    assert names(five, Filters(among=View.ARCHIVED, tags=("vip",))) == ["Ann", "Bob"]
    assert names(five, Filters(tags=("vip",))) == []


def test_walking_and_sorting_find_the_same(five: OpenBook, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(3)
    some = [
        Filters(stages=tuple(dice.sample(list(Stage), 6)), levels=tuple(dice.sample(list(Level), 3))) for _ in range(8)
    ]
    gathered = {key: names(five, *key) for key in product(some, SortBy)}
    monkeypatch.setattr(query, "FEW", 1)
    assert {key: names(five, *key) for key in gathered} == gathered


def test_views_are_kept_in_order_changed_and_deleted(services: OpenBook, told: list[Change]) -> None:
    first = services.views.add("  My  choir ", Filters(tags=("choir",)), NOW)
    second = services.views.add("Quiet", Filters(in_touch=InTouch.NOT_FOR), NOW)
    third = services.views.add("Denver", Filters(cities=("Denver",)), NOW)
    assert first == OwnView(1, "My choir", Filters(tags=("choir",)))
    services.views.move(third.id, -2, NOW)
    services.views.move(first.id, 9, NOW)
    assert [view.name for view in services.views.all()] == ["Denver", "Quiet", "My choir"]
    services.views.save(second.id, "Quiet ones", Filters(in_touch=InTouch.NEVER), NOW)
    assert services.views.all()[1] == OwnView(2, "Quiet ones", Filters(in_touch=InTouch.NEVER))
    services.views.remove(third.id, NOW)
    assert [view.name for view in services.views.all()] == ["Quiet ones", "My choir"]
    assert set(told) == {Change.SETTINGS}
    told.clear()
    services.views.move(second.id, -1, NOW)
    assert told == [], "it stands first already"


def test_each_change_of_a_view_is_one_step_of_undo(services: OpenBook) -> None:
    states = [services.views.all()]
    changes: list[Callable[[], object]] = [
        lambda: services.views.add("One", Filters(), NOW),
        lambda: services.views.add("Two", Filters(tags=("x",)), NOW),
        lambda: services.views.move(2, -1, NOW),
        lambda: services.views.save(1, "Uno", Filters(words="a"), NOW),
        lambda: services.views.remove(2, NOW),
    ]
    for change in changes:
        change()
        states.append(services.views.all())
    for state in reversed(states[:-1]):
        assert services.undo.undo(NOW) is not None
        assert services.views.all() == state
    for state in states[1:]:
        services.undo.redo(NOW)
        assert services.views.all() == state


def test_a_view_needs_a_name_of_its_own(services: OpenBook) -> None:
    services.views.add("Choir", Filters(), NOW)
    for name, code in (("  ", "view_needs_name"), ("CHOIR", "view_name_taken")):
        with pytest.raises(PlannerError) as refused:
            services.views.add(name, Filters(), NOW)
        assert refused.value.code == code
    services.views.save(1, "choir", Filters(), NOW)
    with pytest.raises(PlannerError) as gone:
        services.views.remove(7, NOW)
    assert gone.value.code == "no_such_view"


EVERY_LINE = Filters(
    View.GIVE_FIRST,
    "mar",
    (Stage.NEW, Stage.FAN),
    (Closeness.FRIEND,),
    (Level.THIN,),
    ((SourceKind.EVENT, "Fair"), (SourceKind.MET, "")),
    ("vip", "ü"),
    (Channel.CALL, Channel.TEXT),
    InTouch.WITHIN,
    14,
    ("Denver",),
    NextStep.LATER,
)


def test_views_travel_in_the_book_file(services: OpenBook, tmp_path: Path) -> None:
    services.views.add("Everything", EVERY_LINE, NOW)
    services.views.add("Plain", Filters(), NOW)
    document = book_json.export_book(services.book)
    schema = json.loads(Path("resources/schema/book.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator(schema).validate(document)
    path = tmp_path / "book.json"
    path.write_text(json.dumps(document), encoding="utf-8")
    other = OpenBook(Book.open(tmp_path / "Other.warmbook"), lambda: NOW)
    book_json.import_book(other.book, path, NOW)
    assert other.views.all() == services.views.all()
    assert other.views.all()[0].filters == EVERY_LINE
    other.book.close()


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        ("nonsense", ()),
        ([1, {"name": "no id"}, {"id": 2, "name": " "}, {"id": 3, "name": "ok"}, {"id": 3, "name": "twice"}], ("ok",)),
        ([{"id": 1, "name": "a", "stages": ["new", "from tomorrow", 5], "in_touch": "x", "sources": [{}, 3]}], ("a",)),
    ],
)
def test_what_a_newer_program_wrote_is_read_as_far_as_it_makes_sense(
    services: OpenBook, kept: object, read: tuple[str, ...]
) -> None:
    with services.book.quietly():
        write_setting(services.book, own_views.VIEWS, kept)  # type: ignore[arg-type]
    found = services.views.all()
    assert tuple(view.name for view in found) == read
    assert all(view.filters in (Filters(), Filters(stages=(Stage.NEW,))) for view in found)


def test_chips_count_own_views_too(five: OpenBook) -> None:
    view = five.views.add("VIP", Filters(tags=("vip",)), NOW)
    counts = five.listing.counts(NOW)
    assert (counts[view], counts[View.EVERYONE]) == (2, 5)


@pytest.fixture
def told(services: OpenBook) -> list[Change]:
    """What was announced."""
    heard: list[Change] = []
    services.changes.subscribe(lambda changed: heard.append(changed.what))
    return heard
