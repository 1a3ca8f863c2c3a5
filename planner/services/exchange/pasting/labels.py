"""Lines that say what they are, as a web form writes them: ``Phone: 303 555 0142``, or the two below each other."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from planner.services.exchange.mapping.columns import Column
from planner.services.exchange.mapping.fields import Field, Target
from planner.services.exchange.mapping.words import understand

_LINE = re.compile(r"[*•]?\s*(?P<label>[^:：=\t|]{1,48}?)[*_]*\s*(?:[:：=]|\t)[*_]*\s*(?P<value>.*)")
_YOUR = re.compile(r"^(your|ihre?n?|votre|vos|tu|su|el|la|le|the|what is your|please enter your)\s+", re.IGNORECASE)
_ASIDE = re.compile(r"\s*(\([^()]*\)|\*|\?)\s*$")
_BEST_TIME = re.compile(
    r"((the )?(best|preferred|good|convenient)\s+(time|day|hour)s?( and (time|day)s?)?\b.*|"
    r"when (to|can we|should we|may we) (call|reach|ring)\b.*|(beste|bevorzugte) (zeit|anrufzeit|uhrzeit)\b.*|"
    r"(gut )?erreichbar\b.*|"
    r"(meilleur moment|moment préféré|horaires?)\b.*|(mejor (hora|momento)|horario)\b.*)",
    re.IGNORECASE,
)
_SHORT = {
    "t": Target(Field.PHONE),
    "p": Target(Field.PHONE),
    "ph": Target(Field.PHONE),
    "m": Target(Field.PHONE, "mobile"),
    "c": Target(Field.PHONE, "mobile"),
    "mob": Target(Field.PHONE, "mobile"),
    "o": Target(Field.PHONE, "work"),
    "d": Target(Field.PHONE, "work"),
    "direct": Target(Field.PHONE, "work"),
    "w": Target(Field.URL),
    "f": Target(Field.PHONE, "fax"),
    "h": Target(Field.PHONE, "home"),
    "e": Target(Field.EMAIL),
    "a": Target(Field.STREET, group="address "),
    "名前": Target(Field.NAME),
    "氏名": Target(Field.NAME),
    "電話": Target(Field.PHONE),
    "שם": Target(Field.NAME),
    "טלפון": Target(Field.PHONE),
    "الاسم": Target(Field.NAME),
    "الهاتف": Target(Field.PHONE),
}
_NOTES = frozenset(
    "question questions enquiry inquiry anfrage frage pregunta mensaje details anliegen feedback".split()
)
_NEVER = frozenset({Field.STOP, Field.KEY, Field.TAGS, Field.LABEL, Field.SHOWN, Field.FAVOURITE, Field.RELATION})
"""Fields that a paste has no say in, or that prose would be taken for."""
_PERSONAL = frozenset({Field.NAME, Field.GIVEN, Field.PHONE, Field.EMAIL})


@dataclass(slots=True)
class Labelled:
    """The cells that were found, each with its column; what is left, line by line; and when to call."""

    cells: list[str] = field(default_factory=list)
    columns: list[Column] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    second: list[str] = field(default_factory=list)
    """Everything from where another person begins."""
    best_times: list[str] = field(default_factory=list)

    def put(self, label: str, target: Target, value: str) -> None:
        """Take a cell."""
        self.columns.append(Column(len(self.cells), label, target))
        self.cells.append(value)

    def has(self, *fields: Field) -> bool:
        """Whether one of these was found."""
        return any(column.target.field in fields for column in self.columns)


def read_labels(lines: Sequence[str]) -> Labelled:
    """Take out of ``lines`` whatever says itself what it is."""
    found = Labelled()
    by_themselves = len({each.field for line in lines if (each := _alone(line)) is not None} & _PERSONAL) >= 2
    at = 0
    while at < len(lines):
        line = lines[at]
        target, value, used = _read(lines, at, by_themselves=by_themselves)
        if target is None:
            found.left.append(line)
        elif target.field in (Field.NAME, Field.GIVEN) and found.has(target.field) and found.has(*_PERSONAL):
            found.second = list(lines[at:])
            break
        elif target is _TIMES:
            found.best_times.append(value)
        elif value:
            found.put(_named(line), target, value)
        at += used
    return found


_TIMES = Target(Field.DETAIL, "best times")


def _named(line: str) -> str:
    """The label of a line, without the value behind it."""
    match = _LINE.fullmatch(line)
    return (match["label"] if match is not None else line).strip(" *_•-")[:40]


def _read(lines: Sequence[str], at: int, *, by_themselves: bool) -> tuple[Target | None, str, int]:
    """What a line says it is, its value, and how many lines that takes."""
    match = _LINE.fullmatch(lines[at])
    if match is not None and (target := target_of(match["label"])) is not None:
        value = match["value"].strip(" *_")
        if value and target.field is not Field.NOTE:
            return target, value, 1
        return _below(lines, at, target, value)
    if by_themselves and (target := _alone(lines[at])) is not None:
        return _below(lines, at, target, "")
    return None, "", 1


def _below(lines: Sequence[str], at: int, target: Target, first: str) -> tuple[Target, str, int]:
    """A value that stands below its label: one line, or for a message everything up to the next label."""
    rest = list(lines[at + 1 :])
    until = next((index for index, line in enumerate(rest) if _is_labelled(line)), len(rest))
    if target.field is not Field.NOTE:
        filled = next((index for index, line in enumerate(rest[:until]) if line), None)
        return (target, "", 1) if filled is None or filled > 1 else (target, rest[filled], filled + 2)
    return target, "\n".join([first, *rest[:until]]).strip(), until + 1


def _is_labelled(line: str) -> bool:
    match = _LINE.fullmatch(line)
    return _alone(line) is not None or (match is not None and target_of(match["label"]) is not None)


def _alone(line: str) -> Target | None:
    """What a line names that is nothing but a label."""
    return target_of(line) if 0 < len(line) < 32 and not any(each.isdigit() for each in line) else None


def target_of(label: str) -> Target | None:
    """What stands behind such a label; None for words that are none."""
    bare = label.strip(" *_•-")
    while (shorter := _ASIDE.sub("", bare)) != bare:
        bare = shorter
    if _BEST_TIME.fullmatch(bare):
        return _TIMES
    bare = _YOUR.sub("", bare)
    small = bare.casefold().strip(". ")
    if small in _SHORT:
        return _SHORT[small]
    if small in _NOTES:
        return Target(Field.NOTE)
    target = understand(bare) if len(bare.split()) <= 4 else None
    return None if target is None or target.field in _NEVER else target
