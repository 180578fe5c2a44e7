"""From a friendly form to a verification: the scheme as data, and a template for each of its secrets. Pure."""

from collections.abc import Iterator
from typing import Any, Final

import msgspec

from domain import text
from domain.errors import Invalid, Problem, ProblemCode
from domain.signatures import Scheme, public_names, read_scheme, secret_names, to_data
from domain.templates.errors import TemplateSyntaxError
from domain.templates.names import KnownNames, check
from domain.templates.template import Template
from domain.wizard import custom_code
from domain.wizard.description import Verification
from domain.wizard.form_schemes import READERS, Built, Path

CODE: Final = "code"
MAX_SECRETS: Final = 10
MAX_TEMPLATE: Final = 10_000  # a public key is written here as it is

_LITERAL: Final = (
    "a secret is not written here: put it into a secret with setSecret and write {{secrets.NAME}}"
)


def from_form(
    form: str,
    entered: Any,
    path: Path = ("verification",),
    *,
    known: KnownNames | None = None,
    provider: str | None = None,
) -> Verification:
    """Read a form as it was entered, in the names of GraphQL.

    known: what its templates may read; None checks the syntax alone. provider: the catalog slug a provider
    form without one means. Raises Invalid with every problem, each below `path` and the form's name.
    """
    where = (*path, form)
    if form == CODE:
        return _by_code(entered, where, known)
    if form not in READERS:
        accepted = ", ".join([*READERS, CODE])
        message = f"{text.shorten(form, 40)!r} is not available; accepted: {accepted}"
        raise Invalid.one(ProblemCode.NOT_ALLOWED, message, *path)
    entered = msgspec.to_builtins(entered)
    built = READERS[form](entered, where, provider)
    if built.faults:
        raise Invalid([*built.faults, *_secret_problems(built, known)])
    scheme = read_scheme(built.scheme, where)
    problems = list(_secret_problems(built, known, public_names(scheme)))
    problems += _coverage(secret_names(scheme), built, where)
    if problems:
        raise Invalid(problems)
    return Verification(
        form=form,
        scheme=as_stored(scheme),
        secrets=tuple(entry for entry, _ in built.secrets),
        entered=entered,
    )


def _by_code(entered: Any, where: Path, known: KnownNames | None) -> Verification:
    entered = msgspec.to_builtins(entered)
    code = custom_code.from_form(entered, where)
    if problems := list(custom_code.code_problems(code, known, where)):
        raise Invalid(problems)
    return Verification(form=CODE, scheme=None, entered=entered, code=code)


def as_stored(scheme: Scheme) -> Any:
    """The data form of a scheme as it comes back from storage: lists, no tuples."""
    return msgspec.json.decode(msgspec.json.encode(to_data(scheme)))


def _secret_problems(
    built: Built, known: KnownNames | None, public: frozenset[str] = frozenset()
) -> Iterator[Problem]:
    if len(built.secrets) > MAX_SECRETS:
        message = f"at most {MAX_SECRETS} secrets are accepted"
        yield Problem(ProblemCode.TOO_LONG, message, built.secrets[0][1][:-1])
    for entry, where in built.secrets[:MAX_SECRETS]:
        found = list(text.problems(entry.value, *where, most=MAX_TEMPLATE, what="the secret"))
        found = found or check(entry.value, known, where)
        if not found and entry.name not in built.open | public and _is_literal(entry.value):
            found = [Problem(ProblemCode.NOT_ALLOWED, _LITERAL, where)]
        yield from found


def _is_literal(template: str) -> bool:
    try:
        return not Template.parse(template).paths
    except TemplateSyntaxError:
        return False


def _coverage(names: tuple[str, ...], built: Built, where: Path) -> Iterator[Problem]:
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
