"""What a delivery's candidates turn out to need: verification, published keys, custom code. Asked once for all alike.

Pure: what is not there yet is noted as wanted, and the delivery is judged again when it is.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from domain.deliveries import custom_code
from domain.deliveries.custom_code import CodeAnswer, CompiledCode
from domain.deliveries.plan import Candidate
from domain.keyring import KeysNeeded, Want
from domain.request import Request
from domain.sandbox import Outcome
from domain.verdict import Refused, RejectionCause

Said = Mapping[str, Outcome]
"""What custom code said, by the call's key."""

_NOT_HERE: Final = "The key that the provider publishes is not here yet."
_NOT_RUN: Final = "The verification code has not run."


class Inquiry:
    """One delivery's. wants, codes: what is missing so far."""

    def __init__(self, request: Request, now: datetime, said: Said) -> None:
        self._request = request
        self._now = now
        self._said = said
        self._refusals: dict[str, Refused | None] = {}
        self.wants: list[Want] = []
        self.codes: dict[str, CompiledCode] = {}

    def refusal(self, candidate: Candidate) -> Refused | None:
        """Why a candidate does not verify."""
        key = candidate.verification_key
        if key not in self._refusals:
            self._refusals[key] = self._verify(candidate)
        return self._refusals[key]

    def answer(self, code: CompiledCode) -> CodeAnswer:
        """What a response's code says."""
        outcome = self._outcome(code)
        return custom_code.answer(code, outcome or custom_code.NOT_ASKED)

    def _verify(self, candidate: Candidate) -> Refused | None:
        if candidate.verification_code is not None:
            return self._by_code(candidate.verification_code)
        if candidate.verify is None:
            return Refused(
                RejectionCause.VERIFICATION_NOT_CONFIGURED,
                "The trigger does not say yet how its payloads are validated (step 3).",
            )
        try:
            candidate.verify(self._request, self._now)
        except Refused as refusal:
            return refusal
        except KeysNeeded as needed:
            self.wants += needed.wants
            return Refused(RejectionCause.KEY_UNAVAILABLE, _NOT_HERE)
        return None

    def _by_code(self, code: CompiledCode) -> Refused | None:
        refusal = custom_code.unasked(code, self._request)
        if refusal is not None:
            return refusal
        outcome = self._outcome(code)
        if outcome is None:
            return Refused(RejectionCause.CODE_UNAVAILABLE, _NOT_RUN)
        return custom_code.refusal(code, self._request, outcome)

    def _outcome(self, code: CompiledCode) -> Outcome | None:
        outcome = self._said.get(code.key)
        if outcome is None:
            self.codes[code.key] = code
        return outcome
