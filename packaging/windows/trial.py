"""Install Warmbook on this Windows, use it, bring it up to date and remove it, and see that all is as promised.

``python -m windows.trial SETUP.exe VERSION``, in ``packaging/``, by any Python on Windows or under Wine; on Windows
``dev.py try-installer`` does it with the setup that ``dev.py installer`` built. What is left afterwards is the book.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from windows.desktop import close_windows, has_key, set_value, value, values, windows_of

ID = "org.warmbook.Warmbook"
IN_USE = 4
PATIENCE = 60.0
CLASSES = r"Software\Classes"
UNINSTALL = rf"Software\Microsoft\Windows\CurrentVersion\Uninstall\{ID}"
KEYS = (UNINSTALL, rf"{CLASSES}\.warmbook", rf"{CLASSES}\{ID}.book")


class TrialError(Exception):
    """Something is not as promised."""


def must(holds: object, otherwise: str) -> None:
    """Stop the trial where something does not hold."""
    if not holds:
        raise TrialError(otherwise)


class Trial:
    """One setup, and where it puts things for this user."""

    def __init__(self, setup: Path, version: str) -> None:
        self.setup, self.version = setup, version
        local = Path(os.environ["LOCALAPPDATA"])
        self.place = local / "Programs" / "Warmbook"
        self.program = self.place / "warmbook.exe"
        self.data = local / "Warmbook"
        self.book = self.data / "My book.warmbook"
        self.menu = Path(os.environ["APPDATA"], "Microsoft", "Windows", "Start Menu", "Programs", "Warmbook.lnk")
        self.desktop = Path(os.environ["USERPROFILE"], "Desktop", "Warmbook.lnk")

    def steps(self) -> tuple[Callable[[], None], ...]:
        """What is tried, in this order; the first line of each says what is promised."""
        return (
            self.begins_with_nothing,
            self.installs_without_asking,
            self.tells_the_system,
            self.plays_through_where_it_is_installed,
            self.opens_and_is_found_again,
            self.opens_a_book_by_double_click,
            self.comes_up_to_date_in_place,
            self.leaves_the_choice_of_others_alone,
            self.goes_and_leaves_the_book,
        )

    def begins_with_nothing(self) -> None:
        """There is no Warmbook on this Windows."""
        must(not self.place.exists() and not self.data.exists(), f"something is in {self.place} or {self.data} already")
        must(not any(map(has_key, KEYS)), "the registry knows Warmbook already")

    def installs_without_asking(self) -> None:
        """Installs for this user, in silence, with a start menu entry and no icon on the desktop."""
        self.install("/S")
        must(self.program.exists(), "the program is not where it belongs")
        must(self.menu.exists(), "there is no entry in the start menu")
        must(not self.desktop.exists(), "there is an icon on the desktop that nobody asked for")

    def tells_the_system(self) -> None:
        """Stands in the list of programs, and opens books by double-click."""
        must(value(UNINSTALL, "DisplayVersion") == self.version, "the list of programs has another version")
        must(value(UNINSTALL, "InstallLocation") == str(self.place), "the list of programs has another place")
        size = value(UNINSTALL, "EstimatedSize")
        must(isinstance(size, int) and 40_000 < size < 200_000, f"the list of programs has an odd size: {size}")
        must(value(rf"{CLASSES}\.warmbook", "") == f"{ID}.book", "books are not opened by default")
        must(value(rf"{CLASSES}\.warmbook\OpenWithProgids", f"{ID}.book") == "", "books do not offer Warmbook")
        command = value(rf"{CLASSES}\{ID}.book\shell\open\command", "")
        must(command == f'"{self.program}" "%1"', f"books are opened by {command}")

    def plays_through_where_it_is_installed(self) -> None:
        """Plays its self-test through from where it is installed."""
        done = subprocess.run([str(self.program), "--self-test"], capture_output=True, text=True, check=False)
        print(done.stdout.rstrip(), flush=True)
        must(done.returncode == 0, f"the self-test failed: {done.stderr}")

    def opens_and_is_found_again(self) -> None:
        """Opens; a second start hands over; setup and removal wait for it and change nothing; closes with a backup."""
        with subprocess.Popen([str(self.program)]) as running:
            try:
                wait_for(lambda: self.book.exists() and windows_of(running.pid), "no window opened")
                must(call([self.program]) == 0, "a second start did not hand over")
                must(running.poll() is None, "the first start did not outlive the second")
                before = self.fingerprint()
                must(call([self.setup, "/S"]) == IN_USE, "the setup did not refuse to replace a running program")
                must(call(self.removal()) == IN_USE, "the removal did not refuse to remove a running program")
                must(self.fingerprint() == before, "something changed although it was refused")
                must(running.poll() is None, "the running program ended")
                close_windows(running.pid)
                must(running.wait(PATIENCE) == 0, f"the program ended with {running.returncode}")
            finally:
                running.kill()
        must(list((self.data / "Backups").glob("*.warmbook")), "no backup was made at the end")

    def opens_a_book_by_double_click(self) -> None:
        """Opens any book the way Explorer asks it to, and lets the verbs speak into a pipe."""
        book = self.data / "María’s other book.warmbook"
        made = subprocess.run(
            [str(self.program), "demo", "--people", "5", "--seed", "1", "--book", str(book)],
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        must(made.returncode == 0 and book.name in made.stdout, f"no book was made: {made.stdout}{made.stderr}")
        command = str(value(rf"{CLASSES}\{ID}.book\shell\open\command", "")).replace("%1", str(book))
        with subprocess.Popen(command) as running:
            try:
                lock = book.with_name(f"{book.name}.lock")
                wait_for(lambda: lock.exists() and windows_of(running.pid), "the book was not opened")
                must(call([self.program, book]) == 0, "a second double-click did not hand over")
                close_windows(running.pid)
                must(running.wait(PATIENCE) == 0, f"the program ended with {running.returncode}")
            finally:
                running.kill()

    def comes_up_to_date_in_place(self) -> None:
        """Is brought up to date in place: stale parts go, the book stays, an icon comes when asked for."""
        stale, own = self.place / "lib" / "of an older version.txt", self.place / "their own.txt"
        for path in (stale, own):
            path.write_text("left here", encoding="ascii")
        book = self.book.read_bytes()
        self.install("/S", "/DESKTOP")
        must(not stale.exists(), "a file of an older version is left")
        must(own.exists(), "a file of the user is gone")
        must(self.desktop.exists(), "the icon on the desktop is missing")
        must(self.book.read_bytes() == book, "the book changed")
        own.unlink()

    def leaves_the_choice_of_others_alone(self) -> None:
        """Does not take books away from a program that somebody chose for them."""
        set_value(rf"{CLASSES}\.warmbook", "", "chosen.by.somebody")
        self.install("/S")
        must(value(rf"{CLASSES}\.warmbook", "") == "chosen.by.somebody", "the choice was overwritten")
        must(self.desktop.exists(), "the icon on the desktop is gone")
        set_value(rf"{CLASSES}\.warmbook", "", f"{ID}.book")

    def goes_and_leaves_the_book(self) -> None:
        """Is removed: program, entries and keys are gone, the book and its backups stay."""
        book = self.book.read_bytes()
        command = value(UNINSTALL, "QuietUninstallString")
        must(command == f'"{self.place / "uninstall.exe"}" /S', f"the list of programs removes by {command}")
        must(call([self.place / "uninstall.exe", "/S"]) == 0, "the removal failed")
        wait_for(lambda: not self.place.exists(), f"something is left in {self.place}")
        # what removes works on as a copy of itself: the folder goes first, then icons and keys
        wait_for(lambda: not self.menu.exists() and not self.desktop.exists(), "an icon is left")
        wait_for(lambda: not any(map(has_key, KEYS)), "the registry still has keys of it")
        must(self.book.read_bytes() == book, "the book is not as it was")

    def install(self, *words: str) -> None:
        """Run the setup, which must end well."""
        code = call([self.setup, *words])
        must(code == 0, f"the setup ended with {code}")

    def removal(self) -> list[object]:
        """The uninstaller, told to stay where it is, so that one can wait for its end."""
        return [self.place / "uninstall.exe", "/S", f"_?={self.place}"]

    def fingerprint(self) -> str:
        """Of every file of the program and every entry in the registry."""
        seen = hashlib.sha256()
        for path in sorted(path for path in self.place.rglob("*") if path.is_file()):
            seen.update(str(path).encode() + path.read_bytes())
        for key in KEYS:
            seen.update(repr(values(key)).encode())
        return seen.hexdigest()


def main(arguments: list[str]) -> int:
    """Try it all, a line for each promise; 1 at the first that does not hold."""
    setup, version = arguments
    for step in Trial(Path(setup), version).steps():
        since, promise = time.monotonic(), (step.__doc__ or "").rstrip(".")
        try:
            step()
        except TrialError as failed:
            print(f"FAILED  {promise}\n        {failed}", flush=True)
            return 1
        print(f"ok  {time.monotonic() - since:5.1f} s  {promise}", flush=True)
    return 0


def call(words: list[object]) -> int:
    """Run a program to its end; a setup on a slow computer takes its time."""
    try:
        return subprocess.call([str(word) for word in words], timeout=5 * PATIENCE)
    except subprocess.TimeoutExpired as endless:
        raise TrialError(f"{words[0]} did not end") from endless


def wait_for(holds: Callable[[], object], otherwise: str) -> None:
    """Until something holds; a slow computer gets a minute."""
    deadline = time.monotonic() + PATIENCE
    while not holds():
        must(time.monotonic() < deadline, otherwise)
        time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
