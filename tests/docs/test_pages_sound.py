"""Links between pages resolve, settings they name exist, and no page names a machine."""

import re
from pathlib import Path
from typing import Final

import pytest

from domain import settings
from tests.docs.pages import DOCS, NAMES, anchors, links, page, prose

EVERY: Final = sorted(DOCS.rglob("*.md"))
each_page = pytest.mark.parametrize("file", EVERY, ids=[one.name for one in EVERY])

_MACHINE: Final = re.compile(
    r"(?<![\w.])/(?:work|home|tmp|root|Users|private)/|[A-Z]:\\|py" + r"pi\b|npm" + "js"
)


def target(file: Path, link: str) -> bool:
    """Whether a link of a page leads to a file, and to a heading where it names one."""
    name, _, anchor = link.partition("#")
    found = (file.parent / name).resolve() if name else file
    if not found.exists():
        return False
    return not anchor or anchor in anchors(found.read_text(encoding="utf-8"))


@each_page
def test_every_link_inside_the_repository_resolves(file: Path) -> None:
    inside = [one for one in links(file.read_text(encoding="utf-8")) if "://" not in one]

    assert [one for one in inside if not target(file, one)] == []


@each_page
def test_no_page_names_a_path_of_a_machine_or_a_registry(file: Path) -> None:
    assert _MACHINE.findall(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_setting_that_a_page_names_exists(name: str) -> None:
    known = {variable for variable, _, _ in settings.table()}

    assert set(re.findall(r"HOOKWRIGHT_[A-Z_]+", page(name))) - known == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_page_begins_with_its_only_title(name: str) -> None:
    titles = [line for line in prose(page(name)).splitlines() if line.startswith("# ")]

    assert page(name).splitlines()[:1] == titles
