"""How the bytes of a signature are written, and read back strictly.

Leaves out what is signed. A signature has exactly one text per encoding (hex: in either case), so
that a changed character is never the same signature.
"""

import binascii
from collections.abc import Callable, Mapping
from typing import Final

from domain.signatures.schemes import Algorithm, Encoding

SIZES: Final = {
    Algorithm.SHA1: 20,
    Algorithm.SHA256: 32,
    Algorithm.SHA384: 48,
    Algorithm.SHA512: 64,
}


def encode(raw: bytes, encoding: Encoding) -> str:
    """hex: lower case. base64url: without padding."""
    if encoding is Encoding.HEX:
        return raw.hex()
    text = binascii.b2a_base64(raw, newline=False).decode()
    return text if encoding is Encoding.BASE64 else text.translate(_TO_URL).rstrip("=")


def decoder(encoding: Encoding, size: int) -> Callable[[str], bytes]:
    """Compile a strict reader of `size` bytes. It raises ValueError with what is wrong; the text may be anything."""
    length = len(encode(bytes(size), encoding))
    read = _READERS[encoding]

    def decode(text: str) -> bytes:
        if len(text) != length:
            raise ValueError(f"is {len(text)} characters long; {length} are needed ({encoding})")
        try:
            raw = read(text)
        except ValueError:
            raw = b""
        if len(raw) != size:
            raise ValueError(f"is not {encoding}")
        return raw

    if encoding is Encoding.BASE64URL:
        return lambda text: decode(text.rstrip("="))
    return decode


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
