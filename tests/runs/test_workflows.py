"""Workflows in GraphQL: what can be made on what, what is refused, what is shown once, and what the builder sees."""

import base64
from typing import Any, Final

import pytest

from domain.models import Workflow
from tests.api.world import World
from tests.receiver.shop import UNSIGNED, Placed, Shop

CREATE: Final = """
mutation ($input: CreateWorkflowInput!) {
  createWorkflow(input: $input) {
    workflow { id name endpoint isOrdered status stoppedReason filter { any { all { path operator value } } }
      trigger { id } secrets { createdAt expiresAt } accounts { edges { node { id } } } runs { edges { node { id } } } }
    secret errors { code message path } } }"""
UPDATE: Final = """
mutation ($input: UpdateWorkflowInput!) {
  updateWorkflow(input: $input) {
    workflow { name endpoint isOrdered status stoppedReason filter { any { all { path } } } }
    errors { code message path } } }"""
ROTATE: Final = """
mutation ($input: RotateWorkflowSecretInput!) {
  rotateWorkflowSecret(input: $input) {
    workflow { secrets { createdAt expiresAt } } secret errors { code message path } } }"""
DELETE: Final = """
mutation ($input: DeleteWorkflowInput!) {
  deleteWorkflow(input: $input) { deletedWorkflowId errors { code message path } } }"""
READ: Final = """query ($id: ID!) { workflow(id: $id) { name } node(id: $id) { __typename }
  workflows { edges { node { id } } } }"""
MENU: Final = """query ($id: ID!) { integration(id: $id) { triggers(status: ACTIVE) { edges { node {
  name description output { sample schema } workflows { edges { node { name } } } } } } } }"""
PUSHED: Final = {
    "any": [{"all": [{"path": "event.body.type", "operator": "EQUALS", "value": "push"}]}]
}


@pytest.fixture
async def trigger(shop: Shop) -> Placed:
    return await shop.live()


async def created(shop: Shop, trigger: Placed, **given: Any) -> Any:
    return await shop.editor.change(CREATE, triggerId=trigger.id, **{"name": "Sync", **given})


async def test_workflow_is_made_on_a_finished_trigger_and_its_secret_is_shown_once(
    shop: Shop, trigger: Placed
) -> None:
    made = await created(shop, trigger, endpoint="http://engine.test/runs", filter=PUSHED)

    assert len(base64.b64decode(made["secret"].removeprefix("whsec_"))) == 32
    row = await Workflow.get(id=made["workflow"]["id"])
    assert made["secret"].encode() not in row.sealed
    found = made["workflow"]
    assert found["secrets"][0]["expiresAt"] is None
    del found["id"], found["secrets"]
    assert found == {
        "name": "Sync",
        "endpoint": "http://engine.test/runs",
        "isOrdered": False,
        "status": "ACTIVE",
        "stoppedReason": None,
        "filter": PUSHED,
        "trigger": {"id": trigger.id},
        "accounts": {"edges": []},
        "runs": {"edges": []},
    }


async def test_draft_takes_no_workflow(shop: Shop) -> None:
    draft = await shop.place()

    refused = await shop.editor.refused(CREATE, triggerId=draft.id, name="Sync")

    assert refused == [("NOT_ALLOWED", ["input", "triggerId"])]
    assert await Workflow.filter(project_id=shop.project_id).count() == 0


async def test_everything_that_is_wrong_is_told_at_once(shop: Shop, trigger: Placed) -> None:
    condition = {"path": "user.id", "operator": "GREATER_THAN", "value": "x"}

    refused = await shop.editor.refused(
        CREATE,
        triggerId=trigger.id,
        name=" ",
        endpoint="ftp://engine.test",
        filter={"any": [{"all": [condition]}]},
    )

    assert refused == [
        ("REQUIRED", ["input", "name"]),
        ("INVALID", ["input", "endpoint"]),
        ("UNKNOWN_NAME", ["input", "filter", "any", "0", "all", "0", "path"]),
        ("INVALID", ["input", "filter", "any", "0", "all", "0", "value"]),
    ]
    assert await Workflow.filter(project_id=shop.project_id).count() == 0


@pytest.mark.parametrize(
    "endpoint",
    [
        "http://10.0.0.1/runs",
        "http://169.254.169.254/latest",
        "http://[::1]/runs",
        "http://[::ffff:10.0.0.1]/",
        "http://user:word@engine.test/",
        "http://engine.test/#there",
        "engine.test",
        "http://engine.test/" + "x" * 2_000,
        "http://engine.test/\u0000",
    ],
)
async def test_endpoint_that_the_outbound_door_would_refuse_is_refused(
    shop: Shop, trigger: Placed, endpoint: str
) -> None:
    refused = await shop.editor.refused(
        CREATE, triggerId=trigger.id, name="Sync", endpoint=endpoint
    )

    assert refused == [("INVALID", ["input", "endpoint"])]


async def test_absent_stays_and_null_clears(shop: Shop, trigger: Placed) -> None:
    made = await created(shop, trigger, endpoint="http://engine.test/runs", filter=PUSHED)
    identifier = made["workflow"]["id"]

    renamed = await shop.editor.change(UPDATE, workflowId=identifier, name="Other", isOrdered=True)
    cleared = await shop.editor.change(UPDATE, workflowId=identifier, endpoint=None, filter=None)

    assert renamed["workflow"]["endpoint"] == "http://engine.test/runs"
    assert renamed["workflow"]["filter"] == {"any": [{"all": [{"path": "event.body.type"}]}]}
    assert cleared["workflow"] == {
        "name": "Other",
        "endpoint": None,
        "isOrdered": True,
        "status": "ACTIVE",
        "stoppedReason": None,
        "filter": None,
    }


async def test_paused_and_stopped_workflows_are_resumed(shop: Shop, trigger: Placed) -> None:
    identifier = (await created(shop, trigger, endpoint="http://engine.test/a"))["workflow"]["id"]

    async def status(**changes: Any) -> tuple[str, str | None]:
        found = (await shop.editor.change(UPDATE, workflowId=identifier, **changes))["workflow"]
        return found["status"], found["stoppedReason"]

    assert await status(isPaused=True) == ("PAUSED", "Paused by a person.")
    assert await status(endpoint="http://engine.test/b") == ("PAUSED", "Paused by a person.")
    assert await status(isPaused=False) == ("ACTIVE", None)
    await Workflow.filter(id=identifier).update(stopped_reason="It answered 410.")
    assert await status(name="Still") == ("STOPPED", "It answered 410.")
    assert await status(endpoint="http://engine.test/c") == ("ACTIVE", None)


async def test_rotated_secret_replaces_the_one_before_after_the_overlap(
    shop: Shop, trigger: Placed
) -> None:
    made = await created(shop, trigger)
    identifier = made["workflow"]["id"]

    twice = await shop.editor.change(ROTATE, workflowId=identifier)
    at_once = await shop.editor.change(ROTATE, workflowId=identifier, overlapHours=0)
    refused = await shop.editor.refused(ROTATE, workflowId=identifier, overlapHours=169)

    assert len({made["secret"], twice["secret"], at_once["secret"]}) == 3
    assert [one["expiresAt"] is None for one in twice["workflow"]["secrets"]] == [True, False]
    assert [one["expiresAt"] for one in at_once["workflow"]["secrets"]] == [None]
    assert refused == [("INVALID", ["input", "overlapHours"])]


async def test_deleted_workflow_is_gone(shop: Shop, trigger: Placed) -> None:
    identifier = (await created(shop, trigger))["workflow"]["id"]

    gone = await shop.editor.change(DELETE, workflowId=identifier)

    assert gone["deletedWorkflowId"] == identifier
    assert await shop.editor.data(READ, id=identifier) == {
        "workflow": None,
        "node": None,
        "workflows": {"edges": []},
    }
    assert await shop.editor.refused(DELETE, workflowId=identifier) == [
        ("NOT_FOUND", ["input", "workflowId"])
    ]


async def test_another_project_sees_and_changes_nothing(
    hookwright: World, shop: Shop, trigger: Placed
) -> None:
    identifier = (await created(shop, trigger))["workflow"]["id"]
    stranger = await hookwright.editor()

    assert await stranger.data(READ, id=identifier) == {
        "workflow": None,
        "node": None,
        "workflows": {"edges": []},
    }
    not_found = [("NOT_FOUND", ["input", "workflowId"])]
    assert await stranger.refused(UPDATE, workflowId=identifier, name="Mine") == not_found
    assert await stranger.refused(ROTATE, workflowId=identifier) == not_found
    assert await stranger.refused(DELETE, workflowId=identifier) == not_found
    assert await stranger.refused(CREATE, triggerId=trigger.id, name="Mine") == [
        ("NOT_FOUND", ["input", "triggerId"])
    ]
    assert (await Workflow.get(id=identifier)).name == "Sync"


async def test_builders_menu_has_finished_triggers_with_their_output_and_its_shape(
    shop: Shop,
) -> None:
    await shop.place()
    trigger = await shop.live(verification=UNSIGNED, level="USER")
    await created(shop, trigger)

    found = await shop.editor.data(MENU, id=shop.integration_id)

    (node,) = [edge["node"] for edge in found["integration"]["triggers"]["edges"]]
    sample, schema = node["output"]["sample"], node["output"]["schema"]
    assert node["workflows"] == {"edges": [{"node": {"name": "Sync"}}]}
    assert sample["trigger"] == {"id": trigger.id, "name": node["name"]}
    assert sample["account"] == {"id": shop.sandbox, "userId": "sandbox", "providerId": "T1"}
    assert sample["body"] == {"team": "T1", "proof": trigger.id}
    assert sample["method"] == "POST"
    assert sample["rawBodyBase64"] is None
    assert sample["eventId"].startswith("evt_")
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert list(schema["properties"]) == list(sample)
    assert schema["properties"]["body"] == {
        "type": "object",
        "properties": {"team": {"type": "string"}, "proof": {"type": "string"}},
    }
