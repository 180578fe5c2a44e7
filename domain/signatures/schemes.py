"""The data form of a signature scheme: one tagged union, told apart by `method`.

Knows the methods, their fields and defaults; leaves out what they are made of (parts), what their
texts mean (references, content, keys) and which combinations are impossible (reading).
"""

import msgspec

from domain.signatures.parts import (
    Algorithm,
    Binding,
    ContentPart,
    Encoding,
    Fetch,
    HashAlgorithm,
    JwtAlgorithm,
    KeyForm,
    Part,
    Signature,
    SignatureAlgorithm,
    Timestamp,
    UrlVariant,
)


class OverContent(Part, frozen=True):
    """What the methods share whose signature is over chosen parts of a request.

    content: a template, or parts that follow each other. require: equalities judged before the
    signature is; bind: after. foreach: the place of a list; the check runs for every item and all must
    pass. url_variants: other spellings of our address.
    """

    signature: Signature
    encoding: Encoding = Encoding.HEX
    content: str | tuple[str | ContentPart, ...] = "{body}"
    timestamp: Timestamp | None = None
    require: tuple[Binding, ...] = ()
    bind: tuple[Binding, ...] = ()
    foreach: str = ""
    url_variants: tuple[UrlVariant, ...] = ()


class Hmac(OverContent, frozen=True, tag_field="method", tag="hmac"):
    """HMAC of a byte template under a shared secret.

    secret: the name of the secret it uses. key: steps from its text to key bytes. key_text: a template
    of several secrets, `{secret:a}&{secret:b}`, that takes the place of the secret's text.
    """

    algorithm: Algorithm = Algorithm.SHA256
    key: tuple[str, ...] = ("utf8",)
    key_text: str = ""
    secret: str = "secret"  # noqa: S105  a name


class Hash(OverContent, frozen=True, tag_field="method", tag="hash"):
    """Plain digest of a byte template that holds a secret. secret: the name of what `{secret}` reads."""

    algorithm: HashAlgorithm = HashAlgorithm.SHA256
    secret: str = "secret"  # noqa: S105  a name


class PublicKeySignature(
    OverContent, frozen=True, kw_only=True, tag_field="method", tag="signature"
):
    """A signature that only the provider can make and its public key verifies.

    secret: the name under which the public key is given, "public_key" when absent; key, key_form: from
    its text to a key. fetch: where the key is fetched from instead.
    """

    algorithm: SignatureAlgorithm
    key: tuple[str, ...] = ("utf8",)
    key_form: KeyForm = KeyForm.PEM
    secret: str | None = None
    fetch: Fetch | None = None


class Jwt(Part, frozen=True, tag_field="method", tag="jwt"):
    """A JSON Web Token.

    signature: where the token stands (`from`, `strip`), which may be the whole body. algorithms: those
    that are accepted. secret, key, key_form, fetch: as for a signature; secret is "secret" when absent
    and the algorithms are HMACs. claims: what a claim must be: a text with `{secret:x}` slots, or any of
    several. need: claims that must be there. leeway: seconds that clocks may differ. max_age: seconds
    since `iat`. bind, require: as for a signature, with `claim:<path>` and `jws:<name>`.
    """

    signature: Signature
    algorithms: tuple[JwtAlgorithm, ...]
    secret: str | None = None
    key: tuple[str, ...] = ("utf8",)
    key_form: KeyForm = KeyForm.PEM
    fetch: Fetch | None = None
    claims: dict[str, str | tuple[str, ...]] = msgspec.field(default_factory=dict)
    need: tuple[str, ...] = ()
    leeway: int = 60
    max_age: int | None = None
    require: tuple[Binding, ...] = ()
    bind: tuple[Binding, ...] = ()


class Address(Part, frozen=True, tag_field="method", tag="address"):
    """The sender's network address is in one of these ranges, such as "192.0.2.0/24"."""

    ranges: tuple[str, ...]


class Token(Part, frozen=True, tag_field="method", tag="token"):
    """A shared secret sent as it is. prefix: stands before it, in any case, such as "Bearer ".

    foreach: the place of a list whose every item holds the token, at `item:<path>`.
    """

    source: str = msgspec.field(name="from")
    prefix: str = ""
    secret: str = "secret"  # noqa: S105  a name
    foreach: str = ""


class Basic(Part, frozen=True, tag_field="method", tag="basic"):
    """HTTP basic authentication. username, password: the NAMES of the secrets that hold them."""

    username: str = "username"
    password: str = "password"  # noqa: S105  a name


class NoSignature(Part, frozen=True, tag_field="method", tag="none"):
    """Accept all payloads, by explicit choice."""


class AnyOf(Part, frozen=True, tag_field="method", tag="any"):
    """One of the schemes must hold: each is tried."""

    schemes: tuple["Scheme", ...]


class AllOf(Part, frozen=True, tag_field="method", tag="all"):
    """Every one of the schemes must hold: they are judged in order."""

    schemes: tuple["Scheme", ...]


class Case(Part, frozen=True):
    """when: a reference that must be present for this case; absent: always."""

    scheme: "Scheme"
    when: str | None = None


class FirstOf(Part, frozen=True, tag_field="method", tag="first"):
    """The first case that applies decides alone: no fallback, so a legacy header cannot downgrade."""

    cases: tuple[Case, ...]


Leaf = Hmac | Hash | PublicKeySignature | Jwt | Address | Token | Basic | NoSignature
Scheme = (
    Hmac
    | Hash
    | PublicKeySignature
    | Jwt
    | Address
    | Token
    | Basic
    | NoSignature
    | AnyOf
    | AllOf
    | FirstOf
)


def key_name(scheme: PublicKeySignature | Jwt) -> str | None:
    """The name of the secret that holds the key, None when the key is fetched."""
    if scheme.fetch is not None:
        return None
    if scheme.secret is not None:
        return scheme.secret
    return "secret" if isinstance(scheme, Jwt) and is_shared(scheme) else "public_key"


def is_shared(scheme: Jwt) -> bool:
    """Whether its key is a shared secret. Reading sees to it that the algorithms are of one kind."""
    return any(one.startswith("HS") for one in scheme.algorithms)
