"""The services of one open book, each made when it is first asked for: a first frame needs only two or three."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from planner.models.book import Book
from planner.services.changes import Changes
from planner.services.look import Look, Memory, read_look
from planner.services.places import Places

if TYPE_CHECKING:
    from planner.domain.moment import Moment
    from planner.services.activities import Activities
    from planner.services.backups import Backups
    from planner.services.bin import Bin
    from planner.services.bulk import Bulk
    from planner.services.commitments import Commitments
    from planner.services.delays import Delays
    from planner.services.encounters import Encounters
    from planner.services.exchange.imports import Imports
    from planner.services.interests import Interests
    from planner.services.introductions import Introductions
    from planner.services.laws import Laws
    from planner.services.listing import Listing
    from planner.services.notices import Notices
    from planner.services.orders import Orders
    from planner.services.own_views import OwnViews
    from planner.services.parties import Parties
    from planner.services.pauses import Pauses
    from planner.services.people import People
    from planner.services.permissions import Permissions
    from planner.services.preferences import PreferencesStore
    from planner.services.products import Products
    from planner.services.promises import Promises
    from planner.services.reports.reports import Reports
    from planner.services.sheets import Sheets
    from planner.services.sources import Sources
    from planner.services.team import Team
    from planner.services.timeline import Timeline
    from planner.services.today import Today
    from planner.services.undo import Undo


class OpenBook:
    """What one can do with a book. ``clock`` says what time it is."""

    def __init__(self, book: Book, clock: Callable[[], Moment]) -> None:
        self.book = book
        self.path = book.path
        self.clock = clock
        self.changes = Changes()
        self.memory = Memory(book)

    @classmethod
    def at(cls, path: Path, clock: Callable[[], Moment]) -> OpenBook:
        """Open the book at ``path``. Raises PlannerError as ``Book.open`` does."""
        return cls(Book.open(path), clock)

    def look(self) -> Look:
        """What the windows should look like."""
        return read_look(self.book)

    @cached_property
    def preferences(self) -> PreferencesStore:
        """Every choice of the user's."""
        from planner.services.preferences import PreferencesStore

        return PreferencesStore(self.book, self.changes)

    @cached_property
    def listing(self) -> Listing:
        """The list of people."""
        from planner.services.listing import Listing

        return Listing(self.book)

    @cached_property
    def bulk(self) -> Bulk:
        """Several people at once."""
        from planner.services.bulk import Bulk

        return Bulk(self.book, self.changes)

    @cached_property
    def views(self) -> OwnViews:
        """The views the user has made."""
        from planner.services.own_views import OwnViews

        return OwnViews(self.book, self.changes)

    @cached_property
    def people(self) -> People:
        """People, one by one."""
        from planner.services.people import People

        return People(self.book, self.changes)

    @cached_property
    def bin(self) -> Bin:
        """Who was removed lately."""
        from planner.services.bin import Bin

        return Bin(self.book, self.changes)

    @cached_property
    def timeline(self) -> Timeline:
        """What happened."""
        from planner.services.timeline import Timeline

        return Timeline(self.book, self.changes)

    @cached_property
    def promises(self) -> Promises:
        """What was promised."""
        from planner.services.promises import Promises

        return Promises(self.book, self.changes)

    @cached_property
    def permissions(self) -> Permissions:
        """What people allowed."""
        from planner.services.permissions import Permissions

        return Permissions(self.book, self.changes)

    @cached_property
    def parties(self) -> Parties:
        """Get-togethers."""
        from planner.services.parties import Parties

        return Parties(self.book, self.changes)

    @cached_property
    def commitments(self) -> Commitments:
        """What people said they would do."""
        from planner.services.commitments import Commitments

        return Commitments(self.book, self.changes)

    @cached_property
    def interests(self) -> Interests:
        """What people would like, and what they would not."""
        from planner.services.interests import Interests

        return Interests(self.book, self.changes)

    @cached_property
    def pauses(self) -> Pauses:
        """Times in which business rests."""
        from planner.services.pauses import Pauses

        return Pauses(self.book, self.changes)

    @cached_property
    def introductions(self) -> Introductions:
        """Who brings whom together."""
        from planner.services.introductions import Introductions

        return Introductions(self.book, self.changes)

    @cached_property
    def sources(self) -> Sources:
        """Where people came from, and bought lists."""
        from planner.services.sources import Sources

        return Sources(self.book, self.changes)

    @cached_property
    def laws(self) -> Laws:
        """The law of hours, and how much stricter the user is."""
        from planner.services.laws import Laws

        return Laws(self.preferences)

    @cached_property
    def encounters(self) -> Encounters:
        """What was said and agreed, in one step."""
        from planner.services.encounters import Encounters

        return Encounters(self.book, self.changes)

    @cached_property
    def orders(self) -> Orders:
        """What people ordered."""
        from planner.services.orders import Orders

        return Orders(self.book, self.changes)

    @cached_property
    def products(self) -> Products:
        """What is sold."""
        from planner.services.products import Products

        return Products(self.book, self.changes)

    @cached_property
    def team(self) -> Team:
        """Who works with the user."""
        from planner.services.team import Team

        return Team(self.book, self.changes)

    @cached_property
    def activities(self) -> Activities:
        """What was done for the business at large."""
        from planner.services.activities import Activities

        return Activities(self.book, self.changes)

    @cached_property
    def today(self) -> Today:
        """Who to be in touch with."""
        from planner.services.today import Today

        return Today(self.book, self.preferences)

    @cached_property
    def delays(self) -> Delays:
        """What waits for another day."""
        from planner.services.delays import Delays

        return Delays(self.book, self.changes)

    @cached_property
    def undo(self) -> Undo:
        """The history."""
        from planner.services.undo import Undo

        return Undo(self.book, self.changes)

    @cached_property
    def notices(self) -> Notices:
        """Who expects the user to the minute."""
        from planner.services.notices import Notices

        return Notices(self.book, self.memory)

    @cached_property
    def reports(self) -> Reports:
        """What can be looked back on."""
        from planner.services.reports.reports import Reports

        return Reports(self.book, self.changes)

    @cached_property
    def sheets(self) -> Sheets:
        """Call sheets."""
        from planner.services.sheets import Sheets

        return Sheets(self.book, self.changes, self.today, self.preferences)

    @cached_property
    def imports(self) -> Imports:
        """Lists brought in."""
        from planner.services.exchange.imports import Imports

        return Imports(self.book, self.changes)

    @cached_property
    def backups(self) -> Backups:
        """Copies of the book."""
        from planner.services.backups import Backups

        return Backups(self.path, Places(self.path.parent).backups)

    def catch_up(self, progress: Callable[[int, int], bool] | None = None) -> int:
        """Draw the line under the days that have passed: promises nobody kept, people whose day has come.

        Answers about how many people it was. With ``progress`` it goes in small steps, between which others may write.
        """
        from planner.services import standing

        now = self.clock()
        return self.bin.empty_old(now) + self.promises.settle_overdue(now) + standing.catch_up(self.book, now, progress)
