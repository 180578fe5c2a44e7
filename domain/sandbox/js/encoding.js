// The standard's TextEncoder, TextDecoder, atob and btoa, as Node has them. The engine's own know UTF-8 only and no
// options. Leaves out the encodings of old web pages: UTF-8, UTF-16LE and windows-1252 are there.
(() => {
  'use strict';
  const world = __world;
  const { coded, globals, missing } = world;
  const { bytesOfText, textOfBytes } = world.codecs;
  const Bytes = Uint8Array;
  const { isView } = ArrayBuffer;
  const Binary = ArrayBuffer;
  const MARK = '\ufeff';
  // what windows-1252 has where Latin-1 has control characters
  const UPPER = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ';
  const LABELS = new Map([
    ...['utf-8', 'utf8', 'unicode-1-1-utf-8'].map((label) => [label, 'utf-8']),
    ...['utf-16le', 'utf-16', 'ucs-2', 'unicode'].map((label) => [label, 'utf-16le']),
    ...['windows-1252', 'latin1', 'iso-8859-1', 'iso8859-1', 'ascii', 'us-ascii', 'cp1252'].map((label) => [label, 'windows-1252']),
  ]);

  globals.TextEncoder = class TextEncoder {
    get encoding() {
      return 'utf-8';
    }

    encode(text = '') {
      return bytesOfText(`${text}`, 'utf8');
    }

    // Whole characters only.
    encodeInto(text, target) {
      let [read, written] = [0, 0];
      for (const char of `${text}`) {
        const bytes = bytesOfText(char, 'utf8');
        if (written + bytes.length > target.length) {
          break;
        }
        target.set(bytes, written);
        read += char.length;
        written += bytes.length;
      }
      return { read, written };
    }
  };

  // How many bytes at the end are the beginning of a character.
  function begun(bytes) {
    for (let count = 1; count <= 3 && count <= bytes.length; count += 1) {
      const byte = bytes[bytes.length - count];
      if (byte >= 0xc0) {
        const width = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
        return width > count ? count : 0;
      }
      if (byte < 0x80) {
        return 0;
      }
    }
    return 0;
  }

  function isExact(text, bytes) {
    const again = bytesOfText(text, 'utf8');
    return again.length === bytes.length && again.every((byte, index) => byte === bytes[index]);
  }

  function fault(encoding) {
    const message = `The encoded data was not valid for encoding ${encoding}`;
    return coded(new TypeError(message), 'ERR_ENCODING_INVALID_ENCODED_DATA');
  }

  const READERS = {
    'utf-8'(bytes, isFatal) {
      const text = textOfBytes(bytes, 'utf8');
      if (isFatal && text.includes('\ufffd') && !isExact(text, bytes)) {
        throw fault('utf-8');
      }
      return text;
    },
    'utf-16le'(bytes, isFatal) {
      const text = textOfBytes(bytes, 'utf16le') + (bytes.length % 2 === 1 ? '\ufffd' : '');
      if (isFatal && (bytes.length % 2 === 1 || !text.isWellFormed())) {
        throw fault('utf-16le');
      }
      return text.toWellFormed();
    },
    'windows-1252': (bytes) => textOfBytes(bytes, 'latin1').replace(/[\x80-\x9f]/g, (char) => UPPER[char.charCodeAt(0) - 128]),
  };

  function bytesOf(input) {
    if (isView(input)) {
      return new Bytes(input.buffer, input.byteOffset, input.byteLength);
    }
    if (input instanceof Binary) {
      return new Bytes(input);
    }
    const message = 'The "list" argument must be an instance of SharedArrayBuffer, ArrayBuffer or ArrayBufferView.';
    throw coded(new TypeError(message), 'ERR_INVALID_ARG_TYPE');
  }

  function together(one, other) {
    const all = new Bytes(one.length + other.length);
    all.set(one);
    all.set(other, one.length);
    return all;
  }

  globals.TextDecoder = class TextDecoder {
    #encoding;
    #options;
    #held = new Bytes(0);
    #isBegun = false;

    constructor(label = 'utf-8', options = {}) {
      this.#encoding = LABELS.get(`${label}`.trim().toLowerCase());
      if (this.#encoding === undefined) {
        throw coded(new RangeError(`The "${label}" encoding is not supported`), 'ERR_ENCODING_NOT_SUPPORTED');
      }
      this.#options = { fatal: Boolean(options?.fatal), ignoreBOM: Boolean(options?.ignoreBOM) };
    }

    get encoding() {
      return this.#encoding;
    }

    get fatal() {
      return this.#options.fatal;
    }

    get ignoreBOM() {
      return this.#options.ignoreBOM;
    }

    decode(input = new Bytes(0), options = {}) {
      const isMore = Boolean(options?.stream);
      const all = together(this.#held, bytesOf(input));
      const kept = isMore ? this.#kept(all) : 0;
      this.#held = all.slice(all.length - kept);
      const text = READERS[this.#encoding](all.subarray(0, all.length - kept), this.fatal);
      const isFirst = !this.#isBegun && text !== '';
      this.#isBegun = isMore && (this.#isBegun || text !== '');
      return isFirst && !this.ignoreBOM && text[0] === MARK ? text.slice(1) : text;
    }

    #kept(bytes) {
      return this.#encoding === 'utf-8' ? begun(bytes) : this.#encoding === 'utf-16le' ? bytes.length % 2 : 0;
    }
  };

  const refused = (message) => new DOMException(message, 'InvalidCharacterError');

  globals.atob = function atob(input) {
    if (arguments.length === 0) {
      throw missing('"input" argument');
    }
    const given = `${input}`.replace(/[\t\n\f\r ]/g, '');
    const text = given.length % 4 === 0 ? given.replace(/={1,2}$/, '') : given;
    if (/[^A-Za-z0-9+/]/.test(text)) {
      throw refused('Invalid character');
    }
    if (text.length % 4 === 1) {
      throw refused('The string to be decoded is not correctly encoded.');
    }
    return textOfBytes(bytesOfText(text, 'base64'), 'latin1');
  };

  globals.btoa = function btoa(input) {
    if (arguments.length === 0) {
      throw missing('"input" argument');
    }
    if (/[^\0-\xff]/.test(`${input}`)) {
      throw refused('Invalid character');
    }
    return textOfBytes(bytesOfText(`${input}`, 'latin1'), 'base64');
  };
})();
