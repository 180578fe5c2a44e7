"""HMACs and plain digests: every algorithm, every way from a secret's text to a key, by the formula written out."""

import hashlib
import hmac
from collections.abc import Callable
from typing import Any, Final

import pytest

from domain.signatures import compile_verifier, read_scheme, secret_names
from domain.signatures.parts import Algorithm, HashAlgorithm
from domain.verdict import RejectionCause as Cause

from .build import NOW, changed, is_accepted, refusal, request, verifier
from .forging import b64, b64url, digest, mac

BODY: Final = b"Hi There"
HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": {"from": "header:X-Sig"}}
HASH: Final[dict[str, Any]] = {
    "method": "hash",
    "signature": {"from": "header:X-Sig"},
    "content": "{body}{secret}",
}
RFC_4231: Final = {  # section 4.2, test case 1: HMAC-SHA-2 of "Hi There" under 20 bytes 0b
    "sha224": "896fb1128abbdf196832107cd49df33f47b4b1169912ba4f53684b22",
    "sha256": "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7",
    "sha384": "afd03944d84895626b0825f4ab46907f15f9dadbe4101ec682aa034c7cebc59cfaea9ea9076ede7f4af152e8b2fa9cb6",
    "sha512": "87aa7cdea5ef619d4ff0b4241a1d6cb02379f4e2ce4ec2787ad0b30545e17cdedaa833b7d6b8a702038b274eaea3f4e4be9d914eeb61f1702e696c203a126854",
}
RFC_2202: Final = {  # sections 2 and 3, test case 1; MD5 has 16 bytes 0b
    "md5": "9294727a3638bb1c13f48ef8158bfc9d",
    "sha1": "b617318655057264e28bc0b6fb378c8ef146be00",
}


@pytest.mark.parametrize(("algorithm", "made"), (RFC_2202 | RFC_4231).items())
def test_an_hmac_of_each_algorithm_is_that_of_its_rfc(algorithm: str, made: str) -> None:
    key = "0b" * (16 if algorithm == "md5" else 20)
    verify = verifier({**HMAC, "algorithm": algorithm, "key": ["hex"]}, key)

    verify(request(BODY, {"X-Sig": made}), NOW)
    other = changed(request(BODY, {"X-Sig": made}), body=b"Hi there")
    assert refusal(verify, other).cause is Cause.SIGNATURE_MISMATCH


def test_every_algorithm_of_an_hmac_has_its_answer_above() -> None:
    assert {one.value for one in Algorithm} == set(RFC_2202 | RFC_4231)


@pytest.mark.parametrize("algorithm", [one.value for one in HashAlgorithm])
def test_a_hash_is_the_plain_digest_of_what_holds_the_secret(algorithm: str) -> None:
    verify = verifier({**HASH, "algorithm": algorithm}, "s3crét")
    made = hashlib.new(algorithm, BODY + "s3crét".encode()).hexdigest()

    verify(request(BODY, {"X-Sig": made}), NOW)
    keyless = hashlib.new(algorithm, BODY).hexdigest()
    assert refusal(verify, request(BODY, {"X-Sig": keyless})).cause is Cause.SIGNATURE_MISMATCH


def test_a_hash_of_another_secret_needs_only_that_one() -> None:
    scheme = read_scheme({**HASH, "content": "{secret:salt}{body}"})
    made = hashlib.sha256(b"pepper" + BODY).hexdigest()

    assert secret_names(scheme) == ("salt",)
    compile_verifier(scheme, {"salt": ["old", "pepper"]})(request(BODY, {"X-Sig": made}), NOW)
    without = refusal(compile_verifier(scheme, {"secret": ["x"]}), request(BODY))
    assert without.cause is Cause.SECRET_MISSING


def test_any_value_of_a_rotated_secret_may_have_made_a_hash() -> None:
    made = hashlib.sha256(BODY + b"new").hexdigest()
    delivery = request(BODY, {"X-Sig": made})

    assert is_accepted(verifier(HASH, "old", "new"), delivery)
    assert not is_accepted(verifier(HASH, "old"), delivery)


@pytest.mark.parametrize(
    ("steps", "text", "key"),
    [
        (["utf8"], "s3crét", "s3crét".encode()),
        ([], "s3crét", "s3crét".encode()),
        (["hex"], "00fF10", b"\x00\xff\x10"),
        (["base64"], b64(b"\xfb\xff\xfe!"), b"\xfb\xff\xfe!"),
        (["base64"], b64url(b"\xfb\xff\xfe!"), b"\xfb\xff\xfe!"),
        (["strip:whsec_", "base64"], "whsec_" + b64(b"k" * 24), b"k" * 24),
        (["strip:whsec_", "base64"], b64(b"k" * 24), b"k" * 24),
        (["strip:a", "strip:b"], "abkey", b"key"),
        (["append:&"], "secret", b"secret&"),
        (["prepend:AWS4", "append:&"], "secret", b"AWS4secret&"),
        (["nfkd"], "ﬁé", b"fie\xcc\x81"),
        (["trim"], " s3 cret\n", b"s3 cret"),
        (["trim", "hex"], "\t6b6579 ", b"key"),
        (["sha256"], "secret", hashlib.sha256(b"secret").digest()),
        (["sha1"], "secret", digest("sha1", b"secret")),
        (["md5"], "secret", digest("md5", b"secret")),
        (["hex", "sha256"], "00ff", hashlib.sha256(b"\x00\xff").digest()),
        (["base64", "md5"], b64(b"\0\1"), digest("md5", b"\0\1")),
        (["strip:k_", "append:!", "utf8", "sha256"], "k_s", hashlib.sha256(b"s!").digest()),
    ],
    ids=range(19),
)
def test_key_steps_lead_from_the_secret_to_the_key(steps: list[str], text: str, key: bytes) -> None:
    verify = verifier({**HMAC, "key": steps}, text)

    verify(request(BODY, {"X-Sig": mac(key, BODY).hex()}), NOW)
    assert not is_accepted(verify, request(BODY, {"X-Sig": mac(key + b"!", BODY).hex()}))


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        (["hex"], "0"),
        (["hex"], "zz"),
        (["hex"], "é0"),
        (["hex"], "00 ff"),
        (["base64"], "a"),
        (["base64"], "????"),
        (["base64"], "é==="),
        (["strip:whsec_"], "whsec_"),
        (["utf8"], "\ud800"),
        (["sha256"], "\udfff"),
        (["strip:x", "sha256"], "x"),
        (["hex"], "00"),
        (["hex"], "00" * 64),
        (["utf8"], "\0"),
        (["base64"], b64(bytes(32))),
    ],
    ids=range(15),
)
def test_a_text_that_gives_no_key_verifies_nothing_and_is_not_told(
    steps: list[str], text: str
) -> None:
    forged = hmac.new(b"", BODY, hashlib.sha256).hexdigest()

    refused = refusal(verifier({**HMAC, "key": steps}, text), request(BODY, {"X-Sig": forged}))

    assert refused.cause is Cause.SECRET_MISSING
    assert refused.explanation.startswith("the secret 'secret' ")
    assert len(text) < 3 or text not in refused.explanation


def test_a_key_of_zeros_is_the_empty_key_in_an_hmac() -> None:
    assert mac(b"", BODY) == mac(bytes(64), BODY)


def test_a_broken_value_beside_a_good_one_does_no_harm() -> None:
    verify = verifier({**HMAC, "key": ["hex"]}, "zz", "", "ab")

    verify(request(BODY, {"X-Sig": mac(b"\xab", BODY).hex()}), NOW)


def test_a_key_may_be_written_from_several_secrets() -> None:
    scheme = read_scheme(
        {**HMAC, "key_text": "{secret:client_id}&{secret}{{}}", "key": ["append:!"]}
    )
    secrets = {"client_id": ["c1", "c2"], "secret": ["s1", "s2"]}
    verify = compile_verifier(scheme, secrets)

    assert secret_names(scheme) == ("client_id", "secret")
    for key in (b"c1&s1{}!", b"c2&s1{}!", b"c1&s2{}!", b"c2&s2{}!"):
        verify(request(BODY, {"X-Sig": mac(key, BODY).hex()}), NOW)
    for key in (b"c1&s1{}", b"s1&c1{}!", b"c1&c2{}!"):
        assert not is_accepted(verify, request(BODY, {"X-Sig": mac(key, BODY).hex()}))


@pytest.mark.parametrize("missing", ["client_id", "secret"])
def test_a_key_of_several_secrets_needs_each(missing: str) -> None:
    scheme = read_scheme({**HMAC, "key_text": "{secret:client_id}&{secret}"})
    secrets = {name: ["x"] for name in ("client_id", "secret") if name != missing}

    refused = refusal(compile_verifier(scheme, secrets), request(BODY))

    assert refused.cause is Cause.SECRET_MISSING
    assert refused.explanation == f"the secret {missing!r} is not set"


def test_at_most_sixteen_ways_to_combine_rotated_secrets_are_tried() -> None:
    scheme = read_scheme({**HMAC, "key_text": "{secret:a}{secret:b}"})
    verify = compile_verifier(scheme, {"a": list("12345"), "b": list("vwxyz")})
    accepted = [
        a + b
        for a in "12345"
        for b in "vwxyz"
        if is_accepted(verify, request(BODY, {"X-Sig": mac((a + b).encode(), BODY).hex()}))
    ]

    assert len(accepted) == 16


def test_another_secret_in_the_content_is_signed_with_each_of_its_values() -> None:
    scheme = read_scheme({**HMAC, "content": "{body}.{secret:webhook_id}"})
    verify = compile_verifier(scheme, {"secret": ["k"], "webhook_id": ["w1", "w2"]})

    for identity in (b"w1", b"w2"):
        verify(request(BODY, {"X-Sig": mac(b"k", BODY + b"." + identity).hex()}), NOW)
    assert not is_accepted(verify, request(BODY, {"X-Sig": mac(b"k", BODY + b".w3").hex()}))


@pytest.mark.parametrize(
    ("encoding", "write"),
    [("hex", bytes.hex), ("base64", b64), ("base64url", b64url)],
    ids=["hex", "base64", "base64url"],
)
def test_a_signature_is_written_in_each_encoding_and_read_in_no_other(
    encoding: str, write: Any
) -> None:
    raw = mac(b"k", b"0")  # has both letters in which the alphabets differ
    verify = verifier({**HMAC, "encoding": encoding}, "k")

    verify(request(b"0", {"X-Sig": write(raw)}), NOW)
    writers: list[Callable[[bytes], str]] = [bytes.hex, b64, b64url]
    for other in writers:
        if other is write:
            continue
        refused = refusal(verify, request(b"0", {"X-Sig": other(raw)}))
        assert refused.cause is Cause.SIGNATURE_MALFORMED


@pytest.mark.parametrize("padding", ["==", "===", "=" * 5, "=" * 400])
def test_base64url_has_no_other_padding_than_its_own(padding: str) -> None:
    verify = verifier({**HMAC, "encoding": "base64url"}, "k")
    text = b64url(mac(b"k", BODY))

    verify(request(BODY, {"X-Sig": text + "="}), NOW)
    refused = refusal(verify, request(BODY, {"X-Sig": text + padding}))
    assert refused.cause is Cause.SIGNATURE_MALFORMED
