"""Challenges of made-up senders, for the tests of handshakes."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from domain.handshakes import READY, Answer, CompiledRules, answer, compile_rules, match, read_rules
from domain.request import Request
from domain.templates.scope import RequestScope, Scope

Headers = tuple[tuple[str, str], ...]

OURS: Mapping[str, Any] = {
    "secrets": {
        "META_VERIFY_TOKEN": "our-verify-token",
        "ZOOM_SECRET_TOKEN": "zoom-secret",
        "X_CONSUMER_SECRET": "x-secret",
        "EBAY_VERIFICATION_TOKEN": "ebay-token",
        "STRAVA_VERIFY_TOKEN": "strava-token",
        "OURA_VERIFICATION_TOKEN": "oura-token",
        "FITBIT_VERIFICATION_CODE": "fitbit-code",
        "LARK_VERIFICATION_TOKEN": "lark-token",
        "ADOBE_SIGN_CLIENT_ID": "adobe-client",
        "LINKEDIN_CLIENT_SECRET": "linkedin-secret",
        "SMARTCAR_MANAGEMENT_TOKEN": "smartcar-token",
        "BRAINTREE_PRIVATE_KEY": "braintree-private",
        "EMPTY": "",
    },
    "settings": {"webhookURL": "https://hooks.example.com/triggers/connect/prj_1/int_1"},
}


def challenge(
    method: str = "POST", body: bytes = b"", query: str = "", headers: Headers = ()
) -> Request:
    return Request(
        method=method,
        public_url="https://hooks.example.com",
        path="/triggers/connect/prj_1/int_1",
        query_string=query,
        headers=headers,
        body=body,
        received_at=datetime(2026, 11, 24, tzinfo=UTC),
    )


def scope_for(request: Request) -> Scope:
    return {**OURS, "event": RequestScope(request)}


def compiled(**rule: Any) -> CompiledRules:
    return compile_rules(read_rules([{"name": "rule", **rule}]))


def answered(
    rules: CompiledRules,
    request: Request,
    *,
    is_verified: bool = False,
    has_verification: bool = False,
) -> Answer | None:
    scope = scope_for(request)
    rule = match(rules, request, scope)
    if rule is None:
        return None
    return answer(rule, scope, is_verified=is_verified, has_verification=has_verification)


def ready(name: str) -> CompiledRules:
    return compile_rules(read_rules([READY[name].rule]))
