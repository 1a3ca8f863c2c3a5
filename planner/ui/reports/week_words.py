"""My week, told: people and care first, calls tried as a detail of a table (000-03)."""

from __future__ import annotations

from planner.domain.account import Care, care
from planner.domain.activity import ActivityKind
from planner.domain.figures import DayPart, Ending
from planner.services.reports.week import WeekReport
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.reports import words
from planner.ui.reports.content import Content, Empty, Figure, Row, Section, Sides, Table, Wish, nothing, rows

_WEEK = 7
"""Days."""


def content(report: WeekReport) -> Content:
    """What this time was made of."""
    title, days = _("My week") if report.period.days <= _WEEK else _("My weeks"), words.days(report.period)
    if _is_empty(report):
        return nothing(title, days, _nothing_yet() if report.visible.whole else words.nobody_yet())
    sections = (_given_and_asked(report), _talks(report), _left_open(report), _answers(report), _sides(report))
    notes = (_("Helped means: a problem solved, a gift, useful news, business sent their way, or a hand lent."),)
    return Content(title, days, _lead(report), _figures(report), sections, notes)


def _is_empty(report: WeekReport) -> bool:
    """Whether nothing at all was logged, tried or promised in this time."""
    logged = (report.talks, report.given, report.asked, report.promises.whole, report.all_calls.whole)
    return not (any(logged) or report.texts.whole or any(each.times for each in report.mix))


def _nothing_yet() -> Empty:
    return Empty(
        _("Nothing yet in this time"),
        _("What you log with people shows here: talks, what you gave and asked, promises you kept."),
        _("Log contact"),
        Wish.LOG,
    )


def _lead(report: WeekReport) -> str:
    if not (report.talks or report.given or report.asked):
        return _("No talk, nothing given and nothing asked in this time yet.")
    talked = ngettext("You had {n} conversation.", "You had {n} conversations.", report.talks)
    helped = ngettext("You helped {n} person.", "You helped {n} people.", report.helped)
    told = [(talked, report.talks), (helped, report.helped)]
    said = " ".join(sentence.format(n=dates.number(count)) for sentence, count in told if count)
    if report.wants_reaching_out:
        kindly = _("For two weeks nobody new has heard from you first. One prepared call or card would be a start.")
        return f"{said} {kindly}".strip()
    return said


def _figures(report: WeekReport) -> tuple[Figure, ...]:
    kept, well = report.promises, report.ended_well
    return (
        Figure(dates.number(report.talks), _("real conversations"), _thanked(report)),
        Figure(_given(report), _("given and asked"), _balance(report)),
        Figure(words.of(kept) if kept.whole else words.UNKNOWN, _("promises kept"), _promises(report)),
        Figure(dates.number(report.helped), _("people helped"), _helpings(report)),
        Figure(words.of(well) if well.whole else words.UNKNOWN, _("talks ended with a next step"), _share_of(report)),
        _visible(report),
    )


def _given(report: WeekReport) -> str:
    if not report.given and not report.asked:
        return words.UNKNOWN
    return _("{given} to {asked}").format(given=dates.number(report.given), asked=dates.number(report.asked))


def _thanked(report: WeekReport) -> str:
    said = ngettext("{n} thank-you said", "{n} thank-yous said", report.thanked)
    return said.format(n=dates.number(report.thanked)) if report.thanked else ""


def _balance(report: WeekReport) -> str:
    return {
        Care.NO_ASKS: _("nothing was asked"),
        Care.PLENTY: _("three to one or better"),
        Care.SOME: _("three to one is the aim"),
        Care.LITTLE: _("a little more care would do good"),
        Care.TAKEN: _("more asked than given"),
    }[care(report.given, report.asked)]


def _promises(report: WeekReport) -> str:
    missed = report.promises.whole - report.promises.part
    if not report.promises.whole:
        return _("none was due")
    if not missed:
        return _("every one of them")
    return ngettext("{n} wants an apology", "{n} want an apology", missed).format(n=dates.number(missed))


def _helpings(report: WeekReport) -> str:
    return words.n_times(report.helpings) if report.helpings else ""


def _share_of(report: WeekReport) -> str:
    honest = report.endings[Ending.HONEST]
    if not report.talks:
        return _("no talk in this time")
    if not honest:
        return words.share(report.ended_well)
    said = ngettext("{n} more needed none", "{n} more needed none", honest)
    return said.format(n=dates.number(honest))


def _visible(report: WeekReport) -> Figure:
    part, label = report.visible, _("of your people heard from you")
    if part.percent is None:
        return Figure(words.of(part) if part.whole else words.UNKNOWN, label, _("within 90 days"))
    return Figure(words.share(part), label, _("{of} within 90 days").format(of=words.of(part)))


def _given_and_asked(report: WeekReport) -> Section:
    names = tuple(words.slice_name(each.period, report.period) for each in report.slices)
    given, asked = tuple(each.given for each in report.slices), tuple(each.asked for each in report.slices)
    has_any = any((*given, *asked, report.talks))
    table = Table(
        _("Given and asked"),
        (words.slice_heading(report.period), _("Given"), _("Asked"), _("Conversations")),
        rows(
            [
                (name, dates.number(each.given), dates.number(each.asked), dates.number(each.talks))
                for name, each in zip(names, report.slices, strict=True)
            ]
        )
        if has_any
        else (),
    )
    return Section(
        _("Given and asked"),
        "",
        table,
        Sides(names, given, asked, (_("Given"), _("Asked"))) if any((*given, *asked)) else None,
        _("Nothing was given or asked in this time yet."),
        reading=_("What you gave stands above the line, what you asked for below it."),
    )


def _talks(report: WeekReport) -> Section:
    tell = {
        Ending.NEXT_STEP: _("A next step was agreed"),
        Ending.HONEST: _("Just friends, or an honest No"),
        Ending.OPEN: _("Nothing was said about what comes next"),
    }
    table = Table(
        _("How talks ended"),
        (_("How they ended"), _("Talks")),
        rows([(tell[how], dates.number(count)) for how, count in report.endings.items()]) if report.talks else (),
    )
    said = _("A talk among friends and a No are good endings too.")
    return Section(_("How talks ended"), said, table, empty=_("No conversation in this time yet."))


def _sides(report: WeekReport) -> Section:
    """What the time went into, each side of the work explained (000-18)."""
    told = {
        ActivityKind.ATTRACT: _("Attract: posts, articles, events that bring people to you"),
        ActivityKind.SERVE: _("Serve: thanks, help, tips and check-ins for people you know"),
        ActivityKind.REACH_OUT: _("Reach out: tries to reach somebody, cards given out, asks"),
    }
    lines = [(told.get(each.kind, wording.activity_kind(each.kind)), dates.number(each.times)) for each in report.mix]
    table = Table(
        _("What you put your time into"),
        (_("Side of the work"), _("Times")),
        rows(lines) if any(each.times for each in report.mix) else (),
    )
    said = _("What you did besides talking, also what you noted without a name. A bit of each keeps it in balance.")
    return Section(table.name, said, table, empty=_("Nothing was logged in this time yet."))


def _left_open(report: WeekReport) -> Section:
    table = Table(
        _("Talks without a next step"),
        (_("Who"), _("You talked")),
        tuple(Row((talk.name, dates.date_only(talk.on)), talk.person_id) for talk in report.left_open),
        numbers_from=2,
    )
    said = _("With these people nothing is agreed yet. Enter opens them.")
    none = _("Every talk ended with something said.") if report.talks else _("No conversation in this time yet.")
    return Section(_("Talks without a next step"), said, table, empty=none, is_private=True)


def _answers(report: WeekReport) -> Section:
    parts = {
        DayPart.MORNING: _("Calls before noon"),
        DayPart.AFTERNOON: _("Calls in the afternoon"),
        DayPart.EVENING: _("Calls from five on"),
        DayPart.UNKNOWN: _("Calls, time not noted"),
    }
    tried = [(parts[each], part) for each, part in report.calls.items() if part.whole]
    if report.texts.whole:
        tried.append((_("Texts, a word within three days"), report.texts))
    cells = [
        (name, dates.number(part.whole), dates.number(part.part), words.share_or_missing(part)) for name, part in tried
    ]
    table = Table(_("When people answer"), (_("How"), _("Tried"), _("Answered"), _("Share")), rows(cells))
    said = _("Your own numbers. Most people do not pick up; it is not about you. A share needs twenty tries.")
    return Section(_("When people answer"), said, table, empty=_("Not enough calls yet to say anything."))
