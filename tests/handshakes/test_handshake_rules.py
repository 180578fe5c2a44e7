"""Handshake rules are read with every problem at once, each with its path and what would be accepted."""

import tomllib
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import Invalid, Problem, ProblemCode
from domain.handshakes import HandshakeRule, ReplyTemplate, check_rules, compile_rules, read_rules
from domain.templates.names import KnownNames

TOML = """
[[handshakes]]
name = "Meta verification request"
when = { method = "GET", "event.query.hub.mode" = "subscribe", "event.headers.x-a" = { present = false } }
require = { "event.query.hub.verify_token" = "{{secrets.META_VERIFY_TOKEN}}" }
persist = { seen = "{{event.query.hub.challenge}}" }
reply = { status = 201, headers = { X-A = "b" }, text = "{{event.query.hub.challenge}}" }
signed = true
reject_status = 403
"""
RULE = HandshakeRule(
    name="Meta verification request",
    when={
        "method": "GET",
        "event.query.hub.mode": "subscribe",
        "event.headers.x-a": {"present": False},
    },
    require={"event.query.hub.verify_token": "{{secrets.META_VERIFY_TOKEN}}"},
    persist={"seen": "{{event.query.hub.challenge}}"},
    reply=ReplyTemplate(status=201, headers={"X-A": "b"}, text="{{event.query.hub.challenge}}"),
    signed=True,
    reject_status=403,
)


def _problems(**changes: Any) -> list[Problem]:
    rule = {"name": "rule", "when": {"event.body.challenge": {"present": True}}, **changes}
    with pytest.raises(Invalid) as raised:
        read_rules([rule])
    return list(raised.value.problems)


def test_rule_reads_the_same_from_toml_json_and_itself() -> None:
    from_toml = tomllib.loads(TOML)["handshakes"]
    as_json = msgspec.json.decode(msgspec.json.encode([RULE]))

    assert read_rules(from_toml) == (RULE,)
    assert read_rules(as_json) == (RULE,)
    assert read_rules(msgspec.to_builtins((RULE,))) == (RULE,)
    assert read_rules((RULE,)) == (RULE,)


def test_every_problem_of_the_shape_is_named() -> None:
    data = [
        {
            "nam": "x",
            "when": {"method": "GET"},
            "reply": {"status": "200", "txt": "x", "headers": {"a": 1}},
        },
        {"name": "y", "when": [], "signed": "yes"},
        7,
    ]

    with pytest.raises(Invalid) as raised:
        read_rules(data, ("handshakes",))

    assert [(problem.code, ".".join(problem.path)) for problem in raised.value.problems] == [
        (ProblemCode.UNKNOWN_NAME, "handshakes.0.nam"),
        (ProblemCode.REQUIRED, "handshakes.0.name"),
        (ProblemCode.UNKNOWN_NAME, "handshakes.0.reply.txt"),
        (ProblemCode.INVALID, "handshakes.0.reply.status"),
        (ProblemCode.INVALID, "handshakes.0.reply.headers.a"),
        (ProblemCode.INVALID, "handshakes.1.when"),
        (ProblemCode.INVALID, "handshakes.1.signed"),
        (ProblemCode.INVALID, "handshakes.2"),
    ]
    messages = {".".join(problem.path): problem.message for problem in raised.value.problems}
    assert messages["handshakes.0.nam"] == 'there is no "nam" here; did you mean name?'
    assert messages["handshakes.0.reply.txt"] == 'there is no "txt" here; did you mean text?'
    assert messages["handshakes.0.reply.status"] == "expected a whole number, got a text"


@pytest.mark.parametrize(
    ("changes", "path", "message"),
    [
        ({"name": " "}, "name", "a name has 1 to 80 characters"),
        ({"when": {}}, "when", "name something that only the handshake has"),
        ({"when": {"method": "POST"}}, "when", "name something that only the handshake has"),
        ({"when": {"method": "get"}}, "when.method", "a method is a text in upper case"),
        (
            {"when": {"method": 1, "event.body.a": 1}},
            "when.method",
            "a method is a text in upper case",
        ),
        (
            {"when": {"body.type": "x"}},
            "when.body.type",
            "a path into the event, like event.body.body.type",
        ),
        ({"when": {"event.body.a b": "x"}}, "when.event.body.a b", "the path ends before ' '"),
        ({"when": {"event.body.a[*]": "x"}}, "when.event.body.a[*]", "[*] gives several values"),
        ({"when": {"event.query.a": 1}}, "when.event.query.a", "always a text"),
        (
            {"when": {"event.body.a": {"present": 1}}},
            "when.event.body.a",
            'expected a value, or {"present": true}',
        ),
        (
            {"when": {"event.body.a": {"matches": "x"}}},
            "when.event.body.a",
            'expected a value, or {"present": true}',
        ),
        (
            {"when": {"event.body.a": None}},
            "when.event.body.a",
            '{"present": false} for what must be absent',
        ),
        (
            {"require": {"event.query.t": ""}},
            "require.event.query.t",
            "the expected value is empty",
        ),
        (
            {"when": {"event.body.a": {"present": True, "prefix": "x"}}},
            "when.event.body.a",
            'or {"prefix": "a"}',
        ),
        ({"when": {"event.body.a": {"prefix": ""}}}, "when.event.body.a.prefix", "empty beginning"),
        ({"when": {"event.body.a": {"prefix": 1}}}, "when.event.body.a", 'or {"prefix": "a"}'),
        ({"when": {"event.body.a": {"one_of": []}}}, "when.event.body.a.one_of", "1 to 50 values"),
        (
            {"when": {"event.body.a": {"one_of": ["x"] * 51}}},
            "when.event.body.a.one_of",
            "1 to 50 values",
        ),
        (
            {"when": {"event.body.a": {"one_of": ["x", None]}}},
            "when.event.body.a.one_of.1",
            "expected a text, number",
        ),
        (
            {"when": {"event.headers.a": {"one_of": ["x", 1]}}},
            "when.event.headers.a.one_of.1",
            "always a text",
        ),
        ({"show": {"a b": "x"}}, "show.a b", "a shown value's name is letters"),
        ({"show": {f"a{number}": "x" for number in range(6)}}, "show", "at most 5 entries"),
        (
            {"show": {"a": "{{persisted.A}}"}, "signed": True},
            "show.a",
            "a secret is never shown",
        ),
        ({"follow_up": {"url": "https://a.b"}}, "follow_up.hosts", "hosts is missing"),
        (
            {"follow_up": {"url": "https://a.b", "hosts": ["a.b"]}},
            "follow_up",
            "set signed = true",
        ),
        (
            {"signed": True, "follow_up": {"url": "ftp://a.b", "hosts": ["a.b"]}},
            "follow_up.url",
            "begins with https://",
        ),
        (
            {"signed": True, "follow_up": {"url": "https://a.b", "hosts": ["*.*.b"]}},
            "follow_up.hosts.0",
            "never *.com",
        ),
        (
            {"signed": True, "follow_up": {"url": "https://a.b", "hosts": ["A.b"]}},
            "follow_up.hosts.0",
            "names in lower case",
        ),
        (
            {"signed": True, "follow_up": {"url": "https://a.b", "hosts": ["a.b"], "verb": "GET"}},
            "follow_up.verb",
            'there is no "verb" here',
        ),
        (
            {
                "signed": True,
                "follow_up": {"url": "https://a.b", "hosts": ["a.b"], "method": "PUT"},
            },
            "follow_up.method",
            "invalid enum value 'PUT'",
        ),
        ({"require": {"secrets.A": "x"}}, "require.secrets.A", "a path into the event"),
        ({"require": {"event.query.t": "{{"}}, "require.event.query.t", "a path is expected here"),
        ({"persist": {"a-b": "x"}}, "persist.a-b", "letters, digits and _"),
        ({"persist": {"a": "{{event.body.x"}}, "persist.a", "is expected here"),
        ({"reply": {"status": 199}}, "reply.status", "a status is 200 to 599"),
        ({"reply": {"status": 600}}, "reply.status", "a status is 200 to 599"),
        (
            {"reply": {"status": 204, "text": "x"}},
            "reply.status",
            "an answer with status 204 has no body",
        ),
        ({"reply": {"text": "x", "echo": True}}, "reply", "choose one of text, json and echo"),
        (
            {"reply": {"headers": {"Set-Cookie": "a"}}},
            "reply.headers.Set-Cookie",
            "set-cookie cannot be set",
        ),
        (
            {"reply": {"headers": {"Location": "/"}}},
            "reply.headers.Location",
            "location cannot be set",
        ),
        (
            {"reply": {"headers": {"Content-Type": "text/html"}}},
            "reply.headers.Content-Type",
            "follows from the kind of body",
        ),
        ({"reply": {"headers": {"a b": "x"}}}, "reply.headers.a b", "not the name of a header"),
        (
            {"reply": {"json": {"a": ["{{event.body.x | uper}}"]}}},
            "reply.json.a.0",
            "did you mean upper?",
        ),
        (
            {"reply": {"text": "{{secrets.A}}"}},
            "reply.text",
            "a secret may leave only under hmac or hash",
        ),
        (
            {"reply": {"headers": {"X-A": "{{persisted.A}}"}}},
            "reply.headers.X-A",
            "a secret may leave only under",
        ),
        ({"reject_status": 200}, "reject_status", "a refusal's status is 400 to 599"),
        ({"persist": {f"a{number}": "x" for number in range(21)}}, "persist", "at most 20 entries"),
    ],
)
def test_faulty_rule_names_its_fault(changes: dict[str, Any], path: str, message: str) -> None:
    (problem,) = _problems(**changes)

    assert ".".join(problem.path) == f"0.{path}"
    assert message in problem.message


def test_all_faults_of_all_rules_come_together() -> None:
    when = {"event.body.a": 1}
    rules = [
        {"name": "same", "when": when, "reply": {"status": 1, "text": "{{"}},
        {"name": "same", "when": when, "persist": {"1": "{{x"}},
    ]

    with pytest.raises(Invalid) as raised:
        read_rules(rules, ("handshakes",))

    assert [".".join(problem.path) for problem in raised.value.problems] == [
        "handshakes.0.reply.status",
        "handshakes.0.reply.text",
        "handshakes.1.name",
        "handshakes.1.persist.1",
        "handshakes.1.persist.1",
    ]


def test_unknown_names_are_found_with_the_nearest_valid_one() -> None:
    rule = HandshakeRule(
        name="rule",
        when={"method": "GET", "event.quary.a": "x"},
        require={"event.query.t": "{{secrets.TOKN}}"},
        persist={"a": "{{credential.id}}"},
        reply=ReplyTemplate(
            headers={"x-a": "{{secrets.NO}}"}, json=["{{event.body.a}}", "{{evnt.body}}"]
        ),
    )
    known = KnownNames({"secrets": frozenset({"TOKEN"})}, has_event=True)

    problems = check_rules([rule], known, ("handshakes",))

    assert [(".".join(problem.path[2:]), problem.message) for problem in problems] == [
        ("when.event.quary.a", "there is no event.quary; did you mean event.query?"),
        ("require.event.query.t", "there is no secrets.TOKN; did you mean secrets.TOKEN?"),
        (
            "persist.a",
            "there is no credential.id; accepted: event.body, event.headers, event.method, event.query, event.rawBody, secrets.TOKEN",
        ),
        ("reply.headers.x-a", "there is no secrets.NO; accepted: secrets.TOKEN"),
        ("reply.json.1", "there is no evnt.body; did you mean event.body?"),
    ]


def test_rules_made_in_code_are_checked_when_they_are_compiled() -> None:
    with pytest.raises(Invalid, match="name something that only the handshake has"):
        compile_rules([HandshakeRule(name="everything", when={})])


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5) | st.binary(max_size=2),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                [
                    "name",
                    "when",
                    "reply",
                    "require",
                    "persist",
                    "method",
                    "event.body.a",
                    "json",
                    "text",
                    "status",
                    "headers",
                    "present",
                ]
            ),
            inner,
            max_size=5,
        )
    ),
    max_leaves=12,
)


@given(anything)
def test_any_data_gives_rules_or_named_problems(data: Any) -> None:
    for each in (data, [data]):
        try:
            rules = read_rules(each)
        except Invalid as error:
            problems = error.problems
        else:
            problems = ()
            assert len(compile_rules(rules)) == len(rules)

        assert all(problem.message for problem in problems)
