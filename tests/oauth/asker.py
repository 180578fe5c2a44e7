"""A process of its own that wants an account's token: `python -m tests.oauth.asker DATABASE CREDENTIAL`.

Says `ready`, waits for a line, asks, and says what it got: the version and a digest of the token, or why not.
"""

import asyncio
import contextlib
import hashlib
import sys
from collections.abc import AsyncIterator

from domain import database, outbound
from domain.bus import Bus
from domain.connections import freshness
from domain.connections.credentials import account_values
from domain.connections.freshness import Unusable
from domain.context import Context
from domain.sandbox import Sandbox
from domain.settings import Settings
from domain.vault import Vault

SETTINGS = Settings(
    public_url="https://hooks.example.com",
    outbound_http=True,
    outbound_networks=("127.0.0.0/8",),
    outbound_seconds=5,
)
KEY = "k" * 32


@contextlib.asynccontextmanager
async def visiting(address: str) -> AsyncIterator[Context]:
    """What deeds need, on a database that others have open too."""
    async with database.visited(address), outbound.opened(SETTINGS) as door:
        yield Context(SETTINGS, Vault([KEY]), Bus(), door, lambda _: None, Sandbox())


async def main(address: str, credential_id: str) -> None:
    async with visiting(address) as context:
        print("ready", flush=True)  # noqa: T201  it speaks to the test
        await asyncio.to_thread(sys.stdin.readline)
        try:
            row = await freshness.refreshed(context, credential_id)
        except Unusable as error:
            print(f"unusable {error.is_final}", flush=True)  # noqa: T201
            return
        token = account_values(context.vault, row).token
        print(row.version, hashlib.sha256(token.encode()).hexdigest(), flush=True)  # noqa: T201


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
