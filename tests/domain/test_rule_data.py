"""The tables under ``resources/rules`` are what the libraries they name would give again."""

from __future__ import annotations

import importlib.util
import json
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

from planner.domain import resources, rulebook

SCRIPT = Path(__file__).parents[2] / "packaging" / "rule_data.py"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rule_data", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.rule("C5")
def test_area_codes_and_countries_can_be_made_again(script: ModuleType) -> None:
    made_with = rulebook.table("area_codes")["source"]
    if f"phonenumbers {version('phonenumbers')}," not in made_with or f"tzdata {version('tzdata')}" not in made_with:
        pytest.skip(f"the tables were made with {made_with}")
    countries = script._countries()
    assert script._area_codes() == rulebook.table("area_codes")["codes"]
    assert countries == rulebook.table("countries")["countries"]
    assert script._prefixes(countries) == rulebook.table("countries")["prefixes"]


@pytest.mark.rule("C2")
def test_holidays_are_sorted_days_of_the_years_they_say() -> None:
    table = rulebook.table("holidays")
    for region, days in table["days"].items():
        years = {int(day[:4]) for day in days}
        assert days == sorted(days), region
        assert years == set(range(table["from_year"], table["to_year"] + 1)), region
    assert "2026-11-26" in table["days"]["US"]


def test_the_tables_are_readable_line_by_line() -> None:
    for path in sorted(resources.path("rules").glob("*.json")):
        text = path.read_text(encoding="utf-8")
        assert json.loads(text)
        assert text.endswith("}\n")
        assert len(text.splitlines()) > 20, path.name
