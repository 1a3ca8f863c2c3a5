"""Why a plan, an order, a date of theirs or an introduction asks for a move, in one sentence (rules D6, D7)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planner.ui.kit.i18n import _, ngettext

Facts = Mapping[str, Any]


def plan(code: str, facts: Facts) -> str:
    """The sentence for a code, with its blanks; empty for a code of another rule."""
    tables = (_after_orders, _team, _party, _their_dates, _reaching, _asks)
    return next((text for table in tables if (text := table(facts).get(code))), "")


def _after_orders(facts: Facts) -> dict[str, str]:
    has_what = bool(facts.get("what"))
    return {
        "asked_to_be_reminded": _("They asked to be reminded."),
        "glad_to_hear_from_you": _("They said they are glad to hear from you."),
        "care_arrived": _("Did {what} arrive, and are they happy with it?")
        if has_what
        else _("Did their order arrive, and are they happy with it?"),
        "care_refresh": _("Two months with {what}: how is it, or simply say hello.")
        if has_what
        else _("Two months since their order: how is it, or simply say hello."),
        "care_working": _("How is {what} working for them? Bring one tip.")
        if has_what
        else _("How is it working for them? Bring one tip."),
        "long_run_out": _("{what} must have run out around {on}; ask how it goes, offer nothing."),
        "order_still_counts": _("They bought from you, and the account allows a reminder."),
        "runs_low": ngettext(
            "{what}, bought on {since}, lasts about {days} day.",
            "{what}, bought on {since}, lasts about {days} days.",
            facts.get("days", 0),
        ),
    }


def _team(_facts: Facts) -> dict[str, str]:
    return {
        "listen_now": _("They were asked often before they joined: ask how they are and listen."),
        "team_daily_check": _("Two minutes: how is the first week going?"),
        "team_first_training": _("By {by}: first training done and a launch date set."),
        "team_kit": _("First day: paperwork, the kit, and why they joined, in their words."),
        "team_month": _("A month in the team: how are they?"),
        "team_two_weeks": _("Two weeks in the team: how are they?"),
        "team_welcome": _("They have just joined: welcome them."),
    }


def _party(facts: Facts) -> dict[str, str]:
    answers = ngettext(
        "{answered} of {invited} guest has answered; how many will come on {on}?",
        "{answered} of {invited} guests have answered; how many will come on {on}?",
        facts.get("invited", 0),
    )
    return {
        "party_answers": answers if facts.get("invited") else _("How many have answered for {on}?"),
        "party_details": _("The party on {on}: details and head-count."),
        "party_guest_list": _("The party on {on}: guest list and the host\u2019s wishes."),
        "party_happy": _("Is the host happy with how the party went?"),
        "party_invitations": _("The party on {on}: are the invitations out?"),
        "party_rewards": _("The host still waits for what you promised for the party."),
        "party_thank_after": _("The party is over: thank the host."),
        "party_thank_for_booking": _("They agreed to host on {on}: thank them."),
        "party_the_day": _("The party is today."),
    }


def _their_dates(facts: Facts) -> dict[str, str]:
    has_words = bool(facts.get("words"))
    return {
        "their_date_ahead": _("They said \u201c{words}\u201d, by {on}: anything you can answer?")
        if has_words
        else _("They named {on} for this: {what_they_do}. Anything you can answer?"),
        "their_date_is_over": _("Their own date has passed; leave it until {until}."),
        "their_date_past": _("{on} has passed: agree on a call or on \u201cnot now\u201d."),
        "their_date_today": _("Today is the day they named: {what_they_do}."),
        "their_date_waits": _("They named {on} for this; wait for it."),
    }


def _reaching(facts: Facts) -> dict[str, str]:
    return {
        "ask_for_introduction": _("They do not know you yet: ask {name} to introduce you."),
        "care_before_any_ask": _("You would love to work with them: give, and ask for nothing."),
        "closed_after_tries": ngettext(
            "You tried {tries} time without an answer. Part kindly.",
            "You tried {tries} times without an answer. Part kindly.",
            facts.get("tries", 0),
        ),
        "coffee_maybe": _("How about a coffee?"),
        "find_another_way": _("None of their numbers works; find another way, or part kindly."),
        "nothing_agreed": _("You are in conversation and have agreed on nothing further."),
        "they_would_like": _("They would like this: {topic}. Agree on what comes next."),
        "introduction_asked": _("You asked {name} to introduce you; give it time until {until}."),
        "put_off_often": _("They have put you off more than once; let it rest."),
        "voice_again": _("The last hellos were written; let them hear your voice."),
        "who_named_them": _("Note who named them to you; that person can introduce you."),
        "you_start_this": _("You start this one: {fact}."),
    }


def _asks(facts: Facts) -> dict[str, str]:
    return {
        "ask_is_open": _("They like {topic}, and you know why they would want it: {reason}.")
        if facts.get("topic")
        else _("You know why they would want it: {reason}."),
    }
