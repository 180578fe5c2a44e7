// Whether two values are equal in depth, strictly or as `==` takes it. Leaves out what the engine hides: weak
// collections and promises are equal to themselves only.
(() => {
  'use strict';
  const world = __world;
  const { own: types, typedName, tagOf, time, unboxed } = world.kinds;
  const BOXES = ['Number', 'String', 'Boolean', 'BigInt', 'Symbol'];
  const isObject = (value) => typeof value === 'object' && value !== null;

  function isSameLeaf(one, other, isStrict) {
    if (isStrict) {
      return Object.is(one, other);
    }
    // eslint-disable-next-line eqeqeq
    return one == other || (one !== one && other !== other);
  }

  function bytesOf(value) {
    return ArrayBuffer.isView(value) ? new Uint8Array(value.buffer, value.byteOffset, value.byteLength) : new Uint8Array(value);
  }

  function isSameBytes(one, other) {
    const [left, right] = [bytesOf(one), bytesOf(other)];
    return left.length === right.length && left.every((byte, index) => byte === right[index]);
  }

  function isSameMarks(one, other) {
    for (const name of BOXES) {
      const test = types[`is${name}Object`];
      if (test(one) || test(other)) {
        return test(one) && test(other) && Object.is(unboxed[name](one), unboxed[name](other));
      }
    }
    return true;
  }

  function isSameList(one, other, isStrict) {
    const name = typedName(one);
    if (name !== typedName(other) || Array.isArray(one) !== Array.isArray(other)) {
      return false;
    }
    if (name === undefined) {
      return !Array.isArray(one) || one.length === other.length;
    }
    if (!isStrict && name.startsWith('Float')) {
      return one.length === other.length && one.every((number, index) => number === other[index]);
    }
    return isSameBytes(one, other);
  }

  // What a kind of object holds besides its properties.
  function isSameKind(one, other, isStrict) {
    const has = (test) => [test(one), test(other)];
    const kinds = ['isDate', 'isRegExp', 'isNativeError', 'isMap', 'isSet', 'isArrayBuffer', 'isDataView', 'isPromise', 'isWeakMap', 'isWeakSet'];
    const kind = kinds.find((name) => has(types[name]).includes(true));
    if (kind !== undefined && has(types[kind]).includes(false)) {
      return false;
    }
    switch (kind) {
      case 'isDate':
        return Object.is(time(one), time(other));
      case 'isRegExp':
        return `${one}` === `${other}` && one.lastIndex === other.lastIndex;
      case 'isNativeError':
        return one.message === other.message && one.name === other.name;
      case 'isMap':
      case 'isSet':
        return one.size === other.size;
      case 'isArrayBuffer':
      case 'isDataView':
        return isSameBytes(one, other);
      case undefined:
        return isSameList(one, other, isStrict) && isSameMarks(one, other);
      default:
        return false;
    }
  }

  function keysOf(value, isStrict) {
    const keys = Object.keys(value);
    const isShown = (symbol) => Object.prototype.propertyIsEnumerable.call(value, symbol);
    return isStrict ? [...keys, ...Object.getOwnPropertySymbols(value).filter(isShown)] : keys;
  }

  function comparison(isStrict) {
    const pairs = []; // those being compared: a cycle is equal when the rest is

    function isSameSet(one, other) {
      const left = [...other].filter((item) => !one.has(item));
      return [...one].every((item) => {
        if (other.has(item)) {
          return true;
        }
        const index = left.findIndex((candidate) => (isObject(item) || !isStrict) && isEqual(item, candidate));
        if (index >= 0) {
          left.splice(index, 1);
        }
        return index >= 0;
      });
    }

    function isSameMap(one, other) {
      const left = [...other].filter(([key]) => !one.has(key));
      return [...one].every(([key, value]) => {
        if (other.has(key)) {
          return isEqual(value, other.get(key));
        }
        const index = left.findIndex(([candidate, its]) => (isObject(key) || !isStrict) && isEqual(key, candidate) && isEqual(value, its));
        if (index >= 0) {
          left.splice(index, 1);
        }
        return index >= 0;
      });
    }

    function isSameContents(one, other) {
      const keys = keysOf(one, isStrict);
      if (typedName(one) !== undefined && keys.length === one.length) {
        return keysOf(other, isStrict).length === keys.length;
      }
      if (keys.length !== keysOf(other, isStrict).length || !keys.every((key) => Object.hasOwn(other, key))) {
        return false;
      }
      if ((types.isSet(one) && !isSameSet(one, other)) || (types.isMap(one) && !isSameMap(one, other))) {
        return false;
      }
      return keys.every((key) => isEqual(one[key], other[key]));
    }

    function isEqual(one, other) {
      if (one === other) {
        return one !== 0 || !isStrict || Object.is(one, other);
      }
      if (!isObject(one) || !isObject(other)) {
        return (isStrict || (!isObject(one) && !isObject(other))) && isSameLeaf(one, other, isStrict);
      }
      if (isStrict && Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) {
        return false;
      }
      if (tagOf(one) !== tagOf(other) || !isSameKind(one, other, isStrict)) {
        return false;
      }
      if (pairs.some(([left, right]) => left === one && right === other)) {
        return true;
      }
      pairs.push([one, other]);
      const result = isSameContents(one, other);
      pairs.pop();
      return result;
    }
    return isEqual;
  }

  world.isDeepEqual = (one, other) => comparison(false)(one, other);
  world.isDeepStrictEqual = (one, other) => comparison(true)(one, other);
})();
