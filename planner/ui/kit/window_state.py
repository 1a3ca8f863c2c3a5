"""How large windows begin, and where windows, panes and columns stood, remembered in the book's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtWidgets import QHeaderView, QSplitter, QWidget

from planner.ui.kit import theme

if TYPE_CHECKING:
    from planner.services.look import Memory
    from planner.services.stored import JSON


def room(window: QWidget) -> QSize:
    """The largest a window may be, in pixels, so that it stands on its screen with its title bar and edges."""
    return window.screen().availableGeometry().size() - QSize(theme.px(32), theme.px(48))


def begin_with(window: QWidget, width: int, height: int) -> None:
    """Make a window as large as it wants to be, in pixels at 100 % text, where the screen has room for it."""
    window.resize(QSize(theme.px(width), theme.px(height)).boundedTo(room(window)))


def remember_window(memory: Memory, key: str, window: QWidget) -> None:
    """Keep where a window stands and how large it is."""
    memory.remember(f"window.{key}", _text(window.saveGeometry()))


def restore_window(memory: Memory, key: str, window: QWidget) -> bool:
    """Put a window where it stood; False when it is here for the first time."""
    return window.restoreGeometry(_bytes(memory.recall(f"window.{key}", "")))


def remember_splitter(memory: Memory, key: str, splitter: QSplitter) -> None:
    """Keep how wide the panes of a splitter are."""
    memory.remember(f"panes.{key}", list(splitter.sizes()))


def recall_sizes(memory: Memory, key: str, default: list[int]) -> list[int]:
    """How wide the panes were, or ``default`` when there is nothing sensible to go by."""
    kept = memory.recall(f"panes.{key}", None)
    if not isinstance(kept, list) or len(kept) != len(default):
        return default
    sizes = [size for size in kept if isinstance(size, int) and size >= 0]
    return sizes if len(sizes) == len(default) else default


def remember_header(memory: Memory, key: str, header: QHeaderView) -> None:
    """Keep widths, order, visibility and sorting of a table's columns."""
    memory.remember(f"columns.{key}", _text(header.saveState()))


def restore_header(memory: Memory, key: str, header: QHeaderView) -> bool:
    """Bring the columns back as they were; False when there is nothing to go by."""
    return header.restoreState(_bytes(memory.recall(f"columns.{key}", "")))


def _text(state: QByteArray) -> str:
    return bytes(state.toBase64().data()).decode("ascii")


def _bytes(kept: JSON) -> QByteArray:
    return QByteArray.fromBase64(QByteArray(kept.encode("ascii", "replace") if isinstance(kept, str) else b""))
