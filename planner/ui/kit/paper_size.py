"""Sizes of paper, in tenths of a point: the unit everything printed is laid out in."""

from __future__ import annotations

from enum import StrEnum

UNITS_PER_INCH = 720
_LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "CR", "GT", "PA", "PR", "VE", "DO", "SV", "NI"})


class PaperSize(StrEnum):
    """The two sizes that printers at home have."""

    LETTER = "letter"
    A4 = "a4"

    @property
    def width(self) -> int:
        """In tenths of a point."""
        return 6120 if self is PaperSize.LETTER else 5953

    @property
    def height(self) -> int:
        """In tenths of a point."""
        return 7920 if self is PaperSize.LETTER else 8419


def usual_size(chosen: str, country: str) -> PaperSize:
    """The size that was chosen in the preferences, else the one that is usual in the country."""
    if chosen in {size.value for size in PaperSize}:
        return PaperSize(chosen)
    return PaperSize.LETTER if country in _LETTER_COUNTRIES else PaperSize.A4
