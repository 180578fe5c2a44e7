"""A template renders the values of its event, keeps a lone value's type, and fails only by name."""

import base64
import hashlib
import hmac
from contextlib import suppress
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.templates.errors import TemplateError, TemplateSyntaxError
from domain.templates.expression import MAX_TEXT
from domain.templates.template import MAX_TEMPLATE, Template
from domain.templates.tree import compile_tree, render_tree

from .event_requests import FORM, JSON, scope_of

SCOPE = {
    **scope_of(
        b'{"s": "x y", "n": 5, "f": 1.0, "t": true, "z": null, "o": {"a": [1, "b"]}, "big": ["k"]}'
    ),
    "secrets": {"KEY": "s3cret", "EMPTY": ""},
}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", ""),
        ("plain } text { here }}", "plain } text { here }}"),
        ("{{event.body.n}}", 5),
        ("{{ event.body.t }}", True),
        ("{{event.body.z}}", None),
        ("{{event.body.o}}", {"a": [1, "b"]}),
        ("n={{event.body.n}} f={{event.body.f}} t={{event.body.t}}", "n=5 f=1.0 t=true"),
        ("{{event.body.s}}!", "x y!"),
        ("{{event.body.s}}{{event.body.n}}", "x y5"),
        ("-{{event.body.o}}", '-{"a":[1,"b"]}'),
        ('{"a":{{event.body.s | json}}}', '{"a":"x y"}'),
        ('{{"{{"}} event.body.s }}', "{{ event.body.s }}"),
        ("{{ '}}' }}", "}}"),
        ('-{{ event.body.z | default("none") }}', "-none"),
        ('{{ event.body.absent | default("none") }}', "none"),
        ("{{ event.body.absent | default(event.body.n) }}", 5),
        ('{{ event.body.n | default("none") }}', 5),
        ("{{ event.body.s | upper | lower | urlencode }}", "x%20y"),
        ("{{ event.body.s | base64 }}", "eCB5"),
        ("{{ event.body.s | hex }}", "782079"),
        ('{{ event.body.n | append("/") | append(event.body.s) | prepend("<") }}', "<5/x y"),
        ('{{ event.body.s | hash("sha256") }}', hashlib.sha256(b"x y").hexdigest()),
        (
            '{{ event.body.s | hash("sha512", "base64") }}',
            base64.b64encode(hashlib.sha512(b"x y").digest()).decode(),
        ),
    ],
)
def test_template_renders_the_value(text: str, value: Any) -> None:
    rendered = Template.parse(text).render(SCOPE)

    assert rendered == value
    assert type(rendered) is type(value)


# RFC 4231, test case 2
RFC_4231 = "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"


@pytest.mark.parametrize(
    ("encoding", "value"),
    [
        ("hex", RFC_4231),
        ("base64", base64.b64encode(bytes.fromhex(RFC_4231)).decode()),
        ("base64url", base64.urlsafe_b64encode(bytes.fromhex(RFC_4231)).decode().rstrip("=")),
    ],
)
def test_hmac_gives_the_published_value(encoding: str, value: str) -> None:
    text = f'{{{{ event.body | hmac("sha256", secrets.JEFE, "{encoding}") }}}}'
    scope = {**scope_of(b'"what do ya want for nothing?"'), "secrets": {"JEFE": "Jefe"}}

    assert Template.parse(text).render(scope) == value


def test_text_of_a_lone_number_is_text() -> None:
    assert Template.parse("{{event.body.n}}").text(SCOPE) == "5"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{event.body.team.id}}", 'event.body.team.id: there is no "team" in the body'),
        ("a {{event.body.z}}", 'event.body.z: it is null; write default("") to accept that'),
        (
            '{{event.body.s | hmac("sha1", secrets.EMPTY)}}',
            "event.body.s: hmac: the key of the HMAC is empty",
        ),
        (
            '{{event.body.s | hmac("sha1", secrets.KEY, "hex", "hex")}}',
            "event.body.s: hmac: the key is not hex",
        ),
        (
            '{{event.body.s | hmac("sha1", secrets.KEY, "hex", "base64")}}',
            "event.body.s: hmac: the key is not base64",
        ),
        (
            '{{event.body.s | hmac("sha1", secrets.NONE)}}',
            'secrets.NONE: there is no "NONE" in secrets',
        ),
        (
            "{{event.body.z | upper}}",
            'event.body.z: upper: it is null; write default("") to accept that',
        ),
        (
            "{{event.body.absent | default(event.body.gone)}}",
            'event.body.absent: there is no "absent" in the body',
        ),
    ],
)
def test_missing_value_is_a_named_error(text: str, message: str) -> None:
    with pytest.raises(TemplateError) as raised:
        Template.parse(text).render(SCOPE)
    assert str(raised.value) == message


@pytest.mark.parametrize(
    ("text", "position", "message"),
    [
        ("ab {{ }}", 6, "a path is expected here"),
        ("{{event.body", 12, "is expected here"),
        ("{{event.body.a b}}", 15, "is expected here"),
        ("{{event.body[*].id}}", 2, "a template takes one"),
        ("{{event.body | uper}}", 15, 'there is no filter "uper"; did you mean upper?'),
        ("{{event.body | }}", 15, "the name of a filter is expected"),
        ("{{event.body | hmac}}", 15, "hmac also needs its algorithm"),
        ('{{event.body | hmac("sha256")}}', 15, "hmac also needs its key"),
        (
            '{{event.body | hash("sha265")}}',
            15,
            '"sha265" is not a valid algorithm of hash; did you mean sha256?',
        ),
        ("{{event.body | hash(secrets.A)}}", 15, "secrets.A is not a valid algorithm of hash"),
        (
            '{{event.body | hash("md5", "hax")}}',
            15,
            '"hax" is not a valid encoding of hash; did you mean hex?',
        ),
        ('{{event.body | lower("x")}}', 15, "lower takes nothing, not 1 arguments"),
        ('{{event.body | append("x" "y")}}', 26, "a comma or a closing parenthesis"),
        ("{{event.body | default(1)}}", 23, "a path is expected here"),
        ("{{event.body" + " | lower" * 9 + "}}", 2, "more than 8 filters"),
        ("{{event.body.a}}" * 501, 8000, "more than 500 expressions"),
        ("x" * (MAX_TEMPLATE + 1), MAX_TEMPLATE, "longer than"),
        ("ab\ud800", 2, "not valid Unicode"),
    ],
)
def test_faulty_template_names_its_fault(text: str, position: int, message: str) -> None:
    with pytest.raises(TemplateSyntaxError) as raised:
        Template.parse(text)
    assert message in raised.value.message
    assert raised.value.position == position


@pytest.mark.parametrize(
    "text", ["{{event.body.a}}" * 10, "{{event.body.a | hex}}", "{{event.rawBody | urlencode}}"]
)
def test_output_is_bounded(text: str) -> None:
    scope = scope_of(orjson.dumps({"a": " " * (MAX_TEXT // 2 + 1)}))

    with pytest.raises(TemplateError, match=str(MAX_TEXT)):
        Template.parse(text).text(scope)


def test_body_too_deep_to_be_written_is_a_named_error() -> None:
    scope = scope_of(b"[" * 500 + b"]" * 500)

    with pytest.raises(TemplateError, match="cannot be written as JSON"):
        Template.parse("body: {{event.body}}").render(scope)


def test_paths_include_those_of_arguments() -> None:
    template = Template.parse(
        '{{event.body.a | hmac("sha1", secrets.K) | default(user.id)}} {{persisted.x}}'
    )

    assert [path.text for path in template.paths] == [
        "event.body.a",
        "secrets.K",
        "user.id",
        "persisted.x",
    ]


@pytest.mark.parametrize(
    ("text", "reveals"),
    [
        ("{{secrets.K}}", True),
        ("{{persisted.x | upper}}", True),
        ("{{credential.accessToken}}", True),
        ("{{credential.providerId}}", False),
        ('{{event.body.a | hmac("sha1", secrets.K)}}', False),
        ('{{event.body.a | append(secrets.K) | hash("sha256")}}', False),
        ('{{event.body.a | hash("sha256") | append(secrets.K)}}', True),
        ("{{event.body.a | default(secrets.K)}}", True),
        ("{{event.body.a}}", False),
    ],
)
def test_template_knows_whether_it_reveals_a_secret(text: str, *, reveals: bool) -> None:
    assert Template.parse(text).reveals_secret is reveals


@pytest.mark.parametrize("token", ["qgg8vlvZRS6UYooatFL8Aw", "a" * 256, "a.b_c~d+e/f=-"])
def test_plain_token_is_signed_for_a_stranger(token: str) -> None:
    scope = {**scope_of(orjson.dumps({"a": token})), "secrets": {"K": "k"}}

    signed = Template.parse('{{event.body.a | hmac("sha256", secrets.K)}}').render(
        scope, from_stranger=True
    )

    assert signed == hmac.digest(b"k", token.encode(), "sha256").hex()


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("event.body.a", {"a": "v0:1700000000:{}"}),
        ("event.body.a", {"a": '{"id":1}'}),
        ("event.body.a", {"a": ""}),
        ("event.body.a", {"a": "a\n"}),
        ("event.body.a", {"a": "é"}),
        ("event.body.a", {"a": "a" * 257}),
        ("event.body.a", {"a": {"b": 1}}),
        ("event.body", {"a": 1}),
        ("event.rawBody", {"a": 1}),
        ("event.body.none | default(event.rawBody)", {"a": 1}),
        ('event.body.a | append(":") ', {"a": "t"}),
        ("event.body.a | append(event.body.b)", {"a": "t", "b": "{}"}),
    ],
)
def test_content_is_never_signed_for_a_stranger(text: str, body: Any) -> None:
    scope = {**scope_of(orjson.dumps(body)), "secrets": {"K": "k"}}
    template = Template.parse(f'{{{{{text} | hmac("sha256", secrets.K)}}}}')

    with pytest.raises(TemplateError, match="not a plain token"):
        template.render(scope, from_stranger=True)

    assert len(template.render(scope)) == 64


def test_hash_of_a_stranger_takes_tokens_beside_our_own_values() -> None:
    text = '{{event.query.c | append(secrets.K) | append(settings.webhookURL) | hash("sha256")}}'
    ours = {"secrets": {"K": "k"}, "settings": {"webhookURL": "https://a.example/x"}}
    template = Template.parse(text)

    fine = template.render({**scope_of(query="c=abc"), **ours}, from_stranger=True)
    assert fine == hashlib.sha256(b"abckhttps://a.example/x").hexdigest()
    with pytest.raises(TemplateError, match="not a plain token"):
        template.render({**scope_of(query="c=%7B%7D"), **ours}, from_stranger=True)


def test_tree_renders_strings_and_keeps_everything_else() -> None:
    tree = compile_tree(
        {"{{a}}": ["{{event.body.n}}", 1, None, True, "x{{event.body.n}}"], "b": {"c": 1.5}}
    )

    assert render_tree(tree, SCOPE) == {"{{a}}": [5, 1, None, True, "x5"], "b": {"c": 1.5}}


def test_tree_too_deep_or_not_json_is_refused() -> None:
    deep: Any = "x"
    for _ in range(2_000):
        deep = [deep]

    for value in (deep, [0] * 10_000, {1: "a"}, {"a": b"x"}):
        with pytest.raises(TemplateSyntaxError):
            compile_tree(value)


PIECES = [
    "{{",
    "}}",
    "event.",
    "body",
    "headers.",
    "[0]",
    "[*]",
    "|",
    "hmac(",
    '"sha256"',
    ")",
    ",",
    " ",
    "'",
    '"',
    "\\",
    "default(",
    "secrets.K",
    "a",
]


@given(st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=12).map("".join)))
def test_any_text_is_a_template_or_a_syntax_error(text: str) -> None:
    try:
        template = Template.parse(text)
    except TemplateSyntaxError as error:
        position = error.position
    else:
        position = len(template.source)

    assert 0 <= position <= len(text)


FILTERS = [
    "",
    '|hmac("sha256",secrets.K)',
    '|hash("md5","base64")',
    "|base64|hex",
    "|lower|upper",
    "|json",
    "|urlencode",
    '|default("x")',
    "|append(event.rawBody)",
    "|default(event.query.q)",
]
PATHS = [
    "event.body",
    "event.body.a",
    "event.body[0]",
    "event.body.a.b",
    "event.rawBody",
    "event.headers.x",
    "event.headers",
    "event.query",
    "event.query.q[1]",
    "event.method",
    "secrets.K",
]
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**63), 2**63)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["a", "b"]), inner, max_size=2)
    ),
    max_leaves=6,
)


@given(
    st.lists(
        st.tuples(st.sampled_from(PATHS), st.lists(st.sampled_from(FILTERS), max_size=3)),
        min_size=1,
        max_size=3,
    ),
    st.one_of(st.binary(), json_values.map(orjson.dumps)),
    st.sampled_from([JSON, FORM]),
    st.text(st.characters(max_codepoint=255), max_size=20),
    st.booleans(),
)
def test_any_template_over_any_event_gives_a_value_or_a_named_error(
    expressions: list[tuple[str, list[str]]],
    body: bytes,
    headers: tuple[tuple[str, str], ...],
    query: str,
    stranger: bool,
) -> None:
    scope = {**scope_of(body, (*headers, ("x", query)), query), "secrets": {"K": "k"}}
    text = " ".join(f"{{{{{path}{''.join(filters)}}}}}" for path, filters in expressions)
    template = Template.parse(text)

    for attempt in (template.render, template.text):
        with suppress(TemplateError):
            attempt(scope, from_stranger=stranger)
