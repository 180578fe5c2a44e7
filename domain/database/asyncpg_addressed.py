"""Tortoise's PostgreSQL engine, opened by a whole address.

Tortoise takes an address apart into one host and one port; PostgreSQL's own may name several hosts and say which of
them is wanted (`target_session_attrs`), and so a standby that was promoted is found. Tortoise's migrations look for
"asyncpg" in this module's name.
"""

from typing import Any, Final

import asyncpg
from tortoise.backends.asyncpg.client import AsyncpgDBClient

_FROM_ADDRESS: Final = frozenset({"host", "port", "user", "database", "password", "loop"})


class AddressedClient(AsyncpgDBClient):
    """The engine named in the configuration. Its credentials hold `dsn`."""

    async def create_pool(self, **given: Any) -> asyncpg.Pool:
        """A pool of connections to the address."""
        return await asyncpg.create_pool(
            **{name: value for name, value in given.items() if name not in _FROM_ADDRESS}
        )


client_class = AddressedClient
