"""How payloads are validated, as GraphQL takes it: exactly one way. Secrets are templates, never values."""

from typing import Any

import strawberry
from strawberry import Maybe

from api.described import choice, entry
from api.inputs.reading import as_data
from api.transport.scalars import JSON
from api.values import KeyValueInput
from domain.wizard.forms import Algorithm, KeyEncoding, SignatureEncoding, TimestampUnit


@entry
class ProviderSchemeInput:
    """A provider's own scheme, from the catalog, with your secrets."""

    provider: Maybe[str | None] = strawberry.field(
        description="The provider's slug; the integration's provider when absent."
    )
    scheme: Maybe[str | None] = strawberry.field(
        description="The scheme's slug; the provider's recommended one when absent."
    )
    secrets: Maybe[list[KeyValueInput]] = strawberry.field(
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
    basic: Maybe[BasicVerificationInput] = strawberry.field(
        description="HTTP basic authentication."
    )
    token: Maybe[TokenVerificationInput] = strawberry.field(description="A shared token.")
    scheme: Maybe[JSON] = strawberry.field(
        description="Anything else: an object with `scheme`, in the data form of the catalog's "
        "schemes, and `secrets`, a list of objects with the `name` of a secret and its template "
        "as `value`."
    )

    def entered(self) -> tuple[str, Any]:
        """Name the form, and give its fields in the names of GraphQL."""
        ((form, value),) = as_data(self).items()
        return form, value
