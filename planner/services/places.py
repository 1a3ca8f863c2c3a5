"""Where things are kept: the user's book, the sample book, backups and the log."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

_OVERRIDE = "WARMBOOK_FOLDER"
"""An environment variable that names another folder, for tests and for a book on a stick."""


class Places(NamedTuple):
    """One folder and what lies where in it."""

    folder: Path

    @classmethod
    def of_user(cls) -> Places:
        """The folder the system sets aside for this user and program; made when it is not there."""
        told = os.environ.get(_OVERRIDE)
        folder = Path(told) if told else _set_aside()
        folder.mkdir(parents=True, exist_ok=True)
        return cls(folder)

    @property
    def book(self) -> Path:
        """The user's own book."""
        return self.folder / "My book.warmbook"

    @property
    def sample(self) -> Path:
        """The sample book, kept apart so that it can be thrown away."""
        return self.folder / "Sample.warmbook"

    @property
    def backups(self) -> Path:
        """The folder of the verified copies."""
        return self.folder / "Backups"

    @property
    def log(self) -> Path:
        """The folder of the log."""
        return self.folder / "Log"

    def throw_away_sample(self) -> None:
        """Remove the closed sample book, and all that was kept of it."""
        for ending in ("", "-wal", "-shm", ".lock"):
            Path(f"{self.sample}{ending}").unlink(missing_ok=True)
        for copy in self.backups.glob(f"{self.sample.stem} [0-9][0-9][0-9][0-9]-*{self.sample.suffix}"):
            copy.unlink(missing_ok=True)


def _set_aside() -> Path:
    """Where the system keeps what a program writes for a user. Written out: a library costs a tenth of a start."""
    home = Path.home()
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or home / "AppData" / "Local") / "Warmbook"
    if sys.platform == "darwin":
        return home / "Library" / "Application Support" / "Warmbook"
    return Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "Warmbook"


class Cloud(StrEnum):
    """Services that copy files while they change, which damages an open book."""

    ONEDRIVE = "onedrive"
    ICLOUD = "icloud"
    DROPBOX = "dropbox"
    GOOGLE_DRIVE = "google_drive"


_NAMES = (
    ("onedrive", Cloud.ONEDRIVE),
    ("com~apple~clouddocs", Cloud.ICLOUD),
    ("mobile documents", Cloud.ICLOUD),
    ("icloud", Cloud.ICLOUD),
    ("iclouddrive", Cloud.ICLOUD),
    ("dropbox", Cloud.DROPBOX),
    ("googledrive", Cloud.GOOGLE_DRIVE),
    ("google drive", Cloud.GOOGLE_DRIVE),
)


def synced_by(path: Path) -> Cloud | None:
    """The service that seems to synchronise the folder of ``path``, judged by the names of the folders above it."""
    for part in path.absolute().parent.parts:
        folder = part.casefold()
        for name, cloud in _NAMES:
            if folder == name or folder.startswith((f"{name} ", f"{name}-")):
                return cloud
    return None
