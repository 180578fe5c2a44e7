"""What cannot be in content and its lists, and the pieces of schemes that such rows are made of."""

from typing import Any, Final

Row = tuple[Any, str, str]
"""What is read; the path of its only problem; words of its message."""

HEADER: Final = {"from": "header:X-Sig"}
HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": HEADER}
HASH: Final = {"method": "hash", "signature": HEADER, "content": "{secret}{body}"}
ED: Final = {"method": "signature", "algorithm": "ed25519", "signature": HEADER}
JWT: Final = {"method": "jwt", "signature": HEADER, "algorithms": ["RS256"]}
HS: Final = {**JWT, "algorithms": ["HS256"]}
TOKEN: Final = {"method": "token", "from": "header:X-Token"}
NONE: Final = {"method": "none"}
KV: Final = {**HEADER, "split": ",", "kv": "=", "pick": "v"}
LONG: Final = "x" * 2_001


def sig(**more: Any) -> dict[str, Any]:
    return {**HMAC, "signature": {**HEADER, **more}}


def part(**more: Any) -> dict[str, Any]:
    return {**HMAC, "content": ["{body}", more]}


def rule(value: Any, equals: Any = "{body|sha256}", name: str = "bind") -> dict[str, Any]:
    return {**HMAC, name: [{"value": value, "equals": equals}]}


def nested(depth: int) -> Any:
    return HMAC if depth == 0 else {"method": "any", "schemes": [nested(depth - 1)]}


CONTENT: Final[list[Row]] = [
    (sig(**{"from": "body"}), "signature.from", "is not a place"),
    ({**sig(**{"from": "item:s"}), "content": "{method}"}, "signature.from", "is not a place"),
    (sig(numbered=True), "signature.from", "needs one {n}"),
    (sig(**{"from": "header:X-{n}-{n}"}, numbered=True), "signature.from", "needs one {n}"),
    (sig(**{"from": "query:s{n}"}, numbered=True), "signature.from", "needs one {n}"),
    (sig(**{"from": "header:X-{n}"}), "signature.from", "cannot name a header"),
    ({**sig(**{"from": "json:s"}, repeated=True), "content": "{method}"}, "signature.repeated", "more than once"),
    ({**sig(**{"from": "part:s"}, repeated=True), "content": "{method}"}, "signature.repeated", "more than once"),
    (sig(**{"from": "header:X-{n}"}, numbered=True, repeated=True), "signature", "cannot stand together"),
    (sig(repeated=True, jws="detached"), "signature", "one envelope is needed"),
    (sig(repeated=True, envelope="base64json", pick="s"), "signature", "one envelope is needed"),
    (sig(split=",", kv="=", pick="v", index=1), "signature", "'kv' and 'index'"),
    (sig(envelope="base64json", pick="v", jws="detached"), "signature", "'envelope' and 'jws'"),
    (sig(kv="=", pick="v"), "signature", "'kv' needs 'split' and 'pick'"),
    (sig(split=",", kv="="), "signature", "'kv' needs 'split' and 'pick'"),
    (sig(split=",", pick="v"), "signature", "'pick' needs 'kv'"),
    (sig(envelope="base64json"), "signature", "'envelope' needs 'pick'"),
    (sig(envelope="base64json", pick="s", split=","), "signature.split", "does not belong to an envelope"),
    (sig(jws="detached", split=","), "signature.split", "does not belong to an envelope"),
    (sig(split=",", kv="=", pick="v="), "signature.pick", "cannot hold"),
    (sig(split=",", kv="=", pick="a,b"), "signature.pick", "cannot hold"),
    (sig(split="=", kv="=", pick="v"), "signature.kv", "cannot be the same"),
    (sig(index=0), "signature.index", "'index' needs 'split'"),
    (sig(split=",", index=20), "signature.index", "a position is 0 to 19"),
    (sig(split=",", index=-1), "signature.index", "a position is 0 to 19"),
    (sig(split=",", index="+"), "signature.index", "a position is 0 to 19"),
    (sig(split=",", index="1++"), "signature.index", "a position is 0 to 19"),
    (sig(split=",", index="٣"), "signature.index", "a position is 0 to 19"),
    (sig(split=",", index="0007"), "signature.index", "a position is 0 to 19"),
    (sig(split=",", index=10**30), "signature.index", "a position is 0 to 19"),
    (sig(strip="é"), "signature.strip", "short plain ASCII"),
    (sig(split="x" * 101), "signature.split", "short plain ASCII"),
    ({**HMAC, "timestamp": {"from": "body"}}, "timestamp.from", "is not a place"),
    ({**HMAC, "timestamp": {"from": "claim:iat"}}, "timestamp.from", "is not a place"),
    ({**HMAC, "timestamp": {"from": "item:t"}}, "timestamp.from", "needs 'foreach'"),
    ({**HMAC, "timestamp": {"from": "jws:t"}}, "timestamp.from", "needs a signature with 'jws'"),
    ({**HMAC, "timestamp": {"from": "header:T", "tolerance": 604_801}}, "timestamp.tolerance", "a week"),
    ({**HMAC, "timestamp": {"from": "header:T", "future": -1}}, "timestamp.future", "a week"),
    ({**HMAC, "timestamp": {"from": "header:T", "future": 10**30}}, "timestamp.future", "a week"),
    ({**HMAC, "foreach": "json:l"}, "foreach", "needs something of each item"),
    ({**HMAC, "foreach": "header:l", "content": "{item:a}"}, "foreach", "is not a place"),
    ({**HMAC, "content": ["{url}"] * 51}, "content", "at most 50 parts"),
    ({**HMAC, "content": LONG}, "content", "at most 2000"),
    ({**HMAC, "content": ["{body}", LONG]}, "content.1", "at most 2000"),
    ({**HMAC, "content": "x"}, "content", "names nothing of the request"),
    ({**HMAC, "content": "{secret}"}, "content", "names nothing of the request"),
    ({**HMAC, "content": "{secret:other}"}, "content", "names nothing of the request"),
    ({**HASH, "content": "{secret}"}, "content", "names nothing of the request"),
    ({**HASH, "content": "{body}"}, "content", "can be made by anyone"),
    ({**ED, "content": "{secret}{body}"}, "content", "{secret} is no value here"),
    ({**HMAC, "content": "{body}{secret:a b}"}, "content", "needs the name of a secret"),
    ({**HMAC, "content": "{secret:x?}{body}"}, "content", "cannot be left out"),
    ({**HMAC, "content": "{body|}"}, "content", "unknown filter ''"),
    ({**HMAC, "content": "{body|SHA256}"}, "content", "unknown filter 'SHA256'"),
    ({**HMAC, "content": "{}"}, "content", "unknown name ''"),
    ({**HMAC, "content": "{body}}"}, "content", "a lone '}'"),
    ({**HMAC, "content": "{body?}"}, "content", "unknown name 'body'"),
    ({**HMAC, "content": "{json:}"}, "content", "does not say which json"),
    ({**HMAC, "content": "{header:é}"}, "content", "cannot name a header"),
    ({**HMAC, "content": "\ud800{body}"}, "content", "half a character"),
    ({**HMAC, "content": "{timestamp}"}, "content", "does not say where it stands"),
    ({**HMAC, "content": "{sig:t}{body}"}, "content", "set 'split' and 'kv'"),
    ({**HMAC, "content": "{item:t}{body}"}, "content", "needs 'foreach'"),
    ({**HMAC, "content": "{jws:kid}{body}"}, "content", "needs a signature with 'jws'"),
    ({**HMAC, "content": "{claim:sub}{body}"}, "content", "belongs to the method 'jwt'"),
    ({**HMAC, "signature": KV, "content": "{sig:v}{body}"}, "content", "is the signature itself"),
    ({**HMAC, "signature": {**KV, "repeated": True}, "content": "{sig:t}{body}"}, "content", "is not one value"),
    ({**sig(split=",", index=1), "content": "{sig:1}{body}"}, "content", "another item"),
    ({**sig(split=",", index="1+"), "content": "{sig:2}{body}"}, "content", "another item"),
    ({**sig(split=",", index=1), "content": "{sig:t}{body}"}, "content", "another item"),
    ({**HMAC, "content": "{body}{header:X-Sig}"}, "content", "is inside what it signs"),
    ({**HMAC, "content": "{body}{header:x-sig}"}, "content", "is inside what it signs"),
    ({**HMAC, "content": ["{body}", {"names": ["Date", "x-sig"]}]}, "content", "is inside what it signs"),
    (sig(**{"from": "form:s"}), "content", "is inside what it signs"),
    (sig(**{"from": "part:s"}), "content", "is inside what it signs"),
    ({**sig(**{"from": "query:s"}), "content": "{path_query}"}, "content", "is inside what it signs"),
    ({**sig(**{"from": "query:s"}), "content": "{url|sha256|hex}"}, "content", "is inside what it signs"),
    ({**sig(**{"from": "form:s"}), "content": [{"params": "form"}]}, "content", "is inside what it signs"),
    ({**sig(**{"from": "json:s"}), "content": [{"params": "json", "exclude": ["t"]}]}, "content", "is inside what it signs"),
    ({**sig(**{"from": "json:s"}), "content": [{"fields": [["s", "json:s"]]}]}, "content", "is inside what it signs"),
    (rule("body"), "bind.0.value", "is not a place"),
    (rule("claim:h"), "bind.0.value", "is not a place"),
    (rule("item:h"), "bind.0.value", "needs 'foreach'"),
    (rule("sig:h"), "bind.0.value", "set 'split' and 'kv'"),
    (rule("jws:h"), "bind.0.value", "needs a signature with 'jws'"),
    (rule("header:X", "{bdy}"), "bind.0.equals", "did you mean 'body'?"),
    (rule("header:X", LONG), "bind.0.equals", "at most 2000"),
    (rule("header:X", "{timestamp}"), "bind.0.equals", "does not say where it stands"),
    (rule("header:X", "{item:a}"), "bind.0.equals", "needs 'foreach'"),
    (rule("header:X", "x", "require") | {"require": [{"value": "header:X", "equals": "x"}] * 21}, "require", "at most 20"),
    ({**rule("header:X") , "bind": [{"value": "header:X", "equals": "x"}] * 21}, "bind", "at most 20"),
    (
        {**rule("header:X", "{timestamp}", "require"), "timestamp": {"from": "header:T"}},
        "require.0.equals",
        "is read later than this is judged",
    ),
    ({**ED, "bind": [{"value": "header:X", "equals": "{secret}"}]}, "bind.0.equals", "no value here"),
]  # fmt: skip
LISTS: Final[list[Row]] = [
    (part(), "content.1", "exactly one of"),
    (part(join="&"), "content.1", "exactly one of"),
    (part(params="form", fields=[["a", "json:a"]]), "content.1", "exactly one of"),
    (part(params="form", names=["date"]), "content.1", "exactly one of"),
    (part(params="form", absent="skip"), "content.1.absent", "does not belong to 'params'"),
    (part(params="form", format="{v}"), "content.1.format", "does not belong to 'params'"),
    (part(fields=[["a", "json:a"]], sort="value"), "content.1.sort", "does not belong to 'fields'"),
    (part(fields=[["a", "json:a"]], exclude=["x"]), "content.1.exclude", "does not belong to 'fields'"),
    (part(names=["date"], show="values"), "content.1.show", "does not belong to 'signed_headers'"),
    (part(by="json:t"), "content.1", "'by' and 'lists' need each other"),
    (part(lists={"a": [["a", "json:a"]]}), "content.1", "'by' and 'lists' need each other"),
    (
        part(fields=[["a", "json:a"]], by="json:t", lists={"a": [["a", "json:a"]]}),
        "content.1",
        "'fields' and 'by' cannot stand together",
    ),
    (part(by="json:t", lists={"a": []}), "content.1.lists.a", "between 1 and 100"),
    (part(by="json:t", lists={"fields": []}), "content.1.lists.fields", "between 1 and 100"),
    (part(fields=[["a", "json:a"]] * 101), "content.1.fields", "between 1 and 100"),
    (part(fields=[["a\n", "json:a"]]), "content.1.fields", "a label is at most 200"),
    (part(fields=[["a" * 201, "json:a"]]), "content.1.fields", "a label is at most 200"),
    (part(by="json:t", lists={"x": [["\x00", "json:a"]]}), "content.1.lists.x", "a label is at most 200"),
    (part(fields=[["a", "jsn:a"]]), "content.1", "did you mean 'json'?"),
    (part(fields=[["a", "json:a|rot13"]]), "content.1", "unknown filter 'rot13'"),
    (part(by="typ", lists={"a": [["a", "json:a"]]}), "content.1", "unknown name 'typ'"),
    (part(fields=[["a", "item:a"]]), "content", "needs 'foreach'"),
    (part(fields=[["a", "sig:a"]]), "content", "set 'split' and 'kv'"),
    (part(fields=[["a", "secret:a b"]]), "content", "needs the name of a secret"),
    (part(signed_headers="header:H", names=["date"]), "content.1", "cannot stand together"),
    (part(signed_headers="header:H", split=""), "content.1.split", "what separates the names"),
    (part(names=["date"] * 51), "content.1.names", "at most 50 headers"),
    (part(names=["date", "a b"]), "content.1.names.1", "cannot name a header"),
    (part(names=[""]), "content.1.names.0", "does not say which header"),
    (part(signed_headers="hdr:H"), "content.1", "unknown name"),
    (part(names=["date"], format="{k}"), "content.1.format", "needs {v}"),
    (part(names=["date"], format="{x}{v}"), "content.1.format", "is not part of a format"),
    (part(names=["date"], format="{v"), "content.1.format", "is not part of a format"),
    (part(names=["date"], format="{v}" + "x" * 200), "content.1.format", "at most 200"),
    (part(fields=[["a", "json:a"]], format=""), "content.1.format", "needs {v}"),
    (part(params="form", between="x" * 201), "content.1.between", "at most 200"),
    (part(params="form", join="x" * 201), "content.1.join", "at most 200"),
    (part(signed_headers="header:H", split="x" * 201), "content.1.split", "at most 200"),
]  # fmt: skip
