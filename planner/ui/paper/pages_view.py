"""The pages of a sheet below each other on the screen, as they will come out of the printer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from planner.ui.kit import theme
from planner.ui.kit.i18n import ngettext
from planner.ui.paper import sheet_words
from planner.ui.paper.layout import LaidOut
from planner.ui.paper.sheet import picture

_AROUND = 24
_WIDEST = 860


class PagesView(QAbstractScrollArea):
    """Shows pages as wide as there is room for; only those in sight are painted, once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._laid: LaidOut | None = None
        self._pictures: dict[tuple[int, int], QPixmap] = {}
        self.setProperty("kind", "reading")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        theme.changed.connect(self.viewport().update)

    def show_pages(self, laid: LaidOut) -> None:
        """Show another sheet, or the same one laid out anew."""
        self._laid = laid
        self._pictures.clear()
        pages = len(laid.pages)
        count = ngettext("{count} page", "{count} pages", pages).format(count=pages)
        self.setAccessibleName(f"{sheet_words.title(laid.sheet)}, {count}")
        self._measure()
        self.viewport().update()

    def page_at(self, index: int) -> QRect:
        """Where a page stands on the screen."""
        size, gap = self._page_size(), theme.px(_AROUND)
        left = max(0, (self.viewport().width() - size.width()) // 2)
        top = gap + index * (size.height() + gap) - self.verticalScrollBar().value()
        return QRect(QPoint(left, top), size)

    def sizeHint(self) -> QSize:
        """Room for a page that can be read (Qt's name)."""
        return QSize(theme.px(640), theme.px(720))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the pages in sight (Qt's name)."""
        painter = QPainter(self.viewport())
        painter.fillRect(self.viewport().rect(), theme.color("sunk"))
        for index in range(len(self._laid.pages) if self._laid else 0):
            place = self.page_at(index)
            if place.intersects(event.rect()):
                painter.drawPixmap(place, self._picture(index, place.width()))
                painter.setPen(theme.color("line"))
                painter.drawRect(place.adjusted(-1, -1, 0, 0))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the pages to the room (Qt's name)."""
        super().resizeEvent(event)
        self._measure()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Follow the scroll bar (Qt's name)."""
        self.viewport().update()

    def _picture(self, index: int, wide: int) -> QPixmap:
        assert self._laid is not None
        ratio = self.devicePixelRatioF()
        key = (index, round(wide * ratio))
        if key not in self._pictures:
            made = QPixmap.fromImage(picture(self._laid, index, key[1]))
            made.setDevicePixelRatio(ratio)
            self._pictures[key] = made
        return self._pictures[key]

    def _page_size(self) -> QSize:
        assert self._laid is not None
        paper = self._laid.paper
        wide = max(200, min(self.viewport().width() - 2 * theme.px(_AROUND), theme.px(_WIDEST)))
        return QSize(wide, round(wide * paper.height / paper.width))

    def _measure(self) -> None:
        if self._laid is None:
            return
        gap = theme.px(_AROUND)
        whole = gap + len(self._laid.pages) * (self._page_size().height() + gap)
        bar = self.verticalScrollBar()
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(theme.px(40))
