"""Their life and, folded away for friends and family, the business between you."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.person import SourceKind
from planner.services.drafts import AddressDraft, PersonDraft, PersonView
from planner.ui.kit import dates, icons, theme, wording
from planner.ui.kit.buttons import Button
from planner.ui.kit.i18n import _

LONGEST = 2000
"""Characters of a note shown here; the form has all of it."""

Lines = list[tuple[str, str]]


class AboutCard(QFrame):
    """Facts with their names, in two parts; empty ones are left out."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self._life_title = QLabel(_("Their life"), self)
        self._life_title.setProperty("role", "name")
        self._life = _Facts(self)
        self._fold_business = Button(_("Business"), "chevron_right", "quiet", self)
        self._fold_business.setCheckable(True)
        self._fold_business.toggled.connect(self._fold)
        self._business = _Facts(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(14), theme.px(10), theme.px(14), theme.px(8))
        column.setSpacing(theme.px(6))
        column.addWidget(self._life_title)
        column.addWidget(self._life)
        column.addWidget(self._fold_business, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._business)

    def show_person(self, view: PersonView, today: date) -> None:
        """Show somebody; the business starts folded."""
        life = _life_of(view.draft, today)
        self._life.show_lines(life)
        self._life_title.setVisible(bool(life))
        self._business.show_lines(_business_of(view))
        self._fold_business.setChecked(False)
        self._fold(False)  # noqa: FBT003  # the state, as the signal sends it

    def life_shown(self) -> list[str]:
        """The facts of their life as they stand there."""
        return self._life.lines()

    def business_shown(self) -> list[str]:
        """The facts of the business, while they are unfolded."""
        return [] if self._business.isHidden() else self._business.lines()

    def _fold(self, is_open: bool) -> None:
        self._business.setVisible(is_open)
        self._fold_business.setIcon(icons.icon("chevron_down" if is_open else "chevron_right"))


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
        self._lines = lines
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        for row, (name, value) in enumerate(lines):
            label = QLabel(name, self)
            label.setProperty("role", "small")
            said = QLabel(value, self)
            said.setWordWrap(True)
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 1)
        self.setVisible(bool(lines))


def _life_of(draft: PersonDraft, today: date) -> Lines:
    birthday = ""
    if draft.birthday is not None:
        birthday = wording.birthday(draft.birthday)
        if draft.birthday.year is not None:
            turned = today.year - draft.birthday.year
            birthday = _("{birthday} ({age} this year)").format(birthday=birthday, age=turned)
    lines = [
        (_("Call them"), draft.call_me),
        (_("Birthday"), birthday),
        (_("Knows you from"), draft.how_known),
        (_("In common"), draft.in_common),
        (_("Life"), draft.life),
        (_("Remember"), draft.remember),
        (_("Best times"), draft.best_times),
        (_("Lives at"), "\n".join(address_lines(draft.addresses[0])) if draft.addresses else ""),
        (_("Note"), draft.note),
        (_("Tags"), ", ".join(draft.tags)),
    ]
    lines += [(detail.label or detail.kind, detail.value) for detail in draft.details]
    lines += [(social.network or _("Social media"), social.handle) for social in draft.socials]
    return [(name, _cut(value)) for name, value in lines if value.strip()]


def _business_of(view: PersonView) -> Lines:
    draft = view.draft
    stage = wording.stage(view.stage)
    if view.stage_until is not None:
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
        (_("Work"), job),
        (_("Added"), dates.date_only(view.added_on)),
    ]
    return [(name, _cut(value)) for name, value in lines if value.strip()]


def address_lines(address: AddressDraft) -> list[str]:
    """A postal address in the lines of an envelope."""
    place = " ".join(part for part in (address.postcode, address.city) if part)
    if address.country in ("", "US", "CA", "AU"):
        place = ", ".join(part for part in (address.city, f"{address.region} {address.postcode}".strip()) if part)
    return [line for line in (address.street, place, address.country) if line]


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rstrip() + " …"
