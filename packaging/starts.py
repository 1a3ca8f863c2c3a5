"""How long the frozen program takes until something is on the screen, beside the same from source, started in turn."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from statistics import median

import freezing
import virtual_screen
from environment import ROOT, surroundings

MOST = 1.5
"""How many times as long as from source the frozen program may take."""
ROUNDS = 10
NOT_HERE = 3
FOLDER = ROOT / "build" / "starts"
PICTURE = FOLDER / "desk.png"


def main(python: Path, rounds: int = ROUNDS) -> int:
    """Print the fastest of each and their ratio; 1 when it is over the bound, 3 without a screen to look at."""
    if problem := virtual_screen.provide():
        print(problem, file=sys.stderr)
        return NOT_HERE
    frozen = freezing.program(python) / "warmbook"
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    book = FOLDER / "sample.warmbook"
    kept = {key: value for key, value in surroundings().items() if key != "QT_QPA_PLATFORM"}
    kept |= {"WARMBOOK_FOLDER": str(FOLDER), "QT_QPA_PLATFORM": "xcb"}
    subprocess.run([python, "-m", "planner", "demo", "--book", book, "--people", "60"], env=kept, cwd=ROOT, check=True)
    ways: dict[str, list[object]] = {"source": [python, "-m", "planner"], "frozen": [frozen]}
    taken: dict[str, list[float]] = {name: [] for name in ways}
    with virtual_screen.shown() as display:
        for _round in range(rounds + 1):
            for name, words in ways.items():
                taken[name].append(virtual_screen.until_painted(python, display, [*words, "--book", book], kept))
        with virtual_screen.running([frozen, "--book", book], kept | {"DISPLAY": display}):
            colours = virtual_screen.settled_picture(python, display, PICTURE)
    print(f"{PICTURE} has {colours} colours")
    source, packed = (min(each[1:]) for each in taken.values())
    for name, each in taken.items():
        fastest, usual = (round(seconds * 1000) for seconds in (min(each[1:]), median(each[1:])))
        print(f"{name}: something is on the screen after {fastest} ms at best, {usual} ms in the middle")
    print(f"The frozen program takes {packed / source:.2f} times as long; it may take {MOST}.")
    return int(packed / source > MOST or colours < virtual_screen.FEWEST_COLOURS)
