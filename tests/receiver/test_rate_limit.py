"""A project that receives too much is told to wait, without a row; its neighbours are not."""

from tests.api.world import World
from tests.receiver.shop import ACCOUNT, Shop, opened, signed

SETTINGS = {"deliveries_per_second": 1}


async def test_eleventh_delivery_at_once_is_429_and_leaves_no_row(
    hookwright: World, shop: Shop
) -> None:
    trigger = await shop.place()
    neighbour = await opened(await hookwright.editor())
    other = await neighbour.place()
    for _ in range(10):
        assert (await shop.send(trigger.url, {"team": ACCOUNT})).reply.status_code == 200

    reply = await shop.editor.http.post(trigger.url, content=b"{}", headers=signed(b"{}"))

    assert (reply.status_code, reply.content, reply.headers["retry-after"]) == (429, b"", "10")
    assert len(await shop.rows()) == 10
    sent = await neighbour.send(other.url, {"team": ACCOUNT})
    assert sent.reply.status_code == 200


async def test_unknown_addresses_use_up_nobodys_rate(hookwright: World, shop: Shop) -> None:
    trigger = await shop.place()
    for _ in range(20):
        assert (await hookwright.http.post(f"{shop.url}x")).status_code == 404

    assert (await shop.send(trigger.url, {"team": ACCOUNT})).reply.status_code == 200
