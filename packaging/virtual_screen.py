"""A screen that nobody sees, and what is to be seen on it: for trying windows on a machine that has none."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import system_libraries
from environment import ROOT, NotPreparedError

SIZE = (1440, 900)
FEWEST_COLOURS = 24
"""A screen with fewer shows no desk."""
GRACE = 5.0
"""Seconds that a program has to end by itself."""
PATIENCE = 30.0
"""Seconds until a window must be there."""
LOOK = """
import sys, time
from pathlib import Path
from PySide6.QtGui import QGuiApplication

app = QGuiApplication([])
screen = app.primaryScreen()
def is_painted():
    picture = screen.grabWindow(0, 700, 300, 40, 40).toImage()
    return any(picture.pixelColor(x, y).lightness() > 8 for x in (0, 20, 39) for y in (0, 20, 39))
if sys.argv[1] == "wait":
    print("ready", flush=True)
    sys.stdin.readline()
    end = time.monotonic() + float(sys.argv[2])
    while not is_painted():
        if time.monotonic() > end:
            sys.exit(1)
        time.sleep(0.002)
    print("painted", flush=True)
else:
    seen = screen.grabWindow(0).toImage()
    seen.save(sys.argv[2])
    points = [seen.pixel(x, y) for x in range(0, seen.width(), 5) for y in range(0, seen.height(), 5)]
    print(len(set(points)), flush=True)
"""
"""A little program that looks at the screen from outside, as a person does."""


def provide() -> str:
    """Install the server of such screens where we may; else the sentence that says what to do."""
    if shutil.which("Xvfb") or system_libraries.install(["xvfb"]):
        return ""
    return f"A screen that nobody sees needs more of the system:\n  {system_libraries.apt_command(['xvfb'])}"


@contextmanager
def shown() -> Iterator[str]:
    """A screen of an X server of its own; the name by which programs find it."""
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", "1", "-screen", "0", f"{SIZE[0]}x{SIZE[1]}x24", "-nolisten", "tcp"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert server.stdout is not None
        yield f":{server.stdout.readline().decode().strip()}"
    finally:
        server.terminate()
        server.communicate()


def until_painted(python: Path, display: str, words: Sequence[object], surroundings: dict[str, str]) -> float:
    """Start a program, and answer how many seconds it took until something of it was on the screen; then end it."""
    with _looking(python, display, "wait", PATIENCE) as eye:
        assert eye.stdout is not None
        assert eye.stdin is not None
        eye.stdout.readline()
        eye.stdin.write(b"\n")
        eye.stdin.flush()
        started = time.perf_counter()
        with running(words, surroundings | {"DISPLAY": display}):
            seen = eye.stdout.readline()
            took = time.perf_counter() - started
    if not seen:
        raise NotPreparedError(f"Nothing was to be seen of {words[0]} in {PATIENCE:.0f} seconds.")
    return took


def picture(python: Path, display: str, path: Path) -> int:
    """Keep what is on the screen as a picture; how many colours it has."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with _looking(python, display, "keep", path) as eye:
        assert eye.stdout is not None
        return int(eye.stdout.readline() or 0)


def settled_picture(python: Path, display: str, path: Path) -> int:
    """The picture once there is a desk on the screen and has been for a moment; how many colours it has."""
    end = time.monotonic() + PATIENCE
    while picture(python, display, path) < FEWEST_COLOURS and time.monotonic() < end:
        time.sleep(0.5)
    time.sleep(1.5)
    return picture(python, display, path)


@contextmanager
def running(words: Sequence[object], surroundings: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """A program that runs until the block ends."""
    program = subprocess.Popen([str(word) for word in words], env=surroundings, stdin=subprocess.DEVNULL)
    try:
        yield program
    finally:
        program.terminate()
        try:
            program.wait(GRACE)
        except subprocess.TimeoutExpired:  # what stands in for it in another system hears nothing else
            program.kill()
            program.wait()


@contextmanager
def _looking(python: Path, display: str, *words: object) -> Iterator[subprocess.Popen[bytes]]:
    surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("QT_", "WAYLAND_"))}
    surroundings |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    with subprocess.Popen(
        [python, "-c", LOOK, *map(str, words)],
        env=surroundings,
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as eye:
        yield eye
