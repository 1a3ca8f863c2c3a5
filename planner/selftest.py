"""One walk through the whole program in a temporary place: ``warmbook --self-test``, from a clone and once frozen."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from planner import __version__
from planner.domain.moment import Moment
from planner.domain.promise import PromiseKind, Window
from planner.models.book import Book
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


class SelfTestError(Exception):
    """Something did not come out as it must."""


def main(_arguments: Sequence[str] = ()) -> int:
    """Play the program through; 0 when all went well, 1 with a line that says what did not."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    started = perf_counter()
    kind = "frozen" if getattr(sys, "frozen", False) else "from source"
    print(f"Warmbook {__version__} {kind}, Python {sys.version.split()[0]}")
    with TemporaryDirectory(prefix="warmbook-", ignore_cleanup_errors=True) as folder:
        try:
            _walk(Path(folder))
        except SelfTestError as failed:
            print(f"FAILED  {failed}", flush=True)
            return 1
    print(f"The self-test passed in {perf_counter() - started:.1f} s")
    return 0


def _walk(folder: Path) -> None:
    with _step("make a book and bring its tables up"):
        services = OpenBook(Book.open(folder / "book.warmbook"), lambda: NOW)
        _must(services.book.check(), "the new book is not sound")
    with _step("bring in a table and a vCard"):
        _import(services, folder)
    with _step("promise a call and decide the list of today"):
        _decide(services)
    with _step("read dates, numbers, icons and zones"):
        _read_what_ships()
    with _step("open the main window and paint it"):
        _paint(services)
    with _step("write the call sheet as PDF"):
        _print(services, folder / "sheet.pdf")
    with _step("back the book up and open it again"):
        backup = services.backups.make(services.book, NOW)
        services.book.close()
        again = Book.open(backup)
        _must(again.value("SELECT count(*) FROM person") == 3, "the backup has lost somebody")
        again.close()


@contextmanager
def _step(name: str) -> Iterator[None]:
    since = perf_counter()
    yield
    print(f"ok  {name:46}{(perf_counter() - since) * 1000:6.0f} ms", flush=True)


def _must(holds: bool, otherwise: str) -> None:
    if not holds:
        raise SelfTestError(otherwise)


def _import(services: OpenBook, folder: Path) -> None:
    for name, text, people in (("list.csv", LIST, 2), ("card.vcf", CARD, 1)):
        (folder / name).write_text(text, encoding="utf-8")
        result = services.imports.commit(services.imports.preview(folder / name, now=NOW), NOW)
        _must(len(result.people) == people, f"{name} brought {len(result.people)} people, not {people}")
    _must(len(services.listing.hits("soren", NOW)) == 1, "the search does not find Sørensen")


def _decide(services: OpenBook) -> None:
    [chris] = services.book.row("SELECT id FROM person WHERE name = 'Chris Adeyemi'") or [0]
    services.promises.make(chris, PromiseDraft(PromiseKind.CALLBACK, NOW.today, Window.EXACT, time(10)), NOW)
    cards = services.today.day(NOW).cards
    _must(chris in {card.person_id for card in cards}, "the promised call is not on the list of today")


def _read_what_ships() -> None:
    from planner.ui.kit import dates, icons, phones

    for meaning in icons.MEANINGS:
        _must(not icons.outline(meaning).isEmpty(), f"the icon {meaning} is empty")
    _must("2026" in dates.month_and_year(date(2026, 12, 1)), "a date is not written out")
    _must("555" in phones.shown("+13125550123", "US"), "a number is not written out")


def _paint(services: OpenBook) -> None:
    from PySide6.QtWidgets import QApplication

    from planner.ui.desk import Desk
    from planner.ui.kit import theme

    app = QApplication(sys.argv[:1])
    theme.apply(app, "light", 100)
    desk = Desk(services)
    desk.show()
    desk.complete()
    app.processEvents()
    picture = desk.grab().toImage()
    seen = {picture.pixel(x, y) for x in range(0, picture.width(), 7) for y in range(0, picture.height(), 7)}
    _must(len(seen) > 8, "the main window stays empty")
    desk.close()


def _print(services: OpenBook, path: Path) -> None:
    from planner.ui.kit.paper_size import usual_size
    from planner.ui.paper.sheet import write_pdf

    sheet = services.sheets.compose(NOW)
    pages = write_pdf(path, sheet, usual_size("", "US"))
    _must(pages >= 1 and path.read_bytes().startswith(b"%PDF"), "the call sheet is no PDF")
