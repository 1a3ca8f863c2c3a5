"""How long a piece of something usually lasts, by the kind of thing it is (rules D6.4); data with its source."""

from __future__ import annotations

from functools import lru_cache

from planner.domain.rulebook import table


@lru_cache(maxsize=512)
def usual_days(what: str) -> int | None:
    """Days of supply of one piece of a category or a product named after one; None where nothing runs out."""
    words = what.casefold()
    for row in table("shelf_life")["rows"]:
        if any(word in words for word in row["words"]):
            days: int | None = row["days"]
            return days
    return None
