"""The day's quiet progress: a ring and two lines, nothing that counts dials or shames."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from planner.ui.kit import dates, theme
from planner.ui.kit.i18n import _, ngettext

if TYPE_CHECKING:
    from planner.services.today import Day


class _Ring(QWidget):
    """How far the day has come."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._share = 0.0
        self.setFixedSize(QSize(theme.px(30), theme.px(30)))

    def set_share(self, share: float) -> None:
        self._share = min(1.0, max(0.0, share))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        thickness = theme.px(5)
        circle = QRectF(self.rect()).adjusted(thickness / 2, thickness / 2, -thickness / 2, -thickness / 2)
        for token, share in (("sunk", 1.0), ("accent", self._share)):
            pen = QPen(theme.color(token), thickness)
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            painter.setPen(pen)
            painter.drawArc(circle, 90 * 16, round(-360 * 16 * share))


class DayProgress(QWidget):
    """Conversations today, and what was given and asked this week."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._ring = _Ring(self)
        self._talks = QLabel(self)
        self._week = QLabel(self)
        self._week.setProperty("role", "small")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(8))
        self._row.addWidget(self._ring)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addWidget(self._talks)
        words.addWidget(self._week)
        words.addStretch(1)
        self._row.addLayout(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self.hide()

    def show_day(self, day: Day) -> None:
        """Show how the day goes; a day without anybody on its list shows nothing."""
        goal = min(day.capacity, day.talks_today + len(day.cards)) or day.talks_today
        self.setVisible(goal > 0)
        if goal == 0:
            self._talks.clear()
            return
        self._ring.set_share(day.talks_today / goal)
        talks = ngettext("of {goal} conversation today", "of {goal} conversations today", goal)
        shown = "<b>{done}</b> " + talks.format(goal=dates.number(goal))
        self._talks.setText(shown.format(done=dates.number(day.talks_today)))
        self._week.setText(
            _("{given} given \u00b7 {asked} asked this week").format(
                given=dates.number(day.given_week), asked=dates.number(day.asked_week)
            )
        )
        self.setAccessibleName(f"{day.talks_today} {talks.format(goal=dates.number(goal))}. {self._week.text()}")

    def has_words(self) -> bool:
        """Whether there is anything to show."""
        return bool(self._talks.text())

    def set_compact(self, *, is_compact: bool) -> None:
        """Leave the second line out where there is little room."""
        self._week.setHidden(is_compact)
        self._row.invalidate()
        self._row.activate()
