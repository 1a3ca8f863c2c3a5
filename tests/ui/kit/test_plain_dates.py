"""Days and times as people type them are understood, or said not to be."""

from __future__ import annotations

from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain.moment import Moment
from planner.domain.promise import Window
from planner.ui.kit.plain_dates import (
    LONGEST,
    Look,
    Unclear,
    Understood,
    Vague,
    is_month_first,
    parse,
    proposals,
    shown,
)

SUNDAY = Moment.at(datetime.fromisoformat("2026-11-22T13:12"), "America/Denver")
TUESDAY = Moment.at(datetime.fromisoformat("2026-11-24T13:12"), "America/Denver")
EXACT, DAY, WEEK, MONTH = Window.EXACT, Window.DAY, Window.WEEK, Window.MONTH
MORNING, AFTERNOON, EVENING = Window.MORNING, Window.AFTERNOON, Window.EVENING


def on(month: int, day: int, year: int = 2026) -> date:
    return date(year, month, day)


AHEAD = [
    ("tue 5pm", on(11, 24), time(17), EXACT),
    ("Tuesday at 5 PM", on(11, 24), time(17), EXACT),
    ("5pm tue", on(11, 24), time(17), EXACT),
    ("tue 5", on(11, 24), time(17), EXACT),
    ("tue 10", on(11, 24), time(10), EXACT),
    ("tue 05:30", on(11, 24), time(5, 30), EXACT),
    ("tue 5:30", on(11, 24), time(17, 30), EXACT),
    ("tue 17.30", on(11, 24), time(17, 30), EXACT),
    ("tue 17h", on(11, 24), time(17), EXACT),
    ("tue 17h45", on(11, 24), time(17, 45), EXACT),
    ("call me back on tue around 5 o'clock please", on(11, 24), time(17), EXACT),
    ("half past 2 tomorrow", on(11, 23), time(14, 30), EXACT),
    ("quarter to 10 tomorrow", on(11, 23), time(9, 45), EXACT),
    ("quarter past 9 am tomorrow", on(11, 23), time(9, 15), EXACT),
    ("tomorrow", on(11, 23), None, DAY),
    ("TOMORROW  Morning", on(11, 23), None, MORNING),
    ("tomorrow in the afternoon", on(11, 23), None, AFTERNOON),
    ("tomorrow 8 in the evening", on(11, 23), time(20), EXACT),
    ("tomorrow morning at 9", on(11, 23), time(9), EXACT),
    ("tomorrow 12pm", on(11, 23), time(12), EXACT),
    ("tomorrow 12am", on(11, 23), time(0), EXACT),
    ("the day after tomorrow", on(11, 24), None, DAY),
    ("tonight", on(11, 22), None, EVENING),
    ("tonight at 8", on(11, 22), time(20), EXACT),
    ("today 5pm", on(11, 22), time(17), EXACT),
    ("noon", on(11, 23), time(12), EXACT),
    ("5", on(11, 22), time(17), EXACT),
    ("1", on(11, 23), time(13), EXACT),
    ("2:30", on(11, 22), time(14, 30), EXACT),
    ("evening", on(11, 22), None, EVENING),
    ("morning", on(11, 23), None, MORNING),
    ("in 2 weeks", on(12, 6), None, DAY),
    ("2 weeks from now", on(12, 6), None, DAY),
    ("in two weeks 5pm", on(12, 6), time(17), EXACT),
    ("in a couple of weeks", on(12, 6), None, DAY),
    ("in 3 days", on(11, 25), None, DAY),
    ("in a month", on(12, 22), None, DAY),
    ("in 3 months", on(2, 22, 2027), None, DAY),
    ("in a year", on(11, 22, 2027), None, DAY),
    ("in 20 min", on(11, 22), time(13, 32), EXACT),
    ("in an hour", on(11, 22), time(14, 12), EXACT),
    ("in half an hour", on(11, 22), time(13, 42), EXACT),
    ("in 12 hours", on(11, 23), time(1, 12), EXACT),
    ("now", on(11, 22), time(13, 12), EXACT),
    ("next friday morning", on(12, 4), None, MORNING),
    ("this friday", on(11, 27), None, DAY),
    ("friday", on(11, 27), None, DAY),
    ("sunday", on(11, 29), None, DAY),
    ("this weekend", on(11, 22), None, DAY),
    ("next week", on(11, 23), None, WEEK),
    ("next month", on(12, 1), None, MONTH),
    ("end of the month", on(11, 30), None, DAY),
    ("call me in March", on(3, 1, 2027), None, MONTH),
    ("march 2028", on(3, 1, 2028), None, MONTH),
    ("december", on(12, 1), None, MONTH),
    ("march 3", on(3, 3, 2027), None, DAY),
    ("Mar. 3rd, 2028", on(3, 3, 2028), None, DAY),
    ("3 march", on(3, 3, 2027), None, DAY),
    ("the 3rd of march at 4pm", on(3, 3, 2027), time(16), EXACT),
    ("march 3 5pm", on(3, 3, 2027), time(17), EXACT),
    ("dec 1 14:30", on(12, 1), time(14, 30), EXACT),
    ("may 5", on(5, 5, 2027), None, DAY),
    ("3/14", on(3, 14, 2027), None, DAY),
    ("12/1", on(12, 1), None, DAY),
    ("12/1 5pm", on(12, 1), time(17), EXACT),
    ("12/1/27", on(12, 1, 2027), None, DAY),
    ("12/1/2027", on(12, 1, 2027), None, DAY),
    ("25/12", on(12, 25), None, DAY),
    ("14.3.", on(3, 14, 2027), None, DAY),
    ("14.3", on(3, 14, 2027), None, DAY),
    ("14.3. 15:00", on(3, 14, 2027), time(15), EXACT),
    ("14.03.2028 9:15", on(3, 14, 2028), time(9, 15), EXACT),
    ("2026-12-01 14:30", on(12, 1), time(14, 30), EXACT),
    ("2026-12-01T14:30", on(12, 1), time(14, 30), EXACT),
    ("2026-12-01", on(12, 1), None, DAY),
    ("the 5th", on(12, 5), None, DAY),
    ("the 30th at 5pm", on(11, 30), time(17), EXACT),
    ("tue dec 1 5pm", on(12, 1), time(17), EXACT),
    ("Tue, Dec 1 · 5:00 PM", on(12, 1), time(17), EXACT),
    ("feb 29", on(2, 29, 2028), None, DAY),
]


@pytest.mark.parametrize(("text", "day", "at", "window"), AHEAD, ids=[row[0] for row in AHEAD])
def test_understands_what_lies_ahead(text: str, day: date, at: time | None, window: Window) -> None:
    assert parse(text, SUNDAY) == Understood(day, at, window)


@pytest.mark.parametrize(
    ("text", "day", "at"),
    [
        ("today", on(11, 22), None),
        ("yesterday", on(11, 21), None),
        ("the day before yesterday", on(11, 20), None),
        ("tue", on(11, 17), None),
        ("last tuesday", on(11, 17), None),
        ("sunday", on(11, 22), None),
        ("last sunday", on(11, 15), None),
        ("3 days ago", on(11, 19), None),
        ("two weeks ago", on(11, 8), None),
        ("a month ago", on(10, 22), None),
        ("3/14", on(3, 14), None),
        ("12/1", on(12, 1, 2025), None),
        ("dec 24", on(12, 24, 2025), None),
        ("the 5th", on(11, 5), None),
        ("the 30th", on(10, 30), None),
        ("9 am", on(11, 22), time(9)),
        ("5pm", on(11, 21), time(17)),
        ("yesterday evening at 7", on(11, 21), time(19)),
    ],
)
def test_understands_what_lies_behind(text: str, day: date, at: time | None) -> None:
    understood = parse(text, SUNDAY, look=Look.BACK)
    assert isinstance(understood, Understood)
    assert (understood.on, understood.at) == (day, at)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", Vague.EMPTY),
        ("   ", Vague.EMPTY),
        ("soon", Vague.WORDS),
        ("call me", Vague.WORDS),
        ("maybe after christmas", Vague.WORDS),
        ("tue after yoga", Vague.WORDS),
        ("tue 5-6pm", Vague.WORDS),
        ("tue 25:00", Vague.WORDS),
        ("tue 5:75", Vague.WORDS),
        ("tue 13pm", Vague.WORDS),
        ("mon or tue", Vague.WORDS),
        ("99", Vague.WORDS),
        ("2/30", Vague.NO_SUCH_DAY),
        ("31/31", Vague.NO_SUCH_DAY),
        ("2026-13-01", Vague.NO_SUCH_DAY),
        ("feb 30", Vague.NO_SUCH_DAY),
        ("the 32nd", Vague.NO_SUCH_DAY),
        ("2027-02-29", Vague.NO_SUCH_DAY),
        ("tue dec 2", Vague.WEEKDAY_DIFFERS),
        ("friday 2026-12-01", Vague.WEEKDAY_DIFFERS),
        ("november", Vague.SAY_A_DAY),
        ("next week 5pm", Vague.SAY_A_DAY),
        ("in march in the morning", Vague.SAY_A_DAY),
        ("x" * (LONGEST + 1), Vague.WORDS),
    ],
)
def test_says_what_it_does_not_understand(text: str, why: Vague) -> None:
    unclear = parse(text, SUNDAY)
    assert isinstance(unclear, Unclear)
    assert unclear.why is why


def test_says_which_words_it_stumbled_over() -> None:
    assert parse("tue 5pm after yoga", SUNDAY) == Unclear(Vague.WORDS, "after yoga")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("3/4", on(4, 3, 2027)),
        ("3/4/2027", on(4, 3, 2027)),
        ("14/3", on(3, 14, 2027)),
        ("3/14", on(3, 14, 2027)),
        ("14.3.", on(3, 14, 2027)),
        ("14.03", on(3, 14, 2027)),
        ("5.", on(12, 5)),
        ("next friday", on(11, 27)),
    ],
)
def test_the_day_comes_first_where_people_write_it_so(text: str, day: date) -> None:
    assert parse(text, SUNDAY, month_first=False) == Understood(day)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tue", Understood(on(12, 1))),
        ("tue 5pm", Understood(on(11, 24), time(17), EXACT)),
        ("tue 9am", Understood(on(12, 1), time(9), EXACT)),
        ("this tue", Understood(on(11, 24))),
        ("next tue", Understood(on(12, 1))),
        ("noon", Understood(on(11, 25), time(12), EXACT)),
        ("this weekend", Understood(on(11, 28))),
        ("next weekend", Understood(on(12, 5))),
        ("next week", Understood(on(11, 30), None, WEEK)),
    ],
)
def test_a_weekday_said_on_that_weekday(text: str, expected: Understood) -> None:
    assert parse(text, TUESDAY) == expected


def test_a_week_is_narrowed_to_three_working_days() -> None:
    vague = parse("next week", TUESDAY)
    assert isinstance(vague, Understood)
    assert not vague.is_a_day
    assert [(p.on, p.at) for p in proposals(vague, TUESDAY)] == [
        (on(11, 30), time(10)),
        (on(12, 1), time(14)),
        (on(12, 2), time(17)),
    ]


def test_proposals_never_lie_in_the_past() -> None:
    vague = Understood(on(11, 1), None, MONTH)
    assert [p.on for p in proposals(vague, TUESDAY)] == [on(11, 25), on(11, 26), on(11, 27)]


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    assert isinstance(parse(text, SUNDAY), Understood | Unclear)


@given(st.dates(date(2026, 11, 22), date(2030, 1, 1)), st.times())
def test_a_day_written_in_full_is_read_back(day: date, at: time) -> None:
    minute = at.replace(second=0, microsecond=0)
    assert parse(f"{day:%Y-%m-%d} {minute:%H:%M}", SUNDAY) == Understood(day, minute, EXACT)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("dec 1 5pm", "Tue, Dec 1 · 5:00 PM"),
        ("next friday morning", "Fri, Dec 4 · in the morning"),
        ("next week", "the week of Mon, Nov 23"),
        ("call me in march", "March 2027"),
        ("in 2 weeks", "Sun, Dec 6"),
        ("2028-03-14", "Tue, Mar 14, 2028"),
    ],
)
def test_what_was_understood_is_shown_back(text: str, words: str) -> None:
    understood = parse(text, SUNDAY)
    assert isinstance(understood, Understood)
    assert shown(understood, SUNDAY.today) == words


def test_the_words_shown_back_can_be_typed_again() -> None:
    for text, *_rest in AHEAD:
        understood = parse(text, SUNDAY)
        assert isinstance(understood, Understood)
        if understood.is_a_day:
            assert parse(shown(understood, SUNDAY.today), SUNDAY) == understood


def test_countries_that_write_the_month_first_are_those_of_the_locale_data() -> None:
    from babel import Locale

    for country in ("US", "PR", "GU", "PH", "GB", "AU", "DE", "FR", "IN", "ZA", "NZ", "IE", "BR", "JP"):
        language = {"DE": "de", "FR": "fr", "BR": "pt", "JP": "ja"}.get(country, "en")
        pattern = Locale.parse(f"{language}_{country}").date_formats["short"].pattern
        assert is_month_first(country) is pattern.startswith("M"), country
