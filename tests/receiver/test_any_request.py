"""Any request that HTTP's grammar allows gets one of the documented statuses, and exactly one row with its bytes."""

import json

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from domain.models import Delivery
from tests.receiver.shop import ACCOUNT, Placed, Shop, signature
from tests.receiver.wire import RawReply, connected, head, target

HANDSHAKE = {
    "name": "Challenge",
    "when": [{"path": "event.body.challenge", "isPresent": True}],
    "reply": {"json": {"challenge": "{{event.body.challenge}}"}},
}
FILTER = {"any": [{"all": [{"path": "event.body.n", "operator": "LESS_THAN", "value": 5}]}]}

TOKEN = st.text(
    "abcdefghijklmnopqrstuvwxyzABCXYZ0123456789!#$%&'*+-.^_`|~", min_size=1, max_size=20
)
VALUE = st.text(
    st.characters(min_codepoint=0x20, max_codepoint=0xFF, exclude_characters="\x7f"), max_size=80
)
RESERVED = {
    "connection", "content-length", "transfer-encoding", "upgrade", "host", "expect",
    "proxy-connection", "trailer",
}  # fmt: skip
NAMED = st.sampled_from(["x-signature", "content-type", "content-encoding", "authorization"])
HEADERS = st.lists(
    st.tuples(st.one_of(NAMED, TOKEN.filter(lambda name: name.lower() not in RESERVED)), VALUE),
    max_size=12,
)
QUERY = st.text("abcid=&%;+/?:@!$'()*,-._~0123456789ABCDEF[]{}|\\^`\"<>", max_size=80)
JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(["team", "n", "id", "challenge", ""]), inner, max_size=4)
    ),
    max_leaves=20,
)
BODY = st.one_of(
    st.binary(max_size=200),
    JSON.map(lambda value: json.dumps(value).encode()),
    st.dictionaries(st.sampled_from(["team", "n", "id", "challenge"]), JSON, max_size=4).map(
        lambda value: json.dumps({"team": ACCOUNT, **value}, ensure_ascii=False).encode(
            errors="surrogatepass"
        )
    ),
)
METHOD = st.sampled_from(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"])


async def ask(url: str, request: bytes, *, has_body: bool) -> RawReply:
    async with connected(url) as raw:
        await raw.send(request)
        return await raw.receive(has_body=has_body)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(method=METHOD, query=QUERY, headers=HEADERS, body=BODY, is_signed=st.booleans())
async def test_any_request_has_a_documented_status_and_one_row_with_its_bytes(
    shop: Shop,
    *,
    method: str,
    query: str,
    headers: list[tuple[str, str]],
    body: bytes,
    is_signed: bool,
) -> None:
    trigger = await described(shop)
    own = [("X-Signature", signature(body))] if is_signed else []
    framed = [*own, *headers, ("Content-Length", str(len(body)))]
    before = await shop.rows()

    path = f"{target(trigger.url)}?{query}"
    reply = await ask(trigger.url, head(method, path, framed) + body, has_body=method != "HEAD")

    (identifier,) = set(await shop.rows()) - set(before)
    row = await Delivery.get(id=identifier)
    assert reply.status in {200, 401}
    assert (row.reply_status, row.method, bytes(row.body)) == (reply.status, method, body)
    assert row.query_string == query
    kept = [(name, value.strip(" ")) for name, value in json.loads(row.headers)[1:]]
    assert kept == [(name.lower(), value.strip(" ")) for name, value in framed]
    assert (row.outcome == "REJECTED") == (row.cause is not None) == (reply.status == 401)


_described: dict[str, Placed] = {}


async def described(shop: Shop) -> Placed:
    """A trigger that uses everything at once, made once for all examples."""
    if shop.project_id not in _described:
        _described[shop.project_id] = await shop.place(
            handshakes=[HANDSHAKE],
            filter=FILTER,
            routing=["event.body.team", "event.query.id", "event.headers.x-signature"],
            deduplicationKey="{{event.body.id}}",
        )
    return _described[shop.project_id]
