"""Our own addresses, below the configured public URL. Pure: never guessed from a request."""

import functools
import re
from dataclasses import dataclass, replace
from typing import Final

from domain.identity import Kind, is_id
from domain.settings import Settings

_PREFIX: Final = "/triggers/connect"
_PATH: Final = re.compile(
    rf"{_PREFIX}/(?P<project>\w+)/(?P<integration>\w+)(?:/custom-triggers/(?P<trigger>\w+))?(?P<test>/test)?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Target:
    """One of our addresses. trigger_id: None for the address an integration's app-level triggers share."""

    project_id: str
    integration_id: str
    trigger_id: str | None = None
    is_test: bool = False


@functools.lru_cache(maxsize=8192)
def read(path: str) -> Target | None:
    """The address that a request's path names, or None when it is none of ours."""
    match = _PATH.fullmatch(path)
    if match is None:
        return None
    project, integration, trigger = match["project"], match["integration"], match["trigger"]
    are_ids = is_id(project, Kind.PROJECT) and is_id(integration, Kind.INTEGRATION)
    if not are_ids or (trigger is not None and not is_id(trigger, Kind.TRIGGER)):
        return None
    return Target(project, integration, trigger, match["test"] is not None)


def path_of(target: Target) -> str:
    """The path that `read` reads back; no query."""
    own = f"/custom-triggers/{target.trigger_id}" if target.trigger_id else ""
    return f"{_PREFIX}/{target.project_id}/{target.integration_id}{own}" + (
        "/test" if target.is_test else ""
    )


def public_url(settings: Settings) -> str:
    """Where providers reach us, without a slash at the end."""
    return settings.public_url or f"http://{settings.host}:{settings.port}"


def webhook_url(settings: Settings, project_id: str, integration_id: str) -> str:
    """The address of an integration's app-level events, shared by all its app-level triggers."""
    return public_url(settings) + path_of(Target(project_id, integration_id))


def target_url(settings: Settings, target: Target) -> str:
    """What the wizard shows to copy: the sandbox's address, ending in `/test`."""
    return public_url(settings) + path_of(replace(target, is_test=True))


def user_target_url(settings: Settings, target: Target, credential_id: str) -> str:
    """The address of one account at user level: the target URL, `/test` replaced by the account."""
    return f"{public_url(settings)}{path_of(replace(target, is_test=False))}?id={credential_id}"
