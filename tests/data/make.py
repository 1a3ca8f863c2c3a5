"""How the books of the newest version here are made: rows in every table. Run from the top of the project.

``python -m tests.data.make`` writes the file of today's version. Once that version is out it is never made again: what
is in ``v1.sqlite3`` and all others is what programs of their day wrote.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from planner.models.copies import copy_book
from planner.models.migrations import NEWEST
from planner.services.changes import Changes
from planner.services.preferences import Preferences, PreferencesStore
from tests.builders import NOW, make_book, somebody_with_a_past


def main() -> None:
    """Write the file of today's version anew."""
    target = Path(__file__).with_name(f"v{NEWEST}.sqlite3")
    target.unlink(missing_ok=True)
    with TemporaryDirectory() as folder:
        book = make_book(Path(folder))
        somebody_with_a_past(book)
        PreferencesStore(book, Changes()).save(Preferences(me_name="Dana Reyes", first_start_done=True), NOW)
        copy_book(book, target)
        book.close()


if __name__ == "__main__":
    main()
