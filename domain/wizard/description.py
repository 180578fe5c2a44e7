"""What the wizard describes: values only, stored as JSON beside the trigger, once as draft, once live.

Holds no secret: whatever is secret stands here as a template that names it.
"""

import hashlib
from datetime import datetime
from enum import StrEnum
from typing import Annotated, Any

import msgspec

from domain.handshakes import Acknowledgement
from domain.registrations.requests import KeyValue, Setup

Moment = Annotated[datetime, msgspec.Meta(tz=True)]


class Creation(StrEnum):
    """How the webhook comes to exist at the provider."""

    API_REQUEST = "API_REQUEST"
    MANUAL = "MANUAL"


class Level(StrEnum):
    """Whose webhook it is: one for each connected account, or one for the app."""

    USER = "USER"
    APP = "APP"


class ResponseKind(StrEnum):
    """What an ordinary delivery is answered."""

    OK = "OK"
    ECHO_BODY = "ECHO_BODY"
    ACKNOWLEDGEMENT = "ACKNOWLEDGEMENT"
    CODE = "CODE"


class Basic(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Step 1."""

    name: str
    creation: Creation
    level: Level
    description: str = ""


class CustomCode(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """JavaScript that answers or verifies. parameters: names that the code reads, and templates.

    digest_header: of a verification that returns a digest, the header it is compared with.
    """

    code: str
    parameters: tuple[KeyValue, ...] = ()
    digest_header: str | None = None


class Response(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """Step 2: the reply. handshakes: rules in the data form of `domain.handshakes`.

    acknowledgement, code: of the kinds that are called so. rejected_status: of a delivery that does not verify.
    """

    kind: ResponseKind = ResponseKind.OK
    handshakes: tuple[Any, ...] = ()
    acknowledgement: Acknowledgement | None = None
    rejected_status: int = 401
    code: CustomCode | None = None


class SecretTemplate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One value of a secret of the scheme. value: a template. until: when it stops counting, if ever."""

    name: str
    value: str
    until: Moment | None = None


class Verification(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """How a delivery proves that it is genuine.

    form: the GraphQL form it was entered in. entered: that form's fields, to show it again.
    scheme: the data form of `domain.signatures`. secrets: for each secret the scheme names, a template. code: in the
    place of a scheme, which is None then.
    """

    form: str
    scheme: Any
    secrets: tuple[SecretTemplate, ...] = ()
    entered: Any = None
    code: CustomCode | None = None


class Handling(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """Step 3. routing: paths to the Provider ID, the first that yields one counts. event_type: a template, shown only."""

    routing: tuple[str, ...] = ()
    verification: Verification | None = None
    filter: Any = None
    deduplication_key: str | None = None
    event_type: str | None = None


class Description(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, omit_defaults=True
):
    """Everything about a trigger. provider_slug: the catalog entry it was prefilled from."""

    basic: Basic
    setup: Setup | None = None
    response: Response = Response()
    handling: Handling = Handling()
    provider_slug: str | None = None


def encode(description: Description) -> str:
    """The JSON that is stored."""
    return msgspec.json.encode(description).decode()


def decode(text: str) -> Description:
    """Read what was stored. It was validated when it was saved."""
    return msgspec.json.decode(text, type=Description)


def handling_fingerprint(description: Description) -> str:
    """Names everything that affects verification and routing: when it changes, proof is asked again."""
    judging = msgspec.structs.replace(description.handling, event_type=None)
    return _digest((description.basic.level, judging))


def setup_fingerprint(description: Description) -> str:
    """Names everything that the setup request's success depends on."""
    basic = description.basic
    return _digest((basic.creation, basic.level, description.setup))


def _digest(value: object) -> str:
    return hashlib.sha256(msgspec.json.encode(value, order="sorted")).hexdigest()[:32]
