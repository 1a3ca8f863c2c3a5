"""Help on F1: short pages that travel with the program, one subject each."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QListWidget, QTextBrowser, QWidget

from planner.ui.kit import resources, theme
from planner.ui.kit.i18n import _, language


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
        self.contents.addItems([heading for heading, _text in self._pages])
        self.contents.setFixedWidth(self.contents.sizeHintForColumn(0) + theme.px(32))
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(_("The chosen page"))
        self.page.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.page.document().setDocumentMargin(theme.px(20))
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.px(12), theme.px(12), theme.px(12), theme.px(12))
        row.setSpacing(theme.px(12))
        row.addWidget(self.contents)
        row.addWidget(self.page, 1)
        self.contents.currentRowChanged.connect(self._turn_to)
        self.contents.setCurrentRow(0)
        QShortcut(QKeySequence(Qt.Key.Key_F1), self, self.close)
        room = self.screen().availableGeometry().size() - QSize(theme.px(48), theme.px(64))
        self.resize(QSize(theme.px(860), theme.px(600)).boundedTo(room))

    def _turn_to(self, row: int) -> None:
        self.page.setMarkdown(self._pages[row][1])
