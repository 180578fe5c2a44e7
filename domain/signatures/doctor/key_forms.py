"""How a secret's text may become a key, in steps of the language; the plainest first."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from domain.signatures import keys, public_keys
from domain.signatures.doctor.diagnosis import Held
from domain.signatures.parts import KeyForm
from domain.signatures.public_keys import PublicKey

_SHORTEST: Final = 4
_STEPS: Final[tuple[tuple[str, ...], ...]] = (
    ("utf8",),
    ("base64",),
    ("hex",),
    ("strip:whsec_", "base64"),
    ("strip:whsec_", "utf8"),
    ("trim", "utf8"),
    ("trim", "base64"),
    ("trim", "hex"),
    ("trim", "strip:whsec_", "base64"),
    ("utf8", "sha256"),
    ("utf8", "sha1"),
    ("utf8", "md5"),
    ("append:&", "utf8"),
)
_PUBLIC: Final[tuple[tuple[KeyForm, tuple[str, ...]], ...]] = (
    (KeyForm.PEM, ("utf8",)),
    (KeyForm.JWKS, ("utf8",)),
    (KeyForm.JWK, ("utf8",)),
    (KeyForm.RAW, ("hex",)),
    (KeyForm.RAW, ("base64",)),
    (KeyForm.SPKI, ("hex",)),
    (KeyForm.SPKI, ("base64",)),
)


@dataclass(frozen=True, slots=True)
class Form:
    """A key, and how it comes from its secret."""

    held: Held
    steps: tuple[str, ...]
    key: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class PublicForm:
    """A public key, and how it is read."""

    held: Held
    steps: tuple[str, ...]
    form: KeyForm
    key: PublicKey


def forms(secrets: Iterable[Held]) -> tuple[Form, ...]:
    """Every key of every secret, each once."""
    found: dict[bytes, Form] = {}
    for steps in _STEPS:
        for held in secrets:
            try:
                key = keys.derive(held.text, steps)
            except ValueError:
                continue
            if len(key) >= _SHORTEST:
                found.setdefault(key, Form(held, steps, key))
    return tuple(found.values())


def public_forms(secrets: Iterable[Held]) -> Iterator[PublicForm]:
    """Every public key that can be read of the secrets."""
    for held in secrets:
        for form, steps in _PUBLIC:
            for each in _read(held.text, steps, form):
                yield PublicForm(held, steps, form, each.key)


def mended(held: Held) -> Iterator[tuple[str, Held]]:
    """What the secret may have been meant to be, and in words what is wrong with it."""
    text = held.text.strip()
    bare = text.strip("\"'`<>")
    if bare != text:
        yield "quotes or brackets stand around it", replace(held, text=bare)
    for between in ("=", ":"):
        name, _, value = bare.partition(between)
        if value.strip() and name.replace("_", "").replace("-", "").replace(" ", "").isalpha():
            meant = value.strip().strip("\"'`")
            yield f"a name stands before it, up to '{between}'", replace(held, text=meant)
    line = bare.splitlines()[0].strip() if bare else ""
    if line != bare:
        yield "there is more than one line in it", replace(held, text=line)
    for case, other in (("small", bare.lower()), ("capital", bare.upper())):
        if other != bare:
            yield f"its letters should be {case}", replace(held, text=other)


def _read(text: str, steps: Sequence[str], form: KeyForm) -> Sequence[public_keys.Key]:
    try:
        return public_keys.load(text, steps, form)
    except ValueError:
        return ()
