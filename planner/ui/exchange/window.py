"""Bringing people in: choose a file, look at everybody, say where they are from, and see what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.person import Closeness
from planner.services.draft_rows import shown_name
from planner.services.exchange.book_json import BookImport
from planner.services.exchange.imports import ImportResult, Imports
from planner.services.exchange.preview import ImportOptions, Preview, PreviewRow
from planner.services.exchange.reading.table import Left
from planner.services.exchange.undoing import UndoneImport
from planner.services.preferences import PreferencesStore
from planner.ui.exchange import words
from planner.ui.exchange.busy_page import BusyPage
from planner.ui.exchange.choose_page import ChoosePage
from planner.ui.exchange.foot import Foot
from planner.ui.exchange.look_page import LookPage
from planner.ui.exchange.result_page import NewPerson, ResultPage
from planner.ui.exchange.saving import save_left_out
from planner.ui.kit import dates, prompts, tasks, theme, window_state, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.windows import Window

_PATIENCE = 150
"""Milliseconds after a change before the file is read again."""


class ImportWindow(Window):
    """Nothing is written before *Bring in* is pressed, and everything can be taken back."""

    def __init__(
        self,
        imports: Imports,
        preferences: PreferencesStore,
        clock: Callable[[], Moment],
        parent: QWidget | None = None,
        path: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._imports = imports
        self._preferences = preferences
        self._clock = clock
        self._path: Path | None = None
        self._task: tasks.Task | None = None
        self._turn = 0
        self._unread = ""
        self._imported: ImportResult | None = None
        self.setWindowTitle(_("Bring people in"))
        self.setModal(True)
        self.setAcceptDrops(True)
        self.choose = ChoosePage(self)
        self.look = LookPage(self)
        self.busy = BusyPage(self)
        self.outcome = ResultPage(self)
        self.pages = QStackedWidget(self)
        for page in (self.choose, self.look, self.busy, self.outcome):
            self.pages.addWidget(page)
        self.foot = Foot(self)
        self._again = QTimer(self, singleShot=True, interval=_PATIENCE)
        self._put_together()
        self._connect()
        room = window_state.room(self)
        self.setMinimumSize(min(theme.px(900), room.width()), min(theme.px(560), room.height()))
        if not window_state.restore_window(preferences, "import", self):
            self.resize(min(theme.px(1100), room.width()), min(theme.px(720), room.height()))
        self._show(self.choose)
        if path is not None:
            self.open_file(path)

    def open_file(self, path: Path) -> None:
        """Look at a file."""
        self._path = path
        self.choose.say_trouble("")
        self._work(
            _("Reading {file}…").format(file=path.name), lambda progress: self._looked_at(path, progress), self._seen
        )

    def bring_in(self) -> None:
        """Bring everybody new in."""
        preview = self.look.preview
        if preview is None or self._unread or not self.look.origin.is_answered():
            return
        kind, name = self.look.origin.source()
        tag, closeness, now = self.look.origin.tag.text().strip(), self.look.origin.near(), self._clock()

        def work(progress: tasks.Progress) -> ImportResult:
            return self._imports.commit(preview.decided(kind, name, tag, closeness), now, progress)

        self._work(_("Bringing people in…"), work, self._brought, counts_people=True)

    def take_back(self, batch_id: int) -> None:
        """Take an import back; whoever was touched since stays."""
        now = self._clock()
        self._work(_("Taking it back…"), lambda _progress: self._imports.undo(batch_id, now), self._taken_back)

    # Reading

    def _looked_at(self, path: Path, progress: tasks.Progress) -> Preview | Path:
        if self._imports.is_book(path):
            return path
        return self._imports.preview(path, ImportOptions(), self._clock(), progress)

    def _seen(self, found: Preview | Path) -> None:
        if isinstance(found, Path):
            self._offer_book(found)
            return
        self._unread = ""
        self.look.show_preview(found, self._clock().today)
        self._show(self.look)
        self.look.show_first()

    def _read_again(self) -> None:
        """Read the file with other options; the page stays as it is until the answer is there."""
        path, options, now = self._path, self.look.options(), self._clock()
        if path is None or self.look.preview is None:
            return
        self._run(
            lambda progress: self._imports.preview(path, options, now, progress),
            self._seen_again,
            lambda trouble: self._hold_back(wording.error(trouble)),
        )

    def _wait(self) -> None:
        """What is shown is not how it would be read now: nobody comes in until it is read again."""
        self._hold_back(_("Reading…"))
        self._again.start()

    def _hold_back(self, why: str) -> None:
        self._unread = why
        self._react()

    def _seen_again(self, preview: Preview) -> None:
        self._unread = ""
        self.look.show_preview(preview, self._clock().today)
        self._react()

    # Whole books

    def _offer_book(self, path: Path) -> None:
        self._show(self.choose)
        text = _("{file} holds a whole book. Its people are added to yours; Undo takes them out again.")
        if prompts.confirm(self, _("Bring a whole book in?"), text.format(file=path.name), _("Bring in")):
            now = self._clock()
            self._work(
                _("Bringing people in…"),
                lambda progress: self._imports.bring_book(path, now, progress),
                self._book_brought,
                counts_people=True,
            )

    def _book_brought(self, done: BookImport) -> None:
        text = ngettext("{count} person came in.", "{count} people came in.", done.people)
        lines = [text.format(count=dates.number(done.people))]
        if done.already:
            text = ngettext(
                "{count} was already there and stays as they are.",
                "{count} were already there and stay as they are.",
                done.already,
            )
            lines.append(text.format(count=dates.number(done.already)))
        if done.views:
            text = ngettext("{count} view was added to yours.", "{count} views were added to yours.", done.views)
            lines.append(text.format(count=dates.number(done.views)))
        if not done.is_whole:
            lines.append(_("Your preferences stay as they are."))
        self.outcome.show_text(_("The book is in"), "\n".join(lines))
        self._show(self.outcome)

    # What came of it

    def _brought(self, result: ImportResult) -> None:
        self._imported = result
        closeness = self.look.origin.near()
        people = [
            NewPerson(person_id, shown_name(row.draft), closeness)
            for person_id, row in zip(result.people, result.rows, strict=True)
        ]
        left: list[PreviewRow | Left] = [*result.already, *result.skipped]
        self.outcome.show_result(people, left, is_locked=result.source_is_locked, file_name=result.file_name)
        self._show(self.outcome)

    def _taken_back(self, undone: UndoneImport) -> None:
        self._imported = None
        gone = ngettext("{count} person is out again.", "{count} people are out again.", undone.removed)
        lines = [gone.format(count=dates.number(undone.removed))]
        if undone.kept:
            lines.append(_("These stay, because something happened with them since:"))
            lines += words.who_stays(undone.kept)
        self.outcome.show_text(_("{file} is taken back").format(file=undone.file_name), "\n".join(lines))
        self._show(self.outcome)

    def _mark(self, ids: list[int], closeness: Closeness) -> None:
        self._imports.mark(ids, closeness, self._clock())
        self.outcome.note_marked(ids, closeness)

    def _save_left_out(self) -> None:
        if self.look.preview is not None:
            save_left_out(self, self._imports, self.look.preview, self.outcome.left.rows())

    def newest_person(self) -> int | None:
        """Somebody of the list that came in, or None when nothing did or it was taken back."""
        return next(iter(self._imported.people), None) if self._imported else None

    # The frame

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files that are dragged here (Qt's name)."""
        if self._dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Look at a file that was dropped (Qt's name)."""
        path = self._dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.open_file(path)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop what runs and remember the place (Qt's name)."""
        self._leave()
        super().closeEvent(event)

    def done(self, result: int) -> None:
        """Stop what runs and remember the place (Qt's name)."""
        self._leave()
        super().done(result)

    def _leave(self) -> None:
        self._stop()
        window_state.remember_window(self._preferences, "import", self)

    def _dropped(self, event: QDropEvent) -> Path | None:
        """The file in it; none is taken while people come in."""
        urls = [url for url in event.mimeData().urls() if url.isLocalFile()]
        is_busy = self.pages.currentWidget() is self.busy
        return Path(urls[0].toLocalFile()) if len(urls) == 1 and not is_busy else None

    def _ask_file(self) -> None:
        lists = _("Lists of people (*.csv *.vcf *.txt *.tsv *.json)")
        path = prompts.ask_open_file(self, _("Choose a file"), [lists, _("All files (*)")])
        if path is not None:
            self.open_file(path)

    def _ask_undo(self, batch_id: int) -> None:
        text = _("Whoever you changed or contacted since then stays; everybody else goes. Undo brings them back.")
        if prompts.confirm(self, _("Take this import back?"), text, _("Take back")):
            self.take_back(batch_id)

    def _work(
        self,
        heading: str,
        work: Callable[[tasks.Progress], Any],
        on_done: Callable[[Any], None],
        *,
        counts_people: bool = False,
    ) -> None:
        before = self.pages.currentWidget()
        self.busy.begin(heading, counts_people=counts_people)
        self._show(self.busy)

        def failed(trouble: PlannerError) -> None:
            self._show(before if before is self.look and trouble.code == "cancelled" else self.choose)
            if trouble.code != "cancelled":
                self.choose.say_trouble(wording.error(trouble))

        self._run(work, on_done, failed)

    def _run(
        self,
        work: Callable[[tasks.Progress], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[PlannerError], None],
    ) -> None:
        """Do one thing in a thread; what was asked for before is stopped, and its answer never heard."""
        self._stop()
        turn = self._turn

        def answer(hear: Callable[[Any], None]) -> Callable[[Any], None]:
            def when_wanted(said: Any) -> None:
                if turn == self._turn:
                    self._task = None
                    hear(said)

            return when_wanted

        def show(done: int, total: int) -> None:
            if turn == self._turn:
                self.busy.show_progress(done, total)

        self._task = tasks.run(work, on_done=answer(on_done), on_failed=answer(on_failed), on_progress=show)

    def _stop(self) -> None:
        self._again.stop()
        self._turn += 1
        if self._task is not None:
            self._task.cancel()
            self._task = None

    def _show(self, page: QWidget) -> None:
        if page is self.choose:
            self.choose.show_past(self._imports.past(), self._clock().today)
        self.pages.setCurrentWidget(page)
        self._react()

    def _react(self) -> None:
        page = self.pages.currentWidget()
        self.foot.show_for(
            looking=page is self.look,
            busy=page is self.busy,
            ended=page is self.outcome,
            can_undo=self._imported is not None,
        )
        if page is self.look and self.look.preview is not None:
            self.foot.say_ready(self.look.preview.counts.new, is_answered=self.look.origin.is_answered())
            if self._unread:
                self.foot.hold_back(self._unread)

    def _connect(self) -> None:
        self.choose.file_wanted.connect(self._ask_file)
        self.choose.undo_requested.connect(self._ask_undo)
        self.look.options_changed.connect(self._wait)
        self.look.origin_changed.connect(self._react)
        self._again.timeout.connect(self._read_again)
        self.busy.stop_requested.connect(lambda: self._task.cancel() if self._task is not None else None)
        self.outcome.marked.connect(self._mark)
        self.outcome.save_requested.connect(self._save_left_out)
        self.foot.bring_button.clicked.connect(self.bring_in)
        self.foot.ask_button.clicked.connect(self.look.ask_origin)
        self.look.other_button.clicked.connect(lambda: self._show(self.choose))
        self.foot.undo_button.clicked.connect(
            lambda: self.take_back(self._imported.batch_id) if self._imported else None
        )
        self.foot.close_button.clicked.connect(self.close)

    def _put_together(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, theme.px(12), 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.pages, 1)
        whole.addWidget(self.foot)
