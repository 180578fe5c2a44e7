from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0004_console")]

    operations = [
        ops.CreateModel(
            name="Run",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("workflow_id", fields.CharField(max_length=30)),
                ("trigger_id", fields.CharField(max_length=30)),
                ("credential_id", fields.CharField(max_length=30)),
                ("event_id", fields.CharField(max_length=30)),
                ("delivery_id", fields.CharField(max_length=30)),
                ("state", fields.CharField(max_length=16)),
                ("attempts", fields.IntField()),
                ("due_ms", fields.BigIntField()),
                ("status", fields.IntField(null=True)),
                ("error", fields.TextField(unique=False)),
                ("created_ms", fields.BigIntField()),
                ("updated_ms", fields.BigIntField()),
            ],
            options={
                "table": "run",
                "app": "models",
                "unique_together": (("event_id", "workflow_id"),),
                "indexes": [
                    Index(fields=["workflow_id", "id"]),
                    Index(fields=["project_id", "id"]),
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="RunAttempt",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("run_id", fields.CharField(max_length=30)),
                ("number", fields.IntField()),
                ("at_ms", fields.BigIntField()),
                ("elapsed_ms", fields.IntField()),
                ("status", fields.IntField(null=True)),
                ("error", fields.TextField(unique=False)),
                ("answer", fields.TextField(unique=False)),
            ],
            options={
                "table": "run_attempt",
                "app": "models",
                "unique_together": (("run_id", "number"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Workflow",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
                ),
                (
                    "trigger",
                    fields.ForeignKeyField(
                        "models.Trigger",
                        source_field="trigger_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("name", fields.CharField(max_length=80)),
                ("endpoint", fields.TextField(null=True, unique=False)),
                ("conditions", fields.TextField(null=True, unique=False)),
                ("sealed", fields.BinaryField()),
                ("is_ordered", fields.BooleanField()),
                ("stopped_reason", fields.TextField(unique=False)),
                ("created_ms", fields.BigIntField()),
                ("updated_ms", fields.BigIntField()),
                ("deleted_ms", fields.BigIntField(null=True)),
            ],
            options={
                "table": "workflow",
                "app": "models",
                "indexes": [Index(fields=["project_id", "id"]), Index(fields=["trigger_id", "id"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="WorkflowAccount",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "workflow",
                    fields.ForeignKeyField(
                        "models.Workflow",
                        source_field="workflow_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("trigger_id", fields.CharField(max_length=30)),
                ("credential_id", fields.CharField(max_length=30)),
                ("registration_id", fields.CharField(null=True, max_length=30)),
                ("enabled_ms", fields.BigIntField()),
            ],
            options={
                "table": "workflow_account",
                "app": "models",
                "unique_together": (("workflow", "credential_id"),),
                "indexes": [
                    Index(fields=["trigger_id", "credential_id"]),
                    Index(fields=["credential_id"]),
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS run_due ON run (due_ms) WHERE state = 'PENDING'",
            reverse_sql="DROP INDEX IF EXISTS run_due",
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS run_fair ON run (workflow_id, due_ms) "
            "WHERE state = 'PENDING'",
            reverse_sql="DROP INDEX IF EXISTS run_fair",
        ),
    ]
