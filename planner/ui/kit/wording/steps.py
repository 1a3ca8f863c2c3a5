"""What was done, as the undo bar and the Edit menu say it: every code of an undo step."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from planner.ui.kit.i18n import _
from planner.ui.kit.wording.facts import filled, short_name

if TYPE_CHECKING:
    from planner.services.undo import Step


def step_done(step: Step) -> str:
    """What was done: "Logged with Maria"."""
    facts = {"name": "", "count": 1, "number": ""} | step.detail
    facts["name"] = short_name(str(facts["name"]))
    words = _counted(step.what, facts) or _kind_words(step.what, facts) or _part_words(step.what, facts)
    return filled(words or (_sentences() | _dealings()).get(step.what, _("Changed")), facts)


def _kind_words(what: str, facts: Mapping[str, Any]) -> str:
    """A no is work well done, and silence is nobody's fault (001-03, 004-13)."""
    if what != "outcome_logged":
        return ""
    closed = _("Closed kindly with {name}. Good work.")
    silence = _("Noted for {name}. Most people don\u2019t pick up; it isn\u2019t about you.")
    return {
        "no": closed,
        "does_not_remember": closed,
        "other_company": closed,
        "other_consultant": closed,
        "no_answer": silence,
        "voicemail_full": silence,
        "stop": _("Done. {name} is left in peace"),
        "died": _("Noted. {name} stays in the book, and is not contacted"),
    }.get(str(facts.get("outcome", "")), "")


def _part_words(what: str, facts: dict[str, Any]) -> str:
    """Which line of a person was written, where it was one of them."""
    parts = {
        "name": _("Name"),
        "phones": _("Phone"),
        "emails": _("E-mail"),
        "addresses": _("Address"),
        "closeness": _("How you know each other"),
        "source": _("Where they come from"),
        "how_known": _("How you met"),
        "call_me": _("Goes by"),
        "birthday": _("Birthday"),
        "in_common": _("In common"),
        "life": _("Life"),
        "wish": _("What do they wish for?"),
        "remember": _("Remember"),
        "preferred_channel": _("Likes to be reached by"),
        "best_times": _("Best times"),
        "zone": _("Time zone"),
        "company": _("Company"),
        "job": _("Work"),
        "tags": _("Tags"),
        "note": _("Note"),
    }
    part = parts.get(str(facts.get("part"))) if what == "person_saved" else None
    if part is None:
        return ""
    facts["part"] = part.rstrip("?").lower()
    return _("{name} saved: {part}")


def _sentences() -> dict[str, str]:
    return {
        "book_imported": _("{name} brought in"),
        "checklist_saved": _("Checklist of {name} saved"),
        "commitment_done": _("{name} did it"),
        "commitment_moved": _("{name} needs longer; noted"),
        "commitment_noted": _("What {name} will do is noted"),
        "commitment_withdrawn": _("{name} changed their mind; noted"),
        "fan_marked": _("{name} is a fan"),
        "guest_answered": _("{name} answered"),
        "guests_invited": _("Guests of {name} noted"),
        "hand_raised": _("{name} raised a hand"),
        "homework_saved": _("Homework on {name} saved"),
        "import": _("{name} brought in"),
        "import_undone": _("{name} taken out again"),
        "interest_ended": _("Wish of {name} ended"),
        "interest_noted": _("What {name} would like is noted"),
        "introduced": _("Introduction to {name} noted"),
        "introduction_asked": _("Introduction to {name} asked for"),
        "no_said": _("The No of {name} is noted"),
        "override_noted": _("Why with {name} is noted"),
        "party_booked": _("Party booked: {name}"),
        "party_cancelled": _("Party called off: {name}"),
        "party_moved": _("Party moved: {name}"),
        "party_saved": _("Party saved: {name}"),
        "pause_begun": _("Business with {name} rests"),
        "pause_ended": _("The rest of {name} is over"),
        "delayed": _("{name} waits for the day you chose"),
        "fresh_start": _("A fresh start with {count} a day"),
        "let_go": _("{name} let go until their next time"),
        "outcome_logged": _("Logged with {name}"),
        "permission_granted": _("What {name} allowed is noted"),
        "permission_revoked": _("{name} took a yes back"),
        "person_added": _("{name} added"),
        "person_saved": _("{name} saved"),
        "preferences": _("Preferences saved"),
        "promise_kept": _("Promise to {name} kept"),
        "promise_let_go": _("Promise to {name} let go"),
        "promise_made": _("Promise to {name} noted"),
        "promise_moved": _("Another time agreed with {name}"),
        "promises_settled": _("Missed promises noted"),
        "registry_noted": _("Look-up for {name} noted"),
        "rewards_given": _("Rewards given: {name}"),
        "put_off": _("{name} waits for another day"),
        "sheet_forgotten": _("Sheet {number} forgotten"),
        "sheet_printed": _("Sheet {number} printed"),
        "stage_set": _("{name} moved on"),
        "stop_lifted": _("Stop from {name} lifted"),
        "stop_set": _("{name} asked to stop; noted"),
        "stop_understood": _("What {name} meant is noted"),
        "talked": _("Logged with {name}"),
        "view_added": _("View “{name}” saved"),
        "view_moved": _("View “{name}” moved"),
        "view_removed": _("View “{name}” deleted"),
        "view_saved": _("View “{name}” saved"),
        "thanked": _("{name} thanked"),
        "touch_changed": _("Entry with {name} corrected"),
        "touch_logged": _("Logged with {name}"),
        "touch_removed": _("Entry with {name} removed"),
    }


def _dealings() -> dict[str, str]:
    return {
        "activity_noted": _("What you did is noted"),
        "activity_removed": _("Taken out of what you did"),
        "win_noted": _("What went well is noted"),
        "win_removed": _("Taken out of what went well"),
        "launch_set": _("Launch day of {name} noted"),
        "member_trained": _("First training of {name} noted"),
        "membership_saved": _("{name} on your team: saved"),
        "order_came_back": _("Order of {name}: it did not stay"),
        "order_delivered": _("Order of {name} delivered"),
        "order_placed": _("Order of {name} noted"),
        "order_removed": _("Order of {name} removed"),
        "order_saved": _("Order of {name} saved"),
        "product_removed": _("{name} taken off the list"),
        "product_saved": _("{name} saved"),
        "step_ticked": _("Step with {name} done"),
        "step_unticked": _("Step with {name} open again"),
        "team_joined": _("{name} joined your team"),
        "team_left": _("{name} left your team"),
    }


def _counted(what: str, facts: Mapping[str, Any]) -> str:
    """Steps that are about one person by name, or about several by number."""
    one = facts["count"] == 1
    return {
        "closeness_set": _("How close {name} is: noted") if one else _("How close {count} people are: noted"),
        "people_archived": _("{name} put away") if one else _("{count} people put away"),
        "people_brought_back": _("{name} brought back") if one else _("{count} people brought back"),
        "people_on_sheet": _("{name} is on today’s sheet") if one else _("{count} people are on today’s sheet"),
        "people_tagged": _("Tags of {name} saved") if one else _("Tags of {count} people saved"),
        "source_set": _("Where {name} comes from: noted") if one else _("Where {count} people come from: noted"),
        "people_removed": _("{name} is in the bin") if one else _("{count} people are in the bin"),
        "people_restored": _("{name} is back") if one else _("{count} people are back"),
    }.get(what, "")
