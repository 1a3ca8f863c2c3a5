"""What went well, gathered from everything that is written down."""

from __future__ import annotations

from typing import Any

from planner.models.book import Book
from planner.models.reports.week import IN_BIN, Days

_SELECTS = {
    "noted": "SELECT on_date AS day, NULL AS who, what AS words, id AS ref FROM activity"
    " WHERE kind = 'win' AND on_date BETWEEN ?1 AND ?2",
    "thanked": "SELECT on_date AS day, person_id AS who, words, id AS ref FROM touch"
    " WHERE on_date BETWEEN ?1 AND ?2 AND thanked_me",
    "promise_kept": "SELECT coalesce(closed_on, due_on) AS day, person_id AS who, reason AS words, id AS ref"
    " FROM promise WHERE status IN ('kept', 'kept_late') AND kind <> 'follow_up'"
    " AND coalesce(closed_on, due_on) BETWEEN ?1 AND ?2",
    "solved": "SELECT on_date AS day, person_id AS who, topic AS words, id AS ref FROM touch"
    " WHERE on_date BETWEEN ?1 AND ?2 AND kind = 'problem_solved'",
    "first_order": """
SELECT min(day) AS day, who, '' AS words, who AS ref FROM (
  SELECT on_date AS day, person_id AS who FROM purchase WHERE on_date BETWEEN ?1 AND ?2 AND came_back IS NULL
  UNION ALL SELECT on_date, person_id FROM touch WHERE on_date BETWEEN ?1 AND ?2 AND kind = 'bought') AS new
WHERE NOT EXISTS (SELECT 1 FROM purchase WHERE person_id = new.who AND on_date < ?1)
AND NOT EXISTS (SELECT 1 FROM touch INDEXED BY touch_person WHERE person_id = new.who AND on_date < ?1
  AND kind = 'bought') GROUP BY who""",
    "hosted": "SELECT on_date AS day, person_id AS who, name AS words, id AS ref FROM party"
    " WHERE person_id IS NOT NULL AND cancelled_on IS NULL AND on_date BETWEEN ?1 AND ?2",
    "joined": "SELECT joined_on AS day, person_id AS who, '' AS words, id AS ref FROM membership"
    " WHERE joined_on BETWEEN ?1 AND ?2",
    "introduced": "SELECT coalesce(introduced_on, added_on) AS day, introduced_by_id AS who,"
    " coalesce(nullif(name, ''), company) AS words, id AS ref FROM person"
    " WHERE introduced_by_id IS NOT NULL AND removed_on IS NULL"
    " AND coalesce(introduced_on, added_on) BETWEEN ?1 AND ?2",
    "helped_me": "SELECT on_date AS day, person_id AS who, note AS words, id AS ref FROM touch"
    " WHERE on_date BETWEEN ?1 AND ?2 AND kind = 'helped_me'",
    "came_back": """
SELECT on_date AS day, person_id AS who, words, id AS ref FROM touch
WHERE on_date BETWEEN ?1 AND ?2 AND kind = 'reached_out' AND direction = 'them'
AND EXISTS (SELECT 1 FROM touch AS e INDEXED BY touch_person
  WHERE e.person_id = touch.person_id AND e.on_date < touch.on_date
  AND e.kind <> 'opening_balance')
AND NOT EXISTS (SELECT 1 FROM touch AS e INDEXED BY touch_person
  WHERE e.person_id = touch.person_id AND e.on_date < touch.on_date
  AND e.on_date > date(touch.on_date, ?3))
AND NOT EXISTS (SELECT 1 FROM stop_rule WHERE stop_rule.person_id = touch.person_id
  AND stop_rule.on_date = touch.on_date)
AND NOT EXISTS (SELECT 1 FROM said_no WHERE said_no.person_id = touch.person_id
  AND said_no.on_date = touch.on_date)""",
}
"""For each kind: day, person, words that belong to it, and what tells it from others; ?3 is how long a rest is."""

_OUTSIDE_BIN = f"SELECT * FROM ({{}}) WHERE who IS NULL OR who NOT IN {IN_BIN}"

KINDS = tuple(_SELECTS)


def count(book: Book, kind: str, days: Days, rest: int) -> int:
    """How many wins of a kind there were."""
    sql = f"SELECT count(*) FROM ({_OUTSIDE_BIN.format(_SELECTS[kind])})"
    return int(book.value(sql, _values(kind, days, rest)))


def newest(book: Book, kind: str, days: Days, rest: int, limit: int) -> list[tuple[Any, ...]]:
    """The newest wins of a kind: day, person or None, their name, words, and a number of its own."""
    those = _OUTSIDE_BIN.format(_SELECTS[kind])
    sql = (
        "SELECT day, who, coalesce(nullif(name, ''), company, ''), words, ref"
        f" FROM ({those} ORDER BY day DESC LIMIT {int(limit)}) LEFT JOIN person ON person.id = who"
    )
    return book.rows(sql, _values(kind, days, rest))


def has_noted(book: Book, win_id: int) -> bool:
    """Whether the user has noted such a win."""
    return book.row("SELECT 1 FROM activity WHERE id = ? AND kind = 'win'", (win_id,)) is not None


def _values(kind: str, days: Days, rest: int) -> tuple[str, ...]:
    return (*days, f"-{rest} days") if kind == "came_back" else days
