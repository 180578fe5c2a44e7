"""The bytes that are signed: a template, or parts that follow each other.

Knows how a scheme's content is put together from slots and listing; leaves out what is done with it.
"""

from collections.abc import Iterator

from domain.signatures import listing, slots
from domain.signatures.parts import ContentPart
from domain.signatures.schemes import OverContent
from domain.signatures.slots import Builder, Slot

Parts = tuple[str | ContentPart, ...]


def parts(scheme: OverContent) -> Parts:
    """The content as parts, however it was written."""
    return (scheme.content,) if isinstance(scheme.content, str) else scheme.content


def builder(parts: Parts, own: str = "") -> Builder:
    """Compile content. own: the name of the secret that `{secret}` reads.

    The builder raises Malformed when a part is missing or cannot be read.
    """
    pieces: list[bytes | Builder] = []
    for part in parts:
        if isinstance(part, ContentPart):
            pieces.append(listing.builder(part, own))
        else:
            for one in slots.parse(part):
                pieces.append(one if isinstance(one, bytes) else slots.piece(one, own))  # noqa: PERF401  plain to read
    return slots.sequence(pieces)


def slots_of(scheme: OverContent) -> Iterator[Slot]:
    """Every slot of the content, those in lists of fields too."""
    for part in parts(scheme):
        yield from part_slots(part)


def part_slots(part: str | ContentPart) -> Iterator[Slot]:
    """Every slot of one part."""
    if isinstance(part, str):
        yield from slots.slots([part])
        return
    places = [part.by, part.signed_headers]
    for pairs in (part.fields, *part.lists.values()):
        places += [place for _, place in pairs]
    yield from (slots.slot(place) for place in places if place)


def signs_url(scheme: OverContent) -> bool:
    """Whether the content holds our full address, or something that is bound to it."""
    bound = slots.slots(rule.equals for rule in scheme.bind)
    return any(one.what == "url" for one in (*slots_of(scheme), *bound))
