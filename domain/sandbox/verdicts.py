"""What a verification's code may say: true, false, or a digest that we compare. Pure, and closed by default."""

import binascii
from base64 import b64decode, urlsafe_b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from domain.sandbox.calls import Outcome
from domain.signatures.comparison import same

MAX_DIGEST: Final = 4_096


@dataclass(frozen=True, slots=True)
class CodeVerdict:
    """What the code said of a payload.

    is_genuine: it returned true. digest: it returned this instead, and the caller decides by `digest_matches`.
    explanation: why it is a refusal, for the editor's user; empty otherwise.
    """

    is_genuine: bool = False
    digest: str | bytes | None = None
    explanation: str = ""


def read_verdict(outcome: Outcome) -> CodeVerdict:
    """Judge what a call in the mode `verify` gave. A call that failed is a refusal, and so is everything unforeseen."""
    if outcome.failure is not None:
        return CodeVerdict(explanation=f"the verification code failed: {outcome.failure.message}")
    match outcome.value:
        case True:
            return CodeVerdict(is_genuine=True)
        case False:
            return CodeVerdict(explanation="the verification code returned false")
        case None:
            return CodeVerdict(explanation=f"the verification code returned nothing; {_WANTED}")
        case str() | bytes() as digest:
            return _digest(digest)
        case _:
            return CodeVerdict(
                explanation=f"the verification code returned {_kind(outcome.value)}; {_WANTED}"
            )


def digest_matches(digest: str | bytes, header: str) -> bool:
    """Whether a digest is the one in a header, without telling by time how much of it is right.

    Text must be equal, but for white space around the header. Bytes must be what the header says in hex, base64 or
    base64url (padding may be missing), or its very text. An empty digest or header matches nothing.
    """
    given = header.strip()
    if not given or not digest:
        return False
    if isinstance(digest, str):
        return same(digest.encode(errors="replace"), given.encode(errors="replace"))
    # every form is compared, so that time does not tell which of them was right
    return sum(same(digest, one) for one in _decodings(given)) > 0


_WANTED: Final = "return true, false, or a digest (text or Buffer)"


def _digest(digest: str | bytes) -> CodeVerdict:
    if not digest:
        # an empty header would match it: anyone can send that
        return CodeVerdict(explanation="the verification code returned an empty digest")
    if len(digest) > MAX_DIGEST:
        return CodeVerdict(explanation=f"the digest is longer than {MAX_DIGEST} characters")
    return CodeVerdict(digest=digest)


def _kind(value: object) -> str:
    if isinstance(value, dict):
        return "an object"
    return "a list" if isinstance(value, list) else "a number"


def _decodings(text: str) -> Iterator[bytes]:
    yield text.encode(errors="replace")
    if not text.isascii():
        return
    padded = text + "=" * (-len(text) % 4)
    for decode, encoded in (
        (bytes.fromhex, text),
        (lambda one: b64decode(one, validate=True), padded),
        (urlsafe_b64decode, padded),
    ):
        try:
            yield decode(encoded)
        except (ValueError, binascii.Error):
            continue
