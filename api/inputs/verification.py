"""How payloads are validated, as GraphQL takes it: exactly one way. Secrets are templates, never values."""

from datetime import datetime
from typing import Any

import strawberry
from strawberry import Maybe

from api.described import choice, entry
from api.inputs.custom_code import CustomCodeInput
from api.inputs.reading import as_data
from api.transport.scalars import JSON
from domain.wizard.forms import (
    Algorithm,
    JwtAlgorithm,
    KeyEncoding,
    KeyForm,
    PublicKeyAlgorithm,
    SignatureEncoding,
    TimestampUnit,
)


@entry
class SecretTemplateInput:
    """One value of a secret of a scheme. A name given twice is a second value that also counts."""

    name: str = strawberry.field(description="The secret's name in the scheme.")
    value: str = strawberry.field(
        description="A template, such as `{{secrets.NAME}}` or `{{persisted.NAME}}`."
    )
    until: Maybe[datetime | None] = strawberry.field(
        description="When this value stops counting, while secrets are changed; never when absent."
    )


@entry
class ProviderSchemeInput:
    """A provider's own scheme, from the catalog, with your secrets."""

    provider: Maybe[str | None] = strawberry.field(
        description="The provider's slug; the integration's provider when absent."
    )
    scheme: Maybe[str | None] = strawberry.field(
        description="The scheme's slug; the provider's recommended one when absent."
    )
    secrets: Maybe[list[SecretTemplateInput]] = strawberry.field(
        description="A template such as `{{secrets.NAME}}` for each secret of the scheme; a name "
        "given twice is a second secret that also counts. The catalog's templates when absent."
    )


@entry
class HmacVerificationInput:
    """An HMAC over parts of the request. Exactly one of header, query, bodyPath and formField."""

    header: Maybe[str] = strawberry.field(description="The header that holds the signature.")
    query: Maybe[str] = strawberry.field(description="The query parameter that holds it.")
    body_path: Maybe[str] = strawberry.field(
        description="The dotted path in the JSON body that holds it."
    )
    form_field: Maybe[str] = strawberry.field(description="The form field that holds it.")
    secret: str = strawberry.field(
        description="The key, a template such as `{{secrets.NAME}}` or `{{persisted.NAME}}`."
    )
    previous_secret: Maybe[str | None] = strawberry.field(
        description="A second key that also counts, while keys are changed."
    )
    previous_secret_until: Maybe[datetime | None] = strawberry.field(
        description="When the second key stops counting; never when absent."
    )
    algorithm: Maybe[Algorithm] = strawberry.field(description="The digest; SHA256 when absent.")
    encoding: Maybe[SignatureEncoding] = strawberry.field(
        description="How the signature is written; HEX when absent."
    )
    prefix: Maybe[str] = strawberry.field(
        description="What stands before the signature, such as `sha256=`."
    )
    signed_content: Maybe[str] = strawberry.field(
        description="What is signed, with `{body}`, `{timestamp}`, `{url}`, `{header:NAME}` and the "
        "like; `{body}` when absent."
    )
    key_encoding: Maybe[KeyEncoding] = strawberry.field(
        description="How the secret's text becomes the key; UTF8 when absent."
    )
    timestamp_header: Maybe[str | None] = strawberry.field(
        description="The header that holds the time of sending, if it is judged or signed."
    )
    timestamp_unit: Maybe[TimestampUnit] = strawberry.field(
        description="How that time is written; SECONDS when absent."
    )
    tolerance_seconds: Maybe[int | None] = strawberry.field(
        description="How old a delivery may be; 300 when absent, any age when null."
    )


@entry
class PublicKeyVerificationInput:
    """A signature under the provider's private key. Exactly one of header, query, bodyPath and formField."""

    header: Maybe[str] = strawberry.field(description="The header that holds the signature.")
    query: Maybe[str] = strawberry.field(description="The query parameter that holds it.")
    body_path: Maybe[str] = strawberry.field(
        description="The dotted path in the JSON body that holds it."
    )
    form_field: Maybe[str] = strawberry.field(description="The form field that holds it.")
    algorithm: PublicKeyAlgorithm = strawberry.field(description="How it is signed.")
    public_key: str = strawberry.field(
        description="The provider's public key, as it is or as a template."
    )
    previous_public_key: Maybe[str | None] = strawberry.field(
        description="A second key that also counts, while keys are changed."
    )
    previous_public_key_until: Maybe[datetime | None] = strawberry.field(
        description="When the second key stops counting; never when absent."
    )
    key_form: Maybe[KeyForm] = strawberry.field(
        description="How the key is written; PEM when absent."
    )
    key_encoding: Maybe[KeyEncoding] = strawberry.field(
        description="How the bytes of a RAW or SPKI key are written; BASE64 when absent."
    )
    encoding: Maybe[SignatureEncoding] = strawberry.field(
        description="How the signature is written; BASE64 when absent."
    )
    prefix: Maybe[str] = strawberry.field(description="What stands before the signature.")
    signed_content: Maybe[str] = strawberry.field(
        description="What is signed, with `{body}`, `{timestamp}`, `{url}`, `{header:NAME}` and the "
        "like; `{body}` when absent."
    )
    timestamp_header: Maybe[str | None] = strawberry.field(
        description="The header that holds the time of sending, if it is judged or signed."
    )
    timestamp_unit: Maybe[TimestampUnit] = strawberry.field(
        description="How that time is written; SECONDS when absent."
    )
    tolerance_seconds: Maybe[int | None] = strawberry.field(
        description="How old a delivery may be; 300 when absent, any age when null."
    )


@entry
class JwtVerificationInput:
    """A JSON Web Token in one place, under exactly one of secret, publicKey and jwksUrl.

    With none of them, the keys are those that the issuer publishes (OpenID Connect Discovery).
    """

    header: Maybe[str] = strawberry.field(description="The header that holds the token.")
    query: Maybe[str] = strawberry.field(description="The query parameter that holds it.")
    body_path: Maybe[str] = strawberry.field(
        description="The dotted path in the JSON body that holds it."
    )
    form_field: Maybe[str] = strawberry.field(description="The form field that holds it.")
    in_body: Maybe[bool] = strawberry.field(description="True: the whole body is the token.")
    prefix: Maybe[str] = strawberry.field(
        description="What stands before the token, such as `Bearer `."
    )
    algorithms: list[JwtAlgorithm] = strawberry.field(
        description="Those that are accepted: either of a shared secret (HS…) or of a key pair."
    )
    secret: Maybe[str | None] = strawberry.field(
        description="The shared key, a template such as `{{secrets.NAME}}`."
    )
    public_key: Maybe[str | None] = strawberry.field(
        description="The provider's public key, as it is or as a template."
    )
    key_form: Maybe[KeyForm] = strawberry.field(
        description="How the public key is written; PEM when absent."
    )
    jwks_url: Maybe[str | None] = strawberry.field(
        description="Where the provider publishes its keys: an `https` address."
    )
    issuer: Maybe[str | None] = strawberry.field(
        description="What `iss` must be. Where no key is given it is an `https` address, whose discovery document "
        "names the keys."
    )
    audience: Maybe[str | None] = strawberry.field(description="What `aud` must be or hold.")
    required_claims: Maybe[list[str]] = strawberry.field(
        description="Claims that must be there, such as `exp`."
    )
    leeway_seconds: Maybe[int] = strawberry.field(
        description="How far clocks may differ when `exp`, `nbf` and `iat` are judged; 60 when absent."
    )
    max_age_seconds: Maybe[int | None] = strawberry.field(
        description="How old `iat` may be; any age when absent."
    )
    body_hash_claim: Maybe[str | None] = strawberry.field(
        description="The claim that holds the SHA-256 of the body. Without it, or another form of "
        "binding, the token says nothing about the body."
    )
    body_hash_encoding: Maybe[SignatureEncoding] = strawberry.field(
        description="How that hash is written; HEX when absent."
    )


@entry
class BasicVerificationInput:
    """HTTP basic authentication."""

    username: str = strawberry.field(description="The user name, plain or a template.")
    password: str = strawberry.field(
        description="The password, a template such as `{{secrets.NAME}}`."
    )


@entry
class TokenVerificationInput:
    """A shared token sent as it is. Exactly one of header, query, bodyPath and formField."""

    header: Maybe[str] = strawberry.field(description="The header that holds the token.")
    query: Maybe[str] = strawberry.field(description="The query parameter that holds it.")
    body_path: Maybe[str] = strawberry.field(
        description="The dotted path in the JSON body that holds it."
    )
    form_field: Maybe[str] = strawberry.field(description="The form field that holds it.")
    secret: str = strawberry.field(description="The token, a template such as `{{secrets.NAME}}`.")
    previous_secret: Maybe[str | None] = strawberry.field(
        description="A second token that also counts, while tokens are changed."
    )
    previous_secret_until: Maybe[datetime | None] = strawberry.field(
        description="When the second token stops counting; never when absent."
    )
    prefix: Maybe[str] = strawberry.field(
        description="What stands before the token, such as `Bearer `."
    )


@choice
class VerificationInput:
    """How payloads are validated: exactly one way."""

    none: Maybe[bool] = strawberry.field(
        description="True: no signature, all payloads are accepted."
    )
    provider: Maybe[ProviderSchemeInput] = strawberry.field(description="A provider's own scheme.")
    hmac: Maybe[HmacVerificationInput] = strawberry.field(description="An HMAC signature.")
    public_key: Maybe[PublicKeyVerificationInput] = strawberry.field(
        description="A signature under the provider's private key."
    )
    jwt: Maybe[JwtVerificationInput] = strawberry.field(description="A JSON Web Token.")
    basic: Maybe[BasicVerificationInput] = strawberry.field(
        description="HTTP basic authentication."
    )
    token: Maybe[TokenVerificationInput] = strawberry.field(description="A shared token.")
    code: Maybe[CustomCodeInput] = strawberry.field(
        description="Custom code that returns true, false, or a digest to compare with a header."
    )
    scheme: Maybe[JSON] = strawberry.field(
        description="Anything else: an object with `scheme`, in the data form of the catalog's "
        "schemes, and `secrets`, a list of objects with the `name` of a secret, its template as "
        "`value`, and perhaps `until`, when that value stops counting."
    )

    def entered(self) -> tuple[str, Any]:
        """Name the form, and give its fields in the names of GraphQL."""
        ((form, value),) = as_data(self).items()
        return form, value
