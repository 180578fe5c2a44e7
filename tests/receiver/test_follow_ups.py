"""A handshake that asks for a call gets one, after it is on disk, until it is answered 2xx; strangers get none."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from domain.bus import FOLLOW_UPS
from domain.models import FollowUp
from domain.verdict import Outcome, RejectionCause
from tests.api.world import SECRET, SET_SECRET, World, world
from tests.endtoend.process import started
from tests.outbound.peers import Behaviour, Peer, answering, serving
from tests.receiver.shop import RESPONSE, Answered, Placed, Shop, opened, signed

FINE = b"HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n"
BUSY = b"HTTP/1.1 503 Busy\r\nretry-after: 60\r\ncontent-length: 0\r\n\r\n"
CONFIRM = {
    "name": "Confirmation",
    "when": [{"path": "event.body.type", "equals": "confirm"}],
    "signed": True,
    "followUp": {"url": "{{event.body.url}}", "hosts": ["127.0.0.1"]},
}
SHOWN = """
query ($id: ID!) {
  delivery(id: $id) {
    outcome explanation
    followUp { method url state attempts status error history { status error } nextAt }
  }
}"""


async def confirmed(shop: Shop, trigger: Placed, url: str) -> Answered:
    return await shop.send(trigger.url, {"type": "confirm", "url": url})


async def settled(delivery_id: str, attempts: int = 1) -> FollowUp:
    async with asyncio.timeout(10):
        while True:
            row = await FollowUp.get(delivery_id=delivery_id)
            if row.attempts >= attempts:
                return row
            await asyncio.sleep(0.01)


async def shown(shop: Shop, sent: Answered) -> Any:
    return (await shop.editor.data(SHOWN, id=sent.row.id))["delivery"]


@pytest.fixture
async def peer() -> AsyncIterator[Peer]:
    async with serving(answering(FINE)) as made:
        yield made


async def test_address_is_called_once_and_what_came_of_it_is_shown(shop: Shop, peer: Peer) -> None:
    trigger = await shop.place(handshakes=[CONFIRM])
    url = f"{peer.url}/confirm?Token=abc"

    sent = await confirmed(shop, trigger, url)
    await settled(sent.row.id)

    found = await shown(shop, sent)
    assert sent.verdict == (200, Outcome.HANDSHAKE, None)
    assert [each.split(b"\r\n")[0] for each in peer.requests] == [
        b"GET /confirm?Token=abc HTTP/1.1"
    ]
    assert found["explanation"].endswith(f"Followed up by GET {url}.")
    assert found["followUp"] == {
        "method": "GET",
        "url": url,
        "state": "DONE",
        "attempts": 1,
        "status": 200,
        "error": "",
        "history": [{"status": 200, "error": ""}],
        "nextAt": None,
    }


@pytest.mark.parametrize(
    ("verification", "headers", "cause"),
    [
        (None, {}, RejectionCause.HANDSHAKE_REFUSED),
        ({"none": True}, {}, RejectionCause.HANDSHAKE_REFUSED),
        (
            {"hmac": {"header": "X-Signature", "secret": "{{secrets.SIGNING}}"}},
            {},
            RejectionCause.SIGNATURE_MISSING,
        ),
        (
            {"hmac": {"header": "X-Signature", "secret": "{{secrets.SIGNING}}"}},
            {"x-signature": "00" * 32},
            RejectionCause.SIGNATURE_MISMATCH,
        ),
    ],
    ids=["no verification yet", "all payloads accepted", "unsigned", "forged"],
)
async def test_stranger_cannot_have_an_address_called(
    shop: Shop, peer: Peer, verification: Any, headers: dict[str, str], cause: RejectionCause
) -> None:
    trigger = await shop.place(verification=verification, handshakes=[CONFIRM])

    sent = await shop.send(trigger.url, {"type": "confirm", "url": peer.url}, headers=headers)

    assert sent.verdict == (401, Outcome.REJECTED, cause)
    assert await FollowUp.filter(delivery_id=sent.row.id).count() == 0
    assert peer.requests == []


@pytest.mark.parametrize(
    "url",
    [
        "https://example.com/confirm",
        "https://127.0.0.1@example.com/",
        "https://user@127.0.0.1/",
        "https://127.0.0.1.example.com/",
        "https://127.0.0.2/",
        "file:///etc/passwd",
        "//127.0.0.1/",
        "nothing",
        "https://127.0.0.1/" + "a" * 5_000,
        7,
        None,
    ],
)
async def test_address_elsewhere_is_refused_and_not_called(shop: Shop, url: Any) -> None:
    trigger = await shop.place(handshakes=[CONFIRM])

    sent = await confirmed(shop, trigger, url)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.HANDSHAKE_REFUSED)
    assert await FollowUp.filter(delivery_id=sent.row.id).count() == 0


async def test_failure_is_written_down_and_tried_again(hookwright: World, shop: Shop) -> None:
    answers = iter([BUSY, FINE])
    trigger = await shop.place(handshakes=[CONFIRM])

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await answering(next(answers))(reader, writer)

    async with serving(behave) as peer:
        sent = await confirmed(shop, trigger, f"{peer.url}/confirm")
        waiting = await settled(sent.row.id)
        pending = await shown(shop, sent)
        await FollowUp.filter(delivery_id=sent.row.id).update(due_ms=0)
        hookwright.hookwright.context.bus.wake([FOLLOW_UPS])
        await settled(sent.row.id, attempts=2)

    said = "It was answered 503; 2xx is wanted."
    assert pending["followUp"]["state"] == "PENDING"
    assert pending["followUp"]["nextAt"] is not None
    assert (pending["followUp"]["status"], pending["followUp"]["error"]) == (503, said)
    assert 60_000 <= waiting.due_ms - waiting.updated_ms <= 61_000
    done = (await shown(shop, sent))["followUp"]
    assert (done["state"], done["attempts"], len(peer.requests)) == ("DONE", 2, 2)
    assert done["history"] == [{"status": 503, "error": said}, {"status": 200, "error": ""}]


async def test_fifth_failure_is_the_last(hookwright: World, shop: Shop) -> None:
    trigger = await shop.place(handshakes=[CONFIRM])

    async with serving(answering(BUSY)) as peer:
        sent = await confirmed(shop, trigger, peer.url)
        for attempts in range(1, 6):
            await settled(sent.row.id, attempts)
            await FollowUp.filter(delivery_id=sent.row.id).update(due_ms=0)
            hookwright.hookwright.context.bus.wake([FOLLOW_UPS])

    found = (await shown(shop, sent))["followUp"]
    assert (found["state"], found["attempts"], len(peer.requests)) == ("FAILED", 5, 5)


async def test_same_address_is_called_one_at_a_time(shop: Shop) -> None:
    trigger = await shop.place(handshakes=[CONFIRM])

    async with serving(answering(BUSY)) as peer:
        first = await confirmed(shop, trigger, peer.url)
        await settled(first.row.id)
        second = await confirmed(shop, trigger, peer.url)

    assert second.verdict == (200, Outcome.HANDSHAKE, None)
    assert "still under way" in second.row.explanation
    assert (await shown(shop, second))["followUp"] is None
    assert len(peer.requests) == 1


@pytest.mark.sqlite_file
async def test_secret_in_the_address_is_sent_and_never_shown_or_stored(
    hookwright: World, shop: Shop, peer: Peer
) -> None:
    url = "{{event.body.url}}?key={{secrets.SIGNING}}"
    rule = {**CONFIRM, "followUp": {**CONFIRM["followUp"], "url": url}}  # type: ignore[dict-item]
    trigger = await shop.place(handshakes=[rule])

    sent = await confirmed(shop, trigger, f"{peer.url}/confirm")
    await settled(sent.row.id)

    assert f"?key={SECRET} ".encode() in peer.requests[0]
    assert (await shown(shop, sent))["followUp"]["url"] == f"{peer.url}/confirm?key=•••"
    database = hookwright.hookwright.context.settings.database.removeprefix("sqlite://")
    with sqlite3.connect(database) as connection:
        rows = connection.execute("SELECT * FROM follow_up").fetchall()
    connection.close()
    assert rows
    assert SECRET not in repr(rows)


async def test_deleted_trigger_calls_nobody_any_more(hookwright: World, shop: Shop) -> None:
    trigger = await shop.place(handshakes=[CONFIRM])
    delete = """
    mutation ($input: DeleteTriggerInput!) {
      deleteTrigger(input: $input) { deletedTriggerId errors { code } }
    }"""

    async with serving(answering(BUSY)) as peer:
        sent = await confirmed(shop, trigger, peer.url)
        await settled(sent.row.id)
        await shop.editor.change(delete, triggerId=trigger.id)
        await FollowUp.filter(delivery_id=sent.row.id).update(due_ms=0)
        hookwright.hookwright.context.bus.wake([FOLLOW_UPS])
        row = await settled(sent.row.id, attempts=2)

    assert (row.state, row.error) == ("FAILED", "The trigger was deleted.")
    assert len(peer.requests) == 1


@pytest.mark.parametrize(
    ("follow_up", "signed_rule", "path"),
    [
        ({"url": "{{event.body.url}}", "hosts": ["sns.*.amazonaws.com"]}, False, ["followUp"]),
        ({"url": "http://a.example.com", "hosts": ["a.example.com"]}, True, ["followUp", "url"]),
        ({"url": "{{event.body.url}}", "hosts": []}, True, ["followUp", "hosts"]),
        ({"url": "{{event.body.url}}", "hosts": ["*"]}, True, ["followUp", "hosts", "0"]),
        (
            {"url": "{{event.body.url}}", "hosts": ["a.example.com", "*.com"]},
            True,
            ["followUp", "hosts", "1"],
        ),
        (
            {"url": "{{event.body.url}}", "hosts": ["a.example.com"], "method": "PUT"},
            True,
            ["followUp", "method"],
        ),
        (
            {"url": "{{event.bdy.url}}", "hosts": ["a.example.com"]},
            True,
            ["followUp", "url"],
        ),
    ],
)
async def test_careless_follow_up_is_refused_where_it_stands(
    shop: Shop, follow_up: Any, signed_rule: bool, path: list[str]
) -> None:
    trigger = await shop.place()
    rule = {**CONFIRM, "followUp": follow_up, "signed": signed_rule}

    refusals = await shop.editor.refused(RESPONSE, triggerId=trigger.id, handshakes=[rule])

    assert [each for _, each in refusals] == [["input", "handshakes", "0", *path]]


def first_silent_then_fine() -> Behaviour:
    """Never answer the first request; answer the next ones."""
    count = iter(range(9))

    async def behave(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        if next(count) == 0:
            await reader.read()  # until the other side hangs up
        else:
            await answering(FINE)(reader, writer)

    return behave


async def test_what_a_stopped_process_was_calling_the_next_one_calls(tmp_path: Path) -> None:
    async with serving(first_silent_then_fine()) as peer:
        async with world(tmp_path) as first:
            shop = await opened(await first.editor())
            trigger = await shop.place(handshakes=[CONFIRM])
            sent = await confirmed(shop, trigger, peer.url)
            async with asyncio.timeout(5):
                while not peer.requests:  # noqa: ASYNC110  seen from outside
                    await asyncio.sleep(0)
        async with world(tmp_path):
            row = await settled(sent.row.id)

    assert (row.state, row.attempts, len(peer.requests)) == ("DONE", 1, 2)


@pytest.mark.slow
async def test_what_a_killed_process_still_owed_the_next_one_calls(tmp_path: Path) -> None:
    async with serving(answering(BUSY)) as gone:
        pass
    port = gone.port
    async with started(tmp_path) as first:
        shop = await _shop(first.editor)
        body = b'{"type": "confirm", "url": "http://127.0.0.1:%d/confirm"}' % port
        trigger = await shop.place(handshakes=[CONFIRM])
        reply = await first.editor.http.post(trigger.url, content=body, headers=signed(body))
        assert reply.status_code == 200
        async with asyncio.timeout(5):
            while not _attempts(tmp_path):  # noqa: ASYNC110  seen from outside
                await asyncio.sleep(0.02)
        first.process.kill()
        await first.process.wait()

    called = asyncio.Event()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        called.set()
        await reader.readuntil(b"\r\n\r\n")
        await answering(FINE)(reader, writer)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", port)
    async with server, started(tmp_path), asyncio.timeout(20):
        await called.wait()
        while _states(tmp_path) != ["DONE"]:  # noqa: ASYNC110  seen from outside
            await asyncio.sleep(0.02)


async def _shop(editor: Any) -> Shop:
    await editor.change(SET_SECRET, name="SIGNING", value=SECRET)
    return await opened(editor)


def _attempts(folder: Path) -> int:
    return sum(attempts for _, attempts in _rows(folder))


def _states(folder: Path) -> list[str]:
    return [state for state, _ in _rows(folder)]


def _rows(folder: Path) -> list[tuple[str, int]]:
    connection = sqlite3.connect(folder / "hookwright.db")
    try:
        return connection.execute("SELECT state, attempts FROM follow_up").fetchall()
    finally:
        connection.close()
