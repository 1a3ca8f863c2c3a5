"""Whether a contact is allowed, in one sentence: every code of the resolver's reasons (compliance C4)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.ui.kit.i18n import _


def ruling(code: str, facts: Mapping[str, Any]) -> str:
    """The sentence for a code, with its blanks; empty for a code of another rule."""
    return _allowed(facts).get(code) or _not_allowed(facts).get(code, "")


def _allowed(facts: Mapping[str, Any]) -> dict[str, str]:
    is_dated = facts.get("on") is not None
    return {
        "asked_you_lately": _("They asked you about it; that holds until {until_year}."),
        "bought_lately": _("They bought from you; that holds until {until_year}."),
        "close_to_you": _("You are close; no rule about calls stands in the way."),
        "no_business_in_it": _("There is no offer in it."),
        "no_rule_for_channel": _("This way needs no permission."),
        "not_on_the_registry": _("Looked up on {on}: their number is not on the do-not-call list."),
        "they_said_yes": _("They said yes to this on {on_year}.") if is_dated else _("They said yes to this."),
        "you_know_each_other": _("You know each other; no rule about calls stands in the way."),
    }


def _not_allowed(facts: Mapping[str, Any]) -> dict[str, str]:
    has_words = bool(facts.get("words"))
    stopped = _("On {on_year} they asked you to stop: \u201c{words}\u201d.")
    return {
        "law_not_known": _("What the law says there is not known; ask for their permission first."),
        "look_number_up": _("Look their number up in the do-not-call list first."),
        "needs_yes_first": _("Where they live, the law wants their yes before any offer."),
        "yes_first_by_own_rule": _("Where they live, you want their yes before any offer."),
        "no_basis_known": _("Nothing shows yet that an offer is welcome; ask them first."),
        "no_way_there": _("Nothing you know leads to them this way."),
        "no_yes_to_write": _("They have not said yes to offers in writing."),
        "on_the_registry": _("Their number is on the do-not-call list."),
        "said_stop": stopped if has_words else _("On {on_year} they asked you to stop."),
        "said_stop_here": _("On {on_year} they asked you not to reach them this way."),
        "stop_not_understood": _("On {on_year} they said stop. Note what they meant; business waits until then."),
        "took_yes_back": _("They took their yes back on {on_year}."),
        "wrong_number": _("Their number is wrong; find another way."),
    }
