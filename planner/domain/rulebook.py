"""The rules that are data: tables with a source and the day they were checked, under ``resources/rules``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from planner.domain import resources
from planner.domain.errors import PlannerError


class Table(dict[str, Any]):
    """A table that has nothing to say where something is missing in it."""

    def __missing__(self, key: str) -> Any:
        return {}


@cache
def table(name: str) -> Table:
    """One table, read once; an empty one where the file is missing or makes no sense, which ``problems`` tells."""
    return _read(name)[0]


def problems() -> tuple[PlannerError, ...]:
    """The files that can't be read."""
    return tuple(error for name in NAMES if (error := _read(name)[1]) is not None)


NAMES = ("area_codes", "countries", "holidays", "hours", "regions", "relationship", "shelf_life", "trick_words")


@cache
def _read(name: str) -> tuple[Table, PlannerError | None]:
    path = resources.path("rules", f"{name}.json")
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return Table(), PlannerError("rules_file", file=path.name, what=str(error))
    if not isinstance(content, dict):
        return Table(), PlannerError("rules_file", file=path.name, what=type(content).__name__)
    return Table(content), None
