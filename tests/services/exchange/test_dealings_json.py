"""Orders, products, the team and activities, made by their services, through the book's own format."""

from __future__ import annotations

import json
from datetime import date, time
from pathlib import Path

import pytest

from planner.domain.activity import ActivityKind
from planner.domain.order import CameBack, OrderBegan, OrderLine
from planner.domain.plan_step import PlanKind
from planner.models.book import Book
from planner.services.activities import Activities, ActivityDraft
from planner.services.changes import Changes
from planner.services.exchange.book_json import import_book, write_book
from planner.services.open_book import OpenBook
from planner.services.orders import OrderDraft
from planner.services.people import PersonDraft
from planner.services.products import ProductDraft
from planner.services.team import MembershipDraft
from tests.builders import at, make_book

NOW = at("2026-12-01T09:00")
TUESDAY = date(2026, 12, 1)


def fill(book: Book) -> None:
    """One of everything."""
    desk = OpenBook(book, lambda: NOW)
    ann = desk.people.add(PersonDraft(name="Ann Lee"), NOW)
    desk.products.save(None, ProductDraft("Vitamin C serum", "serum", 55, is_seasonal=True), NOW)
    lines = (OrderLine("Vitamin C serum", 2), OrderLine("Tea", days_supply=20))
    order = OrderDraft(date(2026, 11, 20), date(2026, 11, 24), OrderBegan.PARTY, lines, 6400, may_change_mind=True)
    order_id = desk.orders.place(ann, order, NOW)
    desk.orders.came_back(order_id, CameBack.RETURNED, TUESDAY, "her skin did not like it", NOW)
    joins = MembershipDraft(TUESDAY, time(8, 30), "America/Denver", raised_hand=True, goals="a kitchen of my own")
    member = desk.team.join(ann, joins, NOW)
    desk.team.launch_set(member, date(2026, 12, 12), NOW)
    desk.team.tick_step(ann, PlanKind.TEAM, TUESDAY, "welcome", TUESDAY, NOW)
    Activities(book, Changes()).note(ActivityDraft(TUESDAY, ActivityKind.ATTRACT, "a post", 20), NOW)


@pytest.mark.rule("D1")
def test_what_the_services_write_comes_back_exactly(book: Book, tmp_path: Path) -> None:
    fill(book)
    write_book(book, tmp_path / "first.json")
    other = make_book(tmp_path, "other.warmbook")
    import_book(other, tmp_path / "first.json", NOW)
    write_book(other, tmp_path / "second.json")
    other.close()
    first = (tmp_path / "first.json").read_text("utf-8")
    assert (tmp_path / "second.json").read_text("utf-8") == first
    document = json.loads(first)
    [ann] = document["people"]
    assert document["products"] == [
        {"name": "Vitamin C serum", "category": "serum", "days_supply": 55, "seasonal": True}
    ]
    assert ann["orders"][0]["lines"] == [
        {"product": "Vitamin C serum", "quantity": 2},
        {"product": "Tea", "days_supply": 20},
    ]
    assert ann["orders"][0]["came_back_why"] == "her skin did not like it"
    assert ann["memberships"][0]["goals"] == "a kitchen of my own"
    assert ann["steps"] == [{"plan": "team", "anchor_on": "2026-12-01", "step": "welcome", "done_on": "2026-12-01"}]
    assert document["activities"] == [{"on": "2026-12-01", "kind": "attract", "what": "a post", "minutes": 20}]
