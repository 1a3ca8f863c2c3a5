"""The libraries of a Linux system that Qt stands on: which are missing, and how to get them."""

from __future__ import annotations

import os
import platform
import runpy
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

ON_LINUX: bool = sys.platform.startswith("linux")
PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libICE.so.6": "libice6",
    "libSM.so.6": "libsm6",
    "libX11-xcb.so.1": "libx11-xcb1",
    "libX11.so.6": "libx11-6",
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libcups.so.2": "libcups2",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
    "libzstd.so.1": "libzstd1",
}
"""The Debian and Ubuntu package of each library, by the name Qt asks for."""


SCREEN = runpy.run_path(str(Path(__file__).resolve().parent.parent / "planner" / "screen.py"))
"""What the program itself asks before it opens windows; importing it would need the environment."""


def has_screen() -> bool:
    """Whether a window could be shown: always on Windows and macOS."""
    return bool(SCREEN["answers"]())


def missing(environment: Path) -> list[str]:
    """The libraries Qt asks for that this system lacks; those of windows only where there is a screen."""
    if not ON_LINUX or shutil.which("ldd") is None:
        return []
    [pyside] = environment.glob("lib/python*/site-packages/PySide6")
    plugins = pyside / "Qt" / "plugins"
    files = [pyside / f"Qt{part}.abi3.so" for part in ("Network", "PrintSupport", "Svg", "Widgets")]
    files.append(plugins / "platforms" / "libqoffscreen.so")
    if SCREEN["wayland_answers"]():
        files.append(plugins / "platforms" / "libqwayland.so")
    elif SCREEN["x_answers"]():
        files.append(plugins / "platforms" / "libqxcb.so")
    answer = subprocess.run(["ldd", *map(str, files)], capture_output=True, text=True, check=False)
    return sorted({line.split()[0] for line in answer.stdout.splitlines() if "not found" in line})


def provide(environment: Path) -> str:
    """Install what Qt lacks where we may; else the sentence that says what to do, empty when all is well."""
    absent = missing(environment)
    if not absent:
        return ""
    packages = sorted({PACKAGES[library] for library in absent if library in PACKAGES})
    if install(packages) and not missing(environment):
        return ""
    told = f"Qt needs system libraries that are not here: {', '.join(absent)}.\n"
    if shutil.which("apt-get") is None:
        return told + "Install them with the package manager of your system, then run the same command again."
    return f"{told}Install them, then run the same command again:\n  {apt_command(packages)}"


def provide_freezing() -> str:
    """The same for the two things that freezing needs: binutils, and Python as a library."""
    if not ON_LINUX:
        return ""
    packages = [] if shutil.which("objdump") else ["binutils"]
    version = sysconfig.get_python_version()
    places = [Path(sysconfig.get_config_var("LIBDIR") or ""), Path("/usr/lib") / f"{platform.machine()}-linux-gnu"]
    if not any((place / f"libpython{version}.so.1.0").exists() for place in places):
        packages.append(f"libpython{version}")
    if not packages or install(packages):
        return ""
    return f"Freezing needs more of the system. Install it:\n  {apt_command(packages)}"


def apt_command(packages: list[str]) -> str:
    """The one line that a person pastes into a terminal."""
    return f"sudo apt-get install -y --no-install-recommends {' '.join(packages)}"


def install(packages: list[str]) -> bool:
    """Fetch packages of the system, silently refused where we are not root or there is no apt-get."""
    apt = shutil.which("apt-get")
    if apt is None or not hasattr(os, "geteuid") or os.geteuid() != 0:
        return False
    print(f"Installing from the system: {' '.join(packages)}", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for arguments in (["update"], ["install", "-y", "--no-install-recommends", *packages]):
        done = subprocess.run(
            [apt, "-q", *arguments],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            env=environment,
        )
        if arguments[0] == "install" and done.returncode:
            print(done.stderr or done.stdout, file=sys.stderr)
            return False
    return True
