"""The four things one does most, below the person: in a row, or two by two where their words are long."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLayout, QSizePolicy, QWidget

from planner.ui.kit import theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _


class Foot(QFrame):
    """``asked`` carries gave, asked, talked or promise."""

    asked = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("person_foot")
        self.setProperty("kind", "foot")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(theme.px(14), theme.px(10), theme.px(18), theme.px(10))
        self._grid.setSpacing(theme.px(8))
        self._grid.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        self._buttons = [
            self._button(text, kind, side, tip)
            for text, kind, side, tip in (
                (_("+ I gave"), "deposit", "gave", _("A deposit: something you gave")),
                (_("− I asked"), "withdrawal", "asked", _("A withdrawal: something you asked for")),
                (_("We talked"), "", "talked", _("A conversation; it ends with a next step")),
                (_("Promise"), "", "promise", _("A callback or anything else you promise")),
            )
        ]
        self._columns = 0
        self._arrange()
        theme.changed.connect(self._arrange)

    def minimumSizeHint(self) -> QSize:
        """As narrow as one button (Qt's name)."""
        return QSize(self._needed(1), self._grid.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Break the row where it no longer fits (Qt's name)."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        columns = next((each for each in (4, 2) if self._needed(each) <= self.width()), 1)
        if columns == self._columns:
            return
        self._columns = columns
        for column in range(4):
            self._grid.setColumnStretch(column, int(column < columns))
        for place, button in enumerate(self._buttons):
            self._grid.addWidget(button, place // columns, place % columns)
        self.updateGeometry()

    def _needed(self, columns: int) -> int:
        """The width that so many columns take."""
        margins = self._grid.contentsMargins()
        widths = [button.sizeHint().width() for button in self._buttons]
        gaps = (columns - 1) * self._grid.horizontalSpacing() + margins.left() + margins.right()
        return gaps + sum(max(widths[column::columns]) for column in range(columns))

    def _button(self, text: str, kind: str, side: str, tip: str) -> Button:
        button = Button(text, kind=kind, parent=self)
        button.setToolTip(tip)
        button.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda _checked=False: self.asked.emit(side))
        return button
