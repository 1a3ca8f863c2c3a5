"""The call sheet on paper and the window before it."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import combinations, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QFont, QImage, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QStyle, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from planner.domain.move import Action
from planner.domain.party_plan import PartyStep
from planner.domain.team_plan import TeamStep
from planner.models.book import Book
from planner.services.demo import fill
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.open_book import OpenBook
from planner.services.party_rows import PartyDraft
from planner.services.sheets import SheetView
from planner.ui.kit import i18n, printers, prompts, strokes, theme
from planner.ui.kit.lettering import metrics
from planner.ui.kit.paper_size import PaperSize, usual_size
from planner.ui.paper import drawing
from planner.ui.paper.dialling import dial_code
from planner.ui.paper.layout import FIRST_BLOCK, FOOT, MARGIN, lay_out
from planner.ui.paper.openings import _patterns, _patterns_without_name, _steps
from planner.ui.paper.preview import SheetPreview
from planner.ui.paper.sheet import paint_page, picture, write_pdf
from planner.ui.paper.sheet_words import line_words
from tests.builders import add_person, add_phone, add_promise, at

MONDAY = at("2026-11-23T09:00", "America/Denver")
LONG = "Doña María de los Ángeles Fernández-Villaverde y Gutiérrez de la Concha Martínez-Bordiú Ximénez de Enciso"

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def desk(book: Book) -> OpenBook:
    fill(book, MONDAY)
    opened = OpenBook(book, lambda: MONDAY)
    opened.catch_up()
    return opened


@pytest.fixture
def stretched() -> Iterator[None]:
    i18n.use_language(i18n.PSEUDO)
    yield
    i18n.use_language("en", "US")


def sheet_of(desk: OpenBook, people: int) -> SheetView:
    ids = [person_id for (person_id,) in desk.book.rows("SELECT id FROM person ORDER BY id LIMIT ?", (people,))]
    return replace(desk.sheets.compose(MONDAY, ids), number=47)


def written(sheet: SheetView, paper: PaperSize, monkeypatch: pytest.MonkeyPatch) -> list[list[tuple[str, QRectF]]]:
    """Every line of text of each page with the room it takes."""
    pages: list[list[tuple[str, QRectF]]] = []

    def put(_painter: QPainter, x: float, baseline: float, text: str, used: QFont) -> float:
        measured = metrics(used)
        wide = measured.horizontalAdvance(text)
        if text:
            pages[-1].append((text, QRectF(x, baseline - measured.capHeight(), wide, measured.capHeight())))
        return x + wide

    monkeypatch.setattr(strokes, "put", put)
    laid = lay_out(sheet, paper)
    image = QImage(10, 10, QImage.Format.Format_RGB32)
    for index in range(len(laid.pages)):
        pages.append([])
        painter = QPainter(image)
        paint_page(painter, laid, index)
        painter.end()
    return pages


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.parametrize("people", [1, 8, 60])
def test_everybody_is_on_paper_once_and_nobody_is_split(desk: OpenBook, people: int, paper: PaperSize) -> None:
    laid = lay_out(sheet_of(desk, people), paper)
    numbers = [block.number for page in laid.pages for block in page.blocks]
    assert numbers == list(range(1, people + 1))
    for page in laid.pages:
        edges = [(block.top, block.top + block.height) for block in page.blocks]
        assert all(top >= FIRST_BLOCK for top, _bottom in edges)
        assert all(bottom <= paper.height - FOOT for _top, bottom in edges)
        assert all(first[1] <= second[0] for first, second in pairwise(edges))
    assert all(6 <= len(page.blocks) <= 8 for page in laid.pages[:-2])
    assert sum(page.nice_to_do_top is not None for page in laid.pages) == 1


@pytest.mark.parametrize("paper", PaperSize)
def test_no_words_touch_each_other_or_leave_the_margins(
    desk: OpenBook, paper: PaperSize, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert_tidy(written(with_long_names(sheet_of(desk, 60)), paper, monkeypatch), paper)


@pytest.mark.usefixtures("stretched")
def test_longer_languages_fit_too(desk: OpenBook, monkeypatch: pytest.MonkeyPatch) -> None:
    assert_tidy(written(with_long_names(sheet_of(desk, 60)), PaperSize.LETTER, monkeypatch), PaperSize.LETTER)


def with_long_names(sheet: SheetView) -> SheetView:
    lines = list(sheet.lines)
    for place, name in ((0, LONG), (3, LONG.replace(" ", "").replace("-", "")), (5, "Надежда Αλεξάνδρα 😀")):
        lines[place] = replace(lines[place], card=replace(lines[place].card, name=name))
    lines[4] = replace(lines[4], card=replace(lines[4].card, phone="ask at the shop for extension 4711"))
    return replace(sheet, lines=tuple(lines), me=LONG)


def assert_tidy(pages: list[list[tuple[str, QRectF]]], paper: PaperSize) -> None:
    assert len(pages) >= 8
    for page in pages:
        assert len(page) > 20
        for text, room in page:
            assert room.left() >= MARGIN - 1, text
            assert room.right() <= paper.width - MARGIN + 1, text
        for (one, here), (other, there) in combinations(page, 2):
            assert not here.intersects(there), f"{one!r} touches {other!r}"


def test_a_page_says_what_is_needed_to_call(desk: OpenBook, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = replace(desk.sheets.compose(MONDAY), number=47)
    pages = written(sheet, PaperSize.LETTER, monkeypatch)
    texts = [text for page in pages for text, _room in page]
    assert texts.count("Call sheet 47") == len(pages)
    assert f"{len(sheet.lines)} people" in " ".join(texts)
    assert "Carla Reyes" in texts
    assert "PROMISED 2:30 PM" in texts
    assert "ASKED YOU FIRST, 3 H AGO" in texts
    assert "2 DAYS LATE" in texts
    assert "(303) 555-0101" in texts
    assert "TEXT FIRST" in texts
    assert any("Wu" in text for text in texts)
    assert {"Texted", "Talked", "Voicemail", "No answer", "Gave", "Asked", "Said no", "Joined / bought"} <= set(texts)


@pytest.mark.practice("004-21")
def test_the_voicemail_rule_stands_on_every_page(desk: OpenBook, monkeypatch: pytest.MonkeyPatch) -> None:
    for page in written(sheet_of(desk, 20), PaperSize.A4, monkeypatch):
        (rule,) = [text for text, _room in page if text.startswith("Voicemail:")]
        assert "Never sell, book or recruit on it." in rule


@pytest.mark.practice("003-13")
@pytest.mark.parametrize("people", [1, 7, 8, 14, 60])
def test_people_come_first_and_what_is_nice_to_do_second(
    desk: OpenBook, people: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = written(sheet_of(desk, people), PaperSize.LETTER, monkeypatch)
    texts = [text for page in pages for text, _room in page]
    assert texts.index("People first") < texts.index("Nice to do, once the people are done")
    assert len([text for text in texts if text.startswith("Nice to do")]) == 1
    assert "Nice to do, once the people are done" in [text for text, _room in pages[-1]]


def test_nobody_without_a_number_gets_a_code(desk: OpenBook, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []
    monkeypatch.setattr(drawing, "square_code", lambda _p, _x, _y, _side, number: drawn.append(number))
    mia = int(desk.book.value("SELECT id FROM person WHERE name = 'Mia Sorensen'"))
    maria = int(desk.book.value("SELECT id FROM person WHERE name = 'Maria Delgado'"))
    pages = written(desk.sheets.compose(MONDAY, [mia, maria]), PaperSize.LETTER, monkeypatch)
    assert drawn == ["+13035550101"]
    assert "Facebook mia.sorensen.makes" in [text for text, _room in pages[0]]


def test_the_code_is_the_one_that_segno_makes() -> None:
    import segno

    side, cells = dial_code("+13035550142")
    dark = [(x + dx, y + dy) for x, y, wide, high in cells for dx in range(wide) for dy in range(high)]
    assert len(dark) == len(set(dark))
    wanted = segno.make_qr("tel:+13035550142", error="m", mask=2, boost_error=False).matrix
    assert side == len(wanted) == 25
    assert set(dark) == {(x, y) for y, row in enumerate(wanted) for x, module in enumerate(row) if module}
    assert len(cells) < len(dark) / 2


def test_pages_are_black_and_white(desk: OpenBook) -> None:
    image = picture(lay_out(sheet_of(desk, 7), PaperSize.LETTER), 0, 500)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    assert image == grey
    assert image.pixelColor(2, 2).lightness() == 255
    assert image.size().height() == round(500 * 7920 / 6120)


@pytest.mark.parametrize("paper", PaperSize)
@pytest.mark.platform
def test_a_pdf_carries_its_font_and_its_text(desk: OpenBook, tmp_path: Path, paper: PaperSize) -> None:
    sheet = sheet_of(desk, 60)
    file = tmp_path / "sheet.pdf"
    pages = write_pdf(file, sheet, paper)
    content = file.read_bytes()
    assert content.startswith(b"%PDF-")
    assert len(re.findall(rb"/Type\s*/Page\b", content)) == pages
    assert len(set(re.findall(rb"/FontName\s*/\w+\+(Inter-\w+)", content))) == 2
    assert content.count(b"/FontFile2") >= 2
    box = re.search(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", content)
    assert box is not None
    assert [round(float(side)) for side in box.groups()] == ([612, 792] if paper is PaperSize.LETTER else [595, 842])
    assert len(content) < 400_000
    if shutil.which("pdftotext"):
        told = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True).stdout.decode()
        missing = [line.card.name for line in sheet.lines if line.card.name not in told]
        assert missing == []


@pytest.mark.parametrize(
    ("chosen", "country", "size"),
    [
        ("", "US", PaperSize.LETTER),
        ("", "CA", PaperSize.LETTER),
        ("", "DE", PaperSize.A4),
        ("", "", PaperSize.A4),
        ("a4", "US", PaperSize.A4),
        ("letter", "DE", PaperSize.LETTER),
        ("papyrus", "GB", PaperSize.A4),
    ],
)
def test_paper_goes_by_choice_then_by_country(chosen: str, country: str, size: PaperSize) -> None:
    assert usual_size(chosen, country) is size


# ------------------------------------------------------------------------------------------------- the window before


@pytest.fixture
def preview(desk: OpenBook, qtbot: QtBot) -> SheetPreview:
    window = SheetPreview(desk.sheets, desk.preferences, desk.clock)
    qtbot.addWidget(window)
    window.show()
    return window


def pdf_printer(file: Path) -> Callable[..., QPrinter]:
    def choose(_parent: object, paper: PaperSize, _title: str) -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFileName(str(file))
        printers.prepare(printer, paper)
        return printer

    return choose


def untick(preview: SheetPreview, *names: str) -> None:
    model = preview._names
    for row in range(model.rowCount()):
        if not names or model.item(row).text() in names:
            model.item(row).setCheckState(Qt.CheckState.Unchecked)


def test_the_window_shows_the_sheet_with_the_number_it_will_get(preview: SheetPreview, desk: OpenBook) -> None:
    assert preview.laid_out().sheet.number == 47
    assert preview._heading.text() == "Call sheet 47"
    assert preview._pages.accessibleName() == "Call sheet 47, 2 pages"
    assert preview._names.rowCount() == len(preview.sheet.lines)
    assert desk.sheets.next_number() == 47
    shown = preview._pages.grab().toImage()
    assert shown.pixelColor(preview._pages.page_at(0).center()).isValid()


@pytest.mark.platform
def test_printing_numbers_the_sheet_and_remembers_who_is_on_it(
    preview: SheetPreview, desk: OpenBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(printers, "choose_printer", pdf_printer(tmp_path / "out.pdf"))
    untick(preview, "Maria Delgado")
    with qtbot.waitSignal(preview.printed) as printed:
        preview._print.click()
    assert printed.args == [47]
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF-")
    assert desk.sheets.all()[0].number == 47
    names = [name for (name,) in desk.book.rows("SELECT name FROM sheet_row JOIN sheet ON sheet.id = sheet_id"
                                                " WHERE number = 47 ORDER BY position")]  # fmt: skip
    assert names == [line.card.name for line in preview.sheet.lines]
    assert "Maria Delgado" not in names
    assert "47" in preview._said.text()


def test_a_second_copy_keeps_the_number(
    preview: SheetPreview, desk: OpenBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_a: tmp_path / "copy.pdf")
    preview.save_pdf()
    preview.save_pdf()
    assert [sheet.number for sheet in desk.sheets.all()] == [47, 46]
    untick(preview, "Maria Delgado")
    assert preview.laid_out().sheet.number == 48


@pytest.mark.platform
def test_what_could_not_be_written_has_no_number(
    preview: SheetPreview, desk: OpenBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_a: tmp_path / "nowhere" / "sheet.pdf")
    preview.save_pdf()
    assert [sheet.number for sheet in desk.sheets.all()] == [46]
    assert preview._said.isVisible()
    assert preview._said.property("role") == "error"
    assert "sheet.pdf" in preview._said.text()


def test_changing_one_s_mind_prints_nothing(
    preview: SheetPreview, desk: OpenBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printers, "choose_printer", lambda *_a: None)
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_a: None)
    preview.print_it()
    preview.save_pdf()
    assert [sheet.number for sheet in desk.sheets.all()] == [46]


def test_the_paper_that_was_used_is_offered_next_time(
    preview: SheetPreview, desk: OpenBook, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    assert preview.paper is PaperSize.LETTER
    preview._paper.setCurrentIndex(preview._paper.findData(PaperSize.A4.value))
    assert preview.laid_out().paper is PaperSize.A4
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_a: tmp_path / "sheet.pdf")
    preview.save_pdf()
    again = SheetPreview(desk.sheets, desk.preferences, desk.clock)
    qtbot.addWidget(again)
    assert again.paper is PaperSize.A4


def test_an_empty_sheet_says_so_and_can_not_be_printed(preview: SheetPreview) -> None:
    untick(preview)
    assert preview._empty.isVisible()
    assert not preview._print.isEnabled()
    assert not preview._save.isEnabled()


def test_where_nobody_is_on_it_there_is_a_way_back_to_the_list(book: Book, qtbot: QtBot) -> None:
    desk = OpenBook(book, lambda: at("2026-11-24T10:00", "America/Denver"))
    preview = SheetPreview(desk.sheets, desk.preferences, desk.clock)
    qtbot.addWidget(preview)
    preview.show()
    button = preview._empty.focusProxy()
    assert isinstance(button, QPushButton)
    assert button.text() == "Go to the list"
    button.click()
    assert not preview.isVisible()


@pytest.mark.parametrize("percent", [100, 150])
def test_boxes_stand_below_the_word_above_them(preview: SheetPreview, qapp: QApplication, percent: int) -> None:
    theme.apply(qapp, "light", percent)
    names = preview._people
    word = next(each for each in preview.findChildren(QLabel) if each.buddy() is names)
    option = QStyleOptionViewItem()
    names.initViewItemOption(option)
    option.rect = names.visualRect(names.model().index(0, 0))
    option.features |= QStyleOptionViewItem.ViewItemFeature.HasCheckIndicator
    box = names.style().subElementRect(QStyle.SubElement.SE_ItemViewItemCheckIndicator, option, names)
    begin = names.viewport().mapTo(preview, box.topLeft()).x(), word.mapTo(preview, QPoint()).x()
    theme.apply(qapp, "light", 100)
    assert begin[0] == begin[1]


@pytest.mark.rule("D8")
def test_on_a_day_off_the_empty_sheet_says_so(book: Book, qtbot: QtBot) -> None:
    sunday = at("2026-11-22T10:00", "America/Denver")
    desk = OpenBook(book, lambda: sunday)
    add_promise(book, add_person(book, "Ann Smith", sunday), "2026-11-22", kind="follow_up", reason="the sample")
    window = SheetPreview(desk.sheets, desk.preferences, desk.clock)
    qtbot.addWidget(window)
    window.show()
    assert window._empty.isVisible()
    assert window._empty._title.text() == "Today is a day off"
    assert window._empty._text.text().startswith("1 person can wait until tomorrow.")


@pytest.mark.parametrize("action", [each for each in Action if each in _patterns()])
def test_every_opening_has_one_without_a_name(action: Action) -> None:
    assert "{name}" in _patterns()[action]
    assert "{name}" not in _patterns_without_name()[action]


@pytest.mark.rule("D6.6")
@pytest.mark.parametrize("code", [f"party_{step}" for step in PartyStep] + [f"team_{step}" for step in TeamStep])
def test_every_step_of_a_plan_has_its_own_sentence(code: str) -> None:
    assert _steps()[code].startswith("“{hello}, ")


@pytest.mark.rule("D6.6")
def test_a_host_is_thanked_after_the_party_and_not_asked_who_comes(book: Book) -> None:
    before = at("2026-11-01T09:00", "America/Denver")
    services = OpenBook(book, lambda: MONDAY)
    beth = add_person(book, "Beth", before)
    add_phone(book, beth)
    services.parties.book(PartyDraft(on=MONDAY.today - timedelta(days=1), host_id=beth), before)
    sheet = services.sheets.compose(MONDAY, [beth])
    words = line_words(sheet.lines[0], sheet)
    assert words.why == "The party is over: thank the host."
    assert words.opening == "“Hi Beth, thank you for hosting. It meant a lot to me.”"


def test_of_several_numbers_a_whole_one_is_printed_with_its_extension_and_greets_nobody(book: Book) -> None:
    services = OpenBook(book, lambda: MONDAY)
    phones = (PhoneDraft("123"), PhoneDraft("(303) 555-0148 ext. 12"))
    somebody = services.people.add(PersonDraft(phones=phones), MONDAY)
    sheet = services.sheets.compose(MONDAY, [somebody])
    (line,) = sheet.lines
    assert (line.card.phone, line.call_me) == ("+13035550148", "")
    assert line_words(line, sheet).phone == "(303) 555-0148 ext. 12"


@pytest.mark.parametrize("paper", list(PaperSize))
def test_the_hours_of_a_call_are_never_cut_off(desk: OpenBook, paper: PaperSize) -> None:
    laid = lay_out(sheet_of(desk, 60), paper)
    blocks = [block for page in laid.pages for block in page.blocks]
    below = [block for block in blocks if block.clock]
    assert below
    assert all("".join("".join(block.clock).split()) == "".join(block.words.clock.split()) for block in below)


def test_a_company_is_not_greeted_as_a_person(book: Book) -> None:
    desk = OpenBook(book, lambda: MONDAY)
    shop = add_person(book, "Apple Inc.", MONDAY, company="Apple Inc.")
    add_phone(book, shop)
    add_promise(book, shop, "2026-11-23")
    sheet = desk.sheets.compose(MONDAY, [shop])
    said = line_words(sheet.lines[0], sheet).opening
    assert said.startswith("“Hello, it’s")
    assert "Apple" not in said


def test_a_printed_sheet_opens_with_its_number(desk: OpenBook, qtbot: QtBot) -> None:
    again = SheetPreview(desk.sheets, desk.preferences, desk.clock, number=46)
    qtbot.addWidget(again)
    assert again.sheet.number == 46
    assert [line.card.name for line in again.sheet.lines][:2] == ["Maria Delgado", "Beth Lindqvist"]


def test_pages_scroll_and_every_control_has_a_name(preview: SheetPreview) -> None:
    preview.resize(700, 400)
    assert preview._pages.verticalScrollBar().maximum() > 400
    before = preview._pages.page_at(1).top()
    preview._pages.verticalScrollBar().setValue(300)
    assert preview._pages.page_at(1).top() == before - 300
    for control in (preview._paper, preview._people, preview._pages):
        assert control.accessibleName()
    for button in (preview._print, preview._save, preview._close):
        assert button.text()


def test_in_the_smallest_window_and_large_letters_the_names_have_room(
    desk: OpenBook, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, "light", 150)
    window = SheetPreview(desk.sheets, desk.preferences, desk.clock)
    qtbot.addWidget(window)
    window.resize(1024, 640)
    window.show()
    names = window._people
    assert names.viewport().height() >= 5 * names.sizeHintForRow(0)
    theme.apply(qapp, "light", 100)
