"""A described request becomes the one that is sent, and stays where it belongs."""

from typing import Any

import pytest

from domain.registrations.rendering import render_request
from domain.registrations.requests import (
    Authorization,
    AuthorizationKind,
    Body,
    BodyKind,
    KeyValue,
    RequestTemplate,
)
from domain.registrations.scope import Sender
from domain.templates.errors import TemplateError

_AS_CONNECTED = Authorization()
_BEARER = Authorization(AuthorizationKind.BEARER, token="tok")


def _sender(
    scheme: Authorization = _AS_CONNECTED, account: Authorization = _BEARER, **persisted: Any
) -> Sender:
    names = {
        "secrets": {"KEY": "k:1"},
        "credential": {"id": "crd_1", "accessToken": "tok", "username": "u", "password": "p"},
        "integration": {"apiBaseUrl": "https://api.example.com/v1"},
        "persisted": persisted,
    }
    return Sender("https://api.example.com/v1", scheme, account, names)


@pytest.mark.parametrize(
    ("url", "sent"),
    [
        ("hooks", "https://api.example.com/v1/hooks"),
        ("/hooks?x=1#f", "https://api.example.com/v1/hooks?x=1#f"),
        ("https://other.example.com/{{persisted.a}}", "https://other.example.com/7"),
        ("{{integration.apiBaseUrl}}/hooks", "https://api.example.com/v1/hooks"),
    ],
)
def test_url_is_absolute_or_below_the_base(url: str, sent: str) -> None:
    assert render_request(RequestTemplate(url), _sender(a=7)).url == sent


@pytest.mark.parametrize(
    "value",
    ["https://evil.example.com/", "//evil.example.com/", "../admin", "%2e%2e/admin", "a\\b",
     "a b", "a\nb", "https://api.example.com.evil.com/v1/", "https://api.example.com@evil.com/v1/",
     "@evil.com/", ".evil.com/", ":8443/", "http://api.example.com/v1/x", "javascript:alert(1)", "https://api.example.com/v10/x"],
)  # fmt: skip
def test_value_from_outside_never_leads_away_from_the_base(value: str) -> None:
    sender = _sender(a=value)
    based = "{{integration.apiBaseUrl}}{{persisted.a}}"
    for url in ("{{persisted.a}}", "{{persisted.a}}/x", based, based.replace("}}{{", "}}/{{")):
        try:
            sent = render_request(RequestTemplate(url), sender).url
        except TemplateError:
            continue
        assert sent.startswith("https://api.example.com/v1/")
        assert ".." not in sent


def test_query_is_added_to_what_the_url_has() -> None:
    template = RequestTemplate("/h?a=1#f", query=(KeyValue("b", "x y"), KeyValue("b", "&")))

    assert render_request(template, _sender()).url == (
        "https://api.example.com/v1/h?a=1&b=x+y&b=%26#f"
    )


@pytest.mark.parametrize("text", ["a\r\nX: y", "a\nb", "a\0b"])
def test_header_with_a_line_break_is_refused(text: str) -> None:
    template = RequestTemplate("/h", headers=(KeyValue("X-A", "{{persisted.a}}"),))

    with pytest.raises(TemplateError, match="line break"):
        render_request(template, _sender(a=text))


@pytest.mark.parametrize(
    ("own", "scheme", "headers"),
    [
        (Authorization(), Authorization(), (("Authorization", "Bearer tok"),)),
        (Authorization(), Authorization(AuthorizationKind.NONE), ()),
        (Authorization(AuthorizationKind.NONE), Authorization(), ()),
        (
            Authorization(),
            Authorization(
                AuthorizationKind.HEADERS,
                entries=(KeyValue("X-Token", "t {{credential.accessToken}}"),),
            ),
            (("X-Token", "t tok"),),
        ),
        (
            Authorization(),
            Authorization(
                AuthorizationKind.BASIC,
                username="{{credential.username}}",
                password="{{secrets.KEY}}",
            ),
            (("Authorization", "Basic dTprOjE="),),
        ),
        (
            Authorization(AuthorizationKind.BEARER, token="{{secrets.KEY}}"),
            Authorization(AuthorizationKind.NONE),
            (("Authorization", "Bearer k:1"),),
        ),
    ],
)
def test_authorization_is_the_requests_own_or_inherited(
    own: Authorization, scheme: Authorization, headers: tuple[tuple[str, str], ...]
) -> None:
    request = render_request(RequestTemplate("/h", authorization=own), _sender(scheme))

    assert request.headers == headers


def test_authorization_by_query_joins_the_url() -> None:
    scheme = Authorization(AuthorizationKind.QUERY, entries=(KeyValue("key", "{{secrets.KEY}}"),))

    assert render_request(RequestTemplate("/h"), _sender(scheme)).url == (
        "https://api.example.com/v1/h?key=k%3A1"
    )


def test_accounts_own_words_are_no_template() -> None:
    account = Authorization(
        AuthorizationKind.HEADERS, entries=(KeyValue("X-Key", "{{secrets.KEY}}"),)
    )
    request = render_request(RequestTemplate("/h"), _sender(account=account))

    assert request.headers == (("X-Key", "{{secrets.KEY}}"),)


@pytest.mark.parametrize(
    ("body", "sent", "content_type"),
    [
        (
            Body(BodyKind.JSON, json={"a": "{{persisted.a}}", "b": ["x{{persisted.a}}"]}),
            b'{"a":7,"b":["x7"]}',
            "application/json",
        ),
        (
            Body(BodyKind.FORM, form=(KeyValue("a", "{{persisted.a}} &"),)),
            b"a=7+%26",
            "application/x-www-form-urlencoded",
        ),
        (
            Body(BodyKind.RAW, raw="<a>{{persisted.a}}</a>", content_type="application/xml"),
            b"<a>7</a>",
            "application/xml",
        ),
    ],
)
def test_body_keeps_its_types_and_says_its_kind(body: Body, sent: bytes, content_type: str) -> None:
    template = RequestTemplate("/h", body=body, authorization=Authorization(AuthorizationKind.NONE))
    request = render_request(template, _sender(a=7))

    assert request.body == sent
    assert request.headers == (("Content-Type", content_type),)


def test_missing_value_is_named() -> None:
    with pytest.raises(TemplateError, match=r"persisted\.hook"):
        render_request(RequestTemplate("/h/{{persisted.hook}}"), _sender())


@pytest.mark.parametrize("url", ["/hooks", "{{integration.apiBaseUrl}}/hooks"])
def test_base_with_a_part_that_the_account_was_not_given_is_told(url: str) -> None:
    base = "https://{{credential.shop}}.example.com"
    names = {**_sender().names, "integration": {"apiBaseUrl": base}}

    with pytest.raises(TemplateError, match=r"the base URL reads credential\.shop"):
        render_request(RequestTemplate(url), Sender(base, _AS_CONNECTED, _BEARER, names))
