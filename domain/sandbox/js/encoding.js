// Encodings that the engine knows itself, under the names that Node gives them.
// Leaves out Buffer's own encodings.
(() => {
  'use strict';
  const { modules, globals } = __world;
  const Encoder = globalThis.TextEncoder;
  const encoder = new Encoder();
  globals.TextDecoder = globalThis.TextDecoder;
  // the engine's refuses half of a surrogate pair, which Node replaces
  globals.TextEncoder = class TextEncoder extends Encoder {
    encode(text = '') {
      return encoder.encode(String(text).toWellFormed());
    }
  };
  globals.atob = globalThis.atob;
  globals.btoa = globalThis.btoa;
  modules.string_decoder = {
    StringDecoder: class StringDecoder {
      #decoder = new TextDecoder();
      write(bytes) {
        return this.#decoder.decode(bytes, { stream: true });
      }
      end(bytes) {
        return this.#decoder.decode(bytes ?? new Uint8Array(0));
      }
    },
  };
})();
