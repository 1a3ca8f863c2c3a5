"""Where things are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from planner.models.book import Book
from planner.services.places import Cloud, Places, synced_by

pytestmark = pytest.mark.platform


def test_the_users_folder_is_made_and_named_after_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("WARMBOOK_FOLDER", raising=False)
    places = Places.of_user()
    assert places.folder.is_dir()
    assert places.folder.name == "Warmbook"
    inside = [places.book, places.sample, places.backups, places.log]
    assert {each.parent for each in inside} == {places.folder}
    assert len(set(inside)) == 4


def test_another_folder_can_be_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WARMBOOK_FOLDER", str(tmp_path / "stick"))
    assert Places.of_user() == Places(tmp_path / "stick")
    assert (tmp_path / "stick").is_dir()


def test_the_sample_goes_and_the_users_book_stays(tmp_path: Path) -> None:
    places = Places(tmp_path)
    places.throw_away_sample()
    for path in (places.book, places.sample):
        Book.open(path).close()
    places.backups.mkdir()
    left = [f"Sample {day} 09-00-00.warmbook" for day in ("2026-11-23", "of mine 2026-11-23")]
    for name in left:
        (places.backups / name).touch()
    (tmp_path / "Sample.warmbook.lock").touch()
    places.throw_away_sample()
    assert [each.name for each in tmp_path.iterdir() if each.is_file()] == [places.book.name]
    assert [each.name for each in places.backups.iterdir()] == left[1:], "another book's copies stay"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/dana/.local/share/Warmbook/My book.warmbook", None),
        ("/home/dana/OneDrive/My book.warmbook", Cloud.ONEDRIVE),
        ("/home/dana/OneDrive - Rose Co/lists/My book.warmbook", Cloud.ONEDRIVE),
        ("/Users/dana/Library/CloudStorage/OneDrive-Personal/b.warmbook", Cloud.ONEDRIVE),
        ("/Users/dana/Library/Mobile Documents/com~apple~CloudDocs/b.warmbook", Cloud.ICLOUD),
        ("/Users/dana/iCloudDrive/b.warmbook", Cloud.ICLOUD),
        ("/Users/dana/Dropbox/b.warmbook", Cloud.DROPBOX),
        ("/Users/dana/Dropbox (Personal)/b.warmbook", Cloud.DROPBOX),
        ("/Users/dana/Library/CloudStorage/GoogleDrive-dana@example.org/My Drive/b.warmbook", Cloud.GOOGLE_DRIVE),
        ("/Users/dana/My Dropboxes/b.warmbook", None),
        ("/home/dana/books/Dropbox", None),
    ],
)
def test_folders_that_are_synchronised_are_known_by_name(path: str, expected: Cloud | None) -> None:
    assert synced_by(Path(path)) is expected
