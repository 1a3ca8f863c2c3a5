"""Sentences for what the user can mend: every code of ``PlannerError``."""

from __future__ import annotations

from planner.domain.errors import PlannerError
from planner.ui.kit.i18n import _
from planner.ui.kit.wording.facts import filled


def error(trouble: PlannerError) -> str:
    """What went wrong and what to do about it."""
    pattern = _sentences().get(trouble.code)
    if pattern is None:
        return _("Something unexpected went wrong ({code}).").format(code=trouble.code)
    return filled(pattern, trouble.facts)


def _sentences() -> dict[str, str]:
    return _about_books() | _about_people()


def _about_books() -> dict[str, str]:
    return {
        "book_busy": _("Another program is writing in {path} just now. Try again in a moment."),
        "book_damaged": _("{path} is damaged. Restore a backup: File, then Restore a backup."),
        "book_missing": _("There is no book at {path}."),
        "book_read_only": _("{path} can't be written. Look at its permissions, or copy it to a folder of your own."),
        "book_too_new": _("{path} was written by a newer Warmbook. Install the newest version to open it."),
        "book_unreadable": _("{path} can't be read. Look at its permissions."),
        "disk_full": _("The disk is full. Nothing was lost; make some room and try again."),
        "folder_missing": _("The folder {path} does not exist."),
        "not_a_book": _("{path} is not a Warmbook book, so it was left as it is."),
        "unexpected": _("Something unexpected went wrong. Nothing was changed; the report says more."),
        "unknown_encoding": _("The encoding {encoding} is not known."),
    }


def _about_people() -> dict[str, str]:
    return {
        "introduced_by_self": _("{name} can't be introduced by themselves."),
        "lifting_needs_words": _("Write down what they said, so that you know later why this stop was lifted."),
        "no_such_permission": _("This permission is no longer in the book."),
        "no_such_person": _("This person is no longer in the book."),
        "no_such_stop": _("This stop is no longer in the book."),
        "nobody": _("A name, a phone number or an e-mail address is needed; one of them is enough."),
        "permission_in_future": _("A permission can't be given in the future ({on})."),
        "reopening_needs_words": _("They asked you to stop. Write down the words with which they allowed it again."),
    }
