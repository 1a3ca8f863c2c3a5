"""Where everybody stands: what lists sort and search by, derived from a person's rows after every write.

``standing`` holds a person's place in the alphabet, search form, account and last and next contact; ``due`` the days on
which the rules have something to say about them. Both can be thrown away and made again.
"""

from __future__ import annotations

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, time
from itertools import islice
from typing import Any

from planner.domain import account, cadence, search
from planner.domain.case import Case
from planner.domain.dues import asks_open_on, dues_of
from planner.domain.errors import PlannerError
from planner.domain.history import NOT_CONTACT
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.person import Facts
from planner.domain.touch import Touch
from planner.domain.zones import is_zone
from planner.models import standing as rows
from planner.models.book import Book
from planner.services import facts as people_facts
from planner.services.stored import read_country, read_method

_AT_ONCE = 900
_MANY = 5000
"""From so many on, if they are half the book, everybody's rows are made afresh."""


Progress = Callable[[int, int], bool]
"""Told how many of how many are done; answers False when the work should stop, and then nothing was done."""


def refresh(book: Book, people: Iterable[int], now: Moment, progress: Progress | None = None) -> None:
    """Derive the rows of these people again, in the running transaction. Raises PlannerError: cancelled."""
    wanted = sorted(set(people))
    if len(wanted) >= _MANY and len(wanted) * 2 > rows.count_people(book):
        refresh_everybody(book, now, progress)
    else:
        method = read_method(book)
        done = 0
        for ids in _batches(wanted):
            rows.clear_dues(book, ids)
            _derive(book, ids, method, now)
            done += len(ids)
            if progress is not None and not progress(done, len(wanted)):
                raise PlannerError("cancelled")
    for ids in _batches(wanted):
        rows.forget_the_gone(book, ids)


def count(book: Book) -> int:
    """How many people the book holds."""
    return rows.count_people(book)


def forget(book: Book, people: Iterable[int]) -> None:
    """Take away the derived rows of people who have left the book, in the running transaction."""
    for ids in _batches(people):
        rows.forget_the_gone(book, ids)


def refresh_everybody(book: Book, now: Moment, progress: Progress | None = None) -> None:
    """Derive everybody's rows again, a tenth of a millisecond each and a fiftieth for every touch.

    ``progress`` hears how many of how many are done. When it answers False all is as it was: PlannerError cancelled.
    """
    method = read_method(book)
    with book.quietly(), rows.written_afresh(book), without_collecting_garbage():
        everybody = rows.everybody(book)
        done = 0
        for ids in _batches(everybody):
            _derive(book, ids, method, now)
            done += len(ids)
            if progress is not None and not progress(done, len(everybody)):
                raise PlannerError("cancelled")


def catch_up(book: Book, now: Moment, progress: Progress | None = None) -> int:
    """Derive the rows of everybody whose day has passed since; call it once a day. Answers how many they were.

    With ``progress`` some hundred people are written at a time, so that others can write in between; it hears how many
    of how many are done. When it answers False the rest waits for the next time: PlannerError cancelled.
    """
    people = rows.overtaken(book, now.today.isoformat(), read_method(book).replan_after)
    done = 0
    for ids in _batches(people) if progress else [people] if people else []:
        with book.quietly():
            refresh(book, ids, now)
        done += len(ids)
        if progress is not None and not progress(done, len(people)):
            raise PlannerError("cancelled")
    return len(people)


@contextmanager
def without_collecting_garbage() -> Iterator[None]:
    """A fifth faster where millions of small things are made and none of them form circles."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _derive(book: Book, ids: Sequence[int], method: Method, now: Moment) -> None:
    home = read_country(book)
    facts = people_facts.load(book, ids, now)
    words: defaultdict[int, list[tuple[str, bool]]] = defaultdict(list)
    for person_id, word, is_reach in rows.words(book, ids):
        words[person_id].append((word, bool(is_reach)))
    standings: list[tuple[object, ...]] = []
    dues: list[tuple[object, ...]] = []
    for person in rows.people(book, ids):  # nobody in the bin
        known = facts[person[0]]
        case = Case.of(known, now, method, home)
        ahead = dues_of(case)
        standings.append((known.id, *_names(person, words[known.id], known), *_state(case, ahead)))
        dues += [(known.id, due.kind.value, due.due_on.isoformat(), due.ref_id) for due in ahead]
    rows.write(book, standings, dues)


def _names(person: tuple[Any, ...], words: list[tuple[str, bool]], facts: Facts) -> tuple[str, str, str]:
    """Place in the alphabet, search form, and the form of notes: about the person first, then of the timeline."""
    _, name, given, family, call_me, company, job, *noted = person
    numbers = [phone.e164 or phone.typed for phone in facts.phones]
    reach = [word for word, is_reach in words if is_reach]
    places = [word for word, is_reach in words if not is_reach]
    shown = name or next((text for text in (company, *numbers, *reach, *places) if text), "")
    called = (name or company, call_me, given, family)
    form = search.fingerprint(*called, reach=reach, phones=numbers, places=(company, job, *places))
    told = (f"{touch.note} {touch.words}" for touch in reversed(facts.touches))
    promised = (f"{promise.reason} {promise.words}" for promise in facts.promises)
    return search.sort_key(shown), form, search.notes_form(form, (*noted, *promised, *told))


def _state(case: Case, dues: tuple[cadence.Due, ...]) -> tuple[object, ...]:
    """Stage, closeness, source, account, last contact, next step, whether lists show them, and since when asks may."""
    facts, today = case.facts, case.today
    asks_from = asks_open_on(case)
    last = _last_contact(facts.touches, today)
    step = cadence.next_step(facts, dues, today)
    return (
        facts.stage.value,
        facts.closeness.value,
        f"{facts.source_kind.value} {search.fold(facts.source_name)}",
        account.score(facts.touches, case.method.half_life, today),
        last.on.isoformat() if last else None,
        last.kind.value if last else "",
        last.channel.value if last and last.channel else "",
        step.on.isoformat() if step.on else None,
        _minute(facts, step),
        step.action.value,
        not (facts.is_archived or facts.is_deceased),
        asks_from.isoformat() if asks_from else None,
        today.isoformat(),
    )


def _minute(facts: Facts, step: cadence.NextStep) -> str:
    """The minute that was agreed and whose clock shows it: "14:30 America/Denver"; empty when none was."""
    if step.at is None:
        return ""
    agreed = (promise.zone for promise in facts.promises if (promise.due_on, promise.at) == (step.on, step.at))
    zone = next((zone for zone in agreed if is_zone(zone)), facts.zones[0])
    return f"{step.at:%H:%M} {zone}"


def _last_contact(touches: Iterable[Touch], today: date) -> Touch | None:
    contacts = (touch for touch in touches if touch.kind not in NOT_CONTACT and touch.on <= today)
    return max(contacts, key=lambda touch: (touch.on, touch.at or time.min, touch.id), default=None)


def _batches(ids: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(ids)
    while batch := list(islice(waiting, _AT_ONCE)):
        yield batch
