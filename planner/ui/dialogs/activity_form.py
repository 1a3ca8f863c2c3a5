"""Writing down what was done for the business at large, beside what the week was made of."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.domain.activity import SIDES, Activity, ActivityKind, Share, lacking
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.services.activities import Activities, ActivityDraft
from planner.ui.dialogs.form_window import FormWindow, quiet, section
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import dates, layouts, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.fields import NumberField
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.plain_dates import Look

LONGEST = 200
MOST_MINUTES = 24 * 60
STEP = 5


class ActivityForm(FormWindow):
    """Stays open for the next one; what was noted this week can be taken out again."""

    def __init__(
        self,
        activities: Activities,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
        *,
        month_first: bool = True,
    ) -> None:
        super().__init__(_("What you did"), _("Note it"), parent, width=600)
        self._activities = activities
        self._clock = clock
        kinds = [(kind, wording.activity_kind(kind)) for kind in SIDES]
        self.kind: Chips[ActivityKind] = Chips(kinds, self.page)
        self.kind.choose([ActivityKind.ATTRACT])
        self.kind.changed.connect(self._explain)
        self.what = QLineEdit(self.page)
        self.what.setMaxLength(LONGEST)
        self.what.setPlaceholderText(_("Posted about winter skin"))
        self.on = WhenField(clock, self.page, month_first=month_first, look=Look.BACK)
        self.on.set_text(_("today"))
        self.minutes = NumberField(0, MOST_MINUTES, 0, _(" minutes"), self.page)
        self.minutes.setSingleStep(STEP)
        self.minutes.setSpecialValueText(_("not counted"))
        self._said: list[str] = []
        self._week = QWidget(self.page)
        self._week_column = QVBoxLayout(self._week)
        self._week_column.setContentsMargins(0, 0, 0, 0)
        self._week_column.setSpacing(theme.px(4))
        self._lay_out()
        self.cancel_button.setText(_("Done"))
        self._explain()
        self._show_week()
        self.fit()
        self.what.setFocus()

    def write(self) -> bool:
        """Note it and stay open for the next one."""
        when = self.on.understood()
        if when is None or not when.is_a_day:
            self.on.insist()
            return False
        kind = self.kind.value() or ActivityKind.ATTRACT
        draft = ActivityDraft(when.on, kind, self.what.text().strip(), self.minutes.value())
        try:
            self._activities.note(draft, self._clock())
        except PlannerError as error:
            self.on.insist(wording.error(error))
            return False
        self.what.clear()
        self.minutes.setValue(0)
        self._show_week()
        self.what.setFocus()
        return False

    def week_shown(self) -> list[str]:
        """What is said about the week."""
        return list(self._said)

    def _lay_out(self) -> None:
        form = Form(self.page, columns=2)
        self._kind_field = form.add(_("What kind"), self.kind, span=2)
        form.add(_("What it was"), self.what, span=2)
        form.add(_("When"), self.on)
        form.add(_("How long"), self.minutes)
        section(form, _("THIS WEEK"))
        form.add_wide(self._week)
        self.column.addWidget(form)
        self.column.addStretch(1)

    def _explain(self) -> None:
        """What belongs to the kind that is chosen."""
        examples = {
            ActivityKind.ATTRACT: _("A post, an article, an event"),
            ActivityKind.SERVE: _("Help, samples, orders packed"),
            ActivityKind.REACH_OUT: _("Cards given out, names asked for"),
        }
        self._kind_field.say_hint(examples[self.kind.value() or ActivityKind.ATTRACT])

    def _show_week(self) -> None:
        layouts.empty(self._week_column)
        self._said.clear()
        today = self._clock().today
        week = self._activities.mix(today)
        self._say(" · ".join(map(_share, week)), "")
        if lacking(week) is ActivityKind.SERVE:
            wish = _("You reached out and have not served yet: something for the people you have would do them good.")
            self._say(wish, "caution")
        for activity in self._activities.of_week(today):
            self._add(activity)

    def _say(self, text: str, role: str) -> None:
        self._said.append(text)
        self._week_column.addWidget(quiet(text, self._week, role))

    def _add(self, activity: Activity) -> None:
        """An activity with a way to take it out."""
        line = self._line(activity)
        self._said.append(line)
        row = QWidget(self._week)
        whole = QHBoxLayout(row)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(quiet(line, row, "small"), 1)
        button = Button(_("Take out"), kind="link", parent=row)
        button.setAccessibleName(_("Take out: {line}").format(line=line))
        button.clicked.connect(lambda _on=False: self._remove(activity))
        whole.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self._week_column.addWidget(row)

    def _line(self, activity: Activity) -> str:
        day = dates.short_day(activity.on, self._clock().today)
        what = activity.what or wording.activity_kind(activity.kind)
        line = _("{day}: {what}").format(day=day, what=what)
        return (
            _("{line}, {minutes}").format(line=line, minutes=_minutes(activity.minutes)) if activity.minutes else line
        )

    def _remove(self, activity: Activity) -> None:
        self._activities.remove(activity.id, self._clock())
        self._show_week()
        self.what.setFocus()


def _share(share: Share) -> str:
    """One side of the week: "Attract: 3 times, 60 minutes"."""
    kind = wording.activity_kind(share.kind)
    if not share.times:
        return _("{kind}: not yet").format(kind=kind)
    told = ngettext("{kind}: once", "{kind}: {count} times", share.times)
    told = told.format(kind=kind, count=dates.number(share.times))
    return _("{line}, {minutes}").format(line=told, minutes=_minutes(share.minutes)) if share.minutes else told


def _minutes(minutes: int) -> str:
    return ngettext("{count} minute", "{count} minutes", minutes).format(count=dates.number(minutes))
