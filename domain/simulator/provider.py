"""The simulator: one provider, the account that may call its API, and the webhooks that were made there."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any, Final
from urllib.parse import urlsplit

import httpx

from domain import clock
from domain.catalog import Provider
from domain.errors import Invalid
from domain.handshakes import Answer, HandshakeRule
from domain.reply import Reply
from domain.request import Request
from domain.signatures.facts import public_leaves
from domain.signatures.key_pairs import generate
from domain.simulator import calls, sending
from domain.simulator.asgi import Receive, Scope, Send, read, respond
from domain.simulator.calls import Creation, Refusal
from domain.simulator.challenges import Unanswered, challenge
from domain.simulator.examples import draft
from domain.simulator.materials import Material, made_up, with_pairs
from domain.templates.errors import TemplateError

_AGE: Final = timedelta(hours=3)
_OWN: Final = 0
_OTHERS: Final = 1
"""Numbers of key pairs: the provider's own, and those of somebody else."""


@dataclass(frozen=True, slots=True)
class Webhook:
    """One webhook. persisted: what both sides keep of it, by the names of the catalog: ids and secrets.

    shown: one-off values that a person at the other side has to see. awaited: addresses that the other side still
    has to call.
    """

    target: str
    persisted: Mapping[str, str]
    shown: Mapping[str, str] = field(default_factory=dict)
    awaited: frozenset[str] = frozenset()


class Simulator:
    """A provider of the catalog: an ASGI application (its API) and a sender (its deliveries).

    client: sends handshakes and deliveries. credential: the values of the one account that may call its API.
    app: the secrets of the app at the provider, by the names that the catalog gives them. webhooks: by their target.
    """

    def __init__(
        self,
        provider: Provider,
        client: httpx.AsyncClient,
        *,
        credential: Mapping[str, str] | None = None,
        app: Mapping[str, str] | None = None,
    ) -> None:
        self.provider = provider
        self.webhooks: dict[str, Webhook] = {}
        self._client = client
        self._names = {"credential": dict(credential or {}), "secrets": dict(app or {})}

    def base_url(self, origin: str) -> str:
        """The API's base URL where the simulator is served at this origin."""
        return origin.rstrip("/") + calls.base_path(self.provider)

    def public_keys(self) -> dict[str, str]:
        """What it would publish: the public halves of its key pairs, by the names of the catalog's secrets."""
        pairs = (generate(leaf, _OWN) for leaf in public_leaves(self.provider.schemes[0].scheme))
        return {pair.name: pair.public for pair in pairs}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request to the provider's API. To be served without lifespan messages."""
        request = await read(scope, receive)
        if request is None:
            await respond(send, 413, _errors("the body is too large"))
        elif self._is_awaited(request):
            await respond(send, 200, {})
        else:
            await respond(send, *await self._answer(request))

    async def check(self, target: str, *, is_new: bool = False) -> Webhook:
        """Do what the provider does with an address: every handshake of the catalog.

        is_new: before the creation is answered, without those that need what the answer brings.

        The address counts from then on, as if a person had entered it in the provider's console. Raises
        Unanswered; TemplateError or Invalid for a secret that the simulator was not told.
        """
        before = self.webhooks.get(target)
        self.webhooks[target] = Webhook(target, before.persisted if before else {})
        try:
            for rule in self.provider.handshakes:
                if not (is_new and calls.comes_later(self.provider, rule)):
                    self._agree(target, await self._perform(rule, target))
        except BaseException:
            self._forget(target, before)
            raise
        return self.webhooks[target]

    async def try_out(self, target: str) -> None:
        """Do what the provider does when a webhook that it made is tried: the handshakes that `is_new` left out.

        Raises as `check` does.
        """
        for rule in self.provider.handshakes:
            if calls.comes_later(self.provider, rule):
                self._agree(target, await self._perform(rule, target))

    async def send(
        self,
        target: str,
        *,
        request: Request | None = None,
        signed_for: str | None = None,
        at: datetime | None = None,
    ) -> httpx.Response:
        """Deliver a genuine event, signed now, or as if it were `at`.

        request: a draft, of the first example when absent. signed_for: the webhook whose secrets sign when it is
        not the target's own. Raises Invalid for a missing secret, httpx.HTTPError.
        """
        given = self._secrets(signed_for or target)
        ready = request or draft(self.provider, target)
        genuine = sending.signed(self.provider, ready, given, at or clock.now())
        return await sending.post(self._client, genuine)

    async def forged(self, target: str, *, request: Request | None = None) -> httpx.Response:
        """Deliver an event that somebody else signed, with secrets that they made up. Raises httpx.HTTPError."""
        guessed = made_up(self.provider.schemes[0].scheme, number=_OTHERS)
        ready = request or draft(self.provider, target)
        forgery = sending.signed(self.provider, ready, guessed, clock.now())
        return await sending.post(self._client, forgery)

    async def stale(self, target: str, *, request: Request | None = None) -> httpx.Response:
        """Deliver a genuine event three hours after it was signed, as a replay does.

        Only a scheme that signs the time can show it. Raises as `send` does.
        """
        return await self.send(target, request=request, at=clock.now() - _AGE)

    async def _answer(self, request: Request) -> tuple[int, Any]:
        call = calls.recognise(self.provider, self._names, request)
        if isinstance(call, Refusal):
            return call.status, _errors(call.message)
        if isinstance(call, Creation):
            return await self._create(call.target)
        return self._remove(request, by_id=call.by_id)

    async def _create(self, target: str) -> tuple[int, Any]:
        try:
            webhook = await self.check(target, is_new=True)
        except Unanswered as error:
            return 400, _errors(f"the address did not answer the handshake: {error}")
        except (TemplateError, Invalid) as error:
            return 400, _errors(f"the app is not set up: {error}")
        given, body = calls.created(self.provider)
        self.webhooks[target] = replace(webhook, persisted={**webhook.persisted, **given})
        return 201, body

    def _agree(self, target: str, agreed: Answer) -> None:
        webhook = self.webhooks[target]
        self.webhooks[target] = replace(
            webhook,
            persisted={**webhook.persisted, **agreed.persist},
            shown={**webhook.shown, **agreed.show},
        )

    def _forget(self, target: str, before: Webhook | None) -> None:
        del self.webhooks[target]
        if before is not None:
            self.webhooks[target] = before

    def _await(self, target: str, url: str | None) -> None:
        """Expect a call to an address. It may come before the answer to the handshake that gave it."""
        if url is not None:
            webhook = self.webhooks[target]
            self.webhooks[target] = replace(webhook, awaited=webhook.awaited | {url})

    def _is_awaited(self, request: Request) -> bool:
        """Whether a request calls an address that a handshake gave; it then counts as called."""
        for webhook in self.webhooks.values():
            for url in webhook.awaited:
                parts = urlsplit(url)
                if (parts.path, parts.query) == (request.path, request.query_string):
                    left = webhook.awaited - {url}
                    self.webhooks[webhook.target] = replace(webhook, awaited=left)
                    return True
        return False

    def _remove(self, request: Request, *, by_id: bool) -> tuple[int, Any]:
        said = f"{request.path} {request.query_string} {request.body.decode(errors='replace')}"
        gone = [
            one.target
            for one in self.webhooks.values()
            if not by_id or any(value in said for value in one.persisted.values())
        ]
        for target in gone:
            del self.webhooks[target]
        return (200, {}) if gone else (404, _errors("there is no such webhook"))

    async def _perform(self, rule: HandshakeRule, target: str) -> Answer:
        one = challenge(rule, target, self._names)
        request = one.request
        if rule.signed:
            request = sending.signed(self.provider, request, self._secrets(target), clock.now())
        self._await(target, one.address(request))
        try:
            response = await sending.post(self._client, request)
        except httpx.HTTPError as error:
            reason = str(error) or type(error).__name__
            raise Unanswered(f"{rule.name}: {reason}") from error
        headers = tuple(response.headers.items())
        return one.agreed(request, Reply(response.status_code, headers, response.content))

    def _secrets(self, target: str) -> Material:
        webhook = self.webhooks.get(target)
        persisted = dict(webhook.persisted) if webhook else {}
        given = sending.secrets_of(self.provider, {**self._names, "persisted": persisted})
        return with_pairs(self.provider.schemes[0].scheme, given, _OWN)


def _errors(message: str) -> dict[str, Any]:
    return {"errors": [{"message": message}]}
