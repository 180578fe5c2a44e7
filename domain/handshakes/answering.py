"""The answer to a handshake, and what is kept, shown and done because of it; or why it is refused.

An HMAC given to anyone who asks is a signing oracle: a stranger has a forged event signed as a "challenge" and
sends it back as genuine. So for a sender who is not verified only plain tokens are signed, whatever the rule says,
no secret leaves as it is, and no address is called.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from domain.handshakes.matching import CompiledRule
from domain.handshakes.replies import echo_body, written
from domain.outbound.hosts import host_of, is_named
from domain.reply import Reply
from domain.request import Request
from domain.signatures.comparison import same
from domain.templates.errors import TemplateError
from domain.templates.path import Path
from domain.templates.scope import RequestScope, Scope
from domain.templates.template import Template
from domain.templates.values import as_text
from domain.verdict import Refused, RejectionCause

MAX_KEPT: Final = 8 * 1024
MAX_SHOWN: Final = 1_024
MAX_URL: Final = 4 * 1024


class HandshakeRefused(Refused):
    """A rule fits but the handshake is not answered. status: what the stranger sees, with nothing else."""

    def __init__(self, rule: CompiledRule, explanation: str) -> None:
        super().__init__(RejectionCause.HANDSHAKE_REFUSED, f"{rule.name}: {explanation}")
        self.status = rule.rule.reject_status


@dataclass(frozen=True, slots=True)
class Call:
    """A request of ours that follows. url: absolute; its host is one that the rule names."""

    method: str
    url: str


@dataclass(frozen=True, slots=True)
class Answer:
    """persist, show: values by name; whether they may be written now is decided elsewhere. rule: its name."""

    reply: Reply
    persist: Mapping[str, str]
    rule: str
    show: Mapping[str, str] = field(default_factory=dict)
    follow_up: Call | None = None


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
    if compiled.follow_up is not None and not is_verified:
        raise HandshakeRefused(
            compiled, "its follow-up is sent only for a verified request; choose a verification"
        )
    try:
        for path, expected in compiled.require:
            _require(path, expected, scope)
        reply = _reply(compiled, scope, from_stranger=not is_verified)
        kept = {
            name: _kept(name, template.text(scope, from_stranger=not is_verified))
            for name, template in compiled.persist
        }
        shown = {
            name: _shown(name, template.text(scope, from_stranger=not is_verified))
            for name, template in compiled.show
        }
        follow_up = _call(compiled, scope)
    except (TemplateError, ValueError) as error:
        raise HandshakeRefused(compiled, str(error)) from error
    return Answer(reply, kept, compiled.name, shown, follow_up)


def _require(path: Path, template: Template, scope: Scope) -> None:
    given = as_text(path.first(scope))
    expected = template.text(scope)
    if not expected:
        # an empty expectation is met by an empty field: anyone can send that
        raise ValueError(f"the value that {path.text} must have is empty")
    if not same(expected.encode(), given.encode()):
        raise ValueError(f"{path.text} is not the expected value")


def _reply(compiled: CompiledRule, scope: Scope, *, from_stranger: bool) -> Reply:
    reply = compiled.rule.reply
    if not reply.echo:
        return written(compiled, reply.status, scope, from_stranger=from_stranger)
    headers = written(compiled, reply.status, scope, from_stranger=from_stranger).headers
    return echo_body(_request(scope), reply.status, headers)


def _kept(name: str, value: str) -> str:
    if not 0 < len(value) <= MAX_KEPT or "\0" in value:
        raise ValueError(
            f"{name} cannot be kept: it is empty, longer than {MAX_KEPT} characters or holds NUL"
        )
    return value


def _shown(name: str, value: str) -> str:
    # what a person reads must not be dressed up: no line breaks, no marks that reverse the text
    if not 0 < len(value) <= MAX_SHOWN or not value.isprintable():
        raise ValueError(
            f"{name} cannot be shown: it is empty, longer than {MAX_SHOWN} characters or not on one line"
        )
    return value


def _call(compiled: CompiledRule, scope: Scope) -> Call | None:
    wanted = compiled.rule.follow_up
    if compiled.follow_up is None or wanted is None:
        return None
    url = compiled.follow_up.text(scope).strip()
    if len(url) > MAX_URL:
        raise ValueError(f"the follow-up's address is longer than {MAX_URL} characters")
    try:
        host = host_of(url)
    except ValueError as error:
        raise ValueError(f"the follow-up's address cannot be called: {error}") from error
    if not is_named(host, wanted.hosts):
        raise ValueError(
            f"the follow-up's address is at {host[:80]}, not at {' or '.join(wanted.hosts)}"
        )
    return Call(wanted.method, url)


def _request(scope: Scope) -> Request:
    event = scope.get("event")
    if not isinstance(event, RequestScope):
        raise ValueError("there is no request to echo")  # noqa: TRY004  a refusal, like the others
    return event.request
