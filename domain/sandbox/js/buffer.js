// Buffer as Node's: bytes, made, joined, searched and compared. Encodings are in `codecs`, numbers in `buffer_numbers`.
// Leaves out pools, streams and transcoding.
(() => {
  'use strict';
  const world = __world;
  const { codecs, globals, outside, unfit } = world;
  const { bytesOf, bytesOfText, encodingOf, isEncoding, textOfBytes } = codecs;
  const Bytes = Uint8Array;
  const Binary = ArrayBuffer;
  const { isView } = ArrayBuffer;
  const MOST = 2 ** 32;
  const OF_BYTES = 'an instance of Buffer or Uint8Array';

  function checkedSize(size) {
    if (typeof size !== 'number') {
      throw unfit('"size" argument', 'of type number', size);
    }
    if (!(size >= 0 && size <= MOST)) {
      throw outside('size', `>= 0 && <= ${MOST}`, size);
    }
    return size;
  }

  function checked(value, what) {
    if (!(value instanceof Bytes)) {
      throw unfit(what, OF_BYTES, value);
    }
    return value;
  }

  // The class itself, which only `new` may call. Customers see `Buffer` below.
  class Held extends Uint8Array {
    get parent() {
      return this.buffer;
    }

    get offset() {
      return this.byteOffset;
    }

    toString(encoding, start, end) {
      const from = bound(start, 0, this.length);
      return textOfBytes(this.subarray(from, Math.max(from, bound(end, this.length, this.length))), encoding);
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
      const theirs = checked(other, '"target" argument').subarray(start, end);
      return compared(this.subarray(ownStart, ownEnd), theirs);
    }

    slice(start, end) {
      return this.subarray(start, end);
    }

    write(text, offset, length, encoding) {
      if (typeof text !== 'string') {
        throw unfit('"string" argument', 'of type string', text);
      }
      const [at, most, name] = placed(offset, length, encoding, this.length);
      const bytes = fitting(text, name, most);
      this.set(bytes, at);
      return bytes.length;
    }

    copy(target, targetStart = 0, start = 0, end = this.length) {
      checked(target, '"target" argument');
      const room = Math.max(0, target.length - targetStart);
      const part = this.subarray(start, Math.min(end, start + room));
      if (part.length > 0) {
        target.set(part, targetStart);
      }
      return part.length;
    }

    fill(value, offset, end, encoding) {
      if (typeof offset === 'string') {
        return this.fill(value, 0, this.length, offset);
      }
      if (typeof end === 'string') {
        return this.fill(value, offset, this.length, end);
      }
      if (typeof value === 'number' || typeof value === 'boolean') {
        return super.fill(Number(value) & 255, offset, end);
      }
      const pattern = bytesOf(value, encoding, '"value" argument');
      return pattern.length === 0 ? super.fill(0, offset, end) : repeated(this, pattern, offset ?? 0, end ?? this.length);
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

  const owned = (bytes) => new Held(bytes.buffer, bytes.byteOffset, bytes.length);

  function bound(given, usual, most) {
    const number = given === undefined ? usual : Math.trunc(given) || 0;
    return Math.min(most, Math.max(0, number));
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

  function placed(offset, length, encoding, size) {
    if (typeof offset === 'string') {
      return [0, size, offset];
    }
    const at = offset ?? 0;
    if (at > size || at < 0) {
      throw outside('offset', `>= 0 && <= ${size}`, at);
    }
    const most = size - at;
    return typeof length === 'string' ? [at, most, length] : [at, Math.min(length ?? most, most), encoding];
  }

  // A character that does not fit is not written in part.
  function fitting(text, name, most) {
    const bytes = bytesOfText(text, name);
    let end = Math.min(most, bytes.length);
    if (end < bytes.length && encodingOf(name) === 'utf8') {
      while (end > 0 && (bytes[end] & 0xc0) === 0x80) {
        end -= 1;
      }
    }
    return bytes.subarray(0, end);
  }

  function repeated(buffer, pattern, start, end) {
    for (let index = start; index < end; index += 1) {
      buffer[index] = pattern[(index - start) % pattern.length];
    }
    return buffer;
  }

  function wantedBytes(value, encoding) {
    if (typeof value === 'number') {
      return Bytes.of(value & 255);
    }
    if (typeof value !== 'string' && !(value instanceof Bytes)) {
      throw unfit('"value" argument', 'one of type number or string or an instance of Buffer or Uint8Array', value);
    }
    return bytesOf(value, encoding);
  }

  function startsAt(bytes, index, wanted) {
    let length = 0;
    while (length < wanted.length && bytes[index + length] === wanted[length]) {
      length += 1;
    }
    return length === wanted.length;
  }

  function found(bytes, value, start, encoding, isLast) {
    const isNamed = typeof start === 'string';
    const wanted = wantedBytes(value, isNamed ? start : encoding);
    const most = bytes.length - wanted.length;
    const given = isNamed || start === undefined ? NaN : Number(start);
    let at = Number.isNaN(given) ? (isLast ? most : 0) : Math.trunc(given);
    at = at < 0 ? at + bytes.length : at;
    const step = isLast ? -1 : 1;
    for (let index = isLast ? Math.min(at, most) : Math.max(at, 0); index >= 0 && index <= most; index += step) {
      if (startsAt(bytes, index, wanted)) {
        return index;
      }
    }
    return -1;
  }

  function copied(values) {
    const buffer = new Held(Math.max(0, Math.trunc(values.length) || 0));
    for (let index = 0; index < buffer.length; index += 1) {
      buffer[index] = Number(values[index]) & 255;
    }
    return buffer;
  }

  function ofObject(value, second, third) {
    const inner = value.valueOf?.();
    if (inner !== undefined && inner !== null && inner !== value) {
      return from(inner, second, third);
    }
    if (isView(value) || Array.isArray(value) || typeof value.length === 'number') {
      return copied(value);
    }
    if (value.type === 'Buffer' && Array.isArray(value.data)) {
      return copied(value.data);
    }
    const text = value[Symbol.toPrimitive]?.('string');
    return text === undefined ? undefined : from(text, second);
  }

  function from(value, second, third) {
    if (typeof value === 'string') {
      return owned(bytesOfText(value, second));
    }
    if (value instanceof Binary) {
      return new Held(value, second, third);
    }
    const made = typeof value === 'object' && value !== null ? ofObject(value, second, third) : undefined;
    if (made === undefined) {
      const wanted = 'of type string or an instance of Buffer, ArrayBuffer, or Array or an Array-like Object';
      throw unfit('first argument', wanted, value);
    }
    return made;
  }

  function alloc(size, fill, encoding) {
    const buffer = new Held(checkedSize(size));
    return fill === undefined ? buffer : buffer.fill(fill, encoding);
  }

  function concat(list, total) {
    if (!Array.isArray(list)) {
      throw unfit('"list" argument', 'an instance of Array', list);
    }
    list.forEach((one, index) => checked(one, `"list[${index}]" argument`));
    const joined = alloc(total ?? list.reduce((sum, one) => sum + one.length, 0));
    let at = 0;
    for (const one of list) {
      const part = one.length > joined.length - at ? one.subarray(0, joined.length - at) : one;
      joined.set(part, at);
      at += part.length;
    }
    return joined;
  }

  // By length alone where Node goes by it, whatever the text holds.
  function textLength(text, encoding) {
    switch (encoding) {
      case 'hex':
        return text.length >>> 1;
      case 'base64':
      case 'base64url':
        return ((text.length - /={0,2}$/.exec(text)[0].length) * 3) >>> 2;
      default:
        return bytesOfText(text, encoding).length;
    }
  }

  function byteLength(value, given) {
    if (typeof value === 'string') {
      return textLength(value, isEncoding(given) ? encodingOf(given) : 'utf8');
    }
    if (!isView(value) && !(value instanceof Binary)) {
      throw unfit('"string" argument', 'of type string or an instance of Buffer or ArrayBuffer', value);
    }
    return value.byteLength;
  }

  const compare = (one, other) => compared(checked(one, '"buf1" argument'), checked(other, '"buf2" argument'));

  // Old snippets call it, with and without `new`.
  function Buffer(value, second, third) {
    return typeof value === 'number' ? alloc(value) : from(value, second, third);
  }

  const allocUnsafe = (size) => alloc(size);
  const given = {
    from,
    of: (...values) => copied(values),
    alloc,
    allocUnsafe,
    allocUnsafeSlow: allocUnsafe,
    concat,
    compare,
    byteLength,
    isEncoding,
    isBuffer: (value) => value instanceof Held,
    poolSize: 8192,
  };
  for (const name of Object.keys(given)) {
    Object.defineProperty(Buffer, name, { value: given[name], writable: true, configurable: true });
  }
  Object.defineProperty(Buffer, Symbol.species, { get: () => Held });
  Object.setPrototypeOf(Buffer, Uint8Array);
  Buffer.prototype = Held.prototype;
  Object.defineProperty(Held.prototype, 'constructor', { value: Buffer, writable: true, configurable: true });

  function isUtf8(input) {
    try {
      new globals.TextDecoder('utf-8', { fatal: true }).decode(input);
      return true;
    } catch {
      return false;
    }
  }

  world.Buffer = Buffer;
  world.encode = (bytes, encoding) =>
    encoding === undefined || encoding === null || encoding === 'buffer' ? owned(bytes) : textOfBytes(bytes, encoding);
  world.modules.buffer = {
    Buffer,
    atob: globals.atob,
    btoa: globals.btoa,
    isAscii: (input) => owned(bytesOf(input)).every((byte) => byte < 128),
    isUtf8,
    transcode: (source, from, to) => Buffer.from(textOfBytes(source, encodingOf(from)), encodingOf(to)),
    kMaxLength: MOST,
    constants: { MAX_LENGTH: MOST },
  };
  world.globals.Buffer = Buffer;
})();
