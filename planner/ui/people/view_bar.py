"""The saved views as a row of chips; those that do not fit wait behind *More*."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QWidget

from planner.services.listing import View
from planner.ui.kit import dates, theme
from planner.ui.kit.chips import FilterChip
from planner.ui.kit.i18n import _, pgettext


def view_name(view: View) -> str:
    """A saved view in a word or three."""
    return {
        View.EVERYONE: _("Everyone"),
        View.DUE_TODAY: _("Due today"),
        View.GIVE_FIRST: _("Give first"),
        View.READY_FOR_ASK: _("Ready for an ask"),
        View.FRESH_LEADS: _("New faces"),
        View.CUSTOMERS: _("Customers"),
        View.TEAM: pgettext("view", "Team"),
        View.NO_NEXT_STEP: _("No next step"),
        View.HOMEWORK: _("Homework first"),
        View.LEAVE_IN_PEACE: _("Leave in peace"),
        View.ARCHIVED: _("Put away"),
    }[view]


class ViewBar(QFrame):
    """Chips with counts; ``chosen`` brings the view."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._counts: Mapping[View, int] = {}
        self._group = QButtonGroup(self)
        self._chips: dict[View, FilterChip] = {}
        for view in View:
            chip = FilterChip(view_name(view), self)
            chip.clicked.connect(lambda _checked, view=view: self.chosen.emit(view))
            self._group.addButton(chip)
            self._chips[view] = chip
        self._more = FilterChip(_("More"), self)
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self._group.addButton(self._more)
        self._hidden: list[View] = []
        self._now = View.EVERYONE
        self._chips[self._now].setChecked(True)
        theme.changed.connect(self._arrange)

    def choose(self, view: View) -> None:
        """Show which view is the present one."""
        self._now = view
        self._arrange()

    def set_counts(self, counts: Mapping[View, int]) -> None:
        """Show how many people there are in each view; a view of nobody shows no number."""
        self._counts = counts
        for view, chip in self._chips.items():
            chip.set_count(self._count(view))
        self._arrange()

    def sizeHint(self) -> QSize:
        """One row of chips with air around it (Qt's name)."""
        return QSize(theme.px(400), theme.px(48))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for one chip and *More* (Qt's name)."""
        return QSize(theme.px(200), theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as fit (Qt's name)."""
        self._arrange()
        super().resizeEvent(event)

    def _count(self, view: View) -> str:
        count = self._counts.get(view, 0)
        return dates.number(count) if count else ""

    def _arrange(self) -> None:
        gap, height = theme.px(8), theme.px(32)
        x, top = theme.px(12), (self.height() - height) // 2
        more = self._more.sizeHint().width() + gap
        room = self.width() - theme.px(12)
        needed = sum(chip.sizeHint().width() + gap for chip in self._chips.values())
        limit = room if x + needed - gap <= room else room - more
        self._hidden = []
        for view, chip in self._chips.items():
            width = chip.sizeHint().width()
            is_shown = not self._hidden and x + width <= limit
            chip.setVisible(is_shown)
            if not is_shown:
                self._hidden.append(view)
                continue
            chip.setGeometry(x, top, width, height)
            x += width + gap
        self._show_more(x, top, height)
        for view, chip in self._chips.items():
            chip.setChecked(view is self._now)
        self._more.setChecked(self._now in self._hidden)

    def _show_more(self, x: int, top: int, height: int) -> None:
        self._more.setVisible(bool(self._hidden))
        is_here = self._now in self._hidden
        self._more.rename(view_name(self._now) if is_here else _("More"), self._count(self._now) if is_here else "")
        width = min(self._more.sizeHint().width(), max(0, self.width() - x - theme.px(8)))
        self._more.setGeometry(x, top, width, height)

    def _fill_menu(self) -> None:
        self._menu.clear()
        for view in self._hidden:
            count = self._count(view)
            name = view_name(view).replace("&", "&&")
            entry = self._menu.addAction(f"{name}\t{count}" if count else name)
            entry.setCheckable(True)
            entry.setChecked(view is self._now)
            entry.triggered.connect(lambda _checked, view=view: self.chosen.emit(view))
        self._menu.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
