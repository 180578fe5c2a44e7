"""What deliveries are answered, as GraphQL shows it: as described, and tried on the newest one."""

from typing import Self

import msgspec
import strawberry

from api.custom_code import CustomCode
from api.deliveries import DeliveryBody, Reply
from api.described import output
from api.handshakes import Acknowledgement, HandshakeRule
from api.values import shown_pairs
from domain import handshakes
from domain.wizard import description, preview
from domain.wizard.description import ResponseKind


@output
class WebhookResponse:
    """What deliveries are answered."""

    kind: ResponseKind = strawberry.field(description="What an ordinary delivery is answered.")
    handshakes: list[HandshakeRule] = strawberry.field(
        description="Challenges that are answered otherwise; the first that matches counts."
    )
    acknowledgement: Acknowledgement | None = strawberry.field(
        description="What an ordinary delivery is answered, if that is the kind."
    )
    code: CustomCode | None = strawberry.field(
        description="The custom code that answers, if that is the kind."
    )
    rejected_status: int = strawberry.field(
        description="The status of the answer to a delivery that does not verify."
    )

    @classmethod
    def of(cls, response: description.Response) -> Self:
        """Show a reply."""
        rules = msgspec.convert(
            msgspec.to_builtins(response.handshakes), list[handshakes.HandshakeRule]
        )
        acknowledgement = response.acknowledgement
        return cls(
            kind=response.kind,
            handshakes=[HandshakeRule.of(rule) for rule in rules],
            acknowledgement=Acknowledgement.of(acknowledgement) if acknowledgement else None,
            code=CustomCode.of(response.code) if response.code else None,
            rejected_status=response.rejected_status,
        )


@output
class ResponsePreview:
    """What a delivery would be answered. Nothing is sent."""

    reply: Reply = strawberry.field(description="The answer.")
    problem: str = strawberry.field(
        description="Why it is not the wanted one: it is empty then. Empty when it is."
    )

    @classmethod
    def of(cls, found: preview.Preview) -> Self:
        """Show a preview."""
        reply = found.reply
        return cls(
            reply=Reply(
                status=reply.status,
                headers=shown_pairs(reply.headers),
                body=DeliveryBody(raw=reply.body),
            ),
            problem=found.problem,
        )
