"""Reads the invented people from the files in ``resources/demo``."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping
from enum import StrEnum
from functools import cache
from typing import Any

from planner.domain import resources
from planner.domain.permission import Basis, Topic
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.promise import PromiseKind, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, TouchKind
from planner.services.demo.sketch import Beat, Owed, Place, Sketch, Stop, Vow, Yes

_PERSON: Mapping[str, type[StrEnum]] = {"stage": Stage, "closeness": Closeness, "prefers": Channel}
_YES: Mapping[str, type[StrEnum]] = {"channel": Channel, "basis": Basis}
_VOW: Mapping[str, type[StrEnum]] = {"kind": PromiseKind, "window": Window, "channel": Channel}


_NAMED = frozenset(("stage", "closeness", "kind", "story", "place"))
"""Keys whose values are names of ours, never words."""


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """One file of ``resources/demo``, its words in ``language``; English where there are none."""
    file = resources.path("demo", f"{name}.toml")
    told: dict[str, Any] = tomllib.loads(file.read_text(encoding="utf-8"))
    words = _words(language)
    return told if not words else {key: _said(value, key, words) for key, value in told.items()}


def said(text: str, language: str) -> str:
    """Some words of the sample book in ``language``."""
    return _words(language).get(text, text)


@cache
def _words(language: str) -> dict[str, str]:
    """What is said instead of the English words."""
    file = resources.path("demo", f"{language}.json")
    return json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}


def _said(value: Any, key: str, words: Mapping[str, str]) -> Any:
    if isinstance(value, dict):
        return {name: _said(each, name, words) for name, each in value.items()}
    if isinstance(value, list):
        return [_said(each, key, words) for each in value]
    return words.get(value, value) if isinstance(value, str) and key not in _NAMED else value


def places() -> dict[str, Place]:
    """Where people live, by key."""
    return {key: Place(**row) for key, row in table("places")["places"].items()}


def everybody(language: str = "en") -> tuple[Sketch, ...]:
    """All invented people, those whom today is about first."""
    where = places()
    stories = {key: tuple(_beat(*line) for line in lines) for key, lines in table("stories", language).items()}
    return tuple(_sketch(row, where, stories) for row in table("people", language)["person"])


def _sketch(row: dict[str, Any], where: dict[str, Place], stories: dict[str, tuple[Beat, ...]]) -> Sketch:
    kind, source = row["source"]
    return Sketch(
        **_enums(row, _PERSON)
        | {
            "place": where[row["place"]],
            "source": (SourceKind(kind), source),
            "story": stories[row["story"]] if "story" in row else (),
            "permissions": tuple(_yes(one) for one in row.get("permissions", ())),
            "vows": tuple(Vow(**_enums(one, _VOW)) for one in row.get("vows", ())),
            "owed": tuple(Owed(**_enums(one, {"trigger": ThanksFor})) for one in row.get("owed", ())),
            "stop": Stop(**_enums(row["stop"], {"channel": Channel})) if "stop" in row else None,
            "tags": tuple(row.get("tags", ())),
            "social": tuple(row["social"]) if "social" in row else None,
        }
    )


def _enums(row: dict[str, Any], kinds: Mapping[str, type[StrEnum]]) -> dict[str, Any]:
    return {key: kinds[key](value) if key in kinds else value for key, value in row.items()}


def _beat(before: int, at: str, kind: str, channel: str, note: str = "", words: str = "") -> Beat:
    return Beat(before, at, TouchKind(kind), Channel(channel), note, words)


def _yes(row: dict[str, Any]) -> Yes:
    topics = tuple(Topic(topic) for topic in row.get("topics", ["any"]))
    return Yes(**_enums(row, _YES) | {"topics": topics})
