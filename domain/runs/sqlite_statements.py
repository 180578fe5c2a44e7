"""The statements of the queue on SQLite. Lists go in, and come out, as one JSON text."""

# ruff: noqa: S608  put together from our own constants

from typing import Final

# a query uses a partial index only where it repeats the index's own words
_UNDONE: Final = "state IN ('PENDING', 'RUNNING')"
_FREE: Final = f"NOT is_ordered AND {_UNDONE}"
_ORDERED: Final = f"is_ordered AND {_UNDONE}"

_SURVEY: Final = """
WITH RECURSIVE lane(id) AS (
  SELECT min(workflow_id) FROM run WHERE {which}
  UNION ALL
  SELECT (SELECT min(workflow_id) FROM run WHERE {which} AND workflow_id > lane.id) FROM lane WHERE lane.id IS NOT NULL)
SELECT json_group_array(json_array(lane.id, {due},
  w.endpoint IS NOT NULL AND w.stopped_reason = '' AND w.deleted_ms IS NULL, w.id IS NULL OR w.deleted_ms IS NOT NULL))
FROM lane LEFT JOIN workflow w ON w.id = lane.id WHERE lane.id IS NOT NULL"""
SURVEY_FREE: Final = _SURVEY.format(
    which=_FREE, due=f"(SELECT min(due_ms) FROM run WHERE {_FREE} AND workflow_id = lane.id)"
)
SURVEY_ORDERED: Final = _SURVEY.format(which=_ORDERED, due="0")

# wanted: workflow ids; only those that are open: of engines that pull, or of endpoints
_OPEN: Final = """
lane(id) AS (
  SELECT w.id FROM json_each(:wanted) j JOIN workflow w ON w.id = j.value
  WHERE (w.endpoint IS NULL) = :pulled AND w.stopped_reason = '' AND w.deleted_ms IS NULL)"""
CLAIM_FREE: Final = f"""
WITH {_OPEN}
SELECT json_group_array(r.id) FROM lane CROSS JOIN run r WHERE r.rowid IN (
  SELECT rowid FROM run WHERE {_FREE} AND workflow_id = lane.id AND due_ms <= :now ORDER BY due_ms LIMIT :most)"""
CLAIM_ORDERED: Final = f"""
WITH RECURSIVE {_OPEN},
head(workflow_id, credential_id) AS (
  SELECT lane.id, (SELECT min(credential_id) FROM run WHERE {_ORDERED} AND workflow_id = lane.id) FROM lane
  UNION ALL
  SELECT head.workflow_id, (
    SELECT min(credential_id) FROM run
    WHERE {_ORDERED} AND workflow_id = head.workflow_id AND credential_id > head.credential_id)
  FROM head WHERE head.credential_id IS NOT NULL)
SELECT json_group_array(id) FROM (
  SELECT r.id FROM head CROSS JOIN run r ON r.id = (
    SELECT id FROM run
    WHERE {_ORDERED} AND workflow_id = head.workflow_id AND credential_id = head.credential_id ORDER BY id LIMIT 1)
  WHERE head.credential_id IS NOT NULL AND r.due_ms <= :now ORDER BY r.due_ms LIMIT :most)"""
HOLD: Final = """
UPDATE run SET state = 'RUNNING', attempts = attempts + 1, due_ms = :until, updated_ms = :now
WHERE id IN (SELECT value FROM json_each(:ids))"""
READ: Final = """
SELECT r.id, r.project_id, r.workflow_id, r.trigger_id, r.credential_id, r.event_id, r.delivery_id,
  r.attempts, r.attempts - r.tries_from, r.is_ordered, w.updated_ms, t.updated_ms, c.user_id, c.provider_id,
  d.received_ms, d.method, d.headers, d.query_string, CASE WHEN d.body_size <= 65536 THEN d.body END
FROM json_each(:ids) j JOIN run r ON r.id = j.value
JOIN workflow w ON w.id = r.workflow_id JOIN trigger t ON t.id = r.trigger_id
LEFT JOIN credential c ON c.id = r.credential_id LEFT JOIN delivery d ON d.id = r.delivery_id"""
CHANGE: Final = """
INSERT INTO run_change (project_id, workflow_id, run_id)
SELECT project_id, workflow_id, id FROM run WHERE id IN (SELECT value FROM json_each(:ids))"""

# settled: a list of id, attempt, state, due_ms, status, error, at_ms, elapsed_ms and answer
SETTLE: Final = """
UPDATE run SET state = v.value ->> 2, due_ms = v.value ->> 3, status = v.value ->> 4, error = v.value ->> 5,
  updated_ms = :now
FROM json_each(:settled) v
WHERE run.id = v.value ->> 0 AND run.attempts = v.value ->> 1 AND run.state = 'RUNNING'"""
RECORD: Final = """
INSERT INTO run_attempt (run_id, number, at_ms, elapsed_ms, status, error, answer)
SELECT value ->> 0, value ->> 1, value ->> 6, value ->> 7, value ->> 4, value ->> 5, value ->> 8
FROM json_each(:settled) WHERE true ON CONFLICT DO NOTHING"""
STOP: Final = """
UPDATE workflow SET stopped_reason = ?, updated_ms = ?
WHERE id = ? AND stopped_reason = '' AND endpoint = ?"""
GONE: Final = f"""
SELECT json_group_array(id) FROM (
  SELECT id FROM run WHERE {_FREE} AND workflow_id IN (SELECT value FROM json_each(:gone))
  UNION ALL
  SELECT id FROM run WHERE {_ORDERED} AND workflow_id IN (SELECT value FROM json_each(:gone))
  LIMIT :most)"""
CANCEL: Final = """
UPDATE run SET state = 'CANCELLED', error = 'Its workflow was deleted.', updated_ms = :now
WHERE id IN (SELECT value FROM json_each(:ids))"""

_DUE: Final = """
SELECT r.due_ms FROM (SELECT workflow_id, due_ms FROM run WHERE {which} AND due_ms <= :now) r
JOIN workflow w ON w.id = r.workflow_id WHERE w.endpoint IS NOT NULL AND w.stopped_reason = ''"""
COUNT_DUE: Final = f"""
SELECT count(*), min(due_ms) FROM ({_DUE.format(which=_FREE)} UNION ALL {_DUE.format(which=_ORDERED)})"""
COUNT_DEAD: Final = "SELECT count(*) FROM run WHERE state = 'DEAD'"
