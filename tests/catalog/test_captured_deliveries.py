"""Each delivery in `tests/deliveries/<provider>/<event>.http`, byte for byte, verifies under the catalog.

Their signatures were computed by the formulas of the providers' pages, not by our `sign`; all were
sent at NOW, under SECRET.
"""

from pathlib import Path
from typing import Final

import pytest

from domain import catalog
from domain.request import Request
from domain.signatures import Scheme, compile_verifier, secret_names
from tests.signatures.build import NOW, changed, is_accepted, request

SECRET: Final = "c2VjcmV0LW9mLXRoZS10ZXN0cw=="
OTHER: Final = "YW5vdGhlci1zZWNyZXQ="
FOLDER: Final = Path(__file__).parent.parent / "deliveries"
FILES: Final = sorted(FOLDER.glob("*/*.http"))
each_file = pytest.mark.parametrize(
    "file", FILES, ids=[f"{one.parent.name}/{one.name}" for one in FILES]
)


def delivery(file: Path) -> Request:
    head, _, body = file.read_bytes().partition(b"\r\n\r\n")
    line, *fields = head.decode("latin-1").split("\r\n")
    method, target, _version = line.split(" ")
    path, _, query = target.partition("?")
    pairs = tuple(
        (name, value.strip()) for name, _, value in (one.partition(":") for one in fields)
    )
    return request(body, pairs, method=method, path=path, query=query)


def scheme(file: Path) -> Scheme:
    return catalog.provider(file.parent.name).schemes[0].scheme


def verifies(file: Path, one: Request, secret: str) -> bool:
    names = secret_names(scheme(file))
    return is_accepted(compile_verifier(scheme(file), {name: [secret] for name in names}), one, NOW)


def test_every_delivery_is_of_a_provider() -> None:
    assert len(FILES) >= 22
    assert {file.parent.name for file in FILES} <= catalog.load().providers.keys()


@each_file
def test_a_delivery_verifies_under_its_secret_and_no_other(file: Path) -> None:
    genuine = delivery(file)

    assert dict(genuine.headers)["content-length"] == str(len(genuine.body))
    assert verifies(file, genuine, SECRET)
    assert not verifies(file, genuine, OTHER)


@each_file
def test_a_delivery_without_its_headers_does_not_verify(file: Path) -> None:
    genuine = delivery(file)
    bare = request(genuine.body.replace(b'"signature":"', b'"signature":"0'), ())

    assert not verifies(file, bare, SECRET)
    assert not verifies(file, changed(bare, body=b""), SECRET)
