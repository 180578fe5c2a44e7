"""Sending a signed sample."""

import strawberry
from strawberry import Maybe

from api.auth import Info, acceptance_of, caller_of, domain_of
from api.described import entry, output
from api.graph import Delivery
from api.mutation import Given, Payload, mutation
from api.node import known
from domain.identity import Kind
from domain.simulator import samples
from domain.simulator.samples import Sample


@entry
class SendSampleDeliveryInput:
    """A sample to sign and deliver."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    example: Maybe[str | None] = strawberry.field(
        description="One of the provider's examples, by name. Null: the first."
    )
    body: Maybe[str | None] = strawberry.field(
        description="The body to send instead of an example; needed where the trigger comes from no "
        "provider of the catalog."
    )
    content_type: Maybe[str | None] = strawberry.field(
        description="Of that body. Null: `application/json`."
    )


@output
class SendSampleDeliveryPayload(Payload):
    """What came of sending a sample."""

    delivery: Delivery | None = strawberry.field(
        default=None,
        description="The delivery with its verdict, as a listener is shown it too.",
    )


@output
class SampleMutations:
    """Trying a trigger with no provider, no tunnel and no internet."""

    @mutation("triggerId")
    async def send_sample_delivery(
        self, info: Info, given: Given[SendSampleDeliveryInput]
    ) -> SendSampleDeliveryPayload:
        """Sign an event as the provider would and deliver it to the trigger's test address.

        It counts as any event does: listeners see it, and it may prove the trigger. Where only the
        provider's private key can sign, a generated pair takes its place, and proves nothing. An id
        that the provider repeats with a retry is new each time; the Provider ID is the sandbox
        account's.
        """
        sample = Sample(
            example=given.example.value if given.example else None,
            body=given.body.value if given.body else None,
            content_type=(given.content_type and given.content_type.value) or "application/json",
        )
        identifier = known(given.trigger_id, Kind.TRIGGER)
        sent = await samples.send_sample(
            domain_of(info), acceptance_of(info), caller_of(info), identifier, sample
        )
        return SendSampleDeliveryPayload(delivery=Delivery(row=await samples.stored(sent)))
