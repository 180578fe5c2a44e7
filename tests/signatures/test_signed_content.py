"""The bytes that are signed: slots, filters, and our address in its spellings."""

import base64
import hashlib
import json
import zlib
from typing import Any, Final

import pytest

from domain.request import Request
from domain.verdict import RejectionCause as Cause

from .build import FORM, JSON, is_accepted, refusal, request
from .forging import digest
from .shapes import covers_exactly, over, signing

BODY: Final = b'{"n":1,"t":true,"f":false,"e":"","z":null,"u":"\xc3\xa9","a":{"b":["x",{"c":7}]}}'
MULTIPART: Final = (
    b'--b\r\nContent-Disposition: form-data; name="token"\r\n\r\ntok\r\n'
    b'--b\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nraw\r\n--b--\r\n'
)


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{body}", BODY),
        ("{method}{path}", "POST/triggers/connect/prj_1/int_1"),
        ("{path_query}", "/triggers/connect/prj_1/int_1?q=a%20b&r=%C3%A9"),
        ("{url}", "https://hooks.example.com/triggers/connect/prj_1/int_1?q=a%20b&r=%C3%A9"),
        ("{host}{method}", "hooks.example.comPOST"),
        ("{query:q}|{query:r}", "a b|é"),
        ("{header:X-Id}|{header:x-id}", "id-1|id-1"),
        ("{json:n}{json:t}{json:f}{json:u}", "1truefalseé"),
        ("{json:a.b.0}{json:a.b.1.c}", "x7"),
        ("{{{json:n}}}", "{1}"),
        ("{json:n}é\n", "1é\n"),
        ("[{json:e}]", "[]"),
        ("{json:nope?}{header:Nope?}{query:nope?}{json:n}", "1"),
        ("{json:nope?|sha256|hex}{json:n}", "1"),
        ("{json:z?}{json:n}", "1"),
        (["{method}", ".", "{json:n}"], "POST.1"),
        ("{secret}{json:n}", "k1"),
        ("%d%s{json:n}%", "%d%s1%"),
    ],
    ids=range(18),
)
def test_a_template_is_filled_with_what_was_sent(content: Any, message: bytes | str) -> None:
    delivery = request(BODY, (JSON, ("X-Id", "id-1")), query="q=a%20b&r=%C3%A9")

    covers_exactly(content, delivery, message)


def test_a_header_is_signed_as_its_bytes_were_sent() -> None:
    covers_exactly("{header:X-Name}!", request(headers={"X-Name": "Zo\xeb"}), b"Zo\xeb!")


def test_a_part_of_a_multipart_body_is_a_text_and_a_file_is_none() -> None:
    delivery = request(MULTIPART, {"Content-Type": "multipart/form-data; boundary=b"})

    covers_exactly("{part:token}.", delivery, "tok.")
    assert refusal(over("{part:file}."), signing(delivery, "raw.")).cause is Cause.MALFORMED


def test_a_form_field_is_signed_decoded() -> None:
    covers_exactly("{form:a}|{form:b}", request(b"a=x%2By+z&b=", (FORM,)), "x+y z|")


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ("sha256|hex", hashlib.sha256(BODY).hexdigest()),
        ("sha384|hex", hashlib.sha384(BODY).hexdigest()),
        ("sha512|hex|upper", hashlib.sha512(BODY).hexdigest().upper()),
        ("sha1|hex", digest("sha1", BODY).hex()),
        ("md5|hex", digest("md5", BODY).hex()),
        ("sha256", hashlib.sha256(BODY).digest()),
        ("sha256|sha256|hex", hashlib.sha256(hashlib.sha256(BODY).digest()).hexdigest()),
        ("crc32", str(zlib.crc32(BODY))),
        ("base64", base64.b64encode(BODY)),
        ("md5|base64url", base64.urlsafe_b64encode(digest("md5", BODY)).rstrip(b"=")),
        ("upper", BODY.upper()),
        ("lower", BODY.lower()),
        ("jsonstr", json.dumps(BODY.decode(), ensure_ascii=False)),
    ],
    ids=range(13),
)
def test_filters_change_what_stands_in_a_slot(filters: str, expected: bytes | str) -> None:
    raw = expected.encode() if isinstance(expected, str) else expected

    covers_exactly(f"{{body|{filters}}}.", request(BODY), raw + b".")


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b'"\\\n\x00', rb'"\"\\\n\u0000"'),
        ("é€".encode(), '"é€"'.encode()),
        (b"\xff\x80", b'"\xff\x80"'),
    ],
)
def test_a_json_text_keeps_two_bodies_apart_even_when_they_are_no_text(
    body: bytes, text: bytes
) -> None:
    covers_exactly("{body|jsonstr}.", request(body), text + b".")


PATH: Final = "/triggers/connect/prj_1/int_1"


@pytest.mark.parametrize(
    ("variants", "public", "accepted"),
    [
        ([], "https://a.example", ["https://a.example/p"]),
        (["port"], "https://a.example", ["https://a.example/p", "https://a.example:443/p"]),
        (["port"], "http://a.example", ["http://a.example/p", "http://a.example:80/p"]),
        (
            ["port"],
            "https://a.example:8443",
            ["https://a.example:8443/p", "https://a.example/p", "https://a.example:443/p"],
        ),
        (["port"], "https://[::1]", ["https://[::1]/p", "https://[::1]:443/p"]),
        (
            ["port"],
            "https://a.example/base",
            ["https://a.example/base/p", "https://a.example:443/base/p"],
        ),
        (["slash"], "https://a.example", ["https://a.example/p", "https://a.example/p/"]),
        (
            ["port", "slash"],
            "https://a.example",
            [
                "https://a.example/p",
                "https://a.example/p/",
                "https://a.example:443/p",
                "https://a.example:443/p/",
            ],
        ),
    ],
    ids=range(8),
)
def test_only_the_allowed_spellings_of_our_address_verify(
    variants: list[str], public: str, accepted: list[str]
) -> None:
    spellings = {
        f"{scheme}://{host}{port}{base}/p{slash}"
        for scheme in ("http", "https")
        for host in ("a.example", "[::1]", "b.example")
        for port in ("", ":80", ":443", ":8443")
        for base in ("", "/base")
        for slash in ("", "/")
    }
    verify = over("{url}", url_variants=variants)
    delivery = request(url=public, path="/p", query="a=1")

    found = [one for one in spellings if is_accepted(verify, signing(delivery, f"{one}?a=1"))]

    assert sorted(found) == sorted(accepted)
    assert not is_accepted(verify, signing(delivery, accepted[0]))


def test_our_address_comes_from_the_settings_never_from_the_host_header() -> None:
    delivery = request(headers={"Host": "evil.example"})

    covers_exactly("{url}{host}", delivery, f"https://hooks.example.com{PATH}hooks.example.com")


def test_every_byte_of_the_path_and_the_query_is_signed_as_it_was_sent() -> None:
    delivery = request(path="/a%2Fb/\xe9", query="x=%7e&x=+")

    covers_exactly("{url}", delivery, b"https://hooks.example.com/a%2Fb/\xe9?x=%7e&x=+")


@pytest.mark.parametrize(
    "content",
    [
        "{header:X-Id}",
        "{query:x}",
        "{form:x}",
        "{json:x}",
        "{json:a.9}",
        "{part:x}",
        "{json:x|sha256|hex}",
    ],
)
def test_a_signed_part_that_is_missing_is_refused_and_named(content: str) -> None:
    refused = refusal(over(content), signing(request(b'{"a":[]}'), ""))

    assert refused.cause is Cause.MALFORMED
    assert len(refused.explanation) > 10


@pytest.mark.parametrize(
    "delivery",
    [
        request(b'{"x":1}', (("X-Id", "1"), ("x-id", "1"))),
        request(b'{"x":1.5}'),
        request(b'{"x":[1]}'),
        request(b'{"x":"\\ud800"}'),
        request(b'{"x":' + b"9" * 5_000 + b"}"),
        request(b'{"x":' + b"[" * 100_000),
        request(b"\xef\xbb\xbf{}"),
    ],
    ids=range(7),
)
def test_a_signed_part_that_has_no_one_text_is_malformed(delivery: Request) -> None:
    verify = over("{header:X-Id?}{json:x}")

    assert refusal(verify, signing(delivery, "1")).cause is Cause.MALFORMED
