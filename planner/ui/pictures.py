"""Pictures of every window and printed page with the sample book: ``python -m planner.ui.pictures OUT [--only NAME]``.

``--language es`` draws them in another language. Each window comes light and dark, at 100 and 150 % text, as
``desk-light-100.png``; pages on paper have no theme.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from argparse import ArgumentParser
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication, QDialog, QWidget

from planner.domain.moment import Moment
from planner.services import demo
from planner.services.open_book import OpenBook
from planner.ui.desk import Desk
from planner.ui.kit import i18n, qt_words, tasks, theme
from planner.ui.picture_pages import pages
from planner.ui.picture_scenes import EMPTY, ON, ZONE, scenes, sized
from planner.ui.picture_views import settle

THEMES = ("light", "dark")
PERCENTS = (100, 150)
SCREEN = (1366, 768)
"""Pixels of the screen on which the windows stand."""
_WHO = "Maria Delgado"


def main(arguments: Sequence[str]) -> int:
    """Draw everything, or what is named, into a folder."""
    parser = ArgumentParser(prog="python -m planner.ui.pictures", description="Draw every window and printed page.")
    parser.add_argument("folder", type=Path, help="where the pictures go")
    parser.add_argument("--only", default="", help="only pictures whose name begins with this")
    parser.add_argument("--language", default="en", help="in this language, such as es or xx-pseudo")
    options = parser.parse_args(arguments)
    options.folder.mkdir(parents=True, exist_ok=True)
    i18n.use_language(options.language, "US")
    with tempfile.TemporaryDirectory() as scratch:
        app = QApplication.instance() or _on_a_laptop(Path(scratch))
        assert isinstance(app, QApplication)
        qt_words.follow_language(app)
        for name in THEMES:
            for percent in PERCENTS:
                theme.apply(app, name, percent)
                _draw_windows(Path(scratch) / f"{name}-{percent}", options.folder, f"{name}-{percent}", options.only)
        _draw_pages(Path(scratch), options.folder, options.only)
        tasks.stop_all()
    return 0


def _on_a_laptop(scratch: Path) -> QApplication:
    """The program on a screen as most people have one; without being told, Qt makes up a small square."""
    if os.environ.get("QT_QPA_PLATFORM", "offscreen") == "offscreen":
        screen = {"name": "laptop", "x": 0, "y": 0, "width": SCREEN[0], "height": SCREEN[1], "logicalDpi": 96, "dpr": 1}
        described = scratch / "screen.json"
        described.write_text(json.dumps({"screens": [screen | {"logicalBaseDpi": 96}]}), encoding="ascii")
        os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={described}"
    return QApplication(["warmbook"])


def sample_desk(path: Path, *, is_empty: bool = False) -> Desk:
    """The desk of a fresh sample book at the fixed moment, complete and settled."""
    if not is_empty:
        invent(path)
    now = Moment.at(ON, ZONE)
    return desk_of(OpenBook.at(path, lambda: now))


def invent(path: Path) -> None:
    """Make the sample book of the pictures."""
    now = Moment.at(ON, ZONE)
    services = OpenBook.at(path, lambda: now)
    demo.fill(services.book, now, language=i18n.language())
    services.book.close()


def desk_of(services: OpenBook) -> Desk:
    """The desk of a book, complete and settled, with the one who is shown in pictures if the book knows them."""
    desk = Desk(services)
    sized(desk, 1440, 900)
    desk.show()
    desk.complete()
    settle()
    who = services.listing.hits(_WHO, services.clock(), 1)
    if who:
        desk.choose(who[0][0])
        settle()
    return desk


def _draw_windows(scratch: Path, folder: Path, ending: str, only: str) -> None:
    for name, scene in scenes().items():
        if _is_wanted(name, only):
            book = scratch.with_name(f"{scratch.name}-{name}.warmbook")
            desk = sample_desk(book, is_empty=name in EMPTY)
            _take(desk, scene(desk), folder / f"{name}-{ending}.png")


def _is_wanted(name: str, only: str) -> bool:
    """A name in full means that one, any other text all that begin with it."""
    return name == only if only in scenes() else name.startswith(only)


def _take(desk: Desk, widget: QWidget, path: Path) -> None:
    settle()
    widget.grab().save(str(path))
    print(path.name)
    if isinstance(widget, QDialog):
        widget.done(0)
    elif widget is not desk:
        widget.close()
    desk.close()
    desk.deleteLater()
    settle(0)


def _draw_pages(scratch: Path, folder: Path, only: str) -> None:
    now = Moment.at(ON, ZONE)
    for name, draw in pages().items():
        if not name.startswith(only):
            continue
        services = OpenBook.at(scratch / f"{name}.warmbook", lambda: now)
        demo.fill(services.book, now, language=i18n.language())
        for number, picture in enumerate(draw(services), start=1):
            path = folder / f"{name}-{number}.png"
            picture.save(str(path))
            print(path.name)
        services.book.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
