"""The square code that a phone's camera dials."""

from __future__ import annotations

from functools import lru_cache

Cell = tuple[int, int, int, int]
"""Left, top, width and height of a black rectangle, in modules."""

_MASK = 2
"""Any mask can be read; finding the prettiest one costs two thirds of the time."""


@lru_cache(maxsize=2048)
def dial_code(e164: str) -> tuple[int, tuple[Cell, ...]]:
    """The side of the code for ``tel:`` and a number, in modules, and its black rectangles; equal runs are merged."""
    import segno

    matrix = segno.make_qr(f"tel:{e164}", error="m", mask=_MASK, boost_error=False).matrix
    return len(matrix), _rectangles(tuple(bytes(row) for row in matrix))


def _rectangles(rows: tuple[bytes, ...]) -> tuple[Cell, ...]:
    """Runs of black modules, those that stand exactly below each other as one rectangle."""
    done: list[Cell] = []
    growing: dict[tuple[int, int], int] = {}
    for y, row in enumerate((*rows, b"")):
        runs = set(_runs(row))
        for start, length in [run for run in growing if run not in runs]:
            top = growing.pop((start, length))
            done.append((start, top, length, y - top))
        for run in runs - growing.keys():
            growing[run] = y
    return tuple(sorted(done))


def _runs(row: bytes) -> list[tuple[int, int]]:
    found = []
    start = None
    for x, module in enumerate((*row, 0)):
        if module and start is None:
            start = x
        elif not module and start is not None:
            found.append((start, x - start))
            start = None
    return found
