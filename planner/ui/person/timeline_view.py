"""The timeline as a list as high as its entries, for a page that scrolls as a whole."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QSizePolicy, QWidget

from planner.services.timeline import TimelineEntry
from planner.ui.kit import icons, theme
from planner.ui.kit.i18n import _
from planner.ui.person.timeline_model import TimelineModel
from planner.ui.person.timeline_painter import TimelinePainter


class TimelineView(QListView):
    """Arrow keys walk through the entries; Enter edits one, Delete removes it, the menu key offers that and more."""

    edit_requested = Signal(object)
    """With the ``TimelineEntry``."""
    remove_requested = Signal(int)
    log_requested = Signal()
    """Something else happened with the same person."""
    walked_to = Signal(object)
    """The rectangle of the entry that the keyboard reached, so that the page can scroll there."""

    def __init__(self, model: TimelineModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._touches = model
        self._painter = TimelinePainter(self)
        self._total = 0
        self.setItemDelegate(self._painter)
        self.setAccessibleName(_("Timeline"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setTabKeyNavigation(False)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setStyleSheet("background: transparent; border: none;")
        self.setModel(model)
        model.modelReset.connect(self.fit)
        model.rowsInserted.connect(self.fit)
        theme.changed.connect(self.fit)

    def fit(self) -> None:
        """Become exactly as high as all loaded entries."""
        self.scheduleDelayedItemsLayout()
        rows = range(self._touches.rowCount())
        model = self._touches
        total = sum(self._painter.height(model.entry(row), model.today, model.month_of(row)) for row in rows)
        if total != self._total:
            self._total = total
            self.setFixedHeight(total)

    def sizeHint(self) -> QSize:
        """As high as its entries (Qt's name)."""
        return QSize(theme.px(320), self._total)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew when the width changed (Qt's name)."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab, stand on the newest entry (Qt's name)."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self._touches.rowCount():
            self.setCurrentIndex(self._touches.index(0, 0))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        """Let the page follow the keyboard (Qt's name)."""
        super().currentChanged(current, previous)
        if current.isValid() and self.hasFocus():
            self.walked_to.emit(self.visualRect(current))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete removes, the rest walks (Qt's name)."""
        index = self.currentIndex()
        if index.isValid() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_requested.emit(self._touches.entry(index.row()))
        elif index.isValid() and event.key() == Qt.Key.Key_Delete:
            self.remove_requested.emit(self._touches.entry(index.row()).id)
        else:
            super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """A double click edits (Qt's name)."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.edit_requested.emit(self._touches.entry(index.row()))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer to edit or remove the entry (Qt's name)."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        if not index.isValid():
            return
        at = self.visualRect(index).center() if is_by_key else event.pos()
        self.menu_of(self._touches.entry(index.row())).popup(self.viewport().mapToGlobal(at))

    def menu_of(self, entry: TimelineEntry) -> QMenu:
        """The menu of one entry."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        edit = menu.addAction(icons.icon("edit"), _("Edit…"))
        edit.triggered.connect(lambda: self.edit_requested.emit(entry))
        remove = menu.addAction(icons.icon("remove"), _("Remove"))
        remove.triggered.connect(lambda: self.remove_requested.emit(entry.id))
        menu.addSeparator()
        log = menu.addAction(icons.icon("log"), _("Log contact…"))
        log.triggered.connect(self.log_requested)
        return menu
