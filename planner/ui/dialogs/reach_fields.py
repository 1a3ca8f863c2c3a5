"""Several numbers and several addresses, each in a line of its own, with what was understood below it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from planner.domain import phone
from planner.domain.phone import Number, PhoneProblem
from planner.services.drafts import EmailDraft, PhoneDraft
from planner.ui.kit import phones, theme
from planner.ui.kit.aloud import LiveLabel
from planner.ui.kit.buttons import Button, IconButton
from planner.ui.kit.countries import country_name
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import breakable
from planner.ui.kit.stylesheet import repolish

LONGEST = 120
_WRONG = "is_wrong"
_FAX = "is_fax"


def problem_words(problem: PhoneProblem) -> str:
    """What is odd about a number, and what to do."""
    return {
        PhoneProblem.EXCEL_SCIENTIFIC: _("A spreadsheet has shortened this number: its last digits are lost."),
        PhoneProblem.NEEDS_AREA_CODE: _("The area code is missing. It is kept as typed, but can’t be dialed."),
        PhoneProblem.SERVICE_CODE: _("This is a service code, not somebody’s number. It is kept as typed."),
        PhoneProblem.DUMMY: _("This looks made up. It is kept as typed."),
        PhoneProblem.NOT_A_NUMBER: _("This is not understood as a phone number. It is kept as typed."),
        PhoneProblem.UNUSUAL: _("No numbers like this are known there. Worth a second look."),
    }[problem]


def understood_words(number: Number, country: str) -> str:
    """A number as it was understood: "(303) 555-0142, United States"; nothing where it was typed so at home."""
    where = phone.region(number.e164)
    shown = phones.shown(phones.extended(number.e164, number.extension), country)
    if not where:
        return shown
    if shown == number.typed:
        return "" if where == country else country_name(where)
    return _("{number}, {country}").format(number=shown, country=country_name(where))


class _Row(QWidget):
    """One line with a button that takes it away."""

    removed = Signal()
    changed = Signal()

    def __init__(self, name: str, remove: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.line = QLineEdit(self)
        self.line.setMaxLength(LONGEST)
        self.line.setAccessibleName(name)
        self.below = LiveLabel(parent=self)
        self.remove_button = IconButton("close", remove, self)
        self.remove_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # from the keyboard, an emptied line is no line
        self.remove_button.clicked.connect(self.removed)
        self.row = QHBoxLayout()
        self.row.setSpacing(theme.px(6))
        self.row.addWidget(self.line, 1)
        self.row.addWidget(self.remove_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(3))
        column.addLayout(self.row)
        column.addWidget(self.below)
        self.line.textChanged.connect(self._read)

    def helpers(self) -> list[QWidget]:
        """What says more about the line; fewer need it than the line itself."""
        return []

    def say(self, text: str, *, is_problem: bool) -> None:
        self.below.setProperty("role", "caution" if is_problem else "small")
        repolish(self.below)
        self.below.setText(breakable(text))
        self.below.setVisible(bool(text))
        self.line.setAccessibleDescription(text)

    def _read(self) -> None:
        self.changed.emit()


class _PhoneRow(_Row):
    def __init__(self, draft: PhoneDraft, country: str, parent: QWidget) -> None:
        super().__init__(_("Phone number"), _("Remove this number"), parent)
        self._before = draft
        self._country = country
        self.label = QComboBox(self)
        self.label.setAccessibleName(_("Kind of number"))
        self.label.setAccessibleDescription(self.label.accessibleName())  # on Linux, Qt names a box by its value alone
        for text, code in (
            (_("No label"), ""),
            (_("Mobile"), "mobile"),
            (_("Home"), "home"),
            (_("Work"), "work"),
            (_("Fax"), _FAX),
            (_("Wrong number"), _WRONG),
        ):
            self.label.addItem(text, code)
        code = _WRONG if draft.is_wrong else _FAX if draft.is_fax else draft.label
        if self.label.findData(code) < 0:
            self.label.addItem(code, code)
        self.label.setCurrentIndex(self.label.findData(code))
        self.label.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.row.insertWidget(1, self.label)
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhDialableCharactersOnly)
        self.line.setText(phones.of(draft, country))
        self._read()

    def helpers(self) -> list[QWidget]:
        return [self.label]

    def draft(self) -> PhoneDraft | None:
        typed = self.line.text().strip()
        if not typed:
            return None
        code = self.label.currentData()
        is_wrong, is_fax = code == _WRONG, code == _FAX
        label = self._before.label if is_wrong or is_fax else str(code)
        number = phone.understand(typed, self._country)
        if self._before.e164 and number.e164 == self._before.e164:
            same = number.extension == self._before.extension
            before = self._before if same else replace(self._before, typed=typed, extension=number.extension)
            return replace(before, label=label, is_wrong=is_wrong, is_fax=is_fax)
        return PhoneDraft(typed, label, is_wrong, is_fax, number.e164, number.extension)

    def _read(self) -> None:
        typed = self.line.text().strip()
        if not typed:
            self.say("", is_problem=False)
        else:
            number = phone.understand(typed, self._country)
            said = problem_words(number.problem) if number.problem else understood_words(number, self._country)
            self.say(said, is_problem=number.problem is not None)
        super()._read()


class _EmailRow(_Row):
    def __init__(self, draft: EmailDraft, parent: QWidget) -> None:
        super().__init__(_("E-mail address"), _("Remove this address"), parent)
        self._before = draft
        self.line.setInputMethodHints(Qt.InputMethodHint.ImhEmailCharactersOnly)
        self.line.setText(draft.address)
        self._read()

    def draft(self) -> EmailDraft | None:
        address = self.line.text().strip()
        if not address:
            return None
        is_same = address == self._before.address
        return self._before if is_same else EmailDraft(address, self._before.label)

    def _read(self) -> None:
        address = self.line.text().strip()
        name, _at, place = address.rpartition("@")
        odd = bool(address) and not (name and "." in place.strip(".") and " " not in address)
        self.say(_("This does not look like an e-mail address. It is kept as typed.") if odd else "", is_problem=odd)
        super()._read()


class _Rows(QWidget):
    """Lines one below the other, never fewer than one."""

    changed = Signal()
    grown = Signal()
    """There is another line."""

    def __init__(self, another: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(6))
        self.another = Button(another, kind="link", parent=self)
        self.another.clicked.connect(self._add_empty)
        self._column.addWidget(self.another, 0, Qt.AlignmentFlag.AlignLeft)

    def lines(self) -> list[QWidget]:
        """The editors, in their order."""
        return [row.line for row in self._rows]

    def helpers(self) -> list[QWidget]:
        """What Tab reaches after the lines themselves."""
        return [helper for row in self._rows for helper in row.helpers()] + [self.another]

    def line(self, at: int = 0) -> QLineEdit:
        """The editor of a line."""
        return self._rows[at].line

    def said(self, at: int = 0) -> str:
        """What stands below a line."""
        return self._rows[at].below.text()

    def _add_empty(self) -> None:
        self._add(self._empty()).line.setFocus()

    def _empty(self) -> _Row:
        raise NotImplementedError

    def _add(self, row: _Row) -> _Row:
        row.removed.connect(lambda: self._remove(row))
        row.changed.connect(self._react)
        self._rows.append(row)
        self._column.insertWidget(len(self._rows) - 1, row)
        self._react()
        self.grown.emit()
        return row

    def _forget_rows(self) -> None:
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows.clear()

    def _remove(self, row: _Row) -> None:
        at = self._rows.index(row)
        self._rows.remove(row)
        row.hide()
        row.deleteLater()
        if not self._rows:
            self._add(self._empty())
        self._rows[max(0, at - 1)].line.setFocus()
        self._react()

    def _react(self) -> None:
        has_text = bool(self._rows) and bool(self._rows[-1].line.text().strip())
        self.another.setVisible(has_text)
        for row in self._rows:
            row.remove_button.setVisible(len(self._rows) > 1 or bool(row.line.text()))
        self.changed.emit()


class PhoneLines(_Rows):
    """The numbers of one person."""

    def __init__(self, country: str, parent: QWidget) -> None:
        super().__init__(_("Another number"), parent)
        self._country = country
        self.show_phones(())

    def show_phones(self, drafts: tuple[PhoneDraft, ...]) -> None:
        """Show these numbers, or one empty line."""
        self._forget_rows()
        for draft in drafts or (PhoneDraft(""),):
            self._add(_PhoneRow(draft, self._country, self))

    def drafts(self) -> tuple[PhoneDraft, ...]:
        """The numbers that were typed."""
        found = (row.draft() for row in self._rows if isinstance(row, _PhoneRow))
        return tuple(draft for draft in found if draft is not None)

    def _empty(self) -> _Row:
        return _PhoneRow(PhoneDraft(""), self._country, self)


class EmailLines(_Rows):
    """The e-mail addresses of one person."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Another address"), parent)
        self.show_emails(())

    def show_emails(self, drafts: tuple[EmailDraft, ...]) -> None:
        """Show these addresses, or one empty line."""
        self._forget_rows()
        for draft in drafts or (EmailDraft(""),):
            self._add(_EmailRow(draft, self))

    def drafts(self) -> tuple[EmailDraft, ...]:
        """The addresses that were typed."""
        found = (row.draft() for row in self._rows if isinstance(row, _EmailRow))
        return tuple(draft for draft in found if draft is not None)

    def _empty(self) -> _Row:
        return _EmailRow(EmailDraft(""), self)
