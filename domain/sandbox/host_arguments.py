"""What the engine hands to a host function, checked: bytes, short text, whole numbers. Customers' code chooses them."""

from typing import Final

LONGEST_DATA: Final = 4 * 1024 * 1024
LONGEST_TEXT: Final = 64 * 1024
LONGEST_SECRET: Final = 64 * 1024


def octets(value: object, longest: int = LONGEST_DATA) -> bytes:
    """Take bytes of at most so many. Raises ValueError."""
    if not isinstance(value, bytes):
        raise ValueError("bytes are expected")  # noqa: TRY004  the one error that may leave a host function
    if len(value) > longest:
        raise ValueError(f"at most {longest // 1024} KB are taken")
    return value


def text(value: object) -> str:
    """Take text of at most 64 KB. Raises ValueError."""
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise ValueError("a short text is expected")
    return value


def whole(value: object, least: int, most: int, name: str) -> int:
    """Take a whole number from `least` to `most`, both allowed; name: how it is called. Raises ValueError."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise ValueError(f"{name} must be a whole number from {least:,} to {most:,} here")
    return value
