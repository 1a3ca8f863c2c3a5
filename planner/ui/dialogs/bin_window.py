"""The bin: who was removed, how long they are still kept, and the two ways out of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView, QFrame, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.services.bin import Bin, Binned
from planner.ui.dialogs.form_window import FormWindow, quiet
from planner.ui.dialogs.pair_list import Line, PairList, PairModel
from planner.ui.kit import dates, prompts, theme, window_state, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.empty_state import EmptyState
from planner.ui.kit.i18n import _, ngettext

_LEAST, _HEIGHT = 150, 480


class BinWindow(FormWindow):
    """Choose one or several: *Bring back* returns them as they were, *Remove for good* asks once. The window stays."""

    def __init__(self, bin_: Bin, clock: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(_("Bin"), _("Bring back"), parent, width=560)
        self._bin = bin_
        self._clock = clock
        self._people: list[Binned] = []
        self._lines = PairModel(self)
        said = _("Whoever you remove is kept here for 30 days with everything about them, and then goes for good.")
        self.column.addWidget(quiet(said, self.page))
        self.list = PairList(self._lines, _("People in the bin"), self.page)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._frame = QFrame(self.page)
        self._frame.setProperty("kind", "card")
        inside = QVBoxLayout(self._frame)
        inside.setContentsMargins(theme.px(4), theme.px(4), theme.px(4), theme.px(4))
        inside.addWidget(self.list)
        self._frame.setMinimumHeight(theme.px(_LEAST))
        self.column.addWidget(self._frame, 1)
        text = _("People you remove come here first, so that a slip of the hand loses nobody.")
        self._empty = EmptyState("remove", _("The bin is empty"), text, parent=self.page)
        self.column.addWidget(self._empty, 1)
        self.forget_button = Button(_("Remove for good…"), parent=self)
        self.forget_button.clicked.connect(self.forget)
        self.buttons.insertWidget(0, self.forget_button)
        self.cancel_button.setText(_("Close"))
        self.list.selectionModel().selectionChanged.connect(lambda _in, _out: self._enable())
        self._show_people()
        self.fit()
        self.resize(self.width(), min(theme.px(_HEIGHT), window_state.room(self).height()))
        self.list.setFocus()

    def save(self) -> None:
        """Bring back whoever is chosen; the window stays open."""
        self._bin.bring_back([each.id for each in self._chosen()], self._clock())
        self._show_people()

    def forget(self) -> None:
        """Remove whoever is chosen for good, after one question."""
        chosen = self._chosen()
        if not chosen:
            return
        count = len(chosen)
        asked = ngettext("Remove {name} for good?", "Remove {count} people for good?", count)
        asked = asked.format(name=wording.short_name(chosen[0].name), count=dates.number(count))
        text = _(
            "Everything about them goes, and nothing brings it back. What you did before they came into the bin "
            "can no longer be taken back either."
        )
        if prompts.confirm(self, asked, text, _("Remove for good")):
            self._bin.forget([each.id for each in chosen])
            self._show_people()

    def _chosen(self) -> list[Binned]:
        return [self._people[index.row()] for index in self.list.selectionModel().selectedRows()]

    def _show_people(self) -> None:
        now = self._clock()
        self._people = self._bin.people(now)
        self._lines.show_lines(Line(each.name, _beside(each, now)) for each in self._people)
        is_any = bool(self._people)
        self._frame.setVisible(is_any)
        self._empty.setVisible(not is_any)
        self.save_button.setVisible(is_any)
        self.forget_button.setVisible(is_any)
        self.list.setCurrentIndex(self._lines.index(0))
        self._enable()

    def _enable(self) -> None:
        is_any = bool(self._chosen())
        self.save_button.setEnabled(is_any)
        self.forget_button.setEnabled(is_any)


def _beside(each: Binned, now: Moment) -> str:
    """Since when somebody is here, and how long still."""
    left = ngettext("{count} day left", "{count} days left", each.days_left).format(count=dates.number(each.days_left))
    removed = dates.short_day(each.removed_on, now.today, in_sentence=True)
    return _("removed {day} \u00b7 {left}").format(day=removed, left=left)
