"""The looks and whether money shows, from the View menu: kept with the preferences, followed by the program."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QActionGroup

from planner.services.changes import Change, Changed
from planner.services.open_book import OpenBook
from planner.ui.actions import Actions
from planner.ui.kit import theme
from planner.ui.kit.change_signal import ChangeSignal


class Looks(QObject):
    """Ticks what is chosen, and writes down what is chosen next."""

    def __init__(self, services: OpenBook, wishes: Actions, changes: ChangeSignal) -> None:
        super().__init__(wishes)
        self._services = services
        self._wishes = wishes
        wishes.themes.triggered.connect(lambda action: self._save(theme=action.data()))
        wishes.text_sizes.triggered.connect(lambda action: self._save(text_size=action.data()))
        wishes.larger.triggered.connect(lambda: self._step(1))
        wishes.smaller.triggered.connect(lambda: self._step(-1))
        wishes.show_money.triggered.connect(lambda is_shown: self._save(shows_money=is_shown))
        changes.changed.connect(self._hear)
        self._tick()

    def _tick(self) -> None:
        chosen = self._services.preferences.load()
        _check(self._wishes.themes, chosen.theme)
        _check(self._wishes.text_sizes, chosen.text_size)
        self._wishes.show_money.setChecked(chosen.shows_money)
        self._wishes.larger.setEnabled(chosen.text_size < theme.TEXT_SIZES[-1])
        self._wishes.smaller.setEnabled(chosen.text_size > theme.TEXT_SIZES[0])

    def _hear(self, changed: Changed) -> None:
        if changed.what & Change.SETTINGS:
            self._tick()

    def _step(self, by: int) -> None:
        sizes = theme.TEXT_SIZES
        now = self._services.preferences.load().text_size
        nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - now))
        self._save(text_size=sizes[min(max(nearest + by, 0), len(sizes) - 1)])

    def _save(self, **choice: str | int | bool) -> None:
        store = self._services.preferences
        store.save(replace(store.load(), **choice), self._services.clock())  # type: ignore[arg-type]  # by name


def _check(group: QActionGroup, value: object) -> None:
    for action in group.actions():
        action.setChecked(action.data() == value)
