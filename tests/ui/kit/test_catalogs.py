"""Every translation says what the English says: the same blanks, all plural forms, the same manner."""

from __future__ import annotations

import importlib.util
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from string import Formatter
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog, Message
from PySide6.QtCore import QLibraryInfo

ROOT = Path(__file__).resolve().parents[3]
PAIRS = {"¿": "?", "¡": "!"}


def _words() -> ModuleType:
    spec = importlib.util.spec_from_file_location("words", ROOT / "packaging" / "words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WORDS = _words()
COMPLETE = ("es",)
"""Languages in which nothing may be left to translate."""
LANGUAGES = [path.parts[-3] for path in WORDS.translations()]


@pytest.fixture(scope="module", params=LANGUAGES)
def catalog(request: pytest.FixtureRequest) -> Catalog:
    """One translation."""
    found: Catalog = WORDS.read(WORDS.FOLDER / request.param / "LC_MESSAGES" / f"{WORDS.DOMAIN}.po")
    return found


def spoken(catalog: Catalog) -> Iterator[tuple[Message, str, str]]:
    """Each translated form beside the English one it stands for."""
    for message in catalog:
        english = (message.id,) if isinstance(message.id, str) else tuple(message.id)
        for at, form in enumerate(WORDS.forms(message)):
            if english[0] and form:
                yield message, english[min(at, len(english) - 1)], form


def blanks(text: str) -> Counter[str]:
    """The names between curly brackets, and how often each is there."""
    return Counter(name for _before, name, _spec, _how in Formatter().parse(text) if name is not None)


def wrong(catalog: Catalog, is_right: object) -> list[str]:
    assert callable(is_right)
    return [f"{english!r}: {text!r}" for _message, english, text in spoken(catalog) if not is_right(english, text)]


def is_list_of_words(message: Message) -> bool:
    """The words that dates are read by: alternatives, as many as a language needs."""
    return any(name == "planner/ui/kit/date_words.py" for name, _line in message.locations)


def test_there_is_spanish() -> None:
    assert "es" in LANGUAGES


@pytest.mark.parametrize("language", COMPLETE)
def test_nothing_is_left(language: str) -> None:
    path = WORDS.FOLDER / language / "LC_MESSAGES" / f"{WORDS.DOMAIN}.po"
    translated = {(message.context, message.id) for message in WORDS.read(path)}
    assert [message.id for message in WORDS.left(path)] == []
    gathered = [message for message in WORDS.gather() if message.id]
    assert [each.id for each in gathered if (each.context, each.id) not in translated] == []


def test_the_same_blanks_are_filled(catalog: Catalog) -> None:
    assert wrong(catalog, lambda english, text: blanks(english) == blanks(text)) == []


def test_nothing_is_a_guess(catalog: Catalog) -> None:
    assert [message.id for message in catalog if message.id and message.fuzzy] == []


def test_a_count_has_every_form_or_none(catalog: Catalog) -> None:
    for message in catalog:
        if message.id and not isinstance(message.id, str):
            assert len(WORDS.forms(message)) == catalog.num_plurals, message.id
            assert len({bool(form) for form in WORDS.forms(message)}) == 1, message.id


def test_blanks_and_lines_at_the_ends_stay(catalog: Catalog) -> None:
    def ends(text: str) -> tuple[str, str]:
        return text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]

    assert wrong(catalog, lambda english, text: ends(english) == ends(text)) == []


def test_a_sentence_ends_as_it_did(catalog: Catalog) -> None:
    def end(text: str) -> str:
        return text.rstrip()[-1:] if text.rstrip()[-1:] in ".?…:;," else ""

    found = [
        (english, text)
        for message, english, text in spoken(catalog)
        if end(english) != end(text) and not is_list_of_words(message)
    ]
    assert found == []


def test_nobody_shouts(catalog: Catalog) -> None:
    assert wrong(catalog, lambda _english, text: "!" not in text and "¡" not in text) == []


def test_questions_open_and_close(catalog: Catalog) -> None:
    if str(catalog.locale).startswith("es"):
        assert wrong(catalog, lambda _english, text: text.count("¿") == text.count("?")) == []


def test_a_letter_to_press_stays_one(catalog: Catalog) -> None:
    def letters(text: str) -> int:
        return len(re.findall(r"&\w", text))

    assert wrong(catalog, lambda english, text: letters(english) == letters(text)) == []


def test_endings_of_files_stay(catalog: Catalog) -> None:
    def endings(text: str) -> list[str]:
        return re.findall(r"\*\.?\w*", text)

    assert wrong(catalog, lambda english, text: endings(english) == endings(text)) == []


def test_what_the_program_reads_is_made_of_it() -> None:
    WORDS.compile_stale()
    for path in WORDS.translations():
        assert path.with_suffix(".mo").stat().st_mtime >= path.stat().st_mtime


def test_the_frozen_program_holds_what_it_reads_of_each_translation() -> None:
    """The files it reads are made anew when it is frozen, and Qt's own words go with them."""
    spec = (ROOT / "packaging" / "planner.spec").read_text(encoding="utf-8")
    assert spec.index("words.compile_stale()") < spec.index("Analysis(")
    folder = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    assert [each for each in LANGUAGES if not (folder / f"qtbase_{each}.qm").exists()] == []


def test_nothing_is_said_twice_over(catalog: Catalog) -> None:
    def is_once(_english: str, text: str) -> bool:
        return len(text) < 20 or text not in (text + text)[1:-1]

    assert wrong(catalog, is_once) == []
