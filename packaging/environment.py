"""The isolated environment of Warmbook: made once from a lock file, known by a stamp, used offline afterwards."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
import time
import venv
from pathlib import Path

import system_libraries

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".venv"
STAMP = FOLDER / "prepared.json"
LOG = ROOT / "build" / "prepare.log"
NETWORK_SIGNS = (
    "Temporary failure in name resolution",
    "Name or service not known",
    "nodename nor servname",
    "getaddrinfo failed",
    "NewConnectionError",
    "Failed to establish a new connection",
    "Max retries exceeded",
    "Network is unreachable",
    "Connection refused",
    "timed out",
    "No matching distribution found",
)


class NotPreparedError(Exception):
    """A sentence about what keeps the environment from being made."""


def interpreter() -> Path:
    """The Python of the environment."""
    return FOLDER / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def lock_file(name: str) -> Path:
    """The pinned packages of ``run`` or ``test``."""
    return ROOT / "packaging" / f"{name}.lock"


def surroundings(offscreen: bool = False) -> dict[str, str]:
    """The variables that programs of the environment are started with."""
    kept = {key: value for key, value in os.environ.items() if key not in ("PYTHONHOME", "VIRTUAL_ENV")}
    kept["PYTHONPATH"] = str(ROOT)
    kept["PYTHONIOENCODING"] = "utf-8"
    if sys.platform.startswith("linux") and not {"LC_ALL", "LC_CTYPE", "LANG"} & kept.keys():
        kept["LANG"] = "C.UTF-8"
    if offscreen:
        kept["QT_QPA_PLATFORM"] = "offscreen"
    return kept


def prepare(name: str) -> Path:
    """Make sure that the environment holds ``run.lock`` or ``test.lock``, and answer its Python."""
    wanted = {"python": ".".join(map(str, sys.version_info[:2])), name: _digest(lock_file(name))}
    stamp = _read_stamp()
    if not wanted.items() <= stamp.items():
        started = time.monotonic()
        print("Preparing Warmbook. This happens once and needs the network.", flush=True)
        if not stamp or stamp.get("python") != wanted["python"]:
            _make_environment()
            stamp = {}
        _install(lock_file(name))
        STAMP.write_text(json.dumps({**stamp, **wanted}), encoding="utf-8")
        print(f"Prepared in {time.monotonic() - started:.0f} seconds.", flush=True)
    return interpreter()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _read_stamp() -> dict[str, str]:
    """What was prepared, nothing if the environment is half made or its Python is gone."""
    if not STAMP.exists() or not interpreter().exists():
        return {}
    stamp: dict[str, str] = json.loads(STAMP.read_text(encoding="utf-8"))
    return stamp


def _make_environment() -> None:
    if importlib.util.find_spec("ensurepip") is None:
        package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
        if not system_libraries.install([package]):
            raise NotPreparedError(
                f"This Python cannot make isolated environments. Install the rest of it, then run the same command "
                f"again:\n  {system_libraries.apt_command([package])}"
            )
    if FOLDER.exists():
        shutil.rmtree(FOLDER)
    venv.EnvBuilder(with_pip=True, symlinks=os.name != "nt").create(FOLDER)


def _install(lock: Path) -> None:
    """Install exactly what the lock file names, each file checked against its hash."""
    command = [str(interpreter()), "-m", "pip", "install", "--no-input", "--disable-pip-version-check"]
    command += ["--retries", "2", "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock)]
    total = lock.read_text(encoding="utf-8").count("==")
    lines: list[str] = []
    shown = sys.stdout.isatty()
    environment = {key: value for key, value in surroundings().items() if key != "PYTHONPATH"}
    with subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        stdin=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
    ) as pip:
        assert pip.stdout is not None
        for line in pip.stdout:
            lines.append(line)
            if shown and line.startswith(("Collecting", "Processing", "Requirement already")):
                seen = sum(each.startswith(("Collecting", "Processing", "Requirement already")) for each in lines)
                print(f"\r  fetching package {seen} of {total} …  ", end="", flush=True)
            elif shown and line.startswith("Installing"):
                print("\r  installing …                      ", end="", flush=True)
    if shown:
        print("\r", end="")
    LOG.parent.mkdir(exist_ok=True)
    LOG.write_text("".join(lines), encoding="utf-8")
    if pip.returncode:
        raise NotPreparedError(_what_went_wrong(lines))


def _what_went_wrong(lines: list[str]) -> str:
    said = "".join(lines)
    if any(sign in said for sign in NETWORK_SIGNS):
        return (
            "The network cannot be reached. It is needed this one time, to fetch the packages that Warmbook stands "
            f"on. Connect and run the same command again. (What pip said is in {LOG}.)"
        )
    return f"The packages could not be installed. pip said:\n{''.join(lines[-8:])}(All of it is in {LOG}.)"
