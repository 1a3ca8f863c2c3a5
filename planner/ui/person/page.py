"""What scrolls below the header: the move, the account, what is agreed, their life, and the timeline."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from planner.domain.moment import Moment
from planner.domain.move import Move
from planner.services.drafts import PersonView
from planner.services.timeline import AccountView, Part, Timeline
from planner.ui.kit import layouts, theme
from planner.ui.kit.i18n import _
from planner.ui.kit.isolating import isolated
from planner.ui.person.about_card import AboutCard
from planner.ui.person.account_card import AccountCard
from planner.ui.person.agreements import AgreementsCard
from planner.ui.person.header import display_name
from planner.ui.person.move_card import MoveCard
from planner.ui.person.section import Section
from planner.ui.person.timeline_filter import WORTH, TimelineFilter
from planner.ui.person.timeline_model import TimelineModel
from planner.ui.person.timeline_view import TimelineView


class Page(QScrollArea):
    """One column; the next page of the timeline is loaded before its end is reached."""

    def _show_bar(self, lowest: int, highest: int) -> None:
        """The bar keeps its room, and is not seen where there is nothing to move."""
        self.verticalScrollBar().setEnabled(highest > lowest)

    def __init__(self, timeline: Timeline, clock: Callable[[], Moment], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sections: Sequence[Section] = ()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.verticalScrollBar().rangeChanged.connect(self._show_bar)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inner = QWidget(self)
        self._inner.setProperty("ground", "clear")
        self.move_card = MoveCard(self._inner)
        self.account_card = AccountCard(self._inner)
        self.agreements = AgreementsCard(self._inner)
        self.about_card = AboutCard(self._inner)
        self.touches = TimelineModel(timeline, clock, self)
        self.timeline = TimelineView(self.touches, self._inner)
        self.filter = TimelineFilter(self._inner)
        self.filter.changed.connect(self._filter)
        self._heads = _Heads(self._inner)
        self._nothing = QLabel(self._inner)
        self._nothing.setProperty("role", "muted")
        self._nothing.setWordWrap(True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._lay_out()
        self.setWidget(self._inner)
        self.verticalScrollBar().valueChanged.connect(self._load_ahead)
        self.timeline.walked_to.connect(self._bring_into_sight)

    def show_cards(self, view: PersonView, move: Move, account: AccountView, now: Moment) -> None:
        """Show the next right move, the account and what is agreed."""
        self._order(is_life_first=view.draft.closeness.is_protected)
        self.show_move(view, move, now)
        self.account_card.show_account(
            account, isolated(view.draft.call_me or view.draft.given or display_name(view)), now
        )
        self.agreements.show_person(view, now)
        layouts.settle()

    def show_rest(self, view: PersonView, country: str, now: Moment, *, month_first: bool) -> None:
        """Show the business between the two, and what is known of somebody."""
        for section in self._sections:
            section.show_person(view, now)
        self.about_card.show_person(view, country, now.today, month_first=month_first)
        layouts.settle()

    def show_history(self, view: PersonView) -> None:
        """Show what has happened with somebody; who is shown already stays where the page was scrolled to."""
        at = self.verticalScrollBar().value()
        if self.touches.person_id == view.id:
            self.touches.reload()
        else:
            self.touches.show_person(view.id)
            self.filter.start_over()
            at = 0
        self._show_timeline()
        self.verticalScrollBar().setValue(at)

    def show_move(self, view: PersonView, move: Move, now: Moment) -> None:
        """What is right to do now, which a minute may change."""
        self.move_card.show_move(move, view.draft.call_me or display_name(view), now)

    def _filter(self, part: Part, words: str) -> None:
        """Show a part of the timeline, and stay where the page was scrolled to as far as there is that much of it."""
        at = self.verticalScrollBar().value()
        self.touches.filter(part, words)
        self._show_timeline()
        self.verticalScrollBar().setValue(at)

    def _show_timeline(self) -> None:
        count, is_filtered = self.touches.rowCount(), self.touches.is_filtered
        self._heads.setVisible(count > 0)
        self.filter.setVisible(is_filtered or count >= WORTH)
        self.timeline.setVisible(count > 0)
        yet = _("Nothing has happened yet. What you give will stand at the left, what you ask at the right.")
        self._nothing.setText(_("Nothing like this stands in the timeline.") if is_filtered else yet)
        self._nothing.setVisible(not count)
        layouts.settle()

    def take_sections(self, sections: Sequence[Section]) -> None:
        """Show the business between the two, each part reading from a service of its own, below what is agreed."""
        self._sections = sections
        below = self._column.indexOf(self.agreements) + 1
        for at, section in enumerate(sections, below):
            self._column.insertWidget(at, section)

    def take_header(self, header: QWidget) -> None:
        """Let the header scroll with the cards, as the first of them."""
        self._column.insertWidget(0, header)

    def start_over(self) -> None:
        """Fold everything, for somebody else."""
        self.move_card.unfold(is_open=False)
        self.account_card.unfold(is_open=False)
        self.about_card.unfold(is_open=False)
        for section in self._sections:
            section.unfold(is_open=False)
        self.verticalScrollBar().setValue(0)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout(self._inner)
        self._column.setContentsMargins(theme.px(14), theme.px(12), theme.px(6), theme.px(16))
        self._column.setSpacing(theme.px(12))
        for widget in (self.move_card, self.account_card, self.agreements, self.about_card):
            self._column.addWidget(widget)
        self._column.addWidget(self.filter)
        self._column.addWidget(self._heads)
        self._column.addWidget(self._nothing)
        self._column.addWidget(self.timeline)
        self._column.addStretch(1)

    def _order(self, *, is_life_first: bool) -> None:
        """Their life comes before anything of yours for friends and family (000-22)."""
        self._column.removeWidget(self.about_card)
        after = self.move_card if is_life_first else self.filter
        self._column.insertWidget(self._column.indexOf(after), self.about_card)

    def _load_ahead(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if bar.maximum() - value < 2 * self.viewport().height():
            self.touches.load_more()

    def _bring_into_sight(self, rect: QRect) -> None:
        top = self.timeline.mapTo(self._inner, rect.topLeft()).y()
        middle = top + rect.height() // 2
        self.ensureVisible(0, middle, 0, rect.height() // 2 + theme.px(24))


class _Heads(QWidget):
    """The names of the two sides of the timeline."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for text in (_("DEPOSITS — GIVEN"), _("WITHDRAWALS — ASKED")):
            label = QLabel(text, self)
            label.setProperty("role", "section")
            row.addWidget(label)
        row.insertStretch(1, 1)
