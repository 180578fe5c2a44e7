"""A signed sample to a trigger's own test address: what the provider would send, with no provider and no internet.

It goes the whole path of a delivery: judged, written down, shown to listeners, and it proves the trigger as any
event would. Where only the provider's private key can sign, a generated pair signs and verifies in its place, and
proves nothing. Leaves out the network between: the request is handed to the receiver's own deed.
"""

from dataclasses import dataclass, replace
from typing import Final

from domain import addresses, catalog, clock
from domain.addresses import Target
from domain.catalog import Provider
from domain.connections.callers import Caller, require_editor
from domain.connections.credentials import sandbox_credential
from domain.context import Context
from domain.deliveries.accept import Acceptance
from domain.deliveries.plan import Candidate, Plan
from domain.errors import Invalid, NotFound, ProblemCode
from domain.models import Delivery, Trigger
from domain.registrations.triggers import described, find_trigger
from domain.request import Request
from domain.signatures import compile_verifier
from domain.simulator.examples import about, draft, empty_draft
from domain.simulator.materials import signed_with, with_pairs
from domain.wizard.description import Description, Level

_TYPE: Final = "application/json"
_STAND_IN: Final = "stand-in"


@dataclass(frozen=True, slots=True)
class Sample:
    """What to send.

    example: one of the provider's, by name; the first when absent. body: instead of an example, sent as it is.
    content_type: of that body.
    """

    example: str | None = None
    body: str | None = None
    content_type: str = _TYPE


async def send_sample(
    context: Context, acceptance: Acceptance, caller: Caller, trigger_id: str, sample: Sample
) -> str:
    """Sign a sample and deliver it to the trigger's test address: the id of the stored delivery.

    Raises Invalid (`example`, `body`, or what is missing to sign), NotFound, Forbidden, Busy.
    """
    require_editor(caller)
    trigger = await find_trigger(caller, trigger_id)
    description = described(trigger)
    target = _target(trigger, description)
    plan = await acceptance.plan(target, None)
    found = [one for one in plan.candidates if one.trigger_id == trigger.id] if plan else []
    if plan is None or not found:
        message = plan.problem if plan else "The trigger cannot be reached."
        raise Invalid.one(ProblemCode.INCOMPLETE, message)
    request = await _draft(context, trigger, description, target, sample)
    record = await acceptance.accept(*_signed(plan, found[0], request))
    return record.id


async def stored(delivery_id: str) -> Delivery:
    """The delivery that a sample became."""
    return await Delivery.get(id=delivery_id)


def _target(trigger: Trigger, description: Description) -> Target:
    own = trigger.id if description.basic.level is Level.USER else None
    return Target(trigger.project_id, trigger.integration_id, own, is_test=True)


async def _draft(
    context: Context, trigger: Trigger, description: Description, target: Target, sample: Sample
) -> Request:
    url = addresses.target_url(context.settings, target)
    provider = _provider(description)
    if sample.body is not None:
        return _with_body(url, sample.body, sample.content_type)
    if provider is None:
        message = "this trigger comes from no provider of the catalog: give the body to send"
        raise Invalid.one(ProblemCode.REQUIRED, message, "body")
    request = _example(provider, url, sample.example)
    account = await sandbox_credential(trigger.integration_id)
    provider_id = account.provider_id if account else None
    routing = description.handling.routing
    return about(request, routing, provider_id) if provider_id and routing else request


def _provider(description: Description) -> Provider | None:
    try:
        return catalog.provider(description.provider_slug) if description.provider_slug else None
    except NotFound:  # it was renamed in the catalog since
        return None


def _example(provider: Provider, url: str, name: str | None) -> Request:
    try:
        return draft(provider, url, name)
    except NotFound as error:
        raise Invalid.one(ProblemCode.NOT_FOUND, str(error), "example") from error


def _with_body(url: str, body: str, content_type: str) -> Request:
    try:
        content = body.encode()
    except UnicodeEncodeError as error:
        raise Invalid.one(ProblemCode.INVALID, "this is not valid Unicode", "body") from error
    blank = empty_draft(url, "POST")
    return Request(
        method="POST",
        public_url=blank.public_url,
        path=blank.path,
        query_string=blank.query_string,
        headers=(("content-type", content_type),),
        body=content,
        received_at=blank.received_at,
    )


def _signed(plan: Plan, candidate: Candidate, request: Request) -> tuple[Request, Plan]:
    """The request with its signature, and the plan that judges it."""
    if candidate.verification_code is not None:
        message = (
            "this trigger's payloads are validated by custom code, and only the provider knows how to sign for it: "
            "send a real event, or try the code with runCustomCode"
        )
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message)
    if candidate.scheme is None:
        message = "say first how payloads are validated (step 3): a sample is signed that way"
        raise Invalid.one(ProblemCode.INCOMPLETE, message)
    material = with_pairs(candidate.scheme, candidate.secrets)
    signed = signed_with(candidate.scheme, request, material, clock.now())
    if not material.private:
        return signed, plan
    stand_in = replace(
        candidate,
        verify=compile_verifier(candidate.scheme, material.secrets),
        verification_key=_STAND_IN,
        secrets=material.secrets,
        is_stand_in=True,
    )
    each = (stand_in if one is candidate else one for one in plan.candidates)
    return signed, replace(plan, candidates=tuple(each))
