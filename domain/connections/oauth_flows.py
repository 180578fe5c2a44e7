"""Connecting an account by OAuth: out to the provider, and back by the callback.

The state is random, kept as a digest, good once and for ten minutes, and bound to the project, the integration and
the user; the PKCE verifier is sealed. Each integration has a callback address of its own, so that one provider cannot
answer in another's place (RFC 9700, 4.4). Whoever holds an authorization link connects *their* account for the user
that it was made for: hand it to nobody else.
"""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final
from urllib.parse import urlencode

import structlog

from domain import addresses, clock, text
from domain.connections import (
    connecting,
    oauth_app,
    oauth_calls,
    oauth_requests,
    parameters,
    return_urls,
    tokens,
)
from domain.connections.callers import Caller, CallerKind
from domain.connections.connecting import Account, Held
from domain.connections.credentials import (
    get_credential,
    parameters_of,
    require_owner,
    seal_parameters,
)
from domain.connections.grants import Refusal, bearer
from domain.connections.integrations import get_integration, parameter_names
from domain.connections.looking_up import MAX_ID
from domain.connections.oauth_app import OAuthGrant
from domain.connections.oauth_requests import Client
from domain.context import Context
from domain.database import atomically
from domain.errors import Busy, Invalid, NotFound, Problem, ProblemCode
from domain.models import Credential, Integration, OAuthFlow
from domain.registrations.requests import KeyValue
from domain.settings import Settings

LIFE: Final = timedelta(minutes=10)
PATH: Final = "/oauth/callback"
MOST_OPEN: Final = 50
MAX_STATE: Final = 200
MAX_CODE: Final = 8_192

_MAX_WORDS: Final = 200
log = structlog.get_logger()


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be connected. user_id: a connected user's own when absent. credential_id: an account to connect again.

    parameters: of the account; None leaves those of an account that is connected again.
    """

    integration_id: str
    user_id: str | None = None
    is_sandbox: bool = False
    return_url: str | None = None
    credential_id: str | None = None
    parameters: tuple[KeyValue, ...] | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """What came of a callback. problem: empty when an account is connected. return_url: where the browser goes, if anywhere."""

    problem: str = ""
    credential_id: str | None = None
    return_url: str | None = None

    @property
    def location(self) -> str | None:
        """The return URL with the outcome in its query."""
        if self.return_url is None:
            return None
        said = {"error": self.problem} if self.problem else {"credentialId": self.credential_id}
        return f"{self.return_url}{'&' if '?' in self.return_url else '?'}{urlencode(said)}"


def redirect_url(settings: Settings, integration_id: str) -> str:
    """What is registered at the provider as the app's redirect URI."""
    return f"{addresses.public_url(settings)}{PATH}/{integration_id}"


async def start_oauth(context: Context, caller: Caller, wish: Wish) -> str:
    """Begin; the address to open in the user's browser. A connected user may connect their own accounts.

    Raises Invalid (`integrationId`, `userId`, `returnUrl`, `credentialId`, `parameters.…`), NotFound, Forbidden, Busy.
    """
    integration = await get_integration(caller, wish.integration_id)
    account = await _account(context, caller, wish)
    require_owner(caller, account.user_id, is_sandbox=account.is_sandbox)
    if problems := [*_problems(context.settings, wish, account, integration)]:
        raise Invalid(problems)
    own = {entry.name: entry.value for entry in account.parameters}
    client = await _client(context, caller, integration, own)
    state, verifier = secrets.token_urlsafe(32), secrets.token_urlsafe(48)
    digest, now = tokens.digest(state), clock.now_ms()

    async def insert() -> None:
        await OAuthFlow.filter(expires_ms__lte=now).delete()
        open_ones = OAuthFlow.filter(integration_id=integration.id, user_id=account.user_id)
        if await open_ones.count() >= MOST_OPEN:
            raise Busy(f"{MOST_OPEN} authorizations of this user are open already", LIFE)
        await OAuthFlow.create(
            digest=digest,
            integration_id=integration.id,
            project_id=integration.project_id,
            user_id=account.user_id,
            is_sandbox=account.is_sandbox,
            credential_id=account.credential_id,
            return_url=wish.return_url,
            sealed=context.vault.seal(verifier, _purpose(digest)),
            sealed_parameters=seal_parameters(context.vault, digest, own),
            expires_ms=now + int(LIFE.total_seconds() * 1_000),
        )

    await atomically(insert)
    back = redirect_url(context.settings, integration.id)
    return oauth_requests.authorization_url(
        client, state=state, verifier=verifier, redirect_url=back
    )


async def finish_oauth(context: Context, integration_id: str, query: Mapping[str, str]) -> Came:
    """Take what the browser brings back from the provider. Whatever it is, a Came comes back."""
    flow = await _taken(integration_id, query.get("state", ""))
    if flow is None:
        return Came("This link is not valid any more. Start again where you came from.")
    came = await _concluded(context, flow, query)
    if came.problem:
        log.warning("oauth.not_connected", integration=integration_id, problem=came.problem)
    return Came(came.problem, came.credential_id, flow.return_url)


async def _concluded(context: Context, flow: OAuthFlow, query: Mapping[str, str]) -> Came:
    if said := query.get("error"):
        return Came(f"The provider did not authorize it: {_plain(said, query)}.")
    code = query.get("code", "")
    if not 0 < len(code) <= MAX_CODE or not text.is_clean(code):
        return Came("The provider sent no code back.")
    integration = await Integration.get_or_none(id=flow.integration_id)
    if integration is None:
        return Came("The integration is gone.")
    own = parameters_of(context.vault, flow.digest, flow.sealed_parameters)
    try:
        client = await oauth_calls.client_of(context, integration, own)
    except ValueError:
        return Came("The OAuth app is not set up any more.")
    verifier = context.vault.open(flow.sealed, _purpose(flow.digest))
    request = oauth_requests.code_request(
        client,
        code=code,
        verifier=verifier,
        redirect_url=redirect_url(context.settings, integration.id),
    )
    asked = await oauth_calls.ask(context, client, request, [code, verifier])
    if isinstance(asked.outcome, Refusal):
        return Came(f"{asked.outcome}.")
    token = asked.outcome
    held = Held(bearer(token), token, exchange=asked.exchange, parameters=own)
    return await _kept(context, integration, flow, held)


async def _kept(context: Context, integration: Integration, flow: OAuthFlow, held: Held) -> Came:
    account = Account(flow.user_id, is_sandbox=flow.is_sandbox, credential_id=flow.credential_id)
    before = await Credential.get_or_none(id=flow.credential_id) if flow.credential_id else None
    provider_id, note, is_same = before.provider_id if before else None, "", False
    if integration.lookup is not None:
        found = await connecting.drafted(context, integration, account, held)
        if found.provider_id and provider_id and found.provider_id != provider_id:
            return Came("This is another account at the provider than the one to connect again.")
        is_same = provider_id is not None and found.provider_id == provider_id
        provider_id = found.provider_id or provider_id
        note = f"The Provider ID is not known: {found.problem}" if found.problem else ""
    held = replace(held, provider_id=provider_id, note=note, is_same=is_same)
    try:
        row = await connecting.keep(context, integration, account, held)
    except NotFound as error:
        return Came(f"It cannot be connected: {error}.")
    return Came(credential_id=row.id)


async def _taken(integration_id: str, state: str) -> OAuthFlow | None:
    """The flow of a state, which is then used up."""
    if not 0 < len(state) <= MAX_STATE or not text.is_clean(state):
        return None
    digest = tokens.digest(state)

    async def take() -> OAuthFlow | None:
        found = OAuthFlow.filter(digest=digest, integration_id=integration_id)
        row = await found.get_or_none(expires_ms__gt=clock.now_ms())
        return row if row and await found.delete() else None

    return await atomically(take)


async def _account(context: Context, caller: Caller, wish: Wish) -> Account:
    """Whose account it will be. Raises Invalid (`credentialId`, `userId`)."""
    if wish.credential_id is None:
        user_id = (wish.user_id or caller.user_id or "").strip()
        return Account(user_id, is_sandbox=wish.is_sandbox, parameters=wish.parameters or ())
    try:
        row = await get_credential(caller, wish.credential_id)
    except NotFound as error:
        raise Invalid.one(ProblemCode.NOT_FOUND, str(error), "credentialId") from None
    if row.integration_id != wish.integration_id or wish.user_id not in {None, row.user_id}:
        message = "it is an account of another integration, or of another user"
        raise Invalid.one(ProblemCode.NOT_FOUND, message, "credentialId")
    given = wish.parameters
    if given is None:
        own = parameters_of(context.vault, row.id, row.sealed_parameters)
        given = tuple(KeyValue(name, value) for name, value in own.items())
    return Account(row.user_id, is_sandbox=row.is_sandbox, credential_id=row.id, parameters=given)


async def _client(
    context: Context, caller: Caller, integration: Integration, own: Mapping[str, str]
) -> Client:
    """The app to authorize. Raises Invalid; what is wrong with it is told to an editor alone."""
    app = oauth_app.decode(integration.oauth) if integration.oauth else None
    try:
        client = await oauth_calls.client_of(context, integration, own)
        if app is None or app.grant is OAuthGrant.AUTHORIZATION_CODE:
            return client
        problem = "its grant is CLIENT_CREDENTIALS: use connectAccount"
    except ValueError as error:
        problem = str(error)
    if caller.kind is not CallerKind.EDITOR:
        problem = "its accounts cannot be connected by OAuth now"
    raise Invalid.one(ProblemCode.INCOMPLETE, problem, "integrationId")


def _problems(
    settings: Settings, wish: Wish, account: Account, integration: Integration
) -> Iterator[Problem]:
    yield from text.problems(account.user_id, "userId", most=MAX_ID, what="the user's id")
    if wish.return_url is not None and (fault := return_urls.fault(settings, wish.return_url)):
        yield Problem(ProblemCode.NOT_ALLOWED, fault, ("returnUrl",))
    declared = parameter_names(integration, by_oauth=True)
    yield from parameters.problems(account.parameters, declared=declared, needed=declared)


def _plain(said: str, query: Mapping[str, str]) -> str:
    """The provider's words: printable, on one line."""
    words = " ".join(part for part in (said, query.get("error_description", "")) if part)
    shown = "".join(each if each.isprintable() else " " for each in words)
    return text.shorten(" ".join(shown.split()), _MAX_WORDS).rstrip(".")


def _purpose(digest: str) -> str:
    return f"oauth:{digest}"
