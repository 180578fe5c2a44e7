"""What the wizard makes, and the values that are kept for it."""

from tortoise import fields
from tortoise.models import Model

from domain.models.accounts import Integration
from domain.models.columns import an_id, maybe_id, primary_id


class Trigger(Model):
    """A trigger and its two descriptions.

    draft, live: a `Description` as JSON. A new trigger has only a draft; Finish moves it to live; editing
    a live one makes a draft beside it. setup_fingerprint, proven_fingerprint: of the description that the
    sandbox account's setup request, and a verified event, last proved. listening_ms: until when an editor
    listens. deleted_ms: set once removed; the address then answers 410. pruned_seq: of the newest verdict that was
    deleted by age or size. expected_silence_ms: the longest a person expects between two events; null: as usual.
    """

    id: str = primary_id()
    integration: fields.ForeignKeyRelation[Integration] = fields.ForeignKeyField(
        "models.Integration"
    )
    project_id = fields.CharField(max_length=30)
    status = fields.CharField(max_length=16)
    draft = fields.TextField(null=True)
    live = fields.TextField(null=True)
    live_version = fields.IntField(default=0)
    setup_fingerprint = fields.CharField(max_length=32, null=True)
    proven_fingerprint = fields.CharField(max_length=32, null=True)
    sample_delivery_id: str | None = maybe_id()
    listening_ms = fields.BigIntField(default=0)
    created_ms = fields.BigIntField()
    updated_ms = fields.BigIntField()
    deleted_ms = fields.BigIntField(null=True)
    pruned_seq = fields.BigIntField(default=0, db_default=0)
    expected_silence_ms = fields.BigIntField(null=True)
    integration_id: str

    class Meta:
        """Table."""

        table = "trigger"
        indexes = (("integration_id", "created_ms"),)


class TriggerHealth(Model):
    """How a finished trigger does, as its newest events told when it was last looked at.

    last_event_ms: null when there was none. usual_ms: the gap that few of the last ones exceed; null for too few events.
    day_count: events of the last 24 hours. drift: JSON, a list of [path, was, is].
    """

    trigger_id: str = primary_id()
    project_id: str = an_id()
    last_event_ms = fields.BigIntField(null=True)
    usual_ms = fields.BigIntField(null=True)
    day_count = fields.IntField()
    drift = fields.TextField()
    checked_ms = fields.BigIntField()

    class Meta:
        """Table."""

        table = "trigger_health"


class ShownValue(Model):
    """A one-off value that a person in the wizard has to see. sealed: by the vault. Gone once it is finished.

    is_verified: whether its sender was. replaced: how many other values stood here before. delivery_id: that
    brought it.
    """

    id = fields.BigIntField(primary_key=True, generated=True)
    trigger: fields.ForeignKeyRelation[Trigger] = fields.ForeignKeyField("models.Trigger")
    name = fields.CharField(max_length=64)
    sealed = fields.BinaryField()
    is_verified = fields.BooleanField()
    replaced = fields.IntField()
    delivery_id: str = an_id()
    created_ms = fields.BigIntField()
    trigger_id: str

    class Meta:
        """Table."""

        table = "shown_value"
        unique_together = (("trigger", "name"),)
        indexes = (("delivery_id",),)


class PersistedValue(Model):
    """A value kept from a handshake or a setup answer.

    scope: the credential's id at user level, `test` or `live` at app level. window: what allowed the
    write (a registration's id, or `listening`): within one window a name is written once.
    """

    id = fields.BigIntField(primary_key=True, generated=True)
    trigger: fields.ForeignKeyRelation[Trigger] = fields.ForeignKeyField("models.Trigger")
    scope = fields.CharField(max_length=30)
    name = fields.CharField(max_length=64)
    sealed = fields.BinaryField()
    window = fields.CharField(max_length=30)
    delivery_id: str | None = maybe_id()
    created_ms = fields.BigIntField()
    trigger_id: str

    class Meta:
        """Table."""

        table = "persisted_value"
        unique_together = (("trigger", "scope", "name"),)
