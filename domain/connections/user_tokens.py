"""User tokens: JSON Web Tokens by which the company's front end speaks for one connected user.

The company signs them with a key of its own, of which we know the public half. Which project a token is for is
said by its `kid`, the id of a registered key, or by its `aud`, the project's id: a key never opens another project.
The algorithm is the key's, never the token's.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

import orjson

from domain import clock, text
from domain.connections.callers import Caller, CallerKind
from domain.errors import Unauthenticated
from domain.identity import Kind, is_id
from domain.models import UserTokenKey
from domain.signatures import jose, public_keys
from domain.signatures.parts import JwtAlgorithm, KeyForm

MAX_TOKEN: Final = 8_192
SKEW: Final = timedelta(seconds=60)
LONGEST: Final = timedelta(hours=24)

_FAR: Final = 100_000_000_000
_MAX_USER: Final = 200
_MOST_AUDIENCES: Final = 5
_REGISTRY: Final = jose.Registry((JwtAlgorithm.RS256, JwtAlgorithm.ES256))
_UNKNOWN: Final = "the token is unknown or revoked"


@dataclass(frozen=True, slots=True)
class UserToken:
    """What a valid token says. ends_at: when it stops being valid, skew included."""

    caller: Caller
    key_id: str
    ends_at: datetime

    async def is_valid(self) -> bool:
        """Whether it would be accepted now."""
        if clock.now() >= self.ends_at:
            return False
        return await UserTokenKey.exists(id=self.key_id, revoked_ms=None)


async def authenticate(token: str) -> UserToken:
    """Read a user token. Raises Unauthenticated; what is wrong is said only of one that was really signed."""
    try:
        signed = jose.read(token if len(token) <= MAX_TOKEN else "", _REGISTRY)
    except ValueError:
        raise Unauthenticated(_UNKNOWN) from None
    claims = _claims(signed)
    row = _signer(signed, await _keys(signed.headers(), claims))
    if row is None:
        raise Unauthenticated(_UNKNOWN)
    user_id, ends_at = judge(claims, row.project_id, clock.now())
    return UserToken(Caller(row.project_id, CallerKind.USER, user_id), row.id, ends_at)


def judge(claims: Mapping[str, Any], project_id: str, now: datetime) -> tuple[str, datetime]:
    """The user, and when the token ends. Raises Unauthenticated: which claim is wrong. Pure."""
    audience = _audience(claims)
    if "aud" in claims and project_id not in audience:
        raise Unauthenticated("the token's aud is not the project's id")
    made, ends = _time(claims, "iat"), _time(claims, "exp")
    starts = _time(claims, "nbf") if "nbf" in claims else made
    at, skew = now.timestamp(), SKEW.total_seconds()
    if at >= ends + skew:
        raise Unauthenticated("the token has expired (exp)")
    if at < max(made, starts) - skew:
        raise Unauthenticated("the token is from the future (iat, nbf)")
    if not 0 < ends - made <= LONGEST.total_seconds():
        hours = LONGEST // timedelta(hours=1)
        raise Unauthenticated(f"the token's exp is at most {hours} hours after its iat")
    return _user(claims), datetime.fromtimestamp(ends, now.tzinfo) + SKEW


async def _keys(header: Mapping[str, Any], claims: Mapping[str, Any]) -> Sequence[UserTokenKey]:
    """The keys that the token may mean: the one it names, or those of the project it names."""
    valid = UserTokenKey.filter(revoked_ms=None)
    if "kid" in header:
        kid = header["kid"]
        if not isinstance(kid, str) or not is_id(kid, Kind.USER_TOKEN_KEY):
            return ()
        return await valid.filter(id=kid)
    projects = [each for each in _audience(claims) if is_id(each, Kind.PROJECT)]
    return await valid.filter(project_id__in=projects[:_MOST_AUDIENCES]).order_by("id")


def _signer(token: jose.Token, rows: Sequence[UserTokenKey]) -> UserTokenKey | None:
    header = token.headers()
    if "crit" in header or "b64" in header:
        return None
    # the registry accepts both algorithms: each key must still be used with its own alone
    fitting = (row for row in rows if row.algorithm == header.get("alg"))
    return next((row for row in fitting if jose.is_signed(token, _key(row), _REGISTRY)), None)


def _key(row: UserTokenKey) -> Any:
    (found,) = public_keys.read(row.public_key.encode(), KeyForm.PEM)
    return jose.public(found.key)


def _claims(token: jose.Token) -> Mapping[str, Any]:
    try:
        claims = orjson.loads(token.payload or b"")
    except orjson.JSONDecodeError:
        claims = None
    if not isinstance(claims, dict):
        raise Unauthenticated(_UNKNOWN)
    return claims


def _audience(claims: Mapping[str, Any]) -> list[str]:
    said = claims.get("aud")
    values = said if isinstance(said, list) else [said]
    return [each for each in values if isinstance(each, str)]


def _time(claims: Mapping[str, Any], name: str) -> float:
    value = claims.get(name)
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < _FAR:
        return float(value)
    raise Unauthenticated(f"the token's {name} is missing, or not a time in seconds")


def _user(claims: Mapping[str, Any]) -> str:
    user = claims.get("sub")
    if not isinstance(user, str) or user != user.strip() or not 0 < len(user) <= _MAX_USER:
        raise Unauthenticated(f"the token's sub is a user's id, 1 to {_MAX_USER} characters")
    if not text.is_clean(user):
        raise Unauthenticated("the token's sub cannot be stored")
    return user
