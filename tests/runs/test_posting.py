"""Where POSTs may go: the outbound door's rules, on the address that is connected to. Whatever is there, Posted comes back."""

import asyncio
from typing import Final

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from yarl import URL

from domain.runs import posting
from domain.runs.posting import Posted
from domain.settings import Settings
from tests.runs.endpoint import Endpoint, answering

LOOPBACK: Final = ("127.0.0.0/8", "::1/128")


async def posted(url: str, *networks: str, http: bool = True) -> Posted:
    chosen = Settings(outbound_http=http, outbound_networks=networks, run_seconds=2)
    async with posting.opened(chosen) as poster:
        return await poster.post(URL(url), b"{}", {"webhook-id": "evt_1"})


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::ffff:127.0.0.1]"])
async def test_private_address_is_not_connected_to_by_whatever_name(
    endpoint: Endpoint, host: str
) -> None:
    port = endpoint.url.rpartition(":")[2]

    found = await posted(f"http://{host}:{port}/")

    assert found.status is None
    assert "is a private or reserved address" in found.error
    assert endpoint.taken == []


async def test_the_same_is_reached_where_its_network_is_allowed(endpoint: Endpoint) -> None:
    port = endpoint.url.rpartition(":")[2]

    assert (await posted(f"http://127.0.0.1:{port}/", *LOOPBACK)).status == 200
    assert (await posted(f"http://localhost:{port}/", *LOOPBACK)).status == 200


async def test_http_goes_out_only_where_it_is_allowed(endpoint: Endpoint) -> None:
    found = await posted(endpoint.url, *LOOPBACK, http=False)

    assert found.error == "The endpoint is not an address that runs may be sent to."
    assert endpoint.taken == []


async def test_redirect_is_an_answer_and_not_followed(endpoint: Endpoint) -> None:
    url = endpoint.behave("/a", answering(307, location=endpoint.url + "/b"))

    found = await posted(url, *LOOPBACK)

    assert found.status == 307
    assert [taken.path for taken in endpoint.taken] == ["/a"]


async def test_host_without_an_address_and_port_without_a_listener_say_so() -> None:
    nobody = await posted("http://nobody.invalid/", *LOOPBACK)
    closed = await posted("http://127.0.0.1:1/", *LOOPBACK)

    assert nobody.error == "The host nobody.invalid has no address: check its spelling."
    assert closed.error == "127.0.0.1 refused the connection: nothing listens at that port."


async def test_what_is_not_tls_says_so() -> None:
    async def speak(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(b"HTTP/1.1 400 Bad Request\r\n\r\n")
        writer.close()

    async with await asyncio.start_server(speak, "127.0.0.1", 0) as server:
        found = await posted(f"https://127.0.0.1:{server.sockets[0].getsockname()[1]}/", *LOOPBACK)

    assert found.error.startswith("The TLS connection to 127.0.0.1 failed: ")


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.binary(max_size=60))
async def test_whatever_bytes_come_back_something_is_said(endpoint: Endpoint, said: bytes) -> None:
    """Some of them are an answer."""

    async def behave(_: object, writer: object) -> None:
        writer.write(said)  # type: ignore[attr-defined]
        writer.close()  # type: ignore[attr-defined]

    found = await posted(endpoint.behave("/", behave), *LOOPBACK)

    assert (found.status is None) == bool(found.error)
