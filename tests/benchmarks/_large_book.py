"""A book of the size that is measured, invented once and kept in ``build`` until the program changes."""

from __future__ import annotations

import shutil
import sys
from datetime import datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from planner.domain.moment import Moment  # noqa: E402  (a script beside the package)
from planner.models.book import Book  # noqa: E402
from planner.services import demo  # noqa: E402

AT = "2026-12-01T08:45"
ZONE = "America/Chicago"
NOW = Moment.at(datetime.fromisoformat(AT), ZONE)
PEOPLE, TOUCHES = 100_000, 1_000_000


def large_book(people: int, touches: int) -> Path:
    """The user's folder with such a book in it, as ``WARMBOOK_FOLDER`` wants it."""
    folder = ROOT / "build" / "benchmarks" / f"{people}-{touches}"
    path = folder / "My book.warmbook"
    sources = [each for part in ("domain", "models", "services") for each in (ROOT / "planner" / part).rglob("*.*")]
    if path.exists() and path.stat().st_mtime > max(each.stat().st_mtime for each in sources if each.is_file()):
        return folder
    print(f"Inventing {people:,} people with {touches:,} touches …", file=sys.stderr, flush=True)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    draft = folder / "draft.warmbook"
    book = Book.open(draft)
    demo.fill(book, NOW, people=people, touches=touches)
    book.close()
    draft.replace(path)
    return folder
