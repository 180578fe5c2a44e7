"""Making, publishing, switching and removing triggers."""

import strawberry
from strawberry import Maybe

from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.graph import Registration, Trigger
from api.mutation import Given, Payload, mutation
from api.node import known
from domain.health import looking
from domain.identity import Kind
from domain.wizard import creating, finishing, lifecycle
from domain.wizard.creating import NewTrigger
from domain.wizard.description import Creation, Level


@entry
class CreateTriggerInput:
    """Step 1 of a new trigger."""

    integration_id: strawberry.ID = strawberry.field(description="The integration's id.")
    name: str = strawberry.field(
        description="What it is called: 1 to 80 characters, unique in the integration."
    )
    description: Maybe[str] = strawberry.field(description="What it is for.")
    creation: Maybe[Creation] = strawberry.field(
        description="How the webhook is created. Needed without a template."
    )
    level: Maybe[Level] = strawberry.field(
        description="Whose webhook it is. Needed without a template."
    )
    template: Maybe[str | None] = strawberry.field(
        description="A provider's slug: the catalog then prefills every step."
    )


@output
class CreateTriggerPayload(Payload):
    """What came of making a trigger."""

    trigger: Trigger | None = strawberry.field(default=None, description="The new draft.")


@entry
class FinishTriggerInput:
    """A trigger to publish."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")


@output
class FinishTriggerPayload(Payload):
    """What came of publishing a trigger."""

    trigger: Trigger | None = strawberry.field(default=None, description="The trigger, live.")


@entry
class DisableTriggerInput:
    """A trigger to switch off."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")


@output
class DisableTriggerPayload(Payload):
    """What came of switching a trigger off."""

    trigger: Trigger | None = strawberry.field(default=None, description="The trigger, disabled.")


@entry
class EnableTriggerInput:
    """A trigger to switch on."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")


@output
class EnableTriggerPayload(Payload):
    """What came of switching a trigger on."""

    trigger: Trigger | None = strawberry.field(default=None, description="The trigger, active.")


@entry
class DeleteTriggerInput:
    """A trigger to remove."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")


@output
class DeleteTriggerPayload(Payload):
    """What came of removing a trigger."""

    deleted_trigger_id: strawberry.ID | None = strawberry.field(
        default=None, description="The id of the trigger that is gone."
    )
    standing: list[Registration] = strawberry.field(
        default_factory=list,
        description="Webhooks that may still exist at the provider, to be removed there.",
    )


@entry
class SetExpectedSilenceInput:
    """How long a trigger may be silent before that is worth telling."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    minutes: int | None = strawberry.field(
        description="From 1 to 527040, a year. Null: as long as is usual for it."
    )


@output
class SetExpectedSilencePayload(Payload):
    """What came of setting it."""

    trigger: Trigger | None = strawberry.field(default=None, description="The trigger.")


@output
class TriggerMutations:
    """Changes of whole triggers."""

    @mutation("integrationId")
    async def create_trigger(
        self, info: Info, given: Given[CreateTriggerInput]
    ) -> CreateTriggerPayload:
        """Step 1: make a draft. A provider's template prefills everything; all of it can be changed."""
        new = NewTrigger(
            name=given.name,
            description=given.description.value if given.description else "",
            creation=given.creation.value if given.creation else None,
            level=given.level.value if given.level else None,
            template=given.template.value if given.template else None,
        )
        caller = caller_of(info)
        identifier = known(given.integration_id, Kind.INTEGRATION)
        row = await creating.create_trigger(domain_of(info), caller, identifier, new)
        return CreateTriggerPayload(trigger=Trigger.of(row))

    @mutation("triggerId")
    async def finish_trigger(
        self, info: Info, given: Given[FinishTriggerInput]
    ) -> FinishTriggerPayload:
        """Publish a complete, proven draft. Everything that is missing comes back as errors."""
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await finishing.finish_trigger(domain_of(info), caller_of(info), identifier)
        return FinishTriggerPayload(trigger=Trigger.of(row))

    @mutation("triggerId")
    async def disable_trigger(
        self, info: Info, given: Given[DisableTriggerInput]
    ) -> DisableTriggerPayload:
        """Switch a finished trigger off. Its deliveries are refused until it is enabled again."""
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await lifecycle.disable_trigger(domain_of(info), caller_of(info), identifier)
        return DisableTriggerPayload(trigger=Trigger.of(row))

    @mutation("triggerId")
    async def enable_trigger(
        self, info: Info, given: Given[EnableTriggerInput]
    ) -> EnableTriggerPayload:
        """Switch a disabled trigger on."""
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await lifecycle.enable_trigger(domain_of(info), caller_of(info), identifier)
        return EnableTriggerPayload(trigger=Trigger.of(row))

    @mutation("triggerId")
    async def delete_trigger(
        self, info: Info, given: Given[DeleteTriggerInput]
    ) -> DeleteTriggerPayload:
        """Remove a trigger for good. Its address answers 410 from then on, which tells providers to stop."""
        identifier = known(given.trigger_id, Kind.TRIGGER)
        deleted = await lifecycle.delete_trigger(domain_of(info), caller_of(info), identifier)
        return DeleteTriggerPayload(
            deleted_trigger_id=strawberry.ID(deleted.trigger.id),
            standing=[Registration(row=row) for row in deleted.standing],
        )

    @mutation("triggerId")
    async def set_expected_silence(
        self, info: Info, given: Given[SetExpectedSilenceInput]
    ) -> SetExpectedSilencePayload:
        """Say how long a trigger may be silent before `Trigger.health` calls it silent. It takes effect at once."""
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await looking.set_expected_silence(caller_of(info), identifier, given.minutes)
        return SetExpectedSilencePayload(trigger=Trigger.of(row))
