"""sendSampleDelivery: a signed sample goes the whole path of a delivery, with no provider and no internet."""

from typing import Any, Final

from domain.models import Delivery
from tests.api.world import (
    CONNECT,
    CREATE_INTEGRATION,
    CREATE_TRIGGER,
    HANDLING,
    SET_SECRET,
    Editor,
    Workshop,
    World,
)

SEND: Final = """
mutation ($input: SendSampleDeliveryInput!) {
  sendSampleDelivery(input: $input) {
    delivery { id isTest outcome cause explanation body { json text } headers { name value }
      verdicts { outcome explanation providerIds events { id } } duplicateOf { id } }
    errors { code message path }
  }
}"""
WIZARD: Final = """
query ($id: ID!) {
  trigger(id: $id) { sample { id } wizard { steps { step isComplete } } }
}"""


async def a_slack_trigger(editor: Editor) -> str:
    """A trigger of the catalog, with its secret and a sandbox account that is the workspace T42."""
    made = await editor.change(CREATE_INTEGRATION, provider="slack")
    integration_id = made["integration"]["id"]
    await editor.change(SET_SECRET, name="SLACK_SIGNING_SECRET", value="planted-secret")
    await editor.change(
        CONNECT,
        integrationId=integration_id,
        userId="editor",
        providerId="T42",
        isSandbox=True,
        authorization={"bearer": {"token": "xoxb-1"}},
    )
    made = await editor.change(
        CREATE_TRIGGER, integrationId=integration_id, name="Message", template="slack"
    )
    return str(made["trigger"]["id"])


async def sent(editor: Editor, trigger_id: str, **more: Any) -> Any:
    return (await editor.change(SEND, triggerId=trigger_id, **more))["delivery"]


async def test_an_example_of_the_catalog_is_signed_routed_and_proves_the_trigger(
    hookwright: World,
) -> None:
    editor = await hookwright.editor()
    trigger_id = await a_slack_trigger(editor)

    delivery = await sent(editor, trigger_id)

    assert (delivery["outcome"], delivery["isTest"]) == ("EVENT", True)
    assert delivery["verdicts"][0]["providerIds"] == ["T42"]
    assert delivery["body"]["json"]["team_id"] == "T42"
    trigger = (await editor.data(WIZARD, id=trigger_id))["trigger"]
    assert trigger["sample"] == {"id": delivery["id"]}
    assert trigger["wizard"]["steps"][2] == {"step": "EVENT_HANDLING", "isComplete": True}


async def test_each_sample_is_an_event_of_its_own(hookwright: World) -> None:
    editor = await hookwright.editor()
    trigger_id = await a_slack_trigger(editor)

    first, second = [await sent(editor, trigger_id) for _ in range(2)]

    assert [first["outcome"], second["outcome"]] == ["EVENT", "EVENT"]
    assert first["body"]["json"]["event_id"] != second["body"]["json"]["event_id"]


async def test_a_body_of_ones_own_is_signed_as_it_is(bench: Workshop) -> None:
    text = '{"team":   "T1", "text": "Grüße", "n": 1e2}'

    delivery = await sent(bench.editor, bench.trigger_id, body=text)

    assert delivery["outcome"] == "EVENT", delivery
    assert delivery["body"]["text"] == text


async def test_a_generated_key_stands_in_for_the_providers_and_proves_nothing(
    hookwright: World,
) -> None:
    editor = await hookwright.editor()
    trigger_id = await a_slack_trigger(editor)
    ed25519 = {
        "header": "X-Signature-Ed25519",
        "algorithm": "ED25519",
        "encoding": "HEX",
        "publicKey": "MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
    }
    await editor.change(HANDLING, triggerId=trigger_id, verification={"publicKey": ed25519})

    delivery = await sent(editor, trigger_id)

    assert (delivery["outcome"], delivery["cause"]) == ("EVENT", None)
    assert "by a generated key" in delivery["verdicts"][0]["explanation"]
    wizard = (await editor.data(WIZARD, id=trigger_id))["trigger"]["wizard"]
    assert wizard["steps"][2] == {"step": "EVENT_HANDLING", "isComplete": False}


async def test_a_trigger_of_no_provider_asks_for_a_body(bench: Workshop) -> None:
    refused = await bench.editor.refused(SEND, triggerId=bench.trigger_id)

    assert refused == [("REQUIRED", ["input", "body"])]
    assert await Delivery.filter(project_id=bench.editor.project.id).count() == 0


async def test_a_secret_that_is_not_set_is_named(hookwright: World) -> None:
    editor = await hookwright.editor()
    trigger_id = await a_slack_trigger(editor)
    await editor.change(
        """mutation ($input: DeleteSecretInput!) {
          deleteSecret(input: $input) { errors { code message path } }
        }""",
        name="SLACK_SIGNING_SECRET",
    )

    refused = await editor.refused(SEND, triggerId=trigger_id)

    assert refused == [("REQUIRED", ["input", "secrets", "secret"])]
    assert await Delivery.filter(project_id=editor.project.id).count() == 0


async def test_an_unknown_example_names_those_there_are(hookwright: World) -> None:
    editor = await hookwright.editor()
    trigger_id = await a_slack_trigger(editor)

    refused = await editor.refused(SEND, triggerId=trigger_id, example="no such")

    assert refused == [("NOT_FOUND", ["input", "example"])]


async def test_another_projects_trigger_is_not_found(hookwright: World, bench: Workshop) -> None:
    stranger = await hookwright.editor()

    refused = await stranger.refused(SEND, triggerId=bench.trigger_id, body="{}")

    assert refused == [("NOT_FOUND", ["input", "triggerId"])]
    assert await Delivery.filter(project_id=bench.editor.project.id).count() == 0
