"""The bytes between the server and a child, and the records between the server and the fork server.

Both sides know this; what the server makes of a child's bytes is `frames`.
"""

import struct
from typing import Final

REQUEST: Final = struct.Struct("!II")  # length of the input, length of the body
FRAME: Final = struct.Struct("!cII")  # type, length of the payload, CPU time so far in microseconds
RECORD: Final = struct.Struct("!ciiQ")  # type, pid, wait status, CPU time in microseconds

LINE: Final = b"L"
RESULT: Final = b"R"
ENDED: Final = b"E"

READY: Final = b"R"
FORKED: Final = b"F"
REAPED: Final = b"X"
FORK: Final = b"f"
FAILED: Final = b"!"  # instead of a record: why the fork server cannot start
MOST_RECORD: Final = 1_024
MOST_FORKS: Final = 64  # asked for in one record


def request(text: bytes, body: bytes) -> bytes:
    """What a child is sent: the input as JSON, and the body's exact bytes."""
    return REQUEST.pack(len(text), len(body)) + text + body
