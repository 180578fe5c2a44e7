"""Ready rules in which a secret counts: the request has to bring one, or the answer is computed with one."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.handshakes.ready.rule import ReadyRule

_FORBIDDEN: Final = 403
_NOT_FOUND: Final = 404

COMPUTED: Final[Mapping[str, ReadyRule]] = MappingProxyType(
    {
        "meta_verify_token": ReadyRule(
            "Meta (WhatsApp, Messenger, Instagram) calls with GET and the verify token you chose; it wants "
            "hub.challenge back as text.",
            "developers.facebook.com/docs/graph-api/webhooks/getting-started",
            {
                "name": "Meta verification request",
                "when": {"method": "GET", "event.query.hub.mode": "subscribe"},
                "require": {"event.query.hub.verify_token": "{{secrets.META_VERIFY_TOKEN}}"},
                "reply": {"text": "{{event.query.hub.challenge}}"},
                "reject_status": _FORBIDDEN,
            },
            {"secrets.META_VERIFY_TOKEN": "The verify token that you chose in the app's settings."},
        ),
        "strava_verify_token": ReadyRule(
            "Strava calls with GET and the verify token you chose; it wants hub.challenge back as JSON.",
            "developers.strava.com/docs/webhooks",
            {
                "name": "Strava callback validation",
                "when": {"method": "GET", "event.query.hub.mode": "subscribe"},
                "require": {"event.query.hub.verify_token": "{{secrets.STRAVA_VERIFY_TOKEN}}"},
                "reply": {"json": {"hub.challenge": "{{event.query.hub.challenge}}"}},
                "reject_status": _FORBIDDEN,
            },
            {"secrets.STRAVA_VERIFY_TOKEN": "The verify_token of the request that subscribes."},
        ),
        "oura_verification": ReadyRule(
            "Oura calls with GET, your verification token and a challenge; it wants the challenge back as JSON.",
            "cloud.ouraring.com/v2/docs",
            {
                "name": "Oura verification",
                "when": {"method": "GET", "event.query.challenge": {"present": True}},
                "require": {
                    "event.query.verification_token": "{{secrets.OURA_VERIFICATION_TOKEN}}"
                },
                "reply": {"json": {"challenge": "{{event.query.challenge}}"}},
            },
            {
                "secrets.OURA_VERIFICATION_TOKEN": "The verification_token of the request that subscribes."
            },
        ),
        "fitbit_verify": ReadyRule(
            "Fitbit calls with GET and a verification code, once right and once wrong; it wants 204 for the right "
            "one and 404 for the wrong one.",
            "dev.fitbit.com/build/reference/web-api/developer-guide/using-subscriptions",
            {
                "name": "Fitbit subscriber verification",
                "when": {"method": "GET", "event.query.verify": {"present": True}},
                "require": {"event.query.verify": "{{secrets.FITBIT_VERIFICATION_CODE}}"},
                "reply": {"status": 204},
                "reject_status": _NOT_FOUND,
            },
            {
                "secrets.FITBIT_VERIFICATION_CODE": "The subscriber's verification code, on the app's page."
            },
        ),
        "lark_url_verification": ReadyRule(
            "Lark and Feishu send url_verification with the app's verification token; they want the challenge back "
            "as JSON. Without an Encrypt Key: its bodies are encrypted.",
            "open.larksuite.com/document/server-docs/event-subscription-guide/event-subscription-configure-",
            {
                "name": "Lark URL verification",
                "when": {"method": "POST", "event.body.type": "url_verification"},
                "require": {"event.body.token": "{{secrets.LARK_VERIFICATION_TOKEN}}"},
                "reply": {"json": {"challenge": "{{event.body.challenge}}"}},
            },
            {
                "secrets.LARK_VERIFICATION_TOKEN": "The Verification Token, on the app's page of event subscriptions."
            },
        ),
        "adobe_sign_client_id": ReadyRule(
            "Adobe Acrobat Sign calls with GET and the client id in X-AdobeSign-ClientId; it wants it back in the "
            "same header, here and in the acknowledgement of every notification.",
            "helpx.adobe.com/sign/kb/adobe-sign-keep-sending-just-one-even.html",
            {
                "name": "Adobe Sign verification of intent",
                "when": {"method": "GET", "event.headers.x-adobesign-clientid": {"present": True}},
                "require": {
                    "event.headers.x-adobesign-clientid": "{{secrets.ADOBE_SIGN_CLIENT_ID}}"
                },
                "reply": {
                    "headers": {"X-AdobeSign-ClientId": "{{event.headers.x-adobesign-clientid}}"}
                },
            },
            {"secrets.ADOBE_SIGN_CLIENT_ID": "The application id (client id) of the app."},
        ),
        "zoom_url_validation": ReadyRule(
            "Zoom sends endpoint.url_validation with a plainToken, and again every 72 hours; it wants it back with "
            "its HMAC-SHA256 under the secret token.",
            "developers.zoom.us/docs/api/webhooks",
            {
                "name": "Zoom URL validation",
                "when": {"method": "POST", "event.body.event": "endpoint.url_validation"},
                "signed": True,
                "reply": {
                    "json": {
                        "plainToken": "{{event.body.payload.plainToken}}",
                        "encryptedToken": "{{event.body.payload.plainToken"
                        ' | hmac("sha256", secrets.ZOOM_SECRET_TOKEN, "hex")}}',
                    }
                },
            },
            {"secrets.ZOOM_SECRET_TOKEN": "The secret token, on the app's Feature page."},
        ),
        "x_crc": ReadyRule(
            "X calls with GET and a crc_token, hourly; it wants its HMAC-SHA256 under the consumer secret, in base64.",
            "docs.x.com/x-api/webhooks/quickstart",
            {
                "name": "X challenge-response check",
                "when": {"method": "GET", "event.query.crc_token": {"present": True}},
                "reply": {
                    "json": {
                        "response_token": "sha256={{event.query.crc_token"
                        ' | hmac("sha256", secrets.X_CONSUMER_SECRET, "base64")}}'
                    }
                },
            },
            {"secrets.X_CONSUMER_SECRET": "The app's API key secret (consumer secret)."},
        ),
        "linkedin_challenge": ReadyRule(
            "LinkedIn calls with GET and a challengeCode, and again every two hours; it wants it back with its "
            "HMAC-SHA256 under the client secret.",
            "learn.microsoft.com/linkedin/shared/api-guide/webhook-validation",
            {
                "name": "LinkedIn webhook validation",
                "when": {"method": "GET", "event.query.challengeCode": {"present": True}},
                "reply": {
                    "json": {
                        "challengeCode": "{{event.query.challengeCode}}",
                        "challengeResponse": "{{event.query.challengeCode"
                        ' | hmac("sha256", secrets.LINKEDIN_CLIENT_SECRET, "hex")}}',
                    }
                },
            },
            {"secrets.LINKEDIN_CLIENT_SECRET": "The client secret, on the app's Auth page."},
        ),
        "smartcar_verify": ReadyRule(
            "Smartcar sends a verify with a challenge; it wants the challenge's HMAC-SHA256 under the application "
            "management token.",
            "github.com/smartcar/python-sdk",
            {
                "name": "Smartcar verification",
                "when": {"method": "POST", "event.body.eventName": "verify"},
                "reply": {
                    "json": {
                        "challenge": "{{event.body.payload.challenge"
                        ' | hmac("sha256", secrets.SMARTCAR_MANAGEMENT_TOKEN, "hex")}}'
                    }
                },
            },
            {"secrets.SMARTCAR_MANAGEMENT_TOKEN": "The application management token."},
        ),
        "ebay_challenge": ReadyRule(
            "eBay calls with GET and a challenge_code; it wants the SHA-256 of the code, your verification token and "
            "the address it calls.",
            "developer.ebay.com/marketplace-account-deletion",
            {
                "name": "eBay endpoint challenge",
                "when": {"method": "GET", "event.query.challenge_code": {"present": True}},
                "reply": {
                    "json": {
                        "challengeResponse": "{{event.query.challenge_code"
                        " | append(secrets.EBAY_VERIFICATION_TOKEN)"
                        ' | append(settings.webhookURL) | hash("sha256", "hex")}}'
                    }
                },
            },
            {"secrets.EBAY_VERIFICATION_TOKEN": "The verification token that you entered at eBay."},
        ),
        "braintree_challenge": ReadyRule(
            "Braintree calls with GET and a bt_challenge; it wants the public key, a bar, and the challenge's "
            "HMAC-SHA1 under the SHA-1 of the private key.",
            "rubydoc.info/gems/braintree/Braintree/WebhookNotificationGateway",
            {
                "name": "Braintree challenge",
                "when": {"method": "GET", "event.query.bt_challenge": {"present": True}},
                "reply": {
                    "text": "YOUR_PUBLIC_KEY|{{event.query.bt_challenge"
                    ' | hmac("sha1", secrets.BRAINTREE_PRIVATE_KEY, "hex", "sha1")}}'
                },
            },
            {
                "YOUR_PUBLIC_KEY": "The public key, on the page of API keys.",
                "secrets.BRAINTREE_PRIVATE_KEY": "The private key that belongs to it.",
            },
        ),
    }
)
