// Texts with placeholders, as Node's `util.format` fills them. Leaves out showing the values.
(() => {
  'use strict';
  const world = __world;
  const { inspect } = world;
  const { free } = world.kinds;
  const { getOwnPropertyDescriptor, getPrototypeOf } = Reflect;
  const [codeAt, slice] = [String.prototype.charCodeAt, String.prototype.slice].map(free);
  const [hasOwn, includes] = [Object.prototype.hasOwnProperty, String.prototype.includes].map(free);
  const { stringify } = JSON;
  const [Text, toNumber, toInteger, toFloat, isSame] = [String, Number, parseInt, parseFloat, Object.is];
  const BUILT_IN = Object.create(null);
  for (const name of Object.getOwnPropertyNames(globalThis)) {
    if (typeof globalThis[name] === 'function' && /^[A-Z]/.test(name)) {
      BUILT_IN[name] = true;
    }
  }

  const numberText = (number) => (isSame(number, -0) ? '-0' : `${number}`);

  // Whether the text that `String` gives would be the engine's own, which tells little.
  function isPlain(value) {
    if (typeof value.toString !== 'function') {
      return true;
    }
    if (hasOwn(value, 'toString')) {
      return false;
    }
    let at = getPrototypeOf(value);
    while (at !== null && !hasOwn(at, 'toString')) {
      at = getPrototypeOf(at);
    }
    const constructor = at === null ? undefined : getOwnPropertyDescriptor(at, 'constructor')?.value;
    return typeof constructor === 'function' && BUILT_IN[constructor.name] === true;
  }

  function stringOf(value) {
    if (typeof value === 'number') {
      return numberText(value);
    }
    if (typeof value === 'bigint') {
      return `${value}n`;
    }
    return typeof value !== 'object' || value === null || !isPlain(value) ? Text(value) : inspect(value, { depth: 0 });
  }

  function numeric(value, convert) {
    if (typeof value === 'bigint') {
      return `${value}n`;
    }
    return typeof value === 'symbol' ? 'NaN' : numberText(convert(value));
  }

  function jsonOf(value) {
    try {
      return stringify(value);
    } catch (error) {
      if (includes(Text(error?.message), 'circular')) {
        return '[Circular]';
      }
      throw error;
    }
  }

  function filled(code, value) {
    switch (code) {
      case 115: // s
        return stringOf(value);
      case 100: // d
        return numeric(value, (given) => (typeof given === 'object' ? toNumber(given) : toNumber(given)));
      case 105: // i
        return typeof value === 'object' && value !== null ? numeric(toInteger(value), toNumber) : numeric(value, (given) => toInteger(given));
      case 102: // f
        return typeof value === 'symbol' ? 'NaN' : numberText(toFloat(value));
      case 106: // j
        return jsonOf(value);
      case 79: // O
        return inspect(value);
      case 111: // o
        return inspect(value, { showHidden: true, depth: 4 });
      case 99: // c
        return '';
      default:
        return undefined;
    }
  }

  function format(...given) {
    let [text, next] = ['', 0];
    if (typeof given[0] === 'string') {
      next = 1;
      if (given.length === 1) {
        return given[0];
      }
      const pattern = given[0];
      let from = 0;
      for (let at = 0; at < pattern.length - 1; at += 1) {
        if (codeAt(pattern, at) === 37) {
          const code = codeAt(pattern, at + 1);
          const value = code === 37 ? '%' : next < given.length ? filled(code, given[next]) : undefined;
          if (value !== undefined || (code === 106 && next < given.length)) {
            text += slice(pattern, from, at) + value;
            from = at + 2;
            next += code === 37 ? 0 : 1;
          }
          at += code === 37 || value !== undefined ? 1 : 0;
        }
      }
      text += slice(pattern, from);
    }
    for (let index = next; index < given.length; index += 1) {
      const shown = typeof given[index] === 'string' ? given[index] : inspect(given[index]);
      text += index === 0 ? shown : ` ${shown}`;
    }
    return text;
  }
  world.format = format;
})();
