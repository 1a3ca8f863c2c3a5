"""Today's list as rows: lanes, groups of a reason, cards."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from planner.domain.moment import Moment
from planner.domain.move import Band
from planner.services.today import Card, Day
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.today.card_words import CardWords, Lane, card_words, lane_title

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class LaneRow:
    """The name of a lane."""

    text: str


@dataclass(frozen=True, slots=True)
class GroupRow:
    """Why the people below are here, and how many they are."""

    text: str
    count: str


@dataclass(frozen=True, slots=True)
class CardRow:
    """One person."""

    person_id: int
    lane: Lane
    words: CardWords


@dataclass(frozen=True, slots=True)
class NoteRow:
    """A quiet sentence at the end."""

    text: str


@dataclass(frozen=True, slots=True)
class LinkRow:
    """A quiet sentence at the end that leads to the people it is about."""

    text: str


Row = LaneRow | GroupRow | CardRow | NoteRow | LinkRow


def rows_of(day: Day, now: Moment) -> tuple[Row, ...]:
    """The whole list. The first lane needs no name while everything can be done now."""
    lanes = [
        (Lane.CALL_NOW, day.call_now),
        (Lane.LATER, day.later),
        (Lane.WRITE, day.write),
        (Lane.TOMORROW, day.tomorrow),
        (Lane.NOT_TODAY, day.not_today),
    ]
    filled = [(lane, cards) for lane, cards in lanes if cards]
    rows: list[Row] = []
    for lane, cards in filled:
        if lane is not Lane.CALL_NOW or len(filled) > 1:
            rows.append(LaneRow(lane_title(lane)))
        rows.extend(_lane(lane, cards, now))
    return (*rows, *_notes(day))


def _lane(lane: Lane, cards: tuple[Card, ...], now: Moment) -> list[Row]:
    if lane is Lane.NOT_TODAY:
        return [CardRow(card.person_id, lane, card_words(card, lane, now)) for card in cards]
    rows: list[Row] = []
    for band, group in groupby(cards, key=lambda card: card.move.band):
        together = list(group)
        rows.append(GroupRow(_why(band), dates.number(len(together))))
        rows += [CardRow(card.person_id, lane, card_words(card, lane, now)) for card in together]
    return rows


def _why(band: Band | None) -> str:
    return wording.band(band) if band is not None else _("For no other reason")


def _notes(day: Day) -> list[Row]:
    notes: list[Row] = [NoteRow(wording.day_off(day))] if day.back_on is not None and day.cards else []
    if day.fresh_start is not None:
        notes.append(NoteRow(wording.fresh_start_holds(day.fresh_start.a_day)))
    elif day.waiting and not day.offered_places:
        text = ngettext("{count} more can wait.", "{count} more can wait.", day.waiting)
        notes.append(NoteRow(text.format(count=dates.number(day.waiting))))
    if day.homework:
        text = ngettext(
            "{count} name needs a little homework before a first call.",
            "{count} names need a little homework before a first call.",
            day.homework,
        )
        notes.append(LinkRow(text.format(count=dates.number(day.homework))))
    return notes


class DayModel(QAbstractListModel):
    """Rows of today; only cards, and what leads on, can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """Everything that is shown, in its order."""
        return self._rows

    def show(self, rows: tuple[Row, ...]) -> bool:
        """Show other rows; answers whether anything is different."""
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def row_of(self, person_id: int) -> int | None:
        """Where a person stands."""
        for place, row in enumerate(self._rows):
            if isinstance(row, CardRow) and row.person_id == person_id:
                return place
        return None

    def person_at(self, index: Index) -> int | None:
        """Who stands there, None for a heading."""
        row = self.row_at(index)
        return row.person_id if isinstance(row, CardRow) else None

    def row_at(self, index: Index) -> Row | None:
        """The row that stands there."""
        return self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None

    def rowCount(self, parent: Index | None = None) -> int:
        """How many rows there are (Qt's name)."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings can't be chosen, so that the arrows step over them (Qt's name)."""
        if not index.isValid() or not isinstance(self._rows[index.row()], CardRow | LinkRow):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The row itself, its text, and what a screen reader says (Qt's name)."""
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.words.name if isinstance(row, CardRow) else row.text
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return row.words.spoken if isinstance(row, CardRow) else row.text
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and isinstance(row, CardRow):
            return self._headings(index.row())
        return None

    def _headings(self, place: int) -> str:
        """What stands over a card, which the arrows step over: "Call now, Time matters"."""
        above = self._rows[:place]
        lane = next((row.text for row in reversed(above) if isinstance(row, LaneRow)), "")
        since = next((at for at in range(place - 1, -1, -1) if isinstance(self._rows[at], LaneRow)), 0)
        group = next((row.text for row in reversed(above[since:]) if isinstance(row, GroupRow)), "")
        return ", ".join(text for text in (lane, group) if text)
