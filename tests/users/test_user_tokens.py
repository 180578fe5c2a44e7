"""User tokens: who is let in by one, for how long, and every way to make one that is refused."""

import base64
import hashlib
import hmac
import json
from datetime import timedelta
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain import clock
from domain.connections import user_tokens
from domain.errors import Unauthenticated
from domain.models import UserTokenKey
from tests.api.world import Editor, World
from tests.users.company import (
    CREATE_KEY,
    REVOKE_KEY,
    Company,
    claims,
    company,
    ec_key,
    private_pem,
    public_pem,
    rsa_key,
    signed,
)

WHO = "{ viewer { __typename ... on ConnectedUser { userId } } }"


def user(user_id: str) -> dict[str, Any]:
    return {"viewer": {"__typename": "ConnectedUser", "userId": user_id}}


async def answer(editor: Editor) -> httpx.Response:
    headers = {"authorization": f"Bearer {editor.token}"}
    return await editor.http.post(f"{editor.url}/graphql", json={"query": WHO}, headers=headers)


def segment(value: Any) -> str:
    raw = value if isinstance(value, bytes) else json.dumps(value).encode()
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")


async def test_token_of_either_algorithm_opens_its_user(hookwright: World) -> None:
    for key in (rsa_key(), ec_key()):
        acme = await company(hookwright, key)

        assert await acme.user("ada").data(WHO) == user("ada")


async def test_project_is_named_by_the_key_or_by_the_audience(acme: Company) -> None:
    project_id = acme.editor.project.id
    by_audience = signed(acme.key, claims("ada", aud=["other", project_id]))
    by_both = signed(acme.key, claims("ada", aud=project_id), kid=acme.key_id)
    by_neither = signed(acme.key, claims("ada"))

    assert await acme.bearing(by_audience).data(WHO) == user("ada")
    assert await acme.bearing(by_both).data(WHO) == user("ada")
    assert (await answer(acme.bearing(by_neither))).status_code == 401


async def test_key_of_one_project_never_opens_another(hookwright: World, acme: Company) -> None:
    other = await company(hookwright, ec_key(1))
    tokens = [
        signed(other.key, claims("ada"), kid=acme.key_id),
        signed(other.key, claims("ada", aud=acme.editor.project.id)),
        signed(other.key, claims("ada", aud=acme.editor.project.id), kid=other.key_id),
    ]

    assert [(await answer(acme.bearing(each))).status_code for each in tokens] == [401] * 3


async def test_several_keys_count_at_once_until_each_is_revoked(acme: Company) -> None:
    made = await acme.editor.change(CREATE_KEY, name="Next", publicKey=public_pem(rsa_key()))
    next_one = signed(rsa_key(), claims("ada"), kid=made["userTokenKey"]["id"])
    assert await acme.user().data(WHO) == user("ada")

    await acme.editor.change(REVOKE_KEY, keyId=acme.key_id)

    assert (await answer(acme.user())).status_code == 401
    assert await acme.bearing(next_one).data(WHO) == user("ada")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"sub": None}, "sub"),
        ({"sub": ""}, "sub"),
        ({"sub": " ada"}, "sub"),
        ({"sub": 7}, "sub"),
        ({"sub": "a" * 201}, "sub"),
        ({"sub": "a\0"}, "sub"),
        ({"iat": None}, "iat"),
        ({"iat": "now"}, "iat"),
        ({"iat": True}, "iat"),
        ({"exp": None}, "exp"),
        ({"exp": 1e300}, "exp"),
        ({"exp": -1}, "exp"),
        ({"aud": "https://elsewhere.example"}, "aud"),
        ({"aud": ["prj_01k0000000e008000000000000"]}, "aud"),
        ({"nbf": 9_999_999_999}, "nbf"),
    ],
)
async def test_wrong_claim_is_named_to_whoever_could_sign(
    acme: Company, changes: dict[str, Any], said: str
) -> None:
    refused = await answer(acme.user(**changes))

    assert refused.status_code == 401
    (error,) = refused.json()["errors"]
    assert error["extensions"] == {"code": "UNAUTHENTICATED"}
    assert said in error["message"]


@pytest.mark.parametrize(
    ("made", "ends", "is_let_in"),
    [
        (0, 86_400, True),
        (0, 86_401, False),
        (-700, -50, True),
        (-700, -70, False),
        (50, 600, True),
        (70, 600, False),
        (10, 10, False),
    ],
)
def test_times_are_judged_with_a_minute_of_skew(made: int, ends: int, *, is_let_in: bool) -> None:
    now = clock.now()
    at = now.timestamp()
    said = {"sub": "ada", "iat": at + made, "exp": at + ends}

    if not is_let_in:
        with pytest.raises(Unauthenticated):
            user_tokens.judge(said, "prj", now)
        return
    user_id, ends_at = user_tokens.judge(said, "prj", now)
    assert user_id == "ada"
    assert abs(ends_at - (now + timedelta(seconds=ends + 60))) < timedelta(milliseconds=1)


async def test_algorithms_are_the_keys_own_whatever_the_token_says(acme: Company) -> None:
    pem = public_pem(acme.key).encode()
    header = {"alg": "HS256", "kid": acme.key_id, "typ": "JWT"}
    content = f"{segment(header)}.{segment(claims())}"
    confused = f"{content}.{segment(hmac.digest(pem, content.encode(), hashlib.sha256))}"
    unsigned = f"{segment({'alg': 'none', 'kid': acme.key_id})}.{segment(claims())}."
    genuine = signed(acme.key, claims(), kid=acme.key_id).split(".")
    relabelled = [segment({"alg": "RS256", "kid": acme.key_id}), *genuine[1:]]
    own_jwk = signed(ec_key(9), claims(), kid=acme.key_id, jwk={"kty": "EC"})
    other_user = [genuine[0], segment(claims("grace")), genuine[2]]

    for token in (confused, unsigned, ".".join(relabelled), own_jwk, ".".join(other_user)):
        refused = await answer(acme.bearing(token))
        assert refused.status_code == 401
        assert refused.json()["errors"][0]["message"] == "the token is unknown or revoked"


async def test_header_that_asks_for_more_is_refused(acme: Company) -> None:
    genuine = signed(acme.key, claims(), kid=acme.key_id)
    wanting = signed(acme.key, claims(), kid=acme.key_id, crit=["b64"], b64=True)
    foreign = signed(acme.key, claims(aud=acme.editor.project.id), kid="2026-key-1")

    assert (await answer(acme.bearing(genuine))).status_code == 200
    assert (await answer(acme.bearing(wanting))).status_code == 401
    assert (await answer(acme.bearing(foreign))).status_code == 401


async def test_token_ends_on_an_open_socket(acme: Company) -> None:
    async with acme.user().socket() as wire:
        await wire.subscribe("1", WHO)
        assert (await wire.receive())["payload"]["data"] == user("ada")
        assert (await wire.receive())["type"] == "complete"

        await acme.editor.change(REVOKE_KEY, keyId=acme.key_id)
        await wire.subscribe("2", WHO)

        assert await wire.closed() == (4403, "Forbidden")


async def test_valid_token_knows_when_it_ends(acme: Company) -> None:
    now = int(clock.now().timestamp())
    token = await user_tokens.authenticate(acme.user(iat=now - 90, exp=now - 50).token)
    over = user_tokens.UserToken(token.caller, token.key_id, clock.now())

    assert await token.is_valid() is True
    assert await over.is_valid() is False


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.one_of(st.text(max_size=60), st.binary(max_size=90).map(segment)), st.integers(0, 2))
async def test_any_text_is_a_verdict(acme: Company, text: str, place: int) -> None:
    parts = signed(acme.key, claims(), kid=acme.key_id).split(".")
    parts[place] = text

    for token in (".".join(parts), text):
        with pytest.raises(Unauthenticated):
            await user_tokens.authenticate(token)


async def test_public_key_is_taken_as_pem_or_jwk_and_once(acme: Company) -> None:
    numbers = ec_key(3).public_key().public_numbers()
    jwk = {
        "kty": "EC",
        "crv": "P-256",
        "x": segment(numbers.x.to_bytes(32, "big")),
        "y": segment(numbers.y.to_bytes(32, "big")),
    }

    made = await acme.editor.change(CREATE_KEY, name="JWK", publicKey=json.dumps(jwk))

    assert made["userTokenKey"]["algorithm"] == "ES256"
    again = await acme.editor.refused(CREATE_KEY, name="PEM", publicKey=public_pem(ec_key(3)))
    assert again == [("TAKEN", ["input", "publicKey"])]
    token = signed(ec_key(3), claims("ada"), kid=made["userTokenKey"]["id"])
    assert await acme.bearing(token).data(WHO) == user("ada")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no key",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----",
        '{"kty": "oct", "k": "c2VjcmV0"}',
        '{"kty": "EC", "crv": "P-256", "x": "AA", "y": "AA", "d": "cGxhbnRlZA"}',
        "[]",
        "\0",
        "x" * 20_000,
    ],
)
async def test_what_is_no_public_key_is_refused_in_words(acme: Company, text: str) -> None:
    body = await acme.editor.post(CREATE_KEY, input={"name": " ", "publicKey": text})

    errors = body["data"]["createUserTokenKey"]["errors"]
    assert [error["path"] for error in errors] == [["input", "name"], ["input", "publicKey"]]
    assert "cGxhbnRlZA" not in str(body)
    assert await UserTokenKey.filter(project_id=acme.editor.project.id).count() == 1


async def test_other_kinds_of_keys_and_private_ones_are_refused(acme: Company) -> None:
    weak, curve = rsa_key(0, 1024), ec.generate_private_key(ec.SECP384R1())
    edwards = ed25519.Ed25519PrivateKey.generate().public_key()
    raw = segment(edwards.public_bytes_raw())
    texts = [
        public_pem(weak),
        public_pem(curve),
        private_pem(ec_key(4)),
        json.dumps({"kty": "OKP", "crv": "Ed25519", "x": raw}),
    ]

    for text in texts:
        refused = await acme.editor.refused(CREATE_KEY, name="Key", publicKey=text)
        assert refused == [("INVALID", ["input", "publicKey"])]


async def test_project_has_ten_keys_at_most(acme: Company) -> None:
    for number in range(10, 19):
        await acme.editor.change(CREATE_KEY, name="Key", publicKey=public_pem(ec_key(number)))

    refused = await acme.editor.refused(CREATE_KEY, name="Key", publicKey=public_pem(ec_key(19)))
    assert refused == [("NOT_ALLOWED", ["input", "publicKey"])]
    await acme.editor.change(REVOKE_KEY, keyId=acme.key_id)
    await acme.editor.change(CREATE_KEY, name="Key", publicKey=public_pem(ec_key(19)))


async def test_key_of_another_project_is_not_found(hookwright: World, acme: Company) -> None:
    stranger = await hookwright.editor()

    refused = await stranger.refused(REVOKE_KEY, keyId=acme.key_id)
    assert refused == [("NOT_FOUND", ["input", "keyId"])]
    assert (await answer(acme.user())).status_code == 200
