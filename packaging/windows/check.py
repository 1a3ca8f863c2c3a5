"""Windows built and checked without Windows: ``python packaging/dev.py check-windows``, on Linux under Wine.

It makes a Python for Windows, runs the tests whose outcome depends on the system (marked ``platform``), freezes the
program, looks whether the folder is complete, compiles the setup, and tries it as a person would, with the self-test of
what is installed (``trial.py``). What passed is not done again until something it depends on changes, but for
``--again``.
"""

from __future__ import annotations

import shutil
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import fingerprint
import freezing
import sizes
import virtual_screen
from environment import ROOT, NotPreparedError
from windows import closure, installer, windows_python, wine
from windows.wine import Wine, windows_path

FOLDER = ROOT / "build" / "windows"
FROZEN = FOLDER / "dist" / "warmbook"
FREEZE_STAMP, PASSED = FOLDER / "freeze.stamp", FOLDER / "passed.stamp"
NOT_HERE = 3
SETUP_MOST = 45
"""Megabytes that the setup may take when it is packed loosely, as here; packed tightly it is a quarter smaller."""


class CheckError(Exception):
    """Something that must hold on Windows does not."""


def main(arguments: list[str]) -> int:
    """0 when all is well, 1 when it is not, 3 where Windows can't be tried at all."""
    if problem := windows_python.problem() or wine.provide():
        print(problem, file=sys.stderr)
        return NOT_HERE
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # even then nothing is left running
    again = "--again" in arguments
    started = time.monotonic()
    inputs = digest_of_all()
    if not again and _read(PASSED) == inputs:
        print("Windows was checked already, and nothing has changed since.")
        return 0
    PASSED.unlink(missing_ok=True)
    try:
        with _step("a Python for Windows"):
            python = windows_python.make(FOLDER / "python")
        with virtual_screen.shown() as display:
            _check(python, display, again=again)
    except (CheckError, NotPreparedError) as failed:
        print(f"\nFAILED on Windows: {failed}", file=sys.stderr)
        return 1
    PASSED.write_text(inputs, encoding="utf-8")
    print(f"\nAll is well on Windows, as far as Wine shows it, in {time.monotonic() - started:.0f} s")
    return 0


def digest_of_all() -> str:
    """Whatever the outcome depends on."""
    names = ("planner", "resources", "tests", "packaging", "pyproject.toml", "CHANGELOG.md", "LICENSE")
    return fingerprint.of([ROOT / name for name in names], windows_python.digest())


def _check(python: Path, display: str, *, again: bool) -> None:
    """One step after the other: two at a time take longer, for all of Wine waits for its one server."""
    windows = Wine(FOLDER, display)
    with _step("a Windows to try it in"):
        windows.start()
    try:
        with _step("the tests that depend on the system"):
            _pass(windows, [python, "-m", "pytest", "-q", "-n0", "-p", "no:cacheprovider", "-m", "platform", *marked()])
        with _step("the frozen program"):
            _freeze(windows, python, again=again)
            _look_at(FROZEN)
        with _step("its setup"):
            setup = installer.build(FROZEN, FOLDER, quick=True)
            if setup.stat().st_size > SETUP_MOST * 1e6:
                raise CheckError(f"the setup is larger than {SETUP_MOST} MB")
        with _step("installed, used, brought up to date and removed"):
            _pass(windows, [python, "-m", "windows.trial", windows_path(setup), installer.VERSION], ROOT / "packaging")
    finally:
        windows.stop()


def marked() -> list[str]:
    """The files of tests to run on every system; looking into all others would take Wine a minute."""
    found = (
        path for path in (ROOT / "tests").rglob("test_*.py") if "mark.platform" in path.read_text(encoding="utf-8")
    )
    return sorted(path.relative_to(ROOT).as_posix() for path in found)


def _freeze(windows: Wine, python: Path, *, again: bool) -> None:
    """Let the PyInstaller of Windows make the folder, unless nothing has changed that goes into it."""
    inputs = freezing.digest(freezing.INPUTS, windows_python.digest())
    if not again and FROZEN.exists() and _read(FREEZE_STAMP) == inputs:
        print(f"Frozen already: {FROZEN}")
        return
    FREEZE_STAMP.unlink(missing_ok=True)
    shutil.rmtree(FROZEN, ignore_errors=True)
    words = ["--noconfirm", "--log-level", "ERROR", "--distpath", windows_path(FROZEN.parent)]
    words += ["--workpath", windows_path(FOLDER / "freeze"), "packaging/planner.spec"]
    _pass(windows, [python, "-m", "PyInstaller", *words])
    FREEZE_STAMP.write_text(inputs, encoding="utf-8")


def _look_at(folder: Path) -> None:
    """The folder is complete, made for a real Windows, and within its budget."""
    if faults := closure.faults(folder):
        raise CheckError("\n  ".join(["the folder is not complete:", *faults]))
    sizes.report(folder)
    if freezing.size_of(folder) > sizes.BUDGET["win32"] * 1e6:
        raise CheckError(f"the folder is larger than {sizes.BUDGET['win32']} MB")


def _pass(windows: Wine, words: list[object], folder: Path = ROOT) -> None:
    """Run a program under Wine, which must end well."""
    if code := windows.run(words, folder):
        raise CheckError(f"{Path(str(words[0])).name} ended with {code}")


@contextmanager
def _step(name: str) -> Iterator[None]:
    print(f"\n-- Windows: {name}", flush=True)
    since = time.monotonic()
    yield
    print(f"   {time.monotonic() - since:.0f} s", flush=True)


def _read(stamp: Path) -> str:
    return stamp.read_text(encoding="utf-8") if stamp.exists() else ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
