"""What the signature doctor says, as GraphQL shows it. No expected signature and no secret is part of it."""

from typing import Self

import strawberry

from api import enums as _enums  # noqa: F401  describes the codes
from api.described import output
from api.providers import Provider, SchemeCoverage
from api.transport.scalars import JSON
from domain import catalog
from domain.models import Integration
from domain.signatures import covers, to_data
from domain.signatures.doctor import Diagnosis, Finding, Hint, HintCode
from domain.wizard import prescribing


@output
class SignatureHint:
    """Something to look at."""

    code: HintCode = strawberry.field(description="What kind of thing.")
    message: str = strawberry.field(description="What was seen, and what to do about it.")

    @classmethod
    def of(cls, hint: Hint) -> Self:
        """Show a hint."""
        return cls(code=hint.code, message=hint.message)


@output
class SignatureFinding:
    """A scheme under which the delivery verifies: tried, not guessed."""

    explanation: str = strawberry.field(
        description="It in a sentence, such as “This verifies if the encoding is base64”."
    )
    changes: list[str] = strawberry.field(
        description="What differs from how the trigger verifies now, a clause each. Empty: nothing does."
    )
    scheme: JSON = strawberry.field(
        description="The whole scheme, in the data form of the catalog's schemes."
    )
    covers: SchemeCoverage = strawberry.field(description="What it proves.")
    providers: list[Provider] = strawberry.field(
        description="Providers of the catalog that sign like this, the integration's own first."
    )
    is_stale: bool = strawberry.field(
        description="Whether its age alone would still have the delivery refused."
    )
    verification: JSON = strawberry.field(
        description="What to hand to `updateEventHandling` or `applyDiagnosis` as `verification`."
    )
    secret_name: str | None = strawberry.field(
        description="Where a secret was typed in: the name under which `verification` expects it to be "
        "stored. Null: everything is stored already."
    )

    @classmethod
    def of(cls, finding: Finding, integration: Integration) -> Self:
        """Show a finding."""
        scheme, proof = finding.found.scheme, covers(finding.found.scheme)
        slugs = dict.fromkeys(known.provider for known in finding.found.known)
        return cls(
            explanation=finding.explanation,
            changes=list(finding.changes),
            scheme=JSON(to_data(scheme)),
            covers=SchemeCoverage(body=proof.body, url=proof.url, time=proof.time),
            providers=[Provider(one=catalog.provider(slug)) for slug in slugs],
            is_stale=finding.is_stale,
            verification=JSON(prescribing.prescription(finding, integration)),
            secret_name=prescribing.secret_name(finding, integration),
        )


@output
class SignatureDiagnosis:
    """What the signature doctor found."""

    explanation: str = strawberry.field(description="The whole of it in a sentence or two.")
    findings: list[SignatureFinding] = strawberry.field(
        description="Schemes that verify the delivery, the nearest to the trigger's first; at most five."
    )
    hints: list[SignatureHint] = strawberry.field(
        description="What to look at, above all when nothing was found."
    )
    tried: int = strawberry.field(description="How many combinations were tried.")

    @classmethod
    def of(cls, diagnosis: Diagnosis, integration: Integration) -> Self:
        """Show a diagnosis."""
        return cls(
            explanation=diagnosis.explanation,
            findings=[SignatureFinding.of(one, integration) for one in diagnosis.findings],
            hints=[SignatureHint.of(one) for one in diagnosis.hints],
            tried=diagnosis.tried,
        )
