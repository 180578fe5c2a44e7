"""The signature doctor: finding out how a delivery is signed, and taking what it found."""

import strawberry
from strawberry import Maybe

from api.auth import Info, caller_of, domain_of
from api.described import choice, entry, output
from api.diagnoses import SignatureDiagnosis
from api.graph import Delivery, Trigger
from api.inputs.verification import VerificationInput
from api.mutation import Given, Payload, mutation
from api.node import known
from domain.identity import Kind
from domain.wizard import diagnosing, prescribing
from domain.wizard.diagnosing import Asked
from domain.wizard.updates import EnteredVerification


@choice
class DiagnosisSecretInput:
    """The secret that a delivery may be signed with: exactly one way."""

    name: Maybe[str] = strawberry.field(description="A secret of the project, by its name.")
    persisted: Maybe[str] = strawberry.field(
        description="A value kept of a handshake or a setup answer, by its name."
    )
    value: Maybe[str] = strawberry.field(
        description="Typed in, a public key too. It is used for this answer, neither stored nor shown."
    )


@entry
class DiagnoseSignatureInput:
    """A delivery to find the scheme of."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    delivery_id: Maybe[strawberry.ID | None] = strawberry.field(
        description="A delivery of this trigger; the newest that was rejected when absent."
    )
    secret: Maybe[DiagnosisSecretInput | None] = strawberry.field(
        description="The secret it should be signed with. When absent: those of the trigger's verification, "
        "then the project's others and what the trigger kept."
    )


@output
class DiagnoseSignaturePayload(Payload):
    """What came of a diagnosis."""

    diagnosis: SignatureDiagnosis | None = strawberry.field(
        default=None, description="What was found. Finding nothing is a result, no error."
    )
    delivery: Delivery | None = strawberry.field(
        default=None, description="The delivery that was looked at."
    )


@entry
class NewSecretInput:
    """A secret to store."""

    name: str = strawberry.field(description="Its name, as in `{{secrets.NAME}}`.")
    value: str = strawberry.field(description="Its value; it is never shown again.")


@entry
class ApplyDiagnosisInput:
    """What to take of a diagnosis."""

    trigger_id: strawberry.ID = strawberry.field(description="The trigger's id.")
    verification: VerificationInput = strawberry.field(
        description="The finding's `verification`, as it is."
    )
    secret: Maybe[NewSecretInput | None] = strawberry.field(
        description="Where the finding has a `secretName`: that name and what was typed in, stored together "
        "with the verification."
    )


@output
class ApplyDiagnosisPayload(Payload):
    """What came of taking a finding."""

    trigger: Trigger | None = strawberry.field(
        default=None, description="The trigger as it is now; a new proof is asked for."
    )


@output
class DiagnosisMutations:
    """The signature doctor."""

    @mutation("triggerId")
    async def diagnose_signature(
        self, info: Info, given: Given[DiagnoseSignatureInput]
    ) -> DiagnoseSignaturePayload:
        """Search the scheme under which a stored delivery verifies. Nothing is changed, sent or kept.

        Tried are the present scheme with other secrets, every scheme of the catalog, then algorithms, encodings,
        forms of the secret, what may be signed, and every place that may hold a signature. The answer never
        holds the signature that was expected.
        """
        delivery = given.delivery_id.value if given.delivery_id else None
        secret = given.secret.value if given.secret else None
        asked = Asked(
            delivery_id=str(delivery) if delivery else None,
            secret=secret.name.value if secret and secret.name else None,
            persisted=secret.persisted.value if secret and secret.persisted else None,
            value=secret.value.value if secret and secret.value else None,
        )
        identifier = known(given.trigger_id, Kind.TRIGGER)
        found = await diagnosing.diagnose_signature(
            domain_of(info), caller_of(info), identifier, asked
        )
        return DiagnoseSignaturePayload(
            diagnosis=SignatureDiagnosis.of(found.diagnosis, found.integration),
            delivery=Delivery(row=found.delivery),
        )

    @mutation("triggerId")
    async def apply_diagnosis(
        self, info: Info, given: Given[ApplyDiagnosisInput]
    ) -> ApplyDiagnosisPayload:
        """Take a finding in one go: its verification becomes the trigger's, a typed secret is stored."""
        secret = given.secret.value if given.secret else None
        identifier = known(given.trigger_id, Kind.TRIGGER)
        row = await prescribing.apply_diagnosis(
            domain_of(info),
            caller_of(info),
            identifier,
            EnteredVerification(*given.verification.entered()),
            (secret.name, secret.value) if secret else None,
        )
        return ApplyDiagnosisPayload(trigger=Trigger.of(row))
