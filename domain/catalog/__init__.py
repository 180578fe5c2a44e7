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
from domain.catalog.reading import read_provider
from domain.catalog.shelf import Catalog, add, load, provider, read_folder, remove, search

__all__ = [
    "Catalog",
    "Example",
    "NamedScheme",
    "OAuth",
    "Provider",
    "Routing",
    "SecretField",
    "Source",
    "add",
    "load",
    "provider",
    "read_folder",
    "read_provider",
    "remove",
    "search",
]
