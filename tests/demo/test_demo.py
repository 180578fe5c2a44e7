"""The demo plays the whole main path against the running code, and fails by its exit code when a step does."""

import asyncio
import os
import re
import sys
from pathlib import Path

import pytest

from api.demo.playing import told
from api.demo.telling import Failed, Teller

ROOT = Path(__file__).parents[2]
STORY = (
    "Asana: a webhook for each account, made by request",
    "✓ Integration made from the catalog; its API is played by the simulator at",
    "✓ Sandbox account connected",
    "✓ Step 1, Basic Trigger Info: 'Task changed', API request, user level",
    "✓ Step 2, Webhook API Setup: setup request sent, answered 201",
    "✓ Listening over graphql-transport-ws",
    "HANDSHAKE 200 X-Hook-Secret, echoed and kept",
    "✓ The handshake came and was answered while the setup request was open",
    "✓ Kept, encrypted: {{persisted.hook_secret}}, {{persisted.webhook_id}}",
    "REJECTED  401 forged",
    "SIGNATURE_MISMATCH",
    "✓ A forged event proves nothing",
    "EVENT     200 genuine",
    "✓ Step 3, Event Handling: proven by the genuine event",
    "✓ Finish: the trigger is ACTIVE",
    "✓ The live address answers",
    "EVENT     200 genuine, at the account's live address",
    "✓ It became one event, of an account of 'editor'",
    "Slack: one webhook of the app, for every account",
    "✓ Signing secret stored, write-only: {{secrets.SLACK_SIGNING_SECRET}}",
    "✓ Step 2, Webhook API Setup: target URL entered at Slack, which verified it",
    "HANDSHAKE 200 url_verification",
    "EVENT     200 genuine",
    "DUPLICATE 200 the same again",
    "REJECTED  401 forged",
    "REJECTED  401 stale",
    "TIMESTAMP_OUTSIDE_TOLERANCE",
    "✓ Finish: the trigger is ACTIVE",
    "EVENT     200 genuine, about workspace T0555WXYZ",
    "✓ It became one event, of an account of 'customer-42'",
    "All of it happened: ",
)


async def run_demo(folder: Path) -> tuple[int | None, str, str]:
    unset = {"COLUMNS", "FORCE_COLOR", "PYTHONIOENCODING"}
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    demo = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "api", "demo"),
        cwd=ROOT,
        env={**kept, "TMPDIR": str(folder), "PYTHONUTF8": "1"},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.PIPE,
    )
    async with asyncio.timeout(90):
        out, errors = await demo.communicate()
    return demo.returncode, out.decode(), errors.decode()


def left_in(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def test_demo_tells_every_step_in_order_and_leaves_nothing_behind(tmp_path: Path) -> None:
    code, story, errors = await run_demo(tmp_path)

    assert (code, errors) == (0, "")
    place = 0
    for line in STORY:
        assert line in story[place:], story
        place = story.index(line, place) + len(line)
    assert max(map(len, story.splitlines())) <= 80
    assert re.search(r"[0-9a-f]{32}", story) is None, "a secret was told"
    assert left_in(tmp_path) == []


async def test_step_that_did_not_happen_ends_the_story_with_what_came(
    capsys: pytest.CaptureFixture[str],
) -> None:
    async def story(teller: Teller) -> None:
        teller.expect("The provider answered", 201, 201)
        teller.expect("The trigger is live", "ACTIVE", "DRAFT")
        teller.done("never told")

    code = await told(story)

    lines = [line.strip() for line in capsys.readouterr().out.splitlines()]
    assert code == 1
    assert lines == ["✗ The trigger is live", "expected: ACTIVE", "came:     DRAFT"]


@pytest.mark.parametrize("error", [Failed("a", "b", "c"), ConnectionRefusedError(), TimeoutError()])
async def test_any_error_of_the_world_is_told_and_fails_the_demo(
    error: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    async def story(_: Teller) -> None:
        raise error

    code = await told(story)

    assert code == 1
    assert "✗" in capsys.readouterr().out
