"""Gather every word that the screens say into ``resources/locale/warmbook.pot``, and make catalogues ready.

python packaging/words.py            gather the words, and bring each translation up to date with them
python packaging/words.py left       list what still waits for a translation
python packaging/words.py compile    make the ``.mo`` files that the program reads, where they are not up to date

``packaging/translating.md`` is for whoever translates.
"""

from __future__ import annotations

import json
import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog, Message
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
LAWS = ("resources/rules/hours.json", "resources/rules/relationship.json")
"""Data whose notes a window shows."""


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
    for name, line, message, comments, context in sorted(found, key=lambda each: each[:2]):  # folders come in any order
        catalog.add(
            message, None, [(f"planner/{Path(name).as_posix()}", line)], auto_comments=comments, context=context
        )
    for name in LAWS:
        for row in json.loads((ROOT / name).read_text(encoding="utf-8"))["rows"]:
            if row.get("note"):
                catalog.add(row["note"], None, [(name, 1)], context="law note")
    return catalog


def update(catalog: Catalog) -> None:
    """Write the words, and bring the translations that there are up to date with them."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with (FOLDER / f"{DOMAIN}.pot").open("wb") as file:
        write_po(file, catalog, width=120, sort_by_file=True, include_lineno=False, omit_header=False)
    for path in translations():
        translated = read(path)
        translated.update(catalog, no_fuzzy_matching=True)  # a guess would be shown as if somebody had written it
        translated.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, translated, width=120, sort_by_file=True, include_lineno=False)


def read(path: Path) -> Catalog:
    """A translation as people write it."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def compile_stale() -> None:
    """Make what the program reads from every translation that has changed since."""
    for path in translations():
        made = path.with_suffix(".mo")
        if made.exists() and made.stat().st_mtime >= path.stat().st_mtime:
            continue
        part = made.with_suffix(f".{os.getpid()}")
        with part.open("wb") as file:
            write_mo(file, read(path))
        part.replace(made)  # whole or not at all, whoever else reads or makes it


def translations() -> list[Path]:
    """The catalogues that people fill in."""
    return sorted(FOLDER.glob(f"*/LC_MESSAGES/{DOMAIN}.po"))


def left(path: Path) -> list[Message]:
    """What a translation still lacks."""
    return [each for each in read(path) if each.id and not all(forms(each))]


def forms(message: Message) -> tuple[str, ...]:
    """Every form of a translation, one for each that the language counts by; empty where it is lacking."""
    said = message.string or ""
    return (said,) if isinstance(said, str) else tuple(said)


def main(arguments: list[str]) -> int:
    """Gather, list what is left, or compile."""
    if arguments == ["compile"]:
        compile_stale()
        return 0
    if arguments == ["left"]:
        for path in translations():
            for each in left(path):
                print(f"{path.parts[-3]}\t{each.locations[0][0]}\t{each.context or ''}\t{each.id!r}")
        return 0
    catalog = gather()
    update(catalog)
    compile_stale()
    print(f"{len(catalog)} messages")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
