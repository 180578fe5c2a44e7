"""A NATS server of our own."""

import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.services import programs


@dataclass(slots=True)
class Nats:
    """A running server."""

    program: Path
    data: Path
    port: int
    process: subprocess.Popen[bytes] | None = field(default=None)

    @property
    def url(self) -> str:
        """Its address."""
        return f"nats://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start it, and wait until it answers."""
        log = self.data / "server.log"
        arguments = [self.program, "-a", "127.0.0.1", "-p", self.port]
        self.process = programs.start(arguments, log)
        programs.await_port(self.port, self.process, log)

    def stop(self) -> None:
        """Stop it."""
        if self.process is not None:
            programs.stop(self.process)

    def kill(self) -> None:
        """End it as a crash would."""
        if self.process is not None:
            self.process.kill()
            self.process.wait()


@contextmanager
def served() -> Iterator[Nats | None]:
    """Bring one up for the length of the block; None where there is none."""
    program = programs.found("nats-server")
    if program is None:
        yield None
        return
    server = Nats(program, programs.folder("hookwright-nats-"), programs.free_port())
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(server.data, ignore_errors=True)
