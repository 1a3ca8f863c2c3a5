"""The sample book: invented, lively, and the same every time."""

from __future__ import annotations

import re
from datetime import date, timedelta
from pathlib import Path

import pytest

from planner.models.book import Book
from planner.services.changes import Changes
from planner.services.demo import fill
from planner.services.demo.reading import everybody
from planner.services.preferences import PreferencesStore
from tests.builders import at, dump, make_book

MONDAY = at("2026-11-23T09:00", "America/Denver")
TODAY = "2026-11-23"


@pytest.fixture
def sample(book: Book) -> Book:
    fill(book, MONDAY)
    return book


def the(book: Book, sql: str, *params: object) -> list[tuple[object, ...]]:
    return book.rows(sql, params)


def person_id(book: Book, name: str) -> int:
    return int(book.value("SELECT id FROM person WHERE name = ?", (name,)))


def test_sixty_people_share_a_year(sample: Book) -> None:
    assert sample.value("SELECT count(*) FROM person") == 60
    assert 400 < sample.value("SELECT count(*) FROM touch") < 900
    oldest = sample.value("SELECT min(on_date) FROM touch")
    assert date.fromisoformat(oldest) < MONDAY.today - timedelta(days=330)
    assert sample.value("SELECT count(*) FROM touch WHERE on_date > ?", (TODAY,)) == 0
    assert sample.value("SELECT count(*) FROM person WHERE added_on > ?", (TODAY,)) == 0
    assert sample.value("SELECT count(DISTINCT stage) FROM person") >= 11
    assert sample.value("SELECT count(*) FROM standing") == 60


def test_the_same_moment_and_seed_make_the_same_book(tmp_path: Path) -> None:
    books = [make_book(tmp_path, f"{name}.warmbook") for name in "abc"]
    for book, seed in zip(books, (7, 7, 8), strict=True):
        fill(book, MONDAY, people=90, touches=900, seed=seed)
    first, second, third = (dump(book) for book in books)
    assert first == second
    assert first != third
    for book in books:
        book.close()


def test_nobody_was_in_touch_before_they_were_added(sample: Book) -> None:
    early = the(sample, "SELECT p.name, p.added_on, t.on_date FROM touch t JOIN person p ON p.id = t.person_id"
                " WHERE t.on_date < p.added_on")  # fmt: skip
    assert early == []


def test_business_rests_on_sundays(sample: Book) -> None:
    business = the(sample, "SELECT p.name, t.on_date FROM touch t JOIN person p ON p.id = t.person_id"
                   " WHERE p.closeness NOT IN ('friend', 'family') AND strftime('%w', t.on_date) = '0'"
                   " AND t.on_date < '2026-11-23'")  # fmt: skip
    assert business == []


def test_today_has_a_callback_a_late_promise_and_a_fresh_inquiry(sample: Book) -> None:
    callback = the(sample, "SELECT due_on, at_time, window FROM promise WHERE person_id = ?",
                   person_id(sample, "Maria Delgado"))  # fmt: skip
    assert callback == [(TODAY, "14:30", "exact")]
    late = the(sample, "SELECT p.name FROM promise JOIN person p ON p.id = person_id"
               " WHERE due_on < ? AND kind = 'promised'", TODAY)  # fmt: skip
    assert late == [("Joan Okafor",)]
    inquiry = the(sample, "SELECT on_date, at_time, wants_answer, expects_call FROM touch WHERE person_id = ?",
                  person_id(sample, "Priya Raman"))  # fmt: skip
    assert inquiry == [(TODAY, "06:00", 1, 1)]


@pytest.mark.parametrize(
    ("clock", "due", "hour"),
    [
        ("2026-11-23T09:00", "2026-11-23", "14:30"),
        ("2026-11-23T13:45", "2026-11-23", "14:30"),
        ("2026-11-23T16:10", "2026-11-23", "17:00"),
        ("2026-11-23T21:00", "2026-11-24", "14:30"),
    ],
)
def test_the_callback_always_lies_ahead(book: Book, clock: str, due: str, hour: str) -> None:
    fill(book, at(clock, "America/Denver"), people=1)
    assert book.row("SELECT due_on, at_time FROM promise") == (due, hour)


def test_there_is_a_birthday_a_leap_day_a_no_a_stop_and_somebody_without_a_phone(sample: Book) -> None:
    birthdays = the(sample, "SELECT name FROM person WHERE birth_month = 11 AND birth_day = 23")
    assert birthdays == [("Dana Wu",)]
    assert the(sample, "SELECT name FROM person WHERE birth_month = 2 AND birth_day = 29") == [("Ivy Calloway",)]
    assert the(sample, "SELECT name FROM person WHERE stage = 'no'") == [("Sam Marsh",)]
    assert the(sample, "SELECT p.name, channel FROM stop_rule JOIN person p ON p.id = person_id") == [
        ("Deb Kowalski", "text")
    ]
    assert the(sample, "SELECT name FROM person WHERE id NOT IN (SELECT person_id FROM phone)") == [("Mia Sorensen",)]
    assert the(sample, "SELECT name FROM person WHERE stage = 'resting'") == [("Marcus Webb",)]
    assert sample.value("SELECT count(*) FROM thank_you WHERE done_on IS NULL") == 2


@pytest.mark.practice("000-04")
def test_the_bought_list_is_locked_and_never_asked(sample: Book) -> None:
    bought = the(sample, "SELECT s.is_locked, p.closeness, count(t.id) FROM source s"
                 " JOIN person p ON p.source_id = s.id LEFT JOIN touch t ON t.person_id = p.id AND t.purpose = 'ask'"
                 " WHERE s.kind = 'bought'"
                 " GROUP BY p.id")  # fmt: skip
    assert len(bought) == 4
    assert set(bought) == {(1, "stranger", 0)}


@pytest.mark.practice("000-21")
def test_friends_and_family_are_never_asked(sample: Book) -> None:
    asked = the(sample, "SELECT p.name FROM touch t JOIN person p ON p.id = t.person_id"
                " WHERE p.closeness IN ('friend', 'family') AND t.purpose = 'ask'")  # fmt: skip
    assert asked == []


def test_numbers_and_addresses_belong_to_nobody(sample: Book) -> None:
    for (number,) in the(sample, "SELECT e164 FROM phone"):
        assert str(number)[5:10] == "55501"
    for (address,) in the(sample, "SELECT address FROM email"):
        assert str(address).endswith("@example.com")
        assert str(address).isascii()
    assert sample.value("SELECT count(*) FROM phone") == sample.value("SELECT count(DISTINCT e164) FROM phone")


def test_neighbours_share_the_clock_of_whoever_looks_around(book: Book) -> None:
    fill(book, at("2026-11-23T09:00", "Europe/Berlin"))
    assert book.value("SELECT zone FROM person WHERE name = 'Maria Delgado'") == "Europe/Berlin"
    assert book.value("SELECT zone FROM person WHERE name = 'Priya Raman'") == ""


def test_every_blank_in_a_note_is_filled() -> None:
    for sketch in everybody():
        for beat in sketch.story:
            assert "{thing}" not in beat.note or sketch.thing, f"{sketch.name}: {beat.note}"


def test_nothing_of_it_can_be_undone_and_it_says_that_it_is_a_sample(sample: Book) -> None:
    assert sample.value("SELECT count(*) FROM undo_step") == 0
    kept = PreferencesStore(sample, Changes()).load()
    assert kept.is_sample
    assert kept.first_start_done
    assert kept.me_name == "Carla Reyes"


def test_a_crowd_has_exactly_as_many_as_asked(book: Book) -> None:
    fill(book, MONDAY, people=2_000, touches=15_000, seed=1)
    assert book.value("SELECT count(*) FROM person") == 2_000
    assert book.value("SELECT count(*) FROM touch") == 15_000
    assert book.value("SELECT count(*) FROM standing") == 2_000
    assert book.value("SELECT count(*) FROM touch WHERE on_date > ?", (TODAY,)) == 0
    assert book.value("SELECT count(DISTINCT name) FROM person") > 1_900
    due = book.value("SELECT count(DISTINCT person_id) FROM due WHERE due_on <= ?", (TODAY,))
    assert due < 2_000 * 0.2, "with what people ordered of late"


def test_the_sample_lives_in_the_zone_the_user_has_chosen(book: Book) -> None:
    fill(book, at("2026-11-26T00:20", "Etc/UTC"), zone="America/Chicago")
    assert PreferencesStore(book, Changes()).load().zone == "America/Chicago"
    assert book.value("SELECT max(on_date) FROM touch") == "2026-11-25", "it is still Wednesday evening there"


def test_it_is_told_in_the_language_of_whoever_looks_around(book: Book) -> None:
    fill(book, MONDAY, people=70, language="es")
    assert book.value("SELECT how_known FROM person WHERE name = 'Joan Okafor'") == "Feria de la iglesia"
    assert book.value("SELECT name FROM product WHERE category = 'sérum'") == "Sérum de vitamina C"
    assert {name for (name,) in book.rows("SELECT name FROM tag")} >= {"velas", "equipo", "familia"}
    assert book.value("SELECT stage FROM person WHERE name = 'Rosa Nikolić'") == "team"
    assert PreferencesStore(book, Changes()).load().language == "es"


def test_every_word_of_it_is_translated_and_none_of_its_names() -> None:
    english, spanish = everybody(), everybody("es")
    assert [one.name for one in english] == [one.name for one in spanish]
    for ours, theirs in zip(english, spanish, strict=True):
        assert (ours.place, ours.stage, ours.closeness) == (theirs.place, theirs.stage, theirs.closeness)
        for one, other in zip(ours.story, theirs.story, strict=True):
            assert (one.kind, one.channel) == (other.kind, other.channel)
            for said, told in ((one.note, other.note), (one.words, other.words)):
                assert said != told or not said, said
                assert said.count("|") == told.count("|"), told
                assert sorted(re.findall(r"\{\w+\}", said)) == sorted(re.findall(r"\{\w+\}", told)), told
        for vow, kept in zip(ours.vows, theirs.vows, strict=True):
            assert vow.reason != kept.reason or not vow.reason
            assert vow.words != kept.words or not vow.words
        for field in ("how_known", "in_common", "life", "remember", "best_times", "thing", "job"):
            text = getattr(ours, field)
            assert text in ("", "Yoga") or text != getattr(theirs, field), text
