"""The next right move for one person: the first row of rules D7 that matches, shaped by the guards."""

from __future__ import annotations

from collections.abc import Callable

from planner.domain.case import Case
from planner.domain.method import Method
from planner.domain.moment import Moment
from planner.domain.move import Move
from planner.domain.person import Facts
from planner.domain.rows import (
    after_order,
    asked,
    asks,
    following,
    kindness,
    plans,
    promised,
    their_word,
    touch,
    waiting,
)
from planner.domain.shaping import shape

Row = Callable[[Case], Move | None]

ROWS: tuple[tuple[str, Row], ...] = (
    ("D7.0", waiting.put_away),
    ("D7.1", waiting.stop_all),
    ("D7.2", promised.callback_open_now),
    ("D7.3", asked.inquiry_fresh),
    ("D7.4", promised.promise_missed),
    ("D7.4b", asked.inquiry_kept_waiting),
    ("D7.5", asked.problem_open),
    ("D7.2b", promised.callback_later_today),
    ("D7.1b", waiting.business_stopped),
    ("D7.6", waiting.care_only),
    ("D7.7", plans.welcome_step),
    ("D7.8", plans.host_step),
    ("D7.9", their_word.their_date),
    ("D7.10", kindness.birthday_kept),
    ("D7.11", kindness.thanks_owed),
    ("D7.12", waiting.said_no_or_not_now),
    ("D7.13", after_order.check_in_due),
    ("D7.14", after_order.reorder_due),
    ("D7.9b", their_word.their_date_waits),
    ("D7.16b", asked.inquiry_of_long_ago),
    ("D7.15", following.next_step_missing),
    ("D7.16", following.follow_up_reached),
    ("D7.20b", touch.introduction_first),
    ("D7.17", following.attempt_due),
    ("D7.18", touch.keep_in_touch_due),
    ("D7.19", asks.ask_is_open),
    ("D7.20", touch.number_missing),
    ("D7.21", touch.first_call),
    ("D7.22", waiting.all_is_well),
)
"""Rules D7 from top to bottom; a second letter marks the part of a row that has another place."""

_DEFAULTS = Method()


def decide(facts: Facts, now: Moment, method: Method = _DEFAULTS, home: str = "US") -> Move:
    """The one next right move for this person now; ``home`` is the user's country.

    The same facts at the same moment give the same move.
    """
    return decide_case(Case.of(facts, now, method, home))


def decide_case(case: Case) -> Move:
    """The move for a person whose facts are read already."""
    return shape(case, next(move for _, row in ROWS if (move := row(case)) is not None))
