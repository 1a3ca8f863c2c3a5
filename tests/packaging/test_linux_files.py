"""What a Linux desktop reads: names, kinds of files and icons agree with the program."""

from __future__ import annotations

import configparser
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from linux import tree

import planner
from planner.models.header import APPLICATION_ID as MARK
from planner.ui.kit import app_icon

ROOT = Path(__file__).resolve().parents[2]
LINUX = Path(tree.__file__).parent
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def test_the_desktop_file_starts_us_with_a_book() -> None:
    read = configparser.ConfigParser(interpolation=None)
    read.read(LINUX / f"{tree.ID}.desktop", encoding="utf-8")
    entry = read["Desktop Entry"]
    assert tree.ID == app_icon.APPLICATION_ID
    assert entry["Exec"] == "warmbook %f"
    assert entry["Icon"] == tree.ID
    assert entry["MimeType"] == "application/x-warmbook;"


def test_a_book_is_known_by_its_ending_and_by_its_mark() -> None:
    kinds = ET.parse(LINUX / f"{tree.ID}.xml").getroot()  # noqa: S314 - a file of ours
    kind = kinds.find(f"{MIME}mime-type")
    assert kind is not None
    assert kind.attrib["type"] == "application/x-warmbook"
    [glob] = kind.findall(f"{MIME}glob")
    assert glob.attrib["pattern"] == "*.warmbook"
    mark = kind.find(f"{MIME}magic/{MIME}match/{MIME}match")
    assert mark is not None
    assert (mark.attrib["offset"], mark.attrib["value"].encode()) == ("68", MARK.to_bytes(4, "big"))


def test_the_store_knows_the_same_names() -> None:
    told = ET.parse(LINUX / f"{tree.ID}.metainfo.xml").getroot()  # noqa: S314 - a file of ours
    assert told.findtext("id") == tree.ID
    assert told.findtext("launchable") == f"{tree.ID}.desktop"
    assert told.findtext("provides/mediatype") == "application/x-warmbook"


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="links and modes are Linux's")
def test_the_program_is_laid_out_for_the_system(tmp_path: Path) -> None:
    program = tmp_path / "frozen"
    (program / "lib").mkdir(parents=True)
    (program / "warmbook").write_bytes(b"program")
    (program / "lib/libQt6Core.so.6").write_bytes(b"library")
    target = tmp_path / "tree"
    tree.lay_out(program, target)
    started = target / "usr/bin/warmbook"
    assert started.resolve() == (target / "opt/warmbook/warmbook").resolve()
    assert started.stat().st_mode & 0o111
    assert not (target / "opt/warmbook/lib/libQt6Core.so.6").stat().st_mode & 0o111
    assert (target / f"usr/share/applications/{tree.ID}.desktop").is_file()
    assert (target / f"usr/share/icons/hicolor/48x48/apps/{tree.ID}.png").is_file()
    assert tree.ICON_SIZES == app_icon.SIZES


def test_the_version_is_the_programs() -> None:
    assert tree.version() == planner.__version__
