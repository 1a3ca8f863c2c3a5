"""Whatever travels with the program is named with its version and its licence."""

from __future__ import annotations

import re
from pathlib import Path

import licences

from planner.domain import resources
from planner.ui.dialogs.about_dialog import LIBRARIES

ROOT = Path(__file__).resolve().parents[2]


def test_every_locked_package_stands_there_with_its_version_and_licence() -> None:
    text = resources.path("licences", "third-party.txt").read_text(encoding="utf-8")
    named = dict(re.findall(r"^([\w.-]+) (\S+)\nLicense: \S", text, re.MULTILINE))
    told = {name.lower().replace("_", "-"): version for name, version in named.items()}
    assert told == licences.locked(), "run: python packaging/dev.py licences"


def test_the_texts_that_the_licences_ask_for_are_there() -> None:
    text = resources.path("licences", "third-party.txt").read_text(encoding="utf-8")
    for words in (
        "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3",
        "GNU GENERAL PUBLIC LICENSE\n                       Version 3",
        "Apache License",
        "SIL OPEN FONT LICENSE",
        "PYTHON SOFTWARE FOUNDATION LICENSE",
    ):
        assert words in text, words


def test_about_names_them_all() -> None:
    shown = " ".join(name for name, _licence in LIBRARIES).lower()
    of_qt = {"pyside6-essentials": "pyside6", "pyside6-addons": "pyside6", "shiboken6": "pyside6"}
    missing = [name for name in licences.locked() if of_qt.get(name, name) not in shown and name != "six"]
    assert missing == []
