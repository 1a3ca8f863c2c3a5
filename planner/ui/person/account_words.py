"""What the relationship account says: its level, what was given and asked, and whether it is time to give first."""

from __future__ import annotations

from planner.domain.account import Care, Level, Share
from planner.services.timeline import AccountView
from planner.ui.kit import dates, wording
from planner.ui.kit.i18n import _, ngettext


def level(account: AccountView) -> str:
    """The level and its points; a debt of less than half a point has none to show."""
    word = wording.level(account.level)
    if account.level is Level.OVERDRAWN and not account.points:
        return word
    return _("{level}  {points}").format(level=word, points=dates.points(account.points))


def sentence(account: AccountView) -> str:
    """Given 12 times, asked 2 times. Room for one ask."""
    room = _room(account)
    said = "" if account.care is Care.LITTLE else _given_and_asked(account)
    return f"{said} {room}".strip()


def _room(account: AccountView) -> str:
    """Whether there is room for an ask; the points stand above already."""
    if account.room is None:
        return ""
    needs = dict(account.room.facts).get("needs")
    if account.room.code == "give_first" and needs is not None:
        return _("Give first: an ask needs {needs}.").format(needs=needs)
    return wording.because(account.room)


def caution(account: AccountView, name: str) -> str:
    """Given 2 times, asked 2 times: give first. Half of your contacts with Jo were asks."""
    said = []
    if account.care is Care.LITTLE:
        given, asked = _given(account.given), _asked(account.asked)
        is_said = account.room is not None and account.room.code == "give_first"
        words = _("{given}, {asked}.") if is_said else _("{given}, {asked}: give first.")
        said.append(words.format(given=given, asked=asked))
    elif account.care is Care.TAKEN:
        said.append(_("You have asked more than you gave."))
    if account.share.is_too_large:
        said.append(_share(account.share, name))
    return " ".join(said)


def _given_and_asked(account: AccountView) -> str:
    if account.given or account.asked:
        given = _given(account.given) if account.given else _("Nothing given")
        asked = _asked(account.asked) if account.asked else _("nothing asked")
        return _("{given}, {asked}.").format(given=given, asked=asked)
    if account.lines:
        return _("Nothing given and nothing asked lately.")
    return _("Nothing given and nothing asked yet.")


def _given(count: int) -> str:
    return ngettext("Given {count} time", "Given {count} times", count).format(count=dates.number(count))


def _asked(count: int) -> str:
    return ngettext("asked {count} time", "asked {count} times", count).format(count=dates.number(count))


def _share(share: Share, name: str) -> str:
    """How much of what was between the two of late was about business (000-16)."""
    if share.asks == share.contacts:
        all_were = ngettext(
            "Your only contact with {name} lately was an ask.",
            "All of your {count} contacts with {name} lately were asks.",
            share.contacts,
        )
        return all_were.format(name=name, count=dates.number(share.contacts))
    if share.asks * 2 == share.contacts:
        return _("Half of your contacts with {name} were asks.").format(name=name)
    asks, contacts = dates.number(share.asks), dates.number(share.contacts)
    return ngettext(
        "{asks} of your {contacts} contacts with {name} was an ask.",
        "{asks} of your {contacts} contacts with {name} were asks.",
        share.asks,
    ).format(asks=asks, contacts=contacts, name=name)
