"""Which steps are complete, and what is missing from each, for a person. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from domain.errors import Problem, ProblemCode
from domain.wizard.checks import (
    Surroundings,
    basic_problems,
    handling_problems,
    response_problems,
    setup_problems,
)
from domain.wizard.description import (
    Creation,
    Description,
    Level,
    handling_fingerprint,
    setup_fingerprint,
)


class Step(StrEnum):
    """The wizard's steps, in order."""

    BASIC_INFO = "BASIC_INFO"
    WEBHOOK_SETUP = "WEBHOOK_SETUP"
    EVENT_HANDLING = "EVENT_HANDLING"


@dataclass(frozen=True, slots=True)
class Facts:
    """What happened. The fingerprints are of the descriptions that were last proven, if any."""

    has_sandbox: bool
    setup_fingerprint: str | None
    proven_fingerprint: str | None


@dataclass(frozen=True, slots=True)
class StepState:
    """missing: paths as in the input of the mutation that fills it in; () where a deed is missing."""

    step: Step
    missing: tuple[Problem, ...]

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing


@dataclass(frozen=True, slots=True)
class Wizard:
    """step: the first that is not complete, else the last. can_finish: every step is complete."""

    step: Step
    steps: tuple[StepState, ...]

    @property
    def steps_remaining(self) -> int:
        """How many steps are not complete."""
        return sum(not state.is_complete for state in self.steps)

    @property
    def can_finish(self) -> bool:
        """Whether Finish would publish."""
        return self.steps_remaining == 0


def wizard(description: Description, facts: Facts, around: Surroundings) -> Wizard:
    """Judge a description against what happened."""
    states = (
        StepState(Step.BASIC_INFO, tuple(basic_problems(description.basic))),
        StepState(Step.WEBHOOK_SETUP, tuple(_setup(description, facts, around))),
        StepState(Step.EVENT_HANDLING, tuple(_handling(description, facts, around))),
    )
    step = next((state.step for state in states if not state.is_complete), Step.EVENT_HANDLING)
    return Wizard(step, states)


def _setup(description: Description, facts: Facts, around: Surroundings) -> Iterator[Problem]:
    yield from response_problems(description.response, around)
    if description.basic.creation is Creation.MANUAL:
        return
    if description.setup is None:
        message = "Describe the request that creates the webhook at the provider."
        yield Problem(ProblemCode.REQUIRED, message, ("request",))
        return
    wrong = list(setup_problems(description.setup, around))
    yield from wrong
    if not facts.has_sandbox:
        yield Problem(ProblemCode.INCOMPLETE, _NO_SANDBOX)
    elif not wrong and facts.setup_fingerprint != setup_fingerprint(description):
        message = (
            "Send the setup request with the sandbox account: sendSetupRequest must be answered 2xx"
            + (" again since the last change." if facts.setup_fingerprint else ".")
        )
        yield Problem(ProblemCode.INCOMPLETE, message)


def _handling(description: Description, facts: Facts, around: Surroundings) -> Iterator[Problem]:
    handling = description.handling
    wrong = list(handling_problems(handling, around))
    if description.basic.level is Level.APP and not handling.routing:
        message = "Say where in an event the Provider ID stands, for example event.body.team_id."
        wrong.append(Problem(ProblemCode.REQUIRED, message, ("routing",)))
    if handling.verification is None:
        message = (
            "Choose how payloads are validated; “No signature (accept all payloads)” is one choice."
        )
        wrong.append(Problem(ProblemCode.REQUIRED, message, ("verification",)))
    yield from wrong
    if facts.proven_fingerprint == handling_fingerprint(description):
        return
    if description.basic.creation is Creation.MANUAL and not facts.has_sandbox:
        yield Problem(ProblemCode.INCOMPLETE, _NO_SANDBOX)
    message = "Listen for events: a verified event of the sandbox account must arrive" + (
        " again, since something that affects it changed." if facts.proven_fingerprint else "."
    )
    yield Problem(ProblemCode.INCOMPLETE, message)


_NO_SANDBOX: Final = "Connect a sandbox account first: connectAccount with isSandbox true."
