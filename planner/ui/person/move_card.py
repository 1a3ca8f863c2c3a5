"""The next right move: whether to call, what to do, why, what not to do, and on request every reason with its rule."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.move import Move
from planner.domain.reason import Reason
from planner.ui.kit import layouts, theme, wording
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import LinkLabel, breakable


class MoveCard(QFrame):
    """Answers "Call?" and "what now?" for one person; unfolds in place into the reasons, each with its rule."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "move")
        self._move: Move | None = None
        self._sentence = ""
        self._section = QLabel(_("NEXT RIGHT MOVE"), self)
        self._section.setProperty("role", "section")
        self._section.setProperty("tone", "accent")
        self._call = QLabel(_("Call?"), self)
        self._call.setProperty("role", "muted")
        self._answer = _wrapping("title", self)
        self._headline = _wrapping("heading", self)
        self._lines = _Lines(self)
        self._why = LinkLabel("muted", self)
        self._why.link_activated.connect(self._turn)
        self._reasons = _Reasons(self)
        self._reasons.hide()
        self._lay_out()

    def show_move(self, move: Move, name: str, now: Moment) -> None:
        """Show a move; the reasons stay unfolded when they were."""
        self._move = move
        self._answer.setText(wording.call_word(move, now))
        self._headline.setText(breakable(wording.headline(move, name, now)))
        self._sentence = wording.because(move.why[0]) if move.why else ""
        self._lines.show_move(move)
        if not self._reasons.isHidden():
            self._reasons.show_move(move)
        self._answer.setAccessibleName(f"{self._call.text()} {self._answer.text()}")
        self._say_why()

    def shown(self) -> tuple[str, str]:
        """The headline and the sentence, as they stand there."""
        return self._headline.text(), self._sentence

    def answer(self) -> str:
        """The answer to "Call?", the largest words of the card (001-01)."""
        return self._answer.text()

    def reasons_shown(self) -> list[str]:
        """The lines below "Why this?", while they are unfolded."""
        return [] if self._reasons.isHidden() else self._reasons.said()

    def unfold(self, *, is_open: bool) -> None:
        """Show every reason with its rule, or only the short lines."""
        if is_open and self._move is not None:
            self._reasons.show_move(self._move)
        self._reasons.setVisible(is_open)
        self._lines.setVisible(not is_open and self._lines.has_any())
        self._say_why()

    def _lay_out(self) -> None:
        call = QHBoxLayout()
        call.setSpacing(theme.px(8))
        call.addWidget(self._call, 0, Qt.AlignmentFlag.AlignBaseline)
        call.addWidget(self._answer, 1, Qt.AlignmentFlag.AlignBaseline)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(12), theme.px(14), theme.px(12))
        column.setSpacing(theme.px(4))
        column.addWidget(self._section)
        column.addLayout(call)
        for widget in (self._headline, self._why, self._lines, self._reasons):
            column.addWidget(widget)

    def _turn(self) -> None:
        self.unfold(is_open=self._reasons.isHidden())

    def _say_why(self) -> None:
        """The sentence, and after it the link that unfolds the rest."""
        has_more = self._move is not None and bool(_groups(self._move))
        is_folded = self._reasons.isHidden()
        words = _("Why this?") if is_folded else _("Less")
        self._why.say(self._sentence if is_folded or not has_more else "", words if has_more else "")
        self._lines.setVisible(self._reasons.isHidden() and self._lines.has_any())


class _Lines(QWidget):
    """This way, what not to do, and what if nobody answers: one short line each."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = _grid(self, stretched=1)

    def show_move(self, move: Move) -> None:
        """The first reason of each group but the why, which stands above."""
        layouts.empty(self._grid)
        for row, (title, reasons) in enumerate(_groups(move)[1:]):
            name = QLabel(title, self)
            name.setProperty("role", "small")
            sentence = _wrapping("small", self)
            sentence.setText(breakable(wording.because(reasons[0])))
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(sentence, row, 1)
        layouts.reveal(self._grid)

    def has_any(self) -> bool:
        """Whether there is a line to show."""
        return self._grid.count() > 0


class _Reasons(QWidget):
    """Every reason in its group; the rule it follows from stands beside it, and can be reached by Tab."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = _grid(self, stretched=0)

    def show_move(self, move: Move) -> None:
        """Show the whole chain."""
        layouts.empty(self._grid)
        row = 0
        for title, reasons in _groups(move):
            heading = QLabel(title, self)
            heading.setProperty("role", "name")
            self._grid.addWidget(heading, row, 0, 1, 2)
            for reason in reasons:
                row += 1
                sentence = _ReasonLabel(reason, self)
                rule = QLabel(reason.rule, self)
                rule.setProperty("role", "rule")
                rule.setToolTip(_("Rule {code}").format(code=reason.rule))
                self._grid.addWidget(sentence, row, 0)
                self._grid.addWidget(rule, row, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignRight)
            row += 1
        layouts.reveal(self._grid)

    def said(self) -> list[str]:
        """Every line, from the top."""
        return [label.text() for label in self.findChildren(QLabel) if label.property("role") != "rule"]


class _ReasonLabel(QLabel):
    """One reason as a sentence; the keys reach it, so that a screen reader tells it together with its rule."""

    def __init__(self, reason: Reason, parent: QWidget) -> None:
        super().__init__(parent)
        sentence = wording.because(reason)
        rule = _("Rule {code}").format(code=reason.rule)
        self.setProperty("role", "reason")
        self.setIndent(0)  # or Qt moves the words away from the border
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(breakable(sentence))
        self.setToolTip(rule)
        self.setAccessibleName(f"{sentence} {rule}.")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)


def _groups(move: Move) -> list[tuple[str, tuple[Reason, ...]]]:
    """Why, this way, what not to do, and what if nobody answers; only those of which there is something to say."""
    groups = [
        (_("Why"), move.why[:1]),
        (_("This way"), move.why[1:]),
        (_("Careful"), move.new_holds),
        (_("No answer"), (move.otherwise,) if move.otherwise is not None else ()),
    ]
    return [(title, reasons) for title, reasons in groups if reasons]


def _grid(parent: QWidget, *, stretched: int) -> QGridLayout:
    grid = QGridLayout(parent)
    grid.setContentsMargins(0, theme.px(4), 0, 0)
    grid.setHorizontalSpacing(theme.px(10))
    grid.setVerticalSpacing(theme.px(6))
    grid.setColumnStretch(stretched, 1)
    return grid


def _wrapping(role: str, parent: QWidget) -> QLabel:
    label = QLabel(parent)
    label.setProperty("role", role)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
