from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields
from tortoise.indexes import Index


class Migration(migrations.Migration):
    """What is claimed is found by workflow, whether it waits or somebody's hold on it has ended."""

    dependencies = [("models", "0006_accounts")]

    operations = [
        ops.CreateModel(
            name="RunChange",
            fields=[
                (
                    "seq",
                    fields.BigIntField(
                        generated=True, primary_key=True, unique=True, db_index=True
                    ),
                ),
                ("project_id", fields.CharField(max_length=30)),
                ("workflow_id", fields.CharField(max_length=30)),
                ("run_id", fields.CharField(max_length=30)),
            ],
            options={
                "table": "run_change",
                "app": "models",
                "indexes": [Index(fields=["project_id", "seq"])],
                "pk_attr": "seq",
            },
            bases=["Model"],
        ),
        ops.AddField(
            model_name="Run", name="is_ordered", field=fields.BooleanField(db_default=False)
        ),
        ops.AddField(model_name="Run", name="tries_from", field=fields.IntField(db_default=0)),
        ops.AddField(
            model_name="Verdict", name="left_out", field=fields.TextField(null=True, unique=False)
        ),
        ops.RunSQL(
            sql="DROP INDEX IF EXISTS run_due",
            reverse_sql="CREATE INDEX IF NOT EXISTS run_due ON run (due_ms) WHERE state = 'PENDING'",
        ),
        ops.RunSQL(
            sql="DROP INDEX IF EXISTS run_fair",
            reverse_sql="CREATE INDEX IF NOT EXISTS run_fair ON run (workflow_id, due_ms) "
            "WHERE state = 'PENDING'",
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS run_lane ON run (workflow_id, due_ms) "
            "WHERE state IN ('PENDING', 'RUNNING')",
            reverse_sql="DROP INDEX IF EXISTS run_lane",
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS run_account ON run (workflow_id, credential_id, id) "
            "WHERE is_ordered AND state IN ('PENDING', 'RUNNING')",
            reverse_sql="DROP INDEX IF EXISTS run_account",
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS run_dead ON run (project_id, id) WHERE state = 'DEAD'",
            reverse_sql="DROP INDEX IF EXISTS run_dead",
        ),
    ]
