"""Ready rules that send something of the request back: from the body, the query or a header."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.handshakes.ready.rule import ReadyRule

ECHOED: Final[Mapping[str, ReadyRule]] = MappingProxyType(
    {
        "echo_challenge_json": ReadyRule(
            "A POST whose JSON body has a challenge is answered with the same challenge as JSON (monday, Miro).",
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
        "twitch_callback_verification": ReadyRule(
            "Twitch sends a signed webhook_callback_verification; it wants the challenge back as text.",
            "dev.twitch.tv/docs/eventsub/handling-webhook-events",
            {
                "name": "Twitch callback verification",
                "when": {
                    "method": "POST",
                    "event.headers.twitch-eventsub-message-type": "webhook_callback_verification",
                },
                "signed": True,
                "reply": {"text": "{{event.body.challenge}}"},
            },
        ),
        "tebex_validation": ReadyRule(
            "Tebex sends a validation.webhook; it wants its id back as JSON.",
            "docs.tebex.io/developers/webhooks",
            {
                "name": "Tebex validation",
                "when": {"method": "POST", "event.body.type": "validation.webhook"},
                "reply": {"json": {"id": "{{event.body.id}}"}},
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
        "echo_ping": ReadyRule(
            "A sender that wants its own bytes back: a POST of the type ping is answered with its body.",
            "docs/handshakes.md",
            {
                "name": "Ping",
                "when": {"method": "POST", "event.body.type": "ping"},
                "reply": {"echo": True},
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
        "sharepoint_validation_token": ReadyRule(
            "SharePoint calls with a validationtoken in the query; it wants it back as text.",
            "learn.microsoft.com/sharepoint/dev/apis/webhooks/overview-sharepoint-webhooks",
            {
                "name": "SharePoint validation",
                "when": {"method": "POST", "event.query.validationtoken": {"present": True}},
                "reply": {"text": "{{event.query.validationtoken}}"},
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
        "onfleet_check": ReadyRule(
            "Onfleet calls with GET and a check in the query; it wants exactly that back as text.",
            "docs.onfleet.com/reference/create-webhook",
            {
                "name": "Onfleet validation",
                "when": {"method": "GET", "event.query.check": {"present": True}},
                "reply": {"text": "{{event.query.check}}"},
            },
        ),
        "wechat_echostr": ReadyRule(
            "WeChat calls an Official Account's address with GET and an echostr; it wants it back as text.",
            "developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html",
            {
                "name": "WeChat server check",
                "when": {
                    "method": "GET",
                    "event.query.signature": {"present": True},
                    "event.query.echostr": {"present": True},
                },
                "reply": {"text": "{{event.query.echostr}}"},
            },
        ),
        "websub_intent": ReadyRule(
            "A WebSub hub (YouTube) asks with GET whether we meant to subscribe or unsubscribe; it wants "
            "hub.challenge back as text.",
            "w3.org/TR/websub",
            {
                "name": "WebSub verification of intent",
                "when": {
                    "method": "GET",
                    "event.query.hub.mode": {"one_of": ["subscribe", "unsubscribe"]},
                    "event.query.hub.challenge": {"present": True},
                },
                "reply": {"text": "{{event.query.hub.challenge}}"},
            },
        ),
        "ringcentral_validation_token": ReadyRule(
            "RingCentral sends a Validation-Token; it wants it back in the same header.",
            "developers.ringcentral.com/guide/notifications/webhooks/creating-webhooks",
            {
                "name": "RingCentral validation",
                "when": {"method": "POST", "event.headers.validation-token": {"present": True}},
                "reply": {"headers": {"Validation-Token": "{{event.headers.validation-token}}"}},
            },
        ),
        "smartsheet_hook_challenge": ReadyRule(
            "Smartsheet sends a Smartsheet-Hook-Challenge, and again every hundred callbacks; it wants it back in "
            "Smartsheet-Hook-Response.",
            "developers.smartsheet.com/api/smartsheet/guides/webhooks/webhook-verification",
            {
                "name": "Smartsheet verification",
                "when": {
                    "method": "POST",
                    "event.headers.smartsheet-hook-challenge": {"present": True},
                },
                "reply": {
                    "headers": {
                        "Smartsheet-Hook-Response": "{{event.headers.smartsheet-hook-challenge}}"
                    }
                },
            },
        ),
        "front_challenge": ReadyRule(
            "Front sends a signed sync with X-Front-Challenge; it wants the header's value back as text.",
            "dev.frontapp.com/docs/application-webhooks",
            {
                "name": "Front challenge",
                "when": {"method": "POST", "event.headers.x-front-challenge": {"present": True}},
                "signed": True,
                "reply": {"text": "{{event.headers.x-front-challenge}}"},
            },
        ),
        "worldline_verification": ReadyRule(
            "Worldline Connect calls with GET and X-GCS-Webhooks-Endpoint-Verification; it wants the header's value "
            "back as text.",
            "docs.connect.worldline-solutions.com/documentation/webhooks/event-structure",
            {
                "name": "Worldline endpoint verification",
                "when": {
                    "method": "GET",
                    "event.headers.x-gcs-webhooks-endpoint-verification": {"present": True},
                },
                "reply": {"text": "{{event.headers.x-gcs-webhooks-endpoint-verification}}"},
            },
        ),
        "okta_verification_challenge": ReadyRule(
            "Okta calls once with GET and X-Okta-Verification-Challenge; it wants the header's value back as JSON.",
            "developer.okta.com/docs/concepts/event-hooks",
            {
                "name": "Okta one-time verification",
                "when": {
                    "method": "GET",
                    "event.headers.x-okta-verification-challenge": {"present": True},
                },
                "reply": {
                    "json": {"verification": "{{event.headers.x-okta-verification-challenge}}"}
                },
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
    }
)
