"""Our own addresses are read back as they were written, and nothing else is one."""

import pytest

from domain import addresses
from domain.addresses import Target
from domain.identity import Kind
from domain.settings import Settings

# always the same: parallel workers must collect the same tests
_PROJECT, _INTEGRATION, _TRIGGER = (
    f"{kind}_01m859tccef6w8ts1gnwa5n3th" for kind in (Kind.PROJECT, Kind.INTEGRATION, Kind.TRIGGER)
)
_SHARED = f"/triggers/connect/{_PROJECT}/{_INTEGRATION}"


@pytest.mark.parametrize("trigger_id", [None, _TRIGGER])
@pytest.mark.parametrize("is_test", [True, False])
def test_path_reads_back_as_its_target(trigger_id: str | None, is_test: bool) -> None:
    target = Target(_PROJECT, _INTEGRATION, trigger_id, is_test)

    assert addresses.read(addresses.path_of(target)) == target


@pytest.mark.parametrize(
    "path",
    [
        "/",
        _SHARED + "/",
        _SHARED + "/tests",
        _SHARED + "/custom-triggers/",
        f"{_SHARED}/custom-triggers/{_INTEGRATION}",
        f"{_SHARED}/custom-triggers/{_TRIGGER}/test/",
        f"/triggers/connect/{_INTEGRATION}/{_PROJECT}",
        "/x" + _SHARED,
        _SHARED + "\n",
    ],
)
def test_other_path_is_no_address(path: str) -> None:
    assert addresses.read(path) is None


def test_urls_stand_below_the_public_url() -> None:
    settings = Settings(public_url="https://h.example.com")
    target = Target(_PROJECT, _INTEGRATION, _TRIGGER)
    whole = f"https://h.example.com{_SHARED}"

    assert addresses.webhook_url(settings, _PROJECT, _INTEGRATION) == whole
    assert addresses.target_url(settings, target) == f"{whole}/custom-triggers/{_TRIGGER}/test"
    assert addresses.user_target_url(settings, target, "crd_1") == (
        f"{whole}/custom-triggers/{_TRIGGER}?id=crd_1"
    )
    assert addresses.public_url(Settings(port=9)) == "http://127.0.0.1:9"
