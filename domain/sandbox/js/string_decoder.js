// The module `string_decoder`: bytes that come in pieces as text, each character whole. Leaves out nothing but old names.
(() => {
  'use strict';
  const { codecs, globals, modules, Buffer } = __world;
  const { encodingOf, textOfBytes } = codecs;
  const GROUPS = { base64: 3, base64url: 3, utf16le: 2 };

  class StringDecoder {
    #held = Buffer.alloc(0);
    #decoder = new globals.TextDecoder('utf-8', { ignoreBOM: true });

    constructor(encoding) {
      this.encoding = encodingOf(encoding);
    }

    write(given) {
      if (typeof given === 'string') {
        return given;
      }
      if (this.encoding === 'utf8') {
        return this.#decoder.decode(given, { stream: true });
      }
      const bytes = Buffer.concat([this.#held, given]);
      const end = bytes.length - (bytes.length % (GROUPS[this.encoding] ?? 1));
      this.#held = bytes.subarray(end);
      return textOfBytes(bytes.subarray(0, end), this.encoding);
    }

    end(given) {
      const text = given === undefined ? '' : this.write(given);
      const rest = this.encoding === 'utf8' ? this.#decoder.decode() : textOfBytes(this.#held, this.encoding);
      this.#held = Buffer.alloc(0);
      return text + rest;
    }
  }

  modules.string_decoder = { StringDecoder };
})();
