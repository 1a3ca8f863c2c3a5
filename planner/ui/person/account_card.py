"""The relationship account: a word, the points, what was given and asked, the year as a line, and every line of it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.account import Care, Level
from planner.domain.moment import Moment
from planner.services.timeline import AccountView
from planner.ui.kit import dates, layouts, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.labels import ElidedLabel, LinkLabel, breakable
from planner.ui.kit.stylesheet import repolish
from planner.ui.person import account_words
from planner.ui.person.balance_chart import BalanceChart

MOST_LINES = 12
_TONES = {Level.OVERDRAWN: "withdrawal", Level.THIN: "caution"}


class AccountCard(QFrame):
    """What the two of you have between you, in words first; ``fan_confirmed`` when the user calls them a fan."""

    fan_confirmed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._account: AccountView | None = None
        self._today = date.min
        self._title = ElidedLabel("name", self)
        self._title.setText(_("Relationship account"))
        self._level = QLabel(self)
        self._level.setProperty("role", "level")
        self._sentence = LinkLabel("muted", self)
        self._caution = QLabel(self)
        self._caution.setProperty("role", "caution")
        self._caution.setWordWrap(True)
        self._caution.setTextFormat(Qt.TextFormat.PlainText)
        self._fan = QWidget(self)
        self.mark_fan = Button(_("Mark as fan"), kind="link", parent=self._fan)
        self.mark_fan.clicked.connect(self.fan_confirmed)
        self._chart = BalanceChart(self)
        self._words = ""
        self._sentence.link_activated.connect(self._turn)
        self._lines = QWidget(self)
        self._grid = QGridLayout(self._lines)
        self._grid.setContentsMargins(0, theme.px(6), 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(3))
        self._grid.setColumnStretch(1, 1)
        self._lines.hide()
        self._lay_out()

    def show_account(self, account: AccountView, name: str, now: Moment) -> None:
        """Show the account with somebody as of today."""
        self._account = account
        self._level.setText(account_words.level(account))
        self._level.setProperty("tone", _TONES.get(account.level, ""))
        repolish(self._level)
        self._words = account_words.sentence(account)
        self._say_caution(account, name)
        self._fan.setVisible(account.is_like_a_fan)
        self._chart.show_series(account.series)
        self._today = now.today
        if not self._lines.isHidden():
            self._fill_lines()
        self._say()

    def shown(self) -> tuple[str, str]:
        """The level with its points, and the sentence."""
        return self._level.text(), self._words

    def caution_shown(self) -> str:
        """What is said about too much asking."""
        return self._caution.text()

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
        if is_open:
            self._fill_lines()
        self._lines.setVisible(is_open)
        self._say()

    def _say(self) -> None:
        """The sentence, and after it the link that unfolds the lines."""
        words = _("What adds up?") if self._lines.isHidden() else _("Less")
        self._sentence.say(self._words, words if self._account is not None and self._account.lines else "")

    def _say_caution(self, account: AccountView, name: str) -> None:
        words = account_words.caution(account, name)
        self._caution.setText(breakable(words))
        self._caution.setVisible(bool(words))
        self._caution.setProperty("tone", "withdrawal" if account.care is Care.TAKEN else "")
        repolish(self._caution)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.addWidget(self._title, 1)
        top.addWidget(self._level)
        fan = QHBoxLayout(self._fan)
        fan.setContentsMargins(0, 0, 0, 0)
        looks = QLabel(_("Looks like a fan."), self._fan)
        looks.setProperty("role", "muted")
        fan.addWidget(looks)
        fan.addWidget(self.mark_fan)
        fan.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(10))
        column.setSpacing(theme.px(4))
        column.addLayout(top)
        column.addWidget(self._caution)
        column.addWidget(self._sentence)
        column.addWidget(self._fan)
        column.addWidget(self._chart)
        column.addWidget(self._lines)

    def _fill_lines(self) -> None:
        layouts.empty(self._grid)
        lines = self._account.lines if self._account is not None else ()
        shown, older = lines[:MOST_LINES], lines[MOST_LINES:]
        for row, line in enumerate(shown):
            self._add_line(row, dates.short_day(line.on, self._today), wording.touch_kind(line.kind), line.shown)
        if older:
            words = ngettext("{count} older entry", "{count} older entries", len(older)).format(count=len(older))
            self._add_line(len(shown), "", words, sum(line.shown for line in older))
        layouts.reveal(self._grid)

    def _add_line(self, row: int, when: str, what: str, points: int) -> None:
        role = "deposit" if points > 0 else "withdrawal" if points < 0 else "muted"
        texts = ((when, "small"), (what, ""), (dates.points(points), role))
        for column, (text, label_role) in enumerate(texts):
            label = QLabel(text, self._lines)
            label.setProperty("role", label_role)
            align = Qt.AlignmentFlag.AlignRight if column == 2 else Qt.AlignmentFlag.AlignLeft
            self._grid.addWidget(label, row, column, align)
