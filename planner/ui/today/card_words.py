"""What a card of today says, in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from planner.domain.moment import Moment
from planner.domain.move import Action, Move
from planner.domain.touch import Channel
from planner.services.today import Card
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _
from planner.ui.kit.since import ago


class Lane(StrEnum):
    """The lanes of a day, in their order (rules D8); the one for tomorrow only fills late in the evening."""

    CALL_NOW = "call_now"
    LATER = "later"
    WRITE = "write"
    TOMORROW = "tomorrow"
    NOT_TODAY = "not_today"


@dataclass(frozen=True, slots=True)
class CardWords:
    """One card: name, what stands at its right edge, one sentence of why, chips with their tone."""

    name: str
    when: str
    is_late: bool
    why: str
    chips: tuple[tuple[str, str], ...]
    question: str = ""
    """What a card asks that was carried over too often (D8); ``Choice`` are the answers."""

    @property
    def spoken(self) -> str:
        """The card as one sentence, for somebody who hears it."""
        head = ", ".join(part for part in (self.name, self.when) if part)
        rest = ", ".join(text for text, _tone in self.chips)
        told = [part if part.endswith((".", "?", "…")) else f"{part}." for part in (head, self.why, rest) if part]
        return " ".join([*told, self.question] if self.question else told)


class Choice(StrEnum):
    """The answers to "Do it, move it, or let it go?"."""

    DO = "do"
    MOVE = "move"
    LET_GO = "let_go"


def choice_words(choice: Choice) -> str:
    """An answer in two words."""
    return {Choice.DO: _("Do it"), Choice.MOVE: _("Move it…"), Choice.LET_GO: _("Let it go")}[choice]


def lane_title(lane: Lane) -> str:
    """The name of a lane."""
    return {
        Lane.CALL_NOW: _("Call now"),
        Lane.LATER: _("Later today"),
        Lane.WRITE: _("Write"),
        Lane.TOMORROW: _("Too late to call today"),
        Lane.NOT_TODAY: _("Not today"),
    }[lane]


def card_words(card: Card, lane: Lane, now: Moment) -> CardWords:
    """The words of a card in its lane."""
    move = card.move
    when = wording.when_line(move, now) or _asked(move, now)
    if lane in (Lane.LATER, Lane.TOMORROW):
        when = wording.opens_line(move, now) if move.due_at is None else when
    if lane is Lane.NOT_TODAY and not move.is_late:
        when = ""
    why = wording.because(move.why[0]) if move.why else wording.headline(move, card.name, now)
    question = _("Do it, move it, or let it go?") if card.wants_decision else ""
    return CardWords(card.name, when, move.is_late and bool(when), why, _chips(card, lane, now), question)


def _asked(move: Move, now: Moment) -> str:
    """How long somebody who asked first has been waiting."""
    at = move.why[0].facts.get("at") if move.action is Action.ANSWER and move.why else None
    return ago(at, now) if isinstance(at, datetime) else ""


def _chips(card: Card, lane: Lane, now: Moment) -> tuple[tuple[str, str], ...]:
    chips = _since(card, now)
    if lane is Lane.NOT_TODAY:
        return tuple(chips)
    if card.may_call:
        chips.append((wording.may(Channel.CALL), "deposit"))
    if card.may_text and not card.may_call:
        chips.append((wording.may(Channel.TEXT), "deposit"))
    if lane is Lane.WRITE and card.move.rings:
        chips.append((_("by e-mail tonight"), ""))
    elif card.move.then_call:
        chips.append((_("text first"), "caution"))
    if card.zone_is_guessed:
        chips.append((_("time zone not certain"), "caution"))
    if card.local_time:
        chips.append((_("{time} there").format(time=dates.clock(time.fromisoformat(card.local_time))), ""))
    return tuple(chips)


def _since(card: Card, now: Moment) -> list[tuple[str, str]]:
    """Since when a card is carried over: the day it was for stays the day it was for (D8)."""
    on = card.move.due_on
    if not card.carried or card.move.is_late or on is None or on >= now.today:
        return []
    return [(_("since {day}").format(day=dates.short_day(on, now.today, in_sentence=True)), "")]
