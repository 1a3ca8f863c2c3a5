"""What stands beside the installers of a release, and the workflows: each step is a verb that can be run here."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import dev
import pytest
import release
from environment import NotPreparedError

import planner

ROOT = Path(__file__).resolve().parents[2]
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


def test_the_notes_are_what_the_changes_say_of_this_version() -> None:
    notes = release.notes()
    assert "- " in notes
    assert "## " not in notes


def test_checksums_are_those_that_sha256sum_reads(tmp_path: Path) -> None:
    (tmp_path / "b.deb").write_bytes(b"two")
    (tmp_path / "a.dmg").write_bytes(b"one")
    (tmp_path / "NOTES.md").write_text("not downloaded", encoding="utf-8")
    lines = release.checksums(tmp_path).read_text(encoding="ascii").splitlines()
    assert [line.split("  ")[1] for line in lines] == ["a.dmg", "b.deb"]
    if shutil.which("sha256sum"):
        subprocess.run(["sha256sum", "--check", "--quiet", release.SUMS], cwd=tmp_path, check=True)
    assert release.checksums(tmp_path).read_text(encoding="ascii").splitlines() == lines


@pytest.mark.parametrize(
    ("tag", "heading", "trouble"),
    [
        (f"v{planner.__version__}", f"## {planner.__version__} (1 May 2027)", ""),
        (f"v{planner.__version__}", f"## {planner.__version__} (not released yet)", "still says"),
        ("v99.0.0", f"## {planner.__version__}", "but the program says"),
    ],
)
def test_a_tag_must_fit_the_program_and_its_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, tag: str, heading: str, trouble: str
) -> None:
    (tmp_path / "CHANGELOG.md").write_text(f"# What is new\n\n{heading}\n\n- Much.\n", encoding="utf-8")
    monkeypatch.setattr(release, "ROOT", tmp_path)
    if trouble:
        with pytest.raises(NotPreparedError, match=trouble):
            release.check_tag(tag)
    else:
        release.check_tag(tag)


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_every_verb_in_a_workflow_is_one_of_ours(path: Path) -> None:
    verbs = re.findall(r"packaging/dev\.py ([\w-]+)", path.read_text(encoding="utf-8"))
    assert set(verbs) <= set(dev.VERBS)
    assert verbs or path.stem not in ("checks", "packages", "release")


def test_the_checks_are_asked_on_every_system_and_python_and_gathered_in_one() -> None:
    text = (ROOT / ".github/workflows/checks.yml").read_text(encoding="utf-8")
    for word in ("ubuntu", "windows", "macos", '"3.11"', '"3.12"', '"3.13"'):
        assert word in text
    jobs = re.findall(r"^  ([\w-]+):\n", text.split("\njobs:\n")[1], re.MULTILINE)
    needed = re.search(r"required-checks:\n    needs: \[(.+)\]", text)
    assert needed is not None
    assert sorted([*needed[1].split(", "), "required-checks"]) == sorted(jobs)


def test_the_tools_of_a_release_are_locked_with_hashes() -> None:
    lines = release.LOCK.read_text(encoding="utf-8")
    pins = re.findall(r"^([\w-]+)==", lines, re.MULTILINE)
    assert {"check-jsonschema", "cyclonedx-bom", "zizmor"} <= set(pins)
    assert lines.count("--hash=sha256:") >= len(pins)
    assert "://" not in lines
