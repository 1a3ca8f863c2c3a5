from __future__ import annotations

from collections.abc import Iterator

import pytest

from planner.domain.person import Stage
from planner.ui.kit import i18n, wording
from planner.ui.kit.i18n import _, ngettext, pgettext, stretched, use_language


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    use_language("en", "US")


def test_english_needs_no_catalogue() -> None:
    use_language("en")
    assert _("People") == "People"
    assert ngettext("{n} person", "{n} people", 1).format(n=1) == "1 person"
    assert ngettext("{n} person", "{n} people", 0).format(n=0) == "0 people"
    assert pgettext("stage", "New") == "New"


def test_a_language_without_a_catalogue_stays_english() -> None:
    use_language("qq", "US")
    assert _("People") == "People"
    assert i18n.language() == "en"
    assert i18n.locale_name() == "en_US"


def test_the_pseudo_language_is_longer_accented_and_marked() -> None:
    use_language(i18n.PSEUDO)
    shown = _("Print call sheet")
    assert shown.startswith("[P")
    assert shown.endswith("]")
    assert len(shown) >= 1.4 * len("Print call sheet")
    assert "é" in shown


def test_the_pseudo_language_keeps_blanks_tags_and_mnemonics() -> None:
    use_language(i18n.PSEUDO)
    assert _("Logged with {name}").format(name="Ana").count("Ana") == 1
    assert "<b>{done}</b>" in stretched("<b>{done}</b> of {goal}")
    assert stretched("&File").count("&") == 1
    assert stretched("") == ""


def test_words_that_were_remembered_change_with_the_language() -> None:
    assert wording.stage(Stage.CUSTOMER) == "Customer"
    use_language(i18n.PSEUDO)
    assert wording.stage(Stage.CUSTOMER) != "Customer"
    use_language("en")
    assert wording.stage(Stage.CUSTOMER) == "Customer"


def test_the_country_chooses_the_locale_of_dates() -> None:
    use_language("en", "GB")
    assert i18n.locale_name() == "en_GB"
    use_language(i18n.PSEUDO, "DE")
    assert i18n.locale_name() == "en_DE"


@pytest.mark.parametrize(
    ("said", "named", "code"),
    [
        ("", "es_MX", "es"),
        ("", "Spanish_Mexico", "es"),
        ("", None, "en"),
        ("es_US.UTF-8", "C", "es"),
        ("C.UTF-8", "C", "C"),
        ("en_GB@euro", None, "en"),
    ],
)
def test_the_language_of_a_terminal(said: str, named: str | None, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("locale.getlocale", lambda: (named, "UTF-8"))
    monkeypatch.delenv("LC_ALL", raising=False)
    monkeypatch.delenv("LC_MESSAGES", raising=False)
    monkeypatch.setenv("LANG", said)
    assert i18n.terminal_language() == code
