"""The search for an HMAC or a plain digest: content by content, the usual first, under every form of every secret."""

import hashlib
import hmac
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from domain.request import Request
from domain.signatures.comparison import same
from domain.signatures.doctor import contents, key_forms
from domain.signatures.doctor.budget import Budget
from domain.signatures.doctor.candidates import Group, built, described, groups
from domain.signatures.doctor.contents import STAGES, Content, Stage
from domain.signatures.doctor.diagnosis import Found, Held
from domain.signatures.doctor.evidence import Mark
from domain.signatures.doctor.judging import verifies
from domain.signatures.doctor.key_forms import Form
from domain.signatures.encodings import SIZES

SECRET: Final = "secret"  # noqa: S105  a name
_ALGORITHMS: Final = {size: name for name, size in SIZES.items()}
_PLAIN: Final = ("sha256", "sha512", "sha384", "sha1", "md5")


def search(
    request: Request, secrets: Sequence[Held], budget: Budget, stages: Sequence[Stage] = STAGES
) -> Iterator[Found]:
    """Every scheme of the first stage in which there is one."""
    every, keys = groups(request), key_forms.forms(secrets)
    for stage in stages:
        found: list[Found] = []
        for group in every:
            found += _hmacs(request, group, stage, keys, budget)
            if stage in {contents.usual, contents.with_ids}:
                found += _hashes(request, group, stage, secrets, budget)
        if found or budget.is_spent:
            yield from found
            return


def _hmacs(
    request: Request, group: Group, stage: Stage, keys: Sequence[Form], budget: Budget
) -> Iterator[Found]:
    by_algorithm = _by_algorithm(group.marks)
    seen: set[bytes] = set()
    for content in stage(group.parameters):
        if not budget.pay(2 * len(request.body)):
            return
        message = built(request, group, content, {})
        if message is None or (name := hashlib.sha256(message).digest()) in seen:
            continue
        seen.add(name)
        for algorithm, marks in by_algorithm.items():
            for form in keys:
                if not budget.take(len(message)):
                    return
                expected = hmac.digest(form.key, message, algorithm)
                for mark in marks:
                    if same(expected, mark.raw):
                        yield from _hmac(request, mark, content, form, algorithm)


def _hmac(
    request: Request, mark: Mark, content: Content, form: Form, algorithm: str
) -> Iterator[Found]:
    scheme = described("hmac", mark, content, algorithm=algorithm, key=list(form.steps))
    if scheme is not None and verifies(scheme, secrets := {SECRET: form.held}, request):
        yield Found(scheme, secrets)


def _hashes(
    request: Request, group: Group, stage: Stage, secrets: Sequence[Held], budget: Budget
) -> Iterator[Found]:
    by_algorithm = _by_algorithm(group.marks)
    for content in stage(group.parameters):
        for one in contents.keyed(content):
            for held in secrets:
                if not budget.pay(len(request.body)):
                    return
                message = built(request, group, one, {SECRET: held.text})
                if message is None:
                    break
                for algorithm, marks in by_algorithm.items():
                    if algorithm in _PLAIN and budget.take(len(message)):
                        digest = hashlib.new(algorithm, message, usedforsecurity=False).digest()
                        hits = [mark for mark in marks if same(digest, mark.raw)]
                        yield from _hash(request, hits, one, held, algorithm)


def _hash(
    request: Request, hits: Sequence[Mark], content: Content, held: Held, algorithm: str
) -> Iterator[Found]:
    for mark in hits:
        scheme = described("hash", mark, content, algorithm=algorithm)
        if scheme is not None and verifies(scheme, secrets := {SECRET: held}, request):
            yield Found(scheme, secrets)


def _by_algorithm(marks: Sequence[Mark]) -> Mapping[str, list[Mark]]:
    found: dict[str, list[Mark]] = {}
    for mark in marks:
        if algorithm := _ALGORITHMS.get(len(mark.raw)):
            found.setdefault(algorithm, []).append(mark)
    return found
