"""What custom code costs is told to the operator: calls by how they ended, CPU, queueing, spares."""

import asyncio
import re

from tests.api.world import Workshop

RUN = """
mutation ($input: RunCustomCodeInput!) {
  runCustomCode(input: $input) { result { error { failure } } errors { message } }
}"""


async def metric(bench: Workshop, name: str) -> float:
    text = (await bench.editor.http.get(f"{bench.editor.url}/metrics")).text
    found = re.search(rf"^{re.escape(name)} (\S+)$", text, re.MULTILINE)
    return float(found[1]) if found else 0.0


async def run(bench: Workshop, code: str) -> None:
    given = {"code": {"code": code, "parameters": []}}
    await bench.editor.change(RUN, triggerId=bench.trigger_id, purpose="VERIFY", **given)


async def test_calls_are_counted_by_how_they_ended(bench: Workshop) -> None:
    await bench.deliver({"team": "T1"})
    names = [
        f'hookwright_code_calls_total{{kind="{kind}"}}' for kind in ("ok", "syntax", "js_error")
    ]
    before = [await metric(bench, name) for name in names]
    cpu = await metric(bench, "hookwright_code_cpu_seconds_total")
    queued = await metric(bench, "hookwright_code_queue_seconds_count")

    for code in ("return true", "return false", "return (((", "throw 1"):
        await run(bench, code)

    after = [await metric(bench, name) for name in names]
    assert [now - then for now, then in zip(after, before, strict=True)] == [2, 1, 1]
    assert await metric(bench, "hookwright_code_queue_seconds_count") - queued == 4
    assert await metric(bench, "hookwright_code_spares") >= 1
    async with asyncio.timeout(10):  # the kernel's account comes when the last process has ended
        while await metric(bench, "hookwright_code_cpu_seconds_total") == cpu:
            pass
