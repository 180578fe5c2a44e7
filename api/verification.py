"""How payloads are validated, as it was entered. Secrets are templates, never values."""

from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any, Self, TypeVar

import msgspec
import strawberry

from api import enums as _enums  # noqa: F401  describes the enums
from api.custom_code import CustomCode
from api.described import output
from api.enums import VerificationForm
from api.providers import SchemeCoverage
from api.transport.scalars import JSON
from domain.signatures import covers, read_scheme
from domain.wizard import description, forms
from domain.wizard.forms import (
    Algorithm,
    JwtAlgorithm,
    KeyEncoding,
    KeyForm,
    PublicKeyAlgorithm,
    SignatureEncoding,
    TimestampUnit,
)

T = TypeVar("T")


@output
class SecretTemplate:
    """One value of a secret of a scheme: where it stands, never what it is."""

    name: str = strawberry.field(description="The secret's name in the scheme.")
    value: str = strawberry.field(description="The template that fills it.")
    until: datetime | None = strawberry.field(
        description="When this value stops counting. Null means never."
    )


@output
class ProviderVerification:
    """A provider's own scheme."""

    provider: str | None = strawberry.field(
        description="The provider's slug. Null means the integration's provider."
    )
    scheme: str | None = strawberry.field(
        description="The scheme's slug. Null means the provider's recommended one."
    )
    secrets: list[SecretTemplate] = strawberry.field(
        description="Templates for the secrets of the scheme, as far as they were given."
    )


@output
class HmacVerification:
    """An HMAC over parts of the request. One of header, query, bodyPath and formField is set."""

    header: str | None = strawberry.field(description="The header that holds the signature.")
    query: str | None = strawberry.field(description="The query parameter that holds it.")
    body_path: str | None = strawberry.field(
        description="The dotted path in the JSON body that holds it."
    )
    form_field: str | None = strawberry.field(description="The form field that holds it.")
    secret: str = strawberry.field(description="The key, a template.")
    previous_secret: str | None = strawberry.field(
        description="A second key that also counts, a template."
    )
    previous_secret_until: datetime | None = strawberry.field(
        description="When the second key stops counting. Null means never."
    )
    algorithm: Algorithm = strawberry.field(description="The digest.")
    encoding: SignatureEncoding = strawberry.field(description="How the signature is written.")
    prefix: str = strawberry.field(description="What stands before the signature.")
    signed_content: str = strawberry.field(description="What is signed.")
    key_encoding: KeyEncoding = strawberry.field(
        description="How the secret's text becomes the key."
    )
    timestamp_header: str | None = strawberry.field(
        description="The header that holds the time of sending."
    )
    timestamp_unit: TimestampUnit = strawberry.field(description="How that time is written.")
    tolerance_seconds: int | None = strawberry.field(
        description="How old a delivery may be. Null means any age."
    )


@output
class PublicKeyVerification:
    """A signature under the provider's private key. One of header, query, bodyPath and formField is set."""

    header: str | None = strawberry.field(description="The header that holds the signature.")
    query: str | None = strawberry.field(description="The query parameter that holds it.")
    body_path: str | None = strawberry.field(
        description="The dotted path in the JSON body that holds it."
    )
    form_field: str | None = strawberry.field(description="The form field that holds it.")
    algorithm: PublicKeyAlgorithm = strawberry.field(description="How it is signed.")
    public_key: str = strawberry.field(description="The public key, as it is or a template.")
    previous_public_key: str | None = strawberry.field(description="A second key that also counts.")
    previous_public_key_until: datetime | None = strawberry.field(
        description="When the second key stops counting. Null means never."
    )
    key_form: KeyForm = strawberry.field(description="How the key is written.")
    key_encoding: KeyEncoding = strawberry.field(
        description="How the bytes of a RAW or SPKI key are written."
    )
    encoding: SignatureEncoding = strawberry.field(description="How the signature is written.")
    prefix: str = strawberry.field(description="What stands before the signature.")
    signed_content: str = strawberry.field(description="What is signed.")
    timestamp_header: str | None = strawberry.field(
        description="The header that holds the time of sending."
    )
    timestamp_unit: TimestampUnit = strawberry.field(description="How that time is written.")
    tolerance_seconds: int | None = strawberry.field(
        description="How old a delivery may be. Null means any age."
    )


@output
class JwtVerification:
    """A JSON Web Token. One place is set, and one of secret, publicKey and jwksUrl."""

    header: str | None = strawberry.field(description="The header that holds the token.")
    query: str | None = strawberry.field(description="The query parameter that holds it.")
    body_path: str | None = strawberry.field(
        description="The dotted path in the JSON body that holds it."
    )
    form_field: str | None = strawberry.field(description="The form field that holds it.")
    in_body: bool = strawberry.field(description="Whether the whole body is the token.")
    prefix: str = strawberry.field(description="What stands before the token.")
    algorithms: list[JwtAlgorithm] = strawberry.field(description="Those that are accepted.")
    secret: str | None = strawberry.field(description="The shared key, a template.")
    public_key: str | None = strawberry.field(description="The public key, as it is or a template.")
    key_form: KeyForm = strawberry.field(description="How the public key is written.")
    jwks_url: str | None = strawberry.field(description="Where the provider publishes its keys.")
    issuer: str | None = strawberry.field(description="What `iss` must be.")
    audience: str | None = strawberry.field(description="What `aud` must be or hold.")
    required_claims: list[str] = strawberry.field(description="Claims that must be there.")
    leeway_seconds: int = strawberry.field(description="How far clocks may differ.")
    max_age_seconds: int | None = strawberry.field(
        description="How old `iat` may be. Null means any age."
    )
    body_hash_claim: str | None = strawberry.field(
        description="The claim that holds the SHA-256 of the body."
    )
    body_hash_encoding: SignatureEncoding = strawberry.field(
        description="How that hash is written."
    )


@output
class BasicVerification:
    """HTTP basic authentication."""

    username: str = strawberry.field(description="The user name, plain or a template.")
    password: str = strawberry.field(description="The password, a template.")


@output
class TokenVerification:
    """A shared token sent as it is. One of header, query, bodyPath and formField is set."""

    header: str | None = strawberry.field(description="The header that holds the token.")
    query: str | None = strawberry.field(description="The query parameter that holds it.")
    body_path: str | None = strawberry.field(
        description="The dotted path in the JSON body that holds it."
    )
    form_field: str | None = strawberry.field(description="The form field that holds it.")
    secret: str = strawberry.field(description="The token, a template.")
    previous_secret: str | None = strawberry.field(
        description="A second token that also counts, a template."
    )
    previous_secret_until: datetime | None = strawberry.field(
        description="When the second token stops counting. Null means never."
    )
    prefix: str = strawberry.field(description="What stands before the token.")


@output
class Verification:
    """How payloads are validated. `form` says which of the others it was entered in."""

    form: VerificationForm = strawberry.field(description="How it was entered.")
    provider: ProviderVerification | None = strawberry.field(
        description="A provider's own scheme, if that is the form."
    )
    hmac: HmacVerification | None = strawberry.field(
        description="An HMAC signature, if that is the form."
    )
    public_key: PublicKeyVerification | None = strawberry.field(
        description="A signature under the provider's private key, if that is the form."
    )
    jwt: JwtVerification | None = strawberry.field(
        description="A JSON Web Token, if that is the form."
    )
    basic: BasicVerification | None = strawberry.field(
        description="HTTP basic authentication, if that is the form."
    )
    token: TokenVerification | None = strawberry.field(
        description="A shared token, if that is the form."
    )
    code: CustomCode | None = strawberry.field(description="Custom code, if that is the form.")
    scheme: JSON | None = strawberry.field(
        description="What the form means, in the data form of the catalog's schemes. Null for custom code."
    )
    secrets: list[SecretTemplate] = strawberry.field(
        description="The template of each secret that the scheme uses."
    )
    covers: SchemeCoverage | None = strawberry.field(
        description="What a passed verification proves. Null for custom code, which alone knows."
    )

    @classmethod
    def of(cls, stored: description.Verification) -> Self:
        """Show a stored verification."""
        return cls(
            form=_FORMS[stored.form],
            provider=_provider(stored) if stored.form == "provider" else None,
            hmac=_entered(stored, "hmac", forms.HmacForm, HmacVerification),
            public_key=_entered(stored, "publicKey", forms.PublicKeyForm, PublicKeyVerification),
            jwt=_entered(stored, "jwt", forms.JwtForm, JwtVerification),
            basic=_entered(stored, "basic", forms.BasicForm, BasicVerification),
            token=_entered(stored, "token", forms.TokenForm, TokenVerification),
            code=CustomCode.of(stored.code) if stored.code else None,
            scheme=None if stored.code else JSON(stored.scheme),
            secrets=_templates(stored.secrets),
            covers=None if stored.code else _coverage(stored.scheme),
        )


def _coverage(scheme: Any) -> SchemeCoverage:
    proof = covers(read_scheme(scheme))
    return SchemeCoverage(body=proof.body, url=proof.url, time=proof.time)


def _provider(stored: description.Verification) -> ProviderVerification:
    form = msgspec.convert(stored.entered, forms.ProviderForm)
    return ProviderVerification(
        provider=form.provider, scheme=form.scheme, secrets=_templates(form.secrets)
    )


def _entered(
    stored: description.Verification,
    form: str,
    fields: type[msgspec.Struct],
    shape: Callable[..., T],
) -> T | None:
    """The form's fields, if it was entered in that form."""
    if stored.form != form:
        return None
    return shape(**msgspec.structs.asdict(msgspec.convert(stored.entered, fields)))


def _templates(entries: Iterable[description.SecretTemplate]) -> list[SecretTemplate]:
    return [SecretTemplate(name=each.name, value=each.value, until=each.until) for each in entries]


_FORMS = {
    "none": VerificationForm.NONE,
    "provider": VerificationForm.PROVIDER,
    "hmac": VerificationForm.HMAC,
    "publicKey": VerificationForm.PUBLIC_KEY,
    "jwt": VerificationForm.JWT,
    "basic": VerificationForm.BASIC,
    "token": VerificationForm.TOKEN,
    "scheme": VerificationForm.SCHEME,
    "code": VerificationForm.CODE,
}
