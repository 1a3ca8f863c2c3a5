"""Fields that Qt's own do not cover."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QLineEdit, QSpinBox, QToolButton, QWidget

from planner.ui.kit import icons, theme
from planner.ui.kit.i18n import _


def make_clearable(line: QLineEdit) -> None:
    """Give a line a button that empties it, with a name for somebody who hears it; Qt gives it none."""
    line.setClearButtonEnabled(True)  # Qt's argument
    for button in line.findChildren(QToolButton):
        button.setIcon(icons.icon("close", "muted"))
        button.setAccessibleName(_("Empty this line"))
        button.setToolTip(_("Empty this line"))


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
        self.lineEdit().setTextMargins(theme.px(8) + 1, 0, 0, 0)  # where a line's text begins
