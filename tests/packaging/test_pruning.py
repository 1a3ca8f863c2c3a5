"""What goes into the frozen program and what stays out, and how its size is told."""

from __future__ import annotations

from pathlib import Path

import pruning
import pytest
import sizes

from planner.services.exchange.cleaning import countries

QT = "PySide6/Qt/plugins"


@pytest.mark.parametrize(
    ("path", "kept"),
    [
        ("babel/locale-data/en_US.dat", True),
        ("babel/locale-data/es_MX.dat", True),
        ("babel/locale-data/root.dat", True),
        ("babel/locale-data/de.dat", True),
        ("babel/locale-data/de_AT.dat", False),
        ("babel/locale-data/it.dat", False),
        ("PySide6/Qt/translations/qtbase_es.qm", True),
        ("PySide6/Qt/translations/qtbase_de.qm", False),
        ("PySide6/Qt/translations/qt_es.qm", False),
        (f"{QT}/platforms/libqxcb.so", True),
        (f"{QT}/platforms/libqoffscreen.so", True),
        (f"{QT}/platforms/libqeglfs.so", False),
        (f"{QT}/tls/libqopensslbackend.so", False),
        ("resources/rules/hours.json", True),
        ("resources/pictures/desk.png", False),
        ("resources/locale/es/LC_MESSAGES/warmbook.mo", True),
        ("resources/locale/es/LC_MESSAGES/warmbook.po", False),
        ("resources/locale/warmbook.pot", False),
        ("libgtk-3.so.0", False),
        ("libcups.so.2", True),
    ],
)
def test_on_linux(path: str, kept: bool) -> None:
    assert pruning.is_kept(path, {"en", "es"}, read=countries.LANGUAGES, has_charts=False, system="linux") is kept


@pytest.mark.parametrize(
    ("path", "has_charts", "kept"),
    [
        (r"PySide6\opengl32sw.dll", True, False),
        (r"PySide6\Qt6OpenGL.dll", False, False),
        (r"PySide6\Qt6OpenGLWidgets.dll", True, True),
        (r"PySide6\plugins\platforms\qwindows.dll", False, True),
        (r"PySide6\plugins\platforms\qdirect2d.dll", False, False),
        (r"PySide6\plugins\styles\qmodernwindowsstyle.dll", False, True),
        (r"PySide6\Qt6Pdf.dll", False, False),
    ],
)
def test_on_windows(path: str, has_charts: bool, kept: bool) -> None:
    assert pruning.is_kept(path, {"en"}, has_charts=has_charts, system="win32") is kept


@pytest.mark.parametrize(
    ("path", "part"),
    [
        ("lib/PySide6/Qt/lib/libicudata.so.73", "Qt: letters and languages (ICU)"),
        ("lib/PySide6/Qt/lib/libQt6Gui.so.6", "Qt: libraries"),
        ("lib/PySide6/Qt6Gui.dll", "Qt: libraries"),
        ("lib/PySide6/QtGui.abi3.so", "Qt's bindings for Python"),
        ("lib/PySide6/Qt/plugins/platforms/libqxcb.so", "Qt: plugins"),
        ("lib/resources/fonts/Inter-Medium.otf", "what ships as data: rules, help, words, fonts"),
        ("lib/libpython3.11.so.1.0", "Python and its library"),
        ("warmbook", "the program and its libraries"),
        ("lib/libX11.so.6", sizes.OTHER),
    ],
)
def test_every_file_belongs_to_a_part(path: str, part: str) -> None:
    assert sizes.part_of(path) == part


def test_sizes_are_added_up(tmp_path: Path) -> None:
    for name, length in (("warmbook", 10), ("lib/libX11.so.6", 5), ("lib/libz.so.1", 7)):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(b"x" * length)
    assert sizes.by_part(tmp_path) == {"the program and its libraries": 10, sizes.OTHER: 12}
