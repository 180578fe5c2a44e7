"""Lists in what is signed: parameters, chosen fields, and headers that the scheme or the sender names."""

import hashlib
from typing import Any, Final

import pytest

from domain.request import Request
from domain.verdict import RejectionCause as Cause

from .build import FORM, JSON, NOW, refusal, request, verifier
from .forging import mac
from .shapes import covers_exactly, over, signing

BODY: Final = b'{"n":1,"t":true,"f":false,"e":"","z":null,"u":"\xc3\xa9","a":{"b":["x",{"c":7}]}}'
FORM_BODY: Final = b"b=2&a=1&sig=s&b=1&c=&b=2&A=%20"
JSON_BODY: Final = b'{"b":"2","a":1,"t":true,"n":null,"sig":"s"}'


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({}, "A a1b1b2csigs"),
        ({"between": "="}, "A= a=1b=1b=2c=sig=s"),
        ({"between": "=", "join": "&"}, "A= &a=1&b=1&b=2&c=&sig=s"),
        ({"between": "=", "join": "&", "exclude": ["sig", "A"]}, "a=1&b=1&b=2&c="),
        ({"between": "=", "join": "&", "drop_empty": True}, "A= &a=1&b=1&b=2&sig=s"),
        ({"between": "=", "join": "&", "sort": "sent"}, "b=2&a=1&sig=s&b=1&c=&A= "),
        ({"between": "=", "join": "&", "sort": "value"}, "c=&A= &a=1&b=1&b=2&sig=s"),
        ({"join": ",", "sort": "sent", "repeats": "all"}, "b2,a1,sigs,b1,c,b2,A "),
        ({"join": ",", "show": "values"}, " ,1,1,2,,s"),
        ({"join": ",", "show": "values", "repeats": "all"}, " ,1,1,2,2,,s"),
    ],
    ids=range(10),
)
@pytest.mark.parametrize("where", ["form", "query"])
def test_parameters_are_listed_as_the_provider_lists_them(
    where: str, part: dict[str, Any], message: str
) -> None:
    in_form = request(FORM_BODY, (FORM,))
    delivery = in_form if where == "form" else request(query=FORM_BODY.decode())

    covers_exactly(["<", {"params": where, **part}], delivery, "<" + message)


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"between": "=", "join": "&"}, "a=1&b=2&n=&sig=s&t=true"),
        ({"between": "=", "join": "&", "exclude": ["sig"], "drop_empty": True}, "a=1&b=2&t=true"),
        ({"between": "=", "join": "&", "sort": "sent"}, "b=2&a=1&t=true&n=&sig=s"),
    ],
    ids=range(3),
)
def test_members_of_a_json_object_are_listed(part: dict[str, Any], message: str) -> None:
    covers_exactly([{"params": "json", **part}], request(JSON_BODY, (JSON,)), message)


@pytest.mark.parametrize(
    ("where", "delivery"),
    [
        ("json", request(b'{"a":{}}')),
        ("json", request(b'{"a":1.5}')),
        ("json", request(b"[]")),
        ("json", request(b"")),
        ("json", request(b'{"a":"\\ud800"}')),
        ("form", request(b"a=1", (JSON,))),
        ("form", request(b"a=\xff", (FORM,))),
        ("form", request(b"&".join([b"a=1"] * 2_001), (FORM,))),
        ("query", request(query="&".join(["a=1"] * 2_001))),
    ],
    ids=range(9),
)
def test_parameters_that_cannot_be_listed_are_malformed(where: str, delivery: Request) -> None:
    refused = refusal(over(["<", {"params": where}]), signing(delivery, "<"))

    assert refused.cause is Cause.MALFORMED


def test_an_empty_body_has_no_form_fields() -> None:
    covers_exactly(["{method}", {"params": "form"}], request(), "POST")


@pytest.mark.parametrize(
    ("part", "message"),
    [
        ({"fields": [["n", "json:n"], ["id", "header:X-Id"]]}, "n:1;id:id-1;"),
        ({"fields": [["n", "json:n"], ["x", "json:x"]], "absent": "skip"}, "n:1;"),
        ({"fields": [["n", "json:n"], ["x", "json:x"]], "absent": "empty"}, "n:1;x:;"),
        (
            {"fields": [["n", "json:n"], ["t", "json:t"]], "format": "{k}={v}", "join": "&"},
            "n=1&t=true",
        ),
        ({"fields": [["n", "json:n"]], "format": "{{{v}}}"}, "{1}"),
        ({"fields": [["", "json:n"], ["", "method"]], "format": "{v}\n"}, "1\nPOST\n"),
        (
            {"fields": [["u", "json:u|sha256|hex"]]},
            f"u:{hashlib.sha256('é'.encode()).hexdigest()};",
        ),
        ({"by": "json:u", "lists": {"é": [["n", "json:n"]], "x": [["t", "json:t"]]}}, "n:1;"),
        ({"by": "json:n", "lists": {"1": [["n", "json:n"]]}, "format": "{k}\n{v}\n"}, "n\n1\n"),
        ({"by": "json:u", "lists": {"fields": [["t", "json:t"]], "é": [["n", "json:n"]]}}, "n:1;"),
    ],
    ids=range(10),
)
def test_fields_are_listed_in_the_order_and_format_of_the_scheme(
    part: dict[str, Any], message: str
) -> None:
    covers_exactly([part], request(BODY, (JSON, ("X-Id", "id-1"))), message)


@pytest.mark.parametrize(
    ("part", "words"),
    [
        ({"fields": [["x", "json:x"]]}, "json:x is missing; the signature covers it"),
        ({"fields": [["x", "json:x"]], "absent": "skip"}, "no signed field is there"),
        ({"by": "json:u", "lists": {"x": [["n", "json:n"]]}}, "for which nothing is listed"),
        ({"by": "json:x", "lists": {"x": [["n", "json:n"]]}}, "the body field x is missing"),
        ({"fields": [["a", "json:a"]]}, "json:a is missing"),
    ],
)
def test_fields_that_are_not_there_are_malformed(part: dict[str, Any], words: str) -> None:
    refused = refusal(over([part]), signing(request(BODY, (JSON,)), ""))

    assert refused.cause is Cause.MALFORMED
    assert words in refused.explanation


HEADERS: Final = (("Host", "h.example"), ("Date", "today"), ("X-A", " a "), ("Digest", "d=1"))


@pytest.mark.parametrize(
    ("part", "names", "message"),
    [
        ({"names": ["date", "x-a"]}, "", "date: today\nx-a:  a \n"),
        ({"names": ["Date", "X-A"], "format": "{k}:{v}", "join": "\n"}, "", "Date:today\nX-A: a "),
        ({"signed_headers": "header:X-Signed"}, "date,host", "date: today\nhost: h.example\n"),
        ({"signed_headers": "header:X-Signed"}, " Date , ,host ", "Date: today\nhost: h.example\n"),
        (
            {"signed_headers": "header:X-Signed", "split": " "},
            "date digest",
            "date: today\ndigest: d=1\n",
        ),
        (
            {"signed_headers": "header:X-Signed", "split": " ", "join": "\n", "format": "{k}: {v}"},
            "(request-target) date",
            "(request-target): post /triggers/connect/prj_1/int_1?a=1\ndate: today",
        ),
        (
            {"names": ["(request-target)"], "format": "{v}"},
            "",
            "post /triggers/connect/prj_1/int_1?a=1",
        ),
    ],
    ids=range(7),
)
def test_headers_are_listed_that_the_scheme_or_the_sender_names(
    part: dict[str, Any], names: str, message: str
) -> None:
    delivery = request(b"", (*HEADERS, ("X-Signed", names)), query="a=1")

    covers_exactly([part], delivery, message)


@pytest.mark.parametrize(
    "names",
    [
        "",
        " , ",
        "date,nope",
        "date,x-twice",
        ",".join(["date"] * 51),
        "date,\x00",
        "é",
        "date;host",
    ],
    ids=range(8),
)
def test_a_list_of_headers_that_cannot_be_followed_is_malformed(names: str) -> None:
    twice = (("X-Twice", "1"), ("X-Twice", "2"))
    delivery = request(b"", (*HEADERS, *twice, ("X-Signed", names)))
    part = {"signed_headers": "header:X-Signed"}

    assert refusal(over([part]), signing(delivery, "")).cause is Cause.MALFORMED


def test_a_list_of_headers_may_stand_in_the_signature_itself() -> None:
    rule = {"from": "header:Authorization", "split": ";", "kv": "=", "pick": "s", "strip": "A "}
    content = [{"signed_headers": "sig:h", "split": " "}, "{body}"]
    verify = verifier({"method": "hmac", "signature": rule, "content": content}, "k")
    signature = mac(b"k", b"date: today\nbody").hex()

    def delivery(headers: str) -> Request:
        text = f"A h={headers};s={signature}"
        return request(b"body", (*HEADERS, ("Authorization", text)))

    verify(delivery("date"), NOW)
    assert refusal(verify, delivery("host")).cause is Cause.SIGNATURE_MISMATCH
    assert refusal(verify, delivery("")).cause is Cause.MALFORMED
