"""A country, chosen by its name."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from planner.ui.kit.i18n import language


def country_name(code: str) -> str:
    """A country in the user's language."""
    return _names().get(code, code)


def country_code(typed: str) -> str:
    """The code of a country by its name; anything else as it was typed."""
    return next((code for code, name in _names().items() if name.casefold() == typed.casefold()), typed)


def system_country() -> str:
    """The country the system is set to, the United States where it does not say."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 and code.isalpha() else "US"


def _names() -> dict[str, str]:
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        territories = Locale.parse(language().replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        territories = Locale("en").territories
    known = {code: str(name) for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    return {code: name for code, name in known.items() if code not in ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ")}


class CountryField(QComboBox):
    """Type any part of the name."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        for name, each in sorted((name, each) for each, name in _names().items()):
            self.addItem(name, each)
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.setCompleter(completer)
        self._last = code
        self.setCurrentIndex(self.findData(code))
        self.currentIndexChanged.connect(self._remember)

    def code(self) -> str:
        """The ISO code of what is shown; the last good one while something else is typed."""
        found = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return str(self.itemData(found)) if found >= 0 else self._last

    def _remember(self, at: int) -> None:
        if at >= 0:
            self._last = str(self.itemData(at))
