"""The setup for Windows, compiled by NSIS from the frozen folder; NSIS is to be had for Windows and for Linux."""

from __future__ import annotations

import hashlib
import os
import re
import runpy
import shutil
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import freezing
from environment import ROOT, NotPreparedError

OUT = freezing.DIST / "out"
SCRIPT = Path(__file__).resolve().parent / "installer.nsi"
ICON = ROOT / "packaging" / "icons" / "warmbook.ico"
VERSION: str = runpy.run_path(str(ROOT / "planner" / "__init__.py"))["__version__"]


def make(python: Path) -> list[Path]:
    """Build what there is for Windows, into ``dist/out``; answers the files.

    The folder is looked through first: whoever builds has libraries that the computers of others lack.
    """
    frozen = freezing.program(python)
    if subprocess.call([str(python), "-m", "windows.closure", str(frozen)], cwd=ROOT / "packaging"):
        raise NotPreparedError(f"{frozen} is not complete, see above.")
    return [build(frozen, OUT)]


def try_it() -> int:
    """Install, use and remove on this Windows what was built before; 0 when every promise was kept."""
    if os.name != "nt":
        raise NotPreparedError(
            "A setup of Windows is tried on Windows. On Linux: python packaging/dev.py check-windows"
        )
    return int(import_module("windows.trial").main([str(place(OUT)), VERSION]))


def build(frozen: Path, folder: Path, *, quick: bool = False) -> Path:
    """Compile the setup of a frozen program into ``folder``, its checksum beside it.

    ``quick`` packs loosely, for a setup that is only tried. Raises NotPreparedError where NSIS is not to be had.
    """
    started = time.monotonic()
    folder.mkdir(parents=True, exist_ok=True)
    setup = place(folder)
    given = {"VERSION": VERSION, "NUMBERS": numbers(VERSION), "FOLDER": frozen, "OUT": setup}
    if ICON.exists():
        given["ICON"] = ICON
    words = [makensis(), "-V2", "-INPUTCHARSET", "UTF8", *(f"-D{name}={value}" for name, value in given.items())]
    done = subprocess.run([*words, *(["-DQUICK"] if quick else []), str(SCRIPT)], check=False, cwd=SCRIPT.parent)
    if done.returncode:
        raise NotPreparedError(f"The setup could not be compiled: makensis ended with {done.returncode}.")
    digest = hashlib.sha256(setup.read_bytes()).hexdigest()
    setup.with_name(f"{setup.name}.sha256").write_text(f"{digest}  {setup.name}\n", encoding="ascii", newline="\n")
    size = setup.stat().st_size / 1e6
    print(f"Packed in {time.monotonic() - started:.0f} s: {setup}, {size:.1f} MB", flush=True)
    return setup


def place(folder: Path) -> Path:
    """What the setup of this version is called."""
    return folder / f"Warmbook-{VERSION}-Setup.exe"


def numbers(version: str) -> str:
    """A version as Windows wants it: four numbers, whatever stands beside them."""
    found = re.findall(r"\d+", version)[:3]
    return ".".join([*found, *["0"] * (4 - len(found))])


def makensis() -> str:
    """The compiler of NSIS; on Windows its own setup does not put it on the path."""
    usual = [Path(os.environ.get(name, "")) / "NSIS" / "makensis.exe" for name in ("ProgramFiles(x86)", "ProgramFiles")]
    found = shutil.which("makensis") or next((str(path) for path in usual if path.is_file()), None)
    if found is None:
        where = "from https://nsis.sourceforge.io/Download (or: winget install NSIS.NSIS)"
        if sys.platform != "win32":
            where = "from the packages of your system (apt-get install nsis)"
        raise NotPreparedError(f"The setup is compiled by NSIS, which is not here. Get it {where}.")
    return found
