"""Layouts whose widgets are made anew for each person shown."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QWidget


def empty(layout: QLayout) -> None:
    """Take everything out; the widgets vanish at once and go when the event that asked for it is over."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def widgets(layout: QLayout) -> list[QWidget]:
    """The widgets in a layout, in their order."""
    items = (layout.itemAt(at) for at in range(layout.count()))
    return [widget for widget in (item.widget() for item in items if item is not None) if widget is not None]
