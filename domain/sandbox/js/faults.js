// Errors for wrong arguments, in Node's words and with Node's codes. Leaves out who throws them.
(() => {
  'use strict';
  const world = __world;
  const LONGEST = 28;
  const LARGE = 2 ** 32;

  function coded(error, code) {
    error.code = code;
    return error;
  }

  function shownText(text) {
    const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 3)}...` : text;
    return cut.includes("'") ? `"${cut}"` : `'${cut}'`;
  }

  function received(value) {
    switch (typeof value) {
      case 'undefined':
        return 'undefined';
      case 'function':
        return `function ${value.name}`;
      case 'object':
        if (value === null) {
          return 'null';
        }
        return value.constructor?.name ? `an instance of ${value.constructor.name}` : '[Object: null prototype] {}';
      case 'string':
        return `type string (${shownText(value)})`;
      default:
        return `type ${typeof value} (${String(value)}${typeof value === 'bigint' ? 'n' : ''})`;
    }
  }

  // what: '"data" argument'; wanted: 'of type string'
  function unfit(what, wanted, value) {
    return coded(new TypeError(`The ${what} must be ${wanted}. Received ${received(value)}`), 'ERR_INVALID_ARG_TYPE');
  }

  function numberText(value) {
    const text = `${value}`;
    const isLarge = typeof value === 'bigint' || Number.isInteger(value);
    const grouped = isLarge && (value > LARGE || value < -LARGE) ? text.replace(/\B(?=(?:\d{3})+$)/g, '_') : text;
    return typeof value === 'bigint' ? `${grouped}n` : grouped;
  }

  function outside(what, range, value) {
    const message = `The value of "${what}" is out of range. It must be ${range}. Received ${numberText(value)}`;
    return coded(new RangeError(message), 'ERR_OUT_OF_RANGE');
  }

  function missing(what) {
    return coded(new TypeError(`The ${what} must be specified`), 'ERR_MISSING_ARGS');
  }

  Object.assign(world, { coded, unfit, outside, missing });
})();
