"""Warmbook laid out as a Linux system wants it: the program in ``/opt``, what the desktop reads in ``/usr/share``."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

from environment import ROOT

HERE = Path(__file__).resolve().parent
ID = "org.warmbook.Warmbook"
ICON_SIZES = (16, 24, 32, 48, 64, 128, 256)
_SHARED = {
    f"{ID}.desktop": "applications",
    f"{ID}.xml": "mime/packages",
    f"{ID}.metainfo.xml": "metainfo",
}
"""The files beside this script, and where below ``/usr/share`` each belongs."""


def version() -> str:
    """The version of the program."""
    found = re.search(
        r'^__version__ = "(.+)"$', (ROOT / "planner/__init__.py").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert found is not None
    return found[1]


def lay_out(program: Path, target: Path) -> None:
    """Copy the frozen ``program`` into a fresh ``target`` as ``/opt/warmbook``, with everything around it."""
    shutil.rmtree(target, ignore_errors=True)
    home = target / "opt" / "warmbook"
    shutil.copytree(program, home, symlinks=True)
    for path in home.rglob("*"):
        if path.is_file() and not path.is_symlink():
            path.chmod(0o755 if path == home / "warmbook" else 0o644)
    (target / "usr/bin").mkdir(parents=True)
    (target / "usr/bin/warmbook").symlink_to("../../opt/warmbook/warmbook")
    share = target / "usr/share"
    for name, folder in _SHARED.items():
        _copy(HERE / name, share / folder / name)
    for size in ICON_SIZES:
        icon = ROOT / "resources/icons/app" / f"warmbook-{size}.png"
        _copy(icon, share / f"icons/hicolor/{size}x{size}/apps/{ID}.png")
    _copy(ROOT / "packaging/icons/warmbook.svg", share / f"icons/hicolor/scalable/apps/{ID}.svg")
    _copy(ROOT / "LICENSE", share / "doc/warmbook/copyright")
    _copy(ROOT / "resources/licences/third-party.txt", share / "doc/warmbook/third-party.txt")


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)
