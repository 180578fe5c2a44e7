from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0007_runs_by_lane")]

    operations = [
        ops.CreateModel(
            name="Replay",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("kind", fields.CharField(max_length=16)),
                ("wanted", fields.TextField(unique=False)),
                ("state", fields.CharField(max_length=16)),
                ("total", fields.IntField()),
                ("done", fields.IntField()),
                ("failed", fields.IntField()),
                ("position", fields.CharField(max_length=30)),
                ("until", fields.CharField(max_length=30)),
                ("created_ms", fields.BigIntField()),
                ("updated_ms", fields.BigIntField()),
            ],
            options={
                "table": "replay",
                "app": "models",
                "indexes": [Index(fields=["project_id", "id"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="TriggerHealth",
            fields=[
                (
                    "trigger_id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("last_event_ms", fields.BigIntField(null=True)),
                ("usual_ms", fields.BigIntField(null=True)),
                ("day_count", fields.IntField()),
                ("drift", fields.TextField(unique=False)),
                ("checked_ms", fields.BigIntField()),
            ],
            options={"table": "trigger_health", "app": "models", "pk_attr": "trigger_id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Unrouted",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("integration_id", fields.CharField(max_length=30)),
                ("trigger_id", fields.CharField(max_length=30)),
                ("delivery_id", fields.CharField(max_length=30)),
                ("provider_id", fields.CharField(max_length=256)),
            ],
            options={
                "table": "unrouted",
                "app": "models",
                "indexes": [
                    Index(fields=["integration_id", "provider_id"]),
                    Index(fields=["delivery_id"]),
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Delivery",
            name="replay_of",
            field=fields.CharField(null=True, max_length=30),
        ),
        ops.AddField(
            model_name="Trigger",
            name="expected_silence_ms",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Trigger",
            name="pruned_seq",
            field=fields.BigIntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Workflow",
            name="test_delivery_id",
            field=fields.CharField(null=True, max_length=30),
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS delivery_test ON delivery (id) WHERE is_test = TRUE",
            reverse_sql="DROP INDEX IF EXISTS delivery_test",
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS delivery_rejected ON delivery "
            "(project_id, id, body_size) WHERE outcome = 'REJECTED'",
            reverse_sql="DROP INDEX IF EXISTS delivery_rejected",
        ),
    ]
