"""The part of the desk that the first frame does not wait for: today, the person, undo, and every other window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from planner.domain.person import Closeness
from planner.services.listing import View
from planner.services.open_book import OpenBook
from planner.ui.desk import menus
from planner.ui.desk.about_doors import AboutDoors
from planner.ui.desk.book_doors import BookDoors
from planner.ui.desk.bulk_doors import BulkDoors
from planner.ui.desk.business_doors import BusinessDoors
from planner.ui.desk.doors import Doors
from planner.ui.desk.history import History
from planner.ui.desk.looks import Looks
from planner.ui.desk.notice_banner import NoticeBanner
from planner.ui.desk.notices import Notices
from planner.ui.desk.recent import Recent
from planner.ui.desk.said import Said
from planner.ui.desk.undo_bar import UndoBar
from planner.ui.desk.view_doors import ViewDoors
from planner.ui.desk.way_back import WayBack
from planner.ui.kit import windows
from planner.ui.kit.i18n import _
from planner.ui.person.orders_section import OrdersSection
from planner.ui.person.pane import PersonPane
from planner.ui.person.team_section import TeamSection
from planner.ui.today.panel import TodayPanel

if TYPE_CHECKING:
    from planner.ui.desk.window import Desk


class Rest(QObject):
    """Joins the screens to the desk's actions and to each other's wishes."""

    def __init__(self, desk: Desk, services: OpenBook) -> None:
        super().__init__(desk)
        self._desk = desk
        self.services = services
        windows.offer_menu_by_keys(desk)
        self.doors = Doors(desk, services, desk.choose)
        self.book = BookDoors(self.doors, services, desk.wishes, desk)
        self.recent = Recent(services.memory, self)
        self.business = BusinessDoors(self.doors, services, desk.open_person)
        self.program = AboutDoors(self.doors, services)
        self.bulk = BulkDoors(self.doors, services, desk)
        self.views = ViewDoors(self.doors, services, desk.people)
        self.said = Said(self.doors, services, desk.wishes)
        self.orders = OrdersSection(services.orders, services.preferences, services.clock)
        self.team = TeamSection(services.team, services.clock)
        self.today = TodayPanel(services.today, services.delays, desk.changes, services.clock)
        self.person = PersonPane(
            services.people,
            services.timeline,
            services.promises,
            services.permissions,
            services.today,
            desk.changes,
            services.clock,
            services.preferences,
        )
        self.person.page.take_sections((*self.said.sections, self.orders, self.team))
        menus.more(desk.wishes, self.person.header.more)
        self.today.setAccessibleName(_("Today"))
        self.person.setAccessibleName(_("The person"))
        desk.panes.set_today(self.today)
        way_back = WayBack(desk.panes.person)
        way_back.taken.connect(desk.panes.hide_person)
        desk.panes.set_person(self.person, way_back)
        self.looks = Looks(services, desk.wishes, desk.changes)
        bar = UndoBar(desk.panes.people)
        desk.panes.covered.connect(bar.lift)
        self.history = History(services.undo, desk.wishes, bar, services.clock, self.doors.at_length)
        banner = NoticeBanner(desk)
        desk.put_above(banner)
        self.notices = Notices(services, desk.changes, banner, desk)
        self._connect_screens()
        self._connect_wishes()
        desk.changes.changed.connect(lambda _changed: self.history.hear())
        self.today.refreshed.connect(desk.toolbar.show_day)
        desk.toolbar.show_day(self.today.day)

    def show_person(self, person_id: int | None) -> None:
        """Show somebody in both panes beside the list."""
        self.recent.look_at(person_id)
        self.today.choose(person_id)
        self.person.show_person(person_id)
        is_away = person_id is not None and self.services.people.view(person_id).archived_on is not None
        self._desk.wishes.put_away.setVisible(not is_away)
        self._desk.wishes.bring_back.setVisible(is_away)

    def first_person(self) -> int | None:
        """Who stands first on today's list."""
        cards = self.today.day.cards
        return cards[0].person_id if cards else None

    def focus_person(self) -> None:
        """Let the keys go to the person."""
        self.person.setFocus(Qt.FocusReason.OtherFocusReason)

    def _connect_screens(self) -> None:
        doors, book = self.doors, self.book
        self.today.person_chosen.connect(self._desk.choose)
        self.today.open_requested.connect(self._desk.open_person)
        self.today.add_requested.connect(doors.add_person)
        self.today.log_requested.connect(lambda person_id: doors.log(person_id, "log"))
        self.today.move_requested.connect(doors.delay)
        self.today.homework_requested.connect(lambda: self._desk.people.show_view(View.HOMEWORK))
        self.person.add_requested.connect(doors.add_person)
        self.person.edit_requested.connect(doors.edit)
        self.person.log_requested.connect(doors.log)
        self.person.promise_requested.connect(doors.promise)
        self.person.promise_move_requested.connect(doors.move_promise)
        self.person.permission_requested.connect(doors.permission)
        self.person.touch_edit_requested.connect(doors.edit_touch)
        self.said.introduction.person_requested.connect(self._desk.choose)
        self.orders.edit_requested.connect(self.business.order)
        self.team.edit_requested.connect(self.business.join_team)
        self._desk.people.add_requested.connect(doors.add_person)
        doors.view_requested.connect(self._desk.people.show_alone)
        self._desk.people.import_requested.connect(book.bring_list)
        self._desk.people.marked.connect(lambda count: self._desk.wishes.set_marked(count, self._desk.people.name()))
        self._desk.people.marked.connect(self._desk.status.say_marked)
        self._desk.status.sheet_requested.connect(book.reopen_sheet)
        self.notices.person_chosen.connect(self._desk.open_person)
        self.notices.raised.connect(self._desk.come_forward)
        self.notices.quit_requested.connect(self._desk.close)
        self._desk.closed.connect(self.notices.leave)
        book.sample_requested.connect(self._desk.sample_requested)
        book.restore_requested.connect(self._desk.restore_requested)

    def _connect_wishes(self) -> None:
        doors, book, wishes = self.doors, self.book, self._desk.wishes
        wishes.add_person.triggered.connect(doors.add_person)
        wishes.log.triggered.connect(self._log)
        wishes.jump.triggered.connect(self._jump)
        wishes.history.triggered.connect(book.history)
        wishes.bin.triggered.connect(doors.bin)
        wishes.bring_list.triggered.connect(book.bring_list)
        wishes.export.triggered.connect(book.export)
        wishes.print_sheet.triggered.connect(book.print_sheet)
        wishes.restore.triggered.connect(book.restore)
        wishes.move_home.triggered.connect(self._desk.move_requested)
        wishes.preferences.triggered.connect(book.preferences)
        wishes.products.triggered.connect(self.business.products)
        wishes.activity.triggered.connect(self.business.activity)
        wishes.reports.triggered.connect(self.business.reports)
        wishes.help.triggered.connect(doors.help)
        wishes.keys.triggered.connect(book.keys)
        wishes.laws.triggered.connect(book.laws)
        wishes.about.triggered.connect(self.program.about)
        wishes.whats_new.triggered.connect(self.program.whats_new)
        wishes.newer_version.triggered.connect(self.program.newer_version)
        wishes.data_folder.triggered.connect(book.data_folder)
        for wish, open_door in (
            (wishes.edit_person, doors.edit),
            (wishes.gave, lambda person: doors.log(person, "gave")),
            (wishes.asked, lambda person: doors.log(person, "asked")),
            (wishes.talked, lambda person: doors.log(person, "talked")),
            (wishes.promise, doors.promise),
            (wishes.permission, doors.permission),
            (wishes.order, self.business.order),
            (wishes.join_team, self.business.join_team),
            *self.said.about_person(wishes),
        ):
            wish.triggered.connect(lambda _checked=False, door=open_door: self._with_person(door))
        for wish, write in (
            (wishes.tag, self.bulk.tag),
            (wishes.come_from, self.bulk.come_from),
            (wishes.on_sheet, self.bulk.put_on_sheet),
            (wishes.export_marked, self.bulk.export),
            (wishes.put_away, doors.put_away),
            (wishes.bring_back, doors.bring_back),
            (wishes.remove, doors.remove),
        ):
            wish.triggered.connect(lambda _checked=False, write=write: self._with_people(write))

        wishes.near.triggered.connect(
            lambda near: self._with_people(lambda people: self.bulk.bring_close(people, Closeness(near.data())))
        )
        self._desk.people.bulk_bar.offer(menus.marked(wishes))

    def _jump(self) -> None:
        desk = self._desk
        palette = self.doors.jump(self.recent.people, desk.menuBar(), menus.often(desk.wishes))
        palette.person_taken.connect(desk.open_person)
        palette.new_wanted.connect(self.doors.add_person_like)

    def _log(self) -> None:
        if self._desk.person is None:
            self.doors.log_with_somebody()
        else:
            self.doors.log(self._desk.person, "log")

    def _with_person(self, door: Callable[[int], None]) -> None:
        if self._desk.person is not None:
            door(self._desk.person)

    def _with_people(self, write: Callable[[Sequence[int]], None]) -> None:
        """Everybody who is marked in the list, or else the one who is shown."""
        shown = self._desk.person
        people = self._desk.people.table.marked() or ([] if shown is None else [shown])
        if people:
            write(people)
