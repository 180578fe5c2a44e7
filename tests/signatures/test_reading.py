"""Reading a scheme names every problem by its path, and refuses what could never verify."""

from typing import Any, Final

import pytest

from domain import catalog
from domain.errors import Invalid, ProblemCode
from domain.signatures import read_scheme, to_data

HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": {"from": "header:X-Sig"}}
LIST: Final = {"from": "header:X-Sig", "split": ",", "kv": "=", "pick": "v1"}


def problems(data: object) -> list[tuple[str, str]]:
    """Paths and messages of data that must be refused."""
    with pytest.raises(Invalid) as caught:
        read_scheme(data, ("scheme",))
    return [(".".join(problem.path), problem.message) for problem in caught.value.problems]


def test_every_problem_is_told_at_once_with_its_path() -> None:
    data = {
        "method": "hmac",
        "algoritm": "sha1",
        "encoding": "hx",
        "signature": {"form": "header:X"},
        "timestamp": {"from": "header:T", "tolerance": "300"},
        "content": 5,
    }

    found = dict(problems(data))

    assert found["scheme.algoritm"] == "unknown name 'algoritm'; did you mean 'algorithm'?"
    assert found["scheme.encoding"].startswith("one of hex, base64, base64url is needed")
    assert found["scheme.encoding"].endswith("did you mean 'hex'?")
    assert found["scheme.signature.form"] == "unknown name 'form'; did you mean 'from'?"
    assert found["scheme.signature.from"] == "'from' is needed"
    assert (
        found["scheme.timestamp.tolerance"]
        == "a whole number or one of any is needed, not this text"
    )
    assert found["scheme.content"] == "a text or a list is needed, not a whole number"
    assert len(found) == 7 - 1


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        (None, "scheme", "is needed"),
        ([], "scheme", "is needed"),
        ({}, "scheme.method", "one of"),
        ({"method": "hmca"}, "scheme.method", "did you mean 'hmac'?"),
        ({"method": []}, "scheme.method", "must be one of"),
        (
            {**HMAC, "signature": {"from": "headr:X"}},
            "scheme.signature.from",
            "did you mean 'header'?",
        ),
        (
            {**HMAC, "signature": {"from": "header:"}},
            "scheme.signature.from",
            "does not say which header",
        ),
        ({**HMAC, "signature": {"from": "sig:t"}}, "scheme.signature.from", "is not a place"),
        ({**HMAC, "content": "{bdy}"}, "scheme.content", "did you mean 'body'?"),
        ({**HMAC, "content": "{body|sha25}"}, "scheme.content", "did you mean 'sha256'?"),
        ({**HMAC, "content": "{body"}, "scheme.content", "a lone '{'"),
        ({**HMAC, "content": ""}, "scheme.content", "content is empty"),
        ({**HMAC, "content": []}, "scheme.content", "content is empty"),
        ({**HMAC, "content": ["{url}", "{x}"]}, "scheme.content.1", "unknown name 'x'"),
        ({**HMAC, "content": "x" * 2001}, "scheme.content", "at most 2000"),
        (
            {**HMAC, "content": "{timestamp}.{body}"},
            "scheme.content",
            "does not say where it stands",
        ),
        ({**HMAC, "content": "{sig:t}.{body}"}, "scheme.content", "set 'split' and 'kv'"),
        ({**HMAC, "timestamp": {"from": "sig:t"}}, "scheme.timestamp.from", "set 'split' and 'kv'"),
        (
            {**HMAC, "signature": LIST, "timestamp": {"from": "sig:v1"}},
            "scheme.timestamp.from",
            "is the signature itself",
        ),
        (
            {**HMAC, "timestamp": {"from": "header:T", "tolerance": -1}},
            "scheme.timestamp.tolerance",
            "0 to 604800 seconds",
        ),
        ({**HMAC, "signature": {"from": "json:s"}}, "scheme.content", "is inside what it signs"),
        (
            {**HMAC, "signature": {"from": "query:s"}, "content": "{url}"},
            "scheme.content",
            "is inside what it signs",
        ),
        (
            {**HMAC, "signature": {"from": "header:X", "pick": "v1"}},
            "scheme.signature",
            "'pick' needs 'kv'",
        ),
        (
            {**HMAC, "signature": {"from": "header:X", "kv": "="}},
            "scheme.signature",
            "'kv' needs 'split'",
        ),
        ({**HMAC, "key": ["bas64"]}, "scheme.key", "did you mean 'base64'?"),
        ({**HMAC, "key": ["base64", "strip:x"]}, "scheme.key", "stand before what makes bytes"),
        ({**HMAC, "secret": "a secret!"}, "scheme.secret", "is the name of a secret"),
        (
            {**HMAC, "bind": [{"value": "x", "equals": "{body}"}]},
            "scheme.bind.0.value",
            "is not a place",
        ),
        ({"method": "token", "from": "body"}, "scheme.from", "is not a place"),
        ({"method": "any", "schemes": []}, "scheme", "between 1 and 10 schemes"),
        (
            {"method": "any", "schemes": [HMAC, {"method": "none"}]},
            "scheme.schemes.1",
            "accept every payload",
        ),
        (
            {"method": "first", "cases": [{"scheme": HMAC}, {"when": "header:X", "scheme": HMAC}]},
            "scheme.cases.0.when",
            "only the last case",
        ),
        (
            {"method": "first", "cases": [{"when": "X", "scheme": HMAC}]},
            "scheme.cases.0.when",
            "is not a place",
        ),
    ],
)
def test_what_could_never_verify_is_refused(data: object, path: str, words: str) -> None:
    found = problems(data)

    assert [where for where, _message in found] == [path]
    assert words in found[0][1]


def test_endless_nesting_is_refused_and_harms_nothing() -> None:
    data: dict[str, Any] = HMAC
    for _ in range(500):
        data = {"method": "any", "schemes": [data]}

    assert problems(data)[0][1] == "this is nested too deeply"


def test_an_unknown_name_has_its_own_code() -> None:
    with pytest.raises(Invalid) as caught:
        read_scheme({**HMAC, "prefix": "v0="})

    assert [problem.code for problem in caught.value.problems] == [ProblemCode.UNKNOWN_NAME]


def test_every_scheme_of_the_catalog_survives_a_round_trip_through_its_data() -> None:
    for provider in catalog.load().providers.values():
        for named in provider.schemes:
            assert read_scheme(to_data(named.scheme)) == named.scheme
