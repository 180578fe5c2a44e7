"""Generated pairs stand in for a provider's own key: whatever the algorithm and the form, what one signs verifies."""

from typing import Any

import pytest

from domain.errors import Invalid
from domain.signatures import compile_verifier, read_scheme
from domain.signatures.parts import JwtAlgorithm, SignatureAlgorithm
from domain.simulator.materials import made_up, signed_with
from domain.verdict import RejectionCause
from tests.signatures.build import NOW, is_accepted, refusal, request

BODY = b'{"n": 1}'
FORMS: dict[str, list[str]] = {
    "spki": ["base64"],
    "pem": ["utf8"],
    "jwk": ["utf8"],
    "jwks": ["base64"],
    "x509": ["utf8"],
}


def over_content(algorithm: str, **more: Any) -> dict[str, Any]:
    signature = {"from": "header:X-Signature"}
    return {"method": "signature", "algorithm": algorithm, "signature": signature, **more}


SCHEMES = [
    *(over_content(each.value, encoding="base64") for each in SignatureAlgorithm),
    *(over_content("rsa-sha256", key_form=form, key=steps) for form, steps in FORMS.items()),
    *(over_content("es256", key_form=form, key=steps) for form, steps in FORMS.items()),
    *(over_content("ed25519", key_form=form, key=steps) for form, steps in FORMS.items()),
    over_content("ed25519", key_form="raw", key=["hex"]),
    over_content("ed25519", key_form="raw", key=["strip:whpk_", "base64"]),
    over_content("ecdsa-sha256", key_form="raw", key=["base64"]),
    *(
        {
            "method": "jwt",
            "signature": {"from": "header:Authorization", "strip": "Bearer "},
            "algorithms": [each.value],
            "bind": [{"value": "claim:hash", "equals": "{body|sha256|hex}"}],
        }
        for each in JwtAlgorithm
    ),
]


@pytest.mark.parametrize("data", SCHEMES, ids=[str(number) for number in range(len(SCHEMES))])
def test_what_the_generated_key_signs_verifies_and_nothing_else_does(data: dict[str, Any]) -> None:
    scheme = read_scheme(data)
    mine, other = made_up(scheme, number=0), made_up(scheme, number=1)
    draft = request(BODY, (("content-type", "application/json"),))
    verify = compile_verifier(scheme, mine.secrets)

    genuine, forged = [signed_with(scheme, draft, one, NOW) for one in (mine, other)]

    assert is_accepted(verify, genuine)
    assert refusal(verify, forged).cause is RejectionCause.SIGNATURE_MISMATCH


def test_a_key_whose_steps_have_no_way_back_cannot_be_made_up() -> None:
    scheme = read_scheme(over_content("ed25519", key_form="raw", key=["hex", "sha256"]))

    with pytest.raises(Invalid, match="has no way back"):
        made_up(scheme)
