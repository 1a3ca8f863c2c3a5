"""The list of people: views, orders, search and counts, on a small book and on both ways of gathering."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, time, timedelta
from itertools import product

import pytest

from planner.domain.account import Level
from planner.domain.case import Case
from planner.domain.guards.account import room
from planner.domain.guards.table import before_an_ask
from planner.domain.guards.verdict import Intent
from planner.domain.hours import is_day_off
from planner.domain.interest import Scope
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.permission import Meant, Permission
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.promise import PromiseKind, Window
from planner.domain.search import fold
from planner.domain.touch import Channel, Purpose, TouchKind
from planner.models import listing as query
from planner.models.book import Book
from planner.services import standing
from planner.services.changes import Changes
from planner.services.demo import fill
from planner.services.facts import load as load_facts
from planner.services.interests import Interests
from planner.services.listing import Listing, PersonRow, View
from planner.services.order import SortBy
from planner.services.people import AddressDraft, EmailDraft, People, PersonDraft, PhoneDraft
from planner.services.permissions import Permissions
from planner.services.preferences import Preferences, PreferencesStore
from planner.services.promises import PromiseDraft, Promises
from planner.services.timeline import Entry, Timeline
from planner.services.today import Today
from tests.builders import at
from tests.services.random_dealings import deal, insert

GIVEN = ["Maria", "José", "Łucja", "Ann", "Anne-Marie", "Sean", "Zoë", "Mary Kay", "李", "Beth"]
FAMILY = ["Delgado", "Álvarez", "Zielińska", "Brown", "O'Neil", "van Dyke", "Gross", "Lee", "Marlowe", "Ito"]
CITIES = ["Denver", "Nashville", "San José", ""]
STAGES = [Stage.NEW, Stage.CUSTOMER, Stage.TEAM, Stage.NO, Stage.HOST, Stage.REACHED_OUT, Stage.NOT_NOW]


class Desk:
    """The services of one book."""

    def __init__(self, book: Book, now: Moment) -> None:
        self.book = book
        self.now = now
        changes = Changes()
        self.people = People(book, changes)
        self.timeline = Timeline(book, changes)
        self.promises = Promises(book, changes)
        self.permissions = Permissions(book, changes)
        self.listing = Listing(book)

    def ids(
        self, view: View = View.EVERYONE, sort: SortBy = SortBy.NAME, search: str = "", *, down: bool = False
    ) -> list[int]:
        return list(self.listing.ids(view, sort, down, search, self.now))

    def names(
        self, view: View = View.EVERYONE, sort: SortBy = SortBy.NAME, search: str = "", *, down: bool = False
    ) -> list[str]:
        """The names of a view in order."""
        found = self.ids(view, sort, search, down=down)
        lines = self.listing.rows(found, self.now)
        return [lines[person_id].name for person_id in found]


@pytest.fixture
def desk(book: Book, now: Moment) -> Desk:
    return Desk(book, now)


@pytest.fixture
def crowd(desk: Desk) -> Desk:
    """A hundred people of every kind, the same in every run."""
    dice = random.Random(5)
    with desk.book.step("crowd", desk.now):
        for number, (given, family) in enumerate(product(GIVEN, FAMILY)):
            draft = PersonDraft(
                given=given,
                family=family,
                stage=dice.choice(STAGES),
                closeness=dice.choice(list(Closeness)),
                phones=(PhoneDraft(f"(303) 555-{number:04}", e164=f"+1303555{number:04}"),)
                if dice.random() < 0.7
                else (),
                emails=(EmailDraft(f"{fold(given).replace(' ', '.')}@example.com"),),
                addresses=(AddressDraft(city=dice.choice(CITIES)),),
                tags=("vip",) if dice.random() < 0.2 else (),
                source_kind=dice.choice(list(SourceKind)),
                source_name=dice.choice(["", "Fair"]),
                opening_balance=dice.choice([None, 4, 10, 18]),
            )
            person_id = desk.people.add(draft, desk.now)
            if dice.random() < 0.4:
                on = desk.now.today - timedelta(days=dice.randrange(200))
                desk.timeline.log(person_id, Entry(TouchKind.CONVERSATION, on, channel=Channel.CALL), desk.now)
            if dice.random() < 0.1:
                desk.people.archive([person_id], desk.now)
    return desk


def test_a_line_says_all_a_table_shows(desk: Desk) -> None:
    draft = PersonDraft(
        name="Maria Delgado",
        closeness=Closeness.FRIEND,
        opening_balance=4,
        source_kind=SourceKind.EVENT,
        source_name="Spring Fair",
    )
    person_id = desk.people.add(draft, desk.now)
    desk.timeline.log(person_id, Entry(TouchKind.CONVERSATION, date(2026, 11, 30), channel=Channel.CALL), desk.now)
    desk.promises.make(person_id, PromiseDraft(PromiseKind.CALLBACK, date(2026, 12, 4)), desk.now)

    lines = desk.listing.rows([person_id, 999], desk.now)
    assert {key: replace(line, points=round(line.points, 9)) for key, line in lines.items()} == {
        person_id: PersonRow(
            person_id,
            "Maria Delgado",
            Stage.IN_CONVERSATION,
            Closeness.FRIEND,
            round(4 + 6 * 2 ** (-1 / 90), 9),
            Level.WARMING,
            "call",
            date(2026, 12, 4),
            None,
            date(2026, 11, 30),
            "call",
            SourceKind.EVENT,
            "Spring Fair",
        )
    }


@pytest.mark.parametrize(
    ("zone", "here"),
    [
        ("America/Chicago", "2026-12-04T21:30"),
        ("America/Denver", "2026-12-04T22:30"),
        ("Asia/Tokyo", "2026-12-04T06:30"),
        ("Pacific/Honolulu", "2026-12-05T01:30"),
    ],
)
def test_the_minute_they_named_is_shown_on_the_users_clock(desk: Desk, zone: str, here: str) -> None:
    person_id = desk.people.add(PersonDraft(name="Maria Delgado", zone=zone), desk.now)
    promise = PromiseDraft(PromiseKind.CALLBACK, date(2026, 12, 4), Window.EXACT, time(21, 30))
    desk.promises.make(person_id, promise, desk.now)

    line = desk.listing.rows([person_id], desk.now)[person_id]
    assert f"{line.next_on}T{line.next_at:%H:%M}" == here


def test_names_stand_in_the_alphabet_as_they_are_shown(desk: Desk) -> None:
    for name in ("Zoë Ádám", "Cher", "Ann Brown", "Sean O'Neil", "sean o'hara", "Ann Bróder"):
        desk.people.add(PersonDraft(name=name), desk.now)

    alphabet = ["Ann Bróder", "Ann Brown", "Cher", "sean o'hara", "Sean O'Neil", "Zoë Ádám"]
    assert desk.names() == alphabet
    assert desk.names(down=True) == alphabet[::-1]


def test_whoever_has_no_date_stands_last_in_both_directions(desk: Desk) -> None:
    for name, on in (("Ann", None), ("Bob", date(2026, 11, 3)), ("Cy", date(2026, 11, 20)), ("Di", None)):
        person_id = desk.people.add(PersonDraft(name=name), desk.now)
        if on is not None:
            desk.timeline.log(person_id, Entry(TouchKind.CONVERSATION, on), desk.now)

    assert desk.names(sort=SortBy.LAST_CONTACT) == ["Bob", "Cy", "Ann", "Di"]
    assert desk.names(sort=SortBy.LAST_CONTACT, down=True) == ["Cy", "Bob", "Di", "Ann"]


def test_the_balance_orders_on_any_day(desk: Desk) -> None:
    for name, points in (("Ann", 18), ("Bob", 4), ("Cy", 10)):
        desk.people.add(PersonDraft(name=name, opening_balance=points), desk.now)
    desk.timeline.log(2, Entry(TouchKind.PITCH_VOICEMAIL, date(2026, 12, 1)), desk.now)

    assert desk.names(sort=SortBy.BALANCE) == ["Bob", "Cy", "Ann"]
    assert desk.names(sort=SortBy.BALANCE, down=True) == ["Ann", "Cy", "Bob"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("delg", ["Maria Delgado"]),
        ("delgado maria", ["Maria Delgado"]),
        ("m", ["Maria Delgado", "Michał Zieliński"]),
        ("zielinski", ["Michał Zieliński"]),
        ("(303) 555-0142", ["Maria Delgado"]),
        ("0142", ["Maria Delgado"]),
        ("+13035550142", ["Maria Delgado"]),
        ("acme", ["Ann Brown"]),
        ("ann@example", ["Ann Brown"]),
        ("denver", ["Maria Delgado"]),
        ("vip", ["Ann Brown", "Michał Zieliński"]),
        ("xyz", []),
        ("", ["Ann Brown", "Maria Delgado", "Michał Zieliński"]),
        ("'", ["Ann Brown", "Maria Delgado", "Michał Zieliński"]),
        ("%", ["Ann Brown", "Maria Delgado", "Michał Zieliński"]),
        ('"; DROP TABLE person;--', []),
        ("a* OR m", []),
        ("\x00\ud800", ["Ann Brown", "Maria Delgado", "Michał Zieliński"]),
        ("mari" * 500, []),
    ],
)
def test_people_are_found_by_whatever_one_remembers(desk: Desk, asked: str, found: list[str]) -> None:
    denver = (AddressDraft(city="Denver"),)
    desk.people.add(PersonDraft(name="Maria Delgado", phones=(PhoneDraft("303.555.0142"),), addresses=denver), desk.now)
    ann = PersonDraft(name="Ann Brown", company="Acme", emails=(EmailDraft("Ann@Example.com"),), tags=("VIP",))
    desk.people.add(ann, desk.now)
    desk.people.add(PersonDraft(name="Michał Zieliński", tags=("vip",)), desk.now)

    assert desk.names(search=asked) == found
    assert desk.listing.count(View.EVERYONE, asked, desk.now) == len(found)
    assert [name for _, name in desk.listing.hits(asked, desk.now)] == found


def _ways_to_match(desk: Desk) -> list[str]:
    """People who all match "den", put in so that neither name nor age gives their order away."""
    add = desk.people.add
    note = add(PersonDraft(name="Al Noted"), desk.now)
    desk.timeline.log(note, Entry(TouchKind.NOTE, desk.now.today, note="met her in the den"), desk.now)
    add(PersonDraft(name="Ann Tagged", tags=("denim",)), desk.now)
    add(PersonDraft(name="Bo Towner", addresses=(AddressDraft(city="Denver"),)), desk.now)
    add(PersonDraft(name="Cy Mailed", emails=(EmailDraft("c.denby@example.com"),)), desk.now)
    add(PersonDraft(name="Ed Linden"), desk.now)
    add(PersonDraft(name="Flo Denby"), desk.now)
    add(PersonDraft(name="Dennis Zuck"), desk.now)
    return ["Dennis Zuck", "Flo Denby", "Ed Linden", "Cy Mailed", "Ann Tagged", "Bo Towner", "Al Noted"]


@pytest.mark.parametrize("enough", [4000, 3])
def test_the_best_match_comes_first(desk: Desk, monkeypatch: pytest.MonkeyPatch, enough: int) -> None:
    wanted = _ways_to_match(desk)
    monkeypatch.setattr(query, "ENOUGH", enough)
    monkeypatch.setattr(query, "FEW", 1)
    found = [name for _, name in desk.listing.hits("den", desk.now)]
    assert (found[0], set(found[1:3]), found[-1]) == (wanted[0], set(wanted[1:3]), wanted[-1])
    assert found == wanted or enough == 3
    assert [name for _, name in desk.listing.hits("den ann", desk.now)] == ["Ann Tagged"]


@pytest.mark.parametrize(
    ("asked", "where", "text"),
    [
        ("kimmy", "called", "Kimmy"), ("0142", "phone", "(303) 555-0142"), ("303 555", "phone", "(303) 555-0142"),
        ("example", "email", "k@example.com"), ("acm", "company", "Acme"), ("denv", "town", "Denver"),
        ("ito vip", "tag", "vip"), ("lanol", "note", "allergic to Lanolin"),
        ("serum", "note", "\u2026C sérum and the long way to her\u2026"),
    ],
)  # fmt: skip
def test_whoever_is_found_by_what_no_column_shows_comes_with_the_reason(
    desk: Desk, asked: str, where: str, text: str
) -> None:
    draft = PersonDraft(
        name="Kim Ito",
        call_me="Kimmy",
        company="Acme",
        phones=(PhoneDraft("(303) 555-0142"),),
        emails=(EmailDraft("k@example.com"),),
        addresses=(AddressDraft(city="Denver"),),
        tags=("vip",),
        note="allergic to Lanolin",
    )
    kim = desk.people.add(draft, desk.now)
    said = "talked at length about the vitamin C sérum and the long way to her sister"
    desk.timeline.log(kim, Entry(TouchKind.CONVERSATION, desk.now.today, note=said), desk.now)
    rows = desk.listing.rows([kim], desk.now).values()
    found = desk.listing.why_found(rows, asked)[kim]
    assert (found.where.value, found.text) == (where, text)
    assert desk.listing.why_found(rows, "ito kim") == desk.listing.why_found(rows, "") == {}


def test_whatever_was_noted_is_found_from_three_letters_on(desk: Desk) -> None:
    draft = PersonDraft(
        name="Kim Ito", call_me="Kimmy", company="Acme", note="allergic to Lanolin", remember="two cats"
    )
    kim = desk.people.add(draft, desk.now)
    desk.timeline.log(kim, Entry(TouchKind.CONVERSATION, desk.now.today, note="the vitamin C sérum"), desk.now)
    for asked in ("kimmy", "acme", "lanol", "cats", "serum", "ito serum vitamin"):
        assert desk.names(search=asked) == ["Kim Ito"], asked
    assert desk.names(search="se") == []


def test_search_follows_every_change_of_a_person(desk: Desk) -> None:
    person_id = desk.people.add(PersonDraft(name="Ann Brown"), desk.now)
    desk.people.save(person_id, PersonDraft(name="Ann Black", phones=(PhoneDraft("303-555-0199"),)), desk.now)

    assert (desk.names(search="brown"), desk.names(search="black 0199")) == ([], ["Ann Black"])
    desk.people.remove([person_id], desk.now)
    assert desk.names(search="black") == []


@pytest.mark.parametrize("asked", ["", "m", "an", "mar", "303 555", "example", "dyke vip", "0005", "zzz", "san jose"])
def test_walking_and_sorting_find_the_same(crowd: Desk, monkeypatch: pytest.MonkeyPatch, asked: str) -> None:
    everything = list(product(View, SortBy, (False, True)))
    monkeypatch.setattr(query, "FEW", 1_000_000)
    gathered = {key: crowd.ids(key[0], key[1], asked, down=key[2]) for key in everything}
    counted = {view: crowd.listing.count(view, asked, crowd.now) for view in View}
    monkeypatch.setattr(query, "FEW", 1)
    monkeypatch.setattr(query, "ENOUGH", 3)

    for view in View:
        best = crowd.listing.ids(view, None, False, asked, crowd.now)  # noqa: FBT003 - as the table asks
        assert sorted(best) == sorted(gathered[view, SortBy.NAME, False])
        assert crowd.listing.page(view, None, False, asked, crowd.now, 7) == list(best[:7])  # noqa: FBT003
    for view, sort, down in everything:
        whole = gathered[view, sort, down]
        assert crowd.ids(view, sort, asked, down=down) == whole
        assert crowd.listing.page(view, sort, down, asked, crowd.now, 7) == whole[:7]
        assert crowd.listing.count(view, asked, crowd.now) == counted[view] == len(whole)
    assert crowd.listing.counts(crowd.now)[View.EVERYONE] == crowd.listing.count(View.EVERYONE, "", crowd.now)


def test_each_view_holds_whom_it_names(crowd: Desk) -> None:
    listed = crowd.listing.rows(crowd.ids(), crowd.now)
    stopped = next(person_id for person_id, line in listed.items() if line.stage is Stage.CUSTOMER)
    crowd.permissions.stop(stopped, None, "no more", crowd.now)

    def having(*stages: Stage) -> set[int]:
        return {person_id for person_id, line in listed.items() if line.stage in stages}

    assert set(crowd.ids(View.CUSTOMERS)) == having(Stage.CUSTOMER, Stage.HOST, Stage.FAN)
    assert set(crowd.ids(View.TEAM)) == having(Stage.TEAM)
    assert set(crowd.ids(View.LEAVE_IN_PEACE)) == having(Stage.NO, Stage.CLOSED_KINDLY) | {stopped}
    give = {
        person_id
        for person_id, line in listed.items()
        if line.points < 8
        and (
            line.points != 0 or (line.closeness is not Closeness.STRANGER and line.source_kind is not SourceKind.BOUGHT)
        )
    }
    assert set(crowd.ids(View.GIVE_FIRST)) == give - having(Stage.NO, Stage.CLOSED_KINDLY) - {stopped}
    assert not set(crowd.ids(View.ARCHIVED)) & set(listed)


@pytest.mark.rule("G7")
def test_whoever_is_ready_for_an_ask_is_refused_by_no_guard_and_nobody_is_missing(book: Book, now: Moment) -> None:
    """Two samples: the book to look around in, and a crowd with everything that can stand before an ask."""
    fill(book, now, people=240, touches=4000)
    dice = random.Random(7)

    def day(first: int, last: int) -> str:
        return (now.today + timedelta(days=dice.randint(first, last))).isoformat()

    with book.step("dealings", now):
        for (person_id,) in book.rows("SELECT id FROM person"):
            if dice.random() < 0.6:
                gift = {"kind": "gift", "points": 25, "entered_at": "2026-12-01T12:00:00Z"}
                insert(book, "touch", person_id=person_id, on_date=day(-40, -3), **gift)
            deal(book, dice, person_id, day)
        standing.refresh_everybody(book, now)
    listing = Listing(book)
    for ahead in (0, 3, 30):
        later = Moment(now.utc + timedelta(days=ahead), now.zone)
        standing.catch_up(book, later)
        listed = listing.ids(View.EVERYONE, SortBy.NAME, descending=False, search="", now=later)
        ready = set(listing.ids(View.READY_FOR_ASK, SortBy.NAME, descending=False, search="", now=later))
        known = load_facts(book, list(listed), later)
        open_to = set()
        for person_id in listed:
            case = Case.of(known[person_id], later, Method(), "US")
            if not (*before_an_ask(case, Intent(Purpose.ASK)), *room(case, None)):
                open_to.add(person_id)
        assert ready == open_to
        assert 20 < len(ready) < len(listed) - 20


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("3035550148", "(303) 555-0148"), ("+13035550148", "+1 303-555-0148"), ("0044 20 7946 0018", "+44 20 7946 0018")],
)
def test_whoever_is_a_number_alone_is_called_by_it_as_numbers_are_written(desk: Desk, typed: str, shown: str) -> None:
    person_id = desk.people.add(PersonDraft(phones=(PhoneDraft(typed),)), desk.now)
    assert desk.names() == [shown]
    assert load_facts(desk.book, [person_id], desk.now)[person_id].name == shown
    assert desk.book.undo_steps(1)[0].detail["name"] == shown


@pytest.mark.rule("G5")
def test_a_no_to_one_kind_of_ask_alone_leaves_nobody_in_peace(desk: Desk) -> None:
    for name in ("Ann", "Bob", "Cy"):
        desk.people.add(PersonDraft(name=name), desk.now)
    interests = Interests(desk.book, Changes())
    for person_id, scope in ((1, Scope.BUY), (2, Scope.BUY), (2, Scope.EVERYTHING), (3, Scope.EVERYTHING)):
        interests.say_no(person_id, scope, "No, thanks", None, desk.now)
    assert desk.names(View.LEAVE_IN_PEACE) == ["Bob", "Cy"]


def test_whoever_means_everything_by_a_stop_is_left_in_peace(desk: Desk) -> None:
    for name in ("Ann", "Bob"):
        desk.people.add(PersonDraft(name=name), desk.now)
    desk.permissions.stop(1, Channel.TEXT, "stop it", desk.now)
    assert desk.names(View.LEAVE_IN_PEACE) == []
    (stop,) = desk.people.view(1).stops
    desk.permissions.settle_stop(stop.id, Meant.EVERYTHING, desk.now)
    assert desk.names(View.LEAVE_IN_PEACE) == ["Ann"]
    assert desk.names(View.GIVE_FIRST) == ["Bob"]


@pytest.mark.practice("000-30")
def test_people_one_knows_and_gave_nothing_yet_come_first_to_be_given_to(desk: Desk) -> None:
    bought = PersonDraft(source_kind=SourceKind.BOUGHT, source_name="Leads Inc")
    stranger = PersonDraft(closeness=Closeness.STRANGER)
    for name, draft in (("Ann", PersonDraft()), ("Lead", bought), ("Passer-by", stranger)):
        desk.people.add(replace(draft, name=name), desk.now)
    assert desk.names(View.GIVE_FIRST) == ["Ann"]
    desk.timeline.log(2, Entry(TouchKind.NO_ANSWER, date(2026, 12, 1)), desk.now)
    assert desk.names(View.GIVE_FIRST) == ["Ann", "Lead"]


@pytest.mark.practice("001-17")
def test_fresh_leads_asked_or_came_of_themselves_within_two_weeks(desk: Desk) -> None:
    def named(kind: SourceKind) -> str:
        return "" if kind is SourceKind.UNKNOWN else "x"

    for name, kind, day in (
        ("Blog", SourceKind.BLOG, 20),
        ("Old", SourceKind.BLOG, 1),
        ("Bought", SourceKind.BOUGHT, 20),
        ("Imported", SourceKind.IMPORTED, 20),
        ("By hand", SourceKind.UNKNOWN, 20),
        ("Long ago", SourceKind.UNKNOWN, 1),
    ):
        added = Moment(desk.now.utc - timedelta(days=31 - day), desk.now.zone)
        desk.people.add(PersonDraft(name=name, source_kind=kind, source_name=named(kind)), added)
    desk.timeline.log(2, Entry(TouchKind.REACHED_OUT, date(2026, 11, 30), wants_answer=True), desk.now)
    assert desk.names(View.FRESH_LEADS) == ["Blog", "By hand", "Old"]

    desk.timeline.log(2, Entry(TouchKind.CONVERSATION, date(2026, 12, 1)), desk.now)
    assert desk.names(View.FRESH_LEADS) == ["Blog", "By hand"]


@pytest.mark.practice("002-27")
def test_whom_one_talked_to_without_a_next_step_is_not_lost(desk: Desk) -> None:
    ann, bob = (desk.people.add(PersonDraft(name=name), desk.now) for name in ("Ann", "Bob"))
    for person_id in (ann, bob):
        desk.timeline.log(person_id, Entry(TouchKind.CONVERSATION, date(2026, 12, 1)), desk.now)
    desk.promises.make(bob, PromiseDraft(PromiseKind.CALLBACK, date(2026, 12, 4)), desk.now)

    assert desk.names(View.NO_NEXT_STEP) == ["Ann"]


def test_due_today_holds_everybody_of_todays_list(book: Book, now: Moment) -> None:
    fill(book, now)
    desk = Desk(book, now)
    standing.catch_up(book, now)
    store = PreferencesStore(book, Changes())
    store.save(Preferences(method=Method(capacity=40)), now)
    day = Today(book, store).day(now)
    shown = {card.person_id for card in (*day.cards, *day.not_today)}

    due = set(desk.ids(View.DUE_TODAY))
    assert shown
    assert day.waiting == 0
    assert shown == due


@pytest.mark.rule("D8")
def test_on_a_day_off_only_what_today_offers_is_due(book: Book) -> None:
    sunday = at("2026-11-22T10:00", "America/Denver")
    fill(book, sunday)
    standing.catch_up(book, sunday)
    desk = Desk(book, sunday)
    day = Today(book, PreferencesStore(book, Changes())).day(sunday)
    assert day.back_on == date(2026, 11, 23)
    assert day.resting
    offered = {card.person_id for card in (*day.cards, *day.not_today)}
    assert set(desk.ids(View.DUE_TODAY)) <= offered
    monday = at("2026-11-23T10:00", "America/Denver")
    assert desk.listing.count(View.DUE_TODAY, "", monday) >= day.resting


def test_counts_are_counted_again_after_any_write(desk: Desk) -> None:
    first = desk.people.add(PersonDraft(name="Ann"), desk.now)
    assert desk.listing.counts(desk.now)[View.EVERYONE] == 1
    desk.people.add(PersonDraft(name="Bob"), desk.now)
    assert desk.listing.counts(desk.now)[View.EVERYONE] == 2

    other = Book.open(desk.book.path)
    People(other, Changes()).archive([first], desk.now)
    other.close()
    counts = desk.listing.counts(desk.now)
    assert (counts[View.EVERYONE], counts[View.ARCHIVED]) == (1, 1)
    assert counts == {view: desk.listing.count(view, "", desk.now) for view in View}


def test_a_permission_or_a_note_changes_no_order(crowd: Desk) -> None:
    before = {sort: crowd.ids(sort=sort) for sort in SortBy}
    crowd.permissions.grant(before[SortBy.NAME][0], Permission(0, Channel.CALL, words="yes"), crowd.now)
    crowd.timeline.log(before[SortBy.NAME][1], Entry(TouchKind.NOTE, date(2026, 12, 1)), crowd.now)

    assert {sort: crowd.ids(sort=sort) for sort in SortBy} == before


@pytest.mark.parametrize("ago", range(7))
def test_a_hello_that_falls_on_a_day_off_has_one_date_everywhere(desk: Desk, ago: int) -> None:
    stored = PreferencesStore(desk.book, Changes())
    person_id = desk.people.add(PersonDraft(name="Ann Bell", stage=Stage.CUSTOMER, keep_in_touch_days=30), desk.now)
    talked = Entry(TouchKind.CONVERSATION, desk.now.today - timedelta(days=ago), channel=Channel.CALL)
    desk.timeline.log(person_id, talked, desk.now)
    today = Today(desk.book, stored)

    line = desk.listing.rows([person_id], desk.now)[person_id]
    move = today.move(person_id, desk.now)
    assert line.next_on == move.wait_until == today.day(desk.now).next_on == dict(move.why[0].facts)["on"]
    assert line.next_on is not None
    assert not is_day_off(line.next_on, stored.load().country, stored.load().method)


def test_on_a_day_off_the_list_says_on_which_day_a_hello_comes_up(desk: Desk) -> None:
    person_id = desk.people.add(
        PersonDraft(name="Ann Bell", stage=Stage.CUSTOMER, keep_in_touch_days=14), at("2026-11-15T10:00")
    )
    desk.timeline.log(person_id, Entry(TouchKind.CONVERSATION, date(2026, 11, 15)), at("2026-11-15T10:00"))
    sunday = at("2026-11-29T10:00")

    assert desk.listing.rows([person_id], sunday)[person_id].next_on == date(2026, 11, 30)
    assert desk.listing.rows([person_id], at("2026-11-30T10:00"))[person_id].next_on == date(2026, 11, 29)
