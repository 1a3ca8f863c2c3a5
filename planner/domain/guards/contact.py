"""Guards about the contact: hours, basis, how often, how prepared (G3, G4, G9, G10, G12, G13, G21, G23, G24)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from zoneinfo import ZoneInfo

from planner.domain import attempts, basis, homework
from planner.domain.case import Case
from planner.domain.channels import BY_PHONE
from planner.domain.guards.pace import lawful_pace
from planner.domain.guards.verdict import Intent, Strictness, Verdict, check, hard, hold
from planner.domain.person import SourceKind
from planner.domain.touch import Channel

_WEEK = timedelta(days=7)
_SAID_BY_OTHERS = frozenset({"G1", "G2"})
"""Guards of their own, though the resolver asks for them first."""

_CALLS = frozenset({Channel.CALL, Channel.VOICEMAIL, Channel.VIDEO})


def hours(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G3: inside hours in every zone they may be in; for an ask that is firm, for a friendly word it waits."""
    if intent.channel not in BY_PHONE:
        return
    opening = case.opening(intent.purpose)
    if opening.is_open(case.now.utc):
        return
    if opening.opens_at is None:
        yield hard("G3", "no_hour_at_all")
        return
    day = case.local_day(opening.opens_at)
    opens = opening.opens_at.astimezone(ZoneInfo(case.now.zone)).time()
    if intent.is_ask:
        yield hard("G3", "closed_now", on=day, opens=opens)
    else:
        yield hold("G3", "closed_now", until=day, on=day, opens=opens)


def lawful_basis(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G4: what the law and their own words allow on this channel, and how soon again (C1, C3, C4)."""
    yield from lawful_pace(case, intent)
    if intent.channel is None:
        return
    ruling = case.ruling(intent.channel, intent.purpose, intent.scope)
    if not ruling.is_ok and ruling.reason.rule not in _SAID_BY_OTHERS:
        must_not = ruling.verdict is basis.Verdict.NO
        yield Verdict(Strictness.HARD if must_not else Strictness.CHECK, ruling.reason)


def attempts_spent(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G9: enough tries since their last sign of life; let it rest."""
    if intent.channel not in _CALLS:
        return
    until = attempts.rests_until(case.facts, case.history, case.method, case.today)
    if until is not None:
        yield hold("G9", "enough_for_now", until=until, tries=len(case.history.calls))
    elif len(case.calls_today()) >= case.method.calls_a_day:
        yield hold("G9", "called_today", until=case.today + timedelta(days=1), calls=len(case.calls_today()))


def voicemails_spent(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G10: two voicemails since their last sign of life, to a bought name one; then write instead."""
    if intent.channel is not Channel.VOICEMAIL:
        return
    is_bought = case.facts.source_kind is SourceKind.BOUGHT
    allowed = case.method.voicemails_bought if is_bought else case.method.voicemails
    if len(case.history.voicemails) >= allowed:
        yield hold("G10", "no_more_voicemail", left=len(case.history.voicemails))


def messages_to_strangers(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G12: five first messages a day and fifteen a week on one network, whoever they are to (000-28)."""
    if intent.channel is not Channel.SOCIAL or case.knows_us:
        return
    written = case.facts.strangers_written
    today = sum(on == case.today for on in written)
    if today >= case.method.strangers_a_day:
        yield hold("G12", "strangers_today", until=case.today + timedelta(days=1), count=today)
    elif len(written) >= case.method.strangers_a_week:
        yield hold("G12", "strangers_this_week", until=min(written) + _WEEK, count=len(written))


def homework_first(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G13: nobody who does not know the user is rung without a fact, a reason and a basis (003-15, 003-16)."""
    if intent.channel not in _CALLS or not case.is_stranger:
        return
    lines = case.homework_missing
    if not homework.is_ready(lines):
        yield hold("G13", "homework_missing", lines=lines)


def leave_air(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G21: one contact a day, and two a week outside a plan or a live conversation (004-03)."""
    if intent.channel is None or not intent.is_business:
        return
    if case.contacted_today():
        yield hold("G21", "in_touch_today", until=case.today + timedelta(days=1))
        return
    if case.is_live:
        return
    days = case.contact_days(_WEEK)
    if len(days) >= case.method.contacts_a_week:
        until = days[-case.method.contacts_a_week] + _WEEK
        yield hold("G21", "enough_this_week", until=until, contacts=len(days))


def unknown_zone(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G23: where their clock is only guessed, late morning to early evening of the user's own."""
    if intent.channel in BY_PHONE and case.where.is_guessed:
        yield check("G23", "zone_guessed")


def household(case: Case, intent: Intent) -> Iterator[Verdict]:
    """G24: one business call a day to a number, and a stop on it is a stop for all who share it."""
    if intent.channel not in BY_PHONE:
        return
    for mate in case.facts.housemates:
        if intent.channel in _CALLS and intent.is_business and case.today in mate.called_on:
            yield hard("G24", "called_there_today", name=mate.name)
        if any(stop.covers(intent.channel) for stop in mate.stops):
            yield hard("G24", "number_stopped", name=mate.name, channel=intent.channel)
