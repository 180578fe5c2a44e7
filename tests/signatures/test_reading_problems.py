"""Each thing that cannot be in a scheme is refused by its path, so that what was read can always be judged."""

from collections.abc import Mapping
from typing import Any, Final

import pytest

from domain.errors import Invalid, ProblemCode
from domain.signatures import read_scheme

from .problem_rows import (
    CONTENT,
    ED,
    HASH,
    HEADER,
    HMAC,
    HS,
    JWT,
    LISTS,
    LONG,
    NONE,
    TOKEN,
    Row,
    nested,
    part,
    sig,
)

SHAPES: Final[list[Row]] = [
    ("hmac", "", "a table is needed"),
    (5, "", "a table is needed"),
    (True, "", "is needed"),
    ({"method": None}, "method", "must be one of"),
    ({"method": {}}, "method", "must be one of"),
    ({"method": "x" * 10_000}, "method", "must be one of"),
    ({**HMAC, "signature": "header:X"}, "signature", "a table is needed"),
    ({**HMAC, "signature": []}, "signature", "a table is needed"),
    ({"method": "hmac"}, "signature", "'signature' is needed"),
    ({**HMAC, "key": "utf8"}, "key", "a list is needed"),
    ({**HMAC, "key": [5]}, "key.0", "a text is needed"),
    ({**HMAC, "content": [5]}, "content.0", "is needed"),
    ({**HMAC, "content": [["a"]]}, "content.0", "is needed"),
    ({**HMAC, "content": None}, "content", "is needed"),
    ({**HMAC, "timestamp": "header:T"}, "timestamp", "a table is needed"),
    ({**HMAC, "algorithm": "sha3"}, "algorithm", "one of md5, sha1"),
    ({**HMAC, "algorithm": ["sha256"]}, "algorithm", "one of md5, sha1"),
    ({**HASH, "algorithm": "sha224"}, "algorithm", "one of md5, sha1"),
    ({**HMAC, "url_variants": ["prot"]}, "url_variants.0", "did you mean 'port'?"),
    ({**HMAC, "bind": {}}, "bind", "a list is needed"),
    ({**HMAC, "bind": [{"value": "header:X"}]}, "bind.0.equals", "'equals' is needed"),
    (sig(numbered="yes"), "signature.numbered", "true or false is needed"),
    (sig(envelope="base64"), "signature.envelope", "one of base64json"),
    (sig(jws="attached"), "signature.jws", "one of detached"),
    (sig(split=",", index=1.5), "signature.index", "is needed"),
    (sig(split=",", index=True), "signature.index", "is needed"),
    (sig(split=",", index="\ud800"), "signature.index", "a position is"),
    (
        {**sig(split=",", index=""), "timestamp": {"from": "sig:1"}},
        "signature.index",
        "a position is",
    ),
    (part(fields=[["a"]]), "content.1.fields.0", "a list of 2 is needed"),
    (part(fields=[["a", "json:a", "b"]]), "content.1.fields.0", "a list of 2 is needed"),
    (part(fields=[["a", 5]]), "content.1.fields.0.1", "a text is needed"),
    (part(by="json:t", lists=[]), "content.1.lists", "a table is needed"),
    (part(by="json:t", lists={5: []}), "content.1.lists", "a table is needed"),
    (part(params="body"), "content.1.params", "one of form, json, query"),
    (part(params="form", sort="desc"), "content.1.sort", "one of name, sent, value"),
    ({"method": "signature", "signature": HEADER}, "algorithm", "'algorithm' is needed"),
    ({**ED, "algorithm": "RS256"}, "algorithm", "is needed"),
    ({**ED, "key_form": "der"}, "key_form", "one of raw, spki"),
    ({"method": "jwt", "signature": HEADER}, "algorithms", "'algorithms' is needed"),
    ({**JWT, "algorithms": ["none"]}, "algorithms.0", "is needed"),
    ({**JWT, "claims": {"iss": 5}}, "claims.iss", "is needed"),
    ({**JWT, "leeway": "60"}, "leeway", "a whole number is needed"),
    ({"method": "address"}, "ranges", "'ranges' is needed"),
    ({"method": "address", "ranges": "192.0.2.0/24"}, "ranges", "a list is needed"),
    ({"method": "first", "cases": [{}]}, "cases.0.scheme", "'scheme' is needed"),
]
READING: Final[list[Row]] = [
    ({"method": "all", "schemes": []}, "", "between 1 and 10 schemes"),
    ({"method": "any", "schemes": [HMAC] * 11}, "", "between 1 and 10 schemes"),
    ({"method": "first", "cases": []}, "", "between 1 and 10 schemes"),
    (nested(4), "schemes.0.schemes.0.schemes.0", "3 deep"),
    ({"method": "any", "schemes": [NONE, HMAC]}, "schemes.0", "accept every payload"),
    ({"method": "all", "schemes": [HMAC, NONE]}, "schemes.1", "accept every payload"),
    ({"method": "first", "cases": [{"scheme": NONE}]}, "cases.0.scheme", "accept every payload"),
    ({"method": "first", "cases": [{"scheme": HMAC}] * 2}, "cases.0.when", "only the last case"),
    (
        {"method": "first", "cases": [{"when": "sig:t", "scheme": HMAC}]},
        "cases.0.when",
        "is not a place",
    ),
    (
        {"method": "first", "cases": [{"when": "", "scheme": HMAC}]},
        "cases.0.when",
        "is not a place",
    ),
    ({**TOKEN, "from": "item:t"}, "from", "is not a place"),
    ({**TOKEN, "from": "header:"}, "from", "does not say which header"),
    ({**TOKEN, "from": "header:X Y"}, "from", "cannot name a header"),
    ({**TOKEN, "from": "json:" + "a" * 201}, "from", "does not say which json"),
    ({**TOKEN, "from": "query:\x00"}, "from", "does not say which query"),
    ({**TOKEN, "secret": ""}, "secret", "is the name of a secret"),
    ({**TOKEN, "secret": "é"}, "secret", "is the name of a secret"),
    ({**TOKEN, "secret": "a" * 101}, "secret", "is the name of a secret"),
    ({**TOKEN, "foreach": "json:l"}, "from", "needs something of each item"),
    ({**TOKEN, "from": "item:t", "foreach": "form:l"}, "foreach", "is not a place"),
    ({"method": "basic", "username": "{{x}}"}, "username", "is the name of a secret"),
    ({"method": "basic", "password": "1"}, "password", "is the name of a secret"),
    ({**HASH, "secret": "-"}, "secret", "is the name of a secret"),
]
KEYS: Final[list[Row]] = [
    ({**HMAC, "secret": "{secret}"}, "secret", "is the name of a secret"),
    ({**HMAC, "key": ["rot13"]}, "key", "unknown key step 'rot13'"),
    ({**HMAC, "key": ["strip:"]}, "key", "did you mean 'strip:'?"),
    ({**HMAC, "key": ["hex", "nfkd"]}, "key", "must stand before what makes bytes"),
    ({**HMAC, "key": ["sha256", "hex"]}, "key", "must stand before what makes bytes"),
    ({**HMAC, "key": ["hex", "base64"]}, "key", "must be the last of its kind"),
    ({**HMAC, "key": ["md5", "md5"]}, "key", "must be the last of its kind"),
    ({**HMAC, "key_text": "plain"}, "key_text", "needs secrets"),
    ({**HMAC, "key_text": "{body}"}, "key_text", "only secrets can be named here"),
    ({**HMAC, "key_text": "{secret|hex}"}, "key_text", "needs secrets, as they are"),
    ({**HMAC, "key_text": "{secret:a b}"}, "key_text", "needs the name of a secret"),
    ({**HMAC, "key_text": LONG}, "key_text", "at most 2000"),
    ({**ED, "secret": "a.b"}, "secret", "is the name of a secret"),
    ({**ED, "key": ["strip"]}, "key", "unknown key step 'strip'"),
    ({**ED, "key_form": "raw"}, "key", "needs a step that makes bytes"),
    ({**ED, "algorithm": "rsa-sha256", "key_form": "raw", "key": ["hex"]}, "key_form", "no raw form"),
    ({**ED, "algorithm": "ecdsa-sha256", "signature": {**HEADER, "jws": "detached"}}, "algorithm", "a JWS is not signed by"),
    ({**ED, "algorithm": "rsa-sha1", "signature": {**HEADER, "jws": "detached"}}, "algorithm", "a JWS is not signed by"),
    ({**JWT, "signature": {"from": "sig:t"}}, "signature.from", "is not a place"),
    ({**JWT, "signature": {**HEADER, "split": ","}}, "signature.split", "does not belong to a token"),
    ({**JWT, "signature": {**HEADER, "pick": "v"}}, "signature.pick", "does not belong to a token"),
    ({**JWT, "signature": {**HEADER, "index": 0}}, "signature.index", "does not belong to a token"),
    ({**JWT, "signature": {**HEADER, "jws": "detached"}}, "signature.jws", "does not belong to a token"),
    ({**JWT, "signature": {**HEADER, "repeated": True}}, "signature.repeated", "does not belong to a token"),
    ({**JWT, "algorithms": []}, "algorithms", "at least one algorithm"),
    ({**JWT, "algorithms": ["RS256", "HS256"]}, "algorithms", "cannot be accepted by one scheme"),
    ({**HS, "key_form": "jwk"}, "key_form", "has no 'key_form'"),
    ({**JWT, "key_form": "raw"}, "key", "needs a step that makes bytes"),
    ({**JWT, "secret": ""}, "secret", "is the name of a secret"),
    ({**JWT, "claims": {"iss": []}}, "claims.iss", "between 1 and 50 values"),
    ({**JWT, "claims": {"iss": ["x"] * 51}}, "claims.iss", "between 1 and 50 values"),
    ({**JWT, "claims": {"iss": "{body}"}}, "claims.iss", "only secrets can be named here"),
    ({**JWT, "claims": {"iss": "{secret}"}}, "claims.iss", "{secret} is no value here"),
    ({**JWT, "claims": {"iss": "{"}}, "claims.iss", "a lone '{'"),
    ({**JWT, "claims": {str(n): "x" for n in range(51)}}, "claims", "at most 50 claims"),
    ({**JWT, "need": ["x"] * 51}, "claims", "at most 50 claims"),
    ({**JWT, "leeway": -1}, "leeway", "0 to 3600"),
    ({**JWT, "leeway": 3_601}, "leeway", "0 to 3600"),
    ({**JWT, "max_age": 0}, "max_age", "1 to 31536000"),
    ({**JWT, "max_age": 31_536_001}, "max_age", "1 to 31536000"),
    ({**JWT, "bind": [{"value": "sig:x", "equals": "x"}]}, "bind.0.value", "is not a place"),
    ({**JWT, "require": [{"value": "claim:x", "equals": "x"}]}, "require.0.value", "is not a place"),
    ({**JWT, "require": [{"value": "jws:x", "equals": "{claim:x}"}]}, "require.0.equals", "'claim' cannot be named here"),
    ({**JWT, "bind": [{"value": "claim:x", "equals": "{timestamp}"}]}, "bind.0.equals", "'timestamp' cannot be named here"),
    ({**JWT, "bind": [{"value": "claim:x", "equals": "{sig:x}"}]}, "bind.0.equals", "'sig' cannot be named here"),
    ({**JWT, "bind": [{"value": "claim:x", "equals": "{item:x}"}]}, "bind.0.equals", "'item' cannot be named here"),
    ({**JWT, "bind": [{"value": "claim:x", "equals": "{secret}"}]}, "bind.0.equals", "{secret} is no value here"),
    ({**JWT, "bind": [{"value": "claim:x", "equals": "{boody}"}]}, "bind.0.equals", "did you mean 'body'?"),
    ({"method": "address", "ranges": []}, "ranges", "between 1 and 200"),
    ({"method": "address", "ranges": ["192.0.2.1"] * 201}, "ranges", "between 1 and 200"),
    ({"method": "address", "ranges": ["192.0.2.1/24"]}, "ranges.0", "is no range of addresses"),
    ({"method": "address", "ranges": ["::/128", "x" * 999]}, "ranges.1", "is no range of addresses"),
    ({"method": "address", "ranges": ["192.0.2.0/33"]}, "ranges.0", "is no range of addresses"),
    ({"method": "address", "ranges": ["0.0.0.0/0"]}, "ranges.0", "holds every address"),
    ({"method": "address", "ranges": ["::/0"]}, "ranges.0", "holds every address"),
]  # fmt: skip
CODES: Final[Mapping[str, ProblemCode]] = {
    "at most 2000": ProblemCode.TOO_LONG,
    "'method' is needed": ProblemCode.REQUIRED,
    "'signature' is needed": ProblemCode.REQUIRED,
    "'algorithm' is needed": ProblemCode.REQUIRED,
    "'algorithms' is needed": ProblemCode.REQUIRED,
    "'equals' is needed": ProblemCode.REQUIRED,
    "'ranges' is needed": ProblemCode.REQUIRED,
    "'scheme' is needed": ProblemCode.REQUIRED,
}
"""Of the words above; any other is INVALID."""


@pytest.mark.parametrize(
    ("data", "path", "words"),
    [
        pytest.param(*row, id=f"{name}-{number}")
        for name, rows in (
            ("shape", SHAPES),
            ("reading", READING),
            ("content", CONTENT),
            ("list", LISTS),
            ("key", KEYS),
        )
        for number, row in enumerate(rows)
    ],
)
def test_what_cannot_be_in_a_scheme_is_told_by_its_path_and_code(
    data: Any, path: str, words: str
) -> None:
    with pytest.raises(Invalid) as caught:
        read_scheme(data)

    found = [(".".join(one.path), one.code) for one in caught.value.problems]
    assert found == [(path, CODES.get(words, ProblemCode.INVALID))]
    assert words in caught.value.problems[0].message


@pytest.mark.parametrize(
    ("data", "path"),
    [
        ({**HMAC, "sekret": "x"}, "sekret"),
        (sig(stripe="x"), "signature.stripe"),
        ({**HMAC, "timestamp": {"from": "header:T", "tolerence": 5}}, "timestamp.tolerence"),
        (part(params="form", betwen="="), "content.1.betwen"),
        ({**HMAC, "bind": [{"value": "header:X", "equals": "x", "is": "y"}]}, "bind.0.is"),
        ({**NONE, "secret": "x"}, "secret"),
        (dict([*HMAC.items(), (5, "x")]), "5"),
        ({"method": "all", "schemes": [{**TOKEN, "prefx": ""}]}, "schemes.0.prefx"),
    ],
    ids=range(8),
)  # fmt: skip
def test_an_unknown_name_is_told_wherever_it_stands(data: Any, path: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_scheme(data)

    found = [(".".join(one.path), one.code) for one in caught.value.problems]
    assert found == [(path, ProblemCode.UNKNOWN_NAME)]


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"kv": "=", "pick": "v", "envelope": "base64json"}, "'kv' and 'envelope'"),
        ({"index": 0, "jws": "detached"}, "'index' and 'jws'"),
    ],
    ids=range(2),
)
def test_an_envelope_of_a_list_has_two_problems(more: dict[str, Any], words: str) -> None:
    with pytest.raises(Invalid) as caught:
        read_scheme(sig(split=",", **more))

    found = [".".join(one.path) for one in caught.value.problems]
    assert found == ["signature", "signature.split"]
    assert words in caught.value.problems[0].message


def test_a_problem_never_quotes_what_was_given_in_place_of_a_table() -> None:
    with pytest.raises(Invalid) as caught:
        read_scheme({**HMAC, "signature": "whsec_supersecret", "key": "whsec_supersecret"})

    assert "supersecret" not in str(caught.value)


@pytest.mark.parametrize(
    "data",
    [
        {**HMAC, "content": ["{body}", {"by": "json:t", "lists": {"fields": [["a", "json:a"]]}}]},
        {**HMAC, "content": "{body}{header:X-Other}"},
        {**HMAC, "content": "{secret}{secret:other}{body}"},
        {**sig(split=",", index=19), "content": "{sig:0}{body}"},
        {**sig(**{"from": "form:s"}), "content": [{"params": "form", "exclude": ["s"]}]},
        {**sig(**{"from": "item:s"}), "foreach": "json:l", "content": "{item:a}{json:b}"},
        {**JWT, "signature": {"from": "body"}},
        {**JWT, "algorithms": ["RS256", "ES256", "EdDSA"]},
        nested(3),
    ],
    ids=range(9),
)  # fmt: skip
def test_what_is_close_to_those_but_sound_is_read(data: Any) -> None:
    read_scheme(data)
