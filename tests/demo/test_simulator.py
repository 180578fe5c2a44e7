"""The simulator is as strict as a provider: who may call, what a handshake wants, what is genuine."""

import httpx
import pytest
from msgspec.structs import replace
from slack_sdk.signature import SignatureVerifier
from starlette.responses import Response

from domain import catalog
from domain.errors import Invalid, NotFound
from domain.handshakes import READY, FollowUp, HandshakeRule, read_rules
from domain.request import Request
from domain.simulator import Simulator, Unanswered, draft

from .address import URL, Address

ORIGIN = "http://provider"
TOKEN = {"authorization": "Bearer of-the-account"}
SIGNING_SECRET = "8f742231b10e8888"


def asana(address: Address) -> Simulator:
    credential = {"accessToken": "of-the-account"}
    return Simulator(address.provider, address.client(), credential=credential)


def slack(address: Address) -> Simulator:
    app = {"SLACK_SIGNING_SECRET": SIGNING_SECRET}
    return Simulator(address.provider, address.client(), app=app)


def api(simulator: Simulator, headers: dict[str, str]) -> httpx.AsyncClient:
    transport = httpx.ASGITransport(simulator)
    base_url = simulator.base_url(ORIGIN)
    return httpx.AsyncClient(transport=transport, base_url=base_url, headers=headers)


def body(target: str = URL) -> dict[str, object]:
    return {"data": {"resource": "1", "target": target}}


def is_slacks(request: Request) -> bool:
    verifier = SignatureVerifier(SIGNING_SECRET)
    return verifier.is_valid_request(request.body, dict(request.headers))


@pytest.fixture
def at_asana() -> Address:
    return Address(catalog.provider("asana"))


@pytest.fixture
def at_slack() -> Address:
    return Address(catalog.provider("slack"))


async def test_webhook_is_made_after_its_handshake_was_echoed(at_asana: Address) -> None:
    simulator = asana(at_asana)

    response = await api(simulator, TOKEN).post("/webhooks", json=body())

    (handshake,) = at_asana.calls
    webhook = simulator.webhooks[URL]
    assert response.status_code == 201
    assert response.json() == {"data": {"gid": webhook.persisted["webhook_id"]}}
    assert handshake.header_values("x-hook-secret") == (webhook.persisted["hook_secret"],)


@pytest.mark.parametrize(
    "spoiled",
    [Response(), Response(headers={"x-hook-secret": "another"}), Response(status_code=401)],
    ids=["no header", "another secret", "refused"],
)
async def test_setup_is_refused_when_the_handshake_is_not_echoed(
    at_asana: Address, spoiled: Response
) -> None:
    at_asana.spoils = spoiled
    simulator = asana(at_asana)

    response = await api(simulator, TOKEN).post("/webhooks", json=body())

    assert response.status_code == 400
    assert response.json()["errors"][0]["message"].startswith(
        "the address did not answer the handshake: X-Hook-Secret: "
    )
    assert simulator.webhooks == {}


async def test_setup_is_refused_when_the_address_cannot_be_reached() -> None:
    provider = catalog.provider("asana")
    async with httpx.AsyncClient(trust_env=False) as client:
        simulator = Simulator(provider, client, credential={"accessToken": "of-the-account"})

        response = await api(simulator, TOKEN).post("/webhooks", json=body("http://127.0.0.1:1/"))

    assert response.status_code == 400
    assert simulator.webhooks == {}


@pytest.mark.parametrize("headers", [{}, {"authorization": "Bearer another"}])
async def test_stranger_is_refused_before_anything_is_called(
    at_asana: Address, headers: dict[str, str]
) -> None:
    simulator = asana(at_asana)

    response = await api(simulator, headers).post("/webhooks", json=body())

    assert response.status_code == 401
    assert at_asana.calls == []


@pytest.mark.parametrize(
    ("method", "path", "content", "status"),
    [
        ("POST", "/webhooks", b'{"data": {}}', 400),
        ("POST", "/webhooks", b'{"data": {"target": 1}}', 400),
        ("POST", "/webhooks", b"\xff", 400),
        ("POST", "/webhooks/1", b"{}", 404),
        ("PUT", "/webhooks", b"{}", 404),
        ("DELETE", "/webhooks/unknown", b"", 404),
        ("POST", "/webhooks", b" " * (1024 * 1024 + 1), 413),
    ],
)
async def test_other_calls_are_refused_by_their_fault(
    at_asana: Address, method: str, path: str, content: bytes, status: int
) -> None:
    simulator = asana(at_asana)

    response = await api(simulator, TOKEN).request(method, path, content=content)

    assert response.status_code == status
    assert at_asana.calls == []


async def test_teardown_removes_the_webhook_it_names_and_no_other(at_asana: Address) -> None:
    simulator = asana(at_asana)
    client = api(simulator, TOKEN)
    first = await client.post("/webhooks", json=body(f"{URL}/1"))
    await client.post("/webhooks", json=body(f"{URL}/2"))

    response = await client.delete(f"/webhooks/{first.json()['data']['gid']}")

    assert response.status_code == 200
    assert list(simulator.webhooks) == [f"{URL}/2"]


async def test_provider_whose_webhooks_are_made_by_hand_has_no_api_for_them(
    at_slack: Address,
) -> None:
    simulator = Simulator(at_slack.provider, at_slack.client(), credential={"accessToken": "a"})

    response = await api(simulator, {"authorization": "Bearer a"}).post("/webhooks", json=body())

    assert response.status_code == 404


async def test_signed_challenge_carries_slacks_own_signature(at_slack: Address) -> None:
    await slack(at_slack).check(URL)

    (challenge,) = at_slack.calls
    assert challenge.json["type"] == "url_verification"
    assert is_slacks(challenge)


async def test_address_that_answers_another_challenge_does_not_count(at_slack: Address) -> None:
    at_slack.spoils = Response('{"challenge": "another"}')
    simulator = slack(at_slack)

    with pytest.raises(Unanswered, match="the answer's JSON is not the wanted one"):
        await simulator.check(URL)

    assert simulator.webhooks == {}


async def test_genuine_event_is_slacks_and_forged_and_stale_ones_are_not(
    at_slack: Address,
) -> None:
    simulator = slack(at_slack)

    await simulator.send(URL)
    await simulator.forged(URL)
    await simulator.stale(URL)

    assert [is_slacks(call) for call in at_slack.calls] == [True, False, False]


async def test_each_event_has_its_own_id_and_a_draft_that_is_sent_again_has_not(
    at_slack: Address,
) -> None:
    simulator = slack(at_slack)
    message = draft(at_slack.provider, URL)

    for request in (message, message, None):
        await simulator.send(URL, request=request)

    first, again, other = [call.json["event_id"] for call in at_slack.calls]
    assert first == again
    assert first != other


def test_draft_is_about_the_account_that_it_is_made_for(at_slack: Address) -> None:
    request = draft(at_slack.provider, URL, account="T0555WXYZ")

    assert request.json["team_id"] == "T0555WXYZ"


def test_unknown_example_is_refused_with_those_there_are(at_slack: Address) -> None:
    with pytest.raises(NotFound, match="Slack has no example 'reaction'; there are: message"):
        draft(at_slack.provider, URL, "reaction")


async def test_nothing_is_signed_before_a_secret_is_agreed(at_asana: Address) -> None:
    with pytest.raises(Invalid, match="the secret 'secret' is not set"):
        await asana(at_asana).send(URL)

    assert at_asana.calls == []


def with_rules(address: Address, *names: str) -> Simulator:
    """The provider that sends these ready challenges instead of its own."""
    rules = read_rules([{**READY[name].rule, "signed": False} for name in names])
    address.provider = replace(address.provider, handshakes=rules)
    return asana(address)


async def test_address_that_a_handshake_gives_is_awaited_until_it_is_called(
    at_asana: Address,
) -> None:
    rule = HandshakeRule(
        name="Confirmation",
        when={"method": "POST", "event.body.Type": "SubscriptionConfirmation"},
        signed=True,
        follow_up=FollowUp("{{event.body.SubscribeURL}}", ("sns.*.amazonaws.com",)),
    )
    at_asana.provider = replace(at_asana.provider, handshakes=(*at_asana.provider.handshakes, rule))
    simulator = asana(at_asana)

    await simulator.check(URL)

    (call,) = at_asana.to_call
    assert call.url.startswith("https://sns.region-1.amazonaws.com/confirm/")
    assert simulator.webhooks[URL].awaited == {call.url}
    stranger = await api(simulator, {}).get("https://sns.region-1.amazonaws.com/confirm/guessed")
    assert stranger.status_code == 401
    assert (await api(simulator, {}).get(call.url)).status_code == 200
    assert simulator.webhooks[URL].awaited == frozenset()


async def test_values_to_show_are_known_to_the_provider_too(at_asana: Address) -> None:
    simulator = with_rules(at_asana, "notion_verification_token", "echo_ping", "head_ok", "get_ok")

    webhook = await simulator.check(URL)

    token = webhook.persisted["verification_token"]
    assert webhook.shown == {"verification_token": token}
    assert token.encode() in at_asana.calls[0].body
    assert [call.method for call in at_asana.calls] == ["POST", "POST", "HEAD", "GET"]


async def test_failed_check_leaves_the_webhook_that_was_there(at_asana: Address) -> None:
    simulator = asana(at_asana)
    before = await simulator.check(URL)
    at_asana.spoils = Response(status_code=401)

    with pytest.raises(Unanswered):
        await simulator.check(URL)

    assert simulator.webhooks == {URL: before}
