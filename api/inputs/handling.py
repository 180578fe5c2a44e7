"""Routing, filter and reply, as GraphQL takes them."""

from typing import Any

import strawberry
from strawberry import Maybe

from api.described import choice, entry
from api.inputs.custom_code import CustomCodeInput
from api.inputs.handshakes import AcknowledgementInput
from api.inputs.reading import as_data
from api.transport.scalars import JSON
from domain.templates.operators import Operator
from domain.wizard.description import ResponseKind


@entry
class FilterConditionInput:
    """One comparison of an event's value."""

    path: str = strawberry.field(description="A path into the event, such as `event.body.type`.")
    operator: Operator = strawberry.field(description="How the value is compared.")
    value: Maybe[JSON | None] = strawberry.field(
        description="What it is compared with; absent for EXISTS and NOT_EXISTS, a list for IN."
    )


@entry
class FilterGroupInput:
    """Holds when all of its conditions hold."""

    all: list[FilterConditionInput] = strawberry.field(description="The conditions.")


@entry
class EventFilterInput:
    """Lets an event pass when any of its groups holds. No groups let every event pass."""

    any: list[FilterGroupInput] = strawberry.field(description="The groups.")

    def data(self) -> Any:
        """Convert to the data form of `domain.templates.conditions`."""
        return as_data(self)


@choice
class WebhookResponseInput:
    """What an ordinary delivery is answered: exactly one way."""

    ok: Maybe[bool] = strawberry.field(description="True: an empty 200.")
    echo_body: Maybe[bool] = strawberry.field(
        description="True: the same bytes back, with a content type that no browser runs."
    )
    acknowledgement: Maybe[AcknowledgementInput] = strawberry.field(
        description="The status, headers and body that the provider wants to see."
    )
    code: Maybe[CustomCodeInput] = strawberry.field(
        description="Custom code that returns `{status, headers, body, persist}`, of challenges too."
    )

    def kind(self) -> ResponseKind:
        """Convert. False of the first two means the other of them."""
        if self.acknowledgement:
            return ResponseKind.ACKNOWLEDGEMENT
        if self.code:
            return ResponseKind.CODE
        is_echo = self.echo_body.value if self.echo_body else not (self.ok and self.ok.value)
        return ResponseKind.ECHO_BODY if is_echo else ResponseKind.OK
