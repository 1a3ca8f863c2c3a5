"""The user's own views in their order: moved, changed, deleted."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.services.own_views import OwnViews
from planner.services.saved_views import OwnView
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.kit import theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _

_ID = Qt.ItemDataRole.UserRole


class _Names(QListWidget):
    """Alt with an arrow moves a view, Delete deletes it."""

    moved = Signal(int)
    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move or delete (Qt's name)."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
        elif event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class ViewList(FormWindow):
    """``edit_requested`` brings the view to change; every other change is written at once and can be undone."""

    edit_requested = Signal(int)

    def __init__(self, views: OwnViews, clock: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(_("Your views"), _("Done"), parent, width=500)
        self._views = views
        self._clock = clock
        self.names = _Names(self.page)
        self.names.setAccessibleName(_("Your views"))
        self.names.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.names.setProperty("kind", "card")
        self.names.setFixedHeight(theme.px(188))
        self.earlier = Button(_("Move up"), "chevron_up", parent=self.page)
        self.later = Button(_("Move down"), "chevron_down", parent=self.page)
        self.change = Button(_("Change…"), "edit", parent=self.page)
        self.delete = Button(_("Delete"), "remove", parent=self.page)
        for button in (self.earlier, self.later):
            button.setAutoRepeat(True)
        for button in (self.earlier, self.later, self.change, self.delete):
            button.setProperty("aligned", True)  # noqa: FBT003  # their pictures stand below each other
        self.nothing = quiet(_("None yet. “Save these as a view” in the View menu makes the first one."), self.page)
        self.cancel_button.hide()
        self._lay_out()
        self.names.moved.connect(self._move)
        self.names.deleted.connect(self._remove)
        self.names.itemActivated.connect(lambda _item: self._edit())
        self.names.currentRowChanged.connect(lambda _row: self._react())
        self.earlier.clicked.connect(lambda: self._move(-1))
        self.later.clicked.connect(lambda: self._move(1))
        self.change.clicked.connect(self._edit)
        self.delete.clicked.connect(self._remove)
        self.show_all()
        self.fit()
        self.names.setFocus()

    def write(self) -> bool:
        """Nothing is left to write."""
        return True

    def show_all(self, chosen: int | None = None) -> None:
        """Show every view, this one chosen, or else the first."""
        present = self._views.all()
        self.names.clear()
        for view in present:
            item = QListWidgetItem(view.name)
            item.setData(_ID, view.id)
            self.names.addItem(item)
        ids = [view.id for view in present]
        self.names.setCurrentRow(ids.index(chosen) if chosen in ids else 0)
        self.names.setVisible(bool(present))
        self.nothing.setVisible(not present)
        self._react()

    def _lay_out(self) -> None:
        side = QVBoxLayout()
        side.setSpacing(theme.px(8))
        for button in (self.earlier, self.later, self.change, self.delete):
            side.addWidget(button)
        side.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(theme.px(12))
        row.addWidget(self.names, 1)
        row.addLayout(side)
        self.column.addWidget(self.nothing)
        self.column.addLayout(row)
        self.column.addWidget(
            quiet(
                _("This is their order above the list. Alt with an arrow key moves one."),
                self.page,
                "small",
            )
        )
        self.column.addStretch(1)

    def _chosen(self) -> int | None:
        item = self.names.currentItem()
        return int(item.data(_ID)) if self.names.currentRow() >= 0 else None

    def _move(self, places: int) -> None:
        view_id = self._chosen()
        if view_id is not None:
            self._views.move(view_id, places, self._clock())
            self.show_all(view_id)

    def _remove(self) -> None:
        view_id, row = self._chosen(), self.names.currentRow()
        if view_id is not None:
            self._views.remove(view_id, self._clock())
            rest: tuple[OwnView, ...] = self._views.all()
            self.show_all(rest[min(row, len(rest) - 1)].id if rest else None)

    def _edit(self) -> None:
        view_id = self._chosen()
        if view_id is not None:
            self.edit_requested.emit(view_id)

    def _react(self) -> None:
        row, last = self.names.currentRow(), self.names.count() - 1
        self.earlier.setEnabled(row > 0)
        self.later.setEnabled(0 <= row < last)
        for button in (self.change, self.delete):
            button.setEnabled(row >= 0)
