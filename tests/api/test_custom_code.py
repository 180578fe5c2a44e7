"""Custom code through the doors: saved in the wizard, tried, and run for real deliveries inside the wall."""

import asyncio
import json
from pathlib import Path
from typing import Any, Final

from domain.models import Delivery, Event, PersistedValue, Trigger
from domain.settings import CustomCode
from tests.api.world import SECRET, Editor, Workshop, workshop, world

SAVE_VERIFICATION: Final = """
mutation ($input: UpdateEventHandlingInput!) {
  updateEventHandling(input: $input) {
    trigger { id handling { verification { form scheme covers { body } code { code digestHeader parameters { name value } } } } }
    errors { code message path }
  }
}"""
SAVE_RESPONSE: Final = """
mutation ($input: UpdateWebhookResponseInput!) {
  updateWebhookResponse(input: $input) {
    trigger { response { kind code { code } } responsePreview { reply { status body { text } } problem } }
    errors { code message path }
  }
}"""
RUN: Final = """
mutation ($input: RunCustomCodeInput!) {
  runCustomCode(input: $input) {
    result {
      value isVerified cause explanation isHandshake persists missingParameters cpuMilliseconds wallMilliseconds
      reply { status headers { name value } body { text } }
      console { level text }
      error { failure message line hint }
    }
    errors { code message path }
  }
}"""
NEWEST: Final = """
query ($id: ID!) {
  trigger(id: $id) {
    deliveries(first: 1) {
      edges { node { id outcome cause explanation console { triggerId purpose level text } } }
    }
  }
}"""
LISTEN: Final = "subscription ($id: ID!) { listenForEvents(triggerId: $id) { __typename } }"

HMAC: Final = """const crypto = require('crypto');
function yourFunction(parameters, libraries, request) {
  const mac = crypto.createHmac('sha256', parameters.key).update(request.rawBody).digest('hex');
  console.log('checked with', parameters.key, request.body.team);
  return crypto.timingSafeEqual(Buffer.from(mac), Buffer.from(request.headers['x-signature'] ?? ''.padEnd(64)));
}"""
CHALLENGE: Final = """module.exports = (parameters, libraries, request) => {
  if (request.method === 'GET') {
    return { status: 200, headers: { 'X-Answer': 'yes' }, body: request.query.challenge };
  }
  if (request.headers['x-hook-secret']) {
    return { status: 200, persist: { hook: request.headers['x-hook-secret'] } };
  }
  return { status: 202, body: { received: request.body.team } };
};"""
KEY: Final = [{"name": "key", "value": "{{secrets.SIGNING}}"}]


async def verified_by(bench: Workshop, code: str, **more: Any) -> Any:
    given = {"code": code, "parameters": KEY, **more}
    saved = await bench.editor.change(
        SAVE_VERIFICATION, triggerId=bench.trigger_id, verification={"code": given}
    )
    return saved["trigger"]["handling"]["verification"]


async def answered_by(bench: Workshop, code: str) -> Any:
    saved = await bench.editor.change(
        SAVE_RESPONSE,
        triggerId=bench.trigger_id,
        response={"code": {"code": code, "parameters": []}},
    )
    return saved["trigger"]


async def newest(bench: Workshop) -> Any:
    data = await bench.editor.data(NEWEST, id=bench.trigger_id)
    (edge,) = data["trigger"]["deliveries"]["edges"]
    return edge["node"]


async def run(bench: Workshop, purpose: str, code: str | None = None, **more: Any) -> Any:
    given = {"code": {"code": code, "parameters": KEY}} if code else {}
    ran = await bench.editor.change(
        RUN, triggerId=bench.trigger_id, purpose=purpose, **given, **more
    )
    return ran["result"]


async def test_code_verifies_what_the_provider_signed_and_refuses_the_rest(bench: Workshop) -> None:
    verification = await verified_by(bench, HMAC)
    assert verification == {
        "form": "CODE",
        "scheme": None,
        "covers": None,
        "code": {"code": HMAC, "digestHeader": None, "parameters": KEY},
    }
    forged = await bench.deliver({"team": "T1"}, secret="another")
    refused = await newest(bench)
    assert (forged.status_code, refused["outcome"]) == (401, "REJECTED")
    assert refused["cause"] == "SIGNATURE_MISMATCH"
    assert refused["explanation"] == "The verification code returned false."
    assert not await Event.exists(trigger_id=bench.trigger_id)
    genuine = await bench.deliver({"team": "T1"})
    taken = await newest(bench)
    assert (genuine.status_code, taken["outcome"]) == (200, "EVENT")
    assert taken["explanation"].startswith("Verified (custom code), for ")
    assert await Event.filter(trigger_id=bench.trigger_id).count() == 1


async def test_what_live_code_writes_is_kept_with_the_delivery_and_its_secrets_are_not(
    bench: Workshop,
) -> None:
    await verified_by(bench, HMAC)
    await bench.deliver({"team": "T1"})
    delivery = await newest(bench)
    assert delivery["console"] == [
        {
            "triggerId": bench.trigger_id,
            "purpose": "VERIFY",
            "level": "LOG",
            "text": "checked with ••• T1",
        }
    ]
    stored = await Delivery.get(id=delivery["id"])
    assert SECRET not in str(stored.console)


async def test_a_digest_is_compared_with_the_header_that_is_named(bench: Workshop) -> None:
    text = "return libraries.crypto.createHmac('sha256', parameters.key).update(request.rawBody)"
    for code in (f"{text}.digest('hex')", f"{text}.digest()"):
        await verified_by(bench, code, digestHeader="X-Signature")
        assert (await bench.deliver({"team": "T1"})).status_code == 200
        assert (await bench.deliver({"team": "T1"}, secret="another")).status_code == 401
        refused = await newest(bench)
        assert refused["cause"] == "SIGNATURE_MISMATCH"
        unsigned = await bench.editor.http.post(bench.target_url, json={"team": "T1"})
        missing = await newest(bench)
        assert (unsigned.status_code, missing["cause"]) == (401, "SIGNATURE_MISSING")
    await verified_by(bench, f"{text}.digest('hex')")
    assert (await bench.deliver({"team": "T1"})).status_code == 401
    assert "no header is named" in (await newest(bench))["explanation"]


async def test_code_that_fails_refuses_and_says_where(bench: Workshop) -> None:
    await verified_by(bench, "function yourFunction() {\n  return parameters.nothing.at(0);\n}")
    answer = await bench.deliver({"team": "T1"})
    refused = await newest(bench)
    assert (answer.status_code, refused["cause"]) == (401, "CODE_FAILED")
    assert "(line 2)" in refused["explanation"]
    for endless in ("for (;;) {}", "await new Promise(() => {})", "return 1", "return {}"):
        await verified_by(bench, endless)
        assert (await bench.deliver({"team": "T1"})).status_code == 401
        assert (await newest(bench))["cause"] == "CODE_FAILED"
    assert not await Event.exists(trigger_id=bench.trigger_id)


async def test_response_code_answers_challenges_and_events_apart(bench: Workshop) -> None:
    await bench.deliver({"team": "T0"})
    preview = (await answered_by(bench, CHALLENGE))["responsePreview"]
    assert preview["reply"]["status"] == 202
    assert json.loads(preview["reply"]["body"]["text"]) == {"received": "T0"}
    asked = await bench.editor.http.get(bench.target_url, params={"challenge": "c 1"})
    assert (asked.status_code, asked.text, asked.headers["x-answer"]) == (200, "c 1", "yes")
    handshake = await newest(bench)
    assert handshake["outcome"] == "HANDSHAKE"
    assert handshake["explanation"] == "Answered by the custom code."
    event = await bench.deliver({"team": "T1"})
    assert (event.status_code, event.json()) == (202, {"received": "T1"})
    assert (await newest(bench))["outcome"] == "EVENT"
    forged = await bench.deliver({"team": "T1"}, secret="another")
    assert (forged.status_code, (await newest(bench))["outcome"]) == (401, "REJECTED")


async def test_what_response_code_persists_is_kept_once_and_only_while_someone_listens(
    bench: Workshop,
) -> None:
    await answered_by(bench, CHALLENGE)

    async def offer(secret: str) -> int:
        headers = {"x-hook-secret": secret}
        sent = await bench.editor.http.post(bench.target_url, headers=headers)
        return sent.status_code

    assert await offer("too-early") == 401
    assert not await PersistedValue.exists(trigger_id=bench.trigger_id)
    async with bench.editor.socket() as wire:
        payload = {"query": LISTEN, "variables": {"id": bench.trigger_id}}
        await wire.send({"id": "1", "type": "subscribe", "payload": payload})
        await wire.receive()
        assert await offer("first-secret") == 200
        assert "Kept persisted.hook." in (await newest(bench))["explanation"]
        assert await offer("a-takeover") == 401
        assert (await newest(bench))["cause"] == "HANDSHAKE_REFUSED"
    (kept,) = await PersistedValue.filter(trigger_id=bench.trigger_id)
    verification = {"hmac": {"header": "X-Signature", "secret": "{{persisted.hook}}"}}
    await bench.editor.change(
        SAVE_VERIFICATION, triggerId=bench.trigger_id, verification=verification
    )
    assert kept.name == "hook"
    assert (await bench.deliver({"team": "T1"}, secret="first-secret")).status_code == 202
    assert (await bench.deliver({"team": "T1"}, secret="a-takeover")).status_code == 401


async def test_code_that_says_handshake_is_believed(bench: Workshop) -> None:
    await answered_by(bench, "return { status: 200, body: 'pong', handshake: true }")
    pong = await bench.deliver({"team": "T1"}, secret="another")
    # a wrong signature is refused without running anything
    assert pong.status_code == 401
    pong = await bench.deliver({"team": "T1"})
    assert (pong.status_code, pong.text) == (200, "pong")
    assert (await newest(bench))["outcome"] == "HANDSHAKE"
    assert not await Event.exists(trigger_id=bench.trigger_id)


async def test_a_genuine_event_is_taken_although_its_response_code_fails(bench: Workshop) -> None:
    await answered_by(bench, "return { status: 99 }")
    taken = await bench.deliver({"team": "T1"})
    delivery = await newest(bench)
    assert (taken.status_code, taken.content, delivery["outcome"]) == (200, b"", "EVENT")
    assert "status: a status is a whole number from 200 to 599" in delivery["explanation"]
    assert "An empty 200 was answered." in delivery["explanation"]


async def test_code_is_tried_against_a_stored_delivery_and_nothing_is_saved(
    bench: Workshop,
) -> None:
    await bench.deliver({"team": "T1"}, secret="another")
    stored = await newest(bench)
    before = await Trigger.get(id=bench.trigger_id)
    result = await run(bench, "VERIFY", HMAC, deliveryId=stored["id"])
    assert (result["value"], result["isVerified"], result["cause"]) == (
        False,
        False,
        "SIGNATURE_MISMATCH",
    )
    assert result["console"] == [{"level": "LOG", "text": f"checked with {SECRET} T1"}]
    assert 0 < result["cpuMilliseconds"] < 250
    assert result["error"] is None
    answer = await run(
        bench, "RESPOND", "return { status: 201, body: request.body, persist: { a: 'b' } }"
    )
    assert answer["reply"]["status"] == 201
    assert json.loads(answer["reply"]["body"]["text"]) == {"team": "T1"}
    assert (answer["persists"], answer["isHandshake"], answer["isVerified"]) == (["a"], None, None)
    broken = await run(bench, "RESPOND", "\n\nfetch('https://x.example')")
    assert (broken["error"]["failure"], broken["error"]["line"]) == ("JS_ERROR", 3)
    assert "no network" in broken["error"]["hint"]
    assert await Trigger.get(id=bench.trigger_id) == before
    assert (await Trigger.get(id=bench.trigger_id)).draft == before.draft
    assert not await PersistedValue.exists(trigger_id=bench.trigger_id)


async def test_the_draft_s_own_code_is_run_against_the_newest_event(bench: Workshop) -> None:
    given = {"triggerId": bench.trigger_id, "purpose": "VERIFY"}
    assert await bench.editor.refused(RUN, **given) == [("REQUIRED", ["input", "code"])]
    await verified_by(bench, HMAC)
    assert await bench.editor.refused(RUN, **given) == [("REQUIRED", ["input", "deliveryId"])]
    await bench.deliver({"team": "T1"})
    assert (await run(bench, "VERIFY"))["isVerified"] is True


async def test_a_delivery_of_another_s_trigger_cannot_be_read(
    bench: Workshop, editor: Editor
) -> None:
    other = await workshop(editor)
    await other.deliver({"team": "T1"})
    theirs = await newest(other)
    refused = await bench.editor.refused(
        RUN,
        triggerId=bench.trigger_id,
        purpose="VERIFY",
        code={"code": "return request.rawBody", "parameters": []},
        deliveryId=theirs["id"],
    )
    assert refused == [("NOT_FOUND", ["input", "deliveryId"])]


async def test_everything_wrong_with_code_is_said_when_it_is_saved(bench: Workshop) -> None:
    parameters = [
        {"name": "a", "value": "{{secrets.NONE}}"},
        {"name": "a", "value": "{{broken"},
        {"name": "", "value": "x"},
    ]
    code = {"code": "return (;", "parameters": parameters, "digestHeader": "not a header"}
    payload = await bench.editor.data(
        SAVE_VERIFICATION,
        input={"triggerId": bench.trigger_id, "verification": {"code": code}},
    )
    errors = payload["updateEventHandling"]["errors"]
    below = ["input", "verification", "code"]
    assert [(each["code"], each["path"]) for each in errors] == [
        ("UNKNOWN_NAME", [*below, "parameters", "0", "value"]),
        ("TAKEN", [*below, "parameters", "1", "name"]),
        ("INVALID", [*below, "parameters", "1", "value"]),
        ("REQUIRED", [*below, "parameters", "2", "name"]),
        ("INVALID", [*below, "digestHeader"]),
        ("INVALID", [*below, "code"]),
    ]
    assert errors[-1]["message"].startswith("line 1: SyntaxError: ")
    response = {"code": {"code": "", "parameters": [], "digestHeader": "X-A"}}
    assert await bench.editor.refused(
        SAVE_RESPONSE, triggerId=bench.trigger_id, response=response
    ) == [
        ("REQUIRED", ["input", "response", "code", "code"]),
        ("NOT_ALLOWED", ["input", "response", "code", "digestHeader"]),
    ]


async def test_one_project_s_endless_code_does_not_keep_another_s_waiting(
    bench: Workshop, editor: Editor
) -> None:
    other = await workshop(editor)
    await verified_by(bench, "for (;;) {}")
    await verified_by(other, HMAC)
    floods = [asyncio.create_task(bench.deliver({"team": "T1"})) for _ in range(6)]
    genuine = await other.deliver({"team": "T1"})
    assert genuine.status_code == 200
    assert not all(flood.done() for flood in floods)
    assert {answer.status_code for answer in await asyncio.gather(*floods)} <= {401, 503}


async def test_where_custom_code_is_off_it_is_refused_with_the_reason(tmp_path: Path) -> None:
    async with world(tmp_path, custom_code=CustomCode.OFF) as off:
        bench = await workshop(await off.editor())
        payload = await bench.editor.data(
            SAVE_VERIFICATION,
            input={
                "triggerId": bench.trigger_id,
                "verification": {"code": {"code": "return true", "parameters": []}},
            },
        )
        (error,) = payload["updateEventHandling"]["errors"]
        assert (error["code"], error["path"]) == (
            "NOT_ALLOWED",
            ["input", "verification", "code", "code"],
        )
        assert "HOOKWRIGHT_CUSTOM_CODE=off" in error["message"]
        await bench.deliver({"team": "T1"})
        assert (await newest(bench))["outcome"] == "EVENT"
