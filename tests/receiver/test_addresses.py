"""Which address takes what: live, test, one account's, unknown, removed."""

import pytest

from domain.identity import Kind, new_id
from domain.models import PersistedValue, Trigger
from domain.verdict import Outcome, RejectionCause
from tests.api.world import HANDLING, SET_SECRET
from tests.receiver.shop import (
    ACCOUNT,
    DELETE,
    DISABLE,
    DISCONNECT,
    FINISH,
    UNSIGNED,
    Shop,
    opened,
    signed,
)

EVENT = {"team": ACCOUNT}


async def unwritten(shop: Shop, url: str) -> tuple[int, bytes]:
    before = await shop.rows()
    reply = await shop.editor.http.post(url, content=b"{}", headers=signed(b"{}"))
    assert await shop.rows() == before
    return reply.status_code, reply.content


async def test_path_that_nobody_owns_is_404_and_leaves_no_row(shop: Shop) -> None:
    await shop.live()
    root = shop.url.rpartition("/triggers/")[0]
    integration, project = new_id(Kind.INTEGRATION), new_id(Kind.PROJECT)

    for url in (
        f"{root}/triggers/connect/",
        f"{root}/triggers/connect/{shop.project_id}",
        f"{root}/triggers/connect/{shop.project_id}/{integration}",
        f"{root}/triggers/connect/{project}/{shop.integration_id}",
        f"{shop.url}/",
        f"{shop.url}/tests",
        f"{shop.url}/custom-triggers",
        f"{shop.url}/custom-triggers/{new_id(Kind.TRIGGER)}",
        f"{shop.url}/custom-triggers/{shop.sandbox}",
        f"{shop.url}%00",
        f"{shop.url}%0a",
        shop.url.replace("connect/", "connect//"),
    ):
        assert await unwritten(shop, url) == (404, b"")
    for url in (shop.url.replace("/triggers", "//triggers"), shop.url.replace("tri", "TRI")):
        assert (await unwritten(shop, url))[0] == 404


async def test_address_with_another_projects_id_is_unknown_though_the_integration_is_in_memory(
    shop: Shop,
) -> None:
    await shop.live()
    await shop.send(shop.url, EVENT)

    stolen = shop.url.replace(shop.project_id, new_id(Kind.PROJECT))
    assert await unwritten(shop, stolen) == (404, b"")


async def test_percent_encoded_path_is_the_same_address_and_kept_as_sent(shop: Shop) -> None:
    await shop.live()
    path = shop.url.replace("/triggers/connect/prj_", "/triggers/connect/%70rj_")

    sent = await shop.send(path, EVENT)

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert sent.row.path.startswith("/triggers/connect/%70rj_")


async def test_address_without_a_finished_trigger_is_written_down_as_such(shop: Shop) -> None:
    await shop.place()

    sent = await shop.send(shop.url, EVENT)

    assert sent.verdict == (404, Outcome.REJECTED, RejectionCause.NO_TRIGGER)
    assert sent.reply.content == b""
    assert "a draft listens at the same with /test" in sent.row.explanation


async def test_draft_is_judged_at_the_test_address_while_live_is_judged_at_the_live_one(
    shop: Shop,
) -> None:
    trigger = await shop.live()
    await shop.account("T2")
    await shop.editor.change(HANDLING, triggerId=trigger.id, verification=UNSIGNED)

    at_test = await shop.send(trigger.url, EVENT, headers={})
    at_live = await shop.send(shop.url, EVENT, headers={})
    genuine = await shop.send(shop.url, {"team": "T2"})

    assert at_test.verdict == (200, Outcome.EVENT, None)
    assert at_live.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISSING)
    assert genuine.verdict == (200, Outcome.EVENT, None)


async def test_test_address_knows_the_sandbox_account_and_nobody_else(shop: Shop) -> None:
    trigger = await shop.live()
    customer = await shop.account("T2")

    at_test = await shop.send(trigger.url, {"team": "T2"})
    at_live = await shop.send(shop.url, {"team": "T2"})

    assert at_test.verdict == (200, Outcome.UNROUTED, None)
    assert at_test.row.is_test
    assert at_live.verdict == (200, Outcome.EVENT, None)
    assert not at_live.row.is_test
    assert (at_live.row.id, customer) in await shop.events(trigger)


async def test_disabled_trigger_starts_nothing_and_says_so_while_its_test_address_works(
    shop: Shop,
) -> None:
    trigger = await shop.live()
    await shop.editor.change(DISABLE, triggerId=trigger.id)
    before = await shop.events(trigger)

    sent = await shop.send(shop.url, EVENT)
    at_test = await shop.send(trigger.url, EVENT)

    assert sent.verdict == (200, Outcome.REJECTED, RejectionCause.TRIGGER_DISABLED)
    assert at_test.verdict == (200, Outcome.EVENT, None)
    assert await shop.events(trigger) == [*before, (at_test.row.id, shop.sandbox)]


async def test_removed_trigger_is_410_and_leaves_no_row(shop: Shop) -> None:
    trigger = await shop.live(level="USER")
    url = await shop.user_url(trigger, shop.sandbox)
    assert (await shop.send(url, EVENT)).row.outcome == Outcome.EVENT
    await shop.editor.change(DELETE, triggerId=trigger.id)

    assert await unwritten(shop, url) == (410, b"")
    assert await unwritten(shop, trigger.url) == (410, b"")


async def test_removed_trigger_no_longer_listens_at_the_shared_address(shop: Shop) -> None:
    removed, kept = await shop.live(), await shop.live()
    await shop.send(shop.url, EVENT)
    await shop.editor.change(DELETE, triggerId=removed.id)
    before = await shop.events(removed)

    sent = await shop.send(shop.url, EVENT)

    assert (await shop.verdict(kept, sent.row)).outcome == Outcome.EVENT
    assert await shop.events(removed) == before


async def test_account_of_a_user_level_address_is_the_one_that_its_id_names(shop: Shop) -> None:
    trigger = await shop.live(level="USER")
    first, second = await shop.account(None), await shop.account(None)

    sent = await shop.send(await shop.user_url(trigger, second), {"any": "thing"})
    also = await shop.send(await shop.user_url(trigger, first) + "&extra=1&id2=x", {"any": 2})

    assert sent.verdict == (200, Outcome.EVENT, None)
    assert (await shop.events(trigger))[1:] == [(sent.row.id, second), (also.row.id, first)]


@pytest.mark.parametrize(
    "query",
    ["", "?id=", "?id=nobody", "?ID={id}", "?id={id}&id={id}", "?id={unknown}", "?id={trigger}"],
)
async def test_user_level_address_without_one_known_account_is_refused_and_written_down(
    shop: Shop, query: str
) -> None:
    trigger = await shop.live(level="USER")
    names = {"id": shop.sandbox, "unknown": new_id(Kind.CREDENTIAL), "trigger": trigger.id}
    before = await shop.events(trigger)

    sent = await shop.send(trigger.url.removesuffix("/test") + query.format(**names), EVENT)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.ACCOUNT_UNKNOWN)
    assert sent.reply.content == b""
    assert sent.row.trigger_id == trigger.id
    assert await shop.events(trigger) == before


async def test_id_among_hundreds_of_fields_is_found(shop: Shop) -> None:
    trigger = await shop.live(level="USER")
    rest = "&".join(f"f{number}=1" for number in range(500))

    sent = await shop.send(f"{await shop.user_url(trigger, shop.sandbox)}&{rest}", EVENT)

    assert sent.verdict == (200, Outcome.EVENT, None)


async def test_account_of_another_integration_is_unknown(shop: Shop) -> None:
    trigger = await shop.live(level="USER")
    account = await (await opened(shop.editor)).account(None)

    url = f"{trigger.url.removesuffix('/test')}?id={account}"
    sent = await shop.send(url, EVENT)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.ACCOUNT_UNKNOWN)


async def test_disconnected_account_is_unknown_at_once(shop: Shop) -> None:
    trigger = await shop.live(level="USER")
    account = await shop.account(None)
    url = await shop.user_url(trigger, account)
    assert (await shop.send(url, EVENT)).row.outcome == Outcome.EVENT
    await shop.editor.change(DISCONNECT, credentialId=account)

    sent = await shop.send(url, EVENT)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.ACCOUNT_UNKNOWN)


async def test_each_account_is_verified_by_its_own_secret(shop: Shop) -> None:
    trigger = await shop.place(
        level="USER",
        verification={"hmac": {"header": "X-Signature", "secret": "{{persisted.key}}"}},
        handshakes=[
            {
                "name": "Hello",
                "when": [{"path": "event.headers.x-key", "isPresent": True}],
                "persist": [{"name": "key", "value": "{{event.headers.x-key}}"}],
            }
        ],
    )
    await Trigger.filter(id=trigger.id).update(listening_ms=2**50)
    hello = await shop.send(trigger.url, b"", headers={"x-key": "own-key-of-the-sandbox"})
    assert hello.row.outcome == Outcome.HANDSHAKE
    kept = await PersistedValue.get(trigger_id=trigger.id)
    assert (kept.name, kept.scope, kept.delivery_id) == ("key", shop.sandbox, hello.row.id)

    genuine = await shop.send(trigger.url, EVENT, secret="own-key-of-the-sandbox")
    await shop.editor.change(FINISH, triggerId=trigger.id)
    own = await shop.send(
        await shop.user_url(trigger, shop.sandbox), EVENT, secret="own-key-of-the-sandbox"
    )
    customer = await shop.account(None)
    other = await shop.send(
        await shop.user_url(trigger, customer), EVENT, secret="own-key-of-the-sandbox"
    )

    assert genuine.verdict == (200, Outcome.EVENT, None)
    assert own.verdict == (200, Outcome.EVENT, None)
    assert other.verdict == (401, Outcome.REJECTED, RejectionCause.SECRET_MISSING)


async def test_rotated_secret_counts_from_the_next_delivery_on(shop: Shop) -> None:
    trigger = await shop.place()
    assert (await shop.send(trigger.url, EVENT)).row.outcome == Outcome.EVENT
    await shop.editor.change(SET_SECRET, name="SIGNING", value="another-signing-secret")

    old = await shop.send(trigger.url, EVENT)
    new = await shop.send(trigger.url, EVENT, secret="another-signing-secret")

    assert old.verdict == (401, Outcome.REJECTED, RejectionCause.SIGNATURE_MISMATCH)
    assert new.verdict == (200, Outcome.EVENT, None)


async def test_account_that_connects_is_found_by_the_next_delivery(shop: Shop) -> None:
    trigger = await shop.live()
    before = await shop.send(shop.url, {"team": "T9"})

    account = await shop.account("T9")
    after = await shop.send(shop.url, {"team": "T9", "again": True})

    assert before.verdict == (200, Outcome.UNROUTED, None)
    assert before.row.explanation == "No connected account has the Provider ID T9."
    assert after.verdict == (200, Outcome.EVENT, None)
    assert (after.row.id, account) in await shop.events(trigger)


async def test_sandbox_that_is_missing_is_named(shop: Shop) -> None:
    trigger = await shop.place(level="USER")
    await shop.editor.change(DISCONNECT, credentialId=shop.sandbox)

    sent = await shop.send(trigger.url, EVENT)

    assert sent.verdict == (401, Outcome.REJECTED, RejectionCause.ACCOUNT_UNKNOWN)
    assert sent.row.explanation == "There is no sandbox account yet: connect one to test with."
