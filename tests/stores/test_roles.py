"""The recipe of `docs/scaling.md`, run: two receivers, two APIs and two dispatchers over one PostgreSQL."""

import asyncio
import json
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import httpx
import pytest

from api.roles import EVERY, Role, check
from domain import database
from domain.connections.callers import Caller, CallerKind
from domain.errors import Misconfigured
from domain.models import Delivery, Event, Project
from domain.settings import Settings
from tests.api.world import Editor, Workshop, workshop
from tests.database import put_new
from tests.endtoend.ears import by_socket
from tests.receiver.shop import FINISH, signed
from tests.services.fixtures import Databases
from tests.stores.processes import Running, documented_environment, running


@dataclass
class System:
    """Processes by role, and an editor at each API."""

    running: dict[str, list[Running]]
    editors: list[Editor]
    http: httpx.AsyncClient

    def at(self, receiver: int, url: str) -> str:
        """One of our addresses, at one receiver."""
        path = url.removeprefix(documented_environment()["HOOKWRIGHT_PUBLIC_URL"])
        return self.running["receiver"][receiver].url + path


@pytest.fixture(scope="module")
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture(scope="module")
async def system(
    databases: Databases, tmp_path_factory: pytest.TempPathFactory
) -> AsyncIterator[System]:
    address = await databases.fresh()
    folder = tmp_path_factory.mktemp("roles")
    async with AsyncExitStack() as stack:
        roles = ["receiver", "receiver", "api", "api", "dispatcher", "dispatcher"]
        starting = [
            stack.enter_async_context(running(role, folder, DATABASE_URL=address)) for role in roles
        ]
        made = [await each for each in starting]
        by_role = {role: [each for each in made if each.role == role] for role in set(roles)}
        await stack.enter_async_context(database.opened(address))
        http = await stack.enter_async_context(httpx.AsyncClient(timeout=10))
        project = await Project.get()
        token = documented_environment()["HOOKWRIGHT_EDITOR_TOKEN"]
        caller = Caller(project.id, CallerKind.EDITOR)
        editors = [Editor(each.url, project, caller, token, http) for each in by_role["api"]]
        yield System(by_role, editors, http)


async def deliver(system: System, made: Workshop, receiver: int, body: Any) -> httpx.Response:
    content = json.dumps(body).encode()
    url = system.at(receiver, made.target_url)
    return await system.http.post(url, content=content, headers=signed(content))


async def test_what_is_described_at_one_api_is_received_anywhere_and_seen_at_the_other(
    system: System,
) -> None:
    made = await workshop(system.editors[0])

    async with by_socket(system.editors[1], made.trigger_id) as ear:
        replies = [await deliver(system, made, i % 2, {"team": "T1", "n": i}) for i in range(20)]
        heard = await ear.take(20)

    assert {reply.status_code for reply in replies} == {200}
    assert {each["delivery"]["outcome"] for each in heard} == {"EVENT"}
    rows = await Delivery.filter(integration_id=made.integration_id)
    assert sorted(each["delivery"]["id"] for each in heard) == sorted(row.id for row in rows)
    done = await system.editors[1].change(FINISH, triggerId=made.trigger_id)
    assert done["trigger"] == {"status": "ACTIVE"}


async def test_a_change_counts_at_every_receiver_at_once(system: System) -> None:
    """Not even the first delivery after a change is judged by what was there before."""
    editor = system.editors[0]
    made = await workshop(editor)
    for receiver in (0, 1):
        assert (await deliver(system, made, receiver, {"team": "T1"})).status_code == 200

    set_secret = (
        "mutation ($input: SetSecretInput!) { setSecret(input: $input) { errors { code } } }"
    )
    for turn in range(6):
        secret = f"another-secret-{turn}"
        await editor.data(set_secret, input={"name": "SIGNING", "value": secret})
        content = json.dumps({"team": "T1", "turn": turn}).encode()
        url = system.at(turn % 2, made.target_url)
        reply = await system.http.post(url, content=content, headers=signed(content, secret))
        assert reply.status_code == 200

    assert await Event.filter(trigger_id=made.trigger_id).count() == 8


async def test_a_process_says_it_stops_before_it_does_and_exits_cleanly(
    system: System, databases: Databases, tmp_path: Path
) -> None:
    address = await databases.fresh()
    for role in Role:
        async with running(role, tmp_path, DATABASE_URL=address) as one:
            assert (await system.http.get(f"{one.url}/healthz")).text == "ok\n"
            assert await one.stop() == 0


async def test_each_role_serves_its_own_addresses_alone(system: System) -> None:
    made = await workshop(system.editors[0])
    api, dispatcher = system.running["api"][0], system.running["dispatcher"][0]
    receiver = system.running["receiver"][0]
    path = made.target_url.removeprefix(documented_environment()["HOOKWRIGHT_PUBLIC_URL"])

    asked = [
        await system.http.post(api.url + path, content=b"{}"),
        await system.http.post(dispatcher.url + path, content=b"{}"),
        await system.http.post(receiver.url + "/graphql", json={"query": "{ __typename }"}),
        await system.http.post(dispatcher.url + "/graphql", json={"query": "{ __typename }"}),
    ]

    assert [each.status_code for each in asked] == [404] * 4
    assert await Delivery.filter(integration_id=made.integration_id).count() == 0


def test_a_role_alone_needs_postgresql_and_what_all_processes_share() -> None:
    receiver = frozenset({Role.RECEIVER})
    shared = Settings(
        database_url="postgres://u@h/d", public_url="https://x.example", secret_key="k"
    )

    with pytest.raises(
        Misconfigured, match=r"SQLite serves one: name a PostgreSQL by HOOKWRIGHT_D"
    ):
        check(Settings(), receiver)
    with pytest.raises(Misconfigured, match="HOOKWRIGHT_PUBLIC_URL and HOOKWRIGHT_SECRET_KEY must"):
        check(Settings(database_url="postgres://u@h/d"), receiver)
    check(shared, receiver)
    check(Settings(), EVERY)
    check(replace(shared, secret_key=""), EVERY)


async def test_sqlite_takes_no_bus(tmp_path: Path) -> None:
    await put_new(tmp_path / "x.db")
    from domain.bus import Bus, carried  # noqa: PLC0415

    async with database.opened(f"sqlite://{tmp_path}/x.db") as store:
        with pytest.raises(Misconfigured, match="SQLite serves one"):
            async with carried(Bus(), store, "nats://127.0.0.1:4222"):
                await asyncio.sleep(0)
