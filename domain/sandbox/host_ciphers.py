"""AES and triple DES as Node's cipher objects use them: opened once, fed in parts, closed. A child opens its own.

Leaves out encodings of what goes in and comes out.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.decrepit.ciphers.algorithms import TripleDES
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.padding import PKCS7

from domain.sandbox.host_arguments import octets, text, whole
from domain.sandbox.host_keys import TROUBLE

MOST_OPEN: Final = 1_000
BAD_END: Final = "wrong final block length"
BAD_PADDING: Final = "bad decrypt"
BAD_TAG: Final = "Unsupported state or unable to authenticate data"
CLOSED: Final = "Invalid state"
_SHORTEST_TAG: Final = 4
_SHORTEST_GCM_IV: Final = 8


@dataclass(frozen=True, slots=True)
class Kind:
    """A cipher by Node's name. key, iv, block: bytes; iv 0 is none, None is any; block 1 has no padding."""

    algorithm: Callable[[bytes], Any]
    key: int
    mode: str
    iv: int | None
    block: int


def _kinds() -> Mapping[str, Kind]:
    found: dict[str, Kind] = {}
    for bits in (128, 192, 256):
        for mode, iv, block in (("cbc", 16, 16), ("ctr", 16, 1), ("ecb", 0, 16), ("gcm", None, 1)):
            found[f"aes-{bits}-{mode}"] = Kind(algorithms.AES, bits // 8, mode, iv, block)
        found[f"aes{bits}"] = found[f"aes-{bits}-cbc"]
        found[f"id-aes{bits}-gcm"] = found[f"aes-{bits}-gcm"]
    found["des-ede3-cbc"] = found["des3"] = Kind(TripleDES, 24, "cbc", 8, 8)
    found["des-ede3"] = found["des-ede3-ecb"] = Kind(TripleDES, 24, "ecb", 0, 8)
    return MappingProxyType(found)


KINDS: Final = _kinds()
_MODES: Final[Mapping[str, Callable[[bytes], modes.Mode]]] = MappingProxyType(
    {
        "cbc": modes.CBC,
        "ctr": modes.CTR,
        "ecb": lambda _: modes.ECB(),  # noqa: S305  a provider's choice, not ours
        "gcm": lambda iv: modes.GCM(iv, None, _SHORTEST_TAG),
    }
)


def ciphers() -> dict[str, list[object]]:
    """Name → [bytes of the key, bytes of the IV or None for any, mode, bytes of a block]."""
    return {name: [one.key, one.iv, one.mode, one.block] for name, one in KINDS.items()}


@dataclass(slots=True)
class _Open:
    kind: Kind
    encrypts: bool
    context: Any
    pads: bool = True
    padding: Any = None
    fed: int = 0

    def feed(self, data: bytes) -> bytes:
        if self.fed == 0 and self.pads and self.kind.block > 1:
            form = PKCS7(self.kind.block * 8)
            self.padding = form.padder() if self.encrypts else form.unpadder()
        self.fed += len(data) or 1
        if self.padding is None:
            return bytes(self.context.update(data))
        if self.encrypts:
            return bytes(self.context.update(self.padding.update(data)))
        return bytes(self.padding.update(self.context.update(data)))

    def finish(self, tag: bytes | None) -> list[bytes | None]:
        rest = self.feed(b"")
        if self.encrypts and self.padding is not None:
            rest += self.context.update(self.padding.finalize())
        if self.kind.mode == "gcm" and not self.encrypts:
            return [rest + self.context.finalize_with_tag(tag), None]
        rest += _ended(self.context.finalize, BAD_END)
        if not self.encrypts and self.padding is not None:
            # of nothing at all, not even padding came
            rest += _ended(self.padding.finalize, BAD_PADDING if self.fed > 1 else BAD_END)
        return [rest, self.context.tag if self.kind.mode == "gcm" else None]


@dataclass(slots=True)
class OpenCiphers:
    """The cipher objects of one process, by number."""

    _open: dict[int, _Open] = field(default_factory=dict)
    _last: int = 0

    def open(self, name: object, encrypts: object, key: object, iv: object) -> int:
        """Begin. iv: empty for a cipher without one. Raises ValueError."""
        kind = KINDS.get(text(name))
        if kind is None:
            raise ValueError("Unknown cipher")
        if len(self._open) >= MOST_OPEN:
            raise ValueError(f"at most {MOST_OPEN:,} ciphers can be open")
        how = kind.algorithm(_of_length(octets(key), kind.key, "Invalid key length"))
        cipher: Cipher[Any] = Cipher(how, _MODES[kind.mode](_iv(kind, octets(iv))))
        context = cipher.encryptor() if encrypts is True else cipher.decryptor()
        self._last += 1
        self._open[self._last] = _Open(kind, encrypts is True, context)
        return self._last

    def without_padding(self, number: object) -> None:
        """Neither add nor take away padding; only before the first data."""
        self._of(number).pads = False

    def associate(self, number: object, data: object) -> None:
        """Authenticate data that is not encrypted; before the first data, for GCM only."""
        one = self._of(number)
        taken = octets(data)
        if one.kind.mode != "gcm" or one.fed:
            raise ValueError("Invalid state for operation setAAD")
        one.context.authenticate_additional_data(taken)

    def feed(self, number: object, data: object) -> bytes:
        """Encrypt or decrypt the next part: what is ready comes back."""
        one = self._of(number)
        taken = octets(data)
        return one.feed(taken) if taken else b""

    def finish(self, number: object, tag: object = None) -> list[bytes | None]:
        """Close: the rest, and the 16 bytes of a GCM tag when it was made. tag: of GCM when decrypting."""
        one = self._of(number)
        given = None if tag is None else octets(tag)
        opens = one.kind.mode == "gcm" and not one.encrypts
        if opens and (given is None or not _SHORTEST_TAG <= len(given) <= 16):
            raise ValueError(BAD_TAG)
        del self._open[whole(number, 0, self._last, "number")]
        try:
            return one.finish(given)
        except InvalidTag:
            raise ValueError(BAD_TAG) from None

    def _of(self, number: object) -> _Open:
        found = self._open.get(whole(number, 0, self._last, "number"))
        if found is None:
            raise ValueError(CLOSED)
        return found


def _iv(kind: Kind, iv: bytes) -> bytes:
    if kind.iv is not None:
        return _of_length(iv, kind.iv, "Invalid initialization vector")
    if not _SHORTEST_GCM_IV <= len(iv) <= 128:
        raise ValueError("Invalid initialization vector")
    return iv


def _of_length(value: bytes, length: int, words: str) -> bytes:
    if len(value) != length:
        raise ValueError(words)
    return value


def _ended(finalize: Callable[[], bytes], words: str) -> bytes:
    try:
        return finalize()
    except TROUBLE:
        raise ValueError(words) from None
