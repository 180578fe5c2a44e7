from tortoise import migrations
from tortoise.migrations import operations as ops


class Migration(migrations.Migration):
    """A partial index costs nothing for the deliveries that are not in it; models cannot name one."""

    dependencies = [("models", "0001_initial")]

    operations = [
        ops.RunSQL(
            sql="CREATE INDEX IF NOT EXISTS delivery_unrouted ON delivery (integration_id, id) "
            "WHERE outcome = 'UNROUTED'",
            reverse_sql="DROP INDEX IF EXISTS delivery_unrouted",
        ),
    ]
