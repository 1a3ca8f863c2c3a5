"""What the forms read from and write through; the desk's own services fit."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from planner.domain.moment import Moment
from planner.domain.zones import Place, ZoneSet, zone_set
from planner.services.draft_rows import goes_by
from planner.ui.kit import plain_dates
from planner.ui.kit.isolating import isolated

if TYPE_CHECKING:
    from planner.services.activities import Activities
    from planner.services.commitments import Commitments
    from planner.services.delays import Delays
    from planner.services.drafts import PersonDraft
    from planner.services.encounters import Encounters
    from planner.services.interests import Interests
    from planner.services.introductions import Introductions
    from planner.services.listing import Listing
    from planner.services.orders import Orders
    from planner.services.parties import Parties
    from planner.services.pauses import Pauses
    from planner.services.people import People
    from planner.services.permissions import Permissions
    from planner.services.preferences import PreferencesStore
    from planner.services.products import Products
    from planner.services.promises import Promises
    from planner.services.sources import Sources
    from planner.services.team import Team
    from planner.services.timeline import Timeline
    from planner.services.today import Today


class Services(Protocol):
    """The services of one book, and the clock."""

    @property
    def clock(self) -> Callable[[], Moment]:
        """What time it is."""

    @property
    def preferences(self) -> PreferencesStore:
        """What the user chose."""

    @property
    def people(self) -> People:
        """People, one by one."""

    @property
    def timeline(self) -> Timeline:
        """What happened."""

    @property
    def promises(self) -> Promises:
        """What was promised."""

    @property
    def permissions(self) -> Permissions:
        """What people allowed."""

    @property
    def encounters(self) -> Encounters:
        """A person with their yes, a talk with its ending."""

    @property
    def orders(self) -> Orders:
        """What people ordered."""

    @property
    def products(self) -> Products:
        """What is sold."""

    @property
    def team(self) -> Team:
        """Who works with the user."""

    @property
    def activities(self) -> Activities:
        """What was done for the business at large."""

    @property
    def parties(self) -> Parties:
        """Get-togethers."""

    @property
    def commitments(self) -> Commitments:
        """What people said they would do."""

    @property
    def interests(self) -> Interests:
        """What people would like, and what they would not."""

    @property
    def pauses(self) -> Pauses:
        """Times in which business rests."""

    @property
    def introductions(self) -> Introductions:
        """Who brings whom together."""

    @property
    def sources(self) -> Sources:
        """Where people came from, and bought lists."""

    @property
    def listing(self) -> Listing:
        """Everybody, to choose from."""

    @property
    def today(self) -> Today:
        """The next right move of each."""

    @property
    def delays(self) -> Delays:
        """What waits for another day."""


def month_first(services: Services) -> bool:
    """Whether 3/14 is the 14th of March for the user."""
    chosen = services.preferences.load()
    return plain_dates.goes_month_first(chosen.month_first, chosen.country)


def name_of(services: Services, person_id: int) -> str:
    """What to call somebody in a heading."""
    return isolated(goes_by(services.people.draft(person_id)))


def there(services: Services, draft: PersonDraft) -> Moment:
    """Now on the person's own clock, as far as it is known."""
    now = services.clock()
    zones = zones_of(draft, now.zone)
    return now if zones.is_guessed or not zones.names else Moment(now.utc, zones.names[0])


def zones_of(draft: PersonDraft, own: str) -> ZoneSet:
    """The zones a person may be in."""
    places = [Place(each.region, each.postcode, each.country) for each in draft.addresses]
    numbers = [phone.e164 for phone in draft.phones if phone.e164 and not phone.is_wrong]
    return zone_set(draft.zone, places, numbers, own)
