"""Prepare, open, check and freeze Warmbook: the same words on Windows, macOS and Linux.

Needs nothing but Python 3.11 or newer. ``python packaging/dev.py`` lists the verbs.
"""

from __future__ import annotations

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the sentence is for those who have an older one
    sys.exit(
        "Warmbook needs Python 3.11 or newer; this is "
        + ".".join(map(str, sys.version_info[:3]))
        + ". Get one from https://www.python.org/downloads/ and run the same command with it."
    )

import shutil
import subprocess
import time
from importlib import import_module
from pathlib import Path

import freezing
import system_libraries
from environment import FOLDER, ROOT, NotPreparedError, prepare, surroundings

INSTALLERS = {"win32": "windows.installer", "darwin": "macos.image"}
SAMPLE_DAY = ["--at", "2026-12-01T08:45", "--zone", "America/Denver"]


def main(arguments: list[str]) -> int:
    """Do what the first word says; the rest belongs to the verb."""
    verb = VERBS.get(arguments[0]) if arguments else None
    if verb is None:
        print("python packaging/dev.py VERB\n")
        for name, each in VERBS.items():
            print(f"  {name:16}{(each.__doc__ or '').splitlines()[0]}")
        return 2
    try:
        return verb(arguments[1:])
    except NotPreparedError as told:
        print(told, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def run(arguments: list[str]) -> int:
    """Open Warmbook, or do one of its verbs (run today --book …)."""
    python = ready("run")
    if not arguments and not system_libraries.has_screen():
        return play_sample(python)
    return call([python, "-m", "planner", *arguments])


def play_sample(python: Path) -> int:
    """Without a screen: the sample book on the terminal, on paper and in pictures."""
    folder = ROOT / "build" / "sample"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    book = folder / "sample.warmbook"
    sheet = folder / "call-sheet.pdf"
    print(
        "There is no screen here, so Warmbook plays its sample book: 1 December 2026, a quarter to nine.\n", flush=True
    )
    for words in (
        ["planner", "demo", "--book", book, "--people", "60", "--seed", "1", *SAMPLE_DAY],
        ["planner", "today", "--book", book, *SAMPLE_DAY],
        ["planner", "sheet", "--pdf", sheet, "--book", book, *SAMPLE_DAY],
        ["planner.ui.pictures", folder, "--only", "desk"],
    ):
        code = call([python, "-m", *words], offscreen=True)
        if code:
            print(f"The sample stopped at: {words[0]} {words[1]}", file=sys.stderr)
            return code
    print(f"\nThe call sheet and pictures of the desk are in {folder}:")
    for path in sorted(folder.glob("*.pdf")) + sorted(folder.glob("*.png")):
        print(f"  {path.name}")
    print("With a screen, the same command opens Warmbook.")
    return 0


def test(arguments: list[str]) -> int:
    """Lint, types, floors, every test and the self-test; further words go to pytest."""
    python = ready("test")
    started = time.monotonic()
    floors = "from importlinter.cli import lint_imports_command; lint_imports_command()"
    steps: list[tuple[str, list[object]]] = [
        ("lint", ["-m", "ruff", "check", "--no-cache", "."]),
        ("format", ["-m", "ruff", "format", "--check", "--no-cache", "."]),
        ("types", ["-m", "mypy"]),
        ("floors", ["-c", floors, "--no-logo"]),
        ("tests", ["-m", "pytest", "-q", "-n", "2", *arguments]),
        ("self-test", ["-m", "planner", "--self-test"]),
    ]
    failed: list[str] = []
    for name, words in steps:
        print(f"\n== {name}", flush=True)
        since = time.monotonic()
        if call([python, *words], offscreen=True, folder=ROOT):
            failed.append(name)
        print(f"== {name} took {time.monotonic() - since:.0f} s", flush=True)
    took = f"{time.monotonic() - started:.0f} s"
    if failed:
        print(f"\nFAILED: {', '.join(failed)} ({len(steps) - len(failed)} of {len(steps)} steps passed in {took})")
        return 1
    print(f"\nAll is well: {', '.join(name for name, _ in steps)} passed in {took}")
    return 0


def pictures(arguments: list[str]) -> int:
    """Every window and printed page as a picture, into the folder named."""
    return call([ready("run"), "-m", "planner.ui.pictures", *arguments], offscreen=True)


def bench(arguments: list[str]) -> int:
    """Measure the start and the search; further words go to each benchmark."""
    python = ready("test")
    codes = [
        call([python, "-m", f"tests.benchmarks.{path.stem}", *arguments], offscreen=True, folder=ROOT)
        for path in sorted((ROOT / "tests" / "benchmarks").glob("[!_]*.py"))
    ]
    return max(codes, default=0)


def selftest(arguments: list[str]) -> int:
    """Play through the whole program once, in a temporary place, without a window."""
    return call([ready("run"), "-m", "planner", "--self-test", *arguments], offscreen=True)


def freeze(arguments: list[str]) -> int:
    """Build dist/warmbook, a folder that needs no Python; --self-test plays it through, --again builds anew."""
    folder = freezing.program(ready("test"), again="--again" in arguments)
    return call([folder / "warmbook", "--self-test"], offscreen=True) if "--self-test" in arguments else 0


def installer(arguments: list[str]) -> int:
    """Build what people install on the system that this runs on, into dist/out."""
    if arguments:
        return main([])
    for path in import_module(INSTALLERS.get(sys.platform, "linux.package")).make(ready("test")):
        print(path)
    return 0


def try_installer(arguments: list[str]) -> int:
    """On Windows and macOS: install what installer built, use it, and remove it; on Linux it is check-linux."""
    maker = INSTALLERS.get(sys.platform)
    if maker is None:
        return check_linux(arguments)
    return main([]) if arguments else int(import_module(maker).try_it())


def check_linux(arguments: list[str]) -> int:
    """Install the package on a bare Debian, play it through, show its window, remove it; --again does it anew."""
    return int(import_module("linux.check").main(ready("test"), again="--again" in arguments))


def check_windows(arguments: list[str]) -> int:
    """Freeze, pack, install, use and remove Warmbook for Windows, under Wine on Linux; --again does it anew."""
    return call([ready("test"), "-m", "windows.check", *arguments], folder=ROOT / "packaging")


def sizes(arguments: list[str]) -> int:
    """How large the frozen program is, by part; --bare beside a bare window; 1 when it is over its budget."""
    return int(import_module("sizes").main(ready("test"), arguments))


def starts(arguments: list[str]) -> int:
    """How long the frozen program takes to its first frame, beside the same from source; 1 when it is too long."""
    return main([]) if arguments else int(import_module("starts").main(ready("test")))


def release(arguments: list[str]) -> int:
    """What stands beside the installers in dist/out: parts, licences, notes, checksums; --check-tag TAG only looks."""
    beside = import_module("release")
    if arguments[:1] == ["--check-tag"]:
        beside.check_tag(arguments[1])
        return 0
    for path in beside.make():
        print(path)
    return 0


def check_workflows(arguments: list[str]) -> int:
    """Whether the workflows of GitHub make sense and do nothing dangerous."""
    import_module("release").check_workflows()
    return len(arguments) * 2


def licences(arguments: list[str]) -> int:
    """Gather the licences of all that ships, after the lock files were renewed."""
    return call([ready("test"), ROOT / "packaging" / "licences.py", *arguments])


def lock(arguments: list[str]) -> int:
    """Renew the lock files: the newest versions that pyproject.toml allows, for every system."""
    python = ready("test")
    compile_ = [python, "-m", "uv", "pip", "compile", "--quiet", "--universal", "--python-version", "3.11"]
    compile_ += ["--generate-hashes", "--no-header", "--upgrade", *arguments, "../pyproject.toml"]
    return call([*compile_, "-o", "run.lock"], folder=ROOT / "packaging") or call(
        [*compile_, "--extra", "test", "-c", "run.lock", "-o", "test.lock"], folder=ROOT / "packaging"
    )


def ready(name: str) -> Path:
    """The Python of the prepared environment, on a system that has what Qt needs."""
    python = prepare(name)
    if problem := system_libraries.provide(FOLDER):
        raise NotPreparedError(problem)
    call([python, ROOT / "packaging" / "words.py", "compile"])
    return python


def call(words: list[object], offscreen: bool = False, folder: Path | None = None) -> int:
    """Start a program of the environment and answer its exit code."""
    return subprocess.call([str(word) for word in words], env=surroundings(offscreen), cwd=folder)


VERBS = {
    "run": run,
    "test": test,
    "pictures": pictures,
    "bench": bench,
    "selftest": selftest,
    "freeze": freeze,
    "installer": installer,
    "try-installer": try_installer,
    "check-linux": check_linux,
    "check-windows": check_windows,
    "sizes": sizes,
    "starts": starts,
    "release": release,
    "check-workflows": check_workflows,
    "licences": licences,
    "lock": lock,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
