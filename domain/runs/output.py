"""What a workflow gets of an event: one shape, whether it is POSTed, pulled, or shown as a sample. Pure.

{eventId, receivedAt, trigger {id, name}, account {id, userId, providerId},
 method, headers, query, body, rawBody, rawBodyBase64}

headers: names in lower case, repeated ones joined by ", "; those that carry secrets are left out. query: a text for
each name, a list of texts for a repeated one. body: JSON exactly as it arrived, or a form's fields like the query's;
null when it is neither. rawBody: the bytes as text; null when they are not UTF-8, and rawBodyBase64 has them then.
"""

import base64
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import parse_qsl

import orjson

from domain import clock
from domain.deliveries.masking import MASK
from domain.templates.scope import fields

_SECRET: Final = frozenset({"authorization", "proxy-authorization", "cookie", "set-cookie"})
_FORM: Final = "application/x-www-form-urlencoded"
_MOST_FIELDS: Final = 2_000


@dataclass(frozen=True, slots=True)
class Arrived:
    """A delivery as it is stored. headers: a JSON list of pairs, names in lower case."""

    received_ms: int
    method: str
    headers: str | bytes
    query_string: str
    body: bytes


@dataclass(frozen=True, slots=True)
class Named:
    """Whose event it is. provider_id: None when it is not known."""

    event_id: str
    trigger_id: str
    trigger_name: str
    account_id: str
    user_id: str
    provider_id: str | None


def output(arrived: Arrived, named: Named) -> dict[str, Any]:
    """The output, ready for `orjson.dumps`; its body may be an `orjson.Fragment`."""
    pairs = orjson.loads(arrived.headers)
    text = _text(arrived.body)
    return {
        "eventId": named.event_id,
        "receivedAt": _moment(arrived.received_ms),
        "trigger": {"id": named.trigger_id, "name": named.trigger_name},
        "account": {
            "id": named.account_id,
            "userId": named.user_id,
            "providerId": named.provider_id,
        },
        "method": arrived.method,
        "headers": _headers(pairs),
        "query": _fields(arrived.query_string),
        "body": _body(arrived.body, text, _content_type(pairs)),
        "rawBody": text,
        "rawBodyBase64": None if text is not None else base64.b64encode(arrived.body).decode(),
    }


def plain(shown: dict[str, Any]) -> dict[str, Any]:
    """The output as JSON values alone."""
    found: dict[str, Any] = orjson.loads(orjson.dumps(shown))
    return found


def _moment(milliseconds: int) -> str:
    return clock.from_ms(milliseconds).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _text(body: bytes) -> str | None:
    try:
        return body.decode()
    except UnicodeDecodeError:
        return None


def _headers(pairs: list[list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name, value in pairs:
        if name not in _SECRET and MASK not in value:
            found[name] = f"{found[name]}, {value}" if name in found else value
    return found


def _content_type(pairs: list[list[str]]) -> str:
    return next((value.lower() for name, value in pairs if name == "content-type"), "")


def _body(body: bytes, text: str | None, content_type: str) -> Any:
    if text is None:
        return None
    if content_type.startswith(_FORM):
        return _fields(text)
    try:
        orjson.loads(body)
    except orjson.JSONDecodeError:
        return None
    return orjson.Fragment(body)  # decoded and encoded again, large numbers would change


def _fields(text: str) -> dict[str, Any]:
    """What can be read of it: a query of a stranger may be of any length."""
    cut = "&".join(text.split("&", _MOST_FIELDS)[:_MOST_FIELDS])
    return fields(tuple(parse_qsl(cut, keep_blank_values=True)))
