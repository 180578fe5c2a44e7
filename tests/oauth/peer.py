# ruff: noqa: ARG001, ARG002, ARG005, C901, D102 -- the methods are authlib's, which calls and describes them
"""A real OAuth server: authlib's, on a small Starlette app. It knows one app, and one person who allows everything."""

import json
import secrets
import time
from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from authlib.oauth2.rfc6749 import (
    AuthorizationServer,
    ClientMixin,
    OAuth2Error,
    OAuth2Payload,
    OAuth2Request,
    TokenMixin,
    grants,
)
from authlib.oauth2.rfc6750 import BearerTokenGenerator
from authlib.oauth2.rfc7009 import RevocationEndpoint
from authlib.oauth2.rfc7636 import CodeChallenge
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

PERSON = {"id": "T-authlib"}


@dataclass
class App(ClientMixin):  # type: ignore[misc]  # authlib has no types
    """The registered app."""

    client_id: str
    client_secret: str
    redirect_uri: str
    method: str

    def get_client_id(self) -> str:
        return self.client_id

    def get_default_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == self.redirect_uri

    def check_client_secret(self, client_secret: str) -> bool:
        return secrets.compare_digest(client_secret, self.client_secret)

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return method == self.method

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type in {"authorization_code", "refresh_token"}


@dataclass
class Code:
    """What authlib asks of a code."""

    code: str
    redirect_uri: str
    scope: str
    code_challenge: str
    code_challenge_method: str

    def get_redirect_uri(self) -> str:
        return self.redirect_uri

    def get_scope(self) -> str:
        return self.scope


@dataclass
class Token(TokenMixin):  # type: ignore[misc]  # authlib has no types
    """One pair of tokens."""

    access_token: str
    refresh_token: str
    scope: str
    ends_at: float
    is_over: bool = False

    def check_client(self, client: App) -> bool:
        return True

    def get_scope(self) -> str:
        return self.scope

    def get_expires_in(self) -> int:
        return 600

    def is_expired(self) -> bool:
        return time.time() > self.ends_at

    def is_revoked(self) -> bool:
        return self.is_over


class _Payload(OAuth2Payload):  # type: ignore[misc]  # authlib has no types
    def __init__(self, pairs: list[tuple[str, str]]) -> None:
        self._pairs = pairs

    @property
    def data(self) -> dict[str, str]:
        return dict(self._pairs)

    @property
    def datalist(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = defaultdict(list)
        for name, value in self._pairs:
            found[name].append(value)
        return found


class _Asked(OAuth2Request):  # type: ignore[misc]  # authlib has no types
    def __init__(self, request: Request, body: bytes) -> None:
        # authlib refuses http; this server stands on the loopback
        uri = str(request.url).replace("http://", "https://", 1)
        super().__init__(request.method, uri, headers=request.headers)
        self._form = parse_qsl(body.decode())
        self.payload = _Payload([*request.query_params.multi_items(), *self._form])

    @property
    def args(self) -> dict[str, str]:
        return dict(self.payload.data)

    @property
    def form(self) -> dict[str, str]:
        return dict(self._form)


@dataclass
class Peer:
    """codes, tokens: what it gave. app: who may ask."""

    app: App
    codes: dict[str, Code] = field(default_factory=dict)
    tokens: list[Token] = field(default_factory=list)

    def asgi(self) -> Starlette:
        """The server, to be served."""
        server = self._server()

        async def authorize(request: Request) -> Response:
            asked = _Asked(request, b"")
            try:
                grant = server.get_consent_grant(asked, end_user=PERSON)
            except OAuth2Error as error:
                return JSONResponse(dict(error.get_body()), 400)
            return _response(server.create_authorization_response(asked, PERSON, grant))

        async def token(request: Request) -> Response:
            return _response(server.create_token_response(_Asked(request, await request.body())))

        async def revoke(request: Request) -> Response:
            asked = _Asked(request, await request.body())
            return _response(server.create_endpoint_response("revocation", asked))

        async def me(request: Request) -> Response:
            bearer = request.headers.get("authorization", "").removeprefix("Bearer ")
            known = [each for each in self.tokens if each.access_token == bearer]
            if not known or known[0].is_over:
                return JSONResponse({"error": "invalid_token"}, 401)
            return JSONResponse({"team": PERSON})

        return Starlette(
            routes=[
                Route("/oauth/authorize", authorize),
                Route("/oauth/token", token, methods=["POST"]),
                Route("/oauth/revoke", revoke, methods=["POST"]),
                Route("/me", me),
            ]
        )

    def _server(self) -> Any:
        peer = self

        class Server(AuthorizationServer):  # type: ignore[misc]  # authlib has no types
            def query_client(self, client_id: str) -> App | None:
                return peer.app if client_id == peer.app.client_id else None

            def save_token(self, token: dict[str, Any], request: Any) -> None:
                ends_at = time.time() + token["expires_in"]
                kept = Token(
                    token["access_token"],
                    token.get("refresh_token", ""),
                    token.get("scope", ""),
                    ends_at,
                )
                peer.tokens.append(kept)

            def create_oauth2_request(self, request: Any) -> Any:
                return request

            def handle_response(self, status: int, body: Any, headers: Any) -> Any:
                return status, body, headers

            def send_signal(self, *args: Any, **kwargs: Any) -> None:
                return

        class CodeGrant(grants.AuthorizationCodeGrant):  # type: ignore[misc]  # authlib has no types
            TOKEN_ENDPOINT_AUTH_METHODS = (peer.app.method,)

            def save_authorization_code(self, code: str, request: Any) -> None:
                data = request.payload.data
                peer.codes[code] = Code(
                    code,
                    data["redirect_uri"],
                    data.get("scope", ""),
                    data.get("code_challenge", ""),
                    data.get("code_challenge_method", ""),
                )

            def query_authorization_code(self, code: str, client: App) -> Code | None:
                return peer.codes.get(code)

            def delete_authorization_code(self, authorization_code: Code) -> None:
                del peer.codes[authorization_code.code]

            def authenticate_user(self, authorization_code: Code) -> dict[str, str]:
                return PERSON

        class RefreshGrant(grants.RefreshTokenGrant):  # type: ignore[misc]  # authlib has no types
            TOKEN_ENDPOINT_AUTH_METHODS = (peer.app.method,)
            INCLUDE_NEW_REFRESH_TOKEN = True

            def authenticate_refresh_token(self, refresh_token: str) -> Token | None:
                found = [each for each in peer.tokens if each.refresh_token == refresh_token]
                return found[0] if found and not found[0].is_over else None

            def authenticate_user(self, refresh_token: Token) -> dict[str, str]:
                return PERSON

            def revoke_old_credential(self, refresh_token: Token) -> None:
                refresh_token.is_over = True

        class Revocation(RevocationEndpoint):  # type: ignore[misc]  # authlib has no types
            CLIENT_AUTH_METHODS = (peer.app.method,)

            def query_token(self, token_string: str, token_type_hint: str) -> Token | None:
                every = [each for each in peer.tokens if token_string in vars(each).values()]
                return every[0] if every else None

            def revoke_token(self, token: Token, request: Any) -> None:
                token.is_over = True

        server = Server()
        server.register_token_generator(
            "default",
            BearerTokenGenerator(_fresh, _fresh, lambda client, grant_type: 600),
        )
        server.register_grant(CodeGrant, [CodeChallenge(required=True)])
        server.register_grant(RefreshGrant)
        server.register_endpoint(Revocation)
        return server


def _fresh(*args: Any, **kwargs: Any) -> str:
    return f"planted-{secrets.token_urlsafe(24)}"


def _response(answered: tuple[int, Any, Any]) -> Response:
    status, body, headers = answered
    content = body if isinstance(body, str) else json.dumps(body)
    return Response(content, status, dict(headers))
