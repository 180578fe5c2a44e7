"""The wizard's state as an editor sees it: steps, what is missing, the variable menu.

Leaves out when a step is complete (`domain.wizard`).
"""

from typing import Self

import msgspec
import strawberry

from api import enums as _enums  # noqa: F401  describes the steps
from api import handshakes
from api.described import output
from api.mutation import UserError, user_errors
from domain.errors import Problem
from domain.templates import menu
from domain.wizard.description import Description
from domain.wizard.steps import Step
from domain.wizard.steps import Wizard as Progress


@output
class WizardStepState:
    """One step and what is missing from it."""

    step: Step = strawberry.field(description="The step.")
    is_complete: bool = strawberry.field(description="Whether nothing is missing.")
    missing: list[UserError] = strawberry.field(
        description="Everything that is missing: the path is that of the input of the mutation "
        "that fills it in, or `input` alone where something must be done."
    )


@output
class Wizard:
    """How far a trigger is."""

    step: Step = strawberry.field(
        description="The first step that is not complete; the last when all are."
    )
    steps_remaining: int = strawberry.field(description="How many steps are not complete.")
    can_finish: bool = strawberry.field(description="Whether finishing would publish.")
    steps: list[WizardStepState] = strawberry.field(description="Every step, in order.")

    @classmethod
    def of(cls, state: Progress, said: Description) -> Self:
        """Show a state of the wizard. said: the description it was judged by."""
        return cls(
            step=state.step,
            steps_remaining=state.steps_remaining,
            can_finish=state.can_finish,
            steps=[
                WizardStepState(
                    step=each.step,
                    is_complete=each.is_complete,
                    missing=user_errors([_placed(one, said) for one in each.missing], "input"),
                )
                for each in state.steps
            ],
        )


@output
class FinishImpact:
    """What finishing a draft would mean for live accounts."""

    registrations: int = strawberry.field(
        description="How many webhooks would have to be registered anew."
    )
    reasons: list[str] = strawberry.field(description="Why, for a person.")


@output
class Variable:
    """Something that a template can name."""

    path: str = strawberry.field(description="What stands between the braces.")
    label: str = strawberry.field(description="What a menu calls it.")
    sample: str | None = strawberry.field(
        description="What it holds in the newest event, shortened. Null when secret or unknown."
    )
    is_secret: bool = strawberry.field(description="Whether its value is never shown.")


@output
class VariableGroup:
    """Variables that belong together."""

    name: str = strawberry.field(description="A stable name.")
    label: str = strawberry.field(description="What a menu calls it.")
    variables: list[Variable] = strawberry.field(description="The variables, at most 200.")

    @classmethod
    def of(cls, group: menu.VariableGroup) -> Self:
        """Show a group of the menu."""
        return cls(
            name=group.name,
            label=group.label,
            variables=[
                Variable(
                    path=each.path,
                    label=each.label,
                    sample=each.sample,
                    is_secret=each.is_secret,
                )
                for each in group.variables
            ],
        )


def _placed(problem: Problem, said: Description) -> Problem:
    if problem.path[:1] != ("handshakes",):
        return problem
    rules = msgspec.to_builtins(said.response.handshakes)
    names = [handshakes.names_of(rule) for rule in rules]
    path = ("handshakes", *handshakes.place(names, problem.path[1:]))
    return Problem(problem.code, problem.message, path)
