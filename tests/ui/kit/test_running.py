"""Threads, changes, crashes, second starts, window memory."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QHeaderView, QPlainTextEdit, QSplitter, QTableView, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.errors import PlannerError
from planner.models.book import Book
from planner.services.changes import Change, Changed, Changes
from planner.services.preferences import PreferencesStore
from planner.ui.kit import crash, prompts, tasks, window_state, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.change_signal import ChangeSignal
from planner.ui.kit.crash_report import ReportDialog
from planner.ui.kit.single_instance import SingleInstance

pytestmark = pytest.mark.platform


class Heard(QObject):
    """Notes what it was told and on which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []
        self.threads: set[QThread] = set()

    def hear(self, *what: object) -> None:
        self.told.append(what[0] if len(what) == 1 else what)
        self.threads.add(QThread.currentThread())


def test_work_runs_elsewhere_and_reports_here(qtbot: QtBot) -> None:
    heard, counts, failures = Heard(), Heard(), Heard()
    where = []

    def work(progress: tasks.Progress) -> str:
        where.append(threading.get_ident())
        assert progress(1, 2)
        return "done"

    tasks.run(work, on_done=heard.hear, on_failed=failures.hear, on_progress=counts.hear)
    qtbot.waitUntil(lambda: bool(heard.told))
    assert heard.told == ["done"]
    assert counts.told == [(1, 2)]
    assert failures.told == []
    assert where[0] != threading.get_ident()
    assert heard.threads == {QThread.currentThread()}
    tasks.stop_all()


def test_plain_functions_are_called_on_this_thread_too(qtbot: QtBot) -> None:
    where: list[int] = []

    def note(_: object) -> None:
        where.append(threading.get_ident())

    tasks.run(lambda _: 1, on_done=note, on_failed=note)
    qtbot.waitUntil(lambda: bool(where))
    assert where == [threading.get_ident()]
    tasks.stop_all()


def test_a_mistake_arrives_as_such(qtbot: QtBot) -> None:
    heard, failures = Heard(), Heard()

    def work(_: tasks.Progress) -> None:
        raise PlannerError("disk_full")

    tasks.run(work, on_done=heard.hear, on_failed=failures.hear)
    qtbot.waitUntil(lambda: bool(failures.told))
    assert isinstance(failures.told[0], PlannerError)
    assert failures.told[0].code == "disk_full"
    assert heard.told == []
    tasks.stop_all()


def test_work_can_be_stopped(qtbot: QtBot) -> None:
    heard = Heard()

    def work(progress: tasks.Progress) -> int:
        done = 0
        while progress(done, 1_000_000):
            done += 1
            QThread.msleep(1)
        return done

    task = tasks.run(work, on_done=heard.hear, on_failed=heard.hear)
    assert not task.is_cancelled()
    task.cancel()
    qtbot.waitUntil(lambda: bool(heard.told))
    assert task.is_cancelled()
    assert isinstance(heard.told[0], int)
    tasks.stop_all()


@pytest.mark.usefixtures("qapp")
def test_changes_arrive_as_a_signal_until_it_is_stopped() -> None:
    changes, owner, heard = Changes(), QObject(), Heard()
    signal = ChangeSignal(changes, owner)
    signal.changed.connect(heard.hear)
    changes.announce(Change.PEOPLE, [3])
    assert heard.told == [Changed(Change.PEOPLE, frozenset({3}))]
    signal.stop()
    changes.announce(Change.PEOPLE)
    assert len(heard.told) == 1


def test_what_a_thread_announced_is_not_heard_after_the_book_closed(qapp: QApplication) -> None:
    changes, owner, heard = Changes(), QObject(), Heard()
    signal = ChangeSignal(changes, owner)
    signal.changed.connect(heard.hear)
    thread = threading.Thread(target=changes.announce, args=(Change.PEOPLE,))
    thread.start()
    thread.join()
    assert heard.told == [], "it comes on the thread of the screens"
    signal.stop()
    qapp.processEvents()
    assert heard.told == []


@pytest.fixture
def reporter(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[crash.CrashReporter]:
    """Hears of everything that nobody catches; there is no terminal."""
    assert qapp is QApplication.instance()  # its reports have windows
    monkeypatch.setattr(sys, "__stderr__", None)
    before = sys.excepthook
    made = crash.CrashReporter(tmp_path)
    made.install()
    yield made
    made.uninstall()
    sys.excepthook = before


def test_what_nobody_caught_is_logged_and_shown_once(
    reporter: crash.CrashReporter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []

    def note(dialog: ReportDialog) -> int:
        shown.extend(text.toPlainText() for text in dialog.findChildren(QPlainTextEdit))
        reporter._caught.emit("a second fault while the first is shown")
        return 0

    monkeypatch.setattr(ReportDialog, "exec", note)
    error = ZeroDivisionError("in a slot")
    sys.excepthook(type(error), error, None)
    assert len(shown) == 1
    assert "ZeroDivisionError: in a slot" in shown[0]
    assert "Warmbook" in shown[0]
    assert "in a slot" in (tmp_path / crash.LOG).read_text(encoding="utf-8")


@pytest.mark.usefixtures("reporter")
def test_a_refusal_that_nobody_caught_is_told_in_its_words(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(prompts, "tell", lambda _parent, _title, text: told.append(text))
    monkeypatch.setattr(ReportDialog, "exec", lambda _dialog: told.append("a crash report"))
    error = PlannerError("disk_full")
    sys.excepthook(type(error), error, None)
    assert told == [wording.error(error)]


def test_a_hard_crash_is_offered_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / crash.HARD).write_text("Fatal Python error: Segmentation fault\n", encoding="utf-8")
    reporter = crash.CrashReporter(tmp_path)
    report = reporter.watch()
    assert "Segmentation fault" in report
    assert "Segmentation fault" in (tmp_path / crash.LOG).read_text(encoding="utf-8")
    reporter.uninstall()
    assert not (tmp_path / crash.HARD).exists(), "a run that ended well leaves no report"
    again = crash.CrashReporter(tmp_path)
    assert again.watch() == ""
    again.uninstall()


def test_a_report_can_be_copied(qtbot: QtBot, tmp_path: Path) -> None:
    dialog = ReportDialog("Traceback: x", tmp_path / "warmbook.log")
    qtbot.addWidget(dialog)
    copy = next(each for each in dialog.findChildren(Button) if each.text() == "Copy report")
    copy.click()
    assert QApplication.clipboard().text() == "Traceback: x"


def test_the_log_forgets_its_older_half(tmp_path: Path) -> None:
    log = tmp_path / "warmbook.log"
    log.write_text("old\n" * 100_000, encoding="utf-8")
    crash.write_log(log, "new")
    assert len(log.read_text(encoding="utf-8")) < 250_000
    assert log.read_text(encoding="utf-8").endswith("new\n")


def test_a_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    book = tmp_path / "my.warmbook"
    first, second = SingleInstance(book), SingleInstance(book)
    assert first.claim()
    assert not second.claim()
    first.listen()
    with qtbot.waitSignal(first.raised):
        assert second.raise_other()
    another = SingleInstance(tmp_path / "other.warmbook")
    assert another.claim(), "another book is another matter"
    another.release()
    first.release()
    assert second.claim()
    second.release()


def test_a_second_start_waits_for_a_first_that_is_slow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = SingleInstance(tmp_path / "my.warmbook"), SingleInstance(tmp_path / "my.warmbook")
    assert first.claim()
    waits = iter(range(25))
    monkeypatch.setattr(time, "sleep", lambda _seconds: first.listen() if next(waits) == 20 else None)
    assert second.raise_other()
    first.release()


def test_windows_panes_and_columns_come_back(qtbot: QtBot, book: Book) -> None:
    memory = PreferencesStore(book, Changes())
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(640, 480)
    assert not window_state.restore_window(memory, "desk", window)
    window_state.remember_window(memory, "desk", window)
    window.resize(300, 300)
    assert window_state.restore_window(memory, "desk", window)
    assert window.width() == 640
    splitter = QSplitter()
    qtbot.addWidget(splitter)
    splitter.addWidget(QWidget())
    splitter.addWidget(QWidget())
    assert window_state.recall_sizes(memory, "desk", [310, 720]) == [310, 720]
    window_state.remember_splitter(memory, "desk", splitter)
    assert window_state.recall_sizes(memory, "desk", [310, 720]) == splitter.sizes()
    memory.remember("panes.desk", ["wide", 1])
    assert window_state.recall_sizes(memory, "desk", [310, 720]) == [310, 720]
    table = QTableView()
    qtbot.addWidget(table)
    header: QHeaderView = table.horizontalHeader()
    assert not window_state.restore_header(memory, "people", header)
    window_state.remember_header(memory, "people", header)
    assert window_state.restore_header(memory, "people", header)
