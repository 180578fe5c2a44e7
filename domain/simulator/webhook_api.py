"""An API that webhooks are made by: create, list, read, renew, remove, and everything that can go wrong with that.

Knows one account's token and what stands in memory; leaves out deliveries and being served. What goes wrong is told
beforehand, a mishap for each request to come.
"""

import secrets
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Final

import orjson

from domain import clock
from domain.request import Malformed, Request
from domain.simulator.asgi import Receive, Scope, Send, read

PATH: Final = "/webhooks"

Meanwhile = Callable[["Hook"], Awaitable[None]]


class Mishap(StrEnum):
    """What goes wrong with one request. CUT_BEFORE, CUT_AFTER: the connection breaks before, or after, it was obeyed.

    LOSE: it is answered well, and forgotten.
    """

    NONE = "NONE"
    LIMITED = "LIMITED"
    FAIL = "FAIL"
    FAIL_AFTER = "FAIL_AFTER"
    REFUSE = "REFUSE"
    CUT_BEFORE = "CUT_BEFORE"
    CUT_AFTER = "CUT_AFTER"
    LOSE = "LOSE"
    GIBBERISH = "GIBBERISH"


@dataclass(frozen=True, slots=True)
class Hook:
    """One webhook at the provider."""

    id: str
    url: str
    secret: str
    state: str = "enabled"
    expires_at: datetime | None = None

    def shown(self) -> dict[str, Any]:
        """As the API shows it."""
        ends = self.expires_at.isoformat() if self.expires_at else None
        return {"id": self.id, "url": self.url, "status": self.state, "expires_at": ends}


@dataclass(frozen=True, slots=True)
class Asked:
    """One request, as it was obeyed or not. status: None when the connection was cut."""

    method: str
    path: str
    token: str
    status: int | None


class Cut(Exception):
    """Ends a connection in the middle of an answer."""


@dataclass(slots=True)
class WebhookApi:
    """An ASGI application. token: the only one that is let in. life: how long a webhook stands; None for ever.

    is_unique: whether a second webhook for an address is refused. page_size: of the list. mishaps: of the next requests. meanwhile: what is
    done, such as a handshake, before a creation is answered.
    """

    token: str
    life: timedelta | None = None
    is_unique: bool = False
    page_size: int = 100
    retry_after: str = "1"
    hooks: dict[str, Hook] = field(default_factory=dict)
    asked: list[Asked] = field(default_factory=list)
    mishaps: deque[Mishap] = field(default_factory=deque)
    meanwhile: Meanwhile | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request. To be served without lifespan messages."""
        request = await read(scope, receive)
        if request is None:
            raise Cut
        mishap = self.mishaps.popleft() if self.mishaps else Mishap.NONE
        status, headers, value = await self._answer(request, mishap)
        is_cut = mishap in {Mishap.CUT_BEFORE, Mishap.CUT_AFTER}
        token = request.header_values("authorization")
        said = token[0].removeprefix("Bearer ") if token else ""
        self.asked.append(Asked(request.method, request.path, said, None if is_cut else status))
        body = b"" if value is None else orjson.dumps(value)
        body = b"<html>" if mishap is Mishap.GIBBERISH else body
        if is_cut:
            headers, body = {"content-length": "100"}, b"{"
        await send(_start(200 if is_cut else status, headers))
        await send({"type": "http.response.body", "body": body, "more_body": is_cut})
        if is_cut:
            raise Cut

    def urls(self) -> list[str]:
        """Where it delivers to, a repeated address repeated."""
        return sorted(hook.url for hook in self.hooks.values())

    def methods(self) -> list[str]:
        """What was asked, in order."""
        return [one.method for one in self.asked]

    async def _answer(self, request: Request, mishap: Mishap) -> tuple[int, dict[str, str], Any]:
        match mishap:
            case Mishap.LIMITED:
                return 429, {"retry-after": self.retry_after}, {"error": "too many requests"}
            case Mishap.FAIL | Mishap.CUT_BEFORE:
                return 500, {}, {"error": "something broke"}
            case Mishap.REFUSE:
                return 422, {}, {"error": "this address is not wanted"}
        status, value = await self._obey(request, mishap)
        return (500, {}, {}) if mishap is Mishap.FAIL_AFTER else (status, {}, value)

    async def _obey(self, request: Request, mishap: Mishap) -> tuple[int, Any]:
        if request.header_values("authorization") != (f"Bearer {self.token}",):
            return 401, {"error": "who are you?"}
        self._forget_expired()
        identifier = request.path.rpartition(PATH)[2].strip("/")
        if identifier:
            return self._one(request.method, identifier)
        if request.method == "POST":
            return await self._create(request, mishap)
        if request.method == "DELETE":
            return self._remove_by_url(dict(request.query).get("url", ""))
        return 200, self._page(int(dict(request.query).get("page", "0")))

    def _page(self, number: int) -> dict[str, Any]:
        hooks = list(self.hooks.values())
        first = number * self.page_size
        is_last = first + self.page_size >= len(hooks)
        return {
            "data": [hook.shown() for hook in hooks[first : first + self.page_size]],
            "next": None if is_last else f"{PATH}?page={number + 1}",
        }

    def _remove_by_url(self, url: str) -> tuple[int, Any]:
        left = {key: hook for key, hook in self.hooks.items() if hook.url != url}
        is_gone, self.hooks = len(left) < len(self.hooks), left
        return (204, None) if is_gone else (404, {"error": "there is no such webhook"})

    def _one(self, method: str, identifier: str) -> tuple[int, Any]:
        hook = self.hooks.get(identifier)
        if hook is None:
            return 404, {"error": "there is no such webhook"}
        if method == "DELETE":
            del self.hooks[identifier]
            return 204, None
        if method == "PATCH":
            hook = self.hooks[identifier] = replace(hook, expires_at=self._ends())
        return 200, hook.shown()

    async def _create(self, request: Request, mishap: Mishap) -> tuple[int, Any]:
        try:
            url = str(request.json["url"])
        except (Malformed, KeyError, TypeError):
            return 422, {"error": "url is missing"}
        if self.is_unique and url in self.urls():
            return 409, {"error": "there is one for this address"}
        hook = Hook(
            f"wh-{secrets.token_hex(4)}", url, secrets.token_hex(16), expires_at=self._ends()
        )
        self.hooks[hook.id] = hook
        if self.meanwhile is not None:
            await self.meanwhile(hook)
        if mishap is Mishap.LOSE:
            del self.hooks[hook.id]
        return 201, {**hook.shown(), "secret": hook.secret}

    def _ends(self) -> datetime | None:
        return clock.now() + self.life if self.life else None

    def _forget_expired(self) -> None:
        now = clock.now()
        self.hooks = {
            key: hook
            for key, hook in self.hooks.items()
            if hook.expires_at is None or hook.expires_at > now
        }


def _start(status: int, headers: dict[str, str]) -> dict[str, Any]:
    pairs = [(name.encode(), value.encode()) for name, value in headers.items()]
    return {
        "type": "http.response.start",
        "status": status,
        "headers": [(b"content-type", b"application/json"), *pairs],
    }
