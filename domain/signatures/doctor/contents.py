"""What providers sign, as content templates, the usual first: stages, each dearer than the one before."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Final

from domain.signatures.doctor.evidence import Stamp
from domain.signatures.parts import ContentPart

Parts = str | tuple[str | ContentPart, ...]

_SEPARATORS: Final = (".", "", ":", "|", "\n", "-", "_", ";", ",", "&", "+", " ")
_FEW: Final = (".", "", ":", "|", "\n", "-")
_URLS: Final = ("{url}", "https://{host}{path}", "{path_query}", "{path}")
_HASHES: Final = ("{body|sha256|hex}", "{body|sha256|base64}", "{body|md5|hex}", "{body|sha256}")
_FORMS: Final = (
    ContentPart(params="form"),
    ContentPart(params="form", between="=", join="&"),
    ContentPart(params="form", show="values"),
    ContentPart(params="form", sort="sent"),
    ContentPart(params="json", show="values"),
)


@dataclass(frozen=True, slots=True)
class Content:
    """Bytes that may be what was signed. stamp: the time in it, if there is one."""

    parts: Parts
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Parameters:
    """What a delivery offers beside its body. ids: places. words: versions that may be signed too, such as `v0`."""

    stamps: Sequence[Stamp]
    ids: Sequence[str]
    words: Sequence[str]


Stage = Callable[[Parameters], Iterator[Content]]


def usual(given: Parameters) -> Iterator[Content]:
    """The body, alone or with a time."""
    yield Content("{body}")
    for stamp in given.stamps:
        for separator in _SEPARATORS:
            yield Content(separator.join(("{timestamp}", "{body}")), stamp)
            yield Content(separator.join(("{body}", "{timestamp}")), stamp)
        for word in given.words:
            for separator in (":", ".", ""):
                yield Content(separator.join((word, "{timestamp}", "{body}")), stamp)
        yield Content("[{timestamp};{body}]", stamp)


def with_ids(given: Parameters) -> Iterator[Content]:
    """The body with an id or a nonce, and perhaps a time."""
    for place in given.ids:
        one = "{" + place + "}"
        for separator in _SEPARATORS:
            yield Content(separator.join((one, "{body}")))
            yield Content(separator.join(("{body}", one)))
        for stamp in given.stamps:
            for parts in permutations((one, "{timestamp}", "{body}")):
                for separator in _FEW:
                    yield Content(separator.join(parts), stamp)


def with_address(given: Parameters) -> Iterator[Content]:
    """Our address, alone or with what came there."""
    yield Content("{url}")
    yield from (Content(("{url}", form)) for form in _FORMS)
    yield from (Content((form,)) for form in _FORMS)
    for url in _URLS:
        for separator in _FEW:
            yield from _joined(separator, (url, "{body}"))
            yield Content(separator.join(("{method}", url, "{body}")))
        for stamp in given.stamps:
            for separator in _FEW:
                for parts in _timed(url):
                    yield Content(separator.join(parts), stamp)


def with_hash(given: Parameters) -> Iterator[Content]:
    """A hash of the body in the place of the body."""
    for hashed in _HASHES:
        yield Content(hashed)
        for stamp in given.stamps:
            for separator in _FEW:
                yield Content(separator.join(("{timestamp}", hashed)), stamp)
                yield Content(separator.join((hashed, "{timestamp}")), stamp)
                for place in given.ids:
                    yield Content(separator.join(("{" + place + "}", "{timestamp}", hashed)), stamp)


def without_body(given: Parameters) -> Iterator[Content]:
    """A time and an id alone: such a signature would fit another body too."""
    for stamp in given.stamps:
        yield Content("{timestamp}", stamp)
        for place in given.ids:
            for separator in _FEW:
                yield from _joined(separator, ("{" + place + "}", "{timestamp}"), stamp)
    for place in given.ids:
        yield Content("{" + place + "}")


def keyed(content: Content) -> Iterator[Content]:
    """The same with the secret inside, as plain digests are made."""
    if not isinstance(content.parts, str):
        return
    for separator in ("", ".", ":", "|", "&"):
        yield Content(separator.join(("{secret}", content.parts)), content.stamp)
        yield Content(separator.join((content.parts, "{secret}")), content.stamp)


STAGES: Final[tuple[Stage, ...]] = (usual, with_ids, with_address, with_hash, without_body)


def _timed(url: str) -> Iterator[tuple[str, ...]]:
    yield from permutations((url, "{timestamp}", "{body}"))
    yield ("{method}", url, "{body}", "{timestamp}")
    yield ("{method}", url, "{timestamp}", "{body}")
    yield ("{timestamp}", "{method}", url, "{body}")


def _joined(
    separator: str, parts: tuple[str, ...], stamp: Stamp | None = None
) -> Iterator[Content]:
    for each in permutations(parts):
        yield Content(separator.join(each), stamp)
