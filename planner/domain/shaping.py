"""What the guards make of a move: its channel, its hours, its wait; what to leave undone and what if nobody answers.

Every guard takes the move as it stands and answers it as it may be done. A blocked move becomes one for later today,
one by another channel, a wait until a date, or a rest (D7, "then").
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from planner.domain import attempts, hours
from planner.domain.case import Case
from planner.domain.channels import BY_PHONE, choose, for_an_offer, without_phone
from planner.domain.guards import contact
from planner.domain.guards.account import NO_ASK_AFTER_SILENCE
from planner.domain.guards.verdict import Intent
from planner.domain.history import is_by_me
from planner.domain.interest import Scope
from planner.domain.move import Action, Band, Move
from planner.domain.permission import Topic
from planner.domain.person import SourceKind
from planner.domain.reason import Reason
from planner.domain.room import room_for_asking
from planner.domain.rows.following import closed_after_tries
from planner.domain.touch import Channel, Purpose

Guard = Callable[[Case, Move], Move]

BETWEEN_MAILS = timedelta(days=14)
_KINDNESS = frozenset({Action.CELEBRATE, Action.THANK})
_GOES_ON = frozenset({Action.TRY_AGAIN, Action.SET_NEXT_STEP, Action.SMART_CALL, Action.ASK_INTRODUCTION})
"""What belongs to a plan or to a conversation that is going on."""


def shape(case: Case, move: Move) -> Move:
    """The move as the guards leave it, explained."""
    for guard in GUARDS:
        if not _is_done_today(move):
            break
        move = guard(case, move)
    return _with_holds(case, move)


def rest_after_tries(case: Case, move: Move) -> Move:
    """G9: enough was tried since their last sign of life; whatever is not promised or kind rests."""
    if not _is_soft(move):
        return move
    if attempts.is_closed(case.facts, case.history, case.method):
        return closed_after_tries(case)
    avoided = attempts.avoids_until(case.facts, case.history, case.method, case.today)
    if avoided is not None:
        return Move(case.facts.id, Action.REST, wait_until=avoided, why=(Reason("000-24", "put_off_often"),))
    until = attempts.rests_until(case.facts, case.history, case.method, case.today)
    if until is None:
        return move
    why = Reason("G9", "enough_for_now", {"tries": len(case.history.calls), "last_on": case.history.last_by_me_on})
    return Move(case.facts.id, Action.REST, wait_until=until, why=(why,))


def keep_days_off(case: Case, move: Move) -> Move:
    """D8: soft things wait for the next working day; promises, questions and kindness do not."""
    if not _is_soft(move) or not hours.is_day_off(case.today, case.home, case.method):
        return move
    until = hours.next_working_day(case.today, case.home, case.method)
    return _wait(case, move, until, Reason("D8", "day_off", {"until": until}))


def leave_air(case: Case, move: Move) -> Move:
    """G21: one contact a day, and outside a plan or a live conversation two in a week are enough.

    Care after an order is a plan: it waits for another day, never for another week.
    """
    if not _is_soft(move) or move.action in _GOES_ON:
        return move
    for verdict in contact.leave_air(case, Intent(Purpose.SERVICE, Channel.CALL)):
        if verdict.until is not None and not (
            move.action is Action.SERVE and verdict.reason.code == "enough_this_week"
        ):
            return _wait(case, move, verdict.until, verdict.reason)
    return move


def write_few_mails(case: Case, move: Move) -> Move:
    """001-25: one e-mail in two weeks, unless they answer it or like mail best; the next one waits."""
    likes_it = case.facts.preferred_channel is Channel.EMAIL
    if move.channel is not Channel.EMAIL or likes_it or not _is_soft(move):
        return move
    heard = case.history.last_sign_on or date.min
    mails = [
        touch.on
        for touch in case.facts.touches
        if touch.channel is Channel.EMAIL and is_by_me(touch) and heard < touch.on <= case.today
    ]
    if not mails or max(mails) + BETWEEN_MAILS <= case.today:
        return move
    until = max(mails) + BETWEEN_MAILS
    return _wait(case, move, until, Reason("001-25", "mailed_lately", {"on": max(mails), "until": until}))


def write_to_few_strangers(case: Case, move: Move) -> Move:
    """G12: so many first messages a day and a week on one network; the next one waits (000-28)."""
    for verdict in contact.messages_to_strangers(case, Intent(move.purpose, move.channel)):
        if verdict.until is not None:
            return _wait(case, move, verdict.until, verdict.reason)
    return move


def one_call_a_house(case: Case, move: Move) -> Move:
    """G24: whoever shares the number was rung today, so this call waits; one that was promised at a time does not."""
    if not move.rings or not _is_soft(move):
        return move
    for verdict in contact.household(case, Intent(Purpose.SERVICE, Channel.CALL)):
        return _wait(case, move, case.today + timedelta(days=1), verdict.reason)
    return move


def pick_channel(case: Case, move: Move) -> Move:
    """D7, channel: the way that is open and most welcome."""
    if move.action is Action.ASK_INTRODUCTION:
        return move
    way = choose(case, move)
    if way is None:
        return Move(case.facts.id, Action.LEAVE_IN_PEACE, why=(Reason("G1", "leave_in_peace"), *move.why[:1]))
    if move.purpose is Purpose.ASK or move.action is Action.REORDER_HELP:
        way = for_an_offer(case, way, _offered(case, move))
    why = move.why if way.why is None else (*move.why, way.why)
    return replace(move, channel=way.channel, then_call=way.then_call, why=why)


def prepare_first(case: Case, move: Move) -> Move:
    """G13: nobody who does not know the user is rung unprepared, whatever else suggests it (003-16)."""
    if not move.rings or not _is_soft(move):
        return move
    for verdict in contact.homework_first(case, Intent(Purpose.SERVICE, Channel.CALL)):
        return Move(case.facts.id, Action.HOMEWORK, Band.HOMEWORK, due_on=move.due_on, why=(verdict.reason,))
    return move


def _offered(case: Case, move: Move) -> Scope | Topic | None:
    """What an offer is about, for a permission that names its subjects."""
    if move.action is Action.REORDER_HELP:
        return Topic.REORDER
    return next(
        (one.scope for one in case.facts.interests if move.action is Action.ASK and one.id == move.ref_id), None
    )


def space_calls(case: Case, move: Move) -> Move:
    """G9: at most two calls a day to one person, hours apart; a call they asked for at a time is not counted."""
    if not move.rings or move.action is Action.CALL:
        return move
    today = case.calls_today()
    if not today:
        return move
    opens = case.now.utc
    if len(today) >= case.method.calls_a_day:
        opens = hours.instant(case.today + timedelta(days=1), case.method.care_opens, case.now.zone)
    elif today[-1].at is not None:
        last = hours.instant(case.today, today[-1].at, case.now.zone)
        opens = last + timedelta(hours=case.method.calls_apart_hours)
    if opens <= case.now.utc:
        return move
    return replace(move, opens_at=max(opens, move.opens_at or opens), why=(*move.why, Reason("G9", "called_lately")))


def rotate_dayparts(case: Case, move: Move) -> Move:
    """G9: another try comes in another part of the day than the last one, where one is still ahead today."""
    last = case.history.calls[-1] if case.history.calls else None
    if not move.rings or move.action is not Action.TRY_AGAIN or last is None or last.at is None:
        return move
    parts = sorted(case.method.dayparts.values())
    tried = next((part for part in parts if part[0] <= last.at < part[1]), None)
    if last.on == case.today or tried is None or tried == parts[-1]:
        return move
    starts = time.min if tried == parts[0] else tried[0]
    if not starts <= case.now.clock < tried[1]:
        return move
    opens = hours.instant(case.today, tried[1], case.now.zone)
    return replace(move, opens_at=max(opens, move.opens_at or opens), why=(*move.why, Reason("G9", "other_daypart")))


def keep_hours(case: Case, move: Move) -> Move:
    """G3, G23: by phone only in hours that suit every zone they may be in; at a minute they named, that minute."""
    if move.channel not in BY_PHONE:
        return replace(move, opens_at=None, closes_at=None) if move.band is not Band.CALLBACK else move
    if move.action is Action.CALL and move.due_at is not None and not move.is_late:
        named = Reason("G3", "the_time_they_named")
        return move if case.opening(move.purpose, move.due_at).is_open(move.due_at) else _because(move, named)
    not_before = max(case.now.utc, move.opens_at or case.now.utc)
    opening = case.opening(move.purpose, not_before)
    if opening.opens_at is None or opening.closes_at is None:
        return _in_writing(case, move)
    opens, closes = max(opening.opens_at, move.opens_at or opening.opens_at), opening.closes_at
    why = (*move.why, *_about_hours(case, opening.opens_at, closes))
    if _is_soft(move) and case.local_day(opens) > case.today:
        return _wait(case, move, case.local_day(opens), Reason("G3", "closed_today", {"opens": opens}))
    if move.closes_at is not None and opens < move.closes_at:
        closes = min(closes, move.closes_at)
    return replace(move, opens_at=opens, closes_at=closes, why=why)


def say_otherwise(case: Case, move: Move) -> Move:
    """What if nobody answers (G10, 004-18): a voicemail with the next time, another channel, or rest."""
    if move.action in _KINDNESS or move.channel is None:
        return move
    if not move.rings:
        quiet = move.channel is Channel.TEXT
        on = case.today + timedelta(days=attempts.RETRY_DAYS)
        return replace(move, otherwise=Reason("D4", "no_reply_wait", {"until": on})) if quiet else move
    is_bought = case.facts.source_kind is SourceKind.BOUGHT
    allowed = case.method.voicemails_bought if is_bought else case.method.voicemails
    if len(case.history.voicemails) < allowed:
        return replace(move, otherwise=Reason("G10", "no_answer_voicemail", {"left": len(case.history.voicemails)}))
    return replace(move, otherwise=Reason("G10", "no_answer_write", {"left": len(case.history.voicemails)}))


GUARDS: tuple[Guard, ...] = (
    rest_after_tries,
    keep_days_off,
    leave_air,
    pick_channel,
    write_few_mails,
    write_to_few_strangers,
    one_call_a_house,
    prepare_first,
    space_calls,
    rotate_dayparts,
    keep_hours,
    say_otherwise,
)
"""In this order; the first that makes the move wait is the last that is asked."""


def _is_done_today(move: Move) -> bool:
    return move.band is not None and move.band is not Band.HOMEWORK


def _is_soft(move: Move) -> bool:
    """Whether it can wait for another day: anything after promises, questions, dates and kindness (D8)."""
    return move.band is not None and move.band.rank >= Band.SERVICE.rank


def _wait(case: Case, move: Move, until: date, why: Reason) -> Move:
    """The same wish, on another day."""
    return Move(
        case.facts.id,
        Action.WAIT,
        purpose=move.purpose,
        due_on=move.due_on,
        wait_until=until,
        why=(why, *move.why[:1]),
        ref_id=move.ref_id,
    )


def _in_writing(case: Case, move: Move) -> Move:
    """No hour suits every zone they may be in: write instead, or wait until you meet."""
    why = (*move.why, Reason("G23", "no_common_hours", {"zones": case.where.zones}))
    way = without_phone(case)
    channel = way.channel if way else None
    return replace(move, channel=channel, then_call=False, opens_at=None, closes_at=None, why=why)


def _because(move: Move, why: Reason) -> Move:
    return replace(move, why=(*move.why, why))


def _about_hours(case: Case, opens: datetime, closes: datetime) -> tuple[Reason, ...]:
    """What to say about the clock, where theirs is not simply the user's."""
    reasons = []
    if case.where.is_guessed:
        reasons.append(Reason("G23", "zone_guessed"))
    elif len({case.now.in_zone(zone).utcoffset() for zone in case.where.zones}) > 1:
        reasons.append(Reason("C5", "several_zones", {"zones": case.where.zones, "opens": opens, "closes": closes}))
    if opens > case.now.utc:
        reasons.append(Reason("G3", "opens_later", {"opens": opens, "zone": case.where.zones[0]}))
        if case.facts.has_email and case.history.asked is not None:
            reasons.append(Reason("C4", "mail_meanwhile"))
    return tuple(reasons)


def _noes(case: Case) -> tuple[Reason, ...]:
    """G5: what they have said No to, beside whatever else there may be room for."""
    standing = [no for no in case.facts.noes if no.scope is not Scope.EVERYTHING and no.holds_on(case.today)]
    return tuple(Reason("G5", "said_no_to", {"scope": no.scope, "on": no.on}) for no in standing)


_SAYS_IT_ALL = frozenset({Action.NONE, Action.LEAVE_IN_PEACE, Action.HOMEWORK, Action.ASK_INTRODUCTION})


def _with_holds(case: Case, move: Move) -> Move:
    """What not to do and why (G5, G6, G7, G14 to G16)."""
    if move.action in _SAYS_IT_ALL or move.purpose is Purpose.ASK:
        return move
    holds: tuple[Reason, ...] = ()
    if move.action in _KINDNESS:
        holds = (Reason("G16", "no_ask_with_kindness"),)
    elif move.action is Action.RECONNECT:
        until = case.today + NO_ASK_AFTER_SILENCE
        holds = (Reason("D6.10", "no_ask_after_reconnect", {"until": until}),)
    elif move.action is Action.ASK_NUMBER:
        holds = (Reason("G11", "no_link_first"),)
    else:
        room = room_for_asking(case)
        holds = (*_noes(case), *(() if room.code in {"room_for_ask", "said_no_to"} else (room,)))
    return replace(move, holds=(*holds, *move.holds))
