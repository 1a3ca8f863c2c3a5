"""An open book with Maria in it, for the tests of the person pane and of the dialogs."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from planner.domain.moment import Moment
from planner.domain.permission import Basis, Permission, Topic
from planner.domain.person import Birthday, SourceKind
from planner.domain.promise import PromiseKind, Window
from planner.domain.touch import Channel, TouchKind
from planner.models.book import Book
from planner.services.drafts import AddressDraft, EmailDraft, PersonDraft, PhoneDraft
from planner.services.open_book import OpenBook
from planner.services.promises import PromiseDraft
from planner.services.timeline import Entry
from planner.ui.kit import theme
from tests.builders import at

NOW = at("2026-11-23T13:12")
"""A Monday, early in the afternoon in Chicago."""

MARIA = PersonDraft(
    name="Maria Delgado",
    phones=(PhoneDraft("(303) 555-0142", "mobile"), PhoneDraft("+49 30 123456", "work")),
    emails=(EmailDraft("maria.delgado@example.org"),),
    source_kind=SourceKind.EVENT,
    source_name="Spring Craft Fair",
    how_known="the serum table",
    in_common="two boys, gardening",
    life="Her daughter's recital was on the 15th.",
    birthday=Birthday(3, 14, 1981),
    addresses=(AddressDraft("14 Alder St", "Denver", "CO", "80202", "US"),),
    tags=("skin care", "choir"),
    note="Prefers unscented.",
    zone="America/Denver",
    opening_balance=4,
)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self, now: Moment = NOW) -> None:
        self.now = now

    def __call__(self) -> Moment:
        return self.now


def dress(app: QApplication) -> None:
    """The looks of the program, whatever the test before left behind."""
    if not app.styleSheet() or theme.current().is_dark or theme.text_percent() != 100:
        theme.apply(app, "light", 100)


def open_book(folder: Path, clock: Clock | None = None) -> OpenBook:
    """The services of an empty book."""
    return OpenBook(Book.open(folder / "Test.warmbook"), clock or Clock())


def add_maria(services: OpenBook) -> int:
    """Maria, met in the spring, with a year of history, two permissions and a promise for half past two."""
    maria = services.people.add(MARIA, at("2026-02-10T10:00"))
    for day, kind, channel, words in (
        ("2026-02-10", TouchKind.CONVERSATION, Channel.PARTY, ""),
        ("2026-10-16", TouchKind.USEFUL_INFO, Channel.TEXT, ""),
        ("2026-10-30", TouchKind.ASK_HOST, Channel.CALL, "Maybe after Christmas"),
        ("2026-11-14", TouchKind.GIFT, Channel.CARD, ""),
        ("2026-11-19", TouchKind.VOICEMAIL, Channel.VOICEMAIL, "I'll ring Monday 2:30"),
        ("2026-11-20", TouchKind.LOGISTICS, Channel.TEXT, "Wrong parcel"),
    ):
        log(services, maria, day, kind, channel, words=words)
    yes = Permission(
        0,
        Channel.CALL,
        (Topic.NEW_THINGS, Topic.GET_TOGETHERS),
        Basis.CARD,
        "Sure, call me",
        date(2026, 4, 12),
    )
    services.permissions.grant(maria, yes, at("2026-04-12T12:00"))
    promise = PromiseDraft(
        PromiseKind.CALLBACK,
        date(2026, 11, 23),
        Window.EXACT,
        time(14, 30),
        "America/Denver",
        Channel.CALL,
        "the serum sample",
        "half past two is good",
    )
    services.promises.make(maria, promise, at("2026-11-20T19:00"))
    return maria


def log(
    services: OpenBook, person_id: int, day: str, kind: TouchKind, channel: Channel | None = None, *, words: str = ""
) -> int:
    """One touch, written down in the evening of its day."""
    entry = Entry(kind, date.fromisoformat(day), None, channel, words=words)
    return services.timeline.log(person_id, entry, at(f"{day}T18:00"))
