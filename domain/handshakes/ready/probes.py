"""Ready rules in which only the status counts, or a fixed body."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.handshakes.ready.rule import ReadyRule

PROBES: Final[Mapping[str, ReadyRule]] = MappingProxyType(
    {
        "discord_ping": ReadyRule(
            "Discord sends a signed PING to the address of interactions, and forged ones that must get 401; it wants "
            "the type 1 back.",
            "docs.discord.com/developers/interactions/overview",
            {
                "name": "Discord PING",
                "when": {"method": "POST", "event.body.type": 1},
                "signed": True,
                "reply": {"json": {"type": 1}},
            },
        ),
        "discord_event_ping": ReadyRule(
            "Discord sends a signed PING of the type 0 to the address of webhook events, and forged ones that must "
            "get 401; it wants an empty 204.",
            "docs.discord.com/developers/events/webhook-events",
            {
                "name": "Discord event PING",
                "when": {"method": "POST", "event.body.type": 0},
                "signed": True,
                "reply": {"status": 204},
            },
        ),
        "line_verify": ReadyRule(
            "LINE's console sends a signed request without events; it wants 200.",
            "developers.line.biz/en/docs/messaging-api/verify-webhook-url",
            {
                "name": "LINE webhook verification",
                "when": {"method": "POST", "event.body.events": []},
                "signed": True,
            },
        ),
        "head_ok": ReadyRule(
            "Trello, Mandrill, Circle and Intercom ask with HEAD whether the address answers; they want 200.",
            "developer.atlassian.com/cloud/trello/guides/rest-api/webhooks",
            {"name": "HEAD request", "when": {"method": "HEAD"}},
        ),
        "get_ok": ReadyRule(
            "Mailchimp asks with GET whether the address answers; it wants 200. Put it after every other rule for "
            "GET: it takes all that is left.",
            "mailchimp.com/developer/marketing/guides/sync-audience-data-webhooks",
            {"name": "GET request", "when": {"method": "GET"}},
        ),
    }
)
