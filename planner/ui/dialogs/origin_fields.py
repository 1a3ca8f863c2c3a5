"""Where somebody comes from, and how well you know each other; "don't know" is an answer (001-06, 001-08)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QLineEdit, QVBoxLayout, QWidget

from planner.domain.person import Closeness, SourceKind
from planner.domain.touch import OPENING_BALANCES
from planner.services.drafts import PersonDraft, SourceView
from planner.ui.dialogs.form_window import quiet
from planner.ui.kit import theme, wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.i18n import _, pgettext

LONGEST = 200
_OWN_KINDS = (
    SourceKind.MET,
    SourceKind.REFERRAL,
    SourceKind.FRIEND_OF_FRIEND,
    SourceKind.EVENT,
    SourceKind.PARTY,
    SourceKind.BLOG,
    SourceKind.WEBSITE,
    SourceKind.SOCIAL_POST,
    SourceKind.IMPORTED,
)
_SUGGESTED = {Closeness.STRANGER: 0, Closeness.ACQUAINTANCE: 4, Closeness.FRIEND: 10, Closeness.FAMILY: 18}


class Origin(StrEnum):
    """The three answers to where somebody comes from."""

    OWN = "own"
    BOUGHT = "bought"
    UNKNOWN = "unknown"


def origin_of(kind: SourceKind) -> Origin:
    """The group of a source."""
    if kind is SourceKind.BOUGHT:
        return Origin.BOUGHT
    return Origin.UNKNOWN if kind is SourceKind.UNKNOWN else Origin.OWN


class SourceFields(QWidget):
    """Own, bought or not known; then which, if one knows."""

    def __init__(self, sources: Sequence[SourceView], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        groups = (
            (Origin.OWN, _("My own")),
            (Origin.BOUGHT, _("A bought list")),
            (Origin.UNKNOWN, _("Don’t know")),
        )
        self.origin: Chips[Origin] = Chips(groups, self)
        self.kind: Chips[SourceKind] = Chips([(kind, wording.source_kind(kind)) for kind in _OWN_KINDS], self)
        self.which = QLineEdit(self)
        self.which.setMaxLength(LONGEST)
        self.which.setAccessibleName(_("Which one, and when"))
        completer = QCompleter(sorted({source.name for source in sources if source.name}), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.which.setCompleter(completer)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(8))
        for widget in (self.origin, self.kind, self.which):
            column.addWidget(widget)
        self.setFocusProxy(self.origin)
        self.origin.choose([Origin.UNKNOWN])
        self.origin.changed.connect(self._react)
        self._react()

    def show_source(self, draft: PersonDraft) -> None:
        """Fill in what is known."""
        self.origin.choose([origin_of(draft.source_kind)])
        if origin_of(draft.source_kind) is Origin.OWN:
            self.kind.choose([draft.source_kind])
        self.which.setText(draft.source_name)
        self._react()

    def source(self) -> tuple[SourceKind, str]:
        """The kind and the name of the source."""
        origin = self.origin.value()
        if origin is Origin.BOUGHT:
            return SourceKind.BOUGHT, self.which.text().strip()
        if origin is Origin.OWN:
            return self.kind.value() or SourceKind.MET, self.which.text().strip()
        return SourceKind.UNKNOWN, ""

    def _react(self) -> None:
        origin = self.origin.value()
        self.kind.setVisible(origin is Origin.OWN)
        self.which.setVisible(origin in (Origin.OWN, Origin.BOUGHT))
        self.which.setPlaceholderText(
            _("Which list, and when bought") if origin is Origin.BOUGHT else _("Which one: Spring Craft Fair, April")
        )


class ClosenessFields(QWidget):
    """How near somebody is; on adding, also where the two of you stand already (001-21)."""

    def __init__(self, parent: QWidget | None = None, *, is_new: bool) -> None:
        super().__init__(parent)
        self._is_new = is_new
        self._is_chosen = False
        near = [(each, wording.closeness(each)) for each in Closeness]
        self.closeness: Chips[Closeness] = Chips(near, self)
        texts = (_("Not met yet"), _("Met once"), _("Know each other"), pgettext("near", "Close"))
        self.opening: Chips[int] = Chips(
            [
                (points, _("{words} +{points}").format(words=words, points=points) if points else words)
                for points, words in zip(OPENING_BALANCES, texts, strict=True)
            ],
            self,
            can_be_none=True,
        )
        self._label = quiet(_("Where you two stand today"), self, "label")
        self._hint = quiet(_("Your estimate. It is kept as one line you can see."), self, "small")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(4))
        column.addWidget(self.closeness)
        column.addSpacing(theme.px(8) if is_new else 0)
        self.opening.setAccessibleName(self._label.text())
        for widget in (self._label, self.opening, self._hint):
            column.addWidget(widget)
            widget.setVisible(is_new)
        self.setFocusProxy(self.closeness)
        self.closeness.choose([Closeness.ACQUAINTANCE])
        self.closeness.changed.connect(self._suggest)
        self.opening.changed.connect(self._choose)

    def opening_balance(self) -> int | None:
        """The points of the estimate, None when nobody estimated."""
        return self.opening.value() if self._is_new else None

    def _choose(self) -> None:
        self._is_chosen = True

    def _suggest(self) -> None:
        near = self.closeness.value()
        if near is not None and not self._is_chosen:
            self.opening.choose([_SUGGESTED[near]])
