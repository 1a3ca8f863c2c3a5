"""The windows for what people said they would, would like and would not, for parties, and for bought lists."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from planner.domain.interest import Scope
from planner.domain.permission import StopRule
from planner.services.open_book import OpenBook
from planner.ui.desk.doors import Doors


class SaidDoors:
    """Opens them through the doors of the desk."""

    def __init__(self, doors: Doors, services: OpenBook) -> None:
        self._doors = doors
        self._services = services

    def wish(self, person_id: int, came_back_to: Scope | None = None) -> None:
        """Note what somebody would like; ``came_back_to`` is the No they come back to themselves."""
        from planner.ui.dialogs.wish_form import WishForm

        self._doors.open(lambda desk: WishForm(self._services, person_id, desk, came_back_to))

    def said_no(self, person_id: int) -> None:
        """Keep a No."""
        from planner.ui.dialogs.wish_form import NoForm

        self._doors.open(lambda desk: NoForm(self._services, person_id, desk))

    def commitment(self, person_id: int, commitment_id: int | None = None) -> None:
        """Note what somebody will do, or give it another day."""
        from planner.ui.dialogs.commitment_form import CommitmentForm

        self._doors.open(lambda desk: CommitmentForm(self._services, person_id, desk, commitment_id))

    def pause(self, person_id: int) -> None:
        """Let business rest."""
        from planner.ui.dialogs.pause_form import PauseForm

        self._doors.open(lambda desk: PauseForm(self._services, person_id, desk))

    def stage(self, person_id: int) -> None:
        """Say where things stand."""
        from planner.ui.dialogs.stage_form import StageForm

        self._doors.open(lambda desk: StageForm(self._services, person_id, desk))

    def party(self, host_id: int | None) -> None:
        """Book a party, of a host or of one's own."""
        from planner.ui.dialogs.party_form import PartyForm

        self._doors.open(lambda desk: PartyForm(self._services, host_id, desk))

    def edit_party(self, party_id: int) -> None:
        """Look after a party."""
        from planner.ui.dialogs.party_form import PartyForm

        self._doors.open(lambda desk: PartyForm(self._services, None, desk, party_id))

    def homework(self, person_id: int) -> None:
        """Get ready for a first call."""
        from planner.ui.dialogs.homework_form import HomeworkForm

        self._doors.open(lambda desk: HomeworkForm(self._services, person_id, desk))

    def registry(self, person_id: int) -> None:
        """Note what the do-not-call registry says of a number."""
        from planner.ui.dialogs.registry_form import RegistryForm

        self._doors.open(lambda desk: RegistryForm(self._services, person_id, desk))

    def stop(self, person_id: int, stop: StopRule) -> None:
        """Note what somebody meant by a stop."""
        from planner.ui.dialogs.stop_form import StopForm

        self._doors.open(lambda desk: StopForm(self._services, person_id, stop, desk))

    def sources(self) -> None:
        """Look at where people came from."""
        from planner.ui.dialogs.source_list import SourceList

        def listed(desk: QWidget) -> SourceList:
            window = SourceList(self._services, desk)
            window.add_requested.connect(self._doors.add_person)
            window.view_requested.connect(self._doors.view_requested)
            return window

        self._doors.open(listed)
