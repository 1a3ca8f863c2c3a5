"""A file is what stands in it, whatever it is called."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.services.exchange.imports import Imports
from planner.services.exchange.opening import read_file
from planner.services.exchange.reading.detect import LARGEST_FILE, Kind, detect


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"Name,Email\nAnn,ann@example.com\n", Kind.TABLE),
        (b"begin : vcard\r\nFN:Ann\r\nEND:VCARD", Kind.CARDS),
        ("BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n".encode("utf-16"), Kind.CARDS),
        ("BEGIN:VCARD\nFN:Zoë\nEND:VCARD\n".encode("utf-16-be"), Kind.CARDS),
        (b"Name,Note\nAnn,writes BEGIN:VCARD by hand\n", Kind.TABLE),
        ("Имя\tТелефон\nЗоя\t+7 900 000-00-01\n".encode("utf-16"), Kind.TABLE),
        (b'{"format": "warmbook-book", "people": []}', Kind.BOOK),
        (b'{"friends_v2": [{"name": "Ann"}]}', Kind.JSON),
        (b'[{"name": "Ann"}]', Kind.JSON),
        (b"[Mrs] Ann Lee,ann@example.com\n", Kind.TABLE),
        (zipped("[Content_Types].xml", "xl/workbook.xml"), Kind.EXCEL),
        (zipped("Connections.csv"), Kind.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, Kind.OLD_EXCEL),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), Kind.LOCKED_EXCEL),
        (b"<html><table><tr><td>Ann</td></tr></table></html>", Kind.WEB_PAGE),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>',
            Kind.SPREADSHEET_XML,
        ),
        (b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", Kind.CALENDAR),
        (b"dn: cn=Ann\nobjectClass: person\ncn: Ann\n", Kind.LDIF),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, Kind.BINARY),
        (b"", Kind.EMPTY),
        (b"\xef\xbb\xbf\r\n", Kind.EMPTY),
    ],
)
def test_a_file_is_told_by_its_content(data: bytes, kind: Kind) -> None:
    assert detect(data) is kind


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (zipped("[Content_Types].xml", "xl/workbook.xml"), "file_is_excel"),
        (b"", "file_is_empty"),
        (b'{"friends": []}', "file_is_json"),
        (b"BEGIN:VCALENDAR\n", "file_is_calendar"),
        (b'{"format": "warmbook-book"}', "file_is_book"),
    ],
)
def test_what_is_no_list_is_refused_by_what_it_is(imports: Imports, tmp_path: Path, data: bytes, code: str) -> None:
    path = tmp_path / "people.csv"
    path.write_bytes(data)
    with pytest.raises(PlannerError) as refused:
        imports.preview(path)
    assert refused.value.code == code


def test_a_file_that_is_not_there_says_so(imports: Imports, tmp_path: Path) -> None:
    with pytest.raises(PlannerError) as refused:
        imports.preview(tmp_path / "gone.csv")
    assert refused.value.code == "file_missing"


def test_a_folder_is_no_file(imports: Imports, tmp_path: Path) -> None:
    with pytest.raises(PlannerError) as refused:
        imports.preview(tmp_path)
    assert refused.value.code == "file_is_a_folder"


def test_a_file_beyond_the_limit_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "large.csv"
    with path.open("wb") as file:
        file.truncate(LARGEST_FILE + 1)
    with pytest.raises(PlannerError) as refused:
        read_file(path)
    assert (refused.value.code, refused.value.facts["limit"]) == ("file_too_large", LARGEST_FILE)
