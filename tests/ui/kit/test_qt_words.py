"""What Qt says of its own follows the language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication, QDialogButtonBox

from planner.ui.kit import i18n, qt_words


@pytest.fixture(autouse=True)
def _english_again(qapp: QApplication) -> Iterator[None]:
    yield
    i18n.use_language("en", "US")
    qt_words.follow_language(qapp)


def cancel(qapp: QApplication) -> str:
    """What a button that Qt itself labels says."""
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    qapp.processEvents()
    return box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")


def test_buttons_of_qt_follow_there_and_back(qapp: QApplication) -> None:
    qt_words.follow_language(qapp)
    assert cancel(qapp) == "Cancel"
    i18n.use_language("es", "MX")
    qt_words.follow_language(qapp)
    assert cancel(qapp) == "Cancelar"
    i18n.use_language("en", "US")
    qt_words.follow_language(qapp)
    assert cancel(qapp) == "Cancel"


def test_calendars_and_numbers_follow_language_and_country(qapp: QApplication) -> None:
    i18n.use_language("es", "CO")
    qt_words.follow_language(qapp)
    assert QLocale().dayName(1) == "lunes"
    assert QLocale().name() == "es_CO"
    i18n.use_language("en", "GB")
    qt_words.follow_language(qapp)
    assert QLocale().dayName(1) == "Monday"
    assert QLocale().name() == "en_GB"
