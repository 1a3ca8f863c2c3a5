"""Buttons with an icon and a word, in the manners that the stylesheet knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QPushButton, QWidget

from planner.ui.kit import icons, theme

_TONES = {"primary": "on_accent", "deposit": "deposit", "withdrawal": "withdrawal", "link": "accent"}


class Button(QPushButton):
    """A button; ``kind`` is "", "primary", "quiet", "link", "deposit" or "withdrawal"."""

    def __init__(self, text: str, icon: str = "", kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("kind", kind)
        self.setAutoDefault(False)
        if icon:
            self.setIcon(icons.icon(icon, _TONES.get(kind, "ink")))
        self._fit_icon()

    def changeEvent(self, event: QEvent) -> None:
        """Let the icon grow with the text (Qt's name)."""
        if event.type() == QEvent.Type.StyleChange:
            self._fit_icon()
        super().changeEvent(event)

    def _fit_icon(self) -> None:
        """A little wider than the glyph where a word follows, so that they do not touch."""
        gap = theme.px(4) if self.text() else 0
        self.setIconSize(QSize(theme.px(18) + gap, theme.px(18)))


class IconButton(Button):
    """A quiet button that shows only an icon; its name is the tooltip and what a screen reader says."""

    def __init__(self, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", icon, "quiet", parent)
        self.setToolTip(name)
        self.setAccessibleName(name)
        self.setFixedWidth(theme.px(32))

    def _fit_icon(self) -> None:
        super()._fit_icon()
        self.setFixedWidth(theme.px(32))
