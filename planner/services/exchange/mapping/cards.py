"""A vCard into one person as the file has them, whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import unquote

from planner.services.exchange.mapping.fields import Field, Labelled, Raw, RawAddress
from planner.services.exchange.reading.vcard import Card
from planner.services.exchange.reading.vcard_lines import Property

_WRAPPED = re.compile(r"_?\$!<(.*)>!\$_?")
_WITHOUT_A_PLACE = frozenset(
    "PHOTO LOGO SOUND KEY AGENT GEO TZ REV PRODID VERSION MAILER CLASS SORT-STRING SOURCE PROFILE CALSCALE XML "
    "CLIENTPIDMAP X-ABUID X-ABADR X-ABLABEL X-ABSHOWAS X-PRODID X-MS-OL-DESIGN X-MS-CARDPICTURE X-MOZILLA-HTML "
    "X-RADICALE-NAME X-SYNCEVOLUTION X-CLASS X-PHOENIX X-REDUCTION X-NO X-ADDRESSBOOKSERVER-KIND KIND X-IRMC-LUID "
    "X-GENERATOR LABEL".split()
)
_PREFIXES_WITHOUT_A_PLACE = (
    "X-OUTLOOK-EMAIL",
    "X-OUTLOOK-CREATE",
    "X-MS-OL",
    "X-EVOLUTION-FILE-AS",
    "X-MOZILLA-PROPERTY",
    "X-KADDRESSBOOK-CRYPTO",
    "X-ABSHOWAS",
    "X-GAMMU",
    "X-THUNDERBIRD-ETAG",
)
_DATES = {
    "ANNIVERSARY": "anniversary",
    "X-ANNIVERSARY": "anniversary",
    "X-MS-ANNIVERSARY": "anniversary",
    "X-EVOLUTION-ANNIVERSARY": "anniversary",
    "X-KADDRESSBOOK-X-ANNIVERSARY": "anniversary",
    "X-OUTLOOK-WEDDING-ANNIVERSARY": "anniversary",
    "DEATHDATE": "deathdate",
}
_RELATIONS = {
    "X-SPOUSE": "spouse",
    "X-EVOLUTION-SPOUSE": "spouse",
    "X-MS-SPOUSE": "spouse",
    "X-KADDRESSBOOK-X-SPOUSESNAME": "spouse",
    "X-MANAGER": "manager",
    "X-MS-MANAGER": "manager",
    "X-EVOLUTION-MANAGER": "manager",
    "X-ASSISTANT": "assistant",
    "X-MS-ASSISTANT": "assistant",
    "X-KADDRESSBOOK-X-ASSISTANTSNAME": "assistant",
    "X-KADDRESSBOOK-X-MANAGERSNAME": "manager",
    "X-EVOLUTION-ASSISTANT": "assistant",
    "X-CHILD": "child",
    "X-MS-CHILD": "child",
}
_MESSENGERS = {
    f"X-{name.upper()}": name
    for name in "aim icq jabber msn yahoo skype gadu-gadu qq google-talk twitter facebook".split()
} | {"X-SKYPE-USERNAME": "skype", "X-MS-IMADDRESS": "im", "X-MATRIX": "matrix", "X-TELEGRAM": "telegram"}
_PHONE_LABELS = (
    ("cell", "mobile"),
    ("mobile", "mobile"),
    ("iphone", "mobile"),
    ("pager", "pager"),
    ("car", "car"),
    ("main", "main"),
    ("work", "work"),
    ("arbeit", "work"),
    ("home", "home"),
    ("other", "other"),
)
_ANDROID_EVENTS = {"1": "anniversary", "3": "birthday"}


def is_group(card: Card) -> bool:
    """Whether a card is a list of other cards and no person."""
    kinds = [each.value.lower() for each in card.properties if each.name in ("KIND", "X-ADDRESSBOOKSERVER-KIND")]
    return "group" in kinds


def raw_from_card(card: Card) -> Raw:
    """What a card says of a person."""
    raw = Raw(card.line, flaws=list(card.flaws))
    labels = {each.group: each.value for each in card.properties if each.name == "X-ABLABEL" and each.group}
    countries = {each.group: each.value for each in card.properties if each.name == "X-ABADR" and each.group}
    for each in card.properties:
        if each.is_binary or not each.text.strip():
            continue
        _put(raw, each, _label(each, labels), countries)
    _address_from_label(raw, card)
    return raw


def _put(raw: Raw, each: Property, label: str, countries: Mapping[str, str]) -> None:
    if (put := _WRITERS.get(each.name)) is not None:
        put(raw, each, label)
    elif each.name == "ADR":
        _put_address(raw, each, label, countries.get(each.group, ""))
    elif each.name in _DATES:
        raw.dates.append(Labelled(each.value, _DATES[each.name]))
    elif each.name in _RELATIONS:
        raw.relations.append(Labelled(each.value, _RELATIONS[each.name]))
    elif each.name in _MESSENGERS:
        raw.socials.append(Labelled(each.value, _MESSENGERS[each.name]))
    elif each.name not in _WITHOUT_A_PLACE and not each.name.startswith(_PREFIXES_WITHOUT_A_PLACE):
        raw.details.append(Labelled(each.value, label or each.name.removeprefix("X-").replace("-", " ").lower()))


def _label(each: Property, labels: Mapping[str, str]) -> str:
    """The custom label of an ``itemN`` group; Apple's built-in words lose their wrapper."""
    own = labels.get(each.group, "")
    wrapped = _WRAPPED.fullmatch(own)
    return wrapped[1].lower() if wrapped else own


def _is_first(each: Property) -> bool:
    return "pref" in each.types or each.params.get("PREF", [""])[0] == "1"


def _place(each: Property, label: str) -> str:
    if label:
        return label
    return next((name for name in ("work", "home", "other") if name in each.types), "")


def _put_n(raw: Raw, each: Property, _label: str) -> None:
    parts = [" ".join(filter(None, names)) for names in each.lists()]
    fields = (Field.FAMILY, Field.GIVEN, Field.MIDDLE, Field.PREFIX, Field.SUFFIX)
    for field, part in zip(fields, parts, strict=False):
        if part and field not in raw.texts:
            raw.texts[field] = part


def _put_org(raw: Raw, each: Property, _label: str) -> None:
    company, *units = [*each.parts(), ""]
    _once(raw, Field.COMPANY, company, "org")
    _once(raw, Field.DEPARTMENT, ", ".join(filter(None, units)), "org")


def _once(raw: Raw, field: Field, value: str, label: str) -> None:
    """The first value fills the field, a second one becomes a detail."""
    if not value:
        return
    if raw.texts.setdefault(field, value) != value:
        raw.details.append(Labelled(value, label))


def _put_tel(raw: Raw, each: Property, label: str) -> None:
    value = each.value
    if value.lower().startswith("tel:"):
        number, _semicolon, rest = value[4:].partition(";")
        extension = re.search(r"ext=([\d]+)", rest)
        value = unquote(number) + (f" x{extension[1]}" if extension else "")
    types = each.types
    if "whatsapp" in types or "sip" in value[:4].lower():
        raw.socials.append(Labelled(value, "whatsapp" if "whatsapp" in types else "sip"))
        return
    found = next((name for sign, name in _PHONE_LABELS if sign in types), "")
    if "fax" in types:
        found = f"{found} fax".strip()
    raw.phones.append(Labelled(value, label or found, _is_first(each)))


def _put_email(raw: Raw, each: Property, label: str) -> None:
    raw.emails.append(Labelled(each.value, _place(each, label), _is_first(each)))


def _put_address(raw: Raw, each: Property, label: str, country: str) -> None:
    parts = each.parts() + [""] * 7
    address = RawAddress(_place(each, label), [part for part in (parts[2], parts[1]) if part], parts[0])
    address.city, address.region, address.postcode = parts[3], parts[4], parts[5]
    address.country = parts[6] or country
    if not address.is_empty:
        raw.addresses.append(address)


def _address_from_label(raw: Raw, card: Card) -> None:
    """A LABEL is the address as printed: used only when there is no ADR."""
    if not raw.addresses:
        printed = [each for each in card.properties if each.name == "LABEL" and each.value]
        raw.addresses = [RawAddress(_place(each, ""), whole=each.value) for each in printed]


def _put_bday(raw: Raw, each: Property, _label: str) -> None:
    if "1604" in each.params.get("X-APPLE-OMIT-YEAR", ()):
        raw.texts[Field.BIRTHDAY] = re.sub(r"^1604-?", "--", each.value)
    else:
        raw.texts.setdefault(Field.BIRTHDAY, each.value)
    raw.birthday_label = "BDAY"


def _put_abdate(raw: Raw, each: Property, label: str) -> None:
    raw.dates.append(Labelled(each.value, label))


def _put_related(raw: Raw, each: Property, label: str) -> None:
    if not each.value.lower().startswith(("urn:", "http")):
        types = [name for name in each.types if name not in ("text", "uri")]
        raw.relations.append(Labelled(each.value, label or next(iter(types), "")))


def _put_tags(raw: Raw, each: Property, _label: str) -> None:
    for name in each.parts(","):
        if name.lower() == "starred":
            raw.is_favourite = True
        elif name:
            raw.tags.append(name)


def _put_social(raw: Raw, each: Property, _label: str) -> None:
    network = next(iter(each.params.get("X-SERVICE-TYPE", [])), "") or next(
        (name for name in each.types if name not in ("pref", "home", "work", "personal", "business")), ""
    )
    value = re.sub(r"^(x-apple|xmpp|skype|sip|aim|msnim|ymsgr|im):", "", each.value)
    scheme = re.match(r"(xmpp|skype|sip|aim|msnim|ymsgr):", each.value)
    if value:
        raw.socials.append(Labelled(value, network.lower() or (scheme[1] if scheme else "im")))


def _put_android(raw: Raw, each: Property, _label: str) -> None:
    parts = [*each.parts(), "", "", "", ""]
    kind = parts.pop(0).rpartition("/")[2]
    if kind == "nickname":
        _once(raw, Field.CALL_ME, parts[0], "nickname")
    elif kind == "contact_event" and _ANDROID_EVENTS.get(parts[1]) == "birthday":
        raw.texts.setdefault(Field.BIRTHDAY, parts[0])
    elif kind == "contact_event":
        raw.dates.append(Labelled(parts[0], _ANDROID_EVENTS.get(parts[1]) or parts[2] or "date"))
    elif kind == "relation":
        raw.relations.append(Labelled(parts[0], parts[2]))
    elif any(parts):
        raw.details.append(Labelled(";".join(filter(None, parts)), kind))


def _put_nickname(raw: Raw, each: Property, _label: str) -> None:
    for name in filter(None, each.parts(",")):
        _once(raw, Field.CALL_ME, name, "nickname")


def _text(field: Field, label: str) -> Callable[[Raw, Property, str], None]:
    return lambda raw, each, _label: _once(raw, field, each.value, label)


def _put_uid(raw: Raw, each: Property, _label: str) -> None:
    raw.key = raw.key or each.value


_WRITERS: Mapping[str, Callable[[Raw, Property, str], None]] = {
    "N": _put_n,
    "FN": _text(Field.NAME, "fn"),
    "NICKNAME": _put_nickname,
    "ORG": _put_org,
    "TITLE": _text(Field.JOB, "title"),
    "ROLE": lambda raw, each, _label: raw.details.append(Labelled(each.value, "role")),
    "TEL": _put_tel,
    "X-MS-TEL": _put_tel,
    "EMAIL": _put_email,
    "BDAY": _put_bday,
    "X-ABDATE": _put_abdate,
    "X-ABRELATEDNAMES": _put_related,
    "RELATED": _put_related,
    "CATEGORIES": _put_tags,
    "NOTE": lambda raw, each, _label: raw.notes.append(each.value),
    "URL": lambda raw, each, label: raw.urls.append(Labelled(each.value, _place(each, label))),
    "IMPP": _put_social,
    "X-SOCIALPROFILE": _put_social,
    "X-ANDROID-CUSTOM": _put_android,
    "UID": _put_uid,
    "LANG": _text(Field.LANGUAGE, "lang"),
}
