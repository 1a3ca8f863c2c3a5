"""Orders, parties, memberships, commitments, interests, noes, pauses and ticked steps, read from their rows.

Every row begins with the person's id, as ``models.facts`` answers them.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from planner.domain.batch import Batch, Origin, Question
from planner.domain.commitment import Commitment, CommitmentStatus, CommitmentTo
from planner.domain.interest import Interest, SaidNo, Scope
from planner.domain.order import CameBack, Order, OrderBegan, OrderLine
from planner.domain.party import Party, PartyKind
from planner.domain.person import LifePause
from planner.domain.plan_step import PlanKind, StepDone
from planner.domain.shelf_life import usual_days
from planner.domain.team import Membership

Row = tuple[Any, ...]


def order(row: Row, lines: Mapping[int, tuple[OrderLine, ...]]) -> Order:
    """An order with its lines."""
    return Order(
        id=row[1],
        on=date.fromisoformat(row[2]),
        delivered_on=day(row[3]),
        began=OrderBegan(row[4]),
        lines=lines.get(row[1], ()),
        total_cents=row[5],
        cooling_off_until=day(row[6]),
        came_back=CameBack(row[7]) if row[7] else None,
        came_back_on=day(row[8]),
        came_back_why=row[9],
    )


def order_line(row: Row) -> OrderLine:
    """One line; how long a piece lasts falls back on its category."""
    _, product, quantity, days_supply, category = row
    return OrderLine(product, quantity, days_supply or usual_days(category or product))


def party(row: Row) -> Party:
    """A party of its host."""
    return Party(
        id=row[1],
        on=date.fromisoformat(row[2]),
        at=clock(row[3]),
        zone=row[4],
        kind=PartyKind(row[5]),
        name=row[6],
        goal=row[7],
        booked_on=day(row[8]),
        rewards_on=day(row[9]),
        cancelled_on=day(row[10]),
        invited=row[11],
        answered=row[12],
    )


def membership(row: Row) -> Membership:
    """A spell in the team."""
    return Membership(
        id=row[1],
        joined_on=date.fromisoformat(row[2]),
        joined_at=clock(row[3]),
        zone=row[4],
        raised_hand=bool(row[5]),
        trained_on=day(row[6]),
        launch_on=day(row[7]),
        left_on=day(row[8]),
        goals=row[9],
        note=row[10],
        wants_daily_check=bool(row[11]),
    )


def commitment(row: Row) -> Commitment:
    """A commitment of theirs."""
    return Commitment(
        id=row[1],
        what=CommitmentTo(row[2]),
        by=date.fromisoformat(row[3]),
        words=row[4],
        made_on=day(row[5]),
        status=CommitmentStatus(row[6]),
        closed_on=day(row[7]),
    )


def interest(row: Row) -> Interest:
    """What they would like."""
    return Interest(
        id=row[1],
        scope=Scope(row[2]),
        topic=row[3],
        on=day(row[4]),
        words=row[5],
        raised_hand=bool(row[6]),
        why=row[7],
        ended_on=day(row[8]),
    )


def said_no(row: Row) -> SaidNo:
    """A No of theirs."""
    return SaidNo(row[1], Scope(row[2]), date.fromisoformat(row[3]), row[4], day(row[5]), row[6])


def pause(row: Row) -> LifePause:
    """A time in which something else comes first."""
    return LifePause(row[1], date.fromisoformat(row[2]), date.fromisoformat(row[3]), row[4])


def step_done(row: Row) -> StepDone:
    """A ticked step."""
    return StepDone(PlanKind(row[1]), date.fromisoformat(row[2]), row[3], date.fromisoformat(row[4]))


def batch(name: str, row: Row) -> Batch:
    """A bought list from its columns: vendor, cost, bought, origin, interest from and to, proof, registry, unknown."""
    vendor, cost, bought, origin, since, until, proof, checked, unknown = row
    known = {each.value: each for each in Question}
    return Batch(
        name=name,
        vendor=vendor,
        cost_cents=cost,
        bought_on=day(bought),
        origin=Origin(origin) if origin in set(Origin) else None,
        interest_from=day(since),
        interest_to=day(until),
        consent_proof=proof,
        registry_checked_on=day(checked),
        unknown=frozenset(known[word] for word in unknown.split(",") if word in known),
    )


def day(text: str | None) -> date | None:
    """A date from its column."""
    return date.fromisoformat(text) if text else None


def clock(text: str | None) -> time | None:
    """A time of day from its column."""
    return time.fromisoformat(text) if text else None
