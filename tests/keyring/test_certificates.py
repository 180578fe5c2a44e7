"""A certificate counts in its time, and where it is named, only when a trusted authority gave it to that name."""

from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding
from cryptography.x509.verification import Store

from domain.keyring import answers, certificates
from domain.keyring.answers import LONGEST, SHORTEST, USUAL
from domain.keyring.ring import trusted
from domain.outbound import Answer
from domain.signatures.fetching import KeyRequest
from domain.signatures.parts import KeyForm
from tests.keyring.authority import BEGINS, ENDS, Authority, pem, root

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
NAME: Final = "*.acme.example"
UNTRUSTED: Final = "answered with a certificate that no trusted authority gave to *.acme.example"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return root()


@pytest.fixture(scope="module")
def between(authority: Authority) -> Authority:
    return authority.intermediate()


@pytest.fixture(scope="module")
def private() -> RSAPrivateKey:
    return generate_private_key(65_537, 2_048)


def fault(raw: bytes, store: Store, name: str = NAME, now: datetime = NOW) -> str:
    with pytest.raises(ValueError, match=r"^answered with") as found:
        certificates.check(raw, name, lambda: store, now)
    return str(found.value)


@pytest.mark.parametrize("host", ["hooks.acme.example", "*.acme.example", "HOOKS.Acme.example"])
def test_a_trusted_certificate_of_the_name_holds_until_it_ends(
    authority: Authority, between: Authority, private: RSAPrivateKey, host: str
) -> None:
    raw = pem(between.issue(private, "else.example", host), between.certificate)

    assert certificates.check(raw, NAME, lambda: authority.store, NOW) == ENDS


@pytest.mark.parametrize(
    "host", ["acme.example", "a.b.acme.example", "evil.example", "acme.example.evil.example"]
)
def test_a_trusted_certificate_of_another_name_is_refused(
    authority: Authority, private: RSAPrivateKey, host: str
) -> None:
    assert fault(pem(authority.issue(private, host)), authority.store) == UNTRUSTED


def test_a_common_name_alone_is_no_name(authority: Authority, private: RSAPrivateKey) -> None:
    raw = pem(authority.issue(private, common_name="hooks.acme.example"))

    assert fault(raw, authority.store) == UNTRUSTED


def test_an_authority_that_is_not_trusted_counts_for_nothing(
    authority: Authority, private: RSAPrivateKey
) -> None:
    stranger = root()
    raw = pem(stranger.issue(private, "hooks.acme.example"), stranger.certificate)

    assert fault(raw, authority.store) == UNTRUSTED


def test_a_chain_with_a_link_missing_is_refused(
    authority: Authority, between: Authority, private: RSAPrivateKey
) -> None:
    assert fault(pem(between.issue(private, "a.acme.example")), authority.store) == UNTRUSTED


def test_a_certificate_may_not_vouch_for_another_like_an_authority(
    authority: Authority, private: RSAPrivateKey
) -> None:
    mine = authority.issue(private, "evil.example", common_name="Root")
    forger = Authority("Root", private, mine)
    raw = pem(forger.issue(generate_private_key(65_537, 2_048), "hooks.acme.example"), mine)

    assert fault(raw, authority.store) == UNTRUSTED


@pytest.mark.parametrize("name", [NAME, ""])
@pytest.mark.parametrize("now", [BEGINS - timedelta(seconds=1), ENDS])
def test_a_certificate_out_of_its_time_is_refused_named_or_not(
    authority: Authority, private: RSAPrivateKey, now: datetime, name: str
) -> None:
    raw = pem(authority.issue(private, "hooks.acme.example"))

    assert fault(raw, authority.store, name, now) == (
        "answered with a certificate that is not in its time"
    )


def test_without_a_name_nobody_has_to_vouch_for_it(private: RSAPrivateKey) -> None:
    own = root().issue(private)

    assert certificates.check(pem(own), "", trusted, NOW) == ENDS


def test_a_flood_of_certificates_is_refused(authority: Authority, private: RSAPrivateKey) -> None:
    raw = pem(*[authority.issue(private, "hooks.acme.example")] * 12)

    assert fault(raw, authority.store) == "answered with more than 10 certificates"


def test_the_well_known_authorities_do_not_trust_ours(
    authority: Authority, private: RSAPrivateKey
) -> None:
    assert fault(pem(authority.issue(private, "hooks.acme.example")), trusted()) == UNTRUSTED


@pytest.mark.parametrize("encoding", [Encoding.PEM, Encoding.DER])
def test_an_answer_may_be_a_certificate_in_either_form(
    authority: Authority, private: RSAPrivateKey, encoding: Encoding
) -> None:
    made: x509.Certificate = authority.issue(private, "hooks.acme.example")
    request = KeyRequest("https://hooks.acme.example/cert", KeyForm.X509, name=NAME)
    answer = Answer(200, (), made.public_bytes(encoding), timedelta())

    found = answers.read(request, answer, lambda: authority.store, NOW)

    assert [each.key for each in found.keys] == [private.public_key()]
    assert found.ends_at == ENDS


@pytest.mark.parametrize(
    ("headers", "lives"),
    [
        ((), USUAL),
        ((("cache-control", "public"),), USUAL),
        ((("cache-control", "max-age=1200, public"),), timedelta(seconds=1200)),
        ((("cache-control", "public,Max-Age=1200"),), timedelta(seconds=1200)),
        ((("cache-control", "public"), ("cache-control", "max-age=1200")), timedelta(seconds=1200)),
        ((("cache-control", "s-max-age=1200"),), USUAL),
        ((("cache-control", "max-age=0"),), SHORTEST),
        ((("cache-control", "no-store, max-age=1200"),), SHORTEST),
        ((("cache-control", "max-age=999999999"),), LONGEST),
        ((("cache-control", "max-age=9999999999999999999"),), LONGEST),
        ((("cache-control", "max-age=-5"),), USUAL),
        ((("cache-control", "max-age=²"),), USUAL),
    ],
)
def test_an_answer_is_fresh_as_long_as_it_says_within_bounds(
    headers: tuple[tuple[str, str], ...], lives: timedelta
) -> None:
    assert answers.lives(Answer(200, headers, b"", timedelta())) == lives
