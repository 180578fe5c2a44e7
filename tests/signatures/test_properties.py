"""For any bytes a verifier answers or refuses, nothing else; and what we sign, we take."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta
from typing import Any, Final

from hypothesis import given, settings
from hypothesis import strategies as st

from domain import catalog
from domain.request import Request
from domain.signatures import Scheme, compile_verifier, read_scheme, secret_names, sign
from domain.verdict import Refused

from .build import FORM, JSON, NOW, request

PLACES: Final = ["header:X-Sig", "query:sig", "form:sig", "json:a.sig"]
ENCODINGS: Final = st.sampled_from(["hex", "base64", "base64url"])
SCHEMES: Final[list[Scheme]] = [
    *(named.scheme for one in catalog.load().providers.values() for named in one.schemes),
    read_scheme({"method": "basic"}),
    *(read_scheme({"method": "token", "from": place, "prefix": "x"}) for place in PLACES),
    *(
        read_scheme(
            {
                "method": "hmac",
                "signature": {"from": place},
                "timestamp": {"from": "json:at", "unit": unit},
                "content": "{json:b.0.c}{query:q}{form:f}",
            }
        )
        for place in PLACES
        for unit in ("s", "ms", "iso")
    ),
]
NAMES: Final = [
    "authorization",
    "content-type",
    "stripe-signature",
    "webhook-id",
    "webhook-signature",
    "webhook-timestamp",
    "x-hub-signature-256",
    "x-sig",
    "x-slack-request-timestamp",
    "x-slack-signature",
    "x-twilio-signature",
]
VALUES: Final = st.one_of(
    st.text(max_size=80),
    st.from_regex(r"(v0=|sha256=|v1,|t=)?[0-9a-f]{60,66}", fullmatch=True),
    st.from_regex(r"t=[0-9]{1,20}(,v1=[0-9a-f]{64}){0,25}", fullmatch=True),
    st.sampled_from(["1795435200", "application/json", FORM[1], "Basic Og==", "Bearer x", "\x00"]),
)
BODIES: Final = st.one_of(
    st.binary(max_size=200),
    st.sampled_from([b"{}", b"[]", b"null", b'{"a":{"sig":"x"},"at":1}', b"sig=1&sig=2", b"%ff=%"]),
)


@settings(deadline=None)
@given(
    scheme=st.sampled_from(SCHEMES),
    headers=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=6),
    body=BODIES,
    query=st.one_of(st.text(max_size=40), st.just("sig=x&bodySHA256=y")),
    secret=st.text(max_size=20),
)
def test_whatever_arrives_a_verifier_returns_or_refuses(
    scheme: Scheme, headers: list[tuple[str, str]], body: bytes, query: str, secret: str
) -> None:
    secrets = {name: [secret] for name in secret_names(scheme)}
    delivery = request(body, tuple(headers), query=query)

    with suppress(Refused):
        compile_verifier(scheme, secrets)(delivery, NOW)


@settings(deadline=None)
@given(
    body=st.binary(max_size=300),
    secret=st.text(min_size=1).filter(lambda text: bool(text.strip())),
    form=st.fixed_dictionaries(
        {
            "algorithm": st.sampled_from(["sha1", "sha256", "sha384", "sha512"]),
            "encoding": ENCODINGS,
            "signature": st.fixed_dictionaries(
                {"from": st.just("header:X-Sig"), "strip": st.sampled_from(["", "sha256=", "v0="])}
            ),
            "timestamp": st.fixed_dictionaries(
                {
                    "from": st.just("header:X-At"),
                    "unit": st.sampled_from(["s", "ms", "iso"]),
                    "tolerance": st.just(2),
                }
            ),
        }
    ),
    now=st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001
)
def test_what_is_signed_under_a_scheme_verifies_under_it(
    body: bytes, secret: str, form: dict[str, Any], now: datetime
) -> None:
    content = "{timestamp}:{method}{url}{body|sha256|base64url}{body}"
    scheme = read_scheme({"method": "hmac", "content": content, **form})

    delivery = sign(scheme, request(body), {"secret": [secret]}, now)

    compile_verifier(scheme, {"secret": [secret]})(delivery, now + timedelta(milliseconds=1))


@settings(deadline=None)
@given(
    place=st.sampled_from(PLACES),
    encoding=ENCODINGS,
    secret=st.text(
        alphabet=st.characters(codec="latin-1", exclude_categories=["C", "Z"]), min_size=1
    ),
)
def test_a_signature_can_be_written_wherever_it_can_be_read(
    place: str, encoding: str, secret: str
) -> None:
    data: dict[str, Any] = {
        "method": "hmac",
        "encoding": encoding,
        "signature": {"from": place, "split": ",", "kv": "=", "pick": "v1"},
        "timestamp": {"from": "sig:t"},
        "content": "{timestamp}{method}",
    }
    drafts = {
        "form:sig": request(b"a=1&sig=old", (FORM,)),
        "json:a.sig": request(b'{"b":1}', (JSON,)),
    }
    draft: Request = drafts.get(place, request(b"\xff", query="sig=old&b=%20"))

    delivery = sign(read_scheme(data), draft, {"secret": [secret]}, NOW)

    compile_verifier(read_scheme(data), {"secret": [secret]})(delivery, NOW)
