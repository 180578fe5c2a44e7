"""Secrets: set, replaced, deleted, and never readable."""

import pytest

from domain.connections import secrets
from domain.connections.callers import Caller, CallerKind
from domain.connections.integrations import IntegrationChanges, create_integration
from domain.errors import Invalid, NotFound
from domain.models import Secret
from tests.connections.workspace import Workspace

_SECRET = "whsec_planted_secret"


async def test_secret_is_sealed_on_disk_and_open_to_plans(space: Workspace) -> None:
    await secrets.set_secret(space.context, space.caller, "SIGNING", _SECRET)

    values = await secrets.secret_values(space.context.vault, space.caller.project_id)
    assert values == {"SIGNING": _SECRET}
    files = [file.read_bytes() for file in space.path.parent.iterdir()]
    assert [_SECRET.encode() in content for content in files] == [False] * len(files)


async def test_setting_again_replaces_the_value_and_drops_every_plan(space: Workspace) -> None:
    made = [
        await create_integration(space.context, space.caller, IntegrationChanges(name=name))
        for name in ("A", "B")
    ]
    first = await secrets.set_secret(space.context, space.caller, "SIGNING", "old")
    space.dropped.clear()

    second = await secrets.set_secret(space.context, space.caller, "SIGNING", "new")

    assert second.id == first.id
    assert await secrets.secret_values(space.context.vault, space.caller.project_id) == {
        "SIGNING": "new"
    }
    assert sorted(space.dropped) == sorted(row.id for row in made)


async def test_every_problem_is_said_at_once(space: Workspace) -> None:
    with pytest.raises(Invalid) as caught:
        await secrets.set_secret(space.context, space.caller, "lower case", "a\0b")

    assert [(each.code.value, each.path) for each in caught.value.problems] == [
        ("INVALID", ("name",)),
        ("INVALID", ("value",)),
    ]
    assert "a\0b" not in str(caught.value)
    assert await Secret.all().count() == 0


@pytest.mark.parametrize("value", ["", "   ", "\ud800", "x" * 20_000])
async def test_value_that_cannot_be_one_is_refused(space: Workspace, value: str) -> None:
    with pytest.raises(Invalid) as caught:
        await secrets.set_secret(space.context, space.caller, "A", value)
    assert [each.path for each in caught.value.problems] == [("value",)]


async def test_secret_of_another_project_cannot_be_deleted(space: Workspace) -> None:
    await secrets.set_secret(space.context, space.caller, "A", "1")

    with pytest.raises(NotFound):
        await secrets.delete_secret(space.context, Caller("prj_x", CallerKind.EDITOR), "A")
    await secrets.delete_secret(space.context, space.caller, "A")
    assert await secrets.list_secrets(space.caller) == []
