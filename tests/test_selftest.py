"""The self-test itself: it fails when something is missing or raised, wherever that was."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from planner.domain import resources
from planner.selftest import old_book, shipped
from planner.selftest.steps import SelfTestError, must, step
from planner.ui.picture_views import settle


def test_a_step_is_timed_and_may_add_words(capsys: pytest.CaptureFixture[str]) -> None:
    with step("open the door") as say:
        must(holds=True, otherwise="never said")
        say("2 windows")
    told = capsys.readouterr().out
    assert told.startswith("ok  open the door")
    assert told.endswith("ms  2 windows\n")


def test_what_does_not_hold_names_its_step() -> None:
    with pytest.raises(SelfTestError, match="open the door: it is locked"), step("open the door"):
        must(holds=False, otherwise="it is locked")


def test_what_qt_would_swallow_fails_the_step(qapp: QApplication) -> None:
    def break_down() -> None:
        raise ValueError("inside a slot")

    hook = sys.excepthook
    QTimer.singleShot(0, qapp, break_down)
    with pytest.raises(SelfTestError, match="inside a slot"), step("let a timer ring"):
        settle(20)
    assert sys.excepthook is hook


def test_a_book_of_the_first_version_is_brought_up(tmp_path: Path) -> None:
    old_book.open_one(tmp_path / "old.warmbook")
    assert (tmp_path / "old.v1.warmbook").exists()


@pytest.fixture
def copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The resources, where a test may break them."""
    copy = tmp_path / "resources"
    shutil.copytree(resources.root(), copy)
    monkeypatch.setattr(resources, "root", lambda: copy)
    return copy


@pytest.mark.usefixtures("qapp")
def test_everything_that_ships_can_be_read() -> None:
    shipped.read_data()
    shipped.read_pictures()


@pytest.mark.usefixtures("qapp")
def test_a_file_that_did_not_come_along_is_missed(copied: Path) -> None:
    (copied / "icons" / "app" / "warmbook-32.png").write_bytes(b"")
    with pytest.raises(SelfTestError, match=r"warmbook-32\.png is no picture"):
        shipped.read_pictures()
    shutil.rmtree(copied / "demo")
    with pytest.raises(SelfTestError, match=r"only 0 \.toml files"):
        shipped.read_data()


def test_words_that_were_not_compiled_are_missed(copied: Path) -> None:
    (copied / "locale" / "xx" / "LC_MESSAGES").mkdir(parents=True)
    with pytest.raises(SelfTestError, match="the words of"):
        shipped.speak()
