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


def reveal(layout: QLayout) -> None:
    """Show what was just put in. Qt does so at the next turn of events only, and leaves no room for it until then."""
    from PySide6.QtCore import Qt  # the first frame can't wait for its names

    for widget in widgets(layout):
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()


def settle() -> None:
    """Lay out at once whatever changed, so that no frame is painted with its lines squeezed together."""
    from PySide6.QtCore import QCoreApplication, QEvent  # nor for these

    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def widgets(layout: QLayout) -> list[QWidget]:
    """The widgets in a layout, in their order."""
    items = (layout.itemAt(at) for at in range(layout.count()))
    return [widget for widget in (item.widget() for item in items if item is not None) if widget is not None]
