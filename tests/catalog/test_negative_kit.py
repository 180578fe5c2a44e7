"""For every scheme of every provider: its signed example verifies, and no spoiled one does.

The trials are made from the catalog, so a new provider is held to them the day its file arrives.
"""

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest

from domain import catalog
from domain.catalog import Example, NamedScheme
from domain.request import Request
from domain.signatures import compile_verifier
from domain.simulator.materials import Material, made_up
from domain.simulator.trials import Trial, trials
from domain.verdict import Refused, RejectionCause
from tests.signatures.build import NOW, refusal, request

KEYS = ("7365637265742d6e756d6265722d6f6e", "7365637265742d6e756d6265722d7477")
"""Valid in every form a key may have here: as text, as base64 and as hex."""


def draft(example: Example) -> Request:
    headers = [("content-type", example.content_type)]
    headers += [(pair.name, pair.value) for pair in example.headers]
    query = urlencode([(pair.name, pair.value) for pair in example.query])
    return request(example.body.encode(), tuple(headers), method=example.method, query=query)


def pairs() -> Iterator[object]:
    for provider in catalog.load().providers.values():
        for named in provider.schemes:
            for example in provider.examples:
                name = f"{provider.slug}-{named.slug}-{example.name}"
                yield pytest.param(named, example, id=name)


each_scheme_and_example = pytest.mark.parametrize(("named", "example"), list(pairs()))


def materials(named: NamedScheme) -> tuple[Material, Material]:
    return made_up(named.scheme, KEYS[0], 0), made_up(named.scheme, KEYS[1], 1)


@each_scheme_and_example
def test_the_genuine_delivery_verifies_and_every_spoiled_one_is_refused_for_its_cause(
    named: NamedScheme, example: Example
) -> None:
    mine, other = materials(named)
    verify = compile_verifier(named.scheme, mine.secrets)

    def wrong(trial: Trial) -> str | None:
        try:
            verify(trial.delivery, NOW)
        except Refused as refused:
            return None if refused.cause in trial.causes else f"{trial.name}: {refused}"
        return f"{trial.name}: accepted" if trial.causes else None

    found = [wrong(each) for each in trials(named.scheme, draft(example), mine, other, NOW)]

    assert [each for each in found if each] == []


@each_scheme_and_example
@pytest.mark.parametrize("values", [[], [""], [" "]])
def test_an_empty_secret_accepts_nothing(
    named: NamedScheme, example: Example, values: list[str]
) -> None:
    mine, other = materials(named)
    if not mine.is_keyed:
        return
    genuine = next(trials(named.scheme, draft(example), mine, other, NOW)).delivery
    verify = compile_verifier(named.scheme, {name: list(values) for name in mine.secrets})

    assert refusal(verify, genuine, NOW).cause is RejectionCause.SECRET_MISSING
