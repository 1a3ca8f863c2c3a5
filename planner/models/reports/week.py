"""What happened with people from one day to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from planner.models.book import Book

Days = tuple[str, str]
"""The first and the last day, ISO."""

_BY_DAY = """
SELECT on_date, sum(points > 0 AND kind <> 'opening_balance'), sum(kind IN ({asks})), sum(kind IN ({talks}))
FROM touch WHERE on_date BETWEEN ? AND ? GROUP BY on_date"""

# What was agreed is written down with the talk, or a little later; a day more is for the user's clock behind UTC.
_LATER = "min(date(touch.on_date, '+7 days'), date(touch.entered_at, '+1 day'))"
_TALKS = f"""
SELECT touch.person_id, touch.on_date, touch.topic, person.stage, person.closeness,
  EXISTS (SELECT 1 FROM promise WHERE promise.person_id = touch.person_id
    AND made_on BETWEEN touch.on_date AND {_LATER})
  OR EXISTS (SELECT 1 FROM commitment WHERE commitment.person_id = touch.person_id
    AND made_on BETWEEN touch.on_date AND {_LATER})
  OR EXISTS (SELECT 1 FROM touch AS deal WHERE deal.person_id = touch.person_id AND deal.on_date = touch.on_date
    AND deal.kind IN ('bought', 'booked', 'joined')) AS was_agreed,
  EXISTS (SELECT 1 FROM said_no WHERE said_no.person_id = touch.person_id AND said_no.on_date = touch.on_date)
  OR EXISTS (SELECT 1 FROM stop_rule WHERE stop_rule.person_id = touch.person_id
    AND stop_rule.on_date = touch.on_date) AS was_refused
FROM touch JOIN person ON person.id = touch.person_id
WHERE touch.on_date BETWEEN ? AND ? AND touch.kind IN ({{talks}})"""
_PROMISES = """
SELECT coalesce(sum(status <> 'broken'), 0), count(*) FROM promise
WHERE coalesce(closed_on, due_on) BETWEEN ? AND ? AND kind <> 'follow_up' AND status IN ('kept', 'kept_late', 'broken')"""
_HEARD = """
SELECT count(*) FROM standing JOIN person ON person.id = standing.person_id
WHERE standing.is_listed AND person.closeness <> 'stranger' AND person.added_on <= ?2 AND person.id IN (
  SELECT person_id FROM touch WHERE on_date BETWEEN ?1 AND ?2
  AND ((direction = 'me' AND kind NOT IN ({unheard})) OR kind IN ({both})))"""
_KNOWN = """
SELECT count(*) FROM standing JOIN person ON person.id = standing.person_id
WHERE standing.is_listed AND person.closeness <> 'stranger' AND person.added_on <= ?"""
_CALLS = """
SELECT CASE WHEN at_time IS NULL THEN '' ELSE substr(at_time, 1, 2) END, kind, count(*) FROM touch
WHERE on_date BETWEEN ? AND ? AND kind IN ({kinds}) AND direction = 'me' AND channel IN ('call', 'voicemail')
GROUP BY 1, 2"""
_TEXTS = """
SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM touch AS word WHERE word.person_id = touch.person_id
  AND word.on_date BETWEEN touch.on_date AND date(touch.on_date, '+3 days') AND word.id > touch.id
  AND word.direction = 'them')), 0)
FROM touch WHERE on_date BETWEEN ? AND ? AND kind IN ('message', 'nudge') AND direction = 'me' AND channel = 'text'"""


def by_day(book: Book, asks: Iterable[str], talks: Iterable[str], days: Days) -> list[tuple[str, int, int, int]]:
    """For each day with anything in it: how much was given, how often asked, how many conversations."""
    return book.rows(_BY_DAY.format(asks=listed(asks), talks=listed(talks)), days)


def talks(book: Book, kinds: Iterable[str], days: Days) -> list[tuple[Any, ...]]:
    """How many conversations there were of each sort: topic, stage, closeness, agreed, refused, and the count."""
    sql = f"SELECT topic, stage, closeness, was_agreed, was_refused, count(*) FROM ({_TALKS}) GROUP BY 1, 2, 3, 4, 5"
    return book.rows(sql.format(talks=listed(kinds)), days)


def talks_without_more(book: Book, kinds: Iterable[str], days: Days, limit: int) -> list[tuple[Any, ...]]:
    """The newest conversations of which nothing came: person, name, day, topic, stage, closeness, refused."""
    sql = (
        "SELECT person_id, coalesce(nullif(person.name, ''), company), on_date, topic, talk.stage, talk.closeness,"
        f" was_refused FROM ({_TALKS}) AS talk JOIN person ON person.id = person_id WHERE NOT was_agreed"
        " AND NOT person.is_deceased AND person.archived_on IS NULL ORDER BY on_date DESC, person_id LIMIT ?"
    )
    return book.rows(sql.format(talks=listed(kinds)), (*days, limit))


def promises(book: Book, days: Days) -> tuple[int, int]:
    """How many promises were kept, and how many came to their end."""
    kept, ended = book.row(_PROMISES, days) or (0, 0)
    return int(kept), int(ended)


def people_with(book: Book, kinds: Iterable[str], days: Days) -> int:
    """With how many people something of these kinds happened."""
    sql = f"SELECT count(DISTINCT person_id) FROM touch WHERE on_date BETWEEN ? AND ? AND kind IN ({listed(kinds)})"
    return int(book.value(sql, days))


def times(book: Book, kinds: Iterable[str], days: Days) -> int:
    """How often something of these kinds happened."""
    sql = f"SELECT count(*) FROM touch WHERE on_date BETWEEN ? AND ? AND kind IN ({listed(kinds)})"
    return int(book.value(sql, days))


def heard(book: Book, unheard: Iterable[str], both: Iterable[str], days: Days) -> tuple[int, int]:
    """How many of the user's people heard from them, of how many; strangers are not theirs yet."""
    found = book.value(_HEARD.format(unheard=listed(unheard), both=listed(both)), days)
    return int(found), int(book.value(_KNOWN, days[1:]))


def calls(book: Book, kinds: Iterable[str], days: Days) -> list[tuple[str, str, int]]:
    """The hour of the day (empty where it is not known), the kind, and how many calls of it there were."""
    return book.rows(_CALLS.format(kinds=listed(kinds)), days)


def texts(book: Book, days: Days) -> tuple[int, int]:
    """How many texts were written, and how many brought a word within three days."""
    written, answered = book.row(_TEXTS, days) or (0, 0)
    return int(written), int(answered)


def kinds_by_me(book: Book, days: Days) -> list[tuple[str, int]]:
    """How often the user did what, by kind."""
    sql = "SELECT kind, count(*) FROM touch WHERE on_date BETWEEN ? AND ? AND direction = 'me' GROUP BY kind"
    return book.rows(sql, days)


def first_day(book: Book) -> str | None:
    """The first day of which the book tells."""
    days: Sequence[str | None] = (
        book.value("SELECT min(on_date) FROM touch"),
        book.value("SELECT min(added_on) FROM person"),
    )
    return min((day for day in days if day), default=None)


def listed(words: Iterable[str]) -> str:
    """Words of our own as a list in SQL."""
    return ", ".join(f"'{word}'" for word in sorted(words))
