"""Fewer hours than the law leaves open in one country or state."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.week import Hours, Week, common
from planner.services.laws import Laws, RegionLaw
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.laws import words
from planner.ui.dialogs.time_field import Hours as Span
from planner.ui.kit import theme
from planner.ui.kit.form import Form, explained
from planner.ui.kit.i18n import _


class StricterForm(FormWindow):
    """From and until for three kinds of day; where the law knows a pause, it stays one."""

    def __init__(
        self, laws: Laws, region: RegionLaw, clock: Callable[[], Moment], parent: QWidget | None = None
    ) -> None:
        super().__init__(words.where(region.region), _("Keep to this"), parent, width=460)
        self._laws = laws
        self._region = region
        self._clock = clock
        law, kept = region.hours, region.kept
        self.column.addWidget(
            quiet(_("Take hours away; none can be added. Kind calls keep their own hours."), self.page)
        )
        limit = _("The law: {hours}") if region.row else _("Your courtesy hours: {hours}")
        self._form = Form(self.page)
        self.mon_fri = _DayField(kept.mon_fri, law.mon_fri, _("Monday to Friday"), self.page)
        self.sat = _DayField(kept.sat, law.sat, _("Saturday"), self.page)
        self.sun = _DayField(kept.sun, law.sun, _("Sunday"), self.page)
        for name, field in (
            (_("Monday to Friday"), self.mon_fri),
            (_("Saturday"), self.sat),
            (_("Sunday"), self.sun),
        ):
            self._form.add(name, field, hint=limit.format(hours=words.hours(field.law)))
        self.holidays = QCheckBox(_("No offers on holidays"), self.page)
        self.holidays.setChecked(not kept.on_holidays)
        self.holidays.setEnabled(law.on_holidays)
        self._form.add_wide(self.holidays)
        needs_it = region.terms is None or region.terms.needs_permission
        self.asks_first = QCheckBox(_("An offer needs their yes beforehand"), self.page)
        self.asks_first.setChecked(needs_it or region.asks_first)
        self.asks_first.setEnabled(not needs_it)
        unless = _("Unless you know each other or they bought from you lately.")
        told = _("The law there wants it anyway.") if needs_it else unless
        self._form.add_wide(explained(self.asks_first, told, self.page))
        self.column.addWidget(self._form)
        self.column.addStretch(1)
        self.fit()
        self.mon_fri.setFocus()

    def write(self) -> bool:
        """Keep to these hours; a day that is looser than the law is told at its field."""
        self._form.clear_mistakes()
        for field in (self.mon_fri, self.sat, self.sun):
            mistake = field.mistake()
            if mistake:
                self._form.say_mistake(field, mistake)
                return False
        self._laws.keep_stricter(
            Week(
                self._region.region,
                self.mon_fri.hours(),
                self.sat.hours(),
                self.sun.hours(),
                not self.holidays.isChecked(),
            ),
            self._clock(),
            asks_first=self.asks_first.isEnabled() and self.asks_first.isChecked(),
        )
        return True


class _DayField(QWidget):
    """From one time until another, or no offers at all; ``law`` is what the law leaves open."""

    def __init__(self, kept: Hours, law: Hours, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.law = law
        self.span = Span(_("{day}, from").format(day=name), _("{day}, until").format(day=name), self)
        shown = kept or law or ((time(9), time(20)),)
        self.span.show_hours(shown[0][0], shown[-1][1])
        self.never = QCheckBox(_("No offers"), self)
        self.never.setAccessibleName(_("{day}, no offers").format(day=name))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.span)
        row.addWidget(self.never)
        row.addStretch(1)
        self.never.toggled.connect(self.span.setDisabled)
        self.never.setChecked(not kept)
        self.never.setEnabled(bool(law))
        self.setFocusProxy(self.span if law else self.never)

    def hours(self) -> Hours:
        """What was entered, without the pauses of the law."""
        return () if self.never.isChecked() else common(self.law, (self._typed(),))

    def mistake(self) -> str:
        """What is wrong with it, empty when nothing is."""
        if self.never.isChecked():
            return ""
        mistake = self.span.mistake()
        if mistake:
            return mistake
        opens, closes = self._typed()
        if opens < self.law[0][0] or closes > self.law[-1][1]:
            return _("The law leaves fewer hours open there. You can only take hours away.")
        return "" if self.hours() else _("The law leaves none of these hours open.")

    def _typed(self) -> tuple[time, time]:
        return self.span.opens.at(), self.span.closes.at()
