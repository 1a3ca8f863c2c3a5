"""Fields that Qt's own do not cover."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from planner.ui.kit import theme
from planner.ui.kit.buttons import IconButton
from planner.ui.kit.i18n import _


def make_clearable(line: QLineEdit) -> None:
    """Give a line a button that empties it: Qt's own has no name, and does not grow with the text."""
    _Emptier(line)


class _Emptier(IconButton):
    """Stands at the end of its line while there is something to empty."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__("close", _("Empty this line"), line)
        self._line = line
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # from the keyboard, one empties the line itself
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.clicked.connect(line.clear)
        line.textChanged.connect(self._tidy)
        line.installEventFilter(self)
        self._tidy()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the end of the line (Qt's name)."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.StyleChange):
            self._tidy()
        return super().eventFilter(watched, event)

    def _tidy(self) -> None:
        self.setVisible(bool(self._line.text()))
        self._line.setTextMargins(0, 0, theme.px(28), 0)
        wide, high = self.maximumWidth(), min(self.sizeHint().height(), self._line.height())
        self.setGeometry(self._line.width() - wide, (self._line.height() - high) // 2, wide, high)


class NumberField(QSpinBox):
    """A whole number between two bounds, with room before its first digit; the wheel passes it by."""

    def __init__(self, lowest: int, highest: int, value: int, suffix: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setValue(value)
        self.setSuffix(suffix)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Keep the room when the text size changes (Qt's name)."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit()
        super().changeEvent(event)

    def wheelEvent(self, event: QEvent) -> None:
        """Scroll the page, not the number (Qt's name)."""
        event.ignore()

    def _fit(self) -> None:
        # A stylesheet's padding does not reach the text of a spin box.
        self.lineEdit().setTextMargins(theme.px(8) - 1, 0, 0, 0)  # where a line's text begins
