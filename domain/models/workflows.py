"""What an event starts: workflows, the accounts they are enabled for, and their runs."""

from tortoise import fields
from tortoise.models import Model

from domain.models.columns import an_id, maybe_id, maybe_text, primary_id
from domain.models.triggers import Trigger


class Workflow(Model):
    """What events of a trigger start. endpoint: where runs are POSTed; null: an engine pulls them.

    conditions: its filter, the data form of `domain.templates.conditions`, as JSON. sealed: its signing secrets, by the vault.
    is_ordered: runs of one account go one after another. stopped_reason: why nothing is sent to the endpoint any
    more; empty while it is. deleted_ms: set once removed. test_delivery_id: of the event that its Test Step last gave.
    """

    id: str = primary_id()
    trigger: fields.ForeignKeyRelation[Trigger] = fields.ForeignKeyField("models.Trigger")
    project_id = fields.CharField(max_length=30)
    name = fields.CharField(max_length=80)
    endpoint: str | None = maybe_text()
    conditions: str | None = maybe_text()
    sealed = fields.BinaryField()
    is_ordered = fields.BooleanField()
    stopped_reason = fields.TextField()
    created_ms = fields.BigIntField()
    updated_ms = fields.BigIntField()
    deleted_ms = fields.BigIntField(null=True)
    test_delivery_id: str | None = maybe_id()
    trigger_id: str

    class Meta:
        """Table."""

        table = "workflow"
        indexes = (("project_id", "id"), ("trigger_id", "id"))


class WorkflowAccount(Model):
    """A workflow enabled for an account. registration_id: the webhook that its events come from, if one is needed."""

    id = fields.BigIntField(primary_key=True, generated=True)
    workflow: fields.ForeignKeyRelation[Workflow] = fields.ForeignKeyField("models.Workflow")
    project_id = fields.CharField(max_length=30)
    trigger_id: str = an_id()
    credential_id: str = an_id()
    registration_id: str | None = maybe_id()
    enabled_ms = fields.BigIntField()
    workflow_id: str

    class Meta:
        """Table."""

        table = "workflow_account"
        unique_together = (("workflow", "credential_id"),)
        indexes = (("trigger_id", "credential_id"), ("credential_id",))


class Run(Model):
    """One start of a workflow by an event. Written by the journal in the event's own commit.

    state: a `RunState`. attempts: how often it was claimed, and the fence: whoever settles it names the attempt.
    tries_from: how many of them were before a person had it tried anew. due_ms: when it is claimed next; while it is
    RUNNING, when whoever holds it loses it. status, error: of the last attempt. is_ordered: it waits for the older
    ones of its workflow and account.
    """

    id: str = primary_id()
    project_id: str = an_id()
    workflow_id: str = an_id()
    trigger_id: str = an_id()
    credential_id: str = an_id()
    event_id: str = an_id()
    delivery_id: str = an_id()
    state = fields.CharField(max_length=16)
    attempts = fields.IntField()
    due_ms = fields.BigIntField()
    status = fields.IntField(null=True)
    error = fields.TextField()
    is_ordered = fields.BooleanField(db_default=False)
    tries_from = fields.IntField(db_default=0)
    created_ms = fields.BigIntField()
    updated_ms = fields.BigIntField()

    class Meta:
        """Table."""

        table = "run"
        unique_together = (("event_id", "workflow_id"),)
        indexes = (("workflow_id", "id"), ("project_id", "id"))


class RunAttempt(Model):
    """One attempt of a run. answer: the beginning of what the endpoint said, as text."""

    id = fields.BigIntField(primary_key=True, generated=True)
    run_id: str = an_id()
    number = fields.IntField()
    at_ms = fields.BigIntField()
    elapsed_ms = fields.IntField()
    status = fields.IntField(null=True)
    error = fields.TextField()
    answer = fields.TextField()

    class Meta:
        """Table."""

        table = "run_attempt"
        unique_together = (("run_id", "number"),)


class RunChange(Model):
    """That a run was made, or changed. xid, seq: the cursor of whoever watches, see `domain.deliveries.positions`."""

    seq = fields.BigIntField(primary_key=True, generated=True)
    xid = fields.BigIntField(db_default=0)
    project_id: str = an_id()
    workflow_id: str = an_id()
    run_id: str = an_id()

    class Meta:
        """Table."""

        table = "run_change"
        indexes = (("project_id", "seq"),)
