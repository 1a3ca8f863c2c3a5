"""The tags of several people at once: given to all, taken from all, or left as they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from planner.ui.dialogs.form_window import FormWindow, line, quiet
from planner.ui.kit import dates, theme, window_state
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _, ngettext

_NAME = Qt.ItemDataRole.UserRole
_WIDTH = 440
_LEAST, _SHOWN = 3, 7
"""So many lines of the list are in sight at least where there is little room, and at most."""

Tagging = Callable[[list[str], list[str]], object]
"""Told which tags everybody gets and which nobody keeps."""


class _Tags(QListWidget):
    """As high as its lines, up to a few; ``shown`` says how few."""

    shown = _SHOWN

    def sizeHint(self) -> QSize:
        """Room for its lines (Qt's name)."""
        return QSize(super().sizeHint().width(), theme.px(32) * min(self.shown, max(self.count(), 2)) + theme.px(8))


class TagForm(FormWindow):
    """Every tag of the book, ticked where all of them bear it; where some do, with a dash and how many they are."""

    def __init__(
        self, known: Sequence[str], borne: Mapping[str, int], people: int, tag: Tagging, parent: QWidget | None = None
    ) -> None:
        heading = ngettext("Tags for {count} person", "Tags for {count} people", people)
        super().__init__(heading.format(count=dates.number(people)), _("Save"), parent, width=_WIDTH)
        self._borne = borne
        self._people = people
        self._tag = tag
        self.new = line(self.page, _("choir, book club"), 200)
        self.list = _Tags(self.page)
        self.list.setProperty("kind", "card")
        self.list.setAccessibleName(_("Tags"))
        for name in known:
            self.list.addItem(self._item(name))
        self.list.setVisible(bool(known))
        form = Form(self.page)
        form.add(_("New tag"), self.new, hint=_("Put a comma between several."))
        self.column.addWidget(form)
        self.column.addWidget(self.list, 1)
        if known:
            self.column.addWidget(
                quiet(_("A tag that only some of them have stays as it is until you tick or clear it."), self.page)
            )
        self.column.addStretch(0 if known else 1)
        self.fit()
        self.new.setFocus()

    def fit(self) -> None:
        """Show fewer tags where the screen is low: the list scrolls, so that the page need not."""
        room = window_state.room(self)
        width = min(theme.px(_WIDTH), room.width())
        self.list.setFixedHeight(self.list.sizeHint().height())
        once_dressed = theme.px(16)  # words may need a little more room then
        while self.list.shown > _LEAST and self._whole_height(width) + once_dressed > room.height():
            self.list.shown -= 1
            self.list.setFixedHeight(self.list.sizeHint().height())
        super().fit()

    def write(self) -> bool:
        """Give what was ticked, take what was cleared; boxes with a dash say nothing."""
        add = [name.strip() for name in self.new.text().split(",") if name.strip()]
        remove = []
        for row in range(self.list.count()):
            item = self.list.item(row)
            name, state = str(item.data(_NAME)), item.checkState()
            if state == Qt.CheckState.Checked and self._borne.get(name, 0) < self._people:
                add.append(name)
            elif state == Qt.CheckState.Unchecked and self._borne.get(name, 0):
                remove.append(name)
        if add or remove:
            self._tag(add, remove)
        return True

    def _item(self, name: str) -> QListWidgetItem:
        count = self._borne.get(name, 0)
        is_some = 0 < count < self._people
        told = _("{tag} ({count} of {all})").format(tag=name, count=dates.number(count), all=dates.number(self._people))
        item = QListWidgetItem(told if is_some else name)
        item.setData(_NAME, name)
        item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
        some = Qt.CheckState.PartiallyChecked
        item.setCheckState(some if is_some else Qt.CheckState.Checked if count else Qt.CheckState.Unchecked)
        return item
