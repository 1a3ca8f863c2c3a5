"""Windows whose keys do as the eye expects: Tab goes as one reads, Shift+F10 opens the menu of what has the focus."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QLayout, QLayoutItem, QScrollArea, QWidget


class Window(QDialog):
    """Every window but the desk."""

    def __init__(self, parent: QWidget | None = None, flags: Qt.WindowType = Qt.WindowType.Widget) -> None:
        super().__init__(parent, flags)
        offer_menu_by_keys(self)

    def tab_stops(self) -> list[QWidget]:
        """Where Tab stops, in turn; a window may have a reason for another order than that of reading."""
        return stops(self)

    def focusNextPrevChild(self, is_forward: bool) -> bool:  # Qt's signature
        """Go where one reads on (Qt's name)."""
        return step(self, self.tab_stops(), is_forward=is_forward)


def stops(root: QWidget) -> list[QWidget]:
    """Everything in ``root`` that Tab comes to, in the order in which one reads it."""
    every = QGuiApplication.styleHints().tabFocusBehavior() == Qt.TabFocusBehavior.TabFocusAllControls
    policy = Qt.FocusPolicy.TabFocus if every else Qt.FocusPolicy.StrongFocus
    return [part for part in _read(root) if part.focusPolicy() & policy == policy and part.focusProxy() is None]


def step(root: QWidget, stations: Sequence[QWidget], *, is_forward: bool) -> bool:
    """Let the keys go to the next station, or the one before; False where there is none."""
    if not stations:
        return False
    at = -1 if is_forward else 0
    here: QWidget | None = root.focusWidget()
    while here is not None and here is not root:
        if here in stations:
            at = stations.index(here)
            break
        here = here.parentWidget()
    reason = Qt.FocusReason.TabFocusReason if is_forward else Qt.FocusReason.BacktabFocusReason
    root.window().setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
    there = stations[(at + (1 if is_forward else -1)) % len(stations)]
    there.setFocus(reason)
    bring_into_sight(there)
    return True


def bring_into_sight(part: QWidget) -> None:
    """Scroll to it: of itself, a page does so only for what gets the keys, and not for what is said below."""
    holder = part.parentWidget()
    while holder is not None:
        if isinstance(holder, QScrollArea):
            holder.ensureWidgetVisible(part)
        holder = holder.parentWidget()


def offer_menu_by_keys(window: QWidget) -> None:
    """Shift+F10 does what the menu key does, which many keyboards lack; Windows sees to that by itself."""
    if QGuiApplication.platformName() != "windows":
        QShortcut(QKeySequence("Shift+F10"), window, _ask_for_menu)


def _ask_for_menu() -> None:
    asked = QApplication.focusWidget()
    if asked is not None:
        at = asked.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
        spot = at.center() if isinstance(at, QRect) and at.isValid() else asked.rect().center()
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, spot, asked.mapToGlobal(spot))
        QApplication.sendEvent(asked, menu)


def _read(holder: QWidget) -> Iterator[QWidget]:
    """What can be seen and used in a widget, however deep, in reading order."""
    for part in _in_order(holder, _placed(holder)):
        yield part
        yield from _read(part)


def _placed(holder: QWidget) -> list[QWidget | QLayout]:
    """What stands in a widget: the parts of its layout, with the layouts inside it whole, and whatever floats."""
    layout = holder.layout()
    found = _parts(layout) if layout is not None else []
    laid = set(_widgets(found))
    floating = [each for each in holder.children() if isinstance(each, QWidget) and each not in laid]
    return [*found, *floating]


def _parts(layout: QLayout) -> list[QWidget | QLayout]:
    items = [layout.itemAt(at) for at in range(layout.count())]
    return [part for item in items if item is not None and (part := _part(item)) is not None]


def _part(item: QLayoutItem) -> QWidget | QLayout | None:
    widget: QWidget | None = item.widget()
    return widget if widget is not None else item.layout()


def _widgets(parts: Sequence[QWidget | QLayout]) -> Iterator[QWidget]:
    for part in parts:
        if isinstance(part, QWidget):
            yield part
        else:
            yield from _widgets(_parts(part))


def _in_order(holder: QWidget, parts: Sequence[QWidget | QLayout]) -> Iterator[QWidget]:
    """The widgets among these, from the top, and from the side at which reading begins."""
    rightwards = holder.layoutDirection() == Qt.LayoutDirection.LeftToRight
    shown = [part for part in parts if not isinstance(part, QWidget) or _is_usable(part)]
    for row in _rows(shown):
        row.sort(key=lambda part: part.geometry().left() if rightwards else -part.geometry().right())
        for part in row:
            if isinstance(part, QWidget):
                yield part
            else:
                yield from _in_order(holder, _parts(part))


def _rows(parts: list[QWidget | QLayout]) -> list[list[QWidget | QLayout]]:
    """What stands side by side: the middle of one is within the height of the first."""
    rows: list[list[QWidget | QLayout]] = []
    for part in sorted(parts, key=lambda part: part.geometry().top()):
        here = part.geometry()
        first = rows[-1][0].geometry() if rows else QRect()
        if rows and (_spans(first, here.center()) or _spans(here, first.center())):
            rows[-1].append(part)
        else:
            rows.append([part])
    return rows


def _spans(rect: QRect, point: QPoint) -> bool:
    return rect.top() <= point.y() <= rect.bottom()


def _is_usable(part: QWidget) -> bool:
    return part.isVisible() and part.isEnabled() and not part.isWindow()
