"""Today from the book: the same list as deciding for everybody, carried over, put off, counted."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from planner.domain.case import Case
from planner.domain.day import Done, Plan, plan
from planner.domain.decide import decide_case
from planner.domain.errors import PlannerError
from planner.domain.method import Method, Mode
from planner.domain.moment import Moment
from planner.domain.move import Action, Band
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.promise import PromiseKind, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import KINDS, Channel, TouchKind
from planner.models.book import Book
from planner.services import facts, standing
from planner.services.changes import Changes
from planner.services.delays import Delays
from planner.services.pools import BEYOND, Decided
from planner.services.preferences import Preferences, PreferencesStore
from planner.services.today import Card, Day, Today
from tests.builders import add_person, add_phone, add_promise, add_row, add_touch, at
from tests.services.random_dealings import deal

MORNING = at("2026-11-24T10:00")
AREA_CODES = ("615", "310", "850", "212", "808", "702", "800")


@pytest.fixture
def today(book: Book) -> Today:
    return Today(book, PreferencesStore(book, Changes()))


def _crowd(book: Book, dice: Random, people: int, now: Moment) -> None:
    """People of every kind with touches, promises and dates around now, as rows."""
    with book.quietly():
        for kind in SourceKind:
            book.run("INSERT INTO source(kind, name) VALUES (?, '')", (kind.value,))
        for _ in range(people):
            _somebody(book, dice, now)
        standing.refresh_everybody(book, now)


def _somebody(book: Book, dice: Random, now: Moment) -> None:
    def day(least: int, most: int) -> str:
        return (now.today + timedelta(days=dice.randint(least, most))).isoformat()

    born = (now.today + timedelta(days=dice.randint(-2, 4))) if dice.random() < 0.15 else None
    stage = dice.choice(list(Stage))
    closeness = dice.choices(list(Closeness), [1, 6, 2, 1])[0]
    person_id = book.run(
        "INSERT INTO person(name, closeness, stage, stage_until, birth_month, birth_day, source_id, added_on, zone,"
        " preferred_channel, archived_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            dice.choice(["Ann", "bo", "Cleo", "Dee", "Émile", ""]),
            closeness.value,
            stage.value,
            day(-20, 60) if stage in {Stage.NOT_NOW, Stage.RESTING} and dice.random() < 0.7 else None,
            born.month if born else None,
            born.day if born else None,
            dice.randint(1, len(SourceKind)),
            day(-900, 0),
            dice.choice(["", "", "", "America/New_York", "Pacific/Honolulu", "Nowhere/Land"]),
            dice.choice([None, None, None, *(channel.value for channel in Channel)]),
            day(-9, 0) if dice.random() < 0.05 else None,
        ),
    )
    if dice.random() < 0.85:
        number = f"+1{dice.choice(AREA_CODES)}5550{dice.randint(100, 199)}"
        looked_up = (now.today - timedelta(days=person_id % 40)).isoformat()
        book.run(
            "INSERT INTO phone(person_id, typed, e164, registry, registry_on) VALUES (?, ?, ?, 'clear', ?)",
            (person_id, number, number, looked_up),
        )
    if person_id % 3 == 0:
        book.run("UPDATE person SET fact = 'sings', good_reason = 'dry air' WHERE id = ?", (person_id,))
    if dice.random() < 0.5:
        book.run("INSERT INTO email(person_id, address) VALUES (?, 'a@example.org')", (person_id,))
    for _ in range(dice.choice([0, 0, 1, 2, 3, 5])):
        _touch(book, dice, person_id, day(*dice.choice([(-2, 0), (-30, 0), (-700, -100)])))
    if dice.random() < 0.2:
        _promise(book, dice, person_id, day(-6, 6))
    if dice.random() < 0.1:
        values = (person_id, dice.choice(list(ThanksFor)).value, day(-3, 4))
        book.run("INSERT INTO thank_you(person_id, trigger_kind, due_on) VALUES (?, ?, ?)", values)
    if dice.random() < 0.07:
        channel = dice.choice([None, "call", "text"])
        book.run(
            "INSERT INTO stop_rule(person_id, channel, on_date) VALUES (?, ?, ?)", (person_id, channel, day(-90, 0))
        )
    deal(book, dice, person_id, day)


def _touch(book: Book, dice: Random, person_id: int, on: str) -> None:
    kind = dice.choice(
        [TouchKind.CONVERSATION, TouchKind.NO_ANSWER, TouchKind.MESSAGE, TouchKind.REACHED_OUT, *TouchKind]
    )
    asks = kind is TouchKind.REACHED_OUT and dice.random() < 0.7
    book.run(
        "INSERT INTO touch(person_id, on_date, at_time, zone, kind, points, direction, wants_answer, entered_at)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            person_id,
            on,
            dice.choice([None, f"{dice.randint(7, 20):02}:30"]),
            "America/Chicago",
            kind.value,
            KINDS[kind].points,
            KINDS[kind].direction.value,
            asks,
            f"{on}T12:00:00Z",
        ),
    )


def _promise(book: Book, dice: Random, person_id: int, due_on: str) -> None:
    window = dice.choice(list(Window))
    book.run(
        "INSERT INTO promise(person_id, kind, due_on, window, at_time, zone, reason, status)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            person_id,
            dice.choice(list(PromiseKind)).value,
            due_on,
            window.value,
            f"{dice.randint(6, 22):02}:00" if window is Window.EXACT else None,
            dice.choice(["", "America/Chicago", "Asia/Tokyo", "Pacific/Honolulu"]),
            dice.choice(["", "the sample"]),
            dice.choice(["open", "open", "open", "kept", "broken"]),
        ),
    )


def _slow(book: Book, now: Moment, chosen: Preferences, put_off: frozenset[int] = frozenset()) -> Plan:
    """The list as it would be after deciding for everybody."""
    ids = [row[0] for row in book.rows("SELECT id FROM person")]
    decided = []
    for known in facts.load(book, ids, now).values():
        case = Case.of(known, now, chosen.method, chosen.country)
        decided.append(Decided(case, decide_case(case)).candidate)
    touched = {
        row[0]
        for row in book.rows(
            "SELECT DISTINCT person_id FROM touch WHERE on_date = ? AND direction = 'me' AND kind NOT IN"
            " ('opening_balance', 'note', 'logistics', 'slow_reply', 'cancelled_on_them', 'outside_hours',"
            " 'promise_broken', 'added_unasked', 'wrong_number')",
            (now.today.isoformat(),),
        )
    }
    asked = book.value(
        "SELECT count(DISTINCT person_id) FROM touch WHERE on_date = ? AND (kind LIKE 'ask_%' OR kind LIKE 'pitch_%'"
        " OR kind IN ('pushed_after_no', 'after_stop'))",
        (now.today.isoformat(),),
    )
    bought = book.value(
        "SELECT count(DISTINCT t.person_id) FROM touch t, person p, source s WHERE p.id = t.person_id"
        " AND s.id = p.source_id AND s.kind = 'bought' AND t.on_date = ? AND t.direction = 'me'"
        " AND t.channel IN ('call', 'voicemail', 'video') AND p.stage NOT IN ('customer', 'host', 'team', 'fan')",
        (now.today.isoformat(),),
    )
    return plan(decided, now, chosen.method, done=Done(len(touched), asked, bought), put_off=put_off)


def _same(day: Day, slow: Plan, put_off: frozenset[int] = frozenset()) -> None:
    for lane in ("call_now", "later", "write"):
        fast = [(card.person_id, card.move) for card in getattr(day, lane)]
        assert fast == [(each.person_id, each.move) for each in getattr(slow, lane)], lane
    waiting = [each.person_id for each in slow.not_today if each.person_id not in put_off]
    assert [card.person_id for card in day.not_today if card.person_id not in put_off] == waiting[:BEYOND]
    assert {card.person_id for card in day.not_today} >= put_off & {each.person_id for each in slow.not_today}
    assert day.must == slow.must


@pytest.mark.rule("D8")
@pytest.mark.parametrize("seed", range(20))
def test_the_fast_list_is_the_slow_list(book: Book, today: Today, seed: int) -> None:
    dice = Random(seed)
    now = [MORNING, at("2026-11-24T20:40"), at("2026-11-22T13:00"), at("2027-02-28T09:00"), at("2026-11-26T10:00")][
        seed % 5
    ]
    chosen = Preferences(
        method=Method(capacity=dice.choice([3, 10, 25]), mode=dice.choice(list(Mode)), days_off=dice.choice([(6,), ()]))
    )
    PreferencesStore(book, Changes()).save(chosen, at("2026-11-01T10:00"))
    _crowd(book, dice, 140, now)
    _same(today.day(now), _slow(book, now, chosen))


@pytest.mark.practice("003-02", "003-10")
def test_another_mode_changes_the_mix_of_tomorrow_and_leaves_today(book: Book, today: Today) -> None:
    store = PreferencesStore(book, Changes())
    for at_ in range(14):
        person_id = add_person(book, f"Thanks {at_:02}", MORNING)
        add_row(book, "thank_you", person_id=person_id, trigger_kind="referral", due_on="2026-11-24")
    for at_ in range(3):
        add_promise(book, add_person(book, f"Follow {at_}", MORNING), "2026-11-24", kind="follow_up")

    def new_people(now: Moment) -> int:
        return sum(card.move.band is Band.FOLLOW_UP for card in today.day(now).cards)

    assert new_people(MORNING) == 0
    store.save(Preferences(method=Method(mode=Mode.NEED_PEOPLE)), MORNING)
    assert new_people(MORNING) == 0
    assert new_people(at("2026-11-25T10:00")) == 2


@pytest.mark.rule("D8")
@pytest.mark.parametrize(("seed", "days"), [(1, 1), (2, 3), (3, 16), (4, 40), (5, 120)])
def test_the_dates_of_the_book_hold_while_days_pass(book: Book, today: Today, seed: int, days: int) -> None:
    _crowd(book, Random(100 + seed), 140, MORNING)
    later = at((MORNING.today + timedelta(days=days)).isoformat() + "T10:00")
    standing.catch_up(book, later)
    _same(today.day(later), _slow(book, later, Preferences()))


@pytest.mark.rule("D8")
def test_put_off_goes_to_another_day_and_keeps_its_date(book: Book, today: Today) -> None:
    _crowd(book, Random(77), 140, MORNING)
    first, second = (card.person_id for card in today.day(MORNING).cards[:2])
    for person_id in (first, second, second):
        Delays(book, Changes()).put_off(person_id, MORNING)
    off = frozenset({first, second})
    day = today.day(MORNING)
    _same(day, _slow(book, MORNING, Preferences(), off), off)
    assert off <= {card.person_id for card in day.not_today}
    assert off.isdisjoint(card.person_id for card in day.cards)
    assert {today.card(person_id, at("2026-11-25T10:00")).carried for person_id in off} <= {0, 1}


@pytest.mark.rule("D8")
def test_who_was_put_off_is_carried_into_tomorrow(book: Book, today: Today) -> None:
    ann = add_person(book, "Ann", stage="customer")
    add_phone(book, ann)
    add_touch(book, ann, on="2026-11-10")
    add_promise(book, ann, "2026-11-23", kind="follow_up", reason="the sample")
    Delays(book, Changes()).put_off(ann, MORNING)
    assert [card.person_id for card in today.day(MORNING).not_today] == [ann]
    (card,) = today.day(at("2026-11-25T10:00")).cards
    assert (card.person_id, card.carried, card.move.due_on) == (ann, 1, date(2026, 11, 23))


def _card(day: Day, person_id: int) -> Card:
    return next(card for card in (*day.cards, *day.not_today) if card.person_id == person_id)


@pytest.mark.rule("D8")
def test_three_carries_want_a_decision(book: Book, today: Today) -> None:
    ann = add_person(book, "Ann", stage="customer")
    add_phone(book, ann)
    add_touch(book, ann, on="2026-11-10")
    add_promise(book, ann, "2026-11-23", kind="follow_up", reason="the sample")
    for number, on in enumerate(("2026-11-23", "2026-11-24", "2026-11-25")):
        now = at(f"{on}T10:00")
        card = _card(today.day(now), ann)
        assert (card.carried, card.wants_decision, card.move.due_on) == (number, False, date(2026, 11, 23))
        today.note_listed(today.day(now), now)
        today.note_listed(today.day(now), now)
    friday = _card(today.day(at("2026-11-27T10:00")), ann)
    assert (friday.carried, friday.wants_decision, friday.move.due_on) == (3, True, date(2026, 11, 23))
    add_touch(book, ann, "no_answer", on="2026-11-27", points=-1)
    assert today.card(ann, at("2026-11-28T10:00")).carried == 0


def test_the_counts_of_the_day_and_the_week(book: Book, today: Today) -> None:
    ann, bea = add_person(book, "Ann"), add_person(book, "Bea")
    for person_id, kind, on, points in (
        (ann, "conversation", "2026-11-24", 6),
        (ann, "conversation", "2026-11-23", 6),
        (bea, "ask_buy", "2026-11-23", -6),
        (bea, "gift", "2026-11-22", 6),
        (bea, "opening_balance", "2026-11-24", 10),
        (bea, "no_answer", "2026-11-24", -1),
    ):
        add_touch(book, person_id, kind, on=on, points=points)
    day = today.day(MORNING)
    assert (day.talks_today, day.given_week, day.asked_week, day.capacity) == (1, 2, 1, 10)


@pytest.mark.practice("000-02")
@pytest.mark.rule("G13")
def test_strangers_are_counted_as_homework_and_never_listed(book: Book, today: Today) -> None:
    for number in range(5):
        add_phone(book, add_person(book, f"Name {number}", closeness="stranger"))
    day = today.day(MORNING)
    assert (day.cards, day.not_today, day.homework) == ((), (), 5)


@pytest.mark.practice("000-14")
@pytest.mark.rule("D8")
def test_what_is_known_of_the_person_stands_on_the_card(book: Book, today: Today) -> None:
    ann = add_person(book, "Ann", zone="America/Los_Angeles", closeness="friend")
    add_phone(book, ann)
    add_promise(book, ann, "2026-11-24", window="exact", at_time="09:00", zone="America/Los_Angeles")
    (card,) = today.day(at("2026-11-24T11:05")).call_now
    assert (card.name, card.phone, card.may_call, card.may_text) == ("Ann", "+13125550142", True, True)
    assert (card.local_time, card.zones, card.zone_is_guessed) == ("09:05", ("America/Los_Angeles",), False)
    assert card.move.band is Band.CALLBACK
    bea = add_person(book, "Bea")
    assert (today.card(bea, MORNING).phone, today.card(bea, MORNING).may_call) == ("", False)
    assert (today.card(bea, MORNING).local_time, today.card(bea, MORNING).zone_is_guessed) == ("", True)


def test_anybody_has_a_move_and_nobody_has_none(book: Book, today: Today) -> None:
    ann = add_person(book, "Ann", archived_on="2026-01-01")
    assert today.move(ann, MORNING).action is Action.NONE
    with pytest.raises(PlannerError) as told:
        today.move(ann + 1, MORNING)
    assert (told.value.code, told.value.facts) == ("no_such_person", {"person_id": ann + 1})


@pytest.mark.rule("D6.8")
def test_a_book_left_alone_for_two_years_knows_its_birthdays(book: Book, today: Today) -> None:
    ivy = add_person(book, "Ivy", birth_month=2, birth_day=29, now=at("2026-11-24T10:00"))
    add_touch(book, ivy, on="2026-11-20")
    assert _card(today.day(at("2028-02-29T10:00")), ivy).move.action is Action.CELEBRATE


@pytest.fixture
def many(tmp_path: Path) -> Iterator[Book]:
    opened = Book.open(tmp_path / "many.warmbook")
    yield opened
    opened.close()


@pytest.mark.rule("D8")
def test_a_long_pool_is_decided_only_as_far_as_there_is_room(many: Book, monkeypatch: pytest.MonkeyPatch) -> None:
    with many.quietly():
        for number in range(600):
            person_id = many.run(
                "INSERT INTO person(name, stage, added_on) VALUES (?, 'customer', '2026-01-01')", (f"{number:03}",)
            )
            number_of = f"+1615555{number:04}"
            many.run("INSERT INTO phone(person_id, typed, e164) VALUES (?, ?, ?)", (person_id, number_of, number_of))
            on = (date(2026, 11, 24) - timedelta(days=45 + number % 15)).isoformat()
            many.run(
                "INSERT INTO touch(person_id, on_date, kind, points, entered_at) VALUES (?, ?, 'conversation', 6, ?)",
                (person_id, on, on),
            )
        standing.refresh_everybody(many, MORNING)
    loaded: list[int] = []
    real = facts.load

    def counting(book: Book, ids: list[int], now: Moment) -> object:
        loaded.extend(ids)
        return real(book, ids, now)

    monkeypatch.setattr(facts, "load", counting)
    day = Today(many, PreferencesStore(many, Changes())).day(MORNING)
    assert [card.move.due_on for card in day.cards] == [date(2026, 11, 10)] * 10
    assert [card.name for card in day.cards] == [f"{number:03}" for number in range(14, 164, 15)]
    assert len(day.not_today) == BEYOND
    assert len(loaded) < 60
    assert day.waiting > 500
    assert add_row(many, "tag", person_id=1, name="x")


def test_whoever_has_no_name_is_called_by_what_there_is(book: Book, today: Today) -> None:
    mail = add_person(book, name="")
    add_row(book, "email", person_id=mail, address="info@shop.example")
    shop = add_person(book, name="", company="The Shop")
    number = add_person(book, name="")
    add_phone(book, number, "615 555 0142", "+16155550142")
    for person_id in (mail, shop, number):
        add_promise(book, person_id, due_on="2026-11-24")
    standing.refresh_everybody(book, MORNING)
    assert {card.name for card in today.day(MORNING).cards} == {"info@shop.example", "The Shop", "(615) 555-0142"}
