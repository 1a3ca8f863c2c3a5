"""Physical lines into rows of cells, quotes understood and runaway quotes caught."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

_LONGEST_CELL = 64 * 1024 * 1024
_MOST_REPAIRS = 1000


class Row(NamedTuple):
    """The cells of one row and the number of the line on which it begins, counted from 1."""

    line: int
    cells: list[str]


def split_lines(text: str) -> list[str]:
    """The lines of ``text`` with their ends, whether those are CRLF, LF or CR."""
    return list(io.StringIO(text, newline=""))


def rows_of(lines: list[str], delimiter: str, first_line: int, mended: list[int]) -> Iterator[Row]:
    """Every row; ``mended`` collects the lines at which a quote ran away over following rows."""
    csv.field_size_limit(_LONGEST_CELL)
    usual = _usual_count(lines, delimiter)
    at = repairs = 0
    while at < len(lines):
        again = None
        for start, end, cells in _read(lines, at, delimiter, quoted=repairs < _MOST_REPAIRS):
            if end - start > 1 and _ran_away(cells, delimiter, usual, lines[start:end]):
                again = start
                break
            if cells:
                yield Row(first_line + start, cells)
        if again is None:
            return
        mended.append(first_line + again)
        repairs += 1
        for _start, _end, cells in _read(lines[again : again + 1], 0, delimiter, quoted=False):
            yield Row(first_line + again, [cell.replace('"', "") for cell in cells])
        at = again + 1


def _read(lines: list[str], at: int, delimiter: str, *, quoted: bool) -> Iterator[tuple[int, int, list[str]]]:
    if not delimiter:
        for index in range(at, len(lines)):
            text = lines[index].rstrip("\r\n")
            yield index, index + 1, [text] if text else []
        return
    reader = csv.reader(
        (lines[index] for index in range(at, len(lines))),
        delimiter=delimiter,
        quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
        skipinitialspace=quoted,
    )
    start = at
    for cells in reader:
        end = at + reader.line_num
        yield start, end, cells
        start = end


def _usual_count(lines: list[str], delimiter: str) -> int:
    """How many delimiters a line of this table has, as a rule."""
    counts = Counter(line.count(delimiter) for line in lines[:200]) if delimiter else Counter({0: 1})
    return max(counts.items(), key=lambda pair: pair[0] * pair[1], default=(0, 0))[0]


def _ran_away(cells: list[str], delimiter: str, usual: int, region: list[str]) -> bool:
    """A cell with lines that look like rows of their own, and quotes that do not match."""
    if not usual:
        return False
    for cell in cells:
        if "\n" in cell or "\r" in cell:
            alike = sum(line.count(delimiter) == usual for line in split_lines(cell)[1:])
            if alike >= 2 and usual >= 3:
                return True
            if alike and not _is_strict(region, delimiter):
                return True
    return False


def _is_strict(region: list[str], delimiter: str) -> bool:
    try:
        for _cells in csv.reader(region, delimiter=delimiter, strict=True, skipinitialspace=True):
            pass
    except csv.Error:
        return False
    return True
