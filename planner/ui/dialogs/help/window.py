"""The window of the help: its pages at the left, the chosen one at the right; it stays open beside the work."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QSignalBlocker, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import PlannerError
from planner.ui.dialogs.help import on_paper
from planner.ui.dialogs.help.pages import Page, pages
from planner.ui.dialogs.help.setting import Manner, set_page
from planner.ui.kit import dates, printers, prompts, theme, window_state, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button, IconButton
from planner.ui.kit.fields import make_clearable
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.paper_size import PaperSize
from planner.ui.kit.side import PageList, Side
from planner.ui.kit.windows import Window

_SIDE = 214
"""Pixels at 100 % for the titles of the pages."""
_READABLE = 600
"""No line is longer than this, whatever the width of the window; at 100 %."""


class HelpWindow(Window):
    """Turning pages by the list, by links, by words typed above the list; back and forward as in a browser."""

    def __init__(self, paper: PaperSize, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Help"))
        self._paper = paper
        self._pages = pages()
        self._shown: list[Page] = list(self._pages)
        self._trail: list[str] = []
        self._at = -1
        self._make_side()
        self._make_head()
        self.page = QTextBrowser(self)
        self.page.setAccessibleName(_("The chosen page"))
        self.page.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.page.setOpenLinks(False)
        self.page.anchorClicked.connect(self._follow)
        self.page.viewport().installEventFilter(self)
        self._lay_out()
        self._connect()
        self._dress()
        self._fill("")
        self.contents.setCurrentRow(0)
        self.contents.setFocus()

    @property
    def chosen(self) -> Page:
        """The page that is shown."""
        name = self._trail[self._at]
        return next(page for page in self._pages if page.name == name)

    def show_page(self, name: str) -> None:
        """Turn to a page by its name; one that does not exist changes nothing."""
        if name in {page.name for page in self._pages}:
            self.line.clear()
            self._turn_to(name)

    def go(self, by: int) -> None:
        """Back (-1) or forward (1) among the pages that were looked at."""
        if 0 <= self._at + by < len(self._trail):
            self._at += by
            self._show()

    def print_it(self) -> None:
        """Ask for a printer and print the page."""
        printer = printers.choose_printer(self, self._paper, _("Print this page"))
        if printer is None:
            return
        try:
            with printers.printing(printer, self.chosen.heading) as painter:
                on_paper.paint(painter, printer, self.chosen, self._paper, printer.resolution())
        except PlannerError as trouble:
            prompts.tell(self, _("That did not work"), wording.error(trouble))

    def save_pdf(self) -> None:
        """Ask where to, and write the page as PDF."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        suggested = Path(folder) / f"{self.chosen.heading}.pdf"
        path = prompts.ask_save_file(self, _("Save this page"), suggested, [_("PDF (*.pdf)")])
        if path is None:
            return
        try:
            on_paper.write_pdf(path, self.chosen, self._paper)
        except PlannerError as trouble:
            prompts.tell(self, _("That did not work"), wording.error(trouble))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep lines readable as the window grows; Down goes from the search to what it found (Qt's name)."""
        if watched is self.line and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and self.contents.count():
                self.contents.setCurrentRow(max(self.contents.currentRow(), 0))
                self.contents.setFocus(Qt.FocusReason.TabFocusReason)
                return True
        elif watched is self.page.viewport() and event.type() == QEvent.Type.Resize:
            self._fit_lines()
        return super().eventFilter(watched, event)

    def _make_side(self) -> None:
        self.line = QLineEdit(self)
        self.line.setProperty("kind", "search")
        make_clearable(self.line)
        self.line.installEventFilter(self)
        self.line.setPlaceholderText(_("Find in the help…"))
        self.line.setAccessibleName(_("Find in the help"))
        self.contents = PageList(_("Pages"), self)
        self.contents.above = self.line
        self.nothing = QLabel(_("No page says that. Try fewer or other words."), self)
        self.nothing.setProperty("role", "muted")
        self.nothing.setWordWrap(True)
        self.nothing.hide()

    def _make_head(self) -> None:
        self.back_button = IconButton("chevron_left", _("Back"), self)
        self.forward_button = IconButton("chevron_right", _("Forward"), self)
        for button in (self.back_button, self.forward_button):
            button.setAutoRepeat(True)
        self.found = LiveLabel("small", self)
        self.found.setWordWrap(False)
        self.next_button = Button(_("Next place"), kind="link", parent=self)
        self.next_button.setAutoRepeat(True)
        self.next_button.setToolTip(_("Enter in the search line does the same"))
        self.print_button = Button(_("Print…"), "print", "quiet", self)
        self.pdf_button = Button(_("Save as PDF…"), "pdf", "quiet", self)

    def _lay_out(self) -> None:
        side = Side(_("Help"), (self.line, self.nothing), self.contents, self)
        head = QHBoxLayout()
        head.setContentsMargins(theme.px(8), theme.px(12), theme.px(12), 0)
        head.setSpacing(theme.px(4))
        for button in (self.back_button, self.forward_button):
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.print_button)
        head.addWidget(self.pdf_button)
        right = QVBoxLayout()
        right.setContentsMargins(0, 0, 0, theme.px(4))
        right.setSpacing(theme.px(4))
        right.addLayout(head)
        places = QHBoxLayout()
        places.setContentsMargins(theme.px(24) + 2, 0, theme.px(12), 0)
        places.setSpacing(theme.px(8))
        places.addWidget(self.found)
        places.addWidget(self.next_button)
        places.addStretch(1)
        right.addLayout(places)
        right.addWidget(self.page, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, theme.px(4), 0)
        row.setSpacing(theme.px(4))
        row.addWidget(side)
        row.addLayout(right, 1)

    def _connect(self) -> None:
        self.line.textChanged.connect(self._fill)
        self.line.returnPressed.connect(self.next_place)
        self.contents.currentRowChanged.connect(self._choose)
        self.next_button.clicked.connect(self.next_place)
        self.back_button.clicked.connect(lambda: self.go(-1))
        self.forward_button.clicked.connect(lambda: self.go(1))
        self.print_button.clicked.connect(self.print_it)
        self.pdf_button.clicked.connect(self.save_pdf)
        theme.changed.connect(self._dress)
        for keys, act in (
            (QKeySequence(Qt.Key.Key_F1), self.close),
            (QKeySequence(QKeySequence.StandardKey.Find), self.line.setFocus),
            (QKeySequence(QKeySequence.StandardKey.Back), lambda: self.go(-1)),
            (QKeySequence(QKeySequence.StandardKey.Forward), lambda: self.go(1)),
            (QKeySequence(QKeySequence.StandardKey.Print), self.print_it),
        ):
            QShortcut(keys, self, act)

    def _dress(self) -> None:
        """Sizes and colours of the theme; the page is set anew in them."""
        self.page.setStyleSheet(_ground())
        window_state.begin_with(self, 960, 760)
        if self._at >= 0:
            self._show()

    # Which pages

    def _fill(self, asked: str) -> None:
        """The pages that hold every word asked, or all of them; what is shown stays where it may."""
        counts = {page.name: len(page.places(asked)) for page in self._pages} if asked.strip() else {}
        self._shown = [page for page in self._pages if not counts or counts[page.name]]
        with QSignalBlocker(self.contents):
            self.contents.fill([_titled(page, counts.get(page.name, 0)) for page in self._shown], _SIDE)
            for row, page in enumerate(self._shown if counts else ()):
                item, places = self.contents.item(row), _places(counts[page.name])
                item.setToolTip(places)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{page.heading}, {places}")
        self.nothing.setVisible(not self._shown)
        names = [page.name for page in self._shown]
        if self._at >= 0 and self.chosen.name in names:
            self._show()
        elif names and self._at >= 0:
            self._turn_to(names[0])
        elif self._at >= 0:
            self._mark()

    def _choose(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self._turn_to(self._shown[row].name)

    def _follow(self, link: QUrl) -> None:
        self.show_page(link.toString())

    def _turn_to(self, name: str) -> None:
        if self._at < 0 or self.chosen.name != name:
            self._trail[self._at + 1 :] = [name]
            self._at += 1
        self._show()

    # The page

    def _show(self) -> None:
        """Show the chosen page from its top, or from the first place that was asked for."""
        chosen = self.chosen
        manner = Manner(theme.font, theme.px, theme.color("accent"))
        set_page(self.page.document(), chosen.text, manner)
        self._fit_lines()
        self.page.moveCursor(QTextCursor.MoveOperation.Start)
        with QSignalBlocker(self.contents):
            self.contents.setCurrentRow(self._shown.index(chosen) if chosen in self._shown else -1)
        self.back_button.setEnabled(self._at > 0)
        self.forward_button.setEnabled(self._at + 1 < len(self._trail))
        self._mark()
        if self._places:
            self.next_place()

    def _mark(self) -> None:
        """Mark every place of the page that was asked for."""
        asked = self.line.text()
        self._places = self.chosen.places(asked) if asked.strip() else []
        marks = []
        for start, length in self._places:
            mark = QTextEdit.ExtraSelection()
            cursor = QTextCursor(self.page.document())
            cursor.setPosition(start)
            cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            mark.cursor = cursor
            mark.format.setBackground(theme.color("caution_soft"))
            mark.format.setForeground(theme.color("caution_text"))
            mark.format.setFontUnderline(True)
            marks.append(mark)
        self.page.setExtraSelections(marks)
        self.next_button.setVisible(len(self._places) > 1)
        self.found.setText(_places(len(self._places)) if self._places else "")
        self.found.setVisible(bool(self._places))

    def next_place(self) -> None:
        """Go to the next place that was asked for, after the last again to the first."""
        if not self._places:
            return
        here = self.page.textCursor().position()
        start, length = next((place for place in self._places if place[0] >= here), self._places[0])
        cursor = self.page.textCursor()
        cursor.setPosition(start + length)
        self.page.setTextCursor(cursor)
        self.page.ensureCursorVisible()

    def _fit_lines(self) -> None:
        frame = self.page.document().rootFrame()
        shape = frame.frameFormat()
        side = theme.px(24)
        shape.setLeftMargin(side)
        shape.setTopMargin(theme.px(12))
        shape.setBottomMargin(theme.px(20))
        shape.setRightMargin(max(side, self.page.viewport().width() - side - theme.px(_READABLE)))
        frame.setFrameFormat(shape)


def _titled(page: Page, places: int) -> str:
    """A line of the list: the heading, and in how many places it says what was asked."""
    if not places:
        return page.heading
    return _("{heading} · {places}").format(heading=page.heading, places=dates.number(places))


def _places(count: int) -> str:
    return ngettext("{count} place", "{count} places", count).format(count=dates.number(count))


def _ground() -> str:
    """The page lies on the window itself; only the ring of the keys shows around it."""
    colors = theme.current()
    return (
        f"QTextBrowser {{ background: {colors.paper}; border: 2px solid {colors.paper}; padding: 0px; }}"
        f"QTextBrowser:focus {{ border: 2px solid {colors.accent}; padding: 0px; }}"
    )
