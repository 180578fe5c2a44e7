"""A replay of many survives the end of its process."""

from pathlib import Path

from domain.models import Replay
from tests.api.world import world
from tests.receiver.shop import ACCOUNT, opened
from tests.receiver.waiting import settled
from tests.replays.test_bulk_replays import START, over, replays, send


async def test_replay_goes_on_after_a_restart_with_nothing_twice_and_nothing_left_out(
    tmp_path: Path,
) -> None:
    async with world(tmp_path) as first:
        shop = await opened(await first.editor())
        trigger = await shop.live()
        sent = await send(shop, [{"team": ACCOUNT, "n": n} for n in range(80)])
        started = (await shop.editor.change(START, triggerId=trigger.id))["replay"]

        async def has_begun() -> bool:
            return (await Replay.get(id=started["id"])).done > 0

        await settled(has_begun)
    async with world(tmp_path):
        row = await over(started["id"])
        found = await replays(shop)

    assert (row.state, row.done, row.failed) == ("DONE", 80, 0)
    assert found == [(each, "EVENT") for each in sent]
