"""Pictures of one person: the whole page, a friend, years of history, a line changed in place, somebody pasted."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.timeline import Part
from planner.ui import picture_book
from planner.ui.desk import Desk
from planner.ui.dialogs.person_form import PersonForm
from planner.ui.picture_views import Scene, door


def scenes() -> Mapping[str, Scene]:
    """Every such picture by its name."""
    return {
        "person-whole": lambda desk: _tall(desk, 1900),
        "person-friend": _friend,
        "person-empty": _empty_person,
        "person-filtered": _filtered,
        "person-in-place": _in_place,
        "person-arabic": _arabic,
        "add-person-pasted": _pasted,
    }


def _shown(desk: Desk) -> int:
    """Who is shown."""
    assert desk.person is not None
    return desk.person


def _tall(desk: Desk, height: int) -> Desk:
    desk.resize(1440, height)
    return desk


def _friend(desk: Desk) -> QWidget:
    """Somebody whose life comes first, introduced by one and introducing another."""
    friend = picture_book.friend(desk.rest.services, _shown(desk))
    desk.choose(friend)
    return _tall(desk, 1200)


def _empty_person(desk: Desk) -> QWidget:
    """Somebody of whom only the name is known, with everything unfolded that can be written."""
    services = desk.rest.services
    desk.choose(services.people.add(PersonDraft(name="Sam Marsh"), services.clock()))
    desk.rest.person.page.about_card.unfold(is_open=True)
    return desk


def alone(desk: Desk) -> QWidget:
    """The first person of a book."""
    services = desk.rest.services
    desk.choose(services.people.add(PersonDraft(name="Ana"), services.clock()))
    return desk


def _arabic(desk: Desk) -> QWidget:
    """Somebody whose name and words run to the left."""
    services = desk.rest.services
    draft = PersonDraft(
        name="محمد بن عبد الله الطويل البغدادي", how_known="سوق الحي", phones=(PhoneDraft("+13035550199"),)
    )
    desk.choose(services.people.add(draft, services.clock()))
    return desk


def _filtered(desk: Desk) -> QWidget:
    """Three thousand entries, of which those with one word are shown."""
    picture_book.long_history(desk.rest.services, _shown(desk), 3000)
    page = desk.rest.person.page
    page.filter.chip(Part.GIVEN).click()
    page.filter.words.setText("candle")
    page._filter(Part.GIVEN, "candle")  # noqa: SLF001 - a picture does not wait for the typing to rest
    page.ensureWidgetVisible(page.filter, 0, page.viewport().height() // 2)
    return desk


def _in_place(desk: Desk) -> QWidget:
    """A line that is being changed where it stands."""
    about = desk.rest.person.page.about_card
    about.unfold(is_open=True)
    about.row("life").open()
    desk.rest.person.page.ensureWidgetVisible(about)
    return desk


def _pasted(desk: Desk) -> QWidget:
    """Somebody whose signature was pasted, and whose number is in the book already."""
    form = door(desk, desk.rest.doors.add_person)
    assert isinstance(form, PersonForm)
    form.paste(picture_book.SIGNATURE)
    return form
