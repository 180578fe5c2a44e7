"""Signatures: how a provider proves that a delivery is its own, as data, and the engine that reads it.

Knows the scheme language (the same in TOML, JSON and GraphQL's `scheme`), how to judge a delivery
by a scheme, how to sign like the provider, and what a scheme proves. Leaves out providers (the
catalog), where secrets are kept (the vault) and what a verdict leads to (deliveries).

The language, by its parts:

    schemes     the data form: hmac, hash, signature, jwt, address, token, basic, none, any, all, first
    parts       what they are made of
    reading     data to scheme and back, with every problem by its path
    references  header:X, query:x, form:x, json:a.0.b
    content     the byte template that is signed
    grammar     the text around a signature: prefix, list, key=value
    timestamps  signed times and their tolerance
    keys        from a secret's text to key bytes
    fetching    keys that a provider publishes: which are asked for, and where
    verifying   the compiled judge (digests, credentials)
    signing     the same data, the other way round
    key_pairs   the provider's part, generated, where only its private key signs
"""

from domain.signatures.facts import covers, public_names, secret_names
from domain.signatures.judges import Expiring, Secrets, Verifier
from domain.signatures.proofs import Covers
from domain.signatures.reading import read_scheme, to_data
from domain.signatures.schemes import (
    Address,
    AllOf,
    AnyOf,
    Basic,
    FirstOf,
    Hash,
    Hmac,
    Jwt,
    NoSignature,
    PublicKeySignature,
    Scheme,
    Token,
)
from domain.signatures.signing import PrivateKeys, sign
from domain.signatures.verifying import compile_verifier

__all__ = [
    "Address",
    "AllOf",
    "AnyOf",
    "Basic",
    "Covers",
    "Expiring",
    "FirstOf",
    "Hash",
    "Hmac",
    "Jwt",
    "NoSignature",
    "PrivateKeys",
    "PublicKeySignature",
    "Scheme",
    "Secrets",
    "Token",
    "Verifier",
    "compile_verifier",
    "covers",
    "public_names",
    "read_scheme",
    "secret_names",
    "sign",
    "to_data",
]
