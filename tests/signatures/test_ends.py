"""Secrets that end: a value holds until its end and not at it, whoever judges and however often."""

import hashlib
from datetime import datetime, timedelta
from typing import Any, Final

import pytest

from domain.signatures import Expiring, Secrets, Verifier, compile_verifier, read_scheme, sign
from domain.verdict import RejectionCause as Cause

from .build import NOW, is_accepted, refusal, request
from .forging import b64, ed_key, hs256, mac, pem, sealed, token

END: Final = NOW + timedelta(hours=1)
INSTANT: Final = timedelta(microseconds=1)
BODY: Final = b"{}"
HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": {"from": "header:X-Sig"}}


def _signed(key: str) -> dict[str, str]:
    return {"X-Sig": mac(key.encode(), BODY).hex()}


WAYS: Final[dict[str, tuple[dict[str, Any], str, Any, Any]]] = {
    "hmac": (HMAC, "secret", lambda key: key, _signed),
    "hash": (
        {"method": "hash", "signature": {"from": "header:X-Sig"}, "content": "{secret}{body}"},
        "secret",
        lambda key: key,
        lambda key: {"X-Sig": hashlib.sha256(key.encode() + BODY).hexdigest()},
    ),
    "key text": (
        {**HMAC, "key_text": "{secret:part}&"},
        "part",
        lambda key: key,
        lambda key: _signed(f"{key}&"),
    ),
    "token": (
        {"method": "token", "from": "header:X-Token"},
        "secret",
        lambda key: key,
        lambda key: {"X-Token": key},
    ),
    "basic": (
        {"method": "basic", "username": "password"},
        "password",
        lambda key: key,
        lambda key: {"Authorization": f"Basic {b64(f'{key}:{key}'.encode())}"},
    ),
    "jwt": (
        {"method": "jwt", "signature": {"from": "header:T"}, "algorithms": ["HS256"]},
        "secret",
        lambda key: key,
        lambda key: {"T": token({"alg": "HS256"}, {}, hs256(key.encode()))},
    ),
    "public key": (
        {"method": "signature", "algorithm": "ed25519", "signature": {"from": "header:X-Sig"}},
        "public_key",
        lambda key: pem(ed_key(len(key))),
        lambda key: {"X-Sig": sealed("ed25519", ed_key(len(key)))(BODY).hex()},
    ),
}


@pytest.mark.parametrize("way", list(WAYS))
def test_a_previous_value_stops_at_its_end_and_the_new_one_goes_on(way: str) -> None:
    data, name, given, headers = WAYS[way]
    values = [given("new"), Expiring(given("older"), END)]
    verify = compile_verifier(read_scheme(data), {name: values})
    old, new = request(BODY, headers("older")), request(BODY, headers("new"))

    for now in (NOW, END - INSTANT):
        verify(old, now)
        verify(new, now)
    for now in (END, END + INSTANT, END + timedelta(days=400)):
        assert refusal(verify, old, now).cause in {
            Cause.SIGNATURE_MISMATCH,
            Cause.CREDENTIALS_MISMATCH,
        }
        verify(new, now)
    verify(old, NOW)  # the clock may have been set back: only the time that is handed in counts


@pytest.mark.parametrize("way", list(WAYS))
def test_when_every_value_has_ended_the_secret_is_missing_and_says_why(way: str) -> None:
    data, name, given, headers = WAYS[way]
    scheme = read_scheme(data)
    verify = compile_verifier(scheme, {name: [Expiring(given("older"), END)]})

    refused = refusal(verify, request(BODY, headers("older")), END)

    assert refused.cause is Cause.SECRET_MISSING
    assert refused.explanation == f"every value of the secret {name!r} has ended"


def _holds(verify: Verifier, key: str, now: datetime) -> bool:
    return is_accepted(verify, request(BODY, _signed(key)), now)


def test_several_ends_are_each_kept() -> None:
    ends = [END + timedelta(hours=n) for n in range(3)]
    values = [Expiring(f"k{n}", end) for n, end in enumerate(ends)]
    verify = compile_verifier(read_scheme(HMAC), {"secret": values})
    times = [NOW, *ends]

    held = [[n for n in range(3) if _holds(verify, f"k{n}", now)] for now in times]

    assert held == [[0, 1, 2], [1, 2], [2], []]


def test_the_end_of_one_secret_closes_a_scheme_that_needs_it_and_no_other() -> None:
    schemes = [HMAC, {"method": "token", "from": "header:X-Token", "secret": "token"}]
    secrets: Secrets = {"secret": ["k"], "token": [Expiring("t", END)]}
    both = compile_verifier(read_scheme({"method": "all", "schemes": schemes}), secrets)
    either = compile_verifier(read_scheme({"method": "any", "schemes": schemes}), secrets)
    delivery = request(BODY, {**_signed("k"), "X-Token": "t"})

    both(delivery, NOW)
    assert refusal(both, delivery, END).cause is Cause.SECRET_MISSING
    either(delivery, END)


def test_a_blank_value_that_ends_never_held() -> None:
    verify = compile_verifier(read_scheme(HMAC), {"secret": [Expiring(" ", END)]})

    refused = refusal(verify, request(BODY, _signed(" ")))

    assert refused.explanation == "the secret 'secret' is not set"


def test_we_sign_with_the_first_value_that_has_not_ended() -> None:
    scheme = read_scheme(HMAC)
    secrets: Secrets = {"secret": [Expiring("old", END), "new"]}

    before = sign(scheme, request(BODY), secrets, END - INSTANT)
    after = sign(scheme, request(BODY), secrets, END)

    assert dict(before.headers)["x-sig"] == _signed("old")["X-Sig"]
    assert dict(after.headers)["x-sig"] == _signed("new")["X-Sig"]


def test_an_end_without_a_time_zone_is_no_end() -> None:
    with pytest.raises(ValueError, match="needs a time zone"):
        Expiring("k", datetime(2026, 11, 25))  # noqa: DTZ001  what is refused
