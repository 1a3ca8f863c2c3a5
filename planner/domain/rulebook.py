"""The rules that are data: tables with a source and the day they were checked, under ``resources/rules``."""

from __future__ import annotations

import json
from functools import cache
from typing import Any

from planner.domain import resources


@cache
def table(name: str) -> dict[str, Any]:
    """One table, read once."""
    content: dict[str, Any] = json.loads(resources.path("rules", f"{name}.json").read_text(encoding="utf-8"))
    return content
