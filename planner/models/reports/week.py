"""What happened with people from one day to another."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from planner.models.book import Book

Days = tuple[str, str]
"""The first and the last day, ISO."""

IN_BIN = "(SELECT id FROM person WHERE removed_on IS NOT NULL)"
"""Whom no report counts or names any more; what happened with them stays a part of the week."""

_BY_DAY = """
SELECT on_date, sum(points > 0 AND kind <> 'opening_balance'), sum(kind IN ({asks})), sum(kind IN ({talks}))
FROM touch WHERE on_date BETWEEN ? AND ? GROUP BY on_date"""

# By stage and closeness: those whose talks need no next step, or all others on the lists.
_BY_STANDING = "SELECT person_id FROM standing WHERE is_listed AND stage || ' ' || closeness {are} ({at_peace})"
# One number for what is known of a talk: 1 something was agreed, 2 they refused, 4 among friends, 8 at peace.
_TALKS = """
WITH agreed AS MATERIALIZED ({agreed}), refused AS MATERIALIZED ({refused})
SELECT (agreed.person_id IS NOT NULL) + 2 * (refused.person_id IS NOT NULL) + 4 * (touch.topic = '{friends}')
  + 8 * (touch.person_id IN ({at_peace})), count(*)
FROM touch LEFT JOIN agreed ON agreed.person_id = touch.person_id AND agreed.on_date = touch.on_date
LEFT JOIN refused ON refused.person_id = touch.person_id AND refused.on_date = touch.on_date
WHERE touch.kind IN ({talks}) AND touch.on_date BETWEEN ?1 AND ?2 GROUP BY 1"""
_NEWEST = """
SELECT person_id, on_date, topic FROM touch WHERE kind IN ({talks}) AND on_date BETWEEN ? AND ?
AND person_id IN ({others})
ORDER BY on_date DESC, person_id DESC LIMIT ? OFFSET ?"""
# What was agreed is written down with the talk, or a little later; a day more is for the user's clock behind UTC.
_AGREED = """
SELECT talk.person_id, talk.on_date FROM (
  SELECT person_id, made_on FROM promise WHERE made_on BETWEEN ?1 AND date(?2, '+7 days')
  UNION ALL SELECT person_id, made_on FROM commitment WHERE made_on BETWEEN ?1 AND date(?2, '+7 days')) AS said
CROSS JOIN touch AS talk INDEXED BY touch_person ON talk.person_id = said.person_id
  AND talk.on_date BETWEEN date(said.made_on, '-7 days') AND said.made_on
WHERE talk.kind IN ({talks}) AND said.made_on <= date(talk.entered_at, '+1 day')
UNION SELECT person_id, on_date FROM touch WHERE kind IN ('bought', 'booked', 'joined') AND on_date BETWEEN ?1 AND ?2"""
_REFUSED = """
SELECT person_id, on_date FROM said_no WHERE on_date BETWEEN ?1 AND ?2
UNION SELECT person_id, on_date FROM stop_rule WHERE on_date BETWEEN ?1 AND ?2"""
_PROMISES = """
SELECT coalesce(sum(status <> 'broken'), 0), count(*) FROM promise
WHERE coalesce(closed_on, due_on) BETWEEN ? AND ? AND kind <> 'follow_up'
  AND status IN ('kept', 'kept_late', 'broken')"""
_HEARD = """
SELECT count(*) FROM standing WHERE is_listed AND closeness <> 'stranger'
AND person_id NOT IN (SELECT id FROM person WHERE added_on > ?2)
AND person_id IN (SELECT person_id FROM touch WHERE kind IN ({kinds}) AND on_date BETWEEN ?1 AND ?2)"""
_KNOWN = """
SELECT count(*) FROM standing WHERE is_listed AND closeness <> 'stranger'
AND person_id NOT IN (SELECT id FROM person WHERE added_on > ?)"""
_CALLS = """
SELECT CASE WHEN at_time IS NULL THEN '' ELSE substr(at_time, 1, 2) END, kind, count(*)
FROM touch INDEXED BY touch_call
WHERE on_date BETWEEN ? AND ? AND kind IN ({kinds}) AND direction = 'me' AND channel IN ('call', 'voicemail')
GROUP BY 1, 2"""
_TEXTS = """
SELECT count(*), coalesce(sum(EXISTS (SELECT 1 FROM touch AS word INDEXED BY touch_person
  WHERE word.person_id = touch.person_id
  AND word.on_date BETWEEN touch.on_date AND date(touch.on_date, '+3 days') AND word.id > touch.id
  AND word.direction = 'them')), 0)
FROM touch WHERE on_date BETWEEN ? AND ? AND kind IN ('message', 'nudge') AND direction = 'me' AND channel = 'text'"""


def by_day(book: Book, asks: Iterable[str], talks: Iterable[str], days: Days) -> list[tuple[str, int, int, int]]:
    """For each day with anything in it: how much was given, how often asked, how many conversations."""
    return book.rows(_BY_DAY.format(asks=listed(asks), talks=listed(talks)), days)


def talks(
    book: Book, kinds: Iterable[str], friends: str, at_peace: Iterable[str], days: Days
) -> list[tuple[bool, bool, bool, bool, int]]:
    """How many conversations there were of which something was agreed, in which they refused, which were among
    ``friends`` by their topic, and with whom nothing more is needed: ``at_peace`` has such stages and closenesses.
    """
    kinds_told = listed(kinds)
    sql = _TALKS.format(
        agreed=_AGREED.format(talks=kinds_told),
        refused=_REFUSED,
        talks=kinds_told,
        friends=friends,
        at_peace=_BY_STANDING.format(are="IN", at_peace=listed(at_peace)),
    )
    return [
        (bool(known & 1), bool(known & 2), bool(known & 4), bool(known & 8), n) for known, n in book.rows(sql, days)
    ]


def newest_talks(
    book: Book, kinds: Iterable[str], at_peace: Iterable[str], days: Days, page: tuple[int, int]
) -> list[tuple[int, str, str]]:
    """Person, day and topic of conversations with people on the lists who are not ``at_peace``, the newest first.

    ``page`` is how many at most, and how many come before them.
    """
    others = _BY_STANDING.format(are="NOT IN", at_peace=listed(at_peace))
    return book.rows(_NEWEST.format(talks=listed(kinds), others=others), (*days, *page))


def agreed(book: Book, kinds: Iterable[str], days: Days) -> set[tuple[int, str]]:
    """People and days on which something came of a talk: a promise, a date of theirs, an order, a party, a member."""
    return set(book.rows(_AGREED.format(talks=listed(kinds)), days))


def refused(book: Book, days: Days) -> set[tuple[int, str]]:
    """People and days on which they said No, or asked for peace."""
    return set(book.rows(_REFUSED, days))


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


def heard(book: Book, kinds: Iterable[str], days: Days) -> tuple[int, int]:
    """To how many of the user's people something of these kinds happened, of how many; strangers are not theirs yet."""
    return int(book.value(_HEARD.format(kinds=listed(kinds)), days)), int(book.value(_KNOWN, days[1:]))


def calls(book: Book, kinds: Iterable[str], days: Days) -> list[tuple[str, str, int]]:
    """The hour of the day (empty where it is not known), the kind, and how many calls of it there were."""
    return book.rows(_CALLS.format(kinds=listed(kinds)), days)


def texts(book: Book, days: Days) -> tuple[int, int]:
    """How many texts were written, and how many brought a word within three days."""
    written, answered = book.row(_TEXTS, days) or (0, 0)
    return int(written), int(answered)


def kinds(book: Book, wanted: Iterable[str], days: Days) -> list[tuple[str, int]]:
    """How often what happened, by kind, of those wanted."""
    sql = f"SELECT kind, count(*) FROM touch WHERE kind IN ({listed(wanted)}) AND on_date BETWEEN ? AND ? GROUP BY kind"
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
