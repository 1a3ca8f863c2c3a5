"""Help on F1: short pages, searched, linked, printed, each about what is in front."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
import re
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt, QUrl
from PySide6.QtGui import QFont, QFontInfo, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from pytestqt.qtbot import QtBot

import planner.ui
from planner.domain import resources
from planner.domain.moment import Moment
from planner.ui.desk import help_doors
from planner.ui.dialogs.checklist_form import ChecklistForm
from planner.ui.dialogs.help import on_paper
from planner.ui.dialogs.help import pages as help_pages
from planner.ui.dialogs.help.pages import Page, pages
from planner.ui.dialogs.help.window import HelpWindow
from planner.ui.kit import printers, prompts, theme
from planner.ui.kit.paper_size import PaperSize
from tests.ui.kit.test_catalogs import COMPLETE, WORDS
from tests.ui.person_builders import dress
from tests.ui.sample_desk import Clock, open_desk, open_sample

LONGEST = 620
"""Words: a page is read at a glance or two."""


@pytest.fixture
def window(qtbot: QtBot, qapp: QApplication) -> HelpWindow:
    dress(qapp)
    shown = HelpWindow(PaperSize.LETTER)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def titles(window: HelpWindow) -> list[str]:
    return [window.contents.item(row).text() for row in range(window.contents.count())]


@pytest.mark.usefixtures("qapp")
def test_every_page_is_short_and_begins_with_its_heading() -> None:
    written = pages()
    assert len(written) == len(list(resources.path("help", "en").glob("*.md")))
    for page in written:
        assert re.fullmatch(r"[a-z-]+", page.name)
        assert page.text.startswith(f"# {page.heading}\n")
        assert len(page.plain.split()) <= LONGEST, page.name
        assert "!" not in page.plain, page.name
    assert len({page.heading for page in written}) == len(written)


def test_every_link_leads_to_a_page() -> None:
    names = {page.name for page in pages()}
    links = [(page.name, link) for page in pages() for link in re.findall(r"\]\(([^)]*)\)", page.text)]
    assert links
    assert [(page, link) for page, link in links if link not in names or link == page] == []
    linked = {link for _page, link in links}
    assert names - linked <= {"first-day", "keys", "preferences", "people-list", "adding-people"}


def test_turning_a_page_shows_it_from_its_top(window: HelpWindow) -> None:
    for row, page in enumerate(pages()):
        window.contents.setCurrentRow(row)
        assert window.contents.currentItem().text() == page.heading
        assert window.page.toPlainText().startswith(page.heading)
        assert window.page.verticalScrollBar().value() == 0


def test_down_goes_from_the_search_to_what_it_found_and_up_comes_back(window: HelpWindow, qtbot: QtBot) -> None:
    window.line.setFocus()
    qtbot.keyClicks(window.line, "voicemail pitch")
    QTest.keyClick(window.line, Qt.Key.Key_Down)
    assert window.contents.hasFocus()
    assert window.chosen.heading in titles(window)[0], "the first one shows already"
    QTest.keyClick(window.contents, Qt.Key.Key_Down)
    assert window.chosen.heading in titles(window)[1]
    QTest.keyClick(window.contents, Qt.Key.Key_Up)
    QTest.keyClick(window.contents, Qt.Key.Key_Up)
    assert window.line.hasFocus()
    window.line.setText("xylophone")
    QTest.keyClick(window.line, Qt.Key.Key_Down)
    assert window.line.hasFocus(), "there is nothing to go to"
    assert window.contents.item(0) is None


def test_a_title_that_was_found_says_in_how_many_places(window: HelpWindow) -> None:
    window.line.setText("voicemail pitch")
    first = window.contents.item(0)
    assert re.search(r" · \d+$", first.text())
    assert re.search(r", \d+ places?$", first.data(Qt.ItemDataRole.AccessibleTextRole))


def test_arrows_turn_pages_as_soon_as_it_is_open(window: HelpWindow) -> None:
    QTest.keyClick(window.contents, Qt.Key.Key_Down)
    assert window.page.toPlainText().startswith(pages()[1].heading)


def test_links_turn_pages_and_there_is_a_way_back(window: HelpWindow) -> None:
    assert not window.back_button.isEnabled()
    window.page.anchorClicked.emit(QUrl("today"))
    assert window.chosen.name == "today"
    assert window.contents.currentItem().text() == "Today"
    window.page.anchorClicked.emit(QUrl("nowhere"))
    assert window.chosen.name == "today"
    window.back_button.click()
    assert window.chosen.name == "first-day"
    assert not window.back_button.isEnabled()
    window.forward_button.click()
    assert window.chosen.name == "today"
    window.go(-1)
    window.show_page("keys")
    assert not window.forward_button.isEnabled(), "another way was taken"


def test_words_are_found_as_one_types_them_and_their_places_marked(window: HelpWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.line, "VOICEMAIL pitch")
    found = titles(window)
    assert 2 <= len(found) < len(pages())
    assert all(re.search(r" · \d+$", title) for title in found)
    places = window.chosen.places("voicemail pitch")
    marks = [(mark.cursor.selectionStart(), mark.cursor.selectedText()) for mark in window.page.extraSelections()]
    assert [start for start, _text in marks] == [start for start, _length in places]
    assert {text.casefold() for _start, text in marks} == {"voicemail", "pitch"}
    assert window.found.text() == f"{len(places)} places"
    first = window.page.textCursor().position()
    assert first == places[0][0] + places[0][1], "the first place is in sight at once"
    QTest.keyClick(window.line, Qt.Key.Key_Return)
    assert window.page.textCursor().position() == places[1][0] + places[1][1]
    window.next_button.click()
    window.line.setText("xylophone")
    assert titles(window) == []
    assert window.nothing.isVisible()
    assert not window.page.extraSelections()
    window.line.clear()
    assert len(titles(window)) == len(pages())
    assert not window.nothing.isVisible()


def _section(page: Page, said: str) -> str:
    """The heading under which something stands on a page."""
    before = page.text[: page.text.index(said)]
    return before.rpartition("\n## ")[2].partition("\n")[0]


@pytest.mark.practice("000-05")
def test_every_tip_tells_where_it_comes_from_and_how_sure_it_is() -> None:
    page = next(each for each in pages() if each.name == "known-and-folklore")
    tips = re.findall(r"^- (.+(?:\n  .+)*)", page.text, re.MULTILINE)
    assert len(tips) > 15
    assert {_section(page, tip) for tip in tips} == {
        "Shown by studies",
        "Points one way",
        "A custom, kept because it is kind",
        "An opinion of people who sell",
        "Things people repeat that nobody can prove",
    }
    shown = [tip for tip in tips if _section(page, tip) == "Shown by studies"]
    assert [tip for tip in shown if not re.search(r"\([^)]*(19|20)\d\d[^)]*\)", tip)] == [], "who found it, and when"


@pytest.mark.practice("001-26", "003-12")
@pytest.mark.parametrize("asked", ["a call sets you apart", "taking the stairs"])
def test_what_people_who_sell_think_is_called_an_opinion(window: HelpWindow, qtbot: QtBot, asked: str) -> None:
    qtbot.keyClicks(window.line, asked)
    assert len(titles(window)) == 1
    page = next(each for each in pages() if each.name == "known-and-folklore")
    assert asked in page.text.casefold()
    assert _section(page, "sets you apart").startswith("An opinion")
    assert _section(page, "taking the stairs").startswith("An opinion")


@pytest.mark.practice("003-01")
def test_a_famous_number_is_found_among_what_nobody_can_prove(window: HelpWindow, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.line, "eighty fifth contact")
    [title] = titles(window)
    assert title.startswith("What is known and what is folklore")
    assert _section(window.chosen, "the fifth contact") == "Things people repeat that nobody can prove"


@pytest.mark.usefixtures("qapp")
def test_accents_make_no_difference_and_places_are_exact() -> None:
    page = Page("x", "# Straße\n\nEl *teléfono* de Ængus; telefonía.")
    assert [page.plain[start : start + length] for start, length in page.places("TELEFON")] == ["teléfon", "telefon"]
    assert [page.plain[start : start + length] for start, length in page.places("strasse")] == ["Straße"]
    assert [page.plain[start : start + length] for start, length in page.places("aengus")] == ["Ængus"]
    assert page.places("elefono") == [], "a word is known by how it begins"
    assert page.places("telefon xylophone") == [], "every word has to be there"


def test_headings_words_and_links_look_like_the_program(window: HelpWindow) -> None:
    cursor = QTextCursor(window.page.document().begin())
    cursor.movePosition(QTextCursor.MoveOperation.NextCharacter)
    heading = cursor.charFormat().font()
    assert QFontInfo(heading).pixelSize() == theme.px(20)
    assert heading.weight() > QFont.Weight.Medium
    link = window.page.document().find("Lists in and out").charFormat()
    assert link.isAnchor()
    assert link.fontUnderline()
    assert link.foreground().color() == theme.color("accent")
    plain = window.page.document().find("a few seconds").charFormat()
    assert plain.font().pixelSize() == theme.px(theme.BODY)


def test_lines_stay_readable_in_a_wide_window(window: HelpWindow) -> None:
    window.resize(2000, 600)
    room = window.page.document().rootFrame().frameFormat()
    left = window.page.viewport().width() - room.leftMargin() - room.rightMargin()
    assert left == theme.px(600)


def test_rows_of_the_list_do_not_touch(window: HelpWindow) -> None:
    QApplication.processEvents()
    rows = [window.contents.visualItemRect(window.contents.item(row)) for row in range(window.contents.count())]
    assert all(above.bottom() < below.top() for above, below in pairwise(rows))
    assert all(row.height() >= window.fontMetrics().height() for row in rows)
    assert window.contents.indexAt(QPoint(4, rows[1].center().y())).row() == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_F1, Qt.Key.Key_Escape])
def test_the_key_that_opens_it_closes_it_and_so_does_escape(window: HelpWindow, key: Qt.Key) -> None:
    window.activateWindow()
    QTest.keyClick(window, key)
    assert not window.isVisible()


@pytest.mark.parametrize("paper", list(PaperSize))
def test_a_page_goes_to_paper_as_pdf(
    window: HelpWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, paper: PaperSize
) -> None:
    path = tmp_path / "page.pdf"
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_words: path)
    window.show_page("known-and-folklore")
    window.pdf_button.click()
    assert path.read_bytes().startswith(b"%PDF")
    assert on_paper.write_pdf(path, window.chosen, paper) == 2
    assert on_paper.write_pdf(path, pages()[0], paper) == 1
    assert b"Inter" in path.read_bytes()


def test_a_folder_one_can_not_write_in_is_told(
    window: HelpWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(prompts, "ask_save_file", lambda *_words: tmp_path / "no" / "page.pdf")
    monkeypatch.setattr(prompts, "tell", lambda _parent, _title, text: told.append(text))
    window.save_pdf()
    assert len(told) == 1


def test_printing_asks_for_the_printer_first(window: HelpWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def refuse(_parent: object, _paper: object, title: str) -> None:
        asked.append(title)

    monkeypatch.setattr(printers, "choose_printer", refuse)
    window.print_button.click()
    assert asked == ["Print this page"]


def test_pages_in_the_language_come_first_and_the_others_in_english(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for code, name, heading in (
        ("en", "01-first-day", "Your first day"),
        ("en", "02-keys", "Keys"),
        ("es", "01-first-day", "Tu primer día"),
    ):
        (tmp_path / "help" / code).mkdir(parents=True, exist_ok=True)
        (tmp_path / "help" / code / f"{name}.md").write_text(f"# {heading}\n\nx\n", encoding="utf-8")
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    monkeypatch.setattr(help_pages, "language", lambda: "es")
    assert [(page.name, page.heading) for page in pages()] == [("first-day", "Tu primer día"), ("keys", "Keys")]
    monkeypatch.setattr(help_pages, "language", lambda: "tlh")
    assert [page.heading for page in pages()] == ["Your first day", "Keys"]


def test_f1_opens_one_window_beside_the_desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Moment) -> None:
    services = open_sample(tmp_path, Clock(now), is_empty=True)
    desk = open_desk(qtbot, qapp, services)
    desk.wishes.help.trigger()
    first = desk.rest.doors.opened
    assert isinstance(first, HelpWindow)
    assert first.isVisible()
    assert not first.isModal()
    desk.wishes.help.trigger()
    assert desk.rest.doors.opened is first
    assert desk.wishes.help.shortcut().toString() == "F1"
    assert desk.wishes.keys.shortcut().toString() == "Ctrl+/"
    first.close()
    services.book.close()


def test_f1_in_a_form_opens_the_page_about_it(qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Moment) -> None:
    services = open_sample(tmp_path, Clock(now), is_empty=True)
    desk = open_desk(qtbot, qapp, services)
    desk.rest.doors.add_person()
    form = desk.rest.doors.opened
    assert isinstance(form, QDialog)
    form.activateWindow()
    QApplication.processEvents()
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClick(field, Qt.Key.Key_F1)
    shown = form.findChild(HelpWindow)
    assert shown is not None
    assert shown.isVisible()
    assert shown.chosen.name == "adding-people"
    assert help_doors.page_about(desk.rest.today) == "today"
    assert help_doors.page_about(desk.people.table) == "people-list"
    assert help_doors.page_about(desk) == ""
    shown.close()
    form.close()
    services.book.close()


def test_f1_is_heard_in_a_form_that_a_form_opened(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, now: Moment
) -> None:
    services = open_sample(tmp_path, Clock(now))
    desk = open_desk(qtbot, qapp, services)
    desk.rest.said.doors.sources()
    under = desk.rest.doors.opened
    assert isinstance(under, QDialog)
    button = next(each for each in under.findChildren(QPushButton) if each.text() == "Checklist…")
    for _again in range(2):
        button.click()
        form = under.findChild(ChecklistForm)
        assert form is not None
        QApplication.processEvents()
        assert form.isActiveWindow()
        QTest.keyClick(form, Qt.Key.Key_F1)
        shown = form.findChild(HelpWindow)
        assert shown is not None
        assert shown.chosen.name == "bought-lists"
        shown.close()
        form.done(0)
        qtbot.waitUntil(lambda: under.findChild(ChecklistForm) is None)
    under.done(0)
    services.book.close()


def test_the_help_never_asks_for_more_width_than_a_small_screen_has(window: HelpWindow, qapp: QApplication) -> None:
    theme.apply(qapp, "light", 150)
    window.line.setText("call")
    is_shown, needs = window.next_button.isVisible(), window.minimumSizeHint().width()
    theme.apply(qapp, "light", 100)
    assert is_shown
    assert needs <= 800


def test_every_window_named_for_a_page_exists_and_so_does_the_page() -> None:
    classes = set()
    for module in pkgutil.walk_packages(planner.ui.__path__, "planner.ui."):
        found = inspect.getmembers(importlib.import_module(module.name), inspect.isclass)
        classes |= {name for name, each in found if issubclass(each, QWidget)}
    assert set(help_doors.PAGES) - classes == set()
    assert set(help_doors.PAGES.values()) - {page.name for page in pages()} == set()


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("language", [folder.name for folder in sorted(resources.path("help").iterdir())])
def test_a_translated_page_leads_where_the_english_one_does_and_names_what_is_there(language: str) -> None:
    words = WORDS.read(WORDS.FOLDER / language / "LC_MESSAGES" / "warmbook.po") if language != "en" else WORDS.gather()
    said = {
        form.replace("&", "").rstrip("…")
        for message in words
        for form in ((message.id,) if language == "en" else WORDS.forms(message))
        if isinstance(form, str)
    }
    for path in sorted(resources.path("help", "en").glob("*.md")):
        english = path.read_text(encoding="utf-8")
        translated = resources.path("help", language, path.name)
        assert translated.exists() or language not in COMPLETE, path.name
        text = translated.read_text(encoding="utf-8") if translated.exists() else ""
        link = r"\]\(([^)]*)\)"
        assert set(re.findall(link, text)) <= {page.name for page in pages()}, path.name
        for sign in (r"(?m)^(?:- |\d+\. )", r"(?m)^#+ ", r"\*\*", r"\n\n", link) if language in COMPLETE else ():
            assert len(re.findall(sign, text)) == len(re.findall(sign, english)), (path.name, sign)
        assert "!" not in text, path.name
        assert text.count("¿") == (0 if language == "en" else text.count("?")), path.name
        paths = [each.split(" ▸ ") for each in re.findall(r"\*([^*]+ ▸ [^*]+)\*", " ".join(text.split()))]
        assert [word for each in paths for word in each if word not in said] == [], path.name
