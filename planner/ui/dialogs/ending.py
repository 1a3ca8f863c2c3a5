"""What happens next? A talk ends with one of these, or it is not over (002-25, 002-26)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from planner.domain.promise import PromiseKind, Window
from planner.domain.touch import Channel
from planner.services.drafts import PersonDraft
from planner.services.encounters import Ending, Ends, Yes
from planner.services.promises import PromiseDraft
from planner.ui.dialogs.choices import Cards, Chips
from planner.ui.dialogs.form_window import quiet
from planner.ui.dialogs.promise_when import PromiseWhen
from planner.ui.dialogs.services import Services, month_first, there
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import theme
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

LONGEST = 500


class EndingFields(QWidget):
    """Six cards; below them only the fields of the one that was chosen."""

    changed = Signal()

    def __init__(self, services: Services, draft: PersonDraft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._services = services
        self._zone = there(services, draft).zone
        self.cards: Cards[Ends] = Cards(
            (
                (Ends.CALLBACK, _("Call again on…"), _("a day and time you both know")),
                (Ends.DECIDES, _("They decide by…"), _("a date they chose")),
                (Ends.YES, _("They said yes"), _("bought, joined or will host")),
                (Ends.NO, _("They said no"), _("kindly heard, never asked again")),
                (Ends.NOT_NOW, _("Not now, until…"), _("no asking before that day")),
                (Ends.FRIENDS, _("Just friends"), _("no next step needed")),
            ),
            self,
        )
        self.callback = PromiseWhen(there(services, draft), services.clock, self, month_first=month_first(services))
        self.by_day = WhenField(services.clock, self, month_first=month_first(services))
        self.by_day.setPlaceholderText(_("friday, in 2 weeks, 12/1…"))
        self.until = WhenField(services.clock, self, month_first=month_first(services))
        self.until.setPlaceholderText(_("in march, in 3 months, 2/1…"))
        self.yes: Chips[Yes] = Chips(
            ((Yes.BOUGHT, _("Bought")), (Yes.JOINED, _("Joined the team")), (Yes.HOSTS, _("Will host"))), self
        )
        self.yes.choose([Yes.BOUGHT])
        self.wants_peace = QCheckBox(_("They asked not to be contacted any more"), self)
        self.reason = _line(_("What you will talk about"), self)
        self.words = _line(_("“Maybe after Christmas”"), self)
        self._missing = quiet("", self, "error")
        self._lay_out()
        self.cards.changed.connect(self._react)
        self._react()

    def ending(self) -> Ending | None:
        """How it ended, or None while something is missing."""
        how = self.cards.value()
        if how is None:
            return None
        words = self.words.text().strip()
        if how is Ends.CALLBACK:
            reason = self.reason.text().strip()
            promise = self.callback.draft(PromiseKind.CALLBACK, channel=Channel.CALL, reason=reason, words=words)
            return Ending(how, promise, words=words) if promise else None
        if how is Ends.DECIDES:
            return self._decides(words)
        if how is Ends.NOT_NOW:
            return self._not_now(words)
        wants_peace = how is Ends.NO and self.wants_peace.isChecked()
        return Ending(how, yes=self.yes.value() or Yes.BOUGHT, words=words, wants_peace=wants_peace)

    def insist(self) -> None:
        """Ask again for what is missing, where it is missing."""
        how = self.cards.value()
        if how is None:
            self._missing.setText(_("Before you go on: what happens next? Choose one; “Just friends” is one, too."))
            self._missing.show()
            self.cards.card(Ends.CALLBACK).setFocus()
        elif how is Ends.CALLBACK:
            self.callback.insist()
        elif how is Ends.DECIDES:
            self._insist_on_day(self.by_day, _("By which day do they decide?"))
        elif how is Ends.NOT_NOW:
            self._insist_on_day(self.until, "")

    def insist_past(self) -> None:
        """The time that was typed is over."""
        if self.cards.value() is Ends.CALLBACK:
            self.callback.insist_past()
        else:
            self.by_day.insist(_("That has passed already."))

    def missing_said(self) -> str:
        """What is asked again above the cards."""
        return "" if self._missing.isHidden() else self._missing.text()

    def _insist_on_day(self, field: WhenField, vague: str) -> None:
        understood = field.understood()
        if understood is not None and understood.on < self._services.clock().today:
            field.insist(_("That has passed already."))
        else:
            field.insist(vague if understood is not None else "")

    def _decides(self, words: str) -> Ending | None:
        day = self.by_day.understood()
        if day is None or not day.is_a_day or day.on < self._services.clock().today:
            return None
        said = self.reason.text().strip()
        reason = _("They decide: {what}").format(what=said) if said else _("They decide today")
        promise = PromiseDraft(PromiseKind.FOLLOW_UP, day.on, Window.DAY, zone=self._zone, reason=reason, words=words)
        return Ending(Ends.DECIDES, promise, words=words)

    def _not_now(self, words: str) -> Ending | None:
        if self.until.is_empty():
            return Ending(Ends.NOT_NOW, words=words)
        day = self.until.understood()
        if day is None or day.on < self._services.clock().today:
            return None
        return Ending(Ends.NOT_NOW, until=day.on, words=words)

    def _lay_out(self) -> None:
        heading = quiet(_("What happens next?"), self, "heading")
        line = quiet(_("Every talk ends with one of these."), self)
        self._form = Form(self)
        self._when_field = self._form.add(_("When, on their clock"), self.callback)
        self._by_field = self._form.add(_("By which day"), self.by_day)
        vague = _("Left empty: {days} days").format(days=self._services.preferences.load().method.not_now_vague)
        self._until_field = self._form.add(_("Until when"), self.until, hint=vague)
        self._yes_field = self._form.add(_("To what"), self.yes)
        self._reason_field = self._form.add(_("About"), self.reason)
        self._words_field = self._form.add(_("Their words"), self.words)
        self._form.add_wide(self.wants_peace)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (heading, line, self._missing, self.cards, self._form):
            column.addWidget(widget)
        self._missing.hide()

    def _react(self) -> None:
        how = self.cards.value()
        self._missing.hide()
        self._form.setVisible(how is not None and how is not Ends.FRIENDS)
        for field, endings in (
            (self._when_field, {Ends.CALLBACK}),
            (self._by_field, {Ends.DECIDES}),
            (self._until_field, {Ends.NOT_NOW}),
            (self._yes_field, {Ends.YES}),
            (self._reason_field, {Ends.CALLBACK, Ends.DECIDES}),
            (self._words_field, {Ends.DECIDES, Ends.NOT_NOW, Ends.NO, Ends.YES, Ends.CALLBACK}),
            (self.wants_peace, {Ends.NO}),
        ):
            field.setVisible(how in endings)
        self.changed.emit()


def _line(example: str, parent: QWidget) -> QLineEdit:
    line = QLineEdit(parent)
    line.setMaxLength(LONGEST)
    line.setPlaceholderText(example)
    return line
