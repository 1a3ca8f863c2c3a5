"""Rows of many people at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from planner.models.book import Book


def known(book: Book, people: Iterable[int]) -> list[int]:
    """Those of these people who are in the book and not in its bin, in the order of their ids."""
    sql = f"SELECT id FROM person WHERE id IN ({_numbers(people)}) AND removed_on IS NULL ORDER BY id"
    return [row[0] for row in book.rows(sql)]


def tag_counts(book: Book, people: Iterable[int]) -> dict[str, int]:
    """Every tag that some of these people bear, with how many of them do."""
    sql = f"SELECT name, count(*) FROM tag WHERE person_id IN ({_numbers(people)}) GROUP BY name ORDER BY name"
    return dict(book.rows(sql))


def sources(book: Book, people: Iterable[int]) -> list[tuple[str, str]]:
    """The kinds and names of the sources of these people, each once; empty texts stand for none."""
    return book.rows(
        "SELECT DISTINCT ifnull(source.kind, ''), ifnull(source.name, '') FROM person"
        f" LEFT JOIN source ON source.id = source_id WHERE person.id IN ({_numbers(people)})"
    )


def add_tag(book: Book, people: Iterable[int], name: str) -> None:
    """Mark with a word whoever of these people does not bear it."""
    book.run(
        f"INSERT INTO tag(person_id, name) SELECT id, ?1 FROM person WHERE id IN ({_numbers(people)})"
        " AND id NOT IN (SELECT person_id FROM tag WHERE name = ?1) ORDER BY id",
        (name,),
    )


def remove_tag(book: Book, people: Iterable[int], name: str) -> None:
    """Take a word from these people."""
    book.run(f"DELETE FROM tag WHERE name = ? AND person_id IN ({_numbers(people)})", (name,))


def set_column(book: Book, people: Collection[int], column: str, value: object) -> None:
    """Write one value into a column of these people's rows."""
    sql = f"UPDATE person SET {column} = ?, rev = rev + 1 WHERE id IN ({_numbers(people)}) AND {column} IS NOT ?"
    book.run(sql, (value, value))


def _numbers(people: Iterable[int]) -> str:
    """Ids as the text of a list: there may be more of them than a statement has room for values."""
    return ",".join(str(int(person_id)) for person_id in people)
