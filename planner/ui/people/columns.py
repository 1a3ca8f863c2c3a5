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
    Column(SortBy.NAME, 142),
    Column(SortBy.RELATIONSHIP, 120),
    Column(SortBy.BALANCE, 112, is_falling_first=True),
    Column(SortBy.NEXT_STEP, 140),
    Column(SortBy.LAST_CONTACT, 119, is_falling_first=True),
    Column(SortBy.SOURCE, 88),
    Column(None, 110, is_usual=False),
    Column(None, 132, is_usual=False),
    Column(None, 132, is_usual=False),
)
NAME, RELATIONSHIP, BALANCE, NEXT_STEP, LAST_CONTACT, SOURCE, TOWN, PHONE, TAGS = range(len(COLUMNS))


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


def size_rows(table: QTableView) -> None:
    """Make the lines as high as the text size wants them."""
    rows = table.verticalHeader()
    rows.setMinimumSectionSize(theme.px(36))
    rows.setDefaultSectionSize(theme.px(36))


def remember(header: QHeaderView, memory: Memory, sort: SortBy, *, is_falling: bool) -> None:
    """Keep widths, places and sorting for the next time."""
    window_state.remember_header(memory, _MEMORY, header)
    memory.remember(_KNOWN, len(COLUMNS))
    memory.remember(_ORDER, [sort.value, is_falling])


def recall_order(memory: Memory) -> tuple[SortBy, bool]:
    """What people were sorted by, and whether from the top down; the header knows it too, but only to show it."""
    match memory.recall(_ORDER):
        case [str(kept), bool(is_falling)] if kept in tuple(SortBy):
            return SortBy(kept), is_falling
    return SortBy.NAME, False
