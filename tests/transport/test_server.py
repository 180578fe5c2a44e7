"""The server's own promises about the wire."""

import socket
import time

from .endpoint import Endpoint, serving
from .sample import sample_view


async def test_answers_do_not_wait_for_acknowledgements(endpoint: Endpoint) -> None:
    await endpoint.data("{ echo }")
    started = time.perf_counter()
    for _ in range(20):
        await endpoint.data("{ echo }")

    assert time.perf_counter() - started < 0.5  # forty milliseconds each are 0.8


async def test_unix_sockets_are_served_too() -> None:
    view = sample_view()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("")
        listener.listen()
        async with serving(view, listener) as endpoint:
            assert endpoint.server.started
