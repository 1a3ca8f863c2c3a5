"""The table of the law, and keeping a region stricter."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from planner.domain import law
from planner.domain.method import Method
from planner.domain.promise import Window
from planner.services.open_book import OpenBook
from planner.ui.dialogs.about_dialog import AboutDialog
from planner.ui.dialogs.laws.stricter_form import StricterForm
from planner.ui.dialogs.laws.table import LawModel
from planner.ui.dialogs.laws.window import LawWindow
from planner.ui.dialogs.laws.words import in_full
from planner.ui.dialogs.time_field import TimeField
from planner.ui.kit import dates, i18n
from tests.builders import plain
from tests.ui.person_builders import NOW

WHERE, MON_FRI, SAT, SUN, HOLIDAYS, NEEDS, SURE, CHECKED, SOURCE = range(9)


@pytest.fixture
def window(services: OpenBook, qtbot: QtBot) -> LawWindow:
    opened = LawWindow(services.laws, services.clock)
    qtbot.addWidget(opened)
    opened.show()
    return opened


def lines(window: LawWindow) -> list[list[str]]:
    shown: QAbstractItemModel = window.table.model()
    return [
        [str(shown.index(row, column).data()) for column in range(shown.columnCount())]
        for row in range(shown.rowCount())
    ]


def open_form(window: LawWindow, qtbot: QtBot, region: str) -> StricterForm:
    window.table.choose(region)
    qtbot.mouseClick(window.stricter, Qt.MouseButton.LeftButton)
    form = window.findChild(StricterForm)
    assert form is not None
    return form


def test_the_model_is_a_model(services: OpenBook, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(LawModel(services.laws.table(NOW.today)))


@pytest.mark.rule("C2")
def test_every_line_says_when_what_how_sure_and_whence(window: LawWindow, qtbot: QtBot) -> None:
    first = lines(window)[0]
    assert first[WHERE] == "United States"
    qtbot.keyClicks(window.line, "kentu")
    assert lines(window) == [
        [
            "Kentucky, US",
            "10 AM – 9 PM",
            "10 AM – 9 PM",
            "10 AM – 9 PM",
            "As other days",
            "National Do Not Call Registry",
            "Second hand",
            dates.date_only(law.rows_for("US-KY", NOW.today)[-1].checked_on),
        ]
    ]
    assert "KRS 367.46955" in plain(window.details.text())
    window.line.setText("germany")
    assert lines(window)[0][NEEDS:CHECKED] == ["Their permission first", "Read at the source"]
    window.line.setText("brazil")
    assert lines(window)[0][NEEDS:] == ["Their permission first", "Not known", ""]


@pytest.mark.rule("C3")
def test_states_are_found_by_their_country_too(window: LawWindow) -> None:
    window.line.setText("canada")
    assert {"Canada", "British Columbia, CA"} <= {line[WHERE] for line in lines(window)}
    window.line.setText("xylophone")
    assert lines(window) == []
    assert window.nothing.isVisible()
    assert not window.stricter.isEnabled()


@pytest.mark.rule("C2")
def test_the_chosen_line_stands_in_full_below(window: LawWindow) -> None:
    assert "not legal advice" in window.said.text()
    assert plain(dates.date_only(law.oldest_check() or NOW.today)) in plain(window.said.text())
    window.table.choose("US-FL")
    assert window.heading.text() == "Florida, US"
    for said in ("Fla. Stat. 501.616", "At most 3 calls in 24 hours", "for 18 months", "for 31 days"):
        assert said in plain(window.details.text())
    window.table.choose("BR")
    assert "is not known" in plain(window.details.text())


def test_a_heading_sorts(window: LawWindow) -> None:
    window.table.sortByColumn(SURE, Qt.SortOrder.AscendingOrder)
    sure = [line[SURE] for line in lines(window)]
    assert sure[0] == "Disputed"
    assert sure == sorted(sure)


@pytest.mark.rule("C2")
def test_a_region_is_kept_stricter_and_given_back(window: LawWindow, services: OpenBook, qtbot: QtBot) -> None:
    assert not window.back.isVisible()
    form = open_form(window, qtbot, "US-TN")
    form.mon_fri.span.opens.show_time(time(11))
    form.mon_fri.span.closes.show_time(time(14, 30))
    form.sun.never.click()
    form.holidays.click()
    qtbot.mouseClick(form.save_button, Qt.MouseButton.LeftButton)
    kept = services.laws.region("US-TN", NOW.today)
    assert kept.own is not None
    assert (kept.own.mon_fri, kept.own.sun, kept.own.on_holidays) == (((time(11), time(14, 30)),), (), False)
    assert kept.own.sat == ((time(8), time(21)),)
    window.line.setText("tennessee")
    assert lines(window)[0][MON_FRI:NEEDS] == ["11 AM – 2:30 PM", "8 AM – 9 PM", "No offers", "No offers"]
    assert lines(window)[0][SURE] == "Your own, stricter"
    assert "By the law: Monday to Friday 8 AM – 9 PM" in plain(window.details.text())
    assert "holidays as other days." in window.details.text(), "inside a sentence no word stands large"
    assert window.back.isVisible()
    qtbot.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert services.laws.region("US-TN", NOW.today).own is None
    assert lines(window)[0][MON_FRI] == "8 AM – 9 PM"
    assert not window.back.isVisible()


@pytest.mark.rule("C2")
def test_looser_hours_are_told_at_their_day(window: LawWindow, services: OpenBook, qtbot: QtBot) -> None:
    form = open_form(window, qtbot, "US-RI")
    assert not form.sun.never.isEnabled(), "the law leaves no Sunday open"
    assert form.sun.never.isChecked()
    assert not form.holidays.isEnabled()
    form.sat.span.closes.show_time(time(18))
    form.save()
    assert "fewer hours" in form._form.field(form.sat).shown_below()
    form.sat.span.closes.show_time(time(9))
    form.save()
    assert "after the morning" in form._form.field(form.sat).shown_below()
    form.sat.span.closes.show_time(time(17))
    form.save()
    assert form.isVisible(), "as in the law: there is nothing to keep"
    assert "nothing to keep" in form.trouble.text()
    assert services.preferences.load().method.stricter == ()


@pytest.mark.rule("C2")
@pytest.mark.parametrize("is_all_chosen", [True, False])
def test_typed_hours_count_as_they_are_said(
    window: LawWindow, services: OpenBook, qtbot: QtBot, is_all_chosen: bool
) -> None:
    form = open_form(window, qtbot, "US-TN")
    field = form.mon_fri.span.opens
    field.setFocus()
    if is_all_chosen:
        field.selectAll()
    else:
        field.clear()
    qtbot.keyClicks(field, "10")
    form.mon_fri.span.closes.setText("8")
    form.sat.span.closes.setText("5:30 pm")
    QTest.keyClick(form.sat.span.closes, Qt.Key.Key_Up)
    form.sun.span.opens.setText("half")
    form.save()
    assert "“half” is no time of day" in form._form.field(form.sun).shown_below()
    form.sun.span.opens.setText("14:15")
    form.save()
    kept = services.laws.region("US-TN", NOW.today).kept
    assert kept.mon_fri == ((time(10), time(20)),)
    assert kept.sat == ((time(8), time(18)),)
    assert kept.sun == ((time(14, 15), time(21)),)


@pytest.mark.parametrize(("language", "country"), [("en", "US"), ("en", "GB"), ("es", "MX"), ("es", "US")])
def test_a_time_reads_as_it_is_shown_in_every_language(qtbot: QtBot, language: str, country: str) -> None:
    i18n.use_language(language, country)
    holder = QWidget()
    qtbot.addWidget(holder)
    try:
        for hour in range(24):
            for part in (Window.MORNING, Window.EVENING):
                field, typed = TimeField("x", holder, part), TimeField("x", holder, part)
                field.show_time(time(hour, 30))
                assert (field.at(), field.is_unclear()) == (time(hour, 30), False)
                typed.setText(field.text())
                if hour > 11 or part is Window.MORNING or "m" in field.text().casefold():
                    assert typed.at() == time(hour, 30), "also when it is typed"
    finally:
        i18n.use_language("en", "US")


@pytest.mark.rule("C2")
def test_a_pause_of_the_law_stays_one(window: LawWindow, services: OpenBook, qtbot: QtBot) -> None:
    form = open_form(window, qtbot, "FR")
    form.mon_fri.span.opens.show_time(time(11))
    form.save()
    kept = services.laws.region("FR", NOW.today).kept
    assert kept.mon_fri == ((time(11), time(13)), (time(14), time(20)))
    again = open_form(window, qtbot, "FR")
    again.mon_fri.span.opens.show_time(time(13))
    again.mon_fri.span.closes.show_time(time(14))
    again.save()
    assert "none of these hours" in again._form.field(again.mon_fri).shown_below()


@pytest.mark.rule("C1")
def test_about_tells_when_the_hours_were_checked(services: OpenBook, qtbot: QtBot) -> None:
    about = AboutDialog(services.path)
    qtbot.addWidget(about)
    oldest = law.oldest_check()
    assert oldest is not None
    assert dates.date_only(oldest) in about.text()


def test_the_notes_beside_a_law_follow_the_language(services: OpenBook) -> None:
    (michigan,) = (each for each in services.laws.table(NOW.today) if each.region == "US-MI")
    assert in_full(michigan).splitlines()[0].endswith("Kept as courtesy.")
    i18n.use_language("es", "US")
    said = in_full(michigan).splitlines()[0]
    i18n.use_language("en", "US")
    assert said.startswith("Horas: ")
    assert said.endswith("Se respeta por cortesía.")


@pytest.mark.rule("C3")
def test_a_yes_beforehand_can_be_wanted_where_the_law_does_not(
    window: LawWindow, services: OpenBook, qtbot: QtBot
) -> None:
    form = open_form(window, qtbot, "US-TN")
    assert not form.asks_first.isChecked()
    form.asks_first.click()
    form.save()
    kept = services.preferences.load().method
    assert (kept.stricter, kept.ask_first) == ((), ("US-TN",)), "the hours stay those of the law"
    window.line.setText("tennessee")
    assert lines(window)[0][NEEDS:CHECKED] == ["Their permission first", "Your own, stricter"]
    qtbot.mouseClick(window.back, Qt.MouseButton.LeftButton)
    assert services.preferences.load().method == Method()
    window.line.clear()
    window.table.choose("DE")
    window.stricter.click()
    germany = window.findChildren(StricterForm)[-1]
    assert germany.asks_first.isChecked()
    assert not germany.asks_first.isEnabled()
