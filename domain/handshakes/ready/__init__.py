"""Ready handshake rules: the kinds that providers use, as data to start from.

Names of secrets in them, and words in CAPITALS, are to be replaced by the project's own. What each provider asks
for was taken from the page beside it (November 2026).

    echoed    something of the request goes back
    computed  the answer proves that a secret is known, or the request had to
    kept      something is kept, shown to a person, or called back
    probes    only the status counts
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from domain.handshakes.ready.computed import COMPUTED
from domain.handshakes.ready.echoed import ECHOED
from domain.handshakes.ready.kept import KEPT
from domain.handshakes.ready.probes import PROBES
from domain.handshakes.ready.rule import ReadyRule

__all__ = ["READY", "ReadyRule"]

READY: Final[Mapping[str, ReadyRule]] = MappingProxyType({**ECHOED, **COMPUTED, **KEPT, **PROBES})
