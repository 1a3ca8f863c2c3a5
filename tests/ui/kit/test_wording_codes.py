"""Every code that the floors below hand up has words: found by reading the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from planner.domain.cadence import DueKind
from planner.domain.care import CareStep
from planner.domain.errors import PlannerError
from planner.domain.homework import Line
from planner.domain.party_plan import PartyStep
from planner.domain.reason import Reason
from planner.domain.team_plan import TeamStep
from planner.domain.thanks import ThanksFor
from planner.models.trouble import _CODES as SQLITE_CODES
from planner.services.exchange.reading.detect import READABLE, Kind
from planner.services.undo import Step
from planner.ui.kit import wording

ROOT = Path(__file__).resolve().parents[3] / "planner"
STEPS = {"step": 0, "_step": 0, "_together": 0, "_each": 1}
"""The functions that name a step of undo, and which argument is its code."""
VALUES = {"trigger": ThanksFor.ORDER, "what": DueKind.BIRTHDAY, "turns": 44, "lines": (Line.FACT,), "step": 2, "of": 6}


def calls(*names: str, below: str = "") -> Iterator[tuple[ast.Call, str]]:
    for path in sorted((ROOT / below).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "id", "") or getattr(node.func, "attr", "")
                if name in names:
                    yield node, name


def texts(node: ast.expr) -> Iterator[str]:
    """The texts an argument may have: itself, or either arm of a choice."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp):
        yield from texts(node.body)
        yield from texts(node.orelse)


def errors() -> dict[str, set[str]]:
    found = {f"file_is_{kind.value}": set[str]() for kind in Kind if kind not in READABLE}
    found |= {code: {"path"} for code in SQLITE_CODES.values()}
    for call, _name in calls("PlannerError"):
        for code in texts(call.args[0]) if call.args else ():
            found[code] = {str(each.arg) for each in call.keywords}
    return found


def reasons() -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for call, _name in calls("Reason"):
        facts = call.args[2] if len(call.args) > 2 else ast.Dict(keys=[], values=[])
        names = {key.value for key in getattr(facts, "keys", []) if isinstance(key, ast.Constant)}
        for code in texts(call.args[1]):
            found[code] = {str(name) for name in names}
    for call, _name in calls("_ok", "_no", below="domain"):
        for code in texts(call.args[1]):
            found[code] = {str(each.arg) for each in call.keywords}
    for call, _name in calls("_held_by", below="domain"):
        found |= {code: {"on", "words", "channel"} for code in texts(call.args[1])}
    found["bought_lately"] = found["asked_you_lately"] = {"until"}  # in a table
    for call, _name in calls("hard", "hold", "check", below="domain/guards"):
        for code in texts(call.args[1]) if len(call.args) > 1 else ():
            found[code] = {str(each.arg) for each in call.keywords if each.arg}
    found |= {f"care_{step.value}": {"on", "what"} for step in CareStep}
    found |= {f"team_{step.value}": {"on", "by", "goals"} for step in TeamStep}
    found |= {f"party_{step.value}": {"on", "at", "name", "invited", "answered"} for step in PartyStep}
    gathered = {  # their facts are gathered a line earlier
        ("their_date_ahead", "their_date_today", "their_date_past"): {"what_they_do", "on", "words"},
        ("their_date_waits",): {"what_they_do", "on"},
        ("runs_low",): {"what", "since", "on", "days"},
        ("ask_is_open",): {"scope", "topic", "words", "reason"},
        ("what_did_they_mean", "business_stopped"): {"on", "words", "until"},
        ("look_number_up",): {"registry", "on", "days"},
        ("kept_waiting",): {"at", "on", "words", "topic", "is_warm", "is_cold"},
    }
    found |= {code: names for codes, names in gathered.items() for code in codes}
    found["promised"] = found["promised_call"] = {"on", "at", "window", "reason", "words"}  # chosen a line earlier
    found["try_again"] = {"step", "of", "last_on", "last_at"}  # gathered a line earlier
    return found


def steps() -> set[str]:
    found: set[str] = set()
    for call, name in calls(*STEPS, below="services"):
        place = STEPS[name]
        if len(call.args) > place:
            found |= set(texts(call.args[place]))
    return found


def looks_unspoken(text: str, code: str) -> bool:
    is_bare_code = text.lower().rstrip(".") == code.replace("_", " ")
    return not text or is_bare_code or "_" in text or bool(re.search(r"[{}]", text))


def value(name: str, *, is_known: bool) -> Any:
    if name in VALUES:
        return VALUES[name] if is_known or name != "turns" else None
    if name in ("on", "until", "since", "last_on"):
        return date(2026, 11, 27) if is_known or name not in ("last_on", "since") else None
    if name in ("points", "needs", "count", "calls", "contacts", "tries", "left", "invited", "answered", "days"):
        return 3 if is_known else 1
    return "the serum" if is_known else ""


_DATED = ("runs_low",)


@pytest.mark.parametrize(("code", "facts"), sorted(errors().items()))
def test_every_mistake_has_a_sentence(code: str, facts: set[str]) -> None:
    text = wording.error(PlannerError(code, **dict.fromkeys(facts, "Ana")))
    assert not looks_unspoken(text, code)
    assert text.endswith((".", "?", "Ana")), "a whole sentence"


@pytest.mark.parametrize("is_known", [True, False])
@pytest.mark.parametrize(("code", "facts"), sorted(reasons().items()))
def test_every_reason_has_a_sentence(code: str, facts: set[str], is_known: bool) -> None:
    if code in ("silent_long", "no_next_step", "enough_for_now", *_DATED):
        is_known = True  # without a date these do not come up
    said = {name: value(name, is_known=is_known) for name in facts}
    text = wording.because(Reason("D7", code, said))
    assert not looks_unspoken(text, code)
    assert text.endswith((".", "?"))
    assert len(text.split()) <= 35, "no longer than one reads at a glance"


@pytest.mark.parametrize("code", sorted(steps()))
@pytest.mark.parametrize("count", [1, 3])
def test_every_step_has_words(code: str, count: int) -> None:
    at = datetime(2026, 12, 1, 9, tzinfo=UTC)
    text = wording.step_done(Step(1, code, {"name": "Maria", "count": count, "number": 47}, at, is_undone=False))
    assert not looks_unspoken(text, code)
    assert text != "Changed", f"no words for the step {code}"


def test_the_source_is_found() -> None:
    assert {"nobody", "book_damaged", "file_is_excel"} <= set(errors())
    assert {"room_for_ask", "promised_call", "birthday", "said_stop_here", "on_the_registry"} <= set(reasons())
    assert {"person_added", "touch_logged", "people_removed"} <= steps()
