"""Every column of a table to its field: by the program that wrote it, by its header, by what stands in it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from planner.services.exchange.mapping.fields import Field, Target
from planner.services.exchange.mapping.profiles import Profile, target_of, who_wrote

_SAMPLE_ROWS = 50
_EMAIL = re.compile(r"\S+@\S+\.\w{2,}>?")
_PHONE = re.compile(r"(?!\d{4}-\d\d?-\d)\+?(?:[\s().\-/x]*\d){7,20}[\s.)]*(\(\w+\))?")
_LINKEDIN = re.compile(r"https?://([a-z]+\.)?linkedin\.com/\S+", re.IGNORECASE)
_URL = re.compile(r"(https?://|www\.)\S+", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][^\W\d_.'’\-]*\.?")
_TITLE = re.compile(
    r"(dr|mr|mrs|ms|miss|mx|prof|rev|herr|frau|m|mme|mlle|monsieur|madame|sr|sra|señora?|dipl|ing|med)\b", re.I
)


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its header as in the file, where it goes, the first values in it."""

    index: int
    header: str
    target: Target
    samples: tuple[str, ...] = ()


def map_columns(
    headers: Sequence[str], rows: Sequence[Sequence[str]], chosen: Mapping[int, Field] | None = None
) -> tuple[Profile, list[Column]]:
    """Who wrote the table and where each of its columns goes; ``chosen`` fields overrule what was found."""
    profile = who_wrote(headers)
    sample = rows[:_SAMPLE_ROWS]
    values = [[row[index] for row in sample if row[index]] for index in range(len(headers))]
    targets = [target_of(header, profile) for header in headers]
    targets = _with_birth_day(headers, targets)
    targets = _names_agreed(targets)
    targets = [_title_or_job(target, values[index]) for index, target in enumerate(targets)]
    targets = _guessed(headers, targets, values)
    for index, field in (chosen or {}).items():
        if index < len(targets):
            targets[index] = _chosen(field, targets[index])
    columns = [
        Column(index, header, target or Target(Field.DETAIL), tuple(value[:120] for value in values[index][:3]))
        for index, (header, target) in enumerate(zip(headers, targets, strict=True))
    ]
    return profile, columns


def _chosen(field: Field, found: Target | None) -> Target:
    if found is not None and found.field is field:
        return found
    is_address = field in (Field.STREET, Field.CITY, Field.REGION, Field.POSTCODE, Field.POSTCODE_CITY, Field.COUNTRY)
    return Target(field, group="address " if is_address or field is Field.WHOLE_ADDRESS else "")


def _with_birth_day(headers: Sequence[str], targets: list[Target | None]) -> list[Target | None]:
    """``Birth Day`` beside ``Birth Month`` is the day of the month."""
    fields = [target.field if target else None for target in targets]
    if Field.BIRTH_MONTH not in fields:
        return targets
    return [
        Target(Field.BIRTH_DAY) if target == Target(Field.BIRTHDAY) and "day" in header.casefold().split() else target
        for header, target in zip(headers, targets, strict=True)
    ]


def _names_agreed(targets: list[Target | None]) -> list[Target | None]:
    """``Name`` beside ``Vorname`` is the family name, ``Nombre`` beside ``Apellidos`` the given one."""
    fields = [target.field if target else None for target in targets]
    plain = [index for index, target in enumerate(targets) if target == Target(Field.NAME)]
    if not plain or (Field.GIVEN in fields) == (Field.FAMILY in fields):
        return targets
    present, missing = (Field.GIVEN, Field.FAMILY) if Field.GIVEN in fields else (Field.FAMILY, Field.GIVEN)
    nearest = min(plain, key=lambda index: abs(index - fields.index(present)))
    return [Target(missing) if index == nearest else target for index, target in enumerate(targets)]


def _title_or_job(target: Target | None, values: list[str]) -> Target | None:
    """``Title`` is a job, unless most of its values are Dr., Mrs. and the like."""
    if target != Target(Field.JOB, "title"):
        return target
    titles = sum(bool(_TITLE.match(value)) and len(value) < 20 for value in values)
    return Target(Field.PREFIX) if values and titles * 2 > len(values) else Target(Field.JOB)


def _guessed(headers: Sequence[str], targets: list[Target | None], values: list[list[str]]) -> list[Target | None]:
    """Columns that no word explains, by their values; names only where there is no header at all."""
    has = {target.field for target in targets if target}
    result = list(targets)
    for index, header in enumerate(headers):
        if result[index] is None and values[index]:
            guess = _by_content(values[index], is_named=bool(header))
            if guess and not (header and guess.field in has):
                result[index] = guess
    if not any(headers):
        _guess_names(result, values)
    return result


def _by_content(values: list[str], *, is_named: bool) -> Target | None:
    def most(pattern: re.Pattern[str]) -> bool:
        return sum(bool(pattern.search(value)) for value in values) >= 0.7 * len(values)

    if most(_EMAIL):
        return Target(Field.EMAIL)
    if most(_LINKEDIN):
        return Target(Field.SOCIAL, "linkedin")
    if sum(bool(_PHONE.fullmatch(value)) for value in values) >= 0.7 * len(values):
        written_as_phone = any(value.startswith(("+", "(", "0")) or "-" in value for value in values)
        if written_as_phone or not is_named:
            return Target(Field.PHONE)
    return Target(Field.URL) if most(_URL) and not is_named else None


def _guess_names(targets: list[Target | None], values: list[list[str]]) -> None:
    if any(target and target.field in (Field.NAME, Field.GIVEN, Field.FAMILY) for target in targets):
        return
    words = {
        index: sum(len(value.split()) for value in column) / len(column)
        for index, column in enumerate(values)
        if targets[index] is None and column and _are_names(column)
    }
    full = next((index for index, count in words.items() if count >= 1.5), None)
    single = [index for index, count in words.items() if count < 1.5]
    if full is not None:
        targets[full] = Target(Field.NAME)
        single = [index for index in single if index > full]
    pair = single[:2] if len(single) > 1 and single[1] == single[0] + 1 else []
    if pair:
        targets[pair[0]], targets[pair[1]] = Target(Field.GIVEN), Target(Field.FAMILY)
    elif full is None and single:
        targets[single[0]] = Target(Field.NAME)
    if full is not None and targets[full] is not None:
        targets[full] = replace(Target(Field.NAME), label="full")


def _are_names(values: list[str]) -> bool:
    """Mostly one to four words of letters."""
    good = sum(1 <= len(words := value.split()) <= 4 and all(_WORD.match(each) for each in words) for value in values)
    return good >= 0.7 * len(values)
