"""Which runs of workflows that are pulled are due, in SQL that every kind of database reads. Pure.

The words of the partial indexes stand in it as they are: a query that hands them in as parameters does not use the indexes.
"""

# ruff: noqa: S608  ids and numbers alone are filled in

from typing import Final

from domain.identity import Kind, is_id

_UNDONE: Final = "state IN ('PENDING', 'RUNNING')"
_ORDERED: Final = f"is_ordered AND {_UNDONE}"

_PULLED: Final = """
SELECT id FROM workflow WHERE project_id = '{project_id}' AND endpoint IS NULL AND stopped_reason = ''
AND deleted_ms IS NULL{also}"""
FREE: Final = f"""
SELECT * FROM run WHERE id IN (
  SELECT id FROM run WHERE NOT is_ordered AND {_UNDONE} AND workflow_id IN ({_PULLED}) AND due_ms <= {{now_ms}}
  ORDER BY due_ms LIMIT {{most}})
ORDER BY due_ms, id"""
ORDERED: Final = f"""
WITH RECURSIVE head(workflow_id, credential_id) AS (
  SELECT id, (SELECT min(credential_id) FROM run WHERE {_ORDERED} AND workflow_id = workflow.id)
  FROM ({_PULLED}) AS workflow
  UNION ALL
  SELECT workflow_id, (
    SELECT min(credential_id) FROM run
    WHERE {_ORDERED} AND workflow_id = head.workflow_id AND credential_id > head.credential_id)
  FROM head WHERE credential_id IS NOT NULL)
SELECT r.* FROM head JOIN run r ON r.id = (
  SELECT min(id) FROM run
  WHERE {_ORDERED} AND workflow_id = head.workflow_id AND credential_id = head.credential_id)
WHERE head.credential_id IS NOT NULL AND r.due_ms <= {{now_ms}} ORDER BY r.due_ms, r.id LIMIT {{most}}"""


def filled(
    statement: str, project_id: str, workflow_id: str | None, *, now_ms: int, most: int
) -> str:
    """A statement for a workflow, or for all of a project. Raises ValueError for what is not an id."""
    if not is_id(project_id, Kind.PROJECT) or not (
        workflow_id is None or is_id(workflow_id, Kind.WORKFLOW)
    ):
        raise ValueError("not an id")
    also = "" if workflow_id is None else f" AND id = '{workflow_id}'"
    return statement.format(project_id=project_id, also=also, now_ms=int(now_ms), most=int(most))
