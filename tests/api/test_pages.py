"""Lists: pages by cursor that nothing shifts, within bounds, and cursors that fit one list alone."""

from typing import Any

import pytest

from domain import catalog
from domain.identity import to_cursor
from tests.api.world import CREATE_INTEGRATION, Editor, Workshop

PAGE = """query ($first: Int, $after: String) { integrations(first: $first, after: $after) {
  edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"""
DELIVERIES = """query ($id: ID!, $outcome: [DeliveryOutcome!], $first: Int, $after: String) {
  trigger(id: $id) { deliveries(outcome: $outcome, first: $first, after: $after) {
    edges { node { outcome body { json } } } pageInfo { hasNextPage endCursor } } } }"""


async def page(editor: Editor, **arguments: Any) -> Any:
    return (await editor.data(PAGE, **arguments))["integrations"]


def names(found: Any) -> list[str]:
    return [edge["node"]["name"] for edge in found["edges"]]


async def test_pages_follow_each_other_and_new_rows_shift_nothing(editor: Editor) -> None:
    for name in ("A", "B", "C"):
        await editor.change(CREATE_INTEGRATION, name=name)

    first = await page(editor, first=2)
    await editor.change(CREATE_INTEGRATION, name="D")
    second = await page(editor, first=2, after=first["pageInfo"]["endCursor"])

    assert sorted(names(first) + names(second)) == ["A", "B", "C", "D"]
    assert first["pageInfo"] == {
        "hasNextPage": True,
        "hasPreviousPage": False,
        "startCursor": first["edges"][0]["cursor"],
        "endCursor": first["edges"][1]["cursor"],
    }
    assert (second["pageInfo"]["hasNextPage"], second["pageInfo"]["hasPreviousPage"]) == (
        False,
        True,
    )


async def test_empty_list_has_no_cursors(editor: Editor) -> None:
    assert await page(editor) == {
        "edges": [],
        "pageInfo": {
            "hasNextPage": False,
            "hasPreviousPage": False,
            "startCursor": None,
            "endCursor": None,
        },
    }


@pytest.mark.parametrize("first", [0, -1, 101])
async def test_page_size_outside_its_bounds_is_refused(editor: Editor, first: int) -> None:
    error = await editor.error(PAGE, first=first)

    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["extensions"]["problems"][0]["path"] == ["first"]


@pytest.mark.parametrize(
    "after", ["", "nonsense", "é", "\ud800", to_cursor("providers", "slack"), "MTppbnRlZ3JhdGlvbnM"]
)
async def test_cursor_of_something_else_is_refused(editor: Editor, after: str) -> None:
    error = await editor.error(PAGE, after=after)

    assert error["extensions"]["code"] == "BAD_USER_INPUT"
    assert error["extensions"]["problems"][0]["path"] == ["after"]


async def test_twenty_come_when_nothing_is_said(editor: Editor) -> None:
    query = "query ($first: Int) { providers(first: $first) { edges { cursor } pageInfo { hasNextPage } } }"

    for variables in ({}, {"first": None}):
        found = (await editor.data(query, **variables))["providers"]
        assert len(found["edges"]) == 20
        assert found["pageInfo"] == {"hasNextPage": True}


async def test_catalog_is_searched_and_walked_by_its_names(editor: Editor) -> None:
    query = """query ($search: String, $first: Int, $after: String) {
      providers(search: $search, first: $first, after: $after) {
        edges { node { slug name } } pageInfo { hasNextPage endCursor } } }"""
    slugs: list[str] = []
    after = None
    while True:
        found = (await editor.data(query, first=7, after=after))["providers"]
        slugs += [edge["node"]["slug"] for edge in found["edges"]]
        after = found["pageInfo"]["endCursor"]
        if not found["pageInfo"]["hasNextPage"]:
            break
    searched = (await editor.data(query, search="slack"))["providers"]

    assert slugs == list(catalog.load().providers)
    assert searched["edges"][0]["node"] == {"slug": "slack", "name": "Slack"}


async def test_every_provider_can_be_shown_whole(editor: Editor) -> None:
    query = """query ($after: String) { providers(first: 100, after: $after) { edges { node {
      slug name description documentation keywords sources { url readAt } creation level apiBaseUrl
      authorization { kind token username password entries { name value } }
      fields { name label help isSecret }
      setup { request { method url headers { name value } body { kind json form { name value } raw contentType } }
        keep { name value } teardown { method url } renewal { every expiresAt } }
      manual handshakes { name when { path equals isPresent } reply { status headers { name value } text json echo } }
      schemes { slug name scheme secretNames covers { body url time } }
      secrets { name label help value } routing eventType deduplicationKey
      examples { name method contentType headers { name value } query { name value } body }
    } } pageInfo { endCursor hasNextPage } }
    readyHandshakes { name description source rule { name when { path equals isPresent } } } }"""
    slugs: list[str] = []
    after, is_more = None, True

    while is_more:
        found = await editor.data(query, after=after)
        slugs += [edge["node"]["slug"] for edge in found["providers"]["edges"]]
        after, is_more = found["providers"]["pageInfo"].values()

    assert slugs == list(catalog.load().providers)
    assert "slack_url_verification" in {each["name"] for each in found["readyHandshakes"]}


async def test_deliveries_come_newest_first_by_outcome_and_page(bench: Workshop) -> None:
    for number in range(3):
        await bench.deliver({"team": "T1", "n": number})
    await bench.deliver({"team": "T1"}, secret="guessed")
    await bench.deliver({"team": "T9", "n": 9})

    async def read(**arguments: Any) -> Any:
        found = await bench.editor.data(DELIVERIES, id=bench.trigger_id, **arguments)
        return found["trigger"]["deliveries"]

    everything = await read()
    assert [edge["node"]["outcome"] for edge in everything["edges"]] == [
        "UNROUTED",
        "REJECTED",
        "EVENT",
        "EVENT",
        "EVENT",
    ]
    first = await read(outcome=["EVENT"], first=2)
    assert [edge["node"]["body"]["json"]["n"] for edge in first["edges"]] == [2, 1]
    second = await read(outcome=["EVENT"], first=2, after=first["pageInfo"]["endCursor"])
    assert [edge["node"]["body"]["json"]["n"] for edge in second["edges"]] == [0]
    assert second["pageInfo"]["hasNextPage"] is False
    query = "query ($id: ID!) { integration(id: $id) { unrouted { edges { node { outcome } } } } }"
    unrouted = (await bench.editor.data(query, id=bench.integration_id))["integration"]["unrouted"]
    assert unrouted == {"edges": [{"node": {"outcome": "UNROUTED"}}]}
