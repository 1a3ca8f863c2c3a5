"""Layouts whose widgets are made anew for each person shown, and the strip of buttons below a window."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from planner.ui.kit import theme


def empty(layout: QLayout) -> None:
    """Take everything out; the widgets vanish at once and go when the event that asked for it is over."""
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()


def foot(parent: QWidget, *buttons: QWidget) -> QFrame:
    """The strip below a window: its last button at the right, the others at the left."""
    frame = QFrame(parent)
    frame.setProperty("kind", "foot")
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
    row.setSpacing(theme.px(8))
    for button in buttons[:-1]:
        row.addWidget(button)
    row.addStretch(1)
    row.addWidget(buttons[-1])
    return frame


def reveal(layout: QLayout) -> None:
    """Show what was just put in. Qt does so at the next turn of events only, and leaves no room for it until then."""
    from PySide6.QtCore import Qt  # the first frame can't wait for its names

    for widget in widgets(layout):
        if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            widget.show()


def settle() -> None:
    """Lay out at once whatever changed, so that no frame is painted with its lines squeezed together."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)


def widgets(layout: QLayout) -> list[QWidget]:
    """The widgets in a layout, in their order."""
    items = (layout.itemAt(at) for at in range(layout.count()))
    return [widget for widget in (item.widget() for item in items if item is not None) if widget is not None]
