"""Words for what people said they would, would like and would not, for parties, and for bought lists."""

from __future__ import annotations

from datetime import date

from planner.domain.batch import Origin, Question
from planner.domain.commitment import Commitment, CommitmentTo
from planner.domain.homework import Line
from planner.domain.interest import Interest, SaidNo, Scope
from planner.domain.party import GuestStatus, PartyKind
from planner.domain.party_plan import PartyStep
from planner.domain.permission import Meant
from planner.domain.person import LifePause, Registry
from planner.services.party_rows import PartyView
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, ngettext, pgettext, remembered
from planner.ui.kit.isolating import isolated


@remembered
def scope(value: Scope) -> str:
    """What a wish or a No is about: "Host a party"."""
    return {
        Scope.BUY: _("Buy something"),
        Scope.HOST: _("Host a party"),
        Scope.JOIN: _("Join the team"),
        Scope.REFER: _("Introduce somebody"),
        Scope.EVERYTHING: _("Anything of the business"),
    }[value]


@remembered
def will(value: CommitmentTo) -> str:
    """What they said they would do: "Join the team"."""
    return {
        CommitmentTo.JOIN: _("Join the team"),
        CommitmentTo.BUY: _("Buy something"),
        CommitmentTo.HOST: _("Host a party"),
        CommitmentTo.ATTEND: _("Come to something"),
        CommitmentTo.DECIDE: _("Decide"),
    }[value]


def commitment_line(commitment: Commitment, today: date) -> str:
    """What they will do and by when: "Join the team by Tue, Dec 15"."""
    by = dates.short_day(commitment.by, today, in_sentence=True)
    return _("{what} by {day}").format(what=will(commitment.what), day=by)


def interest_line(interest: Interest) -> str:
    """What they would like: "Buy something: candles for a birthday"."""
    if interest.topic:
        return _("{what}: {topic}").format(what=scope(interest.scope), topic=interest.topic)
    return scope(interest.scope)


def interest_below(interest: Interest, today: date) -> str:
    """Who brought it up, when, in which words, and why they would want it."""
    said = []
    if interest.on is not None:
        day = dates.short_day(interest.on, today, in_sentence=interest.raised_hand)
        said.append(_("raised a hand {day}").format(day=day) if interest.raised_hand else day)
    if interest.words:
        said.append(quoted(interest.words))
    if interest.why:
        said.append(interest.why)
    return " · ".join(said)


def no_line(no: SaidNo) -> str:
    """A No: "No: join the team"."""
    return _("No: {what}").format(what=scope(no.scope).lower())


def no_below(no: SaidNo, today: date) -> str:
    """When they said it, in which words."""
    day = dates.short_day(no.on, today)
    return " · ".join([day, quoted(no.words)]) if no.words else day


def pause_line(pause: LifePause, today: date) -> str:
    """Until when something else comes first: "Business rests until Jan 22: a new baby"."""
    until = dates.short_day(pause.until, today, in_sentence=True)
    if pause.what:
        return _("Business rests until {day}: {what}").format(day=until, what=pause.what)
    return _("Business rests until {day}").format(day=until)


def quoted(words: str) -> str:
    """Their words, as theirs."""
    return _("“{words}”").format(words=isolated(words))


@remembered
def party_kind(value: PartyKind) -> str:
    """What kind of get-together it is: "At home"."""
    return {
        PartyKind.HOME: pgettext("party", "At home"),
        PartyKind.ONLINE: pgettext("party", "Online"),
        PartyKind.FAIR: pgettext("party", "At a fair"),
        PartyKind.COFFEE: pgettext("party", "Coffee"),
        PartyKind.TEAM: pgettext("party", "For the team"),
    }[value]


@remembered
def guest_status(value: GuestStatus) -> str:
    """What a guest has answered: "Is coming"."""
    return {
        GuestStatus.INVITED: pgettext("guest", "Invited"),
        GuestStatus.COMING: pgettext("guest", "Is coming"),
        GuestStatus.MAYBE: pgettext("guest", "Maybe"),
        GuestStatus.DECLINED: pgettext("guest", "Can’t come"),
        GuestStatus.CAME: pgettext("guest", "Came"),
        GuestStatus.STAYED_AWAY: pgettext("guest", "Stayed away"),
    }[value]


@remembered
def party_step(value: PartyStep) -> str:
    """A step around a party: "Send the invitations"."""
    return {
        PartyStep.THANK_FOR_BOOKING: _("Thank them for saying yes"),
        PartyStep.GUEST_LIST: _("Guest list and wishes"),
        PartyStep.INVITATIONS: _("Invitations out"),
        PartyStep.ANSWERS: _("How many have answered?"),
        PartyStep.DETAILS: _("Details and head-count"),
        PartyStep.THE_DAY: _("The day itself"),
        PartyStep.THANK_AFTER: _("Thank them for hosting"),
        PartyStep.REWARDS: _("Bring their rewards"),
        PartyStep.HAPPY: _("Are they happy with it?"),
    }[value]


def party_name(party: PartyView) -> str:
    """The name of a party, or what kind of get-together it is."""
    return party.draft.name or party_kind(party.draft.kind)


def party_line(party: PartyView, today: date) -> str:
    """A party in one line: "Sat, Dec 5, 2:00 PM: Christmas tea"."""
    day = dates.short_day(party.draft.on, today)
    when = _("{day}, {time}").format(day=day, time=dates.clock(party.draft.at)) if party.draft.at else day
    return _("{day}: {what}").format(day=when, what=party_name(party))


def party_below(party: PartyView) -> str:
    """How many are invited and have answered, what it is for, and whether it was called off."""
    count = len(party.draft.guests)
    said = []
    if party.cancelled_on is not None:
        said.append(_("called off"))
    if count:
        invited = ngettext("{count} guest", "{count} guests", count).format(count=dates.number(count))
        answered = _("{count} have answered").format(count=dates.number(party.answered))
        said += [invited, answered]
    if party.draft.goal:
        said.append(party.draft.goal)
    if party.rewards_on is not None:
        said.append(_("rewards given"))
    return " · ".join(said)


@remembered
def question(value: Question) -> str:
    """A question of the checklist of a bought list."""
    return {
        Question.VENDOR: _("Who sold it"),
        Question.COST: _("What it cost"),
        Question.BOUGHT_ON: _("When you bought it"),
        Question.ORIGIN: _("How people came onto it"),
        Question.INTEREST: _("When they were interested, the oldest and the newest"),
        Question.CONSENT: _("The proof that they want to be called"),
        Question.REGISTRY: _("Checked against the do-not-call registry"),
    }[value]


@remembered
def origin(value: Origin) -> str:
    """How people came onto a bought list: "They answered a survey"."""
    return {
        Origin.GENERIC_AD: _("A general advertisement"),
        Origin.GENEALOGY: _("Former distributors"),
        Origin.CO_REGISTRATION: _("Ticked along with something else"),
        Origin.SURVEY: _("A survey"),
        Origin.UNKNOWN: _("Nobody can say"),
    }[value]


@remembered
def meant(value: Meant) -> str:
    """What somebody meant by a stop."""
    return {
        Meant.CHANNEL: _("Not this way; other ways are fine"),
        Meant.BUSINESS: _("No business any more"),
        Meant.EVERYTHING: _("Leave me in peace altogether"),
    }[value]


@remembered
def registry(value: Registry) -> str:
    """What the registry said of a number."""
    return {Registry.LISTED: _("It is listed: no calls"), Registry.CLEAR: _("It is not listed")}[value]


@remembered
def homework_line(value: Line) -> str:
    """A line of the homework before a first call."""
    return {
        Line.FACT: _("One true thing about them"),
        Line.REASON: _("A reason that is good for them"),
        Line.BASIS: _("You may call: they said yes, or the registry was looked up lately"),
        Line.OPENING_LINE: _("Your first sentence"),
        Line.VOICEMAIL_PLAN: _("What you say to their voicemail"),
        Line.GOOD_ENDING: _("What would be a good ending"),
    }[value]


@remembered
def homework_short(value: Line) -> str:
    """A line of the homework inside a sentence: "a true thing"."""
    return {
        Line.FACT: _("a true thing"),
        Line.REASON: _("a good reason"),
        Line.BASIS: _("permission or look-up"),
        Line.OPENING_LINE: _("your first sentence"),
        Line.VOICEMAIL_PLAN: _("the voicemail"),
        Line.GOOD_ENDING: _("a good ending"),
    }[value]
