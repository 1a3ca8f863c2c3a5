"""What every picture shows: each window as it is opened at the desk of the sample book."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from planner.domain.moment import Moment
from planner.domain.outcome import Outcome
from planner.domain.person import Stage
from planner.domain.touch import Channel, TouchKind
from planner.services.drafts import PersonDraft
from planner.services.open_book import OpenBook
from planner.ui import (
    picture_book,
    picture_exchange,
    picture_menus,
    picture_people,
    picture_program,
    picture_reports,
    picture_views,
)
from planner.ui.desk import Desk
from planner.ui.desk.palette import Palette
from planner.ui.dialogs.checklist_form import ChecklistForm
from planner.ui.dialogs.log_form import LogForm
from planner.ui.dialogs.order_form import OrderForm
from planner.ui.dialogs.outcome_form import OutcomeForm
from planner.ui.dialogs.stage_form import StageForm
from planner.ui.dialogs.when_field import WhenField
from planner.ui.kit.buttons import IconButton
from planner.ui.kit.crash_report import ReportDialog
from planner.ui.picture_views import Scene, joined, settle
from planner.ui.picture_views import door as _door

ON = datetime(2026, 12, 1, 8, 45)  # noqa: DTZ001  # a wall clock; Moment gives it its zone
ZONE = "America/Denver"
EMPTY = (
    frozenset({"desk-empty", "desk-one", "first-start", "sources-empty"})
    | picture_program.EMPTY
    | picture_reports.EMPTY
)
"""What is drawn with nobody in the book."""
_TRACE = 'Traceback (most recent call last):\n  File "planner/ui/desk/window.py", line 1\nValueError: invented\n'


def scenes() -> Mapping[str, Scene]:
    """Every window by the name of its picture; each is asked for at a desk and hands back what to draw."""
    return {
        "desk": lambda desk: desk,
        "desk-empty": lambda desk: desk,
        "desk-one": picture_people.alone,
        "desk-large": lambda desk: sized(desk, 2560, 1440),
        "desk-search": lambda desk: _searched(desk, "mar"),
        "desk-search-notes": lambda desk: _searched(desk, "serum"),
        "desk-nobody-found": lambda desk: _searched(desk, "xylophone"),
        "desk-narrow": lambda desk: sized(desk, 1024, 640),
        "desk-narrow-person": _narrow_person,
        "desk-undo": _undo_bar,
        "desk-undo-long": _long_name,
        "palette": _palette,
        "palette-lately": lambda desk: _door(desk, desk.wishes.jump.trigger),
        "palette-nothing": lambda desk: _palette(desk, "xylophone"),
        "desk-carried": _carried,
        "desk-why": _why,
        **picture_people.scenes(),
        **picture_views.scenes(),
        **picture_menus.scenes(),
        **picture_reports.scenes(),
        "delay": lambda desk: _door(desk, lambda: desk.rest.doors.delay(_maria(desk))),
        "add-person": lambda desk: _door(desk, desk.rest.doors.add_person),
        "edit-person": lambda desk: _door(desk, lambda: desk.rest.doors.edit(_maria(desk))),
        "log-gave": lambda desk: _door(desk, lambda: desk.rest.doors.log(_maria(desk), "gave")),
        "log-asked": lambda desk: _door(desk, lambda: desk.rest.doors.log(_maria(desk), "asked")),
        "log-held": _held,
        "log-talked": lambda desk: _door(desk, lambda: desk.rest.doors.log(_maria(desk), "talked")),
        "log-not-now": lambda desk: _outcome(desk, Outcome.NOT_NOW),
        "log-bought": lambda desk: _outcome(desk, Outcome.BOUGHT),
        "log-no-answer": lambda desk: _outcome(desk, Outcome.NO_ANSWER),
        "log-wrote": lambda desk: _outcome(desk, Outcome.THEY_WROTE),
        "log-contact": lambda desk: _door(desk, lambda: desk.rest.doors.log(_maria(desk), "log")),
        "log-whom": lambda desk: _door(desk, desk.rest.doors.log_with_somebody),
        "calendar": _calendar,
        "promise": lambda desk: _door(desk, lambda: desk.rest.doors.promise(_maria(desk))),
        "permissions": lambda desk: _door(desk, lambda: desk.rest.doors.permission(_maria(desk))),
        "order": lambda desk: _door(desk, lambda: desk.rest.business.order(_maria(desk))),
        "order-first": _first_order,
        "order-edit": _order_edit,
        "orders": _orders,
        "team-page": _team,
        "team": lambda desk: _door(desk, lambda: desk.rest.business.join_team(_maria(desk))),
        "products": _products,
        "activity": _activity,
        "wish": lambda desk: _door(desk, lambda: desk.rest.said.doors.wish(_maria(desk))),
        "said-no": lambda desk: _door(desk, lambda: desk.rest.said.doors.said_no(_maria(desk))),
        "commitment": lambda desk: _door(desk, lambda: desk.rest.said.doors.commitment(_maria(desk))),
        "pause": lambda desk: _door(desk, lambda: desk.rest.said.doors.pause(_maria(desk))),
        "stage": lambda desk: _door(desk, lambda: desk.rest.said.doors.stage(_maria(desk))),
        "stage-no": _stage_after_no,
        "fan": lambda desk: _account(desk, picture_book.fond_customer),
        "taken": lambda desk: _account(desk, picture_book.asked_too_often),
        "homework": lambda desk: _door(desk, lambda: desk.rest.said.doors.homework(_maria(desk))),
        "registry": lambda desk: _door(desk, lambda: desk.rest.said.doors.registry(_maria(desk))),
        "party": _party,
        "stop": _stop,
        "sources": _sources,
        "sources-empty": lambda desk: _door(desk, desk.rest.said.doors.sources),
        "checklist": _checklist,
        "said": _said,
        "stranger": _stranger,
        **picture_exchange.scenes(),
        "print": lambda desk: _door(desk, desk.rest.book.print_sheet),
        **picture_program.scenes(),
        "about": lambda desk: _door(desk, desk.rest.program.about),
        "licences": lambda desk: _door(desk, desk.rest.program.licences),
        "whats-new": lambda desk: _door(desk, desk.rest.program.whats_new),
        "crash": lambda desk: _shown(ReportDialog(_TRACE, Path("warmbook.log"), desk)),
    }


def _maria(desk: Desk) -> int:
    person = desk.person
    assert person is not None
    return person


def sized(desk: Desk, width: int, height: int) -> Desk:
    """The desk at a size."""
    desk.resize(width, height)
    return desk


def _searched(desk: Desk, text: str) -> QWidget:
    desk.toolbar.search.setText(text)
    desk.toolbar.search.setFocus()
    return desk


def _narrow_person(desk: Desk) -> QWidget:
    sized(desk, 1024, 640)
    settle()
    desk.choose(_maria(desk))
    return desk


def _undo_bar(desk: Desk) -> QWidget:
    desk.rest.doors.put_away([_maria(desk)])
    desk.people.model.grow()
    desk.people.count()
    return desk


def _long_name(desk: Desk) -> QWidget:
    """A name as long as names get, in the undo bar and where today says who is next."""
    services, now = desk.rest.services, desk.rest.services.clock()
    name = "Wolfeschlegelsteinhausenbergerdorffwelchevoralternwaren Adolphina Maximiliana de la Cruz"
    draft = replace(services.people.draft(_maria(desk)), name=name)
    services.people.save(_maria(desk), draft, now)
    return desk


def _palette(desk: Desk, text: str = "ma") -> QWidget:
    palette = _door(desk, desk.wishes.jump.trigger)
    assert isinstance(palette, Palette)
    palette.line.setText(text)
    return palette


def _outcome(desk: Desk, outcome: Outcome) -> QWidget:
    form = _door(desk, lambda: desk.rest.doors.log(_maria(desk), "log"))
    assert isinstance(form, OutcomeForm)
    form.choose(outcome)
    return form


def _held(desk: Desk) -> QWidget:
    """An ask of somebody who has been given too little for one."""
    thin = desk._services.listing.hits("Hannah Goldberg", Moment.at(ON, ZONE), 1)[0][0]  # noqa: SLF001
    form = _door(desk, lambda: desk.rest.doors.log(thin, "asked"))
    assert isinstance(form, LogForm)
    form.kind.chip(TouchKind.ASK_BUY).click()
    form.hold.go_on_button.click()
    return form


def _calendar(desk: Desk) -> QWidget:
    """A day chosen by the mouse."""
    form = _door(desk, lambda: desk.rest.doors.promise(_maria(desk)))
    field = form.findChild(WhenField)
    button = None if field is None else field.findChild(IconButton)
    assert button is not None
    button.click()
    month = QApplication.activePopupWidget()
    assert month is not None
    return month


def _why(desk: Desk) -> QWidget:
    desk.rest.person.page.move_card.unfold(is_open=True)
    return desk


def _carried(desk: Desk) -> QWidget:
    """Somebody was on the list for days, and more is overdue than the settings bear."""
    services, now = desk._services, Moment.at(ON, ZONE)  # noqa: SLF001 - a picture looks behind the desk
    day = services.today.day(now)
    for days in (4, 5, 6):
        services.today.note_listed(day, Moment.at(ON - timedelta(days=days), ZONE))
    chosen = services.preferences.load()
    services.preferences.save(replace(chosen, method=replace(chosen.method, fresh_start_at=1)), now)
    desk.rest.today.refresh()
    return desk


def _orders(desk: Desk) -> QWidget:
    """The person page with an order on its way and one that came back."""
    picture_book.orders(desk.rest.services, _maria(desk))
    settle()
    desk.rest.person.page.ensureWidgetVisible(desk.rest.orders)
    return desk


def _team(desk: Desk) -> QWidget:
    """The person page of a new member on their second day."""
    picture_book.new_member(desk.rest.services, _maria(desk))
    settle()
    desk.rest.person.page.ensureWidgetVisible(desk.rest.team)
    return desk


def _first_order(desk: Desk) -> QWidget:
    """Somebody who never said how one may be in touch, and now does."""
    services = desk.rest.services
    new = services.people.add(PersonDraft(name="Ana Brooks"), services.clock())
    form = _door(desk, lambda: desk.rest.business.order(new))
    assert isinstance(form, OrderForm)
    form.consent.channels.chip(Channel.TEXT).click()
    return form


def _order_edit(desk: Desk) -> QWidget:
    came_back = picture_book.orders(desk.rest.services, _maria(desk))
    return _door(desk, lambda: desk.rest.business.order(_maria(desk), came_back))


def _products(desk: Desk) -> QWidget:
    picture_book.orders(desk.rest.services, _maria(desk))
    return _door(desk, desk.rest.business.products)


def _activity(desk: Desk) -> QWidget:
    picture_book.activity(desk.rest.services)
    return _door(desk, desk.rest.business.activity)


def _stage_after_no(desk: Desk) -> QWidget:
    """Leaving a No asks for their words, and says so where they are missing."""
    desk.rest.services.people.set_stage(_maria(desk), Stage.NO, None, desk.rest.services.clock())
    form = _door(desk, lambda: desk.rest.said.doors.stage(_maria(desk)))
    assert isinstance(form, StageForm)
    form.stage.chip(Stage.NOT_NOW).click()
    form.save()
    return form


def _account(desk: Desk, live: Callable[[OpenBook, int], None]) -> QWidget:
    """The account after what has happened between the two."""
    live(desk.rest.services, _maria(desk))
    settle()
    desk.rest.person.page.ensureWidgetVisible(desk.rest.person.page.account_card)
    return desk


def _party(desk: Desk) -> QWidget:
    party_id = picture_book.party(desk.rest.services, _maria(desk))
    return _door(desk, lambda: desk.rest.said.doors.edit_party(party_id))


def _stop(desk: Desk) -> QWidget:
    stop = picture_book.said_much(desk.rest.services, _maria(desk))
    return _door(desk, lambda: desk.rest.said.doors.stop(_maria(desk), stop))


def _sources(desk: Desk) -> QWidget:
    picture_book.bought_list(desk.rest.services)
    return _door(desk, desk.rest.said.doors.sources)


def _checklist(desk: Desk) -> QWidget:
    source_id = picture_book.bought_list(desk.rest.services)
    return _shown(ChecklistForm(desk.rest.services, source_id, desk))


def _said(desk: Desk) -> QWidget:
    """The person page with everything somebody can say."""
    picture_book.said_much(desk.rest.services, _maria(desk))
    settle()
    desk.rest.person.page.ensureWidgetVisible(desk.rest.said.parties)
    return desk


def _stranger(desk: Desk) -> QWidget:
    """Somebody of a bought list, with the homework that is missing."""
    picture_book.bought_list(desk.rest.services)
    found = desk.rest.services.listing.hits("Robin Doe 1", desk.rest.services.clock(), 1)
    joined(desk, found[0][0])
    return desk


def _shown(widget: QWidget) -> QWidget:
    widget.show()
    return widget
