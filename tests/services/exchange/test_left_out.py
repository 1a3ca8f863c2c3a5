"""What an import left out, saved as a table: lines, reasons, and the cells as they stood, none of them a formula."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.domain.person import SourceKind
from planner.models.book import Book
from planner.services.changes import Changes
from planner.services.exchange.imports import ImportResult, Imports
from planner.services.exchange.preview import Preview
from tests.builders import NOW

TITLES = ("Line", "Why")
LIST = (
    "sep=;\r\n"
    "Name;E-mail;Remark\r\n"
    "Ann Lee;ann@example.com;\r\n"
    "\r\n"
    'ANN LEE;ann@example.com;"=HYPERLINK(""http://x"")"\r\n'
    ";;+1+cmd|' /C calc'!A0\r\n"
    "@Bo;bo@example.com;-5\r\n"
    '"Ann\r\nLee";ann@example.com;+1 303 555 0142\r\n'
)
CARDS = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ann Lee\r\nEMAIL:ann@example.com\r\nEND:VCARD\r\n"
    "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:ANN LEE\r\nEMAIL:ann@example.com\r\nEND:VCARD\r\nEND:VCARD\r\n"
)


def brought(book: Book, path: Path) -> tuple[Imports, Preview, ImportResult]:
    imports = Imports(book, Changes())
    preview = imports.preview(path).decided(SourceKind.MET, "", "", imports.preview(path).options.closeness)
    return imports, preview, imports.commit(preview, NOW)


def saved(imports: Imports, preview: Preview, result: ImportResult, path: Path) -> list[list[str]]:
    reasons = [(row.number, "double") for row in result.already] + [(left.line, left.code) for left in result.skipped]
    imports.save_left_out(preview, reasons, TITLES, path)
    return list(csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline="")))


def test_lines_are_saved_as_they_stood_with_why_and_run_as_no_formula(book: Book, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(LIST.encode())
    imports, preview, result = brought(book, tmp_path / "list.csv")
    assert saved(imports, preview, result, tmp_path / "left.csv") == [
        ["Line", "Why", "Name", "E-mail", "Remark"],
        ["5", "double", "ANN LEE", "ann@example.com", '\'=HYPERLINK("http://x")'],
        ["6", "row_names_nobody", "", "", "'+1+cmd|' /C calc'!A0"],
        ["8", "double", "Ann\r\nLee", "ann@example.com", "+1 303 555 0142"],
    ]


def test_what_is_saved_can_be_mended_and_brought_in(book: Book, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(LIST.encode())
    left = tmp_path / "left.csv"
    saved(*brought(book, tmp_path / "list.csv"), left)
    left.write_text(left.read_text(encoding="utf-8-sig").replace("ann@", "else@"), encoding="utf-8")
    again = Imports(book, Changes()).preview(left)
    assert [row.draft.name for row in again.rows if row.same_as is None] == ["Ann Lee"]


def test_a_card_is_saved_whole(book: Book, tmp_path: Path) -> None:
    (tmp_path / "cards.vcf").write_bytes(CARDS.encode())
    rows = saved(*brought(book, tmp_path / "cards.vcf"), tmp_path / "left.csv")
    assert rows[0] == ["Line", "Why", "vCard"]
    assert rows[1] == ["6", "double", "BEGIN:VCARD\nVERSION:3.0\nFN:ANN LEE\nEMAIL:ann@example.com\nEND:VCARD"]
    assert rows[2] == ["11", "end_of_no_card", "END:VCARD"]


def test_another_file_in_its_place_is_refused(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.encode())
    imports, preview, result = brought(book, path)
    path.write_bytes(LIST.replace("Ann", "Zoë").encode())
    with pytest.raises(PlannerError, match="file_changed"):
        saved(imports, preview, result, tmp_path / "left.csv")
    assert not (tmp_path / "left.csv").exists()


def test_a_folder_one_cannot_write_in_is_told(book: Book, tmp_path: Path) -> None:
    path = tmp_path / "list.csv"
    path.write_bytes(LIST.encode())
    with pytest.raises(PlannerError, match="file_not_written"):
        saved(*brought(book, path), tmp_path / "nowhere" / "left.csv")
