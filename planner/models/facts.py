"""The rows from which the rules learn about people: one query for each subject, for many people at once."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planner.models.book import Book
from planner.models.listing import called

Rows = list[tuple[Any, ...]]

_PEOPLE = f"""
SELECT p.id, {called("p")}, p.call_me, p.closeness, p.stage, p.stage_until, p.birth_month, p.birth_day, p.zone,
       p.preferred_channel, p.keep_in_touch_days, p.is_deceased, p.archived_on, p.added_on,
       s.kind, s.name, s.is_locked, p.birth_year, p.leap_rule,
       p.fact, p.good_reason, p.opening_line, p.voicemail_plan, p.good_ending, p.wish, p.consultant, p.is_minor,
       p.is_wanted_on_team, p.is_no_fit, p.introduced_by_id, i.name, p.introduced_on,
       s.vendor, s.cost_cents, s.bought_on, s.origin, s.interest_from, s.interest_to, s.consent_proof,
       s.dnc_checked_on, s.unknown, p.import_batch_id IS NULL
FROM person p LEFT JOIN source s ON s.id = p.source_id LEFT JOIN person i ON i.id = p.introduced_by_id
WHERE p.id IN (?)"""
_PHONES = """
SELECT person_id, typed, e164, label, is_wrong, is_fax, registry, registry_on, extension
FROM phone WHERE person_id IN (?) ORDER BY person_id, position, id"""
_TOUCHES = """
SELECT person_id, id, on_date, kind, points, channel, direction, purpose, at_time, zone, topic, words, note,
       wants_answer, expects_call, promise_id
FROM touch WHERE person_id IN (?) ORDER BY person_id, on_date, id"""
_PROMISES = """
SELECT person_id, id, kind, due_on, window, at_time, zone, channel, reason, words, made_on, status, closed_on
FROM promise WHERE person_id IN (?) ORDER BY person_id, due_on, id"""
_PERMISSIONS = """
SELECT person_id, id, channel, topics, basis, words, given_on, place, expires_on, revoked_on, revoked_words
FROM permission WHERE person_id IN (?) ORDER BY person_id, id"""
_STOPS = """
SELECT person_id, id, channel, on_date, words, asked_by, meant, at_time
FROM stop_rule WHERE person_id IN (?) ORDER BY id"""
_THANKS = "SELECT person_id, id, trigger_kind, due_on, about, done_on FROM thank_you WHERE person_id IN (?) ORDER BY id"
_ORDERS = """
SELECT person_id, id, on_date, delivered_on, began, total_cents, cooling_off_until, came_back, came_back_on,
       came_back_why
FROM purchase WHERE person_id IN (?) ORDER BY person_id, on_date, id"""
_ORDER_LINES = """
SELECT line.purchase_id, line.product, line.quantity, ifnull(line.days_supply, product.days_supply), product.category
FROM purchase_line line LEFT JOIN product ON product.name = line.product
WHERE line.person_id IN (?) ORDER BY line.purchase_id, line.position, line.id"""
_PARTIES = """
SELECT person_id, id, on_date, at_time, zone, kind, name, goal, booked_on, rewards_on, cancelled_on,
       (SELECT count(*) FROM party_guest WHERE party_id = party.id),
       (SELECT count(*) FROM party_guest WHERE party_id = party.id AND status <> 'invited')
FROM party WHERE person_id IN (?) ORDER BY person_id, on_date, id"""
_MEMBERSHIPS = """
SELECT person_id, id, joined_on, joined_at, zone, raised_hand, trained_on, launch_on, left_on, goals, note,
       wants_daily_check
FROM membership WHERE person_id IN (?) ORDER BY person_id, joined_on, id"""
_COMMITMENTS = """
SELECT person_id, id, what, by_date, words, made_on, status, closed_on
FROM commitment WHERE person_id IN (?) ORDER BY person_id, by_date, id"""
_INTERESTS = """
SELECT person_id, id, scope, topic, on_date, words, raised_hand, why, ended_on
FROM interest WHERE person_id IN (?) ORDER BY person_id, id"""
_NOES = """
SELECT person_id, id, scope, on_date, words, lifted_on, lifted_words
FROM said_no WHERE person_id IN (?) ORDER BY person_id, on_date, id"""
_PAUSES = (
    "SELECT person_id, id, since, until, what FROM life_pause WHERE person_id IN (?) ORDER BY person_id, since, id"
)
_STEPS = "SELECT person_id, plan, anchor_on, step, done_on FROM plan_step WHERE person_id IN (?) ORDER BY person_id, id"
_NETWORKS = "SELECT person_id, network FROM social WHERE person_id IN (?) ORDER BY position, id"
_HOUSEMATES = """
SELECT DISTINCT mine.person_id, other.person_id, me.name, person.name, person.closeness, person.stage
FROM phone mine JOIN phone other ON other.e164 = mine.e164 AND other.person_id <> mine.person_id
JOIN person ON person.id = other.person_id JOIN person me ON me.id = mine.person_id
WHERE mine.person_id IN (?) AND mine.e164 <> '' AND other.e164 <> '' AND NOT mine.is_wrong AND NOT other.is_wrong
  AND person.removed_on IS NULL AND NOT person.is_deceased
ORDER BY mine.person_id, other.person_id"""
_PLACES = "SELECT person_id, region, postcode, country FROM address WHERE person_id IN (?) ORDER BY position, id"
_TAGS = "SELECT person_id, name FROM tag WHERE person_id IN (?) ORDER BY name"
_LISTED = "SELECT person_id, on_date FROM listed WHERE person_id IN (?)"
_WAYS = """
WITH wanted(id) AS (SELECT id FROM person WHERE id IN (?))
SELECT id, 'email' FROM wanted WHERE EXISTS (SELECT 1 FROM email WHERE person_id = wanted.id AND NOT is_wrong)
UNION ALL SELECT id, 'social' FROM wanted WHERE EXISTS (SELECT 1 FROM social WHERE person_id = wanted.id)
UNION ALL SELECT id, 'address' FROM wanted
  WHERE EXISTS (SELECT 1 FROM address WHERE person_id = wanted.id AND street <> '')"""

_STRANGERS = """
SELECT (SELECT lower(network) FROM social WHERE person_id = touch.person_id ORDER BY position, id LIMIT 1), on_date,
       touch.person_id
FROM touch JOIN person ON person.id = touch.person_id
WHERE on_date >= ? AND channel = 'social' AND direction = 'me' AND person.closeness IN ('stranger', 'acquaintance')
  AND NOT EXISTS (SELECT 1 FROM touch earlier WHERE earlier.person_id = touch.person_id
                  AND earlier.direction = 'them' AND earlier.on_date <= touch.on_date)"""


def people(book: Book, ids: Sequence[int]) -> Rows:
    """The person and the source they came from."""
    return _of(book, _PEOPLE, ids)


def phones(book: Book, ids: Sequence[int]) -> Rows:
    """Numbers, the preferred first."""
    return _of(book, _PHONES, ids)


def touches(book: Book, ids: Sequence[int]) -> Rows:
    """The timeline, oldest first."""
    return _of(book, _TOUCHES, ids)


def promises(book: Book, ids: Sequence[int]) -> Rows:
    """Promises in all states, by date."""
    return _of(book, _PROMISES, ids)


def permissions(book: Book, ids: Sequence[int]) -> Rows:
    """What they said yes to, and took back."""
    return _of(book, _PERMISSIONS, ids)


def stops(book: Book, ids: Sequence[int]) -> Rows:
    """What they asked the user to leave be."""
    return _of(book, _STOPS, ids)


def thank_yous(book: Book, ids: Sequence[int]) -> Rows:
    """Thank-yous owed and said."""
    return _of(book, _THANKS, ids)


def places(book: Book, ids: Sequence[int]) -> Rows:
    """Region, postcode and country of each address."""
    return _of(book, _PLACES, ids)


def tags(book: Book, ids: Sequence[int]) -> Rows:
    """Tags by name."""
    return _of(book, _TAGS, ids)


def listed(book: Book, ids: Sequence[int]) -> Rows:
    """The days on which somebody stood on the list."""
    return _of(book, _LISTED, ids)


def ways(book: Book, ids: Sequence[int]) -> Rows:
    """Which other ways lead to somebody: e-mail, social networks, post."""
    return _of(book, _WAYS, ids)


def orders(book: Book, ids: Sequence[int]) -> Rows:
    """Orders, oldest first."""
    return _of(book, _ORDERS, ids)


def order_lines(book: Book, ids: Sequence[int]) -> Rows:
    """The lines of these people's orders, each beginning with the order's id; what a product is known to last."""
    return _of(book, _ORDER_LINES, ids)


def parties(book: Book, ids: Sequence[int]) -> Rows:
    """Parties these people host, with the number of guests and of those who have answered."""
    return _of(book, _PARTIES, ids)


def memberships(book: Book, ids: Sequence[int]) -> Rows:
    """Spells in the team, oldest first."""
    return _of(book, _MEMBERSHIPS, ids)


def commitments(book: Book, ids: Sequence[int]) -> Rows:
    """What they said they would do, in all states, by date."""
    return _of(book, _COMMITMENTS, ids)


def interests(book: Book, ids: Sequence[int]) -> Rows:
    """What they would like, and the hands they raised."""
    return _of(book, _INTERESTS, ids)


def noes(book: Book, ids: Sequence[int]) -> Rows:
    """What they said No to, oldest first."""
    return _of(book, _NOES, ids)


def pauses(book: Book, ids: Sequence[int]) -> Rows:
    """Times in which no business is right."""
    return _of(book, _PAUSES, ids)


def steps_done(book: Book, ids: Sequence[int]) -> Rows:
    """Ticked steps of plans."""
    return _of(book, _STEPS, ids)


def networks(book: Book, ids: Sequence[int]) -> Rows:
    """The social networks they are on, the preferred first."""
    return _of(book, _NETWORKS, ids)


def housemates(book: Book, ids: Sequence[int]) -> Rows:
    """Who else in the book has one of their numbers: the other's id, both names, closeness and stage of the other."""
    return _of(book, _HOUSEMATES, ids)


def calls_to(book: Book, ids: Sequence[int], since: str) -> Rows:
    """The days since then on which the user rang these people."""
    blanks = ",".join("?" * len(ids))
    return book.rows(
        f"""SELECT DISTINCT person_id, on_date FROM touch WHERE person_id IN ({blanks}) AND on_date >= ?
            AND direction = 'me' AND channel IN ('call', 'voicemail', 'video')""",
        (*ids, since),
    )


def strangers_written(book: Book, since: str) -> Rows:
    """Network and day of every first message since then to somebody who was a stranger, with whose it was (G12)."""
    return book.rows(_STRANGERS, (since,))


def _of(book: Book, sql: str, ids: Sequence[int]) -> Rows:
    """The rows of these people; every row but a person's own begins with the person's id."""
    return book.rows(sql.replace("(?)", f"({','.join('?' * len(ids))})"), ids)
