"""The friendly forms in which a verification is entered: the fields of each, as in GraphQL. Values only."""

from enum import StrEnum
from typing import Any

import msgspec

from domain.registrations.requests import KeyValue


class Algorithm(StrEnum):
    """Digests of an HMAC."""

    SHA1 = "SHA1"
    SHA256 = "SHA256"
    SHA384 = "SHA384"
    SHA512 = "SHA512"


class SignatureEncoding(StrEnum):
    """How the signature is written."""

    HEX = "HEX"
    BASE64 = "BASE64"
    BASE64URL = "BASE64URL"


class KeyEncoding(StrEnum):
    """How the secret's text becomes the key."""

    UTF8 = "UTF8"
    HEX = "HEX"
    BASE64 = "BASE64"


class TimestampUnit(StrEnum):
    """How the signed time is written."""

    SECONDS = "SECONDS"
    MILLISECONDS = "MILLISECONDS"
    ISO8601 = "ISO8601"


class _Form(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, rename="camel"):
    pass


class _Placed(_Form, frozen=True, kw_only=True):
    """Exactly one place. body_path: a dotted path into the JSON body. form_field: of a form in the body."""

    header: str | None = None
    query: str | None = None
    body_path: str | None = None
    form_field: str | None = None


class ProviderForm(_Form, frozen=True, kw_only=True):
    """A catalog scheme. provider: the integration's when absent. scheme: the provider's first when absent.

    secrets: templates by the names the scheme uses, a repeated name is a second secret that also counts;
    names that are left out take the catalog's template.
    """

    provider: str | None = None
    scheme: str | None = None
    secrets: tuple[KeyValue, ...] = ()


class HmacForm(_Placed, frozen=True, kw_only=True):
    """signed_content: with {body}, {timestamp}, {url}, {header:X} …. tolerance_seconds: null is any age.

    secret, previous_secret: templates; either verifies.
    """

    secret: str
    previous_secret: str | None = None
    algorithm: Algorithm = Algorithm.SHA256
    encoding: SignatureEncoding = SignatureEncoding.HEX
    prefix: str = ""
    signed_content: str = "{body}"
    key_encoding: KeyEncoding = KeyEncoding.UTF8
    timestamp_header: str | None = None
    timestamp_unit: TimestampUnit = TimestampUnit.SECONDS
    tolerance_seconds: int | None = 300


class BasicForm(_Form, frozen=True, kw_only=True):
    """HTTP basic authentication; both are templates, the user name may be a plain text."""

    username: str
    password: str


class TokenForm(_Placed, frozen=True, kw_only=True):
    """A shared token sent as it is. prefix: stands before it, such as "Bearer "."""

    secret: str
    previous_secret: str | None = None
    prefix: str = ""


class SchemeForm(_Form, frozen=True, kw_only=True):
    """Any scheme in the data form of `domain.signatures`, and a template for each secret it names."""

    scheme: Any
    secrets: tuple[KeyValue, ...] = ()
