// Buffer as Node's: bytes, their encodings, searching and comparing. Numbers in bytes are in `buffer_numbers`.
// Leaves out pools, streams and transcoding.
(() => {
  'use strict';
  const world = __world;
  const Bytes = Uint8Array;
  const utf8Encoder = new TextEncoder();
  const utf8Decoder = new TextDecoder('utf-8', { ignoreBOM: true });
  const { isView } = ArrayBuffer;
  const CHUNK = 8192;
  const MARK = '\ufeff'; // which the engine's decoder drops and Node keeps
  const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const VALUES = new Int8Array(128).fill(-1);
  [...ALPHABET].forEach((letter, value) => {
    VALUES[letter.charCodeAt(0)] = value;
  });
  VALUES['-'.charCodeAt(0)] = 62;
  VALUES['_'.charCodeAt(0)] = 63;
  const NAMES = {
    'utf8': 'utf8', 'utf-8': 'utf8', 'hex': 'hex', 'base64': 'base64', 'base64url': 'base64url', 'latin1': 'latin1',
    'binary': 'latin1', 'ascii': 'ascii', 'ucs2': 'utf16le', 'ucs-2': 'utf16le', 'utf16le': 'utf16le', 'utf-16le': 'utf16le',
  };

  function withCode(error, code) {
    error.code = code;
    return error;
  }

  function encodingOf(name) {
    const found = name === undefined || name === null || name === '' ? 'utf8' : NAMES[String(name).toLowerCase()];
    if (found === undefined) {
      throw withCode(new TypeError(`Unknown encoding: ${name}`), 'ERR_UNKNOWN_ENCODING');
    }
    return found;
  }

  function fromHex(text) {
    const length = text.length >> 1;
    const bytes = new Bytes(length);
    for (let index = 0; index < length; index += 1) {
      const pair = text.slice(2 * index, 2 * index + 2);
      if (!/^[0-9a-fA-F]{2}$/.test(pair)) {
        return bytes.subarray(0, index);
      }
      bytes[index] = parseInt(pair, 16);
    }
    return bytes;
  }

  // Node's reading: both alphabets, whatever else stands between is passed over, '=' ends it.
  function fromBase64(text) {
    const bytes = new Bytes(Math.ceil((text.length * 3) / 4));
    let held = 0;
    let bits = 0;
    let length = 0;
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

  function quickly(read, slowly, isClean) {
    return (text) => (isClean.test(text) ? read(text) : slowly(text));
  }

  const decodeHex = quickly((text) => Bytes.fromHex(text), fromHex, /^(?:[0-9a-fA-F]{2})*$/);
  const decodeBase64 = quickly((text) => Bytes.fromBase64(text), fromBase64, /^(?:[A-Za-z0-9+/]{4})*$/);

  function fromUnits(text, mask) {
    const bytes = new Bytes(text.length);
    for (let index = 0; index < text.length; index += 1) {
      bytes[index] = text.charCodeAt(index) & mask;
    }
    return bytes;
  }

  function fromUtf16(text) {
    const bytes = new Bytes(text.length * 2);
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
      bytes[2 * index] = unit & 255;
      bytes[2 * index + 1] = unit >> 8;
    }
    return bytes;
  }

  function bytesOfText(text, encoding) {
    switch (encodingOf(encoding)) {
      case 'hex':
        return decodeHex(text);
      case 'base64':
      case 'base64url':
        return decodeBase64(text);
      case 'latin1':
      case 'ascii':
        return fromUnits(text, 255);
      case 'utf16le':
        return fromUtf16(text);
      default:
        return utf8Encoder.encode(text.toWellFormed());
    }
  }

  function units(bytes, mask) {
    let text = '';
    for (let start = 0; start < bytes.length; start += CHUNK) {
      text += String.fromCharCode(...bytes.subarray(start, start + CHUNK).map((one) => one & mask));
    }
    return text;
  }

  function utf16(bytes) {
    let text = '';
    for (let index = 0; index + 1 < bytes.length; index += 2) {
      text += String.fromCharCode(bytes[index] | (bytes[index + 1] << 8));
    }
    return text;
  }

  const hasMark = (bytes) => bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const plain = (bytes) => new Bytes(bytes.buffer, bytes.byteOffset, bytes.length);

  function textOfBytes(given, encoding) {
    const bytes = plain(given);
    switch (encodingOf(encoding)) {
      case 'hex':
        return bytes.toHex();
      case 'base64':
        return bytes.toBase64();
      case 'base64url':
        return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
      case 'latin1':
        return units(bytes, 255);
      case 'ascii':
        return units(bytes, 127);
      case 'utf16le':
        return utf16(bytes);
      default:
        return hasMark(bytes) && utf8Decoder.decode(bytes.subarray(0, 4))[0] !== MARK ? MARK + utf8Decoder.decode(bytes) : utf8Decoder.decode(bytes);
    }
  }

  function kindOf(value) {
    if (value === null || value === undefined) {
      return String(value);
    }
    if (typeof value === 'function') {
      return `function ${value.name}`;
    }
    return typeof value === 'object' ? `an instance of ${value.constructor?.name ?? 'Object'}` : `type ${typeof value} (${String(value)})`;
  }

  function unfit(what, wanted, value) {
    const message = `The ${what} must be ${wanted}. Received ${kindOf(value)}`;
    return withCode(new TypeError(message), 'ERR_INVALID_ARG_TYPE');
  }

  function bytesOf(value, encoding, what = '"data" argument') {
    if (typeof value === 'string') {
      return bytesOfText(value, encoding);
    }
    if (isView(value)) {
      return new Bytes(value.buffer, value.byteOffset, value.byteLength);
    }
    if (value instanceof ArrayBuffer) {
      return new Bytes(value);
    }
    throw unfit(what, 'of type string or an instance of Buffer, TypedArray, or DataView', value);
  }

  class Buffer extends Uint8Array {
    static poolSize = 8192;

    static from(value, second, third) {
      if (typeof value === 'string') {
        return owned(bytesOfText(value, second));
      }
      if (value instanceof ArrayBuffer) {
        return new Buffer(value, second, third);
      }
      if (value !== null && typeof value === 'object') {
        if (isView(value) || Array.isArray(value) || typeof value.length === 'number') {
          return copied(value);
        }
        if (value.type === 'Buffer' && Array.isArray(value.data)) {
          return copied(value.data);
        }
        const inner = value.valueOf?.();
        if (inner !== undefined && inner !== null && inner !== value) {
          return Buffer.from(inner, second, third);
        }
      }
      const wanted = 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object';
      throw unfit('first argument', wanted, value);
    }

    static of(...values) {
      return copied(values);
    }

    static alloc(size, fill, encoding) {
      const buffer = new Buffer(checkedSize(size));
      return fill === undefined ? buffer : buffer.fill(fill, encoding);
    }

    static allocUnsafe(size) {
      return new Buffer(checkedSize(size));
    }

    static allocUnsafeSlow(size) {
      return new Buffer(checkedSize(size));
    }

    static concat(list, total) {
      if (!Array.isArray(list)) {
        throw unfit('"list" argument', 'an instance of Array', list);
      }
      const length = total ?? list.reduce((sum, one) => sum + one.length, 0);
      const joined = Buffer.alloc(length);
      let at = 0;
      for (const one of list) {
        if (!(one instanceof Bytes)) {
          throw unfit('"list[0]" argument', 'an instance of Buffer or Uint8Array', one);
        }
        const part = one.length > length - at ? one.subarray(0, length - at) : one;
        joined.set(part, at);
        at += part.length;
      }
      return joined;
    }

    static compare(one, other) {
      return compared(checked(one, '"buf1" argument'), checked(other, '"buf2" argument'));
    }

    static isBuffer(value) {
      return value instanceof Buffer;
    }

    static isEncoding(name) {
      return typeof name === 'string' && NAMES[name.toLowerCase()] !== undefined;
    }

    static byteLength(value, encoding) {
      return typeof value === 'string' ? bytesOfText(value, encoding).length : value.byteLength;
    }

    get parent() {
      return this.buffer;
    }

    toString(encoding, start = 0, end = this.length) {
      const from = Math.max(0, Math.trunc(start) || 0);
      return textOfBytes(this.subarray(from, Math.max(from, Math.trunc(end) || 0)), encoding);
    }

    toLocaleString(encoding, start, end) {
      return this.toString(encoding, start, end);
    }

    toJSON() {
      return { type: 'Buffer', data: Array.from(this) };
    }

    equals(other) {
      return compared(this, checked(other, '"otherBuffer" argument')) === 0;
    }

    compare(other, start = 0, end = other.length, ownStart = 0, ownEnd = this.length) {
      return compared(this.subarray(ownStart, ownEnd), checked(other, '"target" argument').subarray(start, end));
    }

    slice(start, end) {
      return this.subarray(start, end);
    }

    write(text, offset, length, encoding) {
      const [at, most, name] = written(offset, length, encoding, this.length);
      let bytes = bytesOfText(text, name).subarray(0, most);
      if (encodingOf(name) === 'utf8') {
        bytes = whole(bytes, text);
      }
      this.set(bytes, at);
      return bytes.length;
    }

    copy(target, targetStart = 0, start = 0, end = this.length) {
      const part = this.subarray(start, Math.min(end, start + target.length - targetStart));
      target.set(part, targetStart);
      return part.length;
    }

    fill(value, offset, end, encoding) {
      if (typeof offset === 'string') {
        return this.fill(value, 0, this.length, offset);
      }
      if (typeof value === 'number' || typeof value === 'boolean') {
        return super.fill(Number(value) & 255, offset, end);
      }
      const pattern = bytesOf(value, encoding ?? (typeof end === 'string' ? end : undefined), '"value" argument');
      const last = typeof end === 'number' ? end : this.length;
      for (let index = offset ?? 0; index < last; index += 1) {
        this[index] = pattern.length === 0 ? 0 : pattern[(index - (offset ?? 0)) % pattern.length];
      }
      return this;
    }

    indexOf(value, start, encoding) {
      return found(this, value, start, encoding, false);
    }

    lastIndexOf(value, start, encoding) {
      return found(this, value, start, encoding, true);
    }

    includes(value, start, encoding) {
      return this.indexOf(value, start, encoding) !== -1;
    }
  }

  const owned = (bytes) => new Buffer(bytes.buffer, bytes.byteOffset, bytes.length);

  function copied(values) {
    const buffer = new Buffer(Math.max(0, Math.trunc(values.length) || 0));
    if (values instanceof Bytes) {
      buffer.set(values);
      return buffer;
    }
    for (let index = 0; index < buffer.length; index += 1) {
      buffer[index] = Number(values[index]) & 255;
    }
    return buffer;
  }

  function checkedSize(size) {
    if (typeof size !== 'number') {
      throw unfit('"size" argument', 'of type number', size);
    }
    if (!(size >= 0 && size <= 2 ** 30)) {
      const message = `The value of "size" is out of range. It must be >= 0 && <= 1073741824. Received ${size}`;
      throw withCode(new RangeError(message), 'ERR_OUT_OF_RANGE');
    }
    return size;
  }

  function checked(value, what) {
    if (!(value instanceof Bytes)) {
      throw unfit(what, 'an instance of Buffer or Uint8Array', value);
    }
    return value;
  }

  function compared(one, other) {
    const shared = Math.min(one.length, other.length);
    for (let index = 0; index < shared; index += 1) {
      if (one[index] !== other[index]) {
        return one[index] < other[index] ? -1 : 1;
      }
    }
    return Math.sign(one.length - other.length);
  }

  function written(offset, length, encoding, size) {
    if (typeof offset === 'string') {
      return [0, size, offset];
    }
    const at = offset ?? 0;
    const most = size - at;
    return typeof length === 'string' ? [at, most, length] : [at, Math.min(length ?? most, most), encoding];
  }

  // A character that does not fit is not written in part.
  function whole(bytes, text) {
    let end = bytes.length;
    if (end < utf8Encoder.encode(text.toWellFormed()).length) {
      while (end > 0 && textOfBytes(bytes.subarray(0, end), 'utf8').endsWith('\ufffd')) {
        end -= 1;
      }
    }
    return bytes.subarray(0, end);
  }

  function found(bytes, value, start, encoding, isLast) {
    const from = typeof start === 'string' ? undefined : start;
    const wanted = typeof value === 'number' ? Bytes.of(value & 255) : bytesOf(value, typeof start === 'string' ? start : encoding, '"value" argument');
    const most = bytes.length - wanted.length;
    let at = from === undefined || Number.isNaN(Number(from)) ? (isLast ? most : 0) : Math.trunc(from);
    at = at < 0 ? at + bytes.length : at;
    const step = isLast ? -1 : 1;
    for (let index = isLast ? Math.min(at, most) : Math.max(at, 0); index >= 0 && index <= most; index += step) {
      let length = 0;
      while (length < wanted.length && bytes[index + length] === wanted[length]) {
        length += 1;
      }
      if (length === wanted.length) {
        return index;
      }
    }
    return -1;
  }

  world.Buffer = Buffer;
  world.bytes = bytesOf;
  world.unfit = unfit;
  world.encode = (bytes, encoding) =>
    encoding === undefined || encoding === null || encoding === 'buffer' ? owned(bytes) : textOfBytes(bytes, encoding);
  world.modules.buffer = { Buffer, atob, btoa, kMaxLength: 2 ** 30, constants: { MAX_LENGTH: 2 ** 30 } };
  world.globals.Buffer = Buffer;
})();
