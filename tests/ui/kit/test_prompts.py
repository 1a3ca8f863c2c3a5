"""Where the questions for a file begin."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QFileDialog

from planner.ui.kit import prompts


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of somebody's documents, in a run of the program that has asked for no file yet."""
    folder = tmp_path / "Documents"
    folder.mkdir()
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _kind: str(folder))
    monkeypatch.setattr(prompts, "_last", [])
    return folder


def test_files_are_sought_and_kept_among_the_documents_and_then_where_the_last_one_was(
    documents: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun: list[str] = []

    def choose(_parent: object, _title: str, begin: str, _filters: str) -> tuple[str, str]:
        begun.append(begin)
        return str(tmp_path / "lists" / "fair.csv"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", choose)
    (tmp_path / "lists").mkdir()
    prompts.ask_save_file(None, "Save", Path("sheet.pdf"), ["PDF (*.pdf)"])
    prompts.ask_open_file(None, "Open", ["Lists (*.csv)"])
    prompts.ask_save_file(None, "Save", Path("sheet.pdf"), ["PDF (*.pdf)"])
    prompts.ask_save_file(None, "Save", tmp_path / "sheet.pdf", ["PDF (*.pdf)"])
    assert begun == [
        str(documents / "sheet.pdf"),
        str(tmp_path / "lists"),
        str(tmp_path / "lists" / "sheet.pdf"),
        str(tmp_path / "sheet.pdf"),
    ]
