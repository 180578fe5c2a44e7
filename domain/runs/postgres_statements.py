"""The statements of the queue on PostgreSQL. Lists go in as arrays; rows that others hold are passed over."""

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
SELECT lane.id, {due} AS due_ms,
  coalesce(w.endpoint IS NOT NULL AND w.stopped_reason = '' AND w.deleted_ms IS NULL, false) AS is_open,
  w.id IS NULL OR w.deleted_ms IS NOT NULL AS is_gone
FROM lane LEFT JOIN workflow w ON w.id = lane.id WHERE lane.id IS NOT NULL"""
SURVEY_FREE: Final = _SURVEY.format(
    which=_FREE, due=f"(SELECT min(due_ms) FROM run WHERE {_FREE} AND workflow_id = lane.id)"
)
SURVEY_ORDERED: Final = _SURVEY.format(which=_ORDERED, due="0")

# $1: workflow ids, $2: whether of engines that pull; $3: now, $4: how many at most
_OPEN: Final = """
lane(id) AS (
  SELECT w.id FROM unnest($1::text[]) AS wanted(id) JOIN workflow w ON w.id = wanted.id
  WHERE (w.endpoint IS NULL) = $2 AND w.stopped_reason = '' AND w.deleted_ms IS NULL)"""
CLAIM_FREE: Final = f"""
WITH {_OPEN}
SELECT r.id FROM lane CROSS JOIN LATERAL (
  SELECT id FROM run WHERE {_FREE} AND workflow_id = lane.id AND due_ms <= $3
  ORDER BY due_ms LIMIT $4 FOR UPDATE SKIP LOCKED) r"""
# what is locked is judged again as it then is: its state and due time stand in the outer condition too
CLAIM_ORDERED: Final = f"""
WITH RECURSIVE {_OPEN},
head(workflow_id, credential_id) AS (
  SELECT lane.id, (SELECT min(credential_id) FROM run WHERE {_ORDERED} AND workflow_id = lane.id) FROM lane
  UNION ALL
  SELECT head.workflow_id, (
    SELECT min(credential_id) FROM run
    WHERE {_ORDERED} AND workflow_id = head.workflow_id AND credential_id > head.credential_id)
  FROM head WHERE head.credential_id IS NOT NULL),
oldest AS (
  SELECT (
    SELECT id FROM run
    WHERE {_ORDERED} AND workflow_id = head.workflow_id AND credential_id = head.credential_id ORDER BY id LIMIT 1) AS id
  FROM head WHERE head.credential_id IS NOT NULL)
SELECT r.id FROM oldest JOIN run r ON r.id = oldest.id
WHERE r.due_ms <= $3 AND r.{_UNDONE} ORDER BY r.due_ms LIMIT $4 FOR UPDATE OF r SKIP LOCKED"""
HOLD: Final = """
UPDATE run SET state = 'RUNNING', attempts = attempts + 1, due_ms = $2, updated_ms = $3 WHERE id = ANY($1::text[])"""
READ: Final = """
SELECT r.id, r.project_id, r.workflow_id, r.trigger_id, r.credential_id, r.event_id, r.delivery_id,
  r.attempts AS attempt, r.attempts - r.tries_from AS tries, r.is_ordered,
  w.updated_ms AS workflow_ms, t.updated_ms AS trigger_ms, c.user_id, c.provider_id,
  d.received_ms, d.method, d.headers, d.query_string, CASE WHEN d.body_size <= 65536 THEN d.body END AS body
FROM unnest($1::text[]) WITH ORDINALITY AS wanted(id, place) JOIN run r ON r.id = wanted.id
JOIN workflow w ON w.id = r.workflow_id JOIN trigger t ON t.id = r.trigger_id
LEFT JOIN credential c ON c.id = r.credential_id LEFT JOIN delivery d ON d.id = r.delivery_id
ORDER BY wanted.place"""
CHANGE: Final = """
INSERT INTO run_change (project_id, workflow_id, run_id)
SELECT project_id, workflow_id, id FROM run WHERE id = ANY($1::text[])"""

SETTLE: Final = """
UPDATE run SET state = v.state, due_ms = v.due_ms, status = v.status, error = v.error, updated_ms = $7
FROM unnest($1::text[], $2::int[], $3::text[], $4::bigint[], $5::int[], $6::text[])
  AS v(id, attempt, state, due_ms, status, error)
WHERE run.id = v.id AND run.attempts = v.attempt AND run.state = 'RUNNING'"""
RECORD: Final = """
INSERT INTO run_attempt (run_id, number, at_ms, elapsed_ms, status, error, answer)
SELECT * FROM unnest($1::text[], $2::int[], $3::bigint[], $4::int[], $5::int[], $6::text[], $7::text[])
ON CONFLICT DO NOTHING"""
STOP: Final = """
UPDATE workflow SET stopped_reason = $1, updated_ms = $2
WHERE id = $3 AND stopped_reason = '' AND endpoint = $4"""
GONE: Final = f"""
SELECT id FROM run WHERE {_UNDONE} AND workflow_id = ANY($1::text[]) LIMIT $2 FOR UPDATE SKIP LOCKED"""
CANCEL: Final = """
UPDATE run SET state = 'CANCELLED', error = 'Its workflow was deleted.', updated_ms = $2 WHERE id = ANY($1::text[])"""

COUNT_DUE: Final = f"""
SELECT count(*) AS due, min(r.due_ms) AS oldest FROM run r JOIN workflow w ON w.id = r.workflow_id
WHERE r.{_UNDONE} AND r.due_ms <= $1 AND w.endpoint IS NOT NULL AND w.stopped_reason = ''"""
COUNT_DEAD: Final = "SELECT count(*) FROM run WHERE state = 'DEAD'"
