"""What customers' code may try, by family, and how each try may end."""

from dataclasses import dataclass
from typing import Any, Final

from domain.sandbox import FailureKind, Mode

CPU: Final = FailureKind.CPU
MEMORY: Final = FailureKind.MEMORY
ERROR: Final = FailureKind.JS_ERROR
SYNTAX: Final = FailureKind.SYNTAX
LARGE: Final = FailureKind.RESULT_TOO_LARGE
VALUE: Final = None


@dataclass(frozen=True, slots=True)
class Script:
    """ends: the failures it may end with, None among them for a value. value: exactly that, unless ANY."""

    name: str
    code: str
    ends: tuple[FailureKind | None, ...]
    value: Any = ...
    mode: Mode = Mode.VERIFY


def _fails(name: str, code: str, *ends: FailureKind) -> Script:
    return Script(name, code, ends)


def _gives(name: str, code: str, value: Any, mode: Mode = Mode.VERIFY) -> Script:
    return Script(name, code, (VALUE,), value, mode)


LOOPS: Final = (
    _fails("for ever", "for(;;);", CPU),
    _fails("for ever in try", "for(;;){ try { for(;;); } catch (e) {} finally {} }", CPU),
    _fails("backtracking", "return /^(a+)+$/.test('a'.repeat(40) + '!')", CPU),
    _fails("clock spin", "while (Date.now() > 0);", CPU),
    _fails("comparator", "return [2, 1].sort(() => { for(;;); })", CPU),
    _fails("getter", "return ({ get a() { for(;;); } }).a", CPU),
    _fails("generator", "function* g() { for(;;) yield 1 }\nfor (const x of g());\nreturn 1", CPU),
    _fails("async loop", "async () => { for(;;) await null; }", CPU, FailureKind.TIMEOUT),
)
MEMORY_BOMBS: Final = (
    _fails("arrays", "const a = []; for(;;) a.push(new Array(1000).fill(1));", MEMORY, CPU, ERROR),
    _fails(
        "typed arrays, caught",
        "const a = []; for(;;) { try { a.push(new Uint8Array(1e6)); } catch (e) {} }",
        MEMORY,
        CPU,
    ),
    _fails("one buffer", "return Buffer.alloc(1e9).length", MEMORY, ERROR),
    _fails("doubling", "let s = 'xx'; for(;;) s += s;", MEMORY, ERROR),
    _fails("replace", "return 'x'.repeat(2 ** 28).replace(/x/g, 'yy').length", MEMORY, CPU, ERROR),
    _fails("map", "const m = new Map(); for (let i = 0;; i++) m.set(i, {});", MEMORY, CPU, ERROR),
    _fails(
        "closures", "let f = () => 1; for(;;) { const g = f; f = () => g; }", MEMORY, CPU, ERROR
    ),
)
DEPTH: Final = (
    _fails("recursion", "const f = () => f(); f();", ERROR),
    Script(
        "recursion, caught", "const f = () => { try { f() } catch (e) { f() } }; f();", (CPU, ERROR)
    ),
    _fails("toString", "const o = { toString() { return '' + o } }; return '' + o", ERROR),
    Script("deep JSON", "return JSON.parse('['.repeat(1e6) + ']'.repeat(1e6))", (ERROR, MEMORY)),
    Script(
        "deep result",
        "let a = []; for (let i = 0; i < 3000; i++) a = [a]; return a",
        (LARGE, ERROR),
    ),
    Script("deep pattern", "return new RegExp('('.repeat(1e5) + ')'.repeat(1e5))", (ERROR, SYNTAX)),
    Script("deep source", "return eval('['.repeat(1e5) + ']'.repeat(1e5))", (ERROR, SYNTAX)),
)
NATIVE: Final = (
    Script("join", "return new Array(2 ** 26).join('ab').length", (CPU, MEMORY, ERROR)),
    Script(
        "sparse sort",
        "const a = []; a[4e9] = 1; return a.sort().length",
        (CPU, MEMORY, ERROR, VALUE),
    ),
    Script("indexOf", "return Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1)", (CPU,)),
    Script(
        "normalize", "let s = '\\ufdfa'.repeat(2e5); for(;;) s.normalize('NFKD')", (CPU, MEMORY)
    ),
    Script("BigInt", "let b = 3n; for(;;) b = b * b;", (CPU, MEMORY, ERROR)),
    Script("padding", "return 'x'.padEnd(2 ** 30).length", (MEMORY, ERROR, CPU)),
)
PROMISES: Final = (
    Script("chain", "const f = () => Promise.resolve().then(f); return f()", (CPU, MEMORY, ERROR)),
    Script(
        "fork bomb",
        "const f = () => { Promise.resolve().then(f); Promise.resolve().then(f) }; f(); await new Promise(() => {})",
        (CPU, MEMORY, ERROR),
    ),
    _fails("never settled", "return new Promise(() => {})", ERROR),
    _fails("thenable that loops", "return { then() { for(;;); } }", CPU),
    _fails("rejected with nothing", "return Promise.reject()", ERROR),
)
HOST: Final = (
    Script(
        "random bytes",
        "for(;;) require('crypto').randomBytes(65536)",
        (CPU, MEMORY, FailureKind.TIMEOUT),
    ),
    Script(
        "digests",
        "const b = Buffer.alloc(1e6); for(;;) require('crypto').createHash('sha512').update(b).digest()",
        (CPU, MEMORY),
    ),
    _fails("no such function", "return require('crypto').createNothing('x')", ERROR),
    _fails(
        "no such digest",
        "return require('crypto').createHmac('nothing', 'k').update('x').digest()",
        ERROR,
    ),
    Script(
        "hostile arguments",
        "return require('crypto').createHmac('sha256', { valueOf() { for(;;); } }).update({}).digest()",
        (ERROR, CPU),
    ),
    _gives(
        "host functions are gone",
        "return Object.getOwnPropertyNames(globalThis).filter(n => n.startsWith('__'))",
        [],
    ),
)
CONSOLE: Final = (
    _gives("many lines", "for (let i = 0; i < 1e4; i++) console.log(i); return true", True),
    _fails("endless lines", "for(;;) console.log('x')", CPU),
    Script("looping getter", "console.log({ get a() { for(;;); } }); return true", (CPU, VALUE)),
    _gives("cycle", "const o = {}; o.o = o; console.log(o); return true", True),
    _gives("one long line", "console.log('x'.repeat(1e6)); return true", True),
    Script(
        "hostile toString", "console.log({ toString() { for(;;); } }); return true", (CPU, VALUE)
    ),
)
ESCAPES: Final = (
    _gives(
        "constructor",
        "return this?.constructor?.constructor?.('return typeof std')() ?? 'undefined'",
        "undefined",
    ),
    _gives("function constructor", "return Function('return typeof std')()", "undefined"),
    _fails("require fs", "return require('fs')", ERROR),
    _fails("require constructor", "return require('constructor')", ERROR),
    _fails("require proto", "return require('__proto__')", ERROR),
    _fails("dynamic import", "return (await import('/etc/passwd')).default", ERROR),
    _fails("static import", "import fs from 'fs';\nreturn 1", ERROR),
    _fails("import of a file", "import '/etc/passwd';\nreturn 1", SYNTAX),
    _fails("wrapper break-out", "})(); for(;;); (function(){", SYNTAX, CPU),
    _gives("atomics", "return typeof Atomics + typeof SharedArrayBuffer", "undefinedundefined"),
    Script(
        "a host error's constructor",
        "try { require('crypto').createHmac('nothing', 'k') } catch (e) { return e.constructor.constructor('return typeof std')() }\nreturn 'undefined'",
        (VALUE,),
        "undefined",
    ),
    _gives(
        "network and system",
        "return [typeof fetch, typeof XMLHttpRequest, typeof WebAssembly, typeof std, typeof os]",
        ["undefined"] * 5,
    ),
    _gives("process is empty", "return JSON.stringify(process.env) + process.argv.length", "{}0"),
    _gives(
        "__run is gone",
        "return [typeof __run, typeof __in, typeof __body, typeof __host_log]",
        ["undefined"] * 4,
    ),
)
RESULTS: Final = (
    _fails("a large text", "return 'x'.repeat(1e6)", LARGE),
    _fails("a very large text", "return 'x'.repeat(5e6)", LARGE, MEMORY, ERROR),
    Script(
        "many objects",
        "return Array.from({ length: 3e5 }, () => ({}))",
        (LARGE, MEMORY, CPU, ERROR),
    ),
    _fails("a cycle", "const o = {}; o.o = o; return o", ERROR),
    _fails("BigInt", "return 1n", ERROR),
    _gives("nothing", "return undefined", None),
    _gives("a symbol", "return Symbol('x')", None),
    _gives("null", "return null", None),
    _gives("not a number", "return NaN", None),
    _fails("a looping getter", "return { get status() { for(;;); } }", CPU),
    _fails("a looping toJSON", "return { toJSON() { for(;;); } }", CPU),
    Script(
        "a proxy",
        "return new Proxy({}, { get() { for(;;); }, ownKeys() { for(;;); } })",
        (CPU, ERROR),
    ),
    _gives("NUL", "return 'a\\0b'", "a\0b"),
    _gives("a lone surrogate", "return 'a\\ud800b'", "a\ufffdb"),
    _gives("bytes", "return Buffer.from([0, 255])", b"\x00\xff"),
    _gives(
        "bytes as body",
        "return { body: Buffer.from([0, 255]) }",
        {"body": b"\x00\xff"},
        Mode.RESPOND,
    ),
    _gives(
        "a pretended tag",
        "return { v: 'AA==', bytes: true }",
        {"v": "AA==", "bytes": True},
    ),
    _gives("a pretended error", "return { e: { name: 'x' } }", {"e": {"name": "x"}}),
)
THROWS: Final = (
    _fails("null", "throw null", ERROR),
    _fails("undefined", "throw undefined", ERROR),
    _fails("a symbol", "throw Symbol('x')", ERROR),
    _fails("an object", "throw { a: 1 }", ERROR),
    _fails("a looping toString", "throw { toString() { for(;;); } }", CPU, ERROR),
    _fails("a looping message", "throw { get message() { for(;;); } }", CPU, ERROR),
    _fails("a long message", "throw new Error('x'.repeat(1e6))", ERROR, MEMORY),
    _fails("a proxy", "throw new Proxy(new Error(), { get() { for(;;); } })", CPU, ERROR),
    _fails(
        "a hostile name",
        "const e = new Error('m'); e.name = { toString() { throw e } }; throw e",
        ERROR,
    ),
)
VERDICTS: Final = (
    _gives("patched stringify", "JSON.stringify = () => '{\"v\":true}'; return false", False),
    _gives("patched then", "Promise.prototype.then = function (f) { f(true); return this }; return false", False),
    _gives("patched toJSON", "Boolean.prototype.toJSON = () => true; return false", False),
    Script("patched Object.toJSON", "Object.prototype.toJSON = () => true; return false", (VALUE, ERROR)),
    Script("patched getters", "Object.defineProperty(Object.prototype, 'v', { get() { return true }, set() {} }); return false", (VALUE, ERROR)),
    _gives("truthy text", "return 'true'", "true"),
    _fails("unequal lengths", "return require('crypto').timingSafeEqual(Buffer.from('a'), Buffer.from('ab'))", ERROR),
)  # fmt: skip
SYNTAX_ERRORS: Final = (
    _fails("open brackets", "return (((", SYNTAX),
    _fails("a stray brace", "}", SYNTAX),
    _gives("nothing at all", "", None),
)

FAMILIES: Final = {
    "loops": LOOPS,
    "memory": MEMORY_BOMBS,
    "depth": DEPTH,
    "native": NATIVE,
    "promises": PROMISES,
    "host": HOST,
    "console": CONSOLE,
    "escapes": ESCAPES,
    "results": RESULTS,
    "throws": THROWS,
    "verdicts": VERDICTS,
    "syntax": SYNTAX_ERRORS,
}
