"""Whatever somebody drops on the window: a preview or a sentence, never a crash."""

from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.errors import PlannerError
from planner.services.exchange.cleaning.dates import Order, order_of
from planner.services.exchange.cleaning.person import Rules, clean
from planner.services.exchange.opening import open_bytes
from planner.services.exchange.preview import ImportOptions

RULES = Rules("US", Order(month_first=True), date(2026, 11, 22))
HEADERS = st.sampled_from(
    [
        "Name",
        "First Name",
        "E-mail 1 - Value",
        "Phone",
        "Birthday",
        "Birth Month",
        "Birth Day",
        "Labels",
        "Notes",
        "ID",
        "",
    ]
)
CELLS = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        ['"', '""', "a@b", "❼", "²", "1/2/3", "--02-30", "=1", "'1", "N/A", "\u202e", "🌸", ":::", "+", "☎ 5"]
    ),
)
LINES = st.sampled_from(
    [
        "BEGIN:VCARD",
        "END:VCARD",
        "N:;;;;",
        "TEL:",
        "BDAY:1",
        "NOTE;ENCODING=QUOTED-PRINTABLE:=",
        "=",
        " ",
        "item1.TEL:1",
    ]
)


def read(data: bytes) -> int:
    """How many people come out of ``data``; refusals in a sentence are nobody."""
    try:
        opened = open_bytes(data, ImportOptions())
    except PlannerError as refused:
        return 0 if refused.code.startswith("file_is_") else -1
    order_of(opened.dates, month_first=True)
    return len([clean(raw, RULES) for raw in opened.raws])


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert read(data) >= 0


@settings(max_examples=200)
@given(
    st.lists(HEADERS, min_size=2, max_size=5),
    st.lists(st.lists(CELLS, max_size=6), max_size=5),
    st.sampled_from(",;\t|"),
)
def test_any_cells_under_any_headers_are_read(headers: list[str], rows: list[list[str]], mark: str) -> None:
    text = "\n".join(mark.join(cells) for cells in [headers, *rows])
    assert read(text.encode("utf-8", "replace")) >= 0


@settings(max_examples=200)
@given(st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=12))
def test_any_lines_between_cards_are_read(lines: list[str]) -> None:
    text = "\r\n".join(["BEGIN:VCARD", "FN:Ann", *lines, "END:VCARD", "BEGIN:VCARD", "FN:Bo", "END:VCARD"])
    assert read(text.encode("utf-8", "replace")) >= 1
