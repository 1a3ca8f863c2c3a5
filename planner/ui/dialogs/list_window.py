"""A window that is a list: a sentence above it, what one may do with a line below, and words for when it is empty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.pair_list import Line, PairList, PairModel
from planner.ui.kit import theme, window_state
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.i18n import _

_LEAST = 150
"""Pixels of the list at 100 %, however small the screen."""


class Nothing(NamedTuple):
    """What stands there while the list is empty."""

    icon: str
    title: str
    text: str


class ListWindow(FormWindow):
    """Stays open, so that one sees what a deed did to the list."""

    def __init__(
        self, heading: str, act: str, said: str, name: str, nothing: Nothing, parent: QWidget | None = None
    ) -> None:
        super().__init__(heading, act, parent, width=560)
        self._lines = PairModel(self)
        self._said = quiet(said, self.page)
        self.column.addWidget(self._said)
        self.list = PairList(self._lines, name, self.page)
        self._frame = QFrame(self.page)
        self._frame.setProperty("kind", "card")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        inside.addWidget(self.list)
        self._frame.setMinimumHeight(theme.px(_LEAST))
        self.column.addWidget(self._frame, 1)
        self._empty = EmptyState(nothing.icon, nothing.title, nothing.text, parent=self.page)
        self.column.addWidget(self._empty, 1)
        self.cancel_button.setText(_("Close"))

    def show_lines(self, lines: Iterable[Line]) -> None:
        """Show these, or what stands there instead of them."""
        self._lines.show_lines(lines)
        is_any = bool(self._lines.lines)
        for widget in (self._said, self._frame, self.save_button):
            widget.setVisible(is_any)
        self._empty.setVisible(not is_any)

    def choose(self, row: int) -> None:
        """Put the choice on a line."""
        self.list.setCurrentIndex(self._lines.index(row))

    def open_at(self, height: int) -> None:
        """Be so many pixels high at 100 %, where the screen allows it."""
        self.fit()
        self.resize(self.width(), min(theme.px(height), window_state.room(self).height()))
        self.list.setFocus()
