"""All guards in their order, and what they say together (rules D5)."""

from __future__ import annotations

from planner.domain.case import Case
from planner.domain.guards import account, contact, whom, words
from planner.domain.guards.pace import lawful_pace
from planner.domain.guards.verdict import Guard, Intent, Strictness, Verdict

GUARDS: tuple[tuple[str, Guard], ...] = (
    ("G1", whom.own_stop),
    ("G2", whom.wrong_details),
    ("G3", contact.hours),
    ("G4", contact.lawful_basis),
    ("G5", whom.said_no),
    ("G6", whom.protected),
    ("G7", account.ask_gate),
    ("G8", words.voicemail_without_ask),
    ("G9", contact.attempts_spent),
    ("G10", contact.voicemails_spent),
    ("G11", words.first_message_plain),
    ("G12", contact.messages_to_strangers),
    ("G13", contact.homework_first),
    ("G14", account.problem_first),
    ("G15", account.apology_first),
    ("G16", account.kindness_alone),
    ("G17", words.honest_words),
    ("G18", whom.minor),
    ("G19", whom.possible_double),
    ("G20", whom.not_the_time),
    ("G21", contact.leave_air),
    ("G22", whom.somebody_elses),
    ("G23", contact.unknown_zone),
    ("G24", contact.household),
)

_FIRMEST = (Strictness.HARD, Strictness.HOLD, Strictness.CHECK)
_BEFORE_AN_ASK: tuple[Guard, ...] = (
    whom.own_stop,
    whom.wrong_details,
    whom.said_no,
    whom.protected,
    whom.minor,
    whom.possible_double,
    whom.somebody_elses,
    account.problem_first,
    account.apology_first,
    account.kindness_alone,
    lawful_pace,
    whom.not_the_time,
    account.ask_gate,
)
"""The guards that stand before any ask whatever the channel, in the order in which one hears of them."""


def against(case: Case, intent: Intent) -> tuple[Verdict, ...]:
    """Everything that stands against it, the firmest first, in the order of the guards."""
    found = [verdict for _, guard in GUARDS for verdict in guard(case, intent)]
    return tuple(sorted(found, key=lambda verdict: _FIRMEST.index(verdict.strictness)))


def before_an_ask(case: Case, intent: Intent) -> tuple[Verdict, ...]:
    """What stands against an ask itself, whoever carries it, however."""
    return tuple(verdict for guard in _BEFORE_AN_ASK for verdict in guard(case, intent))
