"""The top of the pane: who it is, how to reach them, what time it is there, and what they said yes to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from planner.domain.calling import hold_on_calling
from planner.domain.moment import Moment
from planner.domain.move import Move
from planner.domain.permission import Permission
from planner.domain.touch import Channel
from planner.domain.zones import Place, ZoneSet, zone_set
from planner.services.draft_rows import shown_name
from planner.services.drafts import PersonView
from planner.ui.kit import dates, layouts, theme, wording
from planner.ui.kit.buttons import Button, IconButton
from planner.ui.kit.chips import Chip, FlowLayout
from planner.ui.kit.i18n import _
from planner.ui.kit.labels import ShortLabel
from planner.ui.person.avatar import Avatar
from planner.ui.person.contact_bar import ContactBar

LONGEST_CHIP = 44


@dataclass(frozen=True, slots=True)
class ChipText:
    """A chip before it is a widget: its word, its tone, and what stands behind it."""

    text: str
    tone: str
    tip: str


class Header(QFrame):
    """Shows a ``PersonView``; asks to edit and to see the permissions. The desk hangs a menu on ``more``."""

    edit_requested = Signal()
    permission_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("kind", "bar")
        self._avatar = Avatar(self)
        self.name = ShortLabel("title", self, most=5)
        self.line = ShortLabel("muted", self)
        self.known = ShortLabel("small", self)
        self.edit = Button(_("Edit"), parent=self)
        self.edit.clicked.connect(self.edit_requested)
        self.more = IconButton("more", _("More to write down"), self)
        self.contacts = ContactBar(self)
        self.local_time = QLabel(self)
        self.local_time.setProperty("role", "small")
        self.local_time.setWordWrap(True)
        self._shown_chips: list[ChipText] | None = None
        self._chip_row = QWidget(self)
        self._chips = FlowLayout(self._chip_row, spacing=6)
        self._lay_out()

    def show_person(self, view: PersonView, move: Move, country: str, now: Moment) -> None:
        """Show somebody as of now."""
        draft = view.draft
        self._avatar.show_name(display_name(view))
        self.name.setText(display_name(view))
        self.line.setText(_who(view))
        self.known.setText(draft.how_known)
        self.known.setVisible(bool(draft.how_known))
        self.contacts.show_person(draft, view.stops, country, now.today, hold_on_calling(move, now))
        zones = _zones_of(view, now)
        self.local_time.setText(local_time(zones, move, now))
        self.local_time.setVisible(bool(self.local_time.text()))
        self._show_chips(chips_of(view, move, now))

    def chips_shown(self) -> list[tuple[str, str]]:
        """The chips with what stands behind them."""
        return [(chip.text(), chip.toolTip()) for chip in self._chip_row.findChildren(Chip) if not chip.isHidden()]

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        for label in (self.name, self.line, self.known):
            names.addWidget(label)
        top = QHBoxLayout()
        top.setSpacing(theme.px(12))
        top.addWidget(self._avatar)
        top.addLayout(names, 1)
        top.addWidget(self.edit)
        top.addWidget(self.more)
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.px(18), theme.px(14), theme.px(14), theme.px(12))
        column.setSpacing(theme.px(8))
        column.addLayout(top)
        column.addWidget(self.contacts)
        column.addWidget(self.local_time)
        column.addWidget(self._chip_row)

    def _show_chips(self, chips: list[ChipText]) -> None:
        if chips == self._shown_chips:
            return
        self._shown_chips = chips
        self._chips.clear()
        for chip in chips:
            self._chips.addWidget(Chip(chip.text, chip.tone, chip.tip, self._chip_row))
        more = Button(_("Permissions…"), kind="link", parent=self._chip_row)
        more.setProperty("lead", 6)
        more.clicked.connect(self.permission_requested)
        self._chips.addWidget(more)
        layouts.reveal(self._chips)


def display_name(view: PersonView) -> str:
    """The name, or whatever else there is to call them by."""
    return shown_name(view.draft) or _("Without a name")


def _who(view: PersonView) -> str:
    """Stage, and source unless the line below tells it; for friends and family, that they are, nothing of business."""
    if view.draft.closeness.is_protected:
        return wording.closeness(view.draft.closeness)
    stage = wording.relationship(view.stage, view.draft.closeness)
    source = wording.source(view.draft.source_kind, view.draft.source_name)
    is_told = view.draft.how_known.casefold().startswith(source.casefold())
    return stage if source in ("", "—") or is_told else _("{stage} · {source}").format(stage=stage, source=source)


def _zones_of(view: PersonView, now: Moment) -> ZoneSet:
    places = [Place(each.region, each.postcode, each.country) for each in view.draft.addresses]
    numbers = [phone.e164 for phone in view.draft.phones if phone.e164 and not phone.is_wrong]
    return zone_set(view.draft.zone, places, numbers, now.zone)


def local_time(zones: ZoneSet, move: Move, now: Moment) -> str:
    """Their clock, and on it when a call is fine: "1:12 PM in Denver · fine to call until 8:00 PM"."""
    if not zones.names:
        return ""
    if zones.is_guessed:
        return _("Time zone not known; yours is used")
    there = {now.in_zone(zone).replace(tzinfo=None): zone for zone in reversed(zones.names)}
    if len(there) > 1:
        times = _(" or ").join(dates.clock(wall.time()) for wall in sorted(there))
        return _("{times} there, depending on where they are").format(times=times)
    zone = zones.names[0]
    clock = dates.clock(_wall(now.utc, zone))
    city = zone.rsplit("/", maxsplit=1)[-1].replace("_", " ")
    time_there = _("{time} in {city}").format(time=clock, city=city)
    fine = _fine(move, zone, now)
    return _("{time} · {fine}").format(time=time_there, fine=fine) if fine else time_there


def _fine(move: Move, zone: str, now: Moment) -> str:
    if move.channel is not Channel.CALL and not move.then_call:
        return ""
    if move.opens_at is not None and move.opens_at > now.utc:
        return _("fine to call from {time}").format(time=dates.clock(_wall(move.opens_at, zone)))
    if move.closes_at is not None and move.closes_at > now.utc:
        return _("fine to call until {time}").format(time=dates.clock(_wall(move.closes_at, zone)))
    return ""


def _wall(instant: datetime, zone: str) -> time:
    return instant.astimezone(ZoneInfo(zone)).time().replace(second=0, microsecond=0)


def chips_of(view: PersonView, move: Move, now: Moment) -> list[ChipText]:
    """Stops first, then what they said yes to, then how they like it."""
    chips = []
    if view.is_deceased:
        chips.append(ChipText(_("has died"), "", _("Kept in the book, never on a list")))
    if view.archived_on is not None:
        since = _("Put away on {day}").format(day=dates.date_only(view.archived_on))
        chips.append(ChipText(_("put away"), "", since))
    chips += [
        ChipText(wording.may_not(stop.channel), "withdrawal", wording.stop_line(stop, now.today)) for stop in view.stops
    ]
    stopped = {stop.channel for stop in view.stops}
    standing = [each for each in view.permissions if each.holds_on(now.today)]
    chips += [
        _permission_chip(each, view, now) for each in standing if None not in stopped and each.channel not in stopped
    ]
    if move.then_call:
        chips.append(ChipText(_("text before calling"), "caution", _("They like to know who is calling")))
    elif view.draft.preferred_channel is not None and not {None, view.draft.preferred_channel} & stopped:
        likes = _("likes best: {channel}").format(channel=wording.channel(view.draft.preferred_channel).lower())
        chips.append(ChipText(likes, "accent", likes))
    if not standing and not view.stops:
        chips.append(ChipText(_("no permission noted"), "", _("Ask whether a call is welcome, and note their words")))
    return chips


def _permission_chip(permission: Permission, view: PersonView, now: Moment) -> ChipText:
    line = wording.permission_line(permission, now.today)
    topics = ", ".join(wording.topic(topic) for topic in permission.topics)
    tip = _("{line} ({topics})").format(line=line, topics=topics)
    shown = line if len(line) <= LONGEST_CHIP else wording.may(permission.channel)
    text = _("✓ {permission}").format(permission=shown)
    if permission.is_of_long_ago(now.today, view.review_months):
        return ChipText(text, "caution", _("{line}. {ask_again}").format(line=tip, ask_again=wording.ask_again()))
    return ChipText(text, "deposit", tip)
