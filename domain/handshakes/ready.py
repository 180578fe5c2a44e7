"""Ready handshake rules: the kinds that providers use, as data to start from.

Names of secrets in them are to be replaced by the project's own. What each provider asks for was taken from the
page beside it (November 2026).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

_FORBIDDEN: Final = 403


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """description: what the provider does and wants, for a person. source: its page. rule: the data form."""

    description: str
    source: str
    rule: Mapping[str, Any]


READY: Final[Mapping[str, ReadyRule]] = MappingProxyType(
    {
        "echo_challenge_json": ReadyRule(
            "A POST whose JSON body has a challenge is answered with the same challenge as JSON (monday).",
            "developer.monday.com/api-reference/docs/webhooks",
            {
                "name": "Challenge in the body",
                "when": {"method": "POST", "event.body.challenge": {"present": True}},
                "reply": {"json": {"challenge": "{{event.body.challenge}}"}},
            },
        ),
        "slack_url_verification": ReadyRule(
            "Slack sends a signed url_verification with a challenge; it wants the challenge back as JSON.",
            "docs.slack.dev/reference/events/url_verification",
            {
                "name": "Slack URL verification",
                "when": {"method": "POST", "event.body.type": "url_verification"},
                "signed": True,
                "reply": {"json": {"challenge": "{{event.body.challenge}}"}},
            },
        ),
        "hook_secret": ReadyRule(
            "Asana sends X-Hook-Secret while the webhook is created; it wants it back in the same header, and signs "
            "with it from then on. It is kept as persisted.hook_secret.",
            "developers.asana.com/docs/establish-a-webhook",
            {
                "name": "X-Hook-Secret",
                "when": {"method": "POST", "event.headers.x-hook-secret": {"present": True}},
                "persist": {"hook_secret": "{{event.headers.x-hook-secret}}"},
                "reply": {"headers": {"X-Hook-Secret": "{{event.headers.x-hook-secret}}"}},
            },
        ),
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
        ),
        "graph_validation_token": ReadyRule(
            "Microsoft Graph calls with a validationToken in the query; it wants the decoded token back as text "
            "within ten seconds.",
            "learn.microsoft.com/graph/change-notifications-delivery-webhooks",
            {
                "name": "Microsoft Graph validation",
                "when": {"method": "POST", "event.query.validationToken": {"present": True}},
                "reply": {"text": "{{event.query.validationToken}}"},
            },
        ),
        "query_challenge": ReadyRule(
            "Dropbox and Nylas call with GET and a challenge in the query; they want it back as text.",
            "dropbox.com/developers/reference/webhooks",
            {
                "name": "Challenge in the query",
                "when": {"method": "GET", "event.query.challenge": {"present": True}},
                "reply": {"text": "{{event.query.challenge}}"},
            },
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
        ),
        "event_grid_validation": ReadyRule(
            "Azure Event Grid posts a SubscriptionValidation event; it wants its validationCode back as JSON.",
            "learn.microsoft.com/azure/event-grid/end-point-validation-event-grid-events-schema",
            {
                "name": "Event Grid subscription validation",
                "when": {
                    "method": "POST",
                    "event.headers.aeg-event-type": "SubscriptionValidation",
                },
                "reply": {"json": {"validationResponse": "{{event.body[0].data.validationCode}}"}},
            },
        ),
        "cloudevents_options": ReadyRule(
            "A CloudEvents sender asks with OPTIONS whether it may deliver; it wants its origin back as allowed.",
            "github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md",
            {
                "name": "CloudEvents validation request",
                "when": {
                    "method": "OPTIONS",
                    "event.headers.webhook-request-origin": {"present": True},
                },
                "reply": {
                    "headers": {
                        "Allow": "POST",
                        "WebHook-Allowed-Origin": "{{event.headers.webhook-request-origin}}",
                        "WebHook-Allowed-Rate": "*",
                    }
                },
            },
        ),
        "head_ok": ReadyRule(
            "Trello and Intercom ask with HEAD whether the address answers; they want 200.",
            "developer.atlassian.com/cloud/trello/guides/rest-api/webhooks",
            {"name": "HEAD request", "when": {"method": "HEAD"}},
        ),
    }
)
