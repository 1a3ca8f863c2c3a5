"""What can be done with several marked people: stands where the views are while more than one is marked."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QSizePolicy

from planner.ui.kit import dates, theme
from planner.ui.kit.buttons import ActionButton, Button, IconButton
from planner.ui.kit.i18n import _, ngettext


class BulkBar(QFrame):
    """The number of people, a button for each wish that fits, the others behind *More*; ``left`` ends the marking."""

    left = Signal()

    def __init__(self, parent: QFrame) -> None:
        super().__init__(parent)
        self.setProperty("kind", "marked")
        self._count = QLabel(self)
        self._count.setProperty("role", "name")
        self._buttons: list[ActionButton] = []
        self._menu = QMenu(self)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more = Button(_("More"), parent=self)
        self._more.setAccessibleName(_("More with those marked"))
        self._more.setMenu(self._menu)
        self._leave = IconButton("close", _("Mark nobody"), self)
        self._leave.clicked.connect(self.left)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(theme.px(12), 0, theme.px(8), 0)
        self._row.setSpacing(theme.px(6))
        self._row.addWidget(self._count)
        self._row.addWidget(self._more)
        self._row.addStretch(1)
        self._row.addWidget(self._leave)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self._arrange)

    def offer(self, wishes: Sequence[QAction]) -> None:
        """Offer these, the first ones in sight longest; one with a menu shows it."""
        for place, wish in enumerate(wishes, start=1):
            button = ActionButton(wish, "", parent=self)
            menu = wish.menu()
            if isinstance(menu, QMenu):
                button.setMenu(menu)
            self._buttons.append(button)
            self._row.insertWidget(place, button)
        self._arrange()

    def say(self, count: int) -> None:
        """About how many people it is."""
        self._count.setText(ngettext("{n} person:", "{n} people:", count).format(n=dates.number(count)))
        self._arrange()

    def said(self) -> str:
        """What the bar says."""
        return self._count.text()

    def shown(self) -> list[str]:
        """The wishes in sight, in their order."""
        return [button.text() for button in self._buttons if not button.isHidden()]

    def sizeHint(self) -> QSize:
        """As high as the row of views (Qt's name)."""
        return QSize(theme.px(400), theme.px(48))

    def minimumSizeHint(self) -> QSize:
        """The number, *More* and the way out (Qt's name)."""
        return QSize(theme.px(200), theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many buttons as fit (Qt's name)."""
        self._arrange()
        super().resizeEvent(event)

    def _arrange(self) -> None:
        gap = self._row.spacing()
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._count.sizeHint().width()
        room -= self._leave.sizeHint().width() + 2 * gap
        offered = [button for button in self._buttons if button.action().isVisible()]
        ends = list(accumulate(button.sizeHint().width() + gap for button in offered))
        if ends and ends[-1] > room:
            room -= self._more.sizeHint().width() + gap
        fitting = {button for button, end in zip(offered, ends, strict=True) if end <= room}
        for button in self._buttons:
            button.setVisible(button in fitting)
        self._more.setVisible(len(fitting) < len(offered))

    def _fill_menu(self) -> None:
        self._menu.clear()
        hidden = [button.action() for button in self._buttons if button.isHidden()]
        self._menu.addActions([wish for wish in hidden if wish.isVisible()])
