"""The layouts of known programs: which columns they write and what each of them means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import StrEnum

from planner.services.exchange.mapping.fields import Field, Target
from planner.services.exchange.mapping.words import understand

_F = Field


class Profile(StrEnum):
    """Who wrote a table."""

    GOOGLE = "google"
    OUTLOOK = "outlook"
    LINKEDIN = "linkedin"
    THUNDERBIRD = "thunderbird"
    HUBSPOT = "hubspot"
    PIPEDRIVE = "pipedrive"
    LIST = "list"


_NUMBERED = re.compile(
    r"(e-?mail|phone|address|relation|website|event|custom field|im|organization) (\d+) - (.+)", re.IGNORECASE
)
_KINDS = {
    "e-mail": _F.EMAIL,
    "email": _F.EMAIL,
    "phone": _F.PHONE,
    "relation": _F.RELATION,
    "website": _F.URL,
    "event": _F.DATE,
    "custom field": _F.DETAIL,
    "im": _F.SOCIAL,
}
_ADDRESS_PARTS = {
    "street": (_F.STREET, 1),
    "extended address": (_F.STREET, 2),
    "po box": (_F.PO_BOX, 0),
    "city": (_F.CITY, 0),
    "region": (_F.REGION, 0),
    "state": (_F.REGION, 0),
    "postal code": (_F.POSTCODE, 0),
    "country": (_F.COUNTRY, 0),
    "formatted": (_F.WHOLE_ADDRESS, 0),
}
_ORGANIZATION = {"name": _F.COMPANY, "title": _F.JOB, "department": _F.DEPARTMENT}
_GOOGLE_SIGNS = ("e-mail 1 - ", "phone 1 - ")
_GOOGLE_PLAIN = {
    "photo": _F.IGNORE,
    "file as": _F.IGNORE,
    "gender": _F.IGNORE,
    "directory server": _F.IGNORE,
    "mileage": _F.IGNORE,
    "sensitivity": _F.IGNORE,
    "priority": _F.IGNORE,
    "billing information": _F.IGNORE,
    "occupation": _F.DETAIL,
    "maiden name": _F.DETAIL,
    "location": _F.DETAIL,
    "hobby": _F.DETAIL,
    "short name": _F.DETAIL,
    "initials": _F.DETAIL,
    "subject": _F.DETAIL,
}
_OUTLOOK_SIGNS = frozenset(
    "business phone|home street|business street|e-mail 2 address|mobile phone|company main phone|business fax|"
    "home city|other phone|assistant's phone|e-mail display name|business city".split("|")
)
_OUTLOOK = {
    "title": Target(_F.PREFIX),
    "callback": Target(_F.PHONE, "callback"),
    "car phone": Target(_F.PHONE, "car"),
    "primary phone": Target(_F.PHONE, "main"),
    "radio phone": Target(_F.IGNORE),
    "company main phone": Target(_F.PHONE, "company"),
    "assistant's phone": Target(_F.PHONE, "assistant"),
    "referred by": Target(_F.INTRODUCED_BY),
    "imaddress": Target(_F.SOCIAL, "im"),
    "business address po box": Target(_F.PO_BOX, "work", "address work"),
    "home address po box": Target(_F.PO_BOX, "home", "address home"),
    "other address po box": Target(_F.PO_BOX, "other", "address other"),
    "home address": Target(_F.WHOLE_ADDRESS, "home", "address home"),
    "business address": Target(_F.WHOLE_ADDRESS, "work", "address work"),
    "other address": Target(_F.WHOLE_ADDRESS, "other", "address other"),
    "profession": Target(_F.DETAIL),
    "language": Target(_F.IGNORE),
    "spouse": Target(_F.RELATION, "spouse"),
    "schools": Target(_F.DETAIL),
    **{
        header: Target(_F.IGNORE)
        for header in (
            "account|billing information|directory server|gender|government id number|initials|internet free busy|"
            "location|mileage|office location|organizational id number|priority|private|sensitivity|isdn|telex|"
            "tty/tdd phone|given yomi|surname yomi|company yomi|e-mail type|e-mail 2 type|e-mail 3 type"
        ).split("|")
    },
    **{
        header: Target(_F.SHOWN, group=f"email {number}")
        for number, header in enumerate(("e-mail display name", "e-mail 2 display name", "e-mail 3 display name"), 1)
    },
    **{
        header: Target(_F.EMAIL, group=f"email {number}")
        for number, header in enumerate(("e-mail address", "e-mail 2 address", "e-mail 3 address"), 1)
    },
}
_ALWAYS_IGNORED = frozenset({"governmentidnumber", "ssn", "socialsecuritynumber", "regierungsnr"})
_LINKEDIN = {
    "url": Target(_F.SOCIAL, "linkedin"),
    "connected on": Target(_F.DATE, "connected"),
    "verbunden am": Target(_F.DATE, "connected"),
    "position": Target(_F.JOB),
}
_THUNDERBIRD = {
    "display name": Target(_F.NAME, "full"),
    "screen name": Target(_F.SOCIAL, "screen name"),
    "birth year": Target(_F.BIRTH_YEAR),
    "birth month": Target(_F.BIRTH_MONTH),
    "birth day": Target(_F.BIRTH_DAY),
}
_HUBSPOT = {
    "record id": Target(_F.KEY),
    "lifecycle stage": Target(_F.TAGS, "HubSpot"),
    "lead status": Target(_F.TAGS, "HubSpot"),
    "marketing contact status": Target(_F.EVIDENCE),
    "additional email addresses": Target(_F.EMAIL),
}
_TABLES = {
    Profile.OUTLOOK: _OUTLOOK,
    Profile.LINKEDIN: _LINKEDIN,
    Profile.THUNDERBIRD: _THUNDERBIRD,
    Profile.HUBSPOT: _HUBSPOT,
}


def who_wrote(headers: Sequence[str]) -> Profile:
    """The program whose columns these are."""
    names = {header.strip().casefold() for header in headers}
    if {"labels", "organization name"} <= names or any(name.startswith(_GOOGLE_SIGNS) for name in names):
        return Profile.GOOGLE
    if any(name.startswith("person - ") for name in names):
        return Profile.PIPEDRIVE
    if {"connected on", "first name"} <= names or "verbunden am" in names:
        return Profile.LINKEDIN
    if {"primary email", "secondary email"} <= names or {"birth year", "birth month", "birth day"} <= names:
        return Profile.THUNDERBIRD
    if "record id" in names and names & {"lifecycle stage", "lead status", "contact owner"}:
        return Profile.HUBSPOT
    return Profile.OUTLOOK if len(names & _OUTLOOK_SIGNS) >= 3 else Profile.LIST


def target_of(header: str, profile: Profile) -> Target | None:
    """Where a column of ``profile`` goes; None when its header says nothing."""
    name = header.strip().casefold()
    if "".join(each for each in name if each.isalnum()) in _ALWAYS_IGNORED:
        return Target(_F.IGNORE)
    if numbered := _NUMBERED.fullmatch(name):
        return _numbered(numbered[1], numbered[2], numbered[3])
    if profile is Profile.GOOGLE and name in _GOOGLE_PLAIN:
        return Target(_GOOGLE_PLAIN[name])
    if found := _TABLES.get(profile, {}).get(name):
        return found
    return understand(header)


def _numbered(kind: str, number: str, part: str) -> Target:
    group = f"{kind.replace('-', '')} {number}"
    if kind == "organization":
        found = _ORGANIZATION.get(part) if number == "1" else None
        return Target(found or _F.DETAIL)
    if part in ("type", "label"):
        return Target(_F.LABEL, group=group)
    if kind == "address":
        found_part, order = _ADDRESS_PARTS.get(part, (_F.DETAIL, 0))
        return Target(found_part, group=group, order=order)
    if part == "service":
        return Target(_F.LABEL, group=group)
    return Target(_KINDS[kind], group=group)
