"""Where somebody may be: the zone set of C5 and the tables behind it."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from planner.domain import hours, rulebook
from planner.domain.regions import country_code, of_number
from planner.domain.zones import Place, is_zone, zone_set

pytestmark = pytest.mark.platform

HOME = "America/Denver"
EAST, CENTRAL, MOUNTAIN, WEST = "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"


def by_number(number: str) -> set[str]:
    return set(zone_set("", [], [number], HOME).names)


@pytest.mark.rule("C5")
def test_evidence_counts_in_its_order() -> None:
    ohio, florida = Place("OH", "43004", "US"), "+13055550123"
    assert zone_set("Europe/Paris", [ohio], [florida], HOME).names == ("Europe/Paris",)
    assert zone_set("", [ohio], [], HOME).names == (EAST,)
    assert zone_set("", [], ["+13125550142"], HOME).names == (CENTRAL,)
    nobody_knows = zone_set("", [], [], HOME)
    assert (nobody_knows.names, nobody_knows.is_guessed) == ((HOME,), True)


@pytest.mark.rule("C5")
@pytest.mark.parametrize("code", "219 270 308 418 423 541 574 605 606 620 701 709 785 807 812 850 906 928 986".split())
def test_an_area_code_with_two_clocks_gives_both(code: str) -> None:
    zones = [ZoneInfo(zone) for zone in by_number(f"+1{code}5550123")]
    winter, summer = datetime(2026, 1, 5, 12, tzinfo=UTC), datetime(2026, 7, 5, 12, tzinfo=UTC)
    assert max(len({noon.astimezone(zone).utcoffset() for zone in zones}) for noon in (winter, summer)) >= 2


@pytest.mark.rule("C5")
def test_an_unlisted_prefix_is_not_taken_for_the_whole_code() -> None:
    assert by_number("+18505550123") == {EAST, CENTRAL}


@pytest.mark.rule("C5")
@pytest.mark.parametrize(
    ("overlay", "older"),
    [
        ("448", "850"),
        ("364", "270"),
        ("930", "812"),
        ("458", "541"),
        ("581", "418"),
        ("367", "418"),
        ("236", "250"),
        ("672", "250"),
        ("778", "250"),
        ("986", "208"),
        ("729", "423"),
        ("879", "709"),
    ],
)
def test_overlays_inherit_every_zone(overlay: str, older: str) -> None:
    assert by_number(f"+1{overlay}5550123") == by_number(f"+1{older}5550123")
    assert len(by_number(f"+1{overlay}5550123")) >= 2


@pytest.mark.rule("C5")
def test_a_number_from_elsewhere_adds_its_zones_and_its_law() -> None:
    moved = zone_set("", [Place("Ohio", "", "USA")], ["+18505550123"], HOME)
    assert set(moved.names) == {EAST, CENTRAL}
    assert moved.regions == ("US-OH", "US-FL")
    stayed = zone_set("", [Place("FL", "32501", "")], ["+18505550123"], HOME)
    assert stayed.names == (CENTRAL,)
    assert stayed.regions == ("US-FL",)


@pytest.mark.rule("C5")
@pytest.mark.parametrize(
    ("place", "zones"),
    [
        (Place("TN", "37203", "US"), {CENTRAL}),
        (Place("Tennessee", "37902", "United States"), {EAST}),
        (Place("TN", "", ""), {CENTRAL, EAST}),
        (Place("TX", "79901", "US"), {MOUNTAIN}),
        (Place("AZ", "85001", "US"), {"America/Phoenix"}),
        (Place("AZ", "86503", "US"), {"America/Phoenix", MOUNTAIN}),
        (Place("ON", "M5V 2T6", "Canada"), {"America/Toronto"}),
        (Place("", "V5K 0A1", "CA"), {"America/Vancouver", "America/Edmonton"}),
        (Place("", "", "Deutschland"), {"Europe/Berlin"}),
        (Place("QLD", "4000", "AU"), {"Australia/Brisbane"}),
        (Place("", "", "gb"), {"Europe/London"}),
    ],
)
def test_an_address_settles_what_it_can(place: Place, zones: set[str]) -> None:
    assert set(zone_set("", [place], [], HOME).names) == zones


@pytest.mark.rule("C5")
@pytest.mark.parametrize(
    ("number", "zones"),
    [
        ("+447911123456", {"Europe/London"}),
        ("+34911234567", {"Europe/Madrid"}),
        ("+34928123456", {"Atlantic/Canary"}),
        ("+4915112345678", {"Europe/Berlin"}),
        ("+61212345678", {"Australia/Sydney"}),
        ("+5511987654321", {"America/Sao_Paulo"}),
        ("+17875550123", {"America/Puerto_Rico"}),
    ],
)
def test_other_countries_go_by_their_own_prefixes(number: str, zones: set[str]) -> None:
    assert by_number(number) == zones


@pytest.mark.rule("C5")
def test_an_australian_mobile_may_be_anywhere_in_australia() -> None:
    assert len(by_number("+61412345678")) >= 8


@pytest.mark.rule("C5")
@pytest.mark.parametrize("number", ["+18005550100", "+18885550100", "+15005550100", "", "+9999999", "not a number"])
def test_toll_free_and_nonsense_tell_nothing(number: str) -> None:
    assert zone_set("", [], [number], HOME).is_guessed


@pytest.mark.rule("C5")
@pytest.mark.parametrize("nonsense", ["Mars/City", "../etc/passwd", "\x00", "America", " "])
def test_a_zone_nobody_knows_is_no_evidence(nonsense: str) -> None:
    assert not is_zone(nonsense)
    assert zone_set(nonsense, [], ["+13125550142"], HOME).names == (CENTRAL,)


@pytest.mark.parametrize(
    ("written", "code"),
    [("USA", "US"), ("united kingdom", "GB"), ("France", "FR"), ("fr", "FR"), ("Narnia", ""), ("", "")],
)
def test_countries_are_understood_as_people_write_them(written: str, code: str) -> None:
    assert country_code(written) == code


@pytest.mark.rule("C5")
def test_every_zone_in_the_tables_exists() -> None:
    named = {zone for code in rulebook.table("area_codes")["codes"].values() for zone in code["zones"]}
    named |= {zone for zones in rulebook.table("countries")["prefixes"].values() for zone in zones}
    named |= {zone for country in rulebook.table("countries")["countries"].values() for zone in country["zones"]}
    for region in rulebook.table("regions")["regions"].values():
        named |= set(region["zones"])
    for zones in rulebook.table("regions")["settled_by_postcode"].values():
        named |= set(zones)
    assert {zone for zone in named if not is_zone(zone)} == set()


@pytest.mark.parametrize("name", ["area_codes", "countries", "regions", "holidays", "hours", "relationship"])
def test_every_table_says_where_it_comes_from_and_when_it_was_checked(name: str) -> None:
    table = rulebook.table(name)
    assert table["status"]
    assert date.fromisoformat(table["checked_on"]) <= date(2030, 1, 1)
    assert table.get("source") or all(row["source"] for row in table["rows"])


@pytest.mark.rule("C5")
@given(st.from_regex(r"\+[1-9][0-9]{0,14}", fullmatch=True))
def test_any_number_gives_zones_that_exist_or_none(number: str) -> None:
    assert all(is_zone(zone) for zone in of_number(number).zones)


@pytest.mark.rule("C5")
@pytest.mark.scenario("S19")
def test_the_bundled_clocks_know_the_changes_of_2026() -> None:
    noon = datetime(2026, 12, 15, 20, tzinfo=UTC)
    offsets = {
        "America/Vancouver": -7,
        "America/Edmonton": -6,
        "America/Inuvik": -6,
        "America/Winnipeg": -5,
    }
    assert {zone: noon.astimezone(ZoneInfo(zone)).utcoffset() for zone in offsets} == {
        zone: timedelta(hours=hour) for zone, hour in offsets.items()
    }


@pytest.mark.rule("C5")
def test_a_time_the_clocks_skip_is_an_hour_later_and_a_repeated_one_its_first() -> None:
    skipped = hours.instant(date(2027, 3, 14), time(2, 30), EAST)
    assert skipped.astimezone(ZoneInfo(EAST)).time() == time(3, 30)
    repeated = hours.instant(date(2026, 11, 1), time(1, 30), EAST)
    assert repeated == datetime(2026, 11, 1, 5, 30, tzinfo=UTC)
