"""Their life first; the rest, and the business between you, on request."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.person import SourceKind, Stage
from planner.services.drafts import AddressDraft, PersonDraft, PersonView
from planner.ui.kit import dates, layouts, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import breakable

LONGEST = 2000
"""Characters of a note shown here; the form has all of it."""
AT_FIRST = 2
"""Facts in sight before the rest is asked for."""

Lines = list[tuple[str, str]]


class AboutCard(QFrame):
    """Facts with their names; empty ones are left out. Friends and family show their whole life at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._title = QLabel(_("Their life"), self)
        self._title.setProperty("role", "name")
        self._life: Lines = []
        self._is_open = False
        self._is_protected = False
        self._life_facts = _Facts(self)
        self._business_title = QLabel(_("Business"), self)
        self._business_title.setProperty("role", "name")
        self._business_facts = _Facts(self)
        self._more = Button("", kind="link", parent=self)
        self._more.clicked.connect(lambda _on=False: self.unfold(is_open=not self._is_open))
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(7), theme.px(10), theme.px(10))
        column.setSpacing(theme.px(3))
        top = QHBoxLayout()
        top.addWidget(self._title)
        top.addStretch(1)
        top.addWidget(self._more)
        column.addLayout(top)
        for widget in (self._life_facts, self._business_title, self._business_facts):
            column.addWidget(widget)

    def show_person(self, view: PersonView, country: str, today: date) -> None:
        """Show somebody; what is unfolded stays so. ``country`` is the user's own."""
        self._life = life_of(view.draft, country, today)
        self._is_protected = view.draft.closeness.is_protected
        self._business_facts.show_lines(_business_of(view))
        self.unfold(is_open=self._is_open)

    def unfold(self, *, is_open: bool) -> None:
        """Show everything, or the first facts only."""
        self._is_open = is_open
        shows_all = is_open or self._is_protected
        shown = self._life if shows_all else self._life[:AT_FIRST]
        self._life_facts.show_lines(shown)
        self._title.setText(_("Their life") if self._life else _("Business"))
        self._business_title.setVisible(is_open and bool(self._life))
        self._business_facts.setVisible(is_open)
        folded = _("Business") if shows_all and self._life else _("More")
        self._more.setText(_("Less") if is_open else folded)

    def life_shown(self) -> list[str]:
        """The facts of their life as they stand there."""
        return self._life_facts.lines()

    def business_shown(self) -> list[str]:
        """The facts of the business, while they are unfolded."""
        return [] if self._business_facts.isHidden() else self._business_facts.lines()


class _Facts(QWidget):
    """Names at the left, what is known at the right."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: Lines = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(10))
        self._grid.setVerticalSpacing(theme.px(4))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnMinimumWidth(0, theme.px(84))

    def lines(self) -> list[str]:
        return [f"{name}: {value}" for name, value in self._lines]

    def show_lines(self, lines: Lines) -> None:
        if lines == self._lines:
            return
        self._lines = lines
        layouts.empty(self._grid)
        for row, (name, value) in enumerate(lines):
            label = QLabel(breakable(name), self)
            label.setProperty("role", "small")
            said = QLabel(breakable(value), self)
            said.setWordWrap(True)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 1)
        self.setVisible(bool(lines))


def life_of(draft: PersonDraft, country: str, today: date) -> Lines:
    """What is known of their life, what helps most in a talk first."""
    birthday = ""
    if draft.birthday is not None:
        birthday = wording.birthday(draft.birthday)
        if draft.birthday.year is not None:
            turned = today.year - draft.birthday.year
            birthday = _("{birthday} ({age} this year)").format(birthday=birthday, age=turned)
    lines = [
        (_("Remember"), draft.remember),
        (_("Life"), draft.life),
        (_("Wishes for"), draft.wish),
        (_("In common"), draft.in_common),
        (_("Birthday"), birthday),
        (_("How you met"), draft.how_known),
        (_("Goes by"), draft.call_me),
        (_("Best times"), draft.best_times),
        (_("Lives at"), "\n".join(address_lines(draft.addresses[0], country)) if draft.addresses else ""),
        (_("Note"), draft.note),
        (_("Tags"), ", ".join(draft.tags)),
    ]
    lines += [(detail.label or detail.kind, detail.value) for detail in draft.details]
    lines += [(social.network or _("Social media"), social.handle) for social in draft.socials]
    return [(name, _cut(value)) for name, value in lines if value.strip()]


def _business_of(view: PersonView) -> Lines:
    draft = view.draft
    stage = wording.stage(view.stage)
    if view.stage_until is not None and view.stage in (Stage.NOT_NOW, Stage.RESTING):
        stage = _("{stage} until {day}").format(stage=stage, day=dates.date_only(view.stage_until))
    source = wording.source_kind(draft.source_kind)
    if draft.source_name:
        source = _("{kind}: {name}").format(kind=source, name=draft.source_name)
    if draft.source_kind is SourceKind.BOUGHT and view.source_is_locked:
        source = _("{source} (its questions are still open)").format(source=source)
    job = " · ".join(part for part in (draft.job, draft.department, draft.company) if part)
    lines = [
        (_("Stage"), stage),
        (_("Came from"), source),
        (_("Introduced by"), view.introduced_by_name),
        (_("Customer of"), draft.consultant),
        (_("Work"), job),
        (_("Added"), dates.date_only(view.added_on)),
    ]
    return [(name, _cut(value)) for name, value in lines if value.strip()]


def address_lines(address: AddressDraft, own_country: str) -> list[str]:
    """A postal address in the lines of an envelope; the country only abroad."""
    place = " ".join(part for part in (address.postcode, address.city) if part)
    if address.country in ("", "US", "CA", "AU"):
        place = ", ".join(part for part in (address.city, f"{address.region} {address.postcode}".strip()) if part)
    abroad = address.country if address.country != own_country else ""
    return [line for line in (address.street, place, abroad) if line]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"
