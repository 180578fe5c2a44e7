"""What a judge is: a provider's own package from PyPI, asked about a delivery."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

import httpx

from domain import catalog
from domain.catalog import NamedScheme
from domain.request import Request
from domain.signatures import keys
from domain.signatures.schemes import OverContent
from domain.simulator.materials import Material

TEXT: Final = "7365637265742d6e756d6265722d6f6e"
OTHER: Final = "7365637265742d6e756d6265722d7477"
"""Valid in every form a key may have: as text, as base64 and as hex."""

STANDARD: Final = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
STANDARD_OTHER: Final = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD"


@dataclass(frozen=True, slots=True)
class Given:
    """A delivery and what both sides hold, as packages like to take them."""

    slug: str
    scheme: NamedScheme
    request: Request
    material: Material

    @property
    def body(self) -> str:
        """The body as text. Raises UnicodeDecodeError."""
        return self.request.body.decode()

    @property
    def headers(self) -> httpx.Headers:
        """The headers, in any case."""
        return httpx.Headers(list(self.request.headers))

    @property
    def named(self) -> dict[str, str]:
        """The headers under their lower-case names."""
        return dict(self.headers)

    @property
    def secret(self) -> str:
        """The only secret, or the one named `secret`, or the public key."""
        names = self.material.secrets
        return self.value("secret" if "secret" in names else next(iter(names)))

    def value(self, name: str) -> str:
        """A secret by its name."""
        return keys.texts(self.material.secrets, name)[0]

    @property
    def signature(self) -> str:
        """What stands in the scheme's header. Raises KeyError."""
        scheme: Any = self.scheme.scheme
        return self.headers[scheme.signature.source.removeprefix("header:")]

    @property
    def timestamp(self) -> str:
        """What stands in the timestamp's header. Raises KeyError."""
        scheme = self.scheme.scheme
        assert isinstance(scheme, OverContent)
        assert scheme.timestamp is not None
        return self.headers[scheme.timestamp.source.removeprefix("header:")]


@dataclass(frozen=True, slots=True)
class Judge:
    """slug: of the catalog. ask: returns false or raises when the package refuses.

    lenient: trials that the package accepts, by their name's beginning, each with its reason beside it.
    mine, other: texts for secrets.
    """

    slug: str
    ask: Callable[[Given], object]
    lenient: tuple[str, ...] = ()
    mine: str = TEXT
    other: str = OTHER

    @property
    def scheme(self) -> NamedScheme:
        """The catalog's recommended scheme."""
        return catalog.provider(self.slug).schemes[0]

    def accepts(self, request: Request, material: Material) -> bool:
        """The package's verdict: it refuses by any exception of its own, or by false."""
        try:
            said = self.ask(Given(self.slug, self.scheme, request, material))
        except Exception:  # noqa: BLE001  each package has its own, and a crash is no acceptance
            return False
        return said is not False and said != ""


def sdk(name: str) -> Any:
    """A package, imported when it is asked: all of them together take seconds."""
    return importlib.import_module(name)
