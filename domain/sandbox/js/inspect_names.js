// How `util.inspect` names what it shows: classes, tags, functions, keys; and bytes in hex. Leaves out the values
// themselves. Uses nothing that customers' code could have replaced.
(() => {
  'use strict';
  const world = __world;
  const { layout } = world;
  const { free, own: types, sourceOf } = world.kinds;
  const { getOwnPropertyDescriptor, getPrototypeOf, ownKeys } = Reflect;
  const Text = String;
  const [symbolText, exec] = [Symbol.prototype.toString, RegExp.prototype.exec].map(free);
  const [startsWith, endsWith, hex] = [String.prototype.startsWith, String.prototype.endsWith, Number.prototype.toString].map(free);
  const { min } = Math;
  const TAG = Symbol.toStringTag;
  const MOST_BYTES = 50;
  const NAME = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
  const INDEX = /^(?:0|[1-9][0-9]*)$/;

  // The name of the nearest constructor; null for none.
  function classOf(value) {
    for (let at = value; at !== null; at = getPrototypeOf(at)) {
      const found = getOwnPropertyDescriptor(at, 'constructor');
      if (found !== undefined && typeof found.value === 'function' && found.value.name !== '' && value instanceof found.value) {
        return Text(found.value.name);
      }
    }
    return null;
  }

  function tagOf(value, name) {
    const tag = value[TAG];
    return typeof tag === 'string' && tag !== '' && tag !== name ? tag : '';
  }

  function prefixOf(name, tag, kind, size = '') {
    const start = name === null ? `[${kind}${size}: null prototype] ` : `${name}${size} `;
    return tag === '' || tag === name ? start : `${start}[${tag}] `;
  }

  function functionBase(value, name, tag) {
    const source = sourceOf(value);
    const own = typeof value.name === 'string' && value.name !== '' ? value.name : '';
    if (startsWith(source, 'class') && endsWith(source, '}')) {
      const parent = getPrototypeOf(value)?.name;
      return `[class ${own || '(anonymous)'}${parent ? ` extends ${parent}` : ''}]`;
    }
    const isAsync = types.isAsyncFunction(value);
    const kind = `${isAsync ? 'Async' : ''}${types.isGeneratorFunction(value) ? 'Generator' : ''}Function`;
    const nothing = name === null ? ' (null prototype)' : '';
    const other = tag !== '' && tag !== kind ? ` [${tag}]` : '';
    return `[${kind}${nothing}${own === '' ? ' (anonymous)' : `: ${own}`}]${other}`;
  }

  function bytesText(bytes) {
    let text = '';
    const count = min(bytes.length, MOST_BYTES);
    for (let index = 0; index < count; index += 1) {
      text += `${index === 0 ? '' : ' '}${bytes[index] < 16 ? '0' : ''}${hex(bytes[index], 16)}`;
    }
    const left = bytes.length - count;
    return left > 0 ? `${text} ... ${left} more byte${left > 1 ? 's' : ''}` : text;
  }

  function keysOf(context, value, isList) {
    const keys = [];
    const all = ownKeys(value);
    for (let index = 0; index < all.length; index += 1) {
      const key = all[index];
      if (isList && typeof key === 'string' && exec(INDEX, key) !== null) {
        continue;
      }
      if (context.showHidden || getOwnPropertyDescriptor(value, key)?.enumerable) {
        keys[keys.length] = key;
      }
    }
    return keys;
  }

  function keyText(key, isEnumerable) {
    if (typeof key === 'symbol') {
      return `[${symbolText(key)}]`;
    }
    if (key === '__proto__') {
      return "['__proto__']";
    }
    if (!isEnumerable) {
      return `[${key}]`;
    }
    return exec(NAME, key) === null ? layout.quoted(key) : key;
  }

  // Whether a list is one of numbers, which are shown to the right of their columns.
  function isNumeric(value) {
    const count = min(value.length, 100);
    for (let index = 0; index < count; index += 1) {
      const kind = typeof getOwnPropertyDescriptor(value, Text(index))?.value;
      if (kind !== 'number' && kind !== 'bigint') {
        return false;
      }
    }
    return true;
  }

  world.names = { classOf, tagOf, prefixOf, functionBase, bytesText, keysOf, keyText, isNumeric };
})();
