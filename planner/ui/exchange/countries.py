"""Countries by their names in the user's language."""

from __future__ import annotations

from planner.ui.kit.i18n import language

_NO_COUNTRIES = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"})


def countries() -> list[tuple[str, str]]:
    """Code and name of every country, in the order of the names."""
    from babel import Locale
    from babel.core import UnknownLocaleError

    try:
        names = Locale.parse(language().replace("-", "_")).territories
    except (UnknownLocaleError, ValueError):
        names = Locale("en").territories
    known = [(code, str(name)) for code, name in names.items() if len(code) == 2 and code.isalpha()]
    return sorted((pair for pair in known if pair[0] not in _NO_COUNTRIES), key=lambda pair: pair[1])


def country_name(code: str) -> str:
    """A country in the user's language."""
    return dict(countries()).get(code, code)
