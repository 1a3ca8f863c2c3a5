"""Adding, editing, putting away and bringing back people, in a real book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Birthday, Closeness, LeapRule, SourceKind, Stage
from planner.domain.touch import Channel, TouchKind
from planner.models.book import Book
from planner.services.changes import Change, Changed, Changes
from planner.services.listing import Listing, View
from planner.services.order import SortBy
from planner.services.people import (
    AddressDraft,
    DetailDraft,
    EmailDraft,
    People,
    PersonDraft,
    PhoneDraft,
    SocialDraft,
    SourceView,
)
from planner.services.timeline import Timeline
from planner.services.undo import Undo

EVERYTHING = PersonDraft(
    name="Maria Delgado",
    given="Maria",
    middle="Inés",
    family="Delgado",
    prefix="Dr.",
    suffix="Jr.",
    call_me="Mari",
    company="Acme Candles",
    job="Owner",
    department="Everything",
    closeness=Closeness.FRIEND,
    birthday=Birthday(2, 29, 1984, LeapRule.MAR_1),
    zone="America/Denver",
    how_known="church choir",
    in_common="both from Erie",
    life="two boys\nand a dog",
    remember="ask about the move",
    note="likes tea",
    phones=(
        PhoneDraft("(303) 555-0142 x5", "mobile", e164="+13035550142", extension="5"),
        PhoneDraft("555", is_fax=True),
    ),
    emails=(EmailDraft("maria@example.com", "home"), EmailDraft("old@example.com", is_wrong=True)),
    addresses=(AddressDraft("1 Main St\nApt 2", "Denver", "CO", "80202", "US", "home"),),
    socials=(SocialDraft("facebook", "maria.d"),),
    details=(DetailDraft("anniversary", "wedding", "2010-06-12"),),
    tags=("choir", "vip"),
    source_kind=SourceKind.EVENT,
    source_name="Spring Craft Fair",
    source_key="card-17",
    preferred_channel=Channel.TEXT,
    best_times="evenings",
    language="es",
    keep_in_touch_days=30,
    is_favourite=True,
)


@pytest.fixture
def changes() -> Changes:
    return Changes()


@pytest.fixture
def told(changes: Changes) -> list[Changed]:
    heard: list[Changed] = []
    changes.subscribe(heard.append)
    return heard


@pytest.fixture
def people(book: Book, changes: Changes) -> People:
    return People(book, changes)


def test_everything_a_form_holds_comes_back(people: People, now: Moment) -> None:
    person_id = people.add(EVERYTHING, now)

    assert people.draft(person_id) == EVERYTHING
    view = people.view(person_id)
    assert (view.stage, view.added_on, view.archived_on, view.rev) == (Stage.NEW, now.today, None, 0)
    assert not view.source_is_locked


def test_adding_announces_who_came_and_saving_counts_revisions(
    people: People, told: list[Changed], now: Moment
) -> None:
    person_id = people.add(PersonDraft(name="Ann"), now)
    people.save(person_id, PersonDraft(name="Ann Brown"), now)

    assert [changed.people for changed in told] == [frozenset({person_id})] * 2
    assert all(Change.PEOPLE in changed.what for changed in told)
    assert people.view(person_id).rev == 1


@pytest.mark.parametrize(
    ("draft", "shown"),
    [
        (PersonDraft(name="Ann Brown"), "Ann Brown"),
        (PersonDraft(given="Ann", family="Brown"), "Ann Brown"),
        (PersonDraft(phones=(PhoneDraft("(303) 555-0142"),)), "(303) 555-0142"),
        (PersonDraft(emails=(EmailDraft("ann@example.com"),)), "ann@example.com"),
        (PersonDraft(company="Acme", phones=(PhoneDraft("(303) 555-0142"),)), "Acme"),
    ],
)
def test_a_name_a_phone_or_an_email_is_enough(
    people: People, book: Book, draft: PersonDraft, shown: str, now: Moment
) -> None:
    person_id = people.add(draft, now)

    assert Listing(book).rows([person_id], now)[person_id].name == shown


@pytest.mark.parametrize(
    "draft", [PersonDraft(), PersonDraft(name=" \u200f\x00 "), PersonDraft(note="nobody", phones=(PhoneDraft("  "),))]
)
def test_nobody_is_refused_and_leaves_nothing(people: People, book: Book, draft: PersonDraft, now: Moment) -> None:
    with pytest.raises(PlannerError, match="nobody"):
        people.add(draft, now)

    assert book.value("SELECT count(*) FROM person") == 0


def test_a_number_is_understood_by_the_country_of_the_book(people: People, now: Moment) -> None:
    phones = (PhoneDraft("(303) 555-0142 x5"), PhoneDraft("0044 20 7946 0958"), PhoneDraft("555-0100"))
    person_id = people.add(PersonDraft(name="Ann", phones=phones), now)

    kept = people.draft(person_id).phones
    assert [(each.typed, each.e164, each.extension) for each in kept] == [
        ("(303) 555-0142 x5", "+13035550142", "5"),
        ("0044 20 7946 0958", "+442079460958", ""),
        ("555-0100", "", ""),
    ]


def test_a_new_name_is_taken_apart_again_and_parts_by_hand_stay(people: People, now: Moment) -> None:
    person_id = people.add(PersonDraft(name="Ann Brown"), now)
    assert (people.draft(person_id).given, people.draft(person_id).family) == ("Ann", "Brown")

    before = people.draft(person_id)
    people.save(person_id, PersonDraft(name="Ann van Dyke", given=before.given, family=before.family), now)

    assert (people.draft(person_id).given, people.draft(person_id).family) == ("Ann", "van Dyke")


@pytest.mark.practice("001-21")
def test_an_opening_balance_is_one_visible_line(people: People, book: Book, now: Moment) -> None:
    person_id = people.add(PersonDraft(name="Ann", opening_balance=10), now)
    stranger = people.add(PersonDraft(name="Bob", opening_balance=0), now)

    account = Timeline(book, Changes()).account(person_id, now)
    assert [(line.kind, line.shown) for line in account.lines] == [(TouchKind.OPENING_BALANCE, 10)]
    assert (account.points, account.level.value) == (10, "warming")
    assert Timeline(book, Changes()).account(stranger, now).lines == ()


@pytest.mark.practice("001-08")
@pytest.mark.practice("000-04")
def test_sources_are_made_once_and_a_bought_one_is_locked(people: People, now: Moment) -> None:
    fair = PersonDraft(name="Ann", source_kind=SourceKind.EVENT, source_name="Spring Craft Fair")
    first = people.add(fair, now)
    people.add(PersonDraft(name="Bob", source_kind=SourceKind.EVENT, source_name=" Spring  Craft Fair "), now)
    bought = people.add(PersonDraft(name="Cy", source_kind=SourceKind.BOUGHT, source_name="Leads Inc"), now)

    fairs = SourceView(1, SourceKind.EVENT, "Spring Craft Fair", 2)
    assert people.sources() == [SourceView(2, SourceKind.BOUGHT, "Leads Inc", 1), fairs]
    assert people.view(bought).source_is_locked
    assert not people.view(first).source_is_locked


def test_tags_are_counted_and_changed_one_by_one(people: People, book: Book, now: Moment) -> None:
    ann = people.add(PersonDraft(name="Ann", tags=("vip", "choir", "vip")), now)
    people.add(PersonDraft(name="Bob", tags=("choir",)), now)
    kept = book.value("SELECT id FROM tag WHERE name = 'vip'")
    people.save(ann, PersonDraft(name="Ann", tags=("vip", "fair")), now)

    assert people.tags() == [("choir", 1), ("fair", 1), ("vip", 1)]
    assert book.value("SELECT id FROM tag WHERE name = 'vip'") == kept


@pytest.mark.practice("004-29")
def test_archived_people_leave_the_lists_with_everything_they_are(people: People, book: Book, now: Moment) -> None:
    person_id = people.add(EVERYTHING, now)
    listing = Listing(book)
    people.archive([person_id], now)

    assert people.view(person_id).archived_on == now.today
    assert listing.page(View.EVERYONE, SortBy.NAME, False, "", now) == []  # noqa: FBT003 - as the table asks
    assert list(listing.ids(View.ARCHIVED, SortBy.NAME, False, "delgado", now)) == [person_id]  # noqa: FBT003
    people.bring_back([person_id], now)
    assert people.draft(person_id) == EVERYTHING
    assert listing.count(View.ARCHIVED, "", now) == 0


def test_removed_people_come_back_with_undo(people: People, book: Book, changes: Changes, now: Moment) -> None:
    ann = people.add(EVERYTHING, now)
    bob = people.add(PersonDraft(name="Bob", introduced_by_id=ann), now)
    assert people.view(bob).introduced_by_name == "Maria Delgado"
    people.remove([ann, 999], now)

    assert people.view(bob).introduced_by_name == ""
    assert not people.knows(ann)
    with pytest.raises(PlannerError, match="no_such_person"):
        people.view(ann)
    step = Undo(book, changes).undo(now)
    assert step is not None
    assert (step.what, step.detail["count"], step.detail["name"]) == ("people_removed", 1, "Maria Delgado")
    assert people.draft(ann) == EVERYTHING
    assert people.view(bob).introduced_by_name == "Maria Delgado"
    assert Listing(book).hits("delgado", now) == [(ann, "Maria Delgado")]


def test_a_stage_set_by_hand_keeps_its_date_and_is_one_step(
    people: People, book: Book, changes: Changes, now: Moment
) -> None:
    person_id = people.add(PersonDraft(name="Kim Ito"), now)
    people.set_stage(person_id, Stage.NOT_NOW, date(2027, 3, 1), now)

    assert (people.view(person_id).stage, people.view(person_id).stage_until) == (Stage.NOT_NOW, date(2027, 3, 1))
    assert Listing(book).rows([person_id], now)[person_id].stage is Stage.NOT_NOW
    step = Undo(book, changes).undo(now)
    assert step is not None
    assert (step.what, step.detail["name"]) == ("stage_set", "Kim")
    assert people.view(person_id).stage is Stage.NEW


@pytest.mark.practice("002-04")
@pytest.mark.rule("D3")
def test_only_a_customer_or_host_becomes_a_fan(people: People, now: Moment) -> None:
    for before in Stage:
        person_id = people.add(PersonDraft(name="Kim Ito", stage=before), now)
        people.mark_fan(person_id, now)
        became = Stage.FAN if before in (Stage.CUSTOMER, Stage.HOST) else before
        assert people.view(person_id).stage is became
    with pytest.raises(PlannerError, match="no_such_person"):
        people.mark_fan(999, now)


def test_nobody_introduces_themselves(people: People, now: Moment) -> None:
    person_id = people.add(PersonDraft(name="Ann"), now)

    with pytest.raises(PlannerError, match="introduced_by_self"):
        people.save(person_id, PersonDraft(name="Ann", introduced_by_id=person_id), now)


def test_hostile_text_is_kept_as_text(people: People, book: Book, now: Moment) -> None:
    note = "x" * 1_000_000
    names = ["N" * 80, "Robert'); DROP TABLE person;--", "🌸 Lily 👩‍👩‍👧 Rose", "\u200fمحمد\u200f علي", "%_*\"'"]
    drafts = [
        PersonDraft(name=name, note=note, phones=tuple(PhoneDraft(f"303-555-{n:04}") for n in range(30)))
        for name in names
    ]
    ids = [people.add(draft, now) for draft in drafts]

    kept = [people.draft(person_id) for person_id in ids]
    assert [draft.name for draft in kept] == ["N" * 80, names[1], names[2], "محمد علي", names[4]]
    assert all(draft.note == note and len(draft.phones) == 30 for draft in kept)
    assert book.value("SELECT count(*) FROM person") == 5


def test_control_characters_and_half_emojis_never_reach_the_book(people: People, now: Moment) -> None:
    draft = PersonDraft(name="Ma\x00ry\x1f Smi\ud83dth", note="one\r\ntwo\x00\n\tthree", company="\ufeffAcme\u2028Ltd")
    person_id = people.add(draft, now)

    kept = people.draft(person_id)
    assert (kept.name, kept.note, kept.company) == ("Mary Smith", "one\ntwo\n\tthree", "Acme Ltd")


def test_an_unchanged_save_writes_no_lists_anew(people: People, book: Book, now: Moment) -> None:
    person_id = people.add(EVERYTHING, now)
    before = book.rows("SELECT id FROM phone UNION ALL SELECT id FROM email UNION ALL SELECT id FROM tag")
    people.save(person_id, people.draft(person_id), now)

    assert book.rows("SELECT id FROM phone UNION ALL SELECT id FROM email UNION ALL SELECT id FROM tag") == before


@pytest.mark.parametrize(
    ("changed", "part"),
    [
        ({"note": "new"}, "note"),
        ({"name": "Maria Reyes"}, "name"),
        ({"source_kind": SourceKind.PARTY, "source_name": "Tea"}, "source"),
        ({"note": "new", "life": "new"}, None),
    ],
)
def test_a_step_knows_which_line_was_written(
    book: Book, people: People, now: Moment, changed: dict[str, object], part: str | None
) -> None:
    maria = people.add(EVERYTHING, now)
    people.save(maria, replace(people.draft(maria), **changed), now)  # type: ignore[arg-type]
    last = Undo(book, Changes()).last()
    assert last is not None
    assert last.detail.get("part") == part
