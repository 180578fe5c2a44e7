"""How payloads are validated, as it was entered. Secrets are templates, never values."""

from typing import Any, Self, TypeVar

import msgspec
import strawberry

from api import enums as _enums  # noqa: F401  describes the enums
from api.described import output
from api.enums import VerificationForm
from api.providers import SchemeCoverage
from api.transport.scalars import JSON
from api.values import KeyValue, shown
from domain.signatures import covers, read_scheme
from domain.wizard import description, forms
from domain.wizard.forms import Algorithm, KeyEncoding, SignatureEncoding, TimestampUnit

F = TypeVar("F", bound=msgspec.Struct)


@output
class ProviderVerification:
    """A provider's own scheme."""

    provider: str | None = strawberry.field(
        description="The provider's slug. Null means the integration's provider."
    )
    scheme: str | None = strawberry.field(
        description="The scheme's slug. Null means the provider's recommended one."
    )
    secrets: list[KeyValue] = strawberry.field(
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
    basic: BasicVerification | None = strawberry.field(
        description="HTTP basic authentication, if that is the form."
    )
    token: TokenVerification | None = strawberry.field(
        description="A shared token, if that is the form."
    )
    scheme: JSON = strawberry.field(
        description="What the form means, in the data form of the catalog's schemes."
    )
    secrets: list[KeyValue] = strawberry.field(
        description="The template of each secret that the scheme uses."
    )
    covers: SchemeCoverage = strawberry.field(description="What a passed verification proves.")

    @classmethod
    def of(cls, stored: description.Verification) -> Self:
        """Show a stored verification."""
        form = VerificationForm(stored.form.upper())
        proof = covers(read_scheme(stored.scheme))
        return cls(
            form=form,
            provider=_provider(stored) if form is VerificationForm.PROVIDER else None,
            hmac=HmacVerification(**_fields(stored, forms.HmacForm))
            if form is VerificationForm.HMAC
            else None,
            basic=BasicVerification(**_fields(stored, forms.BasicForm))
            if form is VerificationForm.BASIC
            else None,
            token=TokenVerification(**_fields(stored, forms.TokenForm))
            if form is VerificationForm.TOKEN
            else None,
            scheme=JSON(stored.scheme),
            secrets=shown(stored.secrets),
            covers=SchemeCoverage(body=proof.body, url=proof.url, time=proof.time),
        )


def _provider(stored: description.Verification) -> ProviderVerification:
    form = msgspec.convert(stored.entered, forms.ProviderForm)
    return ProviderVerification(
        provider=form.provider, scheme=form.scheme, secrets=shown(form.secrets)
    )


def _fields(stored: description.Verification, form: type[F]) -> dict[str, Any]:
    return msgspec.structs.asdict(msgspec.convert(stored.entered, form))
