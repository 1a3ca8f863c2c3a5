"""Names: taken apart into their parts and put together again, with respect for how people write them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from planner.domain.text import one_line


@dataclass(frozen=True, slots=True)
class Name:
    """The parts of a name. ``flags`` say what was done or left undone.

    They are ``recased``, ``two_people``, ``not_split`` and ``emoji_removed``.
    """

    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    nickname: str = ""
    flags: tuple[str, ...] = ()


_UNSPACED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_PICTURES = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0e\ufe0f\u20e3\u200d]+")
_COUPLE = re.compile(r"\s(?:&|\+|and|und|et|y)\s", re.IGNORECASE)
_PARTICLES = frozenset(
    "de del della der den di da das do dos du el la las le los ten ter van von vom zu zum af av".split()
)
_ROMAN = re.compile(r"[ivx]+", re.IGNORECASE)
_LETTERS_AFTER = frozenset("rn md phd dds dvm esq cpa mba ma ba bsc msc lpn".split())
_WORD_STARTS = re.compile(r"(^|[-'’.\s])(\w)")
_CLAN = re.compile(r"\b(Mc)(\w)")
_LONGEST = 300


def split_name(text: str, *, recase: bool = True) -> Name:
    """The parts of a full name, family name first when a comma says so; names in unspaced scripts stay whole.

    With ``recase`` a name all in capitals, or all in small letters, is written as names are; mixed case never changes.
    """
    shown = one_line(text)[:_LONGEST]
    bare = one_line(_PICTURES.sub(" ", shown)) if not shown.isascii() else shown
    flags = ("emoji_removed",) if bare != shown and bare else ()
    if not bare:
        return Name(given=shown, flags=("not_split",)) if shown else Name()
    if _UNSPACED.search(bare):
        return Name(given=bare, flags=(*flags, "not_split"))
    name = _parsed(bare)
    if _COUPLE.search(bare):
        flags = (*flags, "two_people")
    if recase and (bare.isupper() or bare.islower()) and len(bare) > 2:
        name, flags = _recased(name), (*flags, "recased")
    return replace(name, flags=flags)


def recased(text: str, *, is_family: bool = False) -> str:
    """``text`` as names are written when it is all capitals or all small; otherwise unchanged."""
    if not (text.isupper() or text.islower()):
        return text
    return " ".join(_recased_word(word, is_family or at > 0) for at, word in enumerate(text.split(" ")))


def full_name(prefix: str, given: str, middle: str, family: str, suffix: str) -> str:
    """A name put together from its parts, in the order one says them."""
    spoken = " ".join(part for part in (prefix, given, middle, family) if part)
    if not suffix:
        return spoken
    return (
        f"{spoken}, {suffix}" if "," in suffix or suffix.strip(".").lower() in _LETTERS_AFTER else f"{spoken} {suffix}"
    )


def _parsed(text: str) -> Name:
    words = text.split(" ")
    if len(words) == 2 and all(word.isalpha() and word.istitle() and word.lower() not in _NO_NAMES for word in words):
        return Name(words[0], family=words[1])
    from nameparser import HumanName

    parts = HumanName(text).as_dict()
    name = Name(parts["first"], parts["middle"], parts["last"], parts["title"], parts["suffix"], parts["nickname"])
    return name if (name.given or name.family) else Name(given=text)


def _recased(name: Name) -> Name:
    return replace(
        name,
        given=recased(name.given),
        middle=recased(name.middle),
        family=recased(name.family, is_family=True),
        prefix=recased(name.prefix),
        suffix=" ".join(_recased_suffix(word) for word in name.suffix.split(" ")),
        nickname=recased(name.nickname),
    )


def _recased_word(word: str, may_be_particle: bool) -> str:
    small = word.lower()
    if may_be_particle and small in _PARTICLES:
        return small
    written = _WORD_STARTS.sub(lambda found: found[1] + found[2].upper(), small)
    return _CLAN.sub(lambda found: found[1] + found[2].upper(), written)


def _recased_suffix(word: str) -> str:
    bare = word.strip(".,").lower()
    if _ROMAN.fullmatch(bare):
        return word.upper()
    if bare in _LETTERS_AFTER:
        return word.upper().replace("PHD", "PhD")
    return word.capitalize()


_NO_NAMES = _PARTICLES | frozenset(
    "mr mrs ms miss mx dr prof rev sir dame lady lord pastor father sister brother fr sr jr aunt uncle".split()
)
"""Words that make two words something else than a given and a family name."""
