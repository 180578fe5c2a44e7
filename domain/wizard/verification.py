"""From a friendly form to a verification: the scheme as data, and a template for each of its secrets. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import msgspec

from domain import catalog, text
from domain.errors import Invalid, NotFound, Problem, ProblemCode
from domain.registrations.requests import KeyValue
from domain.signatures import Scheme, read_scheme, secret_names, to_data
from domain.templates.errors import TemplateSyntaxError
from domain.templates.names import KnownNames, check
from domain.templates.structs import read
from domain.templates.template import Template
from domain.wizard.description import Verification
from domain.wizard.forms import (
    BasicForm,
    HmacForm,
    ProviderForm,
    SchemeForm,
    TimestampUnit,
    TokenForm,
)

FORMS: Final = ("none", "provider", "hmac", "basic", "token", "scheme")
MAX_SECRETS: Final = 10

_Path = tuple[str, ...]
_F = TypeVar("_F", bound=msgspec.Struct)
_PLACES: Final = {"header": "header", "query": "query", "body_path": "json", "form_field": "form"}
_UNITS: Final = {
    TimestampUnit.SECONDS: "s",
    TimestampUnit.MILLISECONDS: "ms",
    TimestampUnit.ISO8601: "iso",
}
_LITERAL: Final = (
    "a secret is not written here: put it into a secret with setSecret and write {{secrets.NAME}}"
)
_BACK: Final[Mapping[_Path, str]] = {
    ("signature", "strip"): "prefix",
    ("signature",): "",
    ("timestamp", "from"): "timestampHeader",
    ("timestamp",): "toleranceSeconds",
    ("content",): "signedContent",
    ("key",): "keyEncoding",
}


@dataclass(frozen=True, slots=True)
class _Built:
    """scheme: its data form. secrets: templates, each with the path of its input. faults: of the scheme."""

    scheme: Any
    secrets: tuple[tuple[KeyValue, _Path], ...] = ()
    faults: tuple[Problem, ...] = ()


def from_form(
    form: str,
    entered: Any,
    path: _Path = ("verification",),
    *,
    known: KnownNames | None = None,
    provider: str | None = None,
) -> Verification:
    """Read a form as it was entered, in the names of GraphQL.

    known: what its templates may read; None checks the syntax alone. provider: the catalog slug a provider
    form without one means. Raises Invalid with every problem, each below `path` and the form's name.
    """
    where = (*path, form)
    if form not in FORMS:
        message = f"{text.shorten(form, 40)!r} is not available; accepted: {', '.join(FORMS)}"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, *path)
    entered = msgspec.to_builtins(entered)
    built = _READERS[form](entered, where, provider)
    problems = [*built.faults, *_secret_problems(built, known)]
    if built.faults:
        raise Invalid(problems)
    scheme = read_scheme(built.scheme, where)
    problems += _coverage(secret_names(scheme), built, where)
    if problems:
        raise Invalid(problems)
    return Verification(
        form=form,
        scheme=as_stored(scheme),
        secrets=tuple(entry for entry, _ in built.secrets),
        entered=entered,
    )


def as_stored(scheme: Scheme) -> Any:
    """The data form of a scheme as it comes back from storage: lists, no tuples."""
    return msgspec.json.decode(msgspec.json.encode(to_data(scheme)))


def _secret_problems(built: _Built, known: KnownNames | None) -> Iterator[Problem]:
    if len(built.secrets) > MAX_SECRETS:
        message = f"at most {MAX_SECRETS} secrets are accepted"
        yield Problem(ProblemCode.TOO_LONG, message, built.secrets[0][1][:-1])
    for entry, where in built.secrets[:MAX_SECRETS]:
        found = list(text.problems(entry.value, *where, most=2_000, what="the secret"))
        found = found or check(entry.value, known, where)
        if not found and where[-1] != "username" and _is_literal(entry.value):
            found = [Problem(ProblemCode.NOT_ALLOWED, _LITERAL, where)]
        yield from found


def _is_literal(template: str) -> bool:
    try:
        return not Template.parse(template).paths
    except TemplateSyntaxError:
        return False


def _coverage(names: tuple[str, ...], built: _Built, where: _Path) -> Iterator[Problem]:
    """Every secret the scheme uses is given, and no other."""
    given = [(entry.name, path) for entry, path in built.secrets]
    for name in names:
        if name not in {each for each, _ in given}:
            message = f"the scheme also needs a template for its secret {name!r}"
            yield Problem(ProblemCode.REQUIRED, message, (*where, "secrets"))
    for name, path in given:
        if name not in names:
            accepted = ", ".join(names) or "none: this scheme uses no secret"
            message = f"the scheme uses no secret {text.shorten(name, 80)!r}; accepted: {accepted}"
            yield Problem(ProblemCode.UNKNOWN_NAME, message, path)


def _fields(entered: Any, form: type[_F], where: _Path) -> _F:
    problems: list[Problem] = []
    found = read(entered, form, where, problems)
    if found is None:
        raise Invalid(problems)
    return found


def _none(entered: Any, where: _Path, _: str | None) -> _Built:
    if entered is not True:
        message = "accepted: true, for “No signature (accept all payloads)”"
        raise Invalid.one(ProblemCode.INVALID, message, *where)
    return _Built({"method": "none"})


def _provider(entered: Any, where: _Path, default: str | None) -> _Built:
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
        (KeyValue(name, usual[name]), (*where, "secrets"))
        for name in secret_names(named[chosen])
        if name not in given and name in usual
    )
    return _Built(to_data(named[chosen]), (*pairs, *defaults))


def _hmac(entered: Any, where: _Path, _: str | None) -> _Built:
    form = _fields(entered, HmacForm, where)
    problems: list[Problem] = []
    place = _place(form, where, problems)
    scheme: dict[str, Any] = {
        "method": "hmac",
        "algorithm": form.algorithm.value.lower(),
        "encoding": form.encoding.value.lower(),
        "signature": {"from": place, "strip": form.prefix},
        "content": form.signed_content,
        "key": [form.key_encoding.value.lower()],
    }
    if form.timestamp_header is not None:
        scheme["timestamp"] = {
            "from": f"header:{form.timestamp_header}",
            "unit": _UNITS[form.timestamp_unit],
            "tolerance": "any" if form.tolerance_seconds is None else form.tolerance_seconds,
        }
    problems += [] if problems else _faults(scheme, where, place)
    return _Built(scheme, _rotating(form, where), tuple(problems))


def _token(entered: Any, where: _Path, _: str | None) -> _Built:
    form = _fields(entered, TokenForm, where)
    problems: list[Problem] = []
    place = _place(form, where, problems)
    scheme = {"method": "token", "from": place, "prefix": form.prefix}
    problems += [] if problems else _faults(scheme, where, place)
    return _Built(scheme, _rotating(form, where), tuple(problems))


def _basic(entered: Any, where: _Path, _: str | None) -> _Built:
    form = _fields(entered, BasicForm, where)
    pairs = (("username", form.username), ("password", form.password))
    secrets = tuple((KeyValue(name, value), (*where, name)) for name, value in pairs)
    return _Built({"method": "basic"}, secrets)


def _scheme(entered: Any, where: _Path, _: str | None) -> _Built:
    form = _fields(entered, SchemeForm, where)
    pairs = _pairs(form.secrets, where)
    try:
        scheme = read_scheme(form.scheme, (*where, "scheme"))
    except Invalid as error:
        return _Built(None, pairs, error.problems)
    return _Built(to_data(scheme), pairs)


def _pairs(secrets: tuple[KeyValue, ...], where: _Path) -> tuple[tuple[KeyValue, _Path], ...]:
    return tuple(
        (entry, (*where, "secrets", str(index), "value")) for index, entry in enumerate(secrets)
    )


def _rotating(form: HmacForm | TokenForm, where: _Path) -> tuple[tuple[KeyValue, _Path], ...]:
    first = (KeyValue("secret", form.secret), (*where, "secret"))
    if form.previous_secret is None:
        return (first,)
    return (first, (KeyValue("secret", form.previous_secret), (*where, "previousSecret")))


def _place(form: HmacForm | TokenForm, where: _Path, problems: list[Problem]) -> str:
    given = [(kind, getattr(form, name)) for name, kind in _PLACES.items()]
    named = [f"{kind}:{value}" for kind, value in given if value is not None]
    if len(named) != 1:
        message = "choose exactly one of header, query, bodyPath and formField"
        problems.append(Problem(ProblemCode.REQUIRED, message, where))
        return "header:x"
    return named[0]


def _faults(scheme: Any, where: _Path, place: str) -> list[Problem]:
    """The scheme's problems, each at the form's field that caused it."""
    try:
        read_scheme(scheme)
    except Invalid as error:
        return [_at_field(problem, where, place) for problem in error.problems]
    return []


def _at_field(problem: Problem, where: _Path, place: str) -> Problem:
    fields = {"header": "header", "query": "query", "json": "bodyPath", "form": "formField"}
    own = fields[place.partition(":")[0]]
    if problem.path in {("signature", "from"), ("from",)}:
        return Problem(problem.code, problem.message, (*where, own))
    for start, field in _BACK.items():
        if problem.path[: len(start)] == start:
            return Problem(problem.code, problem.message, (*where, *([field] if field else [])))
    return Problem(problem.code, problem.message, (*where, *problem.path))


_READERS: Final[Mapping[str, Callable[[Any, _Path, str | None], _Built]]] = {
    "none": _none,
    "provider": _provider,
    "hmac": _hmac,
    "token": _token,
    "basic": _basic,
    "scheme": _scheme,
}
