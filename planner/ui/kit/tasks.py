"""Long work in a thread of its own, with progress and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal
from shiboken6 import isValid

from planner.domain.errors import PlannerError

Progress = Callable[[int, int], bool]
"""Told how much of how much is done; answers False when the work should stop."""

_running: set[Task] = set()


class Task(QThread):
    """One piece of work. ``progressed`` brings counts, then exactly one of ``succeeded`` and ``failed`` follows."""

    progressed = Signal(int, int)
    succeeded = Signal(object)
    failed = Signal(object)

    def __init__(self, work: Callable[[Progress], Any]) -> None:
        super().__init__()
        self._work = work
        self._is_wanted = True

    def cancel(self) -> None:
        """Ask the work to stop; it does at its next report of progress."""
        self._is_wanted = False

    def is_cancelled(self) -> bool:
        """Whether somebody asked to stop."""
        return not self._is_wanted

    def run(self) -> None:
        """The thread (Qt's name). What is no ``PlannerError`` goes on to the crash report."""
        outcome, answer = self.failed, PlannerError("unexpected")
        try:
            outcome, answer = self.succeeded, self._work(self._report)
        except PlannerError as error:
            answer = error
        finally:
            outcome.emit(answer)

    def _report(self, done: int, total: int) -> bool:
        self.progressed.emit(done, total)
        return self._is_wanted


def run(
    work: Callable[[Progress], Any],
    *,
    on_done: Callable[[Any], None],
    on_failed: Callable[[PlannerError], None],
    on_progress: Callable[[int, int], None] | None = None,
) -> Task:
    """Start ``work`` in a thread and call back on this one. The book it needs it opens itself, in its own thread."""
    task = Task(work)
    task.succeeded.connect(on_done)
    task.failed.connect(on_failed)
    if on_progress is not None:
        task.progressed.connect(on_progress)
    task.finished.connect(lambda: _running.discard(task))
    _running.add(task)
    task.start()
    return task


class Latest(QObject):
    """Reads in a thread, again and again: of several questions only the newest is answered, on this thread."""

    def __init__(self, let_go: Callable[[], None], parent: QObject) -> None:
        """``let_go`` closes what the thread has opened of the book."""
        super().__init__(parent)
        self._let_go = let_go
        self._question = object()
        self._tasks: set[Task] = set()

    def ask(
        self,
        read: Callable[[], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[PlannerError], None] = lambda _error: None,
    ) -> None:
        """Read in a thread, and tell what was found unless something newer was asked meanwhile."""
        question = self._question = object()

        def work(_progress: Progress) -> Any:
            try:
                return read()
            finally:
                self._let_go()

        def answer(tell: Callable[[Any], None]) -> Callable[[Any], None]:
            return lambda found: tell(found) if isValid(self) and question is self._question else None

        task = run(work, on_done=answer(on_done), on_failed=answer(on_failed))
        self._tasks.add(task)
        task.finished.connect(lambda: self._tasks.discard(task))

    def drop(self) -> None:
        """No answer is wanted any more."""
        self._question = object()

    def stop(self) -> None:
        """No answer is wanted any more, and nothing reads once this returns."""
        self.drop()
        for task in tuple(self._tasks):
            task.wait()


def stop_all() -> None:
    """Ask every task to stop and wait until it has, before the program ends."""
    for task in tuple(_running):
        task.cancel()
        task.wait()
