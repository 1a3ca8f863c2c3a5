"""What a book file holds: for every kind of record its fields, their columns, their defaults."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from planner.domain.activity import ActivityKind
from planner.domain.commitment import CommitmentStatus, CommitmentTo
from planner.domain.interest import Scope
from planner.domain.move import Action, Band
from planner.domain.order import CameBack, OrderBegan
from planner.domain.party import GuestStatus, PartyKind
from planner.domain.permission import Basis, Meant
from planner.domain.person import Closeness, LeapRule, Registry, SourceKind, Stage
from planner.domain.plan_step import PlanKind
from planner.domain.promise import PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor
from planner.domain.touch import Channel, Direction, Purpose, TouchKind
from planner.services.exchange.book_json.items import Item, Kind, day, flag, texts, word

FORMAT: Final = "warmbook-book"
VERSION: Final = 1


PERSON: Final = (
    *texts("name", "given", "middle", "family", "prefix", "suffix", "call_me", "company", "job", "department"),
    word("closeness", "closeness", Closeness, Closeness.ACQUAINTANCE),
    word("stage", "stage", Stage, Stage.NEW),
    day("stage_until"),
    word("leap_rule", "leap_rule", LeapRule, LeapRule.FEB_28),
    Item("zone", "zone", Kind.ZONE),
    *texts("how_known", "in_common", "life", "remember", "note", "source_key"),
    word("preferred_channel", "preferred_channel", Channel),
    *texts("best_times", "language"),
    Item("keep_in_touch_days", "keep_in_touch_days", Kind.WHOLE, None, least=1),
    flag("favourite", "is_favourite"),
    flag("deceased", "is_deceased"),
    day("archived_on"),
    day("removed_on"),
    day("added_on"),
    Item("revision", "rev", Kind.WHOLE, 0),
    *texts("fact", "good_reason", "opening_line", "voicemail_plan", "good_ending", "wish", "consultant"),
    day("introduced_on"),
    flag("minor", "is_minor"),
    flag("wanted_on_team", "is_wanted_on_team"),
    flag("no_fit", "is_no_fit"),
)
"""Fields of a person with a column of their own; birthday, source, introduced_by, import and the lists come on top."""

PHONE: Final = (
    Item("number", "typed", is_required=True),
    *texts("label", "e164", "extension"),
    flag("wrong", "is_wrong"),
    flag("fax", "is_fax"),
    word("registry", "registry", Registry),
    day("registry_on"),
)
EMAIL: Final = (Item("address", "address", is_required=True), *texts("label"), flag("wrong", "is_wrong"))
ADDRESS: Final = texts("label", "street", "city", "region", "postcode", "country")
SOCIAL: Final = (*texts("network"), Item("handle", "handle", is_required=True))
DETAIL: Final = (Item("kind", "kind", default="extra"), *texts("label"), Item("value", "value", is_required=True))

PROMISE: Final = (
    word("kind", "kind", PromiseKind, required=True),
    day("due_on", required=True),
    word("window", "window", Window, Window.DAY),
    Item("at", "at_time", Kind.CLOCK, None),
    Item("zone", "zone", Kind.ZONE),
    word("channel", "channel", Channel),
    *texts("reason", "words"),
    day("made_on"),
    word("status", "status", PromiseStatus, PromiseStatus.OPEN),
    day("closed_on"),
)
TOUCH: Final = (
    word("kind", "kind", TouchKind, required=True),
    day("on", "on_date", required=True),
    Item("at", "at_time", Kind.CLOCK, None),
    Item("zone", "zone", Kind.ZONE, None),
    Item("points", "points", Kind.NUMBER, None),
    word("channel", "channel", Channel),
    word("direction", "direction", Direction),
    word("purpose", "purpose", Purpose),
    *texts("topic", "words", "note"),
    flag("wants_answer", "wants_answer"),
    flag("expects_call", "expects_call"),
    flag("thanked_me", "thanked_me"),
    Item("entered_at", "entered_at", Kind.INSTANT, None),
)
"""Points, direction and purpose default to what the kind is worth; ``entered_at`` to the day and time of the touch."""

PERMISSION: Final = (
    word("channel", "channel", Channel, required=True),
    word("basis", "basis", Basis, Basis.VERBAL),
    *texts("words"),
    day("given_on"),
    *texts("place"),
    day("expires_on"),
    day("revoked_on"),
    *texts("revoked_words"),
)
STOP: Final = (
    word("channel", "channel", Channel),
    day("on", "on_date", required=True),
    *texts("words"),
    Item("asked_by", "asked_by", default="them"),
    word("meant", "meant", Meant),
    Item("at", "at_time", Kind.CLOCK, None),
)
THANK_YOU: Final = (
    word("for", "trigger_kind", ThanksFor, required=True),
    day("due_on", required=True),
    *texts("about"),
    day("done_on"),
)
ORDER: Final = (
    day("on", "on_date", required=True),
    day("delivered_on"),
    word("began", "began", OrderBegan, OrderBegan.ASKED),
    Item("total_cents", "total_cents", Kind.WHOLE, None),
    day("cooling_off_until"),
    word("came_back", "came_back", CameBack),
    day("came_back_on"),
    *texts("came_back_why", "note"),
)
ORDER_LINE: Final = (
    Item("product", "product", is_required=True),
    Item("quantity", "quantity", Kind.WHOLE, 1, least=1),
    Item("days_supply", "days_supply", Kind.WHOLE, None, least=1),
)
MEMBERSHIP: Final = (
    day("joined_on", required=True),
    Item("joined_at", "joined_at", Kind.CLOCK, None),
    Item("zone", "zone", Kind.ZONE),
    flag("raised_hand", "raised_hand"),
    day("trained_on"),
    day("launch_on"),
    day("left_on"),
    *texts("goals", "note"),
    Item("daily_check", "wants_daily_check", Kind.FLAG, 1),
)
COMMITMENT: Final = (
    word("what", "what", CommitmentTo, required=True),
    day("by", "by_date", required=True),
    *texts("words"),
    day("made_on"),
    word("status", "status", CommitmentStatus, CommitmentStatus.OPEN),
    day("closed_on"),
)
INTEREST: Final = (
    word("scope", "scope", Scope, required=True),
    *texts("topic"),
    day("on", "on_date"),
    *texts("words"),
    flag("raised_hand", "raised_hand"),
    *texts("why"),
    day("ended_on"),
)
NO: Final = (
    word("scope", "scope", Scope, required=True),
    day("on", "on_date", required=True),
    *texts("words"),
    day("lifted_on"),
    *texts("lifted_words"),
)
PAUSE: Final = (day("since", required=True), day("until", required=True), *texts("what"))
STEP: Final = (
    word("plan", "plan", PlanKind, required=True),
    day("anchor_on", required=True),
    Item("step", "step", is_required=True),
    day("done_on", required=True),
)
STAGE_SINCE: Final = (day("on", "on_date", required=True), word("stage", "stage", Stage))
"""Without a stage it is not known from that day on; before the first, somebody was new since they were added."""

LISTED: Final = (day("on", "on_date", required=True), flag("put_off", "is_put_off"), flag("wanted", "is_wanted"))

SOURCE: Final = (
    word("kind", "kind", SourceKind, required=True),
    *texts("name", "vendor"),
    Item("cost_cents", "cost_cents", Kind.WHOLE, None),
    day("bought_on"),
    *texts("origin"),
    day("interest_from"),
    day("interest_to"),
    *texts("consent_proof"),
    day("dnc_checked_on"),
    Item("locked", "is_locked", Kind.FLAG, None),
    *texts("unknown"),
)
"""``locked`` defaults to true for a bought list and false for every other source."""

PRODUCT: Final = (
    Item("name", "name", is_required=True),
    *texts("category"),
    Item("days_supply", "days_supply", Kind.WHOLE, None, least=1),
    flag("seasonal", "is_seasonal"),
)
ACTIVITY: Final = (
    day("on", "on_date", required=True),
    word("kind", "kind", ActivityKind, required=True),
    *texts("what"),
    Item("minutes", "minutes", Kind.WHOLE, 0),
)
PARTY: Final = (
    word("kind", "kind", PartyKind, PartyKind.HOME),
    *texts("name"),
    day("on", "on_date", required=True),
    Item("at", "at_time", Kind.CLOCK, None),
    Item("zone", "zone", Kind.ZONE),
    *texts("goal"),
    day("booked_on"),
    day("rewards_on"),
    day("cancelled_on"),
    *texts("note"),
)
GUEST: Final = (word("status", "status", GuestStatus, GuestStatus.INVITED), *texts("note"))

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
    day("on", "for_date", required=True),
    Item("made_at", "made_at", Kind.INSTANT, is_required=True),
)
SHEET_ROW: Final = (
    Item("name", "name"),
    *texts("phone"),
    Item("band", "band", Kind.WORD, "", ("", *(each.value for each in Band))),
    Item("action", "action", Kind.WORD, "", ("", *(each.value for each in Action))),
    day("entered_on"),
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
    "orders": ("purchase", ORDER),
    "memberships": ("membership", MEMBERSHIP),
    "commitments": ("commitment", COMMITMENT),
    "interests": ("interest", INTEREST),
    "noes": ("said_no", NO),
    "pauses": ("life_pause", PAUSE),
    "steps": ("plan_step", STEP),
    "stages": ("stage_since", STAGE_SINCE),
    "listed": ("listed", LISTED),
}
"""The lists of a person that hold records: their table and fields. Tags are plain words."""

POSITIONED: Final = frozenset({"phones", "emails", "addresses", "socials", "details"})
SHORT: Final[Mapping[str, str]] = {"phones": "number", "emails": "address"}
"""Lists whose records may be written as plain text: the field the text stands for."""
