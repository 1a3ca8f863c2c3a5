"""The window one looks back in: four reports, the days they are of, and the way to paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.period import Span
from planner.services.preferences import PreferencesStore
from planner.services.reports.reports import Reports
from planner.ui.kit import printers, prompts, theme, window_state, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.feet import foot
from planner.ui.kit.i18n import _
from planner.ui.kit.paper_size import PaperSize, usual_size
from planner.ui.kit.side import PageList, Side
from planner.ui.kit.tasks import Latest
from planner.ui.kit.windows import Window
from planner.ui.reports import pages, paper, words
from planner.ui.reports.content import Content
from planner.ui.reports.pages import Page
from planner.ui.reports.report_view import ReportView

LONGEST = 300
_SIDE = 134
"""Pixels at 100 % for the names of the reports."""


class ReportsWindow(Window):
    """Counts in a thread of its own, so that a large book holds nothing up. ``shown`` tells that a report stands.

    ``wished`` asks the desk for a ``Wish``: what would fill an empty report.
    """

    person_chosen = Signal(int)
    view_chosen = Signal(object)
    wished = Signal(object)
    shown = Signal()

    def __init__(
        self,
        reports: Reports,
        preferences: PreferencesStore,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
        page: Page = Page.WEEK,
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self._preferences = preferences
        self._clock = clock
        self._spans = dict(pages.FIRST_SPANS)
        self._reading = Latest(reports.let_go, self)
        self._page = page
        self._content: Content | None = None
        self._on_paper: Content | None = None
        self.setWindowTitle(_("Reports"))
        self._make()
        self._lay_out()
        self._connect()
        window_state.begin_with(self, 1040, 760)
        self.contents.setCurrentRow(list(Page).index(page))
        self.contents.setFocus()

    @property
    def content(self) -> Content | None:
        """The report that is shown."""
        return self._content

    def turn_to(self, page: Page) -> None:
        """Show another report."""
        self.contents.setCurrentRow(list(Page).index(page))

    def choose_span(self, span: Span) -> None:
        """Look at other days."""
        self.span.setCurrentIndex(list(Span).index(span))

    def note_win(self) -> None:
        """Keep what was written as something that went well today."""
        now = self._clock()
        if self._write(lambda: self._reports.jar.note(self.win.text(), now.today, now)):
            self.win.clear()
        self.win.setFocus()

    def save_pdf(self) -> None:
        """Ask where to, and write the report there."""
        if self._on_paper is None:
            return
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        title = f"{self._on_paper.title}, {self._clock().today.isoformat()}"
        path = prompts.ask_save_file(self, _("Save the report"), Path(folder) / f"{title}.pdf", [_("PDF (*.pdf)")])
        if path is not None:
            laid = self.laid_out()
            self._put_on_paper(lambda: paper.write_pdf(path, laid, title), _("Saved as {file}."), path.name)

    def print_it(self) -> None:
        """Ask for a printer and print the report."""
        if self._on_paper is None:
            return
        title = self._on_paper.title
        printer = printers.choose_printer(self, self._paper(), _("Print the report"))
        if printer is None:
            return

        def send() -> None:
            with printers.printing(printer, title) as painter:
                self.laid_out().paint_all(painter, printer, printer.resolution())

        self._put_on_paper(send, _("On its way to the printer."), "")

    def laid_out(self) -> paper.Pages:
        """The report on its pages."""
        assert self._on_paper is not None
        return paper.Pages(self._on_paper, self._paper(), self._preferences.load().me_name)

    def done(self, result: int) -> None:
        """What is still being counted is wanted no more (Qt's name)."""
        self._reading.drop()
        super().done(result)

    def _make(self) -> None:
        self.contents = PageList(_("Reports"), self)
        self.contents.fill([pages.title(page) for page in Page], _SIDE)
        self.span = QComboBox(self)
        self.span.setAccessibleName(_("Days"))
        self.span.setAccessibleDescription(self.span.accessibleName())  # on Linux, Qt names a box by its value alone
        self.span.addItems([words.span(span) for span in Span])
        self.view = ReportView(self)
        self.view.setAccessibleName(_("The report"))
        self.win = QLineEdit(self)
        self.win.setMaxLength(LONGEST)
        self.win.setPlaceholderText(_("What went well? A sentence to read again"))
        self.win.setAccessibleName(_("What went well"))
        self.keep = Button(_("Keep it"), "add", parent=self)
        self.tables = Button(_("As a table"), "columns", parent=self)
        self.tables.setCheckable(True)
        self.print_button = Button(_("Print…"), "print", parent=self)
        self.pdf_button = Button(_("Save as PDF…"), "pdf", parent=self)
        self.close_button = Button(_("Close"), kind="primary", parent=self)

    def _lay_out(self) -> None:
        side = Side(_("Reports"), (), self.contents, self)
        column = self._column()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(side)
        row.addLayout(column, 1)

    def _column(self) -> QVBoxLayout:
        """What stands right of the list of reports."""
        self.heading = _label("", "title", self)
        self.days = _label("", "muted", self)
        self.said = LiveLabel("muted", self)
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        for widget in (self.heading, self.days):
            top.addWidget(widget, 0, Qt.AlignmentFlag.AlignBaseline)
        top.addStretch(1)
        top.addWidget(self.span)
        self.jar = QWidget(self)
        jar = QHBoxLayout(self.jar)
        jar.setContentsMargins(0, 0, 0, 0)
        jar.setSpacing(theme.px(8))
        jar.addWidget(self.win, 1)
        jar.addWidget(self.keep)
        column = QVBoxLayout()
        column.setContentsMargins(theme.px(16), theme.px(18), theme.px(12), 0)
        column.setSpacing(theme.px(8))
        top.setContentsMargins(theme.px(8), 0, theme.px(12), 0)
        jar.setContentsMargins(theme.px(8), 0, theme.px(12), 0)
        column.addLayout(top)
        column.addWidget(self.jar)
        column.addWidget(self.view, 1)
        whole = QVBoxLayout()
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        buttons = (self.tables, self.print_button, self.pdf_button, self.close_button)
        whole.addWidget(foot(self, *buttons, said=self.said))
        return whole

    def _connect(self) -> None:
        self.contents.currentRowChanged.connect(self._turn_to)
        self.span.currentIndexChanged.connect(self._choose_span)
        self.view.person_opened.connect(self._open_person)
        self.view.view_opened.connect(self._open_view)
        self.view.win_removed.connect(self._take_out)
        self.view.acted.connect(self._leave_for)
        self.win.returnPressed.connect(self.note_win)
        self.keep.clicked.connect(self.note_win)
        self.tables.toggled.connect(lambda on: self.view.show_tables(are_wanted=on))
        self.print_button.clicked.connect(self.print_it)
        self.pdf_button.clicked.connect(self.save_pdf)
        self.close_button.clicked.connect(self.accept)

    def _turn_to(self, row: int) -> None:
        if row < 0:
            return
        self._page = list(Page)[row]
        self.span.setCurrentIndex(list(Span).index(self._spans[self._page]))
        self.jar.setVisible(self._page is Page.WINS)
        self._count()

    def _choose_span(self, index: int) -> None:
        span = list(Span)[index]
        if span is not self._spans[self._page]:
            self._spans[self._page] = span
            self._count()

    def _count(self) -> None:
        """Count in a thread; only the newest wish is shown."""
        page, span, now = self._page, self._spans[self._page], self._clock()
        self.heading.setText(pages.title(page))
        self._say(_("Counting…"), "muted")
        preferences = self._preferences.load()

        def show(report: object) -> None:
            self._content = pages.content(report, preferences)
            self._on_paper = pages.content(report, preferences, on_paper=True)
            self.heading.setText(self._content.title)
            self.days.setText(self._content.days)
            self.view.show_content(self._content)
            for button in (self.tables, self.print_button, self.pdf_button):
                button.setEnabled(self._content.empty is None)
            self._say("", "muted")
            self.shown.emit()

        def failed(trouble: PlannerError) -> None:
            self._say(wording.error(trouble), "error")

        self._reading.ask(lambda: pages.read(self._reports, page, span, now), show, failed)

    def _open_person(self, person_id: int) -> None:
        self.accept()
        self.person_chosen.emit(person_id)

    def _open_view(self, view: object) -> None:
        self.accept()
        self.view_chosen.emit(view)

    def _leave_for(self, wish: object) -> None:
        self.accept()
        self.wished.emit(wish)

    def _take_out(self, win_id: int) -> None:
        self._write(lambda: self._reports.jar.take_out(win_id, self._clock()))

    def _write(self, write: Callable[[], object]) -> bool:
        try:
            write()
        except PlannerError as trouble:
            self._say(wording.error(trouble), "error")
            return False
        self._count()
        return True

    def _put_on_paper(self, put: Callable[[], object], said: str, file: str) -> None:
        try:
            put()
        except PlannerError as trouble:
            self._say(wording.error(trouble), "error")
        else:
            self._say(said.replace("{file}", file), "muted")

    def _paper(self) -> PaperSize:
        chosen = self._preferences.load()
        return usual_size(chosen.paper, chosen.country)

    def _say(self, text: str, role: str) -> None:
        self.said.setText(text)
        self.said.setProperty("role", role)
        self.said.style().polish(self.said)


def _label(text: str, role: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", role)
    return label
