"""The script that prepares, runs and checks: stamps, missing libraries, and what it says when something is wrong."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import dev
import environment
import fingerprint
import freezing
import pytest
import system_libraries

ROOT = Path(__file__).resolve().parent.parent
linux_only = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Qt brings its libraries elsewhere")


@pytest.fixture
def installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """An empty place to prepare, and what gets installed there, by the name of the lock file."""
    folder = tmp_path / ".venv"
    monkeypatch.setattr(environment, "FOLDER", folder)
    monkeypatch.setattr(environment, "STAMP", folder / "prepared.json")
    done: list[str] = []

    def make() -> None:
        done.append("made")
        environment.interpreter().parent.mkdir(parents=True, exist_ok=True)
        environment.interpreter().touch()

    monkeypatch.setattr(environment, "_make_environment", make)
    monkeypatch.setattr(environment, "_install", lambda lock: done.append(lock.stem))
    return done


def test_the_second_time_nothing_is_prepared(installed: list[str]) -> None:
    assert environment.prepare("run") == environment.interpreter()
    assert environment.prepare("run") == environment.interpreter()
    assert installed == ["made", "run"]


def test_the_tests_add_to_what_running_needs(installed: list[str]) -> None:
    environment.prepare("run")
    environment.prepare("test")
    environment.prepare("run")
    assert installed == ["made", "run", "test"]


def test_a_renewed_lock_file_is_installed_over_the_old_one(installed: list[str]) -> None:
    environment.prepare("run")
    stamp = json.loads(environment.STAMP.read_text(encoding="utf-8"))
    environment.STAMP.write_text(json.dumps(stamp | {"run": "older"}), encoding="utf-8")
    environment.prepare("run")
    assert installed == ["made", "run", "run"]


def test_another_python_begins_anew(installed: list[str]) -> None:
    environment.prepare("run")
    stamp = json.loads(environment.STAMP.read_text(encoding="utf-8"))
    environment.STAMP.write_text(json.dumps(stamp | {"python": "3.10"}), encoding="utf-8")
    environment.prepare("run")
    assert installed == ["made", "run", "made", "run"]


def test_what_was_cut_short_begins_anew(installed: list[str]) -> None:
    environment.interpreter().parent.mkdir(parents=True)
    environment.interpreter().touch()
    environment.prepare("run")
    assert installed == ["made", "run"]


def test_a_missing_network_is_said_plainly() -> None:
    said = environment._what_went_wrong(["Could not fetch: Temporary failure in name resolution\n"])
    assert said.startswith("The network cannot be reached.")
    other = environment._what_went_wrong(["THESE PACKAGES DO NOT MATCH THE HASHES\n"])
    assert "network" not in other
    assert "DO NOT MATCH THE HASHES" in other


def test_programs_are_started_in_our_own_surroundings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "/elsewhere")
    for name in ("LC_ALL", "LC_CTYPE", "LANG"):
        monkeypatch.delenv(name, raising=False)
    found = environment.surroundings(offscreen=True)
    assert found["PYTHONPATH"] == str(ROOT)
    assert found["QT_QPA_PLATFORM"] == "offscreen"
    assert "PYTHONHOME" not in found
    assert found.get("LANG") == ("C.UTF-8" if sys.platform.startswith("linux") else None)


def test_without_a_screen_that_answers_the_sample_is_played(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "ready", lambda _name: Path("python"))
    monkeypatch.setattr(dev, "play_sample", lambda _python: 7)
    monkeypatch.setattr(dev, "call", lambda _words: 8)
    monkeypatch.setitem(system_libraries.SCREEN, "answers", lambda: False)
    assert dev.run([]) == 7
    assert dev.run(["today"]) == 8
    monkeypatch.setitem(system_libraries.SCREEN, "answers", lambda: True)
    assert dev.run([]) == 8


@linux_only
def test_missing_libraries_are_named_with_the_command_that_brings_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "lib/python3/site-packages/PySide6").mkdir(parents=True)
    answer = "\tlibEGL.so.1 => not found\n\tlibc.so.6 => /lib/libc.so.6\n\tlibxcb-cursor.so.0 => not found\n"
    monkeypatch.setattr(system_libraries, "install", lambda _packages: False)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda words, **_: subprocess.CompletedProcess(words, 0, answer, ""))
    said = system_libraries.provide(tmp_path)
    assert "libEGL.so.1, libxcb-cursor.so.0" in said
    assert said.endswith("sudo apt-get install -y --no-install-recommends libegl1 libxcb-cursor0")


@linux_only
def test_nothing_is_missing_here() -> None:
    assert system_libraries.missing(Path(sys.prefix)) == []


def test_without_a_verb_the_verbs_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert dev.main([]) == 2
    shown = capsys.readouterr().out
    assert all(f"  {verb} " in shown for verb in ("run", "test", "pictures", "bench", "freeze", "selftest", "lock"))


def test_what_keeps_it_from_preparing_is_said_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(_name: str) -> Path:
        raise environment.NotPreparedError("The network cannot be reached.")

    monkeypatch.setattr(dev, "ready", refuse)
    assert dev.main(["run"]) == 1
    assert capsys.readouterr().err == "The network cannot be reached.\n"


def test_every_step_runs_and_the_failed_ones_are_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    started: list[str] = []

    def call(words: list[object], **_: object) -> int:
        started.append(" ".join(map(str, words[1:4])))
        return int("mypy" in started[-1])

    monkeypatch.setattr(dev, "ready", lambda _name: Path("python"))
    monkeypatch.setattr(dev, "call", call)
    assert dev.main(["test"]) == 1
    assert len(started) == 6
    assert capsys.readouterr().out.splitlines()[-1].startswith("FAILED: types (5 of 6 steps passed")


def test_freezing_begins_anew_when_what_goes_in_has_changed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("planner/app.py", "planner/__pycache__/app.pyc", "packaging/planner.spec"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("1", encoding="utf-8")
    for module in (freezing, fingerprint):
        monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(freezing, "lock_file", lambda _name: tmp_path / "packaging/planner.spec")
    before = freezing.digest(freezing.INPUTS)
    (tmp_path / "planner/__pycache__/app.pyc").write_text("2", encoding="utf-8")
    assert freezing.digest(freezing.INPUTS) == before
    (tmp_path / "planner/app.py").write_text("2", encoding="utf-8")
    assert freezing.digest(freezing.INPUTS) != before


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such bit")
def test_the_check_at_submission_can_be_started() -> None:
    assert os.access(ROOT / ".ci" / "run", os.X_OK)
