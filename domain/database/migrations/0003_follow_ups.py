from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0002_partial_indexes")]

    operations = [
        ops.CreateModel(
            name="FollowUp",
            fields=[
                (
                    "delivery_id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("trigger_id", fields.CharField(max_length=30)),
                ("method", fields.CharField(max_length=8)),
                ("url", fields.TextField(unique=False)),
                ("sealed", fields.BinaryField()),
                ("digest", fields.CharField(max_length=64)),
                ("state", fields.CharField(max_length=16)),
                ("attempts", fields.IntField()),
                ("status", fields.IntField(null=True)),
                ("error", fields.TextField(unique=False)),
                ("history", fields.TextField(unique=False)),
                ("due_ms", fields.BigIntField()),
                ("created_ms", fields.BigIntField()),
                ("updated_ms", fields.BigIntField()),
            ],
            options={"table": "follow_up", "app": "models", "pk_attr": "delivery_id"},
            bases=["Model"],
        ),
        ops.CreateModel(
            name="ShownValue",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
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
                ("name", fields.CharField(max_length=64)),
                ("sealed", fields.BinaryField()),
                ("is_verified", fields.BooleanField()),
                ("replaced", fields.IntField()),
                ("delivery_id", fields.CharField(max_length=30)),
                ("created_ms", fields.BigIntField()),
            ],
            options={
                "table": "shown_value",
                "app": "models",
                "unique_together": (("trigger", "name"),),
                "indexes": [Index(fields=["delivery_id"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS follow_up_due ON follow_up (due_ms) "
            "WHERE state = 'PENDING'",
            reverse_sql="DROP INDEX IF EXISTS follow_up_due",
        ),
        ops.RunSQL(
            sql="CREATE UNIQUE INDEX IF NOT EXISTS follow_up_under_way ON follow_up "
            "(trigger_id, digest) WHERE state = 'PENDING'",
            reverse_sql="DROP INDEX IF EXISTS follow_up_under_way",
        ),
    ]
