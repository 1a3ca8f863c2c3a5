"""Words in the user's language: gettext catalogues, loaded when a language other than English is chosen."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import wraps
from math import ceil
from typing import TYPE_CHECKING, TypeVar

from planner.domain import resources

if TYPE_CHECKING:
    from gettext import NullTranslations

DOMAIN = "warmbook"
PSEUDO = "xx-pseudo"
"""A made-up language: every string with accents, in brackets, 40 % longer. For finding clipped labels."""

K = TypeVar("K")
_ACCENTS = str.maketrans("aceginorsuyzACEGINORSUYZ", "áçéğíñórşúýžÁÇÉĞÍÑÓRŞÚÝŽ")
_SAID_IN = ("LC_ALL", "LC_MESSAGES", "LANG")
_LONG_WORD = re.compile(r"(~{15})~")
"""No language has words without end; lines of the made-up one can be broken, too."""
_KEPT = r"(\{[^{}]*\}|<[^<>]+>|&\w+;|&)"


class _Language:
    """The language in use, and its catalogue if it has one."""

    def __init__(self) -> None:
        self.code = "en"
        self.country = "US"
        self.catalogue: NullTranslations | None = None
        self.listeners: list[Callable[[], None]] = []


_language = _Language()


def _(message: str) -> str:
    """The message in the user's language."""
    if _language.catalogue is not None:
        return _language.catalogue.gettext(message)
    return message if _language.code != PSEUDO else stretched(message)


def ngettext(one: str, many: str, count: int) -> str:
    """The message in the form that ``count`` takes in the user's language."""
    if _language.catalogue is not None:
        return _language.catalogue.ngettext(one, many, count)
    message = one if count == 1 else many
    return message if _language.code != PSEUDO else stretched(message)


def pgettext(context: str, message: str) -> str:
    """The message in the user's language, where the same English words mean different things."""
    if _language.catalogue is not None:
        return _language.catalogue.pgettext(context, message)
    return message if _language.code != PSEUDO else stretched(message)


def of_data(context: str, message: str) -> str:
    """The words for a sentence that stands in a data file, where ``packaging/words.py`` gathers it."""
    speak = pgettext
    return speak(context, message) if message else ""


def use_language(code: str, country: str = "") -> None:
    """Speak ``code`` ("es", "xx-pseudo") with the dates and numbers of ``country``; English where it has no words."""
    catalogue = resources.path("locale", code.replace("-", "_"), "LC_MESSAGES", f"{DOMAIN}.mo")
    _language.code, _language.catalogue = (PSEUDO if code == PSEUDO else "en"), None
    if country:
        _language.country = country
    if code not in ("", "en", PSEUDO) and catalogue.exists():
        from gettext import GNUTranslations

        with catalogue.open("rb") as file:
            _language.code, _language.catalogue = code, GNUTranslations(file)
    for hear in _language.listeners:
        hear()


def catalogues() -> list[str]:
    """The code of every language but English that there are words in."""
    return sorted(found.parts[-3] for found in resources.path("locale").glob(f"*/LC_MESSAGES/{DOMAIN}.mo"))


def terminal_language() -> str:
    """The language of this computer, found out without Qt; Windows calls it "Spanish_Mexico"."""
    import locale
    import os

    said = next((name for where in _SAID_IN if (name := os.environ.get(where))), "") or locale.getlocale()[0] or "en"
    return locale.normalize(re.split("[_.@]", said)[0]).split("_")[0]


def is_translated() -> bool:
    """Whether there are words in any language but English."""
    return bool(catalogues())


def on_change(hear: Callable[[], None]) -> None:
    """Call ``hear`` after each change of language, so that what was remembered for the old one is dropped."""
    _language.listeners.append(hear)


def remembered(spell: Callable[[K], str]) -> Callable[[K], str]:
    """Remember the words for each argument until the language changes; for what a table asks again and again."""
    kept: dict[K, str] = {}
    on_change(kept.clear)

    @wraps(spell)
    def recall(key: K) -> str:
        words = kept.get(key)
        if words is None:
            words = kept[key] = spell(key)
        return words

    return recall


def language() -> str:
    """The code of the language in use."""
    return _language.code


def locale_name() -> str:
    """The locale for dates and numbers, language and country as in ``en_US``."""
    code = "en" if _language.code == PSEUDO else _language.code.split("-")[0]
    return f"{code}_{_language.country}"


def stretched(message: str) -> str:
    """``message`` in the pseudo-language; blanks, tags and mnemonics stay as they are."""
    if not message:
        return message
    parts = re.split(_KEPT, message)
    text = "".join(part if place % 2 else part.translate(_ACCENTS) for place, part in enumerate(parts))
    letters = sum(len(part) for place, part in enumerate(parts) if place % 2 == 0)
    padding = _LONG_WORD.sub(r"\1 ", "~" * max(1, ceil(letters * 0.4) - 2))
    return f"[{text}{padding}]"
