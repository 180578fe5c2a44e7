"""Planted secrets and tokens are found nowhere but sealed: no log line, page, GraphQL answer, error or column holds one."""

import base64
import io
import sqlite3
from collections import deque
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import quote

import pytest
import structlog

from domain import clock
from domain.connections import freshness
from domain.models import Credential
from domain.simulator.oauth_server import Mishap
from tests.api.world import CONNECT, World
from tests.oauth.shop import ACCOUNT, REFRESH, SECRET, UPDATE, Shop, asked
from tests.oauth.test_refresh import DISCONNECT, LOOK_UP

ENTERED = "planted-entered-token"
NESTED = "planted-nested-token-of-a-person"


@pytest.fixture
def logged() -> Iterator[io.StringIO]:
    lines = io.StringIO()
    before = structlog.get_config()
    structlog.configure(
        logger_factory=structlog.PrintLoggerFactory(lines), cache_logger_on_first_use=False
    )
    yield lines
    structlog.configure(**before)


def forms(secret: str) -> set[str]:
    """A secret as it may stand somewhere."""
    raw = secret.encode()
    return {secret, quote(secret, safe=""), raw.hex(), base64.b64encode(raw).decode().rstrip("=")}


async def test_planted_secrets_are_nowhere_in_clear(
    hookwright: World, acme: Shop, logged: io.StringIO
) -> None:
    seen: list[str] = []
    provider = acme.provider
    provider.extra = {"authed_user": {"access_token": NESTED, "id": "U1"}}

    url = await acme.start()
    address = await acme.allow(url)
    code, state = asked(address)["code"], asked(url)["state"]
    seen += [url, (await acme.back(address)).text, (await acme.back(address)).text]
    (row,) = await Credential.filter(integration_id=acme.integration_id)
    given = {"integrationId": acme.integration_id, "userId": "ada"}
    bearer = {"bearer": {"token": ENTERED}}
    own = {"credentialId": row.id}
    operations = [
        (Mishap.NONE, REFRESH, own),
        (Mishap.NONE, LOOK_UP, own),
        (Mishap.NONE, CONNECT, {**given, "authorization": bearer}),
        *((mishap, REFRESH, own) for mishap in Mishap if mishap not in {Mishap.STALL, Mishap.SLOW}),
    ]
    for mishap, query, given_input in operations:
        provider.mishaps = deque([mishap] if query == REFRESH else [])
        seen.append(str(await acme.editor.post(query, input=given_input)))
        seen.append(str(await acme.editor.post(ACCOUNT, id=row.id)))
    await Credential.filter(id=row.id).update(due_ms=clock.now_ms() - 1)
    provider.grants[0].is_over = True
    with pytest.raises(freshness.Unusable) as caught:
        await freshness.refreshed(hookwright.hookwright.context, row.id)
    seen += [str(caught.value), str(await acme.editor.post(ACCOUNT, id=row.id))]
    app = {"clientSecret": SECRET}
    wrong = {"integrationId": acme.integration_id, "oauth": app}
    seen.append(str(await acme.editor.post(UPDATE, input=wrong)))
    seen.append(str(await acme.editor.post(DISCONNECT, input={"credentialId": row.id})))

    secrets = {*provider.tokens(), SECRET, ENTERED, NESTED, code}
    assert len(secrets) == 12
    outside = "\n".join([*seen[1:], logged.getvalue()])
    for secret in secrets:
        assert not [form for form in forms(secret) if form in outside], secret
    assert "oauth.refresh_failed" in logged.getvalue()
    columns = written(hookwright)
    for secret in {*secrets, state}:
        assert not [form for form in forms(secret) if form in columns], secret
    assert "Tracker" in columns


def written(hookwright: World) -> str:
    """Every column of every row, bytes as Latin-1."""
    path = hookwright.hookwright.context.settings.data / "hookwright.db"
    found: list[str] = []
    with closing(sqlite3.connect(path)) as connection:
        tables = connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table'"
        ).fetchall()
        for (table,) in tables:
            for row in connection.execute(f'SELECT * FROM "{table}"'):  # noqa: S608  its own names
                found += [
                    each.decode("latin-1") if isinstance(each, bytes) else str(each) for each in row
                ]
    return "\n".join(found)
