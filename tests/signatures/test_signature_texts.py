"""The text around a signature: prefixes, lists, keys, positions, numbered and repeated headers."""

import json
from typing import Any, Final

import pytest

from domain.request import Request
from domain.verdict import RejectionCause as Cause

from .build import FORM, JSON, NOW, changed, is_accepted, refusal, request, verifier
from .forging import mac

BODY: Final = b'{"a":1}'
WRONG: Final = "00" * 32
RIGHT: Final = mac(b"k", BODY).hex()


def over(message: bytes) -> str:
    return mac(b"k", message).hex()


def scheme(signature: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"method": "hmac", "signature": {"from": "header:X-Sig", **signature}, **more}


def sent(*values: str, body: bytes = BODY) -> Request:
    return request(body, tuple(("X-Sig", value) for value in values))


@pytest.mark.parametrize(
    ("signature", "text"),
    [
        ({}, RIGHT),
        ({"strip": "sha256="}, f"sha256={RIGHT}"),
        ({"split": ","}, f"{WRONG},{RIGHT}"),
        ({"split": ","}, f" {WRONG} , {RIGHT} "),
        ({"split": ","}, f",,{RIGHT},x"),
        ({"split": " ", "kv": ",", "pick": "v1"}, f"v1,{WRONG} v2,x v1,{RIGHT}"),
        ({"split": ";", "kv": "=", "pick": "s", "strip": "HMAC "}, f"HMAC t=1;s={RIGHT}"),
        ({"split": ",", "kv": "=", "pick": "s"}, f"s==,s={RIGHT}"),
        ({"split": ",", "index": 0}, f"{RIGHT},x"),
        ({"split": ",", "index": 1}, f"x,{RIGHT},{WRONG}"),
        ({"split": ",", "index": "1"}, f"x,{RIGHT}"),
        ({"split": ",", "index": "1+"}, f"1,{WRONG},{WRONG},{RIGHT}"),
        ({"split": ":", "index": 1}, f"public-key:{RIGHT}"),
    ],
    ids=range(13),
)
def test_a_signature_is_found_in_its_text(signature: dict[str, Any], text: str) -> None:
    verify = verifier(scheme(signature), "k")

    verify(sent(text), NOW)
    assert not is_accepted(verify, sent(text.replace(RIGHT, WRONG)))


@pytest.mark.parametrize(
    ("signature", "text", "cause"),
    [
        ({"strip": "sha256="}, RIGHT, Cause.SIGNATURE_MALFORMED),
        ({"strip": "sha256="}, "sha256=", Cause.SIGNATURE_MALFORMED),
        ({"split": ","}, ",", Cause.SIGNATURE_MALFORMED),
        ({"split": ","}, ",".join([WRONG] * 21), Cause.SIGNATURE_MALFORMED),
        ({"split": ","}, ",".join([WRONG] * 20), Cause.SIGNATURE_MISMATCH),
        ({"split": ",", "kv": "=", "pick": "s"}, f"S={RIGHT}", Cause.SIGNATURE_MISSING),
        ({"split": ",", "kv": "=", "pick": "s"}, "s", Cause.SIGNATURE_MALFORMED),
        ({"split": ",", "index": 2}, f"{RIGHT},x", Cause.SIGNATURE_MISSING),
        ({"split": ",", "index": 1}, f"{RIGHT},x", Cause.SIGNATURE_MALFORMED),
        ({"split": ",", "index": "2+"}, f"{RIGHT},x", Cause.SIGNATURE_MISSING),
        ({"split": ",", "index": 1}, f"{WRONG},{WRONG},{RIGHT}", Cause.SIGNATURE_MISMATCH),
        ({"split": ",", "index": "1+"}, f"{RIGHT},{WRONG}", Cause.SIGNATURE_MISMATCH),
    ],
    ids=range(12),
)
def test_what_stands_elsewhere_in_the_text_is_no_signature(
    signature: dict[str, Any], text: str, cause: Cause
) -> None:
    assert refusal(verifier(scheme(signature), "k"), sent(text)).cause is cause


@pytest.mark.parametrize(
    ("signature", "content", "text", "message"),
    [
        (
            {"split": ",", "kv": "=", "pick": "s"},
            "{sig:t}.{sig:v}.{body}",
            "t=5,v=a=b,s={}",
            b"5.a=b." + BODY,
        ),
        ({"split": ",", "index": 1}, "{sig:0}.{sig:2}.{body}", "5,{},z", b"5.z." + BODY),
        ({"split": ",", "index": "2+"}, "{sig:0}{sig:1}{body}", "5,6,{},x", b"56" + BODY),
    ],
    ids=["keys", "position", "open position"],
)
def test_the_other_items_can_be_signed(
    signature: dict[str, Any], content: str, text: str, message: bytes
) -> None:
    verify = verifier(scheme(signature, content=content), "k")
    genuine = text.format(over(message))

    verify(sent(genuine), NOW)
    assert refusal(verify, sent("9" + genuine)).cause in {
        Cause.SIGNATURE_MISMATCH,
        Cause.MALFORMED,
    }


@pytest.mark.parametrize("text", ["s={}", "t=,s={}", "t=1,t=1,s={}", "t=1,t=1,t=1,s={}"])
def test_an_item_that_is_signed_is_there_once_and_not_empty(text: str) -> None:
    rule = {"split": ",", "kv": "=", "pick": "s"}
    verify = verifier(scheme(rule, content="{sig:t}{body}"), "k")

    for value in (over(BODY), over(b"1" + BODY)):
        assert refusal(verify, sent(text.format(value))).cause is Cause.MALFORMED


NUMBERED: Final = {"from": "header:X-Signature-{n}", "numbered": True}


@pytest.mark.parametrize("number", ["1", "2", "100"])
def test_any_of_the_numbered_headers_may_hold_the_signature(number: str) -> None:
    verify = verifier(scheme(NUMBERED), "k")
    headers = {"X-Signature-1": WRONG, "X-Signature-7": "x", f"X-Signature-{number}": RIGHT}

    verify(request(BODY, headers), NOW)


@pytest.mark.parametrize(
    "name",
    ["X-Signature-0", "X-Signature-101", "X-Signature-01", "X-Signature-", "X-Signature-{n}"],
)
def test_a_header_with_another_number_is_none_of_them(name: str) -> None:
    refused = refusal(verifier(scheme(NUMBERED), "k"), request(BODY, {name: RIGHT}))

    assert refused.cause is Cause.SIGNATURE_MISSING
    assert refused.explanation == "the header X-Signature-{n} is missing"


def test_a_numbered_header_with_its_number_twice_is_malformed() -> None:
    twice = request(BODY, (("X-Signature-1", RIGHT), ("X-Signature-1", RIGHT)))

    assert refusal(verifier(scheme(NUMBERED), "k"), twice).cause is Cause.SIGNATURE_MALFORMED


@pytest.mark.parametrize(
    ("place", "delivery"),
    [
        ("header:X-Sig", sent(WRONG, "x", RIGHT)),
        ("query:s", request(BODY, query=f"s={WRONG}&s={RIGHT}")),
        ("form:s", request(f"s={WRONG}&s=&s={over(b'POST')}".encode(), (FORM,))),
    ],
)
def test_a_place_that_repeats_may_hold_the_signature_anywhere(
    place: str, delivery: Request
) -> None:
    content = "{method}" if place == "form:s" else "{body}"
    verify = verifier(scheme({"from": place, "repeated": True}, content=content), "k")

    verify(delivery, NOW)
    once = verifier(scheme({"from": place}, content=content), "k")
    assert refusal(once, delivery).cause is Cause.SIGNATURE_MALFORMED


def test_a_repeated_header_of_lists_has_at_most_twenty_signatures_in_all() -> None:
    verify = verifier(scheme({"repeated": True, "split": ","}), "k")

    verify(sent(",".join([WRONG] * 10), ",".join([WRONG] * 9 + [RIGHT])), NOW)
    many = refusal(verify, sent(",".join([WRONG] * 10), ",".join([WRONG] * 10 + [RIGHT])))
    assert many.cause is Cause.SIGNATURE_MALFORMED
    assert refusal(verify, sent(*[WRONG] * 21)).cause is Cause.SIGNATURE_MALFORMED
    assert refusal(verify, sent("")).cause is Cause.SIGNATURE_MISSING


@pytest.mark.parametrize(
    ("place", "delivery"),
    [
        ("query:s", request(query=f"s={over(b'POST')}")),
        ("form:s", request(f"s={over(b'POST')}".encode(), (FORM,))),
        ("json:a.0.s", request(json.dumps({"a": [{"s": over(b"POST")}]}).encode(), (JSON,))),
        (
            "part:s",
            request(
                b'--b\r\nContent-Disposition: form-data; name="s"\r\n\r\n'
                + over(b"POST").encode()
                + b"\r\n--b--\r\n",
                {"Content-Type": "multipart/form-data; boundary=b"},
            ),
        ),
    ],
    ids=["query", "form", "json", "part"],
)
def test_a_signature_may_stand_in_the_query_or_the_body(place: str, delivery: Request) -> None:
    verify = verifier(scheme({"from": place}, content="{method}"), "k")

    verify(delivery, NOW)
    assert not is_accepted(verify, changed(delivery, body=b"", query=""))
