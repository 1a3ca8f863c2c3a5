"""Whether somebody answers where the system says there is a screen; a variable alone is no screen."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux may be without a screen")
PROBE = "from planner import screen; print(screen.answers(), screen.wayland_answers(), screen.x_answers())"


def started(*words: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """Run Python with these variables about the screen and no others."""
    told = ("DISPLAY", "QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "WAYLAND_SOCKET", "XDG_RUNTIME_DIR")
    kept = {name: value for name, value in os.environ.items() if name not in told}
    command = [sys.executable, *words]
    return subprocess.run(
        command, cwd=ROOT, env=kept | variables, capture_output=True, text=True, check=False, timeout=60
    )


def probed(**variables: str) -> str:
    """Whether there is a screen, one of Wayland, and one of X."""
    return started("-c", PROBE, **variables).stdout.strip()


@contextmanager
def listening(place: str) -> Iterator[None]:
    """A server that answers at a place, as Wayland and X do."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(place)
        server.listen()
        yield


def test_without_a_word_about_it_there_is_no_screen() -> None:
    assert probed() == "False False False"


@pytest.mark.parametrize("display", [":937", ":937.0", "unix:937", "localhost:937", "nonsense", ":x", "/nowhere:0"])
def test_a_display_nobody_answers_at_is_no_screen(display: str) -> None:
    assert probed(DISPLAY=display) == "False False False"


def test_x_answers_at_its_number_or_the_path_of_its_socket(tmp_path: Path) -> None:
    with listening("\0/tmp/.X11-unix/X938"):
        assert probed(DISPLAY=":938.0") == "True False True"
    with listening(str(tmp_path / "x:0")):
        assert probed(DISPLAY=str(tmp_path / "x:0")) == "True False True"


def test_wayland_answers_in_the_folder_of_the_session_or_at_a_path(tmp_path: Path) -> None:
    place = str(tmp_path / "wayland-0")
    assert probed(WAYLAND_DISPLAY="wayland-0", XDG_RUNTIME_DIR=str(tmp_path)) == "False False False"
    with listening(place):
        assert probed(WAYLAND_DISPLAY="wayland-0", XDG_RUNTIME_DIR=str(tmp_path)) == "True True False"
        assert probed(WAYLAND_DISPLAY=place) == "True True False"
        assert probed(WAYLAND_DISPLAY="wayland-0") == "False False False"
    assert probed(WAYLAND_DISPLAY=place) == "False False False"  # the file is left, its server is gone


@pytest.mark.parametrize("platform", ["", "xcb"])
def test_the_program_says_so_instead_of_being_ended_by_qt(platform: str, tmp_path: Path) -> None:
    done = started("-m", "planner", DISPLAY=":937", QT_QPA_PLATFORM=platform, WARMBOOK_FOLDER=str(tmp_path))
    assert done.returncode == 1
    assert done.stderr.startswith("There is no screen here that answers")
    assert not list(tmp_path.iterdir())
