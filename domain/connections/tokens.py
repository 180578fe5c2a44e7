"""Editor tokens: bearer texts of which only a digest is kept."""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Final

from domain import clock, text
from domain.connections.callers import Caller, CallerKind, require_editor
from domain.database import atomically
from domain.errors import Invalid, NotFound, ProblemCode, Unauthenticated
from domain.identity import Kind, is_id, new_id
from domain.models import EditorToken

_PREFIX: Final = "hw_"
_SHORTEST: Final = 16
_LONGEST: Final = 512


@dataclass(frozen=True, slots=True)
class NewToken:
    """token: shown this once; it cannot be had again."""

    row: EditorToken
    token: str


async def authenticate(token: str) -> Caller:
    """Who bears this token. Raises Unauthenticated, without saying why."""
    row = None
    if len(token) <= _LONGEST and text.is_clean(token):
        row = await EditorToken.get_or_none(digest=digest(token), revoked_ms=None)
    if row is None:
        raise Unauthenticated("the token is unknown or revoked")
    return Caller(row.project_id, CallerKind.EDITOR)


async def create_token(caller: Caller, name: str) -> NewToken:
    """Make another editor token of the project. Raises Invalid (`name`), Forbidden."""
    project_id = require_editor(caller)
    if found := list(text.problems(name, "name", most=80, what="the name")):
        raise Invalid(found)
    token = generate()
    return NewToken(await atomically(lambda: insert(project_id, name.strip(), token)), token)


async def list_tokens(caller: Caller) -> list[EditorToken]:
    """The project's tokens, revoked ones too, oldest first. Raises Forbidden."""
    return await EditorToken.filter(project_id=require_editor(caller)).order_by("created_ms", "id")


async def revoke_token(caller: Caller, token_id: str) -> EditorToken:
    """End a token, at once and for good; again is fine. Raises NotFound, Forbidden."""
    project_id = require_editor(caller)

    async def revoke() -> EditorToken:
        row = None
        if is_id(token_id, Kind.TOKEN):
            row = await EditorToken.get_or_none(id=token_id, project_id=project_id)
        if row is None:
            raise NotFound("there is no such token")
        if row.revoked_ms is None:
            row.revoked_ms = clock.now_ms()
            await row.save(update_fields=["revoked_ms"])
        return row

    return await atomically(revoke)


async def insert(project_id: str, name: str, token: str) -> EditorToken:
    """Store a token inside a unit of work. Raises Invalid when it is too short to be one."""
    if not _SHORTEST <= len(token) <= _LONGEST or not text.is_clean(token):
        raise Invalid.one(ProblemCode.INVALID, f"a token has {_SHORTEST} to {_LONGEST} characters")
    return await EditorToken.create(
        id=new_id(Kind.TOKEN),
        project_id=project_id,
        name=name,
        digest=digest(token),
        created_ms=clock.now_ms(),
    )


def generate() -> str:
    """A fresh token: `hw_` and 32 random bytes, URL-safe."""
    return _PREFIX + secrets.token_urlsafe(32)


def digest(token: str) -> str:
    """What is stored of a token: SHA-256, hex. Tokens are random, so no salt is needed."""
    return hashlib.sha256(token.encode()).hexdigest()
