"""The reports on screen and on paper."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCharts import QChartView
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from planner.domain.period import Period, Span, slices
from planner.services.open_book import OpenBook
from planner.services.saved_views import Filters, OwnView
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.kit import printers, prompts, theme, wording
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.paper_size import PaperSize
from planner.ui.reports import paper, words
from planner.ui.reports.charts import Plot
from planner.ui.reports.content import Bar, Bars, Chart, Content, Lines, Sides, Stacks, Wish
from planner.ui.reports.pages import Page
from planner.ui.reports.report_view import screen_style
from planner.ui.reports.window import ReportsWindow
from tests.builders import add_person, add_row, add_touch, at, plain
from tests.ui.sample_desk import Clock, open_desk, open_sample

MORNING = at("2026-12-01T08:45", "America/Denver")


@pytest.fixture
def sample(tmp_path: Path, qapp: QApplication) -> Iterator[OpenBook]:
    theme.apply(qapp, "light", 100)
    services = open_sample(tmp_path, Clock(MORNING))
    yield services
    services.book.close()


@pytest.fixture
def empty(tmp_path: Path, qapp: QApplication) -> Iterator[OpenBook]:
    theme.apply(qapp, "light", 100)
    services = open_sample(tmp_path, Clock(MORNING), is_empty=True)
    yield services
    services.book.close()


def opened(qtbot: QtBot, services: OpenBook, page: Page = Page.WEEK) -> ReportsWindow:
    window = ReportsWindow(services.reports, services.preferences, services.clock, page=page)
    qtbot.addWidget(window)
    with qtbot.waitSignal(window.shown):
        window.show()
    return window


def turned(qtbot: QtBot, window: ReportsWindow, page: Page, span: Span) -> Content:
    if window._page is not page:
        with qtbot.waitSignal(window.shown):
            window.turn_to(page)
    if window._spans[page] is not span:
        with qtbot.waitSignal(window.shown):
            window.choose_span(span)
    assert window.content is not None
    return window.content


def figures(window: ReportsWindow) -> dict[str, tuple[str, str]]:
    assert window.content is not None
    return {each.label: (each.value, each.note) for each in window.content.figures}


@pytest.mark.practice("000-03")
def test_the_headline_is_conversations_and_never_dials(qtbot: QtBot, empty: OpenBook) -> None:
    ann = add_person(empty.book, "Ann", MORNING)
    for _ in range(30):
        add_touch(empty.book, ann, "no_answer", on="2026-11-30", points=-1, channel="call")
    for _ in range(2):
        add_touch(empty.book, ann, on="2026-11-30", channel="call")
    window = opened(qtbot, empty)
    assert window.content is not None
    assert window.content.lead == "You had 2 conversations."
    assert figures(window)["real conversations"][0] == "2"
    assert not [figure for figure in window.content.figures if "30" in figure.value + figure.note]
    answers = next(table for table in window.view.tables() if table.accessibleName() == "When people answer")
    assert answers.texts() == [("Calls, time not noted", "32", "2", "6%")]


def test_a_week_without_talks_praises_none(qtbot: QtBot, empty: OpenBook) -> None:
    ann = add_person(empty.book, "Ann", MORNING)
    add_touch(empty.book, ann, "no_answer", on="2026-11-30", points=-1, channel="call")
    window = opened(qtbot, empty)
    assert window.content is not None
    said = {section.title: section.empty for section in window.content.sections}
    assert said["Talks without a next step"] == "No conversation in this time yet."


def filling(window: ReportsWindow) -> QPushButton:
    """The button that fills an empty report."""
    button = window.view.findChildren(EmptyState)[-1].focusProxy()
    assert isinstance(button, QPushButton)
    return button


def test_an_empty_report_offers_what_fills_it(qtbot: QtBot, empty: OpenBook) -> None:
    window = opened(qtbot, empty)
    assert filling(window).text() == "Add person", "nobody is there to talk with"
    assert not window.print_button.isEnabled(), "an empty page is not worth the paper"
    add_person(empty.book, "Ann", MORNING)
    with qtbot.waitSignal(window.shown):
        window._count()
    assert filling(window).text() == "Log contact"
    with qtbot.waitSignal(window.wished) as wished:
        qtbot.mouseClick(filling(window), Qt.MouseButton.LeftButton)
    assert wished.args == [Wish.LOG]
    assert not window.isVisible()


def test_the_desk_fills_an_empty_report(qtbot: QtBot, qapp: QApplication, empty: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, empty)
    desk.rest.business.reports()
    window = desk.rest.doors.opened
    assert isinstance(window, ReportsWindow)
    qtbot.waitUntil(lambda: window.content is not None)
    window.view.acted.emit(Wish.ADD_PERSON)
    assert isinstance(desk.rest.doors.opened, PersonForm)


@pytest.mark.practice("000-18")
def test_each_side_of_the_work_is_explained(qtbot: QtBot, empty: OpenBook) -> None:
    add_touch(empty.book, add_person(empty.book, "Ann", MORNING), "thank_you", on="2026-11-30", points=3)
    window = opened(qtbot, empty)
    sides = next(each for each in window.view.tables() if each.accessibleName() == "What you put your time into")
    assert [cells[1] for cells in sides.texts()] == ["0", "1", "0"]
    assert all(": " in cells[0] for cells in sides.texts()), "no word of the method without its meaning"


def test_what_went_well_can_be_read_to_its_end(qtbot: QtBot, sample: OpenBook) -> None:
    told = "The fair went so well that " + "three people asked for a card " * 5
    sample.reports.jar.note(told, MORNING.today, MORNING)
    window = opened(qtbot, sample)
    window.resize(760, 700)
    turned(qtbot, window, Page.WINS, Span.YEAR)
    table = window.view.tables()[0]
    qtbot.waitUntil(lambda: table.height() >= table.sizeHint().height())
    assert not table.verticalScrollBar().isVisible()
    assert not table.horizontalScrollBar().isVisible()
    for row, cells in enumerate(table.texts()[:5]):
        for column, text in enumerate(cells):
            room = QRect(0, 0, table.columnWidth(column) - 24, 0)
            wanted = table.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), text)
            assert wanted.height() <= table.rowHeight(row)
            assert wanted.width() <= table.columnWidth(column)


def test_the_keys_take_the_chosen_row_into_sight(qtbot: QtBot, sample: OpenBook) -> None:
    window = opened(qtbot, sample)
    turned(qtbot, window, Page.WINS, Span.YEAR)
    table = window.view.tables()[0]
    qtbot.waitUntil(lambda: table.height() >= table.sizeHint().height())
    table.setFocus()
    table.selectRow(0)
    for _ in range(len(table.texts()) - 1):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    last = table.viewport().mapTo(window.view.viewport(), table.visualRect(table.currentIndex()).center())
    assert table.currentIndex().row() == len(table.texts()) - 1
    assert window.view.viewport().rect().contains(last)


@pytest.mark.practice("004-01")
def test_below_twenty_tries_it_says_how_many_are_missing(qtbot: QtBot, empty: OpenBook) -> None:
    ann = add_person(empty.book, "Ann", MORNING)
    for _ in range(8):
        add_touch(empty.book, ann, "no_answer", on="2026-11-30", points=-1, channel="call", at_time="09:10")
    window = opened(qtbot, empty)
    answers = next(table for table in window.view.tables() if table.accessibleName() == "When people answer")
    assert answers.texts() == [("Calls before noon", "8", "0", "needs 12 more")]


def test_every_page_of_an_empty_book_says_what_will_be_there(qtbot: QtBot, empty: OpenBook) -> None:
    window = opened(qtbot, empty)
    for page in Page:
        content = turned(qtbot, window, page, Span.ALL)
        assert content.lead
        assert content.figures == ()
        assert window.view.charts() == []
        assert all(section.empty for section in content.sections if not section.table.rows)


@pytest.mark.parametrize("page", list(Page))
def test_each_picture_has_its_table_behind_it(qtbot: QtBot, sample: OpenBook, page: Page) -> None:
    window = opened(qtbot, sample)
    content = turned(qtbot, window, page, Span.ALL)
    charts = window.view.charts()
    assert charts
    assert all(chart.accessibleName() and chart.accessibleDescription() for chart in charts)
    before = len(window.view.tables())
    qtbot.mouseClick(window.tables, Qt.MouseButton.LeftButton)
    assert window.view.charts() == []
    assert len(window.view.tables()) == before + len(charts)
    assert sum(bool(section.table.rows) for section in content.sections) == len(window.view.tables())
    qtbot.keyClick(window.tables, Qt.Key.Key_Space)
    assert len(window.view.charts()) == len(charts)


def test_other_days_are_counted_anew_and_kept_for_each_page(qtbot: QtBot, sample: OpenBook) -> None:
    window = opened(qtbot, sample)
    assert window.days.text() == "Nov 30 \u2013 Dec 6, 2026"
    turned(qtbot, window, Page.WEEK, Span.YEAR)
    assert window.days.text() == "Jan 1 \u2013 Dec 1, 2026"
    turned(qtbot, window, Page.SOURCES, Span.ALL)
    with qtbot.waitSignal(window.shown):
        window.turn_to(Page.WEEK)
    assert window.span.currentText() == "This year"


def test_only_the_newest_wish_is_shown(qtbot: QtBot, sample: OpenBook) -> None:
    window = opened(qtbot, sample)
    shown: list[str] = []
    window.shown.connect(lambda: shown.append(window.heading.text()))
    for page in (Page.SOURCES, Page.PEOPLE, Page.WINS):
        window.turn_to(page)
    qtbot.waitUntil(lambda: bool(shown))
    qtbot.wait(200)
    assert shown == ["Wins"]
    assert window.content is not None
    assert window.content.title == "Wins"


@pytest.mark.practice("002-27")
def test_enter_opens_somebody_with_whom_nothing_is_agreed(qtbot: QtBot, empty: OpenBook) -> None:
    ann = add_person(empty.book, "Ann", MORNING, stage="in_conversation")
    add_touch(empty.book, ann, on="2026-11-30")
    window = opened(qtbot, empty)
    table = next(each for each in window.view.tables() if each.accessibleName() == "Talks without a next step")
    table.selectRow(0)
    with qtbot.waitSignal(window.person_chosen) as chosen:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert chosen.args == [ann]


@pytest.mark.practice("002-03")
def test_no_amounts_where_money_is_hidden(qtbot: QtBot, empty: OpenBook) -> None:
    source = add_row(empty.book, "source", kind="bought", name="Names Inc", cost_cents=25_000)
    person = add_person(empty.book, "Robin", MORNING, source_id=source)
    add_row(empty.book, "purchase", person_id=person, on_date="2026-11-20")
    window = opened(qtbot, empty, Page.SOURCES)
    assert figures(window)["for each customer of a bought list"] == ("$250.00", "$250.00 paid in total")
    empty.preferences.save(replace(empty.preferences.load(), shows_money=False), MORNING)
    content = turned(qtbot, opened(qtbot, empty), Page.SOURCES, Span.ALL)
    assert "$" not in repr(content)


@pytest.mark.practice("001-30", "000-01")
def test_sources_say_n_and_where_more_people_come_from(qtbot: QtBot, empty: OpenBook) -> None:
    blog = add_row(empty.book, "source", kind="blog", name="Winter skin")
    bought = add_row(empty.book, "source", kind="bought", name="Names Inc")
    for number in range(2):
        person = add_person(empty.book, f"Own {number}", MORNING, source_id=blog)
        add_row(empty.book, "purchase", person_id=person, on_date="2026-11-20")
        add_person(empty.book, f"Paid {number}", MORNING, source_id=bought, closeness="stranger")
    window = opened(qtbot, empty, Page.SOURCES)
    assert figures(window)["became customers, of your own"] == ("2 of 2", "too few to tell yet")
    assert figures(window)["became customers, of bought lists"] == ("0 of 2", "too few to tell yet")
    assert window.content is not None
    [chart] = [section.chart for section in window.content.sections if section.chart]
    assert isinstance(chart, Bars)
    assert [(bar.said, bar.is_striped) for bar in chart.bars] == [("2 of 2", False), ("0 of 2", True)]
    assert len(window.content.sections[-1].table.rows) == 3
    told = window.content.sections[0].table.headings
    assert told == ("Source", "People", "Met", "Talks", "Customers"), "no column in which nothing is known"


def test_a_report_begins_where_its_heading_begins(qtbot: QtBot, qapp: QApplication, empty: OpenBook) -> None:
    theme.apply(qapp, "light", 100)
    window = opened(qtbot, empty)
    add_touch(empty.book, add_person(empty.book, "Ann", MORNING), on="2026-12-01", kind="gift")
    turned(qtbot, window, Page.WEEK, Span.ALL)
    title = next(each for each in window.view.findChildren(QLabel) if each.text() == "Given and asked")
    qtbot.waitUntil(title.isVisible)
    begin = window.heading.mapTo(window, QPoint()).x()
    assert title.mapTo(window, QPoint()).x() == begin == window.tables.mapTo(window, QPoint()).x()


def test_how_a_picture_is_read_is_said_only_beside_the_picture(qtbot: QtBot, empty: OpenBook) -> None:
    ann = add_person(empty.book, "Ann", MORNING)
    add_touch(empty.book, ann, on="2026-12-01", kind="gift")
    window = opened(qtbot, empty)
    said = "What you gave stands above the line, what you asked for below it."
    qtbot.waitUntil(lambda: said in map(plain, window.view.texts()))
    window.tables.setChecked(True)
    qtbot.waitUntil(lambda: "Given and asked" in map(plain, window.view.texts()))
    assert said not in map(plain, window.view.texts())


@pytest.mark.practice("001-27")
def test_a_win_is_noted_read_again_and_taken_out(qtbot: QtBot, empty: OpenBook) -> None:
    window = opened(qtbot, empty, Page.WINS)
    window.win.setText("Gloria hugged me")
    with qtbot.waitSignal(window.shown):
        qtbot.keyClick(window.win, Qt.Key.Key_Return)
    assert window.win.text() == ""
    [table] = window.view.tables()
    assert table.texts() == [("Dec 1, 2026", "Noted by you", "Gloria hugged me")]
    table.selectRow(0)
    with qtbot.waitSignal(window.shown):
        qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert window.view.tables() == []
    window.note_win()
    assert window.said.text() == "Write a word about what went well."


@pytest.mark.practice("003-19", "002-05")
def test_three_wins_are_one_page_without_what_people_said_and_without_amounts(
    qtbot: QtBot, empty: OpenBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ann = add_person(empty.book, "Ann", MORNING)
    add_touch(empty.book, ann, on="2026-11-30", thanked_me=1, words="you saved my skin")
    add_row(empty.book, "purchase", person_id=ann, on_date="2026-11-29", total_cents=8450)
    empty.reports.jar.note("The fair was a joy", MORNING.today, MORNING)
    window = opened(qtbot, empty, Page.WINS)
    assert "you saved my skin" in repr(window.content)
    assert len(window.laid_out().pages) == 1
    assert "you saved my skin" not in repr(window._on_paper)
    assert "84" not in repr(window._on_paper)
    file = tmp_path / "wins.pdf"
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_a: file)
    window.save_pdf()
    assert window.said.text() == "Saved as wins.pdf."
    assert file.read_bytes()[:5] == b"%PDF-"
    if shutil.which("pdftotext"):
        told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
        assert "The fair was a joy" in told
        assert "saved my skin" not in told


@pytest.mark.parametrize("size", list(PaperSize))
@pytest.mark.parametrize("page", list(Page))
def test_every_report_prints_on_both_papers_within_its_margins(
    qtbot: QtBot, sample: OpenBook, page: Page, size: PaperSize
) -> None:
    window = opened(qtbot, sample)
    turned(qtbot, window, page, Span.YEAR)
    assert window._on_paper is not None
    laid = paper.Pages(window._on_paper, size, "Carla Reyes")
    for index in range(len(laid.pages)):
        image = laid.picture(index, 600)
        edge = round(600 * paper.MARGIN / size.width) - 8
        columns = [*range(edge), *range(600 - edge, 600)]
        assert all(image.pixelColor(x, y).lightness() == 255 for x in columns for y in range(0, image.height(), 3))
        colours = {image.pixelColor(x, y).hsvSaturation() for x in range(0, 600, 5) for y in range(0, 700, 5)}
        assert colours == {0}


def test_printing_sends_every_page(
    qtbot: QtBot, sample: OpenBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "out.pdf"

    def choose(_parent: QWidget, size: PaperSize, _title: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(file))
        printers.prepare(printer, size)
        return printer

    monkeypatch.setattr(printers, "choose_printer", choose)
    window = opened(qtbot, sample)
    window.print_it()
    assert file.exists()
    assert window.said.text() == "On its way to the printer."
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_a: tmp_path / "none" / "x.pdf")
    window.save_pdf()
    assert window.said.property("role") == "error"


@pytest.mark.parametrize(
    "chart",
    [
        Sides(("Mon", "Tue"), (5, 0), (0, 2), ("Given", "Asked")),
        Bars((Bar("Choir", 4, "4 of 9"), Bar("Names Inc", 1, "1 of 9", is_striped=True))),
        Stacks(("Jan", "Feb"), (("customers", (1, 9)), ("talking", (0, 1)), ("later", (0, 0)), ("closed", (3, 1)))),
        Lines(("Jan", "Feb"), (("in the book", (1, 9)), ("talked with", (0, 8)), ("bought", (0, 8)))),
    ],
)
@pytest.mark.usefixtures("qapp")
def test_words_stand_in_the_chart_and_not_upon_each_other(chart: Chart) -> None:
    plot = Plot(chart, screen_style())
    view = QChartView(plot)
    view.resize(600, 240)
    view.grab()
    plot.settle()
    items = [item for item in plot.childItems() if hasattr(item, "text")]
    boxes = [item.mapRectToParent(item.boundingRect()) for item in items]
    assert len(plot.words()) >= 4
    room = QRectF(-2, -4, 604, 248)
    assert [box for box in boxes if not room.contains(box)] == []
    for at_, box in enumerate(boxes):
        inner = box.adjusted(1, 4, -1, -4)
        assert not [other for other in boxes[at_ + 1 :] if other.adjusted(1, 4, -1, -4).intersects(inner)]


def test_charts_follow_the_theme(qtbot: QtBot, sample: OpenBook, qapp: QApplication) -> None:
    window = opened(qtbot, sample, Page.PEOPLE)
    theme.apply(qapp, "dark", 150)
    try:
        assert screen_style().ink == theme.color("ink")
        assert window.view.charts()
        window.grab()
    finally:
        theme.apply(qapp, "light", 100)


def test_the_desk_opens_them_and_goes_on_to_a_person(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    services = open_sample(tmp_path, Clock(MORNING))
    desk = open_desk(qtbot, qapp, services)
    desk.wishes.reports.trigger()
    window = desk.rest.doors.opened
    assert isinstance(window, ReportsWindow)
    with qtbot.waitSignal(window.shown):
        pass
    window._open_person(3)
    assert desk.person == 3
    desk.close()
    services.book.close()


def test_what_a_book_does_not_know_of_earlier_days_is_said(qtbot: QtBot, empty: OpenBook) -> None:
    ann = add_person(empty.book, "Ann", MORNING, added_on="2026-08-10")
    add_row(empty.book, "stage_since", person_id=ann, on_date="2026-08-10", was="new", stage=None)
    add_row(empty.book, "stage_since", person_id=ann, on_date="2026-10-05", was=None, stage="customer")
    window = opened(qtbot, empty, Page.PEOPLE)
    assert window.content is not None
    section = window.content.sections[-1]
    assert section.said.endswith("It is known of everybody since Oct 5, 2026; for 1 person not for all days before.")
    assert section.table.headings == ("By the end of", "With you", "Not known")
    cells = [row.cells for row in section.table.rows]
    assert cells[-4:] == [
        ("Sep 30, 2026", "0", "1"),
        ("Oct 31, 2026", "1", "0"),
        ("Nov 30, 2026", "1", "0"),
        ("Dec 1, 2026", "1", "0"),
    ]
    assert isinstance(section.chart, Stacks)
    assert [name for name, _values in section.chart.layers] == ["with you", "not known"]


def test_slices_are_named_by_what_they_are() -> None:
    year = Period(at("2026-01-01T00:00").today, at("2026-12-01T00:00").today)
    assert [words.slice_name(piece, year) for piece in slices(year)][:2] == ["Jan", "Feb"]
    many = Period(at("2020-05-01T00:00").today, year.until)
    assert words.slice_name(slices(many)[0], many) == "2020"
    assert words.slice_heading(many) == "Year"


@pytest.mark.parametrize("page", [Page.SOURCES, Page.PEOPLE])
def test_a_line_of_a_report_shows_the_people_it_counts(
    qtbot: QtBot, qapp: QApplication, sample: OpenBook, page: Page
) -> None:
    desk = open_desk(qtbot, qapp, sample)
    desk.toolbar.search.setText("nobody is called that")
    desk.rest.business.reports()
    window = desk.rest.doors.opened
    assert isinstance(window, ReportsWindow)
    qtbot.waitUntil(lambda: window.content is not None)
    turned(qtbot, window, page, Span.ALL)
    if page is Page.PEOPLE:
        assert not any("A double click" in text for text in window.view.texts()), "pictures open nobody"
    window.tables.setChecked(True)
    how = "A double click, or Enter, on a line shows its people."
    qtbot.waitUntil(lambda: any(how in text for text in window.view.texts()))
    table = window.view.tables()[0]
    name, count = table.texts()[1][:2]
    table.selectRow(1)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert not window.isVisible()
    qtbot.waitUntil(lambda: desk.people.model.rowCount() == int(count))
    chip = desk.people.view_bar._chips[0]
    assert chip.isChecked()
    assert chip.isVisible()
    qtbot.waitUntil(lambda: chip.accessibleName() == f"{name} {count}")
    assert desk.focusWidget() is desk.people.table


def test_a_view_shown_once_goes_with_the_next_one(qtbot: QtBot, qapp: QApplication, sample: OpenBook) -> None:
    desk = open_desk(qtbot, qapp, sample)
    bar, once = desk.people.view_bar, OwnView(0, "Choir", Filters(tags=("no such tag",)))
    desk.people.show_alone(once)
    assert once in bar.views()
    sample.views.add("Kept", Filters(), sample.clock())
    assert desk.people.model.view == once, "another view that is kept does not send it away"
    empty = desk.people.findChild(EmptyState)
    assert isinstance(empty, EmptyState)
    qtbot.mouseClick(empty.findChild(QPushButton), Qt.MouseButton.LeftButton)
    assert wording.saved_views.view(desk.people.model.view) == "Everyone"
    assert once not in bar.views()
