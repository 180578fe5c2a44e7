"""What a text from a person may be, before it is stored.

Knows characters and lengths; leaves out what the text means.
"""

from collections.abc import Iterator

from domain.errors import Problem, ProblemCode


def problems(
    text: str, *path: str, most: int, is_required: bool = True, what: str = "it"
) -> Iterator[Problem]:
    """Find what is wrong with a text: blank, longer than `most` characters, or not storable.

    what: how a person calls it, at the start of the message.
    """
    if is_required and not text.strip():
        yield Problem(
            ProblemCode.REQUIRED, f"{what} is empty: 1 to {most} characters are needed", path
        )
    if len(text) > most:
        message = f"{what} has {len(text)} characters; at most {most} are accepted"
        yield Problem(ProblemCode.TOO_LONG, message, path)
    if not is_clean(text):
        message = f"{what} holds a NUL character or half of a surrogate pair; remove it"
        yield Problem(ProblemCode.INVALID, message, path)


def is_clean(text: str) -> bool:
    """Whether a text can be stored and sent as UTF-8 and holds no NUL."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return "\0" not in text


def shorten(text: str, most: int) -> str:
    """Cut a text to at most `most` characters, the last one an ellipsis when something was cut."""
    return text if len(text) <= most else text[: most - 1] + "…"
