"""The views as a row of chips; those that do not fit wait behind *More*, with what one can do about views."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QWidget

from planner.services.listing import AnyView, OwnView, View
from planner.ui.kit import dates, theme, wording
from planner.ui.kit.chips import FilterChip
from planner.ui.kit.i18n import _
from planner.ui.kit.wording import saved_views as words

_BEFORE_OWN = (View.EVERYONE, View.DUE_TODAY)
"""What stands before the user's own views; the others follow them."""

_WIDEST = 220
"""Pixels at 100 %: no name may push all the others out."""
_ARROW = 14

Key = View | int
"""A view as the bar knows it: one of the user's own by its id, whatever it is called now."""


def key_of(view: AnyView) -> Key:
    """What stays the same of a view when it is changed."""
    return view.id if isinstance(view, OwnView) else view


class ViewBar(QFrame):
    """Chips with counts; ``chosen`` brings the view, the others what is wanted of a view of the user's own."""

    chosen = Signal(object)
    save_requested = Signal()
    arrange_requested = Signal()
    edit_requested = Signal(int)
    remove_requested = Signal(int)
    move_requested = Signal(int, int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._counts: Mapping[AnyView, int] = {}
        self._group = QButtonGroup(self)
        self._views: dict[Key, AnyView] = {}
        self._chips: dict[Key, FilterChip] = {}
        self._more = FilterChip(_("More"), self)
        self._menu = QMenu(self._more)
        self._menu.aboutToShow.connect(self._fill_menu)
        self._more.setMenu(self._menu)
        self._more.setAccessibleName(_("More views"))
        self._group.addButton(self._more)
        self._hidden: list[Key] = []
        self._now: Key = View.EVERYONE
        self._passing: OwnView | None = None
        self.set_own(())
        theme.changed.connect(self._arrange)

    def views(self) -> tuple[AnyView, ...]:
        """Every view in the order of the chips."""
        return tuple(self._views.values())

    def passing(self) -> tuple[OwnView, ...]:
        """The view that is shown without being kept, if it is one."""
        return () if self._passing is None else (self._passing,)

    def set_own(self, own: Sequence[OwnView]) -> None:
        """Show these views of the user's own among the others."""
        self._own = own
        rest = [view for view in View if view not in _BEFORE_OWN]
        shown: tuple[AnyView, ...] = (*_BEFORE_OWN, *self.passing(), *own, *rest)
        self._views = {key_of(view): view for view in shown}
        for key in [key for key in self._chips if key not in self._views]:
            chip = self._chips.pop(key)
            self._group.removeButton(chip)
            chip.hide()
            chip.deleteLater()
        for key, view in self._views.items():
            chip = self._chips.get(key) or self._make(key)
            chip.rename(words.view(view), self._count(view))
        self._chips = {key: self._chips[key] for key in self._views}
        self._arrange()

    def choose(self, view: AnyView) -> None:
        """Show which view is the present one; one that the book does not keep has a chip as long as it is shown."""
        self._now = key_of(view)
        passing = view if isinstance(view, OwnView) and not view.is_kept else None
        if passing == self._passing:
            self._arrange()
        else:
            self._passing = passing
            self.set_own(self._own)

    def set_counts(self, counts: Mapping[AnyView, int]) -> None:
        """Show how many people there are in each view; a view of nobody shows no number."""
        self._counts = counts
        for key, chip in self._chips.items():
            chip.set_count(self._count(self._views[key]))
        self._arrange()

    def sizeHint(self) -> QSize:
        """One row of chips with air around it (Qt's name)."""
        return QSize(theme.px(400), theme.px(48))

    def minimumSizeHint(self) -> QSize:
        """Narrow enough for one chip and *More* (Qt's name)."""
        return QSize(theme.px(200), theme.px(48))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Show as many chips as fit (Qt's name)."""
        self._arrange()
        super().resizeEvent(event)

    def fill_menu(self, menu: QMenu, shown: Sequence[AnyView]) -> None:
        """Offer these views, and what one can do about views."""
        menu.clear()
        group = QActionGroup(menu)
        for view in shown:
            count = self._count(view)
            name = wording.short_name(words.view(view)).replace("&", "&&")
            entry = group.addAction(menu.addAction(f"{name}\t{count}" if count else name))
            entry.setCheckable(True)
            entry.setChecked(key_of(view) == self._now)
            entry.triggered.connect(lambda _checked, view=view: self.chosen.emit(view))
        menu.addSeparator()
        menu.addAction(_("&Save these as a view…")).triggered.connect(self.save_requested)
        now = self._views.get(self._now)
        if isinstance(now, OwnView) and now.is_kept:
            menu.addActions(list(self._about(now, menu)))
        if self._own:
            menu.addAction(_("&Arrange your views…")).triggered.connect(self.arrange_requested)
        menu.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    def _make(self, key: Key) -> FilterChip:
        chip = self._chips[key] = FilterChip("", self, is_one_of=True)
        chip.limit(_WIDEST)
        chip.clicked.connect(lambda _checked: self.chosen.emit(self._views[key]))
        if isinstance(key, int) and key:
            chip.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
            chip.customContextMenuRequested.connect(lambda at: self._ask_about(key, chip.mapToGlobal(at)))
        self._group.addButton(chip)
        return chip

    def _ask_about(self, key: Key, at: QPoint) -> None:
        """What one can do with a view of one's own, at its chip."""
        view = self._views[key]
        if isinstance(view, OwnView):
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addActions(list(self._about(view, menu)))
            menu.popup(at)

    def _about(self, view: OwnView, menu: QMenu) -> Iterator[QAction]:
        wishes = (
            (_("&Change “{name}”…"), lambda: self.edit_requested.emit(view.id)),
            (_("Move “{name}” &earlier"), lambda: self.move_requested.emit(view.id, -1)),
            (_("Move “{name}” &later"), lambda: self.move_requested.emit(view.id, 1)),
            (_("&Delete “{name}”"), lambda: self.remove_requested.emit(view.id)),
        )
        for text, ask in wishes:
            action = QAction(text.format(name=wording.short_name(view.name).replace("&", "&&")), menu)
            action.triggered.connect(ask)
            yield action

    def _count(self, view: AnyView) -> str:
        count = self._counts.get(view, 0)
        return dates.number(count) if count else ""

    def _arrange(self) -> None:
        self._name_more(None)
        self._fill()
        if self._now in self._hidden:  # its name needs more room than the word
            self._name_more(self._views[self._now])
            self._fill()
        for key, chip in self._chips.items():
            chip.setChecked(key == self._now)
        self._more.setChecked(self._now in self._hidden)

    def _fill(self) -> None:
        """Show as many chips as *More* leaves room for, and it after them."""
        gap, height = theme.px(8), theme.px(32)
        x, top = theme.px(12), (self.height() - height) // 2
        wanted = self._more.sizeHint().width()
        limit = self.width() - theme.px(12) - wanted - gap
        self._hidden = []
        for key, chip in self._chips.items():
            width = chip.sizeHint().width()
            is_shown = not self._hidden and x + width <= limit
            chip.setVisible(is_shown)
            if not is_shown:
                self._hidden.append(key)
                continue
            chip.setGeometry(x, top, width, height)
            x += width + gap
        left = max(0, self.width() - x - theme.px(8))
        if wanted > left:
            self._more.fit(left - theme.px(_ARROW))
        self._more.setGeometry(x, top, min(wanted, left), height)

    def _name_more(self, now: AnyView | None) -> None:
        """What does not fit is behind *More*, which is called as the present view while that is among it."""
        self._more.rename(_("More") if now is None else words.view(now), "" if now is None else self._count(now))
        if now is not None and self._more.sizeHint().width() > theme.px(_WIDEST):
            self._more.fit(theme.px(_WIDEST - _ARROW))

    def _fill_menu(self) -> None:
        self.fill_menu(self._menu, [self._views[key] for key in self._hidden])
