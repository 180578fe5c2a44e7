"""The requests of OAuth 2.0, as authlib writes them, for our own door to send. Pure.

RFC 6749 (authorization code, refresh, client credentials), RFC 7636 (PKCE, S256), RFC 7009 (revocation).
"""

from dataclasses import dataclass
from typing import Any, Final

from authlib.oauth2.auth import ClientAuth
from authlib.oauth2.rfc6749.parameters import prepare_grant_uri, prepare_token_request
from authlib.oauth2.rfc7009 import prepare_revoke_token_request
from authlib.oauth2.rfc7636 import create_s256_code_challenge

from domain.connections.oauth_app import ClientAuthentication, OAuthApp
from domain.outbound import OutboundRequest
from domain.templates.errors import TemplateError
from domain.templates.template import Template

_METHODS: Final = {
    ClientAuthentication.BASIC: "client_secret_basic",
    ClientAuthentication.POST: "client_secret_post",
    ClientAuthentication.NONE: "none",
}


@dataclass(frozen=True, slots=True)
class Client:
    """An app with its id and secret in the clear."""

    app: OAuthApp
    client_id: str
    client_secret: str

    def __repr__(self) -> str:
        """Nothing of it: it may stand in a traceback."""
        return "Client(…)"


def client(app: OAuthApp, secrets: dict[str, str]) -> Client:
    """Fill in the app's id and secret. Raises TemplateError: which secret is missing, or cannot be sent."""
    scope = {"secrets": secrets}
    filled = [Template.parse(each).text(scope) for each in (app.client_id, app.client_secret)]
    if app.client_authentication is ClientAuthentication.BASIC and not all(map(_is_latin, filled)):
        raise TemplateError("clientSecret", "it holds characters that basic cannot carry")
    return Client(app, *filled)


def authorization_url(one: Client, *, state: str, verifier: str, redirect_url: str) -> str:
    """Where the user's browser goes to authorize the app."""
    app = one.app
    more: dict[str, str] = {entry.name: entry.value for entry in app.extra}
    if app.uses_pkce:
        more |= {
            "code_challenge": create_s256_code_challenge(verifier),
            "code_challenge_method": "S256",
        }
    url: str = prepare_grant_uri(
        app.authorize_url,
        client_id=one.client_id,
        response_type="code",
        redirect_uri=redirect_url,
        scope=app.scope or None,
        state=state,
        **more,
    )
    return url


def code_request(one: Client, *, code: str, verifier: str, redirect_url: str) -> OutboundRequest:
    """Change a code into a token."""
    more = {"code_verifier": verifier} if one.app.uses_pkce else {}
    body = prepare_token_request("authorization_code", redirect_uri=redirect_url, code=code, **more)
    return _post(one, one.app.token_url, body)


def refresh_request(one: Client, refresh_token: str) -> OutboundRequest:
    """Change a refresh token into a new access token. The scope stays what was granted."""
    body = prepare_token_request("refresh_token", refresh_token=refresh_token)
    return _post(one, one.app.token_url, body)


def client_credentials_request(one: Client) -> OutboundRequest:
    """Ask for a token of the app itself."""
    body = prepare_token_request("client_credentials", scope=one.app.scope or None)
    return _post(one, one.app.token_url, body)


def revoke_request(one: Client, token: str, hint: str) -> OutboundRequest:
    """End a token. hint: `refresh_token` or `access_token`."""
    body, _ = prepare_revoke_token_request(token, hint)
    return _post(one, one.app.revoke_url, body)


def _is_latin(value: str) -> bool:
    return all(ord(each) < 0x100 for each in value)


def _post(one: Client, url: str, body: Any) -> OutboundRequest:
    headers: dict[str, str] = {
        "Content-Type": "application/x-www-form-urlencoded",
        "Accept": "application/json",
    }
    auth = ClientAuth(one.client_id, one.client_secret, _METHODS[one.app.client_authentication])
    url, headers, body = auth.prepare("POST", url, headers, body)
    return OutboundRequest("POST", url, tuple(headers.items()), body.encode())
