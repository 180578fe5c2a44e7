"""Trying custom code."""

import strawberry
from strawberry import Maybe

from api.auth import Info, caller_of, domain_of
from api.custom_code import CustomCodeResult
from api.described import entry, output
from api.inputs.custom_code import CustomCodeInput
from api.mutation import Given, Payload, mutation
from api.node import known
from domain.identity import Kind
from domain.sandbox import Mode
from domain.wizard.trying import Try
from domain.wizard.trying import run_custom_code as run


@entry
class RunCustomCodeInput:
    """Custom code to run against a delivery that is stored."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    purpose: Mode = strawberry.field(description="What the code is for.")
    code: Maybe[CustomCodeInput | None] = strawberry.field(
        description="The code to run; the draft's own when absent."
    )
    delivery_id: Maybe[strawberry.ID | None] = strawberry.field(
        description="A delivery of this trigger; its newest event when absent."
    )


@output
class RunCustomCodePayload(Payload):
    """What came of running custom code."""

    result: CustomCodeResult | None = strawberry.field(
        default=None,
        description="What it returned and wrote, or its error. An error of the code is a result.",
    )


@output
class CodeMutations:
    """Trying custom code in the wizard."""

    @mutation("triggerId")
    async def run_custom_code(
        self, info: Info, given: Given[RunCustomCodeInput]
    ) -> RunCustomCodePayload:
        """Run custom code as a delivery would, for the sandbox account. Nothing is sent, kept or saved."""
        code = given.code.value if given.code else None
        delivery = given.delivery_id.value if given.delivery_id else None
        wanted = Try(
            given.purpose,
            code.stored() if code else None,
            str(delivery) if delivery else None,
        )
        identifier = known(given.trigger_id, Kind.TRIGGER)
        tried = await run(domain_of(info), caller_of(info), identifier, wanted)
        return RunCustomCodePayload(result=CustomCodeResult(tried=tried))
