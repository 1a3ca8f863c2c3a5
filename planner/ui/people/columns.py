"""The columns of the table, declared once; the first frame has them already, so nothing of the rules is imported."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QHeaderView, QTableView

from planner.services.order import SortBy
from planner.ui.kit import theme, window_state
from planner.ui.kit.i18n import _, pgettext

if TYPE_CHECKING:
    from planner.services.look import Memory

_MEMORY = "people"
_ORDER = "order.people"
_KNOWN = "columns.people.known"
"""Under this key: how many columns there were when they were remembered."""
_OWN = "columns.people.own"
"""Under this key: whether somebody chose a width."""
_AT_FIRST = 6
"""So many columns there were when their number was not remembered yet."""
_LEFT = 0x0081
"""``Qt.AlignmentFlag.AlignLeft | AlignVCenter`` as a number, for the first frame can't wait for the names of Qt."""


class Column(NamedTuple):
    """A column: what it sorts by if it does, how wide it begins, whether the first click sorts from the top down.

    What is not ``is_usual`` is hidden until somebody wants to see it.
    """

    sort: SortBy | None
    width: int
    is_falling_first: bool = False
    is_usual: bool = True


COLUMNS = (
    Column(SortBy.NAME, 146),
    Column(SortBy.RELATIONSHIP, 119),
    Column(SortBy.BALANCE, 104, is_falling_first=True),
    Column(SortBy.NEXT_STEP, 166),
    Column(SortBy.LAST_CONTACT, 117, is_falling_first=True),
    Column(SortBy.SOURCE, 88),
    Column(None, 110, is_usual=False),
    Column(None, 132, is_usual=False),
    Column(None, 132, is_usual=False),
)
NAME, RELATIONSHIP, BALANCE, NEXT_STEP, LAST_CONTACT, SOURCE, TOWN, PHONE, TAGS = range(len(COLUMNS))
_GROWING = {NAME: 90, NEXT_STEP: 90, LAST_CONTACT: 30, SOURCE: 110}
"""By so much these grow before the others have a share of a wide window."""
_SHRINKING = {SOURCE: 12, NEXT_STEP: 26}
"""By so much at most these shrink before the list has to be moved sideways."""


def titles() -> tuple[str, ...]:
    """What stands above the columns."""
    return (
        _("Name"),
        _("Relationship"),
        _("Balance"),
        _("Next step"),
        _("Last contact"),
        pgettext("of people", "Source"),
        _("Town"),
        _("Phone"),
        _("Tags"),
    )


def lay_out(table: QTableView, memory: Memory) -> None:
    """Let a table have lines and columns as they stood the last time."""
    rows = table.verticalHeader()
    rows.hide()
    rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    size_rows(table)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    table.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
    header = table.horizontalHeader()
    header.setProperty("defaultAlignment", _LEFT)
    header.setHighlightSections(False)
    header.setMinimumSectionSize(theme.px(64))
    header.setStretchLastSection(True)
    window_state.restore_header(memory, _MEMORY, header)
    known = memory.recall(_KNOWN, _AT_FIRST) if memory.recall(f"columns.{_MEMORY}") else 0
    for place, column in enumerate(COLUMNS):
        if not isinstance(known, int) or place >= known:  # nothing is remembered of a column that came later
            header.resizeSection(place, theme.px(column.width))
            header.setSectionHidden(place, not column.is_usual)
    header.setSectionHidden(NAME, False)  # noqa: FBT003  # Qt's argument


def size_rows(table: QTableView, *, are_double: bool = False) -> None:
    """Make the lines as high as the text size wants them, with a second one below the name or without."""
    rows, height = table.verticalHeader(), theme.px(44 if are_double else 36)
    rows.setMinimumSectionSize(1)  # a larger one would be measured against every line of the list
    rows.setDefaultSectionSize(height)


class Widths:
    """How wide the columns are: a wide window shares its room among them, until somebody chooses a width."""

    def __init__(self, header: QHeaderView, memory: Memory) -> None:
        self._header = header
        known = memory.recall(f"columns.{_MEMORY}")
        self._are_own = bool(memory.recall(_OWN, bool(known)))
        self._given = {place: header.sectionSize(place) for place in self._shown()}

    @property
    def are_own(self) -> bool:
        """Whether somebody chose one; the last one is as wide as it has to be."""
        given = self._given.items()
        changed = (self._header.sectionSize(place) != width for place, width in given if place in self._shown()[:-1])
        self._are_own = self._are_own or any(changed)
        return self._are_own

    def share(self, room: int) -> None:
        """Let the columns whose words are cut first have what the others leave, and then all of them."""
        if self.are_own:
            return
        widths = {place: theme.px(COLUMNS[place].width) for place in self._shown()}
        lacking = sum(widths.values()) - room
        if lacking <= sum(theme.px(_SHRINKING[place]) for place in widths.keys() & _SHRINKING.keys()):
            _shrink(widths, lacking)  # else the list is moved sideways anyway, and nothing need be cut
        for growing in (_GROWING, dict.fromkeys(widths.keys() - {BALANCE}, room)):
            share = max(0, room - sum(widths.values())) // max(1, len(growing))
            for place in widths.keys() & growing.keys():
                widths[place] += min(share, theme.px(growing[place]))
        for place, width in widths.items():
            self._header.resizeSection(place, width)
            self._given[place] = width

    def start_over(self, room: int) -> None:
        """Forget what was chosen."""
        self._given, self._are_own = {}, False
        self.share(room)

    def _shown(self) -> list[int]:
        """The columns in sight, in the order in which they stand."""
        order = map(self._header.logicalIndex, range(self._header.count()))
        return [place for place in order if not self._header.isSectionHidden(place)]


def _shrink(widths: dict[int, int], lacking: int) -> None:
    """Take the pixels that are lacking from where they hurt least."""
    for place, most in _SHRINKING.items():
        if lacking > 0 and place in widths:
            taken = min(lacking, theme.px(most))
            widths[place] -= taken
            lacking -= taken


def remember(header: QHeaderView, memory: Memory, sort: SortBy, *, is_falling: bool, are_own: bool) -> None:
    """Keep widths, places and sorting for the next time."""
    memory.remember(_OWN, are_own)
    window_state.remember_header(memory, _MEMORY, header)
    memory.remember(_KNOWN, len(COLUMNS))
    memory.remember(_ORDER, [sort.value, is_falling])


def recall_order(memory: Memory) -> tuple[SortBy, bool]:
    """What people were sorted by, and whether from the top down; the header knows it too, but only to show it."""
    match memory.recall(_ORDER):
        case [str(kept), bool(is_falling)] if kept in tuple(SortBy):
            return SortBy(kept), is_falling
    return SortBy.NAME, False
