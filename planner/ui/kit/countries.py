"""Countries by their names in the user's language."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from planner.ui.kit.i18n import language


def country_name(code: str) -> str:
    """A country in the user's language."""
    return country_names().get(code, code)


def country_code(typed: str) -> str:
    """The code of a country by its name; anything else as it was typed."""
    return next((code for code, name in country_names().items() if name.casefold() == typed.casefold()), typed)


def system_country() -> str:
    """The country the system is set to, the United States where it does not say."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if len(code) == 2 and code.isalpha() else "US"


def country_names() -> dict[str, str]:
    """Every country by its code."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        territories = Locale.parse(language().replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        territories = Locale("en").territories
    known = {code: str(name) for code, name in territories.items() if len(code) == 2 and code.isalpha()}
    return {code: name for code, name in known.items() if code not in ("EU", "EZ", "QO", "UN", "XA", "XB", "ZZ")}
