"""Who may see what: nothing without a token, one's own with one, and all else looks like nothing."""

import httpx
import pytest

from tests.api.world import CREATE_INTEGRATION, HANDLING, SET_SECRET, Editor, Workshop, World

INTROSPECTION = "{ __schema { queryType { name } } }"
NODE = "query ($id: ID!) { node(id: $id) { __typename id } }"
REVOKE = """
mutation ($input: RevokeEditorTokenInput!) {
  revokeEditorToken(input: $input) { editorToken { id revokedAt } errors { code message path } }
}"""
CREATE_TOKEN = """
mutation ($input: CreateEditorTokenInput!) {
  createEditorToken(input: $input) { editorToken { id } token errors { code message path } }
}"""
DELETE_SECRET = """
mutation ($input: DeleteSecretInput!) {
  deleteSecret(input: $input) { deletedName errors { code message path } }
}"""
ABSENT = "trg_01k0000000e008000000000000"


async def anonymous(hookwright: World, query: str) -> httpx.Response:
    return await hookwright.http.post(f"{hookwright.url}/graphql", json={"query": query})


async def test_schema_can_be_read_without_a_token_and_nothing_else(hookwright: World) -> None:
    described = await anonymous(hookwright, INTROSPECTION)
    refused = await anonymous(hookwright, "{ viewer { __typename } }")

    assert described.json() == {"data": {"__schema": {"queryType": {"name": "Query"}}}}
    (error,) = refused.json()["errors"]
    assert error["extensions"] == {"code": "UNAUTHENTICATED"}


@pytest.mark.parametrize(
    "query",
    [
        f'{{ node(id: "{ABSENT}") {{ id }} }}',
        f'{{ nodes(ids: ["{ABSENT}"]) {{ id }} }}',
        "{ providers { edges { cursor } } }",
        '{ provider(slug: "slack") { name } }',
        "{ readyHandshakes { name } }",
        "{ integrations { edges { cursor } } }",
        f'{{ integration(id: "{ABSENT}") {{ id }} }}',
        f'{{ trigger(id: "{ABSENT}") {{ id }} }}',
        f'{{ delivery(id: "{ABSENT}") {{ id }} }}',
        'mutation { setSecret(input: {name: "A", value: "b"}) { errors { code } } }',
        f'mutation {{ finishTrigger(input: {{triggerId: "{ABSENT}"}}) {{ errors {{ code }} }} }}',
    ],
)
async def test_every_root_needs_a_token(hookwright: World, query: str) -> None:
    (error,) = (await anonymous(hookwright, query)).json()["errors"]

    assert error["extensions"] == {"code": "UNAUTHENTICATED"}


@pytest.mark.parametrize("authorization", ["Bearer guessed", "Basic abc", "Bearer", "guessed"])
async def test_wrong_token_is_401_before_anything_runs(
    hookwright: World, authorization: str
) -> None:
    response = await hookwright.http.post(
        f"{hookwright.url}/graphql",
        json={"query": INTROSPECTION},
        headers={"authorization": authorization},
    )

    assert response.status_code == 401
    assert response.headers["www-authenticate"] == "Bearer"


async def test_revoked_token_is_refused_at_once(editor: Editor) -> None:
    made = await editor.change(CREATE_TOKEN, name="Second")
    other = Editor(editor.url, editor.project, editor.caller, made["token"], editor.http)
    viewer = "{ viewer { ... on Editor { project { id } } } }"
    assert await other.data(viewer) == {"viewer": {"project": {"id": editor.project.id}}}

    await editor.change(REVOKE, tokenId=made["editorToken"]["id"])

    assert (await other.error(viewer))["extensions"]["code"] == "UNAUTHENTICATED"


async def test_nodes_are_found_by_id_in_order_and_null_where_there_is_none(bench: Workshop) -> None:
    ids = [
        bench.trigger_id,
        ABSENT,
        bench.credential_id,
        "nonsense",
        bench.integration_id,
        "\ud800",
    ]
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"

    assert (await bench.editor.data(query, ids=ids))["nodes"] == [
        {"__typename": "Trigger", "id": bench.trigger_id},
        None,
        {"__typename": "Credential", "id": bench.credential_id},
        None,
        {"__typename": "Integration", "id": bench.integration_id},
        None,
    ]
    found = await bench.editor.data(NODE, id=bench.editor.project.id)
    assert found == {"node": {"__typename": "Project", "id": bench.editor.project.id}}


async def test_more_than_a_hundred_nodes_are_refused(editor: Editor) -> None:
    query = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }"

    assert (await editor.data(query, ids=[ABSENT] * 100))["nodes"] == [None] * 100
    assert (await editor.error(query, ids=[ABSENT] * 101))["extensions"]["code"] == "BAD_USER_INPUT"


async def test_kinds_are_not_mixed_up(bench: Workshop) -> None:
    query = "query ($id: ID!) { integration(id: $id) { id } delivery(id: $id) { id } }"

    found = await bench.editor.data(query, id=bench.trigger_id)
    assert found == {"integration": None, "delivery": None}


async def test_other_projects_see_nothing_and_change_nothing(
    hookwright: World, bench: Workshop
) -> None:
    await bench.deliver({"team": "T1"})
    query = "query ($id: ID!) { trigger(id: $id) { deliveries { edges { node { id } } } } }"
    found = await bench.editor.data(query, id=bench.trigger_id)
    delivery_id = found["trigger"]["deliveries"]["edges"][0]["node"]["id"]
    stranger = await hookwright.editor()

    ids = [
        bench.editor.project.id,
        bench.integration_id,
        bench.credential_id,
        bench.trigger_id,
        delivery_id,
    ]
    for identifier in ids:
        assert await stranger.data(NODE, id=identifier) == {"node": None}
        assert (await bench.editor.data(NODE, id=identifier))["node"]["id"] == identifier
    assert await stranger.data("{ integrations { edges { cursor } } }") == {
        "integrations": {"edges": []}
    }
    refusals = await stranger.refused(HANDLING, triggerId=bench.trigger_id, routing=[])
    assert refusals == [("NOT_FOUND", ["input", "triggerId"])]
    routing = "query ($id: ID!) { trigger(id: $id) { handling { routing } } }"
    kept = await bench.editor.data(routing, id=bench.trigger_id)
    assert kept == {"trigger": {"handling": {"routing": ["event.body.team"]}}}


async def test_account_of_another_integration_has_no_address_here(bench: Workshop) -> None:
    other = await bench.editor.change(CREATE_INTEGRATION, name="Other")
    create = """mutation ($input: CreateTriggerInput!) { createTrigger(input: $input) {
      trigger { id userTargetUrl(credentialId: "%s") } errors { code message path } } }"""
    given = {"name": "Item 2", "creation": "MANUAL", "level": "USER"}

    there = await bench.editor.change(
        create % bench.credential_id, integrationId=other["integration"]["id"], **given
    )
    here = await bench.editor.change(
        create % bench.credential_id, integrationId=bench.integration_id, **given
    )

    assert there["trigger"]["userTargetUrl"] is None
    trigger_id = here["trigger"]["id"]
    assert here["trigger"]["userTargetUrl"] == (
        f"{bench.editor.url}/triggers/connect/{bench.editor.project.id}/{bench.integration_id}"
        f"/custom-triggers/{trigger_id}?id={bench.credential_id}"
    )


async def test_secrets_are_listed_by_name_and_never_shown(editor: Editor) -> None:
    await editor.change(SET_SECRET, name="API_KEY", value="planted-value")

    query = "{ viewer { ... on Editor { project { secrets { name updatedAt } } } } }"
    body = await editor.post(query)
    assert [each["name"] for each in body["data"]["viewer"]["project"]["secrets"]] == ["API_KEY"]
    assert "planted-value" not in str(body)
    assert await editor.refused(SET_SECRET, name="lower", value="") == [
        ("INVALID", ["input", "name"]),
        ("REQUIRED", ["input", "value"]),
    ]
    assert await editor.refused(DELETE_SECRET, name="\ud800") == [("NOT_FOUND", ["input", "name"])]
    assert (await editor.change(DELETE_SECRET, name="API_KEY"))["deletedName"] == "API_KEY"
    assert (await editor.post(query))["data"]["viewer"]["project"]["secrets"] == []
