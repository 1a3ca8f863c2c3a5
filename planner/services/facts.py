"""Reads what the rules need to know about people: a handful of queries for all of them together."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from datetime import date, time
from typing import Any, TypeVar

from planner.domain.moment import Moment
from planner.domain.permission import Basis, Permission, StopRule, Topic
from planner.domain.person import Birthday, Closeness, Facts, Homework, LeapRule, Phone, Registry, SourceKind, Stage
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import Channel, Direction, Purpose, Touch, TouchKind
from planner.domain.zones import Place, ZoneSet, zone_set
from planner.models import facts as table
from planner.models.book import Book
from planner.services import dealing_rows, neighbours
from planner.services.agreements import stop_from

_AT_ONCE = 900
"""People per round of queries; below every build's limit of bound values."""

Row = tuple[Any, ...]
T = TypeVar("T")

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
    phones = _grouped(table.phones(book, ids), _phone)
    touches = _grouped(table.touches(book, ids), _touch)
    promises = _grouped(table.promises(book, ids), _promise)
    permissions = _grouped(table.permissions(book, ids), _permission)
    stops = _grouped(table.stops(book, ids), _stop)
    thanks = _grouped(table.thank_yous(book, ids), _thank_you)
    places = _grouped(table.places(book, ids), lambda row: Place(*row[1:]))
    tags = _grouped(table.tags(book, ids), lambda row: row[1])
    ways = _grouped(table.ways(book, ids), lambda row: row[1])
    listed = _grouped(table.listed(book, ids), lambda row: date.fromisoformat(row[1]))
    networks = _grouped(table.networks(book, ids), lambda row: row[1].casefold())
    lines = _grouped(table.order_lines(book, ids), dealing_rows.order_line)
    dealings: dict[str, dict[int, tuple[Any, ...]]] = {
        "orders": _grouped(table.orders(book, ids), lambda row: dealing_rows.order(row, lines)),
        "parties": _grouped(table.parties(book, ids), dealing_rows.party),
        "memberships": _grouped(table.memberships(book, ids), dealing_rows.membership),
        "commitments": _grouped(table.commitments(book, ids), dealing_rows.commitment),
        "interests": _grouped(table.interests(book, ids), dealing_rows.interest),
        "noes": _grouped(table.noes(book, ids), dealing_rows.said_no),
        "pauses": _grouped(table.pauses(book, ids), dealing_rows.pause),
        "steps_done": _grouped(table.steps_done(book, ids), dealing_rows.step_done),
        "housemates": neighbours.housemates(book, ids, now.today),
    }
    strangers = neighbours.strangers_written(book, now.today) if networks else neighbours.Strangers()
    facts = {}
    for row in table.people(book, ids):
        person_id = row[0]
        numbers = [phone.e164 for phone in phones.get(person_id, ()) if phone.e164 and not phone.is_wrong]
        mine = touches.get(person_id, ())
        facts[person_id] = _facts(
            row,
            zones=zone_set(row[8], places.get(person_id, ()), numbers, now.zone),
            phones=phones.get(person_id, ()),
            touches=mine,
            promises=promises.get(person_id, ()),
            permissions=permissions.get(person_id, ()),
            stops=stops.get(person_id, ()),
            thank_yous=thanks.get(person_id, ()),
            tags=tags.get(person_id, ()),
            ways=frozenset(ways.get(person_id, ())),
            carried=_carried(listed.get(person_id, ()), mine, now.today),
            network=next(iter(networks.get(person_id, ())), ""),
            strangers_written=strangers.without(person_id, next(iter(networks.get(person_id, ())), "")),
            **{name: found.get(person_id, ()) for name, found in dealings.items()},
        )
    return facts


def _grouped(rows: Iterable[Row], make: Callable[[Row], T]) -> dict[int, tuple[T, ...]]:
    """What the rows of each person make, by person, in the order of the rows."""
    groups: dict[int, list[T]] = {}
    for row in rows:
        groups.setdefault(row[0], []).append(make(row))
    return {person_id: tuple(group) for person_id, group in groups.items()}


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
        is_added_by_hand=bool(row[41]),
        source_kind=SourceKind(row[14] or SourceKind.UNKNOWN),
        source_name=row[15] or "",
        source_is_locked=bool(row[16]),
        zones=zones.names,
        zone_is_guessed=zones.is_guessed,
        country=zones.country,
        regions=zones.regions,
        has_email="email" in ways,
        has_social="social" in ways,
        has_address="address" in ways,
        homework=Homework(*row[19:24]),
        wish=row[24],
        consultant=row[25],
        is_minor=bool(row[26]),
        is_wanted_on_team=bool(row[27]),
        is_no_fit=bool(row[28]),
        introduced_by_id=row[29],
        introduced_by_name=row[30] or "",
        introduced_on=_day(row[31]),
        batch=dealing_rows.batch(row[15], row[32:41]) if row[14] == SourceKind.BOUGHT.value else None,
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
    return Phone(
        typed=row[1],
        e164=row[2],
        label=row[3],
        is_wrong=bool(row[4]),
        is_fax=bool(row[5]),
        registry=Registry(row[6]) if row[6] else None,
        registry_on=_day(row[7]),
        extension=row[8],
    )


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


def _stop(row: Row) -> StopRule:
    return stop_from(row[1:])


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
