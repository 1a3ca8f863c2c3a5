"""Another language while the program runs: the desk, Qt's own words, dates; and the sample book in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from planner import system
from planner.app import Program
from planner.services.drafts import PersonDraft
from planner.services.places import Places
from planner.ui.kit import i18n, qt_words
from planner.ui.kit.buttons import ActionButton
from tests.ui.test_desk_program import done_with_first_start, program, settled, start, told

assert callable(program)  # fixtures of the program that runs
assert callable(told)


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.use_language("en", "US")
    qt_words.follow_language(qapp)


def test_every_window_follows_without_a_restart(qtbot: QtBot, program: Program) -> None:
    done_with_first_start(program)
    desk = start(qtbot, program)
    assert program.book is not None
    ana = program.book.people.add(PersonDraft(name="Ana Sosa"), program.now())
    desk.choose(ana)
    store = program.book.preferences
    store.save(replace(store.load(), language="es", country="MX"), program.now())
    qtbot.waitUntil(lambda: program.desk is not desk)
    again = settled(qtbot, program)
    assert again.person == ana
    assert [each.text().replace("&", "") for each in again.menuBar().actions()][:2] == ["Archivo", "Editar"]
    assert again.wishes.add_person.iconText() == "Agregar persona"
    assert QLocale().name() == "es_MX"
    store.save(replace(store.load(), language="en", country="US"), program.now())
    qtbot.waitUntil(lambda: program.desk is not again)
    assert settled(qtbot, program).wishes.add_person.iconText() == "Add person"
    assert QLocale().name() == "en_US"


def test_the_names_of_keys_follow_too(qtbot: QtBot, program: Program, qapp: QApplication) -> None:
    done_with_first_start(program)
    desk = start(qtbot, program)
    search, add = desk.toolbar.search, desk.toolbar.findChildren(ActionButton)[0]
    for code in ("es", "en"):
        i18n.use_language(code, "US")
        qt_words.follow_language(qapp)
        find, new = (
            QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText) for keys in ("Ctrl+F", "Ctrl+N")
        )
        QApplication.processEvents()
        assert search._hint.text() == find
        assert find in search.toolTip()
        assert new in add.toolTip()


def test_a_first_start_speaks_as_the_computer_does_and_so_does_the_sample(
    qtbot: QtBot,
    program: Program,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setattr(system, "language", lambda: "es")
    done_with_first_start(program)
    desk = start(qtbot, program)
    assert desk.windowTitle().startswith("Warmbook")
    assert desk.wishes.look_around.text() == "Mirar la &libreta de ejemplo"
    desk.wishes.look_around.trigger()
    qtbot.waitUntil(lambda: program.book is not None and program.book.path == Places(tmp_path).sample)
    sample = settled(qtbot, program)
    assert program.book is not None
    assert program.book.book.value("SELECT how_known FROM person WHERE name = 'Joan Okafor'") == "Feria de la iglesia"
    assert sample.wishes.start_own.text() == "Empezar mi propia li&breta"
