"""The search for a signature that a public key verifies, where what was given is one."""

from collections.abc import Iterator, Sequence
from typing import Final

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey

from domain.request import Request
from domain.signatures import asymmetric, public_keys
from domain.signatures.doctor.budget import PUBLIC_KEY, Budget
from domain.signatures.doctor.candidates import Group, built, described, groups
from domain.signatures.doctor.contents import STAGES, Content, Stage
from domain.signatures.doctor.diagnosis import Found, Held
from domain.signatures.doctor.evidence import Mark
from domain.signatures.doctor.judging import verifies
from domain.signatures.doctor.key_forms import PublicForm, public_forms
from domain.signatures.parts import SignatureAlgorithm

_NAME: Final = "public_key"
_CURVE: Final = {
    SignatureAlgorithm.ED25519: 64,
    SignatureAlgorithm.ES256: 64,
    SignatureAlgorithm.ES384: 96,
    SignatureAlgorithm.ES512: 132,
}


def search(
    request: Request, secrets: Sequence[Held], budget: Budget, stages: Sequence[Stage] = STAGES
) -> Iterator[Found]:
    """Every scheme of the first stage in which there is one."""
    keys = tuple(public_forms(secrets))
    if not keys:
        return
    every = groups(request)
    for stage in stages:
        found = [
            one
            for group in every
            for content in stage(group.parameters)
            for one in _content(request, group, content, keys, budget)
        ]
        if found or budget.is_spent:
            yield from found
            return


def _content(
    request: Request,
    group: Group,
    content: Content,
    keys: Sequence[PublicForm],
    budget: Budget,
) -> Iterator[Found]:
    message = built(request, group, content, {}) if budget.pay(len(request.body)) else None
    if message is None:
        return
    for form in keys:
        for mark in group.marks:
            for algorithm in _fitting(form, mark):
                if not budget.take(len(message), PUBLIC_KEY):
                    return
                if asymmetric.verify(form.key, algorithm, mark.raw, message):
                    yield from _found(request, mark, content, form, algorithm)


def _found(
    request: Request, mark: Mark, content: Content, form: PublicForm, algorithm: SignatureAlgorithm
) -> Iterator[Found]:
    more = {"algorithm": algorithm.value, "key": list(form.steps), "key_form": form.form.value}
    scheme = described("signature", mark, content, **more)
    if scheme is not None and verifies(scheme, secrets := {_NAME: form.held}, request):
        yield Found(scheme, secrets)


def _fitting(form: PublicForm, mark: Mark) -> Iterator[SignatureAlgorithm]:
    size = len(mark.raw)
    for algorithm in SignatureAlgorithm:
        if not public_keys.fits(form.key, algorithm):
            continue
        if isinstance(form.key, RSAPublicKey):
            is_long_enough = size == (form.key.key_size + 7) // 8
        elif algorithm in _CURVE:
            is_long_enough = size == _CURVE[algorithm]
        else:
            is_long_enough = mark.raw[:1] == b"\x30"
        if is_long_enough:
            yield algorithm
