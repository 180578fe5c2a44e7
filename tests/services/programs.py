"""Finding and starting the servers' programs.

Addresses from the environment come first, then what the development dependencies bring, then what the machine has.
As root they run as `nobody`: PostgreSQL refuses root.
"""

import importlib.util
import os
import pwd
import shutil
import socket
import subprocess
import sysconfig
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any, Final

import pytest

_SECONDS: Final = 30


def found(name: str, package: str = "", folder: str = "") -> Path | None:
    """The path of a program: inside an installed package, beside Python, or of the machine."""
    spec = importlib.util.find_spec(package) if package else None
    if spec is not None and spec.submodule_search_locations:
        path = Path(next(iter(spec.submodule_search_locations))) / folder / name
        if path.exists():
            return path
    beside = Path(sysconfig.get_path("scripts")) / name
    machine = shutil.which(name)
    return beside if beside.exists() else Path(machine) if machine else None


def missing(what: str) -> Any:
    """Skip, saying why; fail where nothing may be skipped."""
    reason = f"no {what}: ./run test installs one, or name a running one in the environment"
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


def free_port() -> int:
    """A port that nobody listens to now."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


def folder(prefix: str) -> Path:
    """A folder of its own, which the server's user owns."""
    path = Path(tempfile.mkdtemp(prefix=prefix))
    own(path)
    return path


def own(path: Path) -> None:
    """Give a folder to the server's user."""
    if os.geteuid() == 0:
        nobody = pwd.getpwnam("nobody")
        os.chown(path, nobody.pw_uid, nobody.pw_gid)


def run(arguments: Sequence[Any]) -> None:
    """Run a program to its end. Raises CalledProcessError."""
    subprocess.run(  # noqa: S603  our own arguments
        _outside_root(arguments), check=True, cwd="/", capture_output=True, **_user(arguments)
    )


def start(arguments: Sequence[Any], log: Path) -> subprocess.Popen[bytes]:
    """Start a server in a session of its own; what it says goes to the log."""
    with log.open("ab") as said:
        return subprocess.Popen(  # noqa: S603  our own arguments
            _outside_root(arguments),
            cwd="/",
            stdout=said,
            stderr=said,
            start_new_session=True,
            **_user(arguments),
        )


def await_port(port: int, process: subprocess.Popen[bytes], log: Path) -> None:
    """Wait until somebody answers at a port. Raises RuntimeError with the log when the process ends first."""
    ends = time.monotonic() + _SECONDS
    while time.monotonic() < ends and process.poll() is None:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        time.sleep(0.02)
    raise RuntimeError(f"{process.args!r} does not answer: {log.read_text()[-2000:]}")


def stop(process: subprocess.Popen[bytes]) -> None:
    """End a server and wait for it."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _is_reachable(path: Path) -> bool:
    return all(parent.stat().st_mode & 0o001 for parent in path.resolve().parents)


def _user(arguments: Sequence[Any]) -> Mapping[str, Any]:
    if os.geteuid() != 0 or not _is_reachable(Path(arguments[0])):
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _outside_root(arguments: Sequence[Any]) -> list[str]:
    texts = [str(each) for each in arguments]
    if os.geteuid() == 0 and not _is_reachable(Path(texts[0])):
        return ["unshare", "-U", "--map-user=1000", "--map-group=1000", *texts]
    return texts
