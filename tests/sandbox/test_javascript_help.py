"""What to do instead of what is not there, digests used as streams, and the smaller parts of Node's modules.

Expected values are what Node 20 gave for the same code, where it says no other.
"""

from typing import Any, Final

import pytest

from domain.sandbox import FailureKind, Sandbox
from tests.sandbox.asking import a_call


async def _value(sandbox: Sandbox, code: str) -> Any:
    outcome = await sandbox.run(a_call(code))
    assert outcome.failure is None, outcome.failure
    return outcome.value


HINTS: Final = {
    "return await fetch('https://example.com')": "no network",
    "return (await import('crypto')).createHash": "require('crypto')",
    "app.post('/hook', (req, res) => res.send('ok'))": "no server",
    "setInterval(() => {}, 10)": "setTimeout",
    "await new Promise(() => {})": "await something that ends",
    "const { importance } = JSON.parse('import'); return importance": "",
}


@pytest.mark.parametrize("code", HINTS)
async def test_what_cannot_be_had_here_comes_with_what_to_do_instead(
    sandbox: Sandbox, code: str
) -> None:
    failure = (await sandbox.run(a_call(code))).failure

    assert failure is not None
    assert failure.kind is FailureKind.JS_ERROR
    assert HINTS[code] in failure.hint
    assert bool(HINTS[code]) is bool(failure.hint)


async def test_half_a_surrogate_pair_is_shown_as_node_writes_it(sandbox: Sandbox) -> None:
    said = "console.log('a\\ud800b'); console.log('\\u{1f600}'.repeat(3000))"
    lines = (await sandbox.run(a_call(said))).console
    failure = (await sandbox.run(a_call("throw new Error('a\\ud800\\0b')"))).failure

    assert lines[0].text == "a\ufffdb"
    assert lines[1].text.endswith("\U0001f600\ufffd…")
    assert failure is not None
    assert failure.message == "Error: a\ufffd\ufffdb"


STREAMED: Final = {
    "const h = crypto.createHash('sha256'); h.setEncoding('hex'); h.write('x'); h.end(); return [h.read().slice(0, 8), h.read()]": [
        "2d711642",
        None,
    ],
    "const h = crypto.createHmac('sha256', 'k'); return new Promise((done) => { h.on('readable', () => { const data = h.read(); if (data) done(data.toString('hex').slice(0, 8)) }); h.write('some '); h.end('data') })": "80e289c2",
    "const h = crypto.createHash('sha1'), seen = []; return new Promise((done) => { h.on('data', (data) => seen.push(data.length)); h.on('end', () => done(seen)); h.end('x', 'utf8') })": [
        20
    ],
    "const h = crypto.createHmac('sha512', 'k'); return new Promise((done) => h.end('x', () => done(h.read().length)))": 64,
}


@pytest.mark.parametrize("code", STREAMED)
async def test_a_digest_is_a_stream_as_far_as_one_call_goes(sandbox: Sandbox, code: str) -> None:
    assert await _value(sandbox, f"const crypto = require('crypto');\n{code}") == STREAMED[code]


async def test_smaller_parts_of_the_modules_are_there(sandbox: Sandbox) -> None:
    code = """const { crc32 } = require('zlib'), url = require('url'), buffer = require('buffer');
      return [crc32('hello'), crc32(Buffer.from('lo'), crc32('hel')), url.domainToASCII('español.com'), url.domainToASCII('a b'),
        url.urlToHttpOptions(new URL('https://a:b%20c@x.y:8443/z?q')), buffer.isUtf8(Buffer.from([255])), buffer.isAscii(Buffer.from('a')),
        buffer.transcode(Buffer.from('é'), 'utf8', 'latin1').toString('hex'), require('util').inspect(Buffer.alloc(0))]"""

    assert await _value(sandbox, code) == [
        907060870,
        907060870,
        "xn--espaol-zwa.com",
        "",
        {
            "protocol": "https:",
            "hostname": "x.y",
            "hash": "",
            "search": "?q",
            "pathname": "/z",
            "path": "/z?q",
            "href": "https://a:b%20c@x.y:8443/z?q",
            "port": 8443,
            "auth": "a:b c",
        },
        False,
        True,
        "e9",
        "<Buffer >",
    ]


async def test_hosts_and_lengths_are_judged_as_node_does(sandbox: Sandbox) -> None:
    code = """const host = (text) => { try { return new URL(`http://${text}/`).host } catch { return null } };
      return [['a"b', 'a`b', 'a{b}', "a'b", 'a|b', 'a^b', 'a%22b', 'a%5Eb'].map(host),
        ['ab*=', '====', 'a', '\\u{1f600}'].map((text) => Buffer.byteLength(text, 'base64')), require('url').parse('http://a/b', true).search]"""

    assert await _value(sandbox, code) == [
        ['a"b', "a`b", "a{b}", "a'b", None, None, 'a"b', None],
        [2, 1, 0, 1],
        None,
    ]
