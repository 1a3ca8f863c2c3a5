"""Freezing with PyInstaller into folders that need no Python, each made anew only when something changed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import fingerprint
import system_libraries
from environment import ROOT, NotPreparedError, lock_file, surroundings

DIST = ROOT / "dist"
INPUTS = ("planner", "resources", "CHANGELOG.md", "packaging/planner.spec", "packaging/pruning.py", "packaging/icons")
BARE_INPUTS = ("packaging/bare", "packaging/pruning.py")
"""What goes into the program, and into the bare window that it is compared with."""


def program(python: Path, *, with_system_libraries: bool = True, again: bool = False) -> Path:
    """The folder with the frozen program; for the package of a system, without the libraries that system has."""
    inputs = digest(INPUTS, os.environ.get("GITHUB_REPOSITORY", ""))
    if with_system_libraries:
        return _freeze(python, "planner.spec", DIST / "warmbook", inputs, again=again)
    os.environ["WARMBOOK_SYSTEM_LIBRARIES"] = "1"
    try:
        return _freeze(python, "planner.spec", DIST / "on-system" / "warmbook", inputs, again=again)
    finally:
        del os.environ["WARMBOOK_SYSTEM_LIBRARIES"]


def bare_window(python: Path) -> Path:
    """The folder with a frozen window that does nothing."""
    return _freeze(python, "bare/window.spec", DIST / "bare", digest(BARE_INPUTS))


def digest(inputs: tuple[str, ...], *facts: str) -> str:
    """A fingerprint of all that goes into a frozen program."""
    places = [ROOT / each for each in inputs]
    return fingerprint.of([*places, lock_file("test")], sys.version, *facts)


def size_of(folder: Path) -> int:
    """Bytes of all files below a folder."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def _freeze(python: Path, spec: str, folder: Path, inputs: str, *, again: bool = False) -> Path:
    """Let PyInstaller make a folder unless it is there, and remember what it was made from."""
    work = ROOT / "build" / "freeze" / folder.relative_to(DIST)
    stamp = work / "made-from"
    if not again and folder.exists() and stamp.exists() and stamp.read_text(encoding="utf-8") == inputs:
        print(f"Frozen already: {folder}", flush=True)
        return folder
    if problem := system_libraries.provide_freezing():
        raise NotPreparedError(problem)
    started = time.monotonic()
    print(f"Freezing {folder.relative_to(DIST)} …", flush=True)
    stamp.unlink(missing_ok=True)
    words = ["--noconfirm", "--log-level", "ERROR", "--workpath", work, "--distpath", folder.parent]
    words = [python, "-m", "PyInstaller", *words, ROOT / "packaging" / spec]
    if subprocess.call([str(word) for word in words], env=surroundings(), cwd=ROOT):
        raise NotPreparedError("PyInstaller could not freeze it; what it said stands above.")
    stamp.write_text(inputs, encoding="utf-8")
    print(f"Frozen in {time.monotonic() - started:.0f} s: {folder}, {size_of(folder) / 1e6:.0f} MB", flush=True)
    return folder
