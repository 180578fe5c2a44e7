"""An OAuth 2.0 provider: the page where a person allows the access, the token endpoint, revocation, and `GET /me`.

Strict as RFC 9700 asks of one: codes are good once, bound to the redirect URI and to PKCE; a refresh token is good once
where they rotate, and one that comes again ends the whole grant. Knows one app and what stands in memory; leaves out
being served. What goes wrong is told beforehand, a mishap for each request to the token endpoint to come.
"""

import asyncio
import base64
import binascii
import hashlib
import hmac
import html
import secrets
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final
from urllib.parse import urlencode

import orjson

from domain import clock
from domain.request import Request
from domain.simulator.asgi import Receive, Scope, Send, read

AUTHORIZE: Final = "/oauth/authorize"
DECIDE: Final = "/oauth/decide"
TOKEN: Final = "/oauth/token"  # noqa: S105  a path
REVOKE: Final = "/oauth/revoke"
ME: Final = "/me"


class Mishap(StrEnum):
    """What goes wrong with one request to the token endpoint. CUT: the connection breaks after it was obeyed."""

    NONE = "NONE"
    FAIL = "FAIL"
    LIMITED = "LIMITED"
    CUT = "CUT"
    STALL = "STALL"
    GIBBERISH = "GIBBERISH"
    SLOW = "SLOW"


@dataclass
class Granted:
    """One allowed access. access: valid tokens and when they end, ms. refresh: the one that counts. is_over: revoked."""

    account: str
    refresh: str
    access: dict[str, int] = field(default_factory=dict)
    used: set[str] = field(default_factory=set)
    is_over: bool = False


@dataclass(frozen=True)
class Code:
    """What a code stands for."""

    account: str
    redirect_uri: str
    challenge: str


Answered = tuple[int, Any, dict[str, str]]


class OAuthServer:
    """One app at a provider. account: who allows the access next. rotates: whether a refresh token is good once.

    gives_refresh: whether a code brings a refresh token; some do so for the first one only. seconds: the life of an access token; None says nothing of it. mishaps: of the requests to come. asked: the grant
    types of the token requests so far. held: what a SLOW answer waits for.
    """

    def __init__(self, client_id: str, client_secret: str, redirect_uri: str) -> None:
        self.client_id, self.client_secret = client_id, client_secret
        self.redirect_uri = redirect_uri
        self.account = "T1"
        self.rotates = True
        self.gives_refresh = True
        self.needs_pkce = True
        self.seconds: int | None = 3_600
        self.extra: dict[str, Any] = {}
        self.mishaps: deque[Mishap] = deque()
        self.held = asyncio.Event()
        self.asked: list[str] = []
        self.revoked: list[str] = []
        self.grants: list[Granted] = []
        self._given_away: list[str] = []
        self._codes: dict[str, Code] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one HTTP request. To be served without lifespan messages."""
        request = await read(scope, receive)
        if request is None:
            await _send(send, 413, {"error": "invalid_request"}, {})
            return
        if request.path != TOKEN:
            await _send(send, *self._answer(request))
            return
        mishap = self.mishaps.popleft() if self.mishaps else Mishap.NONE
        await self._token_or_mishap(request, mishap, send)

    def tokens(self) -> list[str]:
        """Every token it ever gave, and its secrets: what must not be found anywhere else."""
        return [self.client_secret, *self._given_away]

    async def _token_or_mishap(self, request: Request, mishap: Mishap, send: Send) -> None:
        if mishap is Mishap.FAIL:
            await _send(send, 503, "upstream unavailable", {})
        elif mishap is Mishap.LIMITED:
            await _send(send, 429, {"error": "slow_down"}, {"retry-after": "120"})
        elif mishap is Mishap.GIBBERISH:
            await _send(send, 200, "<html>welcome</html>", {})
        elif mishap is Mishap.STALL:
            await self.held.wait()
        else:
            answered = self._token(request)
            if mishap is Mishap.SLOW:
                await self.held.wait()
            await _send(send, *answered, is_cut=mishap is Mishap.CUT)

    def _answer(self, request: Request) -> Answered:
        match (request.method, request.path):
            case ("GET", "/oauth/authorize"):
                return self._page(dict(request.query))
            case ("GET", "/oauth/decide"):
                return self._decided(dict(request.query))
            case ("POST", "/oauth/revoke"):
                return self._revoke(request)
            case ("GET", "/me"):
                return self._me(request)
            case _:
                return 404, {"error": "not_found"}, {}

    def _page(self, asked: Mapping[str, str]) -> Answered:
        """Ask the person, or refuse on the page itself: a wrong app must not be redirected to."""
        if (
            asked.get("client_id") != self.client_id
            or asked.get("redirect_uri") != self.redirect_uri
        ):
            return 400, "<p>Unknown app or redirect URI.</p>", {}
        if self.needs_pkce and asked.get("code_challenge_method") != "S256":
            return 400, "<p>This provider wants PKCE.</p>", {}
        links = [_link(asked, word) for word in ("allow", "deny")]
        return 200, f"<h1>Allow {html.escape(self.client_id)}?</h1>{' '.join(links)}", {}

    def _decided(self, asked: Mapping[str, str]) -> Answered:
        back = {"state": asked.get("state", "")}
        if asked.get("decision") != "allow":
            back |= {"error": "access_denied", "error_description": "The person said no."}
        else:
            back["code"] = secrets.token_urlsafe(24)
            challenge = asked.get("code_challenge", "")
            self._codes[back["code"]] = Code(self.account, self.redirect_uri, challenge)
        return 302, "", {"location": f"{self.redirect_uri}?{urlencode(back)}"}

    def _token(self, request: Request) -> Answered:
        given = dict(request.form)
        self.asked.append(given.get("grant_type", ""))
        if not self._is_client(request, given):
            return 401, {"error": "invalid_client"}, {}
        match given.get("grant_type"):
            case "authorization_code":
                return self._by_code(given)
            case "refresh_token":
                return self._by_refresh(given.get("refresh_token", ""))
            case "client_credentials":
                granted = Granted(self.account, "")
                self.grants.append(granted)
                return self._given(granted, has_refresh=False)
            case _:
                return 400, {"error": "unsupported_grant_type"}, {}

    def _is_client(self, request: Request, given: Mapping[str, str]) -> bool:
        name, secret = given.get("client_id", ""), given.get("client_secret", "")
        scheme, _, pair = dict(request.headers).get("authorization", "").partition(" ")
        if scheme.lower() == "basic":
            try:
                name, _, secret = base64.b64decode(pair, validate=True).decode().partition(":")
            except (binascii.Error, UnicodeDecodeError):
                return False
        return name == self.client_id and hmac.compare_digest(
            secret.encode(), self.client_secret.encode()
        )

    def _by_code(self, given: Mapping[str, str]) -> Answered:
        code = self._codes.pop(given.get("code", ""), None)
        if code is None or given.get("redirect_uri") != code.redirect_uri:
            return _refused("the code is unknown, or was used")
        made = hashlib.sha256(given.get("code_verifier", "").encode()).digest()
        if code.challenge and _unpadded(made) != code.challenge:
            return _refused("the verifier is another one")
        granted = Granted(code.account, _fresh("refresh"))
        self.grants.append(granted)
        return self._given(granted, has_refresh=self.gives_refresh)

    def _by_refresh(self, token: str) -> Answered:
        for one in self.grants:
            if token and token in one.used:
                one.is_over = True  # somebody has a token that was used up: RFC 9700, 4.14.2
                one.access.clear()
        found = next((one for one in self.grants if token and one.refresh == token), None)
        if found is None or found.is_over:
            return _refused("the refresh token is unknown, used up or revoked")
        if self.rotates:
            found.used.add(found.refresh)
            found.refresh = _fresh("refresh")
        return self._given(found, has_refresh=self.rotates)

    def _given(self, granted: Granted, *, has_refresh: bool) -> Answered:
        token = _fresh("access")
        self._given_away += [token, *filter(None, [granted.refresh])]
        granted.access[token] = clock.now_ms() + (self.seconds or 3_600) * 1_000
        body: dict[str, Any] = {"access_token": token, "token_type": "Bearer", **self.extra}
        if self.seconds is not None:
            body["expires_in"] = self.seconds
        if has_refresh:
            body["refresh_token"] = granted.refresh
        return 200, body, {"cache-control": "no-store"}

    def _revoke(self, request: Request) -> Answered:
        given = dict(request.form)
        if not self._is_client(request, given):
            return 401, {"error": "invalid_client"}, {}
        token = given.get("token", "")
        self.revoked.append(token)
        for one in self.grants:
            if token == one.refresh or token in one.access:
                one.is_over = True
                one.access.clear()
        return 200, {}, {}

    def _me(self, request: Request) -> Answered:
        token = dict(request.headers).get("authorization", "").removeprefix("Bearer ")
        for one in self.grants:
            if one.access.get(token, 0) > clock.now_ms():
                return 200, {"team": {"id": one.account}, "seen": token}, {}
        return 401, {"error": "invalid_token"}, {}


def _link(asked: Mapping[str, str], word: str) -> str:
    url = f"{DECIDE}?{urlencode({**asked, 'decision': word})}"
    return f'<a href="{html.escape(url)}">{word}</a>'


def _refused(why: str) -> Answered:
    return 400, {"error": "invalid_grant", "error_description": why}, {}


def _fresh(kind: str) -> str:
    return f"planted-{kind}-{secrets.token_urlsafe(24)}"


def _unpadded(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).decode().rstrip("=")


async def _send(
    send: Send, status: int, value: Any, headers: Mapping[str, str], *, is_cut: bool = False
) -> None:
    is_text = isinstance(value, str)
    body = value.encode() if is_text else orjson.dumps(value)
    kind = "text/html; charset=utf-8" if is_text else "application/json"
    listed = [("content-type", kind), ("content-length", str(len(body))), *headers.items()]
    raw = [(name.encode(), text.encode("latin-1", "replace")) for name, text in listed]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    # a server that gets less than was announced breaks the connection off
    await send({"type": "http.response.body", "body": body[: len(body) // 2] if is_cut else body})
