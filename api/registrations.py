"""The webhook that exists at a provider, and the exchange that made it: the fields that lead nowhere else.

Leaves out whose it is (`graph`) and sending.
"""

from datetime import datetime
from typing import Self

import strawberry

from api.described import field, output
from api.values import KeyValue, shown_pairs
from domain import clock, models
from domain.registrations import masking
from domain.registrations.states import Deed, RegistrationState


@output
class SentRequest:
    """What was sent to the provider, every secret masked."""

    method: str = strawberry.field(description="The HTTP method.")
    url: str = strawberry.field(description="The whole address.")
    headers: list[KeyValue] = strawberry.field(description="The headers, in order.")
    body: str = strawberry.field(description="The body as text.")


@output
class ReceivedAnswer:
    """What the provider answered, every secret masked."""

    status: int = strawberry.field(description="The HTTP status.")
    headers: list[KeyValue] = strawberry.field(description="The headers, in order.")
    body: str = strawberry.field(description="The body as text, cut when it is long.")
    elapsed_ms: int = strawberry.field(description="How long it took, in milliseconds.")


@output
class Exchange:
    """One request to a provider and its answer."""

    sent_at: datetime = strawberry.field(description="When the request was sent.")
    request: SentRequest = strawberry.field(description="What was sent.")
    answer: ReceivedAnswer | None = strawberry.field(
        description="What came back. Null when nothing did."
    )
    problem: str | None = strawberry.field(description="Why nothing came back. Null when it did.")

    @classmethod
    def of(cls, stored: masking.Exchange) -> Self:
        """Show a stored exchange."""
        sent, answer = stored.request, stored.answer
        return cls(
            sent_at=clock.from_ms(stored.sent_ms),
            request=SentRequest(
                method=sent.method,
                url=sent.url,
                headers=shown_pairs(sent.headers),
                body=sent.body,
            ),
            answer=ReceivedAnswer(
                status=answer.status,
                headers=shown_pairs(answer.headers),
                body=answer.body,
                elapsed_ms=answer.elapsed_ms,
            )
            if answer
            else None,
            problem=stored.problem or None,
        )


@output
class RegistrationExchange:
    """One request about a webhook, with its answer."""

    deed: Deed = strawberry.field(description="What was asked.")
    exchange: Exchange = strawberry.field(description="The request and the answer.")


@output
class RegistrationFields:
    """The plain fields of a registration."""

    row: strawberry.Private[models.Registration]

    @field
    def is_test(self) -> bool:
        """Whether the wizard made it, with the sandbox account."""
        return self.row.is_test

    @field
    def state(self) -> RegistrationState:
        """How it stands."""
        return RegistrationState(self.row.state)

    @field
    def reason(self) -> str | None:
        """Why it stands so, for a person. Null when there is nothing to say."""
        return self.row.reason or None

    @field
    def exchange(self) -> Exchange | None:
        """The last request about it and the provider's answer. Null before there was one."""
        stored = self.row.exchange
        return Exchange.of(masking.decode(stored)) if stored else None

    @field
    def is_wanted(self) -> bool:
        """Whether it should exist. False: it is being removed, or it is gone."""
        return self.row.is_wanted

    @field
    def webhook_url(self) -> str | None:
        """Our address that the provider delivers to. Null for those of an earlier version."""
        return self.row.webhook_url

    @field
    def provider_url(self) -> str | None:
        """The method and address that remove it at the provider, secrets masked. Null when they are not known."""
        return self.row.provider_url

    @field
    def attempts(self) -> int:
        """How many attempts failed since the last that did not."""
        return self.row.attempts

    @field
    def next_attempt_at(self) -> datetime | None:
        """When it is tried again by itself, renewals aside. Null when nothing is left to do, or a person has to look."""
        row = self.row
        is_renewal = row.state == RegistrationState.ACTIVE and row.is_wanted and not row.attempts
        return clock.from_ms(row.due_ms) if row.due_ms and not is_renewal else None

    @field
    def expires_at(self) -> datetime | None:
        """When it ends at the provider. Null when that is not known."""
        return clock.from_ms(self.row.expires_ms) if self.row.expires_ms else None

    @field
    def renews_at(self) -> datetime | None:
        """When it is renewed. Null when it is not."""
        return clock.from_ms(self.row.renews_ms) if self.row.renews_ms else None

    @field
    async def history(self) -> list[RegistrationExchange]:
        """The newest twenty requests about it, newest first."""
        rows = await models.RegistrationExchange.filter(registration_id=self.row.id).order_by("-id")
        return [
            RegistrationExchange(
                deed=Deed(row.deed), exchange=Exchange.of(masking.decode(row.exchange))
            )
            for row in rows
        ]

    @field
    def created_at(self) -> datetime:
        """When it was made."""
        return clock.from_ms(self.row.created_ms)

    @field
    def updated_at(self) -> datetime:
        """When it last changed."""
        return clock.from_ms(self.row.updated_ms)
