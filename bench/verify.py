"""What judging costs beyond the bare primitive of the same library, in one run on one core.

`python -m bench.verify [rounds]`: medians over rounds that alternate between the two, every delivery
a fresh request; processor time, so that other work on the machine counts little.
"""

import hmac
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding
from joserfc import jws
from rich.console import Console
from rich.table import Table

from bench import load
from domain import catalog
from domain.request import Request
from domain.signatures import Jwt, PublicKeySignature, Scheme, compile_verifier, key_pairs
from domain.signatures import jose as tokens
from domain.signatures.reading import read_scheme
from domain.simulator.materials import Material, signed_with, with_pairs

NOW: Final = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
SIZES: Final = (2_048, 262_144)
SECRET: Final = "whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVo0NTY3ODk="
KEY: Final = SECRET.encode()
HEADERS: Final = (
    ("host", "hooks.example.com"),
    ("user-agent", "Provider/1.0"),
    ("content-type", "application/json"),
    ("accept", "*/*"),
    ("accept-encoding", "gzip"),
    ("x-forwarded-proto", "https"),
    ("webhook-id", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W"),
)

Work = Callable[[Request], object]


@dataclass(frozen=True, slots=True)
class Case:
    """A scheme and the bare primitive beside it, made from a genuine delivery."""

    name: str
    scheme: Scheme
    bare: Callable[[Scheme, Material, Request], Work]


def main() -> None:
    """Run the rounds and print the table."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    load.pin(0)
    table = Table("scheme", "body", "bare µs", "judged µs", "beyond µs", "ratio", box=None)
    for size in SIZES:
        for case in cases():
            bare, judged = measure(case, size, rounds)
            beyond, ratio = judged - bare, judged / bare
            row = (f"{bare:.2f}", f"{judged:.2f}", f"{beyond:.2f}", f"{ratio:.2f}")
            table.add_row(case.name, f"{size // 1024} KB", *row)
    Console().print(table)


def cases() -> list[Case]:
    """Providers with an HMAC, then each kind of public key, then tokens that hold the body's hash."""
    found = [
        Case(slug, catalog.provider(slug).schemes[0].scheme, _bare_hmac)
        for slug in ("slack", "stripe", "standard-webhooks", "github")
    ]
    found += [
        Case(name, read_scheme(_over_content(name)), _bare_signature)
        for name in ("ed25519", "rsa-sha256", "ecdsa-sha256")
    ]
    return [
        *found,
        *(Case(f"jwt {name}", read_scheme(_token(name)), _bare_token) for name in _JWTS),
    ]


def measure(case: Case, size: int, rounds: int) -> tuple[float, float]:
    """Median microseconds of the bare primitive over the body and of judging a genuine delivery."""
    material = with_pairs(case.scheme, {"secret": [SECRET]})
    genuine = signed_with(case.scheme, _draft(size), material, NOW)
    verify = compile_verifier(case.scheme, material.secrets)
    primitive = case.bare(case.scheme, material, genuine)
    count = max(20, 2_000_000 // (size + 2_000) // (1 if case.bare is _bare_hmac else 5))
    bare: list[float] = []
    judged: list[float] = []
    for _ in range(rounds):
        deliveries = [_fresh(genuine) for _ in range(count)]
        bare.append(_timed(primitive, deliveries))
        # the call is what counts: it returns nothing
        judged.append(_timed(lambda one: verify(one, NOW), deliveries))
    return statistics.median(bare), statistics.median(judged)


_JWTS: Final = ("HS256", "ES256", "RS256")


def _over_content(algorithm: str) -> dict[str, Any]:
    return {
        "method": "signature",
        "algorithm": algorithm,
        "encoding": "base64",
        "signature": {"from": "header:X-Signature"},
        "timestamp": {"from": "header:X-Time"},
        "content": "{timestamp}.{body}",
    }


def _token(algorithm: str) -> dict[str, Any]:
    return {
        "method": "jwt",
        "signature": {"from": "header:Authorization", "strip": "Bearer "},
        "algorithms": [algorithm],
        "need": ["exp"],
        "bind": [{"value": "claim:hash", "equals": "{body|sha256|hex}"}],
    }


def _bare_hmac(_scheme: Scheme, _material: Material, _genuine: Request) -> Work:
    return lambda one: hmac.digest(KEY, one.body, "sha256")


def _bare_signature(scheme: Scheme, material: Material, genuine: Request) -> Work:
    assert isinstance(scheme, PublicKeySignature)
    private: Any = next(iter(material.private.values()))
    public, sha256 = private.public_key(), hashes.SHA256()
    given: tuple[Any, ...] = {
        "ed25519": (),
        "rsa": (padding.PKCS1v15(), sha256),
        "P-256": (ec.ECDSA(sha256),),
    }[key_pairs.kind(scheme)]
    signature = private.sign(genuine.body, *given)
    return lambda one: public.verify(signature, one.body, *given)


def _bare_token(scheme: Scheme, material: Material, genuine: Request) -> Work:
    assert isinstance(scheme, Jwt)
    private: Any = next(iter(material.private.values()), None)
    key = tokens.public(private.public_key()) if private else tokens.shared(KEY)
    text = dict(genuine.headers)["authorization"].removeprefix("Bearer ")
    names = [one.value for one in scheme.algorithms]

    def work(one: Request) -> object:
        jws.deserialize_compact(text, key, algorithms=names)
        return hmac.digest(KEY, one.body, "sha256")

    return work


def _timed(work: Work, deliveries: Sequence[Request]) -> float:
    started = time.process_time()
    for one in deliveries:
        work(one)
    return (time.process_time() - started) / len(deliveries) * 1e6


def _draft(size: int) -> Request:
    body = b'{"id":"evt_1","type":"payment.created","data":"' + b"x" * (size - 60) + b'"}'
    return Request(
        method="POST",
        public_url="https://hooks.example.com",
        path="/triggers/connect/prj_1/int_1",
        query_string="",
        headers=HEADERS,
        body=body,
        received_at=NOW,
    )


def _fresh(one: Request) -> Request:
    return Request(
        method=one.method,
        public_url=one.public_url,
        path=one.path,
        query_string=one.query_string,
        headers=one.headers,
        body=one.body,
        received_at=one.received_at,
    )


if __name__ == "__main__":
    main()
