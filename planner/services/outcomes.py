"""What each row of D4 does beside its touches and its stage; every step runs inside the one that logs the outcome."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from planner.domain import hands, hours, keeping
from planner.domain.commitment import CommitmentStatus, CommitmentTo
from planner.domain.errors import PlannerError
from planner.domain.history import History
from planner.domain.interest import Scope
from planner.domain.moment import Moment
from planner.domain.order import OrderBegan, OrderLine
from planner.domain.outcome import ROWS, Needs, Outcome, Row, Then
from planner.domain.person import Facts
from planner.domain.promise import Promise, PromiseKind, PromiseStatus, Window
from planner.domain.stage import Event
from planner.domain.text import one_line
from planner.domain.touch import ASKS, JUST_FRIENDS, Channel, TouchKind
from planner.models import people, single
from planner.models.book import Book
from planner.services import following, promise_rows
from planner.services.changes import Changes
from planner.services.commitments import CommitmentDraft, Commitments
from planner.services.following import Despite, Entry
from planner.services.interests import Interests
from planner.services.orders import OrderDraft, Orders
from planner.services.parties import Parties, PartyDraft
from planner.services.pauses import Pauses
from planner.services.permissions import Permissions
from planner.services.promise_rows import PromiseDraft
from planner.services.promises import Promises
from planner.services.stored import read_country, read_method
from planner.services.team import MembershipDraft, Team

A_YEAR = timedelta(days=365)
_NOBODY_KNOWS = "?"
_NOTHING_AGREED = frozenset({Outcome.FRIENDS, Outcome.NO_FIT})
_MISSING = {
    Needs.TIME: "ending_needs_promise",
    Needs.DAY: "outcome_needs_day",
    Needs.SCOPE: "outcome_needs_scope",
}

_AT_THEIR_HOME = frozenset({Channel.IN_PERSON, Channel.PARTY})
"""Sales for which the law gives days to change one's mind; what was ordered by phone has none (C1)."""


@dataclass(frozen=True, slots=True)
class OutcomeReport:
    """How a contact ended, as it is told. ``on`` and ``at`` are the user's wall time; ``words`` are theirs.

    ``more`` was given or asked in the same talk. ``promise`` is what was agreed, said on a voicemail, or named for
    later; ``promise_id`` the one that was moved or missed, where there are several. ``day`` is the day by which they
    decide, of the party, or of the delivery. ``scope`` is what they said No to or asked for. ``stops`` is the channel
    that shall stop, None all of them; ``wants_peace`` ends all contact with any other outcome. ``phone`` and ``email``
    name the way that was wrong where there are several; ``despite`` tells against which rule something was asked.
    """

    outcome: Outcome
    on: date
    at: time | None = None
    channel: Channel | None = None
    more: tuple[TouchKind, ...] = ()
    topic: str = ""
    words: str = ""
    note: str = ""
    thanked_me: bool = False
    expects_call: bool = False
    promise: PromiseDraft | None = None
    promise_id: int | None = None
    day: date | None = None
    day_at: time | None = None
    commits_to: CommitmentTo = CommitmentTo.DECIDE
    scope: Scope | None = None
    stops: Channel | None = None
    phone: str = ""
    email: str = ""
    consultant: str = ""
    keeps_in_touch: bool = False
    wants_peace: bool = False
    despite: Despite | None = None


def check(report: OutcomeReport) -> None:
    """Refuse what leaves out what its row needs (002-26, 004-22).

    Raises PlannerError: ending_needs_promise, outcome_needs_day, outcome_needs_scope.
    """
    has = {
        Needs.TIME: report.promise is not None,
        Needs.DAY: report.day is not None,
        Needs.SCOPE: report.scope is not None,
    }
    for need in ROWS[report.outcome].needs:
        if not has.get(need, True):
            raise PlannerError(_MISSING[need])


def entries(report: OutcomeReport) -> list[Entry]:
    """What goes to the timeline: the talk, what its ending adds to it, and what was given or asked in it."""
    row = ROWS[report.outcome]
    topic = JUST_FRIENDS if report.outcome in _NOTHING_AGREED else report.topic
    channel = report.channel or row.channel
    plain = Entry(TouchKind.NOTE, report.on, report.at, channel, topic=topic)
    told = replace(plain, words=report.words, note=report.note, thanked_me=report.thanked_me, phone=report.phone)
    written = []
    if row.talk is not None:
        spoke = replace(told, kind=TouchKind.CONVERSATION, channel=channel or Channel.CALL)
        written.append(spoke if row.talk else replace(spoke, points=0))
    if row.kind is not None:
        wants_answer = row.kind is TouchKind.REACHED_OUT
        base = plain if written else told
        written.append(
            replace(base, kind=row.kind, wants_answer=wants_answer, expects_call=wants_answer and report.expects_call)
        )
    return written + [replace(plain, kind=kind) for kind in report.more]


def despite(report: OutcomeReport, now: Moment) -> list[Entry]:
    """The note on why an ask was made although a rule spoke against it (D5)."""
    return [following.despite(report.despite.rule, report.despite.words, now)] if report.despite else []


def events(report: OutcomeReport) -> tuple[Event, ...]:
    """What the outcome means for the business: an ask in a talk that goes on is an offer (D3)."""
    event = ROWS[report.outcome].event
    if event is Event.TALKED and any(kind in ASKS for kind in report.more):
        return event, Event.WAS_OFFERED
    return () if event is None else (event,)


class OutcomeSteps:
    """Takes the steps of a row, through the services whose verbs they are."""

    def __init__(self, book: Book, changes: Changes) -> None:
        self._book = book
        self._promises = Promises(book, changes)
        self._permissions = Permissions(book, changes)
        self._commitments = Commitments(book, changes)
        self._interests = Interests(book, changes)
        self._orders = Orders(book, changes)
        self._parties = Parties(book, changes)
        self._team = Team(book, changes)
        self._pauses = Pauses(book, changes)
        self._by = {
            Then.PROMISE: self._promise,
            Then.COMMITMENT: self._commitment,
            Then.ORDER: self._order,
            Then.PARTY: self._party,
            Then.MEMBERSHIP: self._membership,
            Then.LATER: self._later,
            Then.NO: self._no,
            Then.FIX: self._fix,
            Then.STOP: self._stop,
            Then.PREFER_TEXT: self._prefer_text,
            Then.TEXT_NOW: self._text_now,
            Then.TOMORROW: self._tomorrow,
            Then.LET_GO: self._let_go,
            Then.NO_ASKS_FOR_A_YEAR: self._no_asks_for_a_year,
            Then.NAME_CONSULTANT: self._name_consultant,
            Then.NO_FIT: self._no_fit,
            Then.RAISE_HAND: self._raise_hand,
            Then.BOUNCE: self._bounce,
            Then.MOVE: self._move,
            Then.BREAK: self._break,
            Then.PAUSE: self._pause,
            Then.PASSED_AWAY: self._passed_away,
        }

    def take(self, row: Row, person_id: int, report: OutcomeReport, now: Moment) -> None:
        """Take every step of ``row``, each with the person as the one before left them.

        Raises PlannerError: what the verbs raise, and outcome_needs_open_promise.
        """
        for then in row.then:
            self._by[then](following.load(self._book, person_id, now), report, now)
        if report.wants_peace:
            self._permissions.stop(person_id, None, report.words, now)

    def _promise(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        is_voicemail = report.outcome is Outcome.VOICEMAIL
        kind = PromiseKind.VOICEMAIL if is_voicemail else PromiseKind.CALLBACK
        self._make(about, report, kind, now)

    def _make(self, about: Facts, report: OutcomeReport, kind: PromiseKind, now: Moment) -> None:
        draft = report.promise
        if draft is None:
            raise PlannerError("ending_needs_promise")
        told = replace(draft, kind=kind, reason=draft.reason or report.topic, words=draft.words or report.words)
        promise_rows.add(self._book, about, told, now)

    def _commitment(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        by = report.day or now.today
        words = report.words or report.topic
        self._commitments.note(about.id, CommitmentDraft(report.commits_to, by, words), now)

    def _order(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        """What they bought, with the days on which they may change their mind where the law gives them (C1)."""
        has_asked = TouchKind.ASK_BUY in report.more
        began = OrderBegan.OFFERED if has_asked else OrderBegan.ASKED
        if report.channel is Channel.PARTY:
            began = OrderBegan.PARTY
        lines = (OrderLine(report.topic),) if report.topic else ()
        is_covered = read_country(self._book) == "US" and report.channel in _AT_THEIR_HOME
        draft = OrderDraft(report.on, report.day, began, lines, may_change_mind=is_covered)
        self._orders.place(about.id, draft, now, needs_product=False)
        self._fulfil(about, CommitmentTo.BUY, now)

    def _party(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        zone = promise_rows.zone_of(about, now)
        on = report.day or now.today
        self._parties.book(PartyDraft(on, report.day_at, zone, name=report.topic, host_id=about.id), now)
        self._fulfil(about, CommitmentTo.HOST, now)

    def _membership(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        at = report.at or (now.clock if report.on == now.today else None)
        asked = hands.ever(about, Scope.JOIN, report.on)
        self._team.join(about.id, MembershipDraft(report.on, at, raised_hand=asked, goals=report.words), now)
        self._fulfil(about, CommitmentTo.JOIN, now)

    def _fulfil(self, about: Facts, what: CommitmentTo, now: Moment) -> None:
        """What they said they would do is done."""
        for commitment in about.commitments:
            if commitment.what is what and commitment.status is CommitmentStatus.OPEN:
                self._commitments.done(commitment.id, now)

    def _later(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        """A month or a week they named begins with its first working day; without a word it is a season (D6.9)."""
        method, draft = read_method(self._book), report.promise
        if draft is None:
            until = report.on + timedelta(days=method.not_now_vague)
            following.move_stage(self._book, about, Event.NOT_NOW, now, until)
            return
        if draft.window in (Window.WEEK, Window.MONTH):
            first = hours.next_working_day(draft.due_on, read_country(self._book), method)
            draft = replace(draft, due_on=first, window=Window.DAY)
        self._make(about, replace(report, promise=draft), PromiseKind.CALLBACK, now)
        following.move_stage(self._book, about, Event.NOT_NOW, now, draft.due_on)

    def _no(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        """Kept for good; follow-ups of the user's own have nothing left to follow (002-19)."""
        self._interests.say_no(about.id, report.scope or Scope.EVERYTHING, report.words, report.on, now)
        for promise in about.promises:
            if promise.kind is PromiseKind.FOLLOW_UP:
                self._drop(promise, now)

    def _fix(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        if report.promise is None:
            soon = now.today + timedelta(days=1)
            by = hours.next_working_day(soon, read_country(self._book), read_method(self._book))
            report = replace(report, promise=PromiseDraft(PromiseKind.PROMISED, by, channel=Channel.CALL))
        self._make(about, report, PromiseKind.PROMISED, now)

    def _stop(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        self._permissions.stop(about.id, report.stops, report.words, now)

    def _prefer_text(self, about: Facts, _report: OutcomeReport, _now: Moment) -> None:
        single.update(self._book, "person", about.id, {"preferred_channel": Channel.TEXT.value})

    def _text_now(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        if _may_text(about, now):
            self._follow_up(about, report, now.today, Channel.TEXT, now)
        else:
            self._tomorrow(about, report, now)

    def _tomorrow(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        self._follow_up(about, report, now.today + timedelta(days=1), Channel.CALL, now)

    def _follow_up(self, about: Facts, report: OutcomeReport, on: date, channel: Channel, now: Moment) -> None:
        draft = report.promise or PromiseDraft(PromiseKind.FOLLOW_UP, on, channel=channel)
        self._make(about, replace(report, promise=draft), PromiseKind.FOLLOW_UP, now)

    def _let_go(self, about: Facts, _report: OutcomeReport, now: Moment) -> None:
        for promise in about.promises:
            self._drop(promise, now)

    def _drop(self, promise: Promise, now: Moment) -> None:
        if promise.status is PromiseStatus.OPEN:
            promise_rows.close(self._book, promise.id, PromiseStatus.CANCELLED, now.today)

    def _no_asks_for_a_year(self, about: Facts, report: OutcomeReport, _now: Moment) -> None:
        values: dict[str, object] = {"stage_until": (report.on + A_YEAR).isoformat()}
        if report.keeps_in_touch:
            values["keep_in_touch_days"] = A_YEAR.days
        single.update(self._book, "person", about.id, values)

    def _name_consultant(self, about: Facts, report: OutcomeReport, _now: Moment) -> None:
        name = one_line(report.consultant) or _NOBODY_KNOWS
        single.update(self._book, "person", about.id, {"consultant": name})

    def _no_fit(self, about: Facts, _report: OutcomeReport, _now: Moment) -> None:
        single.update(self._book, "person", about.id, {"is_no_fit": True})

    def _raise_hand(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        if report.scope is not None:
            self._interests.raise_hand(about.id, report.scope, report.topic, report.words, report.on, now)

    def _bounce(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        left = people.mark_email_wrong(self._book, about.id, report.email)
        if not left and not (about.usable_phones or about.has_social or about.has_address):
            following.move_stage(self._book, about, Event.DETAILS_LOST, now)

    def _move(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        if report.promise is None:
            raise PlannerError("ending_needs_promise")
        old = _meant(about, report)
        kept = replace(report.promise, kind=old.kind, reason=report.promise.reason or old.reason)
        self._promises.move(old.id, replace(kept, channel=old.channel), moved_by_them=True, now=now)

    def _break(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        """Missed: broken on its day, which an attempt later that day still mends (D6.11)."""
        missed = _meant(about, report)
        promise_rows.close_broken(self._book, about.id, missed, min(keeping.last_day(missed), now.today), now)

    def _pause(self, about: Facts, report: OutcomeReport, now: Moment) -> None:
        self._pauses.begin(about.id, report.words or report.topic, None, now)

    def _passed_away(self, about: Facts, _report: OutcomeReport, _now: Moment) -> None:
        single.update(self._book, "person", about.id, {"is_deceased": True})


def _meant(about: Facts, report: OutcomeReport) -> Promise:
    """The promise that was moved or missed: the one named, or the next one that was made to them."""
    made = [
        promise
        for promise in about.promises
        if promise.status is PromiseStatus.OPEN
        and (promise.kind is not PromiseKind.FOLLOW_UP or promise.id == report.promise_id)
        and report.promise_id in (None, promise.id)
    ]
    if not made:
        raise PlannerError("outcome_needs_open_promise")
    return min(made, key=lambda promise: (promise.due_on, promise.at or time.min, promise.id))


def _may_text(about: Facts, now: Moment) -> bool:
    """Whether a text is welcome: they asked for one or allowed it, or the two know each other (D7, channel)."""
    if any(stop.is_for_all or stop.channel is Channel.TEXT for stop in about.stops) or not about.usable_phones:
        return False
    if about.preferred_channel is Channel.TEXT:
        return True
    allowed = any(yes.channel is Channel.TEXT and yes.holds_on(now.today) for yes in about.permissions)
    return allowed or History.of(about.touches, now.today).knows_us
