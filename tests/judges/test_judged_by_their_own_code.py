"""For every provider with a verifier of its own on PyPI: it and ours say the same of every trial.

Their clocks are the real one, so these tests' is too.
"""

import pytest

from domain import catalog, clock
from domain.request import Request
from domain.signatures import compile_verifier
from domain.simulator.examples import draft
from domain.simulator.materials import made_up
from domain.simulator.trials import Trial, trials
from domain.verdict import Refused

from . import digests, public, standard
from .judge import Judge

URL = "https://hooks.example.com/in/test"
JUDGES = (*standard.JUDGES, *digests.JUDGES, *public.JUDGES)
EXAMPLES = [
    pytest.param(judge, example.name, id=f"{judge.slug}-{example.name}")
    for judge in JUDGES
    for example in catalog.provider(judge.slug).examples
]
pytestmark = pytest.mark.filterwarnings("default")  # what their packages warn of is theirs


def test_there_are_at_least_35_judges() -> None:
    assert len({judge.slug for judge in JUDGES}) >= 35


@pytest.mark.parametrize(("judge", "example"), EXAMPLES)
def test_their_package_says_what_we_say_of_every_trial(judge: Judge, example: str) -> None:
    scheme, now = judge.scheme.scheme, clock.now()
    mine, other = made_up(scheme, judge.mine, 0), made_up(scheme, judge.other, 1)
    request = draft(catalog.provider(judge.slug), URL, example)
    verify = compile_verifier(scheme, mine.secrets)

    def we_accept(delivery: Request) -> bool:
        try:
            verify(delivery, now)
        except Refused:
            return False
        return True

    def differs(trial: Trial) -> bool:
        # a package is handed one value for a header: which of two is its caller's affair
        if trial.name.startswith((*judge.lenient, "the signature's header twice")):
            return False
        return judge.accepts(trial.delivery, mine) != we_accept(trial.delivery)

    tried = list(trials(scheme, request, mine, other, now))

    assert judge.accepts(tried[0].delivery, mine), "their package refuses the genuine delivery"
    assert [trial.name for trial in tried if differs(trial)] == []
