"""The list itself: arrows step from card to card, Enter opens, Space logs, the menu offers the rest."""

from __future__ import annotations

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QMenu, QWidget

from planner.ui.kit import icons, theme
from planner.ui.kit.i18n import _
from planner.ui.today.card_painter import CardPainter
from planner.ui.today.card_words import Choice, choice_words
from planner.ui.today.day_model import CardRow, DayModel, Index, LinkRow, Row


class DayList(QListView):
    """Cards to walk through."""

    chosen = Signal(int)
    opened = Signal(int)
    log_requested = Signal(int)
    put_off_requested = Signal(int)
    move_requested = Signal(int)
    let_go_requested = Signal(int)
    homework_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = DayModel(self)
        self._is_moving = False
        self.setModel(self._day)
        self._painter = CardPainter(self)
        self.setItemDelegate(self._painter)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setStyleSheet("QListView { background: transparent; }")
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAccessibleName(_("Today"))
        self.activated.connect(self._open)
        theme.changed.connect(self.doItemsLayout)

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything that is shown, in its order."""
        return self._day.rows

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show other rows; whoever was chosen stays so, and the list where it was."""
        person_id, at = self.person(), self.verticalScrollBar().value()
        if not self._day.show(rows):
            return
        if person_id is not None:
            self.choose(person_id)
        self.doItemsLayout()
        self.verticalScrollBar().setValue(at)

    def person(self) -> int | None:
        """Who is chosen."""
        return self._day.person_at(self.currentIndex()) if self.selectionModel().hasSelection() else None

    def choose(self, person_id: int | None) -> None:
        """Mark a person without telling anybody."""
        row = self._day.row_of(person_id) if person_id is not None else None
        self._is_moving = True
        if row is None:
            self.clearSelection()
        else:
            self.setCurrentIndex(self._day.index(row))
        self._is_moving = False

    def menu_for(self, person_id: int) -> QMenu:
        """What can be done with a card."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for icon, text, signal in (
            ("log", _("Log contact…"), self.log_requested),
            ("person", _("Open"), self.opened),
            ("clock", _("Not today"), self.put_off_requested),
            ("move", choice_words(Choice.MOVE), self.move_requested),
            ("leave_in_peace", choice_words(Choice.LET_GO), self.let_go_requested),
        ):
            action = menu.addAction(icons.icon(icon), text)
            action.triggered.connect(lambda _checked=False, signal=signal: signal.emit(person_id))
        return menu

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Tell who was chosen by hand (Qt's name)."""
        super().selectionChanged(selected, deselected)
        person_id = self.person()
        if person_id is not None and not self._is_moving:
            self.chosen.emit(person_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space logs what happened with the person of the present card (Qt's name)."""
        person_id = self._day.person_at(self.currentIndex())
        if person_id is not None and event.key() == Qt.Key.Key_Space:
            self.log_requested.emit(person_id)
            return
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open(self.currentIndex())
            return
        super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """An answer to a card's question, or a sentence that leads on, was clicked (Qt's name)."""
        super().mouseReleaseEvent(event)
        if event.button() != Qt.MouseButton.LeftButton:
            return
        at = event.position().toPoint()
        index = self.indexAt(at)
        row = self._day.row_at(index)
        if isinstance(row, LinkRow):
            self.homework_requested.emit()
        elif isinstance(row, CardRow):
            choice = self._painter.choice_at(at, row, self.visualRect(index))
            if choice is not None:
                self.answer(row.person_id, choice)

    def answer(self, person_id: int, choice: Choice) -> None:
        """Do what was answered to a card's question (D8)."""
        {Choice.DO: self.log_requested, Choice.MOVE: self.move_requested, Choice.LET_GO: self.let_go_requested}[
            choice
        ].emit(person_id)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab, stand on the first card without choosing anybody: most only walk past (Qt's name)."""
        super().focusInEvent(event)
        by_key = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if by_key and self.person() is None:
            first = next((place for place, row in enumerate(self.rows) if isinstance(row, CardRow)), None)
            if first is not None:
                stand = QItemSelectionModel.SelectionFlag.NoUpdate
                self.selectionModel().setCurrentIndex(self._day.index(first), stand)
        if by_key:
            self.scrollTo(self.currentIndex())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the card (Qt's name)."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        person_id = self._day.person_at(index)
        if person_id is None:
            return
        at: QPoint = self.visualRect(index).center() if by_key else event.pos()
        self.menu_for(person_id).popup(self.viewport().mapToGlobal(at))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the words anew (Qt's name)."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _open(self, index: Index) -> None:
        person_id = self._day.person_at(index)
        if person_id is not None:
            self.opened.emit(person_id)
        elif isinstance(self._day.row_at(index), LinkRow):
            self.homework_requested.emit()
