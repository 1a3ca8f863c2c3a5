"""What pictures show of orders, the team, parties, wishes and bought lists, written into the sample book."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time, timedelta

from planner.domain.activity import ActivityKind
from planner.domain.batch import Question
from planner.domain.commitment import CommitmentTo
from planner.domain.interest import Scope
from planner.domain.order import CameBack, OrderBegan, OrderLine
from planner.domain.party import GuestStatus
from planner.domain.permission import StopRule
from planner.domain.person import Birthday, Closeness, SourceKind
from planner.domain.plan_step import PlanKind
from planner.domain.team_plan import TeamStep
from planner.domain.touch import KINDS, Channel, TouchKind
from planner.services.activities import ActivityDraft
from planner.services.commitments import CommitmentDraft
from planner.services.drafts import PersonDraft, PhoneDraft
from planner.services.interests import InterestDraft
from planner.services.open_book import OpenBook
from planner.services.orders import OrderDraft
from planner.services.parties import Guest, PartyDraft
from planner.services.products import ProductDraft
from planner.services.team import MembershipDraft
from planner.services.timeline import Entry

SIGNATURE = (
    "Thank you for the sample, do call me about the party.\n\nBest regards\nCarol Whitfield\n"
    "Office Manager, Alder Dental Group\n14 Alder St\nDenver, CO 80202\n(303) 555-0142 | Cell 303 555 0187\n"
    "carol.whitfield@example.com"
)
"""A mail as one would paste it; its first number is Maria's."""


def orders(services: OpenBook, person_id: int) -> int:
    """An order on its way, and one that came back, whose id is the answer; two products in the list."""
    now = services.clock()
    lines = (OrderLine("Night serum", 2), OrderLine("Rose candle"))
    new = OrderDraft(now.today - timedelta(days=1), None, OrderBegan.PARTY, lines, 8450, may_change_mind=True)
    old = replace(new, on=now.today - timedelta(days=60), came_back=CameBack.RETURNED)
    came_back = services.orders.place(person_id, old, now)
    services.orders.place(person_id, new, now)
    services.products.save(None, ProductDraft("Night serum", "serum", 45), now)
    services.products.save(None, ProductDraft("Winter tea", "tea", is_seasonal=True), now)
    return came_back


def new_member(services: OpenBook, person_id: int) -> None:
    """Somebody on their second day in the team."""
    now = services.clock()
    joined = MembershipDraft(now.today - timedelta(days=1), raised_hand=True, goals="a kitchen of my own by summer")
    services.team.join(person_id, joined, now)
    day = joined.joined_on
    services.team.tick_step(person_id, PlanKind.TEAM, day, TeamStep.WELCOME.value, day, now)


def activity(services: OpenBook) -> None:
    """A post of today."""
    now = services.clock()
    services.activities.note(ActivityDraft(now.today, ActivityKind.ATTRACT, "Posted about winter skin", 20), now)


def said_much(services: OpenBook, person_id: int) -> StopRule:
    """Somebody with a wish, a No, a commitment, a pause, a party, and a stop nobody has understood yet."""
    now = services.clock()
    services.interests.say_no(person_id, Scope.JOIN, "it is not for me", date(2024, 10, 3), now)
    services.interests.note(
        person_id, InterestDraft(Scope.BUY, "lavender candles", "for the guest room", raised_hand=True), now
    )
    by = now.today + timedelta(days=10)
    services.commitments.note(person_id, CommitmentDraft(CommitmentTo.DECIDE, by, "after payday"), now)
    services.pauses.begin(person_id, "their mother is in hospital", None, now)
    party(services, person_id)
    services.permissions.stop(person_id, Channel.TEXT, "please quit texting me", now)
    return services.people.view(person_id).stops[-1]


def party(services: OpenBook, host_id: int) -> int:
    """A party with guests who have answered, and some who have not."""
    now = services.clock()
    found = [person_id for person_id, _name in services.listing.hits("", now, 4) if person_id != host_id]
    answers = (GuestStatus.COMING, GuestStatus.INVITED, GuestStatus.DECLINED)
    guests = tuple(Guest(person_id, status=status) for person_id, status in zip(found, answers, strict=False))
    on = now.today + timedelta(days=4)
    return services.parties.book(PartyDraft(on, time(14), name="Christmas tea", host_id=host_id, guests=guests), now)


def fond_customer(services: OpenBook, person_id: int) -> None:
    """Somebody who ordered three times and recommended the user lately."""
    now = services.clock()
    for days in (150, 90, 20):
        lines = (OrderLine("Night serum"),)
        services.orders.place(person_id, OrderDraft(now.today - timedelta(days=days), lines=lines), now)
        _log(services, person_id, TouchKind.GIFT, days)
    _log(services, person_id, TouchKind.HELPED_ME, 9, "testimonial")


def asked_too_often(services: OpenBook, person_id: int) -> None:
    """Nine asks in as many weeks."""
    for weeks in range(1, 10):
        _log(services, person_id, TouchKind.ASK_BUY, 7 * weeks)


def friend(services: OpenBook, introducer_id: int) -> int:
    """A friend with much of their life, introduced by one and introducing another."""
    now = services.clock()
    draft = PersonDraft(
        name="Ines Duarte",
        closeness=Closeness.FRIEND,
        introduced_by_id=introducer_id,
        phones=(PhoneDraft("303 555 0196", "mobile"),),
        birthday=Birthday(12, 9, 1979),
        remember="Ask about the allotment.",
        life="Her father moved in with them in August; she sings in the choir on Thursdays and is tired.",
        in_common="choir, tomatoes",
        how_known="the choir at St Anne\u2019s",
        wish="an evening off",
        opening_balance=18,
    )
    person_id = services.people.add(draft, now)
    services.introductions.made(person_id, now.today - timedelta(days=200), now)
    services.people.add(PersonDraft(name="Dolores Pratt", introduced_by_id=person_id), now)
    for days, kind in ((3, TouchKind.CONVERSATION), (40, TouchKind.CARD_WRITTEN), (90, TouchKind.HELPED_ME)):
        _log(services, person_id, kind, days)
    return person_id


def long_history(services: OpenBook, person_id: int, count: int) -> None:
    """Years of small things, a few of each week."""
    now = services.clock()
    kinds = (TouchKind.USEFUL_INFO, TouchKind.ASK_BUY, TouchKind.CARD_WRITTEN, TouchKind.CONVERSATION, TouchKind.NOTE)
    topics = ("winter skin", "rose candle", "the recital", "a new recipe")
    rows = [
        (
            person_id,
            (now.today - timedelta(days=number)).isoformat(),
            (kind := kinds[number % len(kinds)]).value,
            KINDS[kind].points,
            topics[number % len(topics)],
            now.today.isoformat(),
        )
        for number in range(count)
    ]
    with services.book.quietly():
        services.book.run_many(
            "INSERT INTO touch (person_id, on_date, kind, points, topic, direction, purpose, entered_at)"
            " VALUES (?, ?, ?, ?, ?, 'me', 'relationship', ?)",
            rows,
        )


def long_words(services: OpenBook, person_id: int) -> None:
    """Entries whose words are long and have no place to break."""
    now = services.clock()
    words = "Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunterbeamtengesellschaft"
    for kind in (TouchKind.ASK_BUY, TouchKind.ASK_HOST, TouchKind.GIFT, TouchKind.NOTE):
        services.timeline.log(person_id, Entry(kind, now.today, words=words, note=f"{words} {words}"), now)


def _log(services: OpenBook, person_id: int, kind: TouchKind, days_ago: int, topic: str = "") -> None:
    now = services.clock()
    services.timeline.log(person_id, Entry(kind, now.today - timedelta(days=days_ago), topic=topic), now)


def bought_list(services: OpenBook) -> int:
    """A bought list of some people, with half of its questions answered; answers its id."""
    now = services.clock()
    draft = PersonDraft(closeness=Closeness.STRANGER, source_kind=SourceKind.BOUGHT, source_name="Leads Inc, November")
    for number in range(6):
        phone = PhoneDraft(f"303 555 014{number}")
        services.people.add(replace(draft, name=f"Robin Doe {number + 1}", phones=(phone,)), now)
    source_id = services.people.ensure_source(SourceKind.BOUGHT, "Leads Inc, November")
    batch = services.sources.bought_list(source_id).batch
    unknown = frozenset({Question.INTEREST})
    answers = replace(batch, vendor="Leads Inc", cost_cents=25_000, bought_on=now.today, unknown=unknown)
    services.sources.save_checklist(source_id, answers, now)
    return source_id
