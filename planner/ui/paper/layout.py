"""Where everything on a call sheet stands, in tenths of a point: blocks of people, none split over two pages."""

from __future__ import annotations

from dataclasses import dataclass

from planner.services.sheets import SheetLine, SheetView
from planner.ui.kit.broken_text import wrapped
from planner.ui.kit.lettering import font, width
from planner.ui.kit.paper_size import PaperSize
from planner.ui.paper.sheet_words import BETWEEN, LineWords, line_words

MARGIN = 360
FIRST_BLOCK = 765
"""Where blocks begin, below the page's head."""
FOOT = 430
"""What stays free at the bottom."""
HEADING = 130
SEVEN_MM = 198
CODE = 430
TEXT_LEFT = 810
"""From the left margin to the text of a block: number and square code come first."""
TICKS_WIDTH = 1880
GAP = 120
PADDING = 62
BLOCK = 940
TALLEST = 1096
"""So that six fit on a page of Letter, whatever there is to say."""
TICK_PITCH = 138

NAME, SMALL, BAND, PLAIN, PAST = 112, 82, 84, 88, 80
LEADING = 1.26
"""The height of a line over the size of its type."""
_HEAD_AND_ONE = 3
"""Account, relationship, and what happened last."""


@dataclass(frozen=True, slots=True)
class Block:
    """One person's place on a page: words already broken into lines, top and height."""

    number: int
    line: SheetLine
    words: LineWords
    top: float
    height: float
    name: tuple[str, ...]
    phone_is_below: bool
    clock: tuple[str, ...]
    """Lines below the name; empty where it fits beside the number."""
    why: tuple[str, ...]
    opening: tuple[str, ...]
    history: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its blocks, and where the nice-to-do box begins when it stands on this page."""

    blocks: tuple[Block, ...]
    nice_to_do_top: float | None = None


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A sheet on its pages."""

    sheet: SheetView
    paper: PaperSize
    pages: tuple[Page, ...]


NICE_TO_DO = HEADING + 3 * SEVEN_MM + 60


def text_room(paper: PaperSize) -> float:
    """How wide the words of a block may be."""
    return paper.width - 2 * MARGIN - TEXT_LEFT - GAP - TICKS_WIDTH


def lay_out(sheet: SheetView, paper: PaperSize) -> LaidOut:
    """Put everybody on pages, in their order, none split."""
    bottom = paper.height - FOOT
    pages: list[list[Block]] = [[]]
    top = float(FIRST_BLOCK + HEADING)
    for number, line in enumerate(sheet.lines, start=1):
        block = _block(number, line, sheet, paper, top)
        if top + block.height > bottom and pages[-1]:
            pages.append([])
            block = _block(number, line, sheet, paper, FIRST_BLOCK)
        pages[-1].append(block)
        top = block.top + block.height
    if top + NICE_TO_DO > bottom:
        pages.append([])
        top = FIRST_BLOCK
    laid = [Page(tuple(blocks)) for blocks in pages]
    laid[-1] = Page(laid[-1].blocks, top + 60)
    return LaidOut(sheet, paper, tuple(laid))


def _block(number: int, line: SheetLine, sheet: SheetView, paper: PaperSize, top: float) -> Block:
    words = line_words(line, sheet)
    room = text_room(paper)
    bold, small = font(NAME, is_strong=True), font(SMALL)
    name = wrapped(words.name, bold, room, 2)
    used = width(name[-1], bold) if name else 0.0
    phone = width(words.phone, bold if words.has_phone else small)
    phone_is_below = used + 90 + phone > room
    used = phone if phone_is_below else used + 90 + phone
    fits = used + 80 + width(words.clock, small) <= room
    clock = () if fits else wrapped(words.clock, small, room, 2)
    head = (len(name) + phone_is_below) * NAME + len(clock) * SMALL + BAND
    why, opening, history = _fitting(words, room, 2 * PADDING + head * LEADING)
    text = head + len(why) * PLAIN + len(opening) * PLAIN + len(history) * PAST
    height = max(BLOCK, 2 * PADDING + text * LEADING + 30)
    return Block(number, line, words, top, height, name, phone_is_below, clock, why, opening, history)


def _fitting(words: LineWords, room: float, head: float) -> tuple[tuple[str, ...], ...]:
    """Reason, opening and history in as many lines as there is height for: the reason first, the past last."""
    why: tuple[str, ...] = ()
    opening: tuple[str, ...] = ()
    history: tuple[str, ...] = ()
    for whys, openings, pasts, most in ((2, 2, 2, BLOCK), (2, 2, 1, TALLEST), (2, 1, 1, TALLEST), (1, 1, 1, TALLEST)):
        why = wrapped(words.why, font(PLAIN), room, whys)
        opening = wrapped(words.opening, font(PLAIN), room - 100, openings)
        history = _past(words.history, room, pasts)
        if head + ((len(why) + len(opening)) * PLAIN + len(history) * PAST) * LEADING + 30 <= most:
            break
    return why, opening, history


def _past(history: str, room: float, most: int) -> tuple[str, ...]:
    """As many entries as fit whole; only the very first one is cut off where it alone is too long."""
    entries = history.split(BETWEEN)
    for count in range(len(entries), _HEAD_AND_ONE, -1):
        lines = wrapped(BETWEEN.join(entries[:count]), font(PAST), room, most + 1)
        if len(lines) <= most:
            return lines
    return wrapped(BETWEEN.join(entries[:_HEAD_AND_ONE]), font(PAST), room, most)
