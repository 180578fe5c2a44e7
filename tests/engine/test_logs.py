"""Log lines: whole, in order, and those of one turn of the loop in one write."""

import asyncio
import io

from api.logs import Lines


class Counted(io.BytesIO):
    """Counts how often it is written to."""

    writes = 0

    def write(self, content: bytes, /) -> int:  # type: ignore[override]
        """Count it."""
        self.writes += 1
        return super().write(content)


async def test_lines_of_one_turn_of_the_loop_are_written_together() -> None:
    file = Counted()
    lines = Lines(file)

    for text in (b"one", b"two", b"three"):
        lines.info(text)
    await asyncio.sleep(0)
    lines.error(b"four")
    await asyncio.sleep(0)

    assert file.getvalue() == b"one\ntwo\nthree\nfour\n"
    assert file.writes == 2


def test_a_line_outside_a_loop_is_written_at_once() -> None:
    file = Counted()

    Lines(file).info(b"one")

    assert file.getvalue() == b"one\n"
