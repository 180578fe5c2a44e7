"""Replaying what is stored, and routing by hand what is unrouted."""

import strawberry

from api.auth import Info, acceptance_of, caller_of, domain_of
from api.described import entry, output
from api.graph import Delivery
from api.mutation import Given, Payload, mutation
from api.node import known
from domain.deliveries import replaying, routing
from domain.errors import Invalid, NotFound, ProblemCode
from domain.identity import Kind
from domain.runs import testing


@entry
class ReplayDeliveryInput:
    """A stored delivery to judge again."""

    delivery_id: strawberry.ID = strawberry.field(description="The delivery's id.")


@output
class ReplayDeliveryPayload(Payload):
    """What came of replaying a delivery."""

    delivery: Delivery | None = strawberry.field(
        default=None, description="The new delivery: `replayOf` names the one that was replayed."
    )


@entry
class ReplayEventInput:
    """An event to make happen once more."""

    event_id: strawberry.ID = strawberry.field(description="The event's id.")


@output
class ReplayEventPayload(Payload):
    """What came of replaying an event."""

    delivery: Delivery | None = strawberry.field(
        default=None,
        description="A new delivery, for the event's trigger and account alone, with the new event.",
    )


@entry
class ReplayIntoTestStepInput:
    """A stored delivery, and the workflow whose test gets it."""

    workflow_id: strawberry.ID = strawberry.field(description="The workflow's id.")
    delivery_id: strawberry.ID = strawberry.field(
        description="A delivery, live or test, that came for the workflow's trigger."
    )


@output
class ReplayIntoTestStepPayload(Payload):
    """What came of replaying a delivery into a test."""

    delivery: Delivery | None = strawberry.field(
        default=None, description="The new test delivery, for the sandbox account."
    )


@entry
class RouteDeliveryInput:
    """An unrouted delivery, and the account that it is for."""

    delivery_id: strawberry.ID = strawberry.field(description="The delivery's id.")
    credential_id: strawberry.ID = strawberry.field(
        description="A connected account of the same integration."
    )


@output
class RouteDeliveryPayload(Payload):
    """What came of routing a delivery by hand."""

    delivery: Delivery | None = strawberry.field(
        default=None, description="The same delivery, as it is now."
    )


@output
class ReplayMutations:
    """Using stored deliveries again."""

    @mutation("deliveryId")
    async def replay_delivery(
        self, info: Info, given: Given[ReplayDeliveryInput]
    ) -> ReplayDeliveryPayload:
        """Judge a stored delivery by today's configuration, as a new delivery at the same address.

        What was genuine when it arrived counts as genuine; what was not is judged over the stored
        bytes. It may start workflows, even where its de-duplication key came before. It proves no trigger.
        """
        row = await replaying.replay_delivery(
            domain_of(info),
            acceptance_of(info),
            caller_of(info),
            known(given.delivery_id, Kind.DELIVERY),
        )
        return ReplayDeliveryPayload(delivery=Delivery(row=row))

    @mutation("eventId")
    async def replay_event(self, info: Info, given: Given[ReplayEventInput]) -> ReplayEventPayload:
        """Make an event happen once more, for its own trigger and account alone: its workflows run again."""
        row = await replaying.replay_event(
            domain_of(info),
            acceptance_of(info),
            caller_of(info),
            known(given.event_id, Kind.EVENT),
        )
        return ReplayEventPayload(delivery=Delivery(row=row))

    @mutation("deliveryId")
    async def replay_into_test_step(
        self, info: Info, given: Given[ReplayIntoTestStepInput]
    ) -> ReplayIntoTestStepPayload:
        """Judge a stored delivery once more as if it came to the test address for the sandbox account.

        Whoever runs `testStep` gets it. No run is started, whoever's event it was.
        """
        row = await testing.replay_into_test_step(
            domain_of(info),
            acceptance_of(info),
            caller_of(info),
            _known(given.workflow_id, Kind.WORKFLOW, "workflowId"),
            known(given.delivery_id, Kind.DELIVERY),
        )
        return ReplayIntoTestStepPayload(delivery=Delivery(row=row))

    @mutation("deliveryId")
    async def route_delivery(
        self, info: Info, given: Given[RouteDeliveryInput]
    ) -> RouteDeliveryPayload:
        """Give an unrouted delivery to an account: it becomes an event, once, and its workflows run."""
        account = _known(given.credential_id, Kind.CREDENTIAL, "credentialId")
        row = await routing.route_delivery(
            domain_of(info),
            acceptance_of(info),
            caller_of(info),
            known(given.delivery_id, Kind.DELIVERY),
            account,
        )
        return RouteDeliveryPayload(delivery=Delivery(row=row))


def _known(identifier: str, kind: Kind, name: str) -> str:
    """Take an id of a second thing. Raises Invalid at the field that names it."""
    try:
        return known(identifier, kind)
    except NotFound as error:
        raise Invalid.one(ProblemCode.NOT_FOUND, str(error), name) from error
