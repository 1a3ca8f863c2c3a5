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

import freezing
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
PICTURE = BUILD / "desk.png"
PASSED = BUILD / "passed.stamp"
NOT_HERE = 3
BOOK = "/home/guest/Sample book.warmbook"
IN_SYSTEM = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/home/guest"}


def main(python: Path, *, again: bool = False) -> int:
    """0 when every step held, 1 when not, 3 where a bare Debian can't be made at all.

    The bare system and what apt fetches are kept for the next time, and so is that it passed, until something changes.
    """
    if problem := _provide():
        print(problem, file=sys.stderr)
        return NOT_HERE
    inputs = freezing.digest((*freezing.INPUTS, "packaging/linux"))
    if not again and PASSED.exists() and PASSED.read_text(encoding="utf-8") == inputs:
        print("The Debian package was checked already, and nothing has changed since.")
        return 0
    started = time.monotonic()
    PASSED.unlink(missing_ok=True)
    BUILD.mkdir(parents=True, exist_ok=True)
    package.check_files()
    made = package.debian_package(python, BUILD, quick=True)
    _provide_system()
    faults = _try(python, made)
    for fault in faults:
        print(f"FAILED  {fault}", file=sys.stderr)
    if not faults:
        PASSED.write_text(inputs, encoding="utf-8")
        print(f"\nAll is well on a bare Debian, in {time.monotonic() - started:.0f} s")
    return int(bool(faults))


def _provide() -> str:
    """What keeps us from it, empty when nothing does."""
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        return "A bare Debian can be made on Linux alone, by root."
    if shutil.which("debootstrap") is None and not system_libraries.install(["debootstrap"]):
        return f"A bare Debian needs more of the system:\n  {system_libraries.apt_command(['debootstrap'])}"
    return virtual_screen.provide() or package.provide()


def _try(python: Path, made: Path) -> list[str]:
    """Install, use and remove the package; what did not hold."""
    _say("installing with only what it declares")
    shutil.copyfile(made, SYSTEM / "root" / made.name)
    before = _files()
    _inside(["apt-get", "install", "-qq", "-y", "--no-install-recommends", f"/root/{made.name}"], quiet=True)
    _say("the self-test of what is installed, by an ordinary user")
    _inside(["warmbook", "--self-test"], user="guest")
    _inside(["warmbook", "demo", "--book", BOOK, "--people", "60", "--seed", "1"], user="guest")
    faults = [f"{absent} is missing" for absent in _unknown()]
    _say(f"a real window: {PICTURE}")
    faults += _look(python)
    _say("removing it")
    _inside(["apt-get", "purge", "-qq", "-y", "warmbook"], quiet=True)
    faults += [f"{each} was left behind" for each in sorted(_files() - before) if "warmbook" in each.lower()]
    if not (SYSTEM / BOOK.removeprefix("/")).exists():
        faults.append("the user's book went with the program")
    return faults


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


def _look(python: Path) -> list[str]:
    """Start it for real, with the book that was double-clicked, and look at the screen."""
    with virtual_screen.shown() as display:
        words = _words(["warmbook", BOOK], user="guest", extra={"DISPLAY": display})
        with virtual_screen.running(words, dict(os.environ)) as program:
            colours = virtual_screen.settled_picture(python, display, PICTURE)
            has_ended = program.poll() is not None
    print(f"{colours} colours", flush=True)
    if has_ended:
        return ["the program ended by itself"]
    return [] if colours >= virtual_screen.FEWEST_COLOURS else ["the screen shows no desk"]


def _unknown() -> list[str]:
    """What the desktop looks for and would not find: the program, its icon, its kind of file."""
    wanted = [f"usr/share/applications/{ID}.desktop", f"usr/share/icons/hicolor/48x48/apps/{ID}.png"]
    wanted += [f"usr/share/mime/packages/{ID}.xml", "opt/warmbook/warmbook"]
    return [each for each in wanted if not (SYSTEM / each).is_file()]


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
