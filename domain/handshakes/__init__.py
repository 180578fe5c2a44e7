"""Handshakes: a provider's challenge, recognised by declarative rules, and the reply it wants.

Knows rules as data, which rule a request meets, what is answered, kept, shown and followed up, how an ordinary
delivery is acknowledged, and what a stranger may never have: a signature over content of their choice, a secret, a
page, a call to an address. Leaves out verifying signatures, storing, and sending.
"""

from domain.handshakes.acknowledging import (
    CompiledAcknowledgement,
    acknowledge,
    compile_acknowledgement,
)
from domain.handshakes.answering import Answer, Call, HandshakeRefused, answer
from domain.handshakes.matching import CompiledRule, CompiledRules, compile_rules, explain, match
from domain.handshakes.reading import (
    check_acknowledgement,
    check_rules,
    read_acknowledgement,
    read_rules,
)
from domain.handshakes.ready import READY, ReadyRule
from domain.handshakes.replies import echo_body, respond_ok
from domain.handshakes.rules import Acknowledgement, FollowUp, HandshakeRule, ReplyTemplate

__all__ = [
    "READY",
    "Acknowledgement",
    "Answer",
    "Call",
    "CompiledAcknowledgement",
    "CompiledRule",
    "CompiledRules",
    "FollowUp",
    "HandshakeRefused",
    "HandshakeRule",
    "ReadyRule",
    "ReplyTemplate",
    "acknowledge",
    "answer",
    "check_acknowledgement",
    "check_rules",
    "compile_acknowledgement",
    "compile_rules",
    "echo_body",
    "explain",
    "match",
    "read_acknowledgement",
    "read_rules",
    "respond_ok",
]
