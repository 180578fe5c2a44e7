// Texts as bytes and bytes as texts, in the encodings that Node's Buffer knows by name, and as leniently as Node reads
// them. Native code of the engine where its meaning is the same. Leaves out Buffer, and the standard's own decoders.
(() => {
  'use strict';
  const world = __world;
  const { coded, unfit } = world;
  const Bytes = Uint8Array;
  const Binary = ArrayBuffer;
  const { isView } = ArrayBuffer;
  const utf8Encoder = new TextEncoder();
  const utf8Decoder = new TextDecoder();
  const MARK = '\ufeff'; // which a decoder drops and Node's Buffer keeps
  const CHUNK = 8192;
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const VALUES = new Int8Array(128).fill(-1);
  [...ALPHABET].forEach((letter, value) => {
    VALUES[letter.charCodeAt(0)] = value;
  });
  VALUES['-'.charCodeAt(0)] = 62;
  VALUES['_'.charCodeAt(0)] = 63;
  const NAMES = {
    '__proto__': null,
    'utf8': 'utf8',
    'utf-8': 'utf8',
    'hex': 'hex',
    'base64': 'base64',
    'base64url': 'base64url',
    'latin1': 'latin1',
    'binary': 'latin1',
    'ascii': 'ascii',
    'ucs2': 'utf16le',
    'ucs-2': 'utf16le',
    'utf16le': 'utf16le',
    'utf-16le': 'utf16le',
  };

  const isEncoding = (name) => typeof name === 'string' && NAMES[name.toLowerCase()] !== undefined;

  function encodingOf(name) {
    const found = name === undefined || name === null || name === '' ? 'utf8' : NAMES[String(name).toLowerCase()];
    if (found === undefined) {
      throw coded(new TypeError(`Unknown encoding: ${name}`), 'ERR_UNKNOWN_ENCODING');
    }
    return found;
  }

  // Up to the first pair that is none.
  function fromHex(text) {
    const whole = /^(?:[0-9a-fA-F]{2})*/.exec(text)[0];
    return Bytes.fromHex(whole);
  }

  // Both alphabets; whatever else stands between is passed over, and '=' ends it.
  function fromUncleanBase64(text) {
    const bytes = new Bytes(Math.ceil((text.length * 3) / 4));
    let [held, bits, length] = [0, 0, 0];
    for (let index = 0; index < text.length; index += 1) {
      const code = text.charCodeAt(index);
      if (code === 61) {
        break;
      }
      const value = code < 128 ? VALUES[code] : -1;
      if (value >= 0) {
        held = ((held << 6) | value) & 0xfffff;
        bits += 6;
        if (bits >= 8) {
          bits -= 8;
          bytes[length] = (held >> bits) & 255;
          length += 1;
        }
      }
    }
    return bytes.subarray(0, length);
  }

  function fromBase64(text) {
    return /^(?:[A-Za-z0-9+/]{4})*$/.test(text) ? Bytes.fromBase64(text) : fromUncleanBase64(text);
  }

  function fromUnits(text) {
    const bytes = new Bytes(text.length);
    for (let index = 0; index < text.length; index += 1) {
      bytes[index] = text.charCodeAt(index);
    }
    return bytes;
  }

  function fromUtf16(text) {
    const bytes = new Bytes(text.length * 2);
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      bytes[2 * index] = unit;
      bytes[2 * index + 1] = unit >> 8;
    }
    return bytes;
  }

  // Half of a surrogate pair becomes U+FFFD.
  const fromUtf8 = (text) => utf8Encoder.encode(text.toWellFormed());

  function bytesOfText(text, encoding) {
    switch (encodingOf(encoding)) {
      case 'hex':
        return fromHex(text);
      case 'base64':
      case 'base64url':
        return fromBase64(text);
      case 'latin1':
      case 'ascii':
        return fromUnits(text);
      case 'utf16le':
        return fromUtf16(text);
      default:
        return fromUtf8(text);
    }
  }

  // units: bytes, or numbers of 16 bits
  function ofUnits(units) {
    let text = '';
    for (let start = 0; start < units.length; start += CHUNK) {
      text += String.fromCharCode.apply(null, units.subarray(start, start + CHUNK));
    }
    return text;
  }

  function ofUtf16(bytes) {
    const units = new Uint16Array(bytes.length >> 1);
    for (let index = 0; index < units.length; index += 1) {
      units[index] = bytes[2 * index] | (bytes[2 * index + 1] << 8);
    }
    return ofUnits(units);
  }

  function ofUtf8(bytes) {
    const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
    return hasMark ? MARK + utf8Decoder.decode(bytes) : utf8Decoder.decode(bytes);
  }

  function textOfBytes(given, encoding) {
    const bytes = new Bytes(given.buffer, given.byteOffset, given.byteLength);
    switch (encodingOf(encoding)) {
      case 'hex':
        return bytes.toHex();
      case 'base64':
        return bytes.toBase64();
      case 'base64url':
        return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
      case 'latin1':
        return ofUnits(bytes);
      case 'ascii':
        return ofUnits(bytes.map((one) => one & 127));
      case 'utf16le':
        return ofUtf16(bytes);
      default:
        return ofUtf8(bytes);
    }
  }

  // The bytes themselves, not a copy. Throws TypeError for what has none; what: its name in that error.
  function bytesOf(value, encoding, what = '"data" argument') {
    if (typeof value === 'string') {
      return bytesOfText(value, encoding);
    }
    if (isView(value)) {
      return new Bytes(value.buffer, value.byteOffset, value.byteLength);
    }
    if (value instanceof Binary) {
      return new Bytes(value);
    }
    throw unfit(what, 'of type string or an instance of Buffer, TypedArray, or DataView', value);
  }

  world.bytes = bytesOf;
  world.codecs = { encodingOf, isEncoding, bytesOf, bytesOfText, textOfBytes };
})();
