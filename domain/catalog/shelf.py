"""Every provider of a folder, and how to find one. Read once, when first asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable
from typing import Final

from domain.catalog.provider import Provider
from domain.catalog.reading import read_provider
from domain.errors import Invalid, Misconfigured, NotFound

_ADDED: Final[list[Traversable]] = []


@dataclass(frozen=True, slots=True)
class Catalog:
    """providers: by slug, in order of name."""

    providers: Mapping[str, Provider]

    def provider(self, slug: str) -> Provider:
        """Find by slug. Raises NotFound."""
        if slug not in self.providers:
            raise NotFound(f"there is no provider {slug!r}")
        return self.providers[slug]

    def search(self, text: str) -> tuple[Provider, ...]:
        """Those that hold every word of `text`, matching names first, else in order of name. No word: all."""
        words = text.casefold().split()
        found = [one for one in self.providers.values() if _holds(_words(one), words)]
        return tuple(sorted(found, key=lambda one: not _holds(one.name.casefold(), words)))


def read_folder(folder: Traversable) -> Catalog:
    """Read every `*.toml` of a folder. Raises Misconfigured with every problem: file, key path, what is wrong."""
    providers: list[Provider] = []
    problems: list[str] = []
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if file.name.endswith(".toml"):
            try:
                text = file.read_text(encoding="utf-8")
                providers.append(read_provider(file.name.removesuffix(".toml"), text))
            except Invalid as error:
                problems += _lines(file.name, error)
    if problems:
        raise Misconfigured("the catalog cannot be read:\n" + "\n".join(problems))
    return Catalog(_ordered(providers))


@cache
def load() -> Catalog:
    """The catalog that comes with Hookwright, and what was added to it. Raises Misconfigured."""
    found = dict(_built_in().providers)
    for folder in _ADDED:
        found |= read_folder(folder).providers
    return Catalog(_ordered(found.values()))


@cache
def _built_in() -> Catalog:
    return read_folder(resources.files("domain.catalog") / "providers")


def add(folder: Traversable) -> None:
    """Put a folder's providers beside the catalog, for this process; a slug that is known is replaced.

    Raises Misconfigured.
    """
    read_folder(folder)
    _ADDED[:] = [*(one for one in _ADDED if one != folder), folder]
    load.cache_clear()


def remove(folder: Traversable) -> None:
    """Take a folder that was added away again."""
    _ADDED[:] = [one for one in _ADDED if one != folder]
    load.cache_clear()


def provider(slug: str) -> Provider:
    """Find by slug in the catalog that comes with Hookwright. Raises NotFound."""
    return load().provider(slug)


def search(text: str) -> tuple[Provider, ...]:
    """Search the catalog that comes with Hookwright."""
    return load().search(text)


def _ordered(providers: Iterable[Provider]) -> dict[str, Provider]:
    return {one.slug: one for one in sorted(providers, key=lambda one: one.name.casefold())}


def _lines(file: str, error: Invalid) -> Iterable[str]:
    for problem in error.problems:
        yield f"  {file}: {'.'.join(problem.path) or 'file'}: {problem.message}"


def _words(one: Provider) -> str:
    return " ".join((one.name, one.slug, one.description, *one.keywords)).casefold()


def _holds(text: str, words: Iterable[str]) -> bool:
    return all(word in text for word in words)
