"""What both forms of a contact share: when it was, in which words, and why not to ask just now."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from planner.domain.errors import PlannerError
from planner.domain.reason import Reason
from planner.domain.touch import Channel, TouchKind
from planner.services.timeline import Despite
from planner.ui.dialogs import kinds
from planner.ui.dialogs.form_window import FormWindow, line
from planner.ui.dialogs.services import Services, month_first
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.hold import Hold
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Look, Understood

LONGEST_LINE = 500


class ContactForm(FormWindow):
    """``other_requested``: it was with somebody else than the one who is chosen."""

    other_requested = Signal()

    def __init__(
        self, services: Services, person_id: int, heading: str, parent: QWidget | None, width: int, words: str
    ) -> None:
        super().__init__(heading, _("Save"), parent, width=width)
        self._services = services
        self._person_id = person_id
        self._usual: Channel | None = None
        self.when = WhenField(services.clock, self.page, month_first=month_first(services), look=Look.BACK)
        self.when.set_text(_("today"))
        self.topic = line(self.page, _("Winter skin routine"), LONGEST_LINE)
        ways = [(each, wording.channel(each)) for each in kinds.CHANNELS]
        self.channel: Chips[Channel] = Chips(ways, self.page, can_be_none=True, at_first=kinds.CHANNELS_AT_FIRST)
        self.channel.changed.connect(self.look_at_ask)
        self.words: QLineEdit = line(self.page, words, LONGEST_LINE)
        self.note = QPlainTextEdit(self.page)
        self.note.setPlaceholderText(_("A note for next time…"))
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(theme.px(60))
        self.hold = Hold(_("Log it anyway"), self.page)
        self.hold.given_up.connect(self.reject)
        self.hold.insisted.connect(lambda _answer: self.save())
        self.somebody_else = Button(_("With somebody else…"), kind="link", parent=self)
        self.somebody_else.clicked.connect(self._ask_for_other)
        self.buttons.insertWidget(0, self.somebody_else)

    def write(self) -> bool:
        """Log it; whatever is missing is asked for at its field."""
        self.when.is_clear()
        when = self.when.understood()
        if self.is_missing() or when is None or not when.is_a_day:
            return False
        if not self.hold.is_settled():
            self.hold.insist()
            return False
        try:
            return self.log(when)
        except PlannerError as error:
            if error.code != "touch_in_future":
                return self.refused(error)
            self.when.insist(_("That is still to come."))
            return False

    def is_missing(self) -> bool:
        """Ask for what happened where it is not said; answers whether it was. Each form has its own."""
        raise NotImplementedError

    def log(self, when: Understood) -> bool:
        """Write it down as of then. Each form has its own."""
        raise NotImplementedError

    def refused(self, error: PlannerError) -> bool:
        """Tell at its field what does not fit; anything else goes to the window."""
        raise error

    def despite(self) -> Despite | None:
        """Why an ask is logged although something spoke against it."""
        answer = self.hold.answer()
        return Despite(answer.rule, answer.words) if answer is not None else None

    def why_not(self, kind: TouchKind) -> Reason | None:
        """What speaks against this ask now; what has happened can be logged all the same."""
        topic = self.topic.text().strip()
        now, channel = self._services.clock(), self.channel.value()
        return self._services.today.hold_on_asking(self._person_id, kind, topic, now, channel)

    def look_at_ask(self) -> None:
        """Say what speaks against what is asked, this way. Each form has its own."""
        raise NotImplementedError

    def _ask_for_other(self) -> None:
        self.done(0)
        self.other_requested.emit()
