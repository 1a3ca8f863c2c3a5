"""A quiet bar after each write: what was done, and a way back, for ten seconds."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.ui.kit import aloud, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.labels import ElidedLabel

_MOVING = (QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide)
SHOWN_FOR = 10_000
"""Milliseconds."""


class UndoBar(QFrame):
    """Floats at the bottom of ``over``; ``acted`` is emitted when its button is pressed."""

    acted = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setProperty("kind", "undo")
        self._over = over
        self._words = ElidedLabel(parent=self, dots=Qt.TextElideMode.ElideMiddle)
        self._button = Button("", parent=self)
        self._button.clicked.connect(self._act)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(16), theme.px(4), theme.px(6), theme.px(4))
        row.setSpacing(theme.px(8))
        row.addWidget(self._words, 1)
        row.addWidget(self._button)
        self._gone = QTimer(self, singleShot=True, interval=SHOWN_FOR)
        self._gone.timeout.connect(self.hide)
        over.installEventFilter(self)
        self.hide()

    def say(self, words: str, action: str) -> None:
        """Say what was done and offer ``action``; the ten seconds begin anew."""
        self._words.setText(words)
        self._button.setText(action)
        self._button.setAccessibleName(f"{action}: {words}")
        self._place()
        self.show()
        self.raise_()
        self._gone.start()
        aloud.say_soon(self, f"{words}. {action}")

    def lift(self) -> None:
        """Come to the top again, above whatever has come over the place where it floats."""
        if self.isVisible():
            self._place()
            self.raise_()

    def words(self) -> str:
        """What the bar says."""
        return self._words.text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay at the bottom in the middle, above the buttons of a person who comes over the list (Qt's name)."""
        if event.type() in _MOVING and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        room = self._over.width() - theme.px(32)
        self._words.setMaximumWidth(max(theme.px(120), room - self._button.sizeHint().width() - theme.px(40)))
        self.adjustSize()
        self.move(
            (self._over.width() - self.width()) // 2,
            self._over.height() - self.height() - theme.px(16) - self._taken(),
        )

    def _taken(self) -> int:
        """The height of the buttons of a person who lies over the list."""
        foot = self._over.findChild(QFrame, "person_foot")
        if foot is not None:
            foot.installEventFilter(self)  # once only, however often Qt is asked
        return foot.height() if foot is not None and foot.isVisible() else 0

    def _act(self) -> None:
        self.hide()
        self.acted.emit()
