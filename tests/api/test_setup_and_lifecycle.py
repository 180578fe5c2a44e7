"""Creating the webhook at the provider over GraphQL, and the life of a trigger and an integration after it."""

import asyncio
import socket
from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.api.world import (
    CONNECT,
    CREATE_INTEGRATION,
    CREATE_TRIGGER,
    HANDLING,
    SET_SECRET,
    Editor,
    Workshop,
    served,
)

SETUP = """
mutation ($input: UpdateWebhookSetupInput!) {
  updateWebhookSetup(input: $input) {
    trigger { setup {
      request { method url headers { name value } query { name value } body { kind json form { name value } raw contentType }
        authorization { kind token username password entries { name value } } }
      keep { name value } teardown { method url } renewal { every expiresAt request { url } }
    } }
    errors { code message path }
  }
}"""
SEND = """
mutation ($input: SendSetupRequestInput!) {
  sendSetupRequest(input: $input) {
    registration { id state reason isTest credential { id } trigger { id } exchange {
      problem request { method url headers { name value } body } answer { status body } } }
    trigger { persistedValues { name scope } wizard { steps { step isComplete } } }
    errors { code message path }
  }
}"""
CLEAR = """
mutation ($input: ClearPersistedValuesInput!) {
  clearPersistedValues(input: $input) { trigger { persistedValues { name } } errors { code message path } }
}"""
DELETE = """
mutation ($input: DeleteTriggerInput!) {
  deleteTrigger(input: $input) { deletedTriggerId standing { id state } errors { code message path } }
}"""
SWITCH = """
mutation ($input: %(name)sTriggerInput!) {
  %(verb)sTrigger(input: $input) { trigger { status } errors { code message path } }
}"""
FINISH, DISABLE, ENABLE = (
    SWITCH % {"verb": verb, "name": verb.title()} for verb in ("finish", "disable", "enable")
)
UPDATE_INTEGRATION = """
mutation ($input: UpdateIntegrationInput!) {
  updateIntegration(input: $input) {
    integration { name slug apiBaseUrl authorization { accountValues scheme { kind entries { name value } } } }
    errors { code message path }
  }
}"""
DELETE_INTEGRATION = """
mutation ($input: DeleteIntegrationInput!) {
  deleteIntegration(input: $input) { deletedIntegrationId errors { code message path } }
}"""
DISCONNECT = """
mutation ($input: DisconnectAccountInput!) {
  disconnectAccount(input: $input) { credential { id status } errors { code message path } }
}"""


@dataclass
class Provider:
    """A provider's API that creates webhooks. status: what it answers next."""

    url: str = ""
    status: int = 201
    asked: list[dict[str, Any]] = field(default_factory=list)

    async def create(self, request: Request) -> Response:
        """Remember the request and answer with an id and a secret."""
        self.asked.append({"token": request.headers["authorization"], **await request.json()})
        return JSONResponse({"id": "wh_1", "secret": "provider-made-secret"}, self.status)


@pytest.fixture
async def provider() -> AsyncIterator[Provider]:
    provider = Provider()
    app = Starlette(routes=[Route("/api/webhooks", provider.create, methods=["POST"])])
    with socket.create_server(("127.0.0.1", 0)) as listener:
        provider.url = f"http://127.0.0.1:{listener.getsockname()[1]}/api"
        async with served(app, listener, asyncio.Event()):
            yield provider


@pytest.fixture
async def trigger_id(editor: Editor, provider: Provider) -> str:
    """A user-level trigger with a described setup request and a sandbox account."""
    made = await editor.change(CREATE_INTEGRATION, name="Board", apiBaseUrl=provider.url)
    integration_id = made["integration"]["id"]
    await editor.change(SET_SECRET, name="APP", value="planted-app-secret")
    await editor.change(
        CONNECT,
        integrationId=integration_id,
        userId="sandbox",
        isSandbox=True,
        authorization={"bearer": {"token": "planted-access-token"}},
    )
    created = await editor.change(
        CREATE_TRIGGER,
        integrationId=integration_id,
        name="Card",
        creation="API_REQUEST",
        level="USER",
    )
    identifier = str(created["trigger"]["id"])
    await editor.change(
        SETUP,
        triggerId=identifier,
        request={
            "url": "/webhooks",
            "body": {"json": {"url": "{{settings.webhookURL}}", "app": "{{secrets.APP}}"}},
        },
        keep=[
            {"name": "webhook_id", "value": "{{setup.response.body.id}}"},
            {"name": "secret", "value": "{{setup.response.body.secret}}"},
        ],
        teardown={"method": "DELETE", "url": "/webhooks/{{persisted.webhook_id}}"},
    )
    return identifier


async def test_setup_request_is_sent_once_and_its_exchange_shown_without_secrets(
    editor: Editor, provider: Provider, trigger_id: str
) -> None:
    body = await editor.post(SEND, input={"triggerId": trigger_id})
    payload = body["data"]["sendSetupRequest"]

    registration = payload["registration"]
    assert (registration["state"], registration["reason"]) == ("ACTIVE", None)
    assert registration["trigger"] == {"id": trigger_id}
    assert registration["exchange"]["answer"]["status"] == 201
    assert provider.asked == [
        {
            "token": "Bearer planted-access-token",
            "url": f"{editor.url}/triggers/connect/{editor.project.id}"
            f"/{await _integration_of(editor, trigger_id)}/custom-triggers/{trigger_id}/test",
            "app": "planted-app-secret",
        }
    ]
    for planted in ("planted-access-token", "planted-app-secret", "provider-made-secret"):
        assert planted not in str(body)
    kept = [each["name"] for each in payload["trigger"]["persistedValues"]]
    assert kept == ["secret", "webhook_id"]
    assert payload["trigger"]["wizard"]["steps"][1] == {"step": "WEBHOOK_SETUP", "isComplete": True}


async def test_refused_setup_request_leaves_a_reason_and_the_step_incomplete(
    editor: Editor, provider: Provider, trigger_id: str
) -> None:
    provider.status = 422

    sent = await editor.change(SEND, triggerId=trigger_id)

    assert sent["registration"]["state"] == "ERRORED"
    assert sent["registration"]["reason"].startswith("The provider answered 422")
    assert sent["trigger"]["wizard"]["steps"][1]["isComplete"] is False
    assert sent["trigger"]["persistedValues"] == []


async def test_persisted_values_can_be_forgotten(editor: Editor, trigger_id: str) -> None:
    await editor.change(SEND, triggerId=trigger_id)

    cleared = await editor.change(CLEAR, triggerId=trigger_id)

    assert cleared["trigger"] == {"persistedValues": []}


async def test_deleting_a_trigger_says_what_still_stands_at_the_provider(
    editor: Editor, trigger_id: str
) -> None:
    sent = await editor.change(SEND, triggerId=trigger_id)

    deleted = await editor.change(DELETE, triggerId=trigger_id)

    assert deleted["deletedTriggerId"] == trigger_id
    assert deleted["standing"] == [{"id": sent["registration"]["id"], "state": "ACTIVE"}]
    query = "query ($id: ID!) { trigger(id: $id) { id } node(id: $id) { id } }"
    assert await editor.data(query, id=trigger_id) == {"trigger": None, "node": None}
    again = await editor.refused(DELETE, triggerId=trigger_id)
    assert again == [("NOT_FOUND", ["input", "triggerId"])]


async def test_setup_form_is_shown_as_it_was_entered(editor: Editor, trigger_id: str) -> None:
    request = {
        "method": "PUT",
        "url": "/hooks",
        "headers": [{"name": "Accept", "value": "application/json"}],
        "query": [{"name": "a", "value": "1"}, {"name": "a", "value": "2"}],
        "body": {"raw": {"text": "url={{settings.webhookURL}}", "contentType": "text/css"}},
        "authorization": {"headers": [{"name": "X-Key", "value": "{{secrets.APP}}"}]},
    }
    renewal = {"every": 3600, "request": {"url": "/renew"}}
    saved = await editor.change(SETUP, triggerId=trigger_id, request=request, renewal=renewal)

    setup = saved["trigger"]["setup"]
    assert setup["request"] == {
        **request,
        "body": {
            "kind": "RAW",
            "json": None,
            "form": [],
            "raw": "url={{settings.webhookURL}}",
            "contentType": "text/css",
        },
        "authorization": {
            "kind": "HEADERS",
            "token": "",
            "username": "",
            "password": "",
            "entries": [{"name": "X-Key", "value": "{{secrets.APP}}"}],
        },
    }
    assert setup["renewal"] == {"every": 3600, "expiresAt": None, "request": {"url": "/renew"}}
    assert setup["teardown"] == {"method": "DELETE", "url": "/webhooks/{{persisted.webhook_id}}"}
    cleared = await editor.change(SETUP, triggerId=trigger_id, teardown=None, renewal=None)
    assert cleared["trigger"]["setup"]["teardown"] is None
    assert cleared["trigger"]["setup"]["renewal"] is None
    assert cleared["trigger"]["setup"]["request"]["url"] == "/hooks"
    removed = await editor.change(SETUP, triggerId=trigger_id, request=None)
    assert removed["trigger"]["setup"] is None


async def test_problems_of_a_request_stand_where_the_input_has_them(
    editor: Editor, trigger_id: str
) -> None:
    refusals = await editor.refused(
        SETUP,
        triggerId=trigger_id,
        request={
            "method": "JUMP",
            "url": "ftp://x",
            "authorization": {"bearer": {"token": "{{secrets.NOBODY}}"}},
        },
        keep=[{"name": "1", "value": "{{setup.reply.body}}"}],
    )

    assert sorted(refusals) == [
        ("INVALID", ["input", "keep", "0", "name"]),
        ("INVALID", ["input", "request", "method"]),
        ("INVALID", ["input", "request", "url"]),
        ("UNKNOWN_NAME", ["input", "keep", "0", "value"]),
        ("UNKNOWN_NAME", ["input", "request", "authorization", "bearer", "token"]),
        ("UNKNOWN_NAME", ["input", "teardown", "url"]),  # it reads what is not kept any more
    ]


async def test_finished_trigger_is_switched_off_and_on_and_edited_beside_what_is_live(
    bench: Workshop,
) -> None:
    editor = bench.editor
    refusals = await editor.refused(DISABLE, triggerId=bench.trigger_id)
    assert refusals == [("NOT_ALLOWED", ["input", "triggerId"])]
    await bench.deliver({"team": "T1"})
    await editor.change(FINISH, triggerId=bench.trigger_id)

    assert (await editor.change(DISABLE, triggerId=bench.trigger_id))["trigger"] == {
        "status": "DISABLED"
    }
    assert (await editor.change(ENABLE, triggerId=bench.trigger_id))["trigger"] == {
        "status": "ACTIVE"
    }
    await editor.change(HANDLING, triggerId=bench.trigger_id, deduplicationKey="{{event.body.id}}")
    query = """query ($id: ID!) { trigger(id: $id) {
      status hasDraft wizard { canFinish } finishImpact { registrations reasons } } }"""
    assert (await editor.data(query, id=bench.trigger_id))["trigger"] == {
        "status": "ACTIVE",
        "hasDraft": True,
        "wizard": {"canFinish": False},
        "finishImpact": {"registrations": 0, "reasons": []},
    }


async def test_integration_with_an_active_trigger_is_not_deleted(bench: Workshop) -> None:
    await bench.deliver({"team": "T1"})
    await bench.editor.change(FINISH, triggerId=bench.trigger_id)

    refusals = await bench.editor.refused(DELETE_INTEGRATION, integrationId=bench.integration_id)
    assert refusals == [("NOT_ALLOWED", ["input", "integrationId"])]
    await bench.editor.change(DISABLE, triggerId=bench.trigger_id)
    deleted = await bench.editor.change(DELETE_INTEGRATION, integrationId=bench.integration_id)
    assert deleted["deletedIntegrationId"] == bench.integration_id


async def test_integration_is_changed_field_by_field(bench: Workshop) -> None:
    scheme = {"headers": [{"name": "X-Key", "value": "{{credential.key}}"}]}
    updated = await bench.editor.change(
        UPDATE_INTEGRATION,
        integrationId=bench.integration_id,
        apiBaseUrl="https://api.example.com/v1/",
        authorization=scheme,
    )

    assert updated["integration"] == {
        "name": "Tracker",
        "slug": "tracker",
        "apiBaseUrl": "https://api.example.com/v1",
        "authorization": {
            "accountValues": ["key"],
            "scheme": {
                "kind": "HEADERS",
                "entries": [{"name": "X-Key", "value": "{{credential.key}}"}],
            },
        },
    }
    refusals = await bench.editor.refused(
        UPDATE_INTEGRATION,
        integrationId=bench.integration_id,
        name=" ",
        apiBaseUrl="nowhere",
        authorization={"bearer": {"token": "{{secrets.NOBODY}}"}},
    )
    assert sorted(refusals) == [
        ("INVALID", ["input", "apiBaseUrl"]),
        ("REQUIRED", ["input", "name"]),
        ("UNKNOWN_NAME", ["input", "authorization", "bearer", "token"]),
    ]


async def test_disconnected_account_stays_listed_and_is_no_sandbox_any_more(
    bench: Workshop,
) -> None:
    done = await bench.editor.change(DISCONNECT, credentialId=bench.credential_id)

    assert done["credential"] == {"id": bench.credential_id, "status": "DISCONNECTED"}
    query = """query ($id: ID!) { integration(id: $id) { sandboxCredential { id }
      credentials { edges { node { id status isSandbox providerId userId integration { id } } } } } }"""
    assert (await bench.editor.data(query, id=bench.integration_id))["integration"] == {
        "sandboxCredential": None,
        "credentials": {
            "edges": [
                {
                    "node": {
                        "id": bench.credential_id,
                        "status": "DISCONNECTED",
                        "isSandbox": True,
                        "providerId": "T1",
                        "userId": "sandbox",
                        "integration": {"id": bench.integration_id},
                    }
                }
            ]
        },
    }


async def _integration_of(editor: Editor, trigger_id: str) -> str:
    query = "query ($id: ID!) { trigger(id: $id) { integration { id } } }"
    return str((await editor.data(query, id=trigger_id))["trigger"]["integration"]["id"])
