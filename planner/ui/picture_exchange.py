"""Pictures of people coming in and going out, of taking back, of backups, and of long work while it lasts."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from datetime import time as clock_time
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Closeness, SourceKind
from planner.services.exchange.book_json.importing import BookImport
from planner.services.exchange.preview import Preview
from planner.ui.desk import Desk
from planner.ui.dialogs.bin_window import BinWindow
from planner.ui.dialogs.busy import Busy
from planner.ui.dialogs.history_window import HistoryWindow
from planner.ui.dialogs.restore_dialog import RestoreDialog
from planner.ui.exchange.window import ImportWindow
from planner.ui.kit import dates, prompts, tasks, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.picture_views import Scene, door

_FAIR = (
    "First Name,Last Name,Company,E-mail,Mobile,Birthday,City,Notes,Do Not Call\n"
    'Ann,Lee,,ann.lee@example.com,(212) 555-0142,3/14/1985,Denver,"Asked about the night cream, twice",\n'
    "Bo,Park,Alder Dental Group,bo.park@example.com,555-0100,1985-02-29,Boulder,,\n"
    "Maria,Delgado,,maria@example.com,(303) 555-0101,,Denver,,\n"
    "ANN,LEE,,Ann.Lee@Example.com,,,,,\n"
    ",,,,,,Golden,,\n"
    "Cy,Young,,cy@example,,04/05/1990,Golden,,yes\n"
    "Wolfeschlegelsteinhausenbergerdorff,Adolphina Maximiliana de la Cruz,,wolfe@example.com,(720) 555-0177,,Aurora,"
    '"Met at the spring fair; wants to host in May, but only if her sister can come",\n'
    "\u0644\u064a\u0644\u0649,\u062d\u062f\u0627\u062f,,layla@example.com,(720) 555-0178,,Denver,,\n"
) + "".join(f"Robin {name},Doe,,robin.{name.lower()}@example.com,,,Denver,,\n" for name in "ABCDEFGHIJKLMNOPQRSTUVWX")
_ABROAD = "Name,Phone\n" + "".join(f"Kim {name},0171 123456{at}\n" for at, name in enumerate("ABCDEF"))
_PICTURE = "GIF89a, a picture and no list"
_PATIENCE = 10.0
"""Seconds to wait for a file to be read."""


def scenes() -> Mapping[str, Scene]:
    """Each by the name of its picture."""
    tabs = ("people", "check", "left", "columns", "reading")
    return {
        "import": _opened,
        "import-trouble": _trouble,
        "import-past": _past,
        **{f"import-{name}": partial(_looked, at) for at, name in enumerate(tabs)},
        "import-bought": _bought,
        "import-abroad": _abroad,
        "import-nobody": _nobody,
        "import-progress": _progress,
        "import-done": _brought,
        "import-done-left": _brought_left,
        "import-book": _book,
        "import-taken-back": _taken_back,
        "busy": _busy,
        "restore": _restore,
        "restore-none": lambda desk: door(desk, desk.rest.book.restore),
        "restore-damaged": _damaged,
        "history": _history,
        "bin": _bin,
        "bin-empty": lambda desk: door(desk, desk.rest.doors.bin),
        "question": _question,
        "news": _news,
    }


def _opened(desk: Desk) -> ImportWindow:
    window = door(desk, desk.rest.book.bring_list)
    assert isinstance(window, ImportWindow)
    return window


def _file(desk: Desk, text: str, name: str = "spring fair.csv") -> Path:
    folder = desk.rest.services.book.path.with_suffix("")
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def _at_the_fair(preview: Preview) -> Preview:
    return preview.decided(SourceKind.EVENT, "Spring fair", "", Closeness.ACQUAINTANCE)


def _wait(arrived: Callable[[], bool]) -> None:
    """Let threads and timers work until it is so."""
    end = time.monotonic() + _PATIENCE
    while not arrived() and time.monotonic() < end:
        loop = QEventLoop()
        QTimer.singleShot(10, loop.quit)
        loop.exec()
    assert arrived()


def _read(desk: Desk, text: str, name: str = "spring fair.csv") -> ImportWindow:
    window = _opened(desk)
    window.open_file(_file(desk, text, name))
    _wait(lambda: window.pages.currentWidget() in (window.look, window.choose))
    return window


def _looked(tab: int, desk: Desk) -> QWidget:
    """A list with doubts and duplicates, before anything is written."""
    window = _read(desk, _FAIR)
    window.look.tabs.setCurrentIndex(tab)
    return window


def _trouble(desk: Desk) -> QWidget:
    """A file that is no list."""
    return _read(desk, _PICTURE, "picture.csv")


def _past(desk: Desk) -> QWidget:
    """What came in before, each to be taken back."""
    services = desk.rest.services
    for name, text in (("spring fair.csv", _FAIR), ("abroad.csv", _ABROAD)):
        now = services.clock()
        preview = services.imports.preview(_file(desk, text, name), now=now)
        services.imports.commit(_at_the_fair(preview), now)
    return _opened(desk)


def _bought(desk: Desk) -> QWidget:
    window = _read(desk, _FAIR)
    window.look.origin.kind.chip(SourceKind.BOUGHT).click()
    window.look.ask_origin()
    return window


def _abroad(desk: Desk) -> QWidget:
    """Numbers of another country, which can be read as such."""
    return _read(desk, _ABROAD, "abroad.csv")


def _nobody(desk: Desk) -> QWidget:
    """A list whose people are all there already."""
    services, now = desk.rest.services, desk.rest.services.clock()
    preview = services.imports.preview(_file(desk, _ABROAD, "abroad.csv"), now=now)
    services.imports.commit(_at_the_fair(preview), now)
    return _read(desk, _ABROAD, "abroad.csv")


def _progress(desk: Desk) -> QWidget:
    """A long list on its way in."""
    window = _read(desk, _FAIR)
    window._show(window.busy)  # noqa: SLF001 - a picture looks behind the window
    window.busy.begin(_("Bringing people in…"), counts_people=True)
    window.busy.show_progress(2_300, 4_000)
    return window


def _brought(desk: Desk) -> ImportWindow:
    """Who came in, and whom of them one knows."""
    window = _read(desk, _FAIR)
    window.look.origin.kind.chip(SourceKind.BOUGHT).click()
    window.look.origin.which.setText("Spring fair")
    window.bring_in()
    _wait(lambda: window.pages.currentWidget() is window.outcome)
    window.outcome.table.selectRow(1)
    return window


def _brought_left(desk: Desk) -> QWidget:
    """Who was left out, and why."""
    window = _brought(desk)
    window.outcome.tabs.setCurrentIndex(1)
    return window


def _book(desk: Desk) -> QWidget:
    """A whole book came in beside the one that is here."""
    window = _opened(desk)
    window._book_brought(BookImport(1204, 5310, is_whole=False, already=31, views=2))  # noqa: SLF001 - as above
    return window


def _taken_back(desk: Desk) -> QWidget:
    """An import taken back; somebody who was contacted since stays."""
    window = _brought(desk)
    first = window.newest_person()
    assert first is not None
    services = desk.rest.services
    services.people.save(first, services.people.draft(first), services.clock())
    window.foot.undo_button.click()
    _wait(lambda: window.foot.undo_button.isHidden() and window.pages.currentWidget() is window.outcome)
    return window


def _busy(desk: Desk) -> QWidget:
    """Something done with many people."""

    def work(progress: tasks.Progress) -> None:
        while progress(4_500, 12_000):
            time.sleep(0.02)

    heading = ngettext("Changing {count} person", "Changing {count} people", 12_000)
    window = Busy(heading.format(count=dates.number(12_000)), work, desk)
    window.show()
    return window


def _restore(desk: Desk) -> RestoreDialog:
    """Some copies to go back to."""
    services, now = desk.rest.services, desk.rest.services.clock()
    for days in (20, 3, 1):
        services.backups.make(services.book, Moment(now.utc - timedelta(days=days), now.zone))
    window = door(desk, desk.rest.book.restore)
    assert isinstance(window, RestoreDialog)
    return window


def _damaged(desk: Desk) -> QWidget:
    """A copy from a stick that can't be read."""
    window = _restore(desk)
    window.say_trouble(
        wording.error(PlannerError("backup_damaged", path=Path("E:/Warmbook/My book 2026-11-30.warmbook")))
    )
    return window


def _question(desk: Desk) -> QWidget:
    """What can't be undone is asked once."""
    when = dates.day_and_time(date(2026, 11, 30), clock_time(8, 45), desk.rest.services.clock().today, in_sentence=True)
    text = _("Everything written since {when} leaves the book. It stays in a backup of its own.").format(when=when)
    box = prompts.question(desk, _("Go back to this backup?"), text, _("Go back"))
    box.show()
    return box


def _news(desk: Desk) -> QWidget:
    """What did not work, in a sentence."""
    trouble = wording.error(PlannerError("disk_full", path=Path("C:/Users/me/Documents/My book.warmbook")))
    box = prompts.news(desk, _("That did not work"), trouble)
    box.show()
    return box


def _history(desk: Desk) -> QWidget:
    """Some steps, two of them taken back, and one chosen."""
    services, now = desk.rest.services, desk.rest.services.clock()
    maria = desk.person
    assert maria is not None
    before = services.people.draft(maria)
    for draft in (
        replace(before, note="likes tea"),
        replace(before, note="likes tea", life="moves in May"),
        replace(before, note="likes tea", life="moves in May", best_times="after five"),
        replace(before, best_times="after five", in_common="choir"),
        replace(before, best_times="after five", in_common="choir", company="Delgado Bakery"),
    ):
        services.people.save(maria, draft, now)
    desk.rest.doors.put_away([maria])
    desk.wishes.undo.trigger()
    desk.wishes.undo.trigger()
    window = door(desk, desk.rest.book.history)
    assert isinstance(window, HistoryWindow)
    window.list.setCurrentIndex(window.list.model().index(4, 0))
    return window


def _bin(desk: Desk) -> QWidget:
    """Two who were removed on different days, both chosen."""
    services, now = desk.rest.services, desk.rest.services.clock()
    names = [services.listing.hits(name, now, 1)[0][0] for name in ("Tom Adeyemi", "Hannah Goldberg")]
    services.people.remove(names[:1], Moment(now.utc - timedelta(days=12), now.zone))
    services.people.remove(names[1:], now)
    window = door(desk, desk.rest.doors.bin)
    assert isinstance(window, BinWindow)
    window.list.selectAll()
    return window
