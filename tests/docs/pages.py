"""Reading documentation pages: fenced examples, first cells of tables, headings. Leaves out what they mean."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parent.parent.parent
DOCS: Final = ROOT / "docs"
NAMES: Final = (
    "signatures.md",
    "handshakes.md",
    "templates.md",
    "verdicts.md",
    "operating.md",
    "providers.md",
    "console.md",
    "accounts.md",
    "connected-users.md",
)

_FENCE: Final = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING: Final = re.compile(r"^#+ (.+)$", re.MULTILINE)
_LINK: Final = re.compile(r"\]\(([^)\s]+)\)")
_CELL: Final = re.compile(r"`([^`]+)`")


def page(name: str) -> str:
    """The text of a page in docs/."""
    return (DOCS / name).read_text(encoding="utf-8")


def examples(text: str, language: str) -> list[str]:
    """The contents of every fenced block of one language, in order."""
    return [content for found, content in _FENCE.findall(text) if found == language]


def lines(text: str, language: str) -> list[tuple[str, str]]:
    """Every `left => right` line of the blocks of one language."""
    block = "".join(examples(text, language))
    pairs = [line.partition(" => ") for line in block.splitlines()]
    return [(left, right) for left, _, right in pairs]


def first_cells(text: str) -> list[str]:
    """Every text in backquotes in the first cell of a table's row, in order."""
    cells = [line.split("|")[1] for line in text.splitlines() if line.startswith("| ")]
    return [word for cell in cells for word in _CELL.findall(cell)]


def prose(text: str) -> str:
    """The text without its fenced blocks."""
    return _FENCE.sub("", text)


def links(text: str) -> list[str]:
    """The targets of every link outside fenced blocks."""
    return _LINK.findall(prose(text))


def anchors(text: str) -> Iterator[str]:
    """The anchors of a page's headings, as a forge makes them."""
    for heading in _HEADING.findall(prose(text)):
        yield re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
