"""The bar at the top: the few things one does often, the search, the day's progress."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QLineEdit, QWidget

from planner.ui.actions import Actions
from planner.ui.desk.progress import DayProgress
from planner.ui.kit import icons, theme
from planner.ui.kit.buttons import ActionButton, IconButton
from planner.ui.kit.i18n import _

if TYPE_CHECKING:
    from planner.services.today import Day


class SearchField(QLineEdit):
    """Filters as one types; Down or Enter goes on to the people found, Esc empties it."""

    left_down = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "search")
        self.setAccessibleName(_("Find a person"))
        self._clear = IconButton("close", _("Show everyone again"), self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setCursor(Qt.CursorShape.ArrowCursor)
        self._clear.clicked.connect(self.clear)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "key")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._say_keys()
        self.textChanged.connect(self._tidy)

    def changeEvent(self, event: QEvent) -> None:
        """The names of keys are Qt's own words, which may come after the desk stands (Qt's name)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._say_keys()
            self._tidy()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down and Enter leave (Qt's name)."""
        if event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the hint at the right edge (Qt's name)."""
        super().resizeEvent(event)
        self._tidy()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A glass before the words (Qt's name)."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.px(18)
        icons.paint(painter, QRectF(theme.px(8), (self.height() - side) / 2, side, side), "search", "muted")

    def _say_keys(self) -> None:
        keys = QKeySequence(QKeySequence.StandardKey.Find).toString(QKeySequence.SequenceFormat.NativeText)
        searched = _("Names, numbers, e-mail addresses, companies, towns, tags and notes are searched.")
        self.setToolTip(f"{searched} ({keys})")
        self._hint.setText(keys)

    def _tidy(self) -> None:
        self._clear.setVisible(bool(self.text()))
        is_hinted = not self.text() and self.width() > theme.px(260)
        self._hint.setVisible(is_hinted)
        right = self._hint.sizeHint().width() + theme.px(16) if is_hinted else theme.px(28)
        self.setTextMargins(theme.px(24), 0, right, 0)
        whole, room = _("Find a person, phone, note…"), self.width() - theme.px(48) - right
        fits = self.fontMetrics().horizontalAdvance(whole) <= room
        self.setPlaceholderText(whole if fits else _("Find a person…"))
        for child, room in ((self._hint, theme.px(8)), (self._clear, theme.px(2))):
            size = child.sizeHint().boundedTo(self.size()).boundedTo(child.maximumSize())
            child.setGeometry(
                self.width() - size.width() - room, (self.height() - size.height()) // 2, size.width(), size.height()
            )


class Toolbar(QFrame):
    """Buttons lose their words, one after the other, before anything is clipped; at last the progress goes."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._buttons = [
            ActionButton(actions.add_person, "add_person", "primary", self),
            ActionButton(actions.log, "log", "", self),
            ActionButton(actions.print_sheet, "print", "", self),
            ActionButton(actions.bring_list, "import", "", self),
        ]
        self.search = SearchField(self)
        self.search.setMinimumWidth(theme.px(200))
        self.search.setMaximumWidth(theme.px(340))
        self.progress = DayProgress(self)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(16), theme.px(9), theme.px(16), theme.px(9))
        self._row.setSpacing(theme.px(8))
        for button in self._buttons:
            self._row.addWidget(button)
        self._row.addSpacing(theme.px(8))
        self._row.addWidget(self.search, 12)
        self._row.addStretch(1)
        self._row.addSpacing(theme.px(8))
        self._row.addWidget(self.progress)
        self._fit_soon = QTimer(self, singleShot=True, interval=0)
        self._fit_soon.timeout.connect(self.fit)
        self._row.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)

    def show_day(self, day: Day) -> None:
        """Show the day's progress; words elsewhere make room for it."""
        self.progress.show_day(day)
        self._fit_soon.start()

    def fit(self) -> None:
        """Give the words as much room as there is."""
        for button in self._buttons:
            button.set_compact(is_compact=False)
        self.progress.set_compact(is_compact=False)
        self.progress.setVisible(self.progress.has_words())
        self._settle()
        savings: list[Callable[[], object]] = [
            partial(button.set_compact, is_compact=True) for button in reversed(self._buttons)
        ]
        savings.append(partial(self.progress.set_compact, is_compact=True))
        savings.append(self.progress.hide)
        for save in savings:
            if self._row.minimumSize().width() <= self.width():
                break
            save()
            self._settle()

    def _settle(self) -> None:
        """Let the layouts see what changed before they are asked again."""
        for child in (self.progress, *self._buttons):
            child.updateGeometry()
        self._row.invalidate()
        self._row.activate()

    def minimumSizeHint(self) -> QSize:
        """Narrow: what does not fit loses its words (Qt's name)."""
        return QSize(theme.px(480), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit again (Qt's name)."""
        super().resizeEvent(event)
        self.fit()
