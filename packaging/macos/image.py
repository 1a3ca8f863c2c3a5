"""The disk image for macOS: ``dev.py installer`` on a Mac.

Signing and notarising need keys, which the environment brings; without them the program is signed ad hoc, which is
enough to run it, and macOS asks the user before the first start:

WARMBOOK_MACOS_IDENTITY       the name of a "Developer ID Application" certificate in the keychain
WARMBOOK_NOTARY_KEY           the path of an App Store Connect key (.p8), with …
WARMBOOK_NOTARY_KEY_ID        … its id
WARMBOOK_NOTARY_ISSUER        … and its issuer
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import time
from pathlib import Path

import freezing
from environment import ROOT
from linux.tree import version

OUT = ROOT / "dist" / "out"
BUNDLE = ROOT / "dist" / "Warmbook.app"
ENTITLEMENTS = Path(__file__).resolve().parent / "entitlements.plist"
NOTARY = {"--key": "WARMBOOK_NOTARY_KEY", "--key-id": "WARMBOOK_NOTARY_KEY_ID", "--issuer": "WARMBOOK_NOTARY_ISSUER"}
TRIES = 5
"""The image maker of macOS says now and then that a resource is busy."""


def make(python: Path) -> list[Path]:
    """Freeze, sign, pack, and notarise where the keys are there; answers the image."""
    freezing.program(python)
    sign(BUNDLE)
    OUT.mkdir(parents=True, exist_ok=True)
    image = OUT / f"Warmbook-{version()}-macos-{platform.machine()}.dmg"
    pack(image)
    notarise(image)
    return [image]


def try_it() -> int:
    """Install from the image as a person does, play the installed program through, and remove it; its exit code."""
    [image] = OUT.glob("*.dmg")
    place = ROOT / "build" / "macos" / "installed" / BUNDLE.name
    shutil.rmtree(place.parent, ignore_errors=True)
    volume = ROOT / "build" / "macos" / "volume"
    run(["hdiutil", "attach", image, "-nobrowse", "-readonly", "-mountpoint", volume])
    try:
        run(["ditto", volume / BUNDLE.name, place])
    finally:
        run(["hdiutil", "detach", volume])
    run(["codesign", "--verify", "--deep", "--strict", place])
    run(["plutil", "-lint", place / "Contents" / "Info.plist"])
    code = subprocess.call([str(place / "Contents" / "MacOS" / "warmbook"), "--self-test"])
    shutil.rmtree(place.parent)
    return code


def sign(bundle: Path) -> None:
    """With the certificate that the environment names, else ad hoc."""
    identity = os.environ.get("WARMBOOK_MACOS_IDENTITY", "")
    if not identity:
        print("No certificate is named: signed ad hoc. macOS will ask before the first start.", flush=True)
    run(sign_words(identity, bundle))
    run(["codesign", "--verify", "--deep", "--strict", bundle])


def sign_words(identity: str, bundle: Path) -> list[object]:
    """The command that signs; the hardened runtime, which notarising asks for, needs a certificate."""
    words: list[object] = ["codesign", "--force", "--deep", "--sign", identity or "-"]
    if identity:
        words += ["--options", "runtime", "--timestamp", "--entitlements", ENTITLEMENTS]
    return [*words, bundle]


def pack(image: Path) -> None:
    """A compressed image with the program and a way to the folder of programs."""
    folder = ROOT / "build" / "macos" / "Warmbook"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run(["ditto", BUNDLE, folder / BUNDLE.name])
    (folder / "Applications").symlink_to("/Applications")
    image.unlink(missing_ok=True)
    words = ["hdiutil", "create", "-volname", "Warmbook", "-srcfolder", folder, "-format", "UDZO", "-ov", image]
    for left in reversed(range(TRIES)):
        if subprocess.call([str(word) for word in words]) == 0:
            return
        if left:
            time.sleep(3)
    raise SystemExit("hdiutil could not make the image.")


def notarise(image: Path) -> None:
    """Have Apple look at it, and staple what it said; skipped without the keys."""
    words = notary_words(dict(os.environ))
    if not words or not os.environ.get("WARMBOOK_MACOS_IDENTITY"):
        print("No keys for notarising: left out.", flush=True)
        return
    run(["codesign", "--force", "--timestamp", "--sign", os.environ["WARMBOOK_MACOS_IDENTITY"], image])
    run(["xcrun", "notarytool", "submit", image, "--wait", *words])
    run(["xcrun", "stapler", "staple", image])


def notary_words(environment: dict[str, str]) -> list[str]:
    """Who we are for Apple's notary; nothing where anything of it is missing."""
    given = {word: environment.get(name, "") for word, name in NOTARY.items()}
    return [each for pair in given.items() for each in pair] if all(given.values()) else []


def run(words: list[object]) -> None:
    """Start a program of the system and stop where it fails."""
    subprocess.run([str(word) for word in words], check=True)
