"""Configuration: every variable has a default, is read strictly, and a wrong one is explained."""

from pathlib import Path

import pytest

from domain import settings
from domain.errors import Misconfigured


def test_nothing_set_is_a_working_configuration() -> None:
    found = settings.from_environment({"HOME": "/", "HOOKWRIGHT_PORT": ""})

    assert found == settings.Settings()
    assert found.database.endswith("/data/hookwright.db")


def test_values_are_read_by_their_kind() -> None:
    found = settings.from_environment(
        {
            "HOOKWRIGHT_PORT": "0",
            "HOOKWRIGHT_PUBLIC_URL": "https://hooks.example.com/",
            "HOOKWRIGHT_OUTBOUND_NETWORKS": "127.0.0.0/8, ::1/128",
            "HOOKWRIGHT_GRAPHIQL": "no",
        }
    )

    assert found.port == 0
    assert found.public_url == "https://hooks.example.com"
    assert found.outbound_networks == ("127.0.0.0/8", "::1/128")
    assert found.graphiql is False


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("HOOKWRIGHT_PORT", "http", "HOOKWRIGHT_PORT: 'http'"),
        ("HOOKWRIGHT_PORT", "70000", "a port, 0 to 65535"),
        ("HOOKWRIGHT_PUBLIC_URL", "hooks.example.com", "an address such as https://"),
        ("HOOKWRIGHT_OUTBOUND_NETWORKS", "everyone", "HOOKWRIGHT_OUTBOUND_NETWORKS: 'everyone'"),
        ("HOOKWRIGHT_GRAPHIQL", "maybe", "yes or no"),
        ("HOOKWRIGHT_PULBIC_URL", "https://a.example", "did you mean HOOKWRIGHT_PUBLIC_URL"),
    ],
)
def test_a_wrong_value_says_which_and_what_would_be_accepted(
    name: str, value: str, message: str
) -> None:
    with pytest.raises(Misconfigured, match=message):
        settings.from_environment({name: value})


def test_the_documentation_has_every_setting() -> None:
    text = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text()

    for name, default, about in settings.table():
        assert f"| `{name}` | {f'`{default}`' if default else ''} | {about} |" in text
