"""The words of the program can be gathered, translated, and spoken."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from planner.domain import resources
from planner.ui.kit import i18n
from planner.ui.kit.i18n import _, ngettext, pgettext

SCRIPT = Path(__file__).resolve().parents[3] / "packaging" / "words.py"


@pytest.fixture(scope="module")
def words() -> ModuleType:
    spec = importlib.util.spec_from_file_location("words", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def spanish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A catalogue with three messages in Spanish."""
    catalog = Catalog(locale="es")
    catalog.add("Import", "Importar")
    catalog.add(("{count} person", "{count} people"), ("{count} persona", "{count} personas"))
    catalog.add("New", "Nueva", context="stage")
    folder = tmp_path / "locale" / "es" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    with (folder / f"{i18n.DOMAIN}.mo").open("wb") as file:
        write_mo(file, catalog)
    monkeypatch.setattr(resources, "path", tmp_path.joinpath)
    yield
    i18n.use_language("en", "US")


def test_everything_that_is_said_is_gathered(words: ModuleType) -> None:
    catalog: Catalog = words.gather()
    assert "Print call sheet" in catalog
    assert catalog.get("New", context="stage") is not None, "the same English word may mean different things"
    plural = catalog.get("{count} person")
    assert plural is not None
    assert plural.id == ("{count} person", "{count} people")
    assert len(catalog) > 1000


def test_a_gathered_word_says_where_it_stands(words: ModuleType) -> None:
    message = words.gather().get("Print call sheet")
    assert message.locations[0][0] == "planner/ui/actions.py"


def test_the_notes_beside_the_laws_are_gathered(words: ModuleType) -> None:
    message = words.gather().get("Texts included.", context="law note")
    assert message is not None
    assert message.locations[0][0] == "resources/rules/hours.json"


@pytest.mark.usefixtures("spanish")
def test_a_translation_is_spoken() -> None:
    assert i18n.is_translated()
    i18n.use_language("es", "MX")
    assert _("Import") == "Importar"
    assert ngettext("{count} person", "{count} people", 2).format(count=2) == "2 personas"
    assert ngettext("{count} person", "{count} people", 1).format(count=1) == "1 persona"
    assert pgettext("stage", "New") == "Nueva"
    assert _("Nobody translated this") == "Nobody translated this"
    assert i18n.locale_name() == "es_MX"
    i18n.use_language("en", "US")
    assert _("Import") == "Import"
