"""From each friendly form to what it means: a scheme as data, and the templates of its secrets. Pure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import msgspec

from domain import catalog
from domain.errors import Invalid, NotFound, Problem, ProblemCode
from domain.signatures import read_scheme, secret_names, to_data
from domain.templates.structs import read
from domain.wizard.description import Moment, SecretTemplate
from domain.wizard.forms import (
    BasicForm,
    HmacForm,
    JwtAlgorithm,
    JwtForm,
    KeyForm,
    ProviderForm,
    PublicKeyForm,
    SchemeForm,
    TimestampUnit,
    TokenForm,
)

Path = tuple[str, ...]
_F = TypeVar("_F", bound=msgspec.Struct)
_Placed = HmacForm | PublicKeyForm | JwtForm | TokenForm

_PLACES: Final = {"header": "header", "query": "query", "body_path": "json", "form_field": "form"}
_FIELDS: Final = {
    "header": "header",
    "query": "query",
    "json": "bodyPath",
    "form": "formField",
    "body": "inBody",
}
_UNITS: Final = {
    TimestampUnit.SECONDS: "s",
    TimestampUnit.MILLISECONDS: "ms",
    TimestampUnit.MICROSECONDS: "us",
    TimestampUnit.ISO8601: "iso",
    TimestampUnit.HTTP_DATE: "http",
}
_BACK: Final[Mapping[Path, str]] = {
    ("signature", "strip"): "prefix",
    ("signature",): "",
    ("timestamp", "from"): "timestampHeader",
    ("timestamp",): "toleranceSeconds",
    ("content",): "signedContent",
    ("key_form",): "keyForm",
    ("key",): "keyEncoding",
    ("fetch", "issuer"): "issuer",
    ("fetch",): "jwksUrl",
    ("algorithms",): "algorithms",
    ("claims", "iss"): "issuer",
    ("claims", "aud"): "audience",
    ("need",): "requiredClaims",
    ("leeway",): "leewaySeconds",
    ("max_age",): "maxAgeSeconds",
    ("bind",): "bodyHashClaim",
}
_DECODED: Final = frozenset({KeyForm.RAW, KeyForm.SPKI})


@dataclass(frozen=True, slots=True)
class Built:
    """scheme: its data form. secrets: templates, each with the path of its input. faults: of the scheme.

    open: names of secrets that may be written here as they are; public keys always may.
    """

    scheme: Any
    secrets: tuple[tuple[SecretTemplate, Path], ...] = ()
    faults: tuple[Problem, ...] = ()
    open: frozenset[str] = frozenset()


def _fields(entered: Any, form: type[_F], where: Path) -> _F:
    problems: list[Problem] = []
    found = read(entered, form, where, problems)
    if found is None:
        raise Invalid(problems)
    return found


def _none(entered: Any, where: Path, _: str | None) -> Built:
    if entered is not True:
        message = "accepted: true, for “No signature (accept all payloads)”"
        raise Invalid.one(ProblemCode.INVALID, message, *where)
    return Built({"method": "none"})


def _provider(entered: Any, where: Path, default: str | None) -> Built:
    form = _fields(entered, ProviderForm, where)
    slug = form.provider or default
    if slug is None:
        message = "name the provider: this integration was described by hand"
        raise Invalid.one(ProblemCode.REQUIRED, message, *where, "provider")
    try:
        found = catalog.provider(slug)
    except NotFound:
        message = "there is no such provider; accepted: a slug of the query `providers`"
        raise Invalid.one(ProblemCode.NOT_FOUND, message, *where, "provider") from None
    named = {each.slug: each.scheme for each in found.schemes}
    chosen = form.scheme or found.schemes[0].slug
    if chosen not in named:
        message = f"{found.name} has no such scheme; accepted: {', '.join(named)}"
        raise Invalid.one(ProblemCode.NOT_FOUND, message, *where, "scheme")
    pairs = _pairs(form.secrets, where)
    given = {entry.name for entry, _ in pairs}
    usual = {field.name: field.value for field in found.secrets}
    defaults = tuple(
        (SecretTemplate(name, usual[name]), (*where, "secrets"))
        for name in secret_names(named[chosen])
        if name not in given and name in usual
    )
    return Built(to_data(named[chosen]), (*pairs, *defaults))


def _hmac(entered: Any, where: Path, _: str | None) -> Built:
    form = _fields(entered, HmacForm, where)
    scheme = {
        **_signed("hmac", form),
        "algorithm": form.algorithm.value.lower(),
        "key": [form.key_encoding.value.lower()],
    }
    given = [("secret", form.secret), ("previousSecret", form.previous_secret)]
    secrets = _rotating("secret", given, form.previous_secret_until, where)
    return Built(scheme, secrets, _faults(scheme, form, where))


def _public_key(entered: Any, where: Path, _: str | None) -> Built:
    form = _fields(entered, PublicKeyForm, where)
    scheme = {
        **_signed("signature", form),
        "algorithm": form.algorithm.value.lower().replace("_", "-"),
        "key_form": form.key_form.value.lower(),
    }
    if form.key_form in _DECODED:
        scheme["key"] = [form.key_encoding.value.lower()]
    given = [("publicKey", form.public_key), ("previousPublicKey", form.previous_public_key)]
    keys = _rotating("public_key", given, form.previous_public_key_until, where)
    return Built(scheme, keys, _faults(scheme, form, where))


def _jwt(entered: Any, where: Path, _: str | None) -> Built:
    form = _fields(entered, JwtForm, where)
    claims = {"iss": form.issuer, "aud": form.audience}
    scheme: dict[str, Any] = {
        "method": "jwt",
        "signature": {"from": _place(form), "strip": form.prefix},
        "algorithms": [
            "EdDSA" if each is JwtAlgorithm.EDDSA else each.value for each in form.algorithms
        ],
        "claims": {name: _plain(value) for name, value in claims.items() if value is not None},
        "need": list(form.required_claims),
        "leeway": form.leeway_seconds,
    }
    if form.max_age_seconds is not None:
        scheme["max_age"] = form.max_age_seconds
    if form.body_hash_claim is not None:
        hashed = "{body|sha256|" + form.body_hash_encoding.value.lower() + "}"
        scheme["bind"] = [{"value": f"claim:{form.body_hash_claim}", "equals": hashed}]
    keys, faults = _jwt_key(form, scheme, where)
    faults = (*faults, *_faults(scheme, form, where))
    return Built(scheme, keys, faults)


def _jwt_key(
    form: JwtForm, scheme: dict[str, Any], where: Path
) -> tuple[tuple[tuple[SecretTemplate, Path], ...], tuple[Problem, ...]]:
    """Where its key comes from, written into the scheme."""
    given = {"secret": form.secret, "publicKey": form.public_key, "jwksUrl": form.jwks_url}
    named = [name for name, value in given.items() if value is not None]
    if not named and form.issuer is not None:
        scheme["fetch"] = {"as": "jwks", "issuer": _plain(form.issuer)}
        return (), ()
    if len(named) != 1:
        message = (
            "choose exactly one of secret, publicKey and jwksUrl, or give the issuer alone, whose keys are "
            "published"
        )
        scheme["secret"] = "secret"  # noqa: S105  a name
        return (), (Problem(ProblemCode.REQUIRED, message, where),)
    if form.jwks_url is not None:
        scheme["fetch"] = {"as": "jwks", "url": form.jwks_url}
        return (), ()
    if form.secret is not None:
        scheme["secret"] = "secret"  # noqa: S105  a name
        return _rotating("secret", [("secret", form.secret)], None, where), ()
    scheme |= {"secret": "public_key", "key_form": form.key_form.value.lower()}
    return _rotating("public_key", [("publicKey", form.public_key)], None, where), ()


def _token(entered: Any, where: Path, _: str | None) -> Built:
    form = _fields(entered, TokenForm, where)
    scheme = {"method": "token", "from": _place(form), "prefix": form.prefix}
    given = [("secret", form.secret), ("previousSecret", form.previous_secret)]
    secrets = _rotating("secret", given, form.previous_secret_until, where)
    return Built(scheme, secrets, _faults(scheme, form, where))


def _basic(entered: Any, where: Path, _: str | None) -> Built:
    form = _fields(entered, BasicForm, where)
    pairs = (("username", form.username), ("password", form.password))
    secrets = tuple((SecretTemplate(name, value), (*where, name)) for name, value in pairs)
    return Built({"method": "basic"}, secrets, open=frozenset({"username"}))


def _scheme(entered: Any, where: Path, _: str | None) -> Built:
    form = _fields(entered, SchemeForm, where)
    pairs = _pairs(form.secrets, where)
    try:
        scheme = read_scheme(form.scheme, (*where, "scheme"))
    except Invalid as error:
        return Built(None, pairs, error.problems)
    return Built(to_data(scheme), pairs)


def _signed(method: str, form: HmacForm | PublicKeyForm) -> dict[str, Any]:
    scheme: dict[str, Any] = {
        "method": method,
        "encoding": form.encoding.value.lower(),
        "signature": {"from": _place(form), "strip": form.prefix},
        "content": form.signed_content,
    }
    if form.timestamp_header is not None:
        scheme["timestamp"] = {
            "from": f"header:{form.timestamp_header}",
            "unit": _UNITS[form.timestamp_unit],
            "tolerance": "any" if form.tolerance_seconds is None else form.tolerance_seconds,
        }
    return scheme


def _plain(text: str) -> str:
    """A text as a content template that says nothing else."""
    return text.replace("{", "{{").replace("}", "}}")


def _pairs(
    secrets: tuple[SecretTemplate, ...], where: Path
) -> tuple[tuple[SecretTemplate, Path], ...]:
    return tuple(
        (entry, (*where, "secrets", str(index), "value")) for index, entry in enumerate(secrets)
    )


def _rotating(
    name: str, given: list[tuple[str, str | None]], until: Moment | None, where: Path
) -> tuple[tuple[SecretTemplate, Path], ...]:
    """The values of one secret by their fields; those after the first count until their end."""
    return tuple(
        (SecretTemplate(name, value, until if number else None), (*where, field))
        for number, (field, value) in enumerate(given)
        if value is not None
    )


def _places(form: _Placed) -> list[str]:
    given = [(kind, getattr(form, name)) for name, kind in _PLACES.items()]
    named = [f"{kind}:{value}" for kind, value in given if value is not None]
    return [*named, "body"] if isinstance(form, JwtForm) and form.in_body else named


def _place(form: _Placed) -> str:
    return (*_places(form), "header:x")[0]


def _faults(scheme: Any, form: _Placed, where: Path) -> tuple[Problem, ...]:
    """The scheme's problems, each at the form's field that caused it."""
    if len(_places(form)) != 1:
        choices = "header, query, bodyPath and formField"
        choices = f"{choices[:-14]}, formField and inBody" if isinstance(form, JwtForm) else choices
        message = f"choose exactly one of {choices}"
        return (Problem(ProblemCode.REQUIRED, message, where),)
    try:
        read_scheme(scheme)
    except Invalid as error:
        return tuple(_at_field(problem, where, _place(form)) for problem in error.problems)
    return ()


def _at_field(problem: Problem, where: Path, place: str) -> Problem:
    if problem.path in {("signature", "from"), ("from",)}:
        own = _FIELDS[place.partition(":")[0]]
        return Problem(problem.code, problem.message, (*where, own))
    for start, field in _BACK.items():
        if problem.path[: len(start)] == start:
            return Problem(problem.code, problem.message, (*where, *([field] if field else [])))
    return Problem(problem.code, problem.message, (*where, *problem.path))


READERS: Final[Mapping[str, Callable[[Any, Path, str | None], Built]]] = {
    "none": _none,
    "provider": _provider,
    "hmac": _hmac,
    "publicKey": _public_key,
    "jwt": _jwt,
    "token": _token,
    "basic": _basic,
    "scheme": _scheme,
}
"""By the form's name in GraphQL: its fields as entered, the path of the form, the integration's provider."""
