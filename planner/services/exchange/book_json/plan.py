"""A book file as rows to write: every record checked, every reference found, every id given, nothing written yet."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import takewhile
from typing import Any

from planner.domain.person import Stage
from planner.domain.phone import understand
from planner.services.exchange.book_json import reading
from planner.services.exchange.book_json.defaults import name_parts, touch_defaults, whole_name
from planner.services.exchange.book_json.faults import FaultError, Path, nearest, shortened
from planner.services.exchange.book_json.shape import LISTS, ORDER_LINE, PERSON, POSITIONED, SHORT, SOURCE

_E164 = re.compile(r"\+[1-9]\d{2,14}")
_TOPICS = ("any", "new_things", "get_togethers", "reorder", "business")
_MORE = ("id", "birthday", "source", "introduced_by", "import", "tags", *LISTS)
_ELSEWHERE = {"permissions": ("topics",), "touches": ("promise",), "promises": ("id",), "orders": ("lines",)}
_NAMES = ("name", "given", "middle", "family", "company")

TABLES = (*(table for table, _items in LISTS.values()), "purchase_line")
"""What hangs on a person; lines come with their orders."""

Row = dict[str, Any]
Key = int | str


@dataclass(slots=True)
class Ids:
    """The first free id of every table that gets ids in advance, and whether the file's own ids can stay."""

    person: int
    promise: int
    order: int
    batch: int
    are_kept: bool


@dataclass(slots=True)
class Plan:
    """The rows of a book file by table, ids and references in place."""

    people: list[Row] = field(default_factory=list)
    lists: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in TABLES})
    tags: list[tuple[int, str]] = field(default_factory=list)
    introduced: list[tuple[int, int]] = field(default_factory=list)


class PeoplePlan:
    """Reads the people of a file into a plan."""

    def __init__(self, ids: Ids, country: str, batches: Mapping[Key, int], today: str) -> None:
        self.plan = Plan()
        self.by_key: dict[Key, int] = {}
        self.sources: list[tuple[int, tuple[str, str]]] = []
        self._ids = ids
        self._country = country
        self._batches = batches
        self._today = today
        self.by_name: dict[str, list[int]] = {}
        self._promises: dict[Key, int] = {}
        self._waiting: list[tuple[Path, int, Key]] = []
        self._kept: list[tuple[Path, Row, Key]] = []

    @property
    def known(self) -> dict[Key, int]:
        """Everybody's id by the id they have in the file, or by their name where nobody else bears it."""
        named: dict[Key, int] = {name: ids[0] for name, ids in self.by_name.items() if len(ids) == 1}
        return named | self.by_key

    def read(self, value: Any) -> Plan:
        """The plan for the list of people ``value``. Raises FaultError."""
        people = reading.listed(value, ("people",))
        given = self._given_ids(people)
        following = max([self._ids.person - 1, *given]) + 1
        for index, each in enumerate(people):
            path: Path = ("people", index)
            found = reading.table(each, path)
            key = found.get("id")
            person_id = key if self._ids.are_kept and isinstance(key, int) else following
            following += person_id == following
            if key is not None:
                self.by_key[key] = person_id
            self._person(found, path, person_id)
        self._tie()
        return self.plan

    def _given_ids(self, people: list[Any]) -> list[int]:
        seen: set[Key] = set()
        for index, each in enumerate(people):
            key = each.get("id") if isinstance(each, dict) else None
            if key is None:
                continue
            checked = _key(key, ("people", index, "id"))
            if checked in seen:
                raise FaultError(("people", index, "id"), "json_twice", value=key)
            seen.add(checked)
        return [key for key in seen if isinstance(key, int)] if self._ids.are_kept else []

    def _person(self, found: Row, path: Path, person_id: int) -> None:
        row = reading.record(found, path, PERSON, _MORE)
        self._complete_name(found, row)
        if not any(row[name] for name in _NAMES) and not found.get("phones") and not found.get("emails"):
            raise FaultError(path, "json_nobody")
        row["id"] = person_id
        row["added_on"] = row["added_on"] or self._today
        row["birth_month"], row["birth_day"], row["birth_year"] = None, None, None
        if found.get("birthday") is not None:
            born = reading.birthday(found["birthday"], (*path, "birthday"))
            row["birth_month"], row["birth_day"], row["birth_year"] = born
        row["import_batch_id"] = None
        if found.get("import") is not None:
            row["import_batch_id"] = _looked_up(found["import"], (*path, "import"), self._batches, "import")
        if found.get("source") is not None:
            self.sources.append((person_id, source_of(found["source"], (*path, "source"))))
        if found.get("introduced_by") is not None:
            self._waiting.append(((*path, "introduced_by"), person_id, _key(found["introduced_by"], path)))
        if row["name"]:
            self.by_name.setdefault(row["name"], []).append(person_id)
        self.plan.people.append(row)
        self._tags(found, path, person_id)
        for key in LISTS:
            if found.get(key) is not None:
                self._list(key, found[key], (*path, key), person_id)
        self._complete_stages(row)

    def _complete_stages(self, person: Row) -> None:
        """Where the business stands is known from today on at least; of what the file leaves open nothing is known."""
        rows = self.plan.lists["stage_since"]
        told = sorted(takewhile(lambda each: each["person_id"] == person["id"], reversed(rows)), key=_on)
        if person["stage"] != (told[-1]["stage"] if told else Stage.NEW.value):
            days = [] if told or person["added_on"] >= self._today else [(person["added_on"], None)]
            if told and _on(told[-1]) >= self._today:
                told[-1]["stage"] = person["stage"]
            else:
                days.append((self._today, person["stage"]))
            new = [{"on_date": on, "stage": stage, "person_id": person["id"]} for on, stage in days]
            rows += new
            told += new
        was = Stage.NEW.value
        for each in told:
            each["was"], was = was, each["stage"]

    @staticmethod
    def _complete_name(found: Row, row: Row) -> None:
        """A whole name is taken apart, and parts are put together, unless the file says that the other is empty."""
        if row["name"] and not any(part in found for part in ("given", "middle", "family")):
            row |= {part: text for part, text in name_parts(row["name"]).items() if part not in found}
        elif not row["name"] and "name" not in found:
            row["name"] = whole_name(row)

    def _tags(self, found: Row, path: Path, person_id: int) -> None:
        names = reading.listed(found["tags"], (*path, "tags")) if found.get("tags") is not None else []
        words = [reading.text(name, (*path, "tags", at)) for at, name in enumerate(names)]
        self.plan.tags += [(person_id, word) for word in dict.fromkeys(words) if word]

    def _list(self, key: str, value: Any, path: Path, person_id: int) -> None:
        name, items = LISTS[key]
        more = _ELSEWHERE.get(key, ())
        rows = self.plan.lists[name]
        seen: set[tuple[str, ...]] = set()
        for position, each in enumerate(reading.listed(value, path)):
            here = (*path, position)
            found = {SHORT[key]: each} if key in SHORT and isinstance(each, str) else each
            row = reading.record(found, here, items, more) | {"person_id": person_id}
            if key in POSITIONED:
                row["position"] = position
            _only_once(key, row, here, seen)
            self._finish(key, row, found, here)
            rows.append(row)

    def _finish(self, key: str, row: Row, found: Row, path: Path) -> None:
        """What a record has beside its plain fields."""
        if key == "phones":
            self._number(row, found, path)
        elif key == "permissions":
            row["topics"] = _topics(found.get("topics"), (*path, "topics"))
        elif key == "touches":
            row |= {column: told for column, told in touch_defaults(row).items() if row[column] is None}
            row["promise_id"] = None
            if found.get("promise") is not None:
                self._kept.append(((*path, "promise"), row, _key(found["promise"], (*path, "promise"))))
        elif key == "orders":
            row["id"] = self._ids.order
            self._ids.order += 1
            self._lines(row, found.get("lines") or [], (*path, "lines"))
        elif key == "promises":
            row["id"] = self._ids.promise
            self._ids.promise += 1
            if found.get("id") is not None:
                name = _key(found["id"], (*path, "id"))
                if name in self._promises:
                    raise FaultError((*path, "id"), "json_twice", value=name)
                self._promises[name] = row["id"]

    def _lines(self, order: Row, value: Any, path: Path) -> None:
        """The lines of an order; a product alone may be written as plain text."""
        for position, each in enumerate(reading.listed(value, path)):
            found = {"product": each} if isinstance(each, str) else each
            line = reading.record(found, (*path, position), ORDER_LINE)
            whose = {"purchase_id": order["id"], "person_id": order["person_id"], "position": position}
            self.plan.lists["purchase_line"].append(line | whose)

    def _number(self, row: Row, found: Row, path: Path) -> None:
        if "e164" not in found:
            number = understand(row["typed"], self._country)
            row["e164"], row["extension"] = number.e164, row["extension"] or number.extension
        elif row["e164"] and not _E164.fullmatch(row["e164"]):
            raise FaultError((*path, "e164"), "json_not_e164", value=shortened(row["e164"]))

    def _tie(self) -> None:
        """References that may point forward: who introduced whom, which promise a touch kept."""
        for path, person_id, key in self._waiting:
            named = self.by_name.get(key, ()) if isinstance(key, str) else ()
            owner = self.by_key.get(key) or (named[0] if len(named) == 1 else None)
            if owner is None:
                code = "json_several_people" if named else "json_unknown_person"
                raise FaultError(path, code, value=key, nearest=nearest(str(key), list(self.by_name)))
            if owner == person_id:
                raise FaultError(path, "json_introduces_self", value=key)
            self.plan.introduced.append((owner, person_id))
        for path, row, key in self._kept:
            row["promise_id"] = _looked_up(key, path, self._promises, "promise")


def _on(row: Row) -> str:
    return str(row["on_date"])


def source_of(value: Any, path: Path) -> tuple[str, str]:
    """Kind and name of a source written as ``"referral"`` or ``{"kind": "bought", "name": "May list"}``."""
    row = reading.record({"kind": value} if isinstance(value, str) else value, path, SOURCE[:2])
    return row["kind"], row["name"]


def _only_once(key: str, row: Row, path: Path, seen: set[tuple[str, ...]]) -> None:
    """Days on the list, days of a new stage and ticked steps can each be there once."""
    columns = {
        "listed": ("on_date",),
        "stages": ("on_date",),
        "steps": ("plan", "anchor_on", "step"),
    }.get(key)
    if columns is None:
        return
    mark = tuple(row[column] for column in columns)
    if mark in seen:
        raise FaultError(path if key == "steps" else (*path, "on"), "json_twice", value=mark[-1])
    seen.add(mark)


def _key(value: Any, path: Path) -> Key:
    if isinstance(value, str):
        return reading.text(value, path)
    return reading.whole(value, path, 1)


def _looked_up(value: Any, path: Path, known: Mapping[Key, int], what: str) -> int:
    found = known.get(_key(value, path))
    if found is None:
        raise FaultError(path, "json_unknown_reference", value=value, what=what)
    return found


def _topics(value: Any, path: Path) -> str:
    if value is None:
        return "any"
    words = reading.listed(value, path)
    for at, word in enumerate(words):
        if word not in _TOPICS:
            raise reading.not_allowed(word, (*path, at), _TOPICS)
    return ",".join(dict.fromkeys(words)) or "any"
