"""What the keys do, read from the actions themselves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.ui.actions import Actions
from planner.ui.kit import theme, window_state
from planner.ui.kit.buttons import Button
from planner.ui.kit.feet import foot
from planner.ui.kit.i18n import _, pgettext
from planner.ui.kit.stylesheet import RING
from planner.ui.kit.windows import Window

Group = tuple[str, list[tuple[str, str]]]
"""What the keys are about, then each with what it does."""


def groups(actions: Actions) -> list[Group]:
    """The shortcuts of the menus by what they are about, then what lists and forms understand."""
    a = actions
    menus = (
        (_("Find and go"), (a.find, a.jump, a.show_today, a.show_person, a.back)),
        (
            pgettext("keys", "People"),
            (a.add_person, a.edit_person, a.log, a.gave, a.asked, a.talked, a.promise, a.tag, a.on_sheet),
        ),
        (pgettext("keys", "Business"), (a.order, a.activity, a.print_sheet, a.reports, a.bring_list, a.export)),
        (pgettext("keys", "Take back"), (a.undo, a.redo, a.history)),
        (_("The window"), (a.larger, a.smaller, a.help, a.keys, a.preferences, a.quit)),
    )
    found = [(title, [_line(action) for action in group]) for title, group in menus]
    by_hand = [
        (_("Arrows"), _("Step through a list")),
        (_native(QKeySequence("Space")), _("Mark people in the list, to do one thing with all of them")),
        (_native(QKeySequence("Return")), _("Open the person")),
        (_native(QKeySequence("Tab")), _("From one part of the window to the next")),
        (_("Letters in a list"), _("Find a person")),
        (_native(QKeySequence("Ctrl+Return")), _("Save a form")),
    ]
    return [*found, (_("In lists and forms"), by_hand)]


def lines(actions: Actions) -> list[tuple[str, str]]:
    """Every key and what it does."""
    return [line for _title, group in groups(actions) for line in group]


def _line(action: QAction) -> tuple[str, str]:
    return _native(action.shortcut()), action.iconText().rstrip("\u2026.")


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


class KeysDialog(Window):
    """Two columns: the key, and what it does."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys and gestures"))
        column = QVBoxLayout()
        column.setContentsMargins(theme.px(16), theme.px(20), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(8))
        title = QLabel(_("Keys and gestures"), self)
        title.setProperty("role", "title")
        head = QVBoxLayout()
        head.setContentsMargins(theme.px(8), 0, 0, 0)
        head.addWidget(title)
        column.addLayout(head)
        column.addWidget(self._scrolling(groups(actions)), 1)
        close = Button(_("Close"), kind="primary", parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(foot(self, close))
        window_state.begin_with(self, 520, 640)

    def _scrolling(self, shown: Iterable[Group]) -> QScrollArea:
        page = QWidget(self)
        page.setProperty("ground", "clear")
        grid = QGridLayout(page)
        grid.setContentsMargins(theme.px(8) - RING, theme.px(8) - RING, theme.px(12), theme.px(8))
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnStretch(1, 1)
        for title, group in shown:
            heading = QLabel(title, page)
            heading.setProperty("role", "section")
            heading.setContentsMargins(0, theme.px(8) if grid.count() else 0, 0, 0)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for keys, meaning in group:
                place = grid.rowCount()
                key = QLabel(keys, page)
                key.setProperty("role", "key")
                grid.addWidget(key, place, 0, Qt.AlignmentFlag.AlignLeft)
                told = QLabel(meaning, page)
                told.setWordWrap(True)
                grid.addWidget(told, place, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setProperty("kind", "reading")
        scroll.setWidget(page)
        scroll.setAccessibleName(_("Keys and gestures"))
        return scroll
