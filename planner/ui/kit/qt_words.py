"""What Qt says and writes of its own, in the user's language: buttons of its dialogs, calendars, times, numbers."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from planner.ui.kit import i18n

_NAME = "qt_words"


def follow_language(app: QCoreApplication) -> None:
    """Make Qt speak the language in use; what is open already keeps its dates and numbers."""
    for before in app.findChildren(QTranslator, _NAME):
        app.removeTranslator(before)
        before.deleteLater()
    QLocale.setDefault(QLocale(i18n.locale_name()))
    words = QTranslator(app)
    words.setObjectName(_NAME)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load(f"qtbase_{i18n.language()}", folder):
        app.installTranslator(words)
