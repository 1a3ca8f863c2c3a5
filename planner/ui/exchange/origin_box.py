"""Where a list is from and how well one knows its people: asked once for all of them (practices 001-08, 000-04)."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QVBoxLayout, QWidget

from planner.domain.person import Closeness, SourceKind
from planner.ui.kit import theme, wording
from planner.ui.kit.choice_chips import Chips
from planner.ui.kit.i18n import _

_KINDS = (
    SourceKind.MET,
    SourceKind.EVENT,
    SourceKind.PARTY,
    SourceKind.REFERRAL,
    SourceKind.WEBSITE,
    SourceKind.BLOG,
    SourceKind.SOCIAL_POST,
    SourceKind.BOUGHT,
    SourceKind.UNKNOWN,
)


class OriginBox(QFrame):
    """The questions beside a preview; ``changed`` when an answer did."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "card")
        self.kind: Chips[SourceKind] = Chips([(kind, _kind_words(kind)) for kind in _KINDS], self)
        self.kind.setAccessibleName(_("Where this list is from"))
        self.which = QLineEdit(self)
        self.which.setMaxLength(200)
        self.closeness: Chips[Closeness] = Chips([(each, wording.closeness(each)) for each in Closeness], self)
        self.closeness.setAccessibleName(_("How you know these people"))
        self.tag = QLineEdit(self)
        self.tag.setMaxLength(60)
        self.tag.setAccessibleName(_("A tag for everybody"))
        self.tag.setPlaceholderText(_("None"))
        self._locked = self._said("caution")
        self._close_hint = self._said("small")
        self.closeness.choose([Closeness.ACQUAINTANCE])
        self._put_together()
        self.kind.changed.connect(self._react)
        self.closeness.changed.connect(self._react)
        self._react()

    def is_answered(self) -> bool:
        """Whether somebody said where the list is from; not knowing is an answer."""
        return self.kind.value() is not None

    def source(self) -> tuple[SourceKind, str]:
        """The kind of source and its name."""
        kind = self.kind.value() or SourceKind.UNKNOWN
        return kind, "" if kind is SourceKind.UNKNOWN else self.which.text().strip()

    def near(self) -> Closeness:
        """How well one knows its people."""
        return self.closeness.value() or Closeness.ACQUAINTANCE

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(16), theme.px(14), theme.px(16), theme.px(14))
        column.setSpacing(theme.px(8))
        column.addWidget(self._heading(_("Where is this list from?")))
        column.addWidget(self.kind)
        column.addWidget(self.which)
        column.addWidget(self._locked)
        column.addSpacing(theme.px(8))
        column.addWidget(self._heading(_("How do you know them?")))
        column.addWidget(self.closeness)
        column.addWidget(self._close_hint)
        column.addSpacing(theme.px(8))
        column.addWidget(self._heading(_("A tag for everybody")))
        column.addWidget(self.tag)
        column.addStretch(1)

    def _heading(self, text: str) -> QLabel:
        label = QLabel(text, self)
        label.setProperty("role", "name")
        return label

    def _said(self, role: str) -> QLabel:
        label = QLabel(self)
        label.setProperty("role", role)
        label.setWordWrap(True)
        return label

    def _react(self) -> None:
        kind = self.kind.value()
        self.which.setVisible(kind not in (None, SourceKind.UNKNOWN))
        hint = (
            _("Which list, and when bought") if kind is SourceKind.BOUGHT else _("Which one: Spring Craft Fair, April")
        )
        self.which.setPlaceholderText(hint)
        self.which.setAccessibleName(hint)
        self._locked.setVisible(kind is SourceKind.BOUGHT)
        self._locked.setText(
            _("Nobody of a bought list is suggested for a call until you have answered where these people come from.")
        )
        self._close_hint.setText(
            _("Friends and family are protected: no asks until they raise a hand.")
            if self.near().is_protected
            else _("You can say it for each person afterwards.")
        )
        self.changed.emit()


def _kind_words(kind: SourceKind) -> str:
    return _("Don’t know") if kind is SourceKind.UNKNOWN else wording.source_kind(kind)
