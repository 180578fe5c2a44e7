"""The wizard, walked by an editor over GraphQL: steps, what is missing, the proof, Finish."""

import pytest

from tests.api.world import (
    CREATE_TRIGGER,
    HANDLING,
    SET_SECRET,
    Editor,
    Workshop,
)

WIZARD = """
query ($id: ID!) {
  trigger(id: $id) {
    status
    wizard { step stepsRemaining canFinish steps { step isComplete missing { code path } } }
    sample { id outcome body { json } reply { status } }
  }
}"""
FINISH = """
mutation ($input: FinishTriggerInput!) {
  finishTrigger(input: $input) { trigger { status } errors { code message path } }
}"""
RESPONSE = """
mutation ($input: UpdateWebhookResponseInput!) {
  updateWebhookResponse(input: $input) {
    trigger { response { kind handshakes { name when { path equals isPresent } reply { json } } } }
    errors { code message path }
  }
}"""


async def test_trigger_without_an_event_cannot_be_finished(bench: Workshop) -> None:
    state = (await bench.editor.data(WIZARD, id=bench.trigger_id))["trigger"]

    assert state["status"] == "DRAFT"
    assert state["wizard"]["step"] == "EVENT_HANDLING"
    assert state["wizard"]["stepsRemaining"] == 1
    assert state["wizard"]["steps"][2]["missing"] == [{"code": "INCOMPLETE", "path": ["input"]}]
    assert state["sample"] is None
    refusals = await bench.editor.refused(FINISH, triggerId=bench.trigger_id)
    assert refusals == [("INCOMPLETE", ["input", "triggerId"])]


async def test_verified_event_proves_the_trigger_and_finish_publishes_it(bench: Workshop) -> None:
    reply = await bench.deliver({"team": "T1", "item": 1})

    assert reply.status_code == 200
    state = (await bench.editor.data(WIZARD, id=bench.trigger_id))["trigger"]
    assert state["wizard"]["canFinish"] is True
    assert state["sample"]["outcome"] == "EVENT"
    assert state["sample"]["body"]["json"] == {"team": "T1", "item": 1}
    assert state["sample"]["reply"] == {"status": 200}
    finished = await bench.editor.change(FINISH, triggerId=bench.trigger_id)
    assert finished["trigger"] == {"status": "ACTIVE"}


async def test_forged_event_proves_nothing_and_says_why(bench: Workshop) -> None:
    reply = await bench.deliver({"team": "T1"}, secret="guessed")

    assert reply.status_code == 401
    query = """query ($id: ID!) { trigger(id: $id) {
      wizard { canFinish }
      deliveries { edges { node { outcome cause verdicts {
        outcome cause isVerified providerIds events { id } trigger { id }
      } } } } } }"""
    found = (await bench.editor.data(query, id=bench.trigger_id))["trigger"]
    assert found["wizard"] == {"canFinish": False}
    (edge,) = found["deliveries"]["edges"]
    assert edge["node"] == {
        "outcome": "REJECTED",
        "cause": "SIGNATURE_MISMATCH",
        "verdicts": [
            {
                "outcome": "REJECTED",
                "cause": "SIGNATURE_MISMATCH",
                "isVerified": False,
                "providerIds": [],
                "events": [],
                "trigger": {"id": bench.trigger_id},
            }
        ],
    }


async def test_every_problem_of_a_step_comes_at_once_with_its_path(bench: Workshop) -> None:
    refusals = await bench.editor.refused(
        HANDLING,
        triggerId=bench.trigger_id,
        routing=["event.boddy.team"],
        verification={"hmac": {"header": "X-Signature", "secret": "{{secrets.SIGNINGS}}"}},
        filter={"any": [{"all": [{"path": "event.body.n", "operator": "IN", "value": 1}]}]},
        deduplicationKey="{{event.body.id",
    )

    assert sorted(refusals) == [
        ("INVALID", ["input", "deduplicationKey"]),
        ("INVALID", ["input", "filter", "any", "0", "all", "0", "value"]),
        ("UNKNOWN_NAME", ["input", "routing", "0"]),
        ("UNKNOWN_NAME", ["input", "verification", "hmac", "secret"]),
    ]


async def test_problem_of_a_handshake_stands_where_the_rule_stands_in_the_input(
    bench: Workshop,
) -> None:
    conditions = [
        {"path": "method", "equals": "GET"},
        {"path": "event.query.challenge", "isPresent": True},
    ]
    rule = {
        "name": "Challenge",
        "when": conditions,
        "require": [{"name": "event.query.token", "value": "{{secrets.UNKNOWN}}"}],
        "rejectStatus": 200,
    }
    refusals = await bench.editor.refused(
        RESPONSE,
        triggerId=bench.trigger_id,
        handshakes=[rule, {**rule, "rejectStatus": 403, "when": [*conditions, *conditions]}],
    )
    assert refusals == [
        ("TAKEN", ["input", "handshakes", "1", "when", "2"]),
        ("TAKEN", ["input", "handshakes", "1", "when", "3"]),
        ("INVALID", ["input", "handshakes", "0", "rejectStatus"]),
        ("TAKEN", ["input", "handshakes", "1", "name"]),
    ]
    refusals = await bench.editor.refused(RESPONSE, triggerId=bench.trigger_id, handshakes=[rule])
    assert refusals == [("INVALID", ["input", "handshakes", "0", "rejectStatus"])]
    refusals = await bench.editor.refused(
        RESPONSE, triggerId=bench.trigger_id, handshakes=[{**rule, "rejectStatus": 403}]
    )
    assert refusals == [("UNKNOWN_NAME", ["input", "handshakes", "0", "require", "0"])]


async def test_ready_handshakes_follow_the_own_ones_and_answer(bench: Workshop) -> None:
    saved = await bench.editor.change(
        RESPONSE,
        triggerId=bench.trigger_id,
        response={"echoBody": True},
        handshakes=[{"name": "Ping", "when": [{"path": "event.body.ping", "isPresent": True}]}],
        readyHandshakes=["echo_challenge_json"],
    )

    response = saved["trigger"]["response"]
    assert response["kind"] == "ECHO_BODY"
    assert [rule["name"] for rule in response["handshakes"]] == ["Ping", "Challenge in the body"]
    assert response["handshakes"][1]["when"] == [
        {"path": "method", "equals": "POST", "isPresent": None},
        {"path": "event.body.challenge", "equals": None, "isPresent": True},
    ]
    reply = await bench.deliver({"challenge": "abc"})
    assert (reply.status_code, reply.json()) == (200, {"challenge": "abc"})


async def test_unknown_ready_handshake_is_named_with_what_is_known(bench: Workshop) -> None:
    refusals = await bench.editor.refused(
        RESPONSE, triggerId=bench.trigger_id, readyHandshakes=["slack"]
    )

    assert refusals == [("UNKNOWN_NAME", ["input", "readyHandshakes", "0"])]


FORMS = [
    {"none": True},
    {"basic": {"username": "hook", "password": "{{secrets.SIGNING}}"}},
    {"token": {"query": "token", "secret": "{{secrets.SIGNING}}"}},
    {
        "hmac": {
            "header": "X-Signature",
            "secret": "{{secrets.SIGNING}}",
            "algorithm": "SHA1",
            "encoding": "BASE64",
            "timestampHeader": "X-Time",
            "timestampUnit": "MILLISECONDS",
            "toleranceSeconds": None,
            "signedContent": "{timestamp}.{body}",
        }
    },
    {
        "provider": {
            "provider": "github",
            "secrets": [{"name": "secret", "value": "{{secrets.SIGNING}}"}],
        }
    },
    {"scheme": {"scheme": {"method": "none"}}},
]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: str(next(iter(form))))
async def test_verification_is_shown_as_it_was_entered(
    bench: Workshop, form: dict[str, object]
) -> None:
    await bench.editor.change(HANDLING, triggerId=bench.trigger_id, verification=form)

    query = """query ($id: ID!) { trigger(id: $id) { handling { verification {
      form scheme
      basic { username password }
      token { header query secret prefix }
      hmac { header algorithm encoding timestampHeader timestampUnit toleranceSeconds signedContent }
      provider { provider scheme secrets { name value } }
    } } } }"""
    shown = (await bench.editor.data(query, id=bench.trigger_id))["trigger"]["handling"][
        "verification"
    ]
    ((name, entered),) = form.items()
    assert shown["form"] == name.upper()
    if isinstance(entered, dict) and name != "scheme":
        assert {key: shown[name][key] for key in shown[name] if key in entered} == {
            key: value for key, value in entered.items() if key in shown[name]
        }
    others = {"basic", "token", "hmac", "provider"} - {name}
    assert [shown[other] for other in others] == [None] * len(others)


async def test_provider_template_prefills_every_step(editor: Editor) -> None:
    query = """mutation ($input: CreateIntegrationInput!) {
      createIntegration(input: $input) { integration { id name slug apiBaseUrl provider { slug } }
        errors { code message path } } }"""
    made = (await editor.change(query, provider="asana"))["integration"]
    await editor.change(SET_SECRET, name="ANY", value="anything")
    created = await editor.change(
        CREATE_TRIGGER, integrationId=made["id"], name="Task", template="asana"
    )

    assert made["provider"] == {"slug": "asana"}
    query = """query ($id: ID!) { trigger(id: $id) {
      creation level providerSlug
      setup { request { method url body { kind json } } keep { name } teardown { method } }
      response { handshakes { name persist { name } } }
      handling { verification { form secrets { name value } } }
    } }"""
    trigger = (await editor.data(query, id=created["trigger"]["id"]))["trigger"]
    assert (trigger["creation"], trigger["level"]) == ("API_REQUEST", "USER")
    assert trigger["setup"]["request"]["url"] == "/webhooks"
    assert trigger["setup"]["teardown"] == {"method": "DELETE"}
    assert trigger["response"]["handshakes"][0]["persist"] == [{"name": "hook_secret"}]
    assert trigger["handling"]["verification"] == {
        "form": "PROVIDER",
        "secrets": [{"name": "secret", "value": "{{persisted.hook_secret}}"}],
    }


async def test_variable_menu_has_samples_of_the_newest_event_and_never_a_secret(
    bench: Workshop,
) -> None:
    await bench.deliver({"team": "T1", "item": {"id": 7}})

    query = """query ($id: ID!) { trigger(id: $id) { variables(step: EVENT_HANDLING) {
      name variables { path sample isSecret } } } }"""
    groups = (await bench.editor.data(query, id=bench.trigger_id))["trigger"]["variables"]
    named = {group["name"]: group["variables"] for group in groups}
    assert {"path": "event.body.item.id", "sample": "7", "isSecret": False} in named["event.body"]
    assert named["secrets"] == [{"path": "secrets.SIGNING", "sample": None, "isSecret": True}]
