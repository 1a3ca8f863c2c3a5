"""Help on F1: short pages that travel with the program, one subject each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import (
    QFont,
    QKeySequence,
    QShortcut,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QListWidget, QTextBrowser, QVBoxLayout, QWidget

from planner.domain import resources
from planner.ui.kit import theme
from planner.ui.kit.i18n import _, language

_LINE_HEIGHT = 125
_READABLE = 600
"""No line is longer than this, whatever the width of the window; at 100 %."""
_HEADINGS = {1: 20, 2: 16}


def pages() -> list[tuple[str, str]]:
    """Heading and Markdown of every page in the user's language, else in English, in their order."""
    folder = resources.path("help", language())
    if not folder.is_dir():
        folder = resources.path("help", "en")
    return [_read(path) for path in sorted(folder.glob("*.md"))]


def _read(path: Path) -> tuple[str, str]:
    text = path.read_text(encoding="utf-8")
    return text.split("\n", 1)[0].removeprefix("# "), text


class HelpWindow(QDialog):
    """The pages at the left, the chosen one at the right; it stays open beside the work."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self._pages = pages()
        self.contents = QListWidget(self)
        self.contents.setAccessibleName(_("Pages"))
        self.contents.setFrameShape(QFrame.Shape.NoFrame)
        self.contents.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.contents.addItems([heading for heading, _text in self._pages])
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(_("The chosen page"))
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setOpenLinks(False)
        self.page.viewport().installEventFilter(self)
        self._lay_out()
        self.contents.currentRowChanged.connect(self._turn_to)
        theme.changed.connect(self._dress)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self.close)
        self._dress()
        self.contents.setCurrentRow(0)
        self.contents.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep lines readable as the window grows (Qt's name)."""
        if watched is self.page.viewport() and event.type() == QEvent.Type.Resize:
            self._fit_lines()
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        side = QFrame(self)
        side.setProperty("kind", "pane")
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.px(8), theme.px(20), theme.px(8), theme.px(12))
        column.setSpacing(theme.px(12))
        title = QLabel(_("Help"), side)
        title.setProperty("role", "title")
        title.setContentsMargins(theme.px(8), 0, theme.px(8), 0)
        column.addWidget(title)
        column.addWidget(self.contents, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(4), theme.px(4))
        row.setSpacing(theme.px(4))
        row.addWidget(side)
        row.addWidget(self.page, 1)

    def _dress(self) -> None:
        """Sizes and colours of the theme; the page is set anew in them."""
        self.page.setStyleSheet(_ground())
        self.contents.ensurePolished()
        self.contents.setFixedWidth(self.contents.sizeHintForColumn(0) + theme.px(12))
        self.contents.scheduleDelayedItemsLayout()
        room = self.screen().availableGeometry().size() - QSize(theme.px(32), theme.px(48))
        self.resize(QSize(theme.px(880), theme.px(600)).boundedTo(room))
        self._turn_to(self.contents.currentRow())

    def _turn_to(self, row: int) -> None:
        if 0 <= row < len(self._pages):
            document = self.page.document()
            document.setDefaultFont(theme.font())
            document.setIndentWidth(theme.px(24))
            self.page.setMarkdown(self._pages[row][1])
            _set(document)
            self._fit_lines()
            self.page.moveCursor(QTextCursor.MoveOperation.Start)

    def _fit_lines(self) -> None:
        frame = self.page.document().rootFrame()
        shape = frame.frameFormat()
        side = theme.px(24)
        shape.setLeftMargin(side)
        shape.setTopMargin(theme.px(20))
        shape.setBottomMargin(theme.px(20))
        shape.setRightMargin(max(side, self.page.viewport().width() - side - theme.px(_READABLE)))
        frame.setFrameFormat(shape)


def _ground() -> str:
    """The page lies on the window itself; only the ring of the keys shows around it."""
    colors = theme.current()
    return (
        f"QTextBrowser {{ background: {colors.paper}; border: 2px solid {colors.paper}; padding: 0px; }}"
        f"QTextBrowser:focus {{ border: 2px solid {colors.accent}; padding: 0px; }}"
    )


def _set(document: QTextDocument) -> None:
    """Give headings, bold words and lines the type and air of the program's other windows."""
    block = document.begin()
    while block.isValid():
        _set_block(block)
        block = block.next()


def _set_block(block: QTextBlock) -> None:
    level = block.blockFormat().headingLevel()
    shape = QTextBlockFormat()
    shape.setLineHeight(_LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setTopMargin(theme.px(8) if level > 1 else 0)
    shape.setBottomMargin(theme.px(12 if level == 1 else 10))
    cursor = QTextCursor(block)
    cursor.mergeBlockFormat(shape)
    for start, length, letters in _pieces(block):
        strong = level or letters.fontWeight() > QFont.Weight.Medium
        letters.clearProperty(letters.Property.FontSizeAdjustment)
        made = theme.font(_HEADINGS.get(level, theme.BODY), 650 if strong else 400)
        made.setItalic(letters.fontItalic())
        letters.setFont(made)
        cursor.setPosition(start)
        cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
        cursor.setCharFormat(letters)


def _pieces(block: QTextBlock) -> list[tuple[int, int, QTextCharFormat]]:
    """Start, length and letters of each piece; taken down first, for setting one moves the others."""
    found, pieces = [], block.begin()
    while not pieces.atEnd():
        piece = pieces.fragment()
        found.append((piece.position(), piece.length(), piece.charFormat()))
        pieces += 1
    return found
