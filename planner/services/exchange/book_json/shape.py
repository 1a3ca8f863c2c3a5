"""What a book file holds: for every kind of record its fields, their columns, their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import Any, Final

from planner.domain.move import Action, Band
from planner.domain.permission import Basis
from planner.domain.person import Closeness, LeapRule, SourceKind, Stage
from planner.domain.promise import PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, Direction, Purpose, TouchKind

FORMAT: Final = "warmbook-book"
VERSION: Final = 1


class Kind(Enum):
    """What a field may hold."""

    TEXT = "text"
    DAY = "day"
    CLOCK = "clock"
    INSTANT = "instant"
    FLAG = "flag"
    WHOLE = "whole"
    NUMBER = "number"
    WORD = "word"
    ZONE = "zone"


@dataclass(frozen=True, slots=True)
class Item:
    """A field: its name in the file, its column, what it may hold, and what it is when it is left out."""

    key: str
    column: str
    kind: Kind = Kind.TEXT
    default: Any = ""
    words: tuple[str, ...] = ()
    is_required: bool = False
    least: int = 0


def _word(
    key: str, column: str, words: type[StrEnum], default: StrEnum | None = None, *, required: bool = False
) -> Item:
    allowed = tuple(each.value for each in words)
    return Item(key, column, Kind.WORD, default.value if default else None, allowed, required)


def _day(key: str, column: str = "", *, required: bool = False) -> Item:
    return Item(key, column or key, Kind.DAY, None, is_required=required)


def _flag(key: str, column: str) -> Item:
    return Item(key, column, Kind.FLAG, 0)


def _texts(*names: str) -> tuple[Item, ...]:
    return tuple(Item(name, name) for name in names)


PERSON: Final = (
    *_texts("name", "given", "middle", "family", "prefix", "suffix", "call_me", "company", "job", "department"),
    _word("closeness", "closeness", Closeness, Closeness.ACQUAINTANCE),
    _word("stage", "stage", Stage, Stage.NEW),
    _day("stage_until"),
    _word("leap_rule", "leap_rule", LeapRule, LeapRule.FEB_28),
    Item("zone", "zone", Kind.ZONE),
    *_texts("how_known", "in_common", "life", "remember", "note", "source_key"),
    _word("preferred_channel", "preferred_channel", Channel),
    *_texts("best_times", "language"),
    Item("keep_in_touch_days", "keep_in_touch_days", Kind.WHOLE, None, least=1),
    _flag("favourite", "is_favourite"),
    _flag("deceased", "is_deceased"),
    _day("archived_on"),
    _day("added_on"),
    Item("revision", "rev", Kind.WHOLE, 0),
)
"""Fields of a person with a column of their own; birthday, source, introduced_by, import and the lists come on top."""

PHONE: Final = (
    Item("number", "typed", is_required=True),
    *_texts("label", "e164", "extension"),
    _flag("wrong", "is_wrong"),
    _flag("fax", "is_fax"),
)
EMAIL: Final = (Item("address", "address", is_required=True), *_texts("label"), _flag("wrong", "is_wrong"))
ADDRESS: Final = _texts("label", "street", "city", "region", "postcode", "country")
SOCIAL: Final = (*_texts("network"), Item("handle", "handle", is_required=True))
DETAIL: Final = (Item("kind", "kind", default="extra"), *_texts("label"), Item("value", "value", is_required=True))

PROMISE: Final = (
    _word("kind", "kind", PromiseKind, required=True),
    _day("due_on", required=True),
    _word("window", "window", Window, Window.DAY),
    Item("at", "at_time", Kind.CLOCK, None),
    Item("zone", "zone", Kind.ZONE),
    _word("channel", "channel", Channel),
    *_texts("reason", "words"),
    _day("made_on"),
    _word("status", "status", PromiseStatus, PromiseStatus.OPEN),
    _day("closed_on"),
)
TOUCH: Final = (
    _word("kind", "kind", TouchKind, required=True),
    _day("on", "on_date", required=True),
    Item("at", "at_time", Kind.CLOCK, None),
    Item("zone", "zone", Kind.ZONE, None),
    Item("points", "points", Kind.NUMBER, None),
    _word("channel", "channel", Channel),
    _word("direction", "direction", Direction),
    _word("purpose", "purpose", Purpose),
    *_texts("topic", "words", "note"),
    _flag("wants_answer", "wants_answer"),
    _flag("expects_call", "expects_call"),
    _flag("thanked_me", "thanked_me"),
    Item("entered_at", "entered_at", Kind.INSTANT, None),
)
"""Points, direction and purpose default to what the kind is worth; ``entered_at`` to the day and time of the touch."""

PERMISSION: Final = (
    _word("channel", "channel", Channel, required=True),
    _word("basis", "basis", Basis, Basis.VERBAL),
    *_texts("words"),
    _day("given_on"),
    *_texts("place"),
    _day("expires_on"),
    _day("revoked_on"),
    *_texts("revoked_words"),
)
STOP: Final = (
    _word("channel", "channel", Channel),
    _day("on", "on_date", required=True),
    *_texts("words"),
    Item("asked_by", "asked_by", default="them"),
)
THANK_YOU: Final = (
    _word("for", "trigger_kind", ThanksFor, required=True),
    _day("due_on", required=True),
    *_texts("about"),
    _day("done_on"),
)
LISTED: Final = (_day("on", "on_date", required=True), _flag("put_off", "is_put_off"))

SOURCE: Final = (
    _word("kind", "kind", SourceKind, required=True),
    *_texts("name", "vendor"),
    Item("cost_cents", "cost_cents", Kind.WHOLE, None),
    _day("bought_on"),
    *_texts("origin"),
    _day("interest_from"),
    _day("interest_to"),
    *_texts("consent_proof"),
    _day("dnc_checked_on"),
    Item("locked", "is_locked", Kind.FLAG, None),
)
"""``locked`` defaults to true for a bought list and false for every other source."""

IMPORT: Final = (
    Item("file", "file_name", is_required=True),
    Item("sha256", "sha256"),
    Item("format", "format"),
    Item("imported_at", "imported_at", Kind.INSTANT, is_required=True),
    Item("people", "people", Kind.WHOLE, 0),
    Item("skipped", "skipped", Kind.WHOLE, 0),
)
SHEET: Final = (
    Item("number", "number", Kind.WHOLE, is_required=True, least=1),
    _day("on", "for_date", required=True),
    Item("made_at", "made_at", Kind.INSTANT, is_required=True),
)
SHEET_ROW: Final = (
    Item("name", "name"),
    *_texts("phone"),
    Item("band", "band", Kind.WORD, "", ("", *(each.value for each in Band))),
    Item("action", "action", Kind.WORD, "", ("", *(each.value for each in Action))),
    _day("entered_on"),
)

LISTS: Final[Mapping[str, tuple[str, tuple[Item, ...]]]] = {
    "phones": ("phone", PHONE),
    "emails": ("email", EMAIL),
    "addresses": ("address", ADDRESS),
    "socials": ("social", SOCIAL),
    "details": ("detail", DETAIL),
    "promises": ("promise", PROMISE),
    "touches": ("touch", TOUCH),
    "permissions": ("permission", PERMISSION),
    "stops": ("stop_rule", STOP),
    "thank_yous": ("thank_you", THANK_YOU),
    "listed": ("listed", LISTED),
}
"""The lists of a person that hold records: their table and fields. Tags are plain words."""

POSITIONED: Final = frozenset({"phones", "emails", "addresses", "socials", "details"})
SHORT: Final[Mapping[str, str]] = {"phones": "number", "emails": "address"}
"""Lists whose records may be written as plain text: the field the text stands for."""
