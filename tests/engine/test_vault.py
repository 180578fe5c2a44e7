"""Values at rest: unreadable without the key, bound to their row, keys that rotate."""

import pytest

from domain.errors import Misconfigured
from domain.vault import Unreadable, Vault

OLD, NEW = "an old key of enough characters", "a new key of enough characters!"


def test_a_sealed_value_opens_and_shows_nothing_of_itself() -> None:
    vault = Vault([NEW])

    sealed = vault.seal("hunter2-hunter2", "secret:1")

    assert vault.open(sealed, "secret:1") == "hunter2-hunter2"
    assert b"hunter2" not in sealed
    assert vault.seal("hunter2-hunter2", "secret:1") != sealed


def test_a_value_sealed_with_an_old_key_opens_while_that_key_is_listed() -> None:
    sealed = Vault([OLD]).seal("value", "secret:1")

    assert Vault([NEW, OLD]).open(sealed, "secret:1") == "value"
    with pytest.raises(Unreadable):
        Vault([NEW]).open(sealed, "secret:1")


def test_a_value_moved_to_another_row_or_changed_does_not_open() -> None:
    vault = Vault([NEW])
    sealed = vault.seal("value", "secret:1")

    for wrong, purpose in (
        (sealed, "secret:2"),
        (sealed[:-1] + b"x", "secret:1"),
        (b"", "secret:1"),
    ):
        with pytest.raises(Unreadable):
            vault.open(wrong, purpose)


def test_a_key_too_short_to_be_one_is_refused_by_name() -> None:
    with pytest.raises(Misconfigured, match="HOOKWRIGHT_SECRET_KEY must be"):
        Vault(["short"])
