"""Choices: who you are, how it looks, and the numbers of the method one may change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import QEvent, QTime
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QLineEdit, QTimeEdit, QWidget

from planner.domain import resources
from planner.domain.method import Method, Mode
from planner.domain.moment import Moment
from planner.services.preferences import Preferences, PreferencesStore
from planner.ui.dialogs.choices import Chips
from planner.ui.dialogs.countries import CountryField
from planner.ui.dialogs.form_window import FormWindow, section
from planner.ui.dialogs.zone_field import ZoneField, shown_zone
from planner.ui.kit import dates, i18n, theme
from planner.ui.kit.fields import NumberField
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _, pgettext

LONGEST = 80
_MONDAY = date(2024, 1, 1)


class PreferencesDialog(FormWindow):
    """Saved at once with one button; the look follows without a restart."""

    def __init__(
        self, preferences: PreferencesStore, clock: Callable[[], Moment], parent: QWidget | None = None
    ) -> None:
        super().__init__(_("Preferences"), _("Save"), parent, width=600)
        self._preferences = preferences
        self._clock = clock
        chosen = preferences.load()
        self._make_you(chosen)
        self._make_look(chosen)
        self._make_method(chosen.method)
        self._lay_out()
        self.fit()
        self.name.setFocus()

    def write(self) -> bool:
        """Keep everything."""
        if self.zone.is_unclear():
            self._form.say_mistake(self.zone, _("There is no such time zone. Type a city, such as Denver."))
            return False
        opens, closes = _time_of(self.opens), _time_of(self.closes)
        if opens >= closes:
            self._form.say_mistake(self.hours, _("The evening has to come after the morning."))
            return False
        chosen = self._preferences.load()
        method = replace(
            chosen.method,
            mode=self.mode.value() or Mode.BALANCED,
            capacity=self.capacity.value(),
            courtesy_opens=opens,
            courtesy_closes=closes,
            days_off=tuple(self.days_off.values()),
        )
        self._preferences.save(
            replace(
                chosen,
                me_name=self.name.text().strip(),
                me_phone=self.phone.text().strip(),
                country=self.country.code(),
                zone=self.zone.zone(),
                language=str(self.language.currentData()),
                theme=self.theme.value() or "system",
                text_size=self.text_size.value() or 100,
                paper="" if self.paper.value() is None else str(self.paper.value()),
                month_first=_ORDERS[self.order.value() or ""],
                method=method,
            ),
            self._clock(),
        )
        return True

    def _make_you(self, chosen: Preferences) -> None:
        self.name = QLineEdit(chosen.me_name, self.page)
        self.phone = QLineEdit(chosen.me_phone, self.page)
        for line in (self.name, self.phone):
            line.setMaxLength(LONGEST)
        self.country = CountryField(chosen.country, self.page)
        self.zone = ZoneField(self.page)
        self.zone.setPlaceholderText(_("As the system: {zone}").format(zone=shown_zone(self._clock().zone)))
        self.zone.show_zone(chosen.zone)
        self.language = QComboBox(self.page)
        for code, name in _languages():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(max(0, self.language.findData(chosen.language)))

    def _make_look(self, chosen: Preferences) -> None:
        looks = (
            ("system", _("As the system")),
            ("light", pgettext("theme", "Light")),
            ("dark", pgettext("theme", "Dark")),
        )
        self.theme: Chips[str] = Chips(looks, self.page)
        self.theme.choose([chosen.theme])
        sizes = [(size, _("{percent} %").format(percent=size)) for size in theme.TEXT_SIZES]
        self.text_size: Chips[int] = Chips(sizes, self.page)
        self.text_size.choose([chosen.text_size])
        papers = (("", _("By the country")), ("letter", _("US Letter")), ("a4", _("A4")))
        self.paper: Chips[str] = Chips(papers, self.page)
        self.paper.choose([chosen.paper])
        orders = (("", _("By the country")), ("month", _("3/14: month first")), ("day", _("14/3: day first")))
        self.order: Chips[str] = Chips(orders, self.page)
        self.order.choose([next(name for name, first in _ORDERS.items() if first is chosen.month_first)])

    def _make_method(self, method: Method) -> None:
        modes = (
            (Mode.ATTRACT, _("Let people come to me")),
            (Mode.BALANCED, _("Balanced")),
            (Mode.NEED_PEOPLE, _("I need new people now")),
        )
        self.mode: Chips[Mode] = Chips(modes, self.page)
        self.mode.choose([method.mode])
        self.capacity = NumberField(3, 40, method.capacity, _(" people a day"), self.page)
        self.opens = _TimeField(method.courtesy_opens, _("Calls from"), self.page)
        self.closes = _TimeField(method.courtesy_closes, _("Calls until"), self.page)
        self.hours = QWidget(self.page)
        row = QHBoxLayout(self.hours)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.opens)
        row.addWidget(QLabel("–", self.hours))
        row.addWidget(self.closes)
        row.addStretch(1)
        self.hours.setFocusProxy(self.opens)
        week = [(at, dates.weekday(_MONDAY.replace(day=at + 1))) for at in range(7)]
        self.days_off: Chips[int] = Chips(week, self.page, several=True)
        self.days_off.choose(method.days_off)

    def _lay_out(self) -> None:
        form = Form(self.page, columns=2)
        form.add_section(_("YOU"))
        form.add(_("Name on printed sheets"), self.name)
        form.add(_("Your number, for voicemails"), self.phone)
        form.add(_("Country"), self.country)
        form.add(_("Your time zone"), self.zone)
        form.add(_("Language"), self.language)
        section(form, _("LOOK"))
        form.add(_("Colours"), self.theme, span=2)
        form.add(_("Text size"), self.text_size, span=2)
        form.add(_("Paper"), self.paper, span=2)
        form.add(_("A date like 3/14"), self.order, span=2)
        section(form, _("YOUR DAY"))
        form.add(_("How you want to grow"), self.mode, span=2)
        form.add(_("How many at most"), self.capacity, hint=_("A rule of thumb. Promises are never cut."))
        form.add(_("Business calls, on their clock"), self.hours)
        form.add(_("Days without business calls"), self.days_off, span=2)
        self._form = form
        self.column.addWidget(form)
        self.column.addStretch(1)


_ORDERS: dict[str, bool | None] = {"": None, "month": True, "day": False}


class _TimeField(QTimeEdit):
    """A time of day; the wheel passes it by."""

    def __init__(self, at: time, name: str, parent: QWidget) -> None:
        super().__init__(QTime(at.hour, at.minute), parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("h:mm AP" if dates.clock(time(15)).endswith("M") else "HH:mm")
        self.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)

    def wheelEvent(self, event: QEvent) -> None:
        """Scroll the page, not the time (Qt's name)."""
        event.ignore()


def _time_of(field: QTimeEdit) -> time:
    shown = field.time()
    return time(shown.hour(), shown.minute())


def _languages() -> list[tuple[str, str]]:
    """The system's language, English, and every other one that has a catalogue."""
    from babel import Locale

    found = [("", _("As the system")), ("en", "English")]
    for catalogue in sorted(resources.path("locale").glob(f"*/LC_MESSAGES/{i18n.DOMAIN}.mo")):
        code = catalogue.parts[-3]
        found.append((code, str(Locale.parse(code).display_name or code).capitalize()))
    return found
