from __future__ import annotations

from planner.domain import news, resources

TEXT = """\
# What is new

## 0.3.0 (not released yet)

Three things.

- The first
  goes on here.
- The second: *File ▸ Look
  around*, `a.warmbook`, **now**, 2 * 3.

## 0.2.0 (1 May 2026)

- The old one.

## 0.1.0

- The first of all.
"""


def test_every_version_and_its_sentences_are_read() -> None:
    newest, middle, oldest = news.releases(TEXT)
    assert (newest.version, newest.heading) == ("0.3.0", "0.3.0 (not released yet)")
    assert newest.items == ("The first goes on here.", "The second: File ▸ Look around, a.warmbook, now, 2 * 3.")
    assert (middle.version, middle.items, oldest.version) == ("0.2.0", ("The old one.",), "0.1.0")


def test_only_what_came_since_is_told() -> None:
    found = news.releases(TEXT)
    assert [each.version for each in news.since(found, "0.1.0")] == ["0.3.0", "0.2.0"]
    assert news.since(found, "0.3.0") == []
    assert [each.version for each in news.since(found, "0.0.9")] == ["0.3.0"]


def test_the_changes_of_this_program_can_be_read() -> None:
    found = news.releases(resources.changes().read_text(encoding="utf-8"))
    assert found
    assert all(each.items for each in found)
    assert resources.changes("tlh") == resources.changes("en")
