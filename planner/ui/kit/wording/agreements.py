"""Words for what was agreed: promises, windows, permissions, stops, thank-yous."""

from __future__ import annotations

from datetime import date, time

from planner.domain.moment import Moment
from planner.domain.permission import Basis, Permission, StopRule, Topic
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.thanks import ThanksFor, ThankYou
from planner.domain.touch import Channel
from planner.domain.zones import is_zone
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, pgettext, remembered
from planner.ui.kit.isolating import isolated
from planner.ui.kit.wording.touches import channel


@remembered
def window(value: Window) -> str:
    """When on the day: "In the morning"."""
    return {
        Window.EXACT: _("At an exact time"),
        Window.MORNING: _("In the morning"),
        Window.AFTERNOON: _("In the afternoon"),
        Window.EVENING: _("In the evening"),
        Window.DAY: _("Any time that day"),
        Window.WEEK: _("Any time that week"),
        Window.MONTH: _("Any time that month"),
    }[value]


def due(promise: Promise, now: Moment) -> str:
    """The day and the window inside a line: "tomorrow, 2:30 PM", "Nov 27, in the morning", "week of Nov 30".

    A time on another clock than the user's says whose: "tomorrow, 2:30 PM in Denver".
    """
    shown = dates.short_day(promise.due_on, now.today, in_sentence=True)
    if promise.at is not None:
        return _("{day}, {time}").format(day=shown, time=_time(promise.at, promise.zone, now))
    patterns = {
        Window.MORNING: _("{day} in the morning"),
        Window.AFTERNOON: _("{day} in the afternoon"),
        Window.EVENING: _("{day} in the evening"),
        Window.WEEK: _("the week of {day}"),
        Window.MONTH: _("the month of {day}"),
    }
    return patterns.get(promise.window, "{day}").format(day=shown)


def _time(at: time, zone: str, now: Moment) -> str:
    shown = dates.clock(at)
    if not is_zone(zone) or now.in_zone(zone).utcoffset() == now.local.utcoffset():
        return shown
    return _("{time} in {city}").format(time=shown, city=zone.rsplit("/", maxsplit=1)[-1].replace("_", " "))


@remembered
def promise_kind(value: PromiseKind) -> str:
    """What was promised: "Call back"."""
    return {
        PromiseKind.CALLBACK: _("Call them back"),
        PromiseKind.PROMISED: _("Something you promised"),
        PromiseKind.VOICEMAIL: _("The next call your voicemail announced"),
        PromiseKind.FOLLOW_UP: _("Follow up"),
    }[value]


def promise_line(promise: Promise, now: Moment) -> str:
    """A promise in one line: "Call back, Nov 24, 2:30 PM: the serum sample"."""
    what = {
        PromiseKind.CALLBACK: pgettext("promise line", "Call back"),
        PromiseKind.PROMISED: pgettext("promise line", "Promised"),
        PromiseKind.VOICEMAIL: pgettext("promise line", "Call again"),
        PromiseKind.FOLLOW_UP: pgettext("promise line", "Follow up"),
    }[promise.kind]
    when = due(promise, now)
    if promise.reason:
        return _("{what}, {when}: {reason}").format(what=what, when=when, reason=promise.reason)
    return _("{what}, {when}").format(what=what, when=when)


@remembered
def promise_status(value: PromiseStatus) -> str:
    """Where a promise stands: "Kept"."""
    return {
        PromiseStatus.OPEN: pgettext("promise", "Open"),
        PromiseStatus.KEPT: pgettext("promise", "Kept"),
        PromiseStatus.KEPT_LATE: pgettext("promise", "Kept late"),
        PromiseStatus.BROKEN: pgettext("promise", "Missed"),
        PromiseStatus.CANCELLED: pgettext("promise", "Let go"),
        PromiseStatus.MOVED: pgettext("promise", "Moved"),
    }[value]


@remembered
def topic(value: Topic) -> str:
    """What somebody would like to hear about: "Get-togethers"."""
    return {
        Topic.ANY: _("Anything"),
        Topic.NEW_THINGS: _("New things"),
        Topic.GET_TOGETHERS: _("Get-togethers"),
        Topic.REORDER: _("Reorder reminders"),
        Topic.BUSINESS: _("The business"),
    }[value]


@remembered
def basis(value: Basis) -> str:
    """How a yes was given: "On a care card"."""
    return {
        Basis.WRITTEN: _("In writing"),
        Basis.CARD: _("On a care card"),
        Basis.VERBAL: _("By word of mouth"),
        Basis.FORM: _("On a form"),
        Basis.TEXT: _("By text"),
        Basis.GAVE_NUMBER: _("They gave their number"),
        Basis.IMPLIED_INQUIRY: _("They asked for something"),
        Basis.IMPLIED_PURCHASE: _("They bought something"),
    }[value]


@remembered
def may(value: Channel) -> str:
    """A permission as a chip: "may call"."""
    return {
        Channel.CALL: _("may call"),
        Channel.VOICEMAIL: _("may leave voicemail"),
        Channel.TEXT: _("may text"),
        Channel.EMAIL: _("may e-mail"),
        Channel.SOCIAL: _("may message"),
        Channel.CARD: _("may send mail"),
        Channel.IN_PERSON: _("may visit"),
        Channel.PARTY: _("may invite"),
        Channel.VIDEO: _("may video call"),
    }[value]


@remembered
def may_not(value: Channel | None) -> str:
    """A stop as a chip: "do not call"."""
    if value is None:
        return _("leave in peace")
    return {
        Channel.CALL: _("do not call"),
        Channel.VOICEMAIL: _("no voicemail"),
        Channel.TEXT: _("do not text"),
        Channel.EMAIL: _("do not e-mail"),
        Channel.SOCIAL: _("do not message"),
        Channel.CARD: _("do not send mail"),
        Channel.IN_PERSON: _("do not visit"),
        Channel.PARTY: _("do not invite"),
        Channel.VIDEO: _("no video calls"),
    }[value]


def permission_line(permission: Permission, today: date) -> str:
    """A permission with what stands behind it: "may call: by word of mouth · Apr 12"."""
    said = isolated(permission.words) or basis(permission.basis)
    if permission.given_on is None:
        return _("{may}: {said}").format(may=may(permission.channel), said=said)
    when = dates.short_day(permission.given_on, today, in_sentence=True)
    return _("{may}: {said} \u00b7 {when}").format(may=may(permission.channel), said=said, when=when)


def ask_again() -> str:
    """What to say of a permission that was given long ago."""
    return _("That was long ago; ask whether it still holds.")


def stop_line(stop: StopRule, today: date) -> str:
    """A stop with its words and day: "do not call: 'please stop' · Nov 3"."""
    when = dates.short_day(stop.on, today, in_sentence=True)
    if stop.words:
        return _("{stop}: \u201c{words}\u201d \u00b7 {when}").format(
            stop=may_not(stop.channel), words=isolated(stop.words), when=when
        )
    return _("{stop}, since {when}").format(stop=may_not(stop.channel), when=when)


@remembered
def thanks_for(value: ThanksFor) -> str:
    """What a thank-you is owed for: "their order"."""
    return {
        ThanksFor.ORDER: _("their order"),
        ThanksFor.HOSTED: _("hosting"),
        ThanksFor.REFERRAL: _("introducing somebody"),
        ThanksFor.TESTIMONIAL: _("their kind words"),
        ThanksFor.JOINED: _("joining"),
        ThanksFor.HELPED: _("helping you"),
        ThanksFor.COMMENT: _("their comment"),
        ThanksFor.CAME: _("coming"),
    }[value]


def thanks_line(thanks: ThankYou) -> str:
    """A thank-you that waits: "Thank them for hosting: Thursday's party"."""
    if thanks.about:
        return _("Thank them for {what}: {about}").format(what=thanks_for(thanks.trigger), about=thanks.about)
    return _("Thank them for {what}").format(what=thanks_for(thanks.trigger))


def channel_or_any(value: Channel | None) -> str:
    """A channel, or every one of them."""
    return _("Everything") if value is None else channel(value)
