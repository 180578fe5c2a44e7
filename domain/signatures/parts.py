"""The data form of what schemes are made of: places of signatures and times, content, keys.

Knows the fields and their defaults; leaves out the methods (schemes), what the texts mean
(references, content, keys) and which combinations are impossible (reading).

TOML has no null, so "not enforced" is the word "any", in JSON too.
"""

from enum import StrEnum
from typing import Literal

import msgspec


class Algorithm(StrEnum):
    """Digests an HMAC may use, as hashlib names them."""

    MD5 = "md5"
    SHA1 = "sha1"
    SHA224 = "sha224"
    SHA256 = "sha256"
    SHA384 = "sha384"
    SHA512 = "sha512"


class HashAlgorithm(StrEnum):
    """Plain digests, as hashlib names them."""

    MD5 = "md5"
    SHA1 = "sha1"
    SHA256 = "sha256"
    SHA384 = "sha384"
    SHA512 = "sha512"


class SignatureAlgorithm(StrEnum):
    """Public key signatures. rsa: PKCS#1 v1.5; ecdsa: ASN.1 DER; es: the numbers r and s as raw bytes."""

    ED25519 = "ed25519"
    RSA_SHA1 = "rsa-sha1"
    RSA_SHA256 = "rsa-sha256"
    RSA_SHA384 = "rsa-sha384"
    RSA_SHA512 = "rsa-sha512"
    RSA_PSS_SHA256 = "rsa-pss-sha256"
    RSA_PSS_SHA384 = "rsa-pss-sha384"
    RSA_PSS_SHA512 = "rsa-pss-sha512"
    ECDSA_SHA1 = "ecdsa-sha1"
    ECDSA_SHA256 = "ecdsa-sha256"
    ECDSA_SHA384 = "ecdsa-sha384"
    ECDSA_SHA512 = "ecdsa-sha512"
    ES256 = "es256"
    ES384 = "es384"
    ES512 = "es512"


class JwtAlgorithm(StrEnum):
    """Algorithms of a JSON Web Token, as RFC 7518 and RFC 8037 name them; never `none`."""

    HS256 = "HS256"
    HS384 = "HS384"
    HS512 = "HS512"
    RS256 = "RS256"
    RS384 = "RS384"
    RS512 = "RS512"
    PS256 = "PS256"
    PS384 = "PS384"
    PS512 = "PS512"
    ES256 = "ES256"
    ES384 = "ES384"
    ES512 = "ES512"
    EDDSA = "EdDSA"


class KeyForm(StrEnum):
    """How a public key is written. pem: also a bare base64 SPKI, and a certificate. raw: the key's own bytes."""

    RAW = "raw"
    SPKI = "spki"
    PEM = "pem"
    JWK = "jwk"
    JWKS = "jwks"
    X509 = "x509"


class Encoding(StrEnum):
    """How the signature's bytes are written. hex: either case. base64: padded. base64url: with or without padding."""

    HEX = "hex"
    BASE64 = "base64"
    BASE64URL = "base64url"


class Unit(StrEnum):
    """How a timestamp is written.

    s, ms, us: whole seconds, milliseconds or microseconds since 1970. iso: ISO 8601, UTC when it names
    no offset. http: an HTTP date (RFC 9110), such as `Sun, 06 Nov 1994 08:49:37 GMT`.
    """

    SECONDS = "s"
    MILLISECONDS = "ms"
    MICROSECONDS = "us"
    ISO = "iso"
    HTTP = "http"


class UrlVariant(StrEnum):
    """Forms of our own public address that the provider may have signed instead.

    PORT: without any port, and with the scheme's default port. SLASH: with and without a slash at the
    end of the path.
    """

    PORT = "port"
    SLASH = "slash"


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Strict, and written back without its defaults."""


class Signature(Part, frozen=True):
    """Where the signature stands and the text around it.

    source (`from`): a reference. strip: a prefix that must be there. split: what separates the items
    of a list; each item may match. kv: what separates an item's key from its value; pick: the key of
    signatures, any of which may match; the other keys are `sig:<key>`. index: which item of a list
    without keys is the signature, from 0; "1+": that one and all after it; the others are `sig:<number>`.
    envelope: the text is base64 of a JSON object whose member `pick` is the signature. jws: the text is
    `protected..signature` (RFC 7515, appendix F). numbered: `{n}` in source is 1 to 100, any may match.
    repeated: the place may be there several times, any may match.
    """

    source: str = msgspec.field(name="from")
    strip: str = ""
    split: str = ""
    kv: str = ""
    pick: str = ""
    index: int | str | None = None
    envelope: Literal["base64json"] | None = None
    jws: Literal["detached"] | None = None
    numbered: bool = False
    repeated: bool = False


class Timestamp(Part, frozen=True):
    """When the provider says it sent this.

    source (`from`): a reference, or `sig:<key>` of the signature's own list. tolerance: seconds it may
    be old, "any" when age is not judged. future: seconds it may be ahead, as tolerance when absent.
    """

    source: str = msgspec.field(name="from")
    unit: Unit = Unit.SECONDS
    tolerance: int | Literal["any"] = 300
    future: int | Literal["any"] | None = None


class ContentPart(Part, frozen=True):
    """A list of values in the content: `params`, or `fields` (or `by` with `lists`), or `signed_headers` (or `names`).

    params: every field of the form or query, or every member of the JSON object; between: stands
    between a name and its value; sort: "sent" is the order of arrival; exclude: names that are not
    signed; drop_empty: leave out empty values; repeats: exact repeats once, or all; show: name and
    value, or values only. fields: pairs of a label and a place; by: the place whose text chooses one
    of lists; absent: what a missing field does. signed_headers: the place of a list of header names;
    names: the list itself; split: what separates them. format: of one entry, with `{k}` and `{v}`;
    when absent `{k}:{v};` for fields, `{k}: {v}` and a line end for headers. join: between entries.
    """

    params: Literal["form", "query", "json"] | None = None
    between: str = ""
    join: str = ""
    sort: Literal["name", "value", "sent"] = "name"
    exclude: tuple[str, ...] = ()
    drop_empty: bool = False
    repeats: Literal["once", "all"] = "once"
    show: Literal["both", "values"] = "both"
    fields: tuple[tuple[str, str], ...] = ()
    by: str = ""
    lists: dict[str, tuple[tuple[str, str], ...]] = msgspec.field(default_factory=dict)
    absent: Literal["refuse", "skip", "empty"] = "refuse"
    signed_headers: str = ""
    names: tuple[str, ...] = ()
    split: str = ","
    format: str | None = None


class Binding(Part, frozen=True):
    """A reference whose text must equal a content template: a body's hash in the signed query."""

    value: str
    equals: str


class Fetch(Part, frozen=True):
    """Where a public key is fetched from.

    form (`as`): what the answer is. url: a fixed https address; or issuer: whose OpenID discovery
    document names the set of keys; or source (`from`): the place of the address in the delivery, with
    hosts: patterns of which one must fit; a `*` is one label or part of one. kid: the place of the
    key's id. json: where in a JSON answer the key is. key: steps from its text. name: what the
    certificate must be for. method, headers, body: the request. url, issuer, headers and body may have
    `{secret:x}` slots, body also `{jws:x}`.
    """

    form: KeyForm = msgspec.field(name="as")
    url: str = ""
    issuer: str = ""
    source: str = msgspec.field(name="from", default="")
    hosts: tuple[str, ...] = ()
    kid: str = ""
    json: str = ""
    key: tuple[str, ...] = ("utf8",)
    name: str = ""
    method: Literal["GET", "POST"] = "GET"
    headers: dict[str, str] = msgspec.field(default_factory=dict)
    body: str = ""
