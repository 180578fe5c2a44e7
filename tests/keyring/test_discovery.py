"""An issuer's discovery document leads to its keys; another's, a broken one or a private address leads to none."""

import json
from typing import Any

import msgspec
import pytest

from domain.keyring import Keyring
from domain.signatures import Verifier, compile_verifier, read_scheme
from domain.signatures.fetching import DISCOVERY
from domain.signatures.parts import Fetch, KeyForm
from domain.signatures.schemes import Jwt
from domain.verdict import RejectionCause
from tests.keyring.conftest import Clock, Judge
from tests.keyring.server import KeyServer, key, token
from tests.keyring.test_ring import JWT, bearing, refusal

ASKED = [f"GET {DISCOVERY} HTTP/1.1", "GET /keys HTTP/1.1"]


def by_issuer(ring: Keyring, issuer: str) -> Verifier:
    """A token's verifier. The issuer is plain http with a port, as only a test may have it."""
    fetch = Fetch(form=KeyForm.JWKS, issuer=issuer)
    scheme = msgspec.structs.replace(msgspec.convert(JWT, Jwt), fetch=fetch)
    return compile_verifier(scheme, {}, ring.of("prj_1"))


def publish(server: KeyServer, **document: Any) -> str:
    """Publish a discovery document, give the issuer."""
    issuer = server.peer.url
    told = {"issuer": issuer, "jwks_uri": server.url, **document}
    server.documents[DISCOVERY] = json.dumps(told).encode()
    return issuer


async def test_a_token_is_judged_by_its_issuers_keys_which_are_kept(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    known = key("1")
    server.publish(known)
    verify = by_issuer(ring, publish(server))

    for _ in range(3):
        await judge(verify, bearing(token(known, clock.now)))
    found = await refusal(judge, verify, bearing(token(key("x"), clock.now, kid="1")))

    assert found[0] is RejectionCause.SIGNATURE_MISMATCH
    assert server.asked == ASKED


async def test_a_slash_at_the_end_of_an_issuer_does_not_matter(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    server.publish(known := key("1"))
    issuer = publish(server, issuer=f"{server.peer.url}/")

    await judge(by_issuer(ring, f"{issuer}/"), bearing(token(known, clock.now)))

    assert server.asked == ASKED


@pytest.mark.parametrize(
    "document",
    [
        b"<html>",
        b"[1]",
        b'{"issuer":"https://elsewhere.example","jwks_uri":"https://elsewhere.example/keys"}',
        b'{"issuer":7,"jwks_uri":7}',
    ],
)
async def test_a_document_that_is_not_the_issuers_is_refused(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock, document: bytes
) -> None:
    server.publish(known := key("1"))
    server.documents[DISCOVERY] = document

    found = await refusal(judge, by_issuer(ring, server.peer.url), bearing(token(known, clock.now)))

    words = "127.0.0.1 answered with the discovery document of another issuer."
    assert found == (RejectionCause.KEY_UNAVAILABLE, words)
    assert server.asked == ASKED[:1]


async def test_a_document_cannot_send_us_to_a_private_address(
    judge: Judge, ring: Keyring, server: KeyServer, clock: Clock
) -> None:
    issuer = publish(server, jwks_uri="http://10.0.0.1/keys")

    cause, words = await refusal(
        judge, by_issuer(ring, issuer), bearing(token(key("1"), clock.now))
    )

    assert cause is RejectionCause.KEY_UNAVAILABLE
    assert "10.0.0.1" in words
    assert server.asked == ASKED[:1]


async def test_a_secret_that_makes_no_address_asks_nobody(
    judge: Judge, ring: Keyring, clock: Clock
) -> None:
    fetch = {"as": "jwks", "issuer": "https://{secret:tenant}.example.com"}
    scheme = read_scheme({**JWT, "fetch": fetch})
    delivery = bearing(token(key("1"), clock.now))

    for tenant in ("127.0.0.1:80/x?", "user@host", "a b", "x/#"):
        verify = compile_verifier(scheme, {"tenant": [tenant]}, ring.of("prj_1"))
        cause, words = await refusal(judge, verify, delivery)
        assert cause is RejectionCause.SECRET_MISSING
        assert tenant not in words
