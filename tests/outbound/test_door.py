"""The door to the internet: one request, one answer, and a sentence when there is none."""

import asyncio
import gzip
import socket
import ssl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from domain.outbound import Outbound, OutboundRequest, Unreachable, opened
from domain.outbound.lanes import PER_HOST
from domain.settings import Settings
from tests.outbound.peers import answering, serving
from tests.transport.endpoint import until

_OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nX-Twice: a\r\nX-Twice: b\r\n\r\nhi"


def _ask(url: str) -> OutboundRequest:
    return OutboundRequest("GET", url)


async def test_request_arrives_as_it_was_given_and_its_answer_comes_back(door: Outbound) -> None:
    async with serving(answering(_OK)) as peer:
        answer = await door.send(
            OutboundRequest("POST", f"{peer.url}/a%2Fb?q=1", (("X-A", "1"), ("X-A", "2")), b"body")
        )

    assert (answer.status, answer.body, answer.is_success) == (200, b"hi", True)
    assert answer.headers == (("content-length", "2"), ("x-twice", "a"), ("x-twice", "b"))
    assert peer.requests == [
        b"POST /a%2Fb?q=1 HTTP/1.1\r\nHost: 127.0.0.1:" + str(peer.port).encode() + b"\r\n"
        b"User-Agent: Hookwright\r\nAccept: */*\r\nAccept-Encoding: identity\r\n"
        b"Content-Length: 4\r\nX-A: 1\r\nX-A: 2\r\n\r\nbody"
    ]


async def test_redirect_is_an_answer_and_is_not_followed(door: Outbound) -> None:
    redirect = b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
    async with serving(answering(redirect)) as peer:
        answer = await door.send(_ask(peer.url))

    assert answer.status == 302
    assert len(peer.requests) == 1


async def test_name_that_changes_its_address_is_asked_for_once_and_that_address_is_connected_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    answers = iter(["127.0.0.1", "127.0.0.9", "127.0.0.9", "127.0.0.9"])
    looked_up: list[str] = []

    def rebinding(host: str, port: int, *_: object, **__: object) -> list[object]:
        looked_up.append(host)
        address = host if host[0].isdigit() else next(answers)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port))]

    allowed = Settings(outbound_http=True, outbound_networks=("127.0.0.1/32",))
    async with serving(answering(_OK)) as peer, opened(allowed) as door:
        monkeypatch.setattr(socket, "getaddrinfo", rebinding)
        first = await door.send(_ask(f"http://rebinding.example:{peer.port}/"))
        with pytest.raises(Unreachable, match="private or reserved"):
            await door.send(_ask(f"http://rebinding.example:{peer.port}/"))

    assert first.status == 200
    assert [host for host in looked_up if host == "rebinding.example"] == ["rebinding.example"] * 2
    assert len(peer.requests) == 1


async def test_host_that_hangs_holds_its_own_lane_and_no_other(door: Outbound) -> None:
    released, open_now, most = asyncio.Event(), 0, 0

    async def hang(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal open_now, most
        open_now += 1
        most = max(most, open_now)
        await released.wait()
        open_now -= 1
        writer.write(_OK)

    async with serving(hang) as slow, serving(answering(_OK)) as quick:
        waiting = [asyncio.create_task(door.send(_ask(slow.url))) for _ in range(PER_HOST + 3)]
        await until(lambda: len(slow.requests) == PER_HOST)

        assert (await door.send(_ask(quick.url))).status == 200

        released.set()
        answers = await asyncio.gather(*waiting)
    assert [answer.status for answer in answers] == [200] * (PER_HOST + 3)
    assert most == PER_HOST


async def test_request_that_found_no_place_was_surely_not_sent(door: Outbound) -> None:
    forever = asyncio.Event()

    async def hang(*_: object) -> None:
        await forever.wait()

    async with serving(hang) as peer:
        tries = [door.send(_ask(peer.url)) for _ in range(PER_HOST + 1)]
        found = await asyncio.gather(*tries, return_exceptions=True)
        forever.set()

    failures = [one for one in found if isinstance(one, Unreachable)]
    assert [one.was_sent for one in failures] == [True] * PER_HOST + [False]
    assert "is busy with 8 other requests" in str(failures[-1])


async def test_cookie_is_not_sent_back(door: Outbound) -> None:
    cookie = b"HTTP/1.1 200 OK\r\nSet-Cookie: a=b\r\nContent-Length: 0\r\n\r\n"
    async with serving(answering(cookie)) as peer:
        await door.send(_ask(peer.url))
        await door.send(_ask(peer.url))

    assert [b"cookie" in request.lower() for request in peer.requests] == [False, False]


async def test_proxy_of_the_environment_is_not_used(
    door: Outbound, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:1")
    async with serving(answering(_OK)) as peer:
        assert (await door.send(_ask(peer.url))).status == 200


async def test_compressed_answer_is_decompressed(door: Outbound) -> None:
    packed = gzip.compress(b"hello")
    head = f"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {len(packed)}\r\n\r\n"
    async with serving(answering(head.encode() + packed)) as peer:
        assert (await door.send(_ask(peer.url))).body == b"hello"


async def test_private_address_is_not_connected_to() -> None:
    async with (
        serving(answering(_OK)) as peer,
        opened(Settings(outbound_http=True)) as door,
    ):
        for host in ("127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "127.1", "2130706433"):
            with pytest.raises(Unreachable, match="private or reserved"):
                await door.send(_ask(f"http://{host}:{peer.port}/"))

    assert peer.requests == []


@pytest.mark.parametrize(
    ("url", "sentence"),
    [
        ("ftp://example.com/", "ftp:// is not allowed"),
        ("file:///etc/passwd", "not a URL with a host"),
        ("/relative", "not a URL with a host"),
        ("http://a:b@127.0.0.1/", "basic authorization"),
        ("http://127.0.0.1:99999/", "not a URL with a host"),
        ("http://" + "a" * 9000, "not a URL with a host"),
        ("http://a..b/", "a..b"),
        ("http://nowhere.invalid/", "nowhere.invalid has no address"),
    ],
)
async def test_address_that_cannot_be_asked_has_its_reason(
    door: Outbound, url: str, sentence: str
) -> None:
    with pytest.raises(Unreachable) as caught:
        await door.send(_ask(url))

    assert sentence in str(caught.value)


async def test_http_is_refused_unless_configured() -> None:
    async with opened(Settings(outbound_networks=("127.0.0.0/8",))) as door:
        with pytest.raises(Unreachable, match="addresses with https:// are"):
            await door.send(_ask("http://127.0.0.1/"))


async def test_closed_port_is_said_to_refuse(door: Outbound) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        with pytest.raises(Unreachable, match="refused the connection"):
            await door.send(_ask(f"http://127.0.0.1:{port}/"))


_BOMB = gzip.compress(b"\0" * (2 * 1024 * 1024))


@pytest.mark.parametrize(
    ("raw", "sentence"),
    [
        (b"", "hung up"),
        (b"\x00\xff\xfe garbage\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nshort", "not HTTP, or hung up"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 300 + b"\r\n", "more than 200 headers"),
        (b"HTTP/1.1 200 OK\r\nX: " + b"y" * 200_000 + b"\r\n\r\n", "not HTTP"),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b"x" * 1_100_000, "more than 1048576 bytes"),
        (b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + _BOMB, "more than 1048576 bytes"),
    ],
)
async def test_hostile_answer_ends_in_a_sentence(door: Outbound, raw: bytes, sentence: str) -> None:
    async with serving(answering(raw)) as peer:
        with pytest.raises(Unreachable) as caught:
            await door.send(_ask(peer.url))

    assert sentence in str(caught.value)


async def test_damaged_compression_is_given_as_it_came(door: Outbound) -> None:
    raw = b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\n\r\nabc"
    async with serving(answering(raw)) as peer:
        assert (await door.send(_ask(peer.url))).body == b"abc"


async def test_answer_that_drips_forever_ends_after_the_total_time(door: Outbound) -> None:
    async def drip(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while not writer.is_closing():
            writer.write(b"x")
            await writer.drain()
            await asyncio.sleep(0.05)

    async with serving(drip) as peer:
        with pytest.raises(Unreachable, match="within 1 seconds"):
            await door.send(_ask(peer.url))


async def test_header_with_a_line_break_is_not_sent(door: Outbound) -> None:
    async with serving(answering(_OK)) as peer:
        request = OutboundRequest("GET", peer.url, (("X", "a\r\nInjected: 1"),))
        with pytest.raises(Unreachable, match="cannot be sent"):
            await door.send(request)

    assert peer.requests == []


def _certificate(folder: Path, name: str) -> tuple[Path, Path]:
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )
    (folder / "cert.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    (folder / "key.pem").write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return folder / "cert.pem", folder / "key.pem"


async def test_certificate_is_checked_against_the_name_not_the_address(
    tmp_path: Path, settings: Settings
) -> None:
    cert, key = _certificate(tmp_path, "localhost")
    ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    ours.load_cert_chain(cert, key)
    names: list[str | None] = []
    ours.set_servername_callback(lambda _, name, __: names.append(name))
    trusting = ssl.create_default_context(cafile=str(cert))

    async with (
        serving(answering(_OK), ours) as peer,
        opened(settings, tls=trusting) as door,
        opened(settings) as wary,
    ):
        port = peer.port
        assert (await door.send(_ask(f"https://localhost:{port}/"))).status == 200
        with pytest.raises(Unreachable, match="certificate is not valid"):
            await door.send(_ask(f"https://127.0.0.1:{port}/"))
        with pytest.raises(Unreachable, match="certificate is not valid"):
            await wary.send(_ask(f"https://localhost:{port}/"))

    assert names[0] == "localhost"
