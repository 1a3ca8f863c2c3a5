"""The lines of a view of one's own: each says whom it leaves in, or nothing."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from planner.domain.account import Level
from planner.domain.person import Closeness, SourceKind, Stage
from planner.domain.touch import Channel
from planner.services.saved_views import Filters, InTouch, NextStep, Origin, View
from planner.ui.dialogs.form_window import LONGEST, line
from planner.ui.dialogs.many_choice import ManyChoice, Option
from planner.ui.dialogs.services import Services
from planner.ui.kit import theme, wording
from planner.ui.kit.fields import NumberField
from planner.ui.kit.i18n import _
from planner.ui.kit.wording import saved_views as words

_LONGEST_TIME = 3650
_WAYS = (Channel.CALL, Channel.TEXT, Channel.EMAIL)


class ViewLines(QWidget):
    """Label and field in each line, like the halves of a sentence; ``changed`` at each change."""

    changed = Signal()

    def __init__(self, services: Services, parent: QWidget) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(16))
        self._grid.setVerticalSpacing(theme.px(8))
        self._grid.setColumnStretch(1, 1)
        self.among = QComboBox(self)
        for view in View:
            self.among.addItem(words.view(view), view)
        self.words = line(self, _("a name, a town, a number"), LONGEST // 5)
        people, any_ = services.people, _("any")
        self.stages: ManyChoice[Stage] = ManyChoice([(each, wording.stage(each)) for each in Stage], any_, self)
        self.closeness: ManyChoice[Closeness] = ManyChoice(
            [(each, wording.closeness(each)) for each in Closeness], any_, self
        )
        self.levels: ManyChoice[Level] = ManyChoice([(each, wording.level(each)) for each in Level], any_, self)
        self.sources: ManyChoice[Origin] = ManyChoice(
            _origins((one.kind, one.name) for one in people.sources()), any_, self
        )
        self.tags: ManyChoice[str] = ManyChoice([(name, name) for name, _people in people.tags()], any_, self)
        self.allowed: ManyChoice[Channel] = ManyChoice(
            [(each, wording.channel(each)) for each in _WAYS], _("any"), self
        )
        self._make_times()
        self.cities = line(self, _("Denver, Boulder"), LONGEST // 5)
        self.cities.setCompleter(_completer(services.listing.cities(), self.cities))
        self._lay_out()
        self._listen()

    def filters(self) -> Filters:
        """What the lines say."""
        return Filters(
            among=View(self.among.currentData()),
            words=" ".join(self.words.text().split()),
            stages=self.stages.values(),
            closeness=self.closeness.values(),
            levels=self.levels.values(),
            sources=self.sources.values(),
            tags=self.tags.values(),
            allowed=self.allowed.values(),
            in_touch=InTouch(self.in_touch.currentData()),
            in_touch_days=self.days.value(),
            cities=tuple(dict.fromkeys(city.strip() for city in self.cities.text().split(",") if city.strip())),
            next_step=NextStep(self.next_step.currentData()),
        )

    def show_filters(self, filters: Filters) -> None:
        """Fill the lines in."""
        self.among.setCurrentIndex(self.among.findData(filters.among))
        self.words.setText(filters.words)
        self.stages.choose(filters.stages)
        self.closeness.choose(filters.closeness)
        self.levels.choose(filters.levels)
        self.sources.choose(filters.sources)
        self.tags.choose(filters.tags)
        self.allowed.choose(filters.allowed)
        self.in_touch.setCurrentIndex(self.in_touch.findData(filters.in_touch))
        self.days.setValue(filters.in_touch_days)
        self.cities.setText(", ".join(filters.cities))
        self.next_step.setCurrentIndex(self.next_step.findData(filters.next_step))
        self._react()

    def _make_times(self) -> None:
        self.in_touch = QComboBox(self)
        for each in InTouch:
            self.in_touch.addItem(words.in_touch(each), each)
        self.days = NumberField(1, _LONGEST_TIME, Filters().in_touch_days, _(" days"), self)
        self.days.setAccessibleName(_("How many days"))
        self.next_step = QComboBox(self)
        for step in NextStep:
            self.next_step.addItem(words.next_step(step), step)

    def _lay_out(self) -> None:
        touch = QWidget(self)
        row = QHBoxLayout(touch)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.px(8))
        row.addWidget(self.in_touch, 1)
        row.addWidget(self.days)
        touch.setFocusProxy(self.in_touch)
        self.in_touch.setAccessibleName(_("You were in touch"))
        for text, field in (
            (_("Among"), self.among),
            (_("Found by"), self.words),
            (_("The relationship is"), self.stages),
            (_("You know them as"), self.closeness),
            (_("The balance is"), self.levels),
            (_("They came from"), self.sources),
            (_("They have the tag"), self.tags),
            (_("They said yes to"), self.allowed),
            (_("You were in touch"), touch),
            (_("They live in"), self.cities),
            (_("The next step is"), self.next_step),
        ):
            self._add(text, field)

    def _add(self, text: str, field: QWidget) -> None:
        label = QLabel(text, self)
        label.setProperty("role", "label")
        label.setBuddy(field)
        if not field.accessibleName():
            field.setAccessibleName(text)
        place = self._grid.rowCount()
        self._grid.addWidget(label, place, 0, Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field, place, 1)

    def _listen(self) -> None:
        for choice in (self.stages, self.closeness, self.levels, self.sources, self.tags, self.allowed):
            choice.changed.connect(self._react)
        for box in (self.among, self.in_touch, self.next_step):
            box.currentIndexChanged.connect(self._react)
        for field in (self.words, self.cities):
            field.textChanged.connect(self._react)
        self.days.valueChanged.connect(self._react)
        self._react()

    def _react(self) -> None:
        self.days.setVisible(self.in_touch.currentData() in (InTouch.WITHIN, InTouch.NOT_FOR))
        self.changed.emit()


def _origins(known: Iterable[Origin]) -> list[Option[Origin]]:
    """Every kind of source, then those that have a name of their own."""
    kinds: list[Option[Origin]] = [((kind, ""), wording.source_kind(kind)) for kind in SourceKind]
    named = sorted((each for each in known if each[1]), key=lambda each: each[1].casefold())
    lines: list[Option[Origin]] = [(each, wording.source(*each)) for each in named]
    return [*kinds, None, *lines] if lines else kinds


def _completer(cities: list[str], field: QLineEdit) -> QCompleter:
    completer = QCompleter(cities, field)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    completer.setFilterMode(Qt.MatchFlag.MatchStartsWith)
    return completer
