"""A yes: to what, how it was said, in which words, and when."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.permission import Basis, Permission, Topic
from planner.domain.touch import Channel
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit import theme, wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.form import Form
from planner.ui.kit.i18n import _
from planner.ui.kit.plain_dates import Look

LONGEST = 1000
_CHANNELS = (Channel.CALL, Channel.TEXT, Channel.EMAIL, Channel.CARD, Channel.SOCIAL)
_BASES = (
    Basis.VERBAL,
    Basis.GAVE_NUMBER,
    Basis.CARD,
    Basis.TEXT,
    Basis.WRITTEN,
    Basis.FORM,
    Basis.IMPLIED_INQUIRY,
    Basis.IMPLIED_PURCHASE,
)


class ConsentFields(QWidget):
    """A row of channels; the rest appears once one is chosen."""

    changed = Signal()

    def __init__(self, clock: Callable[[], Moment], parent: QWidget | None = None, *, month_first: bool) -> None:
        super().__init__(parent)
        self._clock = clock
        self.channels: Chips[Channel] = Chips([(each, wording.channel(each)) for each in _CHANNELS], self, several=True)
        self.topics: Chips[Topic] = Chips([(each, wording.topic(each)) for each in Topic], self, several=True)
        self.topics.choose([Topic.ANY])
        self.basis: Chips[Basis] = Chips([(each, wording.basis(each)) for each in _BASES], self, at_first=4)
        self.basis.choose([Basis.VERBAL])
        self.words = QLineEdit(self)
        self.words.setMaxLength(LONGEST)
        self.words.setPlaceholderText(_("“Sure, call me when something new comes in”"))
        self.when = WhenField(clock, self, month_first=month_first, look=Look.BACK)
        self.when.set_text(_("today"))
        self._form = Form(self)
        self._form.add(_("To hear about"), self.topics)
        self._form.add(_("How they said it"), self.basis)
        self._form.add(_("Their exact words"), self.words)
        self._form.add(_("When"), self.when)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(10))
        column.addWidget(self.channels)
        column.addWidget(self._form)
        self.setFocusProxy(self.channels)
        self.channels.changed.connect(self._react)
        self.topics.changed.connect(self._one_or_any)
        self._react()

    def permissions(self) -> list[Permission] | None:
        """One yes for each channel; None while the day is not understood."""
        channels = self.channels.values()
        if not channels:
            return []
        when = self.when.understood()
        if when is None or not when.is_a_day:
            return None
        topics = tuple(self.topics.values()) or (Topic.ANY,)
        basis = self.basis.value() or Basis.VERBAL
        words = self.words.text().strip()
        return [
            Permission(0, channel, topics=topics, basis=basis, words=words, given_on=when.on) for channel in channels
        ]

    def insist(self) -> None:
        """Ask for the day again."""
        self.when.insist()

    def clear(self) -> None:
        """Be ready for the next yes."""
        self.channels.choose([])
        self.words.clear()
        self._react()

    def _react(self) -> None:
        self._form.setVisible(bool(self.channels.values()))
        self.changed.emit()

    def _one_or_any(self) -> None:
        """Anything and one thing exclude each other; the newest choice wins."""
        chosen = self.topics.values()
        if Topic.ANY in chosen and len(chosen) > 1:
            is_any = self.topics.pressed is Topic.ANY
            self.topics.choose([Topic.ANY] if is_any else [each for each in chosen if each is not Topic.ANY])
