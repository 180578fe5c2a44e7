// The module `util`. Leaves out streams of text, colours, and what needs a process.
(() => {
  'use strict';
  const world = __world;
  const { format, globals, inspect, isDeepStrictEqual, kinds, modules } = world;
  const CUSTOM = Symbol.for('nodejs.util.promisify.custom');
  const isObject = (value) => typeof value === 'object' && value !== null;

  function expectFunction(value, name) {
    if (typeof value !== 'function') {
      const message = `The "${name}" argument must be of type function. Received ${value === null ? 'null' : typeof value}`;
      throw Object.assign(new TypeError(message), { code: 'ERR_INVALID_ARG_TYPE' });
    }
  }

  // A function that calls back last, with an error or a value, as one that gives a promise.
  function promisify(original) {
    expectFunction(original, 'original');
    if (original[CUSTOM] !== undefined) {
      expectFunction(original[CUSTOM], 'util.promisify.custom');
      return original[CUSTOM];
    }
    function promised(...given) {
      return new Promise((resolve, reject) => {
        original.call(this, ...given, (error, value) => (error ? reject(error) : resolve(value)));
      });
    }
    return Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
  }
  promisify.custom = CUSTOM;

  function callbackify(original) {
    expectFunction(original, 'original');
    return function calledBack(...given) {
      const callback = given.pop();
      expectFunction(callback, 'last argument');
      original.apply(this, given).then(
        (value) => globals.queueMicrotask(() => callback(null, value)),
        (reason) => {
          const error = reason || Object.assign(new Error('Promise was rejected with falsy value'), { code: 'ERR_FALSY_VALUE_REJECTION', reason });
          globals.queueMicrotask(() => callback(error));
        },
      );
    };
  }

  function inherits(constructor, parent) {
    expectFunction(constructor, 'ctor');
    expectFunction(parent, 'superCtor');
    Object.defineProperty(constructor, 'super_', { value: parent, writable: true, configurable: true });
    Object.setPrototypeOf(constructor.prototype, parent.prototype);
  }

  // The warning is said once.
  function deprecate(original, message, code) {
    let isSaid = false;
    return function deprecated(...given) {
      if (!isSaid) {
        isSaid = true;
        globals.console.warn(`DeprecationWarning: ${code === undefined ? '' : `[${code}] `}${message}`);
      }
      return new.target ? Reflect.construct(original, given, new.target) : original.apply(this, given);
    };
  }

  const silent = () => Object.assign(() => {}, { enabled: false });

  // eslint-disable-next-line no-control-regex
  const stripVTControlCharacters = (text) => `${text}`.replace(/\x1b\[[0-9;]*[A-Za-z]/g, '');

  modules.util = {
    format,
    formatWithOptions: (options, ...given) => format(...given),
    _extend: (target, source) => (isObject(source) ? Object.assign(target, source) : target),
    inspect,
    promisify,
    callbackify,
    inherits,
    deprecate,
    debuglog: silent,
    debug: silent,
    isDeepStrictEqual,
    stripVTControlCharacters,
    types: kinds.types,
    TextEncoder: globals.TextEncoder,
    TextDecoder: globals.TextDecoder,
    toUSVString: (text) => `${text}`.replace(/\p{Surrogate}/gu, '\ufffd'),
    isArray: Array.isArray,
    isBoolean: (value) => typeof value === 'boolean',
    isBuffer: (value) => world.Buffer !== undefined && value instanceof world.Buffer,
    isDate: kinds.types.isDate,
    isError: kinds.types.isNativeError,
    isFunction: (value) => typeof value === 'function',
    isNull: (value) => value === null,
    isNullOrUndefined: (value) => value === null || value === undefined,
    isNumber: (value) => typeof value === 'number',
    isObject,
    isPrimitive: (value) => !isObject(value) && typeof value !== 'function',
    isRegExp: kinds.types.isRegExp,
    isString: (value) => typeof value === 'string',
    isSymbol: (value) => typeof value === 'symbol',
    isUndefined: (value) => value === undefined,
  };
  modules['util/types'] = kinds.types;
})();
