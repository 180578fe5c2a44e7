"""Whatever a provider answers and a stranger sends, there is a key, a named refusal, or a request to a pinned host."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.keyring import answers
from domain.keyring.ring import trusted
from domain.outbound import Answer, hosts
from domain.signatures import compile_verifier, key_pairs, read_scheme, sign
from domain.signatures.fetching import KeyRequest, KeysNeeded
from domain.signatures.parts import KeyForm
from domain.verdict import Refused
from tests.keyring.test_fetching import SCHEMES, SIGNATURE, Asking, pairs
from tests.signatures.build import NOW, changed, request

HOSTS = ("keys.acme.example",)
BY_ADDRESS = {
    **SIGNATURE,
    "algorithm": "ed25519",
    "fetch": {"as": "pem", "from": "header:X-Key-Url", "hosts": list(HOSTS)},
}
ADDRESSES = st.one_of(
    st.text(max_size=60),
    st.builds("{}://{}{}".format, st.sampled_from(["https", "http", "ftp"]), st.text(), st.text()),
    st.builds(
        "https://{}keys.acme.example{}".format,
        st.text("@:/.\\%?#a1", max_size=8),
        st.text("@:/.\\%?#a1", max_size=8),
    ),
)


@given(
    form=st.sampled_from(KeyForm),
    body=st.one_of(st.binary(), st.text().map(str.encode), st.just(b"-----BEGIN CERTIFICATE-----")),
    path=st.sampled_from(["", "key", "a.0"]),
    status=st.sampled_from([200, 200, 204, 301, 500]),
)
def test_any_answer_is_keys_or_a_sentence(
    form: KeyForm, body: bytes, path: str, status: int
) -> None:
    asked = KeyRequest("https://keys.acme.example", form, json=path)
    try:
        found = answers.read(asked, Answer(status, (), body, timedelta()), trusted, NOW)
    except ValueError as error:
        assert str(error).startswith("answered ")  # noqa: PT017  either is right
    else:
        assert found.keys


@given(address=ADDRESSES)
def test_any_address_is_refused_or_at_a_pinned_host(address: str) -> None:
    (mine,) = pairs(BY_ADDRESS)
    scheme = read_scheme(BY_ADDRESS)
    genuine = sign(scheme, request(b"{}"), {}, NOW, private={mine.name: mine.private})
    sent = address.encode().decode("latin-1")
    try:
        compile_verifier(scheme, {}, Asking())(changed(genuine, headers={"x-key-url": sent}), NOW)
    except KeysNeeded as needed:
        assert [hosts.host_of(each.request.url) for each in needed.wants] == list(HOSTS)  # noqa: PT017
    except Refused:
        return


@given(kid=st.text(), forged=st.binary(max_size=200))
def test_any_key_id_and_token_is_refused_or_asked_for(kid: str, forged: bytes) -> None:
    scheme = read_scheme(SCHEMES["post"])
    secrets = {"client_id": ["id"], "api_secret": ["s3cret"]}
    private = {key_pairs.PUBLISHED: pairs(SCHEMES["post"])[0].private}
    delivery = sign(scheme, request(b"{}"), secrets, NOW, private=private)
    verify = compile_verifier(scheme, secrets, Asking())
    for text in (kid, forged.decode("latin-1")):
        head, _, rest = dict(delivery.headers)["authorization"].partition(".")
        try:
            verify(changed(delivery, headers={"authorization": f"{head}{text}.{rest}"}), NOW)
        except (KeysNeeded, Refused):
            continue
        raise AssertionError("accepted without a key")
