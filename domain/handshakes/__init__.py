"""Handshakes: a provider's challenge, recognised by declarative rules, and the reply it wants.

Knows rules as data, which rule a request meets, what is answered and kept, and what a stranger may never have:
a signature over content of their choice, a secret, a page. Leaves out verifying signatures, storing what is kept,
and sending.
"""

from domain.handshakes.answering import Answer, HandshakeRefused, answer
from domain.handshakes.matching import CompiledRule, CompiledRules, compile_rules, explain, match
from domain.handshakes.ready import READY, ReadyRule
from domain.handshakes.replies import echo_body, respond_ok
from domain.handshakes.rules import HandshakeRule, ReplyTemplate, check_rules, read_rules

__all__ = [
    "READY",
    "Answer",
    "CompiledRule",
    "CompiledRules",
    "HandshakeRefused",
    "HandshakeRule",
    "ReadyRule",
    "ReplyTemplate",
    "answer",
    "check_rules",
    "compile_rules",
    "echo_body",
    "explain",
    "match",
    "read_rules",
    "respond_ok",
]
