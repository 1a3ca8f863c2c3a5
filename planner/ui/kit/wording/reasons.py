"""Why something is so, in one sentence: every code of a ``Reason``."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from planner.domain.cadence import DueKind
from planner.domain.reason import Reason
from planner.ui.kit.i18n import _, ngettext, pgettext, remembered
from planner.ui.kit.wording.facts import filled
from planner.ui.kit.wording.guards import guard
from planner.ui.kit.wording.plans import plan
from planner.ui.kit.wording.rulings import ruling

Facts = Mapping[str, Any]


def because(reason: Reason) -> str:
    """A reason as a sentence; the rule's id is for the tooltip."""
    pattern = next((text for find in _FINDERS if (text := find(reason.code, reason.facts))), "")
    facts = dict(reason.facts)
    if isinstance(facts.get("what"), DueKind):
        facts["what"] = due_kind(facts["what"])
    return filled(pattern, facts)


@remembered
def due_kind(value: DueKind) -> str:
    """What a date ahead is about, inside a sentence: "a birthday"."""
    return {
        DueKind.PROMISE: pgettext("ahead", "a promise"),
        DueKind.INQUIRY: pgettext("ahead", "an answer"),
        DueKind.BIRTHDAY: pgettext("ahead", "a birthday"),
        DueKind.THANKS: pgettext("ahead", "a thank-you"),
        DueKind.NEXT_STEP: pgettext("ahead", "a next step to agree"),
        DueKind.FOLLOW_UP: pgettext("ahead", "a follow-up"),
        DueKind.ATTEMPT: pgettext("ahead", "another try"),
        DueKind.RECONNECT: pgettext("ahead", "a hello after a long time"),
        DueKind.KEEP_IN_TOUCH: pgettext("ahead", "staying in touch"),
        DueKind.ASK_NUMBER: pgettext("ahead", "asking for a number"),
        DueKind.HOMEWORK: pgettext("ahead", "finding out more"),
        DueKind.TEAM_STEP: pgettext("ahead", "a step in the team"),
        DueKind.PARTY_STEP: pgettext("ahead", "a step for the party"),
        DueKind.THEIR_DATE: pgettext("ahead", "their own date"),
        DueKind.CHECK_IN: pgettext("ahead", "asking how it is going"),
        DueKind.REORDER: pgettext("ahead", "something running low"),
        DueKind.ASK: pgettext("ahead", "room for an ask"),
        DueKind.INTRODUCTION: pgettext("ahead", "an introduction"),
        DueKind.FIRST_CALL: pgettext("ahead", "a first call"),
    }[value]


def _plain(code: str, _facts: Facts) -> str:
    """Sentences that are the same whatever is known."""
    return _about_asking().get(code) or _about_the_way().get(code) or _about_waiting().get(code, "")


def _about_asking() -> dict[str, str]:
    return {
        "asked_lately": _("You asked lately; wait until {until} with the next ask."),
        "asks_rest": _("Ask for nothing until {until}: the last ask was too much."),
        "give_first": _("Give first: the account stands at {points}, an ask needs {needs}."),
        "give_something": _("The account is low ({points}): give something, ask for nothing."),
        "leave_in_peace": _("Ask for nothing: they want to be left in peace."),
        "list_is_locked": _("This list was bought; go through its checklist first."),
        "no_ask_after_reconnect": _("Ask for nothing until {until}."),
        "no_ask_with_kindness": _("Ask for nothing now: kindness stands alone."),
        "no_link_first": _("No link and no offer in a first message."),
        "problem_first": _("Put the problem right before you ask for anything."),
        "promise_first": _("Keep your promise before you ask for anything."),
        "protected": _("No asks among friends and family until they bring it up themselves."),
        "room_for_ask": _("There is room for one ask."),
        "said_no": _("They said no. Only they can bring it up again."),
        "say_sorry_first": _("You owe them an apology as well; begin with that."),
        "thank_first": _("Thank them before you ask for anything."),
    }


def _about_the_way() -> dict[str, str]:
    return {
        "closed_today": _("The hours for calls are over for today."),
        "in_writing": _("In writing, because calling is not open to you."),
        "mail_meanwhile": _("An e-mail is fine in the meantime."),
        "no_answer_voicemail": _("If nobody answers: a voicemail without an offer, with your next time."),
        "no_answer_write": _("If nobody answers: no more voicemail, write instead."),
        "no_common_hours": _("Their number fits several time zones and no hour is fine in all of them. Write instead."),
        "no_number": _("You have no number for them that works."),
        "no_reply_wait": _("If there is no answer, wait until {until}."),
        "no_way_but_meeting": _("There is no number and no address yet, so it has to be in person."),
        "opens_later": _("It is not a good hour for a call there yet."),
        "other_daypart": _("Last time you called at this time of day; try another."),
        "several_zones": _("Their number fits several time zones; these hours are fine in all of them."),
        "text_and_call_now": _("They asked, so text and call right away."),
        "text_before_any_call": _("A text first; call only if they answer."),
        "text_then_call": _("A text first asks whether a call is welcome."),
        "the_time_they_named": _("Outside the usual hours, but it is the time they named."),
        "they_prefer": _("What they like best: {channel}."),
        "where_they_wrote": _("They wrote to you this way."),
        "zone_guessed": _("Their time zone is a guess; ask when it suits them."),
    }


def _about_waiting() -> dict[str, str]:
    return {
        "closed_kindly": _("You parted kindly."),
        "day_off": _("Today is a day off; this waits until {until}."),
        "next_is": _("Next comes {what}, on {on}."),
        "no_next_step": _("You talked on {since} and agreed on nothing further."),
        "not_now": _("They said \u201cnot now\u201d; wait until {until}."),
        "not_now_is_over": _("They said \u201cnot now\u201d until {on}. That day has come."),
        "nothing_due": _("Nothing is due."),
        "passed_away": _("They have passed away."),
        "put_away": _("You have put them away."),
        "silent_long": _("You have not heard from each other since {since_year}."),
    }


def _varying(code: str, facts: Facts) -> str:
    """Sentences that say more where more is known."""
    choose = _CHOICES.get(code)
    return choose(facts) if choose is not None else code.replace("_", " ")


def _promised_call(facts: Facts) -> str:
    if facts["reason"] and facts["words"]:
        return _("You promised this call: {reason}. They said \u201c{words}\u201d.")
    if facts["reason"]:
        return _("You promised this call: {reason}.")
    if facts["words"]:
        return _("You promised this call. They said \u201c{words}\u201d.")
    return _("You promised this call.")


def _promised(facts: Facts) -> str:
    return _("You promised this: {reason}.") if facts["reason"] else _("You promised this.")


def _promise_missed(facts: Facts) -> str:
    if facts["reason"]:
        return _("You promised this for {on} and it did not happen: {reason}.")
    return _("You promised this for {on} and it did not happen.")


def _follow_up(facts: Facts) -> str:
    if facts["reason"]:
        return _("You planned this: {reason}.")
    return _("They said \u201c{words}\u201d.") if facts["words"] else _("You planned to follow up now.")


def _asked_you(facts: Facts) -> str:
    if facts["words"]:
        return _("They asked you first: \u201c{words}\u201d.")
    return _("They asked you about {topic}.") if facts["topic"] else _("They asked you first and wait for an answer.")


def _kept_waiting(facts: Facts) -> str:
    if not facts["is_warm"]:
        return _asked_long_ago(facts)
    if facts["words"]:
        return _("They have waited for an answer for more than a day: \u201c{words}\u201d.")
    if facts["topic"]:
        return _("They have waited for an answer for more than a day, about {topic}.")
    return _("They have waited for an answer for more than a day.")


def _asked_long_ago(facts: Facts) -> str:
    """After some days they may have forgotten that they asked (001-17)."""
    if facts["words"] and facts["is_cold"]:
        return _("They asked on {on_year} and still wait: \u201c{words}\u201d. Say first who you are.")
    if facts["is_cold"]:
        return _("They asked on {on_year} and still wait. Say first who you are.")
    if facts["words"]:
        return _("They asked on {on} and still wait: \u201c{words}\u201d.")
    return _("They asked on {on} and still wait.")


def _problem_open(facts: Facts) -> str:
    return _("Something has been wrong since {on}: {words}.") if facts["words"] else _("Something is wrong since {on}.")


def _thanks_owed(facts: Facts) -> str:
    return _("Thanks are owed for {trigger}: {about}.") if facts["about"] else _("Thanks are owed for {trigger}.")


def _asked_for_peace(facts: Facts) -> str:
    if facts["words"]:
        return _("On {on_year} they asked to be left in peace: \u201c{words}\u201d.")
    return _("On {on_year} they asked to be left in peace.")


def _birthday(facts: Facts) -> str:
    if facts["turns"] is not None:
        return _("Their birthday is on {on}; they turn {turns}.")
    return _("Their birthday is on {on}.")


def _try_again(facts: Facts) -> str:
    if facts["last_on"] is not None:
        return _("Try {step} of {of}; the last one was on {last_on}.")
    return _("Try {step} of {of}.")


def _keep_in_touch(facts: Facts) -> str:
    if facts["since"] is not None:
        return _("You were last in touch on {since}.")
    return _("You have not been in touch yet.")


def _enough_for_now(facts: Facts) -> str:
    return ngettext(
        "You tried {tries} time without an answer. Let it rest for now.",
        "You tried {tries} times without an answer. Let it rest for now.",
        facts["tries"],
    )


def _enough_calls(facts: Facts) -> str:
    return ngettext(
        "You called {calls} time without reaching them; writing asks less.",
        "You called {calls} times without reaching them; writing asks less.",
        facts["calls"],
    )


def _enough_this_week(facts: Facts) -> str:
    return ngettext(
        "You were in touch {contacts} time this week. Leave some air until {until}.",
        "You were in touch {contacts} times this week. Leave some air until {until}.",
        facts["contacts"],
    )


def _give_before_asking_again(facts: Facts) -> str:
    return ngettext(
        "Give {count} more time before you ask again.", "Give {count} more times before you ask again.", facts["count"]
    )


_CHOICES: Mapping[str, Callable[[Facts], str]] = {
    "asked_for_peace": _asked_for_peace,
    "asked_you": _asked_you,
    "birthday": _birthday,
    "enough_calls": _enough_calls,
    "enough_for_now": _enough_for_now,
    "enough_this_week": _enough_this_week,
    "follow_up": _follow_up,
    "give_before_asking_again": _give_before_asking_again,
    "keep_in_touch": _keep_in_touch,
    "kept_waiting": _kept_waiting,
    "problem_open": _problem_open,
    "promise_missed": _promise_missed,
    "promised": _promised,
    "promised_call": _promised_call,
    "thanks_owed": _thanks_owed,
    "try_again": _try_again,
}

_FINDERS = (_plain, plan, guard, ruling, _varying)
