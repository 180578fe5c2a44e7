"""Which addresses requests may reach."""

import ipaddress

import pytest

from domain.outbound.network import is_allowed


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.255.0.9", "10.0.0.1", "172.16.5.5", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "100.100.100.200", "0.0.0.0",  # noqa: S104  an address, bound to by nobody
        "255.255.255.255", "224.0.0.1", "240.0.0.1",
        "192.0.0.192", "198.18.0.1", "192.88.99.1", "168.63.129.16", "::1", "::", "fe80::1",
        "fe80::1%eth0", "fd00:ec2::254", "fec0::1", "ff02::1", "::ffff:127.0.0.1",
        "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe", "64:ff9b:1::1",
        "2002:7f00:1::1", "2002:a00:1::", "2001:0:1::1", "2001:db8::1", "localhost", "",
    ],
)  # fmt: skip
def test_address_inside_any_private_or_reserved_network_is_refused(address: str) -> None:
    assert is_allowed(address, ()) is False


@pytest.mark.parametrize(
    "address",
    ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_public_address_is_allowed(address: str) -> None:
    assert is_allowed(address, ()) is True


def test_configured_network_opens_itself_and_nothing_beside_it() -> None:
    networks = [ipaddress.ip_network("10.1.0.0/16")]

    assert is_allowed("10.1.2.3", networks) is True
    assert is_allowed("::ffff:10.1.2.3", networks) is True
    assert is_allowed("10.2.0.1", networks) is False
