"""Call sheets: who is on one, what stands beside each name, and the numbers that printed sheets keep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from planner.domain import account
from planner.domain.account import Level
from planner.domain.errors import PlannerError
from planner.domain.history import History
from planner.domain.moment import Moment
from planner.domain.move import Action
from planner.domain.person import Closeness, Facts, Stage
from planner.domain.touch import Channel, Touch, TouchKind
from planner.models import bulk
from planner.models import today as table
from planner.models.book import Book, as_instant
from planner.services import facts as facts_of
from planner.services.changes import Change, Changes
from planner.services.preferences import Preferences, PreferencesStore
from planner.services.today import Card, Day, Today

HISTORY_LINES = 3
MOST_WANTED = 100
"""So many people can be put on a sheet at once: fifteen pages."""
_OFF_PAPER = frozenset({Action.LEAVE_IN_PEACE, Action.NONE})
"""Moves with which nobody stands on a sheet, whoever wants it."""
_UNTOLD = frozenset({TouchKind.OPENING_BALANCE, TouchKind.NO_ANSWER})
"""What is not worth a line on paper."""
_RECENT_SHEETS = 14
"""Days after which results that were never entered are no longer asked for."""


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One person on a sheet: the card of the day, where the account stands, and what happened last (newest first)."""

    card: Card
    call_me: str = ""
    stage: Stage = Stage.NEW
    closeness: Closeness = Closeness.ACQUAINTANCE
    level: Level = Level.THIN
    points: int = 0
    is_known: bool = False
    """Whether the two have ever talked; with somebody new the account says nothing."""
    text_first: bool = False
    city: str = ""
    there: str = ""
    """The person's zone, empty where nothing is known."""
    history: tuple[Touch, ...] = ()
    reach: str = ""
    """Where to write to when there is no number: an e-mail address or a name in a social network."""


@dataclass(frozen=True, slots=True)
class SheetView:
    """A whole sheet. ``number`` is None until it is printed."""

    now: Moment
    lines: tuple[SheetLine, ...]
    number: int | None = None
    me: str = ""
    country: str = "US"
    conversations: int = 10
    """How many circles to tick off."""
    day: Day | None = None
    """The day whose list this is; None for people chosen by hand."""

    @property
    def on(self) -> date:
        """The day the sheet is for."""
        return self.now.today


@dataclass(frozen=True, slots=True)
class PastSheet:
    """A sheet that was printed; ``open`` counts the people about whom nothing was entered since."""

    number: int
    on: date
    people: int
    open: int


class Sheets:
    """Composes call sheets and remembers the printed ones."""

    def __init__(self, book: Book, changes: Changes, today: Today, preferences: PreferencesStore) -> None:
        self._book = book
        self._changes = changes
        self._today = today
        self._preferences = preferences

    def compose(self, now: Moment, people_ids: Sequence[int] | None = None) -> SheetView:
        """A sheet of today's list, or of these people in their order."""
        chosen = self._preferences.load()
        day = self._today.day(now) if people_ids is None else None
        if day is not None:
            cards = day.cards + self._wanted(day, now)
            known = facts_of.load(self._book, [card.person_id for card in cards], now)
        else:
            wanted = list(dict.fromkeys(people_ids or ()))
            known = facts_of.load(self._book, wanted, now)
            cards = tuple(self._today.card(id_, now) for id_ in wanted if id_ in known)
        cities = self._cities(known)
        nameless = self._nameless(known)
        written = self._written([card for card in cards if not card.phone])
        lines = tuple(
            replace(
                _line(card, known[card.person_id], cities, chosen, now),
                reach=written.get(card.person_id, ""),
                call_me="" if card.person_id in nameless else known[card.person_id].goes_by,
            )
            for card in cards
        )
        me, places = chosen.me_name, chosen.method.capacity
        return SheetView(now, lines, me=me, country=chosen.country, conversations=places, day=day)

    def put_on(self, ids: Sequence[int], now: Moment) -> tuple[Card, ...]:
        """Put people on today's sheet, due or not; answers those who stay off it, with the move that says why.

        Whoever asked to be left in peace, was put away or has died stays off it; what holds anybody else stands on the
        sheet beside their name. Raises PlannerError: too_many_for_sheet, nobody_left.
        """
        if len(ids) > MOST_WANTED:
            raise PlannerError("too_many_for_sheet", most=MOST_WANTED)
        there = frozenset(bulk.known(self._book, ids))
        cards = self._today.cards([each for each in dict.fromkeys(ids) if each in there], now)
        if not cards:
            raise PlannerError("nobody_left")
        new = [card for card in cards if card.move.action not in _OFF_PAPER]
        if new:
            first = new[0]
            with self._book.step("people_on_sheet", now, count=len(new), name=first.name, person_id=first.person_id):
                table.write_wanted(self._book, now.today.isoformat(), [card.person_id for card in new])
            self._changes.announce(Change.SHEETS)
        return tuple(card for card in cards if card.move.action in _OFF_PAPER)

    def _wanted(self, day: Day, now: Moment) -> tuple[Card, ...]:
        """Those the user has put on the sheet, and who neither stand on it anyway nor have heard from them today."""
        wanted = table.wanted(self._book, now.today.isoformat())
        if not wanted:
            return ()
        done = self._today.in_touch(now)
        shown = {card.person_id for card in day.cards}
        cards = self._today.cards([one for one in wanted if one not in shown and one not in done], now)
        return tuple(card for card in cards if card.move.action not in _OFF_PAPER)

    def next_number(self) -> int:
        """The number the next printed sheet gets."""
        return int(self._book.value("SELECT coalesce(max(number), 0) + 1 FROM sheet"))

    def remember(self, sheet: SheetView, now: Moment) -> int:
        """Keep a printed sheet with its people and give it its number."""
        with self._book.step("sheet_printed", now) as detail:
            number = self.next_number()
            detail["number"] = number
            sheet_id = self._book.run(
                "INSERT INTO sheet(number, for_date, made_at) VALUES (?, ?, ?)",
                (number, sheet.on.isoformat(), as_instant(now)),
            )
            self._book.run_many(
                "INSERT INTO sheet_row(sheet_id, position, person_id, name, phone, band, action)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)",
                [(sheet_id, position, *_row(line)) for position, line in enumerate(sheet.lines)],
            )
        self._changes.announce(Change.SHEETS)
        return number

    def forget(self, number: int, now: Moment) -> None:
        """Take back a sheet that could not be printed after all."""
        with self._book.step("sheet_forgotten", now, number=number):
            self._book.run("DELETE FROM sheet WHERE number = ?", (number,))
        self._changes.announce(Change.SHEETS)

    def all(self) -> list[PastSheet]:
        """The printed sheets, newest first."""
        rows = self._book.rows(f"{_SHEETS} GROUP BY sheet.id ORDER BY sheet.number DESC")
        return [PastSheet(number, date.fromisoformat(on), people, waiting) for number, on, people, waiting in rows]

    def open_rows(self, now: Moment) -> tuple[int, int] | None:
        """The newest sheet of the last two weeks whose results are not all entered, and how many are not."""
        since = date.fromordinal(now.today.toordinal() - _RECENT_SHEETS).isoformat()
        row = self._book.row(
            f"{_SHEETS} WHERE sheet.for_date >= ? GROUP BY sheet.id HAVING waiting > 0"
            " ORDER BY sheet.number DESC LIMIT 1",
            (since,),
        )
        return None if row is None else (row[0], row[3])

    def reopen(self, number: int, now: Moment) -> SheetView:
        """A printed sheet as it looks today: the same people and number, without those who left the book.

        Raises PlannerError: no_such_sheet.
        """
        if self._book.value("SELECT 1 FROM sheet WHERE number = ?", (number,)) is None:
            raise PlannerError("no_such_sheet", number=number)
        people = self._book.rows(
            "SELECT person_id FROM sheet_row JOIN sheet ON sheet.id = sheet_id"
            " JOIN person ON person.id = person_id WHERE number = ? AND removed_on IS NULL ORDER BY position",
            (number,),
        )
        return replace(self.compose(now, [person_id for (person_id,) in people]), number=number)

    def _cities(self, people: Iterable[int]) -> dict[int, str]:
        ids = list(people)
        marks = ",".join("?" * len(ids))
        return dict(
            self._book.rows(
                f"SELECT person_id, city FROM address WHERE person_id IN ({marks}) AND city <> ''"
                " ORDER BY position DESC, id DESC",
                ids,
            )
        )

    def _nameless(self, people: Iterable[int]) -> set[int]:
        """Who is a company, a number or an address: nobody answers to the first word of that."""
        ids = list(people)
        marks = ",".join("?" * len(ids))
        rows = self._book.rows(
            f"SELECT id FROM person WHERE id IN ({marks}) AND call_me = '' AND given = '' AND family = ''"
            " AND name IN ('', company)",
            ids,
        )
        return {person_id for (person_id,) in rows}

    def _written(self, cards: Sequence[Card]) -> dict[int, str]:
        """The first e-mail address of each, or a name in a network; the network first where the move goes there."""
        ids = [card.person_id for card in cards]
        marks = ",".join("?" * len(ids))
        mails = dict(self._book.rows(_MAILS.format(marks=marks), ids))
        names = dict(self._book.rows(_NAMES.format(marks=marks), ids))
        in_network = {card.person_id for card in cards if card.move.channel is Channel.SOCIAL}
        return mails | {one: name for one, name in names.items() if one in in_network or one not in mails}


_MAILS = """
SELECT person_id, address FROM email WHERE person_id IN ({marks}) AND NOT is_wrong ORDER BY position DESC, id DESC"""
_NAMES = """
SELECT person_id, trim(network || ' ' || handle) FROM social WHERE person_id IN ({marks}) AND handle <> ''
ORDER BY position DESC, id DESC"""
_SHEETS = """
SELECT sheet.number, sheet.for_date, count(sheet_row.id), sum(
  sheet_row.id IS NOT NULL AND sheet_row.entered_on IS NULL
  AND EXISTS (SELECT 1 FROM person WHERE person.id = sheet_row.person_id AND removed_on IS NULL) AND NOT EXISTS (
    SELECT 1 FROM touch WHERE touch.person_id = sheet_row.person_id AND touch.entered_at >= sheet.made_at)) AS waiting
FROM sheet LEFT JOIN sheet_row ON sheet_row.sheet_id = sheet.id"""


def _line(card: Card, about: Facts, cities: dict[int, str], chosen: Preferences, now: Moment) -> SheetLine:
    points = account.balance_of(about.touches, chosen.method.half_life, now.today)
    past = [touch for touch in about.touches if touch.on <= now.today and touch.kind not in _UNTOLD]
    past.sort(key=lambda touch: (touch.on, touch.id), reverse=True)
    return SheetLine(
        card=card,
        stage=about.stage,
        closeness=about.closeness,
        level=account.level(points, chosen.method.floors),
        points=account.shown(points),
        is_known=History.of(about.touches, now.today).last_on is not None,
        text_first=about.preferred_channel is Channel.TEXT or card.move.then_call,
        city=cities.get(card.person_id, ""),
        there=about.zones[0] if about.zones else "",
        history=tuple(past[:HISTORY_LINES]),
    )


def _row(line: SheetLine) -> tuple[object, ...]:
    move = line.card.move
    return line.card.person_id, line.card.name, line.card.phone, move.band or "", move.action
