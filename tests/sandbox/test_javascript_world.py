"""Customers' code finds what Node has: styles, request, Buffer, encodings, URLs, util, console; errors name their line.

Expected values are what Node 20 gave for the same code, where it says no other; Node is not needed here.
"""

from collections.abc import Mapping
from typing import Any, Final

import pytest

from domain.request import Request
from domain.sandbox import Call, FailureKind, Mode, Sandbox
from tests.sandbox.asking import NOW, a_call

FORM: Final = "application/x-www-form-urlencoded"
ATTEMPT: Final = """
const attempt = (run) => { try { return run() } catch (e) { return `${e.name} ${e.code}: ${e.message}` } };
"""


async def _value(sandbox: Sandbox, code: str, parameters: Mapping[str, str] | None = None) -> Any:
    outcome = await sandbox.run(a_call(code, parameters=parameters))
    assert outcome.failure is None, outcome.failure
    return outcome.value


async def _console(sandbox: Sandbox, code: str) -> list[tuple[str, str]]:
    outcome = await sandbox.run(a_call(code))
    assert outcome.failure is None, outcome.failure
    return [(line.level, line.text) for line in outcome.console]


def _asked(body: bytes, *headers: tuple[str, str], query: str = "") -> Request:
    return Request(
        method="POST",
        public_url="https://hooks.example.com",
        path="/in",
        query_string=query,
        headers=headers,
        body=body,
        received_at=NOW,
    )


STYLES: Final = {
    "a function": "function yourFunction(parameters, libraries, request) { return parameters.a }",
    "a comment before and after": "// first\nfunction f(p) { return p.a } // last\n",
    "async": "async function verify(p) { await null; return p.a }",
    "an anonymous function": "function (p) { return p.a };",
    "an arrow": "(p) => p.a",
    "an async arrow": "async (p) => p.a;\n",
    "another function before": "function helper(x) { return x }\nfunction theOne(p) { return helper(p.a) }",
    "another function behind": "function handler(p) { return helper(p.a) }\nfunction helper(x) { return x }",
    "a named constant": "const crypto = require('crypto');\nconst yourFunction = async (p) => p.a;",
    "a constant of any name": "const util = require('util');\nconst check = (p) => p.a;",
    "module.exports": "module.exports = (p) => p.a",
    "module.exports beside a helper": "function no() { return 'no' }\nmodule.exports = function (p) { return p.a };",
    "exports.handler": "exports.other = () => 'no';\nexports.handler = async (p) => p.a;",
    "export default": "import crypto from 'crypto';\nexport default function (p) { return p.a }",
    "a body": "const { a } = parameters;\nif (!a) return false;\nreturn a;",
    "a body that waits": "const a = await Promise.resolve(parameters.a);\nreturn a",
    "names of its own": "const request = 1, libraries = 2;\nreturn parameters.a",
}


@pytest.mark.parametrize("style", STYLES)
async def test_code_is_understood_in_every_usual_style(sandbox: Sandbox, style: str) -> None:
    assert await _value(sandbox, STYLES[style], {"a": "given"}) == "given"


async def test_a_body_that_forgets_to_return_is_not_answered_by_its_helper(
    sandbox: Sandbox,
) -> None:
    code = "function check() { return true }\nif (parameters.a) return check();"

    assert await _value(sandbox, code) is None


ERRORS: Final = {
    "return (((": (FailureKind.SYNTAX, 1),
    "const a = 1;\nconst b = ;": (FailureKind.SYNTAX, 2),
    "(p) => {\n  let y = ;\n}": (FailureKind.SYNTAX, 2),
    "function f(p) {\n  return p.nothing.at(0);\n}": (FailureKind.JS_ERROR, 2),
    "\nconst a = null;\na.x": (FailureKind.JS_ERROR, 3),
    "const f = async () => {\n  await null;\n  throw new TypeError('late');\n};\nreturn f()": (
        FailureKind.JS_ERROR,
        3,
    ),
    "return 1 +\n  JSON.parse('{');": (FailureKind.JS_ERROR, 2),
    "return 1 +\n  eval('(');": (FailureKind.JS_ERROR, 2),
    "require('crypto');\nrequire('fs')": (FailureKind.JS_ERROR, 2),
    "\nthrow 'text'": (FailureKind.JS_ERROR, None),
}


@pytest.mark.parametrize("code", ERRORS)
async def test_an_error_names_the_line_in_the_text_that_was_written(
    sandbox: Sandbox, code: str
) -> None:
    failure = (await sandbox.run(a_call(code))).failure

    assert failure is not None
    assert (failure.kind, failure.line) == ERRORS[code]


async def test_an_error_names_its_column(sandbox: Sandbox) -> None:
    failure = (await sandbox.run(a_call("(p) =>    nothing(p)"))).failure

    assert failure is not None
    assert failure.message == "ReferenceError: nothing is not defined"
    assert (failure.line, failure.column) == (1, 11)


async def test_a_request_has_what_node_would_give(sandbox: Sandbox) -> None:
    code = """return [request.method, request.url, request.path, request.query, request.headers, request.get('X-Many'),
      request.header('CONTENT-TYPE'), request.rawBody, [...request.rawBodyBuffer], request.body]"""
    asked = _asked(
        b'{"a": [1]}\n',
        ("content-type", "application/vnd.x+json; charset=utf-8"),
        ("x-many", "1"),
        ("x-many", "2"),
        ("cookie", "a=1"),
        ("cookie", "b=2"),
        ("set-cookie", "c"),
        ("__proto__", "p"),
        query="a=1&b=%C3%A9&a=2",
    )

    outcome = await sandbox.run(Call("prj_1", code, Mode.VERIFY, {}, asked))

    assert outcome.value == [
        "POST",
        "https://hooks.example.com/in?a=1&b=%C3%A9&a=2",
        "/in",
        {"a": ["1", "2"], "b": "é"},
        {
            "content-type": "application/vnd.x+json; charset=utf-8",
            "x-many": "1, 2",
            "cookie": "a=1; b=2",
            "set-cookie": ["c"],
            "__proto__": "p",
        },
        "1, 2",
        "application/vnd.x+json; charset=utf-8",
        '{"a": [1]}\n',
        list(b'{"a": [1]}\n'),
        {"a": [1]},
    ]


@pytest.mark.parametrize(
    ("content_type", "body", "expected"),
    [
        (FORM, b"a=1&b=x+y%26&a=2&c", {"a": ["1", "2"], "b": "x y&", "c": ""}),
        ("application/json", b"{not json", "{not json"),
        ("text/plain", b'{"a":1}', '{"a":1}'),
        ("application/octet-stream", b"a\xffb", "a\ufffdb"),
    ],
)
async def test_a_body_is_parsed_by_its_type(
    sandbox: Sandbox, content_type: str, body: bytes, expected: Any
) -> None:
    asked = _asked(body, ("content-type", content_type))

    outcome = await sandbox.run(Call("prj_1", "return request.body", Mode.VERIFY, {}, asked))

    assert outcome.value == expected


async def test_require_knows_its_modules_and_nothing_else(sandbox: Sandbox) -> None:
    code = f"""{ATTEMPT}
    const known = ['crypto', 'buffer', 'url', 'querystring', 'util', 'assert', 'events', 'string_decoder', 'timers'];
    return [known.every((name) => require(name) === require(`node:${{name}}`)), libraries.Buffer === Buffer,
      libraries.url === require('url'), attempt(() => require('fs')).slice(0, 64),
      Object.getOwnPropertyNames(globalThis).filter((name) => name.startsWith('__')), typeof Atomics, typeof fetch]"""

    assert await _value(sandbox, code) == [
        True,
        True,
        True,
        "Error MODULE_NOT_FOUND: Cannot find module 'fs': custom code can",
        [],
        "undefined",
        "undefined",
    ]


async def test_buffers_read_texts_as_node_does(sandbox: Sandbox) -> None:
    code = """const hex = (...given) => Buffer.from(...given).toString('hex');
    return [hex('€'), hex('a\\ud800'), hex('ab!c d=efgh', 'base64'), hex('-_-_', 'base64'), hex('YQ', 'base64url'),
      hex('12zz34', 'hex'), hex('abc', 'hex'), hex('é€', 'latin1'), hex('hé', 'utf16le'), hex([1, -1, 256, 3.7, '4', 'x']),
      hex({ type: 'Buffer', data: [1, 2] }), hex(new Uint16Array([1, 257])), hex(new String('xyz')), hex('', 'hex'),
      new Buffer('abc').toString(), Buffer('YWJj', 'base64').toString(), new Buffer(2).length]"""

    assert await _value(sandbox, code) == [
        "e282ac",
        "61efbfbd",
        "69b71d",
        "fbffbf",
        "61",
        "12",
        "ab",
        "e9ac",
        "6800e900",
        "01ff00030400",
        "0102",
        "0101",
        "78797a",
        "",
        "abc",
        "abc",
        2,
    ]


async def test_buffers_write_texts_as_node_does(sandbox: Sandbox) -> None:
    code = """const b = Buffer.from([0xef, 0xbb, 0xbf, 0x41, 0xf0, 0x9f, 0x98, 0x42, 0xc3]);
    const five = Buffer.from('hello');
    return [b.toString(), b.toString('latin1'), b.toString('ascii', 3, 5), Buffer.from([251, 255]).toString('base64url'),
      Buffer.from([251, 255]).toString('base64'), five.toString('utf8', 1, 3), five.toString('utf8', -1, 99),
      `${five}` + five, JSON.stringify(Buffer.from('ab')), require('util').inspect(five), Buffer.from('hé', 'ucs2').toString('utf16le')]"""

    assert await _value(sandbox, code) == [
        "\ufeffA\ufffdB\ufffd",
        "ï»¿A\xf0\x9f\x98BÃ",
        "Ap",
        "-_8",
        "+/8=",
        "el",
        "hello",
        "hellohello",
        '{"type":"Buffer","data":[97,98]}',
        "<Buffer 68 65 6c 6c 6f>",
        "hé",
    ]


async def test_buffers_are_joined_searched_and_compared_as_in_node(sandbox: Sandbox) -> None:
    code = """const abc = Buffer.from('abcabc'), part = abc.slice(1, 3);
    part[0] = 120;
    const written = Buffer.alloc(6), copied = Buffer.alloc(3);
    return [abc.toString(), Buffer.concat([Buffer.from('a'), new Uint8Array([98])]).toString(), Buffer.concat([abc], 8).toString('hex'),
      abc.indexOf('ca'), abc.lastIndexOf('c'), abc.indexOf(Buffer.from('bc'), -2), abc.includes('z'), abc.indexOf('6263', 0, 'hex'),
      Buffer.compare(Buffer.from('a'), Buffer.from('aa')), abc.equals(new Uint8Array(abc)), Buffer.isBuffer(abc.map((x) => x)),
      Buffer.isBuffer(new Uint8Array(1)), Buffer.byteLength('€'), Buffer.byteLength('YWI=', 'base64'), Buffer.isEncoding('UTF-8'),
      written.write('héllo'), written.write('a€', 4), written.toString('hex'), abc.copy(copied, 1, 4), copied.toString('hex'),
      Buffer.alloc(5, 'ab').toString(), abc.fill('q', 1, 2).toString(), Buffer.from('01020304', 'hex').swap16().toString('hex')]"""

    assert await _value(sandbox, code) == [
        "axcabc",
        "ab",
        "6178636162630000",
        2,
        5,
        4,
        False,
        4,
        -1,
        True,
        True,
        False,
        3,
        2,
        True,
        6,
        1,
        "68c3a96c616f",
        2,
        "006263",
        "ababa",
        "aqcabc",
        "02010403",
    ]


async def test_buffers_hold_numbers_as_in_node(sandbox: Sandbox) -> None:
    code = """const b = Buffer.from('0102030405060708', 'hex'), w = Buffer.alloc(24);
    return [b.readUInt8(0), b.readInt16BE(2), b.readUInt32BE(0), b.readUint32LE(4), b.readIntLE(1, 6), `${b.readBigUInt64BE()}`,
      `${b.readBigInt64LE()}`, b.readDoubleLE(0), w.writeUInt8(255), w.writeInt8(-1, 1), w.writeUInt16BE(258, 2),
      w.writeInt32BE(-2, 6), w.writeUInt32LE(4294967295, 10), w.writeBigUInt64BE(5n, 14), w.writeUIntBE(66051, 21, 3), w.toString('hex')]"""

    assert await _value(sandbox, code) == [
        1,
        772,
        16909060,
        134678021,
        7722435347202,
        "72623859790382856",
        "578437695752307201",
        5.447603722011605e-270,
        1,
        2,
        4,
        10,
        14,
        22,
        24,
        "ffff01020000fffffffeffffffff00000000000000010203",
    ]


async def test_buffers_refuse_in_nodes_words(sandbox: Sandbox) -> None:
    code = f"""{ATTEMPT}
    return [() => Buffer.from(5), () => Buffer.from('a', 'nope'), () => Buffer.alloc('3'), () => Buffer.concat(['a']),
      () => Buffer.from('a').equals('a'), () => Buffer.alloc(2).readUInt32BE(0), () => Buffer.alloc(4).readUInt8(4),
      () => Buffer.alloc(1).writeUInt8(256), () => Buffer.alloc(8).writeBigUInt64BE(-1n), () => Buffer.alloc(3).swap16()].map(attempt)"""
    kinds = "an instance of Buffer or Uint8Array. Received type string ('a')"

    assert await _value(sandbox, code) == [
        (
            "TypeError ERR_INVALID_ARG_TYPE: The first argument must be of type string or an instance of Buffer,"
            " ArrayBuffer, or Array or an Array-like Object. Received type number (5)"
        ),
        "TypeError ERR_UNKNOWN_ENCODING: Unknown encoding: nope",
        "TypeError ERR_INVALID_ARG_TYPE: The \"size\" argument must be of type number. Received type string ('3')",
        f'TypeError ERR_INVALID_ARG_TYPE: The "list[0]" argument must be {kinds}',
        f'TypeError ERR_INVALID_ARG_TYPE: The "otherBuffer" argument must be {kinds}',
        "RangeError ERR_BUFFER_OUT_OF_BOUNDS: Attempt to access memory outside buffer bounds",
        'RangeError ERR_OUT_OF_RANGE: The value of "offset" is out of range. It must be >= 0 and <= 3. Received 4',
        'RangeError ERR_OUT_OF_RANGE: The value of "value" is out of range. It must be >= 0 and <= 255. Received 256',
        'RangeError ERR_OUT_OF_RANGE: The value of "value" is out of range. It must be >= 0n and < 2n ** 64n. Received -1n',
        "RangeError ERR_INVALID_BUFFER_SIZE: Buffer size must be a multiple of 16-bits",
    ]


async def test_the_standards_encodings_are_there(sandbox: Sandbox) -> None:
    code = f"""{ATTEMPT}
    const bytes = (...all) => new Uint8Array(all), streamed = new TextDecoder();
    return [[...new TextEncoder().encode('a\\ud800€')].join(), new TextEncoder().encodeInto('a€é', bytes(0, 0, 0, 0)),
      new TextDecoder().decode(bytes(0xef, 0xbb, 0xbf, 65, 255)), new TextDecoder('utf-8', {{ ignoreBOM: true }}).decode(bytes(0xef, 0xbb, 0xbf)).length,
      attempt(() => new TextDecoder('utf-8', {{ fatal: true }}).decode(bytes(255))), new TextDecoder('utf-16le').decode(bytes(233, 0)),
      new TextDecoder('latin1').decode(bytes(233)), attempt(() => new TextDecoder('nope')),
      [streamed.decode(bytes(0xe2, 0x82), {{ stream: true }}), streamed.decode(bytes(0xac))],
      atob(' aGk '), btoa('é'), attempt(() => atob('*')), attempt(() => atob('a')), attempt(() => btoa('€')),
      new (require('string_decoder').StringDecoder)('base64').end(Buffer.from('abcd'))]"""

    assert await _value(sandbox, code) == [
        "97,239,191,189,226,130,172",
        {"read": 2, "written": 4},
        "A\ufffd",
        1,
        "TypeError ERR_ENCODING_INVALID_ENCODED_DATA: The encoded data was not valid for encoding utf-8",
        "é",
        "é",
        'RangeError ERR_ENCODING_NOT_SUPPORTED: The "nope" encoding is not supported',
        ["", "€"],
        "hi",
        "6Q==",
        "InvalidCharacterError 5: Invalid character",
        "InvalidCharacterError 5: The string to be decoded is not correctly encoded.",
        "InvalidCharacterError 5: Invalid character",
        "YWJjZA==",
    ]


async def test_urls_are_parsed_and_changed_as_in_node(sandbox: Sandbox) -> None:
    code = f"""{ATTEMPT}
    const u = new URL('https://user:p%20w@Example.COM:443/a/../b/./c?x=1&y=2#h');
    const before = [u.href, u.origin, u.username, u.password, u.host, u.port, u.pathname, u.search, u.hash, JSON.stringify({{ u }})];
    u.searchParams.append('z', 'é &'); u.searchParams.delete('x'); u.port = '8080'; u.pathname = '/d e'; u.hash = '';
    return [before, u.href, ['/x', 'x', '//z/x', '?q', '#f', ''].map((one) => new URL(one, 'https://a.b/c/d?e').href),
      ['http://münchen.de/ü?ü#ü', 'http://0x7f.1/', 'http://[1:0:0:2::3]:80/', 'mailto:a@b.c', 'file:///C|/a/..', 'http:\\\\\\\\a\\\\b'].map((one) => new URL(one).href),
      ['nope', 'http://', 'http://a b/', 'http://256.1.1.1', 'https://a:99999'].map((one) => URL.canParse(one)), attempt(() => new URL('nope'))]"""

    assert await _value(sandbox, code) == [
        [
            "https://user:p%20w@example.com/b/c?x=1&y=2#h",
            "https://example.com",
            "user",
            "p%20w",
            "example.com",
            "",
            "/b/c",
            "?x=1&y=2",
            "#h",
            '{"u":"https://user:p%20w@example.com/b/c?x=1&y=2#h"}',
        ],
        "https://user:p%20w@example.com:8080/d%20e?y=2&z=%C3%A9+%26",
        [
            "https://a.b/x",
            "https://a.b/c/x",
            "https://z/x",
            "https://a.b/c/d?q",
            "https://a.b/c/d?e#f",
            "https://a.b/c/d?e",
        ],
        [
            "http://xn--mnchen-3ya.de/%C3%BC?%C3%BC#%C3%BC",
            "http://127.0.0.1/",
            "http://[1:0:0:2::3]/",
            "mailto:a@b.c",
            "file:///C:/",
            "http://a/b",
        ],
        [False] * 5,
        "TypeError ERR_INVALID_URL: Invalid URL",
    ]


async def test_search_parameters_are_as_in_node(sandbox: Sandbox) -> None:
    code = """const p = new URLSearchParams('?b=2&a=1&b=x+y%26&c');
    const all = [p.get('b'), p.getAll('b'), p.has('c'), p.get('d'), p.size, [...p.keys()], `${p}`];
    p.sort(); p.set('b', "~'()!*-._ é");
    return [all, `${p}`, `${new URLSearchParams({ a: 1, b: ['x', 'y'] })}`, Object.fromEntries(new URLSearchParams([['k', 'v']]))]"""

    assert await _value(sandbox, code) == [
        ["2", ["2", "x y&"], True, None, 4, ["b", "a", "b", "c"], "b=2&a=1&b=x+y%26&c="],
        "a=1&b=%7E%27%28%29%21*-._+%C3%A9&c=",
        "a=1&b=x%2Cy",
        {"k": "v"},
    ]


async def test_nodes_older_url_and_querystring_functions_are_there(sandbox: Sandbox) -> None:
    code = """const url = require('url'), qs = require('querystring');
    return [{ ...url.parse('https://u:p@Host.com:8080/p/a?x=1&x=2#f', true) }, url.parse('/p?x=1').query, { ...url.parse('mailto:a@b.c') }.host,
      url.format({ protocol: 'https', host: 'a.b', pathname: '/c', query: { x: 1, y: ['a', 'b'] } }), url.resolve('http://a.com/b/c', '../d'),
      qs.parse('a=1&b=x+y&a=2&c&%zz=%E2%82%AC'), qs.parse('a:1;b:2', ';', ':'), qs.stringify({ a: [1, 2], b: 'ü &', c: null, d: true }), qs.escape("a b'é")]"""

    assert await _value(sandbox, code) == [
        {
            "protocol": "https:",
            "slashes": True,
            "auth": "u:p",
            "host": "host.com:8080",
            "port": "8080",
            "hostname": "host.com",
            "hash": "#f",
            "search": "?x=1&x=2",
            "query": {"x": ["1", "2"]},
            "pathname": "/p/a",
            "path": "/p/a?x=1&x=2",
            "href": "https://u:p@host.com:8080/p/a?x=1&x=2#f",
        },
        "x=1",
        "b.c",
        "https://a.b/c?x=1&y=a&y=b",
        "http://a.com/d",
        {"a": ["1", "2"], "b": "x y", "c": "", "%zz": "€"},
        {"a": "1", "b": "2"},
        "a=1&a=2&b=%C3%BC%20%26&c=&d=true",
        "a%20b'%C3%A9",
    ]


async def test_values_are_shown_as_in_node(sandbox: Sandbox) -> None:
    code = """const { inspect, format } = require('util');
    const cycle = { a: 1 }; cycle.self = cycle;
    return [inspect({ a: 1, b: 'x', c: [1, { d: { e: 1 } }], 'l-m': null, f() {}, [Symbol('n')]: 1n }), inspect(cycle),
      inspect(new Map([['a', { b: 1 }]])), inspect(new Set([1, 'a'])), inspect([, 1, ,]), inspect("it's"), inspect(new (class A extends Map {})()),
      inspect({ get a() { return 1 }, set b(v) {} }), inspect(new Date(0)), inspect(Object.create(null)), inspect(Array.from({ length: 30 }, (_, i) => i)),
      inspect({ a: 'x'.repeat(60), b: 'y'.repeat(60) }), inspect(new Uint8Array(2)), inspect(new URLSearchParams('a=b')), inspect({ a: { b: {} } }, { depth: 0 }),
      format('%s %d %i %f %j %o %% %x', 'a', '42', 42.9, '1.5', { a: 1 }, [1], 'more', { z: 1 }), format('%s', null, 1n, Symbol('x'))]"""

    assert await _value(sandbox, code) == [
        "{\n  a: 1,\n  b: 'x',\n  c: [ 1, { d: [Object] } ],\n  'l-m': null,\n  f: [Function: f],\n  [Symbol(n)]: 1n\n}",
        "<ref *1> { a: 1, self: [Circular *1] }",
        "Map(1) { 'a' => { b: 1 } }",
        "Set(2) { 1, 'a' }",
        "[ <1 empty item>, 1, <1 empty item> ]",
        '"it\'s"',
        "A(0) [Map] {}",
        "{ a: [Getter], b: [Setter] }",
        "1970-01-01T00:00:00.000Z",
        "[Object: null prototype] {}",
        (
            "[\n   0,  1,  2,  3,  4,  5,  6,  7,  8,\n   9, 10, 11, 12, 13, 14, 15, 16, 17,\n"
            "  18, 19, 20, 21, 22, 23, 24, 25, 26,\n  27, 28, 29\n]"
        ),
        f"{{\n  a: '{'x' * 60}',\n  b: '{'y' * 60}'\n}}",
        "Uint8Array(2) [ 0, 0 ]",
        "URLSearchParams { 'a' => 'b' }",
        "{ a: [Object] }",
        'a 42 42 1.5 {"a":1} [ 1, [length]: 1 ] % %x more { z: 1 }',
        "null 1n Symbol(x)",
    ]


async def test_the_rest_of_util_assert_and_events_works(sandbox: Sandbox) -> None:
    code = f"""{ATTEMPT}
    const util = require('util'), assert = require('assert'), Emitter = require('events');
    const heard = [], emitter = new Emitter();
    emitter.on('a', (x) => heard.push(x)).once('a', (x) => heard.push(`once ${{x}}`));
    emitter.emit('a', 1); emitter.emit('a', 2);
    return [await util.promisify((a, done) => done(null, a + 1))(1), util.isDeepStrictEqual({{ a: [new Date(0)] }}, {{ a: [new Date(0)] }}),
      util.isDeepStrictEqual([1], ['1']), util.types.isRegExp(/a/), util.types.isAsyncFunction(async () => 1), heard, emitter.emit('none'),
      attempt(() => assert.strictEqual(1, 2)), attempt(() => assert.throws(() => {{}})), attempt(() => assert(0, 'told')), attempt(() => assert.deepStrictEqual({{ a: 1 }}, {{ a: 1 }})),
      attempt(() => new Emitter().emit('error', new Error('boom')))]"""

    assert await _value(sandbox, code) == [
        2,
        True,
        False,
        True,
        True,
        [1, "once 1", 2],
        False,
        "AssertionError ERR_ASSERTION: Expected values to be strictly equal:\n\n1 !== 2\n",
        "AssertionError ERR_ASSERTION: Missing expected exception.",
        "AssertionError ERR_ASSERTION: told",
        None,
        "Error undefined: boom",
    ]


async def test_structured_clones_are_deep_and_keep_cycles(sandbox: Sandbox) -> None:
    code = f"""{ATTEMPT}
    const o = {{ d: new Date(0), m: new Map([[1, {{ b: 2 }}]]), u: Buffer.from([1]), e: new RangeError('r') }}; o.o = o;
    const c = structuredClone(o);
    return [c !== o, c.o === c, c.d.getTime(), c.m.get(1).b, c.m !== o.m, c.u instanceof Uint8Array, Buffer.isBuffer(c.u), c.e instanceof RangeError,
      attempt(() => structuredClone(() => 1))]"""

    assert await _value(sandbox, code) == [
        True,
        True,
        0,
        2,
        True,
        True,
        False,
        True,
        "DataCloneError 25: () => 1 could not be cloned.",
    ]


async def test_timers_fire_in_their_order_without_waiting(sandbox: Sandbox) -> None:
    code = """const seen = [];
    setTimeout(() => seen.push('late'), 60000); setTimeout((x) => seen.push(x), 10, 'soon'); setImmediate(() => seen.push('now'));
    const gone = setTimeout(() => seen.push('cleared'), 5); clearTimeout(gone);
    process.nextTick(() => seen.push('tick')); queueMicrotask(() => seen.push('microtask'));
    setTimeout(() => { throw new Error('lost') }, 1);
    await require('util').promisify(setTimeout)(120000);
    return seen"""

    outcome = await sandbox.run(a_call(code))

    assert outcome.value == ["tick", "microtask", "now", "soon", "late"]
    assert outcome.console[0].text.startswith("Uncaught Error: lost")


async def test_the_console_writes_what_node_would(sandbox: Sandbox) -> None:
    code = """console.log('%s has %d', 'a', 1, { b: [1, 2] }); console.info(); console.warn(null, undefined); console.error(Buffer.from('x'));
    console.debug('d'); console.dir({ a: { b: { c: { d: 1 } } } }); console.group('g'); console.log('in\\nside'); console.groupEnd(); console.count(); console.assert(false, 'no');
    console.table([{ a: 1 }]); return 1"""

    assert await _console(sandbox, code) == [
        ("log", "a has 1 { b: [ 1, 2 ] }"),
        ("info", ""),
        ("warn", "null undefined"),
        ("error", "<Buffer 78>"),
        ("debug", "d"),
        ("log", "{ a: { b: { c: [Object] } } }"),
        ("log", "g"),
        ("log", "  in\n  side"),
        ("log", "default: 1"),
        ("warn", "Assertion failed: no"),
        (
            "log",
            "┌─────────┬───┐\n│ (index) │ a │\n├─────────┼───┤\n│ 0       │ 1 │\n└─────────┴───┘",
        ),
    ]


async def test_the_console_is_cut_and_says_so_once(sandbox: Sandbox) -> None:
    lines = await _console(
        sandbox, "for (let i = 0; i < 9; i++) console.log('é'.repeat(5000)); return 1"
    )

    assert [len(text) for _, text in lines[:-1]] == [4096]
    assert lines[-1] == (
        "warn",
        "the rest of what was logged in this call was cut: it was more than 16 KB",
    )


TAMPERINGS: Final = (
    "Object.prototype.toJSON = () => 'x'",
    "JSON.stringify = () => 'x'; JSON.parse = null",
    "Array.prototype.map = Array.prototype.push = Array.prototype[Symbol.iterator] = null",
    "for (const name of ['slice', 'replace', 'toLowerCase', 'split']) String.prototype[name] = null",
    "RegExp.prototype.exec = () => { throw 1 }",
    "Promise.prototype.then = () => 1; globalThis.Promise = null",
    "Uint8Array.prototype.toBase64 = () => 'x'; globalThis.Uint8Array = null",
    "Object.prototype.then = 1; Object.prototype.get = 1; Object.prototype.name = { toString() { throw 1 } }",
    "Function.prototype.call = Function.prototype.apply = null; Reflect.apply = null",
)


@pytest.mark.parametrize("tampering", TAMPERINGS)
async def test_a_reply_comes_whatever_the_code_replaced(sandbox: Sandbox, tampering: str) -> None:
    returned = await sandbox.run(a_call(f"{tampering};\nreturn false"))
    thrown = await sandbox.run(a_call(f"{tampering};\nthrow new TypeError('own')"))

    assert (returned.value, returned.failure) == (False, None)
    assert thrown.failure is not None
    assert thrown.failure.kind is FailureKind.JS_ERROR


async def test_what_is_thrown_is_told_whatever_it_is(sandbox: Sandbox) -> None:
    messages = []
    for thrown in ("null", "'text'", "Symbol('s')", "{ a: 1 }", "{ get message() { throw 1 } }"):
        failure = (await sandbox.run(a_call(f"throw ({thrown})"))).failure
        assert failure is not None
        messages.append(failure.message)

    assert messages == [
        "Error: null was thrown (or the memory limit was reached)",
        "Error: text was thrown",
        "Error: Symbol(s) was thrown",
        "Error: ",
        "Error: an error that cannot be read was thrown",
    ]
