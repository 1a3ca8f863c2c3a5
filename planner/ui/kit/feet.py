"""The strip of buttons below a window."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from planner.ui.kit import theme


def foot(parent: QWidget, *buttons: QWidget, said: QWidget | None = None, beside: QWidget | None = None) -> QFrame:
    """The strip below a window: its last button at the right, the others at the left.

    ``said`` are words between them, ``beside`` is another button left of the last one.
    """
    frame = QFrame(parent)
    frame.setProperty("kind", "foot")
    row = QHBoxLayout(frame)
    row.setContentsMargins(theme.px(24), theme.px(12), theme.px(24), theme.px(12))
    row.setSpacing(theme.px(8))
    for button in buttons[:-1]:
        row.addWidget(button)
    if said is None:
        row.addStretch(1)
    else:
        row.addWidget(said, 1)
    if beside is not None:
        row.addWidget(beside)
    row.addWidget(buttons[-1])
    return frame
