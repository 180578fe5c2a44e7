"""The command line, as a person uses it: real processes, their words and their exit codes."""

import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]


def environment(folder: Path, **settings: str) -> dict[str, str]:
    own = {name: value for name, value in os.environ.items() if not name.startswith("HOOKWRIGHT_")}
    return {**own, "HOOKWRIGHT_DATA": str(folder), "HOOKWRIGHT_PORT": "0", **settings}


def run(folder: Path, *words: str, **settings: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-m", "api", *words],
        cwd=ROOT,
        env=environment(folder, **settings),
        capture_output=True,
        text=True,
        timeout=30,
        check=False,
    )


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], str, str]]:
    """A serving process, the address of its API, and the token it printed."""
    process = subprocess.Popen(
        [sys.executable, "-m", "api"],
        cwd=ROOT,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    said = ""
    while "Editor token" not in said:
        line = process.stdout.readline()
        assert line, process.communicate()
        said += line
    url = re.search(r"http://\S+/graphql", said)
    token = re.search(r"hw_\S+", said)
    assert url is not None
    assert token is not None
    yield process, url[0], token[0]
    process.kill()
    process.communicate()


def ask(url: str, token: str) -> int:
    answered = httpx.post(
        url,
        json={"query": "{ viewer { __typename } }"},
        headers={"authorization": f"Bearer {token}"},
    )
    return answered.status_code


def test_serve_says_where_it_is_and_stops_cleanly_on_sigterm(
    served: tuple[subprocess.Popen[str], str, str], tmp_path: Path
) -> None:
    process, url, token = served

    assert httpx.get(url.replace("graphql", "readyz")).json() == {"ready": True, "problems": []}
    assert ask(url, token) == 200
    assert ask(url, token + "x") == 401
    process.send_signal(signal.SIGTERM)

    assert process.wait(10) == 0
    assert (tmp_path / "secret-key").stat().st_mode & 0o777 == 0o600
    assert (tmp_path / "editor-token").stat().st_mode & 0o777 == 0o600


def test_tokens_are_made_and_revoked_beside_a_running_server(
    served: tuple[subprocess.Popen[str], str, str], tmp_path: Path
) -> None:
    _, url, _ = served

    made = run(tmp_path, "token", "create", "--name", "CI")
    token = made.stdout.strip()
    listed = run(tmp_path, "token", "list").stdout
    identifier = re.search(r"(tok_\w+)\s+CI", listed)

    assert ask(url, token) == 200
    assert identifier is not None
    assert token not in listed
    assert run(tmp_path, "token", "revoke", identifier[1]).returncode == 0
    assert ask(url, token) == 401


def test_a_second_process_on_the_same_file_is_refused_with_what_to_do(
    served: tuple[subprocess.Popen[str], str, str], tmp_path: Path
) -> None:
    refused = run(tmp_path, "serve")

    assert served[0].poll() is None
    assert refused.returncode == 1
    assert "PostgreSQL" in refused.stderr
    assert "Traceback" not in refused.stderr


def test_a_preset_token_opens_the_first_project_and_wrong_settings_are_explained(
    tmp_path: Path,
) -> None:
    wrong = run(tmp_path, HOOKWRIGHT_PORT="http")
    unknown = run(tmp_path, HOOKWRIGHT_PROT="1")
    short = run(tmp_path, HOOKWRIGHT_EDITOR_TOKEN="short")

    assert (wrong.returncode, unknown.returncode, short.returncode) == (1, 1, 1)
    assert "HOOKWRIGHT_PORT: 'http'" in wrong.stderr
    assert "did you mean HOOKWRIGHT_PORT?" in unknown.stderr
    assert "16" in short.stderr
    assert "Traceback" not in wrong.stderr + unknown.stderr + short.stderr


def test_schema_prints_the_file_that_is_checked_in(tmp_path: Path) -> None:
    printed = run(tmp_path, "schema")

    assert printed.stdout == (ROOT / "schema.graphql").read_text()


def test_locks_are_pinned_by_hash_and_name_no_address() -> None:
    for lock in (ROOT / "requirements").glob("*.txt"):
        text = lock.read_text()
        assert "://" not in text
        assert not re.search(r"^--(index|extra-index|find-links|trusted)", text, re.MULTILINE)
        pins = re.findall(r"^[a-z0-9].*==", text, re.MULTILINE)
        assert text.count("--hash=sha256:") >= len(pins) > 0
    assert not (ROOT / "uv.lock").exists()
