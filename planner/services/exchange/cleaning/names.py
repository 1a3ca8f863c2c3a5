"""The name in a row: its parts if they have columns of their own, else the whole name taken apart."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from planner.domain.names import full_name, recased, split_name
from planner.domain.search import fold
from planner.services.exchange.cleaning.text import clean_line
from planner.services.exchange.mapping.fields import Field

_PICTURES = re.compile("[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0e\ufe0f\u20e3\u200d]+")
_DEGREES = re.compile(
    r",?\s*\b(RN|MD|M\.D\.|PhD|Ph\.D\.|CPA|MBA|M\.B\.A\.|Esq\.?|DDS|DVM|PMP|CFP|MSc|BSc|LPN|JD|Jr\.?|Sr\.?|II|III|IV)(?=,|$)"
)


_CIVIL = frozenset(
    (
        "mr mrs ms miss mx herr frau m mme mlle monsieur madame mademoiselle sr sra srta señor señora señorita mevr dhr"
    ).split()
)


@dataclass(frozen=True, slots=True)
class FoundName:
    """A name and its parts; ``flags`` as in ``domain.names``; ``kept`` is the text of the file where it differs."""

    name: str = ""
    given: str = ""
    middle: str = ""
    family: str = ""
    prefix: str = ""
    suffix: str = ""
    call_me: str = ""
    flags: tuple[str, ...] = ()
    kept: str = ""


def read_name(texts: Mapping[Field, str]) -> FoundName:
    """The name in the cells of a row."""
    given, middle, family = (clean_line(texts.get(each, "")) for each in (Field.GIVEN, Field.MIDDLE, Field.FAMILY))
    whole = clean_line(texts.get(Field.NAME, ""))
    prefix, suffix = clean_line(texts.get(Field.PREFIX, "")), clean_line(texts.get(Field.SUFFIX, ""))
    call_me = clean_line(texts.get(Field.CALL_ME, ""))
    if whole and whole.casefold() == clean_line(texts.get(Field.COMPANY, "")).casefold() and not (given and family):
        return FoundName(whole, prefix=prefix, suffix=suffix, call_me=call_me)
    if given or family or middle:
        return _from_parts(given, middle, family, prefix, suffix, call_me, whole)
    if not whole:
        return FoundName(prefix=prefix, suffix=suffix, call_me=call_me)
    split = split_name(whole)
    prefix, suffix = prefix or split.prefix, suffix or split.suffix
    name = _shown(prefix, split.given, split.middle, split.family, suffix) or whole
    flags = tuple(flag for flag in split.flags if flag != "recased" or name != whole)
    kept = whole if set(flags) & {"recased", "emoji_removed"} else ""
    call_me = call_me or split.nickname
    return FoundName(name, split.given, split.middle, split.family, prefix, suffix, call_me, flags, kept)


def _shown(prefix: str, given: str, middle: str, family: str, suffix: str) -> str:
    """The name on a list: a doctor's title belongs to it, Mrs. and Herr do not."""
    said = " ".join(word for word in prefix.split(" ") if word.strip(".").casefold() not in _CIVIL)
    return full_name(said, given, middle, family, suffix)


def _from_parts(given: str, middle: str, family: str, prefix: str, suffix: str, call_me: str, whole: str) -> FoundName:
    written = " ".join(filter(None, (given, middle, family)))
    flags: list[str] = []
    if not written.isascii() and _PICTURES.search(written):
        given, middle, family = (_without_pictures(each) for each in (given, middle, family))
        flags.append("emoji_removed")
    if family and not suffix:
        family, degrees = _without_degrees(family)
        suffix = degrees
    bare = " ".join(filter(None, (given, middle, family)))
    if (bare.isupper() or bare.islower()) and len(bare) > 2:
        before = (given, middle, family)
        given, middle, family = recased(given), recased(middle), recased(family, is_family=True)
        flags += ["recased"] if before != (given, middle, family) else []
    if " & " in given or " and " in given or " und " in given:
        flags.append("two_people")
    name = _shown(prefix, given, middle, family, suffix)
    kept = written if flags and flags != ["two_people"] else ""
    if whole and not _says_the_same(whole, f"{prefix} {given} {middle} {family} {suffix} {call_me}"):
        kept = whole
    return FoundName(name, given, middle, family, prefix, suffix, call_me, tuple(flags), kept)


def _without_pictures(text: str) -> str:
    return clean_line(_PICTURES.sub(" ", text)) or text


def _without_degrees(family: str) -> tuple[str, str]:
    """``Smith, CPA`` is Smith; the degree is a suffix."""
    first = _DEGREES.search(family)
    if first is None or first.start() == 0:
        return family, ""
    return family[: first.start()].rstrip(" ,"), family[first.start() :].strip(" ,")


def _says_the_same(whole: str, parts: str) -> bool:
    return set(re.findall(r"\w+", fold(whole))) <= set(re.findall(r"\w+", fold(parts)))
