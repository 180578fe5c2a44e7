// What kind of object a value is, by the engine's own marks and not by what the value says of itself; and the engine's
// functions as free functions, taken before any code of customers runs. Leaves out showing and comparing.
(() => {
  'use strict';
  const world = __world;
  const { apply, getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const free = (method) => (self, ...given) => apply(method, self, given);
  const getter = (prototype, name) => free(getOwnPropertyDescriptor(prototype, name).get);
  const isObject = (value) => typeof value === 'object' && value !== null;

  // Whether a function of the engine takes the value as its own.
  function taken(probe) {
    return (value) => {
      try {
        probe(value);
        return true;
      } catch {
        return false;
      }
    };
  }

  const typedName = getter(getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag);
  const tagOf = free(Object.prototype.toString);
  const sourceOf = free(Function.prototype.toString);
  const mapSize = getter(Map.prototype, 'size');
  const setSize = getter(Set.prototype, 'size');
  const time = free(Date.prototype.getTime);
  const source = getter(RegExp.prototype, 'source');
  const bufferLength = getter(ArrayBuffer.prototype, 'byteLength');
  const viewLength = getter(DataView.prototype, 'byteLength');
  const [weakMapHas, weakSetHas] = [free(WeakMap.prototype.has), free(WeakSet.prototype.has)];
  const unboxed = {
    Number: free(Number.prototype.valueOf),
    String: free(String.prototype.valueOf),
    Boolean: free(Boolean.prototype.valueOf),
    BigInt: free(BigInt.prototype.valueOf),
    Symbol: free(Symbol.prototype.valueOf),
  };
  const [Failure, Promised] = [Error, Promise];
  const key = {};

  const of = (probe) => {
    const test = taken(probe);
    return (value) => isObject(value) && test(value);
  };
  const boxed = (name) => of(unboxed[name]);
  const typed = (name) => (value) => isObject(value) && typedName(value) === name;
  const instance = (kind) => of((value) => {
    if (!(value instanceof kind)) {
      throw key;
    }
  });
  const functionKind = (tag) => (value) => typeof value === 'function' && getPrototypeTag(value) === tag;

  function getPrototypeTag(value) {
    try {
      return value[Symbol.toStringTag];
    } catch {
      return undefined;
    }
  }

  const types = {
    isDate: of(time),
    isRegExp: of(source),
    isMap: of(mapSize),
    isSet: of(setSize),
    isWeakMap: of((value) => weakMapHas(value, key)),
    isWeakSet: of((value) => weakSetHas(value, key)),
    isPromise: instance(Promised),
    isNativeError: instance(Failure),
    isArrayBuffer: of(bufferLength),
    isAnyArrayBuffer: of(bufferLength),
    isSharedArrayBuffer: () => false,
    isDataView: of(viewLength),
    isTypedArray: (value) => isObject(value) && typedName(value) !== undefined,
    isArrayBufferView: ArrayBuffer.isView,
    isNumberObject: boxed('Number'),
    isStringObject: boxed('String'),
    isBooleanObject: boxed('Boolean'),
    isBigIntObject: boxed('BigInt'),
    isSymbolObject: boxed('Symbol'),
    isArgumentsObject: of((value) => {
      if (tagOf(value) !== '[object Arguments]') {
        throw key;
      }
    }),
    isAsyncFunction: (value) => functionKind('AsyncFunction')(value) || functionKind('AsyncGeneratorFunction')(value),
    isGeneratorFunction: (value) => functionKind('GeneratorFunction')(value) || functionKind('AsyncGeneratorFunction')(value),
    isGeneratorObject: of((value) => {
      if (tagOf(value) !== '[object Generator]') {
        throw key;
      }
    }),
    isProxy: () => false, // the engine does not tell
    isExternal: () => false,
    isModuleNamespaceObject: () => false,
  };
  for (const name of ['Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array', 'Int32Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array']) {
    types[`is${name}`] = typed(name);
  }
  types.isBoxedPrimitive = (value) =>
    types.isNumberObject(value) || types.isStringObject(value) || types.isBooleanObject(value) || types.isBigIntObject(value) || types.isSymbolObject(value);

  world.kinds = { free, getter, types: { ...types }, own: types, typedName, tagOf, sourceOf, time, unboxed, mapSize, setSize };
})();
