"""What of the present scheme is to be changed to become the one that verifies, a clause for each. Words only."""

import json
from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec

from domain.signatures import grammar, references
from domain.signatures.doctor.diagnosis import Case, Found
from domain.signatures.parts import Signature, Timestamp, Unit
from domain.signatures.schemes import (
    Jwt,
    OverContent,
    Scheme,
    Token,
)
from domain.signatures.words import words

_STEPS: Final = {
    "utf8": "used as it is",
    "base64": "base64-decoded",
    "hex": "hex-decoded",
    "trim": "freed of the white space around it",
    "strip:whsec_": "freed of its prefix whsec_",
    "append:&": "followed by &",
    "sha256": "hashed with SHA-256",
    "sha1": "hashed with SHA-1",
    "md5": "hashed with MD5",
}
_UNITS: Final = {
    Unit.SECONDS: "seconds",
    Unit.MILLISECONDS: "milliseconds",
    Unit.MICROSECONDS: "microseconds",
    Unit.ISO: "ISO 8601",
    Unit.HTTP: "an HTTP date",
}


def clauses(case: Case, found: Found) -> tuple[str, ...] | None:
    """What is to be changed; None when there is nothing alike to be changed."""
    before, after = case.present, found.scheme
    if type(before) is not type(after) or not isinstance(after, OverContent | Jwt | Token):
        return None
    return (*_clauses(before, after), *_secret(case, found))


def whole(found: Found) -> str:
    """The scheme from scratch: what verifies, over what, with which secret."""
    scheme = found.scheme
    parts = [words(scheme)]
    if isinstance(scheme, OverContent):
        parts.append(f"over {content(scheme.content)}")
        parts += [f"the secret {text}" for text in steps(scheme)]
    parts += [f"with {held.words}" for held in found.secrets.values()]
    return ", ".join(parts)


def content(parts: Any) -> str:
    """A content as it is written in a scheme."""
    text = parts if isinstance(parts, str) else json.dumps(msgspec.to_builtins(parts))
    return text.replace("\n", "\\n")


def steps(scheme: Scheme) -> list[str]:
    """How a secret becomes the key, unless it is used as it is."""
    key = getattr(scheme, "key", ("utf8",))
    found = [step for step in key if step != "utf8"]
    return [" and ".join(_STEPS.get(step, f"changed by {step}") for step in found)] if found else []


def _clauses(before: Any, after: Any) -> Iterator[str]:
    for name, tell in _TOLD.items():
        old, new = getattr(before, name, None), getattr(after, name, None)
        if old != new and hasattr(after, name):
            yield from tell(new)


def _signature(new: Signature) -> Iterator[str]:
    where = grammar.place_of(new).words
    yield f"the signature is taken from {where}{_grammar(new)}"


def _grammar(rule: Signature) -> str:
    told = [f"behind {rule.strip!r}"] if rule.strip else []
    if rule.kv:
        told.append(
            f"under the key {rule.pick!r} of its list ({rule.pick}{rule.kv}…, {rule.split!r} between items)"
        )
    elif rule.split and rule.index is not None:
        told.append(f"as item {rule.index} of its list ({rule.split!r} between items)")
    return f", {', '.join(told)}" if told else ""


def _timestamp(new: Timestamp | None) -> Iterator[str]:
    if new is not None:
        place = references.parse(new.source, references.LOCATED).words
        yield f"the time is read from {place}, in {_UNITS[new.unit]}"


def _key(new: tuple[str, ...]) -> Iterator[str]:
    told = [_STEPS.get(step, f"changed by {step}") for step in new if step != "utf8"]
    yield f"the secret is {' and '.join(told) or _STEPS['utf8']}"


def _secret(case: Case, found: Found) -> Iterator[str]:
    own = {held.text for values in case.present_secrets.values() for held in values}
    for held in found.secrets.values():
        if held.text not in own:
            yield f"the secret is {held.words}"


_TOLD: Final[dict[str, Callable[[Any], Iterator[str]]]] = {
    "algorithm": lambda new: iter([f"the algorithm is {str(new).upper()}"]),
    "algorithms": lambda new: iter([f"the algorithm is {', '.join(new)}"]),
    "encoding": lambda new: iter([f"the encoding is {new}"]),
    "key": _key,
    "key_form": lambda new: iter([f"the key is read as {str(new).upper()}"]),
    "signature": _signature,
    "content": lambda new: iter([f"what is signed is {content(new)}"]),
    "timestamp": _timestamp,
    "source": lambda new: iter(
        [f"the token is taken from {references.parse(new, references.SIGNED).words}"]
    ),
    "prefix": lambda new: iter(
        [f"the token stands behind {new!r}" if new else "nothing stands before the token"]
    ),
    "bind": lambda new: iter(["the body is held to its hash in the token"] if new else []),
    "require": lambda new: iter([] if new else ["nothing else is required beside it"]),
    "foreach": lambda new: iter([] if new else ["it is not judged for each item of a list"]),
}
"""In the order in which they are told. `need`, `claims` and tolerances are no reason for a mismatch."""
