"""The tables as peewee models, for single edits and for scripts; long lists come as raw rows (``Book.rows``).

``steps`` holds the history of the tables, this is what it has come to: a test compares the two column by column.
Days, times and instants are ISO text here too; the services turn them into dates.
"""

from __future__ import annotations

from peewee import AutoField, BooleanField, FloatField, ForeignKeyField, IntegerField, Model, TextField


class Row(Model):
    """A row with an id that is never used twice."""

    id = AutoField()

    class Meta:
        """One word with underscores for a name of two."""

        legacy_table_names = False


class Source(Row):
    """Where people come from: a fair, a friend's word, a bought batch."""

    kind = TextField()
    name = TextField(default="")
    vendor = TextField(default="")
    cost_cents = IntegerField(null=True)
    bought_on = TextField(null=True)
    origin = TextField(default="")
    interest_from = TextField(null=True)
    interest_to = TextField(null=True)
    consent_proof = TextField(default="")
    dnc_checked_on = TextField(null=True)
    is_locked = BooleanField(default=False)
    unknown = TextField(default="")


class ImportBatch(Row):
    """One file that was brought in."""

    file_name = TextField()
    sha256 = TextField()
    format = TextField()
    imported_at = TextField()
    source = ForeignKeyField(Source, null=True, on_delete="SET NULL")
    people = IntegerField(default=0)
    skipped = IntegerField(default=0)


class Person(Row):
    """Somebody in the book."""

    name = TextField(default="")
    given = TextField(default="")
    middle = TextField(default="")
    family = TextField(default="")
    prefix = TextField(default="")
    suffix = TextField(default="")
    call_me = TextField(default="")
    company = TextField(default="")
    job = TextField(default="")
    department = TextField(default="")
    closeness = TextField(default="acquaintance")
    stage = TextField(default="new")
    stage_until = TextField(null=True)
    birth_month = IntegerField(null=True)
    birth_day = IntegerField(null=True)
    birth_year = IntegerField(null=True)
    leap_rule = TextField(default="feb_28")
    zone = TextField(default="")
    how_known = TextField(default="")
    in_common = TextField(default="")
    life = TextField(default="")
    remember = TextField(default="")
    note = TextField(default="")
    introduced_by = ForeignKeyField("self", null=True, on_delete="SET NULL")
    source = ForeignKeyField(Source, null=True, on_delete="SET NULL")
    source_key = TextField(default="")
    preferred_channel = TextField(null=True)
    best_times = TextField(default="")
    language = TextField(default="")
    keep_in_touch_days = IntegerField(null=True)
    is_favourite = BooleanField(default=False)
    is_deceased = BooleanField(default=False)
    archived_on = TextField(null=True)
    removed_on = TextField(null=True)
    added_on = TextField()
    import_batch = ForeignKeyField(ImportBatch, null=True, on_delete="SET NULL")
    rev = IntegerField(default=0)
    fact = TextField(default="")
    good_reason = TextField(default="")
    opening_line = TextField(default="")
    voicemail_plan = TextField(default="")
    good_ending = TextField(default="")
    wish = TextField(default="")
    consultant = TextField(default="")
    introduced_on = TextField(null=True)
    is_minor = BooleanField(default=False)
    is_wanted_on_team = BooleanField(default=False)
    is_no_fit = BooleanField(default=False)


class OfPerson(Row):
    """A row that belongs to a person and goes with them."""

    person = ForeignKeyField(Person, on_delete="CASCADE")


class Listed(OfPerson):
    """A day on which somebody stood on the list."""

    on_date = TextField()
    is_put_off = BooleanField(default=False)
    is_wanted = BooleanField(default=False)


class Tag(OfPerson):
    """A word somebody is marked with."""

    name = TextField()


class InOrder(OfPerson):
    """One of several, in an order the user chose."""

    position = IntegerField(default=0)


class Phone(InOrder):
    """A number as typed and as E.164."""

    label = TextField(default="")
    typed = TextField()
    e164 = TextField(default="")
    extension = TextField(default="")
    is_wrong = BooleanField(default=False)
    is_fax = BooleanField(default=False)
    registry = TextField(null=True)
    registry_on = TextField(null=True)


class Email(InOrder):
    """An e-mail address."""

    label = TextField(default="")
    address = TextField()
    is_wrong = BooleanField(default=False)


class Address(InOrder):
    """A postal address."""

    label = TextField(default="")
    street = TextField(default="")
    city = TextField(default="")
    region = TextField(default="")
    postcode = TextField(default="")
    country = TextField(default="")


class Social(InOrder):
    """A name on a network."""

    network = TextField(default="")
    handle = TextField()


class Detail(InOrder):
    """An anniversary, a relation, or what an import brought that has no field of its own."""

    kind = TextField(default="extra")
    label = TextField(default="")
    value = TextField()


class Promise(OfPerson):
    """A callback, a thing promised, or a follow-up; wall time in the person's zone."""

    kind = TextField()
    due_on = TextField()
    window = TextField(default="day")
    at_time = TextField(null=True)
    zone = TextField(default="")
    channel = TextField(null=True)
    reason = TextField(default="")
    words = TextField(default="")
    made_on = TextField(null=True)
    status = TextField(default="open")
    closed_on = TextField(null=True)


class Touch(OfPerson):
    """One entry of the timeline."""

    on_date = TextField()
    at_time = TextField(null=True)
    zone = TextField(null=True)
    kind = TextField()
    points = FloatField()
    channel = TextField(null=True)
    direction = TextField(default="me")
    purpose = TextField(default="relationship")
    topic = TextField(default="")
    words = TextField(default="")
    note = TextField(default="")
    wants_answer = BooleanField(default=False)
    expects_call = BooleanField(default=False)
    thanked_me = BooleanField(default=False)
    promise = ForeignKeyField(Promise, null=True, on_delete="SET NULL")
    entered_at = TextField()


class Permission(OfPerson):
    """A yes for one channel, in their words."""

    channel = TextField()
    topics = TextField(default="any")
    basis = TextField(default="verbal")
    words = TextField(default="")
    given_on = TextField(null=True)
    place = TextField(default="")
    expires_on = TextField(null=True)
    revoked_on = TextField(null=True)
    revoked_words = TextField(default="")


class StopRule(OfPerson):
    """A stop on one channel, or on all."""

    channel = TextField(null=True)
    on_date = TextField()
    words = TextField(default="")
    asked_by = TextField(default="them")
    meant = TextField(null=True)
    at_time = TextField(null=True)


class ThankYou(OfPerson):
    """A thank-you that is owed, or was."""

    trigger_kind = TextField()
    due_on = TextField()
    about = TextField(default="")
    done_on = TextField(null=True)


class StageSince(OfPerson):
    """Where the business stands from a day on, and what it was before; no stage: it is not known."""

    on_date = TextField()
    was = TextField(null=True)
    stage = TextField(null=True)


class Sheet(Row):
    """A printed call sheet."""

    number = IntegerField(unique=True)
    for_date = TextField()
    made_at = TextField()


class SheetRow(Row):
    """A line of a printed call sheet; its words stay when the person goes."""

    sheet = ForeignKeyField(Sheet, on_delete="CASCADE")
    position = IntegerField()
    person = ForeignKeyField(Person, null=True, on_delete="SET NULL")
    name = TextField()
    phone = TextField(default="")
    band = TextField(default="")
    action = TextField(default="")
    entered_on = TextField(null=True)


class Setting(Model):
    """JSON by key."""

    key = TextField(primary_key=True)
    value = TextField()

    class Meta:
        """As SQLite is told."""

        without_rowid = True
