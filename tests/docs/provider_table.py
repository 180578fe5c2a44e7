"""The table of providers, made from the catalog. `python -m tests.docs.provider_table` prints it for docs/providers.md."""

import sys
from typing import Final

from domain import catalog
from domain.catalog import Provider
from domain.signatures.words import words

_HEAD: Final = (
    "| slug | name | level | created by | verified by | handshake | documentation |",
    "| --- | --- | --- | --- | --- | --- | --- |",
)
_LEVELS: Final = {"USER": "user", "APP": "app"}
_CREATIONS: Final = {"API_REQUEST": "API request", "MANUAL": "hand"}


def table() -> str:
    """The whole table, a row for each provider in order of name, with a line end."""
    rows = [_row(provider) for provider in catalog.load().providers.values()]
    return "\n".join((*_HEAD, *rows)) + "\n"


def _row(provider: Provider) -> str:
    verified = "; ".join(dict.fromkeys(words(named.scheme) for named in provider.schemes))
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


if __name__ == "__main__":
    sys.stdout.write(table())
