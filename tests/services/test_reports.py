"""The reports, counted by hand on small books."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from planner.domain import resources
from planner.domain.account import Level
from planner.domain.activity import ActivityKind
from planner.domain.errors import PlannerError
from planner.domain.figures import DayPart, Ending, Part, SourceGroup, WinKind
from planner.domain.method import Mode
from planner.domain.period import Period, Span
from planner.domain.person import Stage
from planner.services.activities import ActivityDraft
from planner.services.exchange.book_json import import_book, write_book
from planner.services.open_book import OpenBook
from planner.services.reports import week as week_of
from tests.builders import NOW, add_person, add_promise, add_row, add_touch

TODAY = NOW.today
"""Monday, 23 November 2026."""


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenBook]:
    opened = OpenBook.at(tmp_path / "book.warmbook", lambda: NOW)
    yield opened
    opened.book.close()


def people(desk: OpenBook, count: int, **columns: Any) -> list[int]:
    return [add_person(desk.book, f"Person {number}", **columns) for number in range(count)]


def test_an_empty_book_counts_nothing_and_divides_by_nothing(desk: OpenBook) -> None:
    for span in Span:
        week = desk.reports.week(span, NOW)
        assert (week.talks, week.given, week.asked, week.helped, week.promises) == (0, 0, 0, 0, Part(0, 0))
        assert week.visible.percent is None
        assert desk.reports.origins(span, NOW).origins == ()
        assert desk.reports.people(span, NOW).people == 0
        assert desk.reports.wins(span, NOW).total == 0


@pytest.mark.practice("000-03")
def test_conversations_are_counted_and_dials_are_a_detail(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann")
    for number in range(30):
        add_touch(desk.book, ann, "no_answer", on="2026-11-23", points=-1, channel="call", at_time=f"10:{number:02d}")
    for _ in range(2):
        add_touch(desk.book, ann, on="2026-11-23", channel="call", at_time="18:30")
    week = desk.reports.week(Span.THIS_WEEK, NOW)
    assert week.talks == 2
    assert week.calls[DayPart.MORNING] == Part(0, 30)
    assert week.calls[DayPart.EVENING] == Part(2, 2)
    assert week.all_calls.percent == 6


@pytest.mark.practice("004-01", "001-29")
def test_a_share_is_told_from_twenty_on(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann")
    assert desk.reports.week(Span.ALL, NOW).all_calls.percent is None
    for _ in range(19):
        add_touch(desk.book, ann, "no_answer", points=-1, channel="call")
    assert desk.reports.week(Span.ALL, NOW).all_calls.percent is None
    add_touch(desk.book, ann, channel="call")
    assert desk.reports.week(Span.ALL, NOW).all_calls.percent == 5


@pytest.mark.practice("002-27")
def test_five_talks_three_of_which_ended_with_a_next_step(desk: OpenBook) -> None:
    names = people(desk, 5, stage="in_conversation")
    for person in names:
        add_touch(desk.book, person, on="2026-11-23")
    add_promise(desk.book, names[0], due_on="2026-11-30", made_on="2026-11-23")
    add_row(desk.book, "commitment", person_id=names[1], what="buy", by_date="2026-12-15", made_on="2026-11-23")
    add_touch(desk.book, names[2], "bought", on="2026-11-23", points=4, direction="them")
    week = desk.reports.week(Span.THIS_WEEK, NOW)
    assert week.ended_well == Part(3, 5)
    assert {talk.person_id for talk in week.left_open} == set(names[3:])


def test_a_no_friends_and_a_talk_just_so_are_good_endings(desk: OpenBook) -> None:
    friend, no, just = (add_person(desk.book, name, stage="in_conversation") for name in ("Fred", "Nora", "Jo"))
    desk.book.connection().execute("UPDATE person SET closeness = 'friend' WHERE id = ?", (friend,))
    add_touch(desk.book, friend, on="2026-11-23")
    add_touch(desk.book, no, on="2026-11-23")
    add_row(desk.book, "said_no", person_id=no, scope="join", on_date="2026-11-23")
    add_touch(desk.book, just, on="2026-11-23", topic="just_friends")
    week = desk.reports.week(Span.THIS_WEEK, NOW)
    assert week.endings == {Ending.NEXT_STEP: 0, Ending.HONEST: 3, Ending.OPEN: 0}
    assert week.left_open == ()


@pytest.mark.parametrize("page", [1, 2, 1000])
def test_left_open_is_whose_newest_talk_was_the_newest_first(
    desk: OpenBook, monkeypatch: pytest.MonkeyPatch, page: int
) -> None:
    monkeypatch.setattr(week_of, "_PAGE", page)
    twice, settled, once = people(desk, 3, stage="in_conversation")
    friend = add_person(desk.book, "Fred", closeness="friend")
    away = add_person(desk.book, "Away", archived_on="2026-11-22")
    for person, day in ((twice, 17), (twice, 19), (settled, 16), (settled, 20), (once, 18), (friend, 21), (away, 20)):
        add_touch(desk.book, person, on=f"2026-11-{day}")
    add_promise(desk.book, settled, due_on="2026-11-30", made_on="2026-11-20")
    week = desk.reports.week(Span.LAST_WEEK, NOW)
    assert [(talk.person_id, talk.on.day) for talk in week.left_open] == [(twice, 19), (once, 18)]
    assert week.endings == {Ending.NEXT_STEP: 1, Ending.HONEST: 1, Ending.OPEN: 5}


def test_what_was_agreed_long_after_belongs_to_another_talk(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann")
    add_touch(desk.book, ann, on="2026-11-02")
    add_promise(desk.book, ann, due_on="2026-11-30", made_on="2026-11-20")
    assert desk.reports.week(Span.ALL, NOW).ended_well == Part(0, 1)


@pytest.mark.practice("002-08")
def test_forty_of_a_hundred_heard_from_you(desk: OpenBook) -> None:
    everybody = people(desk, 60, added_on="2026-01-01")
    for person in everybody[:24]:
        add_touch(desk.book, person, "message", on="2026-10-01", points=0)
    for person in everybody[24:30]:
        add_touch(desk.book, person, "no_answer", on="2026-10-01", points=-1)
    add_touch(desk.book, everybody[31], "message", on="2026-08-01", points=0)
    stranger = add_person(desk.book, "Robin", closeness="stranger")
    add_touch(desk.book, stranger, "message", on="2026-11-01", points=0)
    visible = desk.reports.week(Span.THIS_WEEK, NOW).visible
    assert (visible, visible.percent) == (Part(24, 60), 40)


@pytest.mark.practice("002-15")
def test_people_are_helped_not_touches(desk: OpenBook) -> None:
    names = people(desk, 8)
    for person in names[:3]:
        add_touch(desk.book, person, "problem_solved", on="2026-11-10", points=10)
    for person in names[3:]:
        add_touch(desk.book, person, "useful_info", on="2026-11-12", points=3)
        add_touch(desk.book, person, "useful_info", on="2026-11-13", points=3)
    month = desk.reports.week(Span.MONTH, NOW)
    assert (month.helped, month.helpings) == (8, 13)


def test_promises_kept_of_those_that_came_to_their_end(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann")
    for status in ("kept", "kept_late", "broken", "cancelled", "open"):
        closed = None if status == "open" else "2026-11-20"
        add_promise(desk.book, ann, due_on="2026-11-20", status=status, closed_on=closed)
    add_promise(desk.book, ann, due_on="2026-11-20", status="kept", closed_on="2026-11-20", kind="follow_up")
    assert desk.reports.week(Span.LAST_WEEK, NOW).promises == Part(2, 3)
    assert desk.reports.week(Span.THIS_WEEK, NOW).promises == Part(0, 0)


def test_each_bar_holds_its_days(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann")
    add_touch(desk.book, ann, "gift", on="2026-11-16")
    add_touch(desk.book, ann, "ask_buy", on="2026-11-22", points=-6)
    add_touch(desk.book, ann, "pitch_friend", on="2026-11-22", points=-15)
    add_touch(desk.book, ann, "opening_balance", on="2026-11-17", points=10)
    week = desk.reports.week(Span.LAST_WEEK, NOW)
    assert week.period == Period(date(2026, 11, 16), date(2026, 11, 22))
    assert [(each.given, each.asked) for each in week.slices] == [(1, 0), *[(0, 0)] * 5, (0, 2)]
    assert (week.given, week.asked) == (1, 2)
    assert len(desk.reports.week(Span.FOUR_WEEKS, NOW).slices) == 5
    assert len(desk.reports.week(Span.YEAR, NOW).slices) == 11


@pytest.mark.practice("003-11")
def test_whoever_needs_new_people_and_only_attracts_is_told_so(desk: OpenBook) -> None:
    desk.activities.note(ActivityDraft(TODAY, ActivityKind.ATTRACT, "a post"), NOW)
    assert not desk.reports.week(Span.THIS_WEEK, NOW).wants_reaching_out
    chosen = desk.preferences.load()
    desk.preferences.save(replace(chosen, method=replace(chosen.method, mode=Mode.NEED_PEOPLE)), NOW)
    assert desk.reports.week(Span.THIS_WEEK, NOW).wants_reaching_out
    ann = add_person(desk.book, "Ann")
    add_touch(desk.book, ann, "voicemail", on=(TODAY - timedelta(days=13)).isoformat(), points=-1)
    assert not desk.reports.week(Span.THIS_WEEK, NOW).wants_reaching_out


@pytest.mark.practice("002-02", "001-13")
def test_a_list_for_250_with_one_customer_cost_250_a_customer(desk: OpenBook) -> None:
    source = add_row(desk.book, "source", kind="bought", name="Names Inc", cost_cents=25_000)
    names = people(desk, 12, source_id=source, closeness="stranger")
    for person in names[:4]:
        add_touch(desk.book, person)
    add_touch(desk.book, names[0], "bought", points=4, direction="them")
    [origin] = desk.reports.origins(Span.ALL, NOW).origins
    assert (origin.people, origin.talked, origin.talks, origin.customers) == (12, 4, 4, 1)
    assert origin.cents_a_customer == 25_000
    assert origin.became == Part(1, 12)
    assert origin.became.percent is None


@pytest.mark.practice("001-30", "003-08")
def test_own_sources_stand_beside_bought_ones_with_their_numbers(desk: OpenBook) -> None:
    blog = add_row(desk.book, "source", kind="blog", name="Winter skin")
    bought = add_row(desk.book, "source", kind="bought", name="Names Inc")
    post = add_row(desk.book, "source", kind="social_post", name="saw your post")
    for person in people(desk, 2, source_id=blog):
        add_row(desk.book, "purchase", person_id=person, on_date="2026-11-20")
    people(desk, 3, source_id=bought)
    asked = add_person(desk.book, "Priya", source_id=post)
    add_touch(desk.book, asked, "reached_out", points=4, direction="them", wants_answer=1)
    report = desk.reports.origins(Span.ALL, NOW)
    own, paid = report.total(SourceGroup.OWN), report.total(SourceGroup.BOUGHT)
    assert (own.became, paid.became) == (Part(2, 3), Part(0, 3))
    assert {origin.name: origin.people for origin in report.origins}["saw your post"] == 1


def test_an_order_that_came_back_makes_no_customer(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann")
    add_row(desk.book, "purchase", person_id=ann, on_date="2026-11-20", came_back="returned")
    assert [origin.customers for origin in desk.reports.origins(Span.ALL, NOW).origins] == [0]


@pytest.mark.practice("000-01")
def test_fourteen_people_to_meet_at_seven_a_week_are_two_weeks(desk: OpenBook) -> None:
    people(desk, 14)
    add_person(desk.book, "Robin", closeness="stranger")
    for person in people(desk, 28, added_on="2026-01-01"):
        add_touch(desk.book, person, on="2026-11-10")
    old = add_person(desk.book, "Olga", added_on="2020-01-01")
    add_touch(desk.book, old, on="2020-01-01")
    add_touch(desk.book, old, on="2026-11-11")
    report = desk.reports.origins(Span.ALL, NOW)
    assert (report.untouched, report.weeks_left) == (14, 2)


def test_people_stand_in_levels_and_stages(desk: OpenBook) -> None:
    good = add_person(desk.book, "Gus", stage="customer")
    for day in ("2026-11-20", "2026-11-13", "2026-11-06", "2026-10-30"):
        add_touch(desk.book, good, on=day)
    asked = add_person(desk.book, "Ada")
    add_touch(desk.book, asked, "ask_buy", on="2026-11-20", points=-6)
    add_person(desk.book, "New")
    add_person(desk.book, "Away", archived_on="2026-11-01")
    report = desk.reports.people(Span.YEAR, NOW)
    assert report.levels == {Level.OVERDRAWN: 1, Level.THIN: 1, Level.WARMING: 0, Level.GOOD: 1, Level.STRONG: 0}
    assert report.stages == {Stage.NEW: 2, Stage.CUSTOMER: 1}


def test_growth_counts_everybody_from_their_first_day(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann", added_on="2026-09-10")
    add_person(desk.book, "Ben", added_on="2026-10-10")
    add_touch(desk.book, ann, on="2026-09-20")
    add_touch(desk.book, ann, on="2026-11-20")
    add_row(desk.book, "purchase", person_id=ann, on_date="2026-10-02")
    add_row(desk.book, "membership", person_id=ann, joined_on="2026-11-05")
    growth = {each.on.month: each for each in desk.reports.people(Span.YEAR, NOW).growth[1:]}
    assert [(growth[month].people, growth[month].talked, growth[month].customers) for month in (8, 9, 10, 11)] == [
        (0, 0, 0),
        (1, 1, 0),
        (2, 1, 1),
        (2, 1, 1),
    ]
    assert (growth[10].team, growth[11].team, growth[11].on) == (0, 1, TODAY)


@pytest.mark.practice("002-06")
def test_sixty_of_a_hundred_orders_came_from_fans(desk: OpenBook) -> None:
    fan, other = add_person(desk.book, "Fay", stage="fan"), add_person(desk.book, "Ott", stage="customer")
    for person, count in ((fan, 15), (other, 10)):
        for _ in range(count):
            add_row(desk.book, "purchase", person_id=person, on_date="2026-03-01")
    part = desk.reports.people(Span.YEAR, NOW).orders_of_fans
    assert (part, part.percent) == (Part(15, 25), 60)


@pytest.mark.practice("001-27")
def test_the_jar_gathers_what_went_well(desk: OpenBook) -> None:
    ann, ben = add_person(desk.book, "Ann"), add_person(desk.book, "Ben", added_on="2025-01-01")
    add_touch(desk.book, ann, on="2026-11-20", thanked_me=1, words="so kind of you")
    add_promise(desk.book, ann, due_on="2026-11-19", status="kept", closed_on="2026-11-19", reason="the sample")
    add_row(desk.book, "purchase", person_id=ann, on_date="2026-11-18")
    add_row(desk.book, "purchase", person_id=ann, on_date="2026-11-21")
    add_row(desk.book, "party", person_id=ann, on_date="2026-11-17")
    add_row(desk.book, "membership", person_id=ann, joined_on="2026-11-16")
    add_person(desk.book, "Cleo", introduced_by_id=ann, added_on="2026-11-16")
    add_touch(desk.book, ben, on="2026-08-01")
    add_touch(desk.book, ben, "reached_out", on="2026-11-18", points=4, direction="them")
    report = desk.reports.wins(Span.LAST_WEEK, NOW)
    assert report.counts == dict.fromkeys(
        (
            WinKind.THANKED,
            WinKind.PROMISE_KEPT,
            WinKind.FIRST_ORDER,
            WinKind.HOSTED,
            WinKind.JOINED,
            WinKind.INTRODUCED,
            WinKind.CAME_BACK,
        ),
        1,
    )
    first = report.wins[0]
    assert (first.kind, first.name, first.words, first.on) == (
        WinKind.THANKED,
        "Ann",
        "so kind of you",
        date(2026, 11, 20),
    )
    assert desk.reports.wins(Span.THIS_WEEK, NOW).total == 0


def test_whoever_is_in_the_bin_is_neither_counted_nor_named(desk: OpenBook) -> None:
    ann, ben = add_person(desk.book, "Ann"), add_person(desk.book, "Ben")
    for person in (ann, ben):
        add_touch(desk.book, person, on="2026-11-20", thanked_me=1, words="so kind of you")
        add_row(desk.book, "purchase", person_id=person, on_date="2026-11-20")
    desk.people.remove([ann], NOW)
    wins = desk.reports.wins(Span.ALL, NOW)
    assert {win.name for win in wins.wins} == {"Ben"}
    assert set(wins.counts.values()) == {1}
    assert [origin.people for origin in desk.reports.origins(Span.ALL, NOW).origins] == [1]
    now = desk.reports.people(Span.YEAR, NOW).growth[-1]
    assert (now.people, now.talked, now.customers) == (1, 1, 1)


def test_a_win_of_ones_own_can_be_kept_and_taken_out_and_undone(desk: OpenBook) -> None:
    win = desk.reports.jar.note("  Gloria  hugged me at the fair ", TODAY, NOW)
    [kept] = desk.reports.wins(Span.THIS_WEEK, NOW).wins
    assert (kept.kind, kept.words, kept.ref) == (WinKind.NOTED, "Gloria hugged me at the fair", win)
    assert desk.activities.of_week(TODAY) == ()
    desk.reports.jar.take_out(win, NOW)
    assert desk.reports.wins(Span.THIS_WEEK, NOW).wins == ()
    desk.undo.undo(NOW)
    assert desk.reports.wins(Span.THIS_WEEK, NOW).wins == (kept,)


def test_a_win_needs_words_and_has_happened(desk: OpenBook) -> None:
    for words, on, code in ((" ", TODAY, "win_needs_words"), ("soon", date(2026, 12, 24), "activity_in_future")):
        with pytest.raises(PlannerError) as trouble:
            desk.reports.jar.note(words, on, NOW)
        assert trouble.value.code == code
    with pytest.raises(PlannerError):
        desk.reports.jar.take_out(99, NOW)


def test_a_win_travels_with_the_book(desk: OpenBook, tmp_path: Path) -> None:
    desk.reports.jar.note("Gloria hugged me at the fair", TODAY, NOW)
    write_book(desk.book, tmp_path / "book.json")
    document = json.loads((tmp_path / "book.json").read_text(encoding="utf-8"))
    jsonschema.validate(document, json.loads(resources.path("schema", "book.schema.json").read_text(encoding="utf-8")))
    other = OpenBook.at(tmp_path / "other.warmbook", lambda: NOW)
    import_book(other.book, tmp_path / "book.json", NOW)
    assert [win.words for win in other.reports.wins(Span.THIS_WEEK, NOW).wins] == ["Gloria hugged me at the fair"]
    other.book.close()


def test_somebody_who_writes_to_be_left_alone_has_not_come_back(desk: OpenBook) -> None:
    deb = add_person(desk.book, "Deb", added_on="2025-01-01")
    add_touch(desk.book, deb, on="2026-06-01")
    add_touch(desk.book, deb, "reached_out", on="2026-11-23", points=4, direction="them", words="please stop")
    add_row(desk.book, "stop_rule", person_id=deb, on_date="2026-11-23")
    assert desk.reports.wins(Span.THIS_WEEK, NOW).total == 0


def test_the_day_and_the_report_count_asks_alike(desk: OpenBook) -> None:
    ann = add_person(desk.book, "Ann")
    add_touch(desk.book, ann, "ask_buy", on="2026-11-23", points=-6)
    add_touch(desk.book, ann, "pitch_friend", on="2026-11-23", points=-15)
    assert desk.today.day(NOW).asked_week == desk.reports.week(Span.THIS_WEEK, NOW).asked == 2
