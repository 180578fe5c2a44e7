"""The providers' own code judges ours, both ways: what it signs we take, what we sign it takes.

For each: genuine, body changed, other secret, header missing, header malformed, stale.
"""

import hashlib
import hmac
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Final, NamedTuple
from urllib.parse import parse_qsl, urlencode

import pytest
import stripe
from gidgethub import ValidationFailure, sansio
from slack_sdk.signature import SignatureVerifier
from standardwebhooks import Webhook, WebhookVerificationError
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

from domain import catalog
from domain.request import Request
from domain.signatures import compile_verifier, sign

from .build import FORM, JSON, changed, is_accepted, request

SECRETS: Final = {
    "stripe": ("whsec_abc", "whsec_other"),
    "slack": ("8f742231b10e8888", "other"),
    "github": ("It's a secret", "other"),
    "standard-webhooks": (
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD",
    ),
    "twilio": ("12345", "54321"),
}


class Judge(NamedTuple):
    """One provider's own code. sign: headers for a body at a second. accepts: its verdict now."""

    slug: str
    header: str
    sign: Callable[[bytes, str, int], dict[str, str]]
    accepts: Callable[[Request, str], bool]
    is_timed: bool = True


def _stripe_sign(body: bytes, secret: str, at: int) -> dict[str, str]:
    signature = stripe.WebhookSignature._compute_signature(f"{at}.{body.decode()}", secret)  # noqa: SLF001  its only signer
    return {"Stripe-Signature": f"t={at},v1={signature}"}


def _stripe_accepts(delivery: Request, secret: str) -> bool:
    header = dict(delivery.headers).get("stripe-signature")
    try:
        stripe.WebhookSignature.verify_header(delivery.body.decode(), header, secret, 300)
    except stripe.SignatureVerificationError:
        return False
    return True


def _slack_sign(body: bytes, secret: str, at: int) -> dict[str, str]:
    signature = SignatureVerifier(secret).generate_signature(timestamp=str(at), body=body)
    return {"X-Slack-Signature": str(signature), "X-Slack-Request-Timestamp": str(at)}


def _slack_accepts(delivery: Request, secret: str) -> bool:
    return SignatureVerifier(secret).is_valid_request(delivery.body, dict(delivery.headers))


def _github_sign(body: bytes, secret: str, _at: int) -> dict[str, str]:
    # gidgethub only verifies; GitHub's page gives this line
    digest = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
    return {"X-Hub-Signature-256": f"sha256={digest}"}


def _github_accepts(delivery: Request, secret: str) -> bool:
    signature = dict(delivery.headers).get("x-hub-signature-256", "")
    try:
        sansio.validate_event(delivery.body, signature=signature, secret=secret)
    except ValidationFailure:
        return False
    return True


def _standard_sign(body: bytes, secret: str, at: int) -> dict[str, str]:
    signature = Webhook(secret).sign("msg_1", datetime.fromtimestamp(at, tz=UTC), body.decode())
    return {"webhook-id": "msg_1", "webhook-timestamp": str(at), "webhook-signature": signature}


def _standard_accepts(delivery: Request, secret: str) -> bool:
    try:
        Webhook(secret).verify(delivery.body, dict(delivery.headers), json_parse=False)
    except (WebhookVerificationError, ValueError):
        # the library lets a ValueError out on a signature without a comma
        return False
    return True


def _twilio_sign(body: bytes, secret: str, _at: int) -> dict[str, str]:
    url = request().url
    signature = RequestValidator(secret).compute_signature(url, dict(parse_qsl(body.decode())))
    return {"X-Twilio-Signature": signature}


def _twilio_accepts(delivery: Request, secret: str) -> bool:
    signature = dict(delivery.headers).get("x-twilio-signature", "")
    params = dict(parse_qsl(delivery.body.decode()))
    return bool(RequestValidator(secret).validate(delivery.url, params, signature))


JUDGES: Final = (
    Judge("stripe", "Stripe-Signature", _stripe_sign, _stripe_accepts),
    Judge("slack", "X-Slack-Signature", _slack_sign, _slack_accepts),
    Judge("github", "X-Hub-Signature-256", _github_sign, _github_accepts, is_timed=False),
    Judge("standard-webhooks", "webhook-signature", _standard_sign, _standard_accepts),
    Judge("twilio", "X-Twilio-Signature", _twilio_sign, _twilio_accepts, is_timed=False),
)
each_judge = pytest.mark.parametrize("judge", JUDGES, ids=[judge.slug for judge in JUDGES])
"""Their clocks are the real one, so the tests' is too."""


def _draft(judge: Judge) -> Request:
    if judge.slug == "twilio":
        body = urlencode({"From": "+14158675309", "Body": "Grüße & more", "AccountSid": "AC1"})
        return request(body.encode(), (FORM,))
    return request('{"object":"event","name":"Zoë"}'.encode(), (JSON, ("webhook-id", "msg_1")))


def _ours_accepts(judge: Judge, delivery: Request, *secrets: str) -> bool:
    scheme = catalog.provider(judge.slug).schemes[0].scheme
    verify = compile_verifier(scheme, {"secret": secrets})
    return is_accepted(verify, delivery, datetime.now(UTC))


def _ours_signs(judge: Judge, secret: str, at: datetime) -> Request:
    scheme = catalog.provider(judge.slug).schemes[0].scheme
    return sign(scheme, _draft(judge), {"secret": [secret]}, at)


def _theirs_signs(judge: Judge, secret: str, at: int) -> Request:
    draft = _draft(judge)
    return changed(draft, headers=dict(judge.sign(draft.body, secret, at)))


@each_judge
def test_what_they_sign_is_accepted_under_their_secret_only(judge: Judge) -> None:
    secret, other = SECRETS[judge.slug]

    delivery = _theirs_signs(judge, secret, int(time.time()))

    assert judge.accepts(delivery, secret)
    assert _ours_accepts(judge, delivery, secret)
    assert _ours_accepts(judge, delivery, other, secret)
    assert not _ours_accepts(judge, delivery, other)


@each_judge
def test_what_we_sign_is_accepted_by_their_code_under_the_same_secret_only(judge: Judge) -> None:
    secret, other = SECRETS[judge.slug]

    delivery = _ours_signs(judge, secret, datetime.now(UTC))

    assert judge.accepts(delivery, secret)
    assert not judge.accepts(delivery, other)


@each_judge
@pytest.mark.parametrize("is_ours", [True, False], ids=["ours", "theirs"])
def test_both_refuse_what_was_changed_on_the_way(judge: Judge, is_ours: bool) -> None:
    secret, _other = SECRETS[judge.slug]
    if is_ours:
        genuine = _ours_signs(judge, secret, datetime.now(UTC))
    else:
        genuine = _theirs_signs(judge, secret, int(time.time()))
    sent = dict(genuine.headers)[judge.header.lower()]

    spoiled = [
        changed(genuine, body=genuine.body.replace(b"o", b"0", 1)),
        changed(genuine, headers={judge.header: None}),
        changed(genuine, headers={judge.header: "nonsense"}),
        changed(genuine, headers={judge.header: sent[:-1]}),
        changed(genuine, headers={judge.header: sent[:-3] + "AAA"}),
    ]

    assert [judge.accepts(one, secret) for one in spoiled] == [False] * 5
    assert [_ours_accepts(judge, one, secret) for one in spoiled] == [False] * 5


@pytest.mark.parametrize(
    "judge", [one for one in JUDGES if one.is_timed], ids=["stripe", "slack", "standard-webhooks"]
)
@pytest.mark.parametrize(("age", "is_fresh"), [(290, True), (310, False)])
def test_both_agree_on_what_is_stale(judge: Judge, age: int, is_fresh: bool) -> None:
    secret, _other = SECRETS[judge.slug]
    at = datetime.now(UTC) - timedelta(seconds=age)

    delivery = _ours_signs(judge, secret, at)

    assert judge.accepts(delivery, secret) is is_fresh
    assert _ours_accepts(judge, delivery, secret) is is_fresh


@pytest.mark.parametrize("is_tampered", [False, True])
def test_twilio_judges_a_json_body_by_its_hash_in_the_signed_address(is_tampered: bool) -> None:
    draft = request(b'{"property": "value"}', (JSON,), query="bodySHA256=x")
    scheme = catalog.provider("twilio").schemes[0].scheme

    delivery = sign(scheme, draft, {"secret": ["12345"]}, datetime.now(UTC))
    if is_tampered:
        delivery = changed(delivery, body=b'{"property": "other"}')

    signature = dict(delivery.headers)["x-twilio-signature"]
    theirs = RequestValidator("12345").validate(delivery.url, delivery.body.decode(), signature)
    assert theirs is not is_tampered
    assert is_accepted(compile_verifier(scheme, {"secret": ["12345"]}), delivery) is not is_tampered


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("https://hooks.example.com", "https://hooks.example.com:443"),
        ("https://hooks.example.com:443", "https://hooks.example.com"),
        ("http://hooks.example.com", "http://hooks.example.com:80"),
        ("https://hooks.example.com:8443", "https://hooks.example.com"),
    ],
)
def test_twilio_may_sign_the_address_with_or_without_its_port(ours: str, theirs: str) -> None:
    body = b"From=%2B1&Body=hi"
    path = request().path
    signature = RequestValidator("12345").compute_signature(
        theirs + path, dict(parse_qsl(body.decode()))
    )
    scheme = catalog.provider("twilio").schemes[0].scheme

    delivery = request(body, (FORM, ("X-Twilio-Signature", signature)), url=ours)

    assert is_accepted(compile_verifier(scheme, {"secret": ["12345"]}), delivery)
