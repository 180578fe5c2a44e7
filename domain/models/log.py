"""What the internet sent, and what was made of it. Written by the journal alone, in one commit each."""

from tortoise import fields
from tortoise.models import Model

from domain.models.columns import an_id, maybe_id, primary_id


class Delivery(Model):
    """One HTTP request that arrived at one of our addresses, exactly as it arrived, with its verdict.

    trigger_id: of a user-level address. headers, reply_headers: JSON, a list of pairs, in order.
    outcome, cause: of the delivery as a whole; each trigger's own is its Verdict. console: JSON, a list of
    [trigger id, mode, level, text], what custom code wrote; null when it wrote nothing. replay_of: the delivery
    whose bytes were judged again; null for what a stranger sent.
    """

    id: str = primary_id()
    project_id: str = an_id()
    integration_id: str = an_id()
    trigger_id: str | None = maybe_id()
    is_test = fields.BooleanField()
    received_ms = fields.BigIntField()
    method = fields.CharField(max_length=32)
    path = fields.TextField()
    query_string = fields.TextField()
    headers = fields.TextField()
    body = fields.BinaryField()
    body_size = fields.BigIntField()
    outcome = fields.CharField(max_length=16)
    cause = fields.CharField(max_length=40, null=True)
    explanation = fields.TextField()
    reply_status = fields.IntField()
    reply_headers = fields.TextField()
    reply_body = fields.BinaryField()
    duplicate_of: str | None = maybe_id()
    console = fields.TextField(null=True)
    replay_of: str | None = maybe_id()

    class Meta:
        """Table."""

        table = "delivery"


class Verdict(Model):
    """What one candidate trigger made of a delivery. xid, seq: the live cursor, see `domain.deliveries.tail`.

    xid: of the transaction that wrote it, where several write at once; 0 where one does.

    fingerprint: of the description that judged. events: JSON, a list of [event id, credential id].
    provider_ids: JSON, what routing read. A duplicate has no events; its reply is the original's. left_out: JSON,
    a list of [workflow id, why its filter stopped the event]; null when none did.
    """

    seq = fields.BigIntField(primary_key=True, generated=True)
    xid = fields.BigIntField(db_default=0)
    trigger_id: str = an_id()
    delivery_id: str = an_id()
    is_test = fields.BooleanField()
    outcome = fields.CharField(max_length=16)
    cause = fields.CharField(max_length=40, null=True)
    explanation = fields.TextField()
    is_verified = fields.BooleanField()
    fingerprint = fields.CharField(max_length=32)
    provider_ids = fields.TextField()
    events = fields.TextField()
    left_out = fields.TextField(null=True)

    class Meta:
        """Table."""

        table = "verdict"
        indexes = (("trigger_id", "seq"), ("delivery_id",))


class Unrouted(Model):
    """A Provider ID of a live verdict that no connected account had. Gone once the verdict is routed or pruned."""

    id = fields.BigIntField(primary_key=True, generated=True)
    project_id: str = an_id()
    integration_id: str = an_id()
    trigger_id: str = an_id()
    delivery_id: str = an_id()
    provider_id = fields.CharField(max_length=256)

    class Meta:
        """Table."""

        table = "unrouted"
        indexes = (("integration_id", "provider_id"), ("delivery_id",))


class Replay(Model):
    """Stored things that are replayed one after another: what was asked, and how far it is.

    kind: a `ReplayKind`; wanted: what was asked for, as JSON. total: how many there were when it began.
    position: the id of the last that was replayed; moved in the commit of what it replays. failed: of those done.
    """

    id: str = primary_id()
    project_id: str = an_id()
    kind = fields.CharField(max_length=16)
    wanted = fields.TextField()
    state = fields.CharField(max_length=16)
    total = fields.IntField()
    done = fields.IntField()
    failed = fields.IntField()
    position = fields.CharField(max_length=30)
    until = fields.CharField(max_length=30)
    created_ms = fields.BigIntField()
    updated_ms = fields.BigIntField()

    class Meta:
        """Table."""

        table = "replay"
        indexes = (("project_id", "id"),)


class FollowUp(Model):
    """A request of ours that follows a delivery, sent until it is answered 2xx or given up.

    url: as it is shown, secrets masked; sealed: as it is called. digest: of method and address, hex: one at a time
    for a trigger (a partial index, in the migrations). state: a `FollowUpState`. status: of the last answer;
    error: why there was none, or not the wanted one. history: JSON, a list of {at_ms, status, error}. due_ms: when
    it is sent next; pushed ahead while someone sends it.
    """

    delivery_id: str = primary_id()
    project_id: str = an_id()
    trigger_id: str = an_id()
    method = fields.CharField(max_length=8)
    url = fields.TextField()
    sealed = fields.BinaryField()
    digest = fields.CharField(max_length=64)
    state = fields.CharField(max_length=16)
    attempts = fields.IntField()
    status = fields.IntField(null=True)
    error = fields.TextField()
    history = fields.TextField()
    due_ms = fields.BigIntField()
    created_ms = fields.BigIntField()
    updated_ms = fields.BigIntField()

    class Meta:
        """Table."""

        table = "follow_up"


class Event(Model):
    """A verified delivery, for one trigger and one credential.

    deduplication_key: null unless the trigger names one; unique for a trigger and a credential (a partial
    index, in the migrations); of a test event it also names the description.
    """

    id: str = primary_id()
    project_id: str = an_id()
    trigger_id: str = an_id()
    credential_id: str = an_id()
    delivery_id: str = an_id()
    is_test = fields.BooleanField()
    deduplication_key = fields.CharField(max_length=300, null=True)
    created_ms = fields.BigIntField()

    class Meta:
        """Table."""

        table = "event"
