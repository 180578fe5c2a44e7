from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """Partial indexes cost nothing for the rows that are not in them; models cannot name one."""

    dependencies = [("models", "0001_initial")]

    operations = [
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS delivery_unrouted ON delivery (integration_id, id) "
            "WHERE outcome = 'UNROUTED'",
            reverse_sql="DROP INDEX IF EXISTS delivery_unrouted",
        ),
        ops.RunSQL(
            sql="CREATE UNIQUE INDEX IF NOT EXISTS event_deduplication ON event "
            "(trigger_id, credential_id, deduplication_key) WHERE deduplication_key IS NOT NULL",
            reverse_sql="DROP INDEX IF EXISTS event_deduplication",
        ),
    ]
