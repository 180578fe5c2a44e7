"""The other half of step 2: the reply, sending the setup request, and forgetting what was kept."""

from collections.abc import Sequence
from typing import Any

import strawberry
from strawberry import Maybe

from api import handshakes
from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.graph import Registration, Trigger
from api.inputs.handling import WebhookResponseInput
from api.inputs.handshakes import HandshakeRuleInput
from api.inputs.reading import given_or_unset
from api.mutation import Given, Payload, mutation
from api.node import known
from domain.errors import Invalid, Problem, ProblemCode
from domain.handshakes import READY
from domain.identity import Kind
from domain.registrations import kept, setup
from domain.templates.suggestion import accepted
from domain.wizard import updates
from domain.wizard.updates import ResponseChanges


@entry
class UpdateWebhookResponseInput:
    """Changes of the reply."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    response: Maybe[WebhookResponseInput | None] = strawberry.field(
        description="What an ordinary delivery is answered. Null: an empty 200."
    )
    handshakes: Maybe[list[HandshakeRuleInput] | None] = strawberry.field(
        description="Challenges that are answered otherwise; the first that matches counts. The "
        "list replaces the one before."
    )
    ready_handshakes: Maybe[list[str] | None] = strawberry.field(
        description="Names of `Query.readyHandshakes` that follow the list: together they replace "
        "the one before."
    )


@output
class UpdateWebhookResponsePayload(Payload):
    """What came of saving the reply."""

    trigger: Trigger | None = strawberry.field(
        default=None, description="The trigger as it is now."
    )


@entry
class SendSetupRequestInput:
    """A setup request to send."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")


@output
class SendSetupRequestPayload(Payload):
    """What came of sending the setup request."""

    registration: Registration | None = strawberry.field(
        default=None,
        description="The sandbox account's webhook with the exchange that made it: ACTIVE, or "
        "ERRORED with the reason.",
    )
    trigger: Trigger | None = strawberry.field(
        default=None, description="The trigger as it is now."
    )


@entry
class ClearPersistedValuesInput:
    """A trigger whose test values are to be forgotten."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")


@output
class ClearPersistedValuesPayload(Payload):
    """What came of forgetting values."""

    trigger: Trigger | None = strawberry.field(
        default=None, description="The trigger as it is now."
    )


@output
class WebhookMutations:
    """Changes of the reply, and what is done with the sandbox account."""

    @mutation("triggerId")
    async def update_webhook_response(
        self, info: Info, given: Given[UpdateWebhookResponseInput]
    ) -> UpdateWebhookResponsePayload:
        """Step 2: what deliveries are answered, and which challenges are answered otherwise."""
        response, rules = given_or_unset(given.response), _rules(given)
        changes = ResponseChanges(
            kind=response.kind() if response else response,
            handshakes=given_or_unset(None) if rules is None else tuple(rules),
        )
        identifier = known(given.trigger_id, Kind.TRIGGER)
        try:
            row = await updates.update_webhook_response(
                domain_of(info), caller_of(info), identifier, changes
            )
        except Invalid as error:
            raise Invalid([_placed(each, given, rules or ()) for each in error.problems]) from error
        return UpdateWebhookResponsePayload(trigger=Trigger.of(row))

    @mutation("triggerId")
    async def send_setup_request(
        self, info: Info, given: Given[SendSetupRequestInput]
    ) -> SendSetupRequestPayload:
        """Step 2: create the webhook at the provider, for the sandbox account. Returns the exchange."""
        context, caller = domain_of(info), caller_of(info)
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await setup.send_setup_request(context, caller, identifier)
        trigger = await info.context.loaders.triggers.load(identifier)
        return SendSetupRequestPayload(
            registration=Registration(row=row), trigger=Trigger.of(trigger) if trigger else None
        )

    @mutation("triggerId")
    async def clear_persisted_values(
        self, info: Info, given: Given[ClearPersistedValuesInput]
    ) -> ClearPersistedValuesPayload:
        """Forget what the sandbox's webhook had kept, so that its next handshake may write afresh."""
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await kept.clear_persisted_values(domain_of(info), caller_of(info), identifier)
        return ClearPersistedValuesPayload(trigger=Trigger.of(row))


def _rules(given: UpdateWebhookResponseInput) -> list[dict[str, Any]] | None:
    """Give all rules in the data form; None when the input says nothing of them. Raises Invalid."""
    if given.handshakes is None and given.ready_handshakes is None:
        return None
    own, ready = _own(given), (given.ready_handshakes and given.ready_handshakes.value) or []
    problems = [
        problem.under("handshakes", str(index))
        for index, rule in enumerate(own)
        for problem in rule.repeated()
    ]
    for index, name in enumerate(ready):
        if name not in READY:
            message = f"there is no such ready handshake; {accepted(name, READY)}"
            path = ("readyHandshakes", str(index))
            problems.append(Problem(ProblemCode.UNKNOWN_NAME, message, path))
    if problems:
        raise Invalid(problems)
    return [*(rule.data() for rule in own), *(dict(READY[name].rule) for name in ready)]


def _own(given: UpdateWebhookResponseInput) -> list[HandshakeRuleInput]:
    return (given.handshakes and given.handshakes.value) or []


def _placed(
    problem: Problem, given: UpdateWebhookResponseInput, rules: Sequence[dict[str, Any]]
) -> Problem:
    """Put a problem of a rule where the rule stands in the input."""
    path: tuple[str, ...] = problem.path
    match path:
        case ("handshakes", index, *_) if index.isdecimal() and int(index) >= len(_own(given)):
            path = ("readyHandshakes", str(int(index) - len(_own(given))))
        case ("handshakes", *rest):
            path = ("handshakes", *handshakes.place(rules, tuple(rest)))
    return Problem(problem.code, problem.message, path)
