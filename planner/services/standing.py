"""Where everybody stands: what lists sort and search by, derived from a person's rows after every write.

``standing`` holds a person's place in the alphabet, search form, account and last and next contact; ``due`` the days on
which the rules have something to say about them. Both can be thrown away and made again.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Any

from planner.domain import account, search
from planner.domain.moment import Moment
from planner.domain.touch import Touch, TouchKind
from planner.models import standing as rows
from planner.models.book import Book
from planner.services.stored import read_method

_CHUNK = 500
_NO_CONTACT = frozenset({TouchKind.NOTE, TouchKind.OPENING_BALANCE})


def refresh(book: Book, people: Iterable[int], now: Moment) -> None:
    """Derive the rows of these people again, in the running transaction."""
    half_life = read_method(book).half_life
    for ids in _chunks(sorted(set(people))):
        rows.write(book, list(_derived(book, ids, now, half_life)))
        rows.forget_the_gone(book, ids)


def refresh_everybody(book: Book, now: Moment, progress: Callable[[int, int], bool] | None = None) -> None:
    """Derive everybody's rows again."""
    everybody = [person_id for (person_id,) in book.rows("SELECT id FROM person ORDER BY id")]
    with book.quietly():
        done = 0
        for ids in _chunks(everybody):
            refresh(book, ids, now)
            done += len(ids)
            if progress is not None and not progress(done, len(everybody)):
                return


def _derived(book: Book, ids: Sequence[int], now: Moment, half_life: int) -> Iterator[tuple[object, ...]]:
    words, numbers = _by_person(rows.words(book, ids)), _by_person(rows.numbers(book, ids))
    touches = _by_person(rows.touches(book, ids))
    for person in rows.people(book, ids):
        id_, name, given, family, call_me, company, job, stage, source_kind, source_name, is_listed = person
        phones = [number for (number,) in numbers[id_]]
        texts = [text for (text,) in words[id_]]
        history = [Touch(t, date.fromisoformat(on), TouchKind(kind), pts, ch) for t, on, kind, pts, ch in touches[id_]]
        last = _last_contact(history, now.today)
        yield (
            id_,
            search.sort_key(name, given, family, company or (phones + texts + [""])[0]),
            search.fingerprint(name, given, family, call_me, company, job, *texts, phones=phones),
            stage,
            f"{source_kind or ''} {source_name or ''}".strip(),
            account.score(history, half_life, now.today),
            last and last.on.isoformat(),
            last and last.kind.value,
            last and last.channel,
            is_listed,
        )


def _last_contact(history: Iterable[Touch], today: date) -> Touch | None:
    past = (touch for touch in history if touch.kind not in _NO_CONTACT and touch.on <= today)
    return max(past, key=lambda touch: (touch.on, touch.id), default=None)


def _by_person(found: Iterable[tuple[Any, ...]]) -> defaultdict[int, list[tuple[Any, ...]]]:
    grouped: defaultdict[int, list[tuple[Any, ...]]] = defaultdict(list)
    for person_id, *rest in found:
        grouped[person_id].append(tuple(rest))
    return grouped


def _chunks(ids: Iterable[int]) -> Iterator[list[int]]:
    waiting = iter(ids)
    while chunk := list(islice(waiting, _CHUNK)):
        yield chunk
