"""Sentences for what the user can mend: every code of ``PlannerError``."""

from __future__ import annotations

from planner.domain.errors import PlannerError
from planner.ui.kit.i18n import _
from planner.ui.kit.wording.book_files import about_book_files
from planner.ui.kit.wording.facts import filled


def error(trouble: PlannerError) -> str:
    """What went wrong and what to do about it."""
    pattern = _sentences().get(trouble.code)
    if pattern is None:
        return _("Something unexpected went wrong ({code}).").format(code=trouble.code)
    return filled(pattern, trouble.facts)


def _sentences() -> dict[str, str]:
    return (
        _about_books()
        | _about_files()
        | about_book_files()
        | _about_people()
        | _about_agreements()
        | _about_wishes()
        | _about_lists()
        | _about_dealings()
    )


def _about_books() -> dict[str, str]:
    return {
        "backup_damaged": _("The backup {path} is damaged. Choose another one."),
        "backup_failed": _("The backup {path} did not pass its check and was thrown away. Is the disk all right?"),
        "book_busy": _("Another program is using {path} just now. Try again in a moment."),
        "book_damaged": _("{path} is damaged. Restore a backup: File, then Restore a backup."),
        "book_missing": _("There is no book at {path}."),
        "book_read_only": _(
            "{path} can\u2019t be written. Look at its permissions, or copy it to a folder of your own."
        ),
        "book_too_new": _("{path} was written by a newer Warmbook. Install the newest version to open it."),
        "book_unreadable": _("{path} can\u2019t be read. Look at its permissions."),
        "disk_full": _("The disk is full. Nothing was lost; make some room and try again."),
        "folder_missing": _("The folder {path} does not exist, or can\u2019t be written."),
        "not_a_book": _("{path} is not a Warmbook book, so it was left as it is."),
        "no_screen": _(
            "There is no screen here that answers, so no window can be shown. "
            "Start Warmbook on a desktop, or say what to do here: warmbook --help lists it."
        ),
        "rules_file": _("{file} can\u2019t be read: {what}. Install Warmbook again."),
        "rules_row": _("Line {row} of {file} makes no sense: {what}. Install Warmbook again."),
        "unexpected": _("Something unexpected went wrong. Nothing was changed; the report says more."),
    }


def _about_files() -> dict[str, str]:
    return {
        "cancelled": _("Stopped. Everything is as it was."),
        "cannot_write": _("{path} can\u2019t be written. Is it open in another program, or is the folder protected?"),
        "file_changed": _("{name} has changed since it was read. Open it again to see what it holds now."),
        "file_is_a_folder": _("{path} is a folder. Choose the file in it."),
        "file_is_binary": _("This file holds no list of people that can be read. Choose another one."),
        "file_is_book": _("This is a whole Warmbook book. Bring it in as a book, not as a list."),
        "file_is_calendar": _("This is a calendar. Export your contacts instead."),
        "file_is_empty": _("This file is empty."),
        "file_is_excel": _("This is an Excel file. Open it and save the sheet as CSV, then bring that in."),
        "file_is_json": _("This JSON file is not a Warmbook book."),
        "file_is_ldif": _("This is an LDIF file. Export as CSV or vCard instead."),
        "file_is_locked_excel": _("This Excel file is locked by a password. Open it and save the sheet as CSV."),
        "file_is_old_excel": _("This is an old Excel file. Open it and save the sheet as CSV, then bring that in."),
        "file_is_spreadsheet_xml": _("This is a spreadsheet in XML. Open it and save the sheet as CSV."),
        "file_is_web_page": _("This is a web page, not a list. Was the download finished, and were you logged in?"),
        "file_is_zip": _("This is a ZIP archive. Unpack it and choose the file inside."),
        "file_missing": _("There is no file named {path}."),
        "file_not_written": _("{path} could not be written: {reason}."),
        "file_too_large": _("{path} is too large for a list of people."),
        "file_unreadable": _("{path} can\u2019t be read: {reason}."),
        "import_brings_nobody": _("Nobody new is in {name}."),
        "json_not_a_book": _("{name} is not a Warmbook book. Contacts come in as CSV or as contact cards (.vcf)."),
        "json_not_utf8": _("{name} is not written in UTF-8; look at line {line}."),
        "json_syntax": _("{name} is not valid JSON; look at line {line}, column {column}."),
        "json_too_new": _("{name} was written by a newer Warmbook. Install the newest version to read it."),
        "no_such_import": _("This import is no longer in the book."),
        "printer_refused": _("The printer {name} did not take the sheet. Save it as PDF, or choose another printer."),
        "unknown_encoding": _("The encoding {encoding} is not known."),
    }


def _about_people() -> dict[str, str]:
    return {
        "introduced_by_self": _("{name} can\u2019t be introduced by themselves."),
        "no_such_person": _("This person is no longer in the book."),
        "no_such_view": _("This view is no longer in the book."),
        "view_name_taken": _("Another view is called {name} already."),
        "view_needs_name": _("A view needs a name."),
        "no_such_sheet": _("There is no sheet {number} in the book."),
        "no_such_touch": _("This entry is no longer in the book."),
        "nobody_left": _("Nobody of those you marked is in the book any more."),
        "too_many_for_sheet": _("A sheet has room for {most} people. Mark fewer of them."),
        "nobody": _("A name, a phone number or an e-mail address is needed; one of them is enough."),
        "touch_in_future": _("This has not happened yet. Make a promise of it instead."),
        "touch_needs_day": _("Say on which day it was."),
    }


def _about_agreements() -> dict[str, str]:
    return {
        "ending_needs_promise": _("Say when you will call again: a day and a time."),
        "hours_as_in_law": _("The law leaves no other hours open there, so there is nothing to keep."),
        "hours_looser_than_law": _("The law leaves fewer hours open there. You can only take hours away."),
        "lifting_needs_words": _("Write down what they said, so that you know later why this stop was lifted."),
        "no_such_permission": _("This permission is no longer in the book."),
        "no_such_promise": _("This promise is no longer in the book."),
        "no_such_stop": _("This stop is no longer in the book."),
        "no_such_thank_you": _("This thank-you is no longer in the book."),
        "permission_in_future": _("A permission can\u2019t be given in the future ({on})."),
        "outcome_needs_day": _("Say on which day, or by which one."),
        "outcome_needs_open_promise": _("Nothing is promised to them just now."),
        "outcome_needs_scope": _("Say what the no is to."),
        "promise_in_past": _("A promise can\u2019t lie in the past."),
        "promise_needs_time": _("A call back needs a day and a time."),
        "promise_not_open": _("This promise is settled already."),
        "stage_needs_words": _("{name} said no. Write down what they say now; only that leads on from there."),
        "reopening_needs_words": _("They asked you to stop. Write down the words with which they allowed it again."),
    }


def _about_dealings() -> dict[str, str]:
    return {
        "activity_in_future": _("This has not happened yet."),
        "already_on_team": _("They are on your team already."),
        "delivered_before_order": _("This lies before the day of the order."),
        "joined_in_future": _("They have not joined yet. Promise a call for that day instead."),
        "left_before_joining": _("This lies before the day on which they joined."),
        "left_in_future": _("They have not left yet."),
        "no_such_activity": _("This activity is no longer in the book."),
        "no_such_win": _("This is no longer in the book."),
        "win_needs_words": _("Write a word about what went well."),
        "no_such_membership": _("They are no longer on the team in this book."),
        "no_such_order": _("This order is no longer in the book."),
        "no_such_product": _("This product is no longer in the list."),
        "order_in_future": _("This has not happened yet."),
        "order_needs_product": _("Name at least one product."),
        "product_is_there": _("{name} is in the list already."),
        "product_needs_name": _("A product needs a name."),
    }


def _about_wishes() -> dict[str, str]:
    return {
        "commitment_in_past": _("That day is over ({by}). Until when will they decide or do it?"),
        "commitment_not_open": _("This is settled already."),
        "interest_in_future": _("They can\u2019t have said it in the future ({on})."),
        "interest_needs_scope": _("Say what they would like: to buy, to host, to join, or to introduce somebody."),
        "no_such_commitment": _("This is no longer in the book."),
        "no_such_guest": _("This guest is not on the list of the party."),
        "no_such_interest": _("This wish is no longer in the book."),
        "no_such_party": _("This party is no longer in the book."),
        "no_such_pause": _("This rest is no longer in the book."),
        "party_not_yet": _("The party is on {on}; nobody can have come yet."),
        "pause_is_over": _("{until} is over. Until which later day should business rest?"),
        "rewards_need_host": _("This party has no host to reward."),
    }


def _about_lists() -> dict[str, str]:
    return {
        "checked_in_future": _("The registry can\u2019t have been checked in the future ({on})."),
        "introduced_by_nobody": _("Say first who introduced the two of you: it is in the form of this person."),
        "introduction_in_future": _("An introduction can\u2019t have happened in the future ({on})."),
        "look_up_in_future": _("The look-up can\u2019t be of a later day ({on})."),
        "no_such_phone": _("{number} is not one of their numbers."),
        "no_such_source": _("This list is no longer in the book."),
        "registry_must_be_checked": _(
            "Whether the do-not-call registry was checked can\u2019t stay unknown. Check it, then write down the day."
        ),
    }
