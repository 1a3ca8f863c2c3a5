"""Words for the next right move: its name, its line in a list, its headline on the card."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from planner.domain.moment import Moment
from planner.domain.move import Action, Band, Move
from planner.domain.touch import Channel
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, ngettext, pgettext, remembered
from planner.ui.kit.isolating import isolated

_A = Action
_QUIET = frozenset({_A.NONE, _A.LEAVE_IN_PEACE, _A.ALL_IS_WELL, _A.HOMEWORK, _A.REST})


@remembered
def action(value: Action) -> str:
    """A move in one or two words: "Call"."""
    return {
        _A.NONE: "\u2014",
        _A.LEAVE_IN_PEACE: pgettext("move", "Leave in peace"),
        _A.CALL: pgettext("move", "Call"),
        _A.ANSWER: pgettext("move", "Answer"),
        _A.APOLOGISE: pgettext("move", "Say sorry"),
        _A.FIX: pgettext("move", "Put it right"),
        _A.CARE_ONLY: pgettext("move", "Only care"),
        _A.WELCOME_STEP: pgettext("move", "Welcome step"),
        _A.HOST_STEP: pgettext("move", "Party step"),
        _A.CHECK_DATE: pgettext("move", "Check their date"),
        _A.CELEBRATE: pgettext("move", "Birthday"),
        _A.THANK: pgettext("move", "Thank"),
        _A.WAIT: pgettext("move", "Wait"),
        _A.SERVE: pgettext("move", "Check in"),
        _A.REORDER_HELP: pgettext("move", "Reorder"),
        _A.SET_NEXT_STEP: pgettext("move", "Agree a next step"),
        _A.FOLLOW_UP: pgettext("move", "Follow up"),
        _A.TRY_AGAIN: pgettext("move", "Try again"),
        _A.REST: pgettext("move", "Let rest"),
        _A.KEEP_IN_TOUCH: pgettext("move", "Stay in touch"),
        _A.RECONNECT: pgettext("move", "Say hello again"),
        _A.ASK: pgettext("move", "Ask"),
        _A.ASK_NUMBER: pgettext("move", "Ask for a number"),
        _A.ASK_INTRODUCTION: pgettext("move", "Ask for an introduction"),
        _A.SMART_CALL: pgettext("move", "First call"),
        _A.HOMEWORK: pgettext("move", "Homework first"),
        _A.ALL_IS_WELL: pgettext("move", "All is well"),
    }[value]


@remembered
def band(value: Band) -> str:
    """A group of today's list: "You promised"."""
    return {
        Band.CALLBACK: _("You promised"),
        Band.INQUIRY: _("Asked you first"),
        Band.OVERDUE: _("Waiting for you"),
        Band.TIME_CRITICAL: _("Time matters"),
        Band.COMMITMENT: _("On their date"),
        Band.KINDNESS: _("Thank-yous and birthdays"),
        Band.SERVICE: _("After an order"),
        Band.REORDER: _("Running low"),
        Band.FOLLOW_UP: _("Follow up"),
        Band.KEEP_IN_TOUCH: _("Stay in touch"),
        Band.BOUGHT: _("Ready to call"),
        Band.HOMEWORK: _("Homework first"),
    }[value]


def next_step(what: Action, on: date | None, at: time | None, today: date) -> str:
    """A line of the table: "Call · 2:30 PM", "Thank · today", "Call · 2 days late"."""
    name = _brief(what)
    if what is _A.WAIT and on is None:
        return _("Ask for nothing")
    if on is None or what in _QUIET:
        return name
    if what is _A.WAIT:
        return _("Wait until {day}").format(day=dates.short_day(on, today, in_sentence=True))
    if on == today and at is not None:
        when = dates.clock(at)
    elif on < today and what in (_A.APOLOGISE, _A.CALL):
        when = late_by(on, today)
    elif on < today:
        when = _("today")
    else:
        when = dates.day_and_time(on, at, today, in_sentence=True)
    return _("{step} \u00b7 {when}").format(step=name, when=when)


@remembered
def _brief(value: Action) -> str:
    """A move in the words for which a column has room."""
    return {
        _A.WELCOME_STEP: pgettext("short move", "Welcome"),
        _A.CHECK_DATE: pgettext("short move", "Their date"),
        _A.SET_NEXT_STEP: pgettext("short move", "Next step"),
        _A.KEEP_IN_TOUCH: pgettext("short move", "Say hello"),
        _A.RECONNECT: pgettext("short move", "Say hello"),
        _A.ASK_NUMBER: pgettext("short move", "Ask number"),
        _A.ASK_INTRODUCTION: pgettext("short move", "Introduction"),
    }.get(value) or action(value)


def late_by(on: date, today: date) -> str:
    """How late something is: "2 days late"."""
    days = (today - on).days
    return ngettext("{days} day late", "{days} days late", days).format(days=dates.number(days))


def action_line(move: Move, now: Moment) -> str:
    """A move in one short line, its time on the user's clock: "Call · 2:30 PM"."""
    name = _text_first(move)
    if move.action is _A.WAIT or (move.action is _A.ALL_IS_WELL and move.wait_until is not None):
        return next_step(_A.WAIT, move.wait_until, None, now.today)
    if move.action in _QUIET:
        return name
    when = when_line(move, now)
    return _("{step} \u00b7 {when}").format(step=name, when=when) if when else name


def when_line(move: Move, now: Moment) -> str:
    """When a move is due, as a card says it at its right edge: "2:30 PM", "2 days late", empty if any time does.

    Nobody is reproached with the age of a thank-you: it is welcome whenever it comes.
    """
    if move.due_at is not None and (move.is_late or _on(move.due_at, now) < now.today):
        return _how_late(move.due_at, now)
    if move.due_at is not None:
        due = move.due_at.astimezone(ZoneInfo(now.zone))
        return (
            dates.clock(due.time())
            if due.date() == now.today
            else dates.day_and_time(due.date(), due.time(), now.today, in_sentence=True)
        )
    if move.due_on is not None and move.is_late and move.due_on < now.today:
        return "" if move.band is Band.KINDNESS else late_by(move.due_on, now.today)
    if move.due_on is not None and move.due_on > now.today:
        return dates.short_day(move.due_on, now.today, in_sentence=True)
    return ""


def opens_line(move: Move, now: Moment) -> str:
    """From when on it is fine, on the user's clock: "from 10:00 AM"; empty if it is fine now."""
    if move.opens_at is None or move.opens_at <= now.utc:
        return ""
    opens = move.opens_at.astimezone(ZoneInfo(now.zone))
    if opens.date() == now.today:
        return _("from {time}").format(time=dates.clock(opens.time()))
    shown = dates.day_and_time(opens.date(), opens.time(), now.today, in_sentence=True)
    return _("from {time}").format(time=shown)


def headline(move: Move, name: str, now: Moment) -> str:
    """The move as one sentence on the card: "Text, then call at 2:30 PM as promised"."""
    if move.action is _A.CALL:
        return _promised_call(move, now)
    if move.action in (_A.WAIT, _A.ALL_IS_WELL) and move.wait_until is not None:
        until = dates.short_day(move.wait_until, now.today, in_sentence=True)
        if move.action is _A.WAIT:
            return _("Wait until {day}").format(day=until)
        pattern = _("Nothing is due until {day}") if _gives_first(move) else _("All is well until {day}")
        return pattern.format(day=until)
    if move.action is _A.ALL_IS_WELL and _gives_first(move):
        return _("Nothing is due")
    return _sentence(move.action).format(name=isolated(name), way=way(move))


def _gives_first(move: Move) -> bool:
    """Whether nothing is due and yet something should be given: the account is overdrawn (D7.18)."""
    return any(reason.code == "give_something" for reason in move.why)


def _promised_call(move: Move, now: Moment) -> str:
    if move.is_late and (opens := opens_line(move, now)):
        return _("Say sorry for being late and call, {opens}").format(opens=opens)
    if move.is_late:
        return _("Call now, and say sorry for being late")
    when = when_line(move, now)
    if not when:
        return _("Text, then call as promised") if move.then_call else _("Call as promised")
    if move.then_call:
        return _("Text, then call at {time} as promised").format(time=when)
    return _("Call at {time} as promised").format(time=when)


@remembered
def _sentence(value: Action) -> str:
    return {
        _A.NONE: _("Nothing to do"),
        _A.LEAVE_IN_PEACE: _("Leave {name} in peace"),
        _A.ANSWER: _("Answer {name}: {way}"),
        _A.APOLOGISE: _("Say sorry and keep your word: {way}"),
        _A.FIX: _("Put the problem right: {way}"),
        _A.CARE_ONLY: _("Only care now, no business"),
        _A.WELCOME_STEP: _("Welcome {name}: {way}"),
        _A.HOST_STEP: _("The next step for the party: {way}"),
        _A.CHECK_DATE: _("Ask how their own date is going: {way}"),
        _A.CELEBRATE: _("Wish {name} a happy birthday, nothing else"),
        _A.THANK: _("Thank {name}, and ask for nothing"),
        _A.WAIT: _("Ask for nothing"),
        _A.SERVE: _("Ask {name} how it is going: {way}"),
        _A.REORDER_HELP: _("Offer help before it runs out: {way}"),
        _A.SET_NEXT_STEP: _("Agree a next step with {name}: {way}"),
        _A.FOLLOW_UP: _("Follow up as planned: {way}"),
        _A.TRY_AGAIN: _("Try again: {way}"),
        _A.REST: _("Let it rest for now"),
        _A.KEEP_IN_TOUCH: _("Say hello to {name}: {way}"),
        _A.RECONNECT: _("Think of {name} again, without a reason"),
        _A.ASK: _("There is room for an ask: {way}"),
        _A.ASK_NUMBER: _("Ask {name} for a number and whether calling is welcome"),
        _A.ASK_INTRODUCTION: _("Ask for an introduction to {name} first"),
        _A.SMART_CALL: _("A first call, well prepared: {way}"),
        _A.HOMEWORK: _("Find out more about {name} first"),
        _A.ALL_IS_WELL: _("All is well"),
    }[value]


def way(move: Move) -> str:
    """How to do it, after a colon: "text, then call"."""
    if move.then_call:
        return _("text, then call")
    if move.channel is None:
        return _("the way you usually do")
    return _way_of(move.channel)


@remembered
def _way_of(value: Channel) -> str:
    return {
        Channel.CALL: pgettext("way", "call"),
        Channel.VOICEMAIL: pgettext("way", "leave a voicemail"),
        Channel.TEXT: pgettext("way", "text"),
        Channel.EMAIL: pgettext("way", "write an e-mail"),
        Channel.SOCIAL: pgettext("way", "write a message"),
        Channel.CARD: pgettext("way", "send a card"),
        Channel.IN_PERSON: pgettext("way", "meet"),
        Channel.PARTY: pgettext("way", "at the party"),
        Channel.VIDEO: pgettext("way", "video call"),
    }[value]


def _text_first(move: Move) -> str:
    if move.then_call and move.action is _A.CALL:
        return _("Text, call")
    return _brief(move.action)


def _on(instant: datetime, now: Moment) -> date:
    return instant.astimezone(ZoneInfo(now.zone)).date()


def _how_late(due: datetime, now: Moment) -> str:
    days = (now.today - _on(due, now)).days
    if days > 0:
        return late_by(_on(due, now), now.today)
    minutes = max(1, int((now.utc - due.astimezone(UTC)).total_seconds() // 60))
    if minutes < 60:
        return ngettext("{n} minute late", "{n} minutes late", minutes).format(n=minutes)
    hours = minutes // 60
    return ngettext("{n} hour late", "{n} hours late", hours).format(n=hours)
