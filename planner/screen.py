"""Whether there is a screen to show windows on: Qt ends the whole program when the one it was promised does not answer.

Needs nothing but Python, for ``packaging/`` asks it too, before there is an environment.
"""

from __future__ import annotations

import os
import sys

_X_PORT = 6000
_PATIENCE = 2.0
"""Seconds to wait for a screen on another computer."""


def answers() -> bool:
    """Whether a window could be shown: always on Windows and macOS."""
    return not sys.platform.startswith("linux") or wayland_answers() or x_answers()


def is_needed() -> bool:
    """Whether Qt was not told to do without: ``QT_QPA_PLATFORM=offscreen`` paints into the void."""
    return os.environ.get("QT_QPA_PLATFORM", "").partition(":")[0] in ("", "xcb", "wayland", "wayland;xcb")


def wayland_answers() -> bool:
    """Whether somebody listens where ``WAYLAND_DISPLAY`` points, or handed us a connection that is open already."""
    display = os.environ.get("WAYLAND_DISPLAY", "")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if "WAYLAND_SOCKET" in os.environ:
        return True
    return bool(display) and _listens(os.path.join(folder, display))  # noqa: PTH118 - pathlib is no matter of a start


def x_answers() -> bool:
    """Whether somebody listens where ``DISPLAY`` points: ``:0``, ``host:10.0`` or the path of a socket."""
    display = os.environ.get("DISPLAY", "")
    host, colon, rest = display.rpartition(":")
    host, number = host.rpartition("/")[2], rest.partition(".")[0]
    if display.startswith("/") and _listens(display):
        return True
    if not colon or not number.isdecimal():
        return False
    if host in ("", "unix"):
        place = f"/tmp/.X11-unix/X{number}"  # noqa: S108 - where X itself puts it
        if _listens(f"\0{place}") or _listens(place):
            return True
    import socket

    try:
        with socket.create_connection((host or "localhost", _X_PORT + int(number)), _PATIENCE):
            return True
    except OSError:
        return False


def _listens(place: str) -> bool:
    """Whether somebody listens at a socket of this computer; Linux alone knows names that begin with a zero."""
    import socket

    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(place)
        except OSError:
            return False
    return True
