"""Whatever comes, verification ends with a verdict, the readers with problems or a value, and no forgery passes.

A quick round from a fixed seed is part of every run; the long one takes HOOKWRIGHT_FUZZ_SECONDS (60) from a seed of its
own, which a failure shows. `HOOKWRIGHT_FUZZ_SEED` runs one again.
"""

import os
import secrets
import time
from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec
import pytest

from domain import catalog
from domain.catalog import NamedScheme, Provider
from domain.errors import Invalid
from domain.handshakes import compile_rules, match, read_rules
from domain.keyring import KeysNeeded
from domain.request import Request
from domain.signatures import Address, NoSignature, compile_verifier, covers, read_scheme, to_data
from domain.signatures.doctor import Budget, Case, Held, Known, diagnose
from domain.simulator.examples import draft
from domain.simulator.materials import Material, made_up, signed_with
from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.templates.path import Path
from domain.templates.scope import RequestScope
from domain.templates.template import Template
from domain.verdict import Refused
from tests.fuzz.chance import NOW, Chance

QUICK_SEED: Final = 20_261_124
QUICK_ROUNDS: Final = 400
SECRET: Final = "7365637265742d6e756d6265722d6f6e"
URL: Final = "https://hooks.example.com/triggers/connect/prj_1/int_1/test"

Round = Callable[[Chance], None]


def _subjects() -> list[tuple[Provider, NamedScheme]]:
    return [
        (provider, named)
        for provider in catalog.load().providers.values()
        for named in provider.schemes
        if not isinstance(named.scheme, NoSignature | Address)
    ]


SUBJECTS: Final = _subjects()
_MADE: Final[dict[str, tuple[Material, Request]]] = {}


def _genuine(provider: Provider, named: NamedScheme) -> tuple[Material, Request]:
    key = f"{provider.slug}/{named.slug}"
    if key not in _MADE:
        material = made_up(named.scheme, SECRET, 0)
        blank = draft(provider, URL)
        _MADE[key] = material, signed_with(named.scheme, blank, material, NOW)
    return _MADE[key]


def _verifies(scheme: Any, material: Material, request: Request) -> bool:
    try:
        compile_verifier(scheme, material.secrets)(request, NOW)
    except (Refused, KeysNeeded):
        return False
    return True


def a_changed_delivery_ends_with_a_verdict(chance: Chance) -> None:
    provider, named = chance.one(SUBJECTS)
    material, genuine = _genuine(provider, named)
    _verifies(named.scheme, material, chance.request(genuine))


def a_delivery_with_another_body_never_verifies(chance: Chance) -> None:
    provider, named = chance.one(SUBJECTS)
    material, genuine = _genuine(provider, named)
    if not covers(named.scheme).body:
        return
    forged = Request(
        method=genuine.method,
        public_url=genuine.public_url,
        path=genuine.path,
        query_string=genuine.query_string,
        headers=genuine.headers,
        body=chance.octets() + b"forged",
        received_at=NOW,
    )
    assert not _verifies(named.scheme, material, forged), provider.slug


def a_delivery_without_its_signature_never_verifies(chance: Chance) -> None:
    provider, named = chance.one(SUBJECTS)
    material, _ = _genuine(provider, named)
    blank = draft(provider, URL)
    assert not _verifies(named.scheme, material, chance.request(blank)), provider.slug


def a_changed_scheme_is_read_or_refused(chance: Chance) -> None:
    provider, named = chance.one(SUBJECTS)
    data = msgspec.json.decode(msgspec.json.encode(to_data(named.scheme)))
    try:
        scheme = read_scheme(chance.changed(data))
        material = made_up(scheme, SECRET, 0)
    except Invalid:
        return
    _, genuine = _genuine(provider, named)
    _verifies(scheme, material, genuine)


def changed_rules_are_read_or_refused(chance: Chance) -> None:
    provider, named = chance.one(SUBJECTS)
    data = msgspec.json.decode(msgspec.json.encode(msgspec.to_builtins(provider.handshakes)))
    try:
        rules = compile_rules(read_rules(chance.changed(data)))
    except Invalid:
        return
    _, genuine = _genuine(provider, named)
    request = chance.request(genuine)
    match(rules, request, {"event": RequestScope(request), "secrets": {}, "persisted": {}})


def any_text_is_a_template_or_is_not(chance: Chance) -> None:
    parts = (
        "{{",
        "}}",
        "event.",
        "body",
        "[0]",
        "[*]",
        "|",
        "hmac",
        "(",
        ")",
        '"',
        "secrets.A",
        " ",
        ".",
    )
    text = "".join(chance.one((*parts, chance.text())) for _ in range(chance.one(range(9))))
    provider, named = chance.one(SUBJECTS)
    _, genuine = _genuine(provider, named)
    scope = {"event": RequestScope(genuine), "secrets": {"A": "b"}, "persisted": {}}
    try:
        Template.parse(text).text(scope)
        Path.parse(text).lookup(scope)
    except (TemplateError, TemplateSyntaxError):
        return


def the_doctor_looks_at_any_delivery(chance: Chance) -> None:
    provider, named = chance.one(SUBJECTS)
    _, genuine = _genuine(provider, named)
    secrets = tuple(Held("", text) for text in (SECRET, chance.text()))
    case = Case(
        chance.request(genuine),
        secrets,
        named.scheme,
        known=tuple(Known(p.slug, p.name, n.slug, n.scheme) for p, n in SUBJECTS[:20]),
        mask=chance.one(("", "•••", "e")),
    )
    diagnosis = diagnose(case, Budget(most=300_000))
    assert not any(secret.text in diagnosis.explanation for secret in secrets[:1])


ROUNDS: Final[tuple[Round, ...]] = (
    the_doctor_looks_at_any_delivery,
    a_changed_delivery_ends_with_a_verdict,
    a_delivery_with_another_body_never_verifies,
    a_delivery_without_its_signature_never_verifies,
    a_changed_scheme_is_read_or_refused,
    changed_rules_are_read_or_refused,
    any_text_is_a_template_or_is_not,
)


def _seeds(first: int, seconds: float) -> Iterator[int]:
    end = time.monotonic() + seconds
    seed = first
    while time.monotonic() < end:
        yield seed
        seed += 1


def _run(one: Round, seed: int) -> None:
    try:
        one(Chance(seed))
    except BaseException as error:
        error.add_note(f"HOOKWRIGHT_FUZZ_SEED={seed} runs it again")
        raise


@pytest.mark.parametrize("one", ROUNDS, ids=lambda one: one.__name__)
def test_a_quick_round(one: Round) -> None:
    given = os.environ.get("HOOKWRIGHT_FUZZ_SEED")
    seeds = [int(given)] if given else range(QUICK_SEED, QUICK_SEED + QUICK_ROUNDS)
    for seed in seeds:
        _run(one, seed)


@pytest.mark.slow
@pytest.mark.parametrize("one", ROUNDS, ids=lambda one: one.__name__)
def test_a_long_round(one: Round, record_property: Callable[[str, object], None]) -> None:
    seconds = float(os.environ.get("HOOKWRIGHT_FUZZ_SECONDS", "60")) / len(ROUNDS)
    count = 0
    for seed in _seeds(secrets.randbits(48), seconds):
        _run(one, seed)
        count += 1
    record_property("inputs", count)
    assert count > 0
