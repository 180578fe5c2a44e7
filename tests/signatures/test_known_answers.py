"""Examples that the providers publish verify to the letter, and fail with one letter changed.

The secrets are the published ones; where a scheme signs a time, the clock stands at it.
"""

from datetime import UTC, datetime
from typing import Final, NamedTuple

import pytest

from domain import catalog
from domain.request import Request
from domain.signatures import compile_verifier

from .build import FORM, JSON, changed, is_accepted, request


class Published(NamedTuple):
    """source: where the example stands. at: its time in seconds."""

    slug: str
    source: str
    secret: str
    delivery: Request
    at: int = 0


_SLASH_COMMAND: Final = (
    b"token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
    b"&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
    b"&command=%2Fwebhook-collect&text="
    b"&response_url=https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1DC2JH3J%2F397700885554"
    b"%2F96rGlfmibIGlgcZRskXaIFfN"
    b"&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c"
)
_TWILIO: Final = {"url": "https://mycompany.com", "path": "/myapp.php"}
_BODY_HASH: Final = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"

PUBLISHED: Final = (
    Published(
        "github",
        "docs.github.com/webhooks/using-webhooks/validating-webhook-deliveries",
        "It's a Secret to Everybody",
        request(
            b"Hello, World!",
            {
                "X-Hub-Signature-256": "sha256="
                "757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17"
            },
        ),
    ),
    Published(
        "slack",
        "docs.slack.dev/authentication/verifying-requests-from-slack",
        "8f742231b10e8888abcd99yyyzzz85a5",
        request(
            _SLASH_COMMAND,
            {
                "X-Slack-Request-Timestamp": "1531420618",
                "X-Slack-Signature": "v0="
                "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
            },
        ),
        1531420618,
    ),
    Published(
        "standard-webhooks",
        "github.com/standard-webhooks/standard-webhooks, libraries' tests",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
        request(
            b'{"test": 2432232314}',
            {
                "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
                "webhook-timestamp": "1614265330",
                "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            },
        ),
        1614265330,
    ),
    Published(
        "twilio",
        "twilio.com/docs/usage/webhooks/webhooks-security",
        "12345",
        request(
            b"CallSid=CA1234567890ABCDE&Caller=%2B14158675309&Digits=1234"
            b"&From=%2B14158675309&To=%2B18005551212",
            (FORM, ("X-Twilio-Signature", "RSOYDt4T1cUTdK1PDd93/VVr8B8=")),
            query="foo=1&bar=2",
            **_TWILIO,
        ),
    ),
    Published(
        "twilio",
        "github.com/twilio/twilio-python, tests of the request validator",
        "12345",
        request(
            b'{"property": "value", "boolean": true}',
            (JSON, ("X-Twilio-Signature", "a9nBmqA0ju/hNViExpshrM61xv4=")),
            query=f"foo=1&bar=2&bodySHA256={_BODY_HASH}",
            **_TWILIO,
        ),
    ),
    Published(
        "line",
        "developers.line.biz/en/docs/messaging-api/verify-webhook-signature",
        "8c570fa6dd201bb328f1c1eac23a96d8",
        request(
            b'{"destination":"U8e742f61d673b39c7fff3cecb7536ef0","events":[]}',
            (JSON, ("x-line-signature", "GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=")),
        ),
    ),
)


@pytest.mark.parametrize("example", PUBLISHED, ids=[one.source for one in PUBLISHED])
def test_a_published_example_verifies_and_no_other_body_does(example: Published) -> None:
    scheme = catalog.provider(example.slug).schemes[0].scheme
    verify = compile_verifier(scheme, {"secret": [example.secret]})
    now = datetime.fromtimestamp(example.at, tz=UTC)
    tampered = changed(example.delivery, body=example.delivery.body[:-1] + b"?")

    assert is_accepted(verify, example.delivery, now)
    assert not is_accepted(verify, tampered, now)
