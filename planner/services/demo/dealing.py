"""What the invented people order, host, agree on and wish for, as rows of the book."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from planner.domain.moment import Moment
from planner.services.demo.reading import table
from planner.services.demo.rows import Rows


def add_products(rows: Rows, language: str) -> None:
    """The products on sale."""
    for one in table("dealings", language)["product"]:
        rows.add("product", one["name"], one["category"], one.get("days_supply"), int(one.get("is_seasonal", False)))


def add_order(rows: Rows, person_id: int, on: str, delivered_on: str, thing: str) -> None:
    """One order of somebody's favourite thing."""
    order = rows.add("purchase", person_id, on, delivered_on, "asked")
    if thing:
        rows.add("purchase_line", order, person_id, 0, thing[:1].upper() + thing[1:], 1)


class Dealings:
    """Writes everything but orders for the people whose ids are known."""

    def __init__(self, rows: Rows, ids: Mapping[str, int], now: Moment, language: str) -> None:
        self._rows = rows
        self._ids = ids
        self._now = now
        self._told = table("dealings", language)

    def tell(self) -> None:
        """Every dealing of somebody who is there."""
        for one in self._of("membership"):
            self._membership(one)
        for one in self._told["party"]:
            if one["host"] in self._ids:
                self._party(one)
        for one in self._of("commitment"):
            self._add(
                one, "commitment", one["what"], self._day(one["by"]), one["words"], self._day(one["made"]), "open"
            )
        for one in self._of("interest"):
            said = (one["scope"], one["topic"], self._day(one["ago"]), one.get("words", ""))
            self._add(one, "interest", *said, int(one.get("raised_hand", False)), one.get("why", ""))
        for one in self._of("no"):
            self._add(one, "said_no", one["scope"], self._day(one["ago"]), one["words"])
        for one in self._of("pause"):
            self._add(one, "life_pause", self._day(one["since"]), self._day(one["until"]), one["what"])
        for one in self._told["activity"]:
            self._rows.add("activity", self._day(one["ago"]), one["kind"], one["what"], one["minutes"])

    def wishes(self) -> list[tuple[str, int]]:
        """Wishes and whose they are; they stand in the row of the person."""
        return [(one["wish"], self._ids[one["who"]]) for one in self._of("wish")]

    def _of(self, kind: str) -> list[dict[str, Any]]:
        return [one for one in self._told[kind] if one["who"] in self._ids]

    def _add(self, one: Mapping[str, Any], name: str, *values: object) -> None:
        self._rows.add(name, self._ids[one["who"]], *values)

    def _membership(self, one: Mapping[str, Any]) -> None:
        trained, launch = one.get("trained"), one.get("launch")
        self._add(
            one, "membership", self._day(one["joined"]), one.get("at"), self._now.zone,
            int(one.get("raised_hand", False)), None if trained is None else self._day(trained),
            None if launch is None else self._day(launch), one.get("goals", ""),
        )  # fmt: skip

    def _party(self, one: Mapping[str, Any]) -> None:
        host, on = self._ids[one["host"]], self._day(one["on"])
        party = self._rows.add(
            "party", host, "home", one["name"], on, one["at"], self._now.zone, one.get("goal", ""),
            self._day(one["booked"]),
        )  # fmt: skip
        for name, status in one["guests"]:
            if name in self._ids:
                self._rows.add("party_guest", party, self._ids[name], status)
        for step, ago in one.get("done", ()):
            self._rows.add("plan_step", host, "party", on, step, self._day(ago))

    def _day(self, ago: int) -> str:
        return (self._now.today - timedelta(days=ago)).isoformat()
