// Node's Cipheriv and Decipheriv: AES in CBC, CTR, ECB and GCM, and triple DES; text that comes out in parts.
// The host holds the state of each. Leaves out the streams' interface, and ciphers without an initialization vector's name.
(() => {
  'use strict';
  const world = __world;
  const { call, bytes, encode, unfit, Buffer } = world;
  const inner = world.crypto;
  const { asked, coded, whole, crypto } = inner;
  const Bytes = Uint8Array;
  const CIPHERS = new Map(Object.entries(call('ciphers')));
  const TAGS = new Set([4, 8, 12, 13, 14, 15, 16]);
  const TAG = 16;
  const GROUPS = { base64: 3, base64url: 3, utf16le: 2, ucs2: 2, 'ucs-2': 2, 'utf-16le': 2, __proto__: null };

  const wrongState = (name) => coded(new Error(`Invalid state for operation ${name}`), 'ERR_CRYPTO_INVALID_STATE');
  const wrongIv = () => coded(new TypeError('Invalid initialization vector'), 'ERR_CRYPTO_INVALID_IV');

  function known(name) {
    if (typeof name !== 'string') {
      throw unfit('"cipher" argument', 'of type string', name);
    }
    const found = CIPHERS.get(name.toLowerCase());
    if (found === undefined) {
      throw coded(new Error('Unknown cipher'), 'ERR_CRYPTO_UNKNOWN_CIPHER');
    }
    return found;
  }

  function vector(iv, length) {
    const taken = iv === null ? new Bytes(0) : bytes(iv, undefined, '"iv" argument');
    if (length === null ? taken.length === 0 : taken.length !== length) {
      throw wrongIv();
    }
    return taken;
  }

  function tagLength(length) {
    if (!TAGS.has(length)) {
      throw coded(new TypeError(`Invalid authentication tag length: ${length}`), 'ERR_CRYPTO_INVALID_AUTH_TAG');
    }
    return length;
  }

  // How many bytes at the end make no whole character yet.
  function unfinished(part, encoding) {
    const name = String(encoding).toLowerCase();
    if (name in GROUPS) {
      return part.length % GROUPS[name];
    }
    if (name !== 'utf8' && name !== 'utf-8') {
      return 0;
    }
    for (let back = 1; back <= Math.min(3, part.length); back += 1) {
      const byte = part[part.length - back];
      if ((byte & 0xc0) !== 0x80) {
        const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1;
        return needed > back ? back : 0;
      }
    }
    return 0;
  }

  function joined(one, other) {
    const both = new Bytes(one.length + other.length);
    both.set(one);
    both.set(other, one.length);
    return both;
  }

  class Streamed {
    #number;
    #mode;
    #encrypts;
    #kept = new Bytes(0);
    #tag = null;
    #tagLength;
    #isDone = false;

    constructor(encrypts, [name, key, iv, options]) {
      const [keyLength, ivLength, mode] = known(name);
      const secret = inner.secretOf(key, options?.encoding);
      const start = vector(iv, ivLength);
      if (secret.length !== keyLength) {
        throw coded(new RangeError('Invalid key length'), 'ERR_CRYPTO_INVALID_KEYLEN');
      }
      const length = options?.authTagLength;
      this.#tagLength = length === undefined || mode !== 'gcm' ? undefined : tagLength(length);
      this.#mode = mode;
      this.#encrypts = encrypts;
      this.#number = asked('cipher_open', name.toLowerCase(), encrypts, secret, start);
    }

    #shown(made, encoding, isLast) {
      if (!Buffer.isEncoding(encoding)) {
        return encode(made);
      }
      const all = this.#kept.length === 0 ? made : joined(this.#kept, made);
      const whole = all.length - (isLast ? 0 : unfinished(all, encoding));
      this.#kept = all.slice(whole);
      return encode(all.subarray(0, whole), encoding);
    }

    update(data, inputEncoding, outputEncoding) {
      const taken = bytes(data, inputEncoding);
      if (this.#isDone) {
        throw new Error('Trying to add data in unsupported state');
      }
      return this.#shown(asked('cipher_feed', this.#number, taken), outputEncoding, false);
    }

    final(outputEncoding) {
      if (this.#isDone) {
        throw coded(new Error('Invalid state'), 'ERR_CRYPTO_INVALID_STATE');
      }
      this.#isDone = true;
      const [rest, tag] = asked('cipher_finish', this.#number, this.#encrypts ? null : this.#tag);
      this.#tag = tag ?? this.#tag;
      return this.#shown(rest, outputEncoding, true);
    }

    setAutoPadding(pads = true) {
      if (this.#isDone) {
        throw wrongState('setAutoPadding');
      }
      if (!pads) {
        asked('cipher_without_padding', this.#number);
      }
      return this;
    }

    setAAD(data, options) {
      if (this.#isDone || this.#mode !== 'gcm') {
        throw wrongState('setAAD');
      }
      asked('cipher_associate', this.#number, bytes(data, options?.encoding));
      return this;
    }

    static tagOf(one) {
      if (!one.#isDone || one.#mode !== 'gcm' || !one.#encrypts) {
        throw wrongState('getAuthTag');
      }
      return encode(one.#tag.slice(0, one.#tagLength ?? TAG));
    }

    static give(one, tag, encoding) {
      const taken = bytes(tag, encoding, '"buffer" argument');
      if (one.#isDone || one.#mode !== 'gcm' || one.#tag !== null) {
        throw wrongState('setAuthTag');
      }
      tagLength(taken.length);
      if (one.#tagLength !== undefined && one.#tagLength !== taken.length) {
        tagLength(-taken.length);
      }
      one.#tag = new Bytes(taken);
    }
  }
  const { tagOf, give } = Streamed;

  class Cipheriv extends Streamed {
    constructor(...given) {
      super(true, given);
    }

    getAuthTag() {
      return tagOf(this);
    }
  }

  class Decipheriv extends Streamed {
    constructor(...given) {
      super(false, given);
    }

    setAuthTag(tag, encoding) {
      give(this, tag, encoding);
      return this;
    }
  }

  function getCipherInfo(name) {
    const found = typeof name === 'string' ? CIPHERS.get(name.toLowerCase()) : undefined;
    if (found === undefined) {
      return undefined;
    }
    const [keyLength, ivLength, mode, blockSize] = found;
    const info = { mode, name: name.toLowerCase(), keyLength };
    if (blockSize > 1) {
      info.blockSize = blockSize;
    }
    if (ivLength !== 0) {
      info.ivLength = ivLength ?? 12;
    }
    return info;
  }

  // All of it at once. Throws when a tag or padding is wrong.
  inner.ciphered = (name, encrypts, key, iv, data, { tag = null, associated } = {}) => {
    const number = asked('cipher_open', name, encrypts, key, iv);
    if (associated !== undefined && associated.length > 0) {
      asked('cipher_associate', number, associated);
    }
    const start = asked('cipher_feed', number, data);
    const [rest, made] = asked('cipher_finish', number, tag);
    return [joined(start, rest), made];
  };
  Object.assign(crypto, {
    Cipheriv,
    Decipheriv,
    createCipheriv: (...given) => new Cipheriv(...given),
    createDecipheriv: (...given) => new Decipheriv(...given),
    getCiphers: () => [...CIPHERS.keys()].sort(),
    getCipherInfo,
  });
})();
