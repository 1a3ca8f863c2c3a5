"""What happens when something unforeseen does: a log, a report to copy, and the offer to see it at the next start."""

from __future__ import annotations

import faulthandler
import sys
import threading
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import IO

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtWidgets import QApplication, QWidget

from planner import __version__
from planner.domain.errors import PlannerError

LOG = "warmbook.log"
HARD = "last-crash.txt"
_KEPT_BYTES = 256_000


class CrashReporter(QObject):
    """Catches what nobody caught, on every thread; one per program.

    A refusal, such as of a disk that is full, has a sentence of its own and is told like any other.
    """

    _caught = Signal(str)
    _refused = Signal(object)

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._log = folder / LOG
        self._hard = folder / HARD
        self._is_shown = False
        self._hard_file: IO[str] | None = None
        self._caught.connect(self._show)
        self._refused.connect(self._tell)

    def install(self) -> None:
        """Begin to hear of what nobody catches."""
        sys.excepthook = self._hear
        threading.excepthook = lambda args: self._hear(args.exc_type, args.exc_value, args.exc_traceback)

    def watch(self) -> str:
        """Prepare for a hard crash, which leaves only a file; the answer is what the last one left, empty if nothing.

        For the one program that has the book: a second start must not touch the file of the first.
        """
        if self._hard_file is not None:
            return ""
        self._log.parent.mkdir(parents=True, exist_ok=True)
        last = self._hard.read_text(encoding="utf-8", errors="replace") if self._hard.exists() else ""
        self._hard_file = self._hard.open("w", encoding="utf-8")
        faulthandler.enable(self._hard_file)
        if not last.strip():
            return ""
        report = with_facts(last)
        write_log(self._log, report)
        return report

    def uninstall(self) -> None:
        """Listen no more; the run ended well."""
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._hard_file is not None:
            faulthandler.disable()
            self._hard_file.close()
            self._hard_file = None
            self._hard.unlink(missing_ok=True)

    def _hear(self, kind: type[BaseException], error: BaseException | None, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            QApplication.exit(1)
            return
        report = with_facts("".join(traceback.format_exception(kind, error, trace)))
        write_log(self._log, report)
        if sys.__stderr__ is not None:  # a program with windows has none on some systems
            sys.__stderr__.write(report)
        if isinstance(error, PlannerError):
            self._refused.emit(error)
        else:
            self._caught.emit(report)

    def _tell(self, refusal: PlannerError) -> None:
        from planner.ui.kit import prompts, wording
        from planner.ui.kit.i18n import _

        if not self._is_shown:
            self._is_shown = True
            prompts.tell(QApplication.activeWindow(), _("That did not work"), wording.error(refusal))
            self._is_shown = False

    def _show(self, report: str) -> None:
        """One dialog at a time: a fault in painting would otherwise open one at every frame."""
        if self._is_shown:
            return
        self._is_shown = True
        self.show_report(report, QApplication.activeWindow())
        self._is_shown = False

    def show_report(self, report: str, parent: QWidget | None) -> None:
        """Show a report until it is put away."""
        from planner.ui.kit.crash_report import ReportDialog

        ReportDialog(report, self._log, parent).exec()


def with_facts(trace: str) -> str:
    """A trace under the facts one needs to understand it; nothing from the book is in them."""
    import platform

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
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("a", encoding="utf-8") as file:
        file.write(report + "\n")
