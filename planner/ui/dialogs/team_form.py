"""Somebody joins the team: when, at whose wish, what they want from it, and their first two dates."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from planner.domain.errors import PlannerError
from planner.services.team import MembershipDraft
from planner.ui.dialogs.form_window import FormWindow
from planner.ui.dialogs.services import Services, month_first, name_of
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Look

LONGEST = 500


class TeamForm(FormWindow):
    """A new member, or with ``membership_id`` one that is there."""

    def __init__(
        self, services: Services, person_id: int, parent: QWidget | None = None, membership_id: int | None = None
    ) -> None:
        heading = _("{name} joins your team") if membership_id is None else _("{name} on your team")
        save = _("Welcome them") if membership_id is None else _("Save")
        super().__init__(heading.format(name=name_of(services, person_id)), save, parent, width=560)
        self._services = services
        self._person_id = person_id
        self._membership_id = membership_id
        now = services.clock()
        new = MembershipDraft(now.today, now.clock.replace(second=0, microsecond=0), raised_hand=True)
        self._before = new if membership_id is None else services.team.draft(membership_id)
        self.joined = self._day(Look.BACK)
        hands = ((True, _("They asked to join")), (False, _("You asked them")))
        self.raised_hand: Chips[bool] = Chips(hands, self.page)
        self.goals = QLineEdit(self.page)
        self.goals.setMaxLength(LONGEST)
        self.goals.setPlaceholderText(_("“A kitchen of my own by summer”"))
        self.trained = self._day(Look.BACK)
        self.launch = self._day(Look.AHEAD)
        for field in (self.trained, self.launch):
            field.setPlaceholderText(_("not yet"))
        self.daily = QCheckBox(_("Two minutes each day in the first week are welcome"), self.page)
        self._lay_out()
        self._fill()
        self.fit()
        self.joined.setFocus()

    def write(self) -> bool:
        """Welcome or save them; a day that is not understood is asked for at its field."""
        joined, trained, launch = (each.understood() for each in (self.joined, self.trained, self.launch))
        for field, when in ((self.joined, joined), (self.trained, trained), (self.launch, launch)):
            is_missing = when is None and (field is self.joined or not field.is_empty())
            if is_missing or (when is not None and not when.is_a_day):
                field.insist()
                return False
        assert joined is not None
        draft = replace(
            self._before,
            joined_on=joined.on,
            joined_at=joined.at,
            raised_hand=bool(self.raised_hand.value()),
            trained_on=trained.on if trained else None,
            launch_on=launch.on if launch else None,
            goals=self.goals.text().strip(),
            wants_daily_check=self.daily.isChecked(),
        )
        try:
            self._save(draft)
        except PlannerError as error:
            if error.code != "joined_in_future":
                raise
            self.joined.insist(wording.error(error))
            return False
        return True

    def _save(self, draft: MembershipDraft) -> None:
        team, now = self._services.team, self._services.clock()
        if self._membership_id is None:
            team.join(self._person_id, draft, now)
        else:
            team.save(self._membership_id, draft, now)

    def _leave(self) -> None:
        assert self._membership_id is not None
        now = self._services.clock()
        self._services.team.leaves(self._membership_id, now.today, now)
        self.accept()

    def _day(self, look: Look) -> WhenField:
        return WhenField(self._services.clock, self.page, month_first=month_first(self._services), look=look)

    def _lay_out(self) -> None:
        form = Form(self.page, columns=2)
        form.add(_("Joined"), self.joined, span=2)
        form.add(_("Whose wish it was"), self.raised_hand, span=2)
        form.add(_("What they want from it, in their words"), self.goals, span=2)
        form.add(_("First training done"), self.trained)
        form.add(_("Their launch"), self.launch)
        form.add_wide(self.daily)
        self.column.addWidget(form)
        self.column.addStretch(1)
        if self._membership_id is not None and self._is_member():
            leave = Button(_("They left the team today"), kind="link", parent=self)
            leave.clicked.connect(self._leave)
            self.buttons.insertWidget(0, leave, 0, Qt.AlignmentFlag.AlignLeft)

    def _is_member(self) -> bool:
        spells = self._services.team.of_person(self._person_id)
        return any(each.id == self._membership_id and each.left_on is None for each in spells)

    def _fill(self) -> None:
        before = self._before
        self.joined.set_day(before.joined_on, before.joined_at)
        self.raised_hand.choose([before.raised_hand])
        self.goals.setText(before.goals)
        if before.trained_on is not None:
            self.trained.set_day(before.trained_on)
        if before.launch_on is not None:
            self.launch.set_day(before.launch_on)
        self.daily.setChecked(before.wants_daily_check)
