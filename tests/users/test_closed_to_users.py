"""What a user token opens: the user's own accounts and workflows. Every other field of the schema is closed to it."""

from typing import Any, Final

from graphql import build_schema

from api.schema import schema
from api.transport.schema import canonical_sdl
from domain.models import Credential, Integration, Secret, Trigger, Workflow, WorkflowAccount
from tests.api.world import CONNECT, Editor, World
from tests.users.asking import Ids, operations
from tests.users.company import Company, company, ec_key

OPEN: Final = {
    "Query": "node nodes viewer",
    "Mutation": "connectAccount disconnectAccount startOAuth enableWorkflow disableWorkflow retryRegistration",
    "ConnectedUser": "userId credentials workflows",
    "Credential": "id credentialId integration userId providerId isSandbox status createdAt",
    "CredentialConnection": "edges pageInfo",
    "CredentialEdge": "node cursor",
    "PageInfo": "hasNextPage hasPreviousPage startCursor endCursor",
    "Integration": "id name slug",
    "UserWorkflow": "id name integration enabledFor userTargetUrl",
    "UserWorkflowConnection": "edges pageInfo",
    "UserWorkflowEdge": "node cursor",
    "StartOAuthPayload": "authorizationUrl errors",
    "ConnectAccountPayload": "credential errors",
    "DisconnectAccountPayload": "credential errors",
    "EnableWorkflowPayload": "registration errors",
    "DisableWorkflowPayload": "registration errors",
    "RetryRegistrationPayload": "registration errors",
    "Registration": "id state isWanted credential attempts nextAttemptAt createdAt updatedAt",
    "UserError": "code message path",
}
"""What is open, said once more: whoever opens a field says so here too."""
OWN: Final = """
{ viewer { ... on ConnectedUser {
  userId
  credentials { edges { node { id credentialId userId providerId status integration { name } } } }
  workflows { edges { node { id name integration { slug } enabledFor { id } } } }
} } }"""
NODES: Final = "query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }"
DISCONNECT: Final = """
mutation ($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) { credential { id status } errors { code message path } }
}"""
SERVED: Final = build_schema(canonical_sdl(schema))


def is_open(name: str) -> bool:
    kind, _, field = name.partition(".")
    return field in OPEN.get(kind, "").split()


async def seen(user: Editor) -> Any:
    return (await user.data(OWN))["viewer"]


def ids(connection: Any) -> list[str]:
    return [edge["node"]["id"] for edge in connection["edges"]]


async def test_user_sees_their_own_accounts_and_what_can_be_enabled(acme: Company) -> None:
    integration = await acme.integration()
    own = await acme.account(integration, "ada", providerId="T1")
    await acme.account(integration, "grace", providerId="T2")
    trigger_id = await acme.trigger(integration)
    workflow = await acme.workflow(trigger_id)
    await WorkflowAccount.create(
        workflow_id=workflow,
        project_id=acme.editor.project.id,
        trigger_id=trigger_id,
        credential_id=own,
        enabled_ms=1,
    )

    ada, grace = await seen(acme.user("ada")), await seen(acme.user("grace"))

    account = {
        "id": own,
        "credentialId": own,
        "userId": "ada",
        "providerId": "T1",
        "status": "CONNECTED",
        "integration": {"name": "Tracker"},
    }
    assert ada["userId"] == "ada"
    assert ada["credentials"] == {"edges": [{"node": account}]}
    node = {"id": workflow, "name": "Sync items", "integration": {"slug": "tracker"}}
    assert ada["workflows"] == {"edges": [{"node": {**node, "enabledFor": [{"id": own}]}}]}
    assert grace["workflows"] == {"edges": [{"node": {**node, "enabledFor": []}}]}
    assert own not in ids(grace["credentials"])
    assert len(grace["credentials"]["edges"]) == 1


async def test_only_what_could_start_is_offered(hookwright: World, acme: Company) -> None:
    integration = await acme.integration()
    trigger_id = await acme.trigger(integration)
    live, gone = await acme.workflow(trigger_id), await acme.workflow(trigger_id, "Old")
    draft = await acme.trigger(integration, name="Draft")
    await Trigger.filter(id=draft).update(status="DISABLED")
    await acme.workflow(draft, "Disabled")
    await acme.workflow(trigger_id, "Second")
    other = await company(hookwright, ec_key(1))
    await other.workflow(await other.trigger(await other.integration()), "Of others")

    await Workflow.filter(id=gone).update(deleted_ms=1)

    found = await seen(acme.user())
    names = [edge["node"]["name"] for edge in found["workflows"]["edges"]]
    assert names == ["Sync items", "Second"]
    assert ids(found["workflows"])[0] == live


async def test_url_to_paste_is_of_the_users_own_account_at_manual_user_level(
    acme: Company,
) -> None:
    integration = await acme.integration()
    own, others = await acme.account(integration, "ada"), await acme.account(integration, "grace")
    elsewhere = await acme.account(await acme.integration("Other"), "ada")
    trigger_id = await acme.trigger(integration)
    await acme.workflow(trigger_id)
    await acme.workflow(await acme.trigger(integration, "APP", "Shared"), "App-level")
    query = """query ($id: ID!) { viewer { ... on ConnectedUser {
      workflows { edges { node { userTargetUrl(credentialId: $id) } } } } } }"""

    async def urls(credential_id: str) -> list[str | None]:
        found = (await acme.user("ada").data(query, id=credential_id))["viewer"]["workflows"]
        return [edge["node"]["userTargetUrl"] for edge in found["edges"]]

    path = f"triggers/connect/{acme.editor.project.id}/{integration}/custom-triggers/{trigger_id}"
    assert await urls(own) == [f"{acme.editor.url}/{path}?id={own}", None]
    sent = await acme.editor.http.post(f"{acme.editor.url}/{path}?id={own}", json={})
    assert sent.status_code == 200
    for closed in (others, elsewhere, "nonsense", trigger_id):
        assert await urls(closed) == [None, None]
    await acme.user("ada").change(DISCONNECT, credentialId=own)
    assert await urls(own) == [None, None]


async def test_user_connects_and_disconnects_their_own_accounts_alone(acme: Company) -> None:
    integration = await acme.integration()
    others = await acme.account(integration, "grace")
    sandbox = await acme.account(integration, "ada", isSandbox=True)
    ada = acme.user("ada")

    made = await ada.change(CONNECT, integrationId=integration, userId="ada")
    for given in ({"userId": "grace"}, {"userId": "ada", "isSandbox": True}):
        error = await ada.error(CONNECT, input={"integrationId": integration, **given})
        assert error["extensions"]["code"] == "FORBIDDEN"
    claimed = await ada.refused(CONNECT, integrationId=integration, userId="ada", providerId="T9")

    assert claimed == [("NOT_ALLOWED", ["input", "providerId"])]
    assert ids((await seen(ada))["credentials"]) == [made["credential"]["id"]]
    for credential_id in (others, sandbox):
        refused = await ada.refused(DISCONNECT, credentialId=credential_id)
        assert refused == [("NOT_FOUND", ["input", "credentialId"])]
    await ada.change(DISCONNECT, credentialId=made["credential"]["id"])
    assert (await Credential.get(id=others)).status == "CONNECTED"


async def test_nothing_but_own_accounts_is_found_by_id(hookwright: World, acme: Company) -> None:
    integration = await acme.integration()
    own, others = await acme.account(integration, "ada"), await acme.account(integration, "grace")
    trigger_id = await acme.trigger(integration)
    workflow = await acme.workflow(trigger_id)
    other = await company(hookwright, ec_key(1))
    foreign = await other.account(await other.integration(), "ada")
    asked = [own, others, integration, trigger_id, workflow, foreign, acme.editor.project.id]

    found = (await acme.user("ada").data(NODES, ids=asked))["nodes"]

    assert found == [{"__typename": "Credential", "id": own}, *[None] * 6]


async def test_every_field_that_is_not_open_is_refused_before_anything_runs(
    hookwright: World, acme: Company
) -> None:
    integration = await acme.integration()
    own = await acme.account(integration, "ada")
    trigger_id = await acme.trigger(integration)
    workflow = await acme.workflow(trigger_id)
    await acme.editor.data(
        'mutation { setSecret(input: {name: "SLACK", value: "kept"}) { errors { code } } }'
    )
    known = Ids(
        triggerId=trigger_id, integrationId=integration, workflowId=workflow, credentialId=own
    )
    before = [await Integration.all().count(), await Trigger.filter(deleted_ms=None).count()]
    user, refused = acme.user("ada"), 0

    async with user.socket() as wire:
        for name, query in operations(SERVED, known).items():
            if is_open(name) or name.startswith("Editor."):
                continue
            if query.startswith("subscription"):
                await wire.subscribe(name, query)
                body = {"errors": (await wire.receive())["payload"]}
            else:
                body = await user.post(query)
            assert {each["extensions"]["code"] for each in body["errors"]} == {"FORBIDDEN"}, query
            assert "data" not in body
            refused += 1

    assert refused > 400
    assert [
        await Integration.all().count(),
        await Trigger.filter(deleted_ms=None).count(),
    ] == before
    assert await Secret.filter(project_id=acme.editor.project.id).count() == 1
    assert hookwright.hookwright.context.bus.listeners() == 0


async def test_question_for_both_kinds_of_callers_is_answered(acme: Company) -> None:
    query = """{ viewer { __typename ...Project ... on ConnectedUser { userId } } }
      fragment Project on Editor { project { secrets { name } } }"""
    sly = "{ viewer { ...P } } fragment P on ConnectedUser { credentials { edges { node { ...I } } } }"
    sly += " fragment I on Credential { integration { ... on Node { id } ... on Integration { triggers { edges { cursor } } } } }"

    found = await acme.user("ada").data(query)
    refused = await acme.user("ada").error(sly)

    assert found == {"viewer": {"__typename": "ConnectedUser", "userId": "ada"}}
    assert refused["message"] == "Integration.triggers needs an editor token."
    assert refused["extensions"] == {"code": "FORBIDDEN"}
