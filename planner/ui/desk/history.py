"""Undo on the desk: what the bar and the Edit menu say, and what happens when they are used."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject

from planner.domain.moment import Moment
from planner.services.undo import Step, Undo
from planner.ui.actions import Actions
from planner.ui.desk.undo_bar import UndoBar
from planner.ui.kit import wording
from planner.ui.kit.i18n import _
from planner.ui.kit.tasks import Progress

_SILENT = frozenset({"preferences", "promises_settled"})
"""Steps that show themselves, or that nobody asked for; a bar would only be in the way."""


AtLength = Callable[[Callable[[Progress | None], Any], int, str, Callable[[Any], object]], None]
"""How something is done with so many people, as the doors of the desk do it."""


class History(QObject):
    """Watches what is written, and takes it back when asked."""

    def __init__(
        self, undo: Undo, actions: Actions, bar: UndoBar, clock: Callable[[], Moment], at_length: AtLength
    ) -> None:
        super().__init__(bar)
        self._at_length = at_length
        self._undo = undo
        self._actions = actions
        self._bar = bar
        self._clock = clock
        self._is_redo_offered = False
        self._offered = 0
        last = undo.last()
        self._seen = last.id if last else 0
        actions.undo.triggered.connect(self.take_back)
        actions.redo.triggered.connect(self.do_again)
        bar.acted.connect(self._act)
        self._name_actions()

    def hear(self) -> None:
        """Something was written: say what, once."""
        last = self._undo.last()
        is_new = last is not None and last.id > self._seen
        if last is not None and is_new:
            self._seen = last.id
        if last is not None and is_new and last.what not in _SILENT:
            self._offer_undo(last)
        elif self._offered != self._next_turn():
            self._bar.hide()  # its button would turn another step than its words say
        self._name_actions()

    def take_back(self) -> None:
        """Undo the last step."""

        def done(step: Step | None) -> None:
            if step is not None:
                self._is_redo_offered, self._offered = True, step.id
                self._bar.say(_("Undone: {step}").format(step=wording.step_done(step)), _("Redo"))
            self._name_actions()

        self._turn(self._undo.last(), self._undo.undo, _("Taking it back…"), done)

    def do_again(self) -> None:
        """Redo what was undone last."""

        def done(step: Step | None) -> None:
            if step is not None:
                self._offer_undo(step)
            self._name_actions()

        self._turn(self._undo.next_redo(), self._undo.redo, _("Doing it again…"), done)

    def _offer_undo(self, step: Step) -> None:
        self._is_redo_offered, self._offered = False, step.id
        self._bar.say(wording.step_done(step), _("Undo"))

    def _next_turn(self) -> int:
        """The step that the button of the bar would turn."""
        step = self._undo.next_redo() if self._is_redo_offered else self._undo.last()
        return step.id if step else 0

    def _turn(
        self,
        step: Step | None,
        turn: Callable[[Moment, Progress | None], Step | None],
        heading: str,
        done: Callable[[Step | None], None],
    ) -> None:
        if step is None:
            return
        now = self._clock()
        self._at_length(lambda progress: turn(now, progress), self._undo.size([step]), heading, done)

    def _act(self) -> None:
        if self._is_redo_offered:
            self.do_again()
        else:
            self.take_back()

    def _name_actions(self) -> None:
        last, following = self._undo.last(), self._undo.next_redo()
        undo, redo = self._actions.undo, self._actions.redo
        undo.setEnabled(last is not None)
        redo.setEnabled(following is not None)
        undo.setText(_("&Undo: {step}").format(step=wording.step_done(last)) if last else _("&Undo"))
        redo.setText(_("&Redo: {step}").format(step=wording.step_done(following)) if following else _("&Redo"))
