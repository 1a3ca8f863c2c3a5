"""A walk through every window: names for a screen reader, keys for a keyboard, room for every word.

The windows are those of the pictures, once in English at 100 % and once in the made-up language, whose words are 40 %
longer, at 150 %.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from itertools import chain, combinations, pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenuBar,
    QPlainTextEdit,
    QPushButton,
    QSplitterHandle,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from planner.domain.moment import Moment
from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.kit import i18n, theme
from planner.ui.kit.buttons import Button
from planner.ui.kit.labels import ElidedLabel
from planner.ui.kit.windows import Window, step, stops
from planner.ui.picture_scenes import EMPTY, ON, ZONE, scenes
from planner.ui.picture_views import settle
from planner.ui.pictures import desk_of, invent

WAYS = (("en", 100), (i18n.PSEUDO, 150))
NOW = Moment.at(ON, ZONE)


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample book, invented once."""
    path = tmp_path_factory.mktemp("sample") / "sample.warmbook"
    invent(path)
    return path


@pytest.fixture(params=WAYS, ids=["english", "long"])
def _way(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[None]:
    """The language and the size of text."""
    language, percent = request.param
    i18n.use_language(language, "US")
    theme.apply(qapp, "light", percent)
    yield
    i18n.use_language("en", "US")
    theme.apply(qapp, "light", 100)


@pytest.mark.usefixtures("_way")
@pytest.mark.parametrize("name", sorted(scenes()))
def test_a_window_has_names_keys_and_room(name: str, sample: Path, tmp_path: Path, qtbot: QtBot) -> None:
    path = tmp_path / "sample.warmbook"
    if name not in EMPTY:
        shutil.copy(sample, path)
    services = OpenBook.at(path, lambda: NOW)
    desk = desk_of(services)
    qtbot.addWidget(desk)
    window = scenes()[name](desk)
    settle()
    found = _faults(window)
    if found:  # a layout may still have been on its way
        settle(500)
        found = _faults(window)
    if isinstance(window, Window | Desk) and i18n.language() == "en":
        found += _unseen(window)
    if isinstance(window, QDialog):
        window.done(0)
    elif window is not desk:
        window.close()
    desk.close()
    services.book.close()
    assert not found


def _faults(window: QWidget) -> list[str]:
    parts = [part for part in window.findChildren(QWidget) if _is_shown(part)]
    checks = (_nameless(parts), _cut(parts), _overlapping(parts), _said_twice(parts), _underlined(parts))
    return [*chain.from_iterable(checks), *_ragged(parts), *_unreachable(window, parts)]


def _is_shown(part: QWidget) -> bool:
    return part.isVisible() and not part.visibleRegion().isEmpty()


def _takes_keys(part: QWidget) -> bool:
    is_ours = not isinstance(part, QMenuBar | QSplitterHandle | QAbstractSlider)
    return is_ours and part.isEnabled() and bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus)


def _told(part: QWidget) -> str:
    return f"{type(part).__name__} {part.accessibleName() or _text(part)!r}"


def _text(part: QWidget) -> str:
    return str(getattr(part, "text", lambda: "")())


def _nameless(parts: list[QWidget]) -> Iterator[str]:
    """What takes the keys, or can be clicked, must say what it is."""
    for part in parts:
        if not (_takes_keys(part) or isinstance(part, QAbstractButton)) or part.focusProxy() is not None:
            continue
        spoken = QAccessible.queryAccessibleInterface(part)
        holder = part.parentWidget()
        if not spoken.text(QAccessible.Text.Name).strip():
            yield f"no name: {_told(part)} in {type(holder).__name__}"
        if isinstance(part, QAbstractButton | QLineEdit) and spoken.role() in _NO_ROLES:
            yield f"no role: {_told(part)}"
        if isinstance(part, QPushButton) and not (part.isCheckable() or part.autoDefault() or isinstance(part, Button)):
            yield f"Enter does not press it: {_told(part)}"


def _underlined(parts: list[QWidget]) -> Iterator[str]:
    """Letters are underlined in menus alone; everywhere else Tab, the arrows and the listed keys lead on."""
    for part in parts:
        is_field_name = isinstance(part, QLabel) and part.buddy() is not None
        if not (isinstance(part, QAbstractButton) or is_field_name):
            continue
        if re.search(r"(?<!&)(&&)*&[^&]", _text(part)):
            yield f"an underlined letter: {_told(part)}"


_NO_ROLES = (QAccessible.Role.NoRole, QAccessible.Role.Client)


def _cut(parts: list[QWidget]) -> Iterator[str]:
    """Words on buttons and labels have the room they need; what shortens itself says so with three dots."""
    for part in parts:
        if isinstance(part, QAbstractButton) and part.text() and not isinstance(part, QToolButton):
            is_cut = part.sizeHint().width() > part.width() + 1 or part.sizeHint().height() > part.height() + 1
        elif isinstance(part, QLabel) and part.text() and part.wordWrap():
            is_cut = part.heightForWidth(part.width()) > part.height() + 1
        elif isinstance(part, QLabel) and part.text() and not isinstance(part, ElidedLabel):
            is_cut = part.sizeHint().width() > part.width() + 1
        elif isinstance(part, QLineEdit | QComboBox):
            is_cut = part.height() < part.fontMetrics().height()
        else:
            continue
        if is_cut:
            yield f"cut: {_told(part)} has {part.width()}x{part.height()}, needs {part.sizeHint().toTuple()}"


def _overlapping(parts: list[QWidget]) -> Iterator[str]:
    """Buttons, fields and words beside each other do not lie on each other."""
    solid = [
        part for part in parts if isinstance(part, QAbstractButton | QLabel | QLineEdit | QComboBox | QPlainTextEdit)
    ]
    for one, other in combinations(solid, 2):
        if one.parentWidget() is not other.parentWidget():
            continue
        shared = _inner(one).intersected(_inner(other))
        if not shared.isEmpty():
            yield f"overlap: {_told(one)} and {_told(other)}"


def _inner(part: QWidget) -> QRect:
    return part.geometry().adjusted(1, 1, -1, -1)


def _ragged(parts: list[QWidget]) -> Iterator[str]:
    """A link begins where the words above it begin, or well away from there."""
    words = [part for part in parts if isinstance(part, QLabel) and part.text()]
    for link in parts:
        if not isinstance(link, QAbstractButton) or link.property("kind") != "link" or not link.icon().isNull():
            continue
        room = link.geometry()
        over = [each for each in words if each.parentWidget() is link.parentWidget() and _is_over(each, room)]
        nearest = max(over, key=lambda each: each.geometry().bottom(), default=None)
        if nearest is None:
            continue
        begins = nearest.geometry().left() + nearest.contentsMargins().left()
        if 1 < abs(begins - room.left()) < _SLIP:
            yield f"ragged: {_told(link)} begins at {room.left()}, the words above at {begins}"


_SLIP = 8
"""Pixels: what is further away than that was meant to be."""


def _is_over(words: QLabel, room: QRect) -> bool:
    above = words.geometry()
    return 0 <= room.top() - above.bottom() < room.height() and above.left() < room.right()


def _said_twice(parts: list[QWidget]) -> Iterator[str]:
    """No sentence stands in two places of one window; lines of a kind may be alike."""
    seen: dict[str, type] = {}
    for part in parts:
        if not isinstance(part, QLabel):
            continue
        for sentence in _SENTENCE.findall(_TAG.sub("", part.text())):
            kind = type(part.parentWidget())
            if seen.setdefault(sentence, kind) is not kind:
                yield f"said twice: {sentence!r}"


_TAG = re.compile(r"<[^>]*>")
_SENTENCE = re.compile(r"[^.?:]{24,}[.?]")
"""A text long enough to be more than a name or a word."""


def _unreachable(window: QWidget, parts: list[QWidget]) -> Iterator[str]:
    """Tab comes to everything that takes the keys, and never goes up again in the same column."""
    if not isinstance(window, Window | Desk):
        return
    walked = _walked(window)
    for each in parts:
        if _takes_keys(each) and each not in walked and each.focusProxy() is None:
            yield f"Tab does not come to {_told(each)}"
    for before, after in pairwise(walked):
        if not isinstance(window, PersonForm) and _is_above(after, before):
            yield f"Tab goes up from {_told(before)} to {_told(after)}"


def _walked(window: QWidget) -> list[QWidget]:
    """Where the keys are after each press of Tab, from what stands first."""
    stations = window.tab_stops() if isinstance(window, Window) else stops(window)
    walked: list[QWidget] = []
    if stations:
        stations[0].setFocus()
    here: QWidget | None = window.focusWidget()
    while here is not None and here not in walked:
        walked.append(here)
        window.focusNextPrevChild(True)  # noqa: FBT003  # Qt's signature
        here = window.focusWidget()
    return walked


def _unseen(window: QWidget) -> Iterator[str]:
    """Whatever has the keys looks different from what has them not; one of each kind is looked at."""
    stations = window.tab_stops() if isinstance(window, Window) else stops(window)
    window.activateWindow()
    for here, there in pairwise([*stations, *stations[:1]]):
        if not (isValid(here) and isValid(there)) or here is there or _is_empty(here):
            continue
        kind = (type(here), here.property("kind"), isinstance(here, QAbstractButton) and here.isChecked())
        if kind in _LOOKED_AT:
            continue
        _LOOKED_AT.add(kind)
        looks = []
        for each in (there, here, there):
            step(window, [each], is_forward=True)
            settle(20)
            if not isValid(here):
                break
            place = QRect(here.mapTo(window, QPoint()), here.size()).adjusted(-4, -4, 4, 4)
            looks.append(window.grab(place).toImage())
        if isValid(here) and here.isVisible() and looks[0] == looks[1] == looks[2]:
            yield f"whether it has the keys is not to be seen: {_told(here)}"


_LOOKED_AT: set[object] = set()


def _is_empty(part: QWidget) -> bool:
    return isinstance(part, QAbstractItemView) and part.model().rowCount() == 0


def _is_above(one: QWidget, other: QWidget) -> bool:
    """Whether it stands over the other in the same column, both on one page."""
    page = one.parentWidget()
    if page is not other.parentWidget():
        return False
    first, second = one.geometry(), other.geometry()
    return first.bottom() < second.top() and first.left() <= second.right() and second.left() <= first.right()
