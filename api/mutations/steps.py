"""Saving the wizard's steps: what is absent stays, null clears. Each step is validated as a whole."""

from typing import Any

import strawberry
from msgspec.structs import replace
from strawberry import Maybe

from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.graph import Trigger
from api.inputs.handling import EventFilterInput
from api.inputs.reading import given_or_unset
from api.inputs.requests import ListingInput, RenewalInput, RequestTemplateInput
from api.inputs.verification import VerificationInput
from api.mutation import Given, Payload, mutation
from api.node import known
from api.values import KeyValueInput, entered
from domain.identity import Kind
from domain.wizard import updates
from domain.wizard.description import Creation, Level
from domain.wizard.updates import (
    BasicChanges,
    EnteredVerification,
    HandlingChanges,
    SetupChanges,
)


@entry
class UpdateBasicInfoInput:
    """Changes of step 1."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    name: Maybe[str] = strawberry.field(
        description="What it is called: 1 to 80 characters, unique in the integration."
    )
    description: Maybe[str | None] = strawberry.field(description="What it is for.")
    creation: Maybe[Creation] = strawberry.field(description="How the webhook is created.")
    level: Maybe[Level] = strawberry.field(description="Whose webhook it is.")


@output
class UpdateBasicInfoPayload(Payload):
    """What came of saving step 1."""

    trigger: Trigger | None = strawberry.field(
        default=None, description="The trigger as it is now."
    )


@entry
class UpdateWebhookSetupInput:
    """Changes of the requests of step 2."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    request: Maybe[RequestTemplateInput | None] = strawberry.field(
        description="The request that creates the webhook. Null removes the whole setup."
    )
    keep: Maybe[list[KeyValueInput] | None] = strawberry.field(
        description="Names of values to keep, and templates over the provider's answer that give "
        "them, such as `{{setup.response.body.id}}`."
    )
    teardown: Maybe[RequestTemplateInput | None] = strawberry.field(
        description="The request that removes the webhook."
    )
    renewal: Maybe[RenewalInput | None] = strawberry.field(
        description="How the webhook is kept alive, if it expires."
    )
    listing: Maybe[ListingInput | None] = strawberry.field(
        description="How the provider is asked which webhooks exist."
    )


@output
class UpdateWebhookSetupPayload(Payload):
    """What came of saving the requests of step 2."""

    trigger: Trigger | None = strawberry.field(
        default=None, description="The trigger as it is now."
    )


@entry
class UpdateEventHandlingInput:
    """Changes of step 3."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    routing: Maybe[list[str] | None] = strawberry.field(
        description="App level: paths to the Provider ID in an event, such as "
        "`event.body.team_id`; the first that yields one counts."
    )
    verification: Maybe[VerificationInput | None] = strawberry.field(
        description="How payloads are validated. Null: not chosen, all are refused."
    )
    filter: Maybe[EventFilterInput | None] = strawberry.field(
        description="Which events count. Null: all."
    )
    deduplication_key: Maybe[str | None] = strawberry.field(
        description="A template over the event that is the same when it is sent again. Null: "
        "events are not told apart."
    )
    event_type: Maybe[str | None] = strawberry.field(
        description="A template over the event that gives its kind, such as `{{event.body.type}}`, to be "
        "shown. It changes nothing of what is judged, and asks for no new proof. Null: none is shown."
    )


@output
class UpdateEventHandlingPayload(Payload):
    """What came of saving step 3."""

    trigger: Trigger | None = strawberry.field(
        default=None, description="The trigger as it is now."
    )


@output
class StepMutations:
    """Changes of a trigger's steps, but for the reply."""

    @mutation("triggerId")
    async def update_basic_info(
        self, info: Info, given: Given[UpdateBasicInfoInput]
    ) -> UpdateBasicInfoPayload:
        """Step 1: name, description, how the webhook is created, and whose it is."""
        changes = BasicChanges(
            name=given_or_unset(given.name),
            description=given_or_unset(given.description),
            creation=given_or_unset(given.creation),
            level=given_or_unset(given.level),
        )
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await updates.update_basic_info(domain_of(info), caller_of(info), identifier, changes)
        return UpdateBasicInfoPayload(trigger=Trigger.of(row))

    @mutation("triggerId")
    async def update_webhook_setup(
        self, info: Info, given: Given[UpdateWebhookSetupInput]
    ) -> UpdateWebhookSetupPayload:
        """Step 2: the requests that create, renew and remove the webhook."""
        request, keep = given_or_unset(given.request), given_or_unset(given.keep)
        teardown, renewal = given_or_unset(given.teardown), given_or_unset(given.renewal)
        listing = given_or_unset(given.listing)
        changes = SetupChanges(
            request=request.entered() if request else request,
            keep=entered(keep) if keep else keep,
            teardown=teardown.entered() if teardown else teardown,
            renewal=renewal.entered() if renewal else renewal,
            listing=listing.entered() if listing else listing,
        )
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await updates.update_webhook_setup(
            domain_of(info), caller_of(info), identifier, changes
        )
        return UpdateWebhookSetupPayload(trigger=Trigger.of(row))

    @mutation("triggerId")
    async def update_event_handling(
        self, info: Info, given: Given[UpdateEventHandlingInput]
    ) -> UpdateEventHandlingPayload:
        """Step 3: routing, validation, filter and de-duplication."""
        changes = replace(handling_changes(given), event_type=given_or_unset(given.event_type))
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await updates.update_event_handling(
            domain_of(info), caller_of(info), identifier, changes
        )
        return UpdateEventHandlingPayload(trigger=Trigger.of(row))


def handling_changes(given: Any) -> HandlingChanges:
    """Convert the fields of step 3. given: an input that has them."""
    routing, verification = given_or_unset(given.routing), given_or_unset(given.verification)
    event_filter = given_or_unset(given.filter)
    return HandlingChanges(
        routing=tuple(routing) if routing else routing,
        verification=EnteredVerification(*verification.entered()) if verification else verification,
        filter=event_filter.data() if event_filter else event_filter,
        deduplication_key=given_or_unset(given.deduplication_key),
    )
