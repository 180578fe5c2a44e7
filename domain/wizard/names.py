"""What templates may read, at each place of the wizard. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import msgspec

from domain.templates.names import KnownNames
from domain.wizard.description import Description, ResponseKind

_SETTINGS: Final = frozenset({"webhookURL"})
_TIMED: Final = _SETTINGS | {"expiresAt", "expiresAtMs"}
_INTEGRATION: Final = frozenset({"id", "name", "slug", "apiBaseUrl"})
_USER: Final = frozenset({"id"})
_ACCOUNT: Final = frozenset({"id", "providerId"})


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names that differ between triggers. account: of the connected account's values. persisted: of kept values.

    keeps_any: custom code keeps values, under names that only it knows. has_grant: accounts are connected by OAuth,
    and what the provider gave beside the token can be read too, whatever it is called.
    """

    secrets: frozenset[str] = frozenset()
    account: frozenset[str] = frozenset()
    persisted: frozenset[str] = frozenset()
    keeps_any: bool = False
    has_grant: bool = False

    def request(self) -> KnownNames:
        """In a request to the provider."""
        return KnownNames(
            self._request() | {"settings": _TIMED},
            open=self._open() | self._deep(),
            deep=self._deep(),
        )

    def item(self) -> KnownNames:
        """In what is read of one webhook in the provider's list."""
        return KnownNames(self._request(), open=self._open(), has_item=True)

    def answer(self) -> KnownNames:
        """In what is read of the provider's answer."""
        return KnownNames(
            self._request(), has_answer=True, open=self._open() | self._deep(), deep=self._deep()
        )

    def reply(self) -> KnownNames:
        """In a handshake rule: the account's values are not sent to whoever asks."""
        return KnownNames(self._without_account(), has_event=True, open=self._open())

    def code(self) -> KnownNames:
        """In a parameter of custom code."""
        return KnownNames(self._without_account(), open=self._open())

    def secret(self) -> KnownNames:
        """In the secret of a verification."""
        return KnownNames(
            {"secrets": self.secrets, "persisted": self.persisted, "credential": _ACCOUNT},
            open=self._open(),
        )

    def _open(self) -> frozenset[str]:
        return frozenset({"persisted"}) if self.keeps_any else frozenset()

    def _deep(self) -> frozenset[str]:
        return frozenset({"credential"}) if self.has_grant else frozenset()

    def _without_account(self) -> dict[str, frozenset[str]]:
        return {**self._request(), "credential": _ACCOUNT}

    def _request(self) -> dict[str, frozenset[str]]:
        return {
            "settings": _SETTINGS,
            "secrets": self.secrets,
            "integration": _INTEGRATION,
            "credential": self.account | _ACCOUNT,
            "user": _USER,
            "persisted": self.persisted,
        }


EVENT: Final = KnownNames({}, has_event=True)
"""In the filter, the de-duplication key and the routing."""
ANSWER: Final = KnownNames({}, has_answer=True)
"""In the path of a list in the provider's answer."""


def kept_names(description: Description) -> frozenset[str]:
    """The persisted values that a description itself writes: of the setup answer, and of handshakes."""
    keep = description.setup.keep if description.setup else ()
    return frozenset(
        [*(entry.name for entry in keep), *_persisted(description.response.handshakes)]
    )


def keeps_any(description: Description) -> bool:
    """Whether names of kept values are known to its custom code alone."""
    return description.response.kind is ResponseKind.CODE


def _persisted(rules: Iterable[Any]) -> Iterable[str]:
    for rule in msgspec.to_builtins(tuple(rules)):
        found = rule.get("persist") if isinstance(rule, dict) else None
        if isinstance(found, dict):
            yield from map(str, found)
