"""Today, people and the person side by side; in a narrow window the person slides over the people."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QSplitter, QVBoxLayout, QWidget

from planner.ui.kit import layouts, theme, window_state
from planner.ui.kit.stylesheet import repolish

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import QPropertyAnimation

    from planner.services.look import Look, Memory

WIDE = 1100
"""From this width on, at 100 %, the person has a place beside the people."""
TODAY, PEOPLE, PERSON = range(3)
_DEFAULT = (300, 738, 400)
_GENEROUS = 1840
"""From this width on, at 100 %, today and the person have a share of the room, until somebody moves an edge."""
_TODAY_SHARE, _PERSON_SHARE = (0.12, 80), (0.25, 160)
"""Of what is more than that: which part, and how many pixels at most."""
_SLIDE = 140
_KEY = "desk"
_HIDDEN = "panes.desk.hidden"
_SLACK = 2
"""Pixels that the edges between the panes take."""
_MAY_HIDE = ("today", "person")


class PersonFrame(QFrame):
    """Holds the person, with a way back to the list while it lies over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "paper")
        self._way_back: QWidget | None = None
        self._is_over = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def hold(self, pane: QWidget, way_back: QWidget) -> None:
        """Take the pane in, below the way back."""
        self._way_back = way_back
        self._column.addWidget(way_back)
        self._column.addWidget(pane, 1)
        self.show_way_back(is_over=self._is_over)

    def show_way_back(self, *, is_over: bool) -> None:
        """Show the way back only where it leads somewhere."""
        self._is_over = is_over
        self.setProperty("kind", "over" if is_over else "paper")
        if self._way_back is not None:
            self._way_back.setVisible(is_over)
            repolish(self)


class Panes(QSplitter):
    """The three panes. ``is_narrow`` says whether the person lies over the people.

    ``wants_today`` and ``wants_person`` say which of the others the user wants to see beside the people.
    """

    covered = Signal()
    """The person has come over the people; what floats there has to come to the top again."""

    def __init__(self, memory: Memory, look: Callable[[], Look], parent: QWidget) -> None:
        super().__init__(parent=parent)  # by name; or else PySide asks whether it is an orientation
        self._memory = memory
        self._look = look
        self._is_narrow = False
        hidden = memory.recall(_HIDDEN)
        self.wants_today, self.wants_person = (
            name not in hidden if isinstance(hidden, list) else True for name in _MAY_HIDE
        )
        self.today = _place(self, "paper")
        self.people = _place(self, "pane")
        self.person = PersonFrame(self)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        for widget in (self.today, self.people, self.person):
            self.addWidget(widget)
        for place in (TODAY, PEOPLE, PERSON):
            self.setStretchFactor(place, 1 if place == PEOPLE else 0)
        self._set_minima()
        self._is_own = memory.recall(f"panes.{_KEY}", None) is not None
        self._given = theme.px(_DEFAULT[TODAY]), theme.px(_DEFAULT[PERSON])
        self._recall_sizes()
        self.today.setVisible(self.wants_today)
        self.person.setVisible(self.wants_person)

    @cached_property
    def _slide(self) -> QPropertyAnimation:
        """Brings the person over the people."""
        from PySide6.QtCore import QEasingCurve, QPropertyAnimation

        slide = QPropertyAnimation(self.person, b"geometry", self)
        slide.setDuration(_SLIDE)
        slide.setEasingCurve(QEasingCurve.Type.OutCubic)
        return slide

    @property
    def is_narrow(self) -> bool:
        """Whether there is no room for three panes."""
        return self._is_narrow

    def set_today(self, pane: QWidget) -> None:
        """Put today's list in its place."""
        _fill(self.today, pane)

    def set_people(self, pane: QWidget) -> None:
        """Put the list of people in its place."""
        _fill(self.people, pane)

    def set_person(self, pane: QWidget, way_back: QWidget) -> None:
        """Put the person in its place."""
        self.person.hold(pane, way_back)

    def want_today(self, *, is_wanted: bool) -> None:
        """Show or hide today's list."""
        self.wants_today = is_wanted
        self.today.setVisible(is_wanted)
        self._give_room()

    def want_person(self, *, is_wanted: bool) -> None:
        """Show or hide the person beside the people; in a narrow window they come when they are chosen."""
        self.wants_person = is_wanted
        if not self._is_narrow:
            self.person.setVisible(is_wanted)
            self._give_room()

    def reveal_person(self) -> None:
        """Bring the person into sight, sliding over the people where there is no place beside them."""
        if not self._is_narrow:
            self.person.setVisible(self.wants_person)
            return
        end = self._over()
        was_there = self.person.isVisible()
        self.person.raise_()
        self.person.show()
        self.covered.emit()
        if was_there or not self.isVisible() or not self._may_slide():
            self.person.setGeometry(end)
            return
        self._slide.setStartValue(end.translated(end.width() // 3, 0))
        self._slide.setEndValue(end)
        self._slide.start()

    def hide_person(self) -> bool:
        """Go back to the list; False when the person was not lying over it."""
        if not self._is_narrow or not self.person.isVisible():
            return False
        self.person.hide()
        return True

    def remember(self) -> None:
        """Keep which panes are hidden, and how wide three are that stand side by side."""
        wanted = (self.wants_today, self.wants_person)
        hidden = [name for name, is_wanted in zip(_MAY_HIDE, wanted, strict=True) if not is_wanted]
        self._memory.remember(_HIDDEN, [*hidden])
        if not self._is_narrow and not hidden and self.isVisible():
            if self._are_own():
                window_state.remember_splitter(self._memory, _KEY, self)

    def fit(self, width: int) -> None:
        """Decide by the width of the window whether the person has a place of their own."""
        is_narrow = width < theme.px(WIDE)
        if is_narrow == self._is_narrow:
            return
        self._is_narrow = is_narrow
        self.person.show_way_back(is_over=is_narrow)
        if is_narrow:
            self.people.installEventFilter(self)
            self.person.setParent(self.people)
            self.person.hide()
        else:
            self.people.removeEventFilter(self)
            self._slide.stop()
            self.addWidget(self.person)
            self.setStretchFactor(PERSON, 0)
            self.person.setVisible(self.wants_person)
            self._recall_sizes()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The person over the people grows with them (Qt's name)."""
        if (
            event.type() == QEvent.Type.Resize
            and watched is self.people
            and self._is_narrow
            and self.person.isVisible()
        ):
            self._slide.stop()
            self.person.setGeometry(self._over())
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit to the new width (Qt's name)."""
        self.fit(self.width())
        super().resizeEvent(event)
        if not self._is_narrow:
            self._share_room()

    def _recall_sizes(self) -> None:
        default = [theme.px(width) for width in _DEFAULT]
        self.setSizes(window_state.recall_sizes(self._memory, _KEY, default))

    def _are_own(self) -> bool:
        """Whether somebody has moved an edge, now or an earlier day."""
        now = self.sizes()
        beside = zip((now[TODAY], now[-1] if len(now) > PERSON else 0), self._given, strict=True)
        self._is_own = self._is_own or any(size and abs(size - given) > _SLACK for size, given in beside)
        return self._is_own

    def _share_room(self) -> None:
        """In a very wide window let today and the person have more than they need at least."""
        spare = max(0, self.width() - theme.px(_GENEROUS))
        wider = [min(round(spare * part), theme.px(most)) for part, most in (_TODAY_SHARE, _PERSON_SHARE)]
        wanted = theme.px(_DEFAULT[TODAY]) + wider[0], theme.px(_DEFAULT[PERSON]) + wider[1]
        if wanted == self._given or self._are_own():
            return
        self._given = wanted
        self.setSizes([wanted[0], self.width() - sum(wanted), wanted[1]])

    def _give_room(self) -> None:
        """Make a pane that was hidden from the start as wide as it once was."""
        panes = (self.today, self.people, self.person)
        if any(pane.isVisible() and not size for pane, size in zip(panes, self.sizes(), strict=False)):
            self._recall_sizes()

    def _may_slide(self) -> bool:
        from planner.ui.kit import motion

        return motion.is_welcome(is_less_chosen=self._look().less_motion)

    def _over(self) -> QRect:
        width = min(self.people.width(), theme.px(440))
        return QRect(self.people.width() - width, 0, width, self.people.height())

    def _set_minima(self) -> None:
        self.today.setMinimumWidth(theme.px(250))
        self.people.setMinimumWidth(theme.px(340))
        self.person.setMinimumWidth(theme.px(360))


def _place(parent: QWidget, kind: str) -> QFrame:
    frame = QFrame(parent)
    frame.setProperty("kind", kind)
    column = QVBoxLayout(frame)
    column.setContentsMargins(0, 0, 0, 0)
    return frame


def _fill(place: QFrame, pane: QWidget) -> None:
    layout = place.layout()
    if layout is not None:
        layouts.empty(layout)
        layout.addWidget(pane)
