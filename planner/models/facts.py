"""The rows from which the rules learn about people: one query for each subject, for many people at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.models.book import Book

Rows = list[tuple[Any, ...]]

_PEOPLE = """
SELECT p.id, p.name, p.call_me, p.closeness, p.stage, p.stage_until, p.birth_month, p.birth_day, p.zone,
       p.preferred_channel, p.keep_in_touch_days, p.is_deceased, p.archived_on, p.added_on,
       s.kind, s.name, s.is_locked, p.birth_year, p.leap_rule
FROM person p LEFT JOIN source s ON s.id = p.source_id WHERE p.id IN (?)"""
_PHONES = """
SELECT person_id, typed, e164, label, is_wrong, is_fax
FROM phone WHERE person_id IN (?) ORDER BY person_id, position, id"""
_TOUCHES = """
SELECT person_id, id, on_date, kind, points, channel, direction, purpose, at_time, zone, topic, words, note,
       wants_answer, expects_call, promise_id
FROM touch WHERE person_id IN (?) ORDER BY person_id, on_date, id"""
_PROMISES = """
SELECT person_id, id, kind, due_on, window, at_time, zone, channel, reason, words, made_on, status, closed_on
FROM promise WHERE person_id IN (?) ORDER BY person_id, due_on, id"""
_PERMISSIONS = """
SELECT person_id, id, channel, topics, basis, words, given_on, place, expires_on, revoked_on, revoked_words
FROM permission WHERE person_id IN (?) ORDER BY person_id, id"""
_STOPS = "SELECT person_id, id, channel, on_date, words, asked_by FROM stop_rule WHERE person_id IN (?) ORDER BY id"
_THANKS = "SELECT person_id, id, trigger_kind, due_on, about, done_on FROM thank_you WHERE person_id IN (?) ORDER BY id"
_PLACES = "SELECT person_id, region, postcode, country FROM address WHERE person_id IN (?) ORDER BY position, id"
_TAGS = "SELECT person_id, name FROM tag WHERE person_id IN (?) ORDER BY name"
_LISTED = "SELECT person_id, on_date FROM listed WHERE person_id IN (?)"
_WAYS = """
WITH wanted(id) AS (SELECT id FROM person WHERE id IN (?))
SELECT id, 'email' FROM wanted WHERE EXISTS (SELECT 1 FROM email WHERE person_id = wanted.id AND NOT is_wrong)
UNION ALL SELECT id, 'social' FROM wanted WHERE EXISTS (SELECT 1 FROM social WHERE person_id = wanted.id)
UNION ALL SELECT id, 'address' FROM wanted
  WHERE EXISTS (SELECT 1 FROM address WHERE person_id = wanted.id AND street <> '')"""


def people(book: Book, ids: Sequence[int]) -> Rows:
    """The person and the source they came from."""
    return _of(book, _PEOPLE, ids)


def phones(book: Book, ids: Sequence[int]) -> Rows:
    """Numbers, the preferred first."""
    return _of(book, _PHONES, ids)


def touches(book: Book, ids: Sequence[int]) -> Rows:
    """The timeline, oldest first."""
    return _of(book, _TOUCHES, ids)


def promises(book: Book, ids: Sequence[int]) -> Rows:
    """Promises in all states, by date."""
    return _of(book, _PROMISES, ids)


def permissions(book: Book, ids: Sequence[int]) -> Rows:
    """What they said yes to, and took back."""
    return _of(book, _PERMISSIONS, ids)


def stops(book: Book, ids: Sequence[int]) -> Rows:
    """What they asked the user to leave be."""
    return _of(book, _STOPS, ids)


def thank_yous(book: Book, ids: Sequence[int]) -> Rows:
    """Thank-yous owed and said."""
    return _of(book, _THANKS, ids)


def places(book: Book, ids: Sequence[int]) -> Rows:
    """Region, postcode and country of each address."""
    return _of(book, _PLACES, ids)


def tags(book: Book, ids: Sequence[int]) -> Rows:
    """Tags by name."""
    return _of(book, _TAGS, ids)


def listed(book: Book, ids: Sequence[int]) -> Rows:
    """The days on which somebody stood on the list."""
    return _of(book, _LISTED, ids)


def ways(book: Book, ids: Sequence[int]) -> Rows:
    """Which other ways lead to somebody: e-mail, social networks, post."""
    return _of(book, _WAYS, ids)


def _of(book: Book, sql: str, ids: Sequence[int]) -> Rows:
    """The rows of these people; every row but a person's own begins with the person's id."""
    return book.rows(sql.replace("(?)", f"({','.join('?' * len(ids))})"), ids)
