"""Where the files that travel with the program are: rules, pictures, words, fonts."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path


@cache
def root() -> Path:
    """The ``resources`` folder: beside the package in a clone, inside it once installed, in the bundle once frozen."""
    bundle = getattr(sys, "_MEIPASS", None)
    if bundle is not None:
        return Path(bundle) / "resources"
    package = Path(__file__).resolve().parents[1]
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"


def changes(language: str = "en") -> Path:
    """The file of changes, in a language where somebody has written it; in a clone it stands beside the folder."""
    names = (f"CHANGELOG.{language}.md", "CHANGELOG.md")
    places = [folder / name for name in names for folder in (root(), root().parent)]
    return next(place for place in places if place.exists())


def release_page() -> str:
    """Where newer versions are; where the program is built for a release, that is the page of its own releases."""
    return path("release-page.txt").read_text(encoding="utf-8").strip()


def path(*parts: str) -> Path:
    """A file or folder below ``resources``."""
    return root().joinpath(*parts)
