"""The run of the program: first start, the sample book, backups, a damaged book, another look, the end."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from planner import __main__, __version__, errands
from planner.app import Program
from planner.domain.moment import Moment
from planner.domain.promise import PromiseKind, Window
from planner.domain.touch import TouchKind
from planner.models.book import Book
from planner.services import moving
from planner.services.backups import Backups
from planner.services.changes import Changes
from planner.services.drafts import PersonDraft
from planner.services.open_book import OpenBook
from planner.services.people import People
from planner.services.places import Places
from planner.services.preferences import PreferencesStore
from planner.services.promises import PromiseDraft
from planner.ui.desk import Desk
from planner.ui.dialogs.first_start import Door, FirstStart
from planner.ui.kit import prompts, theme
from planner.ui.kit.crash import CrashReporter
from planner.ui.kit.single_instance import SingleInstance

AT = datetime(2026, 12, 1, 8, 45)  # noqa: DTZ001  # a wall clock; the program gives it its zone


@pytest.fixture
def told(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What message boxes would have said."""
    said: list[str] = []
    monkeypatch.setattr(prompts, "tell", lambda _parent, _title, text: said.append(text))
    monkeypatch.setattr(prompts, "confirm", lambda *_words: True)
    monkeypatch.setattr(CrashReporter, "show_report", lambda _self, report, _parent: said.append(report))
    return said


@pytest.fixture
def program(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: list[str]) -> Iterator[Program]:
    monkeypatch.setenv("WARMBOOK_FOLDER", str(tmp_path))
    monkeypatch.setattr(qapp, "quit", lambda: told.append("quit"))
    program = Program(qapp, Namespace(book=None, at=AT, zone="America/Chicago"))
    yield program
    assert not [each for each in told if "Traceback" in each]
    left(program)
    program._crash.uninstall()
    qapp.setQuitOnLastWindowClosed(True)
    theme.apply(qapp, "light", 100)


def left(program: Program) -> None:
    """Leave the book, and wait until it is closed."""
    ended = QEventLoop()
    program.leave(ended.quit)
    if program.book is not None:
        ended.exec()


def start(qtbot: QtBot, program: Program) -> Desk:
    assert program.open(program.own)
    return settled(qtbot, program)


def settled(qtbot: QtBot, program: Program) -> Desk:
    qtbot.waitUntil(lambda: program.desk is not None and program.desk._is_complete)
    qtbot.waitUntil(program._minute.isActive)
    assert program.desk is not None
    return program.desk


def window(program: Program) -> QDialog:
    assert program.desk is not None
    dialog = program.desk.rest.doors.opened
    assert isinstance(dialog, QDialog)
    return dialog


def done_with_first_start(program: Program) -> None:
    """As if the first start had been gone through already."""
    book = Book.open(program.own)
    store = PreferencesStore(book, Changes())
    store.save(replace(store.load(), first_start_done=True), program.now())
    book.close()


def test_a_first_start_shows_three_doors_and_the_sample_can_be_thrown_away(
    qtbot: QtBot, program: Program, tmp_path: Path
) -> None:
    start(qtbot, program)
    welcome = window(program)
    assert isinstance(welcome, FirstStart)
    welcome.door = Door.SAMPLE
    welcome.accept()
    qtbot.waitUntil(lambda: program.book is not None and program.book.path == Places(tmp_path).sample)
    desk = settled(qtbot, program)
    assert desk.people.model.rowCount() == 60
    assert desk.wishes.start_own.isVisible()
    desk.wishes.start_own.trigger()
    qtbot.waitUntil(lambda: program.book is not None and program.book.path == Places(tmp_path).book)
    assert settled(qtbot, program).people.model.rowCount() == 0
    assert not Places(tmp_path).sample.exists()
    assert not [left for left in tmp_path.rglob("Sample*") if left.is_file()], "no lock, no backup"
    assert program.desk is not None
    assert program.desk.windowTitle() == "Warmbook \u2014 My book"


def test_the_sample_book_looks_as_one_has_chosen_for_ones_own(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    done_with_first_start(program)
    desk = start(qtbot, program)
    assert program.book is not None
    store = program.book.preferences
    store.save(replace(store.load(), theme="dark", text_size=130, less_motion=True), program.now())
    desk = settled(qtbot, program)
    desk.wishes.look_around.trigger()
    qtbot.waitUntil(lambda: program.book is not None and program.book.path == Places(tmp_path).sample)
    settled(qtbot, program)
    look = program.book.look()
    assert (look.theme, look.text_size, look.less_motion) == ("dark", 130, True)
    assert look.is_sample
    assert program.book.preferences.load().me_name == "Carla Reyes"


def test_everything_is_there_the_next_time_and_a_backup_was_made(
    qtbot: QtBot, program: Program, told: list[str], tmp_path: Path
) -> None:
    done_with_first_start(program)
    desk = start(qtbot, program)
    assert program.book is not None
    ana = program.book.people.add(PersonDraft(name="Ana Sosa"), program.now())
    desk.close()
    qtbot.waitUntil(lambda: told == ["quit"])
    (backup,) = Backups(program.own, Places(tmp_path).backups).list()
    assert backup.people == 1
    desk = start(qtbot, program)
    assert desk.people.model.person_at(0) == ana
    assert desk.status._backup.text() == "Backed up today, 8:45 AM"


def test_a_second_start_leaves_the_book_to_the_first(qtbot: QtBot, program: Program, qapp: QApplication) -> None:
    done_with_first_start(program)
    desk = start(qtbot, program)
    assert program._instance is not None
    with qtbot.waitSignal(program._instance.raised):
        second = Program(qapp, Namespace(book=None, at=AT, zone="America/Chicago"))
        assert not second.open(second.own)
    assert second.book is None
    assert desk.isVisible()
    second._crash.uninstall()
    program._crash.install()


def test_a_file_that_is_no_book_is_left_as_it_is(program: Program, told: list[str], tmp_path: Path) -> None:
    path = tmp_path / "letter.warmbook"
    path.write_text("Dear Maria", encoding="utf-8")
    assert not program.open(path)
    assert told == ["letter.warmbook is not a Warmbook book, so it was left as it is."]
    assert path.read_text(encoding="utf-8") == "Dear Maria"
    other = SingleInstance(path)
    assert other.claim(), "and it is nobody's"
    other.release()


def test_a_damaged_book_is_brought_back_from_its_newest_backup(qtbot: QtBot, program: Program, told: list[str]) -> None:
    done_with_first_start(program)
    start(qtbot, program)
    assert program.book is not None
    program.book.people.add(PersonDraft(name="Ana Sosa"), program.now())
    left(program)
    with program.own.open("r+b") as file:
        file.seek(100)
        file.write(b"\0" * 4000)
        file.truncate(6000)
    desk = start(qtbot, program)
    assert desk.people.model.rowCount() == 1
    assert told == []


def test_a_book_in_a_synchronised_folder_moves_to_the_users_own(
    qtbot: QtBot, program: Program, told: list[str], tmp_path: Path
) -> None:
    old = tmp_path / "OneDrive" / "Ours.warmbook"
    program.own = old
    old.parent.mkdir()
    done_with_first_start(program)
    desk = start(qtbot, program)
    assert program.book is not None
    ana = program.book.people.add(PersonDraft(name="Ana Sosa"), program.now())
    desk.wishes.move_home.trigger()
    home = tmp_path / "Ours.warmbook"
    qtbot.waitUntil(lambda: program.book is not None and program.book.path == home)
    desk = settled(qtbot, program)
    assert desk.people.model.person_at(0) == ana
    assert not desk.wishes.move_home.isVisible()
    assert [each for each in told if each.startswith(f"It is in {tmp_path} now, as Ours.warmbook.")]
    again = Program(program._app, Namespace(book=old, at=AT, zone="America/Chicago"))
    assert again.own == home
    again._crash.uninstall()
    program._crash.install()


def test_the_system_may_ask_for_another_book_meanwhile(qtbot: QtBot, program: Program, tmp_path: Path) -> None:
    done_with_first_start(program)
    start(qtbot, program)
    other = tmp_path / "Other.warmbook"
    Book.open(other).close()
    program.open_other(str(other))
    qtbot.waitUntil(lambda: program.book is not None and program.book.path == other)
    settled(qtbot, program)
    assert program.own == other
    program.open_other(str(other))
    assert program.book is not None, "the book that is open stays open"


def test_a_file_that_is_no_book_leaves_the_open_one_open(
    qtbot: QtBot, program: Program, tmp_path: Path, told: list[str]
) -> None:
    done_with_first_start(program)
    start(qtbot, program)
    mine = program.own
    other = tmp_path / "Other.warmbook"
    other.write_text("no book at all, but long enough to be looked at " * 40, encoding="utf-8")
    program.open_other(str(other))
    qtbot.waitUntil(lambda: len(told) > 0 and program.book is not None)
    settled(qtbot, program)
    assert program.book is not None
    assert program.book.path == program.own == mine


def test_a_book_that_cannot_move_stays_and_says_why(
    qtbot: QtBot, program: Program, told: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = tmp_path / "OneDrive" / "Ours.warmbook"
    program.own = old
    old.parent.mkdir()
    done_with_first_start(program)
    monkeypatch.setattr(moving, "is_sound", lambda _path: False)
    desk = start(qtbot, program)
    desk.wishes.move_home.trigger()
    qtbot.waitUntil(lambda: program.desk is not desk and program.desk is not None)
    assert program.book is not None
    assert program.book.path == old
    assert told[0].startswith("The backup Ours.warmbook")


def test_whoever_starts_it_again_while_it_ends_gets_it_back(
    qtbot: QtBot, program: Program, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done_with_first_start(program)
    desk = start(qtbot, program)
    backed_up: list[Callable[[None], None]] = []
    with monkeypatch.context() as slow:
        slow.setattr(errands, "back_up", lambda _book, then: backed_up.append(then))
        desk.close()
        qtbot.waitUntil(lambda: bool(backed_up))
    program._come_forward()
    backed_up[0](None)
    qtbot.waitUntil(lambda: program.desk is not None)
    assert "quit" not in told
    settled(qtbot, program)


def test_the_days_that_passed_are_caught_up_with_and_shown(qtbot: QtBot, program: Program) -> None:
    done_with_first_start(program)
    before = Moment(program.now().utc - timedelta(days=9), "America/Chicago")
    book = OpenBook.at(program.own, lambda: before)
    ana = book.people.add(PersonDraft(name="Ana Sosa"), before)
    book.promises.make(ana, PromiseDraft(PromiseKind.CALLBACK, before.today, Window.EXACT, time(20)), before)
    book.book.close()
    desk = start(qtbot, program)
    row = desk.people.model.row_of(ana)
    assert row is not None
    qtbot.waitUntil(lambda: str(desk.people.model.index(row, 3).data()).startswith("Say sorry"))
    assert program.book is not None
    assert program.book.timeline.entries(ana)[0].kind is TouchKind.PROMISE_BROKEN


def test_a_book_that_bore_its_bad_end_badly_is_told_of(
    qtbot: QtBot, program: Program, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    done_with_first_start(program)
    monkeypatch.setattr(Book, "check", lambda _self: False)
    opened = Book.open
    monkeypatch.setattr(Book, "open", lambda path, **how: ended_badly(opened(path, **how)))
    start(qtbot, program)
    qtbot.waitUntil(lambda: any("is damaged" in each for each in told))


def ended_badly(book: Book) -> Book:
    book.was_clean = False
    return book


def test_going_back_to_a_backup_opens_it(qtbot: QtBot, program: Program) -> None:
    done_with_first_start(program)
    start(qtbot, program)
    left(program)
    desk = start(qtbot, program)
    assert program.book is not None
    program.book.people.add(PersonDraft(name="Ana Sosa"), program.now())
    (backup,) = program.book.backups.list()
    desk.restore_requested.emit(backup)
    qtbot.waitUntil(lambda: program.desk is not desk and program.desk is not None)
    assert settled(qtbot, program).people.model.rowCount() == 0


def test_another_look_follows_the_preferences(qtbot: QtBot, program: Program) -> None:
    done_with_first_start(program)
    desk = start(qtbot, program)
    assert program.book is not None
    ana = program.book.people.add(PersonDraft(name="Ana Sosa"), program.now())
    desk.choose(ana)
    store = program.book.preferences
    store.save(replace(store.load(), theme="dark"), program.now())
    qtbot.waitUntil(lambda: theme.current().is_dark)
    assert program.desk is desk, "colours change in place"
    store.save(replace(store.load(), text_size=150), program.now())
    qtbot.waitUntil(lambda: program.desk is not desk)
    again = settled(qtbot, program)
    assert theme.text_percent() == 150
    assert again.person == ana
    assert program.book is not None


def test_the_menu_chooses_colours_and_text_size(qtbot: QtBot, program: Program) -> None:
    done_with_first_start(program)
    desk = start(qtbot, program)
    assert [each.isChecked() for each in desk.wishes.themes.actions()] == [True, False, False]
    desk.wishes.themes.actions()[2].trigger()
    qtbot.waitUntil(lambda: theme.current().is_dark)
    desk.wishes.larger.trigger()
    qtbot.waitUntil(lambda: theme.text_percent() == 115)
    desk = settled(qtbot, program)
    assert [each.isChecked() for each in desk.wishes.text_sizes.actions()] == [False, True, False, False]
    desk.wishes.smaller.trigger()
    qtbot.waitUntil(lambda: theme.text_percent() == 100)


def test_coming_back_shows_what_another_program_wrote(
    qtbot: QtBot, program: Program, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(qapp, "applicationState", lambda: Qt.ApplicationState.ApplicationActive)
    done_with_first_start(program)
    desk = start(qtbot, program)
    program._come_back()
    other = Book.open(program.own)
    People(other, Changes()).add(PersonDraft(name="Zora Neale"), program.now())
    other.close()
    assert desk.people.model.rowCount() == 0
    program._come_back()
    assert desk.people.model.rowCount() == 1


def test_the_version_needs_no_window(capsys: pytest.CaptureFixture[str]) -> None:
    assert __main__.main(["--version"]) == 0
    assert capsys.readouterr().out == f"Warmbook {__version__}\n"
