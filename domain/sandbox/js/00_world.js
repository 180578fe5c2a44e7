// The first script: takes the host's functions away from the global object, and makes the table by which our scripts
// find each other. Leaves out everything a customer sees. The last script deletes the table again.
globalThis.__world = (() => {
  'use strict';
  const host = Object.create(null);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (name.startsWith('__host_')) {
      host[name.slice('__host_'.length)] = globalThis[name];
      delete globalThis[name];
    }
  }
  const { getPrototypeOf } = Object;
  const plain = Object.prototype;

  // What the caller can mend comes back as `{ error: text }`.
  function call(name, ...given) {
    const result = host[name](...given);
    if (result !== null && typeof result === 'object' && getPrototypeOf(result) === plain && 'error' in result) {
      throw new Error(result.error);
    }
    return result;
  }

  return {
    host,
    call,
    modules: Object.create(null), // exports by the name that `require` takes
    globals: Object.create(null), // what becomes a property of the global object
    Buffer: undefined,
    bytes: undefined,
    encode: undefined,
  };
})();
