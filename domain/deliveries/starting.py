"""What an event starts: a run for each workflow that is enabled for its account and wants it. Pure."""

from collections.abc import Sequence

from domain.deliveries.judgement import Opinion
from domain.deliveries.plan import Candidate, Enabled, Start
from domain.deliveries.record import NewRun
from domain.identity import Kind, new_id
from domain.templates.conditions import evaluate
from domain.templates.scope import Scope

Starts = dict[str, tuple[NewRun, ...]]


def left_out(candidate: Candidate, scope: Scope) -> dict[str, str]:
    """Why workflows' own filters stop an event, by workflow; those that want it are not in it."""
    judged = (
        (start.workflow_id, evaluate(start.filter, scope))
        for start in candidate.starts
        if start.filter is not None
    )
    return {workflow_id: reason for workflow_id, reason in judged if reason}


def started(
    opinion: Opinion, credentials: Sequence[str], enabled: Enabled
) -> tuple[Starts, list[tuple[Start, str]]]:
    """The runs by account, in order of making; and the enabled workflows that do not want the event, with why."""
    starts: Starts = {}
    unwanted: dict[str, tuple[Start, str]] = {}
    for credential_id in credentials:
        wanted = enabled.get(credential_id, frozenset())
        runs: list[NewRun] = []
        for start in opinion.candidate.starts:
            if start.workflow_id not in wanted:
                continue
            if reason := opinion.left_out.get(start.workflow_id):
                unwanted[start.workflow_id] = (start, reason)
            else:
                runs.append(NewRun(new_id(Kind.RUN), start.workflow_id, start.is_ordered))
        starts[credential_id] = tuple(runs)
    return starts, list(unwanted.values())
