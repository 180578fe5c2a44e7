"""Who sent a delivery: the connection, or what our own proxies say; what a stranger writes about himself counts for nothing."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest

from domain.models import Event
from domain.verdict import Outcome, RejectionCause
from receiver.senders import finder
from tests.api.world import World, world
from tests.receiver.shop import ACCOUNT, Shop, opened

SETTINGS = {"trusted_proxies": ("127.0.0.0/8", "10.0.0.0/8")}
BODY = json.dumps({"team": ACCOUNT}).encode()
ALLOWED = {"scheme": {"scheme": {"method": "address", "ranges": ["203.0.113.0/24"]}, "secrets": []}}
REFUSED = (401, Outcome.REJECTED, RejectionCause.ADDRESS_NOT_ALLOWED)


@pytest.fixture(scope="module")
async def exposed(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[World]:
    """A process that no proxy of ours stands before."""
    async with world(tmp_path_factory.mktemp("exposed"), trusted_proxies=("10.0.0.0/8",)) as made:
        yield made


@pytest.mark.parametrize(
    "forwarded",
    [
        ["203.0.113.9"],
        ["::ffff:203.0.113.9"],
        ["198.51.100.1, 203.0.113.9"],
        ["garbage, 203.0.113.9"],
        ["203.0.113.9, 10.1.2.3"],
        ["203.0.113.9,10.1.2.3 , 127.0.0.9"],
        ["198.51.100.1", "203.0.113.9"],
    ],
    ids=range(7),
)
async def test_the_address_that_our_proxy_reports_is_the_senders(
    shop: Shop, forwarded: list[str]
) -> None:
    trigger = await shop.place(verification=ALLOWED)

    sent = await shop.send(
        trigger.url, BODY, headers=[("x-forwarded-for", one) for one in forwarded]
    )

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert await shop.events(trigger) == [(sent.row.id, shop.sandbox)]


@pytest.mark.parametrize(
    "forwarded",
    [
        [],
        [""],
        ["198.51.100.1"],
        ["203.0.113.9, 198.51.100.1"],
        ["203.0.113.9", "198.51.100.1"],
        ["203.0.113.9, 198.51.100.1, 10.1.2.3"],
        ["203.0.113.9, garbage"],
        ["203.0.113.9,"],
        ["203.0.113.9:443"],
        ["[203.0.113.9]"],
        ["203.0.113.9é"],
        ["203.0.113.9, " + "10.1.2.3, " * 60 + "10.1.2.3"],
    ],
    ids=range(12),
)
async def test_what_stands_before_the_last_stranger_is_hearsay(
    shop: Shop, forwarded: list[str]
) -> None:
    trigger = await shop.place(verification=ALLOWED)
    headers = [(b"x-forwarded-for", one.encode("latin-1")) for one in forwarded]

    sent = await shop.send(trigger.url, BODY, headers=headers)

    assert sent.verdict == REFUSED
    assert sent.reply.content == b""
    assert await Event.filter(trigger_id=trigger.id).count() == 0


async def test_a_stranger_who_connects_directly_cannot_say_who_he_is(exposed: World) -> None:
    shop = await opened(await exposed.editor())
    trigger = await shop.place(verification=ALLOWED)

    for headers in (
        {"x-forwarded-for": "203.0.113.9"},
        {"forwarded": "for=203.0.113.9", "x-real-ip": "203.0.113.9"},
        {},
    ):
        sent = await shop.send(trigger.url, BODY, headers=headers)
        assert sent.verdict == REFUSED
        assert "127.0.0.1 is not the provider's" in sent.row.explanation


async def test_the_address_of_the_connection_counts_when_no_proxy_is_trusted(
    exposed: World,
) -> None:
    shop = await opened(await exposed.editor())
    own = {"scheme": {"scheme": {"method": "address", "ranges": ["127.0.0.1"]}, "secrets": []}}
    trigger = await shop.place(verification=own)

    sent = await shop.send(trigger.url, BODY, headers={"x-forwarded-for": "203.0.113.9"})

    assert sent.verdict == (200, Outcome.EVENT, None)


@pytest.mark.parametrize(
    ("trusted", "client", "forwarded", "found"),
    [
        ((), ("192.0.2.1", 5), ["203.0.113.9"], "192.0.2.1"),
        ((), ("::ffff:192.0.2.1", 5), [], "192.0.2.1"),
        ((), ("2001:db8::1", 5), [], "2001:db8::1"),
        ((), None, ["203.0.113.9"], ""),
        ((), ("", 0), [], ""),
        ((), ("/run/socket", 0), [], ""),
        (("10.0.0.0/8",), None, ["203.0.113.9"], ""),
        (("10.0.0.0/8",), ("10.0.0.1", 5), ["203.0.113.9"], "203.0.113.9"),
        (("10.0.0.0/8",), ("::ffff:10.0.0.1", 5), ["203.0.113.9"], "203.0.113.9"),
        (("10.0.0.0/8",), ("10.0.0.1", 5), [], "10.0.0.1"),
        (("10.0.0.0/8",), ("10.0.0.1", 5), ["x"], "10.0.0.1"),
        (("10.0.0.0/8",), ("10.0.0.1", 5), ["203.0.113.9,10.0.0.2"], "203.0.113.9"),
        (("10.0.0.0/8",), ("10.0.0.1", 5), ["10.0.0.3,10.0.0.2"], "10.0.0.3"),
        (("10.0.0.0/8",), ("10.0.0.1", 5), ["::ffff:10.0.0.3"], "10.0.0.3"),
        (("2001:db8::/32",), ("2001:db8::1", 5), ["2001:db9::1"], "2001:db9::1"),
        (("10.0.0.0/8",), ("10.0.0.1", 5), ["1.2.3.4," * 100_000 + "10.0.0.9"], "1.2.3.4"),
    ],
    ids=range(16),
)
def test_the_sender_is_the_last_address_that_is_none_of_our_proxies(
    trusted: tuple[str, ...], client: Any, forwarded: list[str], found: str
) -> None:
    headers = [("x-forwarded-for", one) for one in forwarded]

    assert finder(trusted)({"client": client}, headers) == found
