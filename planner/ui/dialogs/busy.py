"""Long work on many people while it lasts: how far it is, and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from planner.domain.errors import PlannerError
from planner.ui.kit import dates, prompts, tasks, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import ElidedLabel
from planner.ui.kit.windows import Window

MANY = 1000
"""From so many people on the work shows how far it is, and can be stopped."""

Work = Callable[[tasks.Progress | None], Any]


def do(
    work: Work,
    people: int,
    heading: str,
    let_go: Callable[[], None],
    parent: QWidget | None,
    then: Callable[[Any], object] = lambda _answer: None,
    open_: Callable[[QDialog], None] = QDialog.open,
) -> None:
    """At once with a few people; with many in a thread, while a window shows how far it is.

    ``let_go`` closes the book of the thread. ``then`` hears the answer; trouble is told, and nothing has been done.
    """
    if people < MANY:
        try:
            answer = work(None)
        except PlannerError as trouble:
            prompts.tell(parent, _("That did not work"), wording.error(trouble))
        else:
            then(answer)
        return

    def in_thread(progress: tasks.Progress) -> Any:
        try:
            return work(progress)
        finally:
            let_go()

    busy = Busy(heading, in_thread, parent)
    busy.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    busy.accepted.connect(lambda: then(busy.answer))
    open_(busy)


class Busy(Window):
    """Does the work in a thread and closes when it ends; stopped, nothing has been done."""

    def __init__(
        self, heading: str, work: Callable[[tasks.Progress], Any], parent: QWidget | None = None, bad_news: str = ""
    ) -> None:
        """``bad_news`` heads the box that says why it did not work."""
        super().__init__(parent)
        self._bad_news = bad_news
        self.setWindowTitle(heading)
        self.setModal(True)
        self.answer: Any = None
        self._is_stopping = False
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
        title = ElidedLabel("heading", self, Qt.TextElideMode.ElideMiddle)
        title.setText(heading)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(heading)
        self.bar.setMinimumWidth(theme.px(360))
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self.stop = Button(_("Stop"), parent=self)
        self.stop.setEnabled(False)  # until the work tells how far it is, nothing could stop it
        self.stop.clicked.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.count, 1)
        foot.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(14))
        for widget in (title, self.bar):
            column.addWidget(widget)
        column.addLayout(foot)
        self._task = tasks.run(work, on_done=self._done, on_failed=self._failed, on_progress=self._show)

    def done(self, result: int) -> None:
        """Nobody looks on any more: whatever still runs stops (Qt's name)."""
        self._task.cancel()
        super().done(result)

    def reject(self) -> None:
        """Ask the work to stop; the window waits until it has (Qt's name)."""
        self.stop.setEnabled(False)
        self._is_stopping = True
        self._task.cancel()

    def _show(self, done: int, total: int) -> None:
        self.stop.setEnabled(not self._is_stopping)
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.count.setText(_("{done} of {total} people").format(done=dates.number(done), total=dates.number(total)))

    def _done(self, answer: object) -> None:
        self.answer = answer
        self.done(QDialog.DialogCode.Accepted)

    def _failed(self, trouble: PlannerError) -> None:
        self.hide()
        if trouble.code != "cancelled":
            prompts.tell(self.parentWidget(), self._bad_news or _("That did not work"), wording.error(trouble))
        self.done(QDialog.DialogCode.Rejected)
