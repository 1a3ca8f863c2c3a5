"""A second start: it hands over to the first and ends well, or says why it cannot."""

from __future__ import annotations

import errno
import sys
from argparse import Namespace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from planner.app import Program
from planner.ui.kit import prompts
from planner.ui.kit.single_instance import SingleInstance

pytestmark = pytest.mark.platform


@pytest.mark.parametrize(("answers", "code"), [(True, 0), (False, 1)])
def test_handing_over_is_success_and_silence_is_told(
    qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, answers: bool, code: int
) -> None:
    said: list[str] = []
    monkeypatch.setenv("WARMBOOK_FOLDER", str(tmp_path))
    monkeypatch.setattr(prompts, "tell", lambda _parent, _title, text: said.append(text))
    monkeypatch.setattr(SingleInstance, "claim", lambda _self: False)
    monkeypatch.setattr(SingleInstance, "raise_other", lambda _self: answers)
    path = tmp_path / "mine.warmbook"
    try:
        assert Program(qapp, Namespace(book=path, at=None, zone="America/Chicago")).run() == code
    finally:
        qapp.setQuitOnLastWindowClosed(True)
    assert not path.exists()
    assert said == ([] if answers else ["Another program is using mine.warmbook just now. Try again in a moment."])


@pytest.mark.skipif(sys.platform == "win32", reason="Windows locks in another way")
@pytest.mark.parametrize(
    ("code", "is_free"), [(errno.EWOULDBLOCK, False), (0, False), (errno.ENOLCK, True), (errno.ENOTSUP, True)]
)
def test_a_folder_that_knows_no_locks_is_no_other_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, code: int, is_free: bool
) -> None:
    import fcntl

    def refuse(*_file: object) -> None:
        raise OSError(code, "refused")

    monkeypatch.setattr(fcntl, "flock", refuse)
    instance = SingleInstance(tmp_path / "mine.warmbook")
    assert instance.claim() is is_free
    instance.release()
