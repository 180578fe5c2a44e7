"""The key ring: keys that providers publish, fetched through the outbound door and kept for a while.

Knows how long an answer holds, how often a provider may be asked, and how an answer is read; leaves out which
keys a delivery needs (signatures.fetching) and what a missing one means for it (deliveries).

    shelf         what is kept, and for how long: rules, with the clock passed in
    allowances    how often an address that was never heard of may be asked
    answers       from an answer to keys
    certificates  what a certificate must be
    ring          fetching: one request at a time for each address
"""

from domain.keyring.ring import Keyring, opened
from domain.signatures.fetching import KeyRequest, KeyRing, KeysNeeded, Want, fixed

__all__ = ["KeyRequest", "KeyRing", "Keyring", "KeysNeeded", "Want", "fixed", "opened"]
