"""A touch and what follows from it: written, corrected and taken away together, inside one transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from planner.domain import account, attempts, consequences, fans, keeping, stage, weighing
from planner.domain.errors import PlannerError
from planner.domain.history import History
from planner.domain.interest import Scope
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.person import Facts, Stage
from planner.domain.promise import Promise, PromiseStatus
from planner.domain.stage import Also, Event, Step
from planner.domain.text import one_line, passage
from planner.domain.thanks import LONGEST_TO_THANK, ThanksFor
from planner.domain.touch import Channel, Direction, Touch, TouchKind
from planner.domain.weighing import Telling
from planner.models import single, stages, touches
from planner.models.book import Book
from planner.services import aftermath_rows, facts, no_rows, promise_rows, thanks_rows, touch_rows
from planner.services.promise_rows import PromiseDraft
from planner.services.stored import read_method

_RETRY = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Despite:
    """A rule that spoke against it, and why it was done all the same, in the user's words (D5)."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What a log form edits: one touch. ``points`` None takes the points of its kind from the table.

    ``at`` is the user's wall time. ``phone`` names the number that was tried, typed or E.164, where it matters which.
    ``next_step`` is promised in the same step, ``despite`` is written down beside it.
    """

    kind: TouchKind
    on: date | None
    at: time | None = None
    channel: Channel | None = None
    direction: Direction | None = None
    points: float | None = None
    topic: str = ""
    words: str = ""
    note: str = ""
    wants_answer: bool = False
    expects_call: bool = False
    thanked_me: bool = False
    promise_id: int | None = None
    phone: str = ""
    next_step: PromiseDraft | None = None
    despite: Despite | None = None


def despite(rule: str, words: str, now: Moment) -> Entry:
    """The note that tells against which rule somebody went on, and why (D5)."""
    return Entry(TouchKind.NOTE, now.today, now.clock, topic=rule, note=words)


def check(entry: Entry, now: Moment) -> None:
    """Refuse what cannot have happened.

    Raises PlannerError: touch_needs_day, touch_in_future.
    """
    if entry.on is None:
        raise PlannerError("touch_needs_day")
    is_later_today = entry.on == now.today and entry.at is not None and entry.at > now.clock
    if entry.on > now.today or is_later_today:
        raise PlannerError("touch_in_future", on=entry.on, at=entry.at)


def add(book: Book, person_id: int, entry: Entry, now: Moment, *, moves_stage: bool = True) -> int:
    """Write a touch and what follows from it; answers its id."""
    _settle(book, person_id, now)
    about = load(book, person_id, now)
    touch = _weighed(book, entry, about, now)
    touch = replace(touch, id=touch_rows.insert(book, person_id, touch, now, thanked_me=entry.thanked_me))
    _follow(book, about, touch, entry, now)
    if moves_stage:
        _move_stage(book, about, touch, now)
    aftermath_rows.note(book, about, touch, now, time_was_said=entry.at is not None)
    return touch.id


def replace_touch(book: Book, person_id: int, touch_id: int, entry: Entry, now: Moment) -> None:
    """Write ``entry`` over a touch: what followed from the old one goes, what follows from the new one comes."""
    before, was_outside = _take_back(book, person_id, touch_id, now)
    about = load(book, person_id, now)
    about = replace(about, touches=tuple(touch for touch in about.touches if touch.id != touch_id))
    touch = replace(_weighed(book, entry, about, now), id=touch_id)
    touches.update(book, touch_id, touch_rows.columns(touch) | {"thanked_me": int(entry.thanked_me)})
    _follow(book, about, touch, entry, now)
    _move_stage(book, about, touch, now)
    aftermath_rows.note(book, about, touch, now, time_was_said=was_outside or touch.at != before.at)
    _settle(book, person_id, now)


def remove(book: Book, person_id: int, touch_id: int, now: Moment) -> None:
    """Take a touch away and what followed from it; a stage that was reached stays."""
    _take_back(book, person_id, touch_id, now)
    touches.remove(book, touch_id)
    _settle(book, person_id, now)


def counted(book: Book, person_id: int, since: date, until: date) -> frozenset[int]:
    """The touches from one day to another that count: not the deposits beyond the best two of a kind and week (D2)."""
    first = since - timedelta(days=min(since.weekday(), (since - date.min).days))
    last = until + timedelta(days=min(6 - until.weekday(), (date.max - until).days))
    rows = touches.of_person(book, person_id, first.isoformat(), last.isoformat())
    all_of_them = [touch_rows.touch_from(row) for row in rows]
    lines = account.lines(all_of_them, read_method(book).half_life, date.max)
    return frozenset(line.touch_id for line in lines if line.counts)


def load(book: Book, person_id: int, now: Moment) -> Facts:
    """What the rules need to know about a person now. Raises PlannerError: no_such_person."""
    found = facts.load(book, [person_id], now).get(person_id)
    if found is None:
        raise PlannerError("no_such_person", person_id=person_id)
    return found


def _settle(book: Book, person_id: int, now: Moment) -> None:
    for _, promise in promise_rows.overdue(book, now, person_id):
        promise_rows.close_broken(book, person_id, promise, keeping.last_day(promise), now)


def _weighed(book: Book, entry: Entry, about: Facts, now: Moment) -> Touch:
    """The touch an entry means: what was left open is filled in as the rules weigh it (D2)."""
    on = entry.on or now.today
    told = Telling(entry.kind, on, entry.direction, entry.points, one_line(entry.topic), entry.channel)
    weighed = weighing.weigh(told, about, read_method(book))
    return replace(
        touch_rows.plain(weighed.kind, on, entry.at or (now.clock if on == now.today else None), now),
        points=weighed.points,
        channel=entry.channel,
        direction=weighed.direction,
        topic=one_line(entry.topic),
        words=passage(entry.words),
        note=passage(entry.note),
        wants_answer=entry.wants_answer,
        expects_call=entry.expects_call,
        promise_id=entry.promise_id,
    )


def _follow(book: Book, about: Facts, touch: Touch, entry: Entry, now: Moment) -> None:
    _keep_promises(book, about, touch, now)
    _note_thanks(book, about, touch)
    _lift_noes(book, about, touch)
    if touch.kind is TouchKind.WRONG_NUMBER and _mark_wrong(book, about, entry.phone):
        move_stage(book, about, Event.DETAILS_LOST, now)
    _leave_a_next_step(book, about, entry.next_step, touch, now)


def move_stage(book: Book, about: Facts, event: Event | None, now: Moment, until: date | None = None) -> Step:
    """Move the business as the machine of stages says; ``until`` is the day on which asks may begin again (D3)."""
    step = stage.after(about.stage, event, is_locked=about.source_is_locked)
    if about.stage is Stage.BAD_DETAILS and step.to is Stage.IN_CONVERSATION:
        step = replace(step, to=fans.role_again(about, now.today))
    if step.to is not about.stage or Also.ASKS_REST in step.also:
        day = until.isoformat() if until else None
        single.update(book, "person", about.id, {"stage": step.to.value, "stage_until": day})
    if step.to is not about.stage:
        stages.note(book, about.id, now.today.isoformat(), about.stage.value, step.to.value)
    return step


def _move_stage(book: Book, about: Facts, touch: Touch, now: Moment) -> None:
    """What a touch by itself does to the stage; a hand raised for one of the things to be asked lifts a No to it."""
    step = move_stage(book, about, consequences.event_of(touch, about), now)
    if Also.NO_IS_LIFTED in step.also and touch.topic in set(Scope):
        no_rows.lift(book, about.id, Scope(touch.topic), touch.words, touch.on)
    if Also.NO_IS_LIFTED in step.also and about.stage_until is not None:
        single.update(book, "person", about.id, {"stage_until": None})


def _keep_promises(book: Book, about: Facts, touch: Touch, now: Moment) -> None:
    """Keep what this touch answers, also a promise taken for broken until this attempt was written down later."""
    method = read_method(book)
    for promise in about.promises:
        if promise_rows.is_pencilled(promise, about):
            if consequences.settles_pencilled(touch):
                promise_rows.close(book, promise.id, PromiseStatus.KEPT, touch.on)
            continue
        if promise.status not in (PromiseStatus.OPEN, PromiseStatus.BROKEN) or not consequences.answers(promise, touch):
            continue
        day, at = promise_rows.wall_time_there(promise, touch.on, touch.at, touch.zone)
        kept = keeping.kept_by(promise, day, at, method)
        earns = kept is not None and consequences.earns_kept_promise(touch)
        if kept is None and touch.promise_id == promise.id and _is_early(promise, day, at, method):
            kept = PromiseStatus.KEPT
        if kept is None:
            continue
        if promise.status is PromiseStatus.BROKEN:
            promise_rows.reopen(book, promise.id)
        _close_kept(book, about, promise, kept, touch, now, earns=earns)
        touches.update(book, touch.id, {"promise_id": promise.id})


def _is_early(promise: Promise, day: date, at: time | None, method: Method) -> bool:
    """Whether it came before its time: what was promised is done then, though not when they expected it."""
    return datetime.combine(day, at or time.min) < keeping.opens(promise, method)


def _close_kept(
    book: Book, about: Facts, promise: Promise, status: PromiseStatus, touch: Touch, now: Moment, *, earns: bool
) -> None:
    kept = touch_rows.plain(TouchKind.PROMISE_KEPT, touch.on, touch.at, now)
    kept = replace(kept, channel=touch.channel, points=kept.points if earns else 0)
    promise_rows.close_kept(book, about.id, promise, status, kept, now)


def _note_thanks(book: Book, about: Facts, touch: Touch) -> None:
    """Close the thank-yous this touch says, and note the one it makes owed."""
    if touch.kind in consequences.SAYS_THANKS and touch.direction is Direction.ME:
        for owed in about.thank_yous:
            if owed.done_on is None and owed.due_on - LONGEST_TO_THANK <= touch.on:
                single.update(book, "thank_you", owed.id, {"done_on": touch.on.isoformat()})
    trigger = consequences.thanks_owed_for(touch)
    waits = any(owed.trigger is trigger and owed.done_on is None for owed in about.thank_yous)
    if trigger is not None and not (waits and trigger is ThanksFor.JOINED):
        thanks_rows.owe(book, about.id, trigger, touch.on, _thanked_about(touch, trigger))


def _thanked_about(touch: Touch, trigger: ThanksFor) -> str:
    """What a thank-you that this touch makes owed is about."""
    return (touch.topic if touch.topic != trigger.value else "") or touch.words[:200]


def _lift_noes(book: Book, about: Facts, touch: Touch) -> None:
    """Whoever buys, books or joins after a No to it has lifted that No themselves (G5)."""
    scope = consequences.YES_TO.get(touch.kind)
    standing = [no for no in about.noes if no.lifted_on is None and no.scope in (scope, Scope.EVERYTHING)]
    if scope is not None and standing and all(no.on < touch.on for no in standing):
        no_rows.lift(book, about.id, scope, touch.words, touch.on)


def _leave_a_next_step(book: Book, about: Facts, draft: PromiseDraft | None, touch: Touch, now: Moment) -> None:
    """Promise what was agreed; a voicemail without anything agreed still leaves the user a day (004-18)."""
    present = load(book, about.id, now)
    if draft is not None:
        promise_rows.add(book, present, draft, now)
        return
    is_open = any(promise.status is PromiseStatus.OPEN for promise in present.promises)
    if touch.kind not in promise_rows.VOICEMAILS or is_open or touch.on != now.today:
        return
    attempt = attempts.next_attempt(present, History.of(present.touches, now.today), read_method(book))
    promise_rows.pencil_in(book, present, attempt.due_on if attempt else touch.on + _RETRY, now)


def _mark_wrong(book: Book, about: Facts, named: str) -> bool:
    """Mark the number that was wrong, when it is clear which; answers whether no way to reach them is left (D4)."""
    usable = about.usable_phones
    wrong = [phone for phone in usable if not named or named in (phone.e164, phone.typed)]
    if not wrong or (not named and len(usable) > 1):
        return False
    number = wrong[0]
    book.run(
        "UPDATE phone SET is_wrong = 1 WHERE person_id = ? AND typed = ? AND e164 = ?",
        (about.id, number.typed, number.e164),
    )
    return len(usable) == 1 and not (about.has_email or about.has_social or about.has_address)


def _take_back(book: Book, person_id: int, touch_id: int, now: Moment) -> tuple[Touch, bool]:
    """Undo what followed from a touch: the promise it kept is open again, thank-yous and costs are as they were.

    Answers the touch as it was, and whether it had come at a wrong hour.
    """
    row = touches.row(book, touch_id)
    if row is None:
        raise PlannerError("no_such_touch", touch_id=touch_id)
    touch = touch_rows.touch_from(row)
    about = load(book, person_id, now)
    ended = (TouchKind.PROMISE_KEPT, TouchKind.PROMISE_BROKEN)
    for promise in about.promises:
        if promise.status in _ENDED_BY_ATTEMPT and touch.kind not in ended and _was_kept_by(promise, touch, about):
            promise_rows.reopen(book, promise.id)
        elif touch.kind in promise_rows.VOICEMAILS and promise_rows.is_pencilled(promise, about):
            single.remove(book, "promise", promise.id)
    _take_back_thanks(book, about, touch)
    return touch, aftermath_rows.take_back(book, about, touch, now)


def _was_kept_by(promise: Promise, touch: Touch, about: Facts) -> bool:
    """Whether this touch ended the promise, by itself or together with another promise it is written down for."""
    if promise.id == touch.promise_id:
        return True
    if promise.closed_on != touch.on or any(other.promise_id == promise.id for other in about.touches):
        return False
    return consequences.answers(promise, replace(touch, promise_id=None))


def _take_back_thanks(book: Book, about: Facts, touch: Touch) -> None:
    trigger = consequences.thanks_owed_for(touch)
    says_thanks = touch.kind in consequences.SAYS_THANKS and not any(
        other.kind in consequences.SAYS_THANKS and other.on == touch.on and other.id != touch.id
        for other in about.touches
    )
    for owed in about.thank_yous:
        if says_thanks and owed.done_on == touch.on:
            single.update(book, "thank_you", owed.id, {"done_on": None})
    if trigger is None:
        return
    due = consequences.thanks_due(trigger, touch.on)
    its = (trigger, due, _thanked_about(touch, trigger))
    noted = (owed for owed in about.thank_yous if owed.done_on is None)
    mine = next((owed for owed in noted if (owed.trigger, owed.due_on, owed.about) == its), None)
    if mine is not None:
        single.remove(book, "thank_you", mine.id)


_ENDED_BY_ATTEMPT = (PromiseStatus.KEPT, PromiseStatus.KEPT_LATE)
