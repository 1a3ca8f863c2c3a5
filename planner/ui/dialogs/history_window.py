"""The last fifty steps: what was done and when, to be taken back from one of them on, or done again."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex
from PySide6.QtWidgets import QWidget

from planner.domain.moment import Moment
from planner.services.undo import Step, Undo
from planner.ui.dialogs import busy
from planner.ui.dialogs.list_window import ListWindow, Nothing
from planner.ui.dialogs.pair_list import Line
from planner.ui.kit import dates, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.i18n import _, ngettext

_HEIGHT = 600


class HistoryWindow(ListWindow):
    """Choose a step: it goes back together with everything after it. The window stays, so that one sees what it did."""

    def __init__(
        self, undo: Undo, clock: Callable[[], Moment], let_go: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """``let_go`` closes the book of a thread."""
        said = _(
            "The last fifty steps, the newest first. What you take back can be done again"
            " until you change something else."
        )
        text = _("Whatever you write down, change or remove appears here and can be taken back.")
        nothing = Nothing("clock", _("Nothing has been done yet"), text)
        super().__init__(_("History"), _("Take back to here"), said, _("Steps"), nothing, parent)
        self._undo = undo
        self._clock = clock
        self._let_go = let_go
        self._shown: list[Step] = []
        self.what = LiveLabel(parent=self.page)
        self.column.addWidget(self.what)
        self.list.selectionModel().currentRowChanged.connect(self._say)
        self._show_steps()
        self.open_at(_HEIGHT)

    def save(self) -> None:
        """Take back, or do again, up to the chosen step; the window stays open."""
        step = self._step(self.list.currentIndex().row())
        if step is None:
            return
        turn = self._undo.redo_to if step.is_undone else self._undo.undo_to
        heading = _("Doing it again…") if step.is_undone else _("Taking it back…")
        size = self._undo.size(self._shown[row] for row in self._turned_with(self.list.currentIndex().row()))
        now = self._clock()
        busy.do(
            lambda progress: turn(step.id, now, progress),
            size,
            heading,
            self._let_go,
            self,
            lambda _turned: self._show_steps(step.id),
        )

    def _show_steps(self, chosen: int | None = None) -> None:
        steps = self._shown = self._undo.history()
        now = self._clock()
        self.show_lines(Line(wording.step_done(step), _when(step, now), step.is_undone) for step in steps)
        first = next((row for row, step in enumerate(steps) if not step.is_undone), len(steps) - 1)
        row = next((row for row, step in enumerate(steps) if step.id == chosen), first)
        self.choose(row)
        self._say(self.list.currentIndex())

    def _say(self, current: QModelIndex, _before: QModelIndex | None = None) -> None:
        """Say plainly what the button would do."""
        step, together = self._step(current.row()), self._turned_with(current.row())
        self.list.mark(together)
        count = len(together)
        self.save_button.setEnabled(step is not None)
        self.what.setVisible(step is not None)
        if step is None:
            return
        if step.is_undone:
            self.save_button.setText(_("Do again up to here"))
            words = ngettext("This will do one step again.", "This will do {count} steps again, up to this one.", count)
        else:
            self.save_button.setText(_("Take back to here"))
            words = ngettext(
                "This will take one step back.",
                "This will take {count} steps back: this one and all later ones.",
                count,
            )
        self.what.setText(words.format(count=dates.number(count)))

    def _step(self, row: int) -> Step | None:
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _turned_with(self, row: int) -> range:
        """The rows that turn when this one does: taken back with all later ones, or done again with all earlier."""
        step = self._step(row)
        if step is None:
            return range(0)
        first_done = sum(each.is_undone for each in self._shown)
        return range(row, first_done) if step.is_undone else range(first_done, row + 1)


def _when(step: Step, now: Moment) -> str:
    local = Moment(step.at, now.zone).local
    when = dates.day_and_time(local.date(), local.time(), now.today)
    return _("{when} \u00b7 taken back").format(when=when) if step.is_undone else when
