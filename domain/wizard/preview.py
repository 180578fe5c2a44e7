"""What the newest delivery would be answered as an ordinary, verified one. Nothing is sent and nothing saved."""

from dataclasses import dataclass

from domain.context import Context
from domain.deliveries.custom_code import compile_code
from domain.handshakes import acknowledge, compile_acknowledgement, echo_body, respond_ok
from domain.models import Trigger
from domain.registrations.triggers import described
from domain.reply import Reply
from domain.request import Request
from domain.sandbox import Mode
from domain.templates.scope import RequestScope
from domain.wizard.description import CustomCode, ResponseKind
from domain.wizard.progress import newest_event
from domain.wizard.trying import test_scope, tried


@dataclass(frozen=True, slots=True)
class Preview:
    """problem: why it is not the wanted answer; empty when it is."""

    reply: Reply
    problem: str = ""


async def response_preview(context: Context, trigger: Trigger) -> Preview | None:
    """Answer the newest delivery by the draft, or by what is live. None when nothing arrived yet."""
    request = await newest_event(context.settings, trigger.id)
    if request is None:
        return None
    description = described(trigger)
    response = description.response
    if response.kind is ResponseKind.ECHO_BODY:
        return Preview(echo_body(request))
    if response.kind is ResponseKind.CODE and response.code is not None:
        return await _by_code(context, trigger, response.code, request)
    if response.kind is not ResponseKind.ACKNOWLEDGEMENT or response.acknowledgement is None:
        return Preview(respond_ok())
    names = await test_scope(context, trigger, description)
    scope = {**names, "event": RequestScope(request)}
    verification = description.handling.verification
    proves = verification is not None and verification.form != "none"
    compiled = compile_acknowledgement(response.acknowledgement)
    return Preview(*acknowledge(compiled, scope, from_stranger=not proves))


async def _by_code(
    context: Context, trigger: Trigger, code: CustomCode, request: Request
) -> Preview:
    scope = await test_scope(context, trigger, described(trigger))
    compiled = compile_code(code, Mode.RESPOND, scope)
    answer = (await tried(context, trigger.project_id, compiled, request)).answer
    if answer is None or answer.reply is None:
        return Preview(respond_ok(), answer.fault if answer else "")
    return Preview(answer.reply.reply)
