"""What is promised and still open, and the thank-yous that wait: each line with what one can do about it."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.promise import Promise
from planner.domain.thanks import ThankYou
from planner.services.drafts import PersonView
from planner.ui.kit import dates, layouts, theme, wording
from planner.ui.kit.i18n import _
from planner.ui.kit.isolating import isolated
from planner.ui.person.lines import Line, LineRow, Verb


class AgreementsCard(QFrame):
    """Asks for what was clicked; the pane does it."""

    keep_requested = Signal(int)
    move_requested = Signal(int)
    let_go_requested = Signal(int)
    thanked_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        self._column.setSpacing(theme.px(2))

    def show_person(self, view: PersonView, now: Moment) -> None:
        """Show the open promises, the soonest first, then the thank-yous; nothing at all when there are none."""
        layouts.empty(self._column)
        for promise in sorted(view.promises, key=lambda each: (each.due_on, each.id)):
            self._column.addWidget(self._promise_row(promise, now))
        lines = Counter(map(wording.thanks_line, view.thank_yous))
        for thanks in view.thank_yous:
            line = wording.thanks_line(thanks)
            dated = _("{line} \u00b7 {day}").format(line=line, day=dates.short_day(thanks.due_on, now.today))
            self._column.addWidget(self._thanks_row(thanks, dated if lines[line] > 1 else line))
        layouts.reveal(self._column)
        self.setVisible(bool(view.promises or view.thank_yous))

    def lines_shown(self) -> list[str]:
        """The lines as they stand there."""
        return [
            label.text() for label in self.findChildren(QLabel) if label.property("line") and label.isVisibleTo(self)
        ]

    def _promise_row(self, promise: Promise, now: Moment) -> QWidget:
        line = wording.promise_line(promise, now)
        quoted = _("“{words}”").format(words=isolated(promise.words)) if promise.words else ""
        verbs = (
            Verb(_("Kept"), _("Kept: {line}"), lambda: self.keep_requested.emit(promise.id)),
            Verb(_("Move…"), _("Move: {line}"), lambda: self.move_requested.emit(promise.id)),
            Verb(_("Let go"), _("Let go: {line}"), lambda: self.let_go_requested.emit(promise.id)),
        )
        return LineRow(Line("promise", line, quoted, verbs), self)

    def _thanks_row(self, thanks: ThankYou, line: str) -> QWidget:
        said = Verb(_("Thanked"), _("Thanked: {line}"), lambda: self.thanked_requested.emit(thanks.id))
        return LineRow(Line("thank", line, "", (said,)), self)
