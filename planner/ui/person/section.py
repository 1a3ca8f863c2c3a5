"""A part of the business between two people: a card that hides while it is empty, and folds where life comes first."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.services.drafts import PersonView
from planner.ui.kit import dates, layouts, prompts, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.person.lines import Line, LineRow

AT_FIRST = 3
"""Lines in sight before the rest is asked for; with friends and family there are none (000-22)."""


class Section(QFrame):
    """Each kind of section says its lines; who is shown and when comes from the pane."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._lines: list[Line] = []
        self._is_open = False
        self._at_first = AT_FIRST
        self._name = title
        self._title = QLabel(title, self)
        self._title.setProperty("role", "name")
        self._toggle = Button("", kind="link", parent=self)
        self._title.setMinimumHeight(theme.px(24))  # as high as the link beside it, which is not always there
        self._toggle.clicked.connect(lambda _on=False: self.unfold(is_open=not self._is_open))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(7), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(3))
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._toggle, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        self._column = QVBoxLayout()
        self._column.setSpacing(theme.px(4))
        column.addLayout(self._column)
        self.hide()

    def lines_of(self, view: PersonView, now: Moment) -> list[Line]:
        """What there is to say, the newest first; nothing hides the section. Each kind has its own."""
        raise NotImplementedError

    def show_person(self, view: PersonView, now: Moment) -> None:
        """Show somebody; what is unfolded stays so."""
        self._lines = self.lines_of(view, now)
        self._at_first = 0 if view.draft.closeness.is_protected else AT_FIRST
        self.setVisible(bool(self._lines))
        self.unfold(is_open=self._is_open)

    def unfold(self, *, is_open: bool) -> None:
        """Show every line, or the first ones only."""
        self._is_open = is_open
        layouts.empty(self._column)
        for line in self._lines if is_open else self._lines[: self._at_first]:
            self._column.addWidget(LineRow(line, self))
        layouts.reveal(self._column)
        self._toggle.setText(_("Less") if is_open else self._all())
        self._toggle.setAccessibleName(_("{verb}: {line}").format(verb=self._toggle.text(), line=self._name))
        self._toggle.setVisible(len(self._lines) > self._at_first)

    def _all(self) -> str:
        """How many there are; where steps to tick stand among them, a number would say nothing."""
        things = [line for line in self._lines if not line.is_remark]
        if any(line.is_done is not None for line in things):
            return _("More")
        return _("All {count}").format(count=dates.number(len(things)))

    def lines_shown(self) -> list[str]:
        """The lines as they stand there."""
        return [text for row in layouts.widgets(self._column) if isinstance(row, LineRow) for text in row.texts()]

    def do(self, write: Callable[[], object]) -> None:
        """Write, and tell in plain words what stands against it."""
        try:
            write()
        except PlannerError as error:
            prompts.tell(self, _("That did not work"), wording.error(error))
