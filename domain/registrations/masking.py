"""An exchange with a provider as it is kept and shown: every secret in it replaced. Pure.

A secret is looked for as it is and as it is written in addresses, in JSON and in base64.
"""

import base64
import json
import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import quote, quote_plus

import msgspec

from domain.outbound import Answer, OutboundRequest
from domain.text import shorten

MASK: Final = "«•••»"
MAX_BODY: Final = 64 * 1024

_MAX_URL: Final = 8_192
_MAX_HEADER: Final = 8_192
_SHORT: Final = 4
_HEADERS: Final = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})


class SentRequest(msgspec.Struct, frozen=True):
    """What was sent, masked. body: text; bytes that are no UTF-8 are replaced."""

    method: str
    url: str
    headers: tuple[tuple[str, str], ...]
    body: str


class ReceivedAnswer(msgspec.Struct, frozen=True):
    """What came back, masked."""

    status: int
    headers: tuple[tuple[str, str], ...]
    body: str
    elapsed_ms: int


class Exchange(msgspec.Struct, frozen=True):
    """One request to a provider and its answer. problem: why there is no answer. sent_ms: since 1970."""

    sent_ms: int
    request: SentRequest
    answer: ReceivedAnswer | None = None
    problem: str = ""


class Mask:
    """Replaces every one of these texts wherever it stands. Short ones only where they stand alone."""

    def __init__(self, hidden: Iterable[str]) -> None:
        forms = {form for value in hidden if value for form in _forms(value)}
        patterns = [_pattern(form) for form in sorted(forms, key=lambda form: (-len(form), form))]
        self._hidden = re.compile("|".join(patterns), re.IGNORECASE) if patterns else None

    def text(self, text: str) -> str:
        """The text without them."""
        return self._hidden.sub(MASK, text) if self._hidden else text


def exchange(
    request: OutboundRequest, outcome: Answer | str, hidden: Iterable[str], sent_ms: int
) -> Exchange:
    """Mask an exchange. outcome: the answer, or why there is none."""
    mask = Mask(hidden)
    sent = SentRequest(
        request.method,
        shorten(mask.text(request.url), _MAX_URL),
        _headers(request.headers, mask),
        _body(request.body, mask),
    )
    if isinstance(outcome, str):
        return Exchange(sent_ms, sent, problem=mask.text(outcome))
    elapsed_ms = round(outcome.elapsed.total_seconds() * 1000)
    headers, body = _headers(outcome.headers, mask), _body(outcome.body, mask)
    return Exchange(sent_ms, sent, ReceivedAnswer(outcome.status, headers, body, elapsed_ms))


def encode(masked: Exchange) -> str:
    """The JSON that is stored in `Registration.exchange`."""
    return msgspec.json.encode(masked).decode()


def decode(stored: str) -> Exchange:
    """Read what was stored."""
    return msgspec.json.decode(stored, type=Exchange)


def _headers(headers: tuple[tuple[str, str], ...], mask: Mask) -> tuple[tuple[str, str], ...]:
    return tuple(
        (
            mask.text(name),
            MASK if name.lower() in _HEADERS else shorten(mask.text(value), _MAX_HEADER),
        )
        for name, value in headers
    )


def _body(body: bytes, mask: Mask) -> str:
    # masked before it is cut: a secret on the cut would show its first half
    return shorten(mask.text(body.decode(errors="replace")), MAX_BODY)


def _forms(value: str) -> Iterable[str]:
    yield value
    yield value.strip() or value
    yield from (quote(value), quote(value, safe=""), quote_plus(value))
    escaped = (json.dumps(value)[1:-1], json.dumps(value, ensure_ascii=False)[1:-1])
    yield from (*escaped, *(form.replace("/", "\\/") for form in escaped))
    if len(value) >= _SHORT:
        yield from _base64_forms(value.encode(errors="replace"))


def _base64_forms(value: bytes) -> Iterable[str]:
    """As it stands in base64 of a longer text, at each of the three positions it can begin at."""
    for offset in range(3):
        plain = base64.b64encode(bytes(offset) + value).decode().rstrip("=")
        # the first and last characters also hold bits of what stands before and after
        inner = plain[-(-offset * 8 // 6) : len(plain) - 1 if (offset + len(value)) % 3 else None]
        if len(inner) >= _SHORT:
            yield from (inner, inner.translate(_URL_SAFE))


def _pattern(form: str) -> str:
    escaped = re.escape(form)
    return escaped if len(form) >= _SHORT else rf"(?<![^\W_]){escaped}(?![^\W_])"


_URL_SAFE: Final = str.maketrans("+/", "-_")
