"""Previewing another handling against stored deliveries."""

from typing import Final, Self

import orjson
import strawberry
from strawberry import Maybe

from api.auth import Info, acceptance_of, caller_of, domain_of
from api.described import entry, output
from api.graph import Delivery
from api.inputs.handling import EventFilterInput
from api.inputs.verification import VerificationInput
from api.mutation import Given, Payload, mutation
from api.mutations.steps import handling_changes
from api.node import known
from domain.deliveries.record import TriggerVerdict
from domain.identity import Kind
from domain.models import Verdict
from domain.verdict import Outcome, RejectionCause
from domain.wizard.handling_preview import Previewed, Wanted, preview_handling

_FIRST: Final = 20


@entry
class PreviewHandlingInput:
    """A handling to try: what is absent is as the draft has it."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    routing: Maybe[list[str] | None] = strawberry.field(
        description="Instead of the draft's, as in `updateEventHandling`."
    )
    verification: Maybe[VerificationInput | None] = strawberry.field(
        description="Instead of the draft's, as in `updateEventHandling`."
    )
    filter: Maybe[EventFilterInput | None] = strawberry.field(
        description="Instead of the draft's, as in `updateEventHandling`."
    )
    deduplication_key: Maybe[str | None] = strawberry.field(
        description="Instead of the draft's, as in `updateEventHandling`."
    )
    first: Maybe[int] = strawberry.field(
        description="How many of the newest deliveries: 1 to 50, 20 when absent."
    )


@output
class PreviewedVerdict:
    """What one handling makes of a delivery."""

    outcome: Outcome = strawberry.field(description="How it ends.")
    cause: RejectionCause | None = strawberry.field(
        description="Why it is refused. Null unless it is."
    )
    explanation: str = strawberry.field(description="What happens, for a person.")
    provider_ids: list[str] = strawberry.field(description="The Provider IDs that routing reads.")
    events: int = strawberry.field(description="How many accounts get it as an event.")

    @classmethod
    def of_then(cls, row: Verdict) -> Self:
        """Show a stored verdict."""
        return cls(
            outcome=Outcome(row.outcome),
            cause=RejectionCause(row.cause) if row.cause else None,
            explanation=row.explanation,
            provider_ids=orjson.loads(row.provider_ids),
            events=len(orjson.loads(row.events)),
        )

    @classmethod
    def of_now(cls, verdict: TriggerVerdict) -> Self:
        """Show a verdict that is not saved."""
        return cls(
            outcome=verdict.outcome,
            cause=verdict.cause,
            explanation=verdict.explanation,
            provider_ids=list(verdict.provider_ids),
            events=len(verdict.events),
        )


@output
class PreviewedDelivery:
    """A stored delivery, before and after."""

    delivery: Delivery = strawberry.field(description="The delivery.")
    before: PreviewedVerdict = strawberry.field(
        description="The trigger's verdict when it arrived."
    )
    after: PreviewedVerdict = strawberry.field(
        description="What it would be by the handling that is tried."
    )
    is_changed: bool = strawberry.field(description="Whether outcome or cause differ.")

    @classmethod
    def of(cls, one: Previewed) -> Self:
        """Show one."""
        return cls(
            delivery=Delivery(row=one.delivery),
            before=PreviewedVerdict.of_then(one.before),
            after=PreviewedVerdict.of_now(one.after),
            is_changed=one.is_changed,
        )


@output
class HandlingPreview:
    """What a handling would make of the newest deliveries."""

    deliveries: list[PreviewedDelivery] = strawberry.field(
        description="The deliveries that were no handshakes, and are kept whole, newest first."
    )
    changed: int = strawberry.field(description="Of how many outcome or cause differ.")


@output
class PreviewHandlingPayload(Payload):
    """What came of previewing."""

    preview: HandlingPreview | None = strawberry.field(
        default=None, description="Before and after, for each delivery."
    )


@output
class PreviewMutations:
    """Trying changes before they are saved."""

    @mutation("triggerId")
    async def preview_handling(
        self, info: Info, given: Given[PreviewHandlingInput]
    ) -> PreviewHandlingPayload:
        """Judge stored deliveries by the draft, or by what is given instead. Nothing is saved, sent or started.

        Each is judged as of the time when it came. One whose secret is masked in what was stored counts
        as genuine if it was.
        """
        found = await preview_handling(
            domain_of(info),
            acceptance_of(info),
            caller_of(info),
            known(given.trigger_id, Kind.TRIGGER),
            Wanted(handling_changes(given), given.first.value if given.first else _FIRST),
        )
        shown = [PreviewedDelivery.of(one) for one in found]
        changed = sum(one.is_changed for one in found)
        return PreviewHandlingPayload(preview=HandlingPreview(deliveries=shown, changed=changed))
