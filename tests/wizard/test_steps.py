"""Which step is complete, and what each says is missing."""

import pytest
from msgspec.structs import replace

from domain.registrations.requests import Body, BodyKind, RequestTemplate, Setup
from domain.wizard.checks import Surroundings
from domain.wizard.description import (
    Basic,
    Creation,
    Description,
    Handling,
    Level,
    Verification,
    handling_fingerprint,
    setup_fingerprint,
)
from domain.wizard.steps import Facts, Step, wizard

_OPEN = Verification(form="none", scheme={"method": "none"})
_NEW = Facts(has_sandbox=False, setup_fingerprint=None, proven_fingerprint=None)


def _description(creation: Creation, level: Level) -> Description:
    return Description(
        basic=Basic(name="Created", creation=creation, level=level),
        setup=Setup(RequestTemplate("/hooks")) if creation is Creation.API_REQUEST else None,
        handling=Handling(
            routing=("event.body.team",) if level is Level.APP else (), verification=_OPEN
        ),
    )


def _proven(description: Description) -> Facts:
    return Facts(True, setup_fingerprint(description), handling_fingerprint(description))


@pytest.mark.parametrize("creation", Creation)
@pytest.mark.parametrize("level", Level)
def test_described_and_proven_trigger_can_be_finished(creation: Creation, level: Level) -> None:
    description = _description(creation, level)

    found = wizard(description, _proven(description), Surroundings())

    assert (found.can_finish, found.steps_remaining, found.step) == (True, 0, Step.EVENT_HANDLING)


def test_new_trigger_lacks_its_request_verification_and_proof() -> None:
    basic = Basic(name="Created", creation=Creation.API_REQUEST, level=Level.APP)

    found = wizard(Description(basic=basic), _NEW, Surroundings())

    assert (found.can_finish, found.steps_remaining, found.step) == (False, 2, Step.WEBHOOK_SETUP)
    assert [[each.path for each in state.missing] for state in found.steps] == [
        [],
        [("request",)],
        [("routing",), ("verification",), ()],
    ]


def test_manual_setup_needs_nothing_sent() -> None:
    description = _description(Creation.MANUAL, Level.USER)

    found = wizard(description, _NEW, Surroundings())

    assert [state.is_complete for state in found.steps] == [True, True, False]
    assert [each.message[:26] for each in found.steps[2].missing] == [
        "Connect a sandbox account ",
        "Listen for events: a verif",
    ]


def test_changed_request_must_be_sent_again() -> None:
    before = _description(Creation.API_REQUEST, Level.USER)
    after = replace(before, setup=Setup(RequestTemplate("/other")))

    found = wizard(after, _proven(before), Surroundings())

    assert [each.message for each in found.steps[1].missing] == [
        (
            "Send the setup request with the sandbox account: sendSetupRequest must be answered "
            "2xx again since the last change."
        )
    ]
    assert found.steps[2].is_complete is True


def test_changed_level_asks_for_proof_and_routing_again() -> None:
    before = _description(Creation.MANUAL, Level.USER)
    after = replace(before, basic=replace(before.basic, level=Level.APP))

    found = wizard(after, _proven(before), Surroundings())

    assert [each.path for each in found.steps[2].missing] == [("routing",), ()]


def test_secret_that_was_deleted_is_missing_again() -> None:
    body = Body(BodyKind.JSON, json={"key": "{{secrets.GONE}}"})
    request = RequestTemplate("/hooks", body=body)
    description = replace(_description(Creation.API_REQUEST, Level.USER), setup=Setup(request))
    found = wizard(description, _proven(description), Surroundings())

    assert [(each.code.value, each.path) for each in found.steps[1].missing] == [
        ("UNKNOWN_NAME", ("request", "body", "json", "key"))
    ]
