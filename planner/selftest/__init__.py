"""One walk through the whole program in a temporary place: ``warmbook --self-test``, from a clone and once frozen."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from datetime import datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from planner import __version__
from planner.domain.moment import Moment
from planner.domain.promise import PromiseKind, Window
from planner.models.book import Book
from planner.selftest import old_book, shipped
from planner.selftest.steps import SelfTestError, must, step
from planner.services.open_book import OpenBook
from planner.services.promises import PromiseDraft

NOW = Moment.at(datetime.fromisoformat("2026-12-01T08:45"), "America/Chicago")
LIST = """\
First Name,Last Name,Birthday,Phone 1 - Value,E-mail 1 - Value
Maria,Sørensen,1984-12-01,(312) 555-0123,maria@example.org
"Okafor, Jr.",,,+44 20 7946 0018,
"""
CARD = """\
BEGIN:VCARD
VERSION:3.0
FN:Chris Adeyemi
N:Adeyemi;Chris;;;
TEL;TYPE=CELL:+1 415 555 0199
END:VCARD
"""


def main(_arguments: Sequence[str] = ()) -> int:
    """Play the program through; 0 when all went well, 1 with a line that says what did not."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    started = perf_counter()
    kind = "frozen" if getattr(sys, "frozen", False) else "from source"
    print(f"Warmbook {__version__} {kind}, Python {sys.version.split()[0]}")
    with TemporaryDirectory(prefix="warmbook-", ignore_cleanup_errors=True) as folder:
        os.environ["WARMBOOK_FOLDER"] = folder  # nothing here may touch the user's own book
        try:
            _walk(Path(folder))
        except SelfTestError as failed:
            print(f"FAILED  {failed}", flush=True)
            return 1
    print(f"The self-test passed in {perf_counter() - started:.1f} s")
    return 0


def _walk(folder: Path) -> None:
    with step("start Qt"):
        from planner.selftest import every_window

        app = every_window.application()
    with step("make a book and bring its tables up"):
        services = OpenBook(Book.open(folder / "book.warmbook"), lambda: NOW)
        must(services.book.check(), "the new book is not sound")
    with step("open a book of the first version"):
        old_book.open_one(folder / "old.warmbook")
    with step("bring in a table and a vCard"):
        _import(services, folder)
    with step("promise a call and decide the list of today"):
        _decide(services)
    with step("read the law, the help, the sample, the schemas"):
        shipped.read_data()
    with step("read icons, dates, numbers and zones"):
        shipped.read_pictures()
    with step("speak every language"):
        shipped.speak()
    with step("write the call sheet as PDF, with its fonts"):
        _print(services, folder / "sheet.pdf")
    with step("back the book up and open it again"):
        backup = services.backups.make(services.book, NOW)
        services.book.close()
        again = Book.open(backup)
        must(again.value("SELECT count(*) FROM person") == 3, "the backup has lost somebody")
        again.close()
    with step("open every window and paint it") as say:
        say(f"{every_window.open_them(app, folder)} windows")
    with step("leave no book open"):
        still = sorted(path.name for path in folder.glob("*-shm"))
        must(not still, f"somebody still has {', '.join(still)}")


def _import(services: OpenBook, folder: Path) -> None:
    for name, text, people in (("list.csv", LIST, 2), ("card.vcf", CARD, 1)):
        (folder / name).write_text(text, encoding="utf-8")
        result = services.imports.commit(services.imports.preview(folder / name, now=NOW), NOW)
        must(len(result.people) == people, f"{name} brought {len(result.people)} people, not {people}")
    must(len(services.listing.hits("soren", NOW)) == 1, "the search does not find Sørensen")


def _decide(services: OpenBook) -> None:
    [chris] = services.book.row("SELECT id FROM person WHERE name = 'Chris Adeyemi'") or [0]
    services.promises.make(chris, PromiseDraft(PromiseKind.CALLBACK, NOW.today, Window.EXACT, time(10)), NOW)
    cards = services.today.day(NOW).cards
    must(chris in {card.person_id for card in cards}, "the promised call is not on the list of today")


def _print(services: OpenBook, path: Path) -> None:
    from planner.ui.kit.paper_size import usual_size
    from planner.ui.paper.sheet import write_pdf

    sheet = services.sheets.compose(NOW)
    pages = write_pdf(path, sheet, usual_size("", "US"))
    written = path.read_bytes()
    must(pages >= 1 and written.startswith(b"%PDF"), "the call sheet is no PDF")
    fonts = re.findall(rb"/FontName\s*/\w+\+([\w-]+)", written)
    must(any(name.startswith(b"Inter") for name in fonts), f"the call sheet does not carry its font, only {fonts}")
    must(len(re.findall(rb"/FontFile[23]?\b", written)) >= len(fonts), "a font of the call sheet is named, not carried")
