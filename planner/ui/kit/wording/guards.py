"""What stands against a contact, in one sentence: every code of the guards (rules D5)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.ui.kit.i18n import _, ngettext

Facts = Mapping[str, Any]


def guard(code: str, facts: Facts) -> str:
    """The sentence for a code, with its blanks; empty for a code of another rule."""
    return _about_whom(facts).get(code) or _about_the_ask().get(code) or _about_the_contact(facts).get(code, "")


def _about_whom(facts: Facts) -> dict[str, str]:
    has_words, has_others = bool(facts.get("words")), bool(facts.get("others"))
    return {
        "business_stopped": _("They asked you to leave business aside: \u201c{words}\u201d.")
        if has_words
        else _("They asked you to leave business aside."),
        "double_is_stricter": _("{name} may be in your book twice; the stricter entry counts."),
        "double_wants_peace": _("{name} may be in your book twice, and one entry asks for peace."),
        "has_a_consultant": _("They are a customer of {name}; ask for nothing."),
        "life_comes_first": _("Something else comes first for them until {until}: {what}.")
        if facts.get("what")
        else _("Something else comes first for them until {until}."),
        "no_interest": _("They have only spoken of {others} so far.")
        if has_others
        else _("They have not shown an interest in this yet."),
        "said_no_to": _("They said no to this on {on_year}: {scope}. Only they can bring it up again."),
        "under_eighteen": _("They are under eighteen: no asks; talk with a parent."),
        "what_did_they_mean": _(
            "They wrote \u201c{words}\u201d. Hold all business and note what they meant, by {until}."
        )
        if has_words
        else _("They said stop. Hold all business; note what they meant by {until}."),
        "why_would_they": _("Write down first why they would want it."),
    }


def _about_the_ask() -> dict[str, str]:
    return {
        "left_the_team": _("They left your team; do not ask them to join again before {until}."),
        "law_rests": _("They said no. The law there wants you to offer nothing before {until}."),
        "law_tries": _("The law there bears few tries a month; the next one is fine on {until}."),
        "mind_may_change": _("They may still change their mind about an order; offer nothing more before {until}."),
        "kindness_lately": _("You were kind to them just now; ask for nothing before {until}."),
        "no_ask_on_voicemail": _("Nothing is offered on a voicemail."),
        "no_price_first": _("No price in a first message."),
        "trick_words": _("Leave out \u201c{word}\u201d: it promises too much, hurries or hides."),
    }


def _about_the_contact(facts: Facts) -> dict[str, str]:
    count = facts.get("count", 0)
    return {
        "called_there_today": _("You called {name} at this number today; one call a day is enough."),
        "called_lately": _("You called today already; leave some hours between two calls."),
        "called_today": _("You called today already; enough until {until}."),
        "closed_now": _("Not a good hour there before {opens} on {on}, your time."),
        "no_hour_at_all": _("No hour is fine for this there."),
        "homework_missing": _homework(facts),
        "in_touch_today": _("You were in touch today; leave it there until {until}."),
        "mailed_lately": _("You sent an e-mail on {on}; the next one waits until {until}."),
        "no_more_voicemail": _("No more voicemail; write instead."),
        "number_stopped": _("{name} has the same number and asked you not to use it."),
        "strangers_this_week": ngettext(
            "You wrote to {count} stranger there this week; the next one waits until {until}.",
            "You wrote to {count} strangers there this week; the next one waits until {until}.",
            count,
        ),
        "strangers_today": ngettext(
            "You wrote to {count} stranger there today; the next one waits until {until}.",
            "You wrote to {count} strangers there today; the next one waits until {until}.",
            count,
        ),
    }


def _homework(facts: Facts) -> str:
    return _("Before a first call, find out: {lines}.") if facts.get("lines") else _("Your homework is done.")
