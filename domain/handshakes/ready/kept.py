"""Ready rules because of which something is kept, shown to a person, or called back."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.handshakes.ready.rule import ReadyRule

KEPT: Final[Mapping[str, ReadyRule]] = MappingProxyType(
    {
        "hook_secret": ReadyRule(
            "Asana sends X-Hook-Secret while the webhook is created; it wants it back in the same header, and signs "
            "with it from then on. It is kept as persisted.hook_secret. Clio does the same.",
            "developers.asana.com/docs/establish-a-webhook",
            {
                "name": "X-Hook-Secret",
                "when": {"method": "POST", "event.headers.x-hook-secret": {"present": True}},
                "persist": {"hook_secret": "{{event.headers.x-hook-secret}}"},
                "reply": {"headers": {"X-Hook-Secret": "{{event.headers.x-hook-secret}}"}},
            },
        ),
        "atlassian_installed": ReadyRule(
            "Atlassian Connect sends the shared secret of a site when the app is installed there; it is kept as "
            "persisted.shared_secret.",
            "developer.atlassian.com/cloud/confluence/security-for-connect-apps",
            {
                "name": "Atlassian Connect installation",
                "when": {
                    "method": "POST",
                    "event.body.eventType": "installed",
                    "event.body.sharedSecret": {"present": True},
                },
                "persist": {
                    "shared_secret": "{{event.body.sharedSecret}}",
                    "client_key": "{{event.body.clientKey}}",
                },
            },
        ),
        "notion_verification_token": ReadyRule(
            "Notion sends a verification_token once; a person pastes it back in the integration's settings, and it "
            "signs every event. It is shown, and kept as persisted.verification_token.",
            "developers.notion.com/reference/webhooks",
            {
                "name": "Notion verification token",
                "when": {
                    "method": "POST",
                    "event.body.verification_token": {"present": True},
                    "event.body.type": {"present": False},
                },
                "persist": {"verification_token": "{{event.body.verification_token}}"},
                "show": {"verification_token": "{{event.body.verification_token}}"},
            },
        ),
        "gusto_verification_token": ReadyRule(
            "Gusto sends a verification_token, which its API wants back, and signs with it from then on. It is "
            "shown, and kept as persisted.verification_token.",
            "docs.gusto.com/embedded-payroll/v2023-04-01/reference/put-v1-verify-webhook-subscription-uuid",
            {
                "name": "Gusto verification token",
                "when": {
                    "method": "POST",
                    "event.body.verification_token": {"present": True},
                    "event.body.webhook_subscription_uuid": {"present": True},
                },
                "persist": {"verification_token": "{{event.body.verification_token}}"},
                "show": {
                    "verification_token": "{{event.body.verification_token}}",
                    "webhook_subscription_uuid": "{{event.body.webhook_subscription_uuid}}",
                },
            },
        ),
        "freshbooks_verifier": ReadyRule(
            "FreshBooks sends callback.verify with a verifier, which its API wants back, and signs with it from then "
            "on. It is shown with the callback's id, and kept as persisted.verifier.",
            "freshbooks.com/api/webhooks",
            {
                "name": "FreshBooks callback verification",
                "when": {"method": "POST", "event.body.name": "callback.verify"},
                "persist": {"verifier": "{{event.body.verifier}}"},
                "show": {
                    "verifier": "{{event.body.verifier}}",
                    "callback_id": "{{event.body.object_id}}",
                },
            },
        ),
        "marketing_cloud_verification_key": ReadyRule(
            "Salesforce Marketing Cloud sends a verificationKey once, which its API wants back with the callbackId. "
            "Both are shown.",
            "developer.salesforce.com/docs/atlas.en-us.mc-apis.meta/mc-apis/verifyCallback.htm",
            {
                "name": "Marketing Cloud verification key",
                "when": {"method": "POST", "event.body.verificationKey": {"present": True}},
                "show": {
                    "callback_id": "{{event.body.callbackId}}",
                    "verification_key": "{{event.body.verificationKey}}",
                },
            },
        ),
        "sns_subscription": ReadyRule(
            "Amazon SNS sends a signed SubscriptionConfirmation; it wants its SubscribeURL to be visited.",
            "docs.aws.amazon.com/sns/latest/dg/http-subscription-confirmation-json.html",
            {
                "name": "SNS subscription confirmation",
                "when": {"method": "POST", "event.body.Type": "SubscriptionConfirmation"},
                "signed": True,
                "follow_up": {
                    "url": "{{event.body.SubscribeURL}}",
                    "hosts": ["sns.*.amazonaws.com", "sns.*.amazonaws.com.cn"],
                },
            },
        ),
        "event_grid_validation_url": ReadyRule(
            "Azure Event Grid also takes a visit to the validationUrl of its SubscriptionValidation event, within "
            "ten minutes; for triggers that verify it by a token in the address or by Entra ID.",
            "learn.microsoft.com/azure/event-grid/end-point-validation-event-grid-events-schema",
            {
                "name": "Event Grid validation by URL",
                "when": {
                    "method": "POST",
                    "event.headers.aeg-event-type": "SubscriptionValidation",
                    "event.body[0].data.validationUrl": {"prefix": "https://"},
                },
                "signed": True,
                "follow_up": {
                    "url": "{{event.body[0].data.validationUrl}}",
                    "hosts": ["*.eventgrid.azure.net"],
                },
            },
        ),
    }
)
