"""Whom a view holds, as a condition on the derived rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from enum import StrEnum

from planner.domain import account
from planner.domain.account import Level
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.person import SourceKind, Stage
from planner.domain.touch import Channel
from planner.models import listing as query
from planner.models.book import Book
from planner.models.listing import Wanted
from planner.services.saved_views import AnyView, Filters, InTouch, NextStep, Origin, OwnView, View
from planner.services.stored import read_country, read_method

Part = tuple[str, tuple[object, ...]]
"""A condition and its values."""


def wanted(book: Book, view: AnyView, now: Moment) -> Wanted:
    """The condition of a view today."""
    if isinstance(view, OwnView):
        return _own(book, view.filters, now)
    if view in (View.GIVE_FIRST, View.READY_FOR_ASK):
        method = read_method(book)
        least = method.warming_from if view is View.GIVE_FIRST else method.ask_minimum_buy
        bound = account.score_for(least, now.today, method.half_life)
        return Wanted(_CONDITIONS[view], (bound,) if view is View.GIVE_FIRST else (now.today.isoformat(), bound))
    if view is View.FRESH_LEADS:
        since = (now.today - timedelta(days=read_method(book).cooling_days)).isoformat()
        return Wanted(_CONDITIONS[view], (since, since, since))
    if view is View.DUE_TODAY:
        from planner.services import ahead

        return ahead.due_on(now.today, read_method(book), read_country(book))
    return Wanted(_CONDITIONS[view], is_listed=view is not View.ARCHIVED)


def _own(book: Book, filters: Filters, now: Moment) -> Wanted:
    """Every line of the view at once, within the view it is taken from."""
    among = wanted(book, filters.among, now)
    parts = [(among.condition, among.values), *_parts(book, filters, now)]
    condition = " AND ".join(f"({text})" for text, _values in parts)
    return Wanted(condition, tuple(value for _text, values in parts for value in values), among.is_listed)


def _parts(book: Book, filters: Filters, now: Moment) -> Iterator[Part]:
    if filters.stages:
        yield f"stage IN {_in(filters.stages)}", ()
    if filters.closeness:
        yield f"closeness IN {_in(filters.closeness)}", ()
    if filters.levels:
        yield _levels(filters.levels, read_method(book), now.today)
    if filters.sources:
        yield _sources(filters.sources)
    if filters.tags:
        yield f"person_id IN (SELECT person_id FROM tag WHERE name IN ({_marks(filters.tags)}))", filters.tags
    for channel in filters.allowed:
        yield _allowed(channel, now.today)
    if filters.cities:
        found = query.cities_like(book, filters.cities)
        yield f"person_id IN (SELECT person_id FROM address WHERE city IN ({_marks(found)}))", found
    yield from _in_touch(filters, now.today)
    yield from _next_step(book, filters.next_step, now)


def _levels(levels: Iterable[Level], method: Method, today: date) -> Part:
    """The balance between the floors of each level, as bounds on the kept score."""
    floors = [account.score_for(least, today, method.half_life) for least in (0, *method.floors)]
    bounds = dict(zip(Level, zip((None, *floors), (*floors, None), strict=True), strict=True))
    texts, values = [], []
    for least, below in (bounds[level] for level in levels):
        ends = [("score >= ?", least), ("score < ?", below)]
        texts.append(" AND ".join(text for text, end in ends if end is not None))
        values += [end for _text, end in ends if end is not None]
    return " OR ".join(texts), tuple(values)


def _sources(sources: Iterable[Origin]) -> Part:
    """``standing.source`` is the kind, a blank and the folded name."""
    from planner.domain.search import fold

    texts, values = [], []
    for kind, name in sources:
        texts.append("source = ?" if name else "source >= ? AND source < ?")
        values += [f"{kind.value} {fold(name)}"] if name else [f"{kind.value} ", f"{kind.value}!"]
    return " OR ".join(texts), tuple(values)


def _allowed(channel: Channel, today: date) -> Part:
    """A yes on this channel that stands, and no stop that closes it."""
    on = today.isoformat()
    text = (
        "person_id IN (SELECT person_id FROM permission WHERE channel = ? AND ifnull(given_on, '') <= ?"
        " AND ifnull(revoked_on, '9999') > ? AND ifnull(expires_on, '9999') >= ?)"
        f" AND person_id NOT IN ({_STOPPED} OR channel = ?)"
    )
    return text, (channel.value, on, on, on, channel.value)


def _in_touch(filters: Filters, today: date) -> Iterator[Part]:
    since = (today - timedelta(days=filters.in_touch_days)).isoformat()
    if filters.in_touch is InTouch.WITHIN:
        yield "last_on >= ?", (since,)
    elif filters.in_touch is InTouch.NOT_FOR:
        yield "last_on IS NULL OR last_on < ?", (since,)
    elif filters.in_touch is InTouch.NEVER:
        yield "last_on IS NULL", ()


def _next_step(book: Book, step: NextStep, now: Moment) -> Iterator[Part]:
    if step is NextStep.NONE:
        yield _CONDITIONS[View.NO_NEXT_STEP], ()
    elif step is NextStep.DUE:
        due = wanted(book, View.DUE_TODAY, now)
        yield due.condition, due.values
    elif step is not NextStep.ANY:
        from planner.services import ahead

        week = (now.today + timedelta(days=7)).isoformat()
        if step is NextStep.WEEK:
            yield f"next_on > ? AND next_on <= ? AND {ahead.comes_up()}", (now.today.isoformat(), week)
        else:
            yield f"next_on > ? AND {ahead.comes_up()}", (week,)


def _marks(values: Iterable[object]) -> str:
    return ", ".join("?" for _value in values)


def _in(values: Iterable[StrEnum]) -> str:
    """Values of our own enums as the text of a list."""
    return "(" + ", ".join(f"'{value.value}'" for value in values) + ")"


_CLOSED = (Stage.NO, Stage.CLOSED_KINDLY)
_OWN_SOURCES = tuple(
    kind for kind in SourceKind if kind not in (SourceKind.BOUGHT, SourceKind.IMPORTED, SourceKind.UNKNOWN)
)
_STOPPED = "SELECT person_id FROM stop_rule WHERE channel IS NULL OR meant = 'everything'"
_NO_TO_EVERYTHING = (
    "person_id IN (SELECT person_id FROM said_no WHERE scope = 'everything' AND lifted_on IS NULL)"
    f" OR stage = '{Stage.NO.value}' AND person_id NOT IN (SELECT person_id FROM said_no)"
)
"""As ``noes.to_everything``: after a No to one kind of ask alone one stays in touch (D3)."""

_CONDITIONS = {
    View.EVERYONE: "1",
    View.GIVE_FIRST: (
        "score < ? AND (score <> 0 OR (closeness <> 'stranger' AND source NOT LIKE 'bought %'))"
        f" AND stage NOT IN {_in(_CLOSED)} AND person_id NOT IN ({_STOPPED})"
    ),
    View.READY_FOR_ASK: "ask_from <= ? AND score >= ?",
    View.FRESH_LEADS: (
        "person_id IN (SELECT person_id FROM due WHERE kind = 'inquiry' AND due_on >= ? UNION"
        f" SELECT person.id FROM source JOIN person ON source_id = source.id WHERE kind IN {_in(_OWN_SOURCES)}"
        " AND added_on >= ? AND stage IN ('new', 'reached_out') UNION SELECT id FROM person WHERE source_id IS NULL"
        " AND added_on >= ? AND import_batch_id IS NULL AND stage IN ('new', 'reached_out'))"
    ),
    View.CUSTOMERS: f"stage IN {_in((Stage.CUSTOMER, Stage.HOST, Stage.FAN))}",
    View.TEAM: f"stage = '{Stage.TEAM.value}'",
    View.NO_NEXT_STEP: (
        "person_id IN (SELECT person_id FROM due WHERE kind = 'next_step' UNION"
        " SELECT person_id FROM standing WHERE is_listed AND next_on IS NULL AND next_action = 'all_is_well')"
    ),
    View.HOMEWORK: "person_id IN (SELECT person_id FROM due WHERE kind = 'homework')",
    View.LEAVE_IN_PEACE: (f"stage = '{Stage.CLOSED_KINDLY.value}' OR {_NO_TO_EVERYTHING} OR person_id IN ({_STOPPED})"),
    View.ARCHIVED: "1",
}
