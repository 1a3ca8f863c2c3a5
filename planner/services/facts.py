"""Reads what the rules need to know about people: a handful of queries for all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from datetime import date, time
from typing import Any

from planner.domain.moment import Moment
from planner.domain.permission import Basis, Permission, StopRule, Topic
from planner.domain.person import Birthday, Closeness, Facts, LeapRule, Phone, SourceKind, Stage
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import Channel, Direction, Purpose, Touch, TouchKind
from planner.domain.zones import Place, ZoneSet, zone_set
from planner.models.book import Book

_AT_ONCE = 900
"""People per round of queries; below every build's limit of bound values."""

Row = tuple[Any, ...]

_KIND = {kind.value: kind for kind in TouchKind}
_CHANNEL: dict[str | None, Channel | None] = {None: None, "": None} | {channel.value: channel for channel in Channel}
_DIRECTION = {direction.value: direction for direction in Direction}
_PURPOSE = {purpose.value: purpose for purpose in Purpose}


def load(book: Book, ids: Collection[int], now: Moment) -> dict[int, Facts]:
    """The facts of these people; whoever is not in the book is missing from the answer."""
    found: dict[int, Facts] = {}
    wanted = list(dict.fromkeys(ids))
    for start in range(0, len(wanted), _AT_ONCE):
        found.update(_load_some(book, wanted[start : start + _AT_ONCE], now))
    return found


def _load_some(book: Book, ids: list[int], now: Moment) -> dict[int, Facts]:
    marks = ",".join("?" * len(ids))

    def gather(sql: str, make: Callable[[Row], Any]) -> defaultdict[int, list[Any]]:
        groups: defaultdict[int, list[Any]] = defaultdict(list)
        for row in book.rows(sql.replace("(?)", f"({marks})"), ids):
            groups[row[0]].append(make(row))
        return groups

    phones = gather(_PHONES, _phone)
    touches = gather(_TOUCHES, _touch)
    promises = gather(_PROMISES, _promise)
    permissions = gather(_PERMISSIONS, _permission)
    stops = gather(_STOPS, lambda row: StopRule(row[1], _CHANNEL[row[2]], date.fromisoformat(row[3]), row[4], row[5]))
    thanks = gather(_THANKS, _thank_you)
    places = gather(_PLACES, lambda row: Place(row[1], row[2], row[3]))
    tags = gather(_TAGS, lambda row: row[1])
    ways = gather(_WAYS, lambda row: row[1])
    listed = gather(_LISTED, lambda row: date.fromisoformat(row[1]))
    facts = {}
    for row in book.rows(_PEOPLE.replace("(?)", f"({marks})"), ids):
        person_id = row[0]
        facts[person_id] = _facts(
            row,
            zones=zone_set(row[8], places[person_id], [p.e164 for p in phones[person_id] if not p.is_wrong], now.zone),
            phones=tuple(phones[person_id]),
            touches=tuple(touches[person_id]),
            promises=tuple(promises[person_id]),
            permissions=tuple(permissions[person_id]),
            stops=tuple(stops[person_id]),
            thank_yous=tuple(thanks[person_id]),
            tags=tuple(tags[person_id]),
            ways=frozenset(ways[person_id]),
            country=next((place.country for place in places[person_id] if place.country), ""),
            carried=_carried(listed[person_id], touches[person_id], now.today),
        )
    return facts


def _facts(row: Row, *, zones: ZoneSet, ways: frozenset[str], **lists: Any) -> Facts:
    return Facts(
        id=row[0],
        name=row[1],
        call_me=row[2],
        closeness=Closeness(row[3]),
        stage=Stage(row[4]),
        stage_until=_day(row[5]),
        birthday=_birthday(row),
        preferred_channel=_CHANNEL.get(row[9]),
        keep_in_touch_days=row[10],
        is_deceased=bool(row[11]),
        is_archived=row[12] is not None,
        added_on=_day(row[13]),
        source_kind=SourceKind(row[14] or SourceKind.UNKNOWN),
        source_name=row[15] or "",
        source_is_locked=bool(row[16]),
        zones=zones.names,
        zone_is_guessed=zones.is_guessed,
        has_email="email" in ways,
        has_social="social" in ways,
        has_address="address" in ways,
        **lists,
    )


def _carried(listed: Iterable[date], touches: Iterable[Touch], today: date) -> int:
    """On how many past days the person stood on the list since the user was last in touch (D8)."""
    since = max(
        (touch.on for touch in touches if touch.direction is Direction.ME and touch.on <= today), default=date.min
    )
    return sum(since < day < today for day in listed)


def _birthday(row: Row) -> Birthday | None:
    if row[6] is None or row[7] is None:
        return None
    return Birthday(row[6], row[7], row[17], LeapRule(row[18]))


def _phone(row: Row) -> Phone:
    return Phone(typed=row[1], e164=row[2], label=row[3], is_wrong=bool(row[4]), is_fax=bool(row[5]))


def _touch(row: Row) -> Touch:
    return Touch(
        row[1],
        date.fromisoformat(row[2]),
        _KIND[row[3]],
        row[4],
        _CHANNEL[row[5]],
        _DIRECTION[row[6]],
        _PURPOSE[row[7]],
        _time(row[8]),
        row[9],
        row[10],
        row[11],
        row[12],
        bool(row[13]),
        bool(row[14]),
        row[15],
    )


def _promise(row: Row) -> Promise:
    return Promise(
        id=row[1],
        kind=PromiseKind(row[2]),
        due_on=date.fromisoformat(row[3]),
        window=Window(row[4]),
        at=_time(row[5]),
        zone=row[6],
        channel=_CHANNEL[row[7]],
        reason=row[8],
        words=row[9],
        made_on=_day(row[10]),
        status=PromiseStatus(row[11]),
        closed_on=_day(row[12]),
    )


def _permission(row: Row) -> Permission:
    return Permission(
        id=row[1],
        channel=Channel(row[2]),
        topics=tuple(Topic(topic) for topic in row[3].split(",") if topic),
        basis=Basis(row[4]),
        words=row[5],
        given_on=_day(row[6]),
        place=row[7],
        expires_on=_day(row[8]),
        revoked_on=_day(row[9]),
        revoked_words=row[10],
    )


def _thank_you(row: Row) -> ThankYou:
    return ThankYou(row[1], ThanksFor(row[2]), date.fromisoformat(row[3]), row[4], _day(row[5]))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _time(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None


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
SELECT id, 'email' FROM wanted WHERE EXISTS (SELECT 1 FROM email WHERE person_id = id AND NOT is_wrong)
UNION ALL SELECT id, 'social' FROM wanted WHERE EXISTS (SELECT 1 FROM social WHERE person_id = id)
UNION ALL SELECT id, 'address' FROM wanted WHERE EXISTS (SELECT 1 FROM address WHERE person_id = id AND street <> '')"""
