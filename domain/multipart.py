"""Forms in parts (multipart/form-data, RFC 7578): cut apart once, within bounds, and written.

Knows names and bytes of parts; leaves out what they mean. A part of a file is known by its name
only where it is written again.
"""

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

MAX_PARTS: Final = 200
MAX_HEADERS: Final = 4_096


class Part(NamedTuple):
    """headers: raw lines. name: None when the part has none. text: None for a file or what is not UTF-8."""

    headers: bytes
    name: str | None
    content: bytes
    text: str | None


def boundary_of(content_type: str) -> str:
    """The boundary that a Content-Type names. Raises ValueError when it is not a form in parts."""
    if not content_type.lower().startswith("multipart/form-data"):
        raise ValueError("the body is not a form in parts (multipart/form-data)")
    found = _BOUNDARY.search(content_type)
    if found is None:
        raise ValueError("the form in parts names no boundary")
    return found.group(1) or found.group(2)


def cut(body: bytes, boundary: str) -> tuple[Part, ...]:
    """Every part, in order. Raises ValueError when the body is cut off or has more than MAX_PARTS."""
    delimiter = b"\r\n--" + boundary.encode("latin-1", "replace")
    pieces = (b"\r\n" + body).split(delimiter, MAX_PARTS + 1)
    if len(pieces) > MAX_PARTS + 1:
        raise ValueError(f"the form in the body has more than {MAX_PARTS} parts")
    if len(pieces) < 2 or not pieces[-1].startswith(b"--"):
        raise ValueError("the form in parts is cut off")
    return tuple(_part(piece) for piece in pieces[1:-1])


def joined(parts: Sequence[Part], boundary: str) -> bytes:
    """The body with these parts."""
    line = b"--" + boundary.encode("latin-1")
    blocks = [line + b"\r\n" + one.headers + b"\r\n\r\n" + one.content for one in parts]
    return b"\r\n".join([*blocks, line + b"--\r\n"])


def text_part(name: str, text: str) -> Part:
    """A part that holds a text."""
    quoted = name.replace("\\", "\\\\").replace('"', '\\"')
    headers = f'Content-Disposition: form-data; name="{quoted}"'
    return Part(headers.encode(), name, text.encode(), text)


def _part(piece: bytes) -> Part:
    head, blank, content = piece.partition(b"\r\n\r\n")
    # what follows the boundary on its own line is padding (RFC 2046, section 5.1.1)
    _padding, _, headers = head.partition(b"\r\n")
    if not blank or len(headers) > MAX_HEADERS:
        raise ValueError("a part of the form in the body has no readable headers")
    name, is_file = _disposition(headers.decode("utf-8", "replace"))
    return Part(headers, name, content, None if is_file else _decoded(content))


def _disposition(headers: str) -> tuple[str | None, bool]:
    for line in headers.split("\r\n"):
        if line[:20].lower() == "content-disposition:":
            found = _PARAMETER.findall(line)
            values = {key.lower(): quoted or bare for key, quoted, bare in found}
            name = values.get("name")
            plain = None if name is None else re.sub(r"\\(.)", r"\1", name)
            return plain, "filename" in values or "filename*" in line.lower()
    return None, False


def _decoded(content: bytes) -> str | None:
    try:
        return content.decode()
    except UnicodeDecodeError:
        return None


_BOUNDARY: Final = re.compile(
    r';\s*boundary=(?:"([^"\r\n]{1,200})"|([^\s;"]{1,200}))', re.IGNORECASE
)
_PARAMETER: Final = re.compile(r';\s*([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))')
