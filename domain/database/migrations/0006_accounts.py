from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    dependencies = [("models", "0005_workflows_and_runs")]

    operations = [
        ops.CreateModel(
            name="OAuthFlow",
            fields=[
                (
                    "digest",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=64),
                ),
                (
                    "integration",
                    fields.ForeignKeyField(
                        "models.Integration",
                        source_field="integration_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("user_id", fields.CharField(max_length=200)),
                ("is_sandbox", fields.BooleanField()),
                ("credential_id", fields.CharField(null=True, max_length=30)),
                ("return_url", fields.TextField(null=True, unique=False)),
                ("sealed", fields.BinaryField()),
                ("expires_ms", fields.BigIntField()),
            ],
            options={
                "table": "oauth_flow",
                "app": "models",
                "indexes": [Index(fields=["expires_ms"])],
                "pk_attr": "digest",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="UserTokenKey",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
                ),
                (
                    "project",
                    fields.ForeignKeyField(
                        "models.Project",
                        source_field="project_id",
                        db_constraint=True,
                        to_field="id",
                        on_delete=OnDelete.CASCADE,
                    ),
                ),
                ("name", fields.CharField(max_length=80)),
                ("algorithm", fields.CharField(max_length=8)),
                ("public_key", fields.TextField(unique=False)),
                ("created_ms", fields.BigIntField()),
                ("revoked_ms", fields.BigIntField(null=True)),
            ],
            options={"table": "user_token_key", "app": "models", "pk_attr": "id"},
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Credential",
            name="claimed_ms",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Credential",
            name="due_ms",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Credential",
            name="exchange",
            field=fields.TextField(null=True, unique=False),
        ),
        ops.AddField(
            model_name="Credential",
            name="expires_ms",
            field=fields.BigIntField(null=True),
        ),
        ops.AddField(
            model_name="Credential",
            name="failures",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Credential",
            name="reason",
            field=fields.TextField(null=True, unique=False),
        ),
        ops.AddField(
            model_name="Credential",
            name="sealed_grant",
            field=fields.BinaryField(null=True),
        ),
        ops.AddField(
            model_name="Credential",
            name="version",
            field=fields.IntField(default=0, db_default=0),
        ),
        ops.AddField(
            model_name="Integration",
            name="lookup",
            field=fields.TextField(null=True, unique=False),
        ),
        ops.AddField(
            model_name="Integration",
            name="oauth",
            field=fields.TextField(null=True, unique=False),
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS credential_due ON credential (due_ms) "
            "WHERE due_ms IS NOT NULL",
            reverse_sql="DROP INDEX IF EXISTS credential_due",
        ),
    ]
