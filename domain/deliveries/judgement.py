"""What judging makes of a delivery before anyone's account is looked up. Values only."""

from dataclasses import dataclass, field

from domain.deliveries.custom_code import CodeAnswer, CompiledCode
from domain.deliveries.plan import Candidate
from domain.deliveries.record import ConsoleEntry, NewFollowUp, NewShown, NewValue
from domain.keyring import Want
from domain.reply import Reply
from domain.templates.scope import Scope
from domain.verdict import Refused


@dataclass(slots=True)
class Opinion:
    """What one candidate thinks before anyone's account is looked up.

    refusal: why it does not verify; refused_status: of a handshake that was refused, else 0. filtered: why
    the filter stopped it. provider_ids: whose it is, at app level; unrouted: why nobody can be named.
    answer: what its response code said, if it was asked. left_out: why workflows' own filters stop the event, by
    workflow.
    """

    candidate: Candidate
    scope: Scope
    refusal: Refused | None = None
    refused_status: int = 0
    filtered: str = ""
    provider_ids: tuple[str, ...] = ()
    unrouted: str = ""
    answer: CodeAnswer | None = None
    left_out: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Judgement:
    """Either a handshake with its answer, or the candidates' opinions. reply: decided already.

    handshake: what answered it, in words. masks: secrets that the handshake holds in clear. note: what the editor
    must know about the reply. wants, codes: keys to fetch and code to run before it is judged again; without them it
    is as if they were not to be had. console: what the code wrote.
    """

    reply: Reply
    opinions: list[Opinion] = field(default_factory=list)
    handshake: str = ""
    answered_by: Candidate | None = None
    values: list[NewValue] = field(default_factory=list)
    masks: tuple[str, ...] = ()
    shown: list[NewShown] = field(default_factory=list)
    follow_up: NewFollowUp | None = None
    note: str = ""
    wants: tuple[Want, ...] = ()
    codes: tuple[CompiledCode, ...] = ()
    console: tuple[ConsoleEntry, ...] = ()

    @property
    def provider_ids(self) -> list[str]:
        """Every Provider ID that any candidate asks for."""
        return [name for opinion in self.opinions for name in opinion.provider_ids]
