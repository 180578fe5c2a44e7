"""A process of its own that serves the sample: `python -m tests.transport.served FD`."""

import asyncio
import socket
import sys

from api.transport.server import serve

from .endpoint import application
from .sample import sample_view

if __name__ == "__main__":
    closing = asyncio.Event()
    listener = socket.socket(fileno=int(sys.argv[1]))
    serve(application(sample_view(closing)), "", 0, closing=closing, sockets=[listener])
    sys.stdout.write("left cleanly\n")
