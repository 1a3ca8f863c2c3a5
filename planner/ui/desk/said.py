"""What people said: the parts of the person page about it, joined to their windows and to the menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction

from planner.services.open_book import OpenBook
from planner.ui.actions import Actions
from planner.ui.desk.doors import Doors
from planner.ui.desk.said_doors import SaidDoors
from planner.ui.person.agreed_section import AgreedSection
from planner.ui.person.first_call_section import HomeworkSection, IntroductionSection
from planner.ui.person.parties_section import PartiesSection
from planner.ui.person.section import Section
from planner.ui.person.wishes_section import WishesSection


class Said:
    """Makes the sections and says which door an action opens."""

    def __init__(self, doors: Doors, services: OpenBook, wishes: Actions) -> None:
        self.doors = SaidDoors(doors, services)
        clock = services.clock
        self.agreed = AgreedSection(services.commitments, services.pauses, clock)
        self.wishes = WishesSection(services.interests, clock)
        self.parties = PartiesSection(services.parties, services.team, clock)
        self.introduction = IntroductionSection(services.introductions, clock)
        self.homework = HomeworkSection(services.people, clock)
        self.agreed.move_requested.connect(self.doors.commitment)
        self.agreed.stop_requested.connect(self.doors.stop)
        self.wishes.hand_requested.connect(self.doors.wish)
        self.parties.edit_requested.connect(self.doors.edit_party)
        self.homework.homework_requested.connect(self.doors.homework)
        self.homework.registry_requested.connect(self.doors.registry)
        wishes.own_party.triggered.connect(lambda: self.doors.party(None))
        wishes.sources.triggered.connect(self.doors.sources)

    @property
    def sections(self) -> tuple[Section, ...]:
        """In the order of the page."""
        return (self.introduction, self.homework, self.agreed, self.wishes, self.parties)

    def about_person(self, wishes: Actions) -> tuple[tuple[QAction, Callable[[int], None]], ...]:
        """Which door each action about a person opens."""
        return (
            (wishes.wish, self.doors.wish),
            (wishes.said_no, self.doors.said_no),
            (wishes.commitment, self.doors.commitment),
            (wishes.pause, self.doors.pause),
            (wishes.stage, self.doors.stage),
            (wishes.party, self.doors.party),
            (wishes.homework, self.doors.homework),
            (wishes.registry, self.doors.registry),
        )
