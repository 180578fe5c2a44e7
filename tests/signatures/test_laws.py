"""Laws: judging is total, what is signed verifies and nothing near it does, what is read is written back as it was."""

import json
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from domain.errors import Invalid
from domain.request import Request
from domain.signatures import (
    compile_verifier,
    covers,
    public_names,
    read_scheme,
    secret_names,
    sign,
    to_data,
)
from domain.signatures.drafts import changed
from domain.verdict import Refused

from .build import NOW, is_accepted, request
from .schemes_made_up import (
    BODIES,
    HOSTILE_BODIES,
    HOSTILE_TEXTS,
    SECRET,
    TREES,
    covering,
    draft_of,
    leaves,
    private_of,
    secrets_of,
)

NAMES: Final = [
    *("X-Sig", "X-Sig-1", "X-Sig-7", "X-At", "X-Id", "X-Version", "X-Hash", "X-Token", "X-New"),
    *("Authorization", "Content-Type"),
]
KINDS: Final = ["application/json", "multipart/form-data; boundary=b", "é", ""]


def signed_by(data: dict[str, Any], body: bytes, now: datetime = NOW) -> Request:
    named = data.get("algorithm") or next(iter(data.get("algorithms", ())), "")
    is_public = "public_key" in secrets_of(data)
    private = {"public_key": private_of(named)} if is_public else {}
    return sign(read_scheme(data), draft_of(body), secrets_of(data), now, private=private)


@settings(deadline=None, max_examples=100)
@given(
    data=leaves(),
    headers=st.lists(st.tuples(st.sampled_from(NAMES), HOSTILE_TEXTS), max_size=5),
    kind=st.sampled_from(KINDS),
    body=HOSTILE_BODIES,
    query=st.one_of(st.text(max_size=20), HOSTILE_TEXTS.map(lambda text: f"sig={text}&jwt={text}")),
)
def test_whatever_arrives_every_kind_of_scheme_returns_or_refuses(
    data: dict[str, Any], headers: list[tuple[str, str]], kind: str, body: bytes, query: str
) -> None:
    verify = compile_verifier(read_scheme(data), secrets_of(data))
    delivery = request(body, (("Content-Type", kind), *headers), query=query)

    with suppress(Refused):
        verify(delivery, NOW)


@settings(deadline=None, max_examples=80)
@given(
    data=leaves(),
    spoiled=st.sampled_from(["x-sig", "x-sig-1", "x-at", "x-hash", "authorization", "x-token"]),
    text=HOSTILE_TEXTS,
    body=BODIES,
)
def test_a_signed_delivery_with_one_text_replaced_returns_or_refuses(
    data: dict[str, Any], spoiled: str, text: str, body: bytes
) -> None:
    delivery = signed_by(data, body)
    headers = tuple((name, text if name == spoiled else value) for name, value in delivery.headers)

    with suppress(Refused):
        compile_verifier(read_scheme(data), secrets_of(data))(
            changed(delivery, headers=headers), NOW
        )


@settings(deadline=None, max_examples=100)
@given(
    data=leaves(),
    body=BODIES,
    now=st.datetimes(datetime(1971, 1, 1), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_what_is_signed_under_any_scheme_verifies_and_not_under_other_secrets(
    data: dict[str, Any], body: bytes, now: datetime
) -> None:
    scheme = read_scheme(data)
    delivery = signed_by(data, body, now)
    others = {name: [f"other {name}"] for name in secret_names(scheme)}

    compile_verifier(scheme, secrets_of(data))(delivery, now + timedelta(milliseconds=1))
    assert not is_accepted(compile_verifier(scheme, others), delivery, now)
    assert not is_accepted(compile_verifier(scheme, {}), delivery, now)


@settings(deadline=None, max_examples=80)
@given(data=covering(), body=BODIES, bit=st.integers(min_value=0))
def test_no_bit_of_a_covered_body_can_be_changed(
    data: dict[str, Any], body: bytes, bit: int
) -> None:
    scheme = read_scheme(data)
    verify = compile_verifier(scheme, secrets_of(data))
    delivery = signed_by(data, body)
    place, mask = divmod(bit % (8 * len(body)), 8)
    spoiled = bytearray(body)
    spoiled[place] ^= 1 << mask

    assert covers(scheme).body
    assert is_accepted(verify, delivery)
    assert not is_accepted(verify, changed(delivery, body=bytes(spoiled)))


@settings(deadline=None, max_examples=80)
@given(data=TREES)
def test_a_scheme_that_was_read_is_written_back_as_it_was(data: dict[str, Any]) -> None:
    try:
        scheme = read_scheme(data)
    except Invalid:
        assume(False)

    assert read_scheme(to_data(scheme)) == scheme
    assert public_names(scheme) <= set(secret_names(scheme))
    assert all(name.isidentifier() for name in secret_names(scheme))


@settings(deadline=None, max_examples=60)
@given(data=TREES, headers=st.dictionaries(st.sampled_from(NAMES), HOSTILE_TEXTS), body=BODIES)
def test_schemes_of_schemes_return_or_refuse_and_close_without_secrets(
    data: dict[str, Any], headers: dict[str, str], body: bytes
) -> None:
    try:
        scheme = read_scheme(data)
    except Invalid:
        assume(False)

    assert not is_accepted(compile_verifier(scheme, {}), request(body, headers))
    half = compile_verifier(scheme, {"secret": [SECRET]})
    with suppress(Refused):
        half(request(body, headers), NOW)


WORDS: Final = [
    *("method", "signature", "from", "content", "timestamp", "unit", "tolerance", "future"),
    *("algorithm", "algorithms", "schemes", "cases", "when", "scheme", "bind", "require", "value"),
    *("equals", "strip", "split", "kv", "pick", "index", "envelope", "jws", "numbered", "repeated"),
    *("key", "key_text", "key_form", "secret", "claims", "need", "leeway", "max_age", "ranges"),
    *("params", "fields", "by", "lists", "names", "signed_headers", "format", "foreach", "prefix"),
]
VALUES: Final = [
    *("hmac", "hash", "signature", "jwt", "address", "token", "basic", "any", "all", "first"),
    *("header:X-Sig", "header:X-{n}", "json:a.b", "item:a", "sig:t", "jws:kid", "claim:a", "body"),
    *("{body}", "{timestamp}", "{secret}", "{item:a}{sig:t}", "{", "s", "iso", "sha256", "ed25519"),
    *(
        "RS256",
        "HS256",
        "raw",
        "jwks",
        "hex",
        "base64json",
        "detached",
        "1+",
        "form",
        "192.0.2.0/24",
    ),
    *(0, 1, -1, 10**30, 10**400, 1.5, float("inf"), True, None, "\ud800", "", "x" * 3_000),
]
JSON_VALUES: Final = st.recursive(
    st.one_of(st.sampled_from(VALUES), st.text(max_size=5), st.floats(), st.integers()),
    lambda inner: st.one_of(
        st.lists(inner, max_size=4),
        st.dictionaries(st.one_of(st.sampled_from(WORDS), st.text(max_size=4)), inner, max_size=6),
    ),
    max_leaves=25,
)


@settings(deadline=None, max_examples=150)
@given(data=JSON_VALUES)
def test_reading_any_json_gives_a_scheme_or_names_its_problems(data: Any) -> None:
    with suppress(Invalid):
        read_scheme(data)


@settings(deadline=None, max_examples=150)
@given(data=leaves(), word=st.sampled_from(WORDS), value=JSON_VALUES, inner=st.booleans())
def test_a_scheme_with_any_value_in_any_place_can_be_judged_or_is_told_its_problems(
    data: dict[str, Any], word: str, value: Any, inner: bool
) -> None:
    if inner and isinstance(data.get("signature"), dict):
        data = {**data, "signature": {**data["signature"], word: value}}
    else:
        data = {**data, word: value}
    try:
        scheme = read_scheme(data)
    except Invalid:
        return

    covers(scheme)
    secrets = {name: [SECRET] for name in secret_names(scheme)}
    with suppress(Refused):
        compile_verifier(scheme, secrets)(request(b'{"a":[{"b":1}]}'), NOW)


@settings(deadline=None, max_examples=100)
@given(
    text=st.one_of(st.text(max_size=60), st.binary(max_size=60).map(bytes.hex), HOSTILE_TEXTS),
    steps=st.lists(st.sampled_from(["hex", "base64", "utf8", "nfkd", "strip:-"]), max_size=1),
    form=st.sampled_from(["raw", "spki", "pem", "jwk", "jwks", "x509"]),
    jwk=st.dictionaries(
        st.sampled_from(["kty", "crv", "x", "y", "n", "e", "d", "use", "kid", "key_ops", "alg"]),
        st.one_of(
            st.sampled_from(["RSA", "EC", "OKP", "oct", "P-256", "Ed25519", "sig", "AQAB", "AA"]),
            st.none(),
            st.integers(),
            st.lists(st.text(max_size=3), max_size=2),
        ),
    ),
)
def test_any_text_is_a_public_key_or_is_none(
    text: str, steps: list[str], form: str, jwk: dict[str, Any]
) -> None:
    given_as = json.dumps({"keys": [jwk]} if form == "jwks" else jwk) if form[0] == "j" else text
    data = {
        "method": "signature",
        "algorithm": "ed25519",
        "signature": {"from": "header:X-Sig"},
        "key": ["hex"] if form == "raw" else steps,
        "key_form": form,
    }

    verify = compile_verifier(read_scheme(data), {"public_key": [given_as]})

    assert not is_accepted(verify, request(b"{}", {"X-Sig": "00" * 64}))
