"""The one error a person is meant to read."""

from __future__ import annotations

from typing import Any


class PlannerError(Exception):
    """Something the user can mend, named by a code and its facts.

    The words for ``code`` live in ``planner.ui.kit.wording``; ``facts`` fill its blanks.
    """

    def __init__(self, code: str, **facts: Any) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        shown = ", ".join(f"{key}={value!r}" for key, value in self.facts.items())
        return f"{self.code}({shown})"
