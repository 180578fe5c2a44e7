"""The wizard walked completely for a provider that nobody knows: both creations, both levels, and what follows."""

import json
from typing import Any, Final

import pytest

from domain.models import Event
from tests.api.world import HANDLING, Editor
from tests.endtoend.provider import Provider
from tests.endtoend.stage import FINISH, SETUP
from tests.endtoend.walk import BASIC, COMBINATIONS, RESPONSE, SECRET, Walk, walk

STATE: Final = """
query ($id: ID!) { trigger(id: $id) {
  status hasDraft name handling { filter { any { all { path } } } }
  finishImpact { registrations reasons } wizard { canFinish stepsRemaining }
} }"""
MENU: Final = """
query ($id: ID!) { trigger(id: $id) {
  first: variables(step: BASIC_INFO) { name }
  second: variables(step: WEBHOOK_SETUP) { name variables { path sample isSecret } }
  third: variables(step: EVENT_HANDLING) { name variables { path sample isSecret } }
} }"""


def switch(verb: str) -> str:
    """The mutation that disables or enables."""
    kind = verb[0].upper() + verb[1:]
    return f"""mutation ($input: {kind}TriggerInput!) {{
      {verb}Trigger(input: $input) {{ trigger {{ status }} errors {{ code message path }} }} }}"""


DELETE: Final = """
mutation ($input: DeleteTriggerInput!) {
  deleteTrigger(input: $input) {
    deletedTriggerId standing { isTest state } errors { code message path } } }"""


@pytest.fixture(params=COMBINATIONS, ids=["-".join(each).lower() for each in COMBINATIONS])
async def walked(request: Any, editor: Editor, provider: Provider) -> Walk:
    creation, level = request.param
    return await walk(editor, provider, creation, level)


@pytest.fixture
async def finished(walked: Walk) -> Walk:
    await walked.finish()
    return walked


async def test_each_step_completes_on_its_own_and_finish_publishes(walked: Walk) -> None:
    is_manual = walked.creation == "MANUAL"
    assert await walked.completed() == [True, is_manual, False]
    assert walked.target_url.endswith("/test")
    assert (walked.trigger_id in walked.target_url) is (walked.level == "USER")

    await walked.set_up()
    assert await walked.completed() == [True, True, False]
    await walked.handle()
    assert await walked.completed() == [True, True, False]
    early = await walked.editor.refused(FINISH, triggerId=walked.trigger_id)
    assert early == [("INCOMPLETE", ["input", "triggerId"])]

    assert (await walked.deliver({"team": "T1"})).status_code == 200
    assert await walked.completed() == [True, True, True]
    done = await walked.editor.change(FINISH, triggerId=walked.trigger_id)
    assert done["trigger"] == {"status": "ACTIVE"}


async def test_setup_request_is_sent_as_entered(walked: Walk) -> None:
    sent = await walked.set_up()

    if walked.creation == "MANUAL":
        assert walked.provider.asked == []
        return
    (asked,) = walked.provider.asked
    assert (asked.method, asked.path) == ("PUT", "/v1/hooks")
    assert asked.headers["x-team"] == "tracker"
    assert json.loads(asked.body) == {"url": walked.target_url, "key": SECRET}
    assert sent["trigger"] == {"persistedValues": [{"name": "hook_id"}]}


async def test_handshake_of_ones_own_is_answered_and_is_no_event(walked: Walk) -> None:
    await walked.set_up()
    await walked.handle()

    response = await walked.deliver({"ping": {"n": 1}})

    assert (response.status_code, response.json()) == (200, {"pong": {"n": 1}})
    assert await walked.completed() == [True, True, False]


async def test_variable_menu_offers_what_each_step_may_use(walked: Walk) -> None:
    await walked.set_up()
    await walked.handle()
    await walked.deliver({"team": "T1", "item": {"id": 7}})

    menu = (await walked.editor.data(MENU, id=walked.trigger_id))["trigger"]

    assert menu["first"] == []
    second, third = (
        {each["path"]: each for group in menu[step] for each in group["variables"]}
        for step in ("second", "third")
    )
    shown = {"path": "secrets.SIGNING", "sample": None, "isSecret": True}
    assert second["secrets.SIGNING"] == third["secrets.SIGNING"] == shown
    assert third["event.body.item.id"]["sample"] == "7"
    sample = second["settings.webhookURL"]["sample"].removesuffix("…")
    assert walked.target_url.startswith(sample)
    is_api = walked.creation == "API_REQUEST"
    assert ("setup.response.body.hook.id" in second) is is_api
    assert ("persisted.hook_id" in third) is is_api
    assert SECRET not in json.dumps(menu)


async def test_all_problems_of_a_step_come_at_once_where_the_input_has_them(walked: Walk) -> None:
    editor, trigger_id = walked.editor, walked.trigger_id
    basic = await editor.refused(BASIC, triggerId=trigger_id, name=" ", description="x" * 10_000)
    assert [path for _, path in basic] == [["input", "name"], ["input", "description"]]

    handling = await editor.refused(
        HANDLING,
        triggerId=trigger_id,
        routing=["event.body.team", "event.bdy.team"],
        verification={"token": {"header": "X Token", "secret": "{{secrets.SIGNIN}}"}},
        filter={"any": [{"all": [{"path": "body.n", "operator": "EQUALS", "value": 1}]}]},
        deduplicationKey="{{event.body.id",
    )
    assert sorted(path for _, path in handling) == [
        ["input", "deduplicationKey"],
        ["input", "filter", "any", "0", "all", "0", "path"],
        ["input", "routing", "1"],
        ["input", "verification", "token", "header"],
        ["input", "verification", "token", "secret"],
    ]

    setup = await editor.refused(
        SETUP,
        triggerId=trigger_id,
        request={
            "method": "FETCH IT",
            "url": "ftp://example.com",
            "headers": [{"name": "A B", "value": "{{secrets.SIGNIN}}"}],
        },
        keep=[{"name": "hook id", "value": "{{setup.respnse.body.id}}"}],
        teardown={"method": "DELETE", "url": "/v1/{{persisted.hook_id}}"},
    )
    assert sorted(".".join(path[1:]) for _, path in setup) == [
        "keep.0.name",
        "keep.0.value",
        "request.headers.0.name",
        "request.headers.0.value",
        "request.method",
        "request.url",
        "teardown.url",
    ]
    response = await editor.refused(
        RESPONSE,
        triggerId=trigger_id,
        handshakes=[
            {"name": "", "when": []},
            {"name": "x", "when": [{"path": "nonsense", "isPresent": True}]},
        ],
    )
    assert sorted(".".join(path[1:]) for _, path in response) == [
        "handshakes.0.name",
        "handshakes.0.when",
        "handshakes.1.when.0",
    ]


async def test_live_event_reaches_its_account_and_a_forged_one_nobody(finished: Walk) -> None:
    account = await finished.connect("ada", "T7")
    url = await finished.live_url(account)

    genuine = await finished.deliver({"team": "T7"}, url)
    forged = await finished.deliver({"team": "T7"}, url, secret="guessed")

    assert (genuine.status_code, forged.status_code) == (200, 401)
    rows = await Event.filter(trigger_id=finished.trigger_id, is_test=False)
    assert [row.credential_id for row in rows] == [account]


async def test_editing_a_finished_trigger_leaves_the_live_version_at_work(finished: Walk) -> None:
    account = await finished.connect("ada", "T7")
    url = await finished.live_url(account)
    condition = {"path": "event.body.kind", "operator": "EQUALS", "value": "new"}

    await finished.handle(filter={"any": [{"all": [condition]}]})

    state = (await finished.editor.data(STATE, id=finished.trigger_id))["trigger"]
    assert (state["status"], state["hasDraft"]) == ("ACTIVE", True)
    assert state["wizard"] == {"canFinish": False, "stepsRemaining": 1}
    assert state["finishImpact"] == {"registrations": 0, "reasons": []}
    assert await _outcomes(finished, url, "T7") == ["EVENT"]
    assert await _outcomes(finished, finished.target_url, "T1") == ["FILTERED"]
    await finished.deliver({"team": "T1", "kind": "new"})
    await finished.editor.change(FINISH, triggerId=finished.trigger_id)
    assert await _outcomes(finished, url, "T7") == ["FILTERED"]


async def test_changed_setup_says_what_would_be_registered_anew(
    editor: Editor, provider: Provider
) -> None:
    walked = await walk(editor, provider, "API_REQUEST", "APP")
    await walked.finish()

    await editor.change(
        SETUP, triggerId=walked.trigger_id, request={"method": "POST", "url": "/v2/hooks"}
    )

    state = (await editor.data(STATE, id=walked.trigger_id))["trigger"]
    assert state["finishImpact"] == {
        "registrations": 0,
        "reasons": ["The setup request changed."],
    }
    assert await walked.completed() == [True, False, True]


async def test_disabled_trigger_starts_nothing_until_it_is_enabled(finished: Walk) -> None:
    account = await finished.connect("ada", "T7")
    url = await finished.live_url(account)
    off = await finished.editor.change(switch("disable"), triggerId=finished.trigger_id)
    assert off["trigger"] == {"status": "DISABLED"}

    assert await _outcomes(finished, url, "T7") == ["REJECTED"]
    assert await Event.filter(trigger_id=finished.trigger_id, is_test=False).count() == 0

    on = await finished.editor.change(switch("enable"), triggerId=finished.trigger_id)
    assert on["trigger"] == {"status": "ACTIVE"}
    assert await _outcomes(finished, url, "T7") == ["EVENT"]


async def test_draft_can_neither_be_disabled_nor_enabled(walked: Walk) -> None:
    for verb in ("disable", "enable"):
        refused = await walked.editor.refused(switch(verb), triggerId=walked.trigger_id)
        assert refused == [("NOT_ALLOWED", ["input", "triggerId"])]


async def test_deleted_trigger_is_gone_and_names_what_still_stands(finished: Walk) -> None:
    account = await finished.connect("ada", "T7")
    url = await finished.live_url(account)

    deleted = await finished.editor.change(DELETE, triggerId=finished.trigger_id)

    is_api, is_user = finished.creation == "API_REQUEST", finished.level == "USER"
    assert deleted["deletedTriggerId"] == finished.trigger_id
    assert deleted["standing"] == ([{"isTest": True, "state": "ACTIVE"}] if is_api else [])
    found = await finished.editor.data(
        "query ($id: ID!) { trigger(id: $id) { id } }", id=finished.trigger_id
    )
    assert found == {"trigger": None}
    # the app's address is shared: it is not the trigger's to be gone
    statuses = [
        (await finished.deliver({"team": "T7"}, each)).status_code
        for each in (url, finished.target_url)
    ]
    assert statuses == ([410, 410] if is_user else [404, 404])


async def _outcomes(walked: Walk, url: str, team: str) -> list[str]:
    """Send one delivery and say how it ended for the trigger."""
    await walked.deliver({"team": team}, url)
    query = """query ($id: ID!) { trigger(id: $id) { deliveries(first: 1) {
      edges { node { verdicts { outcome } } } } } }"""
    found = await walked.editor.data(query, id=walked.trigger_id)
    (edge,) = found["trigger"]["deliveries"]["edges"]
    return [verdict["outcome"] for verdict in edge["node"]["verdicts"]]
