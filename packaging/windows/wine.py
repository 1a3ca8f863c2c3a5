"""A Windows to try things in, on Linux: Wine with a folder of its own."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import system_libraries

COMPILER = "x86_64-w64-mingw32-gcc"
PROGRAMS = {
    "wine": "wine",
    "wineserver": "wine64",
    "Xvfb": "xvfb",
    COMPILER: "gcc-mingw-w64-x86-64",
    "x86_64-w64-mingw32-dlltool": "binutils-mingw-w64-x86-64",
    "makensis": "nsis",
}
"""What the check of Windows is done with, and the Debian and Ubuntu package of each."""

SHIMS = Path(__file__).resolve().parent / "shims"
SHIM_LIBRARIES = {"icuuc": (), "mscms": (), "bcryptprimitives": ("-ladvapi32",)}
"""Libraries of Windows 10 that Wine lacks, and what each is linked with."""

_DROPPED = ("PYTHON", "QT_", "WINE", "DISPLAY", "WAYLAND_", "XDG_", "VIRTUAL_ENV")


def provide() -> str:
    """Install what is missing where we may; else the sentence that says what to do, empty when all is here."""
    if not sys.platform.startswith("linux"):
        return "Windows can be tried under Wine on Linux only. On Windows itself: python packaging/dev.py installer"
    missing = _missing()
    if not missing or (system_libraries.install(missing) and not _missing()):
        return ""
    return f"Trying Windows needs more of the system. Install it:\n  {system_libraries.apt_command(missing)}"


def _missing() -> list[str]:
    return sorted({package for program, package in PROGRAMS.items() if shutil.which(program) is None})


class Wine:
    """One Windows in a folder of its own, on the screen of that name."""

    def __init__(self, folder: Path, display: str) -> None:
        self._prefix = folder / "prefix"
        self._home = folder / "home"
        kept = {key: value for key, value in os.environ.items() if not key.startswith(_DROPPED)}
        self.surroundings = kept | {
            "DISPLAY": display,
            "HOME": str(self._home),
            "LANG": "C.UTF-8",
            "PYI_LOG_LEVEL": "ERROR",
            "WINEPREFIX": str(self._prefix),
            "WINEDEBUG": "-all",
            "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d;mscms,bcryptprimitives=n",
        }

    def start(self) -> None:
        """Begin as a Windows that nobody has used."""
        self._server("-k")  # left by a run that was killed
        for folder in (self._prefix, self._home):
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir(parents=True)
        self._server("-p")  # stays, so that no program that we read from has to start it
        self._quietly([_wine(), "wineboot", "-i"])
        self._quietly([_wine(), "winecfg", "-v", "win10"])  # what Qt needs; some Wines begin as an older one
        for name, libraries in SHIM_LIBRARIES.items():
            place = self.drive / "windows" / "system32" / f"{name}.dll"
            words = [COMPILER, "-shared", "-O2", "-s", "-w", "-o", str(place), str(SHIMS / f"{name}.c"), *libraries]
            subprocess.run(words, check=True)

    def stop(self) -> None:
        """End whatever still runs in it."""
        self._server("-k")

    @property
    def drive(self) -> Path:
        """Where its ``C:`` lies."""
        return self._prefix / "drive_c"

    def run(self, words: Sequence[object], folder: Path) -> int:
        """Run a program of Windows to its end, showing its lines as they come: Wine's Python can't write to files."""
        with subprocess.Popen(
            [_wine(), *map(str, words)],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=self.surroundings,
            cwd=folder,
        ) as program:
            assert program.stdout is not None
            for line in program.stdout:
                print(f"  {line.rstrip()}", flush=True)
        return program.returncode

    def _server(self, word: str) -> None:
        subprocess.run([shutil.which("wineserver") or "wineserver", word], check=False, env=self.surroundings)

    def _quietly(self, words: Sequence[str]) -> None:
        subprocess.run(
            words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=True,
            env=self.surroundings,
        )


def _wine() -> str:
    """The program that runs 64-bit programs; Debian's ``wine`` is a script that speaks of 32-bit ones first."""
    return next((str(path) for path in map(Path, ("/usr/lib/wine/wine64",)) if path.exists()), "wine")


def windows_path(path: Path) -> str:
    """What a program under Wine calls a file of ours."""
    return "Z:" + str(path.resolve()).replace("/", "\\")
