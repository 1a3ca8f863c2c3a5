"""Words for what a file brings: its rows, its oddities, its doubles. No widget, so a terminal can say them too."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _, ngettext
from planner.ui.kit.wording.facts import filled

if TYPE_CHECKING:
    from collections.abc import Sequence

    from planner.services.exchange.preview import Counts, PastImport
    from planner.services.exchange.problems import Problem
    from planner.services.exchange.reading.table import Left
    from planner.services.exchange.undoing import KeptPerson

_NAMED = 20
"""So many of those who stay when an import is taken back are named."""


def problem(each: Problem) -> str:
    """What is odd about a row, in a sentence."""
    if each.code == "email_invalid" and each.facts.get("suggestion"):
        return filled(_("“{text}” is no e-mail: {suggestion}?"), each.facts)
    return filled(_of_rows().get(each.code, each.code), each.facts)


def note(each: Problem) -> str:
    """What there is to say about the file as a whole."""
    patterns = _of_files()
    if each.code in patterns:
        return filled(patterns[each.code], each.facts)
    count = int(each.facts.get("count", 0))
    plural = {
        "quotes_mended": ngettext(
            "A quotation mark without its partner was mended in {count} row.",
            "Quotation marks without partners were mended in {count} rows.",
            count,
        ),
        "mixed_encoding": ngettext(
            "{count} line was written in another encoding than the rest, and read by its own.",
            "{count} lines were written in another encoding than the rest, and read by their own.",
            count,
        ),
        "groups_as_tags": ngettext(
            "{count} group became a tag of its members.", "{count} groups became tags of their members.", count
        ),
        "nested_cards": ngettext(
            "{count} card inside another one was left out.", "{count} cards inside other ones were left out.", count
        ),
        "pictures_left_out": ngettext(
            "{count} picture was left out; a book holds none.",
            "{count} pictures were left out; a book holds none.",
            count,
        ),
    }
    return filled(plural.get(each.code, each.code), each.facts)


def same(each: Problem) -> str:
    """Why somebody is not brought in again."""
    by = str(each.facts["by"])
    if each.code == "in_bin":
        return filled(_("In your bin as {name}; Edit \u25b8 Bin brings them back"), each.facts)
    if each.code == "left_alone":
        return _("Asked to be left in peace, and was removed for good")
    if each.code == "twice_in_file":
        pattern = {
            "key": _("Same number as {name}, line {line}"),
            "email": _("Same e-mail as {name}, line {line}"),
            "phone": _("Same phone as {name}, line {line}"),
        }.get(by, _("Same as {name}, line {line}"))
    else:
        pattern = {
            "email": _("In your book as {name}: same e-mail"),
            "phone": _("In your book as {name}: same phone"),
            "file": _("In your book as {name}: came with this file"),
        }.get(by, _("In your book as {name}"))
    return filled(pattern, each.facts)


def left(line: Left) -> str:
    """Why a line brought nobody."""
    return {
        "row_is_empty": _("An empty line"),
        "row_is_a_total": _("A total, nobody"),
        "row_names_nobody": _("No name, phone or e-mail"),
        "end_of_no_card": _("The end of a card that never began"),
        "line_outside_a_card": _("A line that belongs to no card"),
    }.get(line.code, line.code)


def kept(person: KeptPerson) -> str:
    """Why somebody stays when an import is taken back."""
    return {
        "edited": _("edited since"),
        "stage": _("moved on since"),
        "touches": _("something happened since"),
        "promises": _("something is promised"),
        "permissions": _("gave a permission"),
        "stops": _("asked for something to stop"),
        "thanks": _("a thank-you is owed"),
        "sheet": _("stands on a call sheet"),
        "archived": _("put away since"),
        "introduced": _("introduced somebody"),
    }.get(person.why, person.why)


def who_stays(people: Sequence[KeptPerson]) -> list[str]:
    """Those who stay, each with the reason; of many only the first are named."""
    lines = [f"{person.name}: {kept(person)}" for person in people[:_NAMED]]
    more = len(people) - len(lines)
    return [*lines, _("and {count} more").format(count=dates.number(more))] if more else lines


def summary(counts: Counts) -> str:
    """What an import would do, in one line."""
    new = ngettext("{count} new person", "{count} new people", counts.new).format(count=dates.number(counts.new))
    parts = [new if counts.new else _("Nobody new")]
    if counts.already:
        text = ngettext("{count} already there", "{count} already there", counts.already)
        parts.append(text.format(count=dates.number(counts.already)))
    if counts.flagged:
        text = ngettext("{count} to check", "{count} to check", counts.flagged)
        parts.append(text.format(count=dates.number(counts.flagged)))
    if counts.skipped:
        text = ngettext("{count} line without anybody", "{count} lines without anybody", counts.skipped)
        parts.append(text.format(count=dates.number(counts.skipped)))
    return " · ".join(parts)


def before(past: PastImport, today: date) -> str:
    """That the very same file came in before."""
    text = ngettext(
        "You brought this file in on {day}: {count} person.",
        "You brought this file in on {day}: {count} people.",
        past.people,
    )
    return text.format(day=dates.date_only(past.on), count=dates.number(past.people)) if past.on <= today else ""


def past(each: PastImport) -> str:
    """A past import in one line: when, where from, how many are still here."""
    people = ngettext("{count} person", "{count} people", each.people_now).format(count=dates.number(each.people_now))
    parts = [dates.date_only(each.on), people]
    source = wording.source(each.source_kind, each.source_name)
    return " · ".join([*parts, *([source] if source != "\u2014" else [])])


def format_name(form: str) -> str:
    """The program or kind of file."""
    return {
        "google": _("Google Contacts"),
        "outlook": _("Outlook"),
        "linkedin": _("LinkedIn"),
        "thunderbird": _("Thunderbird"),
        "hubspot": _("HubSpot"),
        "pipedrive": _("Pipedrive"),
        "vcard": _("Contact cards (vCard)"),
    }.get(form, _("A list"))


def encoding(name: str) -> str:
    """How letters are written in a file."""
    return {
        "utf-8": _("Unicode (UTF-8)"),
        "utf-16-le": _("Unicode (UTF-16)"),
        "utf-16-be": _("Unicode (UTF-16, big-endian)"),
        "cp1252": _("Western Europe (Windows)"),
        "cp1250": _("Central Europe (Windows)"),
        "cp1251": _("Cyrillic (Windows)"),
        "cp1253": _("Greek (Windows)"),
        "mac_roman": _("Western Europe (old Mac)"),
        "mac_latin2": _("Central Europe (old Mac)"),
        "cp932": _("Japanese (Shift JIS)"),
    }.get(name, name)


def delimiter(mark: str) -> str:
    """What divides the columns."""
    return {
        ",": _("Comma"),
        ";": _("Semicolon"),
        "\t": _("Tab"),
        "|": _("Vertical line"),
        "": _("Nothing: one value a line"),
    }.get(mark, mark)


def _of_rows() -> dict[str, str]:
    return _of_names_and_dates() | _of_contacts() | _of_cards()


def _of_names_and_dates() -> dict[str, str]:
    return {
        "name_recased": _("Written {raw} in the file"),
        "name_emoji_removed": _("Written {raw} in the file"),
        "name_two_people": _("Two people in one name: {name}"),
        "name_not_split": _("{name} is kept as one name"),
        "date_invalid": _("“{text}” is no date: kept in the note"),
        "date_unlikely": _("“{text}” can hardly be a birthday: kept in the note"),
        "date_ambiguous_mdy": _("“{text}” was read with the month first"),
        "date_ambiguous_dmy": _("“{text}” was read with the day first"),
        "date_two_digit_year": _("“{text}” was read as the year {year}"),
        "date_excel_serial": _("“{text}” was a date that Excel had turned into a number"),
    } | {
        "shares_email": _("Shares an e-mail with {name}: a family?"),
        "shares_phone": _("Shares a number with {name}: a household?"),
        "shares_name": _("There is a {name} already: the same person?"),
    }


def _of_contacts() -> dict[str, str]:
    return {
        "email_invalid": _("“{text}” is no e-mail"),
        "email_unlikely": _("{text}: perhaps {suggestion}?"),
        "email_spaces_removed": _("Blanks were taken out of “{text}”"),
        "email_exchange_internal": _("An address that only works inside a company was left out"),
        "phone_excel_scientific": _("Excel has destroyed a number: {text}"),
        "phone_needs_area_code": _("{text} needs an area code"),
        "phone_service_code": _("{text} is a service code, no number"),
        "phone_dummy": _("{text} is an invented number"),
        "phone_not_a_number": _("“{text}” is no phone number here"),
        "phone_unusual": _("{text} belongs to no block of numbers that is known"),
    }


def _of_cards() -> dict[str, str]:
    return {
        "card_without_end": _("This card has no end; it was read up to the next one"),
        "card_without_begin": _("This card has no beginning"),
        "line_not_understood": _("A line could not be read: {text}"),
    }


def _of_files() -> dict[str, str]:
    return {
        "no_header": _("The first line does not name the columns, so they were told by what stands in them."),
        "title_lines": _("Above the list stands: {text}"),
        "too_many_rows": _("The file has {total} rows. The first {limit} are read; divide it for the rest."),
        "phones_of_another_country": _("Most numbers in this file look like numbers of another country."),
    }
