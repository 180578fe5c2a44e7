// structuredClone: a copy of a value in depth, cycles and kinds of objects kept. Leaves out transfers.
(() => {
  'use strict';
  const world = __world;
  const { missing } = world;
  const { own: types, typedName, time, unboxed } = world.kinds;
  const ERRORS = { EvalError, RangeError, ReferenceError, SyntaxError, TypeError, URIError };

  function refused(value) {
    const shown = typeof value === 'object' ? `#<${value.constructor?.name ?? 'Object'}>` : String(value);
    return new DOMException(`${shown} could not be cloned.`, 'DataCloneError');
  }

  function errorOf(error) {
    const copy = new (ERRORS[error.name] ?? Error)(error.message);
    return Object.defineProperty(copy, 'stack', { value: error.stack, writable: true, configurable: true });
  }

  function viewOf(view, copied) {
    const Kind = types.isDataView(view) ? DataView : globalThis[typedName(view)];
    return new Kind(copied(view.buffer), view.byteOffset, view.length ?? view.byteLength);
  }

  // What is copied whole; undefined for what has parts.
  function leafOf(value, copied) {
    const box = ['Number', 'String', 'Boolean', 'BigInt'].find((name) => types[`is${name}Object`](value));
    if (box !== undefined) {
      return Object(unboxed[box](value));
    }
    if (types.isDate(value)) {
      return new Date(time(value));
    }
    if (types.isRegExp(value)) {
      return new RegExp(value.source, value.flags);
    }
    if (types.isArrayBuffer(value)) {
      return value.slice(0);
    }
    if (ArrayBuffer.isView(value)) {
      return viewOf(value, copied);
    }
    return types.isNativeError(value) ? errorOf(value) : undefined;
  }

  function cloner() {
    const seen = new Map();

    function keep(value, copy) {
      seen.set(value, copy);
      return copy;
    }

    function partsOf(value) {
      if (types.isMap(value)) {
        const copy = keep(value, new Map());
        value.forEach((item, key) => copy.set(copied(key), copied(item)));
        return copy;
      }
      if (types.isSet(value)) {
        const copy = keep(value, new Set());
        value.forEach((item) => copy.add(copied(item)));
        return copy;
      }
      if (types.isPromise(value) || types.isWeakMap(value) || types.isWeakSet(value)) {
        throw refused(value);
      }
      const copy = keep(value, Array.isArray(value) ? new Array(value.length) : {});
      for (const key of Object.keys(value)) {
        Object.defineProperty(copy, key, { value: copied(value[key]), writable: true, enumerable: true, configurable: true });
      }
      return copy;
    }

    function copied(value) {
      if (typeof value === 'function' || typeof value === 'symbol') {
        throw refused(value);
      }
      if (typeof value !== 'object' || value === null) {
        return value;
      }
      if (seen.has(value)) {
        return seen.get(value);
      }
      const leaf = leafOf(value, copied);
      return leaf === undefined ? partsOf(value) : keep(value, leaf);
    }
    return copied;
  }

  world.globals.structuredClone = function structuredClone(value) {
    if (arguments.length === 0) {
      throw missing('"value" argument');
    }
    return cloner()(value);
  };
})();
