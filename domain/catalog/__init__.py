"""The catalog: what is known of each provider, as data files read once and strictly.

Knows providers, one TOML file each in `providers/`, and how to find one. Adding a provider touches
no Python; an unknown key stops the start by file, key and nearest known name. Leaves out integrations
and triggers: the catalog is where they begin, and they may change everything they took from it.
"""

from domain.catalog.provider import (
    Example,
    NamedScheme,
    OAuth,
    Provider,
    Routing,
    SecretField,
    Source,
)
from domain.catalog.shelf import Catalog, load, provider, read_folder, search

__all__ = [
    "Catalog",
    "Example",
    "NamedScheme",
    "OAuth",
    "Provider",
    "Routing",
    "SecretField",
    "Source",
    "load",
    "provider",
    "read_folder",
    "search",
]
