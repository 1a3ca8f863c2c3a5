"""Orders, parties, the team, and what they said they would or would not do, as peewee models (see ``rows``)."""

from __future__ import annotations

from peewee import BooleanField, ForeignKeyField, IntegerField, TextField

from planner.models.rows import InOrder, OfPerson, Person, Row


class Product(Row):
    """Something that is sold, and how long one piece of it lasts."""

    name = TextField(unique=True)
    category = TextField(default="")
    days_supply = IntegerField(null=True)
    is_seasonal = BooleanField(default=False)


class Purchase(OfPerson):
    """An order."""

    on_date = TextField()
    delivered_on = TextField(null=True)
    began = TextField(default="asked")
    total_cents = IntegerField(null=True)
    cooling_off_until = TextField(null=True)
    came_back = TextField(null=True)
    came_back_on = TextField(null=True)
    came_back_why = TextField(default="")
    note = TextField(default="")


class PurchaseLine(InOrder):
    """One product of an order."""

    purchase = ForeignKeyField(Purchase, on_delete="CASCADE")
    product = TextField()
    quantity = IntegerField(default=1)
    days_supply = IntegerField(null=True)


class Party(Row):
    """A get-together and who hosts it."""

    person = ForeignKeyField(Person, null=True, on_delete="SET NULL")
    kind = TextField(default="home")
    name = TextField(default="")
    on_date = TextField()
    at_time = TextField(null=True)
    zone = TextField(default="")
    goal = TextField(default="")
    booked_on = TextField(null=True)
    rewards_on = TextField(null=True)
    cancelled_on = TextField(null=True)
    note = TextField(default="")


class PartyGuest(OfPerson):
    """Somebody invited to a party."""

    party = ForeignKeyField(Party, on_delete="CASCADE")
    status = TextField(default="invited")
    note = TextField(default="")


class Membership(OfPerson):
    """A spell in the user's team."""

    joined_on = TextField()
    joined_at = TextField(null=True)
    zone = TextField(default="")
    raised_hand = BooleanField(default=False)
    trained_on = TextField(null=True)
    launch_on = TextField(null=True)
    left_on = TextField(null=True)
    goals = TextField(default="")
    note = TextField(default="")
    wants_daily_check = BooleanField(default=True)


class Commitment(OfPerson):
    """What they said they would do, and by when."""

    what = TextField()
    by_date = TextField()
    words = TextField(default="")
    made_on = TextField(null=True)
    status = TextField(default="open")
    closed_on = TextField(null=True)


class Interest(OfPerson):
    """What they would like, or asked for themselves."""

    scope = TextField()
    topic = TextField(default="")
    on_date = TextField(null=True)
    words = TextField(default="")
    raised_hand = BooleanField(default=False)
    why = TextField(default="")
    ended_on = TextField(null=True)


class SaidNo(OfPerson):
    """A No to one kind of ask."""

    scope = TextField()
    on_date = TextField()
    words = TextField(default="")
    lifted_on = TextField(null=True)
    lifted_words = TextField(default="")


class LifePause(OfPerson):
    """A time in which no business is right."""

    since = TextField()
    until = TextField()
    what = TextField(default="")


class PlanStep(OfPerson):
    """A ticked step of a plan."""

    plan = TextField()
    anchor_on = TextField()
    step = TextField()
    done_on = TextField()


class Activity(Row):
    """What was done for the business at large."""

    on_date = TextField()
    kind = TextField()
    what = TextField(default="")
    minutes = IntegerField(default=0)
