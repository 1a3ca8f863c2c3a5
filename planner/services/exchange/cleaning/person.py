"""A raw row into the draft of a person, with everything odd about it said and nothing dropped silently."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from planner.domain.person import Birthday, Closeness, SourceKind
from planner.services.drafts import DetailDraft, PersonDraft
from planner.services.exchange.cleaning.contacts import read_addresses, read_mails, read_phones, read_socials
from planner.services.exchange.cleaning.dates import Day, NotADateError, Order, read_date
from planner.services.exchange.cleaning.names import FoundName, read_name
from planner.services.exchange.cleaning.text import clean_figure, clean_line, clean_passage, is_default
from planner.services.exchange.mapping.fields import Field, Labelled, Raw
from planner.services.exchange.problems import Problem

_SYSTEM_GROUPS = frozenset({"mycontacts", "my contacts", "other contacts", "othercontacts", "imported"})
_COLOUR_GROUPS = re.compile(
    r"(red|blue|green|orange|purple|yellow|rote|blaue|grüne|orange|lila|gelbe) (category|kategorie)|"
    r"catégorie (rouge|bleue|verte|orange|violette|jaune)|categoría (roja|azul|verde|naranja|púrpura|amarilla)",
    re.IGNORECASE,
)
_NO = frozenset({"no", "n", "false", "0", "nein", "non", "falsch", "faux", "falso", "subscribed", "not unsubscribed"})
_STOPPED = frozenset({"unsubscribed", "bounced", "opted out", "opted-out", "abgemeldet", "complained"})
_PLACEHOLDER_DAY = (1900, 1, 1)


@dataclass(frozen=True, slots=True)
class Rules:
    """How the rows of one file are cleaned."""

    country: str
    order: Order
    today: date
    closeness: Closeness = Closeness.ACQUAINTANCE
    source_kind: SourceKind = SourceKind.UNKNOWN
    source_name: str = ""
    tag: str = ""
    key_prefix: str = "list"


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A draft, what is odd about it, and channels (empty: every one) on which the file says not to contact them."""

    draft: PersonDraft
    problems: tuple[Problem, ...] = ()
    stops: tuple[tuple[str, str], ...] = ()
    introduced_by: str = ""


def clean(raw: Raw, rules: Rules) -> Cleaned:
    """The person in a row of a file."""
    problems = [Problem(code, {"text": text}) for code, text in raw.flaws]
    details: list[DetailDraft] = []
    notes = [note for each in raw.notes if (note := clean_passage(each))]
    addresses, country = read_addresses(raw.addresses)
    phones = read_phones(raw.phones, country or rules.country, problems, details)
    emails, mail_name = read_mails(raw.emails, problems, details)
    if mail_name and not _has_name(raw):
        raw.texts[Field.NAME] = mail_name
    name = _name(raw, problems, details)
    birthday = _birthday(raw, rules, problems, notes)
    _other_dates(raw, rules, details)
    company = clean_line(raw.texts.get(Field.COMPANY, ""))
    details += _details(raw)
    draft = PersonDraft(
        name=name.name or (company if not phones and not emails else ""),
        given=name.given,
        middle=name.middle,
        family=name.family,
        prefix=name.prefix,
        suffix=name.suffix,
        call_me=name.call_me,
        company=company,
        job=clean_line(raw.texts.get(Field.JOB, "")),
        department=clean_line(raw.texts.get(Field.DEPARTMENT, "")),
        closeness=rules.closeness,
        birthday=birthday,
        note="\n\n".join(notes),
        phones=phones,
        emails=emails,
        addresses=addresses,
        socials=read_socials(raw, details),
        details=tuple(details),
        tags=_tags(raw, rules),
        source_kind=rules.source_kind,
        source_name=rules.source_name,
        source_key=f"{rules.key_prefix}:{clean_figure(raw.key)}" if clean_figure(raw.key) else "",
        language=clean_line(raw.texts.get(Field.LANGUAGE, "")),
        is_favourite=raw.is_favourite,
    )
    introduced_by = clean_line(raw.texts.get(Field.INTRODUCED_BY, ""))
    return Cleaned(draft, tuple(_each_once(problems)), tuple(_stops(raw)), introduced_by)


def _each_once(problems: list[Problem]) -> list[Problem]:
    seen = {(problem.code, problem.facts.get("text")): problem for problem in reversed(problems)}
    return list(reversed(seen.values()))


def _has_name(raw: Raw) -> bool:
    return any(raw.texts.get(each) for each in (Field.NAME, Field.GIVEN, Field.FAMILY, Field.MIDDLE))


def _name(raw: Raw, problems: list[Problem], details: list[DetailDraft]) -> FoundName:
    name = read_name(raw.texts)
    problems += [Problem(f"name_{flag}", {"name": name.name, "raw": name.kept}) for flag in name.flags]
    if name.kept:
        details.append(DetailDraft("as_imported", "name", name.kept))
    return name


def _birthday(raw: Raw, rules: Rules, problems: list[Problem], notes: list[str]) -> Birthday | None:
    text = clean_line(raw.texts.get(Field.BIRTHDAY, "")) or _from_three(raw)
    if not text:
        return None
    try:
        day = read_date(text, rules.order, rules.today)
    except NotADateError:
        problems.append(Problem("date_invalid", {"text": text}))
        notes.append(f"{raw.birthday_label}: {text}" if raw.birthday_label else text)
        return None
    if day is None:
        return None
    if (day.year, day.month, day.day) == _PLACEHOLDER_DAY or _is_to_come(day, rules.today):
        problems.append(Problem("date_unlikely", {"text": text}))
        notes.append(f"{raw.birthday_label}: {text}" if raw.birthday_label else text)
        return None
    facts = {"text": text, "year": str(day.year or "")}
    problems += [Problem(f"date_{flag}", facts) for flag in day.flags]
    return Birthday(day.month, day.day, day.year)


def _from_three(raw: Raw) -> str:
    """Year, month and day in columns of their own."""
    year, month, day = (raw.texts.get(each, "") for each in (Field.BIRTH_YEAR, Field.BIRTH_MONTH, Field.BIRTH_DAY))
    if not (month.isdecimal() and day.isdecimal()):
        return ""
    return f"{int(year):04}-{int(month):02}-{int(day):02}" if year.isdecimal() else f"--{int(month):02}-{int(day):02}"


def _is_to_come(day: Day, today: date) -> bool:
    return day.year is not None and (day.year, day.month, day.day) > (today.year, today.month, today.day)


def _other_dates(raw: Raw, rules: Rules, details: list[DetailDraft]) -> None:
    for each in raw.dates:
        text = clean_line(each.value)
        try:
            day = read_date(text, rules.order, rules.today) if text else None
        except NotADateError:
            details.append(DetailDraft("extra", each.label, text))
            continue
        if day is not None:
            kind = "anniversary" if each.label.casefold() == "anniversary" else "date"
            details.append(DetailDraft(kind, each.label, day.iso))


def _details(raw: Raw) -> list[DetailDraft]:
    found = [
        DetailDraft("relation", each.label, name)
        for each in raw.relations
        for part in re.split(r"[;\n]", each.value)
        if (name := clean_line(part))
    ]
    introduced_by = clean_line(raw.texts.get(Field.INTRODUCED_BY, ""))
    if introduced_by:
        found.append(DetailDraft("relation", "referred by", introduced_by))
    found += [DetailDraft("url", each.label, url) for each in raw.urls if (url := clean_line(each.value))]
    found += [DetailDraft("evidence", each.label, text) for each in raw.evidence if (text := clean_passage(each.value))]
    found += [DetailDraft("evidence", each.label, text) for each in raw.stops if (text := clean_passage(each.value))]
    found += [
        DetailDraft("extra", each.label, text)
        for each in raw.details
        if (text := clean_passage(each.value)) and not is_default(text)
    ]
    return found


def _tags(raw: Raw, rules: Rules) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for each in raw.tags:
        name = clean_line(each).removeprefix("* ")
        if name and name.casefold() not in _SYSTEM_GROUPS and not _COLOUR_GROUPS.fullmatch(name):
            found[name] = None
    if rules.tag:
        found[rules.tag] = None
    return tuple(found)


def _stops(raw: Raw) -> list[tuple[str, str]]:
    """A file may say not to contact somebody; it can never give a permission."""
    found = []
    for each in raw.stops:
        text = clean_line(each.value)
        if text and text.casefold() not in _NO:
            found.append((_channel(each), f"{each.label}: {text}"))
    found += [
        ("email", f"{each.label}: {each.value}") for each in raw.evidence if each.value.strip().casefold() in _STOPPED
    ]
    return found


def _channel(each: Labelled) -> str:
    label = each.label.casefold()
    if "mail" in label or "unsub" in label:
        return "email"
    if "text" in label or "sms" in label:
        return "text"
    return "call" if "call" in label or "dnc" in label or "anruf" in label else ""
