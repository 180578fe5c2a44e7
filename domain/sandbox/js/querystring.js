// Query strings as Node's `querystring` reads and writes them, and the percent-decoding that URLs share with it.
// Leaves out URLs and the form encoding of URLSearchParams.
(() => {
  'use strict';
  const world = __world;
  const { TextDecoder, TextEncoder } = world.globals;
  const MOST_KEYS = 1000;
  const utf8 = new TextEncoder();
  const lossy = new TextDecoder('utf-8', { ignoreBOM: true });

  function hexAt(bytes, index) {
    const digit = bytes[index];
    if (digit >= 48 && digit <= 57) {
      return digit - 48;
    }
    const lower = digit | 32;
    return lower >= 97 && lower <= 102 ? lower - 87 : -1;
  }

  // The bytes that percent-encoded text stands for; what is no escape stands for itself.
  function bytesOf(text) {
    const bytes = utf8.encode(text);
    let length = 0;
    for (let index = 0; index < bytes.length; index += 1) {
      let byte = bytes[index];
      if (byte === 37) {
        const high = hexAt(bytes, index + 1);
        const low = hexAt(bytes, index + 2);
        if (high >= 0 && low >= 0) {
          byte = high * 16 + low;
          index += 2;
        }
      }
      bytes[length] = byte;
      length += 1;
    }
    return bytes.slice(0, length);
  }

  // Total: what is no UTF-8 becomes U+FFFD.
  function unescape(text) {
    const given = String(text);
    if (!given.includes('%')) {
      return given;
    }
    try {
      return decodeURIComponent(given);
    } catch {
      return lossy.decode(bytesOf(given));
    }
  }

  function escape(value) {
    const text = typeof value === 'object' ? String(value) : `${value}`;
    try {
      return encodeURIComponent(text);
    } catch {
      throw Object.assign(new URIError('URI malformed'), { code: 'ERR_INVALID_URI' });
    }
  }

  function decoderOf(own) {
    if (typeof own !== 'function') {
      return (text) => exports.unescape(text);
    }
    return (text) => {
      try {
        return own(text);
      } catch {
        return exports.unescape(text);
      }
    };
  }

  function put(found, key, value) {
    const before = found[key];
    if (before === undefined) {
      found[key] = value;
    } else if (Array.isArray(before)) {
      before.push(value);
    } else {
      found[key] = [before, value];
    }
  }

  function parse(text, separator, equals, options) {
    const found = Object.create(null);
    if (typeof text !== 'string' || text === '') {
      return found;
    }
    const eq = equals ? `${equals}` : '=';
    const decode = decoderOf(options?.decodeURIComponent);
    const most = typeof options?.maxKeys === 'number' ? options.maxKeys : MOST_KEYS;
    let left = most > 0 ? most : Infinity;
    for (const part of text.split(separator ? `${separator}` : '&')) {
      if (part === '') {
        continue;
      }
      if (left < 1) {
        break;
      }
      left -= 1;
      const spaced = part.replaceAll('+', ' ');
      const at = part.indexOf(eq);
      put(found, decode(at < 0 ? spaced : spaced.slice(0, at)), at < 0 ? '' : decode(spaced.slice(at + eq.length)));
    }
    return found;
  }

  function written(value) {
    switch (typeof value) {
      case 'string':
        return value;
      case 'number':
        return Number.isFinite(value) ? `${value}` : '';
      case 'bigint':
      case 'boolean':
        return `${value}`;
      default:
        return '';
    }
  }

  function stringify(object, separator, equals, options) {
    if (object === null || typeof object !== 'object') {
      return '';
    }
    const encode = typeof options?.encodeURIComponent === 'function' ? options.encodeURIComponent : exports.escape;
    const parts = [];
    for (const key of Object.keys(object)) {
      const start = encode(written(key)) + (equals || '=');
      for (const value of Array.isArray(object[key]) ? object[key] : [object[key]]) {
        parts.push(start + encode(written(value)));
      }
    }
    return parts.join(separator || '&');
  }

  const exports = { parse, stringify, escape, unescape, decode: parse, encode: stringify };
  world.modules.querystring = exports;
})();
