"""A scheme that fetches its key says exactly what is asked for, and signs and verifies with given keys alone."""

from datetime import timedelta
from typing import Any, Final

import pytest

from domain import keyring
from domain.errors import Invalid
from domain.keyring import KeyRequest, KeysNeeded
from domain.keyring.shelf import Shelf
from domain.signatures import compile_verifier, key_pairs, read_scheme, secret_names, sign
from domain.signatures.facts import public_leaves
from domain.signatures.parts import KeyForm
from domain.verdict import RejectionCause
from tests.signatures.build import NOW, changed, is_accepted, refusal, request

URL: Final = "https://acme.example/keys"
PINNED: Final = {"from": "header:X-Key-Url", "hosts": ["keys.*.acme.example"]}
SIGNATURE: Final[dict[str, Any]] = {
    "method": "signature",
    "algorithm": "rsa-sha256",
    "signature": {"from": "header:X-Signature"},
    "encoding": "base64",
}
DETACHED: Final[dict[str, Any]] = {
    "method": "signature",
    "algorithm": "es256",
    "signature": {"from": "header:X-Signature", "jws": "detached"},
    "fetch": {"as": "jwks", "from": "jws:jku", "hosts": ["keys.acme.example"]},
}
JWT: Final[dict[str, Any]] = {
    "method": "jwt",
    "signature": {"from": "header:Authorization", "strip": "Bearer "},
    "algorithms": ["ES256"],
}
SCHEMES: Final[dict[str, dict[str, Any]]] = {
    "jwt by jwks": {**JWT, "fetch": {"as": "jwks", "url": URL}},
    "jwt by pem": {**JWT, "fetch": {"as": "pem", "url": URL, "json": "a.b"}},
    "jwt by issuer": {**JWT, "fetch": {"as": "jwks", "issuer": "https://{secret:tenant}.example"}},
    "jwt by address": {**JWT, "fetch": {"as": "jwks", "from": "jws:jku", "hosts": ["a.example"]}},
    "detached": DETACHED,
    "certificate": {**SIGNATURE, "fetch": {"as": "x509", **PINNED, "name": "*.acme.example"}},
    "raw": {
        **SIGNATURE,
        "algorithm": "ed25519",
        "fetch": {"as": "raw", "url": URL, "key": ["base64"], "kid": "header:X-Key-Id"},
    },
    "post": {
        **JWT,
        "fetch": {
            "as": "jwk",
            "url": URL,
            "method": "POST",
            "headers": {"X-Id": "{secret:client_id}"},
            "body": "id={jws:kid}&secret={secret:api_secret}",
        },
    },
}


class Asking:
    """A ring that is empty."""

    def lookup(self, request: KeyRequest, kid: str, now: Any, /) -> Any:
        """Need everything. The owner of the want is the id that was looked for."""
        return Shelf().lookup(keyring.Want(request, kid), kid, now)


def asked(data: dict[str, Any], **headers: str) -> tuple[KeyRequest, str]:
    """What a genuine delivery makes us ask for, and the id of the key."""
    scheme = read_scheme(data)
    private = {leaf_pair.name: leaf_pair.private for leaf_pair in pairs(data)}
    secrets = {name: ["s3cret"] for name in secret_names(scheme)}
    delivery = sign(scheme, request(b"{}", headers), secrets, NOW, private=private)
    with pytest.raises(KeysNeeded) as needed:
        compile_verifier(scheme, secrets, Asking())(delivery, NOW)
    (want,) = needed.value.wants
    return want.request, want.owner


def pairs(data: dict[str, Any]) -> list[key_pairs.Pair]:
    return [key_pairs.generate(leaf) for leaf in public_leaves(read_scheme(data))]


@pytest.mark.parametrize("name", SCHEMES)
def test_what_a_generated_key_signs_verifies_by_that_key_and_no_other(name: str) -> None:
    scheme, (mine,) = read_scheme(SCHEMES[name]), pairs(SCHEMES[name])
    other = key_pairs.generate(next(public_leaves(scheme)), 1)
    secrets = {each: ["s3cret"] for each in secret_names(scheme)}
    private = {key_pairs.PUBLISHED: mine.private}
    delivery = sign(scheme, request(b"{}"), secrets, NOW, private=private)

    genuine = compile_verifier(scheme, secrets, keyring.fixed({mine.name: [mine.public]}))
    forged = compile_verifier(scheme, secrets, keyring.fixed({other.name: [other.public]}))

    assert mine.name == key_pairs.PUBLISHED
    assert is_accepted(genuine, delivery)
    assert refusal(forged, delivery).cause is RejectionCause.SIGNATURE_MISMATCH


def test_without_a_ring_the_secrets_hold_the_published_key() -> None:
    scheme, (mine,) = read_scheme(SCHEMES["jwt by jwks"]), pairs(SCHEMES["jwt by jwks"])
    delivery = sign(scheme, request(b"{}"), {}, NOW, private={mine.name: mine.private})

    assert is_accepted(compile_verifier(scheme, {mine.name: [mine.public]}), delivery)
    refused = refusal(compile_verifier(scheme, {}), delivery)
    assert refused.cause is RejectionCause.SECRET_MISSING


def test_a_token_names_the_key_at_a_fixed_address() -> None:
    assert asked(SCHEMES["jwt by jwks"]) == (KeyRequest(URL, KeyForm.JWKS), key_pairs.KEY_ID)


def test_a_delivery_names_the_address_at_a_pinned_host() -> None:
    found, kid = asked(SCHEMES["certificate"], **{"X-Key-Url": "https://keys.eu.acme.example/1"})

    assert found == KeyRequest(
        "https://keys.eu.acme.example/1", KeyForm.X509, name="*.acme.example"
    )
    assert kid == ""


def test_a_detached_jws_names_both_in_its_header() -> None:
    expected = KeyRequest("https://keys.acme.example/keys", KeyForm.JWKS)

    assert asked(DETACHED) == (expected, key_pairs.KEY_ID)


def test_a_request_with_secrets_is_written_out() -> None:
    found, _ = asked(SCHEMES["post"])

    assert found.method == "POST"
    assert found.headers == (("X-Id", "s3cret"),)
    assert found.body == b"id=stand-in&secret=s3cret"
    assert "s3cret" not in repr(found)


def test_the_secrets_of_the_request_are_the_schemes() -> None:
    assert secret_names(read_scheme(SCHEMES["post"])) == ("client_id", "api_secret")


def test_a_delivery_that_is_refused_without_its_key_needs_none() -> None:
    data = {**SCHEMES["certificate"], "timestamp": {"from": "header:X-Time"}}
    scheme, (mine,) = read_scheme(data), pairs(data)
    delivery = sign(scheme, request(b"{}"), {}, NOW, private={mine.name: mine.private})
    verify = compile_verifier(scheme, {}, Asking())

    assert refusal(verify, delivery, NOW + timedelta(hours=1)).cause is (
        RejectionCause.TIMESTAMP_OUTSIDE_TOLERANCE
    )
    assert refusal(verify, changed(delivery, headers={"x-signature": "!"})).cause is (
        RejectionCause.SIGNATURE_MALFORMED
    )


def test_what_another_scheme_of_all_refuses_needs_no_keys() -> None:
    token = {"method": "token", "from": "header:X-Token"}
    data = {"method": "all", "schemes": [SCHEMES["jwt by jwks"], token]}
    scheme, (mine,) = read_scheme(data), pairs(data)
    secrets = {"secret": ["s3cret"]}
    delivery = sign(scheme, request(b"{}"), secrets, NOW, private={mine.name: mine.private})
    verify = compile_verifier(scheme, secrets, Asking())

    with pytest.raises(KeysNeeded):
        verify(delivery, NOW)
    assert refusal(verify, changed(delivery, headers={"x-token": "guessed"})).cause is (
        RejectionCause.CREDENTIALS_MISMATCH
    )


@pytest.mark.parametrize("order", [1, -1])
def test_any_asks_for_keys_only_when_no_scheme_accepts_without(order: int) -> None:
    token = {"method": "token", "from": "header:X-Token"}
    data = {"method": "any", "schemes": [SCHEMES["jwt by jwks"], token][::order]}
    jwt_scheme, (mine,) = read_scheme(SCHEMES["jwt by jwks"]), pairs(data)
    delivery = sign(jwt_scheme, request(b"{}"), {}, NOW, private={mine.name: mine.private})
    verify = compile_verifier(read_scheme(data), {"secret": ["s3cret"]}, Asking())

    assert is_accepted(verify, changed(delivery, headers={"x-token": "s3cret"}))
    with pytest.raises(KeysNeeded):
        verify(changed(delivery, headers={"x-token": "guessed"}), NOW)


@pytest.mark.parametrize(
    ("fetch", "path"),
    [
        ({"as": "jwks"}, "fetch"),
        ({"as": "jwks", "url": "http://acme.example/keys"}, "fetch.url"),
        ({"as": "jwks", "url": "https://acme.example:8443/keys"}, "fetch.url"),
        ({"as": "jwks", "url": "https://me@acme.example/keys"}, "fetch.url"),
        ({"as": "jwks", "url": "https://{jws:kid}.example/keys"}, "fetch.url"),
        ({"as": "jwks", "url": "https://{secret:a b}.example/keys"}, "fetch.url"),
        ({"as": "jwks", "url": URL, "issuer": "https://acme.example"}, "fetch"),
        ({"as": "jwks", "issuer": "http://acme.example"}, "fetch.issuer"),
        ({"as": "jwks", "issuer": "https://acme.example/?a"}, "fetch.issuer"),
        ({"as": "pem", "issuer": "https://acme.example"}, "fetch.as"),
        ({"as": "jwks", "issuer": "https://acme.example", "headers": {"X": "1"}}, "fetch"),
        ({"as": "jwks", "from": "jws:jku"}, "fetch"),
        ({"as": "jwks", "from": "jws:jku", "hosts": ["*.com"]}, "fetch.hosts.0"),
        ({"as": "jwks", "from": "jws:jku", "hosts": ["Acme.example"]}, "fetch.hosts.0"),
        ({"as": "x509", "url": URL, "name": "*"}, "fetch.name"),
        ({"as": "jwks", "url": URL, "name": "acme.example"}, "fetch.name"),
        ({"as": "jwks", "url": URL, "headers": {"X": "{jws:kid}"}}, "fetch.headers.X"),
        ({"as": "jwks", "url": URL, "headers": {"X": "a\r\nb"}}, "fetch.headers.X"),
        ({"as": "jwks", "url": URL, "method": "POST", "body": "{header:X}"}, "fetch.body"),
        (
            {
                "as": "jwks",
                "from": "jws:jku",
                "hosts": ["a.example"],
                "headers": {"X": "{secret:a}"},
            },
            "fetch",
        ),
    ],
)
def test_a_fetch_that_cannot_be_safe_is_refused_at_reading(
    fetch: dict[str, Any], path: str
) -> None:
    with pytest.raises(Invalid) as found:
        read_scheme({**JWT, "fetch": fetch})

    assert [".".join(each.path) for each in found.value.problems] == [path]
