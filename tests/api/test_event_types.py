"""The kind of an event, by a template that the catalog fills in: shown with each verdict, judged by nothing."""

from typing import Any, Final

from tests.api.test_samples import a_slack_trigger, sent
from tests.api.world import HANDLING, Editor, Workshop, World

KINDS: Final = """
query ($id: ID!) {
  trigger(id: $id) {
    handling { eventType }
    sample { id }
    deliveries { edges { node { verdicts { eventType } } } }
  }
}"""


async def state(editor: Editor, trigger_id: str) -> tuple[str | None, list[str | None]]:
    trigger = (await editor.data(KINDS, id=trigger_id))["trigger"]
    nodes: list[Any] = [edge["node"] for edge in trigger["deliveries"]["edges"]]
    return trigger["handling"]["eventType"], [
        verdict["eventType"] for node in nodes for verdict in node["verdicts"]
    ]


async def test_a_provider_says_what_kind_its_events_are(hookwright: World) -> None:
    editor = await hookwright.editor()
    trigger_id = await a_slack_trigger(editor)
    await sent(editor, trigger_id)

    template, kinds = await state(editor, trigger_id)

    assert template == "{{event.body.event.type}}"
    assert kinds == ["message"]


async def test_a_template_of_ones_own_is_shown_at_once_and_asks_for_no_new_proof(
    bench: Workshop,
) -> None:
    await bench.deliver({"team": "T1", "kind": "item  opened\n"})
    proof = (await bench.editor.data(KINDS, id=bench.trigger_id))["trigger"]["sample"]

    before = await state(bench.editor, bench.trigger_id)
    await bench.editor.change(HANDLING, triggerId=bench.trigger_id, eventType="{{event.body.kind}}")

    assert before == (None, [None])
    assert await state(bench.editor, bench.trigger_id) == (
        "{{event.body.kind}}",
        ["item opened"],
    )
    assert (await bench.editor.data(KINDS, id=bench.trigger_id))["trigger"]["sample"] == proof
    wizard = await bench.editor.data(
        "query ($id: ID!) { trigger(id: $id) { wizard { canFinish } } }", id=bench.trigger_id
    )
    assert wizard["trigger"]["wizard"]["canFinish"] is True


async def test_a_delivery_that_lacks_it_has_none(bench: Workshop) -> None:
    await bench.editor.change(HANDLING, triggerId=bench.trigger_id, eventType="{{event.body.kind}}")

    await bench.deliver({"team": "T1"})

    assert await state(bench.editor, bench.trigger_id) == ("{{event.body.kind}}", [None])


async def test_a_template_that_reads_secrets_is_refused(bench: Workshop) -> None:
    refusals = await bench.editor.refused(
        HANDLING, triggerId=bench.trigger_id, eventType="{{secrets.SIGNING}}"
    )

    assert refusals == [("UNKNOWN_NAME", ["input", "eventType"])]
    assert (await state(bench.editor, bench.trigger_id))[0] is None
