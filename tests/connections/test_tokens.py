"""Projects and editor tokens."""

import pytest

from domain.connections import projects, tokens
from domain.connections.callers import Caller, CallerKind
from domain.errors import Forbidden, Invalid, NotFound, Unauthenticated
from domain.models import EditorToken, Project
from tests.connections.workspace import Workspace


async def test_token_opens_its_project_until_it_is_revoked(space: Workspace) -> None:
    made = await tokens.create_token(space.caller, "  CI ")

    assert await tokens.authenticate(made.token) == space.caller
    await tokens.revoke_token(space.caller, made.row.id)
    with pytest.raises(Unauthenticated):
        await tokens.authenticate(made.token)


async def test_token_is_random_and_stored_as_a_digest_only(space: Workspace) -> None:
    made = await tokens.create_token(space.caller, "CI")

    assert made.token.startswith("hw_")
    assert len(made.token) == 46
    assert made.row.digest == tokens.digest(made.token)
    assert made.token.encode() not in space.path.read_bytes()


@pytest.mark.parametrize("token", ["", "hw_x", "x" * 100_000, "\0", "\ud800", "é"])
async def test_anything_else_is_unauthenticated(space: Workspace, token: str) -> None:
    assert await tokens.list_tokens(space.caller) == []
    with pytest.raises(Unauthenticated):
        await tokens.authenticate(token)


async def test_token_of_another_project_looks_like_none(space: Workspace) -> None:
    made = await tokens.create_token(space.caller, "CI")
    other = Caller((await projects.create_project("Other")).id, CallerKind.EDITOR)

    with pytest.raises(NotFound):
        await tokens.revoke_token(other, made.row.id)
    assert await tokens.authenticate(made.token) == space.caller


async def test_connected_user_may_not_make_tokens(space: Workspace) -> None:
    user = Caller(space.caller.project_id, CallerKind.USER, "u1")

    with pytest.raises(Forbidden):
        await tokens.create_token(user, "CI")
    assert await EditorToken.all().count() == 0


async def test_first_project_keeps_its_configured_token_over_starts(space: Workspace) -> None:
    for _ in range(2):
        project, shown = await projects.first_project("configured-token-1")
        assert (project.id, shown) == (space.caller.project_id, None)

    assert await tokens.authenticate("configured-token-1") == space.caller
    assert await EditorToken.all().count() == 1


async def test_first_project_without_a_configured_token_shows_one_once(space: Workspace) -> None:
    await Project.filter(id=space.caller.project_id).delete()

    project, token = await projects.first_project()

    assert token is not None
    assert (await tokens.authenticate(token)).project_id == project.id
    assert await projects.first_project() == (project, None)


async def test_short_configured_token_is_refused(space: Workspace) -> None:
    with pytest.raises(Invalid, match="16 to 512"):
        await projects.first_project("short")
    assert await EditorToken.all().count() == 0
    assert space.dropped == []
