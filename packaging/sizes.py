"""How large the frozen program is, and which part of it is how large."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import freezing

MOST = 1.3
"""How many times as large as a bare window, pruned by the same rules, the program may be."""
BUDGET = {"linux": 155, "win32": 95, "darwin": 170}
"""Megabytes that it may have on each system; a cheap check that something large has not slipped in."""
PARTS = (
    ("Qt: letters and languages (ICU)", r"libicu|icudt|icuuc|icuin"),
    ("Qt: plugins", r"/plugins/"),
    ("Qt: words of its own", r"/translations/"),
    ("Qt: libraries", r"Qt6\w*\.(so|dll)|Qt/lib/|/Qt\w+\.framework/|/lib/libQt6"),
    ("Qt's bindings for Python", r"PySide6|shiboken6"),
    ("what ships as data: rules, help, words, fonts", r"(^|/)resources/"),
    ("time zones", r"tzdata"),
    ("words and dates of languages (babel)", r"babel"),
    ("Python and its library", r"libpython|python3\d*\.dll|base_library|lib-dynload|\.pyd$|(^|/)Python"),
    ("the program and its libraries", r"(^|/)warmbook(\.exe)?$|planner/|PYZ|(^|/)window(\.exe)?$"),
)
"""Name and pattern of each part; a file belongs to the first that fits."""
OTHER = "libraries of the system"


def main(python: Path, arguments: list[str]) -> int:
    """Print the parts; 1 when the program is over its budget or, with ``--bare``, too large beside a bare window."""
    folder = freezing.program(python)
    total = freezing.size_of(folder)
    report(folder)
    within = total <= BUDGET.get(sys.platform, max(BUDGET.values())) * 1e6
    if not within:
        print(f"That is more than {BUDGET[sys.platform]} MB.")
    if "--bare" in arguments:
        bare = freezing.bare_window(python)
        report(bare)
        ratio = total / freezing.size_of(bare)
        print(f"Warmbook is {ratio:.2f} times as large as a bare window; it may be {MOST}.")
        within = within and ratio <= MOST
    return int(not within)


def report(folder: Path) -> None:
    """The parts of a folder, the largest first."""
    parts = by_part(folder)
    print(f"\n{folder.name}: {sum(parts.values()) / 1e6:.1f} MB")
    for name, size in sorted(parts.items(), key=lambda part: -part[1]):
        print(f"{size / 1e6:8.1f}  {name}")


def by_part(folder: Path) -> dict[str, int]:
    """Bytes of each part."""
    parts: dict[str, int] = {}
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            part = part_of(path.relative_to(folder).as_posix())
            parts[part] = parts.get(part, 0) + path.stat().st_size
    return parts


def part_of(name: str) -> str:
    """Which part a file belongs to."""
    return next((part for part, pattern in PARTS if re.search(pattern, name)), OTHER)
