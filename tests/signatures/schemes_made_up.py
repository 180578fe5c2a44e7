"""Hypothesis strategies: schemes of every method and shape, the drafts that they can sign, hostile texts and bodies."""

import json
from typing import Any, Final

from hypothesis import strategies as st

from domain.request import Request
from domain.signatures.parts import Algorithm, HashAlgorithm, JwtAlgorithm, SignatureAlgorithm

from .build import JSON, request
from .forging import b64url, key_for, pem

Data = dict[str, Any]
SECRET: Final = "s3cret"
TOKEN_KEYS: Final = {"RS": "rsa-sha256", "PS": "rsa-sha256", "Ed": "ed25519"}
UNITS: Final = st.sampled_from(["s", "ms", "us", "iso", "http"])
BODIES: Final = st.dictionaries(
    st.sampled_from(["a", "b", "event", "é"]),
    st.one_of(
        st.text(st.characters(codec="utf-8"), max_size=8), st.integers(-9, 2**63), st.booleans()
    ),
    max_size=4,
).map(lambda members: json.dumps({"id": "evt_1", **members}).encode())


def private_of(algorithm: str) -> Any:
    """The provider's key, by the name of an algorithm of ours or of JOSE."""
    if algorithm[:2] in TOKEN_KEYS:
        return key_for(TOKEN_KEYS[algorithm[:2]])
    return key_for(algorithm.lower() if algorithm.startswith("ES") else algorithm)


def secrets_of(data: Data) -> dict[str, list[str]]:
    """A value for each name that such a scheme may use."""
    named = data.get("algorithm") or next(iter(data.get("algorithms", ())), "")
    names = ("secret", "other", "username", "password")
    found = {name: [f"{SECRET}{number}"] for number, name in enumerate(names)}
    if data["method"] == "signature" or (data["method"] == "jwt" and not named.startswith("HS")):
        found["public_key"] = [pem(private_of(named))]
    return found


@st.composite
def signatures(draw: st.DrawFn) -> Data:
    """Where a signature stands, in each shape."""
    place = draw(st.sampled_from(["header:X-Sig", "query:sig", "json:sig"]))
    shape: Data = draw(
        st.sampled_from(
            [
                {},
                {"split": ","},
                {"split": ",", "kv": "=", "pick": "v1"},
                {"split": ";", "index": 0},
                {"split": ";", "index": "1+"},
                {"envelope": "base64json", "pick": "signature"},
                {"jws": "detached"},
                {"from": "header:X-Sig-{n}", "numbered": True},
                {"from": "header:X-Sig", "repeated": True},
            ]
        )
    )
    strip = draw(st.sampled_from(["", "sha256=", "v0 "]))
    return {"from": place, "strip": strip, **shape}


@st.composite
def over_content(draw: st.DrawFn) -> Data:
    """What HMACs, hashes and public key signatures share."""
    signature = draw(signatures())
    is_inside = signature["from"].startswith("json")
    pieces = ["{method}", "{header:X-Id}", "{header:Nope?}", "{path|sha256|hex}", "é{{", "{url}"]
    if is_inside or signature["from"].startswith("query"):
        pieces.remove("{url}")
    pieces += [] if is_inside else ["{body}", "{body|sha256|base64}", "{json:id}", "{body|jsonstr}"]
    lists: list[Any] = [{"names": ["x-id"]}, {"fields": [["id", "header:X-Id"]], "join": ","}]
    lists += [] if is_inside else [{"params": "json", "between": "=", "join": "&"}]
    chosen = draw(st.lists(st.sampled_from([*pieces, *lists]), min_size=1, max_size=4))
    data: Data = {"signature": signature, "content": ["{header:X-Id}", *chosen]}
    if draw(st.booleans()):
        data["content"].append("{timestamp}")
        data["timestamp"] = {"from": "header:X-At", "unit": draw(UNITS), "tolerance": 5}
    if draw(st.booleans()):
        data["require"] = [{"value": "header:X-Version", "equals": "v{method}"}]
    if draw(st.booleans()) and not is_inside:
        data["bind"] = [{"value": "header:X-Hash", "equals": "{body|sha256|hex}"}]
    data["url_variants"] = draw(st.sampled_from([[], ["port"], ["port", "slash"]]))
    data["encoding"] = draw(st.sampled_from(["hex", "base64", "base64url"]))
    return data


@st.composite
def leaves(draw: st.DrawFn) -> Data:
    """A scheme of one method that can be signed."""
    method = draw(st.sampled_from(["hmac", "hash", "signature", "jwt", "token", "basic"]))
    if method == "hmac":
        key = draw(st.sampled_from([["utf8"], ["sha256"], ["strip:s3", "append:x"], ["nfkd"]]))
        algorithm = draw(st.sampled_from(list(Algorithm)))
        more: Data = {"algorithm": algorithm.value, "key": key}
        if draw(st.booleans()):
            more["key_text"] = "{secret:other}&{secret}"
        return {"method": method, **draw(over_content()), **more}
    if method == "hash":
        data = draw(over_content())
        data["content"] = [*data["content"], draw(st.sampled_from(["{secret}", "{secret:other}"]))]
        algorithm_of_hash = draw(st.sampled_from(list(HashAlgorithm)))
        return {"method": method, **data, "algorithm": algorithm_of_hash.value}
    if method == "signature":
        data = draw(over_content())
        kinds = [one.value for one in SignatureAlgorithm]
        if data["signature"].get("jws"):
            kinds = [one for one in kinds if not one.startswith("ecdsa") and one != "rsa-sha1"]
        return {"method": method, **data, "algorithm": draw(st.sampled_from(kinds))}
    if method == "jwt":
        place = draw(st.sampled_from(["header:Authorization", "query:jwt", "json:jwt"]))
        bind = [{"value": "claim:sum.sha256", "equals": "{body|sha256|hex}"}]
        return {
            "method": method,
            "signature": {"from": place, "strip": draw(st.sampled_from(["", "Bearer "]))},
            "algorithms": [draw(st.sampled_from([one.value for one in JwtAlgorithm]))],
            "claims": draw(st.sampled_from([{}, {"iss": "{secret:other}"}, {"aud": ["a", "b"]}])),
            "need": draw(st.sampled_from([[], ["exp"], ["jti", "sub"]])),
            "bind": [] if place.startswith("json") else draw(st.sampled_from([[], bind])),
            **draw(st.sampled_from([{}, {"max_age": 60}, {"leeway": 0}])),
        }
    if method == "token":
        place = draw(st.sampled_from(["header:X-Token", "query:t", "json:t.u"]))
        return {"method": method, "from": place, "prefix": draw(st.sampled_from(["", "Bearer "]))}
    return {"method": method}


@st.composite
def covering(draw: st.DrawFn) -> Data:
    """A scheme whose signature covers every byte of the body, from outside of it."""
    data = draw(
        leaves().filter(
            lambda one: (
                one["method"] in {"hmac", "hash", "signature", "jwt"}
                and not one["signature"]["from"].startswith("json")
            )
        )
    )
    if data["method"] == "jwt":
        bound = draw(st.sampled_from(["{body|sha256|hex}", "{body|base64}"]))
        return {**data, "bind": [{"value": "claim:a.body", "equals": bound}]}
    covered = draw(st.sampled_from(["{body}", "{body|sha1|base64url}", "{body|md5}"]))
    return {**data, "content": [*data["content"], covered]}


TREES: Final = st.recursive(
    leaves(),
    lambda inner: st.one_of(
        st.builds(
            lambda method, schemes: {"method": method, "schemes": schemes},
            st.sampled_from(["any", "all"]),
            st.lists(inner, min_size=1, max_size=3),
        ),
        st.builds(
            lambda first, last: {
                "method": "first",
                "cases": [{"when": "header:X-New", "scheme": first}, {"scheme": last}],
            },
            inner,
            inner,
        ),
    ),
    max_leaves=3,
)
"""Schemes of schemes; not each can be read: they may stand too deep."""


def draft_of(body: bytes) -> Request:
    return request(body, (JSON, ("X-Id", "id_1"), ("X-Version", "v0")), query="q=1")


def _token_like(value: Any) -> str:
    text = b64url(json.dumps(value).encode())
    return f"{text}.{text}.{text}"


HOSTILE_TEXTS: Final = st.one_of(
    st.text(max_size=60),
    st.text(st.characters(), max_size=20),
    st.from_regex(r"(v0 |sha256=|t=|v1=)?[0-9a-f]{64}([,;][0-9a-f]{64}){0,3}", fullmatch=True),
    st.from_regex(
        r"(Bearer )?[A-Za-z0-9_=-]{0,90}\.[A-Za-z0-9_=-]{0,40}\.[A-Za-z0-9_=-]{0,90}",
        fullmatch=True,
    ),
    st.recursive(
        st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=5)),
        lambda inner: st.one_of(
            st.lists(inner, max_size=3),
            st.dictionaries(
                st.sampled_from(["alg", "kid", "crit", "b64", "signature", "exp"]), inner
            ),
        ),
        max_leaves=5,
    ).map(_token_like),
)
HOSTILE_BODIES: Final = st.one_of(
    st.binary(max_size=80),
    BODIES,
    st.sampled_from(
        [b"", b"[]", b"[" * 5_000, b'{"sig":{}}', b'{"sig":"x","jwt":5,"t":[]}', b"\xff"]
    ),
)
