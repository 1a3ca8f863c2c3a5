"""What the forms read from and write through, handed to each of them by the desk."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from planner.domain.moment import Moment
from planner.domain.zones import Place, ZoneSet, zone_set
from planner.services.drafts import PersonDraft
from planner.services.encounters import Encounters
from planner.services.people import People
from planner.services.permissions import Permissions
from planner.services.preferences import PreferencesStore
from planner.services.promises import Promises
from planner.services.timeline import Timeline
from planner.services.today import Today
from planner.ui.kit import plain_dates


@dataclass(frozen=True, slots=True)
class Services:
    """The services of one book, and the clock."""

    people: People
    timeline: Timeline
    promises: Promises
    permissions: Permissions
    encounters: Encounters
    today: Today
    preferences: PreferencesStore
    clock: Callable[[], Moment]

    @property
    def month_first(self) -> bool:
        """Whether 3/14 is the 14th of March for the user."""
        chosen = self.preferences.load()
        return plain_dates.is_month_first(chosen.country) if chosen.month_first is None else chosen.month_first

    def name_of(self, person_id: int) -> str:
        """What to call somebody in a heading."""
        draft = self.people.draft(person_id)
        ways = [phone.typed for phone in draft.phones] + [email.address for email in draft.emails]
        return draft.call_me or draft.given or draft.name or draft.company or next(iter(ways), "")

    def there(self, draft: PersonDraft) -> Moment:
        """Now on the person's own clock, as far as it is known."""
        now = self.clock()
        zones = zones_of(draft, now.zone)
        return now if zones.is_guessed or not zones.names else Moment(now.utc, zones.names[0])


def zones_of(draft: PersonDraft, own: str) -> ZoneSet:
    """The zones a person may be in."""
    places = [Place(each.region, each.postcode, each.country) for each in draft.addresses]
    numbers = [phone.e164 for phone in draft.phones if phone.e164 and not phone.is_wrong]
    return zone_set(draft.zone, places, numbers, own)
