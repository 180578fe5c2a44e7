"""What a first start makes for itself and keeps in the data folder, readable by its owner alone."""

import os
import secrets
from pathlib import Path
from typing import Final

from domain.settings import Settings

_KEY: Final = "secret-key"
_TOKEN: Final = "editor-token"  # noqa: S105  a file's name


def secret_keys(settings: Settings) -> list[str]:
    """The keys that values at rest are encrypted with: configured, or made once and kept."""
    if settings.secret_key:
        return [key.strip() for key in settings.secret_key.split(",")]
    path = settings.data / _KEY
    if not path.exists():
        _write(path, secrets.token_urlsafe(32))
    return [path.read_text().strip()]


def kept_token(data: Path, made: str | None) -> str | None:
    """The first project's token: kept when it was made, so that later starts can show it."""
    path = data / _TOKEN
    if made is not None:
        _write(path, made)
        return made
    return path.read_text().strip() if path.exists() else None


def _write(path: Path, text: str) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as file:
        file.write(text + "\n")
