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


class Busy(QDialog):
    """Does the work in a thread and closes when it ends; stopped, nothing has been done."""

    def __init__(self, heading: str, work: Callable[[tasks.Progress], Any], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setModal(True)
        self.setWindowFlag(Qt.WindowType.WindowCloseButtonHint, on=False)
        title = QLabel(heading, self)
        title.setProperty("role", "heading")
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 0)
        self.bar.setAccessibleName(heading)
        self.bar.setMinimumWidth(theme.px(360))
        self.count = QLabel(self)
        self.count.setProperty("role", "muted")
        self.stop = Button(_("Stop"), parent=self)
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

    def reject(self) -> None:
        """Ask the work to stop; the window waits until it has (Qt's name)."""
        self.stop.setEnabled(False)
        self._task.cancel()

    def _show(self, done: int, total: int) -> None:
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.count.setText(_("{done} of {total} people").format(done=dates.number(done), total=dates.number(total)))

    def _done(self, _answer: object) -> None:
        self.done(QDialog.DialogCode.Accepted)

    def _failed(self, trouble: PlannerError) -> None:
        self.done(QDialog.DialogCode.Rejected)
        if trouble.code != "cancelled":
            prompts.tell(self.parentWidget(), _("That did not work"), wording.error(trouble))
