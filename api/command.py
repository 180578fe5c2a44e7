"""The command line: `hookwright serve`, `demo`, `schema`, `provider`, `token`. `./run …` passes on to it."""

import argparse
import asyncio
import gc
import os
import socket
import sys
from collections.abc import Coroutine
from importlib import metadata
from pathlib import Path
from typing import Any, Final

from rich.console import Console

from domain.errors import HookwrightError, Invalid, Misconfigured
from domain.settings import Settings, from_environment

VERSION = "0.1.0"

# a thousand listeners that wake together hold thousands of objects for a moment, and none is garbage
_COLLECTED_AFTER: Final = (20_000, 20, 20)


def main() -> None:
    """Run one command and exit: 0 when it did what it says, 1 when not, 2 when it was not understood."""
    arguments = _parser().parse_args()
    try:
        sys.exit(arguments.run(arguments) or 0)
    except (Misconfigured, Invalid) as error:
        Console(stderr=True).print(f"[bold red]hookwright:[/] {error}", highlight=False)
        sys.exit(1)
    except HookwrightError as error:
        Console(stderr=True).print(
            f"[bold red]hookwright:[/] {type(error).__name__}: {error}", highlight=False
        )
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def run_loop(work: Coroutine[Any, Any, int]) -> int:
    """Run on uvloop where there is one."""
    gc.freeze()  # what was made to serve stays: the collector need not walk it again
    gc.set_threshold(*_COLLECTED_AFTER)
    gc.enable()
    try:
        import uvloop  # noqa: PLC0415  not on every platform
    except ImportError:
        return asyncio.run(work)
    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(work)


def bound(settings: Settings) -> socket.socket:
    """Take the address to listen on. Raises Misconfigured when it is not to be had."""
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    listening = socket.socket(family, socket.SOCK_STREAM)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((settings.host, settings.port))
        listening.listen(1024)  # from now on a caller waits instead of being refused
    except OSError as error:
        listening.close()
        raise Misconfigured(
            f"{settings.host}:{settings.port} is not free ({error.strerror}); "
            "set HOOKWRIGHT_PORT to another port, or to 0 for any"
        ) from error
    return listening


def address_of(listening: socket.socket) -> str:
    """The local address of a socket, as a URL."""
    host, port = listening.getsockname()[:2]
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="hookwright", description=metadata_summary(), allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=VERSION)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    parser.set_defaults(run=_serve)
    serve = commands.add_parser(
        "serve", help="everything in one process (the default), or one role"
    )
    serve.add_argument(
        "role",
        nargs="?",
        choices=("receiver", "api", "dispatcher"),
        help="on PostgreSQL: this alone",
    )
    serve.set_defaults(run=_serve)
    demo = commands.add_parser("demo", help="play the whole path with the built-in provider")
    demo.set_defaults(run=_demo)
    schema = commands.add_parser("schema", help="print the GraphQL schema")
    schema.set_defaults(run=_schema)
    provider = commands.add_parser("provider", help="files of the catalog")
    doings = provider.add_subparsers(title="actions", metavar="ACTION", required=True)
    doings.add_parser("schema", help="print the JSON Schema of a provider's file").set_defaults(
        run=_provider_schema
    )
    check = doings.add_parser("check", help="try providers' files: read, signed, played")
    check.add_argument("files", type=Path, nargs="+", metavar="FILE", help="SLUG.toml")
    check.set_defaults(run=_provider_check)
    token = commands.add_parser("token", help="make, list and revoke editor tokens")
    actions = token.add_subparsers(title="actions", metavar="ACTION", required=True)
    create = actions.add_parser("create", help="make a token and print it, this once")
    create.add_argument("--name", default="Made on the command line")
    create.set_defaults(run=_token, action="create")
    actions.add_parser("list", help="list tokens, not their text").set_defaults(
        run=_token, action="list"
    )
    revoke = actions.add_parser("revoke", help="revoke a token at once")
    revoke.add_argument("id")
    revoke.set_defaults(run=_token, action="revoke")
    return parser


def metadata_summary() -> str:
    """The package's own sentence, also from a folder that is not installed."""
    try:
        return metadata.metadata("hookwright")["Summary"]
    except metadata.PackageNotFoundError:
        return "The backend of custom webhook triggers."


def _serve(arguments: argparse.Namespace) -> int:
    from api.roles import EVERY, Role  # noqa: PLC0415  `--help` needs no server
    from api.serving import serve  # noqa: PLC0415

    role = getattr(arguments, "role", None)
    roles = frozenset({Role(role)}) if role else EVERY
    return run_loop(serve(from_environment(os.environ), roles))


def _demo(_: argparse.Namespace) -> int:
    from api.demo import play  # noqa: PLC0415

    return run_loop(play())


def _schema(_: argparse.Namespace) -> int:
    from api.schema import schema  # noqa: PLC0415
    from api.transport.schema import canonical_sdl  # noqa: PLC0415

    sys.stdout.write(canonical_sdl(schema))
    return 0


def _provider_schema(_: argparse.Namespace) -> int:
    from domain.catalog.published import json_schema_text  # noqa: PLC0415

    sys.stdout.write(json_schema_text())
    return 0


def _provider_check(arguments: argparse.Namespace) -> int:
    from api.checking import check  # noqa: PLC0415

    return run_loop(check(arguments.files))


def _token(arguments: argparse.Namespace) -> int:
    from api.tokens import manage  # noqa: PLC0415

    return run_loop(manage(from_environment(os.environ), arguments))
