"""Sentences for everything that the services hand up as data.

Each module is imported when the first of its words is asked for: the first frame needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from planner.ui.kit.wording.agreed import (
        commitment_line,
        guest_status,
        homework_line,
        homework_short,
        interest_below,
        interest_line,
        meant,
        no_below,
        no_line,
        origin,
        party_below,
        party_kind,
        party_line,
        party_name,
        party_step,
        pause_line,
        question,
        quoted,
        registry,
        scope,
        will,
    )
    from planner.ui.kit.wording.agreements import (
        ask_again,
        basis,
        channel_or_any,
        due,
        may,
        may_not,
        permission_line,
        promise_kind,
        promise_line,
        promise_status,
        stop_line,
        thanks_for,
        thanks_line,
        topic,
        window,
    )
    from planner.ui.kit.wording.calling import call_word
    from planner.ui.kit.wording.days import (
        banner,
        day_off,
        day_told,
        fresh_start_holds,
        fresh_start_offer,
        lanes,
        next_line,
        nobody,
    )
    from planner.ui.kit.wording.dealings import (
        activity_kind,
        came_back,
        lasts,
        order_began,
        order_below,
        order_line,
        runs_low,
        team_line,
        team_step,
    )
    from planner.ui.kit.wording.errors import error
    from planner.ui.kit.wording.explaining import explanation
    from planner.ui.kit.wording.facts import short_name
    from planner.ui.kit.wording.moves import (
        action,
        action_line,
        band,
        headline,
        late_by,
        next_step,
        opens_line,
        when_line,
    )
    from planner.ui.kit.wording.people import birthday, closeness, relationship, source, source_kind, stage
    from planner.ui.kit.wording.reasons import because
    from planner.ui.kit.wording.steps import step_done
    from planner.ui.kit.wording.touches import about, by_channel, channel, direction, level, side, touch_kind

_MODULES = (
    "people",
    "touches",
    "moves",
    "calling",
    "days",
    "agreed",
    "agreements",
    "dealings",
    "errors",
    "reasons",
    "steps",
    "explaining",
    "facts",
)
__all__ = [
    "about",
    "action",
    "action_line",
    "activity_kind",
    "ask_again",
    "band",
    "banner",
    "basis",
    "because",
    "birthday",
    "by_channel",
    "call_word",
    "came_back",
    "channel",
    "channel_or_any",
    "closeness",
    "commitment_line",
    "day_off",
    "day_told",
    "direction",
    "due",
    "error",
    "explanation",
    "fresh_start_holds",
    "fresh_start_offer",
    "guest_status",
    "headline",
    "homework_line",
    "homework_short",
    "interest_below",
    "interest_line",
    "lanes",
    "lasts",
    "late_by",
    "level",
    "may",
    "may_not",
    "meant",
    "next_line",
    "next_step",
    "no_below",
    "no_line",
    "nobody",
    "opens_line",
    "order_began",
    "order_below",
    "order_line",
    "origin",
    "party_below",
    "party_kind",
    "party_line",
    "party_name",
    "party_step",
    "pause_line",
    "permission_line",
    "promise_kind",
    "promise_line",
    "promise_status",
    "question",
    "quoted",
    "registry",
    "relationship",
    "runs_low",
    "scope",
    "short_name",
    "side",
    "source",
    "source_kind",
    "stage",
    "step_done",
    "stop_line",
    "team_line",
    "team_step",
    "thanks_for",
    "thanks_line",
    "topic",
    "touch_kind",
    "when_line",
    "will",
    "window",
]


def __getattr__(name: str) -> Any:
    for module in _MODULES if name in __all__ else ():
        words = getattr(import_module(f"{__name__}.{module}"), name, None)
        if words is not None:
            globals()[name] = words
            return words
    raise AttributeError(name)
