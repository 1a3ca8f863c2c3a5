"""What stands beside the installers of a release, and whether the workflows that build them make sense.

The tools for it are in an environment of their own, ``.venv-release``, made from ``release.lock``.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import venv
from pathlib import Path

import fingerprint
from environment import ROOT, NotPreparedError, surroundings
from linux.tree import version

OUT = ROOT / "dist" / "out"
TOOLS = ROOT / ".venv-release"
LOCK = ROOT / "packaging" / "release.lock"
SUMS = "SHA256SUMS"
WORKFLOWS = ROOT / ".github" / "workflows"


def make() -> list[Path]:
    """The list of parts, the licences, the notes and the checksums, beside what the installers made; the files."""
    OUT.mkdir(parents=True, exist_ok=True)
    made = [bill_of_materials(), OUT / "third-party-licences.txt", OUT / "NOTES.md"]
    shutil.copyfile(ROOT / "resources" / "licences" / "third-party.txt", made[1])
    made[2].write_text(notes(), encoding="utf-8", newline="\n")
    return [*made, checksums(OUT)]


def bill_of_materials() -> Path:
    """Every package that the program stands on, with its version and hashes, as CycloneDX says it."""
    target = OUT / f"warmbook-{version()}.cdx.json"
    words: list[object] = [
        "-W",
        "ignore::UserWarning",
        "-m",
        "cyclonedx_py",
        "requirements",
        ROOT / "packaging" / "run.lock",
    ]
    words += ["--pyproject", ROOT / "pyproject.toml", "--output-reproducible", "--of", "JSON", "-o", target]
    _run(words)
    told = json.loads(target.read_text(encoding="utf-8"))
    told["metadata"]["component"]["version"] = version()
    target.write_text(json.dumps(told, indent=2, ensure_ascii=False) + "\n", encoding="utf-8", newline="\n")
    return target


def notes() -> str:
    """What the file of changes says of this version."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:]:
        if part.split()[0] == version():
            return part.partition("\n")[2].strip() + "\n"
    raise NotPreparedError(f"CHANGELOG.md says nothing of {version()}.")


def checksums(folder: Path) -> Path:
    """A line for each file of a folder, as ``sha256sum --check`` reads it."""
    files = sorted(path for path in folder.iterdir() if path.is_file() and path.name not in (SUMS, "NOTES.md"))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in files]
    target = folder / SUMS
    target.write_text("".join(lines), encoding="ascii", newline="\n")
    return target


def check_tag(tag: str) -> None:
    """A tag names the version that the program says it has, and the changes no longer call it unreleased."""
    if tag != f"v{version()}":
        raise NotPreparedError(f"The tag is {tag}, but the program says that it is {version()}.")
    heading = next(
        line for line in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8").splitlines() if version() in line
    )
    if "not released" in heading:
        raise NotPreparedError(f"CHANGELOG.md still says: {heading}")


def check_workflows() -> None:
    """By the schema of GitHub, and by what is known to be dangerous in them."""
    files = sorted(WORKFLOWS.glob("*.yml"))
    _run(["-m", "check_jsonschema", "--builtin-schema", "vendor.github-workflows", *files])
    subprocess.run(
        [_script("zizmor"), "--offline", "--no-progress", "--config", ROOT / ".github" / "zizmor.yml", *files],
        check=True,
        env=surroundings(),
    )


def _run(words: list[object]) -> None:
    subprocess.run([str(word) for word in [_python(), *words]], check=True, env=surroundings())


def _python() -> Path:
    """The Python of the tools, made when it is first asked for."""
    python, stamp = _script("python"), TOOLS / "made-from"
    wanted = fingerprint.of([LOCK])
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != wanted:
        print("Preparing the tools of a release. This happens once and needs the network.", flush=True)
        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(TOOLS)
        words = [
            "-m",
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "--no-deps",
            "--only-binary",
            ":all:",
            "-r",
            LOCK,
        ]
        subprocess.run([str(word) for word in [python, *words]], check=True)
        stamp.write_text(wanted, encoding="utf-8")
    return python


def _script(name: str) -> Path:
    return TOOLS / ("Scripts" if os.name == "nt" else "bin") / (f"{name}.exe" if os.name == "nt" else name)
