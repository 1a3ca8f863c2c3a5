"""Buttons with an icon and a word, in the manners that the stylesheet knows."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QPushButton, QWidget

from planner.ui.kit import icons, theme

GAP = 4
"""Pixels at 100 % between a field and the icon button that belongs to it; the same in every form, so that fields end
in one line."""
_TONES = {"primary": "on_accent", "deposit": "deposit", "withdrawal": "withdrawal", "link": "accent"}


class Button(QPushButton):
    """A button; ``kind`` is "", "primary", "quiet", "link", "deposit" or "withdrawal".

    The second of two fast clicks presses nothing, for by then something else may stand there: the next line to be
    ticked off, or Redo where Undo was. A button to be clicked again and again repeats by itself (``setAutoRepeat``).
    """

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the focus, and not another one (Qt's name)."""
        is_plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and is_plain:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Count two fast clicks as one (Qt's name)."""
        if self.autoRepeat():
            super().mouseDoubleClickEvent(event)
        else:
            event.accept()

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


class ActionButton(Button):
    """A button for an action that also stands in a menu: same words, same icon, enabled together."""

    def __init__(self, action: QAction, icon: str, kind: str = "", parent: QWidget | None = None) -> None:
        super().__init__(action.iconText(), icon, kind, parent)
        self._action = action
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._is_compact = False
        if action.menu() is None:
            self.clicked.connect(action.trigger)
        action.changed.connect(self._follow)
        self._follow()

    def action(self) -> QAction:
        """The action it stands for."""
        return self._action

    def changeEvent(self, event: QEvent) -> None:
        """The names of keys are Qt's own words, which may come after the button (Qt's name)."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._follow()

    def set_compact(self, *, is_compact: bool) -> None:
        """Show only the icon where there is little room; the words move into the tooltip."""
        self._is_compact = is_compact
        self._follow()
        self._fit_icon()

    def _follow(self) -> None:
        words = self._action.iconText()
        keys = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setText("" if self._is_compact else words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({keys})" if keys else words)
        self.setAccessibleDescription(keys)
        self.setEnabled(self._action.isEnabled())
