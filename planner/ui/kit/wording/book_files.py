"""What cannot be in a book file, said to somebody who may have written it by hand."""

from __future__ import annotations

from planner.ui.kit.i18n import _


def about_book_files() -> dict[str, str]:
    """Sentences for the codes ``json_…``; each ends with where to look."""
    return {code: _at_a_place(text) for code, text in _sentences().items()}


def _at_a_place(text: str) -> str:
    # i18n: a whole sentence, then where in the file it is
    return _("{sentence} Look at line {line} of {name}: {at}.").replace("{sentence}", text)


def _sentences() -> dict[str, str]:
    return {
        "json_broken_letter": _("A letter here is only half a character."),
        "json_introduces_self": _("{value} can\u2019t be introduced by themselves."),
        "json_missing": _("\u201c{field}\u201d is missing here."),
        "json_nobody": _("This is nobody yet: a name, a phone or an e-mail is needed."),
        "json_no_such_day": _("There is no day {value}."),
        "json_no_such_zone": _("\u201c{value}\u201d is no time zone; write one like America/Chicago."),
        "json_not_a_birthday": _("\u201c{value}\u201d is no birthday; write one like 03-14 or 1985-03-14."),
        "json_not_a_day": _("\u201c{value}\u201d is no date; write one like 2026-11-14."),
        "json_not_a_list": _("A list in square brackets belongs here, not {value}."),
        "json_not_a_number": _("A number belongs here, not {value}."),
        "json_not_a_record": _("Fields in curly brackets belong here, not {value}."),
        "json_not_a_time": _("\u201c{value}\u201d is no time of day; write one like 14:30."),
        "json_not_a_whole_number": _("A whole number belongs here, not {value}."),
        "json_not_allowed": _("\u201c{value}\u201d is none of the words that can stand here: {allowed}."),
        "json_not_allowed_of_many": _("\u201c{value}\u201d can\u2019t stand here; the nearest words are {allowed}."),
        "json_not_an_instant": _("\u201c{value}\u201d is no instant; write one like 2026-11-14T15:30:00Z."),
        "json_not_e164": _("\u201c{value}\u201d is no international number; write one like +12125550142."),
        "json_not_text": _("Text in quotation marks belongs here, not {value}."),
        "json_not_yes_or_no": _("true or false belongs here, not {value}."),
        "json_several_people": _("Several people are called {value}; refer to one of them by id."),
        "json_too_large": _("{value} is too large."),
        "json_too_small": _("{value} is too small; it has to be at least {least}."),
        "json_twice": _("{value} is here twice."),
        "json_unknown_field": _("There is no field called \u201c{field}\u201d."),
        "json_unknown_person": _("Nobody in this file is {value}."),
        "json_unknown_reference": _("There is no {what} {value} in this file."),
    }
