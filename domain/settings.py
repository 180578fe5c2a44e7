"""What a person may configure, by environment variables, each with a sensible default."""

import dataclasses
import difflib
import ipaddress
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from domain.errors import Misconfigured

PREFIX: Final = "HOOKWRIGHT_"


class CustomCode(StrEnum):
    """Whether customers' code may run.

    sandboxed: in the whole wall or not at all. unsafe-development: also where parts of the wall are missing, for
    one's own code on one's own machine. off: never.
    """

    SANDBOXED = "sandboxed"
    UNSAFE_DEVELOPMENT = "unsafe-development"
    OFF = "off"


def _setting(default: Any, about: str, read: Callable[[str], Any] = str) -> Any:
    return dataclasses.field(default=default, metadata={"about": about, "read": read})


def _custom_code(text: str) -> CustomCode:
    if text not in set(CustomCode):
        raise ValueError(" or ".join(CustomCode))
    return CustomCode(text)


def _whole(text: str) -> int:
    value = int(text)
    if value < 1:
        raise ValueError("a whole number from 1 on")
    return value


def _port(text: str) -> int:
    value = int(text)
    if not 0 <= value <= 65_535:
        raise ValueError("a port, 0 to 65535")
    return value


def _yes_or_no(text: str) -> bool:
    if text.lower() not in {"1", "0", "true", "false", "yes", "no"}:
        raise ValueError("yes or no")
    return text.lower() in {"1", "true", "yes"}


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _networks(text: str) -> tuple[str, ...]:
    for word in _words(text):
        ipaddress.ip_network(word)
    return _words(text)


def _public_url(text: str) -> str:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise ValueError("an address such as https://hooks.example.com")
    return text.rstrip("/")


@dataclass(frozen=True, slots=True)
class Settings:  # every default is immutable: a field with its metadata
    """The whole configuration of a process."""

    host: str = _setting("127.0.0.1", "Address to listen on")
    port: int = _setting(8000, "Port to listen on; 0 takes a free one", _port)
    public_url: str = _setting(
        "", "Where providers reach us; `http://HOST:PORT` when not set", _public_url
    )
    data: Path = _setting(Path("data"), "Folder of the database and the generated keys", Path)
    database_url: str = _setting(
        "",
        "`sqlite:///path/to/file.db` for one process, `postgres://user@host/database` for several; "
        "`hookwright.db` in the data folder when not set",
    )
    bus_url: str = _setting(
        "",
        "`nats://host:4222`, several by commas, to wake processes on many hosts; PostgreSQL's NOTIFY when not set",
    )
    secret_key: str = _setting(
        "",
        "Keys that encrypt values at rest, by commas, the first encrypts; generated when not set",
    )
    editor_token: str = _setting(
        "", "Editor token of the first project, at least 16 characters; generated when not set"
    )
    providers: Path | None = _setting(
        None, "Folder of provider files of your own, beside the catalog's", Path
    )
    custom_code: CustomCode = _setting(
        CustomCode.SANDBOXED,
        "`sandboxed`: inside the whole wall or not at all; `unsafe-development`: also where parts of it are "
        "missing, for your own code on your own machine; `off`",
        _custom_code,
    )
    allowed_origins: tuple[str, ...] = _setting(
        (),
        "Origins of pages in browsers that may ask /graphql and be returned to after OAuth, by commas, such as https://app.example.com",
        _words,
    )
    graphiql: bool = _setting(True, "Whether a browser gets GraphiQL at /graphql", _yes_or_no)
    console: bool = _setting(True, "Whether a browser gets the console at /", _yes_or_no)
    outbound_http: bool = _setting(
        False, "Whether requests to providers may use http instead of https", _yes_or_no
    )
    outbound_networks: tuple[str, ...] = _setting(
        (), "Private networks that requests to providers may reach, such as 10.1.0.0/16", _networks
    )
    trusted_proxies: tuple[str, ...] = _setting(
        (),
        "Networks of your own proxies, such as 10.0.0.0/8: what they add to X-Forwarded-For tells the sender's address",
        _networks,
    )
    outbound_seconds: int = _setting(30, "Longest time for a request to a provider", _whole)
    run_seconds: int = _setting(15, "Longest time for an endpoint to answer a run", _whole)
    runs_in_flight: int = _setting(500, "Runs that are POSTed at once, in all", _whole)
    runs_per_endpoint: int = _setting(
        32, "Runs that are POSTed to one workflow's endpoint at once", _whole
    )
    max_body_bytes: int = _setting(5 * 1024 * 1024, "Largest body of a delivery", _whole)
    max_header_bytes: int = _setting(64 * 1024, "Largest sum of a delivery's headers", _whole)
    body_seconds: int = _setting(15, "Longest time for a delivery's body to arrive", _whole)
    max_waiting: int = _setting(
        10_000, "Deliveries that may wait for the disk before 503 is answered", _whole
    )
    deliveries_per_second: int = _setting(
        5_000, "Deliveries a project may receive, averaged over ten seconds; above: 429", _whole
    )
    listeners_per_project: int = _setting(100, "Editors of a project listening at once", _whole)
    listen_minutes: int = _setting(60, "Longest time of one listening", _whole)
    keep_event_days: int = _setting(
        30, "Days for which live deliveries are kept, but for those below", _whole
    )
    keep_rejected_days: int = _setting(7, "Days for which rejected deliveries are kept", _whole)
    keep_rejected_most: int = _setting(
        20_000, "Rejected deliveries of a project that are kept at most, the newest", _whole
    )
    keep_rejected_megabytes: int = _setting(
        200, "Megabytes that the bodies of a project's rejected deliveries may take", _whole
    )
    keep_test_days: int = _setting(
        7, "Days for which deliveries to test addresses are kept, but for samples", _whole
    )
    keep_unrouted_days: int = _setting(
        30, "Days for which unrouted deliveries wait for their account", _whole
    )
    keep_run_days: int = _setting(30, "Days for which runs that are over are kept", _whole)
    log_level: str = _setting("info", "debug, info, warning or error")
    log_format: str = _setting("auto", "json, text, or auto: text in a terminal")

    @property
    def database(self) -> str:
        """The database's address, whether or not one was named."""
        return self.database_url or f"sqlite://{(self.data / 'hookwright.db').absolute()}"


def from_environment(environment: Mapping[str, str]) -> Settings:
    """Read the settings. Raises Misconfigured: which variable, what is wrong, what would be accepted."""
    fields = {PREFIX + field.name.upper(): field for field in dataclasses.fields(Settings)}
    values: dict[str, Any] = {}
    for name, text in environment.items():
        if not name.startswith(PREFIX) or not text:
            continue
        if name not in fields:
            near = difflib.get_close_matches(name, fields, 1)
            hint = f"; did you mean {near[0]}?" if near else f"; known are {', '.join(fields)}"
            raise Misconfigured(f"{name} is not a setting{hint}")
        field = fields[name]
        try:
            values[field.name] = field.metadata["read"](text)
        except ValueError as error:
            raise Misconfigured(f"{name}: {text!r} was given; wanted: {error}") from error
    return Settings(**values)


def table() -> list[tuple[str, str, str]]:
    """Name, default and meaning of every setting, for the documentation."""
    return [
        (PREFIX + field.name.upper(), _shown(field.default), field.metadata["about"])
        for field in dataclasses.fields(Settings)
    ]


def _shown(default: Any) -> str:
    if isinstance(default, bool):
        return "yes" if default else "no"
    return "" if default in ("", (), None) else str(default)
