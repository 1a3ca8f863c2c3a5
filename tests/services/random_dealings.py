"""Orders, parties, the team, dates, interests and pauses of a random person, as rows, for tests of the day."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Any

from planner.domain.care import CareStep
from planner.domain.commitment import CommitmentStatus, CommitmentTo
from planner.domain.interest import Scope
from planner.domain.party_plan import PartyStep
from planner.domain.team_plan import TeamStep
from planner.models.book import Book

Day = Callable[[int, int], str]


def deal(book: Book, dice: Random, person_id: int, day: Day) -> None:
    """Now and then one of everything, around now."""
    for chance, make in ((0.3, _order), (0.1, _party), (0.1, _membership), (0.12, _commitment), (0.3, _interest)):
        if dice.random() < chance:
            make(book, dice, person_id, day)
    if dice.random() < 0.08:
        insert(book, "said_no", person_id=person_id, scope=dice.choice(list(Scope)).value, on_date=day(-300, 0))
    if dice.random() < 0.06:
        insert(book, "life_pause", person_id=person_id, since=day(-60, 0), until=day(-10, 60))
    if dice.random() < 0.3:
        book.run(
            "UPDATE person SET fact = ?, good_reason = ?, wish = ?, consultant = ?, is_minor = ?,"
            " is_wanted_on_team = ?, is_no_fit = ?, introduced_by_id = ?, introduced_on = ? WHERE id = ?",
            (
                *(dice.choice(["", "sings"]), dice.choice(["", "needs rest"]), dice.choice(["", "a gift for mom"])),
                *(dice.choice(["", "", "", "Ana"]), dice.random() < 0.1, dice.random() < 0.2, dice.random() < 0.1),
                *(dice.choice([None, max(1, person_id - 1)]), dice.choice([None, None, day(-20, 0)]), person_id),
            ),
        )
    if dice.random() < 0.3:
        book.run(
            "UPDATE phone SET registry = ?, registry_on = ? WHERE person_id = ?",
            (dice.choice(["clear", "listed"]), day(-50, 0), person_id),
        )


def insert(book: Book, table: str, **values: Any) -> int:
    """One row."""
    blanks = ", ".join("?" * len(values))
    return book.run(f"INSERT INTO {table} ({', '.join(values)}) VALUES ({blanks})", list(values.values()))


def _order(book: Book, dice: Random, person_id: int, day: Day) -> None:
    for _ in range(dice.choice([1, 1, 2, 3])):
        on = day(*dice.choice([(-4, 0), (-20, 0), (-80, -40), (-400, 0)]))
        order = insert(
            book,
            "purchase",
            person_id=person_id,
            on_date=on,
            delivered_on=dice.choice([None, on, day(-3, 3)]),
            came_back=dice.choice([None, None, None, "returned"]),
        )
        for product in dice.sample(["Vitamin serum", "Candle", "Ring"], dice.randint(0, 2)):
            line = {"product": product, "quantity": dice.randint(1, 3), "days_supply": dice.choice([None, 20, 45])}
            insert(book, "purchase_line", purchase_id=order, person_id=person_id, **line)
        if dice.random() < 0.2:
            step = dice.choice(list(CareStep)).value
            _tick(book, person_id, "care", on, step, on)


def _party(book: Book, dice: Random, person_id: int, day: Day) -> None:
    on = day(-20, 20)
    booked = dice.choice([None, day(-40, -1)])
    cancelled = dice.choice([None, None, None, day(-5, 0)])
    insert(book, "party", person_id=person_id, on_date=on, booked_on=booked, cancelled_on=cancelled)
    if dice.random() < 0.3:
        _tick(book, person_id, "party", on, dice.choice(list(PartyStep)).value, day(-5, 0))


def _membership(book: Book, dice: Random, person_id: int, day: Day) -> None:
    joined = day(*dice.choice([(-3, 0), (-40, 0), (-300, 0)]))
    known = {"trained_on": dice.choice([None, joined]), "launch_on": dice.choice([None, joined])}
    left = dice.choice([None, None, None, day(-2, 20)])
    at = dice.choice([None, "15:00"])
    insert(book, "membership", person_id=person_id, joined_on=joined, joined_at=at, left_on=left, **known)
    if dice.random() < 0.3:
        _tick(book, person_id, "team", joined, dice.choice(list(TeamStep)).value, day(-5, 0))


def _commitment(book: Book, dice: Random, person_id: int, day: Day) -> None:
    what, status = dice.choice(list(CommitmentTo)).value, dice.choice([*CommitmentStatus, *["open"] * 5])
    insert(book, "commitment", person_id=person_id, what=what, by_date=day(-12, 12), status=str(status))


def _interest(book: Book, dice: Random, person_id: int, day: Day) -> None:
    insert(
        book,
        "interest",
        person_id=person_id,
        scope=dice.choice(list(Scope)).value,
        topic=dice.choice(["", "candles"]),
        on_date=dice.choice([None, day(-60, 0), day(-5, 5)]),
        raised_hand=dice.random() < 0.3,
        why=dice.choice(["", "sleeps badly"]),
        ended_on=dice.choice([None, None, None, day(-5, 5)]),
    )
    for _ in range(dice.choice([0, 3])):
        values = {"kind": "gift", "points": 10, "on_date": day(-30, 0), "entered_at": "2026-11-01T12:00:00Z"}
        insert(book, "touch", person_id=person_id, **values)


def _tick(book: Book, person_id: int, plan: str, anchor_on: str, step: str, done_on: str) -> None:
    book.run(
        "INSERT OR IGNORE INTO plan_step(person_id, plan, anchor_on, step, done_on) VALUES (?, ?, ?, ?, ?)",
        (person_id, plan, anchor_on, step, done_on),
    )
