"""Filters of a content template: what `|sha256|hex` does to bytes. Pure and total."""

import base64
import hashlib
import json
import zlib
from collections.abc import Callable, Mapping
from typing import Final

Filter = Callable[[bytes], bytes]


DIGESTS: Final = frozenset({"sha256", "sha384", "sha512", "sha1", "md5"})
LOSSY: Final = frozenset({"crc32", "lower", "upper"})
"""Filters that give the same for inputs that anyone can make up."""


def _json_text(data: bytes) -> bytes:
    # what is no UTF-8 stays as it is, so that no two inputs give the same text
    text = json.dumps(data.decode("utf-8", "surrogateescape"), ensure_ascii=False)
    return text.encode("utf-8", "surrogateescape")


FILTERS: Final[Mapping[str, Filter]] = {
    "sha256": lambda data: hashlib.sha256(data).digest(),
    "sha384": lambda data: hashlib.sha384(data).digest(),
    "sha512": lambda data: hashlib.sha512(data).digest(),
    "sha1": lambda data: hashlib.sha1(data, usedforsecurity=False).digest(),
    "md5": lambda data: hashlib.md5(data, usedforsecurity=False).digest(),
    "crc32": lambda data: str(zlib.crc32(data)).encode(),
    "hex": lambda data: data.hex().encode(),
    "base64": base64.b64encode,
    "base64url": lambda data: base64.urlsafe_b64encode(data).rstrip(b"="),
    "lower": bytes.lower,
    "upper": bytes.upper,
    "jsonstr": _json_text,
}
