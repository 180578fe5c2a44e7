"""Listening: looks back, goes on where it was left, beats, and says why it ends."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import aclosing, asynccontextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from api.auth import identify_for
from domain import clock
from domain.deliveries.listening import Beat, Ended, EndReason, Listener, Received, listen
from domain.errors import Busy, NotFound
from domain.identity import to_cursor
from domain.models import Delivery, Trigger, Verdict
from tests.api.test_callers_and_nodes import CREATE_TOKEN, REVOKE
from tests.api.world import Editor, Workshop, World, workshop, world
from tests.transport.endpoint import Wire, until

LISTEN = """subscription ($id: ID!, $after: String) { listenForEvents(triggerId: $id, after: $after) {
  __typename
  ... on DeliveryReceived { cursor isLookBack delivery { outcome cause isTest body { json }
    verdicts { outcome isVerified events { id credential { id } } trigger { id } } } }
  ... on ListenHeartbeat { cursor at }
  ... on ListenEnded { cursor reason }
} }"""
DELETE = """
mutation ($input: DeleteTriggerInput!) {
  deleteTrigger(input: $input) { deletedTriggerId standing { id } errors { code message path } }
}"""


class Stream:
    """One listening over a socket."""

    def __init__(self, wire: Wire) -> None:
        self.wire = wire

    async def next(self) -> Any:
        """Take the next message."""
        frame = await self.wire.receive()
        assert frame["type"] == "next", frame
        return frame["payload"]["data"]["listenForEvents"]

    async def received(self, count: int) -> list[int]:
        """Take deliveries, give their numbers."""
        messages = [await self.next() for _ in range(count)]
        return [message["delivery"]["body"]["json"]["n"] for message in messages]

    async def completed(self) -> bool:
        """Say whether nothing more comes."""
        return bool((await self.wire.receive())["type"] == "complete")


@asynccontextmanager
async def listening(bench: Workshop, after: str | None = None) -> AsyncIterator[Stream]:
    async with bench.editor.socket() as wire:
        await wire.subscribe("1", LISTEN, variables={"id": bench.trigger_id, "after": after})
        yield Stream(wire)


def listener(editor: Editor, trigger_id: str, **changes: Any) -> Listener:
    """Listen without a socket, with a beat of a few milliseconds."""

    async def always() -> bool:
        return True

    plain = Listener(editor.caller, trigger_id, None, always, asyncio.Event())
    return replace(plain, beat=timedelta(milliseconds=5), **changes)


async def messages(hookwright: World, chosen: Listener, count: int) -> list[Any]:
    """Take some messages at most."""
    found: list[Any] = []
    async with aclosing(listen(hookwright.hookwright.context, chosen)) as stream:
        async for message in stream:
            found.append(message)
            if len(found) == count:
                break
    return found


async def test_looks_back_and_then_goes_live_with_what_was_refused_too(bench: Workshop) -> None:
    await bench.deliver({"team": "T1", "n": 1})
    async with listening(bench) as stream:
        before = await stream.next()
        await bench.deliver({"team": "T1", "n": 2}, secret="guessed")
        live = await stream.next()

    assert (before["isLookBack"], before["delivery"]["outcome"]) == (True, "EVENT")
    (verdict,) = before["delivery"]["verdicts"]
    assert verdict["trigger"] == {"id": bench.trigger_id}
    assert [event["credential"]["id"] for event in verdict["events"]] == [bench.credential_id]
    assert (live["isLookBack"], live["delivery"]["outcome"]) == (False, "REJECTED")
    assert live["delivery"]["cause"] == "SIGNATURE_MISMATCH"


async def test_does_not_look_back_further_than_five_minutes(bench: Workshop) -> None:
    await bench.deliver({"team": "T1", "n": 1})
    await Delivery.filter(integration_id=bench.integration_id).update(
        received_ms=clock.now_ms() - 301_000
    )
    async with listening(bench) as stream:
        await bench.deliver({"team": "T1", "n": 2})

        assert await stream.received(1) == [2]


async def test_goes_on_after_a_cursor_with_nothing_lost_and_nothing_twice(bench: Workshop) -> None:
    for number in range(60):
        await bench.deliver({"team": "T1", "n": number})
    async with listening(bench) as stream:
        for _ in range(7):
            cursor = (await stream.next())["cursor"]
    for number in range(60, 63):
        await bench.deliver({"team": "T1", "n": number})
    async with listening(bench, cursor) as stream:
        resumed = [await stream.next() for _ in range(56)]

    numbers = [message["delivery"]["body"]["json"]["n"] for message in resumed]
    assert numbers == list(range(7, 63))
    assert [message["isLookBack"] for message in resumed] == [False] * 56


async def test_two_editors_see_the_same_and_take_nothing_from_each_other(bench: Workshop) -> None:
    async with listening(bench) as one, listening(bench) as other:
        for number in range(3):
            await bench.deliver({"team": "T1", "n": number})

        assert await one.received(3) == [0, 1, 2]
        assert await other.received(3) == [0, 1, 2]


@pytest.mark.parametrize(
    "after", ["nonsense", to_cursor("listen:other", "1"), "{own}x", "{own}-1", "{own}" + "9" * 70]
)
async def test_cursor_that_is_none_of_this_stream_is_refused(bench: Workshop, after: str) -> None:
    if after.startswith("{own}"):
        after = to_cursor(f"listen:{bench.trigger_id}", after.removeprefix("{own}"))
    async with listening(bench, after) as stream:
        frame = await stream.wire.receive()

    errors = frame["payload"] if frame["type"] == "error" else frame["payload"]["errors"]
    assert [error["extensions"]["code"] for error in errors] == ["BAD_USER_INPUT"]


async def test_cursor_whose_rows_are_gone_ends_the_stream_instead_of_a_silence(
    bench: Workshop,
) -> None:
    await bench.deliver({"team": "T1", "n": 1})
    await bench.deliver({"team": "T1", "n": 2})
    newest = await Verdict.all().order_by("-seq").first()
    assert newest is not None
    beyond = to_cursor(f"listen:{bench.trigger_id}", str(newest.seq + 1))
    async with listening(bench, beyond) as stream:
        assert await stream.next() == {
            "__typename": "ListenEnded",
            "cursor": beyond,
            "reason": "CURSOR_EXPIRED",
        }
        assert await stream.completed()


async def test_deleting_the_trigger_ends_the_stream_at_once(bench: Workshop) -> None:
    async with listening(bench) as stream:
        await bench.deliver({"team": "T1", "n": 1})
        await stream.received(1)

        await bench.editor.change(DELETE, triggerId=bench.trigger_id)

        assert (await stream.next())["reason"] == "TRIGGER_DELETED"
        assert await stream.completed()


async def test_another_projects_trigger_looks_like_none(hookwright: World, bench: Workshop) -> None:
    stranger = await hookwright.editor()

    with pytest.raises(NotFound):
        await messages(hookwright, listener(stranger, bench.trigger_id), 1)
    async with stranger.socket() as wire:
        await wire.subscribe("1", LISTEN, variables={"id": bench.trigger_id})
        frame = await wire.receive()
    errors = frame["payload"] if frame["type"] == "error" else frame["payload"]["errors"]
    assert [error["extensions"]["code"] for error in errors] == ["NOT_FOUND"]


async def test_silence_is_filled_with_beats_that_carry_the_cursor(
    hookwright: World, bench: Workshop
) -> None:
    await bench.deliver({"team": "T1", "n": 1})

    found = await messages(hookwright, listener(bench.editor, bench.trigger_id), 8)

    (place,) = [index for index, message in enumerate(found) if isinstance(message, Received)]
    assert [type(beat) for beat in found if beat is not found[place]] == [Beat] * 7
    assert {message.position for message in found[place:]} == {found[place].position}


async def test_busy_stream_beats_too(hookwright: World, bench: Workshop) -> None:
    for number in range(5):
        await bench.deliver({"team": "T1", "n": number})
    chosen = replace(listener(bench.editor, bench.trigger_id), beat=timedelta(0))

    found = await messages(hookwright, chosen, 3)

    assert [type(message) for message in found] == [Beat] * 3


async def test_listening_keeps_the_window_for_handshakes_open(
    hookwright: World, bench: Workshop
) -> None:
    await messages(hookwright, listener(bench.editor, bench.trigger_id), 1)

    trigger = await Trigger.get(id=bench.trigger_id)
    assert 20_000 < trigger.listening_ms - clock.now_ms() <= 30_000


async def test_revoked_token_ends_the_stream_at_the_next_beat(
    hookwright: World, bench: Workshop
) -> None:
    made = await bench.editor.change(CREATE_TOKEN, name="Second")
    identify = identify_for(hookwright.hookwright.context, hookwright.hookwright.acceptance)
    identity = await identify(f"Bearer {made['token']}")
    chosen = listener(bench.editor, bench.trigger_id, is_valid=identity.is_valid)
    await bench.editor.change(REVOKE, tokenId=made["editorToken"]["id"])

    (ended,) = await messages(hookwright, chosen, 2)

    assert ended == Ended(ended.position, EndReason.UNAUTHORIZED)


async def test_listening_ends_when_its_time_is_over(hookwright: World, bench: Workshop) -> None:
    context = hookwright.hookwright.context
    short = replace(context, settings=replace(context.settings, listen_minutes=0))

    stream = listen(short, listener(bench.editor, bench.trigger_id))
    found = [message async for message in stream]

    assert [type(message) for message in found] == [Ended]
    assert found[0] == Ended(found[0].position, EndReason.EXPIRED)


async def test_closing_process_says_so_at_once_even_in_silence(
    hookwright: World, bench: Workshop
) -> None:
    closing = asyncio.Event()
    chosen = replace(
        listener(bench.editor, bench.trigger_id, closing=closing), beat=timedelta(hours=1)
    )
    reading = asyncio.create_task(messages(hookwright, chosen, 2))
    bus = hookwright.hookwright.context.bus
    await until(lambda: bus.listeners(bench.trigger_id) == 1)

    closing.set()

    async with asyncio.timeout(0.5):
        (ended,) = await reading
    assert ended == Ended(ended.position, EndReason.SHUTTING_DOWN)


async def test_more_listeners_than_a_project_may_have_are_refused(tmp_path: Path) -> None:
    async with world(tmp_path, listeners_per_project=1) as small:
        bench = await workshop(await small.editor())
        bus = small.hookwright.context.bus
        async with listening(bench) as stream:
            await bench.deliver({"team": "T1", "n": 1})
            await stream.received(1)
            with pytest.raises(Busy):
                await messages(small, listener(bench.editor, bench.trigger_id), 1)
            assert bus.listeners() == 1
            neighbour = await workshop(await small.editor())
            beats = await messages(small, listener(neighbour.editor, neighbour.trigger_id), 1)
            assert [type(beat) for beat in beats] == [Beat]
