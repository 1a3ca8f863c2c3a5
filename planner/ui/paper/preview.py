"""The window before printing: the pages, the size of the paper, who is on the sheet."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSignalBlocker, QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QStackedLayout,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from planner.domain import resources
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.services.preferences import PreferencesStore
from planner.services.sheets import Sheets, SheetView
from planner.ui.kit import printers, prompts, theme, window_state, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.feet import foot
from planner.ui.kit.i18n import _
from planner.ui.kit.paper_size import PaperSize, usual_size
from planner.ui.kit.windows import Window
from planner.ui.paper import printing, sheet_words
from planner.ui.paper.layout import LaidOut, lay_out
from planner.ui.paper.pages_view import PagesView
from planner.ui.paper.sheet import write_pdf

_PERSON = Qt.ItemDataRole.UserRole
_MEMORY = "sheet.paper"
_BEFORE_BOX = 3
"""Pixels that Qt leaves before a box to tick in a list, at any size of text."""


class _OneLine(QStyledItemDelegate):
    """A name asks for no more width than there is, and ends in dots; the whole of it is its tooltip."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as ever (Qt's name)."""
        return QSize(0, super().sizeHint(option, index).height())


class SheetPreview(Window):
    """Shows a call sheet and prints it; from then on it has a number and is remembered."""

    printed = Signal(int)

    def __init__(
        self,
        sheets: Sheets,
        preferences: PreferencesStore,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
        *,
        people_ids: Sequence[int] | None = None,
        number: int | None = None,
    ) -> None:
        super().__init__(parent)
        self._sheets = sheets
        self._preferences = preferences
        self._clock = clock
        self._all = sheets.compose(clock(), people_ids) if number is None else sheets.reopen(number, clock())
        self._printed: SheetView | None = self._all if number is not None else None
        self._build()
        self._choose_paper()
        self._fill_people()
        self._show_pages()

    @property
    def sheet(self) -> SheetView:
        """The sheet with those who are ticked; its number is the one it has or is about to get."""
        wanted = self._wanted()
        lines = tuple(line for line in self._all.lines if line.card.person_id in wanted)
        if self._printed is not None and self._printed.lines == lines:
            return self._printed
        return replace(self._all, lines=lines, number=None)

    @property
    def paper(self) -> PaperSize:
        """The size of the paper."""
        return PaperSize(self._paper.currentData())

    def laid_out(self) -> LaidOut:
        """The sheet on its pages, with the number it will have."""
        sheet = self.sheet
        shown = sheet if sheet.number is not None else replace(sheet, number=self._sheets.next_number())
        return lay_out(shown, self.paper)

    def print_it(self) -> None:
        """Ask for a printer, give the sheet its number and print it."""
        printer = printers.choose_printer(self, self.paper, _("Print call sheet"))
        if printer is not None:
            self._finish(
                lambda laid: printing.print_sheet(printer, laid), _("Sheet {number} is on its way to the printer.")
            )

    def save_pdf(self) -> None:
        """Ask where to, give the sheet its number and write it as PDF."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{sheet_words.title(self.laid_out().sheet)}, {self._all.on.isoformat()}.pdf"
        path = prompts.ask_save_file(self, _("Save the call sheet"), Path(folder) / name, [_("PDF (*.pdf)")])
        if path is not None:
            self.write_to(path)

    def write_to(self, path: Path) -> None:
        """Give the sheet its number and write it as PDF."""
        file = path.name.replace("{", "").replace("}", "")
        done = _("Sheet {number} is saved as {file}.").replace("{file}", file)
        self._finish(lambda laid: self._write(path, laid), done)

    def tick(self, state: Qt.CheckState) -> None:
        """Put everybody on the sheet, or nobody."""
        with QSignalBlocker(self._names):
            for row in range(self._names.rowCount()):
                self._names.item(row).setCheckState(state)
        self._people.viewport().update()
        self._show_pages()

    def _write(self, path: Path, laid: LaidOut) -> None:
        write_pdf(path, laid.sheet, laid.paper)

    def _finish(self, put_on_paper: Callable[[LaidOut], None], done: str) -> None:
        """Number first, as the number stands on the paper; taken back when nothing came out."""
        sheet, now = self.sheet, self._clock()
        is_new = sheet.number is None
        number = self._sheets.remember(sheet, now) if sheet.number is None else sheet.number
        numbered = replace(sheet, number=number)
        try:
            put_on_paper(lay_out(numbered, self.paper))
        except PlannerError as error:
            if is_new:
                self._sheets.forget(number, now)
            self._say(wording.error(error), "error")
            return
        self._printed = numbered
        self._preferences.remember(_MEMORY, self.paper.value)
        self._show_pages()
        self._say(done.format(number=number), "muted")
        self.printed.emit(number)

    def _build(self) -> None:
        self.setWindowTitle(_("Call sheet"))
        window_state.begin_with(self, 1000, 780)
        self._pages = PagesView(self)
        self._paper = QComboBox(self)
        self._people = QListView(self)
        self._people.setItemDelegate(_OneLine(self._people))
        self._people.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._said = LiveLabel(parent=self)
        self._print = Button(_("Print…"), "print", "primary", self)
        self._save = Button(_("Save as PDF…"), "pdf", "", self)
        self._close = Button(_("Close"), "", "", self)
        self._empty = EmptyState("sheet", *self._nobody(), parent=self)
        self._empty.acted.connect(self._fill)
        self._stack = QStackedLayout()
        self._stack.addWidget(self._pages)
        self._stack.addWidget(self._empty)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._side())
        row.addLayout(self._stack, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(foot(self, self._save, self._print, said=self._said, beside=self._close))
        self._print.clicked.connect(self.print_it)
        self._save.clicked.connect(self.save_pdf)
        self._close.clicked.connect(self.accept)
        self._print.setDefault(True)

    def _fill(self) -> None:
        """Everybody again, or back to the list where somebody can be marked."""
        if self._all.lines:
            self.tick(Qt.CheckState.Checked)
        else:
            self.accept()

    def _nobody(self) -> tuple[str, str, str]:
        """What stands where the pages would be: somebody can be ticked, or the day has nobody."""
        if self._all.lines:
            return _("Nobody is on the sheet"), _("Tick somebody at the left."), _("Tick everybody")
        by_hand = _("Or mark people in the list and choose “On today’s sheet”.")
        if self._all.day is None:
            return _("Nobody is on the sheet"), by_hand, _("Go to the list")
        title, text = wording.nobody(self._all.day)
        return title, f"{text} {by_hand}", _("Go to the list")

    def _side(self) -> QFrame:
        side = QFrame(self)
        side.setProperty("kind", "pane")
        side.setFixedWidth(theme.px(280))
        column = QVBoxLayout(side)
        column.setContentsMargins(theme.px(24) - _BEFORE_BOX, theme.px(20), theme.px(20), theme.px(8))
        column.setSpacing(theme.px(8))
        self._heading = QLabel(side)
        self._heading.setProperty("role", "title")
        paper = QLabel(_("Paper"), side)
        paper.setProperty("role", "label")
        paper.setBuddy(self._paper)
        people = QLabel(_("Who is on it"), side)
        people.setProperty("role", "label")
        people.setBuddy(self._people)
        self._people.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self._people.setAccessibleName(_("Who is on it"))
        self._dress()
        theme.changed.connect(self._dress)
        self._paper.setAccessibleName(_("Paper"))
        words = QVBoxLayout()
        words.setContentsMargins(_BEFORE_BOX, 0, 0, 0)
        words.setSpacing(theme.px(8))
        words.addWidget(self._heading)
        words.addSpacing(theme.px(8))
        words.addWidget(paper)
        words.addWidget(self._paper)
        words.addSpacing(theme.px(8))
        words.addWidget(people)
        column.addLayout(words)
        column.addWidget(self._people, 1)
        for widget in (people, self._people):
            widget.setVisible(bool(self._all.lines))
        if not self._all.lines:
            column.addStretch(1)
        return side

    def _dress(self) -> None:
        """Boxes to tick in a list look like boxes to tick elsewhere."""
        t, side = theme.current(), theme.px(16)
        check = resources.path("icons", f"check-{'dark' if t.is_dark else 'light'}.png").as_posix()
        self._people.setStyleSheet(
            "QListView::item { padding: 0px; }"
            f"QListView::indicator {{ width: {side}px; height: {side}px; border: 1px solid {t.faint};"
            f" border-radius: 4px; background: {t.surface}; margin-right: {theme.px(6)}px; }}"
            f"QListView::indicator:checked {{ background: {t.accent}; border-color: {t.accent};"
            f' image: url("{check}"); }}'
        )

    def _choose_paper(self) -> None:
        self._paper.addItem(_("Letter, 8½ × 11 in"), PaperSize.LETTER.value)
        self._paper.addItem(_("A4, 210 × 297 mm"), PaperSize.A4.value)
        chosen = self._preferences.load()
        kept = self._preferences.recall(_MEMORY, "")
        size = usual_size(chosen.paper or (kept if isinstance(kept, str) else ""), chosen.country)
        self._paper.setCurrentIndex(self._paper.findData(size.value))
        self._paper.currentIndexChanged.connect(self._show_pages)

    def _fill_people(self) -> None:
        self._names = QStandardItemModel(self)
        for line in self._all.lines:
            item = QStandardItem(line.card.name)
            item.setData(line.card.person_id, _PERSON)
            item.setToolTip(line.card.name)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsSelectable)
            item.setCheckState(Qt.CheckState.Checked)
            self._names.appendRow(item)
        self._people.setModel(self._names)
        self._names.itemChanged.connect(self._show_pages)

    def _wanted(self) -> frozenset[int]:
        items = (self._names.item(row) for row in range(self._names.rowCount()))
        return frozenset(item.data(_PERSON) for item in items if item.checkState() == Qt.CheckState.Checked)

    def _show_pages(self) -> None:
        laid = self.laid_out()
        is_empty = not laid.sheet.lines
        self._heading.setText(sheet_words.title(laid.sheet))
        self._stack.setCurrentWidget(self._empty if is_empty else self._pages)
        self._pages.show_pages(laid)
        self._print.setEnabled(not is_empty)
        self._save.setEnabled(not is_empty)
        self._say("", "muted")

    def _say(self, text: str, role: str) -> None:
        self._said.setText(text)
        self._said.setProperty("role", role)
        self._said.style().polish(self._said)
