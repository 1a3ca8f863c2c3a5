"""The bin: who was removed, how long they are still kept, and the two ways out of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractItemView, QWidget

from planner.domain.moment import Moment
from planner.services.bin import Bin, Binned
from planner.ui.dialogs import busy
from planner.ui.dialogs.list_window import ListWindow, Nothing
from planner.ui.dialogs.pair_list import Line
from planner.ui.kit import dates, prompts, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _, ngettext

_HEIGHT = 480


class BinWindow(ListWindow):
    """Choose one or several: *Bring back* returns them as they were, *Remove for good* asks once. The window stays."""

    def __init__(
        self, bin_: Bin, clock: Callable[[], Moment], let_go: Callable[[], None], parent: QWidget | None = None
    ) -> None:
        """``let_go`` closes the book of a thread."""
        kept = _("Whoever you remove is kept here for 30 days with everything about them, and then goes for good.")
        nothing = Nothing("remove", _("The bin is empty"), kept)
        super().__init__(_("Bin"), _("Bring back"), kept, _("People in the bin"), nothing, parent)
        self._bin = bin_
        self._clock = clock
        self._let_go = let_go
        self._people: list[Binned] = []
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.forget_button = Button(_("Remove for good…"), parent=self)
        self.forget_button.clicked.connect(self.forget)
        self.buttons.insertWidget(0, self.forget_button)
        self.list.selectionModel().selectionChanged.connect(lambda _in, _out: self._enable())
        self._show_people()
        self.open_at(_HEIGHT)

    def save(self) -> None:
        """Bring back whoever is chosen; the window stays open."""
        chosen, now = [each.id for each in self._chosen()], self._clock()
        self._change(len(chosen), lambda progress: self._bin.bring_back(chosen, now, progress))

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
            ids = [each.id for each in chosen]
            self._change(count, lambda _progress: self._bin.forget(ids, self._clock()))

    def _change(self, people: int, work: busy.Work) -> None:
        heading = ngettext("Changing {count} person", "Changing {count} people", people)
        heading = heading.format(count=dates.number(people))
        busy.do(work, people, heading, self._let_go, self, lambda _answer: self._show_people())

    def _chosen(self) -> list[Binned]:
        return [self._people[index.row()] for index in self.list.selectionModel().selectedRows()]

    def _show_people(self) -> None:
        now = self._clock()
        self._people = self._bin.people(now)
        self.show_lines(Line(each.name, _beside(each, now)) for each in self._people)
        self.forget_button.setVisible(bool(self._people))
        self.choose(0)
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
