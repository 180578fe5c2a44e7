"""Custom code in the judging of a delivery: what it is given, and what came of it. Pure.

Leaves out running it: `accept` does that, and the delivery is judged again with the outcome.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Final

import msgspec

from domain.deliveries.masking import masked
from domain.errors import Invalid
from domain.request import Request
from domain.sandbox import (
    CodeReply,
    Failure,
    FailureKind,
    Mode,
    Outcome,
    digest_matches,
    read_response,
    read_verdict,
)
from domain.templates.errors import TemplateError
from domain.templates.scope import Scope
from domain.templates.template import Template
from domain.verdict import Refused, RejectionCause
from domain.wizard.description import CustomCode

NOT_ASKED: Final = Outcome(failure=Failure(FailureKind.UNAVAILABLE, "it was not run"))

_AWAY: Final = frozenset({FailureKind.BUSY, FailureKind.UNAVAILABLE})
_SECRET_ROOTS: Final = frozenset({"secrets", "persisted"})
_MOST_PROBLEMS: Final = 3


@dataclass(frozen=True, slots=True)
class CompiledCode:
    """code: the customer's text. parameters: filled in; missing: those whose templates have no value yet.

    secrets: values of parameters that hold a secret. digest_header: in lower case, of a verification that returns a
    digest; empty otherwise. key: equal for calls that would give the same.
    """

    mode: Mode
    code: str
    parameters: Mapping[str, str] = field(repr=False)
    missing: tuple[str, ...]
    secrets: tuple[str, ...] = field(repr=False)
    digest_header: str
    key: str


@dataclass(frozen=True, slots=True)
class CodeAnswer:
    """What a response's code said. reply: None when nothing came of it; fault: why, in a sentence.

    is_away: it could not be run just now; it may be asked again.
    """

    reply: CodeReply | None = None
    fault: str = ""
    is_away: bool = False


def compile_code(code: CustomCode, mode: Mode, scope: Scope) -> CompiledCode:
    """Fill in the parameters. scope: what their templates may read."""
    parameters: dict[str, str] = {}
    missing: list[str] = []
    secrets: list[str] = []
    for one in code.parameters:
        template = Template.parse(one.value)
        try:
            value = template.text(scope)
        except TemplateError:
            missing.append(one.name)
            continue
        parameters[one.name] = value
        if any(path.root in _SECRET_ROOTS for path in template.paths):
            secrets.append(value)
    header = (code.digest_header or "").lower()
    told = msgspec.json.encode((mode, code.code, header, parameters, missing), order="sorted")
    return CompiledCode(
        mode,
        code.code,
        parameters,
        tuple(missing),
        tuple(secrets),
        header,
        sha256(told).hexdigest(),
    )


def unasked(code: CompiledCode, request: Request) -> Refused | None:
    """Why a verification fails that need not run for it; None when it must run."""
    if code.missing:
        return Refused(
            RejectionCause.SECRET_MISSING,
            f"The parameter {code.missing[0]} of the verification code has no value yet.",
        )
    if not code.digest_header:
        return None
    sent = request.header_values(code.digest_header)
    if not sent:
        explanation = f"The header {code.digest_header} is missing."
        return Refused(RejectionCause.SIGNATURE_MISSING, explanation)
    if len(sent) > 1:
        explanation = f"The header {code.digest_header} is there {len(sent)} times."
        return Refused(RejectionCause.SIGNATURE_MALFORMED, explanation)
    return None


def refusal(code: CompiledCode, request: Request, outcome: Outcome) -> Refused | None:
    """Why a verification that ran says no; None when it says that the delivery is genuine."""
    if outcome.failure is not None:
        is_away = outcome.failure.kind in _AWAY
        cause = RejectionCause.CODE_UNAVAILABLE if is_away else RejectionCause.CODE_FAILED
        return Refused(cause, _failed("verification", code, outcome.failure))
    verdict = read_verdict(outcome)
    if verdict.is_genuine:
        return None
    if verdict.digest is None:
        is_no = outcome.value is False
        cause = RejectionCause.SIGNATURE_MISMATCH if is_no else RejectionCause.CODE_FAILED
        return Refused(cause, _sentence(verdict.explanation))
    if not code.digest_header:
        return Refused(
            RejectionCause.CODE_FAILED,
            "The verification code returned a digest, but no header is named to compare it with (digestHeader).",
        )
    sent = request.header_values(code.digest_header)
    if len(sent) == 1 and digest_matches(verdict.digest, sent[0]):
        return None
    return Refused(
        RejectionCause.SIGNATURE_MISMATCH,
        f"The digest that the verification code returned is not the one in the header {code.digest_header}.",
    )


def answer(code: CompiledCode, outcome: Outcome) -> CodeAnswer:
    """Read what a response's code said."""
    if outcome.failure is not None:
        fault = _failed("response", code, outcome.failure)
        return CodeAnswer(fault=fault, is_away=outcome.failure.kind in _AWAY)
    try:
        return CodeAnswer(read_response(outcome.value))
    except Invalid as error:
        said = "; ".join(
            f"{'.'.join(problem.path)}: {problem.message}" if problem.path else problem.message
            for problem in error.problems[:_MOST_PROBLEMS]
        )
        return CodeAnswer(fault=f"The response code returned what cannot be sent: {said}.")


def _failed(what: str, code: CompiledCode, failure: Failure) -> str:
    where = f" (line {failure.line})" if failure.line else ""
    # a message may quote what the code was given
    said = masked(failure.message.rstrip("."), code.secrets)
    return f"The {what} code failed: {said}{where}."


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}."
