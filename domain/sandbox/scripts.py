"""Our own JavaScript in order of evaluation. Imports nothing of ours: it is read inside the fork server."""

from pathlib import Path
from typing import Final

_FOLDER: Final = Path(__file__).with_name("js")
_ORDER: Final = (
    "00_world",
    "faults",
    "codecs",
    "encoding",
    "buffer",
    "buffer_numbers",
    "string_decoder",
    "querystring",
    "url_parsing",
    "url_hosts",
    "url_search",
    "url",
    "url_module",
    "kinds",
    "cloning",
    "inspect_layout",
    "inspect_names",
    "inspect",
    "inspect_errors",
    "equality",
    "format",
    "util",
    "events",
    "assert",
    "console",
    "timers",
    "zlib",
    "crypto",
    "crypto_keys",
    "crypto_signing",
    "crypto_ciphers",
    "crypto_derivation",
    "crypto_certificates",
    "webcrypto_keys",
    "webcrypto",
    "request",
    "compiling",
    "zz_prelude",
)


def scripts() -> tuple[tuple[str, str], ...]:
    """Name and source of each."""
    return tuple((name, (_FOLDER / f"{name}.js").read_text(encoding="utf-8")) for name in _ORDER)
