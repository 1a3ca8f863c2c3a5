"""How v5.sqlite3 was made: a book of the fifth version with rows in every table. Run from the top of the project.

A book of an older version is never made again; once version 5 is out this stays only to tell what is in the file.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from planner.models.copies import copy_book
from planner.services.changes import Changes
from planner.services.preferences import Preferences, PreferencesStore
from tests.builders import NOW, make_book, somebody_with_a_past


def main() -> None:
    """Write the file anew."""
    target = Path(__file__).with_name("v5.sqlite3")
    target.unlink(missing_ok=True)
    with TemporaryDirectory() as folder:
        book = make_book(Path(folder))
        somebody_with_a_past(book)
        PreferencesStore(book, Changes()).save(Preferences(me_name="Dana Reyes", first_start_done=True), NOW)
        copy_book(book, target)
        book.close()


if __name__ == "__main__":
    main()
