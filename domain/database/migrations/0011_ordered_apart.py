from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """Runs that go in order are found by account alone: those that wait for an older one stand in nobody's way."""

    dependencies = [("models", "0010_registrations")]

    operations = [
        ops.RunSQL(
            sql="DROP INDEX IF EXISTS run_lane",
            reverse_sql="CREATE INDEX IF NOT EXISTS run_lane ON run (workflow_id, due_ms) "
            "WHERE state IN ('PENDING', 'RUNNING')",
        ),
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS run_free ON run (workflow_id, due_ms) "
            "WHERE NOT is_ordered AND state IN ('PENDING', 'RUNNING')",
            reverse_sql="DROP INDEX IF EXISTS run_free",
        ),
    ]
