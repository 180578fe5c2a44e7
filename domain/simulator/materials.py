"""What signs in the place of a provider: texts for its secrets, and key pairs where only its private key can sign."""

import secrets as randomness
from dataclasses import dataclass, field
from datetime import datetime

from domain.request import Request
from domain.signatures import PrivateKeys, Scheme, Secrets, key_pairs, secret_names, sign
from domain.signatures.facts import public_leaves


@dataclass(frozen=True, slots=True)
class Material:
    """secrets: by the scheme's names, public keys among them. private: the other halves of these."""

    secrets: Secrets
    private: PrivateKeys = field(default_factory=dict, repr=False)

    @property
    def is_keyed(self) -> bool:
        """Whether there is anything that another could not know."""
        return bool(self.secrets or self.private)


def made_up(scheme: Scheme, text: str | None = None, number: int = 0) -> Material:
    """Everything a scheme needs, made up. text: for every secret, a random one when absent.

    number: materials of one number share their key pairs. Raises Invalid for a key that cannot be made up.
    """
    chosen = text or randomness.token_hex(16)
    return with_pairs(scheme, {name: [chosen] for name in secret_names(scheme)}, number)


def with_pairs(scheme: Scheme, given: Secrets, number: int = 0) -> Material:
    """The secrets that there are, with generated pairs in the place of the provider's public keys. Raises Invalid."""
    pairs = [key_pairs.generate(leaf, number) for leaf in public_leaves(scheme)]
    public = {pair.name: [pair.public] for pair in pairs}
    return Material({**given, **public}, {pair.name: pair.private for pair in pairs})


def signed_with(scheme: Scheme, draft: Request, material: Material, at: datetime) -> Request:
    """Sign a draft as the provider would. Raises Invalid."""
    return sign(scheme, draft, material.secrets, at, private=material.private)
