"""What pytest is told of the servers: `--store`, and which tests are of one kind of database alone."""

import pytest

from tests.services.chosen import STORES, choose
from tests.services.fixtures import databases, nats_url

__all__ = ["databases", "nats_url", "over_the_chosen_store"]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--store`."""
    parser.addoption(
        "--store", choices=STORES, default="sqlite", help="what worlds are opened over"
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what looks into a SQLite file where there is none."""
    if config.getoption("--store") == "sqlite":
        return
    wrong = [item for item in items if item.get_closest_marker("sqlite_file")]
    config.hook.pytest_deselected(items=wrong)
    items[:] = [item for item in items if item not in wrong]


@pytest.fixture(scope="session", autouse=True)
def over_the_chosen_store(request: pytest.FixtureRequest) -> None:
    """Bring the servers that `--store` names."""
    store = request.config.getoption("--store")
    if store != "sqlite":
        bus_url = request.getfixturevalue("nats_url") if store == "nats" else ""
        choose(request.getfixturevalue("databases"), bus_url)
