"""The windows about the program: what is new once after an update, licences, and the page of newer versions."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

import planner
from planner.domain import resources
from planner.ui.desk import Desk
from planner.ui.desk.about_doors import SEEN
from planner.ui.dialogs.about_dialog import AboutDialog
from planner.ui.dialogs.licences_window import LicencesWindow
from planner.ui.dialogs.whats_new import WhatsNew, all_news
from tests.ui.person_builders import dress, open_book

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Desk:
    dress(qapp)
    desk = Desk(open_book(tmp_path))
    qtbot.addWidget(desk)
    desk.show()
    desk.complete()
    return desk


def test_a_new_book_is_told_no_news(desk: Desk) -> None:
    desk.rest.program.tell_news_once()
    assert desk.rest.doors.opened is None
    assert desk.rest.services.memory.recall(SEEN) == planner.__version__


def test_after_an_update_the_news_are_told_once(desk: Desk) -> None:
    desk.rest.services.memory.remember(SEEN, "0.0.1")
    desk.rest.program.tell_news_once()
    told = desk.rest.doors.opened
    assert isinstance(told, WhatsNew)
    words = " ".join(label.text() for label in told.findChildren(QLabel))
    plain = " ".join(words.replace("\u200b", "").split())  # times and dates are held together by a space of their own
    assert all(item.split(".")[0] in plain for item in all_news()[0].items)
    told.save_button.click()
    desk.rest.program.tell_news_once()
    assert desk.rest.doors.opened is None


def test_news_can_be_read_again(desk: Desk) -> None:
    desk.wishes.whats_new.trigger()
    assert isinstance(desk.rest.doors.opened, WhatsNew)
    desk.rest.doors.opened.reject()


def test_about_leads_to_the_licences(desk: Desk) -> None:
    desk.wishes.about.trigger()
    about = desk.rest.doors.opened
    assert isinstance(about, AboutDialog)
    about._licences.click()
    window = desk.rest.doors.opened
    assert isinstance(window, LicencesWindow)
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in window.words.toPlainText()
    assert window.words.isReadOnly()
    window.reject()
    about.reject()


def test_the_page_of_newer_versions_opens_in_the_browser(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    desk.wishes.newer_version.trigger()
    assert opened == [resources.release_page()]


def test_there_is_one_address() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["urls"]["Releases"] == resources.release_page()
