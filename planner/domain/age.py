"""Whether somebody is under eighteen (G18)."""

from __future__ import annotations

from datetime import date

from planner.domain.person import Facts

OF_AGE = 18


def is_minor(facts: Facts, today: date) -> bool:
    """Said to be under eighteen, or born less than eighteen years ago; a birth year outweighs what was said.

    Whoever was born on 29 February comes of age on 1 March, whenever they keep their birthday.
    """
    born = facts.birthday
    if born is None or born.year is None:
        return facts.is_minor
    had_it = (born.month, born.day) <= (today.month, today.day)
    return today.year - born.year - (not had_it) < OF_AGE
