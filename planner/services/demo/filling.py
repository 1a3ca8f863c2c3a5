"""Fills an empty book with invented people."""

from __future__ import annotations

from datetime import datetime, time, timedelta

from planner.domain.moment import Moment
from planner.models.book import Book, as_instant
from planner.services.changes import Changes
from planner.services.demo import crowd, stages
from planner.services.demo.dealing import Dealings, add_products
from planner.services.demo.reading import everybody
from planner.services.demo.rows import Rows
from planner.services.demo.telling import Teller
from planner.services.preferences import Preferences, PreferencesStore
from planner.services.standing import refresh_everybody

SEED = 7
_TOUCHES_EACH = 10
_YESTERDAYS_SHEET = 46
_ON_THE_SHEET = ("Maria Delgado", "Beth Lindqvist", "Tom Adeyemi", "Rosa Nikolić", "Hannah Goldberg", "Gloria Pacheco")
_ENTERED = 3


def fill(
    book: Book,
    now: Moment,
    people: int = 60,
    touches: int | None = None,
    seed: int = SEED,
    zone: str = "",
    language: str = "en",
) -> None:
    """Fill an empty book with ``people`` invented people, always the same for the same moment and seed.

    The first sixty lead a lively year; the rest is a crowd for measuring, with so many touches that all together have
    ``touches`` (ten for each of the crowd when not given). ``zone`` is the one the user has chosen for their own book,
    ``language`` the one they read.
    No step of undo: a sample book is thrown away as a whole.
    """
    now = Moment(now.utc, zone or now.zone)
    cast = everybody(language)[:people]
    with book.quietly():
        rows = Rows(book)
        teller = Teller(rows, now, seed)
        ids = {sketch.name: teller.tell(sketch) for sketch in cast}
        dealings = Dealings(rows, ids, now, language)
        add_products(rows, language)
        dealings.tell()
        _yesterdays_sheet(rows, ids, now)
        told = rows.count("touch")
        rows.write()
        book.run_many("UPDATE person SET wish = ? WHERE id = ?", dealings.wishes())
        others = people - len(cast)
        if others > 0:
            more = max(0, others * _TOUCHES_EACH if touches is None else touches - told)
            crowd.add(book, now, others, more, seed, language)
        stages.add(book)
        store = PreferencesStore(book, Changes())
        store.save(_preferences(zone, language), now)
        refresh_everybody(book, now)


def _preferences(zone: str, language: str) -> Preferences:
    return Preferences(
        me_name="Carla Reyes",
        me_phone="(303) 555-0100",
        country="US",
        zone=zone,
        language=language,
        is_sample=True,
        first_start_done=True,
    )


def _yesterdays_sheet(rows: Rows, ids: dict[str, int], now: Moment) -> None:
    morning = Moment.at(datetime.combine(now.today - timedelta(days=1), time(8, 5)), now.zone)
    yesterday = morning.today
    sheet_id = rows.add("sheet", _YESTERDAYS_SHEET, yesterday.isoformat(), as_instant(morning))
    for position, name in enumerate(one for one in _ON_THE_SHEET if one in ids):
        entered = yesterday.isoformat() if position < _ENTERED else None
        rows.add("sheet_row", sheet_id, position, ids[name], name, "", "", "", entered)
