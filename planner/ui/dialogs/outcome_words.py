"""The outcomes as people choose them: in three groups, in two or three words, with a kind line for each."""

from __future__ import annotations

from enum import StrEnum

from planner.domain.commitment import CommitmentTo
from planner.domain.interest import Scope
from planner.domain.outcome import Outcome
from planner.domain.touch import TouchKind
from planner.ui.kit import wording
from planner.ui.kit.i18n import _

_O = Outcome
Choice = Outcome | TouchKind
"""How a contact ended; a kind of touch is one that ends in nothing more."""


class Group(StrEnum):
    """What kind of contact it was."""

    TALKED = "talked"
    NOBODY = "nobody"
    OTHER = "other"


def groups() -> tuple[tuple[Group, str], ...]:
    """The three, in words."""
    return (
        (Group.TALKED, _("We talked")),
        (Group.NOBODY, _("Nobody answered")),
        (Group.OTHER, _("Something else")),
    )


def choices(group: Group) -> tuple[tuple[Choice, str], ...]:
    """What a group offers, the usual first."""
    return {Group.TALKED: _talked, Group.NOBODY: _nobody, Group.OTHER: _other}[group]()


def _talked() -> tuple[tuple[Choice, str], ...]:
    return (
        (_O.NEXT_CALL, _("Next call agreed")),
        (_O.COMMITTED, _("They decide by…")),
        (_O.BOUGHT, _("Bought")),
        (_O.BOOKED, _("Booked a party")),
        (_O.JOINED, _("Joined the team")),
        (_O.FRIENDS, _("Just friends")),
        (_O.NOT_NOW, _("Not now")),
        (_O.NO, _("No, thank you")),
        (_O.PROBLEM, _("A problem")),
        (_O.TEXT_INSTEAD, _("Please text me")),
        (_O.STOP, _("Stop contacting me")),
    )


def _nobody() -> tuple[tuple[Choice, str], ...]:
    return (
        (_O.NO_ANSWER, _("No answer")),
        (_O.VOICEMAIL, _("Voicemail left")),
        (_O.VOICEMAIL_FULL, _("Voicemail full or none")),
        (_O.BUSY, _("Busy, call back at…")),
        (_O.SOMEONE_ELSE, _("Somebody else answered")),
        (_O.WRONG_NUMBER, _("Wrong number")),
        (_O.PITCH_VOICEMAIL, _("Offer left on voicemail")),
    )


def _other() -> tuple[tuple[Choice, str], ...]:
    return (
        (_O.THEY_WROTE, _("They wrote or called")),
        (_O.TEXT_SENT, _("I wrote to them")),
        (_O.MET, _("We met")),
        (_O.MOVED_BY_THEM, _("They moved our appointment")),
        (_O.MISSED, _("I missed it")),
        (TouchKind.HELPED_ME, wording.touch_kind(TouchKind.HELPED_ME)),
        (_O.BOUNCED, _("E-mail came back")),
        (_O.DOES_NOT_REMEMBER, _("Doesn\u2019t remember asking")),
        (_O.OTHER_COMPANY, _("With another company")),
        (_O.OTHER_CONSULTANT, _("Has another consultant")),
        (_O.NO_FIT, _("Not a fit for my team")),
        (_O.BEREAVED, _("Sad news in the family")),
        (_O.DIED, _("Passed away")),
        (TouchKind.LOGISTICS, wording.touch_kind(TouchKind.LOGISTICS)),
        (TouchKind.NOTE, wording.touch_kind(TouchKind.NOTE)),
    )


def line(choice: Choice) -> str:
    """What choosing it does, or a kind word; empty where the fields say it."""
    lines: dict[Choice, str] = {
        _O.FRIENDS: _("No next step is needed."),
        _O.NO: _("Kindly heard, and never asked for again."),
        _O.NOT_NOW: _("No asks before that day."),
        _O.PROBLEM: _("First this is put right. You look into it within one working day."),
        _O.TEXT_INSTEAD: _("From now on you write first."),
        _O.STOP: _("In force at once."),
        _O.JOINED: _("Their first 48 hours begin now."),
        _O.NO_ANSWER: _("Most people don\u2019t pick up. It isn\u2019t about you."),
        _O.VOICEMAIL_FULL: _("Most people don\u2019t pick up. It isn\u2019t about you."),
        _O.SOMEONE_ELSE: _("No word about business to anybody else. You try again tomorrow."),
        _O.WRONG_NUMBER: _("The number is marked, and never called again."),
        _O.PITCH_VOICEMAIL: _("Honestly logged. Asking rests for thirty days."),
        _O.BOUNCED: _("The address is marked, and not used again."),
        _O.MISSED: _("It happens. Tomorrow begins with saying sorry."),
        _O.MOVED_BY_THEM: _("That costs nobody anything."),
        _O.DOES_NOT_REMEMBER: _("Say sorry and let it be; nothing more will be asked."),
        _O.OTHER_COMPANY: _("Wish them well. No asks for a year."),
        _O.OTHER_CONSULTANT: _("We don\u2019t take customers from each other."),
        _O.NO_FIT: _("Your choice, and no reason to feel bad. Never suggested for your team."),
        _O.BEREAVED: _("Business rests for two months. A card is welcome."),
        _O.DIED: _("They stay in your book, and in no list. A card to the family is enough."),
    }
    return lines.get(choice, "")


def commitments() -> tuple[tuple[CommitmentTo, str], ...]:
    """What they decide about."""
    return (
        (CommitmentTo.BUY, _("Buying")),
        (CommitmentTo.HOST, _("Hosting")),
        (CommitmentTo.JOIN, _("Joining")),
        (CommitmentTo.ATTEND, _("Coming")),
        (CommitmentTo.DECIDE, _("Something else")),
    )


def scopes() -> tuple[tuple[Scope, str], ...]:
    """What a No, or a question of theirs, is about."""
    return (
        (Scope.BUY, _("Buying")),
        (Scope.HOST, _("Hosting")),
        (Scope.JOIN, _("Joining")),
        (Scope.REFER, _("Naming friends")),
        (Scope.EVERYTHING, _("Everything")),
    )
