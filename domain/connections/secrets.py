"""Secrets: named developer tokens of a project. Write-only: no function gives one to a caller."""

import re
from typing import Final

from domain import clock, text
from domain.connections.callers import Caller, require_editor
from domain.context import Context
from domain.database import atomically
from domain.errors import Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, new_id
from domain.models import Integration, Secret
from domain.vault import Vault

MAX_VALUE: Final = 16 * 1024

_NAME: Final = re.compile(r"[A-Z][A-Z0-9_]{0,63}", re.ASCII)


async def set_secret(context: Context, caller: Caller, name: str, value: str) -> Secret:
    """Store a secret, or replace its value. Raises Invalid (`name`, `value`), Forbidden."""
    project_id = require_editor(caller)
    if problems := secret_problems(name, value):
        raise Invalid(problems)

    async def upsert() -> Secret:
        row = await Secret.get_or_none(project_id=project_id, name=name)
        if row is None:
            row = Secret(id=new_id(Kind.SECRET), project_id=project_id, name=name)
        row.sealed = context.vault.seal(value, _purpose(row.id))
        row.updated_ms = clock.now_ms()
        await row.save()
        return row

    row = await atomically(upsert)
    await _drop(context, project_id)
    return row


def secret_problems(name: str, value: str) -> list[Problem]:
    """What is wrong with a secret that is to be stored (`name`, `value`)."""
    problems = list(text.problems(value, "value", most=MAX_VALUE, what="the value"))
    if not _NAME.fullmatch(name):
        message = "a name is capital letters, digits and _, begins with a letter, at most 64 in all"
        problems.insert(0, Problem(ProblemCode.INVALID, message, ("name",)))
    return problems


async def delete_secret(context: Context, caller: Caller, name: str) -> None:
    """Remove a secret; templates that name it fail closed. Raises NotFound, Forbidden."""
    project_id = require_editor(caller)

    async def delete() -> None:
        if (
            not _NAME.fullmatch(name)
            or not await Secret.filter(project_id=project_id, name=name).delete()
        ):
            raise NotFound("there is no such secret")

    await atomically(delete)
    await _drop(context, project_id)


async def list_secrets(caller: Caller) -> list[Secret]:
    """The project's secrets by name; their values stay sealed. Raises Forbidden."""
    return await Secret.filter(project_id=require_editor(caller)).order_by("name")


async def secret_values(vault: Vault, project_id: str) -> dict[str, str]:
    """Every secret of a project in the clear, for what verifies and calls. Raises vault.Unreadable."""
    rows = await Secret.filter(project_id=project_id)
    return {row.name: vault.open(row.sealed, _purpose(row.id)) for row in rows}


async def secret_names(project_id: str) -> frozenset[str]:
    """The names alone."""
    return frozenset(
        str(name)
        for name in await Secret.filter(project_id=project_id).values_list("name", flat=True)
    )


async def _drop(context: Context, project_id: str) -> None:
    # any trigger of the project may name the secret
    for identifier in await Integration.filter(project_id=project_id).values_list("id", flat=True):
        context.drop_plans(str(identifier))


def _purpose(secret_id: str) -> str:
    return f"secret:{secret_id}"
