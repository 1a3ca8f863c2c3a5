"""When a contact is fine: law, courtesy, holidays, zone sets and the nights on which clocks change (G3, G23)."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
import tzdata
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import hours, law, law_rows, rulebook
from planner.domain.case import Case
from planner.domain.hours import Opening, Where
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.touch import Purpose
from planner.domain.week import Week
from planner.domain.zones import Place, zone_set
from tests.domain.facts import at, person

EAST, CENTRAL, WEST = "America/New_York", "America/Chicago", "America/Los_Angeles"
METHOD = Method()


def opening(where: Where, purpose: Purpose, local: str, zone: str = CENTRAL) -> Opening:
    return hours.opening(where, purpose, METHOD, at(local, zone).utc)


def on_my_clock(instant: datetime | None, zone: str = CENTRAL) -> str:
    assert instant is not None
    return f"{instant.astimezone(ZoneInfo(zone)):%a %H:%M}"


@pytest.mark.rule("G3")
@pytest.mark.parametrize("purpose", [Purpose.RELATIONSHIP, Purpose.SERVICE, Purpose.REPLY])
def test_care_is_fine_from_eight_to_nine_any_day(purpose: Purpose) -> None:
    sunday = opening(Where((CENTRAL,), ("US-TN",)), purpose, "2026-11-22T20:59")
    assert sunday.is_open(at("2026-11-22T20:59").utc)
    assert on_my_clock(sunday.closes_at) == "Sun 21:00"
    later = opening(Where((CENTRAL,), ("US-TN",)), purpose, "2026-11-22T21:00")
    assert on_my_clock(later.opens_at) == "Mon 08:00"


@pytest.mark.rule("G3")
def test_an_ask_waits_for_a_working_day_and_its_hours() -> None:
    nashville = Where((CENTRAL,), ("US-TN",))
    assert on_my_clock(opening(nashville, Purpose.ASK, "2026-11-22T12:00").opens_at) == "Mon 09:00"
    thanksgiving = opening(nashville, Purpose.ASK, "2026-11-25T20:00")
    assert on_my_clock(thanksgiving.opens_at) == "Fri 09:00"


@pytest.mark.rule("C2")
@pytest.mark.parametrize(
    ("region", "zone", "local", "opens", "closes"),
    [
        ("US-KY", EAST, "2026-11-24T09:30", "Tue 10:00", "Tue 20:00"),
        ("US-RI", EAST, "2026-11-24T09:30", "Tue 09:00", "Tue 18:00"),
        ("US-RI", EAST, "2026-11-28T09:30", "Sat 10:00", "Sat 17:00"),
        ("US-PA", EAST, "2026-11-24T12:00", "Tue 09:00", "Tue 19:00"),
        ("US-TX", CENTRAL, "2026-11-24T12:00", "Tue 09:00", "Tue 20:00"),
        ("US-CA", WEST, "2026-11-24T12:00", "Tue 09:00", "Tue 20:00"),
        ("CA-ON", "America/Toronto", "2026-11-28T09:30", "Sat 10:00", "Sat 18:00"),
        ("FR", "Europe/Paris", "2026-11-24T13:30", "Tue 14:00", "Tue 20:00"),
        ("FR", "Europe/Paris", "2026-11-28T12:00", "Mon 10:00", "Mon 13:00"),
        ("AU", "Australia/Sydney", "2026-11-28T12:00", "Sat 09:00", "Sat 17:00"),
        ("ZA", "Africa/Johannesburg", "2026-11-28T12:00", "Sat 09:00", "Sat 13:00"),
    ],
)
def test_the_law_narrows_the_courtesy_hours(region: str, zone: str, local: str, opens: str, closes: str) -> None:
    found = opening(Where((zone,), (region,)), Purpose.ASK, local, zone)
    assert (on_my_clock(found.opens_at, zone), on_my_clock(found.closes_at, zone)) == (opens, closes)


@pytest.mark.rule("C5")
def test_the_law_of_the_number_holds_beside_that_of_the_address() -> None:
    moved = Where((EAST,), ("US-OH", "US-KY"))
    assert on_my_clock(opening(moved, Purpose.ASK, "2026-11-24T08:00", EAST).opens_at, EAST) == "Tue 10:00"


@pytest.mark.rule("C5")
def test_two_zones_must_both_be_awake() -> None:
    panhandle = Where((EAST, CENTRAL), ("US-FL",))
    found = opening(panhandle, Purpose.ASK, "2026-11-24T08:00")
    assert (on_my_clock(found.opens_at), on_my_clock(found.closes_at)) == ("Tue 09:00", "Tue 19:00")


@pytest.mark.rule("G23")
def test_a_guessed_zone_leaves_the_middle_of_the_day() -> None:
    guessed = Where((CENTRAL,), (), is_guessed=True)
    found = opening(guessed, Purpose.RELATIONSHIP, "2026-11-24T08:30")
    assert (on_my_clock(found.opens_at), on_my_clock(found.closes_at)) == ("Tue 11:00", "Tue 18:00")


@pytest.mark.rule("G3")
def test_zones_that_never_wake_together_have_no_hours() -> None:
    apart = Where(("Pacific/Auckland", "Europe/London"))
    assert opening(apart, Purpose.ASK, "2026-06-10T12:00") == Opening(None, None)


@pytest.mark.rule("C2")
@pytest.mark.scenario("S19")
def test_vancouver_is_open_at_half_past_nine_in_chicago_s_winter() -> None:
    vancouver = Where(("America/Vancouver",), ("CA-BC",))
    assert opening(vancouver, Purpose.ASK, "2026-11-24T10:30").is_open(at("2026-11-24T10:30").utc)
    assert not opening(vancouver, Purpose.ASK, "2026-11-24T09:59").is_open(at("2026-11-24T09:59").utc)


@pytest.mark.rule("C2")
@pytest.mark.scenario("S19")
@pytest.mark.parametrize(
    ("zone", "region", "iana", "open_there"),
    [
        ("America/Vancouver", "CA-BC", "2026b", "Tue 09:00"),
        ("America/Edmonton", "CA-AB", "2026c", "Tue 09:00"),
        ("America/Inuvik", "CA-NT", "2026d", "Tue 09:00"),
        ("America/Winnipeg", "CA-MB", "2026e", "Tue 09:00"),
    ],
)
def test_canada_wakes_an_hour_earlier_since_its_clocks_stand_still(
    zone: str, region: str, iana: str, open_there: str
) -> None:
    assert iana <= tzdata.IANA_VERSION, "the clocks that travel with the program are too old"
    found = opening(Where((zone,), (region,)), Purpose.ASK, "2026-11-24T00:30")
    assert on_my_clock(found.opens_at, zone) == open_there
    summer = {"America/Vancouver": -7, "America/Edmonton": -6, "America/Inuvik": -6, "America/Winnipeg": -5}[zone]
    assert found.opens_at is not None
    assert found.opens_at.hour == 9 - summer


@pytest.mark.rule("G3")
def test_an_ask_keeps_off_the_holidays_of_every_place_they_may_be_in() -> None:
    canada_day = opening(Where((EAST,), ("US-NY", "CA-ON")), Purpose.ASK, "2026-07-01T12:00", EAST)
    assert on_my_clock(canada_day.opens_at, EAST) == "Thu 09:00"


@pytest.mark.rule("G3")
@pytest.mark.parametrize(
    ("regions", "local", "opens", "closes"),
    [
        (("US-TN",), "2026-11-24T08:00", "Tue 10:00", "Tue 12:00"),
        (("US-TN",), "2026-11-28T08:00", "Mon 10:00", "Mon 12:00"),
        (("US-KY",), "2026-11-24T08:00", "Tue 10:00", "Tue 18:00"),
        (("US-TN", "US-KY"), "2026-11-24T08:00", "Tue 10:00", "Tue 12:00"),
        (("CA-ON",), "2026-11-24T08:00", "Tue 09:00", "Tue 20:00"),
    ],
)
def test_stricter_hours_of_the_user_hold_within_the_law(
    regions: tuple[str, ...], local: str, opens: str, closes: str
) -> None:
    noon = (((time(10), time(12)),), (), ())
    whole_day = (((time(7), time(18)),),) * 3
    mine = (Week("US-TN", *noon, on_holidays=False), Week("US", *whole_day, on_holidays=True))
    found = hours.opening(Where((EAST,), regions), Purpose.ASK, Method(stricter=mine), at(local, EAST).utc)
    assert (on_my_clock(found.opens_at, EAST), on_my_clock(found.closes_at, EAST)) == (opens, closes)


@pytest.mark.rule("D8")
def test_days_off_are_the_user_s_sundays_and_national_holidays() -> None:
    assert hours.is_day_off(date(2026, 11, 22), "US", METHOD)
    assert hours.is_day_off(date(2026, 11, 26), "US", METHOD)
    assert not hours.is_day_off(date(2026, 11, 26), "GB", METHOD)
    assert hours.next_working_day(date(2027, 2, 28), "US", METHOD) == date(2027, 3, 1)
    assert hours.next_working_day(date(2026, 11, 24), "US", METHOD) == date(2026, 11, 24)
    assert hours.next_working_day(date(2026, 11, 24), "US", Method(days_off=tuple(range(7)))) == date(2026, 11, 24)


@pytest.mark.rule("C2")
def test_holidays_beyond_the_table_are_worked_out() -> None:
    assert law.is_holiday("US", date(2050, 7, 4))
    assert law.is_holiday("US-UT", date(2026, 7, 24))
    assert not law.is_holiday("US", date(2026, 7, 24))
    assert not law.is_holiday("XX", date(2050, 7, 4))


@pytest.mark.rule("C2")
def test_every_row_of_the_law_is_read_and_has_a_source() -> None:
    assert law.problems() == ()
    assert {row.region for row in law.all_rows()} >= {
        "US",
        "US-KY",
        "US-RI",
        "US-TX",
        "US-UT",
        "CA",
        "FR",
        "AU",
        "ZA",
        "GB",
        "NZ",
    }
    assert all(row.source and row.checked_on >= date(2026, 1, 1) for row in law.all_rows())
    assert len(law.all_rows()) == len(rulebook.table("hours")["rows"])


@pytest.mark.rule("C2")
@pytest.mark.parametrize(
    "wrong",
    [
        {"source": ""},
        {"status": "K"},
        {"holidays": "maybe"},
        {"mon_fri": [["20:00", "08:00"]]},
        {"mon_fri": [["8 o'clock", "20:00"]]},
        {"checked_on": "yesterday"},
        {"mon_fri": None},
    ],
)
def test_a_row_with_a_mistake_is_named_and_left_out(wrong: dict[str, object]) -> None:
    good = {
        "region": "US-XX",
        "mon_fri": [["08:00", "20:00"]],
        "sat": [],
        "sun": [],
        "holidays": "none",
        "source": "a statute",
        "status": "P",
        "checked_on": "2026-11-22",
    }
    rows, problems = law_rows.read_rows([good, good | wrong | {"region": "US-YY"}])
    assert list(rows) == ["US-XX"]
    assert [(problem.code, problem.facts["row"]) for problem in problems] == [("rules_row", 2)]


@pytest.mark.rule("C2")
def test_a_row_holds_only_between_its_days() -> None:
    row = {
        "region": "US-XX",
        "mon_fri": [["08:00", "20:00"]],
        "sat": [],
        "sun": [],
        "holidays": "as usual",
        "source": "a statute",
        "status": "P",
        "checked_on": "2026-11-22",
        "effective_from": "2027-01-01",
        "effective_to": "2027-12-31",
    }
    (read,) = law_rows.read_rows([row])[0].values()
    assert [read.holds_on(day) for day in (date(2026, 12, 31), date(2027, 1, 1), date(2028, 1, 1))] == [
        False,
        True,
        False,
    ]


ZONES = [EAST, CENTRAL, WEST, "America/Phoenix", "America/St_Johns", "America/Vancouver", "Europe/London"]
ZONES += ["Australia/Lord_Howe", "Asia/Kolkata", "Pacific/Auckland", "America/Sao_Paulo", "Pacific/Apia"]
REGIONS = ("US-TN", "US-KY", "US-RI", "US-PA", "US-UT", "US-FL", "CA-BC", "FR", "AU", "GB", "XX")
NIGHTS = [
    datetime(2026, 3, 8, 8, tzinfo=UTC),
    datetime(2026, 11, 1, 6, tzinfo=UTC),
    datetime(2026, 3, 29, 1, tzinfo=UTC),
    datetime(2026, 10, 25, 1, tzinfo=UTC),
]
"""Clocks change in North America and in Europe."""
instants = st.one_of(
    st.integers(0, 4 * 365 * 1440).map(lambda minutes: datetime(2025, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)),
    st.builds(
        lambda night, minutes: night + timedelta(minutes=minutes), st.sampled_from(NIGHTS), st.integers(-1500, 1500)
    ),
)
stretches = st.tuples(st.times(time(0), time(12)), st.times(time(13), time(23, 59))).map(lambda ends: (ends,))
weeks = st.builds(Week, st.sampled_from(REGIONS), stretches, stretches, st.just(()), st.booleans())
methods = st.builds(
    Method,
    care_opens=st.times(time(0), time(11)),
    care_closes=st.times(time(13), time(23, 59)),
    courtesy_opens=st.times(time(0), time(11)),
    courtesy_closes=st.times(time(13), time(23, 59)),
    stricter=st.lists(weeks, max_size=2).map(tuple),
)


@pytest.mark.rule("G3")
@given(
    zones=st.lists(st.sampled_from(ZONES), min_size=1, max_size=3, unique=True),
    regions=st.lists(st.sampled_from(REGIONS), max_size=2, unique=True),
    purpose=st.sampled_from([Purpose.ASK, Purpose.REPLY]),
    instant=instants,
    is_guessed=st.booleans(),
    method=methods,
)
def test_no_hour_is_open_outside_any_zone_s_window(
    zones: list[str], regions: list[str], purpose: Purpose, instant: datetime, is_guessed: bool, method: Method
) -> None:
    where = Where(tuple(zones), tuple(regions), is_guessed)
    found = hours.opening(where, purpose, method, instant)
    if found.opens_at is None or found.closes_at is None:
        return
    assert instant < found.closes_at
    last = found.closes_at - timedelta(microseconds=1)
    for moment in (max(found.opens_at, instant), found.opens_at, last, found.opens_at + (last - found.opens_at) / 2):
        for zone in zones:
            there = moment.astimezone(ZoneInfo(zone))
            assert _is_allowed(there, where, purpose, method), (zone, there)


def _is_allowed(there: datetime, where: Where, purpose: Purpose, method: Method) -> bool:
    """The same question asked of one wall clock, plainly."""
    clock, day = there.time(), there.date()
    if where.is_guessed and not time(11) <= clock < time(18):
        return False
    if purpose is not Purpose.ASK:
        return method.care_opens <= clock < method.care_closes
    if day.weekday() in method.days_off or law.is_holiday(where.country, day):
        return False
    for region in where.regions or (where.home,):
        for row in (
            *law.rows_for(region, day),
            *(week for week in method.stricter if week.region in {region, region[:2]}),
        ):
            if not any(opens <= clock < closes for opens, closes in law.hours_on(row, day)):
                return False
    return method.courtesy_opens <= clock < method.courtesy_closes


NUMBERS = [f"+1{code}5550142" for code in sorted(rulebook.table("area_codes")["codes"])]
NUMBERS += ["+447911123456", "+61412345678", "+33123456789", "+5511987654321", "+18005550100", "", "nonsense"]
PLACES = [Place(), Place("OH", "43004", "US"), Place("BC", "V5K 0A1", "CA"), Place("", "", "FR"), Place("TN", "", "")]


@pytest.mark.rule("G3")
@pytest.mark.rule("G23")
@given(
    number=st.sampled_from(NUMBERS),
    place=st.sampled_from(PLACES),
    stated=st.sampled_from(["", "America/Denver", "Mars/City"]),
    purpose=st.sampled_from(Purpose),
    instant=instants,
)
def test_nobody_is_rung_outside_the_hours_of_anywhere_they_may_be(
    number: str, place: Place, stated: str, purpose: Purpose, instant: datetime
) -> None:
    zones = zone_set(stated, [place], [number], CENTRAL)
    who = person(zones=zones.names, regions=zones.regions, zone_is_guessed=zones.is_guessed, country=zones.country)
    case = Case.of(who, Moment(instant, CENTRAL), METHOD, "US")
    found = case.opening(purpose)
    if found.is_open(instant):
        for zone in zones.names:
            assert _is_allowed(instant.astimezone(ZoneInfo(zone)), case.where, purpose, METHOD), (zone, number)
