"""Several processes on one database: a token is refreshed once, and a process that is killed leaves no account stuck.

Between two lives the claim of the dead is ended by hand: that is the time that would have to pass.
"""

import asyncio
import socket
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from domain import clock
from domain.connections import connecting, integrations, secrets
from domain.connections.callers import Caller, CallerKind
from domain.connections.connecting import Account, Held
from domain.connections.grants import Token, bearer
from domain.connections.integrations import IntegrationChanges
from domain.connections.oauth_app import OAuthChanges
from domain.connections.projects import create_project
from domain.models import Credential
from domain.simulator.oauth_server import Granted, Mishap, OAuthServer
from tests.api.world import served
from tests.database import put_new
from tests.oauth.asker import visiting
from tests.oauth.shop import eventually
from tests.services.fixtures import Databases

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
CUSTOMERS = 2


@dataclass(frozen=True, slots=True)
class Scene:
    """An account whose token is over, at a provider in this process."""

    address: str
    provider: OAuthServer
    credential_id: str

    async def asker(self) -> asyncio.subprocess.Process:
        """A process that stands ready to ask."""
        started = await asyncio.create_subprocess_exec(
            *(sys.executable, "-m", "tests.oauth.asker", self.address, self.credential_id),
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        assert started.stdout is not None
        async with asyncio.timeout(30):
            assert await started.stdout.readline() == b"ready\n"
        return started

    async def asked(self, times: int) -> None:
        """Wait until the provider was asked so often."""
        async with asyncio.timeout(15):
            while len(self.provider.asked) < times:  # noqa: ASYNC110  another process asks
                await asyncio.sleep(0.02)


async def go(asker: asyncio.subprocess.Process) -> None:
    """Let it ask."""
    assert asker.stdin is not None
    asker.stdin.write(b"\n")
    await asker.stdin.drain()


async def said(asker: asyncio.subprocess.Process) -> str:
    """What it got."""
    async with asyncio.timeout(30):
        out, _ = await asker.communicate()
    return out.decode().splitlines()[-1]  # what it logs stands before


@asynccontextmanager
async def scene(address: str) -> AsyncIterator[Scene]:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        origin = f"http://127.0.0.1:{listener.getsockname()[1]}"
        provider = OAuthServer("client-1", "planted-client-secret", f"{origin}/back")
        provider.grants.append(Granted("T1", "planted-refresh-0"))
        async with served(provider, listener, asyncio.Event()), visiting(address) as context:
            caller = Caller((await create_project("Acme")).id, CallerKind.EDITOR)
            await secrets.set_secret(context, caller, "CLIENT_SECRET", "planted-client-secret")
            app = OAuthChanges(
                authorize_url=f"{origin}/oauth/authorize",
                token_url=f"{origin}/oauth/token",
                client_id="client-1",
                client_secret="{{secrets.CLIENT_SECRET}}",
            )
            changes = IntegrationChanges(name="Tracker", oauth=app)
            where = await integrations.create_integration(context, caller, changes)
            token = Token("planted-access-0", "planted-refresh-0", 3_600, {})
            held = Held(bearer(token), token)
            row = await connecting.keep(context, where, Account("ada"), held)
            past = clock.now_ms() - 1
            await Credential.filter(id=row.id).update(expires_ms=past, due_ms=past)
            yield Scene(address, provider, row.id)
            provider.held.set()


@pytest.fixture(params=["sqlite", "postgres"])
async def place(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[Scene]:
    if request.param == "sqlite":
        await put_new(tmp_path / "x.db")
        address = f"sqlite://{tmp_path}/x.db"
    else:
        databases: Databases = request.getfixturevalue("databases")
        address = await databases.fresh()
    async with scene(address) as made:
        yield made


async def test_two_processes_that_race_for_it_cause_one_refresh(place: Scene) -> None:
    askers = [await place.asker() for _ in range(CUSTOMERS)]

    await asyncio.gather(*map(go, askers))
    answers = [await said(asker) for asker in askers]

    assert place.provider.asked == ["refresh_token"]
    assert len(set(answers)) == 1
    assert not answers[0].startswith("unusable")
    assert not place.provider.grants[0].is_over


async def test_process_killed_before_the_provider_obeyed_leaves_nothing_undone(
    place: Scene,
) -> None:
    place.provider.mishaps.append(Mishap.STALL)
    first = await place.asker()
    await go(first)

    async def is_claimed() -> bool:
        row = await Credential.get(id=place.credential_id)
        return row.claimed_ms is not None and not place.provider.mishaps

    await eventually(is_claimed)
    first.kill()
    await first.wait()
    await Credential.filter(id=place.credential_id).update(claimed_ms=clock.now_ms() - 1)

    second = await place.asker()
    await go(second)

    assert not (await said(second)).startswith("unusable")
    assert place.provider.asked == ["refresh_token"]
    assert (await Credential.get(id=place.credential_id)).status == "CONNECTED"


async def test_process_killed_before_it_wrote_the_new_tokens_says_to_connect_again(
    place: Scene,
) -> None:
    place.provider.mishaps.append(Mishap.SLOW)
    first = await place.asker()
    await go(first)
    await place.asked(1)
    first.kill()
    await first.wait()
    await Credential.filter(id=place.credential_id).update(claimed_ms=clock.now_ms() - 1)

    second = await place.asker()
    await go(second)

    assert await said(second) == "unusable True"
    row = await Credential.get(id=place.credential_id)
    assert row.status == "INVALID"
    assert row.reason is not None
    assert row.reason.endswith("Connect it again.")


async def test_claim_of_the_living_is_waited_for(place: Scene) -> None:
    place.provider.mishaps.append(Mishap.SLOW)
    first = await place.asker()
    second = await place.asker()
    await go(first)
    await place.asked(1)
    await go(second)
    place.provider.held.set()

    assert await said(first) == await said(second)
    assert place.provider.asked == ["refresh_token"]
