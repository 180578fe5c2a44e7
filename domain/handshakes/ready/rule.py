"""The form of a ready rule. Values only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class ReadyRule:
    """A rule to start from.

    description: what the provider does and wants, for a person. source: its page. rule: the data form.
    parameters: what in the rule is to be replaced by one's own, as it is written there, and what it stands for.
    """

    description: str
    source: str
    rule: Mapping[str, Any]
    parameters: Mapping[str, str] = field(default_factory=dict)
