"""Turns one invented person into the rows of the book."""

from __future__ import annotations

import unicodedata
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

from planner.domain.moment import Moment
from planner.domain.permission import Basis
from planner.domain.person import SourceKind
from planner.domain.touch import KINDS, Channel, TouchKind
from planner.services.demo.dealing import add_order
from planner.services.demo.reading import table
from planner.services.demo.rows import Rows
from planner.services.demo.sketch import Beat, Sketch, Vow, Yes

HOME = "America/Denver"
_HOURS_SINCE_INQUIRY = 3
_DELIVERED_AFTER = timedelta(days=2)
_RECENT = 20
"""Days: what is older may slip a few days, so that people with the same story differ."""
_YES_WORDS = {
    "c": (Channel.CALL, "“Of course, just call.”|“Call me when there is something new.”|“Yes, evenings are good.”"),
    "t": (Channel.TEXT, "“Text me any time.”|“A text is fine.”|“Texts are easier for me.”"),
    "e": (Channel.EMAIL, "“You can write to me.”|“E-mail is fine for news.”"),
}


class Teller:
    """Writes sketches into rows, always the same for the same seed and the same moment."""

    def __init__(self, rows: Rows, now: Moment, seed: int) -> None:
        self._rows = rows
        self._now = now
        self._seed = seed
        self._streets: list[str] = table("places")["streets"]
        self._ids: dict[str, int] = {}

    def tell(self, sketch: Sketch) -> int:
        """Write everything about one person; returns their id."""
        dice = Random(f"{self._seed} {sketch.name}")
        person_id = self._person(sketch)
        self._ids[sketch.name] = person_id
        self._ways_to_reach(sketch, person_id, dice)
        self._permissions(sketch, person_id, dice)
        self._story(sketch, person_id, dice)
        for vow in sketch.vows:
            self._vow(sketch, person_id, vow)
        for owed in sketch.owed:
            self._rows.add("thank_you", person_id, owed.trigger, self._day(-owed.due), owed.about)
        if sketch.stop is not None:
            self._rows.add(
                "stop_rule", person_id, sketch.stop.channel, self._day(sketch.stop.ago), sketch.stop.words, "them"
            )
        return person_id

    def _day(self, ago: int) -> str:
        return (self._now.today - timedelta(days=ago)).isoformat()

    def _person(self, sketch: Sketch) -> int:
        zone = "" if sketch.place.is_away or self._now.zone == HOME else self._now.zone
        given, _, family = sketch.name.partition(" ")
        until = self._day(-sketch.until) if sketch.until is not None else None
        added = max(sketch.added, sketch.first + 10) if sketch.story and sketch.added > _RECENT else sketch.added
        kind, source = sketch.source
        source_id = self._rows.source(kind, source, self._day(added) if kind is SourceKind.BOUGHT else None)
        person_id = self._rows.add(
            "person", sketch.name, given, family, sketch.call_me, sketch.company, sketch.job, sketch.closeness,
            sketch.stage, until, *self._birthday(sketch.birthday), zone, sketch.how_known, sketch.in_common,
            sketch.life, sketch.remember, self._ids.get(sketch.introduced_by), source_id, sketch.prefers,
            sketch.best_times, sketch.keep_in_touch, int(sketch.is_favourite), self._day(added),
        )  # fmt: skip
        for tag in sketch.tags:
            self._rows.add("tag", person_id, tag)
        return person_id

    def _birthday(self, said: str) -> tuple[int | None, int | None, int | None]:
        if not said:
            return None, None, None
        if said == "today":
            return self._now.today.month, self._now.today.day, None
        *year, month, day = (int(part) for part in said.split("-"))
        return month, day, year[0] if year else None

    def _ways_to_reach(self, sketch: Sketch, person_id: int, dice: Random) -> None:
        place = sketch.place
        if sketch.has_phone:
            line = f"{100 + (1 + self._rows.count('phone')) % 100:04d}"
            typed, e164 = f"({place.area_code}) 555-{line}", f"+1{place.area_code}555{line}"
            self._rows.add("phone", person_id, "mobile", typed, e164, int(sketch.phone_is_wrong))
        if dice.random() < 0.75 and sketch.first:
            self._rows.add("email", person_id, "home", plain_address(sketch.name))
        if dice.random() < 0.7 and sketch.first:
            street = f"{dice.randrange(11, 980)} {dice.choice(self._streets)}"
            self._rows.add("address", person_id, "home", street, place.city, place.region, place.postcode, "US")
        if sketch.social is not None:
            self._rows.add("social", person_id, *sketch.social)

    def _permissions(self, sketch: Sketch, person_id: int, dice: Random) -> None:
        spoken = [
            Yes(channel, dice.choice(words.split("|")), sketch.first)
            for channel, words in (_YES_WORDS[letter] for letter in sketch.yes)
            if not sketch.permissions
        ]
        for one in (*sketch.permissions, *spoken):
            revoked = None if one.revoked is None else self._day(one.revoked)
            place = one.place or ("in conversation" if one.basis is Basis.VERBAL else "")
            self._rows.add(
                "permission", person_id, one.channel, ",".join(one.topics), one.basis, one.words, self._day(one.ago),
                place, revoked, one.revoked_words,
            )  # fmt: skip

    def _story(self, sketch: Sketch, person_id: int, dice: Random) -> None:
        shift = dice.randrange(9)
        if sketch.opening is not None:
            self._opening(person_id, self._now.today - timedelta(days=sketch.first + 9), sketch.opening)
        for beat in sketch.story:
            self._beat(sketch, person_id, beat, shift, dice)

    def _opening(self, person_id: int, on: date, points: int) -> None:
        facts = KINDS[TouchKind.OPENING_BALANCE]
        self._rows.add(
            "touch", person_id, on.isoformat(), None, self._now.zone, TouchKind.OPENING_BALANCE, float(points), None,
            facts.direction, facts.purpose, "", "", 0, 0, f"{on.isoformat()}T12:00:00Z",
        )  # fmt: skip

    def _beat(self, sketch: Sketch, person_id: int, beat: Beat, shift: int, dice: Random) -> None:
        note = dice.choice(beat.note.split("|")).format(thing=sketch.thing, source=sketch.source[1])
        words = dice.choice(beat.words.split("|"))
        facts, waits = KINDS[beat.kind], not beat.at
        if waits:
            local = self._now.local - timedelta(hours=_HOURS_SINCE_INQUIRY)
        else:
            on = self._beat_day(sketch, beat, shift)
            local = datetime.combine(on, time.fromisoformat(beat.at), ZoneInfo(self._now.zone))
        self._rows.add(
            "touch", person_id, local.date().isoformat(), local.strftime("%H:%M"), self._now.zone, beat.kind,
            float(facts.points), beat.channel, facts.direction, facts.purpose, words, note[:1].upper() + note[1:],
            int(waits), int(waits), local.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        )  # fmt: skip
        if beat.kind is TouchKind.BOUGHT:
            on = local.date()
            delivered = min(on + _DELIVERED_AFTER, self._now.today)
            add_order(self._rows, person_id, on.isoformat(), delivered.isoformat(), sketch.thing)

    def _beat_day(self, sketch: Sketch, beat: Beat, shift: int) -> date:
        """The day of a beat: not a Sunday when it is about business."""
        ago = sketch.last + beat.before
        on = self._now.today - timedelta(days=ago + (shift if beat.before > _RECENT else 0))
        is_sunday_business = on.weekday() == 6 and ago > 0 and not sketch.closeness.is_protected
        return on - timedelta(days=1) if is_sunday_business else on

    def _vow(self, sketch: Sketch, person_id: int, vow: Vow) -> None:
        due, at = self._now.today + timedelta(days=vow.due), None
        if vow.is_this_afternoon:
            due, at = this_afternoon(self._now)
        self._rows.add(
            "promise", person_id, vow.kind, due.isoformat(), vow.window, at.strftime("%H:%M") if at else None,
            sketch.place.zone or self._now.zone, vow.channel, vow.reason, vow.words, self._day(vow.made),
        )  # fmt: skip


def this_afternoon(now: Moment) -> tuple[date, time]:
    """Half past two; an hour from now when that is past; half past two tomorrow when the day is over."""
    if now.clock < time(13, 30):
        return now.today, time(14, 30)
    if now.clock < time(18):
        return now.today, time(now.clock.hour + 1, 30 if now.clock.minute >= 30 else 0)
    return now.today + timedelta(days=1), time(14, 30)


def plain_address(name: str) -> str:
    """An e-mail address that belongs to nobody."""
    folded = unicodedata.normalize("NFKD", name.casefold().replace("ł", "l"))
    return "".join(c for c in folded.replace(" ", ".") if c.isascii() and (c.isalpha() or c == ".")) + "@example.com"
