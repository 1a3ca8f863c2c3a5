"""Warmbook without windows: verbs for scripts, answering with text or JSON."""

from __future__ import annotations

import json
import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from planner import __version__
from planner.domain import law
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.models.book import Book
from planner.services import answers, demo
from planner.services.changes import Changes
from planner.services.exchange.book_json import BookImport, write_book
from planner.services.health import look_through
from planner.services.moving import present_place
from planner.services.open_book import OpenBook
from planner.services.places import Places
from planner.services.preferences import PreferencesStore
from planner.services.today import Card
from planner.ui.kit import dates, i18n, phones, wording
from planner.ui.kit.i18n import _, ngettext

Verb = Callable[[OpenBook, Namespace], int]

DONE, REFUSED, MISUSED = 0, 1, 2


class RefusalError(Exception):
    """What the user can mend, as the sentence they read."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the words say: 0 when done, 1 with a sentence the user can act on, 2 when the words make no sense."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            if not stream.isatty():
                stream.reconfigure(encoding="utf-8")  # for scripts and files, Windows would take an older one
            stream.reconfigure(errors="replace")  # a terminal that knows no “quotes” still gets the rest
    i18n.use_language(i18n.terminal_language())
    try:
        options = _parser().parse_args(sys.argv[1:] if arguments is None else list(arguments))
    except SystemExit as left:
        return left.code if isinstance(left.code, int) else MISUSED
    try:
        return _run(options)
    except PlannerError as trouble:
        print(wording.error(trouble), file=sys.stderr)
    except RefusalError as refusal:
        print(refusal, file=sys.stderr)
    except BrokenPipeError:  # whoever read the answer has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    return REFUSED


def _run(options: Namespace) -> int:
    verb: Verb = options.verb
    path = options.book or (Places.of_user().sample if options.is_made else Places.of_user().book)
    with _opened(present_place(path), options) as book:
        return verb(book, options)


@contextmanager
def _opened(path: Path, options: Namespace) -> Iterator[OpenBook]:
    book = Book.open(path, create=options.creates)
    try:
        chosen = PreferencesStore(book, Changes()).load()
        zone = options.zone or chosen.zone or _system_zone()
        i18n.use_language(chosen.language or i18n.terminal_language(), chosen.country)
        yield OpenBook(book, lambda: _now(options.at, zone))
    finally:
        book.close()


def _import(book: OpenBook, options: Namespace) -> int:
    """Bring the people of a file in, or everything that a book written as JSON holds."""
    bring = _import_book if book.imports.is_book(options.file) else _import_list
    answer = bring(book, options.file)
    return _answer(options, answer, _brought(answer))


def _import_book(book: OpenBook, file: Path) -> dict[str, Any]:
    try:
        done = book.imports.bring_book(file, book.clock())
    except PlannerError as trouble:
        if trouble.code != "import_brings_nobody":
            raise
        done = BookImport(0, 0, is_whole=False, already=trouble.facts["already"])
    return {
        "file": file.name,
        "format": "warmbook-book",
        "added": done.people,
        "already": done.already,
        "touches": done.touches,
    }


def _import_list(book: OpenBook, file: Path) -> dict[str, Any]:
    now = book.clock()
    preview = book.imports.preview(file, now=now)
    counts = preview.counts
    is_known = counts.already > 0 and not counts.new
    return {
        "file": preview.file_name,
        "format": preview.format,
        "read": counts.read,
        "added": counts.new,
        "already": counts.already,
        "skipped": counts.skipped,
        "batch_id": None if is_known else book.imports.commit(preview, now).batch_id,
    }


def _brought(answer: dict[str, Any]) -> str:
    """The counts of an import as a sentence."""
    said = {
        "added": ngettext("{count} person added", "{count} people added", answer["added"]),
        "already": ngettext("{count} was already there", "{count} were already there", answer["already"]),
        "skipped": ngettext("{count} line skipped", "{count} lines skipped", answer.get("skipped", 0)),
    }
    if not answer["added"]:
        said["added"] = _("Nobody new is in {file}").replace("{file}", answer["file"])
    parts = [
        text.format(count=dates.number(answer[key])) for key, text in said.items() if key == "added" or answer.get(key)
    ]
    return ", ".join(parts) + "."


def _today(book: OpenBook, options: Namespace) -> int:
    """Say who today is about and why."""
    book.catch_up()
    now = book.clock()
    day = book.today.day(now)
    lanes = wording.lanes(day)
    count = len(day.cards)
    people = ngettext("{count} person", "{count} people", count).format(count=dates.number(count))
    lines = [_("{day}, {time} · {people}").format(day=dates.day(day.on), time=dates.clock(now.clock), people=people)]
    country = book.preferences.load().country
    for title, cards in lanes:
        lines += ["", title.upper()] if cards else []
        for card in cards:
            lines += _card_lines(card, now, country)
    lines += ["", *wording.day_told(day)] if wording.day_told(day) else []
    return _answer(options, answers.day_answer(day, _told(now)), "\n".join(lines))


def _told(now: Moment) -> answers.Told:
    return answers.Told(wording.because, wording.explanation, now.zone)


def _card_lines(card: Card, now: Moment, country: str) -> list[str]:
    when = wording.when_line(card.move, now) or wording.opens_line(card.move, now)
    phone = phones.shown(phones.extended(card.phone, card.extension), country) if card.phone else ""
    there = _("{time} there").format(time=dates.clock(time.fromisoformat(card.local_time))) if card.local_time else ""
    head = "  ".join(part for part in (card.name, phone, there, when) if part)
    return [f"  {head}", f"      {wording.headline(card.move, card.name, now)}", *_reasons(card.move.why)]


def _reasons(reasons: Sequence[Any]) -> list[str]:
    return [f"      {wording.because(reason)} [{reason.rule}]" for reason in reasons]


def _move(book: OpenBook, options: Namespace) -> int:
    """Say the next right move for one person and why."""
    book.catch_up()
    now = book.clock()
    person_id, name = _find(book, options.person, now)
    card = book.today.card(person_id, now)
    move = card.move
    lines = [f"{name}: {wording.headline(move, name, now)}"]
    when = " · ".join(part for part in (wording.when_line(move, now), wording.opens_line(move, now)) if part)
    lines += [f"      {when}"] if when else []
    lines += _reasons(move.why)
    lines += [_("Not now:"), *_reasons(move.new_holds)] if move.new_holds else []
    lines += [_("If nobody answers:"), *_reasons([move.otherwise])] if move.otherwise else []
    return _answer(options, answers.card_answer(card, _told(now)), "\n".join(lines))


def _find(book: OpenBook, said: str, now: Moment) -> tuple[int, str]:
    """The one person meant by an id or a name, or a part of a name that only one person has."""
    if said.isdecimal():
        row = book.listing.rows([int(said)], now).get(int(said))
        if row is None:
            raise RefusalError(_("Nobody in the book has the number {number}.").format(number=said))
        return row.id, row.name
    found = book.listing.hits(said, now, limit=6)
    exact = [hit for hit in found if hit[1].casefold() == said.strip().casefold()]
    if len(exact) == 1 or len(found) == 1:
        return (exact or found)[0]
    if not found:
        raise RefusalError(_("Nobody in the book is called {name}.").format(name=said))
    names = ", ".join(f"{name} ({person_id})" for person_id, name in found)
    raise RefusalError(
        _("Several people match {name}: {names}. Say which by their number.").format(name=said, names=names)
    )


def _sheet(book: OpenBook, options: Namespace) -> int:
    """Write today's call sheet as PDF; it gets its number and is remembered."""
    from planner.ui.paper import headless

    book.catch_up()
    now = book.clock()
    sheet = book.sheets.compose(now)
    if not sheet.lines:
        off = wording.day_off(sheet.day) if sheet.day is not None else ""
        raise RefusalError(f"{_('Nobody is on today’s list, so there is no sheet to print.')} {off}".rstrip())
    chosen = book.preferences.load()
    number = book.sheets.remember(sheet, now)
    try:
        pages = headless.write_pdf(options.pdf, sheet, number, options.paper or chosen.paper)
    except PlannerError:
        book.sheets.forget(number, now)
        raise
    answer = {"number": number, "pages": pages, "people": len(sheet.lines), "file": str(options.pdf)}
    said = _("Sheet {number} with {people} people on {pages} pages: {file}")
    return _answer(options, answer, said.format(**answer))


def _export(book: OpenBook, options: Namespace) -> int:
    """Write everything in the book as JSON."""
    people = write_book(book.book, options.out)
    said = ngettext("{count} person written to {file}.", "{count} people written to {file}.", people)
    answer = {"people": people, "file": str(options.out)}
    return _answer(options, answer, said.format(count=dates.number(people), file=options.out))


def _check(book: OpenBook, options: Namespace) -> int:
    """Look whether the book is sound, and whether the rules about hours and law can be read."""
    answer = {"is_sound": True, **asdict(look_through(book.book))}
    said = _("{file} is sound: {people} people, {touches} touches.")
    wrong = [wording.error(problem) for problem in law.problems()]
    text = "\n".join([said.format(**_shown(answer), file=book.path.name), *wrong])
    _answer(options, answer | {"rules": wrong}, text)
    return REFUSED if wrong else DONE


def _demo(book: OpenBook, options: Namespace) -> int:
    """Fill a new book with invented people."""
    if book.book.value("SELECT 1 FROM person LIMIT 1"):
        raise RefusalError(_("There are people in {file} already; name a new book.").format(file=book.path.name))
    seed = demo.SEED if options.seed is None else options.seed
    demo.fill(book.book, book.clock(), options.people, options.touches, seed, language=i18n.language())
    answer = {
        "people": int(book.book.value("SELECT count(*) FROM person")),
        "touches": int(book.book.value("SELECT count(*) FROM touch")),
        "book": str(book.path),
    }
    said = _("{people} invented people with {touches} touches are in {book}.")
    return _answer(options, answer, said.format(**_shown(answer)))


def _shown(answer: dict[str, Any]) -> dict[str, str]:
    return {key: dates.number(value) if type(value) is int else str(value) for key, value in answer.items()}


def _answer(options: Namespace, answer: dict[str, Any], text: str) -> int:
    print(json.dumps(answer, ensure_ascii=False, indent=2) if options.json else text)
    return DONE


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="warmbook",
        description=_("A contact planner. Without a verb it opens its window; with one it answers here."),
        parents=[_common(None)],
    )
    parser.add_argument("--version", action="version", version=f"Warmbook {__version__}")
    parser.add_argument("--self-test", action="store_true", help=_("see whether everything it needs is there"))
    common = _common(SUPPRESS)  # what was said before the verb stands
    verbs = parser.add_subparsers(required=True, metavar="VERB", title=_("verbs"))

    def verb(name: str, does: Verb, text: str, *, creates: bool = False, is_made: bool = False) -> ArgumentParser:
        made = verbs.add_parser(name, parents=[common], help=text, description=text)
        made.set_defaults(verb=does, creates=creates, is_made=is_made)
        return made

    bring = verb("import", _import, _("bring the people of a file in"), creates=True)
    bring.add_argument("file", type=Path, metavar="FILE")
    verb("today", _today, _("who today is about, and why"))
    move = verb("move", _move, _("the next right move for one person, and why"))
    move.add_argument("person", metavar="PERSON", help=_("a name or a number"))
    sheet = verb("sheet", _sheet, _("write today's call sheet; it gets its number and is remembered"))
    sheet.add_argument("--pdf", type=Path, required=True, metavar="OUT")
    sheet.add_argument("--paper", choices=("letter", "a4"), default="")
    export = verb("export", _export, _("write everything in the book as JSON"))
    export.add_argument("out", type=Path, metavar="OUT")
    verb("check", _check, _("look whether the book is sound"))
    sample = verb("demo", _demo, _("fill a new book with invented people"), creates=True, is_made=True)
    sample.add_argument("--people", type=_count, default=60, metavar="N")
    sample.add_argument("--touches", type=_count, metavar="M")
    sample.add_argument("--seed", type=int, metavar="K")
    return parser


def _common(left_out: str | None) -> ArgumentParser:
    """What every verb understands, before it and after it; ``left_out`` is what stands for what nobody said."""
    common = ArgumentParser(add_help=False, argument_default=left_out)
    common.add_argument("--book", type=Path, metavar="FILE", help=_("the book; your own one when left out"))
    common.add_argument("--at", type=_wall_clock, metavar="TIME", help=_("as if it were then: 2026-12-01T08:45"))
    common.add_argument("--zone", type=_zone, help=_("the clock on your wall: America/Chicago"))
    common.add_argument("--json", action="store_true", help=_("answer with JSON"))
    return common


def _count(text: str) -> int:
    if not text.isdecimal():
        raise ArgumentTypeError(_("{text} is not a count").format(text=text))
    return int(text)


def _wall_clock(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=None)
    except ValueError as trouble:
        raise ArgumentTypeError(_("{text} is not a time like 2026-12-01T08:45").format(text=text)) from trouble


def _zone(text: str) -> str:
    try:
        return ZoneInfo(text).key
    except (ZoneInfoNotFoundError, ValueError, OSError) as trouble:
        raise ArgumentTypeError(_("{text} is not a zone like America/Chicago").format(text=text)) from trouble


def _now(at: datetime | None, zone: str) -> Moment:
    return Moment(datetime.now(UTC), zone) if at is None else Moment.at(at, zone)


def _system_zone() -> str:
    """The zone of this machine by its IANA name."""
    from babel.localtime import get_localzone

    return str(getattr(get_localzone(), "key", "") or "UTC")
