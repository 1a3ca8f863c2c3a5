"""The relationship account: a word, the points, what was given and asked, the year as a line, and every line of it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.account import Level
from planner.domain.moment import Moment
from planner.services.timeline import AccountView
from planner.ui.kit import dates, layouts, theme, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.labels import ElidedLabel, LinkLabel
from planner.ui.kit.stylesheet import repolish
from planner.ui.person.balance_chart import BalanceChart

MOST_LINES = 12
_TONES = {Level.OVERDRAWN: "withdrawal", Level.THIN: "caution"}


class AccountCard(QFrame):
    """What the two of you have between you, in words first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._account: AccountView | None = None
        self._title = ElidedLabel("name", self)
        self._title.setText(_("Relationship account"))
        self._level = QLabel(self)
        self._level.setProperty("role", "level")
        self._sentence = LinkLabel("muted", self)
        self._chart = BalanceChart(self)
        self._words = ""
        self._sentence.link_activated.connect(self._turn)
        self._lines = QWidget(self)
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(3))
        self._grid.setColumnStretch(1, 1)
        self._lines.hide()
        self._lay_out()

    def show_account(self, account: AccountView, now: Moment) -> None:
        """Show an account as of today."""
        self._account = account
        self._level.setText(_level_words(account))
        self._level.setProperty("tone", _TONES.get(account.level, ""))
        repolish(self._level)
        self._words = _sentence(account)
        self._chart.show_series(account.series)
        self._fill_lines(account, now)
        self._say()

    def shown(self) -> tuple[str, str]:
        """The level with its points, and the sentence."""
        return self._level.text(), self._words

    def lines_shown(self) -> list[str]:
        """The lines that add up to the balance, while they are unfolded."""
        return (
            []
            if self._lines.isHidden()
            else [label.text() for label in self._lines.findChildren(QLabel) if label.isVisibleTo(self)]
        )

    def _turn(self) -> None:
        self.unfold(is_open=self._lines.isHidden())

    def unfold(self, *, is_open: bool) -> None:
        """Show or hide the lines."""
        self._lines.setVisible(is_open)
        self._say()

    def _say(self) -> None:
        """The sentence, and after it the link that unfolds the lines."""
        words = _("What adds up?") if self._lines.isHidden() else _("Less")
        self._sentence.say(self._words, words if self._account is not None and self._account.lines else "")

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._level)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        column.addWidget(self._sentence)
        column.addWidget(self._chart)
        column.addWidget(self._lines)

    def _fill_lines(self, account: AccountView, now: Moment) -> None:
        layouts.empty(self._grid)
        shown = account.lines[:MOST_LINES]
        for row, line in enumerate(shown):
            self._add_line(row, dates.short_day(line.on, now.today), wording.touch_kind(line.kind), line.shown)
        older = account.lines[MOST_LINES:]
        if older:
            words = ngettext("{count} older entry", "{count} older entries", len(older)).format(count=len(older))
            self._add_line(len(shown), "", words, sum(line.shown for line in older))

    def _add_line(self, row: int, when: str, what: str, points: int) -> None:
        role = "deposit" if points > 0 else "withdrawal" if points < 0 else "muted"
        texts = ((when, "small"), (what, ""), (dates.points(points), role))
        for column, (text, label_role) in enumerate(texts):
            label = QLabel(text, self._lines)
            label.setProperty("role", label_role)
            align = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label, row, column, align)


def _level_words(account: AccountView) -> str:
    """The level and its points; a debt of less than half a point has none to show."""
    word = wording.level(account.level)
    if account.level is Level.OVERDRAWN and not account.points:
        return word
    return _("{level}  {points}").format(level=word, points=dates.points(account.points))


def _sentence(account: AccountView) -> str:
    """Given 12 times, asked 2 times. Room for one ask."""
    given = ngettext("Given {count} time", "Given {count} times", account.given).format(
        count=dates.number(account.given)
    )
    asked = ngettext("asked {count} time", "asked {count} times", account.asked).format(
        count=dates.number(account.asked)
    )
    if account.given or account.asked:
        said = _("{given}, {asked}.").format(
            given=given if account.given else _("Nothing given"), asked=asked if account.asked else _("nothing asked")
        )
    elif account.lines:
        said = _("Nothing given and nothing asked lately.")
    else:
        said = _("Nothing given and nothing asked yet.")
    return f"{said} {wording.because(account.room)}" if account.room is not None else said
