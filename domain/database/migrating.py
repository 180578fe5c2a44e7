"""What both kinds of database share about migrations."""

from pathlib import Path
from typing import Any, Final

MIGRATIONS: Final = "domain.database.migrations"
APPLIED: Final = "SELECT name FROM tortoise_migrations"


def configuration(connection: dict[str, Any]) -> dict[str, Any]:
    """Build Tortoise's configuration around one connection."""
    return {
        "connections": {"default": connection},
        "apps": {
            "models": {
                "models": ["domain.models"],
                "default_connection": "default",
                "migrations": MIGRATIONS,
            }
        },
        "use_tz": True,
    }


def known() -> set[str]:
    """The names of all migrations there are."""
    return {file.stem for file in (Path(__file__).parent / "migrations").glob("0*.py")}
