"""The data form of a signature scheme: one tagged union, told apart by `method`.

Knows the fields and their defaults; leaves out what their texts mean (references, content, keys)
and which combinations are impossible (reading).

TOML has no null, so "not enforced" is the word "any", in JSON too.
"""

from enum import StrEnum
from typing import Literal

import msgspec


class Algorithm(StrEnum):
    """Digests an HMAC may use, as hashlib names them."""

    SHA1 = "sha1"
    SHA256 = "sha256"
    SHA384 = "sha384"
    SHA512 = "sha512"


class Encoding(StrEnum):
    """How the signature's bytes are written. hex: either case. base64: padded. base64url: with or without padding."""

    HEX = "hex"
    BASE64 = "base64"
    BASE64URL = "base64url"


class Unit(StrEnum):
    """How a timestamp is written: whole seconds or milliseconds since 1970, or ISO 8601 (UTC when it names no offset)."""

    SECONDS = "s"
    MILLISECONDS = "ms"
    ISO = "iso"


class UrlVariant(StrEnum):
    """Forms of our own public address that the provider may have signed instead.

    PORT: without any port, and with the scheme's default port. SLASH: with and without a slash at the
    end of the path.
    """

    PORT = "port"
    SLASH = "slash"


class _Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    pass


class Signature(_Part, frozen=True):
    """Where the signature stands and the text around it.

    source (`from`): a reference. strip: a prefix that must be there. split: what separates the items
    of a list; each item may match. kv: what separates an item's key from its value; pick: the key of
    signatures, any of which may match; the other keys are `sig:<key>`.
    """

    source: str = msgspec.field(name="from")
    strip: str = ""
    split: str = ""
    kv: str = ""
    pick: str = ""


class Timestamp(_Part, frozen=True):
    """When the provider says it sent this.

    source (`from`): a reference, or `sig:<key>` of the signature's own list. tolerance: seconds it may
    be old, "any" when age is not judged. future: seconds it may be ahead, as tolerance when absent.
    """

    source: str = msgspec.field(name="from")
    unit: Unit = Unit.SECONDS
    tolerance: int | Literal["any"] = 300
    future: int | Literal["any"] | None = None


class Params(_Part, frozen=True):
    """Every field of the form or query: sorted by name, then value, exact repeats once.

    between: stands between a name and its value. join: stands between fields.
    """

    params: Literal["form", "query"]
    between: str = ""
    join: str = ""


class Binding(_Part, frozen=True):
    """A reference whose text must equal a content template: a body's hash in the signed query."""

    value: str
    equals: str


class Hmac(_Part, frozen=True, tag_field="method", tag="hmac"):
    """HMAC of a byte template under a shared secret.

    secret: the name of the secret it uses. key: steps from its text to key bytes. content: a template,
    or parts that follow each other.
    """

    signature: Signature
    algorithm: Algorithm = Algorithm.SHA256
    encoding: Encoding = Encoding.HEX
    content: str | tuple[str | Params, ...] = "{body}"
    timestamp: Timestamp | None = None
    key: tuple[str, ...] = ("utf8",)
    bind: tuple[Binding, ...] = ()
    url_variants: tuple[UrlVariant, ...] = ()
    secret: str = "secret"  # noqa: S105  a name


class Token(_Part, frozen=True, tag_field="method", tag="token"):
    """A shared secret sent as it is. prefix: stands before it, in any case, such as "Bearer "."""

    source: str = msgspec.field(name="from")
    prefix: str = ""
    secret: str = "secret"  # noqa: S105  a name


class Basic(_Part, frozen=True, tag_field="method", tag="basic"):
    """HTTP basic authentication. username, password: the NAMES of the secrets that hold them."""

    username: str = "username"
    password: str = "password"  # noqa: S105  a name


class NoSignature(_Part, frozen=True, tag_field="method", tag="none"):
    """Accept all payloads, by explicit choice."""


class AnyOf(_Part, frozen=True, tag_field="method", tag="any"):
    """One of the schemes must hold: each is tried."""

    schemes: tuple["Scheme", ...]


class Case(_Part, frozen=True):
    """when: a reference that must be present for this case; absent: always."""

    scheme: "Scheme"
    when: str | None = None


class FirstOf(_Part, frozen=True, tag_field="method", tag="first"):
    """The first case that applies decides alone: no fallback, so a legacy header cannot downgrade."""

    cases: tuple[Case, ...]


Scheme = Hmac | Token | Basic | NoSignature | AnyOf | FirstOf
