"""Small books for tests, made in a line: ``book = make_book(tmp_path)``, ``ann = add_person(book, "Ann")``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

from planner.domain.moment import Moment
from planner.models.book import Book
from planner.models.undo import TABLES
from planner.services import standing

NOW = Moment.at(datetime(2026, 11, 23, 9, 0), "America/Chicago")  # noqa: DTZ001 - a wall clock, the zone stands beside it
"""A Monday morning in Chicago, the Monday of Thanksgiving week."""


def plain(text: str) -> str:
    """A text of the screen with plain spaces; dates and times are held together by spaces that do not break."""
    return " ".join(text.split())


def at(local: str, zone: str = "America/Chicago") -> Moment:
    """The moment of a wall clock: ``at("2026-12-01T08:45")``."""
    return Moment.at(datetime.fromisoformat(local), zone)


def make_book(folder: Path, name: str = "Test.warmbook") -> Book:
    """An empty book in ``folder``; close it, or let the test's end do so."""
    return Book.open(folder / name)


def add_row(book: Book, table: str, now: Moment = NOW, **values: Any) -> int:
    """A row straight into a table, as one step, with the derived rows of its person; answers its id."""
    with book.step(f"test_{table}", now):
        row_id = book.run(
            f"INSERT INTO {table} ({', '.join(values)}) VALUES ({', '.join('?' * len(values))})", list(values.values())
        )
        person_id = row_id if table == "person" else values.get("person_id")
        if person_id is not None:
            standing.refresh(book, [person_id], now)
    return row_id


def add_person(book: Book, name: str = "Maria Lopez", now: Moment = NOW, **columns: Any) -> int:
    """A person by the columns of their row, at their stage since they were added."""
    given: dict[str, Any] = {"added_on": now.today.isoformat()}
    person_id = add_row(book, "person", now, name=name, **(given | columns))
    if "stage" in columns:
        on = columns.get("added_on", given["added_on"])
        add_row(book, "stage_since", now, person_id=person_id, on_date=on, was="new", stage=columns["stage"])
    return person_id


def add_touch(book: Book, person_id: int, kind: str = "conversation", on: str = "2026-11-20", **columns: Any) -> int:
    """A touch by the columns of its row; ``points`` are six unless told."""
    given: dict[str, Any] = {"kind": kind, "on_date": on, "points": 6, "entered_at": f"{on}T12:00:00Z"}
    return add_row(book, "touch", person_id=person_id, **(given | columns))


def add_promise(book: Book, person_id: int, due_on: str = "2026-11-23", **columns: Any) -> int:
    """A promise by the columns of its row, a callback unless told."""
    given: dict[str, Any] = {"kind": "callback", "due_on": due_on}
    return add_row(book, "promise", person_id=person_id, **(given | columns))


def add_phone(book: Book, person_id: int, typed: str = "(312) 555-0142", e164: str = "+13125550142") -> int:
    """A phone number."""
    return add_row(book, "phone", person_id=person_id, typed=typed, e164=e164)


def somebody_with_a_past(book: Book) -> int:
    """A person with rows in every table that hangs on a person, and a friend they introduced; answers their id."""
    source = add_row(book, "source", kind="event", name="Spring fair")
    batch = add_row(
        book,
        "import_batch",
        file_name="a.csv",
        sha256="0",
        format="csv",
        imported_at="2026-10-01T12:00:00Z",
        source_id=source,
    )
    maria = add_person(book, "María O'Neil ☀", source_id=source, import_batch_id=batch, note="line\nline 'two'")
    friend = add_person(book, "Friend", introduced_by_id=maria)
    for number in range(10):
        add_touch(book, maria, points=0.1 + number / 3, on=f"2026-10-{10 + number}", at_time="09:05")
        promise = add_promise(book, maria, due_on=f"2026-12-{10 + number}")
        add_touch(book, maria, promise_id=promise)
        add_phone(book, maria, typed=f"555-010{number}", e164="")
        add_row(book, "tag", person_id=maria, name=f"tag {number}")
    lists: dict[str, dict[str, Any]] = {
        "email": {"address": "m@example.org"},
        "address": {"city": "Austin"},
        "social": {"handle": "@maria"},
        "detail": {"value": "likes tea"},
        "permission": {"channel": "call"},
        "stop_rule": {"on_date": "2026-01-01"},
        "thank_you": {"trigger_kind": "order", "due_on": "2026-11-24"},
        "stage_since": {"on_date": "2026-10-05", "was": "new", "stage": "new"},
        "listed": {"on_date": "2026-11-23"},
        "membership": {"joined_on": "2026-09-01", "joined_at": "15:00", "goals": "school fees"},
        "commitment": {"what": "buy", "by_date": "2026-12-15", "words": "for my mother"},
        "interest": {"scope": "buy", "topic": "candles", "raised_hand": 1, "on_date": "2026-11-01"},
        "said_no": {"scope": "join", "on_date": "2024-10-03", "words": "not for me"},
        "life_pause": {"since": "2026-02-01", "until": "2026-04-01", "what": "moving house"},
        "plan_step": {"plan": "care", "anchor_on": "2026-10-10", "step": "arrived", "done_on": "2026-10-12"},
    }
    for table, values in lists.items():
        add_row(book, table, person_id=maria, **values)
    add_row(book, "product", name="Vitamin C serum", category="serum", days_supply=45)
    order = add_row(book, "purchase", person_id=maria, on_date="2026-10-08", delivered_on="2026-10-10")
    for position, product in enumerate(("Vitamin C serum", "Candle")):
        line: dict[str, Any] = {
            "purchase_id": order,
            "person_id": maria,
            "position": position,
            "product": product,
            "quantity": 2,
        }
        add_row(book, "purchase_line", **line)
    party = add_row(book, "party", person_id=maria, on_date="2026-12-05", at_time="14:00", booked_on="2026-11-05")
    add_row(book, "party_guest", party_id=party, person_id=friend, status="coming")
    add_row(book, "activity", on_date="2026-11-20", kind="attract", what="a post", minutes=20)
    sheet = add_row(book, "sheet", number=1, for_date="2026-11-23", made_at="2026-11-23T12:00:00Z")
    add_row(book, "sheet_row", sheet_id=sheet, position=0, person_id=maria, name="Maria")
    add_row(book, "sheet_row", sheet_id=sheet, position=1, person_id=friend, name="Friend")
    return maria


def dump(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """Every primary table with all its rows, to compare a book before and after."""
    return {table: book.rows(f"SELECT * FROM {table} ORDER BY 1") for table in TABLES}


def dump_derived(book: Book) -> dict[str, list[tuple[Any, ...]]]:
    """The derived tables with all their rows."""
    return {table: book.rows(f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4") for table in ("standing", "due")}
