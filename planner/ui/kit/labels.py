"""Labels for words of any length: one line that ends in an ellipsis, or lines that break anywhere if they must."""

from __future__ import annotations

import re
from html import escape

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from planner.ui.kit import theme
from planner.ui.kit.broken_text import tied, wrapped
from planner.ui.kit.buttons import Button

LONGEST_WORD = 24
_LONG = re.compile(rf"\S{{{LONGEST_WORD + 1},}}")


def breakable(text: str) -> str:
    """``text`` with places to break inside words too long for a narrow pane; they show as nothing. Dates hold."""
    return tied(_LONG.sub(lambda word: "\u200b".join(_pieces(word[0])), text))


def line_height(label: QLabel) -> int:
    """The height of a line of a label: letters that come from another font may be taller than its own."""
    metrics, text = label.fontMetrics(), label.text()
    return metrics.height() if text.isascii() else max(metrics.height(), metrics.boundingRect(text).height())


def _pieces(word: str) -> list[str]:
    return [word[at : at + LONGEST_WORD] for at in range(0, len(word), LONGEST_WORD)]


class ElidedLabel(QLabel):
    """One line of plain text that never asks for more width than there is; what does not fit becomes ``dots``."""

    def __init__(
        self,
        role: str = "",
        parent: QWidget | None = None,
        dots: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
    ) -> None:
        super().__init__(parent)
        self._dots = dots
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def minimumSizeHint(self) -> QSize:
        """A few letters (Qt's name)."""
        metrics = self.fontMetrics()
        return QSize(metrics.averageCharWidth() * 4, line_height(self))

    def sizeHint(self) -> QSize:
        """The whole text in one line (Qt's name)."""
        metrics = self.fontMetrics()
        return QSize(metrics.horizontalAdvance(self.text()) + 2, line_height(self))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Offer the whole text as a tooltip where it does not fit (Qt's name)."""
        super().resizeEvent(event)
        self._tell_rest()

    def setText(self, text: str) -> None:
        """Show a text, its lines run together (Qt's name)."""
        super().setText(" ".join(text.split()))
        self._tell_rest()

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's signature
        """Draw as much as fits (Qt's name)."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = self.fontMetrics().elidedText(self.text(), self._dots, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)

    def _tell_rest(self) -> None:
        fits = self.fontMetrics().horizontalAdvance(self.text()) <= self.contentsRect().width()
        self.setToolTip("" if fits else self.text())


class ShortLabel(ElidedLabel):
    """Plain text in at most ``most`` lines that never asks for more width than there is; the rest becomes dots."""

    def __init__(self, role: str = "", parent: QWidget | None = None, most: int = 2) -> None:
        self._most = most
        self._known: dict[tuple[int, int], tuple[str, ...]] = {}
        super().__init__(role, parent)
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Narrower means another line (Qt's name)."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as the text takes (Qt's name)."""
        self.ensurePolished()
        return max(1, len(self._lines(width, self._most))) * line_height(self)

    def paintEvent(self, event: QPaintEvent) -> None:  # Qt's signature
        """Draw as much as fits (Qt's name)."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        room = self.contentsRect()
        shown = "\n".join(self._lines(room.width(), self._most))
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading), shown)

    def _tell_rest(self) -> None:
        fits = len(self._lines(self.contentsRect().width(), self._most + 1)) <= self._most
        self.setToolTip("" if fits else self.text())

    def setText(self, text: str) -> None:
        """Show another text (Qt's name)."""
        self._known.clear()
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        """Other letters break elsewhere (Qt's name)."""
        self._known.clear()
        super().changeEvent(event)

    def _lines(self, width: int, most: int) -> tuple[str, ...]:
        """The text broken to a width; a layout asks again and again."""
        if (width, most) not in self._known:
            self._known[width, most] = wrapped(self.text(), self.font(), width, most)
        return self._known[width, most]


class Handle(Button):
    """An unseen button over words that can be pressed: the keys go to it, and whoever listens hears that it is one."""

    turned = Signal()
    """The keys have come, or gone."""

    def __init__(self, words: QLabel) -> None:
        super().__init__("", parent=words)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        words.setFocusProxy(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Nothing: the words below show whether they have the keys (Qt's name)."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the words show it (Qt's name)."""
        super().focusInEvent(event)
        self.turned.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Let the words show it (Qt's name)."""
        super().focusOutEvent(event)
        self.turned.emit()


class LinkLabel(QLabel):
    """A sentence that ends in a link; ``link_activated`` tells of a click on it, or of Enter after Tab."""

    link_activated = Signal()

    def __init__(self, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.linkActivated.connect(lambda _link: self.link_activated.emit())
        self.handle = Handle(self)
        self.handle.clicked.connect(self.link_activated)
        self.handle.turned.connect(self._show)
        self._sentence = self._link = ""
        theme.changed.connect(self._show)

    def say(self, sentence: str, link: str) -> None:
        """Show a plain sentence, and after it a link if there is one."""
        self._sentence, self._link = sentence, link
        self._show()
        self.setAccessibleName(f"{sentence} {link}".strip())
        self.handle.setAccessibleName(link)
        self.handle.setAccessibleDescription(sentence)
        self.handle.setVisible(bool(link))
        self.setVisible(bool(sentence or link))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The handle is where the words are (Qt's name)."""
        super().resizeEvent(event)
        self.handle.setGeometry(self.rect())

    def _show(self) -> None:
        colors = theme.current()
        style = f"color: {colors.ink}"
        if self.hasFocus():
            style = f"color: {colors.on_accent}; background-color: {colors.accent}"
        link = escape(self._link).replace(" ", "\u00a0")
        anchor = f'<a href="#" style="{style}">{link}</a>' if link else ""
        self.setText(f"{escape(breakable(self._sentence))} {anchor}".strip())
