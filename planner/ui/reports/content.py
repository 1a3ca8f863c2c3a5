"""What a report shows, in words and numbers that are ready to be shown: on screen and on paper alike."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum, auto

from planner.services.saved_views import Filters, OwnView
from planner.ui.kit.i18n import _


@dataclass(frozen=True, slots=True)
class Figure:
    """One number with what it means, and a word about it."""

    value: str
    label: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Sides:
    """Bars above and below a line, one pair for each label."""

    labels: tuple[str, ...]
    above: tuple[int, ...]
    below: tuple[int, ...]
    names: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Bar:
    """A level bar with its name before it and ``said`` behind it; ``is_striped`` sets it apart without colour."""

    name: str
    value: int
    said: str
    is_striped: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Level bars below each other."""

    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Lines:
    """Lines over the same days, each with its name at its end."""

    labels: tuple[str, ...]
    lines: tuple[tuple[str, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class Stacks:
    """Bars for the same days, each cut into layers from the bottom up, the layers named right of the last bar."""

    labels: tuple[str, ...]
    layers: tuple[tuple[str, tuple[int, ...]], ...]


Chart = Sides | Bars | Lines | Stacks


def says_all(chart: Chart | None, table: Table) -> bool:
    """Whether a chart has every number of its table written into it, so that paper needs only the chart."""
    return isinstance(chart, Bars) and len(table.headings) == 2 and len(chart.bars) == len(table.rows)  # name, number


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table; Enter opens the person, or the people of ``view``. ``ref`` is a win of the user's own."""

    cells: tuple[str, ...]
    person_id: int | None = None
    ref: int | None = None
    view: OwnView | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under headings; the columns from ``numbers_from`` to the last one hold numbers."""

    name: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]
    numbers_from: int = 1


@dataclass(frozen=True, slots=True)
class Section:
    """A heading, a sentence that says what is to be seen, and the picture or the table of it.

    Without rows ``empty`` stands there alone. ``is_private`` keeps the section off the paper. ``reading`` says how the
    picture is read, and nothing where the table stands instead of it.
    """

    title: str
    said: str
    table: Table
    chart: Chart | None = None
    empty: str = ""
    is_private: bool = False
    reading: str = ""

    def told(self, *, has_chart: bool, can_open: bool = False) -> str:
        """What stands below the heading, with the picture or without, and how lines open where they can."""
        opens = can_open and not has_chart and any(row.view is not None for row in self.table.rows)
        how = _("A double click, or Enter, on a line shows its people.") if opens else ""
        return " ".join(filter(None, (self.said, self.reading if has_chart else "", how)))


def columns_of(figures: int) -> int:
    """In how many columns so many figures stand, on screen and on paper."""
    return 2 if figures in (2, 4) else 3


class Wish(Enum):
    """What would fill a report that is empty."""

    LOG = auto()
    ADD_PERSON = auto()


@dataclass(frozen=True, slots=True)
class Empty:
    """Stands in the place of a report with nothing in it; without a ``wish`` there is no button."""

    title: str
    text: str
    action: str = ""
    wish: Wish | None = None


@dataclass(frozen=True, slots=True)
class Content:
    """A whole report, or what is said while there is nothing in it."""

    title: str
    days: str
    lead: str
    figures: tuple[Figure, ...] = ()
    sections: tuple[Section, ...] = ()
    notes: tuple[str, ...] = field(default=())
    empty: Empty | None = None


def nothing(title: str, days: str, empty: Empty) -> Content:
    """A report with nothing in it."""
    return Content(title, days, empty.text, empty=empty)


def people_row(cells: Sequence[str], filters: Filters) -> Row:
    """A row that opens the people it counts, in a view called as its first cell."""
    return Row(tuple(cells), view=OwnView(0, cells[0], filters))


def rows(lines: Sequence[Sequence[str]]) -> tuple[Row, ...]:
    """Rows that open nobody."""
    return tuple(Row(tuple(cells)) for cells in lines)
