"""Words for views of the list: what they are called, and the lines of one of the user's own."""

from __future__ import annotations

from planner.services.saved_views import AnyView, InTouch, NextStep, OwnView, View
from planner.ui.kit.i18n import _, pgettext


def view(value: AnyView) -> str:
    """A view in a word or three."""
    if isinstance(value, OwnView):
        return value.name
    return {
        View.EVERYONE: _("Everyone"),
        View.DUE_TODAY: _("Due today"),
        View.GIVE_FIRST: _("Give first"),
        View.READY_FOR_ASK: _("Ready for an ask"),
        View.FRESH_LEADS: _("New faces"),
        View.CUSTOMERS: _("Customers"),
        View.TEAM: pgettext("view", "Team"),
        View.NO_NEXT_STEP: _("No next step"),
        View.HOMEWORK: _("Homework first"),
        View.LEAVE_IN_PEACE: _("Leave in peace"),
        View.ARCHIVED: _("Put away"),
    }[value]


def in_touch(value: InTouch) -> str:
    """How long ago the last contact was, before a number of days where there is one."""
    return {
        InTouch.ANY: _("at any time"),
        InTouch.WITHIN: _("within the last"),
        InTouch.NOT_FOR: _("not for"),
        InTouch.NEVER: _("never"),
    }[value]


def next_step(value: NextStep) -> str:
    """When the next step is due."""
    return {
        NextStep.ANY: _("any, or none"),
        NextStep.DUE: _("due today"),
        NextStep.WEEK: _("in the next 7 days"),
        NextStep.LATER: _("later than that"),
        NextStep.NONE: _("not agreed yet"),
    }[value]
