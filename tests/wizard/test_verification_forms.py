"""Friendly forms of verification become schemes; secrets are never written into them."""

from datetime import UTC, datetime
from typing import Any

import pytest

from domain.errors import Invalid
from domain.templates.names import KnownNames
from domain.wizard.verification import from_form

_KNOWN = KnownNames({"secrets": frozenset({"KEY", "OLD"}), "persisted": frozenset({"hook"})})


def _problems(form: str, entered: Any) -> list[tuple[str, tuple[str, ...]]]:
    with pytest.raises(Invalid) as caught:
        from_form(form, entered, known=_KNOWN)
    return [(each.code.value, each.path) for each in caught.value.problems]


def test_hmac_form_becomes_its_scheme() -> None:
    entered = {
        "header": "X-Signature",
        "algorithm": "SHA512",
        "encoding": "BASE64",
        "prefix": "v1=",
        "signedContent": "{timestamp}.{body}",
        "timestampHeader": "X-Time",
        "timestampUnit": "MILLISECONDS",
        "toleranceSeconds": None,
        "keyEncoding": "HEX",
        "secret": "{{secrets.KEY}}",
        "previousSecret": "{{secrets.OLD}}",
    }
    found = from_form("hmac", entered, known=_KNOWN)

    assert found.scheme == {
        "method": "hmac",
        "signature": {"from": "header:X-Signature", "strip": "v1="},
        "algorithm": "sha512",
        "encoding": "base64",
        "content": "{timestamp}.{body}",
        "timestamp": {"from": "header:X-Time", "unit": "ms", "tolerance": "any"},
        "key": ["hex"],
    }
    assert [(entry.name, entry.value) for entry in found.secrets] == [
        ("secret", "{{secrets.KEY}}"),
        ("secret", "{{secrets.OLD}}"),
    ]
    assert (found.form, found.entered) == ("hmac", entered)


def test_hmac_form_with_its_defaults_signs_the_body() -> None:
    found = from_form("hmac", {"query": "sig", "secret": "{{persisted.hook}}"}, known=_KNOWN)

    assert found.scheme == {
        "method": "hmac",
        "signature": {"from": "query:sig"},
        "content": "{body}",
        "key": ["utf8"],
    }


def test_token_and_basic_forms_become_their_schemes() -> None:
    token = from_form(
        "token",
        {"header": "Authorization", "prefix": "Bearer ", "secret": "{{secrets.KEY}}"},
        known=_KNOWN,
    )
    basic = from_form("basic", {"username": "acme", "password": "{{secrets.KEY}}"}, known=_KNOWN)

    assert token.scheme == {"method": "token", "from": "header:Authorization", "prefix": "Bearer "}
    assert basic.scheme == {"method": "basic"}
    assert [(each.name, each.value) for each in basic.secrets] == [
        ("username", "acme"),
        ("password", "{{secrets.KEY}}"),
    ]


PEM = "-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEA\n-----END PUBLIC KEY-----"


def test_public_key_form_takes_the_key_as_it_is() -> None:
    entered = {
        "header": "X-Signature",
        "algorithm": "RSA_PSS_SHA256",
        "publicKey": PEM,
        "timestampHeader": "X-Time",
        "signedContent": "{timestamp}{body}",
    }
    found = from_form("publicKey", entered, known=_KNOWN)

    assert found.scheme == {
        "method": "signature",
        "signature": {"from": "header:X-Signature"},
        "algorithm": "rsa-pss-sha256",
        "encoding": "base64",
        "content": "{timestamp}{body}",
        "timestamp": {"from": "header:X-Time", "tolerance": 300},
    }
    assert [(each.name, each.value) for each in found.secrets] == [("public_key", PEM)]


def test_jwt_form_becomes_a_scheme_with_its_claims_and_body_hash() -> None:
    entered = {
        "header": "Authorization",
        "prefix": "Bearer ",
        "algorithms": ["RS256", "PS256"],
        "publicKey": PEM,
        "issuer": "https://acme.example/{tenant}",
        "requiredClaims": ["exp"],
        "bodyHashClaim": "sha256",
        "bodyHashEncoding": "BASE64",
    }
    found = from_form("jwt", entered, known=_KNOWN)

    assert found.scheme == {
        "method": "jwt",
        "signature": {"from": "header:Authorization", "strip": "Bearer "},
        "algorithms": ["RS256", "PS256"],
        "secret": "public_key",
        "claims": {"iss": "https://acme.example/{{tenant}}"},
        "need": ["exp"],
        "bind": [{"value": "claim:sha256", "equals": "{body|sha256|base64}"}],
    }
    assert [(each.name, each.value) for each in found.secrets] == [("public_key", PEM)]


def test_a_previous_secret_may_have_an_end() -> None:
    entered = {
        "header": "X-Token",
        "secret": "{{secrets.KEY}}",
        "previousSecret": "{{secrets.OLD}}",
        "previousSecretUntil": "2026-11-25T00:00:00Z",
    }
    found = from_form("token", entered, known=_KNOWN)

    assert [each.until for each in found.secrets] == [None, datetime(2026, 11, 25, tzinfo=UTC)]


def test_provider_form_takes_the_catalogs_scheme_and_templates() -> None:
    found = from_form("provider", {}, provider="slack")

    assert found.scheme["content"] == "v0:{timestamp}:{body}"
    assert [(each.name, each.value) for each in found.secrets] == [
        ("secret", "{{secrets.SLACK_SIGNING_SECRET}}")
    ]


def test_scheme_form_is_read_as_it_is() -> None:
    found = from_form("scheme", {"scheme": {"method": "none"}})

    assert (found.scheme, found.secrets) == ({"method": "none"}, ())


@pytest.mark.parametrize("literal", ["whsec_abc", '{{ "whsec_abc" }}', "x{{'y'}}"])
def test_literal_secret_is_refused_with_the_way_to_do_it(literal: str) -> None:
    with pytest.raises(Invalid, match=r"setSecret and write \{\{secrets.NAME\}\}") as caught:
        from_form("hmac", {"header": "X", "secret": literal}, known=_KNOWN)

    assert caught.value.problems[0].path == ("verification", "hmac", "secret")
    assert "whsec_abc" not in str(caught.value)


@pytest.mark.parametrize(
    ("form", "entered", "problems"),
    [
        ("saml", {}, [("NOT_ALLOWED", ())]),
        (
            "publicKey",
            {"header": "X", "algorithm": "ED25519", "publicKey": "{{secrets.NOPE}}"},
            [("UNKNOWN_NAME", ("publicKey", "publicKey"))],
        ),
        (
            "publicKey",
            {"header": "X", "algorithm": "RSA", "publicKey": "{{secrets.KEY}}"},
            [("INVALID", ("publicKey", "algorithm"))],
        ),
        (
            "jwt",
            {"header": "X", "algorithms": ["RS256"]},
            [("REQUIRED", ("jwt",))],
        ),
        (
            "jwt",
            {"header": "X", "algorithms": ["RS256"], "issuer": "acme"},
            [("INVALID", ("jwt", "issuer"))],
        ),
        (
            "jwt",
            {"header": "X", "algorithms": ["RS256"], "jwksUrl": "http://acme.example/keys"},
            [("INVALID", ("jwt", "jwksUrl"))],
        ),
        (
            "jwt",
            {"header": "X", "algorithms": ["RS256", "HS256"], "secret": "{{secrets.KEY}}"},
            [("INVALID", ("jwt", "algorithms"))],
        ),
        (
            "jwt",
            {"header": "X", "algorithms": ["HS256"], "secret": "in-clear"},
            [("NOT_ALLOWED", ("jwt", "secret"))],
        ),
        (
            "token",
            {
                "header": "X",
                "secret": "{{secrets.KEY}}",
                "previousSecret": "{{secrets.OLD}}",
                "previousSecretUntil": "2026-11-25T00:00:00",
            },
            [("INVALID", ("token", "previousSecretUntil"))],
        ),
        ("none", False, [("INVALID", ("none",))]),
        ("hmac", None, [("INVALID", ("hmac",))]),
        ("hmac", {"header": "X"}, [("REQUIRED", ("hmac", "secret"))]),
        ("hmac", {"secret": "{{secrets.KEY}}"}, [("REQUIRED", ("hmac",))]),
        (
            "hmac",
            {"header": "X", "query": "y", "secret": "{{secrets.KEY}}"},
            [("REQUIRED", ("hmac",))],
        ),
        (
            "hmac",
            {"header": "X", "secret": "{{secrets.KEYY}}"},
            [("UNKNOWN_NAME", ("hmac", "secret"))],
        ),
        (
            "hmac",
            {"header": "X", "secret": "{{secrets.KEY}}", "signedContent": "{nope}"},
            [("INVALID", ("hmac", "signedContent"))],
        ),
        (
            "hmac",
            {"bodyPath": "a.b", "secret": "{{secrets.KEY}}"},
            [("INVALID", ("hmac", "signedContent"))],
        ),
        (
            "hmac",
            {"header": "", "secret": "{{secrets.KEY}}"},
            [("INVALID", ("hmac", "header"))],
        ),
        ("token", {"header": "X", "secret": ""}, [("REQUIRED", ("token", "secret"))]),
        ("provider", {}, [("REQUIRED", ("provider", "provider"))]),
        ("provider", {"provider": "nope"}, [("NOT_FOUND", ("provider", "provider"))]),
        (
            "scheme",
            {"scheme": {"method": "hmac"}},
            [("REQUIRED", ("scheme", "scheme", "signature"))],
        ),
        (
            "scheme",
            {"scheme": {"method": "token", "from": "header:X"}},
            [("REQUIRED", ("scheme", "secrets"))],
        ),
        (
            "scheme",
            {
                "scheme": {"method": "none"},
                "secrets": [{"name": "secret", "value": "{{secrets.KEY}}"}],
            },
            [("UNKNOWN_NAME", ("scheme", "secrets", "0", "value"))],
        ),
    ],
)
def test_problem_stands_at_the_field_that_caused_it(
    form: str, entered: Any, problems: list[tuple[str, tuple[str, ...]]]
) -> None:
    assert _problems(form, entered) == [(code, ("verification", *path)) for code, path in problems]
