"""A crowd of invented people for measuring: a hundred thousand with a million touches in well under a minute."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import accumulate
from random import Random
from typing import NamedTuple

from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.touch import KINDS, Channel, TouchKind
from planner.models.book import Book
from planner.services.demo.reading import places, said, table
from planner.services.demo.rows import Rows, last_id, write_many
from planner.services.demo.telling import plain_address

_K = TouchKind
_C = Channel

_STAGES: tuple[tuple[Stage, int, int], ...] = (
    (Stage.CUSTOMER, 46, 45),
    (Stage.NEW, 22, 180),
    (Stage.NO, 8, 360),
    (Stage.CLOSED_KINDLY, 7, 900),
    (Stage.NOT_NOW, 5, 80),
    (Stage.HOST, 4, 60),
    (Stage.FAN, 3, 30),
    (Stage.RESTING, 2, 50),
    (Stage.BAD_DETAILS, 2, 700),
    (Stage.TEAM, 1, 14),
)
"""Stage, how many of a hundred, and within how many days they were last heard of, so that few are due at once."""

_HEARD_OF_LATE = 0.03
"""The share of people whose silence is longer than that."""
_KINDS: tuple[tuple[TouchKind, Channel, int], ...] = (
    (_K.CONVERSATION, _C.CALL, 18),
    (_K.USEFUL_INFO, _C.TEXT, 14),
    (_K.CHECK_IN, _C.CALL, 12),
    (_K.NO_ANSWER, _C.CALL, 10),
    (_K.BOUGHT, _C.IN_PERSON, 9),
    (_K.MESSAGE, _C.TEXT, 9),
    (_K.THANK_YOU, _C.TEXT, 8),
    (_K.VOICEMAIL, _C.CALL, 6),
    (_K.ASK_BUY, _C.CALL, 4),
    (_K.LIKE, _C.SOCIAL, 4),
    (_K.CARD_WRITTEN, _C.CARD, 3),
    (_K.ASK_HOST, _C.CALL, 2),
    (_K.GIFT, _C.CARD, 1),
)
_OPEN_PROMISES = 0.01
_UNANSWERED = 0.02
"""The share of people with whom the newest touch may be anything; with all others it was a talk."""
_TALK = (_K.CONVERSATION, _C.CALL)
_PRODUCTS = ("Vitamin C serum", "Night cream", "Cedar candle", "Beeswax candle", "Rosemary soap", "Wreath kit")
_INTERESTED, _COMMITTED = 0.05, 0.002
_BIRTHDAYS = 0.3
_BOUGHT = 0.05
_AT_WORK = 0.08
_FEWEST = 1 / 3
_OLDEST = 2400
_LONGEST_GAP = 90
"""Days back to the first touch at most, and between two touches."""


class _Somebody(NamedTuple):
    """What the touches need to know about a person."""

    person_id: int
    last: int
    touches: int


def add(book: Book, now: Moment, people: int, touches: int, seed: int, language: str) -> None:
    """Add ``people`` invented people with ``touches`` touches in all, inside the caller's transaction."""
    dice = Random(seed)
    rows, words = Rows(book), _Words(language)
    maker = _Maker(rows, dice, now, words)
    are_bought = [dice.random() < _BOUGHT for _ in range(people - 1)] + [False]
    shares = iter(_shares(dice, are_bought.count(False), touches))
    crowd = [maker.bought() if is_bought else maker.person(next(shares)) for is_bought in are_bought]
    rows.write()
    first = last_id(book, "touch") + 1
    columns = "person_id, on_date, at_time, zone, kind, points, channel, direction, purpose, note, entered_at"
    write_many(book, "touch", columns, _touches(dice, crowd, words.notes, now, first))


def _shares(dice: Random, people: int, touches: int) -> list[int]:
    """How many touches each person has: between a third and five thirds of the mean, ``touches`` in all."""
    mean = touches / people
    wanted = accumulate(mean * (_FEWEST + dice.random() * 2 * (1 - _FEWEST)) for _ in range(people))
    shares, given = [], 0
    for reached in wanted:
        shares.append(int(reached) - given)
        given = int(reached)
    step = 1 if given < touches else -1
    turn = 0
    while given != touches:
        if shares[turn % people] + step >= 0:
            shares[turn % people] += step
            given += step
        turn += 1
    return shares


class _Words:
    """What names, places and notes are put together from."""

    def __init__(self, language: str) -> None:
        words = table("crowd", language)
        self.products = [said(name, language) for name in _PRODUCTS]
        self.bought = said("Crowd name list", language)
        self.given: list[str] = words["given"].split()
        self.family = [front + back for front in words["family_front"].split() for back in words["family_back"].split()]
        fronts, backs = words["company_front"].split(), words["company_back"].split()
        self.companies = [f"{front} {back}" for front in fronts for back in backs]
        self.notes: list[str] = words["notes"]
        self.sources = [(SourceKind(kind), name) for kind, name in words["sources"]]
        self.places = list(places().values())
        self.streets: list[str] = table("places")["streets"]


class _Maker:
    """Makes one person after another."""

    def __init__(self, rows: Rows, dice: Random, now: Moment, words: _Words) -> None:
        self._rows = rows
        self._dice = dice
        self._today = now.today
        self._words = words
        self._sources = [rows.source(kind, name) for kind, name in words.sources]
        self._bought = rows.source(SourceKind.BOUGHT, words.bought, self._day(400))
        self._stages = [(stage, within) for stage, _, within in _STAGES]
        self._weights = [weight for _, weight, _ in _STAGES]

    def bought(self) -> _Somebody:
        """Gather a name from a bought list, whom nobody knows."""
        return _Somebody(self._person(Stage.NEW, Closeness.STRANGER, self._bought, 400), 0, 0)

    def person(self, touches: int) -> _Somebody:
        """Gather everything about one person but the touches."""
        dice = self._dice
        stage, within = dice.choices(self._stages, self._weights)[0]
        last = dice.randrange(1, within) if dice.random() > _HEARD_OF_LATE else within + dice.randrange(90)
        added = min(_OLDEST, last + touches * _LONGEST_GAP)
        person_id = self._person(stage, Closeness.ACQUAINTANCE, dice.choice(self._sources), added)
        if stage is Stage.CUSTOMER and dice.random() < _OPEN_PROMISES:
            due = self._day(-dice.randrange(-1, 60))
            self._rows.add("promise", person_id, "follow_up", due, "day", None, "", "call", "the next order", "", None)
        if stage is Stage.CUSTOMER:
            self._dealings(person_id)
        return _Somebody(person_id, last, touches)

    def _dealings(self, person_id: int) -> None:
        """What a customer ordered, and what a few of them would like or have said they would do."""
        dice = self._dice
        for _ in range(dice.choice((0, 1, 1, 2, 3))):
            on = self._day(dice.randrange(8, 900))
            order = self._rows.add("purchase", person_id, on, on, "asked")
            self._rows.add(
                "purchase_line", order, person_id, 0, dice.choice(self._words.products), dice.choice((1, 1, 2))
            )
        if dice.random() < _INTERESTED:
            self._rows.add(
                "interest", person_id, "buy", "candles", self._day(dice.randrange(200)), "", 0, "long evenings"
            )
        if dice.random() < _COMMITTED:
            by = self._day(-dice.randrange(4, 60))
            self._rows.add("commitment", person_id, "buy", by, "", self._day(3), "open")

    def _person(self, stage: Stage, closeness: Closeness, source: int, added: int) -> int:
        dice = self._dice
        given, family = dice.choice(self._words.given), dice.choice(self._words.family)
        month, day = (dice.randrange(1, 13), dice.randrange(1, 29)) if dice.random() < _BIRTHDAYS else (None, None)
        until = self._day(-dice.randrange(10, 120)) if stage in (Stage.NOT_NOW, Stage.RESTING) else None
        company = dice.choice(self._words.companies) if dice.random() < _AT_WORK else ""
        person_id = self._rows.add(
            "person", f"{given} {family}", given, family, "", company, "", closeness, stage, until, month, day, None,
            "", "", "", "", "", None, source, None, "", None, 0, self._day(added),
        )  # fmt: skip
        self._ways_to_reach(person_id, f"{given} {family}")
        return person_id

    def _day(self, ago: int) -> str:
        return (self._today - timedelta(days=ago)).isoformat()

    def _ways_to_reach(self, person_id: int, name: str) -> None:
        dice, place = self._dice, self._dice.choice(self._words.places)
        if dice.random() < 0.92:
            line = f"{person_id % 10_000:04d}"
            typed, e164 = f"({place.area_code}) 555-{line}", f"+1{place.area_code}555{line}"
            self._rows.add("phone", person_id, "mobile", typed, e164, 0)
        if dice.random() < 0.6:
            self._rows.add("email", person_id, "home", plain_address(name).replace("@", f"{person_id}@"))
        if dice.random() < 0.5:
            street = f"{dice.randrange(11, 980)} {dice.choice(self._words.streets)}"
            self._rows.add("address", person_id, "home", street, place.city, place.region, place.postcode, "US")


def _touches(
    dice: Random, crowd: list[_Somebody], notes: list[str], now: Moment, first: int
) -> Iterator[tuple[object, ...]]:
    """Rows of all touches, the newest of each person first."""
    days = [(now.today - timedelta(days=ago)).isoformat() for ago in range(_OLDEST + 1)]
    templates, talk = [_template(kind, channel) for kind, channel, _ in _KINDS], _template(*_TALK)
    weights = list(accumulate(weight for *_, weight in _KINDS))
    chance, touch_id, zone = dice.random, first, now.zone
    for person_id, last, count in crowd:
        ago = last
        happened = dice.choices(templates, cum_weights=weights, k=count)
        if happened and chance() > _UNANSWERED:
            happened[0] = talk
        for template in happened:
            day = days[min(ago, _OLDEST)]
            note = notes[int(chance() * len(notes))]
            yield (touch_id, person_id, day, "17:30", zone, *template, note, day + "T17:30:00Z")
            touch_id += 1
            ago += 1 + int(chance() * _LONGEST_GAP)


def _template(kind: TouchKind, channel: Channel) -> tuple[str, float, str, str, str]:
    facts = KINDS[kind]
    return kind.value, float(facts.points), channel.value, facts.direction.value, facts.purpose.value
