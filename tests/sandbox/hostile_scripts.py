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


def fails(name: str, code: str, *ends: FailureKind) -> Script:
    return Script(name, code, ends)


def gives(name: str, code: str, value: Any, mode: Mode = Mode.VERIFY) -> Script:
    return Script(name, code, (VALUE,), value, mode)


LOOPS: Final = (
    fails("for ever", "for(;;);", CPU),
    fails("for ever in try", "for(;;){ try { for(;;); } catch (e) {} finally {} }", CPU),
    fails("backtracking", "return /^(a+)+$/.test('a'.repeat(40) + '!')", CPU),
    fails("clock spin", "while (Date.now() > 0);", CPU),
    fails("comparator", "return [2, 1].sort(() => { for(;;); })", CPU),
    fails("getter", "return ({ get a() { for(;;); } }).a", CPU),
    fails("generator", "function* g() { for(;;) yield 1 }\nfor (const x of g());\nreturn 1", CPU),
    fails("async loop", "async () => { for(;;) await null; }", CPU, FailureKind.TIMEOUT),
)
MEMORY_BOMBS: Final = (
    fails("arrays", "const a = []; for(;;) a.push(new Array(1000).fill(1));", MEMORY, CPU, ERROR),
    fails(
        "typed arrays, caught",
        "const a = []; for(;;) { try { a.push(new Uint8Array(1e6)); } catch (e) {} }",
        MEMORY,
        CPU,
    ),
    fails("one buffer", "return Buffer.alloc(1e9).length", MEMORY, ERROR),
    fails("doubling", "let s = 'xx'; for(;;) s += s;", MEMORY, ERROR),
    fails("replace", "return 'x'.repeat(2 ** 28).replace(/x/g, 'yy').length", MEMORY, CPU, ERROR),
    fails("map", "const m = new Map(); for (let i = 0;; i++) m.set(i, {});", MEMORY, CPU, ERROR),
    fails("closures", "let f = () => 1; for(;;) { const g = f; f = () => g; }", MEMORY, CPU, ERROR),
)
DEPTH: Final = (
    fails("recursion", "const f = () => f(); f();", ERROR),
    Script(
        "recursion, caught", "const f = () => { try { f() } catch (e) { f() } }; f();", (CPU, ERROR)
    ),
    fails("toString", "const o = { toString() { return '' + o } }; return '' + o", ERROR),
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
    fails("never settled", "return new Promise(() => {})", ERROR),
    fails("thenable that loops", "return { then() { for(;;); } }", CPU),
    fails("rejected with nothing", "return Promise.reject()", ERROR),
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
    fails("no such function", "return require('crypto').createNothing('x')", ERROR),
    fails(
        "no such digest",
        "return require('crypto').createHmac('nothing', 'k').update('x').digest()",
        ERROR,
    ),
    Script(
        "hostile arguments",
        "return require('crypto').createHmac('sha256', { valueOf() { for(;;); } }).update({}).digest()",
        (ERROR, CPU),
    ),
    gives(
        "host functions are gone",
        "return Object.getOwnPropertyNames(globalThis).filter(n => n.startsWith('__'))",
        [],
    ),
)
CONSOLE: Final = (
    gives("many lines", "for (let i = 0; i < 1e4; i++) console.log(i); return true", True),
    fails("endless lines", "for(;;) console.log('x')", CPU),
    Script("looping getter", "console.log({ get a() { for(;;); } }); return true", (CPU, VALUE)),
    gives("cycle", "const o = {}; o.o = o; console.log(o); return true", True),
    gives("one long line", "console.log('x'.repeat(1e6)); return true", True),
    Script(
        "hostile toString", "console.log({ toString() { for(;;); } }); return true", (CPU, VALUE)
    ),
)
ESCAPES: Final = (
    gives(
        "constructor",
        "return this?.constructor?.constructor?.('return typeof std')() ?? 'undefined'",
        "undefined",
    ),
    gives("function constructor", "return Function('return typeof std')()", "undefined"),
    fails("require fs", "return require('fs')", ERROR),
    fails("require constructor", "return require('constructor')", ERROR),
    fails("require proto", "return require('__proto__')", ERROR),
    fails("dynamic import", "return (await import('/etc/passwd')).default", ERROR),
    fails("static import", "import fs from 'fs';\nreturn 1", ERROR),
    fails("import of a file", "import '/etc/passwd';\nreturn 1", SYNTAX),
    fails("wrapper break-out", "})(); for(;;); (function(){", SYNTAX, CPU),
    gives("atomics", "return typeof Atomics + typeof SharedArrayBuffer", "undefinedundefined"),
    Script(
        "a host error's constructor",
        "try { require('crypto').createHmac('nothing', 'k') } catch (e) { return e.constructor.constructor('return typeof std')() }\nreturn 'undefined'",
        (VALUE,),
        "undefined",
    ),
    gives(
        "network and system",
        "return [typeof fetch, typeof XMLHttpRequest, typeof WebAssembly, typeof std, typeof os]",
        ["undefined"] * 5,
    ),
    gives("process is empty", "return JSON.stringify(process.env) + process.argv.length", "{}0"),
    gives(
        "__run is gone",
        "return [typeof __run, typeof __in, typeof __body, typeof __host_log]",
        ["undefined"] * 4,
    ),
)
RESULTS: Final = (
    fails("a large text", "return 'x'.repeat(1e6)", LARGE),
    fails("a very large text", "return 'x'.repeat(5e6)", LARGE, MEMORY, ERROR),
    Script(
        "many objects",
        "return Array.from({ length: 3e5 }, () => ({}))",
        (LARGE, MEMORY, CPU, ERROR),
    ),
    fails("a cycle", "const o = {}; o.o = o; return o", ERROR),
    fails("BigInt", "return 1n", ERROR),
    gives("nothing", "return undefined", None),
    gives("a symbol", "return Symbol('x')", None),
    gives("null", "return null", None),
    gives("not a number", "return NaN", None),
    fails("a looping getter", "return { get status() { for(;;); } }", CPU),
    fails("a looping toJSON", "return { toJSON() { for(;;); } }", CPU),
    Script(
        "a proxy",
        "return new Proxy({}, { get() { for(;;); }, ownKeys() { for(;;); } })",
        (CPU, ERROR),
    ),
    gives("NUL", "return 'a\\0b'", "a\0b"),
    gives("a lone surrogate", "return 'a\\ud800b'", "a\ufffdb"),
    gives("bytes", "return Buffer.from([0, 255])", b"\x00\xff"),
    gives(
        "bytes as body",
        "return { body: Buffer.from([0, 255]) }",
        {"body": b"\x00\xff"},
        Mode.RESPOND,
    ),
    gives(
        "a pretended tag",
        "return { v: 'AA==', bytes: true }",
        {"v": "AA==", "bytes": True},
    ),
    gives("a pretended error", "return { e: { name: 'x' } }", {"e": {"name": "x"}}),
)
THROWS: Final = (
    fails("null", "throw null", ERROR),
    fails("undefined", "throw undefined", ERROR),
    fails("a symbol", "throw Symbol('x')", ERROR),
    fails("an object", "throw { a: 1 }", ERROR),
    fails("a looping toString", "throw { toString() { for(;;); } }", CPU, ERROR),
    fails("a looping message", "throw { get message() { for(;;); } }", CPU, ERROR),
    fails("a long message", "throw new Error('x'.repeat(1e6))", ERROR, MEMORY),
    fails("a proxy", "throw new Proxy(new Error(), { get() { for(;;); } })", CPU, ERROR),
    fails(
        "a hostile name",
        "const e = new Error('m'); e.name = { toString() { throw e } }; throw e",
        ERROR,
    ),
)
VERDICTS: Final = (
    gives("patched stringify", "JSON.stringify = () => '{\"v\":true}'; return false", False),
    gives("patched then", "Promise.prototype.then = function (f) { f(true); return this }; return false", False),
    gives("patched toJSON", "Boolean.prototype.toJSON = () => true; return false", False),
    Script("patched Object.toJSON", "Object.prototype.toJSON = () => true; return false", (VALUE, ERROR)),
    Script("patched getters", "Object.defineProperty(Object.prototype, 'v', { get() { return true }, set() {} }); return false", (VALUE, ERROR)),
    gives("truthy text", "return 'true'", "true"),
    fails("unequal lengths", "return require('crypto').timingSafeEqual(Buffer.from('a'), Buffer.from('ab'))", ERROR),
)  # fmt: skip
SYNTAX_ERRORS: Final = (
    fails("open brackets", "return (((", SYNTAX),
    fails("a stray brace", "}", SYNTAX),
    gives("nothing at all", "", None),
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
