"""Phone numbers: as typed, as E.164, and what is wrong with them when they cannot be understood."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from planner.domain.text import one_line


class PhoneProblem(StrEnum):
    """Why a number has no E.164 form, or why the one it has may not ring."""

    EXCEL_SCIENTIFIC = "excel_scientific"
    NEEDS_AREA_CODE = "needs_area_code"
    SERVICE_CODE = "service_code"
    DUMMY = "dummy"
    NOT_A_NUMBER = "not_a_number"
    UNUSUAL = "unusual"


@dataclass(frozen=True, slots=True)
class Number:
    """A number as typed and as understood; ``e164`` is empty unless it can be dialled.

    ``UNUSUAL`` is the one problem that leaves an ``e164``: a possible length, but no block of numbers known.
    """

    typed: str
    e164: str = ""
    extension: str = ""
    label: str = ""
    problem: PhoneProblem | None = None


_SCIENTIFIC = re.compile(r"\d+([.,]\d+)?[eE]\+?\d+")
_SPREADSHEET = re.compile(r"(\+?\d{7,15})[.,]0+")
_SERVICE = re.compile(r"[*#][\d*#]+|\d[\d*]*#")
_TRUNK = re.compile(r"\(0\)")
_LABEL = r"(?P<label>cell|mobile|mob|home|work|office|fax|main|phone|tel|p|t|m)"
_LABEL_BEHIND = re.compile(rf"(?P<number>.*\d[^a-z]*?)\s*[(\[]?\b{_LABEL}\b\.?[)\]]?", re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"{_LABEL}(?:\s*[:.]\s*|\s+)(?P<number>.*\d.*)", re.IGNORECASE)
_LABELS = {"cell": "mobile", "mob": "mobile", "m": "mobile", "office": "work", "phone": "", "tel": "", "p": "", "t": ""}
_CLEAR_SEPARATORS = re.compile(r"\s*(?:;(?!\s*ext)|[\n|]|:::)\s*", re.IGNORECASE)
_SEPARATORS = re.compile(r"\s*(?:/|,|\bor\b)\s*", re.IGNORECASE)
_LONGEST = 100


def understand(typed: str, country: str) -> Number:
    """One number as somebody in ``country`` (ISO code) would dial it."""
    shown = one_line(typed)
    if len(shown) > _LONGEST:
        return Number(shown, problem=PhoneProblem.NOT_A_NUMBER)
    if _SCIENTIFIC.fullmatch(shown):
        return Number(shown, problem=PhoneProblem.EXCEL_SCIENTIFIC)
    if cell := _SPREADSHEET.fullmatch(shown):
        shown = cell[1]
    if _SERVICE.fullmatch(shown.replace(" ", "")):
        return Number(shown, problem=PhoneProblem.SERVICE_CODE)
    labelled = _LABEL_BEHIND.fullmatch(shown) or _LABEL_BEFORE.fullmatch(shown)
    if labelled is None:
        return _parsed(shown, country)
    label = labelled["label"].lower()
    return replace(_parsed(labelled["number"].rstrip(" (-"), country), label=_LABELS.get(label, label))


def understand_all(typed: str, country: str) -> tuple[Number, ...]:
    """Every number in a cell that may hold several; a slash divides only where both sides are whole numbers."""
    parts: list[str] = []
    for clear in _CLEAR_SEPARATORS.split(typed):
        pieces = _SEPARATORS.split(clear)
        parts += pieces if len(pieces) > 1 and all(_count_digits(piece) >= 7 for piece in pieces) else [clear]
    return tuple(understand(part, country) for part in parts if one_line(part))


def written(typed: str, e164: str) -> str:
    """A number that stands for a name: spaced as in its country, with the country before it if it was typed so."""
    import phonenumbers

    if not e164:
        return typed
    from_abroad = typed.lstrip(" (").startswith(("+", "00"))
    style = phonenumbers.PhoneNumberFormat.INTERNATIONAL if from_abroad else phonenumbers.PhoneNumberFormat.NATIONAL
    return phonenumbers.format_number(phonenumbers.parse(e164), style)


def region(e164: str) -> str:
    """The ISO country of an E.164 number; empty for one of no country."""
    import phonenumbers

    try:
        found = phonenumbers.region_code_for_number(phonenumbers.parse(e164))
    except phonenumbers.NumberParseException:
        return ""
    return found if found and found != "001" else ""


def _count_digits(text: str) -> int:
    return sum(each.isdigit() for each in text)


def _is_dummy(digits: str) -> bool:
    return (len(digits) >= 5 and len(set(digits)) == 1) or (len(digits) >= 9 and digits in "01234567890")


def _parsed(text: str, country: str) -> Number:
    import phonenumbers

    digits = "".join(each for each in text if each.isdigit())
    if _is_dummy(digits):
        return Number(text, problem=PhoneProblem.DUMMY)
    spelled = _TRUNK.sub(" ", text) if re.match(r"\s*(\+|00)", text) else text
    if re.match(r"\s*00[1-9]", spelled):
        spelled = "+" + spelled.strip()[2:]
    try:
        found = phonenumbers.parse(spelled, country or None)
    except phonenumbers.NumberParseException:
        return Number(text, problem=PhoneProblem.NOT_A_NUMBER)
    reason = phonenumbers.is_possible_number_with_reason(found)
    if reason != phonenumbers.ValidationResult.IS_POSSIBLE:
        is_local = reason == phonenumbers.ValidationResult.IS_POSSIBLE_LOCAL_ONLY
        return Number(text, problem=PhoneProblem.NEEDS_AREA_CODE if is_local else PhoneProblem.NOT_A_NUMBER)
    e164 = phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
    problem = None if phonenumbers.is_valid_number(found) else PhoneProblem.UNUSUAL
    return Number(text, e164, found.extension or "", problem=problem)
