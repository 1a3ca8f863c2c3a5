"""The Debian package, and a folder that runs on any Linux, packed with its libraries: ``dev.py installer`` on Linux."""

from __future__ import annotations

import platform
import shutil
import subprocess
import tarfile
import time
from pathlib import Path

import freezing
import system_libraries
from environment import ROOT, NotPreparedError
from linux.tree import ID, lay_out, version

OUT = ROOT / "dist" / "out"
BUILD = ROOT / "build" / "linux"
PROGRAMS = {"dpkg-shlibdeps": "dpkg-dev", "fakeroot": "fakeroot", "desktop-file-validate": "desktop-file-utils"}
ARCHITECTURES = {"x86_64": "amd64", "aarch64": "arm64"}
CONTROL = """\
Package: warmbook
Version: {version}
Section: misc
Priority: optional
Architecture: {architecture}
Installed-Size: {size}
Maintainer: Warmbook contributors <nobody@localhost>
Depends: {depends}
Recommends: xdg-utils
Description: contact planner that keeps the account of every relationship honest
 Warmbook shows a direct-sales consultant who to be in touch with today and
 why, keeps the account between what was given and what was asked for, and
 prints a call sheet. It works offline, and never sends anything by itself.
"""


def make(python: Path) -> list[Path]:
    """Build what can be built here, into ``dist/out``; answers the files."""
    if problem := provide():
        raise NotPreparedError(problem)
    OUT.mkdir(parents=True, exist_ok=True)
    check_files()
    return [debian_package(python), *portable(python)]


def provide() -> str:
    """Install what packing is done with where we may; else the sentence that says what to do, empty when it is here."""
    missing = sorted({package for program, package in PROGRAMS.items() if shutil.which(program) is None})
    if not missing or system_libraries.install(missing):
        return ""
    return f"Packing needs more of the system. Install it:\n  {system_libraries.apt_command(missing)}"


def check_files() -> None:
    """Let the desktop's own tools read what is for them, where they are installed."""
    here = Path(__file__).resolve().parent
    subprocess.run(["desktop-file-validate", here / f"{ID}.desktop"], check=True)
    if shutil.which("appstreamcli"):
        subprocess.run(["appstreamcli", "validate", "--no-net", here / f"{ID}.metainfo.xml"], check=True)


def debian_package(python: Path, folder: Path = OUT, *, quick: bool = False) -> Path:
    """A ``.deb`` that asks for exactly the libraries of the system that the program stands on.

    ``quick`` packs loosely, for a package that is only tried.
    """
    program = freezing.program(python, with_system_libraries=False)
    started = time.monotonic()
    tree = BUILD / "deb"
    lay_out(program, tree)
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    architecture = ARCHITECTURES[platform.machine()]
    control = CONTROL.format(version=version(), architecture=architecture, size=size, depends=dependencies(tree))
    (tree / "DEBIAN").mkdir()
    (tree / "DEBIAN/control").write_text(control, encoding="utf-8")
    made = folder / f"warmbook_{version()}_{architecture}.deb"
    words = ["fakeroot", "dpkg-deb", *(["-Zzstd", "-z3"] if quick else ["-Zxz"]), "--build", str(tree), str(made)]
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return _told(made, started)


def dependencies(tree: Path) -> str:
    """What ``dpkg-shlibdeps`` finds that the program's own files ask of the system."""
    asking = BUILD / "asking"
    (asking / "debian").mkdir(parents=True, exist_ok=True)
    (asking / "debian/control").write_text(
        "Source: warmbook\n\nPackage: warmbook\nArchitecture: any\n", encoding="utf-8"
    )
    home = tree / "opt/warmbook"
    places = [f"-l{path}" for path in (home, *home.rglob("*")) if path.is_dir()]
    files = [path for path in home.rglob("*") if ".so" in path.name and path.is_file() and not path.is_symlink()]
    words = [
        "dpkg-shlibdeps",
        "-O",
        "--ignore-missing-info",
        *places,
        *(f"-e{path}" for path in [home / "warmbook", *files]),
    ]
    done = subprocess.run(words, cwd=asking, capture_output=True, text=True, check=False)
    if done.returncode:
        raise NotPreparedError(f"A library was pruned that something still asks for:\n{done.stderr}")
    return done.stdout.strip().removeprefix("shlibs:Depends=")


def portable(python: Path) -> list[Path]:
    """A folder with all its libraries as one archive; as an AppImage too where the tool for that is installed."""
    program = freezing.program(python)
    started = time.monotonic()
    tree = BUILD / "Warmbook.AppDir"
    lay_out(program, tree)
    here = Path(__file__).resolve().parent
    shutil.copy2(here / "AppRun", tree / "AppRun")
    shutil.copyfile(here / f"{ID}.desktop", tree / f"{ID}.desktop")
    shutil.copyfile(ROOT / "resources/icons/app/warmbook-256.png", tree / f"{ID}.png")
    (tree / ".DirIcon").symlink_to(f"{ID}.png")
    name = f"warmbook-{version()}-linux-{platform.machine()}"
    archive = OUT / f"{name}.tar.xz"
    with tarfile.open(archive, "w:xz", preset=6) as packed:
        packed.add(tree, arcname=name)
    made = [_told(archive, started)]
    if tool := shutil.which("appimagetool"):
        image = OUT / f"{name}.AppImage"
        subprocess.run([tool, "--no-appstream", tree, image], check=True)
        made.append(_told(image, started))
    else:
        print("No AppImage: appimagetool is not installed here.", flush=True)
    return made


def _told(made: Path, started: float) -> Path:
    print(f"{made}, {made.stat().st_size / 1e6:.0f} MB, in {time.monotonic() - started:.0f} s", flush=True)
    return made
