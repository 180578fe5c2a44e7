"""The secrets that a scheme names: its own, and those in its templates."""

from collections.abc import Iterable, Iterator

from domain.signatures import content, fetching, slots
from domain.signatures.references import Reference
from domain.signatures.schemes import (
    Address,
    Basic,
    Hash,
    Hmac,
    Jwt,
    Leaf,
    NoSignature,
    OverContent,
    PublicKeySignature,
    Token,
    key_name,
)
from domain.signatures.slots import Slot


def of(scheme: Leaf) -> tuple[str, ...]:
    """Every secret that one method uses, in order of first use; a name may repeat."""
    match scheme:
        case Hmac():
            return (*in_key(scheme), *in_content(scheme))
        case Hash():
            return in_content(scheme)
        case PublicKeySignature() | Jwt():
            inner = in_token(scheme) if isinstance(scheme, Jwt) else in_content(scheme)
            return (*_of_key(scheme), *inner)
        case Token():
            return (scheme.secret,)
        case Basic():
            return (scheme.username, scheme.password)
        case NoSignature() | Address():
            return ()


def own(scheme: OverContent) -> str:
    """The name of the secret that `{secret}` reads, empty when it reads none."""
    return scheme.secret if isinstance(scheme, Hmac | Hash) else ""


def in_key(scheme: Hmac) -> tuple[str, ...]:
    """The secrets that make the key, each once."""
    if not scheme.key_text:
        return (scheme.secret,)
    return tuple(dict.fromkeys(_named(slots.slots([scheme.key_text]), scheme.secret)))


def in_content(scheme: OverContent) -> tuple[str, ...]:
    """The secrets in what is signed, required and bound, each once."""
    bound = slots.slots(rule.equals for rule in (*scheme.require, *scheme.bind))
    found = [*_named(content.slots_of(scheme), own(scheme)), *_named(bound, own(scheme))]
    return tuple(dict.fromkeys(found))


def in_token(scheme: Jwt) -> tuple[str, ...]:
    """The secrets in what claims, requirements and bindings of a token must equal, each once."""
    texts = [rule.equals for rule in (*scheme.require, *scheme.bind)]
    for wanted in scheme.claims.values():
        texts += [wanted] if isinstance(wanted, str) else wanted
    return tuple(dict.fromkeys(_named(slots.slots(texts), "")))


def _of_key(scheme: PublicKeySignature | Jwt) -> tuple[str, ...]:
    if scheme.fetch is not None:
        return fetching.named(scheme.fetch)
    name = key_name(scheme)
    return () if name is None else (name,)


def _named(found: Iterable[Slot], own: str) -> Iterator[str]:
    for slot in found:
        if slot.what == "secret" and own:
            yield own
        elif isinstance(slot.what, Reference) and slot.what.kind == "secret":
            yield slot.what.name
