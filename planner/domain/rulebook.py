"""The rules that are data: tables with a source and the day they were checked, under ``resources/rules``."""

from __future__ import annotations

import json
import sys
from functools import cache
from pathlib import Path
from typing import Any


@cache
def table(name: str) -> dict[str, Any]:
    """One table, read once."""
    content: dict[str, Any] = json.loads(folder().joinpath(f"{name}.json").read_text(encoding="utf-8"))
    return content


@cache
def folder() -> Path:
    """Where the tables lie: in the bundle once frozen, in the package once installed, beside it in a clone."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources" / "rules"
    package = Path(__file__).resolve().parents[1]
    root = package if (package / "resources").is_dir() else package.parent
    return root / "resources" / "rules"
