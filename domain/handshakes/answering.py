"""The answer to a handshake, and what is kept of it; or why it is refused.

An HMAC given to anyone who asks is a signing oracle: a stranger has a forged event signed as a "challenge" and
sends it back as genuine. So for a sender who is not verified only plain tokens are signed, whatever the rule says,
and no secret leaves as it is.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from domain.handshakes.headers import value_fault
from domain.handshakes.matching import CompiledRule
from domain.handshakes.replies import echo_body, respond_json, respond_text
from domain.reply import Reply
from domain.request import Request
from domain.signatures.comparison import same
from domain.templates.errors import TemplateError
from domain.templates.path import Path
from domain.templates.scope import RequestScope, Scope
from domain.templates.template import Template
from domain.templates.values import as_text
from domain.verdict import Refused, RejectionCause

MAX_BODY: Final = 256 * 1024
MAX_KEPT: Final = 8 * 1024


class HandshakeRefused(Refused):
    """A rule fits but the handshake is not answered. status: what the stranger sees, with nothing else."""

    def __init__(self, rule: CompiledRule, explanation: str) -> None:
        super().__init__(RejectionCause.HANDSHAKE_REFUSED, f"{rule.name}: {explanation}")
        self.status = rule.rule.reject_status


@dataclass(frozen=True, slots=True)
class Answer:
    """persist: values to keep, by name; whether they may be written now is decided elsewhere. rule: its name."""

    reply: Reply
    persist: Mapping[str, str]
    rule: str


def answer(
    compiled: CompiledRule,
    scope: Scope,
    *,
    is_verified: bool = False,
    has_verification: bool = True,
) -> Answer:
    """Answer a request that `match` found this rule for. scope: with the request as its `event`.

    is_verified: the request passed a verification that proves its sender; accepting all payloads proves nothing.
    has_verification: the trigger has such a one; only without it is a `signed` rule answered to a sender who is
    not verified. Raises HandshakeRefused.
    """
    if compiled.rule.signed and has_verification and not is_verified:
        raise HandshakeRefused(
            compiled, "it is answered only when the request's signature verifies"
        )
    if compiled.reveals_secret and not is_verified:
        raise HandshakeRefused(
            compiled, "its answer holds a secret, and the sender is not verified"
        )
    try:
        for path, expected in compiled.require:
            _require(path, expected, scope)
        reply = _reply(compiled, scope, from_stranger=not is_verified)
        kept = {
            name: _kept(name, template, scope, from_stranger=not is_verified)
            for name, template in compiled.persist
        }
    except (TemplateError, ValueError) as error:
        raise HandshakeRefused(compiled, str(error)) from error
    return Answer(reply, kept, compiled.name)


def _require(path: Path, template: Template, scope: Scope) -> None:
    given = as_text(path.first(scope))
    expected = template.text(scope)
    if not expected:
        # an empty expectation is met by an empty field: anyone can send that
        raise ValueError(f"the value that {path.text} must have is empty")
    if not same(expected.encode(), given.encode()):
        raise ValueError(f"{path.text} is not the expected value")


def _reply(compiled: CompiledRule, scope: Scope, *, from_stranger: bool) -> Reply:
    status = compiled.rule.reply.status
    headers = tuple(
        (name, _header(name, template.text(scope, from_stranger=from_stranger)))
        for name, template in compiled.headers
    )
    if compiled.rule.reply.echo:
        return echo_body(_request(scope), status, headers)
    if compiled.text is not None:
        return _bounded(
            respond_text(compiled.text.text(scope, from_stranger=from_stranger), status, headers)
        )
    if compiled.json is not None:
        return _bounded(
            respond_json(compiled.json.render(scope, from_stranger=from_stranger), status, headers)
        )
    return Reply(status, headers)


def _header(name: str, value: str) -> str:
    if fault := value_fault(value):
        raise ValueError(f"the value of the header {name} cannot be sent: {fault}")
    return value


def _bounded(reply: Reply) -> Reply:
    if len(reply.body) > MAX_BODY:
        raise ValueError(f"the answer would be longer than {MAX_BODY} bytes")
    return reply


def _kept(name: str, template: Template, scope: Scope, *, from_stranger: bool) -> str:
    value = template.text(scope, from_stranger=from_stranger)
    if not 0 < len(value) <= MAX_KEPT or "\0" in value:
        raise ValueError(
            f"{name} cannot be kept: it is empty, longer than {MAX_KEPT} characters or holds NUL"
        )
    return value


def _request(scope: Scope) -> Request:
    event = scope.get("event")
    if not isinstance(event, RequestScope):
        raise ValueError("there is no request to echo")  # noqa: TRY004  a refusal, like the others
    return event.request
