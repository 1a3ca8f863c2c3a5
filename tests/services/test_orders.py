"""Orders with lines and products: what follows from one, and how it is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from planner.domain.errors import PlannerError
from planner.domain.order import CameBack, OrderBegan, OrderLine
from planner.domain.person import Stage
from planner.domain.thanks import ThanksFor
from planner.domain.touch import TouchKind
from planner.models.book import Book
from planner.services.changes import Change, Changed, Changes
from planner.services.orders import Beginning, OrderDraft, Orders
from planner.services.people import People, PersonDraft
from planner.services.products import ProductDraft, Products
from planner.services.timeline import Entry, Timeline
from planner.services.undo import Undo
from tests.builders import at, dump

TUESDAY = date(2026, 12, 1)
TWO_LINES = OrderDraft(TUESDAY, lines=(OrderLine("Vitamin C serum", 2), OrderLine("Rose candle")), total_cents=8450)


class Desk:
    """The services of one book, and a person in it."""

    def __init__(self, book: Book) -> None:
        self.book = book
        self.changes = Changes()
        self.told: list[Changed] = []
        self.now = at("2026-12-01T09:00")
        self.people = People(book, self.changes)
        self.orders = Orders(book, self.changes)
        self.products = Products(book, self.changes)
        self.timeline = Timeline(book, self.changes)
        self.undo = Undo(book, self.changes)
        self.maria = self.people.add(PersonDraft(name="Maria Delgado"), self.now)
        self.changes.subscribe(self.told.append)

    def kinds(self) -> list[TouchKind]:
        return [entry.kind for entry in self.timeline.entries(self.maria)]


@pytest.fixture
def desk(book: Book) -> Desk:
    return Desk(book)


@pytest.mark.practice("002-13")
def test_an_order_makes_a_customer_and_a_thank_you_owed(desk: Desk) -> None:
    desk.orders.place(desk.maria, TWO_LINES, desk.now)
    view = desk.people.view(desk.maria)
    [order] = desk.orders.of_person(desk.maria)
    assert view.stage is Stage.CUSTOMER
    assert [(owed.trigger, owed.due_on) for owed in view.thank_yous] == [(ThanksFor.ORDER, date(2026, 12, 3))]
    assert [(line.product, line.quantity, line.days_supply) for line in order.lines] == [
        ("Vitamin C serum", 2, 50),
        ("Rose candle", 1, 45),
    ]
    assert (order.on, order.total_cents) == (TUESDAY, 8450)
    assert desk.timeline.account(desk.maria, desk.now).points == 4
    assert desk.told[-1].people == {desk.maria}
    assert Change.ORDERS | Change.TOUCHES | Change.THANKS in desk.told[-1].what


@pytest.mark.practice("002-13")
def test_a_sale_already_on_the_timeline_is_not_told_twice(desk: Desk) -> None:
    desk.timeline.log(desk.maria, Entry(TouchKind.BOUGHT, TUESDAY), desk.now)
    desk.orders.place(desk.maria, TWO_LINES, desk.now)
    assert desk.kinds() == [TouchKind.BOUGHT]
    desk.orders.place(desk.maria, TWO_LINES, desk.now)
    assert desk.kinds() == [TouchKind.BOUGHT, TouchKind.BOUGHT]


@pytest.mark.practice("002-13")
@pytest.mark.parametrize("verb", ["place", "save", "delivered", "came_back", "remove"])
def test_every_verb_is_one_step_that_undo_takes_back(desk: Desk, verb: str) -> None:
    order_id = desk.orders.place(desk.maria, replace(TWO_LINES, on=date(2026, 11, 20)), desk.now)
    before = dump(desk.book)
    if verb == "place":
        desk.orders.place(desk.maria, TWO_LINES, desk.now)
    elif verb == "save":
        desk.orders.save(order_id, replace(TWO_LINES, began=OrderBegan.PARTY, may_change_mind=True), desk.now)
    elif verb == "delivered":
        desk.orders.delivered(order_id, date(2026, 11, 24), desk.now)
    elif verb == "came_back":
        desk.orders.came_back(order_id, CameBack.RETURNED, TUESDAY, "too dear", desk.now)
    else:
        desk.orders.remove(order_id, desk.now)
    after = dump(desk.book)
    assert after != before
    assert desk.told[-1].people == {desk.maria}
    desk.undo.undo(desk.now)
    assert dump(desk.book) == before
    desk.undo.redo(desk.now)
    assert dump(desk.book) == after


@pytest.mark.practice("002-13")
def test_an_order_corrected_to_another_day_takes_its_sale_along(desk: Desk) -> None:
    order_id = desk.orders.place(desk.maria, TWO_LINES, desk.now)
    desk.orders.save(order_id, replace(TWO_LINES, on=date(2026, 11, 28), delivered_on=TUESDAY), desk.now)
    [entry] = desk.timeline.entries(desk.maria)
    [order] = desk.orders.of_person(desk.maria)
    [owed] = desk.people.view(desk.maria).thank_yous
    assert (entry.on, order.on, order.anchor) == (date(2026, 11, 28), date(2026, 11, 28), TUESDAY)
    assert owed.due_on == date(2026, 11, 30)


@pytest.mark.practice("002-13")
def test_an_order_removed_leaves_nothing_but_the_stage(desk: Desk) -> None:
    order_id = desk.orders.place(desk.maria, TWO_LINES, desk.now)
    desk.orders.remove(order_id, desk.now)
    view = desk.people.view(desk.maria)
    assert (desk.kinds(), view.thank_yous, desk.orders.of_person(desk.maria)) == ([], (), ())
    with pytest.raises(PlannerError, match="no_such_order"):
        desk.orders.draft(order_id)


@pytest.mark.parametrize(
    ("draft", "code"),
    [
        (replace(TWO_LINES, lines=(OrderLine("  "),)), "order_needs_product"),
        (replace(TWO_LINES, on=date(2026, 12, 2)), "order_in_future"),
        (replace(TWO_LINES, delivered_on=date(2026, 12, 2)), "order_in_future"),
        (replace(TWO_LINES, delivered_on=date(2026, 11, 30)), "delivered_before_order"),
    ],
)
def test_what_can_not_be_is_refused_and_nothing_is_written(desk: Desk, draft: OrderDraft, code: str) -> None:
    before = dump(desk.book)
    with pytest.raises(PlannerError, match=code):
        desk.orders.place(desk.maria, draft, desk.now)
    assert dump(desk.book) == before


def test_a_draft_comes_back_as_it_was_written(desk: Desk) -> None:
    draft = replace(TWO_LINES, delivered_on=TUESDAY, began=OrderBegan.REORDER, may_change_mind=True)
    order_id = desk.orders.place(desk.maria, draft, desk.now)
    assert desk.orders.draft(order_id) == draft


@pytest.mark.practice("002-20")
def test_how_orders_began_is_set_beside_what_came_back(desk: Desk) -> None:
    pushed = replace(TWO_LINES, began=OrderBegan.PUSHED)
    for on in (date(2026, 11, 3), date(2026, 11, 10)):
        order_id = desk.orders.place(desk.maria, replace(pushed, on=on), desk.now)
        desk.orders.came_back(order_id, CameBack.RETURNED, date(2026, 11, 20), "never wanted it", desk.now)
    desk.orders.place(desk.maria, TWO_LINES, desk.now)
    assert desk.orders.beginnings() == (Beginning(OrderBegan.ASKED, 1, 0), Beginning(OrderBegan.PUSHED, 2, 2))
    sent_back = desk.orders.of_person(desk.maria)[1]
    assert (sent_back.came_back, sent_back.came_back_why) == (CameBack.RETURNED, "never wanted it")
    assert not sent_back.stands_on(TUESDAY)


@pytest.mark.rule("D1")
@pytest.mark.parametrize("verb", ["came_back", "save", "place"])
def test_nobody_is_thanked_for_an_order_that_came_back(desk: Desk, verb: str) -> None:
    kept = desk.orders.place(desk.maria, TWO_LINES, desk.now)
    candle = replace(TWO_LINES, lines=(OrderLine("Cedar candle"),))
    sent_back = replace(candle, came_back=CameBack.RETURNED)
    if verb == "place":
        order_id = desk.orders.place(desk.maria, sent_back, desk.now)
    else:
        order_id = desk.orders.place(desk.maria, candle, desk.now)
        assert len(desk.people.view(desk.maria).thank_yous) == 2
        if verb == "save":
            desk.orders.save(order_id, sent_back, desk.now)
        else:
            desk.orders.came_back(order_id, CameBack.RETURNED, TUESDAY, "", desk.now)
    assert Change.THANKS in desk.told[-1].what
    desk.orders.save(order_id, replace(sent_back, came_back_why="too dear"), desk.now)
    [owed] = desk.people.view(desk.maria).thank_yous
    assert owed.about == "Vitamin C serum, Rose candle"
    desk.orders.came_back(kept, CameBack.CANCELLED, TUESDAY, "", desk.now)
    assert desk.people.view(desk.maria).thank_yous == ()


@pytest.mark.rule("D1")
@pytest.mark.parametrize("first", [True, False])
def test_removing_an_order_that_came_back_leaves_the_thank_you_of_another_one(desk: Desk, first: bool) -> None:
    candle = replace(TWO_LINES, lines=(OrderLine("Cedar candle"),))
    placed = [desk.orders.place(desk.maria, each, desk.now) for each in (TWO_LINES, candle)]
    gone, kept = (placed[0], "Cedar candle") if first else (placed[1], "Vitamin C serum, Rose candle")
    desk.orders.came_back(gone, CameBack.RETURNED, TUESDAY, "", desk.now)
    desk.orders.remove(gone, desk.now)
    assert [owed.about for owed in desk.people.view(desk.maria).thank_yous] == [kept]
    assert [entry.topic for entry in desk.timeline.entries(desk.maria) if entry.kind is TouchKind.BOUGHT] == [kept]


@pytest.mark.rule("D1")
def test_an_order_that_they_keep_after_all_is_thanked_for_again_but_once(desk: Desk) -> None:
    order_id = desk.orders.place(desk.maria, replace(TWO_LINES, came_back=CameBack.RETURNED), desk.now)
    desk.orders.save(order_id, TWO_LINES, desk.now)
    [owed] = desk.people.view(desk.maria).thank_yous
    assert (owed.trigger, owed.due_on) == (ThanksFor.ORDER, date(2026, 12, 3))
    desk.timeline.log(desk.maria, Entry(TouchKind.THANK_YOU, TUESDAY), desk.now)
    desk.orders.came_back(order_id, CameBack.RETURNED, TUESDAY, "", desk.now)
    desk.orders.save(order_id, TWO_LINES, desk.now)
    assert desk.people.view(desk.maria).thank_yous == ()


@pytest.mark.rule("D6.4")
def test_what_runs_out_first_is_known_with_its_day(desk: Desk) -> None:
    assert desk.orders.runs_low(desk.maria, desk.now) is None
    desk.orders.place(desk.maria, replace(TWO_LINES, delivered_on=TUESDAY), desk.now)
    low = desk.orders.runs_low(desk.maria, desk.now)
    assert low is not None
    assert (low.product, low.runs_out) == ("Rose candle", date(2027, 1, 15))


@pytest.mark.rule("D6.4")
@pytest.mark.parametrize(
    "lines",
    [
        (OrderLine("Soap", 2, 50),),
        (OrderLine("Soap", 1, 50), OrderLine("Soap", 1, 50)),
        (OrderLine("Soap", 1, 40), OrderLine("Soap", 1, 60)),
    ],
)
def test_pieces_of_one_day_add_up_in_however_many_lines_they_stand(desk: Desk, lines: tuple[OrderLine, ...]) -> None:
    desk.orders.place(desk.maria, OrderDraft(TUESDAY, lines=lines), desk.now)
    low = desk.orders.runs_low(desk.maria, desk.now)
    assert low is not None
    assert low.runs_out == TUESDAY + timedelta(days=100)
    later = at("2027-02-09T09:00")
    again = OrderDraft(later.today, lines=(OrderLine("Soap", 1, 50),))
    desk.orders.place(desk.maria, again, later)
    low = desk.orders.runs_low(desk.maria, later)
    assert low is not None
    assert low.days == 45, "seventy days with two pieces are an interval of thirty-five"


def test_what_lasts_for_ages_never_runs_out(desk: Desk) -> None:
    lines = (OrderLine("Serum", 999, 3650), OrderLine("Soap", 1, 50))
    desk.orders.place(desk.maria, OrderDraft(TUESDAY, lines=lines), desk.now)
    low = desk.orders.runs_low(desk.maria, desk.now)
    assert low is not None
    assert low.product == "Soap"


def test_a_product_says_how_long_its_pieces_last(desk: Desk) -> None:
    desk.orders.place(desk.maria, TWO_LINES, desk.now)
    assert desk.products.lasts("Vitamin C serum") == 50
    serum = desk.products.save(None, ProductDraft(" Vitamin C  serum ", "serum", 70), desk.now)
    assert desk.products.lasts("vitamin c serum") == 70
    assert desk.orders.of_person(desk.maria)[0].lines[0].days_supply == 70
    assert desk.products.names() == ("Rose candle", "Vitamin C serum")
    assert [(each.draft.name, each.lasts) for each in desk.products.list()] == [("Vitamin C serum", 70)]
    before = dump(desk.book)
    desk.products.remove(serum, desk.now)
    assert desk.products.list() == ()
    assert desk.told[-1] == Changed(Change.ORDERS)
    desk.undo.undo(desk.now)
    assert dump(desk.book) == before


def test_a_product_has_one_name_that_no_other_has(desk: Desk) -> None:
    serum = desk.products.save(None, ProductDraft("Serum"), desk.now)
    candle = desk.products.save(None, ProductDraft("Candle"), desk.now)
    for product_id, name, code in (
        (None, " ", "product_needs_name"),
        (None, "serum", "product_is_there"),
        (candle, "SERUM", "product_is_there"),
        (99, "Tea", "no_such_product"),
    ):
        with pytest.raises(PlannerError, match=code):
            desk.products.save(product_id, ProductDraft(name), desk.now)
    desk.products.save(serum, ProductDraft("Face serum", is_seasonal=True), desk.now)
    assert [each.draft.name for each in desk.products.list()] == ["Candle", "Face serum"]
