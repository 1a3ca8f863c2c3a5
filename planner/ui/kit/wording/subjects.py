"""Words for what an ask, a commitment or a first call is about, as they stand inside a sentence."""

from __future__ import annotations

from planner.domain.commitment import CommitmentTo
from planner.domain.homework import Line
from planner.domain.interest import Scope
from planner.ui.kit.i18n import pgettext, remembered


@remembered
def scope(value: Scope) -> str:
    """What an ask, an interest or a No is about: "hosting"."""
    return {
        Scope.BUY: pgettext("scope", "buying"),
        Scope.HOST: pgettext("scope", "hosting"),
        Scope.JOIN: pgettext("scope", "joining"),
        Scope.REFER: pgettext("scope", "naming friends"),
        Scope.EVERYTHING: pgettext("scope", "everything"),
    }[value]


@remembered
def commitment_to(value: CommitmentTo) -> str:
    """What they said they would do: "host a party"."""
    return {
        CommitmentTo.JOIN: pgettext("they will", "join"),
        CommitmentTo.BUY: pgettext("they will", "order"),
        CommitmentTo.HOST: pgettext("they will", "host a party"),
        CommitmentTo.ATTEND: pgettext("they will", "come"),
        CommitmentTo.DECIDE: pgettext("they will", "decide"),
    }[value]


@remembered
def homework_line(value: Line) -> str:
    """What is still to be found out before a first call: "one true thing about them"."""
    return {
        Line.FACT: pgettext("homework", "one true thing about them"),
        Line.REASON: pgettext("homework", "a reason that is good for them"),
        Line.BASIS: pgettext("homework", "a permission or a look-up"),
        Line.OPENING_LINE: pgettext("homework", "how you open"),
        Line.VOICEMAIL_PLAN: pgettext("homework", "what a voicemail says"),
        Line.GOOD_ENDING: pgettext("homework", "what a good ending is"),
    }[value]
