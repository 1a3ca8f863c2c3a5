"""Number, text and e-mail as buttons: each offers to copy, or to hand over to the system's own program."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from planner.domain.permission import StopRule
from planner.domain.reason import Reason
from planner.domain.touch import Channel
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.ui.kit import icons, layouts, phones, theme, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.chips import FlowLayout
from planner.ui.kit.hold import Hold, Insisted
from planner.ui.kit.i18n import _
from planner.ui.kit.isolating import isolated
from planner.ui.kit.labels import breakable
from planner.ui.person import reach

SAID_FOR_MS = 5000


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to reach somebody: the channel, its icon, and what the system calls it."""

    channel: Channel
    icon: str
    scheme: str


_CALL = _Way(Channel.CALL, "call", "tel")
_TEXT = _Way(Channel.TEXT, "text", "sms")
_EMAIL = _Way(Channel.EMAIL, "email", "mailto")


class ContactBar(QWidget):
    """The buttons, and below them a line that says what was copied or why not to.

    A call against which something speaks is held in place; ``insisted`` tells why it was made all the same.
    """

    insisted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stops: tuple[StopRule, ...] = ()
        self._reason = ""
        self._line = QWidget(self)
        self._buttons = FlowLayout(self._line, spacing=6)
        self.hold = Hold(_("Call anyway"), self)
        self.hold.given_up.connect(lambda: self.hold.show_reason(None))
        self.hold.insisted.connect(self._go_on)
        self._against_calls: Reason | None = None
        self._held: tuple[str, str] = ("", "")
        """Address and shown number of the call that is held."""
        self._said = LiveLabel(parent=self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(6))
        column.addWidget(self._line)
        column.addWidget(self.hold)
        column.addWidget(self._said)
        self._shown: object = None
        self._doubt = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._say_reason)

    def show_person(
        self,
        draft: PersonDraft,
        stops: tuple[StopRule, ...],
        country: str,
        today: date,
        against_calls: Reason | None = None,
    ) -> None:
        """Show the ways there are; those that were stopped stay in sight, with the reason."""
        self._timer.stop()
        self._against_calls = against_calls
        if not self.hold.isHidden():
            self.hold.show_reason(against_calls)
        self._stops = stops
        self._reason = " ".join(
            _("{stop}.").format(stop=_capital(wording.stop_line(stop, today))) for stop in stops[:3]
        )
        self._doubt = _doubt(draft, country)
        self._show_ways(draft, country)
        self._line.setVisible(self._buttons.count() > 0)
        self._say_reason()
        self.setVisible(bool(self._buttons.count() or self._reason))

    def _show_ways(self, draft: PersonDraft, country: str) -> None:
        """A button for each way there is; the ones that stand here stay if nothing about them has changed."""
        shown = (draft.phones, draft.emails, self._stops, self._reason, country)
        if shown == self._shown:
            return
        self._shown = shown
        self._buttons.clear()
        voice = [phone for phone in draft.phones if not phone.is_wrong and not phone.is_fax]
        whole = [phone for phone in voice if phone.e164]
        if draft.phones:
            first = (whole or voice or list(draft.phones))[0]
            number = phones.of(first, country)
            self._add(_CALL, number, self._phone_menu(_CALL, draft.phones, country), leads=bool(whole))
        if whole:
            self._add(_TEXT, _("Text"), self._phone_menu(_TEXT, tuple(whole), country))
        if draft.emails:
            self._add(_EMAIL, _("E-mail"), self._mail_menu(draft))
        layouts.reveal(self._buttons)

    def said(self) -> str:
        """The line below the buttons."""
        return self._said.text()

    def is_stopped(self, channel: Channel) -> bool:
        """Whether they asked not to be contacted this way."""
        return any(stop.channel in (None, channel) for stop in self._stops)

    def _add(self, way: _Way, text: str, fill: Callable[[QMenu], None], *, leads: bool = False) -> None:
        stopped = self.is_stopped(way.channel)
        kind = "primary" if leads and not stopped else ""
        button = Button(text, "leave_in_peace" if stopped else way.icon, kind, self._line)
        channel = wording.channel(way.channel)
        button.setAccessibleName(
            channel if text == channel else _("{channel}: {address}").format(channel=channel, address=text)
        )
        if stopped:
            button.setToolTip(self._reason)
            button.setAccessibleDescription(self._reason)
        button.clicked.connect(lambda: self._pop_up(button, fill))
        self._buttons.addWidget(button)

    def _pop_up(self, button: Button, fill: Callable[[QMenu], None]) -> None:
        menu = QMenu(button)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fill(menu)
        menu.popup(button.mapToGlobal(button.rect().bottomLeft()))

    def _phone_menu(self, way: _Way, numbers: tuple[PhoneDraft, ...], country: str) -> Callable[[QMenu], None]:
        def fill(menu: QMenu) -> None:
            for number in numbers:
                shown = phones.of(number, country)
                label = _("{number} · {label}").format(number=shown, label=number.label) if number.label else shown
                if number.is_wrong or number.is_fax:
                    why = _("{number} · wrong number") if number.is_wrong else _("{number} · fax")
                    menu.addAction(why.format(number=shown)).setEnabled(False)
                    continue
                self._offer(menu, way, label, shown, number.e164)

        return fill

    def _mail_menu(self, draft: PersonDraft) -> Callable[[QMenu], None]:
        def fill(menu: QMenu) -> None:
            for email in draft.emails:
                if email.is_wrong:
                    menu.addAction(_("{address} · came back").format(address=email.address)).setEnabled(False)
                else:
                    self._offer(menu, _EMAIL, email.address, email.address, email.address)

        return fill

    def _offer(self, menu: QMenu, way: _Way, label: str, shown: str, address: str) -> None:
        """One address: copying always (with the reason, where there is one against it), opening unless stopped.

        A number that is not understood has no ``address``: it is shown and copied, never dialed.
        """
        copy = menu.addAction(icons.icon("copy"), _("Copy {address}").format(address=_plain(label)))
        copy.triggered.connect(lambda: self._copy(way, shown))
        if self.is_stopped(way.channel):
            return
        if not address:
            menu.addAction(_("Not a complete number")).setEnabled(False)
            return
        verb = {
            Channel.CALL: _("Call {address} with this computer"),
            Channel.TEXT: _("Open a text to {address}"),
            Channel.EMAIL: _("Write to {address}"),
        }[way.channel]
        opening = menu.addAction(icons.icon(way.icon), verb.format(address=_plain(shown)))
        opening.triggered.connect(lambda: self._open(way, address, shown))

    def _copy(self, way: _Way, shown: str) -> None:
        reach.copy(shown)
        said = _("Copied {address}.").format(address=shown)
        self._say(f"{said} {self._reason}".strip() if self.is_stopped(way.channel) else said)

    def _open(self, way: _Way, address: str, shown: str) -> None:
        if way is _CALL and self._against_calls is not None:
            self._held = (address, shown)
            self.hold.show_reason(self._against_calls)
            self.hold.not_now_button.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._hand_over(way, address, shown)

    def _go_on(self, answer: Insisted) -> None:
        """Call all the same, and let it be written down why."""
        self.insisted.emit(answer)
        self.hold.show_reason(None)
        self._hand_over(_CALL, *self._held)

    def _hand_over(self, way: _Way, address: str, shown: str) -> None:
        if not reach.hand_over(way.scheme, address):
            reach.copy(shown)
            self._say(_("This computer has no program for that. {address} is copied instead.").format(address=shown))

    def _say(self, text: str) -> None:
        self._show(text, "small")
        self._timer.start(SAID_FOR_MS)

    def _say_reason(self) -> None:
        self._show(self._reason or self._doubt, "caution")

    def _show(self, text: str, role: str) -> None:
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)
        self._said.setText(breakable(text))
        self._said.setVisible(bool(text))


def _doubt(draft: PersonDraft, country: str) -> str:
    """What to say when of all their numbers none is complete."""
    if not draft.phones or any(phone.e164 for phone in draft.phones):
        return ""
    number = isolated(phones.of(draft.phones[0], country))
    return _("{number} is not a complete phone number. Correct it under Edit.").format(number=number)


def _plain(text: str) -> str:
    """Without a mnemonic: a menu would swallow the first ampersand."""
    return text.replace("&", "&&")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
