"""Calling hours and law: what is known of every country and state, and how much stricter the user is."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from planner.domain import law
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.services.laws import Laws, RegionLaw
from planner.ui.dialogs.form_window import quiet
from planner.ui.dialogs.laws import words
from planner.ui.dialogs.laws.stricter_form import StricterForm
from planner.ui.dialogs.laws.table import LawModel, LawTable
from planner.ui.kit import dates, theme, window_state, wording
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button
from planner.ui.kit.feet import foot
from planner.ui.kit.fields import make_clearable
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import ElidedLabel, breakable
from planner.ui.kit.windows import Window


class LawWindow(Window):
    """Every region a line; below it the chosen one in full, to keep stricter or to give back to the law."""

    def __init__(self, laws: Laws, clock: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._laws = laws
        self._clock = clock
        self.setWindowTitle(_("Calling hours and law"))
        self._model = LawModel(laws.table(clock().today), self)
        self.line = QLineEdit(self)
        self.line.setProperty("kind", "search")
        make_clearable(self.line)
        self.line.setPlaceholderText(_("Find a state or country…"))
        self.line.setAccessibleName(_("Find a state or country"))
        self.table = LawTable(self._model, self)
        self.nothing = quiet(_("No state or country is called that. Try fewer letters."), self)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.trouble = LiveLabel("error", self)
        self._make_details()
        self._lay_out()
        self.line.textChanged.connect(self._find)
        self.table.selectionModel().selectionChanged.connect(lambda _in, _out: self._show())
        self.table.doubleClicked.connect(lambda _index: self._make_stricter())
        self.stricter.clicked.connect(self._make_stricter)
        self.back.clicked.connect(self._back_to_law)
        window_state.begin_with(self, 1280, 760)
        self._find("")
        self.line.setFocus()

    def _make_details(self) -> None:
        self.heading = ElidedLabel("name", self)
        self.details = quiet("", self, "")
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.stricter = Button(_("Make stricter…"), "edit", parent=self)
        self.back = Button(_("Back to the law"), "undo", parent=self)
        self.close_button = Button(_("Close"), kind="primary", parent=self)
        self.close_button.clicked.connect(self.accept)

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(theme.px(24), theme.px(20), theme.px(24), theme.px(16))
        column.setSpacing(theme.px(10))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(column, 1)
        whole.addWidget(foot(self, self.stricter, self.back, self.close_button))
        self.said = quiet(_facts(), self)
        for widget in (quiet(self.windowTitle(), self, "title"), self.said, self.line):
            column.addWidget(widget)
        frame = QFrame(self)
        frame.setProperty("kind", "card")
        inside = QVBoxLayout(frame)
        inside.setContentsMargins(theme.px(1), theme.px(1), theme.px(1), theme.px(1))
        inside.addWidget(self.table)
        inside.addWidget(self.nothing, 1)
        frame.setMinimumHeight(theme.px(136))  # its heading and a few lines, on any screen
        column.addWidget(frame, 2)
        column.addWidget(self.heading)
        sight = QScrollArea(self)
        sight.setWidgetResizable(True)
        sight.setFrameShape(QFrame.Shape.NoFrame)
        sight.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        sight.setWidget(self.details)
        column.addWidget(sight, 1)
        column.addWidget(self.trouble)

    def _find(self, text: str) -> None:
        self.table.show_named(text)
        self.table.setVisible(self.table.count() > 0)
        self.nothing.setVisible(self.table.count() == 0)
        self._show()

    def _show(self) -> None:
        """The chosen line in full."""
        chosen = self.table.chosen()
        self.trouble.hide()
        self.heading.setText(words.where(chosen.region) if chosen else "")
        self.details.setText(breakable(words.in_full(chosen)) if chosen else "")
        self.stricter.setEnabled(chosen is not None)
        self.back.setVisible(chosen is not None and chosen.is_stricter)

    def _make_stricter(self) -> None:
        chosen = self.table.chosen()
        if chosen is None:
            return
        form = StricterForm(self._laws, chosen, self._clock, self)
        form.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        form.accepted.connect(lambda: self._renew(chosen))
        form.open()

    def _back_to_law(self) -> None:
        chosen = self.table.chosen()
        if chosen is None:
            return
        try:
            self._laws.keep_to_law(chosen.region, self._clock())
        except PlannerError as error:
            self.trouble.setText(wording.error(error))
            self.trouble.show()
            return
        self._renew(chosen)

    def _renew(self, chosen: RegionLaw) -> None:
        self._model.renew(self._laws.table(self._clock().today))
        self.table.choose(chosen.region)
        self._show()


def _facts() -> str:
    said = _("Facts, not legal advice.")
    oldest = law.oldest_check()
    if oldest is not None:
        said += " " + _("The oldest was checked on {day}.").format(day=dates.date_only(oldest))
    wrong = law.problems()
    return "\n".join([said, *(wording.error(problem) for problem in wrong)])
