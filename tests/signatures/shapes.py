"""Judges and deliveries that several files of these tests are written with."""

from typing import Any, Final

from domain.request import Request
from domain.signatures import Verifier, compile_verifier, read_scheme

from .build import NOW, changed, is_accepted, request, verifier
from .forging import b64, mac

BODY: Final = b'{"a":1}'
HMAC: Final[dict[str, Any]] = {"method": "hmac", "signature": {"from": "header:X-Sig"}}
SECRET: Final = "a shared secret of some length"
HS: Final[dict[str, Any]] = {
    "method": "jwt",
    "signature": {"from": "header:Authorization", "strip": "Bearer "},
    "algorithms": ["HS256"],
}
PUBLIC: Final[dict[str, Any]] = {**HS, "algorithms": ["RS256"]}
HEAD: Final = {"alg": "HS256", "typ": "JWT"}


def judge(data: dict[str, Any], **secrets: str) -> Verifier:
    return compile_verifier(read_scheme(data), {name: [text] for name, text in secrets.items()})


def bearing(text: str, body: bytes = b"{}") -> Request:
    return request(body, {"Authorization": f"Bearer {text}"})


def public_verifier(data: dict[str, Any], *keys: str) -> Verifier:
    return compile_verifier(read_scheme(data), {"public_key": keys})


def by(algorithm: str, **more: Any) -> dict[str, Any]:
    """A scheme with base64 signatures of the body."""
    return {
        "method": "signature",
        "algorithm": algorithm,
        "encoding": "base64",
        "signature": {"from": "header:X-Sig"},
        **more,
    }


def sent(signature: bytes, body: bytes = BODY) -> Request:
    return request(body, {"X-Sig": b64(signature)})


def over(content: Any, **more: Any) -> Verifier:
    return verifier({**HMAC, "content": content, **more}, "k")


def signing(delivery: Request, message: bytes | str) -> Request:
    """The delivery, with the HMAC of a message written out in the test."""
    raw = message.encode() if isinstance(message, str) else message
    return changed(delivery, headers={"X-Sig": mac(b"k", raw).hex()})


def covers_exactly(content: Any, delivery: Request, message: bytes | str, **more: Any) -> None:
    raw = message.encode() if isinstance(message, str) else message
    verify = over(content, **more)

    verify(signing(delivery, raw), NOW)
    for other in (raw + b"\n", raw[:-1], b""):
        assert not is_accepted(verify, signing(delivery, other))
