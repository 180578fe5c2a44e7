"""Filters: what may stand after a `|`. Each takes a value and gives a value, or raises ValueError with a sentence.

`default` alone also takes the absent value, so its meaning is in `expression`.
"""

import base64
import hashlib
import hmac
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final
from urllib.parse import quote

from domain.templates.values import as_bytes, as_json, as_text

ALGORITHMS: Final = ("sha256", "sha1", "sha384", "sha512", "md5")
ENCODINGS: Final = ("hex", "base64", "base64url")
KEY_FORMS: Final = ("utf8", "hex", "base64", "sha1", "sha256", "md5")


@dataclass(frozen=True, slots=True)
class Parameter:
    """One argument. choices: the literals it accepts; none means any text or path. default: None is required."""

    name: str
    choices: tuple[str, ...] = ()
    default: str | None = None


@dataclass(frozen=True, slots=True)
class Filter:
    """apply(value, arguments) raises ValueError, with a sentence for a person. is_digest: hides what goes in."""

    name: str
    apply: Callable[[Any, Sequence[Any]], Any]
    parameters: tuple[Parameter, ...] = ()
    is_digest: bool = False


def _hmac(value: Any, arguments: Sequence[Any]) -> str:
    algorithm, key, encoding, form = arguments
    if not (secret := _key(as_bytes(key), form)):
        # an empty key signs too: anyone can forge under it
        raise ValueError("the key of the HMAC is empty")
    return _encode(hmac.digest(secret, as_bytes(value), algorithm), encoding)


def _key(secret: bytes, form: str) -> bytes:
    """Make the bytes of a key: of its text, of what the text encodes, or of the text's digest."""
    if form == "utf8" or not secret:
        return secret
    try:
        if form == "hex":
            return bytes.fromhex(secret.decode())
        if form == "base64":
            return base64.b64decode(secret, validate=True)
    except ValueError as error:
        raise ValueError(f"the key is not {form}") from error
    return hashlib.new(form, secret, usedforsecurity=False).digest()


def _hash(value: Any, arguments: Sequence[Any]) -> str:
    algorithm, encoding = arguments
    return _encode(
        hashlib.new(algorithm, as_bytes(value), usedforsecurity=False).digest(), encoding
    )


def _encode(digest: bytes, encoding: str) -> str:
    if encoding == "hex":
        return digest.hex()
    if encoding == "base64":
        return base64.b64encode(digest).decode()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


_ALGORITHM: Final = Parameter("algorithm", ALGORITHMS)
_ENCODING: Final = Parameter("encoding", ENCODINGS, "hex")

FILTERS: Final = MappingProxyType(
    {
        each.name: each
        for each in (
            Filter(
                "hmac",
                _hmac,
                (_ALGORITHM, Parameter("key"), _ENCODING, Parameter("key_form", KEY_FORMS, "utf8")),
                is_digest=True,
            ),
            Filter("hash", _hash, (_ALGORITHM, _ENCODING), is_digest=True),
            Filter("base64", lambda value, _: _encode(as_bytes(value), "base64")),
            Filter("hex", lambda value, _: as_bytes(value).hex()),
            Filter("lower", lambda value, _: as_text(value).lower()),
            Filter("upper", lambda value, _: as_text(value).upper()),
            Filter("json", lambda value, _: as_json(value)),
            Filter("urlencode", lambda value, _: quote(as_bytes(value), safe="")),
            Filter(
                "append",
                lambda value, given: as_text(value) + as_text(given[0]),
                (Parameter("text"),),
            ),
            Filter(
                "prepend",
                lambda value, given: as_text(given[0]) + as_text(value),
                (Parameter("text"),),
            ),
            Filter("default", lambda value, _: value, (Parameter("value"),)),
        )
    }
)
