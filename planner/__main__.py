"""``python -m planner``: the windows, or one of the verbs that need none."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence
from importlib import import_module

from planner import __version__, screen

BOOK_ENDING = ".warmbook"
"""What the system starts us with when a file of this kind is opened."""
_BEFORE_QT = ("planner.services.open_book", "planner.services.order", "planner.ui.kit.i18n")
"""What the first frame needs besides windows; first, because Qt's bindings look at every import after their own."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Open Warmbook, or do what the first word says; Qt is imported only for the windows."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if words[:1] == ["--version"]:
        print(f"Warmbook {__version__}")
        return 0
    if words[:1] == ["--self-test"]:
        from planner import selftest

        return selftest.main(words[1:])
    if _asks_here(words):
        from planner import cli

        return cli.main(words)
    if screen.is_needed() and not screen.answers():
        return _say_there_is_no_screen()
    gc.disable()  # until the first frame stands; importing makes nothing that goes away again
    for name in _BEFORE_QT:
        import_module(name)
    from planner import app

    return app.main(words)


def _say_there_is_no_screen() -> int:
    from planner.domain.errors import PlannerError
    from planner.ui.kit import wording

    print(wording.error(PlannerError("no_screen")), file=sys.stderr)
    return 1


def _asks_here(words: Sequence[str]) -> bool:
    """Whether there is a verb among the words, perhaps after options, or a question for help; a book is no verb."""
    rest = iter(words)
    for word in rest:
        if word in ("-h", "--help") or not word.startswith("-"):
            return not word.lower().endswith(BOOK_ENDING)
        if word in ("--book", "--at", "--zone"):
            next(rest, None)
    return False


if __name__ == "__main__":
    sys.exit(main())
