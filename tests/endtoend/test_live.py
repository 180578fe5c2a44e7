"""Live, under load and over broken sockets: nothing lost, nothing twice, in commit order, nobody disturbs another."""

import asyncio
from typing import Any, Final

import pytest

from domain.models import Delivery, Verdict
from tests.api.world import Workshop, World
from tests.endtoend import ears
from tests.endtoend.ears import LISTEN, Listening

EARS: Final[dict[str, Listening]] = {
    "graphql-transport-ws": ears.by_socket,
    "gql": ears.by_gql,
    "sse": ears.by_events,
    "multipart": ears.by_parts,
}


async def stored(bench: Workshop) -> list[str]:
    """The ids of a trigger's deliveries in commit order."""
    rows = Verdict.filter(trigger_id=bench.trigger_id).order_by("seq")
    return [str(each) for each in await rows.values_list("delivery_id", flat=True)]


def ids(messages: list[Any]) -> list[str]:
    return [message["delivery"]["id"] for message in messages]


async def produce(bench: Workshop, count: int, padding: int = 0) -> None:
    """Post genuine deliveries one after another."""
    for number in range(count):
        body = {"team": "T1", "number": number, "padding": "x" * padding}
        response = await bench.deliver(body)
        assert response.status_code == 200


@pytest.mark.parametrize("listening", EARS.values(), ids=EARS)
async def test_event_sent_before_listening_arrives_as_a_look_back(
    listening: Listening, bench: Workshop
) -> None:
    await bench.deliver({"team": "T1", "sent": "before"})
    async with listening(bench.editor, bench.trigger_id) as ear:
        before = await ear.next()
        await bench.deliver({"team": "T1", "sent": "after"})
        after = await ear.next()

    assert [before["isLookBack"], after["isLookBack"]] == [True, False]
    assert ids([before, after]) == await stored(bench)


async def test_dropped_socket_resumes_under_load_with_nothing_lost_and_nothing_twice(
    bench: Workshop,
) -> None:
    producers = [asyncio.create_task(produce(bench, 60)) for _ in range(4)]
    seen: list[Any] = []
    cursor: str | None = None
    for length in (1, 7, 30, 3, 55, 20):
        async with bench.editor.socket() as wire:
            variables = {"trigger": bench.trigger_id, "after": cursor}
            await wire.subscribe("1", LISTEN, variables=variables)
            for _ in range(length):
                frame = await wire.receive()
                message = frame["payload"]["data"]["listenForEvents"]
                assert message["__typename"] == "DeliveryReceived"
                seen.append(message)
                cursor = message["cursor"]
            wire.connection.transport.abort()
    async with ears.by_socket(bench.editor, bench.trigger_id, cursor) as ear:
        seen += await ear.take(240 - len(seen))
        await asyncio.gather(*producers)
        await bench.deliver({"team": "T1", "number": "last"})
        seen.append(await ear.next())

    assert ids(seen) == await stored(bench)
    assert len(set(ids(seen))) == 241


async def test_cursor_of_any_message_resumes_right_after_it(bench: Workshop) -> None:
    await produce(bench, 5)
    async with ears.by_socket(bench.editor, bench.trigger_id) as ear:
        messages = await ear.take(5)
    for index in range(4):
        async with ears.by_socket(
            bench.editor, bench.trigger_id, messages[index]["cursor"]
        ) as resumed:
            rest = await resumed.take(4 - index)

        assert ids(rest) == ids(messages)[index + 1 :]
        assert [each["isLookBack"] for each in rest] == [False] * (4 - index)


async def test_two_listeners_and_production_see_the_same(bench: Workshop) -> None:
    async with (
        ears.by_socket(bench.editor, bench.trigger_id) as first,
        ears.by_events(bench.editor, bench.trigger_id) as second,
    ):
        await produce(bench, 10)
        taken = await asyncio.gather(first.take(10), second.take(10))

    expected = await stored(bench)
    assert [ids(each) for each in taken] == [expected, expected]
    assert await Delivery.filter(id__in=expected, outcome="EVENT").count() == 10


async def test_slow_reader_disturbs_nobody_and_gets_everything_in_the_end(
    bench: Workshop,
) -> None:
    count, padding = 200, 60_000
    async with (
        ears.by_socket(bench.editor, bench.trigger_id) as slow,
        ears.by_socket(bench.editor, bench.trigger_id) as quick,
    ):
        producer = asyncio.create_task(produce(bench, count, padding))
        seen = await quick.take(count)
        await producer
        late = await slow.take(count)

    expected = await stored(bench)
    assert ids(seen) == expected
    assert ids(late) == expected


async def test_deleting_the_trigger_ends_every_listening_and_its_address_is_gone(
    bench: Workshop,
) -> None:
    query = """mutation ($input: DeleteTriggerInput!) {
      deleteTrigger(input: $input) { deletedTriggerId errors { message } } }"""
    async with (
        ears.by_socket(bench.editor, bench.trigger_id) as first,
        ears.by_parts(bench.editor, bench.trigger_id) as second,
    ):
        await bench.deliver({"team": "T1"})
        assert ids([await first.next()]) == ids([await second.next()])
        await bench.editor.change(query, triggerId=bench.trigger_id)
        ends = [await ear.next() for ear in (first, second)]

    assert [each["__typename"] for each in ends] == ["ListenEnded"] * 2
    assert [each["reason"] for each in ends] == ["TRIGGER_DELETED"] * 2


async def test_stranger_cannot_listen(bench: Workshop, hookwright: World) -> None:
    stranger = await hookwright.editor()
    async with stranger.socket() as wire:
        await wire.subscribe("1", LISTEN, variables={"trigger": bench.trigger_id})
        frame = await wire.receive()

    assert frame["type"] in {"error", "next"}
    errors = frame["payload"] if frame["type"] == "error" else frame["payload"]["errors"]
    assert [each["extensions"]["code"] for each in errors] == ["NOT_FOUND"]
