from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise.fields.base import OnDelete
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    initial = True

    operations = [
        ops.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("integration_id", fields.CharField(max_length=30)),
                ("trigger_id", fields.CharField(null=True, max_length=30)),
                ("is_test", fields.BooleanField()),
                ("received_ms", fields.BigIntField()),
                ("method", fields.CharField(max_length=32)),
                ("path", fields.TextField(unique=False)),
                ("query_string", fields.TextField(unique=False)),
                ("headers", fields.TextField(unique=False)),
                ("body", fields.BinaryField()),
                ("body_size", fields.BigIntField()),
                ("outcome", fields.CharField(max_length=16)),
                ("cause", fields.CharField(null=True, max_length=40)),
                ("explanation", fields.TextField(unique=False)),
                ("reply_status", fields.IntField()),
                ("reply_headers", fields.TextField(unique=False)),
                ("reply_body", fields.BinaryField()),
                ("duplicate_of", fields.CharField(null=True, max_length=30)),
            ],
            options={
                "table": "delivery",
                "app": "models",
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("trigger_id", fields.CharField(max_length=30)),
                ("credential_id", fields.CharField(max_length=30)),
                ("delivery_id", fields.CharField(max_length=30)),
                ("is_test", fields.BooleanField()),
                ("deduplication_key", fields.CharField(null=True, max_length=300)),
                ("created_ms", fields.BigIntField()),
            ],
            options={
                "table": "event",
                "app": "models",
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Project",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
                ),
                ("name", fields.CharField(max_length=80)),
                ("created_ms", fields.BigIntField()),
            ],
            options={
                "table": "project",
                "app": "models",
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="EditorToken",
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
                ("digest", fields.CharField(unique=True, max_length=64)),
                ("created_ms", fields.BigIntField()),
                ("revoked_ms", fields.BigIntField(null=True)),
            ],
            options={
                "table": "editor_token",
                "app": "models",
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Integration",
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
                ("slug", fields.CharField(max_length=80)),
                ("provider_slug", fields.CharField(null=True, max_length=80)),
                ("api_base_url", fields.CharField(null=True, max_length=2000)),
                ("authorization", fields.TextField(unique=False)),
                ("created_ms", fields.BigIntField()),
            ],
            options={
                "table": "integration",
                "app": "models",
                "unique_together": (("project", "slug"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Credential",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
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
                ("provider_id", fields.CharField(null=True, max_length=200)),
                ("is_sandbox", fields.BooleanField()),
                ("status", fields.CharField(max_length=16)),
                ("sealed", fields.BinaryField()),
                ("created_ms", fields.BigIntField()),
            ],
            options={
                "table": "credential",
                "app": "models",
                "indexes": [
                    Index(fields=["integration_id", "provider_id"]),
                    Index(fields=["project_id", "user_id"]),
                ],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Secret",
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
                ("name", fields.CharField(max_length=64)),
                ("sealed", fields.BinaryField()),
                ("updated_ms", fields.BigIntField()),
            ],
            options={
                "table": "secret",
                "app": "models",
                "unique_together": (("project", "name"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Trigger",
            fields=[
                (
                    "id",
                    fields.CharField(primary_key=True, unique=True, db_index=True, max_length=30),
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
                ("status", fields.CharField(max_length=16)),
                ("draft", fields.TextField(null=True, unique=False)),
                ("live", fields.TextField(null=True, unique=False)),
                ("live_version", fields.IntField(default=0)),
                ("setup_fingerprint", fields.CharField(null=True, max_length=32)),
                ("proven_fingerprint", fields.CharField(null=True, max_length=32)),
                ("sample_delivery_id", fields.CharField(null=True, max_length=30)),
                ("listening_ms", fields.BigIntField(default=0)),
                ("created_ms", fields.BigIntField()),
                ("updated_ms", fields.BigIntField()),
                ("deleted_ms", fields.BigIntField(null=True)),
            ],
            options={
                "table": "trigger",
                "app": "models",
                "indexes": [Index(fields=["integration_id", "created_ms"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="PersistedValue",
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
                ("scope", fields.CharField(max_length=30)),
                ("name", fields.CharField(max_length=64)),
                ("sealed", fields.BinaryField()),
                ("window", fields.CharField(max_length=30)),
                ("delivery_id", fields.CharField(null=True, max_length=30)),
                ("created_ms", fields.BigIntField()),
            ],
            options={
                "table": "persisted_value",
                "app": "models",
                "unique_together": (("trigger", "scope", "name"),),
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Registration",
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
                ("credential_id", fields.CharField(null=True, max_length=30)),
                ("is_test", fields.BooleanField()),
                ("state", fields.CharField(max_length=16)),
                ("reason", fields.TextField(default="", unique=False)),
                ("exchange", fields.TextField(null=True, unique=False)),
                ("window_ms", fields.BigIntField(default=0)),
                ("created_ms", fields.BigIntField()),
                ("updated_ms", fields.BigIntField()),
            ],
            options={
                "table": "registration",
                "app": "models",
                "indexes": [Index(fields=["trigger_id", "created_ms"])],
                "pk_attr": "id",
            },
            bases=["Model"],
        ),
        ops.CreateModel(
            name="Verdict",
            fields=[
                (
                    "seq",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("trigger_id", fields.CharField(max_length=30)),
                ("delivery_id", fields.CharField(max_length=30)),
                ("is_test", fields.BooleanField()),
                ("outcome", fields.CharField(max_length=16)),
                ("cause", fields.CharField(null=True, max_length=40)),
                ("explanation", fields.TextField(unique=False)),
                ("is_verified", fields.BooleanField()),
                ("fingerprint", fields.CharField(max_length=32)),
                ("provider_ids", fields.TextField(unique=False)),
                ("events", fields.TextField(unique=False)),
            ],
            options={
                "table": "verdict",
                "app": "models",
                "indexes": [Index(fields=["trigger_id", "seq"]), Index(fields=["delivery_id"])],
                "pk_attr": "seq",
            },
            bases=["Model"],
        ),
    ]
