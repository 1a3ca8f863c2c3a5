"""Files of every kind as people bring them, where a folder of samples stands beside the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.services.exchange.imports import Imports
from planner.services.exchange.opening import read_file
from planner.services.exchange.preview import Preview
from planner.services.exchange.reading.decode import decode
from planner.services.exchange.reading.detect import Kind, detect
from planner.services.exchange.reading.vcard import read_cards

SAMPLES = Path(__file__).resolve().parents[4] / "shared" / "samples"
FILES = sorted(
    path for path in SAMPLES.glob("*/*") if path.is_file() and "huge" not in path.name and path.parent.name != "tricky"
)
TRUTH = re.compile(
    r"\| (\S+) \|.*\[truth: encoding (\S+), delimiter (?:'(\\?.)'|None), header row (\d+|None), data rows (\d+)\]"
)
WITHOUT_PEOPLE = {"synthetic__Connections_preamble.csv": 1, "synthetic__pipe_leads.txt": 1}
"""Rows that the truth counts and that name nobody: an empty one, one of placeholders."""

pytestmark = pytest.mark.skipif(not FILES, reason="no samples here")


def known_truth() -> list[tuple[str, str, str, int | None, int]]:
    manifest = SAMPLES / "MANIFEST.md"
    if not manifest.exists():
        return []
    found = []
    for line in manifest.read_text(encoding="utf-8").splitlines():
        if told := TRUTH.search(line):
            delimiter = (told[3] or "").replace("\\t", "\t").replace("\\|", "|")
            found.append((told[1], told[2], delimiter, None if told[4] == "None" else int(told[4]), int(told[5])))
    return found


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_gives_a_preview_or_a_sentence(imports: Imports, now: Moment, path: Path) -> None:
    try:
        preview = imports.preview(path, None, now)
    except PlannerError as trouble:
        refused = trouble.code
    else:
        refused = ""
        _must_be_whole(preview)
    assert not refused or refused.startswith("file_is_")


def _must_be_whole(preview: Preview) -> None:
    counts = preview.counts
    assert counts.read == counts.new + counts.already == len(preview.rows)
    assert counts.skipped == len(preview.left)
    for row in preview.rows:
        assert row.draft.name or row.draft.phones or row.draft.emails or row.draft.company


@pytest.mark.parametrize(
    ("name", "encoding", "delimiter", "header", "rows"),
    known_truth(),
    ids=lambda value: str(value).replace("\t", "TAB"),
)
def test_what_is_known_of_a_file_is_found(
    imports: Imports, now: Moment, name: str, encoding: str, delimiter: str, header: int | None, rows: int
) -> None:
    preview = imports.preview(SAMPLES / name, None, now)
    assert preview.encoding.replace("_", "-") == encoding
    assert preview.delimiter == delimiter
    assert preview.has_header == (header is not None)
    nobody = WITHOUT_PEOPLE.get(Path(name).name, 0)
    lines = {row.number for row in preview.rows}
    assert len(lines) == rows - nobody
    if header is not None and lines:
        before = decode((SAMPLES / name).read_bytes()).text.splitlines()[: min(lines) - 1]
        assert len(before) > header


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_card_of_a_file_is_lost(path: Path) -> None:
    data = read_file(path)
    if detect(data) is not Kind.CARDS:
        return
    found = read_cards(data)
    assert found.cards
    if data.isascii() and b"\0" not in data:
        data = re.sub(rb"\r?\n[ \t]", b"", data)
        begun = len(re.findall(rb"(?im)^\s*(?:AGENT:)?BEGIN\s*:\s*VCARD\s*$", data.replace(b"\r", b"\n")))
        assert len(found.cards) + found.nested == begun
