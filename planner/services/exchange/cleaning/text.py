"""Cells as text: placeholders emptied, the apostrophe of a formula guard taken off again."""

from __future__ import annotations

import re

from planner.domain.text import one_line, passage

_PLACEHOLDERS = frozenset(
    "n/a #n/a #na null none nil nan - -- --- ? ?? . unknown unbekannt inconnu desconocido k.a. #ref! #value! #name? "
    "(null) <null> undefined".split()
)
_DEFAULTS = frozenset(
    {
        "unspecified",
        "keine angabe",
        "non spécifié",
        "sin especificar",
        "normal",
        "smtp",
        "false",
        "falsch",
        "faux",
        "falso",
        "aus",
        "off",
    }
)
_GUARDED = re.compile(r"'[\s]*[=+\-@|%＝＋－＠\t]")
_GUARDED_FIGURE = re.compile(r"'[\s]*[=+\-@|%\d(]")


def clean_line(value: str) -> str:
    """One line of text; empty when it is a placeholder such as ``N/A``."""
    if not value:
        return ""
    text = one_line(value)
    if text[:1] == "'" and _GUARDED.match(text):
        text = text[1:]
    return "" if is_placeholder(text) else text


def clean_passage(value: str) -> str:
    """Text of several lines, its blanks and breaks kept."""
    if not value:
        return ""
    text = passage(value)
    if text[:1] == "'" and _GUARDED.match(text):
        text = text[1:]
    return "" if is_placeholder(text) else text


def clean_figure(value: str) -> str:
    """A phone, postcode or identity number: an apostrophe before a digit goes too."""
    if not value:
        return ""
    text = one_line(value)
    if text[:1] == "'" and _GUARDED_FIGURE.match(text):
        text = text[1:]
    return "" if is_placeholder(text) else text


def is_placeholder(text: str) -> bool:
    """Whether a cell only says that there is nothing in it. ``Null`` with one capital is a family name."""
    return len(text) < 12 and text.casefold() in _PLACEHOLDERS and text not in ("Null", "Nil", "Nan")


def is_default(text: str) -> bool:
    """Whether a program put the value there and nobody ever chose it."""
    return text.casefold() in _DEFAULTS
