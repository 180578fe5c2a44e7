"""When an access token is refreshed, and how long a failure waits: tables."""

from datetime import timedelta

import pytest

from domain.connections import expiry, return_urls
from domain.settings import Settings

SETTINGS = Settings(
    public_url="https://hooks.example.com/below", allowed_origins=("https://app.example.com",)
)


@pytest.mark.parametrize(
    ("seconds", "chance", "can_refresh", "expected"),
    [
        (None, 0.5, True, (None, None)),
        (3_600, 0.0, True, (3_601_000, 3_301_000)),
        (3_600, 1.0, True, (3_601_000, 3_151_000)),
        (60, 0.0, True, (61_000, 55_000)),
        (1, 0.0, True, (2_000, 1_900)),
        (3_600, 0.5, False, (3_601_000, 3_601_000)),
    ],
)
def test_token_is_seen_to_ahead_of_its_end(
    seconds: int | None,
    chance: float,
    expected: tuple[int | None, int | None],
    *,
    can_refresh: bool,
) -> None:
    assert expiry.times(seconds, 1_000, chance, can_refresh=can_refresh) == expected


@pytest.mark.parametrize(
    ("failures", "asked", "expected"),
    [
        (1, None, 10),
        (2, None, 30),
        (6, None, 1_800),
        (60, None, 1_800),
        (1, 45, 45),
        (3, 45, 60),
        (1, 86_400, 1_800),
    ],
)
def test_pause_grows_and_heeds_what_the_provider_asks_for(
    failures: int, asked: int | None, expected: int
) -> None:
    wanted = timedelta(seconds=asked) if asked else None

    assert expiry.pause_after(failures, wanted) == timedelta(seconds=expected)


@pytest.mark.parametrize(
    ("url", "is_allowed"),
    [
        ("https://app.example.com", True),
        ("https://APP.example.com/a?b=c", True),
        ("https://hooks.example.com/console", True),
        ("http://app.example.com/", False),
        ("https://app.example.com:8443/", False),
        ("https://app.example.com#x", False),
        ("https://user@app.example.com/", False),
        ("https://app.example.com\\@evil.example/", False),
        ("https://evil.example/https://app.example.com", False),
        ("//app.example.com", False),
        ("", False),
    ],
)
def test_browser_is_sent_to_an_allowed_origin_alone(url: str, *, is_allowed: bool) -> None:
    assert (return_urls.fault(SETTINGS, url) is None) is is_allowed
