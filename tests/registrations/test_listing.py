"""Reading which webhooks a provider lists: any answer is a list or none, and the catalog's lists read the documented answers."""

import json
import string
from datetime import timedelta
from importlib import resources
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from domain import catalog
from domain.catalog.reading import read_provider
from domain.errors import Invalid
from domain.outbound import Answer, OutboundRequest
from domain.registrations.listing import Theirs, is_same, next_page, read
from domain.registrations.requests import Listing, RequestTemplate

LISTING = Listing(
    RequestTemplate("/hooks", "GET"),
    items="setup.response.body.data",
    id="{{item.id}}",
    url="{{item.url}}",
    kept_as="id",
    state="{{item.state}}",
    active=("on",),
)
URL = "https://hooks.example.com/in"
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(string.printable, max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["data", "id", "url", "state"]), inner, max_size=3)
    ),
    max_leaves=8,
)
DOCUMENTED: dict[str, Any] = {
    "stripe": {"object": "list", "data": [{"id": "we_1", "url": URL, "status": "enabled"}]},
    "github": [{"id": 1, "active": True, "config": {"url": URL, "content_type": "json"}}],
    "gitlab": [{"id": 1, "url": URL, "push_events": True}],
    "square": {"subscriptions": [{"id": "wbhk_1", "enabled": True, "notification_url": URL}]},
    "pagerduty": {
        "webhook_subscriptions": [{"id": "P1", "active": True, "delivery_method": {"url": URL}}]
    },
    "paddle": {"data": [{"id": "ntfset_1", "type": "url", "destination": URL, "active": True}]},
    "microsoft-graph": {"value": [{"id": "7f105c7d", "notificationUrl": URL}]},
}


def answer(value: Any) -> Answer:
    return Answer(200, (), json.dumps(value).encode(), timedelta())


@pytest.mark.parametrize("slug", DOCUMENTED)
def test_catalog_reads_what_the_providers_document(slug: str) -> None:
    setup = catalog.provider(slug).setup
    assert setup is not None
    assert setup.listing is not None

    found = read(setup.listing, {}, answer(DOCUMENTED[slug]))

    assert found is not None
    (one,) = found
    assert one.url == URL
    assert one.is_active(setup.listing)


def test_what_is_no_webhook_is_left_out_and_states_are_told() -> None:
    items = [{"id": 1, "url": URL, "state": "on"}, {"id": 2}, "x", {"id": 3, "url": URL}]

    found = read(LISTING, {}, answer({"data": items}))

    assert found == [Theirs("1", URL, "on"), Theirs("3", URL, None)]
    assert [one.is_active(LISTING) for one in found] == [True, True]
    assert not Theirs("1", URL, "off").is_active(LISTING)


@pytest.mark.parametrize("body", [{}, {"data": None}, {"data": 5}, {"data": "x"}, [], "x", None])
def test_answer_without_a_list_is_none(body: Any) -> None:
    assert read(LISTING, {}, answer(body)) is None


def test_empty_list_is_a_list() -> None:
    assert read(LISTING, {}, answer({"data": []})) == []


@given(JSON)
def test_any_answer_is_a_list_or_none(body: Any) -> None:
    found = read(LISTING, {}, answer(body))
    assert found is None or all(isinstance(one, Theirs) for one in found)


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_two_texts_are_the_same_address_or_not(one: str, other: str) -> None:
    assert is_same(one, one)
    assert is_same(one, other) == is_same(other, one)


@pytest.mark.parametrize(
    ("other", "same"),
    [
        ("https://HOOKS.example.com:443/in", True),
        ("https://hooks.example.com/in/", False),
        ("http://hooks.example.com/in", False),
        ("https://hooks.example.com/in?id=1", False),
        ("https://hooks.example.com:8443/in", False),
    ],
)
def test_addresses_are_compared_as_addresses(other: str, *, same: bool) -> None:
    assert is_same(URL, other) is same


def test_file_whose_id_is_kept_nowhere_is_refused() -> None:
    file = resources.files("domain.catalog") / "providers" / "stripe.toml"
    text = file.read_text(encoding="utf-8").replace('kept_as = "webhook_id"', 'kept_as = "another"')

    with pytest.raises(Invalid) as caught:
        read_provider("stripe", text)

    assert [each.path for each in caught.value.problems] == [("setup", "listing", "kept_as")]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("/hooks?page=2", "https://api.example.com/hooks?page=2"),
        ("?page=2", "https://api.example.com/hooks?page=2"),
        ("https://api.example.com/more", "https://api.example.com/more"),
        ("https://thief.example/hooks?page=2", None),
        ("http://api.example.com/hooks?page=2", None),
        ("//thief.example/", None),
        ("https://[", None),
        ("https://api.example.com/hooks", None),
        ("", None),
        (None, None),
    ],
)
def test_next_page_is_at_the_same_host_or_there_is_none(
    given: str | None, expected: str | None
) -> None:
    paged = structs.replace(LISTING, next="{{setup.response.body.next}}")
    asked = OutboundRequest("GET", "https://api.example.com/hooks", (("Authorization", "x"),))

    found = next_page(paged, {}, answer({"data": [], "next": given}), asked)

    assert (found.url if found else None) == expected
    assert found is None or found.headers == asked.headers
