"""The Debian package on a bare Debian: installed with only what it declares, played through, shown, and removed."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import system_libraries
import virtual_screen
from environment import ROOT, NotPreparedError
from linux import package
from linux.tree import ID

BUILD = ROOT / "build" / "debian"
BASE = BUILD / "base"
SYSTEM = BUILD / "system"
ARCHIVES = BUILD / "archives"
SUITE = "bookworm"
MIRROR = "http://deb.debian.org/debian"
PICTURE = ROOT / "dist" / "out" / "check-linux.png"
FEWEST_COLOURS = 24
"""A screen with fewer shows no desk."""
BOOK = "/home/guest/Sample book.warmbook"
IN_SYSTEM = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/home/guest"}


def main(python: Path) -> int:
    """Do it all; 0 when every step held. The bare system and what apt fetches are kept for the next time."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        raise NotPreparedError("A bare Debian can be made on Linux alone, by root.")
    if shutil.which("debootstrap") is None and not system_libraries.install(["debootstrap"]):
        raise NotPreparedError(f"Install it first:\n  {system_libraries.apt_command(['debootstrap'])}")
    started = time.monotonic()
    made = package.debian_package(python)
    _provide_system()
    _say("installing with only what it declares")
    shutil.copyfile(made, SYSTEM / "root" / made.name)
    before = _files()
    _inside(["apt-get", "install", "-qq", "-y", "--no-install-recommends", f"/root/{made.name}"], quiet=True)
    _say("the self-test of what is installed, by an ordinary user")
    _inside(["warmbook", "--self-test"], user="guest")
    _inside(["warmbook", "demo", "--book", BOOK, "--people", "60", "--seed", "1"], user="guest")
    held = _shows_window(python) and _is_known()
    _say("removing it")
    _inside(["apt-get", "purge", "-qq", "-y", "warmbook"], quiet=True)
    left = sorted(each for each in _files() - before if "warmbook" in each.lower())
    if left:
        print(f"This was left behind: {', '.join(left)}")
    if not (SYSTEM / BOOK.removeprefix("/")).exists():
        print("The user's book went with the program.")
        held = False
    print(f"\n{'All is well' if held and not left else 'FAILED'}: {made.name} in {time.monotonic() - started:.0f} s")
    return int(not held or bool(left))


def _provide_system() -> None:
    """A bare Debian, as fresh as debootstrap made it."""
    if not (BASE / "etc/debian_version").exists():
        _say(f"making a bare Debian {SUITE}; this happens once")
        shutil.rmtree(BASE, ignore_errors=True)
        subprocess.run(["debootstrap", "--variant=minbase", SUITE, BASE, MIRROR], check=True, stdout=subprocess.DEVNULL)
    shutil.rmtree(SYSTEM, ignore_errors=True)
    ARCHIVES.mkdir(parents=True, exist_ok=True)
    subprocess.run(["cp", "-a", BASE, SYSTEM], check=True)
    for name in ("etc/resolv.conf", "etc/hosts"):
        shutil.copyfile(f"/{name}", SYSTEM / name)
    (SYSTEM / "etc/apt/apt.conf.d/keep").write_text(
        'Binary::apt-get::APT::Keep-Downloaded-Packages "true";\n', encoding="utf-8"
    )
    _inside(["apt-get", "update", "-qq"], quiet=True)
    _inside(["useradd", "-m", "guest"])


def _shows_window(python: Path) -> bool:
    """Start it for real, with the book that was double-clicked, and look at the screen."""
    _say(f"a real window: {PICTURE}")
    with virtual_screen.shown() as display:
        words = _words(["warmbook", BOOK], user="guest", extra={"DISPLAY": display})
        with virtual_screen.running(words, dict(os.environ)) as program:
            time.sleep(6)
            colours = virtual_screen.picture(python, display, PICTURE)
            is_running = program.poll() is None
    print(f"{colours} colours, {'still running' if is_running else 'it has ended'}", flush=True)
    return is_running and colours >= FEWEST_COLOURS


def _is_known() -> bool:
    """Whether the desktop would find the program, its icon and its kind of file."""
    wanted: tuple[str, ...] = (f"usr/share/applications/{ID}.desktop", f"usr/share/icons/hicolor/48x48/apps/{ID}.png")
    wanted = (*wanted, f"usr/share/mime/packages/{ID}.xml", "usr/bin/warmbook")
    absent = [each for each in wanted if not (SYSTEM / each).is_file() and not (SYSTEM / each).is_symlink()]
    if absent:
        print(f"Missing: {', '.join(absent)}")
    return not absent


def _words(words: Sequence[str], user: str = "root", extra: dict[str, str] | None = None) -> list[str]:
    """A command for inside the system, whose mounts are gone when it ends."""
    known = {**IN_SYSTEM, "DEBIAN_FRONTEND": "noninteractive", **(extra or {})}
    told = [f"{name}={value}" for name, value in known.items()]
    enter = shlex.join(["chroot", f"--userspec={user}", str(SYSTEM), "env", "-i", *told, *words])
    mounts = [["-t", "proc", "proc", f"{SYSTEM}/proc"], ["--bind", f"{ARCHIVES}", f"{SYSTEM}/var/cache/apt/archives"]]
    inner = " && ".join([*(shlex.join(["mount", *each]) for each in mounts), f"exec {enter}"])
    return ["unshare", "--mount", "--pid", "--fork", "--kill-child", "sh", "-c", inner]


def _inside(words: Sequence[str], user: str = "root", *, quiet: bool = False) -> None:
    """Run a command inside the system and stop where it fails."""
    done = subprocess.run(
        _words(words, user), stdout=subprocess.PIPE if quiet else None, stderr=subprocess.STDOUT, text=True, check=False
    )
    if done.returncode:
        raise NotPreparedError(f"{' '.join(words)} failed inside the bare Debian.\n{done.stdout or ''}")


def _files() -> set[str]:
    """Everything there is in the system, apart from what belongs to the user and what apt keeps."""
    kept = re.compile(r"^(home|proc|tmp|root|var/cache|var/lib/apt|var/log)(/|$)")
    paths = (path.relative_to(SYSTEM).as_posix() for path in SYSTEM.rglob("*"))
    return {path for path in paths if not kept.match(path)}


def _say(what: str) -> None:
    print(f"\n== {what}", flush=True)
