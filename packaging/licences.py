"""Gather the licences of everything that travels with the program into ``resources/licences/third-party.txt``.

The packages of ``run.lock`` carry their licence in what was installed; what stands beside them is named here. Run after
renewing the lock files: ``python packaging/dev.py licences``. A test compares names and versions with the lock file.
"""

from __future__ import annotations

import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TEXTS = ROOT / "packaging" / "licences"
TARGET = ROOT / "resources" / "licences" / "third-party.txt"
LOCK = ROOT / "packaging" / "run.lock"
HEAD = (
    "Warmbook’s own source is under the MIT license. It stands on the work of others, which travels with it under "
    "these licenses. Its charts are drawn by Qt Charts, which is under the GPL-3.0 and not the LGPL; so the program as "
    "a whole is passed on under the GPL-3.0. Qt and PySide6 are used unmodified, as libraries beside the program: "
    "whoever wants to may put other builds of them in their place. Their source is at "
    "https://download.qt.io/official_releases/QtForPython/ and https://code.qt.io/.\n"
)
QT = re.compile(r"pyside6|shiboken6")
BESIDE = (
    ("SQLite", "public domain", "The authors of SQLite have dedicated its code to the public domain."),
    ("Material Design Icons, whose outlines the icons are", "Apache-2.0", "Its text stands at phonenumbers."),
    (
        "PyInstaller's start program",
        "GPL-2.0-or-later with an exception",
        "The exception lets programs that are started by it be under any license.",
    ),
)
"""What no lock file names and has no file of its own: name, licence, and what is to be said."""
SAME = "Its text stands at the end, under GNU licenses."


def locked() -> dict[str, str]:
    """Name and version of every package that the program needs."""
    return dict(re.findall(r"^([\w.-]+)==(\S+)", LOCK.read_text(encoding="utf-8"), re.MULTILINE))


def gather() -> str:
    """All of it as one text."""
    parts = [HEAD]
    for name in sorted(locked()):
        found = metadata.distribution(name)
        text = SAME if QT.match(name) else _of_package(found)
        parts.append(_part(f"{found.name} {found.version}", _named(found), text))
    parts.append(_part("Python", "PSF-2.0", _of_python()))
    parts.append(_part("Inter, the font of printed pages", "OFL-1.1", _text(ROOT / "resources" / "fonts" / "OFL.txt")))
    parts += [_part(*each) for each in BESIDE]
    parts += [_part(f"GNU licenses: {path.stem}", path.stem, _text(path)) for path in sorted(TEXTS.glob("*.txt"))]
    return "\n".join(parts)


def _part(name: str, licence: str, text: str) -> str:
    return f"{'=' * 60}\n{name}\nLicense: {licence}\n{'-' * 60}\n{text.strip()}\n"


def _named(found: metadata.Distribution) -> str:
    """The licence in one word, by whichever of three ways a package says it."""
    told = found.metadata.json
    if expression := told.get("license_expression"):
        return str(expression)
    classified = [each.rpartition(" :: ")[2] for each in told.get("classifier", ()) if each.startswith("License")]
    return ", ".join(classified) or str(told.get("license", "see below")).splitlines()[0]


def _of_package(found: metadata.Distribution) -> str:
    files = [each for each in found.files or [] if re.search(r"dist-info/.*(LICEN|COPYING|NOTICE|AUTHORS)", str(each))]
    if not files:
        raise SystemExit(f"{found.name} carries no licence: name it in packaging/licences.py")
    return "\n\n".join(_text(Path(str(each.locate()))) for each in files)


def _of_python() -> str:
    places = [Path(sys.base_prefix) / "LICENSE.txt", *Path(sys.base_prefix).glob("lib/python3*/LICENSE.txt")]
    return _text(next(place for place in places if place.exists()))


def _text(path: Path) -> str:
    return "\n".join(line.rstrip() for line in path.read_text(encoding="utf-8", errors="replace").splitlines()).strip()


def main() -> int:
    """Write the file."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(gather(), encoding="utf-8", newline="\n")
    print(f"{TARGET}: {len(locked())} packages, {TARGET.stat().st_size / 1e3:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
