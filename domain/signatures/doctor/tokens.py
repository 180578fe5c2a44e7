"""The search for a secret that was sent as it is, for basic authentication, and for JSON Web Tokens."""

import base64
import re
from collections.abc import Iterator, Sequence
from typing import Any, Final

import orjson

from domain.errors import Invalid
from domain.request import Request
from domain.signatures import encodings
from domain.signatures.comparison import same
from domain.signatures.doctor.budget import PUBLIC_KEY, Budget
from domain.signatures.doctor.diagnosis import Found, Held
from domain.signatures.doctor.evidence import Told, told
from domain.signatures.doctor.judging import verifies
from domain.signatures.doctor.key_forms import forms, public_forms
from domain.signatures.filters import FILTERS
from domain.signatures.parts import JwtAlgorithm
from domain.signatures.reading import read_scheme
from domain.signatures.schemes import Scheme

_PREFIX: Final = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,20}[ =:]\s?")
_TOKEN: Final = re.compile(r"([A-Za-z]+ )?([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.[A-Za-z0-9_-]+")
_ALGORITHMS: Final = frozenset(each.value for each in JwtAlgorithm)
_HASHES: Final = tuple(
    f"{digest}|{written}"
    for digest in ("sha256", "sha512", "sha1", "md5")
    for written in ("hex", "base64", "base64url")
)


def sent_as_they_are(request: Request, secrets: Sequence[Held]) -> Iterator[Found]:
    """A shared token, alone or behind a prefix, and the password of basic authentication."""
    for value in told(request):
        for held in secrets:
            if prefix := _before(value.text, held.text):
                yield from _token(request, value, prefix[0], held)
            if value.place == "header:Authorization":
                yield from _basic(request, value.text, held, secrets)


def json_web_tokens(request: Request, secrets: Sequence[Held], budget: Budget) -> Iterator[Found]:
    """A token in a header, a field or the whole body, under every form of every secret."""
    for value in (*told(request), *_body(request)):
        found = _TOKEN.fullmatch(value.text.strip())
        header = _part(found[2]) if found else None
        if found and header and header.get("alg") in _ALGORITHMS:
            base = {
                "method": "jwt",
                "signature": {"from": value.place, "strip": found[1] or ""},
                "algorithms": [header["alg"]],
                **_claims(_part(found[3]) or {}, request),
            }
            yield from _tokens(request, base, secrets, budget)


def _before(text: str, secret: str) -> tuple[str] | None:
    """What stands before a secret, None when it is not the secret."""
    found = _PREFIX.match(text)
    for prefix in ("", *([found[0]] if found else [])):
        if same(text[len(prefix) :].encode(errors="replace"), secret.encode(errors="replace")):
            return (prefix,)
    return None


def _token(request: Request, value: Told, prefix: str, held: Held) -> Iterator[Found]:
    scheme = _read({"method": "token", "from": value.place, "prefix": prefix})
    if scheme is not None and verifies(scheme, secrets := {"secret": held}, request):
        yield Found(scheme, secrets)


def _basic(request: Request, text: str, held: Held, secrets: Sequence[Held]) -> Iterator[Found]:
    if text[:6].lower() != "basic ":
        return
    try:
        username, colon, _ = base64.b64decode(text[6:].strip(), validate=True).partition(b":")
        name = username.decode()
    except ValueError:
        return
    # a name is no secret: it stands in the trigger as it is, unless a secret holds it
    own = next((one for one in secrets if one.text == name), Held(name, name))
    given = {"username": own, "password": held}
    scheme = _read({"method": "basic"})
    if colon and name and "{{" not in name and scheme is not None:
        yield from [Found(scheme, given)] if verifies(scheme, given, request) else []


def _tokens(
    request: Request, base: dict[str, Any], secrets: Sequence[Held], budget: Budget
) -> Iterator[Found]:
    if base["algorithms"][0].startswith("HS"):
        ways: list[tuple[dict[str, Any], str, Held]] = [
            ({"key": list(one.steps)}, "secret", one.held) for one in forms(secrets)
        ]
    else:
        ways = [
            ({"key": list(one.steps), "key_form": one.form.value}, "public_key", one.held)
            for one in public_forms(secrets)
        ]
    for more, name, held in ways:
        scheme = _read({**base, **more})
        if scheme is None or not budget.take(len(request.body), PUBLIC_KEY):
            continue
        if verifies(scheme, given := {name: held}, request):
            yield Found(scheme, given)
            return


def _claims(claims: dict[str, Any], request: Request) -> dict[str, Any]:
    """What of the claims a scheme should hold the token to: its end, and a hash of the body."""
    hashes = {hashed: _hashed(request.body, hashed) for hashed in _HASHES}
    bound = [
        {"value": f"claim:{name}", "equals": "{body|" + hashed + "}"}
        for name, value in claims.items()
        if isinstance(value, str) and "." not in name
        for hashed, text in hashes.items()
        if value == text
    ]
    needed = [name for name in ("exp", "iat") if name in claims]
    return {"need": needed, **({"bind": bound[:1]} if bound else {})}


def _hashed(body: bytes, filters: str) -> str:
    for name in filters.split("|"):
        body = FILTERS[name](body)
    return body.decode()


def _body(request: Request) -> Iterator[Told]:
    text = request.body[:8_192].decode("latin-1")
    if _TOKEN.fullmatch(text.strip()):
        yield Told("body", text)


def _part(text: str) -> dict[str, Any] | None:
    try:
        found = orjson.loads(encodings.base64url(text))
    except ValueError:
        return None
    return found if isinstance(found, dict) else None


def _read(data: dict[str, Any]) -> Scheme | None:
    try:
        return read_scheme(data)
    except Invalid:
        return None
