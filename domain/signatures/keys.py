"""From a secret's text to key bytes: `["strip:whsec_", "base64"]`.

Knows the steps, and which values of secrets can be used together; leaves out where secrets are kept.
An empty key is never a key: anyone can sign under it.
"""

import binascii
import hashlib
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import islice, product
from typing import Final

from domain.signatures.decoding import nearest
from domain.signatures.judges import Ended, Secrets

DECODERS: Final = ("utf8", "base64", "hex")
DIGESTS: Final = ("sha1", "sha256", "md5")
MAX_COMBINATIONS: Final = 16


def problem(steps: Sequence[str]) -> str | None:
    """What is wrong with these steps, in words for a person."""
    order = 0
    for step in steps:
        rank = _rank(step)
        if rank is None:
            known = (*DECODERS, *DIGESTS, *_CHANGES, *(f"{name}:" for name in _EDITS))
            return (
                f"unknown key step {step!r}: use utf8, base64, hex, sha1, sha256, md5, nfkd, trim, "
                f"strip:<prefix>, append:<text> or prepend:<text>{nearest(step, known)}"
            )
        if rank < order:
            return f"the key step {step!r} works on text, so it must stand before what makes bytes"
        if rank == order and rank > 0:
            return f"the key step {step!r} makes bytes, so it must be the last of its kind"
        order = rank
    return None


def texts(secrets: Secrets, name: str) -> tuple[str, ...]:
    """The usable values of a secret: blank ones are none. Ends are not judged here."""
    values = secrets.get(name, ())
    # a bare text is a sequence of one-letter texts: each letter would become a key
    given = (values,) if isinstance(values, str) else tuple(values)
    plain = (value if isinstance(value, str) else value.text for value in given)
    return tuple(value for value in plain if value.strip())


def missing(secrets: Secrets, name: str) -> str:
    """Why a secret has no usable value, in words for a person."""
    if isinstance(secrets.get(name), Ended):
        return f"every value of the secret {name!r} has ended"
    return f"the secret {name!r} is not set"


def usable(name: str, steps: Sequence[str], secrets: Secrets) -> tuple[tuple[bytes, ...], str]:
    """Every usable key, and why there is none."""
    return usable_of(name, texts(secrets, name), steps, missing(secrets, name))


def usable_of(
    name: str, values: Iterable[str], steps: Sequence[str], problem: str
) -> tuple[tuple[bytes, ...], str]:
    """Every usable key of these texts, and why there is none: `problem` when there is no text."""
    found: list[bytes] = []
    for text in values:
        try:
            found.append(derive(text, steps))
        except ValueError as error:
            problem = f"the secret {name!r} {error}"
    return tuple(found), "" if found else problem


def combinations(
    names: Iterable[str], secrets: Secrets
) -> tuple[tuple[Mapping[str, str], ...], str]:
    """One value for each name, in every way (at most MAX_COMBINATIONS), and why there is none.

    Without names there is one way: nothing.
    """
    wanted = tuple(dict.fromkeys(names))
    values = [texts(secrets, name) for name in wanted]
    for name, found in zip(wanted, values, strict=True):
        if not found:
            return (), missing(secrets, name)
    ways = islice(product(*values), MAX_COMBINATIONS)
    return tuple(dict(zip(wanted, way, strict=True)) for way in ways), ""


def derive(text: str, steps: Sequence[str]) -> bytes:
    """Key bytes, never empty. Raises ValueError with a message that does not quote the secret.

    strip: takes a prefix away where it is there. trim: takes white space around it away. base64: either
    alphabet, padding optional.
    """
    decoder, digest = "utf8", ""
    for step in steps:
        name, _, argument = step.partition(":")
        if argument:
            text = _EDITS[name](text, argument)
        elif step in _CHANGES:
            text = _CHANGES[step](text)
        elif step in DIGESTS:
            digest = step
        else:
            decoder = step
    try:
        key = _decoded(text, decoder)
    except ValueError:
        raise ValueError(f"is not {decoder}, as this scheme needs") from None
    if not key.strip(b"\0"):
        # an HMAC pads keys with zeros, so a key of zeros is the empty one
        raise ValueError("holds an empty key")
    return hashlib.new(digest, key, usedforsecurity=False).digest() if digest else key


def _rank(step: str) -> int | None:
    """0: text to text. 1: text to bytes. 2: bytes to bytes. None: unknown."""
    name, _, argument = step.partition(":")
    if step in _CHANGES or (name in _EDITS and argument):
        return 0
    if step in DECODERS:
        return 1
    return 2 if step in DIGESTS else None


def _decoded(text: str, decoder: str) -> bytes:
    if decoder == "hex":
        return binascii.unhexlify(text)
    if decoder == "base64":
        plain = text.translate(_PLAIN_ALPHABET).rstrip("=")
        return binascii.a2b_base64(plain + "=" * (-len(plain) % 4), strict_mode=True)
    return text.encode()


_EDITS: Final[Mapping[str, Callable[[str, str], str]]] = {
    "strip": str.removeprefix,
    "append": lambda text, argument: text + argument,
    "prepend": lambda text, argument: argument + text,
}
_CHANGES: Final[Mapping[str, Callable[[str], str]]] = {
    "nfkd": lambda text: unicodedata.normalize("NFKD", text),
    "trim": str.strip,
}
_PLAIN_ALPHABET: Final = str.maketrans("-_", "+/")
