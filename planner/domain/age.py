"""Whether somebody is under eighteen (G18)."""

from __future__ import annotations

from datetime import date

from planner.domain import birthday
from planner.domain.person import Facts

OF_AGE = 18


def is_minor(facts: Facts, today: date) -> bool:
    """Said to be under eighteen, or born less than eighteen years ago; a birth year outweighs what was said."""
    born = facts.birthday
    if born is None or born.year is None:
        return facts.is_minor
    this_year = birthday.kept_on(born, today.year)
    had_it = this_year is None or this_year <= today
    return today.year - born.year - (not had_it) < OF_AGE
