"""The webhooks that exist at providers, and what was asked about them."""

from tortoise import fields
from tortoise.models import Model

from domain.models.columns import maybe_id, primary_id
from domain.models.triggers import Trigger


class Registration(Model):
    """The webhook at the provider for a trigger and an account (app level: no account).

    is_test: made by the wizard with the sandbox account. state: a `RegistrationState`. is_wanted: whether it should
    exist. exchange: the last request and answer with secrets masked, as JSON.

    setup: the `Setup` that it is made, renewed and removed by, as JSON; null when a person enters the address by hand.
    live_version: of the trigger, when it was asked for. webhook_url: our address. account_id: whose values authorize
    the calls. sealed: the kept values that its own requests name, by the vault; null until it was made. provider_url:
    what removes it at the provider, secrets masked.

    window_ms: until when handshakes of this registration may store values; window: what they are stored under.
    due_ms: when it is seen to next, if ever. lease_ms: until when someone does. fence: grows with every claim: whoever
    concludes names it. attempts: how many failed in a row. called_ms: when the provider was asked for it without a
    known end: a webhook may exist that nobody knows. waits_for: the registration that has to go first.
    """

    id: str = primary_id()
    trigger: fields.ForeignKeyRelation[Trigger] = fields.ForeignKeyField("models.Trigger")
    project_id = fields.CharField(max_length=30)
    credential_id: str | None = maybe_id()
    is_test = fields.BooleanField()
    state = fields.CharField(max_length=16)
    reason = fields.TextField(default="")
    exchange = fields.TextField(null=True)
    window_ms = fields.BigIntField(default=0)
    created_ms = fields.BigIntField()
    updated_ms = fields.BigIntField()
    is_wanted = fields.BooleanField(default=True, db_default=True)
    setup = fields.TextField(null=True)
    live_version = fields.IntField(null=True)
    webhook_url = fields.TextField(null=True)
    account_id: str | None = maybe_id()
    sealed = fields.BinaryField(null=True)
    provider_url = fields.TextField(null=True)
    window: str | None = maybe_id()
    due_ms = fields.BigIntField(null=True)
    lease_ms = fields.BigIntField(null=True)
    fence = fields.IntField(default=0, db_default=0)
    attempts = fields.IntField(default=0, db_default=0)
    called_ms = fields.BigIntField(null=True)
    expires_ms = fields.BigIntField(null=True)
    renews_ms = fields.BigIntField(null=True)
    waits_for: str | None = maybe_id()
    trigger_id: str

    class Meta:
        """Table."""

        table = "registration"
        indexes = (("trigger_id", "created_ms"),)


class RegistrationExchange(Model):
    """One request about a registration, with its answer, secrets masked. deed: a `Deed`. Some twenty are kept of each."""

    id = fields.BigIntField(primary_key=True, generated=True)
    registration: fields.ForeignKeyRelation[Registration] = fields.ForeignKeyField(
        "models.Registration"
    )
    deed = fields.CharField(max_length=16)
    exchange = fields.TextField()
    registration_id: str

    class Meta:
        """Table."""

        table = "registration_exchange"
        indexes = (("registration_id", "id"),)
