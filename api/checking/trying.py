"""Every scheme with every example: what is genuine is accepted, what is spoiled is refused for its cause."""

from api.demo.telling import Failed, Teller
from domain import clock
from domain.catalog import NamedScheme, Provider
from domain.errors import Invalid
from domain.signatures import NoSignature, compile_verifier
from domain.simulator.examples import draft
from domain.simulator.materials import made_up
from domain.simulator.trials import Trial, trials
from domain.verdict import Refused

_TARGET = "https://hooks.example.com/in/test"


def attempt(teller: Teller, provider: Provider) -> None:
    """Try them all. Raises Failed for the first example whose trials do not all end as they must."""
    teller.act("Its own signer and our verifier")
    for named in provider.schemes:
        for example in provider.examples:
            spoiled = _tried(provider, named, example.name)
            if isinstance(named.scheme, NoSignature):
                said = "accepted, as everything is: there is no signature"
            else:
                said = f"genuine accepted, {spoiled} spoiled ones refused"
            teller.checked += spoiled + 1
            teller.done(f"{named.slug}, {example.name}: {said}")


def _tried(provider: Provider, named: NamedScheme, example: str) -> int:
    now, scheme = clock.now(), named.scheme
    request = draft(provider, _TARGET, example)
    step = f"{named.slug}, {example}: can be signed"
    try:
        mine, other = made_up(scheme, number=0), made_up(scheme, number=1)
        tried = list(trials(scheme, request, mine, other, now))
    except Invalid as error:
        raise Failed(step, "a signed delivery", str(error)) from error
    verify = compile_verifier(scheme, mine.secrets)

    def came(trial: Trial) -> str:
        try:
            verify(trial.delivery, now)
        except Refused as refused:
            return refused.cause
        return ""

    for trial in tried:
        wanted, cause = trial.causes or {""}, came(trial)
        if cause not in wanted:
            expected = " or ".join(sorted(one or "accepted" for one in wanted))
            step = f"{named.slug}, {example}: {trial.name}"
            raise Failed(step, expected, cause or "accepted")
    return len(tried) - 1
