"""What a column may hold, and what a row or a card brought before anything is cleaned."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Field(StrEnum):
    """Where the value of a column goes."""

    NAME = "name"
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    CALL_ME = "call_me"
    COMPANY = "company"
    JOB = "job"
    DEPARTMENT = "department"
    PHONE = "phone"
    PHONE_AREA = "phone_area"
    EMAIL = "email"
    STREET = "street"
    CITY = "city"
    REGION = "region"
    POSTCODE = "postcode"
    POSTCODE_CITY = "postcode_city"
    COUNTRY = "country"
    PO_BOX = "po_box"
    WHOLE_ADDRESS = "whole_address"
    BIRTHDAY = "birthday"
    BIRTH_YEAR = "birth_year"
    BIRTH_MONTH = "birth_month"
    BIRTH_DAY = "birth_day"
    DATE = "date"
    NOTE = "note"
    TAGS = "tags"
    URL = "url"
    SOCIAL = "social"
    RELATION = "relation"
    INTRODUCED_BY = "introduced_by"
    LANGUAGE = "language"
    FAVOURITE = "favourite"
    KEY = "key"
    EVIDENCE = "evidence"
    STOP = "stop"
    DETAIL = "detail"
    LABEL = "label"
    SHOWN = "shown"
    IGNORE = "ignore"


@dataclass(frozen=True, slots=True)
class Target:
    """Where a column goes: ``label`` says which (``mobile``, ``work``); ``group`` ties columns that belong together."""

    field: Field
    label: str = ""
    group: str = ""
    order: int = 0


@dataclass(slots=True)
class Labelled:
    """A value and what it is called; ``is_first`` marks the preferred one."""

    value: str
    label: str = ""
    is_first: bool = False


@dataclass(slots=True)
class RawAddress:
    """The parts of an address as they stood in the file."""

    label: str = ""
    street: list[str] = field(default_factory=list)
    po_box: str = ""
    city: str = ""
    region: str = ""
    postcode: str = ""
    country: str = ""
    whole: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether nothing of it is filled."""
        return not (
            self.street or self.po_box or self.city or self.region or self.postcode or self.country or self.whole
        )


@dataclass(slots=True)
class Raw:
    """One person as the file has them, in the file's own words."""

    line: int
    texts: dict[Field, str] = field(default_factory=dict)
    phones: list[Labelled] = field(default_factory=list)
    emails: list[Labelled] = field(default_factory=list)
    addresses: list[RawAddress] = field(default_factory=list)
    dates: list[Labelled] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    urls: list[Labelled] = field(default_factory=list)
    socials: list[Labelled] = field(default_factory=list)
    relations: list[Labelled] = field(default_factory=list)
    details: list[Labelled] = field(default_factory=list)
    evidence: list[Labelled] = field(default_factory=list)
    stops: list[Labelled] = field(default_factory=list)
    birthday_label: str = ""
    is_favourite: bool = False
    key: str = ""
    flaws: list[tuple[str, str]] = field(default_factory=list)
