"""Integrations and connected accounts."""

import pytest

from domain.connections import connecting, credentials, deleting, integrations
from domain.connections.callers import Caller, CallerKind
from domain.connections.connecting import Account
from domain.connections.integrations import IntegrationChanges
from domain.errors import Forbidden, Invalid, NotFound
from domain.models import Credential, Integration, Trigger
from domain.registrations import disconnecting
from domain.registrations.requests import Authorization, AuthorizationKind, KeyValue
from domain.wizard.creating import NewTrigger, create_trigger
from domain.wizard.description import Creation, Level
from tests.connections.workspace import Workspace

_TOKEN = "xoxb-planted-token"
_BEARER = Authorization(AuthorizationKind.BEARER, token=_TOKEN)


async def _make(space: Workspace, **changes: object) -> Integration:
    given = IntegrationChanges(**{"name": "My CRM", **changes})  # type: ignore[arg-type]
    return await integrations.create_integration(space.context, space.caller, given)


async def test_integration_of_a_provider_copies_name_base_url_and_scheme(space: Workspace) -> None:
    row = await integrations.create_integration(
        space.context, space.caller, IntegrationChanges(), "slack"
    )

    assert (row.name, row.slug, row.provider_slug) == ("Slack", "slack", "slack")
    assert row.api_base_url == "https://slack.com/api"
    assert row.authorization == '{"kind":"BEARER","token":"{{credential.accessToken}}"}'


async def test_a_secret_written_as_it_is_is_refused_and_nothing_is_made(space: Workspace) -> None:
    for scheme, path in (
        (_BEARER, ("authorization", "bearer", "token")),
        (
            Authorization(AuthorizationKind.HEADERS, entries=(KeyValue("X-Api-Key", _TOKEN),)),
            ("authorization", "headers", "0", "value"),
        ),
    ):
        with pytest.raises(Invalid, match="setSecret") as refused:
            await _make(space, authorization=scheme)
        assert [problem.path for problem in refused.value.problems] == [path]

    assert await Integration.all().count() == 0


async def test_slugs_of_equal_names_differ(space: Workspace) -> None:
    slugs = [(await _make(space, name=name)).slug for name in ("Größe 1", "größe-1", "東京", "京")]

    assert slugs == ["groe-1", "groe-1-2", "integration", "integration-2"]


async def test_every_problem_of_an_integration_is_said_at_once(space: Workspace) -> None:
    scheme = Authorization(
        AuthorizationKind.HEADERS, entries=(KeyValue("X Y", "{{secrets.NOPE}}"),)
    )
    with pytest.raises(Invalid) as caught:
        await _make(space, name=" ", api_base_url="ftp://a", authorization=scheme)

    assert [(each.code.value, each.path) for each in caught.value.problems] == [
        ("REQUIRED", ("name",)),
        ("INVALID", ("apiBaseUrl",)),
        ("INVALID", ("authorization", "headers", "0", "name")),
        ("UNKNOWN_NAME", ("authorization", "headers", "0", "value")),
    ]
    assert await Integration.all().count() == 0


@pytest.mark.parametrize(
    "url",
    ["crm", "https://", "https://a b/", "https://u:p@a/", "https://a/?q=1", "https://[", "//a/"],
)
async def test_base_url_that_is_none_is_refused(space: Workspace, url: str) -> None:
    with pytest.raises(Invalid) as caught:
        await _make(space, api_base_url=url)
    assert [each.path for each in caught.value.problems] == [("apiBaseUrl",)]


async def test_update_changes_only_what_is_given(space: Workspace) -> None:
    row = await _make(space, api_base_url="https://api.crm.example/v1/")

    changed = await integrations.update_integration(
        space.context, space.caller, row.id, IntegrationChanges(name="CRM")
    )

    assert (changed.name, changed.slug) == ("CRM", "my-crm")
    assert changed.api_base_url == "https://api.crm.example/v1"
    assert space.dropped == [row.id]


async def test_integration_with_an_active_trigger_is_kept(space: Workspace) -> None:
    row = await _make(space)
    new = NewTrigger("Created", creation=Creation.MANUAL, level=Level.USER)
    trigger = await create_trigger(space.context, space.caller, row.id, new)
    await Trigger.filter(id=trigger.id).update(status="ACTIVE")

    with pytest.raises(Invalid, match=r"1 active triggers \(Created\): disable or delete"):
        await deleting.delete_integration(space.context, space.caller, row.id)
    await Trigger.filter(id=trigger.id).update(status="DISABLED")
    await deleting.delete_integration(space.context, space.caller, row.id)

    assert await Integration.all().count() == 0


async def test_another_projects_integration_looks_like_none(space: Workspace) -> None:
    row = await _make(space)
    other = Caller("prj_other", CallerKind.EDITOR)

    with pytest.raises(NotFound):
        await integrations.update_integration(space.context, other, row.id, IntegrationChanges())
    with pytest.raises(NotFound):
        await connecting.connect_account(space.context, other, row.id, Account("u1"))
    with pytest.raises(NotFound):
        await deleting.delete_integration(space.context, other, row.id)


async def test_accounts_values_are_sealed_on_disk(space: Workspace) -> None:
    row = await _make(space)

    made = await connecting.connect_account(
        space.context, space.caller, row.id, Account("u1", _BEARER, provider_id=" T1 ")
    )

    assert (made.provider_id, made.status, made.is_sandbox) == ("T1", "CONNECTED", False)
    assert credentials.account_values(space.context.vault, made) == _BEARER
    files = [file.read_bytes() for file in space.path.parent.iterdir()]
    assert [_TOKEN.encode() in content for content in files] == [False] * len(files)
    assert space.dropped == [row.id]


async def test_second_sandbox_replaces_the_first_in_place(space: Workspace) -> None:
    row = await _make(space)
    context, caller = space.context, space.caller
    first = await connecting.connect_account(
        context, caller, row.id, Account("u1", is_sandbox=True)
    )
    second = await connecting.connect_account(
        context, caller, row.id, Account("u2", _BEARER, is_sandbox=True)
    )

    assert second.id == first.id
    assert (await Credential.get()).user_id == "u2"


async def test_disconnected_account_keeps_no_values(space: Workspace) -> None:
    row = await _make(space)
    made = await connecting.connect_account(
        space.context, space.caller, row.id, Account("u1", _BEARER, is_sandbox=True)
    )

    gone = await disconnecting.disconnect_account(space.context, space.caller, made.id)

    assert gone.status == "DISCONNECTED"
    kept = credentials.account_values(space.context.vault, gone)
    assert kept == Authorization(AuthorizationKind.NONE)
    assert await credentials.sandbox_credential(row.id) is None


async def test_account_must_bring_what_the_scheme_reads(space: Workspace) -> None:
    row = await integrations.create_integration(
        space.context, space.caller, IntegrationChanges(), "twilio"
    )
    with pytest.raises(Invalid) as caught:
        await connecting.connect_account(space.context, space.caller, row.id, Account("", _BEARER))

    assert [(each.path, each.message.partition(";")[2]) for each in caught.value.problems] == [
        (("userId",), ""),
        (("authorization",), " connect with basic"),
    ]
    assert await Credential.all().count() == 0


async def test_connected_user_connects_and_sees_their_own_accounts_only(space: Workspace) -> None:
    row = await _make(space)
    user = Caller(space.caller.project_id, CallerKind.USER, "u1")
    other = await connecting.connect_account(space.context, space.caller, row.id, Account("u2"))

    own = await connecting.connect_account(space.context, user, row.id, Account("u1"))

    assert (await credentials.get_credential(user, own.id)).id == own.id
    with pytest.raises(NotFound):
        await disconnecting.disconnect_account(space.context, user, other.id)
    with pytest.raises(Forbidden):
        await connecting.connect_account(space.context, user, row.id, Account("u2"))
    with pytest.raises(Forbidden):
        await credentials.list_credentials(user, row.id)
