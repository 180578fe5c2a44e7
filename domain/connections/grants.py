"""What a token endpoint gives: an access token with all that comes beside it, or a refusal. Pure.

Total: whatever the endpoint sends, a `Token` or a `Refusal` comes back. Providers differ: JSON or a form, an error
with 400 or with 200, seconds as a text. What is not understood is a refusal, never an exception.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

import msgspec
import orjson

from domain import text
from domain.connections.oauth_app import OAuthGrant
from domain.outbound import Answer
from domain.registrations.requests import Authorization, AuthorizationKind
from domain.vault import Vault

MAX_TOKEN: Final = 16 * 1024
MAX_EXTRA: Final = 64 * 1024
LONGEST_LIFE: Final = 10 * 366 * 86_400

_MAX_WORDS: Final = 300
_MAX_DEPTH: Final = 20
_MOST_FIELDS: Final = 100
_OWN: Final = frozenset({"access_token", "refresh_token", "id_token", "expires_in", "expires_at"})
_HARMLESS: Final = frozenset({"token_type", "scope", "id", "name", "error", "error_description"})
_SHORTEST_SECRET: Final = 8
_FINAL: Final = frozenset(
    {
        "invalid_grant",  # RFC 6749, 5.2
        "access_denied",
        "invalid_token",
        "invalid_refresh_token",
        "bad_refresh_token",
        "token_expired",
        "token_revoked",
        "account_inactive",
        "interaction_required",
        "consent_required",
        "login_required",
    }
)
"""The words by which providers say that an account must be connected again."""


class Grant(msgspec.Struct, frozen=True, omit_defaults=True):
    """What is kept beside the access token. extra: every other field of the answer, read as `{{credential.NAME}}`.

    is_ending: the account was disconnected, and its tokens wait to be revoked; access_token: only then.
    """

    kind: OAuthGrant = OAuthGrant.AUTHORIZATION_CODE
    refresh_token: str = ""
    extra: dict[str, Any] = {}
    is_ending: bool = False
    access_token: str = ""


@dataclass(frozen=True, slots=True)
class Token:
    """seconds: how long it is valid; None when that is not said."""

    access_token: str
    refresh_token: str
    seconds: int | None
    extra: dict[str, Any]

    def __repr__(self) -> str:
        """Nothing of it: it may stand in a traceback."""
        return "Token(…)"


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why there is no token. code: of the provider, or `http_500` and the like; empty when it was not the provider.

    is_final: the grant itself ended.
    """

    code: str
    description: str = ""
    is_final: bool = False

    def __str__(self) -> str:
        """A sentence for a person, without its full stop."""
        if not self.code:
            return self.description
        said = f"{self.code}: {self.description}" if self.description else self.code
        return f"The provider refused ({said})"


def read(answer: Answer) -> Token | Refusal:
    """Read an answer of a token endpoint."""
    fields = _fields(answer)
    code = _error(answer, fields)
    if code:
        description = _words(fields.get("error_description"))
        return Refusal(code, description, is_final=code in _FINAL)
    access = fields.get("access_token")
    if not isinstance(access, str) or not _is_token(access):
        return Refusal("no_access_token", "its answer holds no access token that could be sent")
    refresh = fields.get("refresh_token")
    extra = {name: value for name, value in fields.items() if name not in _OWN}
    return Token(
        access,
        refresh if isinstance(refresh, str) and _is_token(refresh) else "",
        _seconds(fields.get("expires_in")),
        extra if len(orjson.dumps(extra)) <= MAX_EXTRA else {},
    )


def merged(grant: Grant, token: Token) -> Grant:
    """The grant after a refresh: a new refresh token takes the old one's place, and new fields those of old ones."""
    return Grant(
        grant.kind, token.refresh_token or grant.refresh_token, {**grant.extra, **token.extra}
    )


def bearer(token: Token) -> Authorization:
    """An account's values: requests are authorized by the access token unless the integration says otherwise."""
    return Authorization(AuthorizationKind.BEARER, token=token.access_token)


def can_refresh(grant: Grant) -> bool:
    """Whether an access token can be had again without the user."""
    return bool(grant.refresh_token) or grant.kind is OAuthGrant.CLIENT_CREDENTIALS


def hidden(value: Any, name: str = "") -> Iterator[str]:
    """Every text of an answer, or of kept fields, that may be a secret: all but ids, names and the like."""
    if isinstance(value, dict):
        for key, each in value.items():
            yield from hidden(each, str(key))
    elif isinstance(value, list):
        for each in value:
            yield from hidden(each, name)
    elif isinstance(value, str) and len(value) >= _SHORTEST_SECRET and not _is_harmless(name):
        yield value


def secrets_of(answer: Answer) -> list[str]:
    """Every text of a token endpoint's answer that may be a secret."""
    return list(hidden(_fields(answer)))


def is_readable(answer: Answer) -> bool:
    """Whether the answer's fields are known, so that its secrets can be masked."""
    return bool(_fields(answer))


def seal(vault: Vault, credential_id: str, grant: Grant) -> bytes:
    """Encrypt a grant for its row."""
    return vault.seal(msgspec.json.encode(grant).decode(), f"grant:{credential_id}")


def open_sealed(vault: Vault, credential_id: str, sealed: bytes) -> Grant:
    """Read what was sealed. Raises vault.Unreadable."""
    return msgspec.json.decode(vault.open(sealed, f"grant:{credential_id}"), type=Grant)


def _fields(answer: Answer) -> dict[str, Any]:
    """The answer's fields, of JSON or of a form; none when it is neither, or nested deeper than any provider's."""
    try:
        found = orjson.loads(answer.body)
    except orjson.JSONDecodeError:
        found = _form(answer.body)
    return found if isinstance(found, dict) and _is_shallow(found) else {}


def _form(body: bytes) -> dict[str, Any]:
    if b"=" not in body or body.lstrip().startswith(b"<"):
        return {}
    try:
        return dict(parse_qsl(body.decode("utf-8", "replace"), max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}


def _is_shallow(value: Any) -> bool:
    level: list[Any] = [value]
    for _ in range(_MAX_DEPTH):
        below = [list(one.values()) if isinstance(one, dict) else one for one in level]
        level = [each for one in below if isinstance(one, list) for each in one]
        if not level:
            return True
    return False


def _error(answer: Answer, fields: dict[str, Any]) -> str:
    said = fields.get("error")
    if said:
        return _words(said) if isinstance(said, str) else "error"
    if not answer.is_success:
        return f"http_{answer.status}"
    return "not_ok" if fields.get("ok") is False else ""


def _words(value: Any) -> str:
    """A short text of the provider's, fit to be shown: printable, on one line."""
    if not isinstance(value, str):
        return ""
    shown = "".join(each if each.isprintable() else " " for each in value)
    return text.shorten(" ".join(shown.split()), _MAX_WORDS)


def _is_token(value: str) -> bool:
    return 0 < len(value) <= MAX_TOKEN and value.isascii() and value.isprintable()


def _seconds(value: Any) -> int | None:
    if isinstance(value, str) and value.strip().isascii() and value.strip().isdigit():
        value = int(value.strip()[:12])
    if isinstance(value, bool) or not isinstance(value, int | float) or not value > 0:
        return None
    return int(min(value, LONGEST_LIFE))


def _is_harmless(name: str) -> bool:
    return name in _HARMLESS or name.endswith(("_id", "Id"))
