"""Call sheets: who is on one, its number, and what is still to enter."""

from __future__ import annotations

import pytest

from planner.domain.account import Level
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.touch import Channel, TouchKind
from planner.models.book import Book
from planner.services.changes import Change, Changed, Changes
from planner.services.demo import fill
from planner.services.preferences import PreferencesStore
from planner.services.sheets import PastSheet, Sheets
from planner.services.timeline import Entry, Timeline
from planner.services.today import Today
from planner.services.undo import Undo
from tests.builders import add_person, add_phone, add_promise, add_row, add_touch, at

MONDAY = at("2026-11-23T09:00", "America/Denver")


class Desk:
    """A book with the services a sheet needs, and what they announced."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.changes = Changes()
        self.preferences = PreferencesStore(book, self.changes)
        self.today = Today(book, self.preferences)
        self.sheets = Sheets(book, self.changes, self.today, self.preferences)
        self.timeline = Timeline(book, self.changes)
        self.heard: list[Changed] = []
        self.changes.subscribe(self.heard.append)

    def sample(self) -> Desk:
        fill(self.book, MONDAY)
        return self

    def id_of(self, name: str) -> int:
        return int(self.book.value("SELECT id FROM person WHERE name = ?", (name,)))


@pytest.fixture
def desk(book: Book) -> Desk:
    return Desk(book)


def test_a_sheet_holds_everybody_of_today_in_the_order_of_the_day(desk: Desk) -> None:
    day = desk.sample().today.day(MONDAY)
    sheet = desk.sheets.compose(MONDAY)
    assert [line.card.person_id for line in sheet.lines] == [card.person_id for card in day.cards]
    assert len(sheet.lines) >= 6
    assert sheet.number is None
    assert sheet.me == "Carla Reyes"
    assert sheet.conversations == 10


def test_a_line_says_where_the_account_stands_and_what_happened_last(desk: Desk) -> None:
    ann = add_person(desk.book, "Ann Hill", MONDAY, call_me="Annie", preferred_channel="text", stage="customer")
    add_phone(desk.book, ann, "(303) 555-0142", "+13035550142")
    add_row(desk.book, "address", MONDAY, person_id=ann, city="Denver", region="CO")
    add_touch(desk.book, ann, "opening_balance", "2026-11-01", points=4)
    add_touch(desk.book, ann, "gift", "2026-11-10", note="Sample")
    add_touch(desk.book, ann, "no_answer", "2026-11-11", points=-1)
    for day in (12, 16, 20):
        add_touch(desk.book, ann, "conversation", f"2026-11-{day}", points=6)
    add_touch(desk.book, ann, "note", "2026-11-24", points=0)
    (line,) = desk.sheets.compose(MONDAY, [ann]).lines
    assert line.call_me == "Annie"
    assert line.city == "Denver"
    assert line.text_first
    assert line.level is Level.GOOD
    assert [touch.on.day for touch in line.history] == [20, 16, 12]
    assert all(touch.kind is TouchKind.CONVERSATION for touch in line.history)


def test_without_a_number_a_line_says_where_to_write(desk: Desk) -> None:
    mail, net, wrong, both = (add_person(desk.book, name) for name in ("Ann Smith", "Bo Hill", "Cy Day", "Di Fox"))
    for person_id in (mail, both):
        add_row(desk.book, "email", person_id=person_id, address=f"one{person_id}@example.com")
        add_row(desk.book, "email", person_id=person_id, address="two@example.com", position=1)
    add_row(desk.book, "social", person_id=net, network="Instagram", handle="bo.hill")
    add_row(desk.book, "email", person_id=wrong, address="cy@example.com", is_wrong=1)
    add_phone(desk.book, both)
    lines = desk.sheets.compose(MONDAY, [mail, net, wrong, both]).lines
    assert [line.reach for line in lines] == [f"one{mail}@example.com", "Instagram bo.hill", "", ""]


def test_nobody_is_called_by_the_name_of_a_company(desk: Desk) -> None:
    shop = add_person(desk.book, "Apple Inc.", company="Apple Inc.")
    nameless = add_person(desk.book, "", company="Blue Door")
    ann = add_person(desk.book, "Ann Smith", given="Ann", family="Smith", company="Apple Inc.")
    lines = desk.sheets.compose(MONDAY, [shop, nameless, ann]).lines
    assert [line.call_me for line in lines] == ["", "", "Ann"]


def test_chosen_people_come_in_their_order_once_and_without_strangers_to_the_book(desk: Desk) -> None:
    ann, bea = add_person(desk.book, "Ann", MONDAY), add_person(desk.book, "Bea", MONDAY)
    sheet = desk.sheets.compose(MONDAY, [bea, ann, bea, 999])
    assert [line.card.name for line in sheet.lines] == ["Bea", "Ann"]


def test_printing_gives_a_number_that_is_remembered_with_its_people(desk: Desk) -> None:
    ann = add_person(desk.book, "Ann", MONDAY)
    add_phone(desk.book, ann)
    add_promise(desk.book, ann, "2026-11-23", window="day")
    sheet = desk.sheets.compose(MONDAY)
    assert desk.sheets.next_number() == 1
    assert desk.sheets.remember(sheet, MONDAY) == 1
    assert desk.sheets.remember(sheet, MONDAY) == 2
    assert desk.sheets.all() == [PastSheet(2, MONDAY.today, 1, 1), PastSheet(1, MONDAY.today, 1, 1)]
    row = desk.book.row("SELECT name, phone, band, action FROM sheet_row WHERE sheet_id = 1")
    assert row == ("Ann", "+13125550142", "callback", "call")
    assert desk.heard[-1].what is Change.SHEETS


def test_undo_takes_a_printed_sheet_back(desk: Desk) -> None:
    add_person(desk.book, "Ann", MONDAY)
    desk.sheets.remember(desk.sheets.compose(MONDAY, [1]), MONDAY)
    Undo(desk.book, desk.changes).undo(MONDAY)
    assert desk.sheets.all() == []
    assert desk.sheets.next_number() == 1


def test_a_sheet_that_did_not_come_out_is_forgotten(desk: Desk) -> None:
    add_person(desk.book, "Ann", MONDAY)
    number = desk.sheets.remember(desk.sheets.compose(MONDAY, [1]), MONDAY)
    desk.sheets.forget(number, MONDAY)
    assert desk.sheets.all() == []
    assert desk.book.value("SELECT count(*) FROM sheet_row") == 0


def later(hours: int) -> Moment:
    return at(f"2026-11-23T{9 + hours:02d}:00", "America/Denver")


def test_a_row_is_open_until_something_is_entered_about_the_person(desk: Desk) -> None:
    add_person(desk.book, "Ann", MONDAY)
    add_person(desk.book, "Bea", MONDAY)
    add_touch(desk.book, 2, "note", "2026-11-20", points=0)
    desk.sheets.remember(desk.sheets.compose(MONDAY, [1, 2]), MONDAY)
    assert desk.sheets.open_rows(later(1)) == (1, 2)
    desk.timeline.log(1, Entry(TouchKind.CONVERSATION, MONDAY.today, channel=Channel.CALL), later(2))
    assert desk.sheets.open_rows(later(3)) == (1, 1)


def test_nothing_is_open_when_all_is_entered_or_long_ago(desk: Desk) -> None:
    assert desk.sheets.open_rows(MONDAY) is None
    add_person(desk.book, "Ann", MONDAY)
    desk.sheets.remember(desk.sheets.compose(MONDAY, [1]), MONDAY)
    assert desk.sheets.open_rows(at("2026-12-24T09:00")) is None
    desk.timeline.log(1, Entry(TouchKind.CONVERSATION, MONDAY.today), later(1))
    assert desk.sheets.open_rows(later(2)) is None


def test_the_sample_book_has_yesterdays_sheet_with_results_to_enter(desk: Desk) -> None:
    desk.sample()
    assert desk.sheets.open_rows(MONDAY) == (46, 3)
    assert desk.sheets.next_number() == 47


def test_a_printed_sheet_can_be_opened_again(desk: Desk) -> None:
    for name in ("Ann", "Bea", "Cleo"):
        add_person(desk.book, name, MONDAY)
    number = desk.sheets.remember(desk.sheets.compose(MONDAY, [3, 1, 2]), MONDAY)
    with desk.book.quietly():
        desk.book.run("DELETE FROM person WHERE id = 1")
    again = desk.sheets.reopen(number, later(3))
    assert again.number == number
    assert [line.card.name for line in again.lines] == ["Cleo", "Bea"]


def test_a_sheet_that_never_was_is_refused(desk: Desk) -> None:
    with pytest.raises(PlannerError) as refused:
        desk.sheets.reopen(12, MONDAY)
    assert refused.value.code == "no_such_sheet"


def test_an_empty_day_makes_an_empty_sheet(desk: Desk) -> None:
    assert desk.sheets.compose(MONDAY).lines == ()
