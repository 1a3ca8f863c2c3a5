"""The side of a window of several pages: what it is called, and the list that turns them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QVBoxLayout, QWidget

from planner.ui.kit import theme


class PageList(QListWidget):
    """The titles of the pages, the shown one marked; Up on the first goes to ``above`` where there is one."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.above: QWidget | None = None
        self.setProperty("kind", "pages")
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fill(self, titles: Sequence[str], narrowest: int = 0) -> None:
        """Show these and be as wide as the longest; ``narrowest`` is in pixels at 100 %, with room for a bar."""
        self.clear()
        self.addItems(titles)
        self.ensurePolished()
        self.setFixedWidth(max(self.sizeHintForColumn(0), theme.px(narrowest)) + theme.px(16))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up leaves the list at its top (Qt's name)."""
        if event.key() == Qt.Key.Key_Up and self.currentRow() <= 0 and self.above is not None:
            self.above.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            super().keyPressEvent(event)


class Side(QFrame):
    """A pane with a title, what stands ``above`` the list, and the list; all words begin on one line."""

    def __init__(self, title: str, above: Sequence[QWidget], pages: PageList, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "pane")
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(8), theme.px(20), theme.px(4), theme.px(8))
        column.setSpacing(theme.px(12))
        heading = QLabel(title, self)
        heading.setProperty("role", "title")
        for widget in (heading, *above):
            inset = QVBoxLayout()
            inset.setContentsMargins(theme.px(8), 0, theme.px(12), 0)
            inset.addWidget(widget)
            column.addLayout(inset)
        column.addWidget(pages, 1)
