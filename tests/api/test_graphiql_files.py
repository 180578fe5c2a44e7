"""What GraphiQL's page loads: from the package, as what it is, and nothing beside it."""

import re
from pathlib import Path

import pytest

from api.graphiql import __file__ as room
from tests.api.world import World, world


@pytest.mark.parametrize(
    ("name", "kind"), [("page.js", "text/javascript"), ("page.css", "text/css")]
)
async def test_files_come_as_what_they_are_and_once(
    hookwright: World, name: str, kind: str
) -> None:
    address = f"{hookwright.url}/graphiql/{name}"
    first = await hookwright.http.get(address)
    again = await hookwright.http.get(address, headers={"if-none-match": first.headers["etag"]})

    assert first.status_code == 200
    assert first.headers["content-type"].startswith(kind)
    assert first.headers["x-content-type-options"] == "nosniff"
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path", ["", "/", "/__init__.py", "/..%2f__init__.py", "/%2e%2e/page.html"]
)
async def test_nothing_else_is_served(hookwright: World, path: str) -> None:
    answer = await hookwright.http.get(f"{hookwright.url}/graphiql{path}", follow_redirects=True)

    assert answer.status_code == 404


async def test_page_allows_one_style_of_its_own_anew_each_time(hookwright: World) -> None:
    pages = [
        await hookwright.http.get(f"{hookwright.url}/graphql", headers={"accept": "text/html"})
        for _ in range(2)
    ]

    nonces = [
        re.findall(r"nonce-([\w-]{22})'", each.headers["content-security-policy"]) for each in pages
    ]
    assert [
        f'nonce="{nonce}"' in page.text for page, (nonce,) in zip(pages, nonces, strict=True)
    ] == [True, True]
    assert nonces[0] != nonces[1]


async def test_files_are_away_where_graphiql_is_off(tmp_path: Path) -> None:
    async with world(tmp_path, graphiql=False) as quiet:
        answer = await quiet.http.get(f"{quiet.url}/graphiql/page.js")

    assert answer.status_code == 404


def test_every_bundled_package_has_its_licence_beside_it() -> None:
    built = Path(room).parent / "built"
    notices = (built / "LICENSES.txt").read_text().split(f"\n{'-' * 79}\n\n")

    assert {notice.split(" ", 1)[0] for notice in notices} >= {
        "react",
        "graphiql",
        "codemirror",
        "graphql-ws",
    }
    assert [notice[:40] for notice in notices if len(notice) < 500] == []
