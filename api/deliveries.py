"""What arrived, and what was answered: the fields of a delivery that lead nowhere else.

Knows how stored bytes, headers and queries are shown; leaves out verdicts and other deliveries (`graph`).
"""

from datetime import datetime
from typing import Final
from urllib.parse import parse_qsl

import orjson
import strawberry

from api.described import field, output
from api.transport.encoding import is_plain
from api.transport.scalars import JSON, MAX_DEPTH, Base64
from api.values import KeyValue, shown_pairs
from domain import clock, models
from domain.verdict import Outcome, RejectionCause

_MOST_FIELDS: Final = 2_000


@output
class DeliveryBody:
    """The bytes of a body, and what they are when read as text or JSON."""

    raw: strawberry.Private[bytes]

    @field
    def base64(self) -> Base64:
        """The bytes themselves: signatures are over these."""
        return Base64(self.raw)

    @field
    def text(self) -> str | None:
        """The bytes as text. Null when they are not UTF-8."""
        try:
            return self.raw.decode()
        except UnicodeDecodeError:
            return None

    @field
    def json(self) -> JSON | None:
        """The bytes as JSON, whatever their content type says.

        Null when they are not JSON, or nested deeper than the scalar allows.
        """
        try:
            value = orjson.loads(self.raw)
        except orjson.JSONDecodeError:
            return None
        return JSON(value) if is_plain(value, MAX_DEPTH) else None

    @field
    def size(self) -> int:
        """How many bytes there are."""
        return len(self.raw)


@output
class Reply:
    """What we answered to a delivery."""

    status: int = strawberry.field(description="The HTTP status.")
    headers: list[KeyValue] = strawberry.field(
        description="The headers we set, names in lower case, in order."
    )
    body: DeliveryBody = strawberry.field(description="The body, possibly empty.")


@strawberry.type
class DeliveryFields:
    """row: the stored delivery."""

    row: strawberry.Private[models.Delivery]

    @field
    def received_at(self) -> datetime:
        """When its first byte was read."""
        return clock.from_ms(self.row.received_ms)

    @field
    def is_test(self) -> bool:
        """Whether it came to an address that ends in /test."""
        return self.row.is_test

    @field
    def method(self) -> str:
        """The HTTP method, in upper case."""
        return self.row.method

    @field
    def path(self) -> str:
        """The path as it was called, undecoded, without the query."""
        return self.row.path

    @field
    def query_string(self) -> str:
        """The query as it was called, undecoded, without its `?`."""
        return self.row.query_string

    @field
    def query(self) -> list[KeyValue]:
        """The decoded query, in order; at most 2000 parameters are shown."""
        parts = self.row.query_string.split("&")[:_MOST_FIELDS]
        return shown_pairs(parse_qsl("&".join(parts), keep_blank_values=True))

    @field
    def headers(self) -> list[KeyValue]:
        """The headers, names in lower case, in order of arrival."""
        return shown_pairs(orjson.loads(self.row.headers))

    @field
    def body(self) -> DeliveryBody:
        """The body, exactly as it arrived."""
        return DeliveryBody(raw=bytes(self.row.body))

    @field
    def outcome(self) -> Outcome:
        """How it ended."""
        return Outcome(self.row.outcome)

    @field
    def cause(self) -> RejectionCause | None:
        """Why it was refused. Null unless it was."""
        return RejectionCause(self.row.cause) if self.row.cause else None

    @field
    def explanation(self) -> str:
        """What happened, for a person in the editor."""
        return self.row.explanation

    @field
    def reply(self) -> Reply:
        """What we answered."""
        return Reply(
            status=self.row.reply_status,
            headers=shown_pairs(orjson.loads(self.row.reply_headers)),
            body=DeliveryBody(raw=bytes(self.row.reply_body)),
        )


@strawberry.type
class VerdictFields:
    """row: the stored verdict of one trigger."""

    row: strawberry.Private[models.Verdict]

    @field
    def outcome(self) -> Outcome:
        """How the delivery ended for this trigger."""
        return Outcome(self.row.outcome)

    @field
    def cause(self) -> RejectionCause | None:
        """Why this trigger refused it. Null unless it did."""
        return RejectionCause(self.row.cause) if self.row.cause else None

    @field
    def explanation(self) -> str:
        """What this trigger made of it, for a person in the editor."""
        return self.row.explanation

    @field
    def is_verified(self) -> bool:
        """Whether the delivery proved to be genuine."""
        return self.row.is_verified

    @field
    def provider_ids(self) -> list[str]:
        """The Provider IDs that routing read. Empty at user level."""
        found: list[str] = orjson.loads(self.row.provider_ids)
        return found
