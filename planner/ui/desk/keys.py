"""What the keys do, read from the actions themselves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.ui.actions import Actions
from planner.ui.kit import theme, window_state
from planner.ui.kit.buttons import Button
from planner.ui.kit.feet import foot
from planner.ui.kit.i18n import _
from planner.ui.kit.windows import Window


def lines(actions: Actions) -> list[tuple[str, str]]:
    """Keys and what they do: the shortcuts of the menus, then what lists understand."""
    menu = (
        actions.find,
        actions.jump,
        actions.add_person,
        actions.edit_person,
        actions.log,
        actions.gave,
        actions.asked,
        actions.talked,
        actions.promise,
        actions.order,
        actions.activity,
        actions.tag,
        actions.on_sheet,
        actions.print_sheet,
        actions.reports,
        actions.bring_list,
        actions.undo,
        actions.redo,
        actions.history,
        actions.show_today,
        actions.show_person,
        actions.larger,
        actions.smaller,
        actions.back,
        actions.help,
        actions.keys,
    )
    shown = [(_native(action.shortcut()), action.iconText().rstrip("\u2026.")) for action in menu]
    return [
        *shown,
        (_("Arrows"), _("Step through a list")),
        (_native(QKeySequence("Space")), _("Mark people in the list, to do one thing with all of them")),
        (_native(QKeySequence("Return")), _("Open the person")),
        (_native(QKeySequence("Tab")), _("From one part of the window to the next")),
        (_("Letters in a list"), _("Find a person")),
        (_native(QKeySequence("Ctrl+Return")), _("Save a form")),
    ]


def _native(keys: QKeySequence) -> str:
    return keys.toString(QKeySequence.SequenceFormat.NativeText)


class KeysDialog(Window):
    """Two columns: the key, and what it does."""

    def __init__(self, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Keys and gestures"))
        column = QVBoxLayout()
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(12), theme.px(8))
        column.setSpacing(theme.px(14))
        title = QLabel(_("Keys and gestures"), self)
        title.setProperty("role", "title")
        column.addWidget(title)
        column.addWidget(self._scrolling(lines(actions)), 1)
        close = Button(_("Close"), kind="primary", parent=self)
        close.setDefault(True)
        close.clicked.connect(self.accept)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(foot(self, close))
        window_state.begin_with(self, 520, 640)

    def _scrolling(self, shown: Iterable[tuple[str, str]]) -> QScrollArea:
        page = QWidget(self)
        page.setProperty("ground", "clear")
        grid = QGridLayout(page)
        grid.setContentsMargins(0, 0, theme.px(12), 0)
        grid.setHorizontalSpacing(theme.px(16))
        grid.setVerticalSpacing(theme.px(10))
        grid.setColumnStretch(1, 1)
        for place, (keys, meaning) in enumerate(shown):
            key = QLabel(keys, page)
            key.setProperty("role", "key")
            grid.addWidget(key, place, 0, Qt.AlignmentFlag.AlignLeft)
            told = QLabel(meaning, page)
            told.setWordWrap(True)
            grid.addWidget(told, place, 1)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(page)
        scroll.setAccessibleName(_("Keys and gestures"))
        return scroll
