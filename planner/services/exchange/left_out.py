"""What an import left out, as a table to mend and bring in again: the line, the reason, and what stood in the file."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Callable, Iterable, Sequence

from planner.domain.errors import PlannerError
from planner.services.exchange.mapping.words import knows
from planner.services.exchange.opening import read_file
from planner.services.exchange.preview import Preview
from planner.services.exchange.reading.decode import decode
from planner.services.exchange.reading.lines import split_lines
from planner.services.exchange.reading.table import read_table, rows_by_line
from planner.services.exchange.writing.table import guarded


def left_out_table(
    preview: Preview, reasons: Iterable[tuple[int, str]], titles: tuple[str, str], delimiter: str
) -> str:
    """The lines of the file that are named, each with its reason, under ``titles`` and the file's own headings.

    Cells are as they stand in the file, but none of them can run as a formula. Raises PlannerError: file_missing,
    file_unreadable, file_changed when it is no longer what was previewed.
    """
    data = read_file(preview.path)
    if hashlib.sha256(data).hexdigest() != preview.sha256:
        raise PlannerError("file_changed", name=preview.file_name)
    text = decode(data, preview.options.encoding).text
    headers, cells_at = _cards(text) if preview.format == "vcard" else _rows(text, preview)
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(guarded(header) for header in (*titles, *headers))
    for line, reason in sorted(reasons):
        writer.writerow(guarded(cell) for cell in (str(line), reason, *cells_at(line)))
    return out.getvalue()


def _rows(text: str, preview: Preview) -> tuple[Sequence[str], Callable[[int], Sequence[str]]]:
    table = read_table(text, knows, preview.options.delimiter, preview.options.has_header)
    cells = rows_by_line(text, table.delimiter)
    return cells[table.header_line] if table.header_line is not None else (), lambda line: cells.get(line, ())


def _cards(text: str) -> tuple[Sequence[str], Callable[[int], Sequence[str]]]:
    """A whole card in one cell, from the line where it begins."""
    lines = [line.rstrip("\r\n") for line in split_lines(text)]

    def card(number: int) -> Sequence[str]:
        found: list[str] = []
        for line in lines[number - 1 :]:
            frame = line.strip().casefold()
            if found and frame == "begin:vcard":
                break
            found.append(line)
            if frame == "end:vcard":
                break
        return ("\n".join(found),)

    return ("vCard",), card
