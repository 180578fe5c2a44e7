"""The table of providers, made from the catalog. `python -m tests.docs.provider_table` prints it for docs/providers.md."""

import sys
from typing import Final

from domain import catalog
from domain.catalog import Provider
from domain.signatures import (
    Address,
    AllOf,
    AnyOf,
    Basic,
    FirstOf,
    Hash,
    Hmac,
    Jwt,
    NoSignature,
    PublicKeySignature,
    Scheme,
    Token,
)

_HEAD: Final = (
    "| slug | name | level | created by | verified by | handshake | documentation |",
    "| --- | --- | --- | --- | --- | --- | --- |",
)
_LEVELS: Final = {"USER": "user", "APP": "app"}
_PLAIN: Final = {Basic: "basic authentication", Address: "source address", NoSignature: "nothing"}
_CREATIONS: Final = {"API_REQUEST": "API request", "MANUAL": "hand"}


def table() -> str:
    """The whole table, a row for each provider in order of name, with a line end."""
    rows = [_row(provider) for provider in catalog.load().providers.values()]
    return "\n".join((*_HEAD, *rows)) + "\n"


def _row(provider: Provider) -> str:
    verified = "; ".join(dict.fromkeys(_verified(named.scheme) for named in provider.schemes))
    cells = (
        f"`{provider.slug}`",
        provider.name,
        _LEVELS[provider.level],
        _CREATIONS[provider.creation],
        verified,
        ", ".join(rule.name for rule in provider.handshakes) or "none",
        f"[page]({provider.documentation})",
    )
    return f"| {' | '.join(cells)} |"


def _verified(scheme: Scheme) -> str:  # noqa: PLR0911  one a method
    match scheme:
        case Hmac():
            digest = f"HMAC-{scheme.algorithm.upper()} in {scheme.encoding}"
            return f"{digest}, `{scheme.signature.source}`"
        case Hash():
            digest = f"{scheme.algorithm.upper()} with a secret, in {scheme.encoding}"
            return f"{digest}, `{scheme.signature.source}`"
        case PublicKeySignature():
            return f"{scheme.algorithm} signature, `{scheme.signature.source}`"
        case Jwt():
            return f"JWT ({', '.join(scheme.algorithms)}), `{scheme.signature.source}`"
        case Token():
            return f"token, `{scheme.source}`"
        case AllOf():
            return " and ".join(_verified(one) for one in scheme.schemes)
        case FirstOf():
            return "; ".join(dict.fromkeys(_verified(case.scheme) for case in scheme.cases))
        case AnyOf():
            return "; ".join(dict.fromkeys(_verified(one) for one in scheme.schemes))
        case _:
            return _PLAIN[type(scheme)]


if __name__ == "__main__":
    sys.stdout.write(table())
