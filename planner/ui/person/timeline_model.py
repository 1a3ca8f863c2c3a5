"""The touches of one person, newest first, loaded a hundred at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from planner.domain.moment import Moment
from planner.domain.touch import Side
from planner.services.timeline import Part, Timeline, TimelineEntry
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _

PAGE = 100
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole)
TODAY_ROLE = ENTRY_ROLE + 1
MONTH_ROLE = ENTRY_ROLE + 2
"""The month that begins with this entry in words, or nothing."""
LONGEST_TIP = 1200

_Index = QModelIndex | QPersistentModelIndex


def side_of(entry: TimelineEntry) -> Side:
    """Left of the centre line, right of it, or on it, by the points it really has."""
    if entry.points > 0:
        return Side.DEPOSIT
    return Side.WITHDRAWAL if entry.points < 0 else Side.NEUTRAL


def what_was_said(entry: TimelineEntry) -> str:
    """Topic, words and note of an entry, each on its line; words in quotation marks."""
    quoted = _("“{words}”").format(words=entry.words.strip()) if entry.words.strip() else ""
    return "\n".join(part for part in (wording.about(entry.topic.strip()), quoted, entry.note.strip()) if part)


class TimelineModel(QAbstractListModel):
    """A list of ``TimelineEntry``; ``load_more`` brings the next page."""

    def __init__(self, timeline: Timeline, clock: Callable[[], Moment], parent: Any = None) -> None:
        super().__init__(parent)
        self._timeline = timeline
        self._clock = clock
        self.today = clock().today
        self.person_id: int | None = None
        self._entries: list[TimelineEntry] = []
        self._is_complete = True
        self._part = Part.ALL
        self._words = ""

    @property
    def is_filtered(self) -> bool:
        """Whether a part only is shown."""
        return self._part is not Part.ALL or bool(self._words)

    def show_person(self, person_id: int | None) -> None:
        """Load the newest page of all that there is with somebody."""
        self.person_id = person_id
        self._part, self._words = Part.ALL, ""
        self._load(PAGE)

    def filter(self, part: Part, words: str) -> None:
        """Show a part only, and only what has these words in it."""
        wanted = (part, " ".join(words.split()))
        if wanted != (self._part, self._words):
            self._part, self._words = wanted
            self._load(PAGE)

    def reload(self) -> None:
        """Load again as much as was loaded."""
        self._load(max(PAGE, len(self._entries)))

    def load_more(self) -> bool:
        """Append the next page; False when there is none."""
        if self._is_complete or self.person_id is None or not self._entries:
            return False
        last = self._entries[-1]
        page = self._timeline.entries(self.person_id, PAGE, (last.on.isoformat(), last.id), self._part, self._words)
        self._is_complete = len(page) < PAGE
        if not page:
            return False
        self.beginInsertRows(QModelIndex(), len(self._entries), len(self._entries) + len(page) - 1)
        self._entries.extend(page)
        self.endInsertRows()
        return True

    def entry(self, row: int) -> TimelineEntry:
        """The entry of a row."""
        return self._entries[row]

    def month_of(self, row: int) -> str:
        """The month that begins with this row, going back in time: "October 2025"; empty within one."""
        on = self._entries[row].on
        before = self._entries[row - 1].on if row else None
        if before is not None and (before.year, before.month) == (on.year, on.month):
            return ""
        return dates.month_and_year(on)

    def row_of(self, touch_id: int) -> int:
        """The row of a touch, or -1."""
        return next((row for row, entry in enumerate(self._entries) if entry.id == touch_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's signature
        """How many entries are loaded (Qt's name)."""
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: _Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> Any:
        """The entry itself for painting, or in one sentence for a screen reader (Qt's name)."""
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == ENTRY_ROLE:
            return entry
        if role == TODAY_ROLE:
            return self.today
        if role == MONTH_ROLE:
            return self.month_of(index.row())
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._sentence(entry)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(entry)
        return None

    def _load(self, limit: int) -> None:
        self.beginResetModel()
        self.today = self._clock().today
        found: list[TimelineEntry] = []
        if self.person_id is not None:
            found = self._timeline.entries(self.person_id, limit, None, self._part, self._words)
        self._entries = list(found)
        self._is_complete = len(self._entries) < limit
        self.endResetModel()

    def _sentence(self, entry: TimelineEntry) -> str:
        side = {
            Side.DEPOSIT: _("given"),
            Side.WITHDRAWAL: _("asked or taken"),
            Side.NEUTRAL: _("neither given nor asked"),
        }[side_of(entry)]
        said = what_was_said(entry).replace("\n", " · ")[:LONGEST_TIP]
        facts = (
            wording.touch_kind(entry.kind),
            dates.points(entry.points),
            side,
            dates.day_and_time(entry.on, entry.at, self.today),
            wording.channel(entry.channel) if entry.channel else "",
            said,
        )
        return ", ".join(fact for fact in facts if fact)

    def _tip(self, entry: TimelineEntry) -> str:
        when = dates.date_only(entry.on)
        if entry.at is not None:
            when = _("{day}, {time}").format(day=when, time=dates.clock(entry.at))
        lines = [when, what_was_said(entry)[:LONGEST_TIP]]
        if not entry.counts:
            lines.append(_("Adds nothing to the account: two better ones of the same week already count."))
        return "\n".join(line for line in lines if line)
