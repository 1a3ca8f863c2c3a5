"""One person at one moment, with everything that ``decide`` reads off them worked out once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from planner.domain import account, age, basis, hours, keeping, noes, their_dates
from planner.domain.basis import Ruling
from planner.domain.cadence import Due, due_dates, is_unmended, not_now_until
from planner.domain.calendar_months import months_after
from planner.domain.history import History, is_by_me
from planner.domain.homework import Line, missing
from planner.domain.hours import Opening, Where
from planner.domain.interest import Scope
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.orders_standing import standing_orders
from planner.domain.permission import Topic
from planner.domain.person import Closeness, Facts, LifePause, SourceKind
from planner.domain.promise import Promise, PromiseStatus
from planner.domain.touch import CALL_ATTEMPTS, Channel, Purpose, Touch, TouchKind
from planner.domain.zones import is_zone

ORDER_COUNTS = 18
"""Calendar months: how long an order makes a relationship (D7, channel)."""

_FIRST_WORDS = frozenset({Channel.TEXT, None})


@dataclass(frozen=True, slots=True)
class Case:
    """A person's facts at a moment, under a method; ``home`` is the user's country."""

    facts: Facts
    now: Moment
    method: Method
    home: str
    today: date
    history: History
    balance: float
    where: Where

    @classmethod
    def of(cls, facts: Facts, now: Moment, method: Method, home: str) -> Case:
        """Work out what the rules ask again and again."""
        today = now.today
        zones = tuple(zone for zone in facts.zones if is_zone(zone))
        return cls(
            facts=facts,
            now=now,
            method=method,
            home=home,
            today=today,
            history=History.of(facts.touches, today),
            balance=account.balance_of(facts.touches, method.half_life, today),
            where=Where(zones or (now.zone,), facts.regions, facts.zone_is_guessed or not zones, home),
        )

    @property
    def dues(self) -> tuple[Due, ...]:
        """Every date on which something can be due, earliest first."""
        return due_dates(self.facts, self.method, self.today, self.history)

    @property
    def is_stranger(self) -> bool:
        """Nobody one could ring for no better reason than having the number (000-02, G13)."""
        bought = self.facts.source_kind is SourceKind.BOUGHT
        return (bought or self.facts.closeness is Closeness.STRANGER) and not self.knows_us

    @property
    def knows_us(self) -> bool:
        """Whether there ever was a word, a conversation or an order of theirs."""
        return self.history.knows_us or bool(self.facts.orders)

    @property
    def in_relationship(self) -> bool:
        """Friend or family, a two-way contact within a year, or an order within 18 months (D7, channel)."""
        if self.facts.closeness.is_protected:
            return True
        sign, order = self.history.last_sign_on, self.last_order_on
        talked = sign is not None and (self.today - sign).days <= self.method.in_relationship_days
        return talked or (order is not None and self.today <= months_after(order, ORDER_COUNTS))

    @property
    def last_order_on(self) -> date | None:
        """The day of the last order that was not sent back."""
        return max((order.on for order in standing_orders(self.facts, self.today)), default=None)

    @property
    def has_said_no(self) -> bool:
        """Whether they said No to everything, so that only friendship is left (G5)."""
        return noes.to_everything(self.facts, self.today)

    @property
    def pause(self) -> LifePause | None:
        """What comes first in their life now (D7.6)."""
        return next((pause for pause in self.facts.pauses if pause.holds_on(self.today)), None)

    @property
    def is_minor(self) -> bool:
        """Whether they are under eighteen (G18)."""
        return age.is_minor(self.facts, self.today)

    @property
    def is_business_stopped(self) -> bool:
        """Whether a stop rests all business, for good or until it is known what they meant (C1)."""
        return any(stop.stops_business for stop in self.facts.stops)

    def ruling(self, channel: Channel, purpose: Purpose, about: Scope | Topic | None = None) -> Ruling:
        """Whether the law and their own words allow a contact (C4)."""
        return basis.resolve(self.facts, channel, purpose, self.today, self.home, about, self.history, self.method)

    @property
    def homework_missing(self) -> tuple[Line, ...]:
        """What is still to be found out or written before a first call (G13)."""
        ruling = self.ruling(Channel.CALL, Purpose.ASK)
        return missing(self.facts.homework, has_basis=ruling.is_ok and not self.facts.source_is_locked)

    @property
    def is_live(self) -> bool:
        """Whether a conversation is going on: a sign of life within the week (G21)."""
        sign = self.history.last_sign_on
        return sign is not None and sign > self.today - timedelta(days=7)

    def contacted_today(self) -> bool:
        """Whether the user was in touch today; a text alone is the first half of text-then-call (G21)."""
        return any(
            touch.kind is not TouchKind.MESSAGE or touch.channel not in _FIRST_WORDS for touch in self.mine_today()
        )

    def contact_days(self, within: timedelta) -> list[date]:
        """The days of late on which the user was in touch about the business, or tried to be."""
        since = self.today - within
        return sorted(
            {
                touch.on
                for touch in self.facts.touches
                if since < touch.on <= self.today and is_by_me(touch) and touch.purpose is not Purpose.RELATIONSHIP
            }
        )

    @property
    def open_promises(self) -> tuple[Promise, ...]:
        """What is promised and still open, the definite ones and the pencilled."""
        return tuple(promise for promise in self.facts.promises if promise.status is PromiseStatus.OPEN)

    @property
    def definite(self) -> tuple[Promise, ...]:
        """Open promises whose breaking would cost something."""
        return tuple(promise for promise in self.open_promises if keeping.can_break(promise))

    @property
    def broken(self) -> tuple[Promise, ...]:
        """Promises that want an apology: their last day has ended, or they were broken and nothing mended it (G15)."""
        return tuple(
            promise
            for promise in self.facts.promises
            if is_unmended(promise, self.facts)
            or (
                promise.status is PromiseStatus.OPEN
                and keeping.can_break(promise)
                and keeping.is_over(promise, self.there(promise))
            )
        )

    @property
    def has_plan(self) -> bool:
        """Whether a next step is agreed; what a voicemail merely pencilled in is not one."""
        return any(not promise.is_bare for promise in self.open_promises) or their_dates.is_ahead(
            self.facts, self.today
        )

    @property
    def not_now_until(self) -> date | None:
        """Until when a Not now stands (D3, G20)."""
        return not_now_until(self.facts, self.history, self.method)

    @property
    def no_asks_until(self) -> date | None:
        """Until when a Not now holds asks back; whoever has a role keeps it meanwhile (D4, G20)."""
        return self.not_now_until or self.facts.stage_until

    def zone_of(self, promise: Promise) -> str:
        """The zone in which a promise's day and time are meant."""
        return promise.zone if is_zone(promise.zone) else self.where.zones[0]

    def there(self, promise: Promise) -> datetime:
        """The wall time now in the promise's zone, naive."""
        return self.now.in_zone(self.zone_of(promise)).replace(tzinfo=None)

    def instant(self, there: datetime, promise: Promise) -> datetime:
        """A wall time in the promise's zone as UTC."""
        return hours.instant(there.date(), there.time(), self.zone_of(promise))

    def local_day(self, instant: datetime) -> date:
        """The user's calendar date of an instant."""
        return instant.astimezone(ZoneInfo(self.now.zone)).date()

    def opening(self, purpose: Purpose, at: datetime | None = None) -> Opening:
        """When a contact for this purpose is fine: now, or next."""
        return hours.opening(self.where, purpose, self.method, at or self.now.utc)

    def mine_today(self) -> tuple[Touch, ...]:
        """What the user already did for this person today."""
        return tuple(touch for touch in self.facts.touches if touch.on == self.today and is_by_me(touch))

    def calls_today(self) -> tuple[Touch, ...]:
        """Calls tried today."""
        tried = CALL_ATTEMPTS | {TouchKind.CONVERSATION}
        return tuple(touch for touch in self.mine_today() if touch.kind in tried)
