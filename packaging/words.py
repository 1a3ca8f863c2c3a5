"""Gather every word that the screens say into ``resources/locale/warmbook.pot``, and make catalogues ready.

python packaging/words.py            gather the words, and bring each translation up to date with them
python packaging/words.py compile    make the ``.mo`` files that the program reads
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from planner import __version__  # noqa: E402  (a script beside the package, not inside it)

FOLDER = ROOT / "resources" / "locale"
DOMAIN = "warmbook"
KEYWORDS = {"_": None, "ngettext": (1, 2), "pgettext": ((1, "c"), 2)}
"""The functions that translate, and which of their arguments are words."""


def gather() -> Catalog:
    """Every message of the program, with the places where it stands and what translators are told about it."""
    catalog = Catalog(
        project="Warmbook",
        version=__version__,
        copyright_holder="Warmbook contributors",
        msgid_bugs_address="nobody@localhost",
        creation_date=datetime(2026, 11, 1, tzinfo=UTC),  # always the same, so that only words make a difference
        charset="utf-8",
        fuzzy=False,
    )
    found = extract_from_dir(
        ROOT / "planner",
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=["i18n:"],
        strip_comment_tags=True,
    )
    for name, line, message, comments, context in found:
        catalog.add(
            message, None, [(f"planner/{Path(name).as_posix()}", line)], auto_comments=comments, context=context
        )
    return catalog


def update(catalog: Catalog) -> None:
    """Write the words, and bring the translations that there are up to date with them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{DOMAIN}.pot").open("wb") as file:
        write_po(file, catalog, width=120, sort_by_file=True, include_lineno=False, omit_header=False)
    for path in translations():
        with path.open("rb") as file:
            translated = read_po(file)
        translated.update(catalog)
        with path.open("wb") as file:
            write_po(file, translated, width=120, include_previous=True)


def compile_all() -> None:
    """Make what the program reads from every translation."""
    for path in translations():
        with path.open("rb") as source, path.with_suffix(".mo").open("wb") as made:
            write_mo(made, read_po(source))


def translations() -> list[Path]:
    """The catalogues that people fill in."""
    return sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def main(arguments: list[str]) -> int:
    """Gather, or compile."""
    if arguments == ["compile"]:
        compile_all()
        return 0
    catalog = gather()
    update(catalog)
    print(f"{len(catalog)} messages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
