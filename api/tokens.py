"""`hookwright token`: editor tokens of the first project. Works beside a running server."""

import argparse

from rich.console import Console
from rich.table import Table

from domain import clock, database
from domain.connections import tokens
from domain.connections.callers import Caller, CallerKind
from domain.connections.projects import first_project
from domain.models import EditorToken
from domain.settings import Settings


async def manage(settings: Settings, arguments: argparse.Namespace) -> int:
    """Make, list or revoke. Raises Invalid, NotFound."""
    console = Console(highlight=False, soft_wrap=True)
    async with database.visited(settings.database):
        project, _ = await first_project(settings.editor_token)
        caller = Caller(project.id, CallerKind.EDITOR)
        if arguments.action == "create":
            made = await tokens.create_token(caller, arguments.name)
            console.print(made.token)
        elif arguments.action == "revoke":
            row = await tokens.revoke_token(caller, arguments.id)
            console.print(f"Revoked {row.id} ({row.name}).")
        else:
            console.print(_table(await tokens.list_tokens(caller)))
    return 0


def _table(rows: list[EditorToken]) -> Table:
    table = Table("id", "name", "made", "revoked", box=None)
    for row in rows:
        revoked = f"{clock.from_ms(row.revoked_ms):%Y-%m-%d %H:%M}" if row.revoked_ms else ""
        table.add_row(row.id, row.name, f"{clock.from_ms(row.created_ms):%Y-%m-%d %H:%M}", revoked)
    return table
