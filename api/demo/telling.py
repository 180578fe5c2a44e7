"""Lines on a terminal, and expectations: a line that says something happened is printed after it was checked."""

import io
import sys
from typing import Any, Final

from rich.console import Console, RenderableType
from rich.table import Table
from rich.text import Text

_WIDTH: Final = 80
_COLOURS: Final = {"EVENT": "green", "REJECTED": "red"}


class Failed(Exception):
    """A step did not happen: what was expected, and what came."""

    def __init__(self, step: str, expected: object, came: object) -> None:
        super().__init__(step)
        self.step = step
        self.expected = expected
        self.came = came


class Teller:
    """Tells the story and counts what was checked. Texts are shown as they are: no markup is read."""

    def __init__(self) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(
                errors="replace"
            )  # a terminal without UTF-8 still gets the story
        self._console = Console(highlight=False)
        self._console.width = min(self._console.width, _WIDTH)
        self.checked = 0

    def expect(self, step: str, expected: object, came: object) -> None:
        """Check one thing. Raises Failed."""
        if came != expected:
            raise Failed(step, expected, came)
        self.checked += 1

    def say(self, text: str) -> None:
        """Tell something that is no step."""
        self._print(Text(text))

    def act(self, title: str) -> None:
        """Begin a part of the story."""
        self._print(Text(f"\n{title}", style="bold"))

    def done(self, text: str) -> None:
        """Tell a step that was checked."""
        self._line("✓", "green", Text(text))

    def detail(self, text: str) -> None:
        """Tell more about the last step."""
        self._line(" ", "", Text(text, style="dim"))

    def arrived(self, delivery: dict[str, Any], what: str) -> None:
        """Tell what a listener was shown: verdict, answer, and the reason when there is one."""
        colour = _COLOURS.get(delivery["outcome"], "cyan")
        line = _grid(2, 9, 3)
        line.add_row(
            "", Text(delivery["outcome"], colour), str(delivery["reply"]["status"]), Text(what)
        )
        if delivery["cause"]:
            why = f"{delivery['cause']}: {delivery['explanation']}"
            line.add_row("", "", "", Text(why, style="dim"))
        self._print(line)

    def failed(self, step: str, expected: object, came: object) -> None:
        """Tell what did not happen."""
        self._line("✗", "red", Text(step, style="bold red"))
        self.detail(f"expected: {expected}")
        first, *more = str(came).splitlines() or [""]
        for line in (f"came:     {first}", *(f"          {each}" for each in more)):
            self.detail(line)

    def finished(self, text: str) -> None:
        """Tell the end of a story that went well."""
        self._print(Text(f"\n{text}", style="bold green"))

    def _line(self, mark: str, style: str, text: Text) -> None:
        line = _grid(2)
        line.add_row(Text(f" {mark}", style=style), text)
        self._print(line)

    def _print(self, what: RenderableType) -> None:
        self._console.print(what)


def _grid(*widths: int) -> Table:
    """Columns of these widths, and one that takes the rest and wraps below itself."""
    grid = Table.grid(padding=(0, 1))
    for width in widths:
        grid.add_column(min_width=width, no_wrap=True)
    grid.add_column(overflow="fold")
    return grid
