"""Keys of user tokens: the public halves that a project registers. A private key is refused in words, never kept."""

from typing import Final

import orjson
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from tortoise.queryset import QuerySet

from domain import clock, text
from domain.connections.callers import Caller, require_editor
from domain.database import atomically
from domain.errors import Invalid, NotFound, Problem, ProblemCode
from domain.identity import Kind, is_id, new_id
from domain.models import UserTokenKey
from domain.signatures import public_keys
from domain.signatures.parts import KeyForm
from domain.signatures.public_keys import PublicKey

MAX_KEYS: Final = 10
SMALLEST_RSA: Final = 2_048
MAX_TEXT: Final = 16_384

_ACCEPTED: Final = f"accepted: an RSA key of at least {SMALLEST_RSA} bits (RS256) or one of the curve P-256 (ES256), as PEM or JWK"


async def create_key(caller: Caller, name: str, public_key: str) -> UserTokenKey:
    """Register a public key, PEM or JWK. Raises Invalid (`name`, `publicKey`), Forbidden."""
    project_id = require_editor(caller)
    problems = list(text.problems(name, "name", most=80, what="the name"))
    algorithm = pem = ""
    try:
        algorithm, pem = _read(public_key)
    except ValueError as error:
        problems.append(Problem(ProblemCode.INVALID, f"it {error}; {_ACCEPTED}", ("publicKey",)))
    if problems:
        raise Invalid(problems)

    async def insert() -> UserTokenKey:
        if await _valid(project_id).count() >= MAX_KEYS:
            message = f"a project has at most {MAX_KEYS} keys that count; revoke one first"
            raise Invalid.one(ProblemCode.NOT_ALLOWED, message, "publicKey")
        if await _valid(project_id).filter(public_key=pem).exists():
            raise Invalid.one(ProblemCode.TAKEN, "this key is registered already", "publicKey")
        return await UserTokenKey.create(
            id=new_id(Kind.USER_TOKEN_KEY),
            project_id=project_id,
            name=name.strip(),
            algorithm=algorithm,
            public_key=pem,
            created_ms=clock.now_ms(),
        )

    return await atomically(insert)


async def list_keys(caller: Caller) -> list[UserTokenKey]:
    """The project's keys, revoked ones too, oldest first. Raises Forbidden."""
    query = UserTokenKey.filter(project_id=require_editor(caller))
    return await query.order_by("created_ms", "id")


async def revoke_key(caller: Caller, key_id: str) -> UserTokenKey:
    """End a key and every token signed with it, at once and for good; again is fine. Raises NotFound, Forbidden."""
    project_id = require_editor(caller)

    async def revoke() -> UserTokenKey:
        row = None
        if is_id(key_id, Kind.USER_TOKEN_KEY):
            row = await UserTokenKey.get_or_none(id=key_id, project_id=project_id)
        if row is None:
            raise NotFound("there is no such key")
        if row.revoked_ms is None:
            row.revoked_ms = clock.now_ms()
            await row.save(update_fields=["revoked_ms"])
        return row

    return await atomically(revoke)


def _valid(project_id: str) -> QuerySet[UserTokenKey]:
    return UserTokenKey.filter(project_id=project_id, revoked_ms=None)


def _read(given: str) -> tuple[str, str]:
    """Algorithm and PEM of a key. Raises ValueError: what is wrong, without quoting it."""
    if len(given) > MAX_TEXT or not text.is_clean(given):
        raise ValueError(f"is no text of at most {MAX_TEXT} characters")
    raw = given.strip().encode()
    is_jwk = raw.startswith(b"{")
    if is_jwk and _is_private(raw):
        raise ValueError("is a private key: keep it to yourself, and give the public one")
    (found, *_) = public_keys.read(raw, KeyForm.JWK if is_jwk else KeyForm.PEM)
    algorithm = _algorithm(found.key)
    encoding, form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    return algorithm, found.key.public_bytes(encoding, form).decode()


def _algorithm(key: PublicKey) -> str:
    if isinstance(key, RSAPublicKey):
        if not SMALLEST_RSA <= key.key_size <= public_keys.LARGEST_RSA:
            raise ValueError(f"is an RSA key of {key.key_size} bits")
        return "RS256"
    if isinstance(key, EllipticCurvePublicKey) and isinstance(key.curve, ec.SECP256R1):
        return "ES256"
    raise ValueError("is a key of another kind")


def _is_private(raw: bytes) -> bool:
    try:
        entry = orjson.loads(raw)
    except orjson.JSONDecodeError:
        return False
    return isinstance(entry, dict) and ("d" in entry or entry.get("kty") == "oct")
