"""More tries: against our own scripts in JavaScript, and where memory changes under a host function's hands."""

from typing import Final

from tests.sandbox.hostile_scripts import CPU, ERROR, LARGE, MEMORY, VALUE, Script, fails, gives

_RESIZED: Final = (
    "const b = new ArrayBuffer(1e6, { maxByteLength: 1e6 }); const v = new Uint8Array(b);"
)
_SHA: Final = "require('crypto').createHash('sha256')"

MEMORY_UNDER_HANDS: Final = (
    fails("a digest of detached bytes", f"{_RESIZED} b.transfer(); return {_SHA}.update(v).digest('hex')", ERROR),
    fails("a result that is detached", f"{_RESIZED} b.transfer(); return v", ERROR),
    gives("a digest of bytes that shrank", f"{_RESIZED} b.resize(4); return {_SHA}.update(v).digest('hex')",
        "df3f619804a92fdb4057192dc43dd748ea778adc52bc498ce80524c014b81119"),
    gives("a part that changes after it was given", f"{_RESIZED} b.resize(4); const h = {_SHA}.update(v); v.fill(1); return h.digest('hex')",
        "df3f619804a92fdb4057192dc43dd748ea778adc52bc498ce80524c014b81119"),
    fails("a view past its end", "const b = new ArrayBuffer(16, { maxByteLength: 32 }); const d = new DataView(b, 8); b.resize(4); return d.byteLength", ERROR),
    gives("the request's bytes, resized", "(p, l, r) => { try { r.rawBodyBuffer.buffer.resize(1e9) } catch { return 'no' } }", "no"),
    fails("the request's bytes, grown", "(p, l, r) => r.rawBodyBuffer.buffer.transfer(1e9).byteLength", MEMORY, ERROR),
    gives("a sort that empties its list", "const a = [3, 2, 1]; return a.sort(() => { a.length = 0; return 1 }).length", 3),
    fails("a map into a shorter list", "class X extends Array { static get [Symbol.species]() { return function () { return new Uint8Array(1) } } } return new X(1, 2, 3).map((x) => x).length", ERROR),
)  # fmt: skip
REPLACED: Final = (
    gives("iterators", "Array.prototype[Symbol.iterator] = function* () { yield true }; return false", False),
    gives("list methods", "Array.prototype.map = Array.prototype.filter = Array.prototype.join = () => true; return false", False),
    gives("text methods", "String.prototype.slice = String.prototype.split = String.prototype.toWellFormed = () => 'true'; console.log('\\ud800'); return false", False),
    fails("patterns", "RegExp.prototype.exec = () => ['true', '1', '1']; Reflect.apply = () => true; throw new Error('x')", ERROR),
    fails("stacks that loop", "Error.prepareStackTrace = () => { for(;;); }; throw new Error('x')", CPU),
    fails("a stack of its own", "const e = new Error('x'); e.stack = '(<input>:9:'.repeat(1e5); throw e", ERROR),
    gives("every global taken away", "for (const name of Object.getOwnPropertyNames(globalThis)) { try { delete globalThis[name] } catch {} } return false", False),
    gives("everything frozen", "Object.freeze(globalThis); Object.freeze(Object.prototype); return false", False),
)  # fmt: skip
DISGUISES: Final = (
    gives("a boxed true", "return new Boolean(true)", {}),
    gives("an object that writes itself as true", "return { toJSON: () => true }", {}),
    gives("a list of true", "return [true]", [True]),
    gives("a boxed digest", "return new String('abc')", {}),
    gives("a function", "return () => () => true", None),
    gives("one", "return 1", 1),
)
TIMERS: Final = (
    fails("for ever", "const f = () => setTimeout(f, 0); f(); await new Promise(() => {})", CPU),
    fails("at once, for ever", "const f = () => queueMicrotask(f); f(); await new Promise(() => {})", CPU),
    fails("ticks", "const f = () => process.nextTick(f); f(); await new Promise(() => {})", CPU),
    gives("left behind", "setTimeout(() => { for(;;); }, 1); return 'done'", "done"),
    fails("collected objects", "for(;;) new FinalizationRegistry(() => { for(;;); }).register({}, 1)", CPU, MEMORY),
)  # fmt: skip
LIBRARIES: Final = (
    fails("passwords", "for(;;) require('crypto').pbkdf2Sync('a', 'b', 100000, 64, 'sha512')", CPU),
    fails("large keys", "return require('crypto').generateKeyPairSync('rsa', { modulusLength: 16384 })", ERROR),
    fails("a long public exponent", "const key = { kty: 'RSA', n: '_'.repeat(342), e: '_'.repeat(342) };\nreturn require('crypto').createPublicKey({ key, format: 'jwk' }).type", ERROR),
    fails("a long PEM", "return require('crypto').createPublicKey(`-----BEGIN PUBLIC KEY-----\\n${'A'.repeat(1e6)}\\n-----END PUBLIC KEY-----`)", ERROR),
    fails("events in events", "const e = new (require('events'))(); e.on('x', () => e.emit('x')); e.emit('x')", ERROR),
    Script("a host of many parts", "return new URL(`http://${'a.'.repeat(1e5)}com`).host.length", (VALUE, CPU, ERROR)),
    Script("a wide object, shown", "const o = {}; for (let i = 0; i < 1e5; i++) o[i] = {}; for(;;) require('util').inspect(o)", (CPU, MEMORY, ERROR)),
    fails("a deep clone", "let a = []; for (let i = 0; i < 1e5; i++) a = [a]; return structuredClone(a)", ERROR, LARGE, MEMORY),
    fails("a chain of proxies", "let p = {}; for (let i = 0; i < 1e5; i++) p = new Proxy(p, {}); return p.x", ERROR, MEMORY, CPU),
)  # fmt: skip

TRICKS: Final = {
    "memory under hands": MEMORY_UNDER_HANDS,
    "replaced": REPLACED,
    "disguises": DISGUISES,
    "timers": TIMERS,
    "libraries": LIBRARIES,
}
