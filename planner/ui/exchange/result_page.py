"""What came of an import: who is new, whom of them one knows, who was left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLabel, QTabWidget, QVBoxLayout, QWidget

from planner.domain.person import Closeness
from planner.services.exchange.preview import PreviewRow
from planner.services.exchange.reading.table import Left
from planner.ui.exchange.tables import Rows, Table, left_columns
from planner.ui.kit import dates, theme, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.chips import FlowLayout
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.labels import breakable


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who came in."""

    id: int
    name: str
    closeness: Closeness


class ResultPage(QWidget):
    """``marked`` asks to note how near some people are (practice 002-01); ``save_requested``, what was left out."""

    marked = Signal(list, Closeness)
    save_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = self._label("title")
        self.heading.setWordWrap(True)
        self.said = LiveLabel("muted", self)
        self.locked = self._label("caution")
        self.locked.setWordWrap(True)
        self.people = Rows(
            [
                (_("Name"), lambda person: person.name, 60),
                (_("How you know them"), lambda person: wording.closeness(person.closeness), 40),
            ],
            self,
        )
        self.left = Rows(left_columns(), self)
        self.table = Table(self.people, _("People who came in"), self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tabs = QTabWidget(self)
        self.tabs.tabBar().setDrawBase(False)
        for bar in (self.tabs, self.tabs.tabBar()):
            bar.setAccessibleName(_("What came of it"))
        self.buttons = {each: Button(wording.closeness(each), parent=self) for each in Closeness}
        self.save_button = Button(_("Save what was left out…"), "export", "quiet", self)
        self.save_button.clicked.connect(self.save_requested)
        self._put_together()
        self.table.selectionModel().selectionChanged.connect(self._react)

    def show_result(
        self, people: Sequence[NewPerson], left: Sequence[PreviewRow | Left], *, is_locked: bool, file_name: str
    ) -> None:
        """Show who came in and who was left out."""
        self.heading.setText(_("Which of these do you know?") if people else _("Nobody new came in"))
        text = ngettext(
            "{count} person from {file} is in your book now. ",
            "{count} people from {file} are in your book now. ",
            len(people),
        ).format(count=dates.number(len(people)), file=file_name)
        self.said.setText(
            breakable(text) + _("Mark those whom you know; whoever is near to you is protected from asks.")
        )
        self.locked.setText(
            _(
                "These people come from a bought list. Nobody is suggested for a call until you answer its questions: "
                "Business, then Where people come from."
            )
        )
        self.locked.setVisible(is_locked)
        self.people.fill(list(people))
        self.left.fill(list(left))
        self.tabs.setTabText(0, _("New {count}").format(count=dates.number(len(people))))
        self.tabs.setTabText(1, _("Left out {count}").format(count=dates.number(len(left))))
        self.tabs.setTabVisible(1, bool(left))
        self.save_button.setVisible(bool(left))
        self._react()

    def show_text(self, heading: str, text: str) -> None:
        """Say how something ended, where there is nobody to list."""
        self.heading.setText(breakable(heading))
        self.said.setText(breakable(text))
        self.locked.hide()
        self.people.fill([])
        self.tabs.hide()
        self._below.hide()
        self._rest.show()

    def note_marked(self, ids: Sequence[int], closeness: Closeness) -> None:
        """Show the new closeness of people."""
        wanted = set(ids)
        self.people.fill(
            [
                NewPerson(person.id, person.name, closeness if person.id in wanted else person.closeness)
                for person in self.people.rows()
            ]
        )

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(24), theme.px(8), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(8))
        for label in (self.heading, self.said, self.locked):
            column.addWidget(label)
        self.tabs.addTab(self.table, "")
        self.tabs.addTab(Table(self.left, _("Rows that were left out"), self), "")
        self.tabs.setCornerWidget(self.save_button)
        column.addWidget(self.tabs, 1)
        self._below = QWidget(self)
        below = QVBoxLayout(self._below)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(theme.px(4))
        self._hint = self._label("small")
        self._hint.setWordWrap(True)
        below.addWidget(self._hint)
        row = FlowLayout(spacing=8)
        below.addLayout(row)
        for closeness, button in self.buttons.items():
            button.clicked.connect(lambda _on=False, closeness=closeness: self._mark(closeness))
            row.addWidget(button)
        column.addWidget(self._below)
        self._rest = QWidget(self)
        self._rest.hide()
        column.addWidget(self._rest, 1)
        self.tabs.currentChanged.connect(self._react)

    def _label(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def _selected(self) -> list[NewPerson]:
        return [self.people.row(index.row()) for index in self.table.selectionModel().selectedRows()]

    def _mark(self, closeness: Closeness) -> None:
        self.marked.emit([person.id for person in self._selected()], closeness)

    def _react(self) -> None:
        chosen = len(self._selected())
        self._below.setVisible(self.tabs.currentIndex() == 0 and self.people.rowCount() > 0)
        text = ngettext("{count} chosen: they are…", "{count} chosen: they are…", chosen)
        self._hint.setText(
            text.format(count=dates.number(chosen))
            if chosen
            else _("Choose people in the list, then say how near they are.")
        )
        for button in self.buttons.values():
            button.setEnabled(chosen > 0)
