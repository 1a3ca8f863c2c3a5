"""What every page of the preferences can do, and the fold that keeps its rarer choices out of sight."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import QEvent, QTime
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTimeEdit, QVBoxLayout, QWidget

from planner.services.preferences import Preferences
from planner.ui.kit import dates, icons, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _


class SettingsPage(QWidget):
    """Some choices of the preferences; ``title`` names them on the tab."""

    title = ""

    def load(self, chosen: Preferences) -> None:
        """Show these choices."""
        raise NotImplementedError

    def check(self) -> bool:
        """Whether everything here can be kept; what can't is told in place."""
        return True

    def save(self, chosen: Preferences) -> Preferences:
        """``chosen`` with the choices of this page; nothing is written yet."""
        raise NotImplementedError

    def restore_defaults(self) -> None:
        """Show the choices everybody starts with; they count once the window is saved."""
        self.load(Preferences())


class Fold(QWidget):
    """Choices that few people need, below a line that unfolds them."""

    def __init__(self, title: str, inside: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = title
        self._inside = inside
        self.button = Button(title, "chevron_right", kind="fold", parent=self)
        self.button.clicked.connect(lambda: self.unfold(is_open=self._inside.isHidden()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.button)
        column.addWidget(inside)
        self.unfold(is_open=False)

    def unfold(self, *, is_open: bool = True) -> None:
        """Show or hide what is inside."""
        self._inside.setVisible(is_open)
        self.button.setIcon(icons.icon("chevron_down" if is_open else "chevron_right"))
        pattern = _("{title}, unfolded") if is_open else _("{title}, folded")
        self.button.setAccessibleName(pattern.format(title=self._title))


class TimeField(QTimeEdit):
    """A time of day; the wheel passes it by."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setDisplayFormat("h:mm AP" if dates.clock(time(15)).endswith("M") else "HH:mm")
        self.lineEdit().setTextMargins(theme.px(8), 0, 0, 0)

    def at(self) -> time:
        """The time that stands there."""
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def show_time(self, at: time) -> None:
        """Show a time."""
        self.setTime(QTime(at.hour, at.minute))

    def wheelEvent(self, event: QEvent) -> None:
        """Scroll the page, not the time (Qt's name)."""
        event.ignore()


class Hours(QWidget):
    """From when until when."""

    def __init__(self, opens: str, closes: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.opens = TimeField(opens, self)
        self.closes = TimeField(closes, self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.opens)
        row.addWidget(QLabel("–", self))
        row.addWidget(self.closes)
        row.addStretch(1)
        self.setFocusProxy(self.opens)

    def show_hours(self, opens: time, closes: time) -> None:
        """Show from when until when."""
        self.opens.show_time(opens)
        self.closes.show_time(closes)

    def are_in_order(self) -> bool:
        """Whether the evening comes after the morning."""
        return self.opens.at() < self.closes.at()
