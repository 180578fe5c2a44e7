"""The other half of step 2: the reply, sending the setup request, and forgetting what was kept."""

from collections.abc import Iterator, Sequence
from typing import Any

import strawberry
from msgspec import UNSET, UnsetType
from strawberry import Maybe

from api import handshakes
from api.auth import Info, caller_of, domain_of
from api.described import entry, output
from api.graph import Registration, Trigger
from api.inputs.handling import WebhookResponseInput
from api.inputs.handshakes import HandshakeRuleInput, repeated
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
    rejected_status: Maybe[int | None] = strawberry.field(
        description="The status of the answer to a delivery that does not verify: 400, 401, 403, "
        "404, 410 or 422. Null: 401."
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
        entered = _Entered(given)
        identifier = known(given.trigger_id, Kind.TRIGGER)
        try:
            row = await updates.update_webhook_response(
                domain_of(info),
                caller_of(info),
                identifier,
                entered.changes(),
                problems=entered.problems,
            )
        except Invalid as error:
            raise Invalid(entered.all_problems(error.problems)) from error
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


class _Entered:
    """An input of the reply as the domain takes it, and where its problems stand in the input.

    problems: what the domain's form cannot hold; the domain refuses it together with everything that it finds.
    """

    def __init__(self, given: UpdateWebhookResponseInput) -> None:
        self._given = given
        self._own = (given.handshakes and given.handshakes.value) or []
        ready = (given.ready_handshakes and given.ready_handshakes.value) or []
        self._ready = [(index, name) for index, name in enumerate(ready) if name in READY]
        response = given.response.value if given.response else None
        self._acknowledged = response.acknowledgement if response else None
        self.problems = tuple(self._unheld(ready))

    def changes(self) -> ResponseChanges:
        """The changes, as far as the domain's form holds them."""
        response = given_or_unset(self._given.response)
        acknowledged = self._acknowledged
        return ResponseChanges(
            kind=response.kind() if response else response,
            acknowledgement=(acknowledged.value.stored() if acknowledged else None)
            if response is not UNSET
            else UNSET,
            code=(response.code.value.stored() if response and response.code else None)
            if response is not UNSET
            else UNSET,
            handshakes=self._rules(),
            rejected_status=given_or_unset(self._given.rejected_status),
        )

    def all_problems(self, found: Sequence[Problem]) -> list[Problem]:
        """Ours and the domain's, each where the thing stands in the input; ours count where both name a place."""
        ours = {problem.path for problem in self.problems}
        placed = [self._placed(problem) for problem in found if problem not in self.problems]
        return [*self.problems, *(problem for problem in placed if problem.path not in ours)]

    def _placed(self, problem: Problem) -> Problem:
        path: tuple[str, ...] = problem.path
        match path:
            case ("handshakes", index, *_) if index.isdecimal() and int(index) >= len(self._own):
                position, _ = self._ready[int(index) - len(self._own)]
                path = ("readyHandshakes", str(position))
            case ("handshakes", *rest):
                names = [rule.names() for rule in self._own]
                path = ("handshakes", *handshakes.place(names, tuple(rest)))
            case ("response", "acknowledgement", "headers", name) if self._acknowledged:
                names_of = self._acknowledged.value.names()
                path = (*path[:3], str(names_of.index(name)) if name in names_of else name)
        return Problem(problem.code, problem.message, path)

    def _rules(self) -> tuple[dict[str, Any], ...] | UnsetType:
        if self._given.handshakes is None and self._given.ready_handshakes is None:
            return UNSET
        ready = (dict(READY[name].rule) for _, name in self._ready)
        return (*(rule.data() for rule in self._own), *ready)

    def _unheld(self, ready: list[str]) -> Iterator[Problem]:
        for index, rule in enumerate(self._own):
            for problem in rule.unheld():
                yield problem.under("handshakes", str(index))
        for index, name in enumerate(ready):
            if name not in READY:
                message = f"there is no such ready handshake; {accepted(name, READY)}"
                path = ("readyHandshakes", str(index))
                yield Problem(ProblemCode.UNKNOWN_NAME, message, path)
        if self._acknowledged:
            for problem in repeated(self._acknowledged.value.names()):
                yield problem.under("response", "acknowledgement", "headers")
