"""A country, chosen by its name."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QCompleter, QWidget

from planner.ui.kit.countries import country_names


class CountryField(QComboBox):
    """Type any part of the name."""

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        for name, each in sorted((name, each) for each, name in country_names().items()):
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
