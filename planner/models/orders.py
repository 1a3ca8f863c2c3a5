"""Rows of orders, their lines, and the products they name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final

from planner.models.book import Book

ORDER: Final = (
    "on_date", "delivered_on", "began", "total_cents", "cooling_off_until", "came_back", "came_back_on",
    "came_back_why",
)  # fmt: skip
LINE: Final = ("product", "quantity", "days_supply")
PRODUCT: Final = ("id", "name", "category", "days_supply", "is_seasonal")


def order(book: Book, order_id: int) -> dict[str, Any] | None:
    """One order by the names of its columns, with whose it is."""
    names = ("person_id", *ORDER)
    found = book.row(f"SELECT {', '.join(names)} FROM purchase WHERE id = ?", (order_id,))
    return None if found is None else dict(zip(names, found, strict=True))


def orders_on(book: Book, person_id: int, day: str) -> int:
    """How many orders a person placed on a day."""
    return int(book.value("SELECT count(*) FROM purchase WHERE person_id = ? AND on_date = ?", (person_id, day)))


def lines(book: Book, order_id: int) -> list[tuple[Any, ...]]:
    """The lines of an order as they were written, in their order."""
    return book.rows(
        f"SELECT {', '.join(LINE)} FROM purchase_line WHERE purchase_id = ? ORDER BY position, id", (order_id,)
    )


def write_lines(book: Book, order_id: int, person_id: int, wanted: Sequence[tuple[Any, ...]]) -> None:
    """Make the lines of an order what is ``wanted``; unchanged ones are left alone."""
    if lines(book, order_id) == list(wanted):
        return
    book.run("DELETE FROM purchase_line WHERE purchase_id = ?", (order_id,))
    names = ", ".join(LINE)
    book.run_many(
        f"INSERT INTO purchase_line (purchase_id, person_id, position, {names}) VALUES (?, ?, ?, ?, ?, ?)",
        [(order_id, person_id, position, *line) for position, line in enumerate(wanted)],
    )


def sales_on(book: Book, person_id: int, day: str) -> list[tuple[Any, ...]]:
    """Id and topic of what the timeline of a person calls bought on a day."""
    return book.rows(
        "SELECT id, topic FROM touch WHERE person_id = ? AND on_date = ? AND kind = 'bought' ORDER BY id",
        (person_id, day),
    )


def beginnings(book: Book) -> list[tuple[Any, ...]]:
    """For each way in which orders began: how many were placed and how many of them came back."""
    return book.rows("SELECT began, count(*), count(came_back) FROM purchase GROUP BY began ORDER BY began")


def products(book: Book) -> list[tuple[Any, ...]]:
    """The list of products by name."""
    return book.rows(f"SELECT {', '.join(PRODUCT)} FROM product ORDER BY name COLLATE NOCASE, id")


def product(book: Book, product_id: int) -> tuple[Any, ...] | None:
    """One product."""
    return book.row(f"SELECT {', '.join(PRODUCT)} FROM product WHERE id = ?", (product_id,))


def product_named(book: Book, name: str) -> tuple[Any, ...] | None:
    """A product by its name, in whatever case it is written."""
    return book.row(f"SELECT {', '.join(PRODUCT)} FROM product WHERE name = ? COLLATE NOCASE", (name,))


def product_names(book: Book) -> list[str]:
    """Every name a product has in the list or in an order, what was ordered most first."""
    rows = book.rows(
        "SELECT name, sum(orders) FROM ("
        "  SELECT name, 0 AS orders FROM product UNION ALL SELECT product, 1 FROM purchase_line"
        ") GROUP BY name ORDER BY sum(orders) DESC, name"
    )
    return [str(name) for name, _ in rows]


def times_ordered(book: Book, name: str) -> int:
    """How many orders name a product."""
    return int(book.value("SELECT count(DISTINCT purchase_id) FROM purchase_line WHERE product = ?", (name,)))


def rename(book: Book, before: str, name: str) -> None:
    """Let every order call a product by another name."""
    book.run("UPDATE purchase_line SET product = ? WHERE product = ?", (name, before))


def buyers(book: Book, names: Iterable[str]) -> set[int]:
    """Everybody who ever ordered one of these products."""
    return {
        person_id
        for name in names
        for (person_id,) in book.rows("SELECT DISTINCT person_id FROM purchase_line WHERE product = ?", (name,))
    }
