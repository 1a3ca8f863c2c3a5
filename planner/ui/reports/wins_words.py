"""Wins, told: what went well, to read again."""

from __future__ import annotations

from planner.domain.figures import WinKind
from planner.services.reports.wins import Win, WinsReport
from planner.ui.kit import dates
from planner.ui.kit.i18n import _, ngettext, remembered
from planner.ui.kit.isolating import isolated
from planner.ui.reports import words
from planner.ui.reports.content import Bar, Bars, Content, Empty, Row, Section, Table, nothing

PRIVATE = frozenset({WinKind.THANKED, WinKind.CAME_BACK, WinKind.HELPED_ME})
"""Wins whose words are theirs: they said nothing about being quoted, so paper leaves the words out (002-05)."""


def content(report: WinsReport, *, on_paper: bool = False) -> Content:
    """What went well in this time; on paper without what people said, and nowhere with amounts (003-19)."""
    title, days = _("Wins"), words.days(report.period)
    if not report.total:
        said = _("Promises you keep and thanks you get come here by themselves. What else went well? Write it above.")
        return nothing(title, days, Empty(_("Nothing yet in this time"), said))
    lead = ngettext("{n} thing went well.", "{n} things went well.", report.total)
    lead = lead.format(n=dates.number(report.total))
    counted = [(kind_many(kind), count) for kind, count in report.counts.items()]
    listed = Table(
        _("What went well"),
        (_("Day"), _("What"), _("In words")),
        tuple(_row(win, on_paper=on_paper) for win in report.wins),
        numbers_from=3,
    )
    said = ""
    if len(report.wins) < report.total:
        said = _("The newest {n} of them.").format(n=dates.number(len(report.wins)))
    kinds = Section(
        _("What kind"),
        "",
        Table(_("What kind"), (_("What"), _("How many")), tuple(Row((name, dates.number(n))) for name, n in counted)),
        Bars(tuple(Bar(name, n, dates.number(n)) for name, n in counted)),
    )
    return Content(title, days, lead, (), (Section(_("To read again"), said, listed), kinds))


def _row(win: Win, *, on_paper: bool) -> Row:
    told = "" if on_paper and win.kind in PRIVATE else win.words
    if win.kind is WinKind.INTRODUCED:
        told = _("Brought you {name}").format(name=isolated(win.words)) if win.words else ""
    ref = win.ref if win.kind is WinKind.NOTED else None
    what = kind_one(win.kind)
    if win.name:
        what = _("{what} · {name}").format(what=what, name=isolated(win.name))
    return Row((dates.date_only(win.on), what, told), win.person_id, ref)


@remembered
def kind_one(value: WinKind) -> str:
    """One win: "Promise kept"."""
    return {
        WinKind.NOTED: _("Noted by you"),
        WinKind.THANKED: _("Thanked you"),
        WinKind.PROMISE_KEPT: _("Promise kept"),
        WinKind.SOLVED: _("Problem solved"),
        WinKind.FIRST_ORDER: _("First order"),
        WinKind.HOSTED: _("Hosted"),
        WinKind.JOINED: _("Joined the team"),
        WinKind.INTRODUCED: _("Introduced somebody"),
        WinKind.HELPED_ME: _("Helped you"),
        WinKind.CAME_BACK: _("Got in touch again"),
    }[value]


@remembered
def kind_many(value: WinKind) -> str:
    """All of a kind: "Promises kept"."""
    return {
        WinKind.NOTED: _("Noted by you"),
        WinKind.THANKED: _("People thanked you"),
        WinKind.PROMISE_KEPT: _("Promises kept"),
        WinKind.SOLVED: _("Problems solved"),
        WinKind.FIRST_ORDER: _("First orders"),
        WinKind.HOSTED: _("Parties hosted"),
        WinKind.JOINED: _("Joined the team"),
        WinKind.INTRODUCED: _("People introduced"),
        WinKind.HELPED_ME: _("People helped you"),
        WinKind.CAME_BACK: _("Got in touch again"),
    }[value]
