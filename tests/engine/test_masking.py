"""What a provider sends in clear is recognised and not written down."""

import base64
from pathlib import Path

import httpx
from hypothesis import given
from hypothesis import strategies as st

from domain.deliveries.masking import masked, masked_bytes, sent_secrets
from tests.api.world import CONNECT, CREATE_INTEGRATION, CREATE_TRIGGER, SET_SECRET, world

TOKEN = "planted-token-0123456789"
LAST = "query($id: ID!) { trigger(id: $id) { deliveries { edges { node { outcome headers { name value } } } } } }"
HANDLING = """mutation($input: UpdateEventHandlingInput!) {
  updateEventHandling(input: $input) { trigger { id } errors { message path } } }"""


def test_only_schemes_that_send_their_secret_have_one_to_hide() -> None:
    secrets = {"secret": ["the-token"], "username": ["me"], "password": ["pass-word"]}
    hmac = {"method": "hmac", "signature": {"from": "header:x"}}

    assert sent_secrets(hmac, secrets) == ()
    assert "the-token" in sent_secrets({"method": "token", "from": "header:x"}, secrets)
    assert "the-token" in sent_secrets(
        {"method": "any", "schemes": [hmac, {"method": "token", "from": "query:t"}]}, secrets
    )
    basic = sent_secrets({"method": "basic"}, {"username": ["me"], "password": ["pass-word"]})
    assert base64.b64encode(b"me:pass-word").decode() in basic


@given(
    before=st.text(max_size=20), secret=st.text(min_size=4, max_size=30), after=st.text(max_size=20)
)
def test_a_masked_text_does_not_hold_the_secret(before: str, secret: str, after: str) -> None:
    text = before + secret + after

    assert "•••" in masked(text, [secret])
    assert secret not in masked(text, [secret]) or secret in "•••"
    assert masked_bytes(text.encode(errors="replace"), [secret]) is not None


async def test_a_token_header_is_kept_nowhere_in_clear(tmp_path: Path) -> None:
    async with world(tmp_path) as served:
        editor = await served.editor()
        made = await editor.change(CREATE_INTEGRATION, name="Forge")
        integration = made["integration"]["id"]
        await editor.change(SET_SECRET, name="FORGE", value=TOKEN)
        account = {"integrationId": integration, "userId": "sandbox", "isSandbox": True}
        await editor.change(CONNECT, **account)
        trigger = (
            await editor.change(
                CREATE_TRIGGER,
                integrationId=integration,
                name="Push",
                creation="MANUAL",
                level="USER",
            )
        )["trigger"]
        token = {"header": "X-Token", "secret": "{{secrets.FORGE}}"}
        await editor.change(HANDLING, triggerId=trigger["id"], verification={"token": token})

        async with httpx.AsyncClient() as provider:
            answered = await provider.post(
                trigger["targetUrl"], content=b"{}", headers={"x-token": TOKEN, "x-other": "kept"}
            )

        assert answered.status_code == 200
        found = await editor.data(LAST, id=trigger["id"])
        (edge,) = found["trigger"]["deliveries"]["edges"]
        headers = {pair["name"]: pair["value"] for pair in edge["node"]["headers"]}
        assert edge["node"]["outcome"] == "EVENT"
        assert headers["x-token"] == "•••"
        assert headers["x-other"] == "kept"
    for file in tmp_path.glob("hookwright.db*"):
        assert TOKEN.encode() not in file.read_bytes(), file
