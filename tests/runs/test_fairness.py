"""Two thousand endpoints, one dead and one slow: neither delays the others."""

import asyncio
from pathlib import Path
from typing import Final

import pytest
from tortoise.queryset import QuerySet

from domain.database import atomically
from domain.models import Run, Workflow
from domain.runs import secrets
from domain.runs.started import TOPIC
from domain.vault import Vault
from tests.api.world import World
from tests.receiver.shop import Shop
from tests.runs.backlog import fill
from tests.runs.endpoint import Endpoint, Taken, hanging
from tests.runs.started import enable, within, workflow

SETTINGS: Final = {"run_seconds": 2}
OTHERS: Final = 1_998
EACH: Final = 2
BEHIND: Final = 300


async def slowly(_: Taken, writer: asyncio.StreamWriter) -> None:
    """Answer after a fifth of a second."""
    await asyncio.sleep(0.2)
    writer.write(b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n")


@pytest.mark.slow
@pytest.mark.sqlite_file
async def test_dead_and_slow_endpoints_delay_no_other(
    hookwright: World, shop: Shop, endpoint: Endpoint, capsys: pytest.CaptureFixture[str]
) -> None:
    first = await workflow(shop, await shop.live(), endpoint=endpoint.url + "/first")
    await enable(hookwright, shop, first, await shop.account("A"))
    await shop.send(shop.url, {"team": "A"})
    model = await Workflow.get(id=first.id)
    paths = ["/dead", "/slow", *(f"/{number}" for number in range(OTHERS))]
    endpoint.behave("/dead", hanging)
    endpoint.behave("/slow", slowly)
    vault = hookwright.hookwright.context.vault
    made = [_copy(vault, model, number, endpoint.url + path) for number, path in enumerate(paths)]
    await atomically(lambda: Workflow.bulk_create(made))
    dead, slow, *others = (each.id for each in made)
    (run,) = await first.runs()
    file = Path(hookwright.hookwright.context.settings.database.removeprefix("sqlite://"))

    await asyncio.to_thread(fill, file, run.id, [dead, slow] * BEHIND + others * EACH)
    hookwright.hookwright.context.bus.wake([TOPIC])
    done = Run.filter(workflow_id__in=others[:900], state="SUCCEEDED")
    rest = Run.filter(workflow_id__in=others[900:], state="SUCCEEDED")
    await within(60, lambda: _reached(done, 900 * EACH))
    await within(60, lambda: _reached(rest, (OTHERS - 900) * EACH))

    ahead = len(endpoint.by_path["/dead"]), len(endpoint.by_path["/slow"])
    served = [path for path in paths[2:] if len(endpoint.by_path[path]) == EACH]
    with capsys.disabled():
        print(f"\n{len(served)} endpoints served {EACH} runs each; meanwhile dead, slow: {ahead}")  # noqa: T201  the count is the result
    assert len(served) == OTHERS
    assert await Run.filter(workflow_id=dead, state="SUCCEEDED").count() == 0
    assert endpoint.most_open["/dead"] <= 4
    assert endpoint.most_open["/slow"] <= 32


async def _reached(query: QuerySet[Run], count: int) -> bool:
    return await query.count() == count


def _copy(vault: Vault, model: Workflow, number: int, endpoint: str) -> Workflow:
    identifier = model.id[:-4] + f"{number:04d}"
    return Workflow(
        id=identifier,
        trigger_id=model.trigger_id,
        project_id=model.project_id,
        name="Copy",
        endpoint=endpoint,
        sealed=secrets.seal(vault, identifier, (secrets.new_secret(0),)),
        is_ordered=False,
        stopped_reason="",
        created_ms=0,
        updated_ms=0,
    )
