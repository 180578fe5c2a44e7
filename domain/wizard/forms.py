"""The friendly forms in which a verification is entered: the fields of each, as in GraphQL. Values only."""

from enum import StrEnum
from typing import Any

import msgspec

from domain.registrations.requests import KeyValue
from domain.wizard.description import Moment, SecretTemplate


class Algorithm(StrEnum):
    """Digests of an HMAC."""

    MD5 = "MD5"
    SHA1 = "SHA1"
    SHA224 = "SHA224"
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
    MICROSECONDS = "MICROSECONDS"
    ISO8601 = "ISO8601"
    HTTP_DATE = "HTTP_DATE"


class PublicKeyAlgorithm(StrEnum):
    """Signatures under a private key of the provider's. ECDSA is DER, ES is r and s side by side."""

    ED25519 = "ED25519"
    RSA_SHA1 = "RSA_SHA1"
    RSA_SHA256 = "RSA_SHA256"
    RSA_SHA384 = "RSA_SHA384"
    RSA_SHA512 = "RSA_SHA512"
    RSA_PSS_SHA256 = "RSA_PSS_SHA256"
    RSA_PSS_SHA384 = "RSA_PSS_SHA384"
    RSA_PSS_SHA512 = "RSA_PSS_SHA512"
    ECDSA_SHA1 = "ECDSA_SHA1"
    ECDSA_SHA256 = "ECDSA_SHA256"
    ECDSA_SHA384 = "ECDSA_SHA384"
    ECDSA_SHA512 = "ECDSA_SHA512"
    ES256 = "ES256"
    ES384 = "ES384"
    ES512 = "ES512"


class JwtAlgorithm(StrEnum):
    """Algorithms of a JWT, as RFC 7518 and RFC 8037 name them."""

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
    EDDSA = "EDDSA"


class KeyForm(StrEnum):
    """How a public key is written."""

    PEM = "PEM"
    SPKI = "SPKI"
    RAW = "RAW"
    JWK = "JWK"
    JWKS = "JWKS"
    X509 = "X509"


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
    secrets: tuple[SecretTemplate, ...] = ()


class _Timed(_Placed, frozen=True, kw_only=True):
    """tolerance_seconds: null is any age."""

    timestamp_header: str | None = None
    timestamp_unit: TimestampUnit = TimestampUnit.SECONDS
    tolerance_seconds: int | None = 300


class HmacForm(_Timed, frozen=True, kw_only=True):
    """signed_content: with {body}, {timestamp}, {url}, {header:X} ….

    secret, previous_secret: templates; either verifies, the previous one until its end.
    """

    secret: str
    previous_secret: str | None = None
    previous_secret_until: Moment | None = None
    algorithm: Algorithm = Algorithm.SHA256
    encoding: SignatureEncoding = SignatureEncoding.HEX
    prefix: str = ""
    signed_content: str = "{body}"
    key_encoding: KeyEncoding = KeyEncoding.UTF8


class PublicKeyForm(_Timed, frozen=True, kw_only=True):
    """A signature under the provider's private key.

    public_key, previous_public_key: the key itself or a template; either verifies. key_encoding: of keys
    in the forms RAW and SPKI.
    """

    algorithm: PublicKeyAlgorithm
    public_key: str
    previous_public_key: str | None = None
    previous_public_key_until: Moment | None = None
    key_form: KeyForm = KeyForm.PEM
    key_encoding: KeyEncoding = KeyEncoding.BASE64
    encoding: SignatureEncoding = SignatureEncoding.BASE64
    prefix: str = ""
    signed_content: str = "{body}"


class JwtForm(_Placed, frozen=True, kw_only=True):
    """A JSON Web Token. in_body: the body is the token. At most one of secret, public_key and jwks_url.

    secret: a template. public_key: the key itself or a template. issuer, audience: what `iss` and `aud` must
    be. required_claims: that must be there. body_hash_claim: the claim that holds the body's SHA-256.
    """

    algorithms: tuple[JwtAlgorithm, ...]
    in_body: bool = False
    prefix: str = ""
    secret: str | None = None
    public_key: str | None = None
    key_form: KeyForm = KeyForm.PEM
    jwks_url: str | None = None
    issuer: str | None = None
    audience: str | None = None
    required_claims: tuple[str, ...] = ()
    leeway_seconds: int = 60
    max_age_seconds: int | None = None
    body_hash_claim: str | None = None
    body_hash_encoding: SignatureEncoding = SignatureEncoding.HEX


class BasicForm(_Form, frozen=True, kw_only=True):
    """HTTP basic authentication; both are templates, the user name may be a plain text."""

    username: str
    password: str


class TokenForm(_Placed, frozen=True, kw_only=True):
    """A shared token sent as it is. prefix: stands before it, such as "Bearer "."""

    secret: str
    previous_secret: str | None = None
    previous_secret_until: Moment | None = None
    prefix: str = ""


class SchemeForm(_Form, frozen=True, kw_only=True):
    """Any scheme in the data form of `domain.signatures`, and a template for each secret it names."""

    scheme: Any
    secrets: tuple[SecretTemplate, ...] = ()


class CodeForm(_Form, frozen=True, kw_only=True):
    """Custom code. parameters: names and templates. digest_header: what a returned digest is compared with."""

    code: str
    parameters: tuple[KeyValue, ...] = ()
    digest_header: str | None = None
