"""A rules file that is missing or makes no sense: a move and a sentence, never an exception."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from planner.domain import resources, rulebook

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = """
import json, pathlib, shutil, sys
from planner.domain import resources

given, folder, name, content = resources.root(), pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3]
shutil.copytree(given / "rules", folder / "rules")
(folder / "rules" / name).unlink()
if content != "missing":
    (folder / "rules" / name).write_text(content, encoding="utf-8")
resources.root = lambda: folder

from datetime import datetime
from planner.domain import law, shelf_life
from planner.domain.decide import decide
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.zones import Place, zone_set
from planner.domain.person import Facts, Phone

zones = zone_set("", [Place("BC", "V5K 0A1", "CA")], ["+16155550142"], "America/Chicago")
who = Facts(1, "Maria", zones=zones.names, regions=zones.regions, zone_is_guessed=zones.is_guessed,
            phones=(Phone("(615) 555-0142", "+16155550142"),))
now = Moment.at(datetime(2026, 11, 24, 10), "America/Chicago")
move = decide(who, now, Method())
law.calls_a_day(zones.regions)
law.honour_by("US", now.today)
law.is_holiday("US-RI", now.today)
print(move.action.value, *(problem.facts["file"] for problem in law.problems()))
"""


@pytest.mark.rule("C2")
@pytest.mark.parametrize("content", ["missing", "{not json", "[]", "{}"])
@pytest.mark.parametrize("name", rulebook.NAMES)
def test_a_rules_file_with_an_error_gives_a_move_and_a_sentence(name: str, content: str, tmp_path: Path) -> None:
    words = [sys.executable, "-c", SCRIPT, str(tmp_path), f"{name}.json", content]
    answer = subprocess.run(words, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert answer.returncode == 0, answer.stderr
    action, *files = answer.stdout.split()
    assert action
    assert files == ([] if content == "{}" else [f"{name}.json"])


def test_every_rules_file_is_looked_at() -> None:
    assert sorted(path.stem for path in resources.path("rules").glob("*.json")) == sorted(rulebook.NAMES)
    assert rulebook.problems() == ()
