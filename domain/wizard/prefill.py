"""What a catalog provider fills in of a new trigger; all of it can be changed afterwards. Pure."""

import msgspec

from domain.catalog import Provider
from domain.signatures import secret_names
from domain.wizard.description import (
    Basic,
    Creation,
    Description,
    Handling,
    Level,
    Response,
    ResponseKind,
    SecretTemplate,
    Verification,
)
from domain.wizard.verification import as_stored


def suggested(provider: Provider) -> tuple[Creation, Level]:
    """How the provider's webhooks are usually made, and whose they are."""
    return Creation(provider.creation), Level(provider.level)


def describe(provider: Provider, basic: Basic) -> Description:
    """A description with the provider's setup request, handshakes, scheme, routing, de-duplication and kinds of events."""
    is_app = basic.level is Level.APP
    return Description(
        basic=basic,
        setup=provider.setup if basic.creation is Creation.API_REQUEST else None,
        response=_response(provider),
        handling=Handling(
            routing=provider.routing.paths if is_app else (),
            verification=_verification(provider),
            deduplication_key=provider.deduplication_key or None,
            event_type=provider.event_type or None,
        ),
        provider_slug=provider.slug,
    )


def _response(provider: Provider) -> Response:
    kind = ResponseKind.ACKNOWLEDGEMENT if provider.acknowledgement else ResponseKind.OK
    rules = tuple(msgspec.to_builtins(provider.handshakes))
    return Response(kind=kind, handshakes=rules, acknowledgement=provider.acknowledgement)


def _verification(provider: Provider) -> Verification:
    named = provider.schemes[0]
    usual = {field.name: field.value for field in provider.secrets}
    secrets = tuple(
        SecretTemplate(name, usual[name]) for name in secret_names(named.scheme) if name in usual
    )
    entered = {
        "provider": provider.slug,
        "scheme": named.slug,
        "secrets": msgspec.to_builtins(secrets),
    }
    return Verification(
        form="provider", scheme=as_stored(named.scheme), secrets=secrets, entered=entered
    )
