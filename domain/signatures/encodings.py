"""How the bytes of a signature are written, and read back strictly.

Leaves out what is signed. A signature has exactly one text per encoding (hex: in either case), so
that a changed character is never the same signature.
"""

import binascii
from collections.abc import Callable, Mapping
from typing import Final

from domain.signatures.parts import Encoding

SIZES: Final[Mapping[str, int]] = {
    "md5": 16,
    "sha1": 20,
    "sha224": 28,
    "sha256": 32,
    "sha384": 48,
    "sha512": 64,
}


def encode(raw: bytes, encoding: Encoding) -> str:
    """hex: lower case. base64url: without padding."""
    if encoding is Encoding.HEX:
        return raw.hex()
    text = binascii.b2a_base64(raw, newline=False).decode()
    return text if encoding is Encoding.BASE64 else text.translate(_TO_URL).rstrip("=")


def decoder(
    encoding: Encoding, smallest: int, largest: int | None = None
) -> Callable[[str], bytes]:
    """Compile a strict reader of `smallest` to `largest` bytes (exactly `smallest` when that is absent).

    It raises ValueError with what is wrong; the text may be anything.
    """
    most = smallest if largest is None else largest
    shortest, longest = (len(encode(bytes(size), encoding)) for size in (smallest, most))
    wanted = str(shortest) if shortest == longest else f"{shortest} to {longest}"
    read = _READERS[encoding]

    def decode(text: str) -> bytes:
        if not shortest <= len(text) <= longest:
            raise ValueError(f"is {len(text)} characters long; {wanted} are needed ({encoding})")
        try:
            raw = read(text)
        except ValueError:
            raw = b""
        if not smallest <= len(raw) <= most:
            raise ValueError(f"is not {encoding}")
        return raw

    if encoding is Encoding.BASE64URL:
        return lambda text: decode(_unpadded(text))
    return decode


def base64url(text: str) -> bytes:
    """Read base64url, padding optional. Raises ValueError for any other text."""
    raw = _base64url(_unpadded(text))
    if text and not raw:
        raise ValueError("is not base64url")
    return raw


def _unpadded(text: str) -> str:
    """Without the padding, where it is exactly the one that belongs there."""
    bare = text.rstrip("=")
    return bare if len(text) - len(bare) == -len(bare) % 4 else text


def _base64(text: str) -> bytes:
    raw = binascii.a2b_base64(text, strict_mode=True)
    # text that decodes but is not the one way to write these bytes has been tampered with
    return raw if binascii.b2a_base64(raw, newline=False) == text.encode() else b""


def _base64url(text: str) -> bytes:
    if "+" in text or "/" in text:
        return b""
    return _base64(text.translate(_FROM_URL) + "=" * (-len(text) % 4))


_TO_URL: Final = str.maketrans("+/", "-_")
_FROM_URL: Final = str.maketrans("-_", "+/")
_READERS: Final[Mapping[Encoding, Callable[[str], bytes]]] = {
    Encoding.HEX: binascii.unhexlify,
    Encoding.BASE64: _base64,
    Encoding.BASE64URL: _base64url,
}
