"""`hookwright provider check`: a good file passes at a real server, a bad one is refused by what is wrong with it."""

import asyncio
import os
import sys
from importlib import resources
from pathlib import Path

import pytest

from api.checking import check
from domain import catalog
from domain.errors import Misconfigured

ROOT = Path(__file__).parents[2]
PROVIDERS = ROOT / "domain" / "catalog" / "providers"
SOME = ("asana", "discord", "notion", "paypal", "twilio")


async def run(folder: Path, *files: Path, seconds: int = 90) -> tuple[int | None, str, str]:
    environment = {**os.environ, "TMPDIR": str(folder), "PYTHONUTF8": "1"}
    checking = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "api", "provider", "check", *map(str, files)),
        cwd=ROOT,
        env=environment,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(seconds):
        out, errors = await checking.communicate()
    return checking.returncode, out.decode(), errors.decode()


def changed(folder: Path, slug: str, before: str, after: str) -> Path:
    """A provider's file with one thing in it spoiled."""
    text = (PROVIDERS / f"{slug}.toml").read_text(encoding="utf-8")
    assert before in text
    file = folder / f"{slug}.toml"
    file.write_text(text.replace(before, after), encoding="utf-8")
    return file


async def test_a_good_file_is_read_tried_and_played_to_the_end(tmp_path: Path) -> None:
    code, story, errors = await run(tmp_path, PROVIDERS / "stripe.toml")

    assert (code, errors) == (0, "")
    assert "Stripe: 1 scheme, 0 handshakes, 1 example" in story
    assert "genuine accepted, 15 spoiled ones refused" in story
    assert "TIMESTAMP_OUTSIDE_TOLERANCE" in story
    assert "Finish: the trigger is ACTIVE" in story
    assert list(tmp_path.iterdir()) == []


async def test_several_files_of_every_kind_pass_one_after_the_other(tmp_path: Path) -> None:
    code, story, errors = await run(tmp_path, *(PROVIDERS / f"{slug}.toml" for slug in SOME))

    assert (code, errors) == (0, ""), story
    assert story.count("The file holds") == len(SOME)


async def test_one_bad_file_among_good_ones_fails_the_whole(tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("name = 1")

    code, story, _ = await run(tmp_path, bad, PROVIDERS / "github.toml")

    assert code == 1
    assert "The file can be read" in story
    assert story.count("The file holds") == 1


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
async def test_every_provider_of_the_catalog_passes(part: int, tmp_path: Path) -> None:
    files = sorted(PROVIDERS.glob("*.toml"))[part::4]
    code, story, _ = await run(tmp_path, *files, seconds=300)

    assert code == 0, [part[-600:] for part in story.split("read strictly") if "✗" in part]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('method = "hmac"', 'metod = "hmac"', "schemes.0.scheme"),
        ('slug = "stripe"', 'slug = "strip"', "slug: the slug must be the file's name"),
        ("[[sources]]", "[[sources]", "this is not TOML"),
        ('algorithm = "sha256"', 'algorithm = "sha257"', "schemes.0.scheme.algorithm"),
    ],
)
async def test_a_file_that_cannot_be_read_is_refused_by_its_keys(
    before: str, after: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (PROVIDERS / "stripe.toml").read_text(encoding="utf-8")
    if before not in text:
        before, after = "[schemes.scheme]\n", f"[schemes.scheme]\n{after}\n"

    code = await check([changed(tmp_path, "stripe", before, after)])

    story = " ".join(capsys.readouterr().out.split())
    assert code == 1
    assert said in story
    assert "At a real server" not in story


async def test_an_example_that_cannot_be_signed_is_named_with_what_it_lacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before, after = (
        "[schemes.scheme]\n",
        '[schemes.scheme]\ncontent = "{header:X-Not-There}.{body}"\n',
    )
    text = (PROVIDERS / "github.toml").read_text(encoding="utf-8")
    file = tmp_path / "github.toml"
    file.write_text(text.replace(before, after, 1), encoding="utf-8")

    code = await check([file])

    story = " ".join(capsys.readouterr().out.split())
    assert code == 1
    assert "X-Not-There" in story or "x-not-there" in story


async def test_a_file_that_is_not_there_is_told_without_a_traceback(tmp_path: Path) -> None:
    code, story, errors = await run(tmp_path, tmp_path / "nobody.toml")

    assert (code, errors) == (1, "")
    assert "No such file" in story


def test_a_folder_of_ones_own_stands_beside_the_catalog_and_can_be_taken_away(
    tmp_path: Path,
) -> None:
    own = (PROVIDERS / "github.toml").read_text(encoding="utf-8")
    (tmp_path / "own-hub.toml").write_text(own.replace('slug = "github"', 'slug = "own-hub"'))

    catalog.add(tmp_path)
    try:
        assert catalog.provider("own-hub").slug == "own-hub"
        assert catalog.provider("stripe").slug == "stripe"
    finally:
        catalog.remove(tmp_path)

    assert "own-hub" not in catalog.load().providers


def test_a_folder_with_a_bad_file_adds_nothing(tmp_path: Path) -> None:
    (tmp_path / "bad.toml").write_text("name = 1")

    with pytest.raises(Misconfigured, match=r"bad\.toml"):
        catalog.add(tmp_path)

    built_in = len(list((resources.files("domain.catalog") / "providers").iterdir()))
    assert len(catalog.load().providers) == built_in
