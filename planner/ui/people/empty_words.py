"""What stands in the place of a list of nobody."""

from __future__ import annotations

from planner.services.saved_views import AnyView, OwnView, View
from planner.ui.kit.i18n import _


def of(view: AnyView, search: str) -> tuple[str, str, str, str]:
    """Icon, title, text and action of a list of nobody."""
    if search:
        return (
            "search",
            _("Nobody matches \u201c{text}\u201d").format(text=search),
            _("Names, numbers, e-mail addresses, companies, towns, tags and notes are searched."),
            _("Show everyone again"),
        )
    if view is View.EVERYONE:
        return (
            "book",
            _("Your book is still empty"),
            _("Bring the list you already have, or add somebody: a name or a number is enough."),
            _("Bring my list"),
        )
    if isinstance(view, OwnView) and view.is_kept:
        text = _("Everybody for whom each line of this view is true appears here.")
        return "filter", _("Nobody here just now"), text, _("Change this view…")
    text = _("Nobody on your lists belongs here any more.") if isinstance(view, OwnView) else _empty_view(view)
    return "people", _("Nobody here just now"), text, _("Show everyone")


def _empty_view(view: View) -> str:
    return {
        View.DUE_TODAY: _("Everybody whose day has come appears here."),
        View.GIVE_FIRST: _(
            "People you know whose account is low, or still empty, appear here: give something before you ask."
            " A name from a bought list joins them once you have been in touch."
        ),
        View.READY_FOR_ASK: _(
            "People you have given enough to appear here, once nothing else comes first: no thanks owed, no promise or"
            " problem open, no ask of late, no rest they asked for."
        ),
        View.FRESH_LEADS: _(
            "People who came to you in the last two weeks, and whom you have not talked with yet, appear here."
            " Names from a bought list wait under Homework first."
        ),
        View.CUSTOMERS: _("People who bought from you appear here."),
        View.TEAM: _("People who work with you appear here."),
        View.NO_NEXT_STEP: _("People you are talking with and have agreed nothing with appear here."),
        View.HOMEWORK: _("People you should find out something about before a first call appear here."),
        View.LEAVE_IN_PEACE: _("People who asked to be left in peace appear here, with their words."),
        View.ARCHIVED: _("People you put away appear here; you can bring them back."),
    }.get(view, "")
