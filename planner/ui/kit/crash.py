"""What happens when something unforeseen does: a log, a report to copy, and the offer to see it at the next start."""

from __future__ import annotations

import faulthandler
import platform
import sys
import threading
import traceback
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Qt, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from planner import __version__
from planner.ui.kit import theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _

LOG = "warmbook.log"
HARD = "last-crash.txt"
_KEPT_BYTES = 256_000


class CrashReporter(QObject):
    """Catches what nobody caught, on every thread; one per program."""

    _caught = Signal(str)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._log = folder / LOG
        self._hard = folder / HARD
        self._is_shown = False
        self._hard_file: IO[str] | None = None
        self._caught.connect(self._show)

    def install(self) -> str:
        """Begin to listen; the answer is the report of a hard crash at the last run, empty if there was none."""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        last = self._hard.read_text(encoding="utf-8", errors="replace") if self._hard.exists() else ""
        self._hard_file = self._hard.open("w", encoding="utf-8")
        faulthandler.enable(self._hard_file)
        sys.excepthook = self._hear
        threading.excepthook = lambda args: self._hear(args.exc_type, args.exc_value, args.exc_traceback)
        return with_facts(last) if last.strip() else ""

    def uninstall(self) -> None:
        """Listen no more; the run ended well."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        faulthandler.disable()
        if self._hard_file is not None:
            self._hard_file.close()
            self._hard_file = None
            self._hard.unlink(missing_ok=True)

    def _hear(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QGuiApplication.exit(1)
            return
        report = with_facts("".join(traceback.format_exception(kind, error, trace)))
        write_log(self._log, report)
        sys.__stderr__.write(report) if sys.__stderr__ is not None else None
        self._caught.emit(report)

    def _show(self, report: str) -> None:
        """One dialog at a time: a fault in painting would otherwise open one at every frame."""
        if self._is_shown:
            return
        self._is_shown = True
        ReportDialog(report, self._log, QApplication.activeWindow()).exec()
        self._is_shown = False


def with_facts(trace: str) -> str:
    """A trace under the facts one needs to understand it; nothing from the book is in them."""
    facts = (
        f"Warmbook {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}",
        platform.platform(),
        datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
    )
    return "\n".join((*facts, "", trace.rstrip(), ""))


def write_log(log: Path, report: str) -> None:
    """Add a report to the log, which forgets its older half when it has grown long."""
    if log.exists() and log.stat().st_size > _KEPT_BYTES:
        kept = log.read_text(encoding="utf-8", errors="replace")
        log.write_text(kept[len(kept) // 2 :], encoding="utf-8")
    with log.open("a", encoding="utf-8") as file:
        file.write(report + "\n")


class ReportDialog(QDialog):
    """Says what happened, without fright, and gives the report to copy."""

    def __init__(self, report: str, log: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._report = report
        self.setWindowTitle(_("Something went wrong"))
        self.resize(theme.px(640), theme.px(460))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(20), theme.px(20), theme.px(20), theme.px(16))
        column.setSpacing(theme.px(12))
        title = QLabel(_("Something went wrong"), self)
        title.setProperty("role", "title")
        column.addWidget(title)
        column.addWidget(self._words(log))
        column.addWidget(self._text())
        column.addLayout(self._buttons())

    def _words(self, log: Path) -> QLabel:
        words = QLabel(
            _(
                "Everything you saved is safe in your book. If you tell the people who make Warmbook, this report "
                "helps them; read it first, it may name somebody. It is also in {log}."
            ).format(log=log),
            self,
        )
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return words

    def _text(self) -> QPlainTextEdit:
        text = QPlainTextEdit(self._report, self)
        text.setReadOnly(True)
        text.setAccessibleName(_("Report"))
        text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        text.setTabChangesFocus(True)
        return text

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        copy = Button(_("Copy report"), "copy", parent=self)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._report))
        go_on = Button(_("Go on"), kind="primary", parent=self)
        go_on.clicked.connect(self.accept)
        go_on.setDefault(True)
        row.addWidget(copy)
        row.addStretch(1)
        row.addWidget(go_on)
        return row


def offer_last_report(report: str, folder: Path, show: Callable[[QDialog], None], parent: QWidget | None) -> None:
    """At the start after a hard crash, show what the last run could not."""
    if report:
        write_log(folder / LOG, report)
        show(ReportDialog(report, folder / LOG, parent))
