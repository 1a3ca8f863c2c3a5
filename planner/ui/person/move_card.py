"""The next right move: what, why in one sentence, and on request the whole chain of reasons."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.move import Move
from planner.domain.reason import Reason
from planner.ui.kit import layouts, theme, wording
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import LinkLabel, breakable


class MoveCard(QFrame):
    """Answers "what now?" for one person; unfolds into reasons, what not to do, and what if nobody answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "move")
        self._move: Move | None = None
        self._sentence = ""
        self._section = QLabel(_("NEXT RIGHT MOVE"), self)
        self._section.setProperty("role", "section")
        self._section.setProperty("tone", "accent")
        self._headline = _wrapping("heading", self)
        self._why = LinkLabel("muted", self)
        self._why.link_activated.connect(self._turn)
        self._reasons = QWidget(self)
        self._grid = QGridLayout(self._reasons)
        self._grid.setContentsMargins(0, theme.px(4), 0, 0)
        self._grid.setHorizontalSpacing(theme.px(8))
        self._grid.setVerticalSpacing(theme.px(6))
        self._grid.setColumnStretch(1, 1)
        self._reasons.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(14), theme.px(12))
        column.setSpacing(theme.px(4))
        for widget in (self._section, self._headline, self._why):
            column.addWidget(widget)
        column.addWidget(self._reasons)

    def show_move(self, move: Move, name: str, now: Moment) -> None:
        """Show a move; the reasons stay unfolded when they were."""
        self._move = move
        self._headline.setText(breakable(wording.headline(move, name, now)))
        self._sentence = wording.because(move.why[0]) if move.why else ""
        self._fill_reasons(move)
        self._say_why()

    def shown(self) -> tuple[str, str]:
        """The headline and the sentence, as they stand there."""
        return self._headline.text(), self._sentence

    def reasons_shown(self) -> list[str]:
        """The lines below "Why this?", while they are unfolded."""
        if self._reasons.isHidden():
            return []
        labels = [label for label in self._reasons.findChildren(QLabel) if label.isVisibleTo(self)]
        return [label.text() for label in labels if label.property("role") != "dot"]

    def _turn(self) -> None:
        self.unfold(is_open=self._reasons.isHidden())

    def unfold(self, *, is_open: bool) -> None:
        """Show or hide the chain of reasons."""
        self._reasons.setVisible(is_open)
        self._say_why()

    def _say_why(self) -> None:
        """The sentence, and after it the link that unfolds the rest."""
        has_more = self._move is not None and bool(self._move.why or self._move.holds or self._move.otherwise)
        words = _("Why this?") if self._reasons.isHidden() else _("Less")
        self._why.say(self._sentence, words if has_more else "")

    def _fill_reasons(self, move: Move) -> None:
        layouts.empty(self._grid)
        row = self._add_group(0, _("Why"), move.why)
        row = self._add_group(row, _("What not to do"), move.holds)
        if move.otherwise is not None:
            self._add_group(row, "", (move.otherwise,))

    def _add_group(self, row: int, title: str, reasons: tuple[Reason, ...]) -> int:
        if not reasons:
            return row
        if title:
            heading = QLabel(title, self._reasons)
            heading.setProperty("role", "name")
            self._grid.addWidget(heading, row, 0, 1, 2)
        for at, reason in enumerate(reasons, row + 1):
            dot = QLabel("•", self._reasons)
            dot.setProperty("role", "dot")
            self._grid.addWidget(dot, at, 0, Qt.AlignmentFlag.AlignTop)
            sentence = _wrapping("", self._reasons)
            sentence.setToolTip(_("Rule {code}").format(code=reason.rule))
            sentence.setText(breakable(wording.because(reason)))
            self._grid.addWidget(sentence, at, 1)
        return row + 1 + len(reasons)


def _wrapping(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
