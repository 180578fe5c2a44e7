"""How each provider sends: a payload of its published shape, signed by its own SDK where PyPI has one.

Elsewhere by the formula of the provider's documentation, written out here a second time. Nothing of
`domain.signatures` is used: it is what is judged.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

import stripe
from slack_sdk.signature import SignatureVerifier
from standardwebhooks import Webhook
from twilio.request_validator import RequestValidator  # type: ignore[import-untyped]

Signer = Callable[["Sending"], dict[str, str]]

_FOLDER: Final = Path(__file__).parent.parent / "deliveries"
_SENT_AT: Final = 1_795_435_200


@dataclass(frozen=True, slots=True)
class Sending:
    """One delivery to be signed. at: seconds since 1970."""

    url: str
    body: bytes
    secret: str
    at: int


@dataclass(frozen=True, slots=True)
class Sender:
    """One provider. secret: its signing secret, which `secret_name` is to hold; None: it comes by itself.

    account: the Provider ID in its payload, at app level, written there as `account_stands_as`. tolerance: the oldest age it may have, in seconds;
    None where the time is not signed. verified_by: as the explanation of a verified delivery names it.
    """

    slug: str
    sign: Signer
    secret: str
    secret_name: str | None = None
    account: str | None = None
    account_stands_as: str = "{}"
    tolerance: int | None = None
    verified_by: str = field(kw_only=True)
    secrets: dict[str, str] = field(default_factory=dict)

    def body(self, at: int, account: str | None = None) -> bytes:
        """The published shape, at a time, about an account."""
        (file,) = (_FOLDER / self.slug).glob("*.http")
        body = file.read_bytes().partition(b"\r\n\r\n")[2]
        body = body.replace(str(_SENT_AT).encode(), str(at).encode())
        if account is not None and self.account is not None:
            before, after = (
                self.account_stands_as.format(each) for each in (self.account, account)
            )
            body = body.replace(before.encode(), after.encode())
        return body

    def headers(self) -> dict[str, str]:
        """Those of the published shape that are neither the connection's nor signing's."""
        (file,) = (_FOLDER / self.slug).glob("*.http")
        head = file.read_bytes().partition(b"\r\n\r\n")[0].decode("latin-1")
        pairs = (line.split(": ", 1) for line in head.split("\r\n")[1:])
        left_out = ("host", "content-length", "signature", "hmac", "timestamp")
        return {
            name: value
            for name, value in pairs
            if not any(word in name.lower() for word in left_out)
        }


def _hmac(secret: str, content: bytes) -> Any:
    return hmac.new(secret.encode(), content, hashlib.sha256)


def _base64(secret: str, content: bytes) -> str:
    return base64.b64encode(_hmac(secret, content).digest()).decode()


def _slack(one: Sending) -> dict[str, str]:
    signer = SignatureVerifier(one.secret)
    signature = signer.generate_signature(timestamp=str(one.at), body=one.body)
    return {"X-Slack-Request-Timestamp": str(one.at), "X-Slack-Signature": str(signature)}


def _github(one: Sending) -> dict[str, str]:
    # docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries
    return {"X-Hub-Signature-256": "sha256=" + _hmac(one.secret, one.body).hexdigest()}


def _stripe(one: Sending) -> dict[str, str]:
    signed = f"{one.at}.{one.body.decode()}"
    signature = stripe.WebhookSignature._compute_signature(signed, one.secret)  # noqa: SLF001  its only signer
    return {"Stripe-Signature": f"t={one.at},v1={signature},v0={'6' * 64}"}


def _shopify(one: Sending) -> dict[str, str]:
    # shopify.dev/docs/apps/build/webhooks/subscribe/https: base64 of the HMAC of the raw body
    return {"X-Shopify-Hmac-SHA256": _base64(one.secret, one.body)}


def _asana(one: Sending) -> dict[str, str]:
    # developers.asana.com/docs/webhooks-guide: hex of the HMAC of the body under X-Hook-Secret
    return {"X-Hook-Signature": _hmac(one.secret, one.body).hexdigest()}


def _hubspot(one: Sending) -> dict[str, str]:
    # developers.hubspot.com, request validation v3: method + URI + body + timestamp in milliseconds
    at = str(one.at * 1000)
    signed = b"POST" + one.url.encode() + one.body + at.encode()
    return {
        "X-HubSpot-Request-Timestamp": at,
        "X-HubSpot-Signature-v3": _base64(one.secret, signed),
    }


def _zoom(one: Sending) -> dict[str, str]:
    # developers.zoom.us/docs/api/webhooks: v0:timestamp:body
    signature = _hmac(one.secret, f"v0:{one.at}:".encode() + one.body).hexdigest()
    return {"x-zm-request-timestamp": str(one.at), "x-zm-signature": f"v0={signature}"}


def _linear(one: Sending) -> dict[str, str]:
    # linear.app/developers/webhooks: hex of the HMAC of the raw body, which holds its time
    return {"Linear-Signature": _hmac(one.secret, one.body).hexdigest()}


def _twilio(one: Sending) -> dict[str, str]:
    params = dict(parse_qsl(one.body.decode()))
    return {"X-Twilio-Signature": RequestValidator(one.secret).compute_signature(one.url, params)}


def _standard(one: Sending) -> dict[str, str]:
    when = datetime.fromtimestamp(one.at, tz=UTC)
    signature = Webhook(one.secret).sign("msg_2KWPBgLlAfxdpx2AI54pPJ85f4W", when, one.body.decode())
    return {"webhook-timestamp": str(one.at), "webhook-signature": signature}


SENDERS: Final = {
    one.slug: one
    for one in (
        Sender(
            "slack",
            _slack,
            "8f742231b10e8888abcd99yyyzzz85a5",
            "SLACK_SIGNING_SECRET",
            account="T0123ABCD",
            tolerance=300,
            verified_by="HMAC-SHA256 in hex, in the header X-Slack-Signature",
        ),
        Sender(
            "github",
            _github,
            "It's a planted secret to everybody",
            "GITHUB_WEBHOOK_SECRET",
            verified_by="HMAC-SHA256 in hex, in the header X-Hub-Signature-256",
        ),
        Sender(
            "stripe",
            _stripe,
            "whsec_planted5f4e3d2c1b0a",
            tolerance=300,
            verified_by="HMAC-SHA256 in hex, in the header Stripe-Signature",
        ),
        Sender(
            "shopify",
            _shopify,
            "shpss_planted0a1b2c3d4e5f",
            "SHOPIFY_CLIENT_SECRET",
            verified_by="HMAC-SHA256 in base64, in the header X-Shopify-Hmac-Sha256",
        ),
        Sender(
            "asana",
            _asana,
            "planted-b537207f20cbfa02357cf448134da559",
            verified_by="HMAC-SHA256 in hex, in the header X-Hook-Signature",
        ),
        Sender(
            "hubspot",
            _hubspot,
            "planted-2c8e5e1d-8f9f-4f86-9f61",
            "HUBSPOT_CLIENT_SECRET",
            account="33",
            account_stands_as='"portalId":{}',
            tolerance=300,
            verified_by="HMAC-SHA256 in base64, in the header X-HubSpot-Signature-v3",
        ),
        Sender(
            "zoom",
            _zoom,
            "planted-aDd4xJkTSJqa7wYKeuHbdA",
            "ZOOM_SECRET_TOKEN",
            account="AAAAAABBBB",
            tolerance=6000,
            verified_by="HMAC-SHA256 in hex, in the header x-zm-signature",
        ),
        Sender(
            "meta",
            _github,  # Meta documents the same header and formula
            "planted-0123456789abcdef0123456789abcdef",
            "META_APP_SECRET",
            account="102290129340398",
            secrets={"META_VERIFY_TOKEN": "planted-verify-token"},
            verified_by="HMAC-SHA256 in hex, in the header X-Hub-Signature-256",
        ),
        Sender(
            "linear",
            _linear,
            "lin_wh_planted0a1b2c3d4e5f",
            tolerance=60,
            verified_by="HMAC-SHA256 in hex, in the header Linear-Signature",
        ),
        Sender(
            "twilio",
            _twilio,
            "planted12345auth67890token",
            "TWILIO_AUTH_TOKEN",
            verified_by="HMAC-SHA1 in base64, in the header X-Twilio-Signature",
        ),
        Sender(
            "standard-webhooks",
            _standard,
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "WEBHOOK_SIGNING_SECRET",
            tolerance=300,
            verified_by="HMAC-SHA256 in base64, in the header webhook-signature",
        ),
    )
}
