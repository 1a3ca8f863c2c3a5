"""What somebody meant by a stop: all business rests until it is known (C1, S15)."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.law import honour_by
from planner.domain.permission import Meant, StopRule
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.services import Services, name_of, zones_of
from planner.ui.kit import dates, wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _


class StopForm(FormWindow):
    """Their words, what they may have meant, and until when the law wants it done."""

    def __init__(self, services: Services, person_id: int, stop: StopRule, parent: QWidget | None = None) -> None:
        heading = _("What did {name} mean?").format(name=name_of(services, person_id))
        super().__init__(heading, _("That is what they meant"), parent, width=540)
        self._services = services
        self._stop = stop
        self.meant: Chips[Meant] = Chips([(each, wording.meant(each)) for each in Meant], self.page)
        now = services.clock()
        where = zones_of(services.people.draft(person_id), now.zone).regions
        regions = where or (services.preferences.load().country,)
        latest = dates.date_only(min(honour_by(region, stop.on) for region in regions))
        self._form = Form(self.page)
        self._form.add(_("They meant"), self.meant)
        said = wording.stop_line(stop, now.today)
        self.column.addWidget(quiet(said[:1].upper() + said[1:], self.page, ""))
        self.column.addWidget(self._form)
        self.column.addWidget(
            quiet(
                _(
                    "It is honored already, and all business rests until you know. The law wants it done by {day}."
                ).format(day=latest),
                self.page,
            )
        )
        self.column.addWidget(quiet(_("One short answer is fine: “Of course. Done.” Nothing else."), self.page))
        self.column.addStretch(1)
        self.fit()
        self.meant.setFocus()

    def write(self) -> bool:
        """Keep what they meant."""
        meant = self.meant.value()
        if meant is None:
            self._form.say_mistake(self.meant, _("Choose one, or leave it open until you know."))
            return False
        self._services.permissions.settle_stop(self._stop.id, meant, self._services.clock())
        return True
