"""The program in Spanish: nothing clipped, no English left, a letter of its own for each entry of a menu."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.kit import i18n, theme
from tests.ui.kit.test_catalogs import WORDS
from tests.ui.sample_desk import open_desk, person_named
from tests.ui.test_desk_sizes import clipped

WISHES: tuple[str, ...] = (
    "add_person",
    "edit_person",
    "log",
    "talked",
    "gave",
    "asked",
    "promise",
    "permission",
    "wish",
    "said_no",
)
WISHES += ("commitment", "pause", "stage", "party", "homework", "registry", "order", "join_team", "preferences", "laws")
WISHES += ("products", "activity", "sources", "restore", "keys", "about")

KEPT = {"Tab", "Friends and family"}
"""A key, and the name of a source in the sample book."""


@pytest.fixture(autouse=True)
def _spanish(qapp: QApplication) -> Iterator[None]:
    i18n.use_language("es", "US")
    yield
    i18n.use_language("en", "US")
    theme.apply(qapp, "light", 100)


@pytest.fixture(scope="module")
def english() -> frozenset[str]:
    """What is said in English and otherwise in Spanish."""
    found: set[str] = set()
    same: set[str] = set()
    for message in WORDS.read(WORDS.FOLDER / "es" / "LC_MESSAGES" / "warmbook.po"):
        if message.id and isinstance(message.id, str) and message.string:
            found.add(message.id.replace("&", ""))
            same.add(message.string.replace("&", ""))
    return frozenset(found - same - KEPT)


def words(window: QWidget) -> Iterator[str]:
    """Everything that a window says by itself."""
    for widget in (window, *window.findChildren(QWidget)):
        yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName())
        if isinstance(widget, QLabel | QAbstractButton):
            yield re.sub(r"<[^>]+>", "", widget.text()).replace("&", "")
        if isinstance(widget, QLineEdit):
            yield widget.placeholderText()


@pytest.mark.parametrize("percent", [100, 150])
def test_the_desk_clips_nothing_and_says_nothing_in_english(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, english: frozenset[str], percent: int
) -> None:
    theme.apply(qapp, "light", percent)
    desk = Desk(services)
    qtbot.addWidget(desk)
    desk.resize(1440, 900)
    with qtbot.waitSignal(desk.completed):
        desk.show()
    desk.choose(person_named(services, "Maria Delgado"))
    qtbot.wait(60)
    assert sorted(english.intersection(words(desk))) == []
    for part in (desk.toolbar, desk.status, desk.rest.today, desk.rest.person):
        assert clipped(part) == []


def test_no_window_clips_anything_or_says_it_in_english(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, english: frozenset[str]
) -> None:
    desk = open_desk(qtbot, qapp, services)
    desk.choose(person_named(services, "Maria Delgado"))
    for wish in WISHES:
        getattr(desk.wishes, wish).trigger()
        window = desk.rest.doors.opened
        assert window is not None, wish
        qtbot.wait(30)
        if clipped(window):  # its layout may still be on its way
            qtbot.wait(300)
        assert (wish, sorted(english.intersection(words(window)))) == (wish, [])
        assert (wish, clipped(window)) == (wish, [])
        window.close()


@pytest.mark.parametrize("language", ["en", "es"])
def test_each_entry_of_a_menu_has_a_letter_of_its_own(
    qtbot: QtBot, qapp: QApplication, services: OpenBook, language: str
) -> None:
    i18n.use_language(language, "US")
    desk = open_desk(qtbot, qapp, services)
    bars = [desk.menuBar().actions(), *(menu.actions() for menu in desk.menuBar().findChildren(QMenu))]
    for entries in bars:
        letters = Counter(found[1].lower() for entry in entries if (found := re.search(r"&(\w)", entry.text())))
        assert [letter for letter, count in letters.items() if count > 1] == [], [each.text() for each in entries]
