"""The acknowledgement: what an ordinary verified delivery is answered, where a provider wants certain words."""

from dataclasses import dataclass

from domain.errors import Invalid
from domain.handshakes.faults import acknowledgement_faults
from domain.handshakes.matching import Pairs, parsed
from domain.handshakes.replies import written
from domain.handshakes.rules import Acknowledgement
from domain.reply import Reply
from domain.templates.errors import TemplateError
from domain.templates.scope import Scope
from domain.templates.template import Template
from domain.templates.tree import Tree, compile_tree


@dataclass(frozen=True, slots=True)
class CompiledAcknowledgement:
    """An acknowledgement with everything parsed. headers: names in lower case."""

    status: int
    headers: Pairs
    text: Template | None
    json: Tree | None


def compile_acknowledgement(found: Acknowledgement) -> CompiledAcknowledgement:
    """Prepare it. Raises Invalid with every problem."""
    if problems := list(acknowledgement_faults(found)):
        raise Invalid(problems)
    return CompiledAcknowledgement(
        status=found.status,
        headers=parsed({name.lower(): value for name, value in found.headers.items()}),
        text=None if found.text is None else Template.parse(found.text),
        json=None if found.json is None else compile_tree(found.json),
    )


def acknowledge(
    compiled: CompiledAcknowledgement, scope: Scope, *, from_stranger: bool
) -> tuple[Reply, str]:
    """The answer, and why it is not the wanted one: then it is empty, with the wanted status.

    A genuine delivery is taken although its answer cannot be made; the sentence is for the editor. scope: with
    the request as its `event`. from_stranger: the sender proved nothing.
    """
    try:
        return written(compiled, compiled.status, scope, from_stranger=from_stranger), ""
    except (TemplateError, ValueError) as error:
        return Reply(compiled.status), f"The acknowledgement could not be made: {error}."
