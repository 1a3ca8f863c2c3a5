"""What stands on a call sheet beside each name, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from planner.domain.account import Level
from planner.domain.move import Action, Move
from planner.domain.touch import Channel, Touch
from planner.services.sheets import SheetLine, SheetView
from planner.ui.kit import dates, phones, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.since import ago
from planner.ui.paper.openings import opening

_A = Action
BETWEEN = " · "
"""Between one entry of the past and the next."""


@dataclass(frozen=True, slots=True)
class LineWords:
    """Everything one block says; ``may_call``/``may_text`` are boxes: ticked, empty, or none where it is not known."""

    name: str
    phone: str
    has_phone: bool
    clock: str
    band: str
    may_call: bool | None
    may_text: bool | None
    text_first: bool
    why: str
    opening: str
    history: str


def line_words(line: SheetLine, sheet: SheetView) -> LineWords:
    """The words of one block."""
    card = line.card
    number = phones.shown(phones.extended(card.phone, card.extension), sheet.country)
    return LineWords(
        name=card.name,
        phone=number or line.reach or _("no number yet"),
        has_phone=bool(card.phone),
        clock=_clock(line, sheet),
        band=_band(card.move, sheet),
        may_call=card.may_call if card.phone else None,
        may_text=card.may_text if card.phone else None,
        text_first=line.text_first
        and card.may_text is not False
        and card.move.channel in {None, Channel.CALL, Channel.TEXT},
        why=wording.because(card.move.why[0]) if card.move.why else wording.headline(card.move, card.name, sheet.now),
        opening=opening(line, sheet),
        history=_history(line, sheet.on),
    )


def title(sheet: SheetView) -> str:
    """The head of a page: "Call sheet 47"."""
    if sheet.number is None:
        return _("Call sheet")
    return _("Call sheet {number}").format(number=dates.number(sheet.number))


def subtitle(sheet: SheetView, page: int, of: int) -> str:
    """The line below: "Monday, November 23, 2026 · 9 people · page 1 of 2"."""
    count = len(sheet.lines)
    people = ngettext("{count} person", "{count} people", count).format(count=dates.number(count))
    day = _("{day}, {year}").format(day=dates.day(sheet.on), year=sheet.on.year)
    return _("{day} · {people} · page {page} of {pages}").format(day=day, people=people, page=page, pages=of)


def ticks() -> tuple[tuple[str, ...], ...]:
    """What may have happened, in columns and rows."""
    return (
        (_("Texted"), _("Talked"), _("Voicemail")),
        (_("No answer"), _("Gave"), _("Asked")),
        (_("Said no"), _("Joined / bought")),
    )


def voicemail_rule() -> str:
    """The one rule that stands on every page (004-21, 004-22)."""
    return _(
        "Voicemail: say when you will try again and that you have something useful. Never sell, book or recruit on it."
    )


def _clock(line: SheetLine, sheet: SheetView) -> str:
    """When a call is fine: "1:12 PM in Denver · until 9 PM your time"; only the hours where the clock is the user's."""
    move, now = line.card.move, sheet.now
    zone = ZoneInfo(line.there or now.zone)
    parts = []
    if line.card.local_time:
        there = dates.clock(now.in_zone(str(zone)).time())
        where = line.city or (line.there.rpartition("/")[2].replace("_", " "))
        parts.append(_("{time} in {city}").format(time=there, city=where))
    if line.card.phone and move.due_at is None:
        fine = [wording.opens_line(move, now)]
        if move.closes_at is not None and move.closes_at > now.utc:
            until = dates.clock(move.closes_at.astimezone(ZoneInfo(now.zone)).time())
            fine.append(_("until {time}").format(time=until))
        hours = " ".join(each for each in fine if each)
        parts.append(_("{hours} your time").format(hours=hours) if hours and line.card.local_time else hours)
    return dates.briefly(BETWEEN.join(each for each in parts if each))


def _band(move: Move, sheet: SheetView) -> str:
    """Why today, in two or three words: "PROMISED 2:30 PM"."""
    when = wording.when_line(move, sheet.now)
    if move.is_late and when:
        said = when
    elif move.action is _A.CALL:
        said = _("Promised {time}").format(time=when) if when else _("Promised today")
    elif move.action is _A.ANSWER:
        said = _asked(move, sheet)
    elif move.action is _A.THANK:
        said = _("Thank-you owed")
    elif move.action is _A.REORDER_HELP:
        said = _("Running low")
    else:
        said = wording.action(move.action)
    return said.upper()


def _asked(move: Move, sheet: SheetView) -> str:
    at = move.why[0].facts.get("at") if move.why else None
    if isinstance(at, datetime):
        return _("Asked you first, {ago}").format(ago=ago(at, sheet.now))
    return _("Asked you first")


def _history(line: SheetLine, today: date) -> str:
    """The account, the stage and what happened last: "Warming +11 · Customer · Nov 14 useful tip"."""
    parts = []
    if line.is_known or line.level is not Level.THIN:
        parts.append(f"{wording.level(line.level)} {dates.points(line.points)}")
    parts.append(wording.relationship(line.stage, line.closeness))
    parts += [_told(touch, today) for touch in line.history]
    return BETWEEN.join(parts)


def _told(touch: Touch, today: date) -> str:
    day, kind = dates.short_day(touch.on, today), wording.touch_kind(touch.kind)
    said = f"“{touch.words.strip('“”')}”" if touch.words else touch.note.removesuffix(".")
    if said:
        return _("{day} {what}: {said}").format(day=day, what=kind.lower(), said=said)
    return _("{day} {what}").format(day=day, what=kind.lower())
