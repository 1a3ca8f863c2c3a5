"""What people said about being contacted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from planner.domain import basis
from planner.domain.errors import PlannerError
from planner.domain.moment import Moment
from planner.domain.permission import Basis, Meant, Permission, Topic
from planner.domain.promise import PromiseKind
from planner.domain.touch import Channel, TouchKind
from planner.models.book import Book
from planner.services import facts
from planner.services.changes import Change, Changed, Changes
from planner.services.listing import Listing, View
from planner.services.order import SortBy
from planner.services.people import People, PersonDraft
from planner.services.permissions import Permissions
from planner.services.promises import PromiseDraft, Promises
from planner.services.timeline import Timeline
from planner.services.undo import Undo
from tests.builders import at

CALL = Permission(0, Channel.CALL, words="call me any time", place="kitchen")


class Desk:
    """The services of one book, and a person in it."""

    def __init__(self, book: Book, now: Moment) -> None:
        self.book = book
        self.now = now
        self.changes = Changes()
        self.told: list[Changed] = []
        self.changes.subscribe(self.told.append)
        self.people = People(book, self.changes)
        self.permissions = Permissions(book, self.changes)
        self.deb = self.people.add(PersonDraft(name="Deb Lang"), now)

    def said(self) -> list[tuple[Channel, date | None, str]]:
        return [(each.channel, each.revoked_on, each.revoked_words) for each in self.people.view(self.deb).permissions]

    def stops(self) -> list[tuple[Channel | None, str]]:
        return [(stop.channel, stop.words) for stop in self.people.view(self.deb).stops]


@pytest.fixture
def desk(book: Book, now: Moment) -> Desk:
    return Desk(book, now)


@pytest.mark.practice("004-23")
@pytest.mark.practice("004-26")
def test_a_yes_keeps_its_words_topics_and_day(desk: Desk) -> None:
    topics = (Topic.NEW_THINGS, Topic.GET_TOGETHERS)
    yes = Permission(0, Channel.CALL, topics, Basis.VERBAL, "yes, when there is\nsomething new", place="the fair")
    permission_id = desk.permissions.grant(desk.deb, yes, desk.now)

    (kept,) = desk.people.view(desk.deb).permissions
    assert (kept.id, kept.topics, kept.words) == (permission_id, topics, "yes, when there is\nsomething new")
    assert (kept.given_on, kept.place, kept.basis) == (desk.now.today, "the fair", Basis.VERBAL)
    assert kept.holds_on(desk.now.today)
    assert Change.PERMISSIONS in desk.told[-1].what


@pytest.mark.practice("001-22")
def test_a_number_given_by_hand_is_a_yes_to_call(desk: Desk) -> None:
    gave = Permission(0, Channel.CALL, basis=Basis.GAVE_NUMBER, given_on=date(2026, 11, 21), place="vendor fair")
    desk.permissions.grant(desk.deb, gave, desk.now)

    (kept,) = desk.people.view(desk.deb).permissions
    assert (kept.channel, kept.basis, kept.given_on) == (Channel.CALL, Basis.GAVE_NUMBER, date(2026, 11, 21))
    assert not kept.holds_on(date(2026, 11, 20))


def test_a_yes_cannot_come_from_tomorrow(desk: Desk) -> None:
    with pytest.raises(PlannerError, match="permission_in_future"):
        desk.permissions.grant(desk.deb, Permission(0, Channel.CALL, given_on=date(2026, 12, 2)), desk.now)


@pytest.mark.rule("G1")
def test_a_revoked_yes_is_over_the_same_minute_and_needs_words_to_come_back(desk: Desk) -> None:
    permission_id = desk.permissions.grant(desk.deb, CALL, desk.now)
    desk.permissions.revoke(permission_id, "not any more", desk.now)
    (kept,) = desk.people.view(desk.deb).permissions
    assert (kept.revoked_on, kept.revoked_words) == (desk.now.today, "not any more")
    assert not kept.holds_on(desk.now.today)

    with pytest.raises(PlannerError, match="reopening_needs_words"):
        desk.permissions.grant(desk.deb, Permission(0, Channel.CALL), desk.now)
    desk.permissions.grant(desk.deb, Permission(0, Channel.CALL, words="you can call again"), desk.now)
    assert [each.holds_on(desk.now.today) for each in desk.people.view(desk.deb).permissions] == [False, True]


@pytest.mark.rule("G1")
@pytest.mark.scenario("S15")
def test_a_stop_on_one_channel_ends_that_channel_now(desk: Desk) -> None:
    for channel in (Channel.TEXT, Channel.CALL):
        desk.permissions.grant(desk.deb, Permission(0, channel, words="sure"), desk.now)
    promises = Promises(desk.book, desk.changes)
    promises.make(desk.deb, PromiseDraft(PromiseKind.PROMISED, date(2026, 12, 4), reason="bring order"), desk.now)
    desk.permissions.stop(desk.deb, Channel.TEXT, "please quit texting me", desk.now)

    assert desk.stops() == [(Channel.TEXT, "please quit texting me")]
    assert desk.said() == [(Channel.TEXT, desk.now.today, "please quit texting me"), (Channel.CALL, None, "")]
    assert len(promises.open_for(desk.deb)) == 1


@pytest.mark.rule("G1")
@pytest.mark.practice("001-14")
def test_a_stop_on_everything_leaves_somebody_in_peace(desk: Desk) -> None:
    desk.permissions.grant(desk.deb, CALL, desk.now)
    first = desk.permissions.stop(desk.deb, None, "never again", desk.now)

    listing = Listing(desk.book)
    assert list(listing.ids(View.LEAVE_IN_PEACE, SortBy.NAME, False, "", desk.now)) == [desk.deb]  # noqa: FBT003
    assert listing.count(View.DUE_TODAY, "", desk.now) == 0
    assert listing.rows([desk.deb], desk.now)[desk.deb].next_action == "leave_in_peace"
    assert desk.permissions.stop(desk.deb, None, "again", desk.now) == first
    assert desk.said() == [(Channel.CALL, desk.now.today, "never again")]


@pytest.mark.rule("G1")
def test_only_their_words_lift_a_stop_and_the_timeline_keeps_them(desk: Desk) -> None:
    stop_id = desk.permissions.stop(desk.deb, Channel.TEXT, "quit it", desk.now)
    with pytest.raises(PlannerError, match="lifting_needs_words"):
        desk.permissions.lift(stop_id, " \x00 ", desk.now)
    desk.permissions.lift(stop_id, "you may text again", desk.now)

    assert desk.stops() == []
    (note,) = Timeline(desk.book, desk.changes).entries(desk.deb)
    assert (note.kind, note.points, note.words, note.channel) == (TouchKind.NOTE, 0, "you may text again", Channel.TEXT)
    with pytest.raises(PlannerError, match="no_such_stop"):
        desk.permissions.lift(stop_id, "really", desk.now)


@pytest.mark.rule("G1")
def test_a_later_yes_with_words_opens_its_channel_only(desk: Desk) -> None:
    desk.permissions.stop(desk.deb, Channel.TEXT, "quit it", desk.now)
    desk.permissions.stop(desk.deb, Channel.EMAIL, "no mail", desk.now)
    with pytest.raises(PlannerError, match="reopening_needs_words"):
        desk.permissions.grant(desk.deb, Permission(0, Channel.TEXT), desk.now)
    desk.permissions.grant(desk.deb, Permission(0, Channel.TEXT, words="text me about the party"), desk.now)

    assert desk.stops() == [(Channel.EMAIL, "no mail")]


def test_what_is_not_there_cannot_be_changed(desk: Desk) -> None:
    with pytest.raises(PlannerError, match="no_such_permission"):
        desk.permissions.revoke(999, "", desk.now)
    with pytest.raises(PlannerError, match="no_such_person"):
        desk.permissions.stop(999, None, "", desk.now)


def test_each_is_one_step_back(desk: Desk) -> None:
    desk.permissions.grant(desk.deb, CALL, desk.now)
    desk.permissions.stop(desk.deb, None, "stop", desk.now)
    step = Undo(desk.book, desk.changes).undo(desk.now)

    assert step is not None
    assert (step.what, step.detail["name"]) == ("stop_set", "Deb")
    assert (desk.stops(), desk.said()) == ([], [(Channel.CALL, None, "")])


@pytest.mark.rule("G1")
@pytest.mark.rule("D6.11")
@pytest.mark.parametrize("by_channel", [False, True])
def test_whoever_wants_no_contact_is_not_failed_by_getting_none(desk: Desk, by_channel: bool) -> None:
    promises = Promises(desk.book, desk.changes)
    promise_id = promises.make(desk.deb, PromiseDraft(PromiseKind.CALLBACK, date(2026, 12, 2)), desk.now)
    stop_id = desk.permissions.stop(desk.deb, Channel.TEXT if by_channel else None, "leave me alone", desk.now)
    if by_channel:
        assert [each.id for each in promises.open_for(desk.deb)] == [promise_id], "still wanted, as far as one knows"
        desk.permissions.settle_stop(stop_id, Meant.EVERYTHING, desk.now)
    assert promises.open_for(desk.deb) == ()
    assert promises.settle_overdue(at("2026-12-04T10:00")) == 0
    assert desk.book.value("SELECT count(*) FROM touch WHERE kind = 'promise_broken'") == 0
    Undo(desk.book, desk.changes).undo(desk.now)
    assert [each.id for each in promises.open_for(desk.deb)] == [promise_id]


@pytest.mark.rule("D1")
@pytest.mark.rule("G1")
def test_taking_back_wins_over_every_earlier_yes_to_the_same(desk: Desk) -> None:
    def may_call() -> bool | None:
        about = facts.load(desk.book, [desk.deb], desk.now)[desk.deb]
        return basis.may(about, Channel.CALL, desk.now.today)

    def yes(on: str, *topics: Topic) -> int:
        told = replace(CALL, given_on=date.fromisoformat(on), topics=topics or (Topic.ANY,))
        return desk.permissions.grant(desk.deb, told, desk.now)

    first, reorder = yes("2026-05-01"), yes("2026-06-01", Topic.REORDER)
    yes("2026-07-01", Topic.NEW_THINGS)
    desk.permissions.revoke(reorder, "no more reminders", desk.now)
    assert may_call(), "news are still welcome"
    desk.permissions.revoke(first, "no more calls", desk.now)
    assert may_call() is False
    yes(desk.now.today.isoformat())
    assert may_call(), "a later yes opens the way again"
