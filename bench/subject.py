"""One server of the bench, in a process of its own on one core: `python -m bench.subject NAME CORE [ENDPOINT]`.

Prints a line of JSON when it listens: port, path, headers of a genuine delivery; ends on SIGTERM.
"""

import asyncio
import json
import os
import socket
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from api import logs
from api.app import composed
from api.command import address_of, bound, run_loop
from api.transport.server import Server, configured
from bench import backlog, bare
from bench.pruning import prune_when_told
from bench.seed import Sample, body, seed
from domain.settings import Settings
from receiver.protocol import Protocol


async def main(name: str) -> int:
    """Serve until stopped."""
    with tempfile.TemporaryDirectory(prefix="hookwright-bench-") as folder:
        settings = Settings(
            port=0,
            data=Path(folder),
            deliveries_per_second=1_000_000,
            listeners_per_project=2_000,
        )
        listening = bound(settings)
        settings = replace(settings, public_url=address_of(listening))
        if name in {"runs", "pulled", "backlog"}:
            settings = replace(settings, outbound_http=True, outbound_networks=("127.0.0.0/8",))
            endpoint = None if name == "pulled" else sys.argv[3]
            await _serve_runs(settings, listening, endpoint, is_backlog=name == "backlog")
        elif name in {"hookwright", "coded", "pruned"}:
            if name == "pruned":
                prune_when_told()
            await _serve_hookwright(settings, listening, is_coded=name == "coded")
        else:
            app = bare.bare if name == "bare" else bare.minimal(Path(folder) / "minimal.db")
            _announce(listening, Sample("/hooks", body()))
            await _serve(app, listening, asyncio.Event())
    return 0


async def _serve_hookwright(
    settings: Settings, listening: socket.socket, *, is_coded: bool
) -> None:
    logs.configure(replace(settings, log_format="json"))
    closing = asyncio.Event()
    async with composed(settings, closing) as hookwright:
        trigger, sample = await seed(hookwright.context, hookwright.project.id, is_coded=is_coded)
        _announce(listening, sample, trigger=trigger.id, token=hookwright.token)
        await _serve(hookwright.app, listening, closing)


async def _serve_runs(
    settings: Settings, listening: socket.socket, endpoint: str | None, *, is_backlog: bool
) -> None:
    logs.configure(replace(settings, log_format="json"))
    closing = asyncio.Event()
    async with composed(settings, closing) as hookwright:
        context = hookwright.context
        trigger, sample = await seed(context, hookwright.project.id)
        workflows = await backlog.workflows(context, trigger, endpoint, 50 if is_backlog else 1)
        _announce(listening, sample, trigger=trigger.id, token=hookwright.token)
        if is_backlog:
            sys.stdin.readline()
            await backlog.fill(context, trigger, sample, workflows)
        await _serve(hookwright.app, listening, closing)


async def _serve(app: object, listening: socket.socket, closing: asyncio.Event) -> None:
    config = configured(app, *listening.getsockname()[:2])  # type: ignore[arg-type]
    config.lifespan = "off"
    config.http = Protocol  # as `hookwright serve` does, for all alike
    await Server(config, closing).serve([listening])


def _announce(listening: socket.socket, sample: Sample, **more: str | None) -> None:
    listening.listen(1024)
    facts = {
        "port": listening.getsockname()[1],
        "path": sample.path,
        "signature": sample.signature,
        **more,
    }
    sys.stdout.write(json.dumps(facts) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    os.sched_setaffinity(0, {int(sys.argv[2])})
    sys.exit(run_loop(main(sys.argv[1])))
