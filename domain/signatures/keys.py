"""From a secret's text to key bytes: `["strip:whsec_", "base64"]`.

Knows the steps; leaves out where secrets are kept. An empty key is never a key: anyone can sign
under it.
"""

import binascii
from collections.abc import Mapping, Sequence
from typing import Final

from domain.signatures.decoding import nearest

DECODERS: Final = ("utf8", "base64", "hex")


def problem(steps: Sequence[str]) -> str | None:
    """What is wrong with these steps, in words for a person."""
    for index, step in enumerate(steps):
        name, colon, argument = step.partition(":")
        if name == "strip" and colon and argument:
            continue
        if step not in DECODERS:
            hint = nearest(step, (*DECODERS, "strip:"))
            return f"unknown key step {step!r}: use utf8, base64, hex or strip:<prefix>{hint}"
        if index != len(steps) - 1:
            return f"the key step {step!r} makes bytes, so it must be the last"
    return None


def texts(secrets: Mapping[str, Sequence[str]], name: str) -> tuple[str, ...]:
    """The usable values of a secret: blank ones are none."""
    values = secrets.get(name, ())
    # a bare text is a sequence of one-letter texts: each letter would become a key
    given = (values,) if isinstance(values, str) else tuple(values)
    return tuple(value for value in given if value.strip())


def usable(
    name: str, steps: Sequence[str], secrets: Mapping[str, Sequence[str]]
) -> tuple[tuple[bytes, ...], str]:
    """Every usable key, and why there is none."""
    found: list[bytes] = []
    problem = f"the secret {name!r} is not set"
    for text in texts(secrets, name):
        try:
            found.append(derive(text, steps))
        except ValueError as error:
            problem = f"the secret {name!r} {error}"
    return tuple(found), "" if found else problem


def derive(text: str, steps: Sequence[str]) -> bytes:
    """Key bytes, never empty. Raises ValueError with a message that does not quote the secret.

    strip: takes a prefix away where it is there. base64: either alphabet, padding optional.
    """
    decoder = "utf8"
    for step in steps:
        name, _, argument = step.partition(":")
        if name == "strip":
            text = text.removeprefix(argument)
        else:
            decoder = step
    try:
        key = _decoded(text, decoder)
    except ValueError:
        raise ValueError(f"is not {decoder}, as this scheme needs") from None
    if not key:
        raise ValueError("holds an empty key")
    return key


def _decoded(text: str, decoder: str) -> bytes:
    if decoder == "hex":
        return binascii.unhexlify(text)
    if decoder == "base64":
        plain = text.translate(_PLAIN_ALPHABET).rstrip("=")
        return binascii.a2b_base64(plain + "=" * (-len(plain) % 4), strict_mode=True)
    return text.encode()


_PLAIN_ALPHABET: Final = str.maketrans("-_", "+/")
