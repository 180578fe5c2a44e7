"""The signature doctor by its rules alone: whatever arrives is looked at, within bounds; what verifies is found unaided."""

from typing import Any, Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain import catalog
from domain.request import Request
from domain.signatures import compile_verifier, read_scheme, secret_names
from domain.signatures.doctor import Budget, Case, Diagnosis, Found, Held, HintCode, Known, diagnose
from domain.signatures.doctor.budget import MOST
from domain.simulator.examples import draft
from domain.simulator.materials import Material, made_up, signed_with

from .build import NOW, changed, request, signed
from .test_properties import BODIES, NAMES, VALUES

SECRET: Final = "cGxhbnRlZC1zZWNyZXQtb2YtYWNtZQ=="
HELD: Final = Held("{{secrets.ACME}}", SECRET)
BODY: Final = b'{"id":"evt_1","type":"item.created"}'
KNOWN: Final = tuple(
    Known(one.slug, one.name, named.slug, named.scheme)
    for one in catalog.load().providers.values()
    for named in one.schemes
)
UNAIDED: Final = (
    "stripe", "slack", "github", "shopify", "twilio", "hubspot", "trello", "square", "zoom", "mailgun", "box",
    "discord", "telnyx", "sendgrid", "wise", "openai", "clerk", "close", "quo", "cloudinary", "lark", "docusign",
    "airtable", "gitlab", "chargebee", "livekit", "gong", "kinde", "crisp", "dialpad", "vonage", "paddle", "retell",
)  # fmt: skip
"""Providers of many shapes: found without the catalog."""


def about(delivery: Request, *secrets: Held, known: tuple[Known, ...] = ()) -> Diagnosis:
    return diagnose(Case(delivery, secrets or (HELD,), known=known), Budget())


def takes(found: Found, delivery: Request) -> bool:
    texts = {name: [held.text] for name, held in found.secrets.items()}
    compile_verifier(found.scheme, texts)(delivery, delivery.received_at)
    return True


def delivered(slug: str) -> tuple[Request, Material]:
    provider = catalog.provider(slug)
    scheme = provider.schemes[0].scheme
    text = "6b" * 32 if "'hex'" in str(scheme) else SECRET
    material = made_up(scheme, text)
    one = draft(provider, "https://hooks.example.com/triggers/connect/prj_1/int_1")
    return signed_with(scheme, one, material, one.received_at), material


@pytest.mark.parametrize("slug", [slug for slug in UNAIDED if slug in catalog.load().providers])
def test_a_provider_is_found_without_the_catalog(slug: str) -> None:
    delivery, material = delivered(slug)
    texts = [str(text) for texts in material.secrets.values() for text in texts]

    diagnosis = about(
        delivery, *(Held(f"{{{{secrets.S{n}}}}}", one) for n, one in enumerate(texts))
    )

    assert takes(diagnosis.findings[0].found, delivery)
    assert not any(text in diagnosis.explanation for text in texts)


def test_every_shared_secret_of_the_catalog_is_recognised() -> None:
    missed: list[str] = []
    for slug, provider in catalog.load().providers.items():
        names = secret_names(provider.schemes[0].scheme)
        if not names or "fetch=Fetch" in str(provider.schemes[0].scheme):
            continue
        delivery, material = delivered(slug)
        texts = dict.fromkeys(str(text) for each in material.secrets.values() for text in each)
        own = tuple(one for one in KNOWN if one.provider == slug)
        found = about(delivery, *(Held("{{secrets.S}}", one) for one in texts), known=own).findings
        if not found or found[0].found.known != own[:1]:
            missed.append(slug)

    assert missed == []


@given(
    headers=st.lists(st.tuples(st.sampled_from(NAMES), VALUES), max_size=4),
    query=st.text(max_size=60),
    body=BODIES,
    secret=st.text(max_size=40),
)
@settings(max_examples=150, deadline=None)
def test_whatever_arrives_is_looked_at(
    headers: list[tuple[str, str]], query: str, body: bytes, secret: str
) -> None:
    delivery = request(body, tuple(headers), query=query)
    budget = Budget(most=2_000_000)
    case = Case(
        delivery, (Held("", secret),), read_scheme({"method": "basic"}), {}, KNOWN[:40], "•"
    )

    diagnosis = diagnose(case, budget)

    assert all(takes(one.found, delivery) for one in diagnosis.findings if not one.is_stale)
    assert diagnosis.explanation


@pytest.mark.parametrize("size", [2_000, 200_000, 5_000_000])
def test_the_work_is_bounded_whatever_the_size(size: int) -> None:
    body = b'{"text":"' + b"x" * size + b'"}'
    headers = {f"X-Signature-{n}": f"{n:064x}" for n in range(20)} | {"X-Time": "1795435200"}
    secrets = [Held("", f"planted-secret-{n}") for n in range(20)]
    budget = Budget()

    diagnosis = diagnose(Case(request(body, headers), tuple(secrets), known=KNOWN), budget)

    assert budget.is_spent
    assert diagnosis.tried * size <= MOST
    assert HintCode.UNFINISHED in [hint.code for hint in diagnosis.hints]


def test_others_get_their_turn_meanwhile() -> None:
    turns: list[None] = []
    delivery = request(BODY, {"X-Signature": "0" * 64, "X-Time": "1795435200"})

    diagnosis = diagnose(Case(delivery, (HELD,)), Budget(lambda: turns.append(None)))

    assert len(turns) >= diagnosis.tried // 64 > 0


def test_a_signature_inside_what_it_signs_is_never_proposed() -> None:
    data: Any = {"method": "hmac", "signature": {"from": "header:X-Signature"}, "content": "{url}"}
    hidden = signed(data, request(BODY, query="a=1"), SECRET)
    moved = changed(hidden, headers={"X-Signature": None}, query="a=1&sig=" + hidden.headers[-1][1])

    assert about(moved).findings == ()


def test_a_repeated_header_and_a_cut_signature_are_noticed() -> None:
    twice = request(BODY, (("x-signature", "0" * 64), ("x-signature", "1" * 64)))
    cut = request(BODY, {"X-Signature": "ab" * 18})

    assert HintCode.SIGNATURE_REPEATED in [hint.code for hint in about(twice).hints]
    assert HintCode.SIGNATURE_LENGTH in [hint.code for hint in about(cut).hints]


def test_published_keys_are_said_to_need_no_secret() -> None:
    scheme = catalog.provider("fal").schemes[0].scheme
    one = draft(catalog.provider("fal"), "https://hooks.example.com/x")
    delivery = signed_with(scheme, one, made_up(scheme, SECRET), NOW)

    diagnosis = about(delivery, known=tuple(each for each in KNOWN if each.provider == "fal"))

    assert [hint.code for hint in diagnosis.hints] == [HintCode.KEY_PUBLISHED]
