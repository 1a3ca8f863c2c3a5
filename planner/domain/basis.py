"""May I: what a stop, a permission, the relationship and the law say about a contact (G1, G4, compliance C4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from planner.domain import law, registry
from planner.domain.history import History
from planner.domain.interest import Scope
from planner.domain.law_rows import Terms
from planner.domain.method import Method
from planner.domain.permission import Basis, Meant, Permission, StopRule, Topic
from planner.domain.person import Closeness, Facts, SourceKind
from planner.domain.problems import open_problem
from planner.domain.promise import PromiseStatus
from planner.domain.reason import Reason
from planner.domain.regions import lineage
from planner.domain.touch import Channel, Purpose
from planner.domain.windows import WRITTEN, inquiry_until, purchase_until

_CLOSELY = {Channel.VOICEMAIL: Channel.CALL, Channel.VIDEO: Channel.CALL}
"""Channels that stand and fall with another."""

_BY_NUMBER = frozenset({Channel.CALL, Channel.TEXT})
_UNRULED = frozenset({Channel.CARD, Channel.IN_PERSON, Channel.PARTY})
"""Ways on which no law asks for more than that nobody has said stop."""

_TOPICS = {Scope.BUY: Topic.NEW_THINGS, Scope.HOST: Topic.GET_TOGETHERS, Scope.JOIN: Topic.BUSINESS}
_IMPLIED = frozenset({Basis.IMPLIED_INQUIRY, Basis.IMPLIED_PURCHASE})
_BY_WORD_OF_OTHERS = frozenset({SourceKind.BOUGHT, SourceKind.REFERRAL, SourceKind.FRIEND_OF_FRIEND})


class Verdict(StrEnum):
    """The three answers: fine, look first, not allowed."""

    OK = "ok"
    CHECK = "check"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Ruling:
    """An answer of the resolver and why; the reason's ``until`` is the day on which the answer ends, where one does."""

    verdict: Verdict
    reason: Reason

    @property
    def is_ok(self) -> bool:
        """Whether nothing has to be looked up first."""
        return self.verdict is Verdict.OK


@dataclass(frozen=True, slots=True)
class _Question:
    """What is asked of the resolver, with what it reads off the person once."""

    facts: Facts
    channel: Channel
    purpose: Purpose
    today: date
    topic: Topic | None
    terms: Terms
    history: History
    method: Method


def resolve(
    facts: Facts,
    channel: Channel,
    purpose: Purpose,
    today: date,
    home: str,
    scope: Scope | Topic | None = None,
    history: History | None = None,
    method: Method | None = None,
) -> Ruling:
    """Whether a contact for this purpose is allowed on this channel, and why (C4, steps 1 to 5).

    ``home`` is the user's country, for people of whom no country is known; a number whose country nobody knows needs
    permission. ``scope`` narrows a permission to what the ask is about: a yes to news is none to recruiting; without it
    any yes on the channel counts. Hours, step 6, are ``hours.opening``. Pass ``history`` where it is known already. By
    ``method`` the user may let a look-up in the registry hold for less long than the law does, and may want a yes
    beforehand where the law does not.
    """
    wanted = _CLOSELY.get(channel, channel)
    is_unknown = not facts.regions and wanted in _BY_NUMBER
    question = _Question(
        facts,
        wanted,
        purpose,
        today,
        scope if isinstance(scope, Topic) else _TOPICS.get(scope) if scope else None,
        law.terms_for(() if is_unknown else facts.regions or (home,), today),
        history or History.of(facts.touches, today),
        method or Method(),
    )
    return next(ruling for step in _STEPS if (ruling := step(question)) is not None)


def is_stopped(facts: Facts, channel: Channel) -> bool:
    """Whether they asked for quiet on this channel, or on all: in force from the moment it is written down (G1)."""
    wanted = _CLOSELY.get(channel, channel)
    return any(stop.channel is None or stop.channel is wanted for stop in facts.stops)


def permission(facts: Facts, channel: Channel, today: date, topic: Topic | None = None) -> Permission | None:
    """The newest yes for this channel, and for this topic where one is told, or the newest that they took back.

    What is taken back wins over every earlier yes to the same, whichever of them it was written down for (D1).
    """
    wanted = _CLOSELY.get(channel, channel)
    given = [
        yes
        for yes in facts.permissions
        if yes.channel is wanted
        and (yes.given_on or date.min) <= today
        and (topic is None or topic in yes.topics or Topic.ANY in yes.topics)
    ]
    taken_back = [yes for yes in given if _is_taken_back(yes, today)]
    standing = [yes for yes in given if yes not in taken_back and not any(_overrules(no, yes) for no in taken_back)]
    if not standing:
        return max(taken_back, key=lambda yes: (yes.revoked_on or date.min, yes.id), default=None)
    return max(standing, key=lambda yes: (yes.given_on or date.min, yes.id))


def may(facts: Facts, channel: Channel, today: date) -> bool | None:
    """True where they said yes or are close, False where they said no, None where nothing is known.

    A stop wins over everything; a yes taken back wins over the closeness, and a later yes over it (D1).
    """
    if is_stopped(facts, channel):
        return False
    newest = permission(facts, channel, today)
    if newest is not None and _is_taken_back(newest, today):
        return False
    if newest is not None and newest.holds_on(today):
        return True
    return True if facts.closeness.is_protected else None


def is_waiting(facts: Facts, history: History, today: date) -> bool:
    """Whether they wait for something: a promise, an answer, or that something is put right (C4, step 2)."""
    promised = any(each.status is PromiseStatus.OPEN and not each.is_bare for each in facts.promises)
    return promised or not history.is_answered or open_problem(facts.touches, today) is not None


def _cannot_reach(question: _Question) -> Ruling | None:
    """Step 1: nobody to reach, or no way that leads to them (G2)."""
    facts, channel = question.facts, question.channel
    if facts.is_deceased:
        return _no("G2", "passed_away")
    if channel in _BY_NUMBER and not facts.usable_phones:
        return _no("G2", "wrong_number" if any(phone.is_wrong for phone in facts.phones) else "no_number")
    leads = {Channel.EMAIL: facts.has_email, Channel.SOCIAL: facts.has_social, Channel.CARD: facts.has_address}
    return None if leads.get(channel, True) else _no("G2", "no_way_there", channel=channel)


def _stopped(question: _Question) -> Ruling | None:
    """Step 2: their own stop, and what it leaves (G1)."""
    for stop in _newest_first(question.facts.stops):
        if stop.channel is question.channel and stop.meant in {None, Meant.CHANNEL}:
            return _held_by(stop, "said_stop_here")
        if question.purpose is Purpose.ASK:
            if stop.stops_business or stop.channel is question.channel:
                return _held_by(stop, "said_stop" if stop.meant or stop.is_for_all else "stop_not_understood")
        elif question.purpose is Purpose.RELATIONSHIP:
            if (stop.is_for_all or stop.channel is question.channel) and not question.facts.closeness.is_protected:
                return _held_by(stop, "said_stop")
        elif stop.stops_business and not is_waiting(question.facts, question.history, question.today):
            return _held_by(stop, "said_stop")
    return None


def _taken_back(question: _Question) -> Ruling | None:
    """Step 2, for a yes that they took back: no business on that channel (G1)."""
    newest = permission(question.facts, question.channel, question.today, question.topic)
    if newest is None or not _is_taken_back(newest, question.today) or question.purpose is Purpose.RELATIONSHIP:
        return None
    if question.purpose is not Purpose.ASK and is_waiting(question.facts, question.history, question.today):
        return None
    return _no("G1", "took_yes_back", on=newest.revoked_on, words=newest.revoked_words, channel=question.channel)


def _no_business(question: _Question) -> Ruling | None:
    """Steps 3 and 4: without business in it, or about something they have or asked for."""
    return None if question.purpose is Purpose.ASK else _ok("C4.3", "no_business_in_it")


def _said_yes(question: _Question) -> Ruling | None:
    """Step 5: a permission that stands for the channel and the topic."""
    newest = permission(question.facts, question.channel, question.today, question.topic)
    if newest is None or newest.basis in _IMPLIED or not newest.holds_on(question.today):
        return None
    return _ok("C4.5", "they_said_yes", on=newest.given_on, until=newest.expires_on, channel=question.channel)


def _personal(question: _Question) -> Ruling | None:
    """Step 5: family, friends and, where the law says so, acquaintances; whether to ask them is for G6."""
    facts = question.facts
    if facts.closeness.is_protected:
        return _ok("C4.5", "close_to_you")
    is_acquainted = facts.closeness is Closeness.ACQUAINTANCE and _have_met(question)
    return _ok("C4.5", "you_know_each_other") if is_acquainted and question.terms.personal is facts.closeness else None


def _have_met(question: _Question) -> bool:
    """A name from a list or from somebody else is no acquaintance before there was a word between the two."""
    facts, brought = question.facts, question.facts.introduced_on
    if facts.source_kind not in _BY_WORD_OF_OTHERS or question.history.knows_us:
        return True
    return brought is not None and brought <= question.today


def _customers_are_listed_too(question: _Question) -> Ruling | None:
    return _listed(question) if question.terms.registry_binds_customers else None


def _in_relationship(question: _Question) -> Ruling | None:
    """Step 5: a purchase or an inquiry of their own, made with this user, within the months the law counts."""
    facts, terms, channel, today = question.facts, question.terms, question.channel, question.today
    for code, until in (
        ("bought_lately", purchase_until(facts, terms, channel, today)),
        ("asked_you_lately", inquiry_until(facts, terms, channel, today)),
    ):
        if until is not None and today <= until:
            return _ok("C4.5", code, until=until)
    return None


def _no_law_here(question: _Question) -> Ruling | None:
    return _ok("C4.5", "no_rule_for_channel", channel=question.channel) if question.channel in _UNRULED else None


def _listed(question: _Question) -> Ruling | None:
    """Step 5: their number is on the do-not-call list."""
    is_listed, seen_on = registry.listed_on(question.facts)
    if question.channel not in _BY_NUMBER or not is_listed:
        return None
    return _no("G4", "on_the_registry", registry=question.terms.registry, on=seen_on)


def _needs_permission(question: _Question) -> Ruling | None:
    """Step 5: a country that wants a yes beforehand, and one whose law nobody here knows."""
    if not question.terms.needs_permission:
        return _wants_yes_first(question)
    if not question.terms.source:
        return _no("C4.5", "law_not_known", region=question.terms.region)
    return _no("C4.5", "needs_yes_first", region=question.terms.region)


def _wants_yes_first(question: _Question) -> Ruling | None:
    """The user is stricter there than the law."""
    regions = {each for region in question.facts.regions or (question.terms.region,) for each in lineage(region)}
    own = sorted(regions.intersection(question.method.ask_first))
    return _no("C4.5", "yes_first_by_own_rule", region=own[0]) if own else None


def _unasked_message(question: _Question) -> Ruling | None:
    """Step 5: an ask in writing without a yes and without a relationship."""
    return _no("C4.5", "no_yes_to_write", channel=question.channel) if question.channel in WRITTEN else None


def _looked_up(question: _Question) -> Ruling:
    """Step 5, by voice: the registry was asked lately, or is to be asked first (G4)."""
    terms = question.terms
    if not terms.registry:
        return Ruling(Verdict.CHECK, Reason("C4.5", "no_basis_known", {"region": terms.region}))
    checked_on = registry.clear_on(question.facts, question.today)
    days = min(terms.look_up_days, question.method.registry_days)
    if checked_on is not None and (question.today - checked_on).days <= days:
        until = checked_on + timedelta(days=days)
        return _ok("G4", "not_on_the_registry", on=checked_on, until=until)
    facts = {"registry": terms.registry, "on": checked_on, "days": days}
    return Ruling(Verdict.CHECK, Reason("G4", "look_number_up", facts))


_STEPS = (
    _cannot_reach,
    _stopped,
    _taken_back,
    _no_business,
    _said_yes,
    _personal,
    _customers_are_listed_too,
    _in_relationship,
    _no_law_here,
    _listed,
    _needs_permission,
    _unasked_message,
    _looked_up,
)
"""C4 in its order; the first that has an answer gives it."""


def _newest_first(stops: tuple[StopRule, ...]) -> Iterator[StopRule]:
    yield from sorted(stops, key=lambda stop: (stop.on, stop.id), reverse=True)


def _is_taken_back(yes: Permission, today: date) -> bool:
    return yes.revoked_on is not None and yes.revoked_on <= today


def _overrules(taken_back: Permission, yes: Permission) -> bool:
    """Whether what was taken back is as wide as an earlier yes."""
    is_as_wide = Topic.ANY in taken_back.topics or set(yes.topics) <= set(taken_back.topics)
    return is_as_wide and (yes.given_on or date.min) < (taken_back.revoked_on or date.min)


def _held_by(stop: StopRule, code: str) -> Ruling:
    return _no("G1", code, on=stop.on, words=stop.words, channel=stop.channel)


def _ok(rule: str, code: str, **facts: object) -> Ruling:
    return Ruling(Verdict.OK, Reason(rule, code, facts))


def _no(rule: str, code: str, **facts: object) -> Ruling:
    return Ruling(Verdict.NO, Reason(rule, code, facts))
