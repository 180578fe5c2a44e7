from typing import Any

from tortoise import migrations
from tortoise.migrations import operations as ops
from tortoise import fields

# The position of a row in commit order is the transaction that wrote it, then its number: see domain.deliveries.tail
POSITIONS = """
ALTER TABLE verdict ALTER COLUMN xid SET DEFAULT (pg_current_xact_id()::text::bigint);
ALTER TABLE run_change ALTER COLUMN xid SET DEFAULT (pg_current_xact_id()::text::bigint);
CREATE INDEX run_change_position ON run_change (project_id, xid, seq);
CREATE INDEX verdict_position ON verdict (trigger_id, xid, seq);
CREATE INDEX verdict_newest ON verdict (xid, seq);
CREATE TABLE cluster (
    epoch int NOT NULL, system text NOT NULL, name text NOT NULL DEFAULT gen_random_uuid()::text
);
"""
# Ids begin with the time: a day's deliveries are a range of them, and leave with their partition
PARTITIONS = """
DO $$
DECLARE
    definitions text[];
    definition text;
    name text;
BEGIN
    SELECT array_agg(pg_get_indexdef(indexrelid)) INTO definitions
    FROM pg_index WHERE indrelid = 'delivery'::regclass AND NOT indisprimary;
    FOR name IN SELECT indexrelid::regclass::text
    FROM pg_index WHERE indrelid = 'delivery'::regclass AND NOT indisprimary LOOP
        EXECUTE 'DROP INDEX ' || name;
    END LOOP;
    ALTER TABLE delivery RENAME TO delivery_default;
    ALTER INDEX delivery_pkey RENAME TO delivery_default_pkey;
    CREATE TABLE delivery (LIKE delivery_default INCLUDING DEFAULTS) PARTITION BY RANGE (id);
    ALTER TABLE delivery ADD PRIMARY KEY (id);
    ALTER TABLE delivery ATTACH PARTITION delivery_default DEFAULT;
    FOREACH definition IN ARRAY definitions LOOP
        EXECUTE definition;
    END LOOP;
END $$;
"""
# A claim changes a run in place: room for it beside the row saves work on the indexes
ROOM = """
ALTER TABLE run SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
ALTER TABLE follow_up SET (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);
"""


# Indexes that named a relation: SQLite took the name for a text and indexed that
BY_COLUMN = (
    (
        "credential_integra_feabbf",
        "credential_integra_9761ce",
        "credential",
        "integration_id, provider_id",
    ),
    ("trigger_integra_efadf2", "trigger_integra_200064", "trigger", "integration_id, created_ms"),
    (
        "registratio_trigger_b89ea6",
        "registratio_trigger_b79424",
        "registration",
        "trigger_id, created_ms",
    ),
    ("workflow_trigger_87bda2", "workflow_trigger_f92ae3", "workflow", "trigger_id, id"),
)


async def for_several_writers(_: Any, editor: Any) -> None:
    if editor.client.capabilities.dialect == "postgres":
        await editor.client.execute_script(POSITIONS + PARTITIONS + ROOM)


class Migration(migrations.Migration):
    """What only PostgreSQL needs is written only there."""

    dependencies = [("models", "0008_stored_events")]

    operations = [
        ops.AddField(
            model_name="Verdict",
            name="xid",
            field=fields.BigIntField(db_default=0),
        ),
        ops.AddField(
            model_name="RunChange",
            name="xid",
            field=fields.BigIntField(db_default=0),
        ),
        *(ops.RunSQL(f"DROP INDEX IF EXISTS idx_{old}") for old, *_ in BY_COLUMN),
        *(
            ops.RunSQL(f"CREATE INDEX IF NOT EXISTS idx_{new} ON {table} ({columns})")
            for _, new, table, columns in BY_COLUMN
        ),
        ops.RunPython(for_several_writers, ops.RunPython.noop),
    ]
