"""What can be known of Windows without Windows: the text of its setup, and the tools that build and judge it."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import struct
import subprocess
import sys
from contextlib import nullcontext
from pathlib import Path

import fingerprint
import freezing
import pytest
import system_libraries
import virtual_screen
from environment import ROOT, NotPreparedError
from windows import check, closure, installer, windows_python, wine

from planner import __version__

SCRIPT = installer.SCRIPT.read_text(encoding="utf-8")
INSTALLING, REMOVING = SCRIPT.split('Section "Uninstall"')


# ----------------------------------------------------------------------------------------------------------- the setup


def test_nobody_needs_an_administrator() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert "$LOCALAPPDATA\\Programs\\" in SCRIPT
    assert not re.search(r"\bHKLM\b|\bHKCR\b|\$PROGRAMFILES|SetShellVarContext", SCRIPT)


def test_whatever_is_written_into_the_registry_is_taken_out_again() -> None:
    written = set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', INSTALLING))
    removed = set(re.findall(r'DeleteRegKey(?: /ifempty)? HKCU "([^"]+)"', REMOVING))
    assert written
    assert all(any(key == each or key.startswith(each + "\\") for each in removed) for key in written)
    assert set(re.findall(r'CreateShortcut "([^"]+)"', INSTALLING)) <= set(re.findall(r'Delete "([^"]+)"', REMOVING))


def test_a_key_that_others_write_in_too_only_goes_when_it_is_empty() -> None:
    shared = [line for line in REMOVING.splitlines() if "DeleteRegKey" in line and "${ENDING}" in line]
    assert shared
    assert all("/ifempty" in line for line in shared)


def test_a_program_in_use_is_asked_for_before_anything_changes() -> None:
    for part, first in ((INSTALLING.split('Section "-${NAME}"')[1], "SetOutPath"), (REMOVING, "Delete")):
        assert part.index("WAIT_UNTIL_CLOSED") < part.index(first)
    assert "/SD IDCANCEL" in SCRIPT
    assert "!define IN_USE 4" in SCRIPT


def test_only_folders_of_the_program_are_removed_whole() -> None:
    assert set(re.findall(r'RMDir /r "([^"]+)"', SCRIPT)) == {"$INSTDIR\\lib"}
    assert not re.search(r'(Delete|RMDir).*"\$LOCALAPPDATA\\\$\{NAME\}', SCRIPT)  # where the book is


def test_every_sentence_is_there_in_english_and_spanish() -> None:
    used = set(re.findall(r"\$\((\w+)\)", SCRIPT))
    said = dict(re.findall(r'!insertmacro WORDS (\w+)\s*(?:\\\n\s*)?("[^\n]+)', SCRIPT))
    assert used == set(said)
    for words in re.findall(r"!insertmacro WORDS ((?:[^\n]*\\\n)*[^\n]*)", SCRIPT):
        english, spanish = re.findall(r'"([^"]+)"', words)
        assert english != spanish
    assert set(re.findall(r'!insertmacro MUI_LANGUAGE "(\w+)"', SCRIPT)) == {"English", "SpanishInternational"}


@pytest.mark.parametrize(("version", "expected"), [("0.1.0", "0.1.0.0"), ("1.2", "1.2.0.0"), ("2.0.0rc1", "2.0.0.0")])
def test_windows_wants_four_numbers(version: str, expected: str) -> None:
    assert installer.numbers(version) == expected


@pytest.mark.skipif(shutil.which("makensis") is None, reason="NSIS is not installed here")
def test_the_setup_is_compiled_and_its_checksum_stands_beside_it(tmp_path: Path) -> None:
    frozen = tmp_path / "frozen"
    (frozen / "lib").mkdir(parents=True)
    (frozen / "warmbook.exe").write_bytes(b"MZ")
    (frozen / "lib" / "part.dll").write_bytes(b"MZ")
    setup = installer.build(frozen, tmp_path / "out", quick=True)
    assert setup.name == f"Warmbook-{__version__}-Setup.exe"
    assert setup.read_bytes()[:2] == b"MZ"
    digest, name = setup.with_name(f"{setup.name}.sha256").read_text(encoding="ascii").split()
    assert (digest, name) == (hashlib.sha256(setup.read_bytes()).hexdigest(), setup.name)


def test_a_folder_with_something_missing_becomes_no_setup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(freezing, "program", lambda _python: tmp_path)

    def call(words: list[str], **_options: object) -> int:
        asked.append(words)
        return 1

    monkeypatch.setattr(subprocess, "call", call)
    with pytest.raises(NotPreparedError, match="not complete"):
        installer.make(Path("python"))
    assert asked == [["python", "-m", "windows.closure", str(tmp_path)]]


def test_without_nsis_one_is_told_where_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    for name in ("ProgramFiles", "ProgramFiles(x86)"):
        monkeypatch.setenv(name, "nowhere")
    with pytest.raises(NotPreparedError, match="NSIS"):
        installer.makensis()


# ------------------------------------------------------------------------------------------------------ the whole check


def test_where_the_system_lacks_something_the_one_line_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    monkeypatch.setattr(system_libraries, "install", lambda _packages: False)
    told = wine.provide()
    assert all(package in told for package in wine.PROGRAMS.values())


def test_a_system_that_can_not_try_windows_is_no_failure_of_windows(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(wine, "provide", lambda: "No Wine here.")
    assert check.main([]) == check.NOT_HERE
    assert "No Wine here." in capsys.readouterr().err


@pytest.fixture
def checks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """A check without its long work: what it would have done, and a place for what it remembers."""
    done: list[str] = []
    monkeypatch.setattr(wine, "provide", lambda: "")
    monkeypatch.setattr(virtual_screen, "shown", lambda: nullcontext(":99"))
    monkeypatch.setattr(windows_python, "make", lambda _folder: done.append("python"))
    monkeypatch.setattr(check, "PASSED", tmp_path / "passed")
    monkeypatch.setattr(check, "_check", lambda _python, display, again: done.append(f"{display} again={again}"))
    return done


@pytest.mark.skipif(os.name == "nt", reason="the script is for a shell of Unix")
@pytest.mark.parametrize(("ended", "code", "is_loud"), [(0, 0, False), (3, 0, True), (1, 1, False)])
def test_whoever_submits_hears_loudly_that_windows_was_not_tried(
    tmp_path: Path, ended: int, code: int, *, is_loud: bool
) -> None:
    python = tmp_path / "python3.11"
    python.write_text(f'#!/bin/sh\n[ "$2" != check-windows ] || exit {ended}\n', encoding="ascii")
    python.chmod(0o755)
    done = subprocess.run(
        ["bash", ROOT / ".ci" / "run"],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
    )
    assert done.returncode == code
    assert ("WINDOWS WAS NOT CHECKED" in done.stderr) is is_loud


def test_what_passed_is_not_done_again_until_something_changes(
    checks: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(check, "digest_of_all", lambda: "one")
    assert [check.main([]), check.main([])] == [0, 0]
    assert checks == ["python", ":99 again=False"]
    monkeypatch.setattr(check, "digest_of_all", lambda: "two")
    assert check.main([]) == 0
    assert check.main(["--again"]) == 0
    assert checks[2:] == ["python", ":99 again=False", "python", ":99 again=True"]
    assert "nothing has changed" in capsys.readouterr().out


def test_what_fails_is_said_and_tried_again_the_next_time(
    checks: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(_python: Path, _display: str, **_options: bool) -> None:
        raise check.CheckError("the folder is not complete")

    check.PASSED.write_text("older", encoding="utf-8")
    monkeypatch.setattr(check, "_check", fail)
    assert check.main([]) == 1
    assert checks == ["python"]
    assert "the folder is not complete" in capsys.readouterr().err
    assert not check.PASSED.exists()


def test_the_tests_that_depend_on_the_system_are_found() -> None:
    files = check.marked()
    assert "tests/models/test_book.py" in files
    assert "tests/domain/test_decide.py" not in files


@pytest.mark.skipif(os.name == "nt", reason="Windows has names of its own")
def test_a_file_of_ours_has_a_name_for_wine() -> None:
    assert wine.windows_path(Path("/some/a b.exe")) == r"Z:\some\a b.exe"


# ----------------------------------------------------------------------------------------------------------- judgement


@pytest.mark.parametrize(
    ("name", "is_part"),
    [
        ("kernel32.dll", True),
        ("api-ms-win-crt-heap-l1-1-0.dll", True),
        ("winspool.drv", True),
        ("qt6core.dll", False),
        ("python311.dll", False),
        ("msvcp140.dll", False),
    ],
)
def test_what_is_part_of_windows(name: str, *, is_part: bool) -> None:
    assert closure.is_of_windows(name) is is_part


@pytest.mark.skipif(shutil.which(wine.COMPILER) is None, reason="nothing here compiles for Windows")
def test_a_library_that_would_be_missed_is_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, code, libraries in (
        ("inner", "__declspec(dllexport) int inner(void) { return 1; }", []),
        ("outer", "int inner(void); __declspec(dllexport) int outer(void) { return inner(); }", ["inner.dll"]),
    ):
        (tmp_path / f"{name}.c").write_text(code, encoding="ascii")
        words = [wine.COMPILER, "-shared", "-nostdlib", "-Wl,--entry=0", "-o", f"{name}.dll", f"{name}.c", *libraries]
        subprocess.run(words, check=True, cwd=tmp_path)
    assert closure.faults(tmp_path) == []
    (tmp_path / "inner.dll").unlink()
    assert closure.faults(tmp_path) == ["outer.dll needs inner.dll"]
    assert closure.main([str(tmp_path)]) == 1
    assert capsys.readouterr().out == "outer.dll needs inner.dll\n"


@pytest.mark.skipif(shutil.which(wine.COMPILER) is None, reason="nothing here compiles for Windows")
def test_what_is_wines_own_does_not_pass(tmp_path: Path) -> None:
    (tmp_path / "a.c").write_text("int a;", encoding="ascii")
    words = [wine.COMPILER, "-shared", "-nostdlib", "-Wl,--entry=0", "-o", "a.dll", "a.c"]
    subprocess.run(words, check=True, cwd=tmp_path)
    image = bytearray((tmp_path / "a.dll").read_bytes())
    (start,) = struct.unpack_from("<I", image, 0x3C)
    assert start >= 0x60
    image[0x40:0x50] = b"Wine builtin DLL"
    (tmp_path / "a.dll").write_bytes(image)
    assert closure.faults(tmp_path) == ["a.dll is Wine's own"]


def test_a_fingerprint_follows_names_contents_and_facts(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(fingerprint, "ROOT", tmp_path)
    file = tmp_path / "a" / "b.txt"
    file.parent.mkdir()
    file.write_text("one", encoding="ascii")
    seen = [fingerprint.of([tmp_path / "a"]), fingerprint.of([tmp_path / "a"], "3.11")]
    file.write_text("two", encoding="ascii")
    seen.append(fingerprint.of([tmp_path / "a"]))
    file.rename(file.with_name("c.txt"))
    seen.append(fingerprint.of([tmp_path / "a"]))
    (tmp_path / "a" / "__pycache__").mkdir()
    (tmp_path / "a" / "__pycache__" / "b.pyc").write_bytes(b"x")
    assert fingerprint.of([tmp_path / "a", tmp_path / "absent"]) == seen[-1]
    assert len(set(seen)) == len(seen)
    assert ROOT.is_dir()
