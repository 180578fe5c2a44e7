from tortoise import fields, migrations
from tortoise.fields.base import OnDelete
from tortoise.indexes import Index
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    dependencies = [("models", "0009_several_writers")]

    operations = [
        ops.AddField(
            model_name="Registration",
            name="is_wanted",
            field=fields.BooleanField(default=True, db_default=True),
        ),
        ops.AddField(
            model_name="Registration", name="setup", field=fields.TextField(null=True, unique=False)
        ),
        ops.AddField(
            model_name="Registration", name="live_version", field=fields.IntField(null=True)
        ),
        ops.AddField(
            model_name="Registration",
            name="webhook_url",
            field=fields.TextField(null=True, unique=False),
        ),
        ops.AddField(
            model_name="Registration",
            name="account_id",
            field=fields.CharField(null=True, max_length=30),
        ),
        ops.AddField(model_name="Registration", name="sealed", field=fields.BinaryField(null=True)),
        ops.AddField(
            model_name="Registration",
            name="provider_url",
            field=fields.TextField(null=True, unique=False),
        ),
        ops.AddField(
            model_name="Registration",
            name="window",
            field=fields.CharField(null=True, max_length=30),
        ),
        ops.AddField(model_name="Registration", name="due_ms", field=fields.BigIntField(null=True)),
        ops.AddField(
            model_name="Registration", name="lease_ms", field=fields.BigIntField(null=True)
        ),
        ops.AddField(
            model_name="Registration",
            name="fence",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Registration",
            name="attempts",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Registration", name="called_ms", field=fields.BigIntField(null=True)
        ),
        ops.AddField(
            model_name="Registration", name="expires_ms", field=fields.BigIntField(null=True)
        ),
        ops.AddField(
            model_name="Registration", name="renews_ms", field=fields.BigIntField(null=True)
        ),
        ops.AddField(
            model_name="Registration",
            name="waits_for",
            field=fields.CharField(null=True, max_length=30),
        ),
        ops.CreateModel(
            name="RegistrationExchange",
            fields=[
                (
                    "id",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                (
                    "registration",
                    fields.ForeignKeyField(
                        "models.Registration",
                        source_field="registration_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("deed", fields.CharField(max_length=16)),
                ("exchange", fields.TextField(unique=False)),
            ],
            options={
                "table": "registration_exchange",
                "app": "models",
                "indexes": [Index(fields=["registration_id", "id"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS registration_due ON registration (due_ms) "
            "WHERE due_ms IS NOT NULL",
            reverse_sql="DROP INDEX IF EXISTS registration_due",
        ),
        ops.RunSQL(
            sql="CREATE UNIQUE INDEX IF NOT EXISTS registration_of_account ON registration "
            "(trigger_id, credential_id) WHERE is_wanted AND NOT is_test",
            reverse_sql="DROP INDEX IF EXISTS registration_of_account",
        ),
        ops.RunSQL(
            sql="CREATE UNIQUE INDEX IF NOT EXISTS registration_of_app ON registration "
            "(trigger_id) WHERE is_wanted AND NOT is_test AND credential_id IS NULL",
            reverse_sql="DROP INDEX IF EXISTS registration_of_app",
        ),
    ]
