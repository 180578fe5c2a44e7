"""Keys are fetched once for all who wait, within bounds; what goes wrong is a cause and never a key."""

import asyncio
import base64
import hmac
import json
from datetime import timedelta
from typing import Any, Final

import msgspec
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from domain.keyring import Keyring
from domain.keyring.allowances import BURST
from domain.request import Request
from domain.signatures import PublicKeySignature, Verifier, compile_verifier
from domain.signatures.parts import Fetch, KeyForm
from domain.signatures.schemes import Jwt
from domain.verdict import Refused, RejectionCause
from tests.keyring.conftest import Clock, Judge
from tests.keyring.server import KeyServer, key, token
from tests.signatures.build import request

JWT: Final[dict[str, Any]] = {
    "method": "jwt",
    "signature": {"from": "header:Authorization", "strip": "Bearer "},
    "algorithms": ["ES256"],
}
BY_URL: Final[dict[str, Any]] = {
    "method": "signature",
    "algorithm": "rsa-sha256",
    "signature": {"from": "header:X-Signature"},
    "encoding": "base64",
}
PINNED: Final = {"from": "header:X-Key-Url", "hosts": ["127.0.0.1"]}


def by_jwks(ring: Keyring, server: KeyServer, **more: Any) -> Verifier:
    """A token's verifier. The address is fixed, as only a test may have it: http, with a port."""
    scheme = msgspec.convert({**JWT, **more}, Jwt)
    fetch = Fetch(form=KeyForm.JWKS, url=server.url)
    return compile_verifier(msgspec.structs.replace(scheme, fetch=fetch), {}, ring.of("prj_1"))


def by_url(ring: Keyring, form: str, **more: Any) -> Verifier:
    scheme = msgspec.convert(
        {**BY_URL, "fetch": {"as": form, **PINNED, **more}}, PublicKeySignature
    )
    return compile_verifier(scheme, {}, ring.of("prj_1"))


def bearing(text: str, body: bytes = b"{}") -> Request:
    return request(body, {"Authorization": f"Bearer {text}"})


def signed(private: RSAPrivateKey, url: str, body: bytes = b"{}") -> Request:
    signature = base64.b64encode(private.sign(body, padding.PKCS1v15(), hashes.SHA256())).decode()
    return request(body, {"X-Signature": signature, "X-Key-Url": url})


async def refusal(judge: Judge, verify: Verifier, delivery: Request) -> tuple[RejectionCause, str]:
    with pytest.raises(Refused) as found:
        await judge(verify, delivery)
    return found.value.cause, found.value.explanation


@pytest.fixture(scope="module")
def private() -> RSAPrivateKey:
    return generate_private_key(65_537, 2_048)


async def test_a_token_by_a_published_key_is_genuine_and_the_set_is_fetched_once(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    first, second = key("1"), key("2")
    server.publish(first, second)
    verify = by_jwks(ring, server)

    for by in (first, second, first):
        await judge(verify, bearing(token(by, clock.now)))

    assert server.asked == ["GET /keys HTTP/1.1"]


async def test_a_token_by_another_key_under_a_published_id_is_refused(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    server.publish(key("1"))

    found = await refusal(
        judge, by_jwks(ring, server), bearing(token(key("x"), clock.now, kid="1"))
    )

    assert found == (
        RejectionCause.SIGNATURE_MISMATCH,
        "the token's signature does not match the key",
    )


async def test_a_token_signed_with_the_public_key_as_a_shared_one_is_refused(
    judge: Judge, ring: Keyring, server: KeyServer
) -> None:
    known = key("1")
    server.publish(known)
    header = base64.urlsafe_b64encode(b'{"alg":"HS256","kid":"1"}').rstrip(b"=")
    signing = header + b"." + base64.urlsafe_b64encode(b"{}").rstrip(b"=")
    mac = hmac.digest(known.as_pem(private=False), signing, "sha256")
    forged = (signing + b"." + base64.urlsafe_b64encode(mac).rstrip(b"=")).decode()

    found = await refusal(judge, by_jwks(ring, server), bearing(forged))

    assert found == (
        RejectionCause.SIGNATURE_MALFORMED,
        "the token's algorithm is not accepted; accepted: ES256",
    )
    assert server.asked == []


async def test_a_shared_key_in_the_set_is_no_key(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    server.body = b'{"keys":[{"kty":"oct","k":"c2VjcmV0","kid":"1"}]}'

    found = await refusal(judge, by_jwks(ring, server), bearing(token(key("1"), clock.now)))

    assert found == (
        RejectionCause.KEY_UNAVAILABLE,
        "127.0.0.1 answered with what holds no key of a kind that is known: Ed25519, RSA or ECDSA.",
    )


async def test_a_rotated_key_is_fetched_once_and_the_set_rests_a_minute(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    old, new = key("old"), key("new")
    server.publish(old)
    verify = by_jwks(ring, server)
    await judge(verify, bearing(token(old, clock.now)))
    server.publish(old, new)
    clock.now += timedelta(seconds=10)

    await judge(verify, bearing(token(new, clock.now)))
    clock.now += timedelta(seconds=59)
    cause, words = await refusal(judge, verify, bearing(token(key("newer"), clock.now)))
    clock.now += timedelta(seconds=1)
    after = await refusal(judge, verify, bearing(token(key("newer"), clock.now)))

    assert cause is RejectionCause.KEY_UNAVAILABLE
    assert words == (
        "The provider published no key with the id 'newer' when it was last asked. "
        "It is asked at most every 60 seconds."
    )
    assert after[0] is RejectionCause.SIGNATURE_MISMATCH
    assert len(server.asked) == 3


async def test_a_flood_of_unknown_ids_makes_two_requests_a_minute(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    known = key("1")
    server.publish(known)
    verify = by_jwks(ring, server)
    forged = [token(key("1"), clock.now, kid=f"forged-{number}") for number in range(200)]

    for text in forged:
        await refusal(judge, verify, bearing(text))
        clock.now += timedelta(seconds=0.1)
    await judge(verify, bearing(token(known, clock.now)))

    assert len(server.asked) == 2


async def test_fifty_deliveries_wait_for_one_request(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    known = key("1")
    server.publish(known)
    verify, text = by_jwks(ring, server), token(known, clock.now)

    await asyncio.gather(*(judge(verify, bearing(text)) for _ in range(50)))

    assert server.asked == ["GET /keys HTTP/1.1"]


async def test_a_broken_off_delivery_does_not_break_the_request_for_the_others(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    known = key("1")
    server.publish(known)
    server.opened.clear()
    verify, text = by_jwks(ring, server), token(known, clock.now)
    first, second = (asyncio.create_task(judge(verify, bearing(text))) for _ in range(2))
    while not server.peer.requests:  # noqa: ASYNC110  until it has arrived
        await asyncio.sleep(0)

    first.cancel()
    server.opened.set()

    await second
    with pytest.raises(asyncio.CancelledError):
        await first
    assert len(server.asked) == 1


async def test_while_the_provider_is_down_known_keys_are_served_and_it_is_asked_rarely(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    known = key("1")
    server.publish(known)
    server.headers = ("cache-control: public, max-age=600",)
    verify = by_jwks(ring, server)
    await judge(verify, bearing(token(known, clock.now)))
    server.status = 500

    clock.now += timedelta(seconds=600)
    for _ in range(20):
        await judge(verify, bearing(token(known, clock.now)))
    assert len(server.asked) == 2
    clock.now += timedelta(seconds=24 * 3_600)
    found = await refusal(judge, verify, bearing(token(known, clock.now)))

    assert found == (
        RejectionCause.KEY_UNAVAILABLE,
        "127.0.0.1 answered 500 instead of a key.",
    )


async def test_a_provider_that_is_down_at_first_is_asked_again_after_the_pause(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    known = key("1")
    server.publish(known)
    server.status = 503
    verify = by_jwks(ring, server)

    for _ in range(20):
        cause, _ = await refusal(judge, verify, bearing(token(known, clock.now)))
        assert cause is RejectionCause.KEY_UNAVAILABLE
    assert len(server.asked) == 1
    server.status = 200
    clock.now += timedelta(seconds=30)

    await judge(verify, bearing(token(known, clock.now)))
    assert len(server.asked) == 2


NO_ANSWERS: Final = {
    "redirect": (302, b"", "answered 302 instead of a key."),
    "missing": (404, b"no such key", "answered 404 instead of a key."),
    "empty": (200, b"", "answered with what holds an empty key."),
    "binary": (200, b"\xff\xfe", "answered with what is not text."),
    "page": (200, b"<html>", "answered with what is not a public key in the form jwks."),
    "nested": (200, b"[" * 99_999, "answered with what is not a public key in the form jwks."),
    "large": (200, b" " * 262_145, "answered with more than 262144 bytes."),
    "huge": (
        200,
        b" " * 1_048_577,
        "answered with more than 1048576 bytes, the most that is read.",
    ),
}


@pytest.mark.parametrize("kind", NO_ANSWERS)
async def test_what_is_no_answer_is_told_and_trusted_in_nothing(
    judge: Judge, ring: Keyring, server: KeyServer, kind: str
) -> None:
    server.status, server.body, words = NO_ANSWERS[kind]
    server.headers = ("location: http://127.0.0.1:1/keys",)
    delivery = bearing(token(key("1"), judge.clock.now))

    found = await refusal(judge, by_jwks(ring, server), delivery)

    assert found == (RejectionCause.KEY_UNAVAILABLE, f"127.0.0.1 {words}")
    assert len(server.asked) == 1


async def test_a_provider_that_never_answers_is_given_up(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    server.opened.clear()

    found = await refusal(judge, by_jwks(ring, server), bearing(token(key("1"), clock.now)))

    assert found == (
        RejectionCause.KEY_UNAVAILABLE,
        "127.0.0.1 did not answer completely within 1 seconds.",
    )


async def test_a_private_address_is_not_asked(judge: Judge, ring: Keyring, clock: Clock) -> None:
    fetch = Fetch(form=KeyForm.JWKS, url="http://10.0.0.1/keys")
    scheme = msgspec.structs.replace(msgspec.convert(JWT, Jwt), fetch=fetch)
    verify = compile_verifier(scheme, {}, ring.of("prj_1"))

    cause, words = await refusal(judge, verify, bearing(token(key("1"), clock.now)))

    assert cause is RejectionCause.KEY_UNAVAILABLE
    assert words.startswith(
        "10.0.0.1 is a private or reserved address, which requests may not reach"
    )


@pytest.mark.parametrize("form", ["pem", "spki"])
async def test_a_key_at_an_address_in_the_delivery_verifies(
    judge: Judge, ring: Keyring, server: KeyServer, private: RSAPrivateKey, form: str
) -> None:
    encoding = Encoding.PEM if form == "pem" else Encoding.DER
    server.body = private.public_key().public_bytes(encoding, PublicFormat.SubjectPublicKeyInfo)
    verify = by_url(ring, form)

    await judge(verify, signed(private, server.url))
    found = await refusal(judge, verify, request(b"{ }", dict(signed(private, server.url).headers)))

    assert found[0] is RejectionCause.SIGNATURE_MISMATCH
    assert server.asked == ["GET /keys HTTP/1.1"]


async def test_a_key_inside_a_json_answer_verifies(
    judge: Judge, ring: Keyring, server: KeyServer, private: RSAPrivateKey
) -> None:
    pem = private.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
    server.body = json.dumps({"config": {"webhook": {"public_key": pem.decode()}}}).encode()

    await judge(by_url(ring, "pem", json="config.webhook.public_key"), signed(private, server.url))
    found = await refusal(
        judge, by_url(ring, "pem", json="config.key"), signed(private, server.url)
    )

    assert found == (
        RejectionCause.KEY_UNAVAILABLE,
        "127.0.0.1 answered with what has no config.key.",
    )


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1.evil.example/keys",
        "http://127.0.0.1@evil.example/keys",
        "http://evil.example/127.0.0.1",
        "file://127.0.0.1/etc/passwd",
        "//127.0.0.1/keys",
        "nonsense",
        "",
    ],
)
async def test_a_strangers_address_is_refused_before_anything_is_fetched(
    ring: Keyring, private: RSAPrivateKey, clock: Clock, url: str
) -> None:
    with pytest.raises(Refused) as found:  # at once: no keys are needed
        by_url(ring, "pem")(signed(private, url), clock.now)

    assert found.value.cause is RejectionCause.SIGNATURE_MISMATCH
    assert found.value.explanation == (
        "the header X-Key-Url names a key at an address that is not the provider's"
    )


async def test_a_missing_address_is_named(
    judge: Judge, ring: Keyring, private: RSAPrivateKey
) -> None:
    headers = {name: text for name, text in signed(private, "").headers if name == "x-signature"}

    found = await refusal(judge, by_url(ring, "pem"), request(b"{}", headers))

    assert found == (
        RejectionCause.MALFORMED,
        "the header X-Key-Url is missing; it names where the key is",
    )


async def test_made_up_addresses_at_a_pinned_host_are_asked_in_a_small_burst_only(
    judge: Judge, ring: Keyring, server: KeyServer, private: RSAPrivateKey
) -> None:
    server.status = 404
    verify = by_url(ring, "pem")
    causes = [
        (await refusal(judge, verify, signed(private, f"{server.url}/{number}")))[0]
        for number in range(BURST + 20)
    ]

    assert set(causes) == {RejectionCause.KEY_UNAVAILABLE}
    assert len(server.asked) == BURST


async def test_the_request_holds_our_secrets_and_the_tokens_key_id(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    known = key("key-1")
    server.body = json.dumps({"key": known.as_dict(private=False)}).encode()
    verify = by_post(ring, server)

    await judge(verify, bearing(token(known, clock.now)))

    head, _, body = server.peer.requests[0].partition(b"\r\n\r\n")
    assert server.asked == ["POST /keys HTTP/1.1"]
    assert {b"Content-Type: application/json", b"X-Api-Key: s3cret"} <= set(head.split(b"\r\n"))
    assert json.loads(body) == {"secret": "s3cret", "key_id": "key-1"}


async def test_each_key_id_is_asked_for_once(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    known = key("key-1")
    server.body = json.dumps({"key": known.as_dict(private=False)}).encode()
    verify = by_post(ring, server)

    for _ in range(3):
        await judge(verify, bearing(token(known, clock.now)))
    for number in range(BURST + 20):
        await refusal(judge, verify, bearing(token(key(f"x{number}"), clock.now)))

    assert len(server.asked) == BURST


@pytest.mark.parametrize("kid", ['","secret":"mine', "a b", "a\nb", "é", "x" * 501])
async def test_an_id_that_could_change_our_request_is_refused_unasked(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock, kid: str
) -> None:
    found = await refusal(
        judge, by_post(ring, server), bearing(token(key("1"), clock.now, kid=kid))
    )

    assert found == (
        RejectionCause.SIGNATURE_MALFORMED,
        "the token's header field kid holds characters that no key's id has",
    )
    assert server.asked == []


async def test_a_secret_that_the_request_needs_and_is_not_set_is_said(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    found = await refusal(judge, by_post(ring, server, []), bearing(token(key("1"), clock.now)))

    assert found == (RejectionCause.SECRET_MISSING, "the secret 'api_secret' is not set")


def by_post(ring: Keyring, server: KeyServer, given: Any = ("s3cret",)) -> Verifier:
    fetch = Fetch(
        form=KeyForm.JWK,
        url=server.url,
        method="POST",
        headers={"Content-Type": "application/json", "X-Api-Key": "{secret:api_secret}"},
        body='{{"secret":"{secret:api_secret}","key_id":"{jws:kid}"}}',
        json="key",
    )
    scheme = msgspec.structs.replace(msgspec.convert(JWT, Jwt), fetch=fetch)
    return compile_verifier(scheme, {"api_secret": given}, ring.of("prj_1"))
