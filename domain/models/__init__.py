"""The tables. They are the store: no layer stands between them and the deeds.

Ids are typed texts (`identity`). What a person configures is bound by foreign keys; what the internet sends
(deliveries, verdicts, events) is a log without them, so that writing it asks no other table.
Names of columns ending in `_ms` are integer milliseconds since 1970, UTC.
"""

from domain.models.accounts import (
    Credential,
    EditorToken,
    Integration,
    OAuthFlow,
    Project,
    Secret,
    UserTokenKey,
)
from domain.models.log import Delivery, Event, FollowUp, Replay, Unrouted, Verdict
from domain.models.registrations import Registration, RegistrationExchange
from domain.models.triggers import PersistedValue, ShownValue, Trigger, TriggerHealth
from domain.models.workflows import Run, RunAttempt, RunChange, Workflow, WorkflowAccount

__all__ = [
    "Credential",
    "Delivery",
    "EditorToken",
    "Event",
    "FollowUp",
    "Integration",
    "OAuthFlow",
    "PersistedValue",
    "Project",
    "Registration",
    "RegistrationExchange",
    "Replay",
    "Run",
    "RunAttempt",
    "RunChange",
    "Secret",
    "ShownValue",
    "Trigger",
    "TriggerHealth",
    "Unrouted",
    "UserTokenKey",
    "Verdict",
    "Workflow",
    "WorkflowAccount",
]
