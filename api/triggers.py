"""What the wizard makes: the fields of a trigger that lead nowhere else, and the step it is at.

Leaves out accounts, deliveries and registrations (`graph`), and changing it (`mutations`).
"""

from datetime import datetime
from typing import Annotated, Any, Self

import msgspec
import strawberry

from api.auth import Info, caller_of, domain_of
from api.described import field, output
from api.followed import ShownValue
from api.requests import WebhookSetup
from api.responses import ResponsePreview, WebhookResponse
from api.transport.scalars import JSON
from api.trigger_health import TriggerHealth
from api.verification import Verification
from api.wizard import FinishImpact, VariableGroup, Wizard
from domain import clock, models
from domain.deliveries import shown
from domain.health import looking
from domain.registrations.triggers import described
from domain.templates.conditions import EventFilter as StoredFilter
from domain.templates.operators import Operator
from domain.wizard import description, finishing, preview, progress
from domain.wizard.description import Creation, Description, Level
from domain.wizard.status import TriggerStatus
from domain.wizard.steps import Step


@output
class FilterCondition:
    """One comparison of an event's value."""

    path: str = strawberry.field(description="A path into the event.")
    operator: Operator = strawberry.field(description="How the value is compared.")
    value: JSON | None = strawberry.field(description="What it is compared with, if anything.")


@output
class FilterGroup:
    """Holds when all of its conditions hold."""

    all: list[FilterCondition] = strawberry.field(description="The conditions.")


@output
class EventFilter:
    """Lets an event pass when any of its groups holds. No groups let every event pass."""

    any: list[FilterGroup] = strawberry.field(description="The groups.")

    @classmethod
    def of(cls, data: Any) -> Self:
        """Show a stored filter."""
        stored = msgspec.convert(data, StoredFilter)
        groups = [
            [_condition(each) for each in msgspec.to_builtins(group.all)] for group in stored.any
        ]
        return cls(any=[FilterGroup(all=conditions) for conditions in groups])


@output
class EventHandling:
    """How events are routed, validated, filtered and told apart."""

    routing: list[str] = strawberry.field(
        description="Paths to the Provider ID in an event; the first that yields one counts."
    )
    verification: Verification | None = strawberry.field(
        description="How payloads are validated. Null until it is chosen: all are refused."
    )
    filter: EventFilter | None = strawberry.field(
        description="Which events count. Null when all do."
    )
    deduplication_key: str | None = strawberry.field(
        description="A template over the event that is the same when it is sent again. Null when "
        "events are not told apart."
    )
    event_type: str | None = strawberry.field(
        description="A template over the event that gives its kind, as verdicts show it. Null when none is named."
    )

    @classmethod
    def of(cls, handling: description.Handling) -> Self:
        """Show step 3."""
        verification = handling.verification
        return cls(
            routing=list(handling.routing),
            verification=Verification.of(verification) if verification else None,
            filter=EventFilter.of(handling.filter) if handling.filter is not None else None,
            deduplication_key=handling.deduplication_key,
            event_type=handling.event_type,
        )


@output
class TriggerFields:
    """The plain fields of a trigger. said: the draft where there is one, else what is live."""

    row: strawberry.Private[models.Trigger]
    said: strawberry.Private[Description]

    @classmethod
    def of(cls, row: models.Trigger) -> Self:
        """Show a stored trigger."""
        return cls(row=row, said=described(row))

    @field
    def name(self) -> str:
        """What it is called; unique in its integration."""
        return self.said.basic.name

    @field
    def description(self) -> str:
        """What it is for. May be empty."""
        return self.said.basic.description

    @field
    def creation(self) -> Creation:
        """How its webhook comes to exist at the provider."""
        return self.said.basic.creation

    @field
    def level(self) -> Level:
        """Whose webhook it is."""
        return self.said.basic.level

    @field
    def status(self) -> TriggerStatus:
        """How far it is."""
        return TriggerStatus(self.row.status)

    @field
    def has_draft(self) -> bool:
        """Whether what is shown is a draft that is not live yet."""
        return self.row.draft is not None

    @field
    def provider_slug(self) -> str | None:
        """The provider of the catalog that it was prefilled from, if any."""
        return self.said.provider_slug

    @field
    async def wizard(self, info: Info) -> Wizard:
        """How far the wizard is, and what is missing from each step."""
        state = await progress.trigger_wizard(domain_of(info), self.row)
        return Wizard.of(state, self.said)

    @field
    async def finish_impact(self) -> FinishImpact:
        """What finishing the draft would mean for live accounts."""
        impact = await finishing.finish_impact(self.row)
        return FinishImpact(registrations=impact.registrations, reasons=list(impact.reasons))

    @field
    def target_url(self, info: Info) -> str:
        """The address to copy into the provider's console, for the sandbox account: it ends in /test."""
        return progress.target_url(domain_of(info).settings, self.row)

    @field
    def setup(self) -> WebhookSetup | None:
        """How the webhook is created at the provider. Null until it is described, and for manual ones."""
        return WebhookSetup.of(self.said.setup) if self.said.setup else None

    @field
    def response(self) -> WebhookResponse:
        """What deliveries are answered."""
        return WebhookResponse.of(self.said.response)

    @field
    async def response_preview(self, info: Info) -> ResponsePreview | None:
        """What its newest delivery would be answered, as an ordinary verified one. Null when there is none yet."""
        found = await preview.response_preview(domain_of(info), self.row)
        return ResponsePreview.of(found) if found else None

    @field
    def handling(self) -> EventHandling:
        """How events are routed, validated, filtered and told apart."""
        return EventHandling.of(self.said.handling)

    @field
    async def variables(
        self,
        info: Info,
        step: Annotated[Step, strawberry.argument(description="Where templates are written.")],
    ) -> list[VariableGroup]:
        """The variable menu of a step, with samples of the newest event."""
        groups = await progress.variables(domain_of(info), caller_of(info), self.row.id, step)
        return [VariableGroup.of(group) for group in groups]

    @field
    async def persisted_values(self) -> list["PersistedValue"]:
        """The values that were kept for it, by name. Never the values themselves."""
        rows = await models.PersistedValue.filter(trigger_id=self.row.id).order_by("name", "scope")
        return [PersistedValue(row=row) for row in rows]

    @field
    async def shown_values(self, info: Info) -> list[ShownValue]:
        """One-off values that handshakes brought for a person to see, by name; none once it is finished."""
        found = await shown.shown_values(domain_of(info).vault, self.row.id)
        return [ShownValue.of(one) for one in found]

    @field
    async def health(self, info: Info) -> TriggerHealth | None:
        """Whether it is still heard of, and whether its events still look like its sample.

        Null for a draft, and in the first minute after it was finished.
        """
        row = await info.context.loaders.health.load(self.row.id)
        found = looking.health_of(self.row, row) if row and self.row.live else None
        return TriggerHealth.of(found) if found else None

    @field
    def created_at(self) -> datetime:
        """When it was made."""
        return clock.from_ms(self.row.created_ms)

    @field
    def updated_at(self) -> datetime:
        """When it last changed."""
        return clock.from_ms(self.row.updated_ms)


@output
class PersistedValue:
    """That a value was kept, from a handshake or a setup answer. The value itself is never shown."""

    row: strawberry.Private[models.PersistedValue]

    @field
    def name(self) -> str:
        """Its name, as in `{{persisted.NAME}}`."""
        return self.row.name

    @field
    def scope(self) -> str:
        """What it belongs to: an account's id at user level, `test` or `live` at app level."""
        return self.row.scope

    @field
    def written_at(self) -> datetime:
        """When it was kept."""
        return clock.from_ms(self.row.created_ms)


def _condition(data: dict[str, Any]) -> FilterCondition:
    value = data.get("value")
    return FilterCondition(
        path=data["path"],
        operator=Operator(data["operator"]),
        value=None if value is None else JSON(value),
    )
