// Node's createCipheriv and createDecipheriv for AES. What update is given comes out at final, all at once.
(() => {
  'use strict';
  const world = __world;
  const { call, bytes, encode, coded, Gathered } = world;
  const crypto = world.modules.crypto;
  const NAMES = ['cbc', 'ctr', 'ecb', 'gcm'].flatMap((mode) => [128, 192, 256].map((bits) => `aes-${bits}-${mode}`));

  class Cipher {
    #gathered = new Gathered();
    #name;
    #key;
    #iv;
    #isSealing;
    #aad = new Uint8Array(0);
    #tag = new Uint8Array(0);
    #hasPadding = true;

    constructor(name, key, iv, isSealing) {
      this.#name = String(name);
      this.#key = world.secretOf(key);
      this.#iv = iv === null || iv === undefined ? new Uint8Array(0) : bytes(iv).slice();
      this.#isSealing = isSealing;
      call('encrypt', this.#name, this.#key, this.#iv, new Uint8Array(0), this.#aad, true);
    }

    update(data, inputEncoding, outputEncoding) {
      this.#gathered.update(data, inputEncoding);
      return encode(new Uint8Array(0), outputEncoding);
    }

    final(outputEncoding) {
      const data = this.#gathered.gather();
      if (!this.#isSealing) {
        return encode(call('decrypt', this.#name, this.#key, this.#iv, data, this.#aad, this.#tag, this.#hasPadding), outputEncoding);
      }
      const [sealed, tag] = call('encrypt', this.#name, this.#key, this.#iv, data, this.#aad, this.#hasPadding);
      this.#tag = tag;
      return encode(sealed, outputEncoding);
    }

    setAutoPadding(hasPadding = true) {
      this.#hasPadding = Boolean(hasPadding);
      return this;
    }

    setAAD(data) {
      this.#aad = bytes(data).slice();
      return this;
    }

    setAuthTag(tag, encoding) {
      this.#tag = bytes(tag, encoding).slice();
      return this;
    }

    getAuthTag() {
      if (!this.#isSealing || this.#tag.length === 0) {
        throw coded(new Error('Invalid state for operation getAuthTag'), 'ERR_CRYPTO_INVALID_STATE');
      }
      return encode(this.#tag);
    }
  }

  crypto.createCipheriv = (name, key, iv) => new Cipher(name, key, iv, true);
  crypto.createDecipheriv = (name, key, iv) => new Cipher(name, key, iv, false);
  crypto.getCiphers = () => [...NAMES];
})();
