"""Words for who a person is: stage, closeness, source, birthday."""

from __future__ import annotations

from planner.domain.person import Birthday, Closeness, SourceKind, Stage
from planner.domain.stage import ROLES
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, pgettext, remembered
from planner.ui.kit.isolating import isolated


@remembered
def stage(value: Stage) -> str:
    """Where two people stand with each other: "In conversation"."""
    s = Stage
    return {
        s.NEW: pgettext("stage", "New"),
        s.REACHED_OUT: _("Reached out"),
        s.IN_CONVERSATION: _("In conversation"),
        s.OFFERED: _("Offered"),
        s.CUSTOMER: _("Customer"),
        s.HOST: _("Host"),
        s.TEAM: _("Team"),
        s.FAN: _("Fan"),
        s.NOT_NOW: _("Not now"),
        s.NO: _("Said no"),
        s.RESTING: _("Resting"),
        s.CLOSED_KINDLY: _("Parted kindly"),
        s.BAD_DETAILS: _("Details wrong"),
    }[value]


@remembered
def closeness(value: Closeness) -> str:
    """How near somebody is: "Friend"."""
    c = Closeness
    return {
        c.STRANGER: _("Stranger"),
        c.ACQUAINTANCE: _("Acquaintance"),
        c.FRIEND: _("Friend"),
        c.FAMILY: _("Family"),
    }[value]


@remembered
def source_kind(value: SourceKind) -> str:
    """How somebody came into the book: "Referral"."""
    k = SourceKind
    return {
        k.WEBSITE: _("Own website"),
        k.BLOG: _("Own blog"),
        k.SOCIAL_POST: _("Social post"),
        k.REFERRAL: _("Referral"),
        k.FRIEND_OF_FRIEND: _("Friend of a friend"),
        k.EVENT: pgettext("source", "Event"),
        k.PARTY: pgettext("source", "Party"),
        k.MET: _("Met in person"),
        k.BOUGHT: _("Bought list"),
        k.IMPORTED: _("Imported"),
        k.UNKNOWN: _("Not known"),
    }[value]


def source(kind: SourceKind, name: str) -> str:
    """A source in one line: its own name, and what it is where the name alone would hide that it was bought."""
    if not name:
        return "\u2014" if kind is SourceKind.UNKNOWN else source_kind(kind)
    if kind is SourceKind.BOUGHT:
        return _("Bought list, {name}").format(name=isolated(name))
    if kind is SourceKind.REFERRAL:
        return _("Referral, {name}").format(name=isolated(name))
    return name


def relationship(stage_now: Stage, close: Closeness) -> str:
    """The relationship in the table: of friends and family what they are, unless they buy, host or work along."""
    return closeness(close) if close.is_protected and stage_now not in ROLES else stage(stage_now)


def birthday(value: Birthday) -> str:
    """A birthday: "March 14", or with its year."""
    return dates.month_and_day(value.month, value.day, value.year)
