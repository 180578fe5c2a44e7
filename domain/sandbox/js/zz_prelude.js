// The last script: makes the globals and `require`, leaves `__run` for the one call, and takes our own table away.
// Leaves out what results may say: the other side of the wall judges that.
(() => {
  'use strict';
  const { host, modules, globals, Buffer, encode, request: requestOf, compile, entry, own, LINES_BEFORE, coded } = __world;
  const { defineProperty, freeze } = Object;
  const { parse, stringify } = JSON;
  const { isView } = ArrayBuffer;
  const Text = String;
  const BytesOf = ArrayBuffer;
  const Bytes = Uint8Array;
  const COMPILING = /<input>:(\d+):(\d+)/;
  const RUNNING = /\(<input>:(\d+):(\d+)\)/; // a frame; what JSON.parse says of its text has no brackets
  const { exec } = RegExp.prototype;
  const { apply } = Reflect;
  const LONGEST = 2000;
  const ABSENT = new Set(['Atomics', 'SharedArrayBuffer', 'WebAssembly']);

  for (const name of ABSENT) {
    delete globalThis[name];
  }
  globals.process = { env: {}, argv: [], platform: 'linux', nextTick: (run, ...given) => globals.queueMicrotask(() => run(...given)) };
  globals.global = globalThis;
  for (const name of Object.keys(globals)) {
    defineProperty(globalThis, name, { value: globals[name], writable: true, configurable: true });
  }
  // the engine's own generator was forked with the process: every call would see the same numbers
  defineProperty(Math, 'random', {
    value: () => {
      const bytes = host.random_bytes(7);
      let number = bytes[0] & 31;
      for (let index = 1; index < 7; index += 1) {
        number = number * 256 + bytes[index];
      }
      return number / 2 ** 53;
    },
    writable: true,
    configurable: true,
  });

  function require(name) {
    const found = modules[Text(name).replace(/^node:/, '')];
    if (found === undefined) {
      const known = Object.keys(modules).sort().join(', ');
      const message = `Cannot find module '${Text(name).slice(0, 100)}': custom code can use ${known}`;
      throw coded(new Error(message), 'MODULE_NOT_FOUND');
    }
    return found;
  }

  const libraries = { ...modules, ...globals, require };
  delete libraries.global;

  // lines: how many the customer's text has; an error at its end is said of a line after it
  function positionOf(error, lines, pattern) {
    const found = apply(exec, pattern, [Text(error.stack ?? '')]);
    const line = found === null ? 0 : found[1] - LINES_BEFORE;
    return line > lines ? [lines, null] : line > 0 ? [line, +found[2]] : [null, null];
  }

  function failed(error, lines, pattern) {
    let name = 'Error';
    let message = '';
    let position = [null, null];
    try {
      if (error === null) {
        message = 'null was thrown (or the memory limit was reached)';
      } else if (typeof error === 'object' || typeof error === 'function') {
        name = Text(error.name ?? 'Error').slice(0, 100);
        message = Text(error.message ?? '').slice(0, LONGEST);
        position = positionOf(error, lines, pattern);
      } else {
        message = `${Text(error).slice(0, LONGEST)} was thrown`;
      }
    } catch {
      message = message || 'an error that cannot be read was thrown';
    }
    return `{"e":{"name":${stringify(name)},"message":${stringify(message)},"line":${stringify(position[0])},"col":${stringify(position[1])},"compiling":${pattern === COMPILING}}}`;
  }

  function bytesOf(value) {
    if (isView(value)) {
      return new Bytes(value.buffer, value.byteOffset, value.byteLength);
    }
    return value instanceof BytesOf ? new Bytes(value) : undefined;
  }

  function told(value, mode) {
    const direct = bytesOf(value);
    if (mode === 'verify' && direct !== undefined) {
      return `{"v":${stringify(encode(direct, 'base64'))},"bytes":true}`;
    }
    if (mode === 'respond' && value !== null && typeof value === 'object' && own(value, 'body')) {
      const body = bytesOf(value.body);
      if (body !== undefined) {
        const copy = { ...value, body: encode(body, 'base64') };
        return `{"v":${stringify(copy) ?? 'null'},"bytes":true}`;
      }
    }
    const text = stringify(value) ?? 'null';
    // what only becomes true or a digest as it is written was neither
    const isDisguised = mode === 'verify' && typeof value === 'object' && value !== null && text[0] !== '{' && text[0] !== '[';
    return `{"v":${isDisguised ? '{}' : text}}`;
  }

  async function run(text, body) {
    const given = parse(text);
    const lines = given.code.split('\n').length;
    let start;
    try {
      start = compile(given.code);
    } catch (error) {
      return failed(error, lines, COMPILING);
    }
    if (given.compile_only) {
      return '{"v":null}';
    }
    try {
      const request = requestOf(given.request, body);
      const exports = {};
      const module = { exports };
      const value = await start(given.parameters, libraries, request, require, module, exports);
      const found = entry(value, module.exports);
      return told(found === undefined ? value : await found(given.parameters, libraries, request), given.mode);
    } catch (error) {
      return failed(error, lines, RUNNING);
    }
  }

  defineProperty(globalThis, '__run', { value: freeze(run), configurable: true });
  delete globalThis.__world;
})();
