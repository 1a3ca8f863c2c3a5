"""Sentences for everything that the services hand up as data."""

from planner.ui.kit.wording.agreements import (
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
from planner.ui.kit.wording.errors import error
from planner.ui.kit.wording.moves import action, action_line, band, headline, late_by, next_step, opens_line, when_line
from planner.ui.kit.wording.people import birthday, closeness, relationship, source, source_kind, stage
from planner.ui.kit.wording.reasons import because
from planner.ui.kit.wording.steps import step_done
from planner.ui.kit.wording.touches import by_channel, channel, direction, level, side, touch_kind

__all__ = [
    "action",
    "action_line",
    "band",
    "basis",
    "because",
    "birthday",
    "by_channel",
    "channel",
    "channel_or_any",
    "closeness",
    "direction",
    "due",
    "error",
    "headline",
    "late_by",
    "level",
    "may",
    "may_not",
    "next_step",
    "opens_line",
    "permission_line",
    "promise_kind",
    "promise_line",
    "promise_status",
    "relationship",
    "side",
    "source",
    "source_kind",
    "stage",
    "step_done",
    "stop_line",
    "thanks_for",
    "thanks_line",
    "topic",
    "touch_kind",
    "when_line",
    "window",
]
