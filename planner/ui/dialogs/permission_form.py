"""What somebody said yes and no to: every permission and stop with its words and its date."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.domain.errors import PlannerError
from planner.domain.permission import Permission, StopRule
from planner.domain.touch import Channel
from planner.ui.dialogs.consent_fields import ConsentFields
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.kit import dates, icons, layouts, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _

LONGEST = 1000
_STOPPABLE = (None, Channel.CALL, Channel.TEXT, Channel.EMAIL, Channel.CARD, Channel.SOCIAL)


class PermissionForm(FormWindow):
    """A new yes is added below; each yes can be taken back, each stop lifted, with their words."""

    def __init__(self, services: Services, person_id: int, parent: QWidget | None = None) -> None:
        heading = _("What {name} said yes to").format(name=name_of(services, person_id))
        super().__init__(heading, _("Add this yes"), parent, width=540)
        self._services = services
        self._person_id = person_id
        self._said = QWidget(self.page)
        self._said_column = QVBoxLayout(self._said)
        self._said_column.setContentsMargins(0, 0, 0, 0)
        self._said_column.setSpacing(theme.px(6))
        self.words = QLineEdit(self.page)
        self.words.setMaxLength(LONGEST)
        self.words.setPlaceholderText(_("“Please don’t call me at work”"))
        self.consent = ConsentFields(services.clock, self.page, month_first=month_first(services))
        self.stop_what: Chips[Channel | None] = Chips(
            [(each, _("Any contact") if each is None else wording.channel(each)) for each in _STOPPABLE],
            self.page,
            several=True,
        )
        self.stop_button = Button(_("Stop this from now on"), "leave_in_peace", "withdrawal", self.page)
        self.stop_button.clicked.connect(self._stop)
        self.stop_what.changed.connect(self._react)
        self.consent.changed.connect(self._react)
        self._lay_out()
        self.cancel_button.setText(_("Done"))
        self._show_said()
        self._react()
        self.fit()
        self.consent.setFocus()

    def write(self) -> bool:
        """Note the new yes and stay open for the next one."""
        permissions = self.consent.permissions()
        if permissions is None:
            self.consent.insist()
            return False
        if not permissions:
            self.say_trouble(_("Choose what they said yes to: calls, texts, e-mail…"))
            return False
        for permission in permissions:
            self._services.permissions.grant(self._person_id, permission, self._services.clock())
        self.consent.clear()
        self._show_said()
        return False

    def lines_shown(self) -> list[str]:
        """Every yes and every stop as it stands there."""
        return [
            label.text()
            for label in self._said.findChildren(QLabel)
            if label.property("line") and label.isVisibleTo(self)
        ]

    def _stop(self) -> None:
        """They said stop: in force at once."""
        words = self.words.text().strip()
        self._do(
            lambda: [
                self._services.permissions.stop(self._person_id, each, words, self._services.clock())
                for each in self.stop_what.values()
            ]
        )
        self.stop_what.choose([])
        self._react()

    def _revoke(self, permission: Permission) -> None:
        words = self.words.text().strip()
        self._do(lambda: self._services.permissions.revoke(permission.id, words, self._services.clock()))

    def _lift(self, stop: StopRule) -> None:
        words = self.words.text().strip()
        if not words:
            self._words_field.say_mistake(_("Write down what they said, then lift the stop."))
            self.words.setFocus()
            return
        self._do(lambda: self._services.permissions.lift(stop.id, words, self._services.clock()))

    def _do(self, write: Callable[[], object]) -> None:
        self.trouble.hide()
        self._words_field.clear_mistake()
        try:
            write()
        except PlannerError as error:
            self.say_trouble(wording.error(error))
            return
        self.words.clear()
        self._show_said()

    def _react(self) -> None:
        self.stop_button.setEnabled(bool(self.stop_what.values()))
        self.save_button.setEnabled(bool(self.consent.channels.values()))

    def _lay_out(self) -> None:
        self.column.addWidget(self._said)
        yes = Form(self.page)
        yes.add(_("They said yes to"), self.consent)
        self.column.addWidget(yes)
        stops = Form(self.page)
        stops.add(_("They asked you to stop"), self.stop_what)
        self._words_field = stops.add(_("Their words, for a stop or a yes taken back"), self.words)
        self.column.addWidget(stops)
        self.column.addWidget(self.stop_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def _show_said(self) -> None:
        layouts.empty(self._said_column)
        view = self._services.people.view(self._person_id)
        today = self._services.clock().today
        for stop in view.stops:
            self._add("leave_in_peace", wording.stop_line(stop, today), "", _("Lift…"), partial(self._lift, stop))
        for permission in view.permissions:
            self._add_permission(permission, view.review_months)
        if not view.stops and not view.permissions:
            self._said_column.addWidget(
                quiet(_("Nothing noted yet. Ask whether a call is welcome, and write down their words."), self._said)
            )

    def _add_permission(self, permission: Permission, review_months: int) -> None:
        today = self._services.clock().today
        topics = ", ".join(wording.topic(topic) for topic in permission.topics)
        below = _("{basis} · {topics}").format(basis=wording.basis(permission.basis), topics=topics)
        if permission.revoked_on is not None:
            taken = _("Taken back on {day}").format(day=dates.date_only(permission.revoked_on))
            if permission.revoked_words:
                taken = _("{taken}: “{words}”").format(taken=taken, words=permission.revoked_words)
            self._add("no", wording.permission_line(permission, today), taken, "", lambda: None)
            return
        if permission.is_of_long_ago(today, review_months):
            below = _("{below}. {ask_again}").format(below=below, ask_again=wording.ask_again())
        line = wording.permission_line(permission, today)
        self._add("permission", line, below, _("Take back"), lambda: self._revoke(permission))

    def _add(self, icon: str, line: str, below: str, verb: str, act: Callable[[], object]) -> None:
        row = QWidget(self._said)
        picture = QLabel(row)
        picture.setPixmap(icons.pixmap(icon, 18, "accent", self.devicePixelRatioF()))
        picture.setContentsMargins(0, theme.px(3) if verb else 0, 0, 0)
        words = quiet(line[:1].upper() + line[1:], row, "")
        words.setProperty("line", True)  # noqa: FBT003  # Qt's signature
        texts = QVBoxLayout()
        texts.setContentsMargins(0, theme.px(3) if verb else 0, 0, 0)  # on the line of the link beside it
        texts.setSpacing(0)
        texts.addWidget(words)
        if below:
            texts.addWidget(quiet(below, row, "small"))
        whole = QHBoxLayout(row)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(theme.px(8))
        whole.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        whole.addLayout(texts, 1)
        if verb:
            button = Button(verb, kind="link", parent=row)
            button.setAccessibleName(_("{verb}: {line}").format(verb=verb, line=line))
            button.clicked.connect(lambda _on=False: act())
            whole.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._said_column.addWidget(row)
