"""What the console loads: from the package, as what it is, under a strict policy, and small."""

import gzip
import re
from pathlib import Path

import httpx
import pytest

from api.console import __file__ as room
from tests.api.world import World, world

BUILT = Path(room).parent / "built"


async def page(hookwright: World, path: str = "/") -> httpx.Response:
    """Ask for a screen's address as a browser does."""
    return await hookwright.http.get(f"{hookwright.url}{path}", headers={"accept": "text/html"})


@pytest.mark.parametrize("path", ["/", "/catalog/slack", "/integrations/int_1/accounts"])
async def test_every_screen_has_an_address_under_a_policy_without_exceptions(
    hookwright: World, path: str
) -> None:
    answer = await page(hookwright, path)

    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


async def test_first_view_is_below_200_kb_of_script(hookwright: World) -> None:
    text = (await page(hookwright)).text
    scripts = re.findall(r'(?:src|href)="(/assets/[^"]+\.js)"', text)

    loaded = [await hookwright.http.get(f"{hookwright.url}{each}") for each in scripts]

    assert [each.headers["content-encoding"] for each in loaded] == ["gzip"] * len(scripts)
    assert len(scripts) >= 1
    assert sum(len(gzip.compress(each.content)) for each in loaded) < 200_000


async def test_what_is_unchanged_is_not_sent_again(hookwright: World) -> None:
    first = await page(hookwright)

    again = await hookwright.http.get(
        f"{hookwright.url}/", headers={"if-none-match": first.headers["etag"]}
    )

    assert again.status_code == 304
    assert again.content == b""


@pytest.mark.parametrize(
    "path", ["/nothing", "/assets/", "/assets/none.js", "/assets/..%2findex.html", "/__init__.py"]
)
async def test_nothing_else_is_served(hookwright: World, path: str) -> None:
    assert (await page(hookwright, path)).status_code == 404


async def test_console_is_away_where_it_is_off(tmp_path: Path) -> None:
    async with world(tmp_path, console=False) as quiet:
        assert (await page(quiet)).headers["content-type"].startswith("text/plain")
        assert (await page(quiet, "/catalog")).status_code == 404


def test_every_bundled_package_has_its_licence_beside_it() -> None:
    notices = (BUILT / "LICENSES.md").read_text(encoding="utf-8")

    names = set(re.findall(r"^## ([@\w/.-]+)", notices, re.MULTILINE))
    assert names >= {"preact", "@urql/core", "graphql-ws", "wouter-preact", "@codemirror/view"}


def test_screenshots_in_the_documentation_are_small() -> None:
    images = sorted((BUILT.parent.parent.parent / "docs" / "images").glob("*.png"))

    assert [each.name for each in images] == ["console-test-step.png", "console-wizard.png"]
    assert [each.name for each in images if each.stat().st_size > 150_000] == []
