"""Lines into rows: the delimiter, the header row, runaway quotes, short and long rows, totals."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from planner.services.exchange.reading.lines import Row, rows_of, split_lines

MOST_ROWS = 100_000
"""Rows that are read of one file; the rest is left out and said."""
MOST_COLUMNS = 500
DELIMITERS = (",", ";", "\t", "|")

_SAMPLE_LINES = 120
_TITLE_LINES = 15
_TOTAL = re.compile(
    r"(grand |sub ?-?)?(total|summe|gesamt|zwischensumme|anzahl|somme|suma|totaal|count)\b", re.IGNORECASE
)
_FIGURE = re.compile(r"[\s\d.,'’€$£%()+\-]*")
_CONTACT = re.compile(r"\S@\S+\.\S|\+?\d[\d\s().\-/]{6,}|https?://")


@dataclass(frozen=True, slots=True)
class Left:
    """A line that brought nobody: ``code`` says why."""

    line: int
    code: str
    text: str = ""


@dataclass(slots=True)
class Table:
    """What a text file holds: unique headers (empty where there is none) and rows as wide as they."""

    delimiter: str
    headers: list[str]
    header_line: int | None
    title: list[str] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)
    mended: list[int] = field(default_factory=list)
    """Lines whose quotes ran away and were read again without them."""
    total_rows: int = 0


def read_table(
    text: str, knows: Callable[[str], bool], delimiter: str | None = None, has_header: bool | None = None
) -> Table:
    """The table in ``text``; ``knows`` tells whether a cell is a header word. What is not told is found."""
    lines = split_lines(text)
    told, lines, first_line = _told_delimiter(lines)
    if delimiter is None:
        delimiter = told if told is not None else find_delimiter(lines, knows)
    mended: list[int] = []
    rows: list[Row] = []
    beyond = 0
    for row in rows_of(lines, delimiter, first_line, mended):
        if len(rows) < MOST_ROWS + _TITLE_LINES:
            rows.append(row)
        else:
            beyond += 1
    start = None if has_header is False else _header_index(rows, knows)
    if has_header and start is None and rows:
        start = 0
    table = Table(delimiter, [], None, mended=mended)
    if start is not None:
        table.header_line = rows[start].line
        table.title = [" ".join(filter(None, map(str.strip, row.cells))) for row in rows[:start]]
        table.headers = [cell.strip() for cell in rows[start].cells]
        rows = rows[start + 1 :]
    _fill(table, rows)
    table.total_rows += beyond
    return table


def rows_by_line(text: str, delimiter: str) -> dict[int, list[str]]:
    """Every row just as it stands in the file, by the number of the line on which it begins."""
    _told, lines, first_line = _told_delimiter(split_lines(text))
    return {row.line: row.cells for row in rows_of(lines, delimiter, first_line, [])}


def find_delimiter(lines: list[str], knows: Callable[[str], bool]) -> str:
    """The delimiter that cuts the first lines most evenly; empty when the lines are single values."""
    sample = lines[:_SAMPLE_LINES]
    scores = {mark: _score(sample, mark, knows) for mark in DELIMITERS}
    best = max(DELIMITERS, key=lambda mark: scores[mark])
    return best if scores[best] > 0 else ""


def _told_delimiter(lines: list[str]) -> tuple[str | None, list[str], int]:
    """Excel's ``sep=;`` line."""
    if lines and (told := re.fullmatch(r'"?sep=(.)"?\s*', lines[0], re.IGNORECASE)):
        return told.group(1), lines[1:], 2
    return None, lines, 1


def _score(lines: list[str], mark: str, knows: Callable[[str], bool]) -> float:
    rows = [row.cells for row in rows_of(lines, mark, 1, []) if any(cell.strip() for cell in row.cells)]
    widths = Counter(len(cells) for cells in rows if len(cells) > 1)
    if not widths:
        return 0.0
    width, times = max(widths.items(), key=lambda pair: (pair[1] * min(pair[0], 12), pair[0]))
    known = max(sum(map(knows, cells)) for cells in rows[:_TITLE_LINES])
    share = times / len(rows)
    if known < 2 and (share < 0.5 or _is_address_list(rows, mark)):
        return 0.0
    return share * math.sqrt(min(width, 12)) + known


def _is_address_list(rows: list[list[str]], mark: str) -> bool:
    """``Zoë <zoe@example.com>; ann@example.com`` is a list of addresses, not a table."""
    if mark not in ",;":
        return False
    cells = [cell for cells in rows for cell in cells if cell.strip()]
    return sum(cell.count("@") == 1 for cell in cells) == len(cells)


def _header_index(rows: list[Row], knows: Callable[[str], bool]) -> int | None:
    """The row among the first fifteen with most header words and nothing that looks like a contact."""
    best, most = None, 0
    for index, row in enumerate(rows[:_TITLE_LINES]):
        cells = [cell for cell in row.cells if cell.strip()]
        words = sum(knows(cell) for cell in cells)
        if words > most and not any(_CONTACT.search(cell) for cell in cells) and (words > 1 or len(cells) <= 3):
            best, most = index, words
    return best if best is not None else _plain_header(rows)


def _plain_header(rows: list[Row]) -> int | None:
    """A first row of distinct words above rows of figures and addresses is a header in a language we do not know."""
    if len(rows) < 2 or len(rows[0].cells) < 2:
        return None
    head = [cell.strip() for cell in rows[0].cells]
    if len(set(head)) < len(head) or not all(
        re.search(r"[^\W\d]", cell) and not _CONTACT.search(cell) for cell in head
    ):
        return None
    below = [cell for row in rows[1:20] for cell in row.cells if cell.strip()]
    return 0 if any(_CONTACT.search(cell) or _FIGURE.fullmatch(cell) for cell in below) else None


def _fill(table: Table, rows: list[Row]) -> None:
    width = max([len(table.headers), *(len(row.cells) for row in rows)], default=0)
    table.headers += [""] * (width - len(table.headers))
    table.total_rows = len(rows)
    for row in rows[:MOST_ROWS]:
        cells = [cell.strip() for cell in row.cells]
        if not any(cells):
            table.left.append(Left(row.line, "row_is_empty"))
        elif _is_total(cells):
            table.left.append(Left(row.line, "row_is_a_total", " ".join(filter(None, cells))[:80]))
        else:
            table.rows.append(Row(row.line, cells + [""] * (width - len(cells))))
    _drop_empty_columns(table)
    table.headers = list(_unique(table.headers))


def _is_total(cells: list[str]) -> bool:
    first = next(cell for cell in cells if cell)
    rest = [cell for cell in cells if cell and cell is not first]
    return bool(_TOTAL.match(first)) and len(cells) > 1 and all(_FIGURE.fullmatch(cell) for cell in rest)


def _drop_empty_columns(table: Table) -> None:
    """Columns without a header and without a value, and whatever is beyond the five-hundredth."""
    keep = [
        column for column, header in enumerate(table.headers) if header or any(row.cells[column] for row in table.rows)
    ][:MOST_COLUMNS]
    if len(keep) < len(table.headers):
        table.headers = [table.headers[column] for column in keep]
        table.rows = [Row(row.line, [row.cells[column] for column in keep]) for row in table.rows]


def _unique(headers: list[str]) -> Iterator[str]:
    seen: Counter[str] = Counter()
    for header in headers:
        seen[header] += 1
        yield f"{header} ({seen[header]})" if header and seen[header] > 1 else header
