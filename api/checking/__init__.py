"""`hookwright provider check FILE …`: whether a provider's file is right, before it is offered.

    reading    the file, strictly: every problem by its key
    trying     every scheme with every example: the genuine delivery, and every way of spoiling it
    playing    the whole wizard at a real server, with the provider played from its own file

Leaves out whether the file tells the truth about the provider: its sources do.
"""

from collections.abc import Sequence
from pathlib import Path

from api.checking import playing, reading, trying
from api.demo.playing import told
from api.demo.stage import Theatre
from api.demo.telling import Teller


async def check(files: Sequence[Path]) -> int:
    """Check files one after the other and tell what was found: 0 when everything holds, 1 otherwise."""
    async with Theatre() as theatre:
        return max([await _check(theatre, file) for file in files], default=0)


async def _check(theatre: Theatre, file: Path) -> int:
    async def story(teller: Teller) -> None:
        provider = reading.read(teller, file)
        trying.attempt(teller, provider)
        await playing.play(teller, await theatre.stage(), provider, file)

    return await told(story, "The file holds")


__all__ = ["check"]
