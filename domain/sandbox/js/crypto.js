// Node's crypto: digests, HMAC, randomness, comparing, key derivation. The host computes; here are Node's shapes.
// Keys and signatures are in `crypto_keys`, ciphers in `crypto_ciphers`.
(() => {
  'use strict';
  const world = __world;
  const { call, bytes, encode, Buffer, unfit } = world;
  const DIGESTS = ['md5', 'ripemd160', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha512-224', 'sha512-256', 'sha3-224', 'sha3-256', 'sha3-384', 'sha3-512'];
  const MOST_AT_ONCE = 65536;

  function coded(error, code) {
    error.code = code;
    return error;
  }

  // What several calls of update gave, as one.
  class Gathered {
    #parts = [];
    #isDone = false;

    update(data, encoding) {
      this.#mustBeOpen();
      this.#parts.push(bytes(data, encoding).slice());
      return this;
    }

    gather() {
      this.#mustBeOpen();
      this.#isDone = true;
      return this.#parts.length === 1 ? this.#parts[0] : new Uint8Array(Buffer.concat(this.#parts));
    }

    copyTo(other) {
      this.#mustBeOpen();
      for (const part of this.#parts) {
        other.update(part);
      }
      return other;
    }

    #mustBeOpen() {
      if (this.#isDone) {
        throw coded(new Error('Digest already called'), 'ERR_CRYPTO_HASH_FINALIZED');
      }
    }
  }

  class Hash {
    #gathered = new Gathered();
    #algorithm;

    constructor(algorithm) {
      if (typeof algorithm !== 'string') {
        throw unfit('"algorithm" argument', 'of type string', algorithm);
      }
      call('digest', algorithm, new Uint8Array(0));
      this.#algorithm = algorithm;
    }

    update(data, encoding) {
      this.#gathered.update(data, encoding);
      return this;
    }

    digest(encoding) {
      return encode(call('digest', this.#algorithm, this.#gathered.gather()), encoding);
    }

    copy() {
      const other = new Hash(this.#algorithm);
      this.#gathered.copyTo(other);
      return other;
    }
  }

  class Hmac {
    #gathered = new Gathered();
    #algorithm;
    #key;

    constructor(algorithm, key) {
      if (typeof algorithm !== 'string') {
        throw unfit('"hmac" argument', 'of type string', algorithm);
      }
      this.#key = world.secretOf(key);
      call('mac', algorithm, this.#key, new Uint8Array(0));
      this.#algorithm = algorithm;
    }

    update(data, encoding) {
      this.#gathered.update(data, encoding);
      return this;
    }

    digest(encoding) {
      return encode(call('mac', this.#algorithm, this.#key, this.#gathered.gather()), encoding);
    }
  }

  // A secret as text, bytes or a KeyObject.
  world.secretOf = (key) => {
    const found = world.secretOfObject?.(key);
    return found ?? bytes(key, undefined, '"key" argument').slice();
  };

  function timingSafeEqual(one, other) {
    for (const [name, value] of [['buf1', one], ['buf2', other]]) {
      if (!ArrayBuffer.isView(value) && !(value instanceof ArrayBuffer)) {
        throw unfit(`"${name}" argument`, 'an instance of ArrayBuffer, Buffer, TypedArray, or DataView', value);
      }
    }
    const [left, right] = [bytes(one), bytes(other)];
    if (left.length !== right.length) {
      throw coded(new RangeError('Input buffers must have the same byte length'), 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH');
    }
    return call('same', left.slice(), right.slice());
  }

  function randomBytes(size, callback) {
    const found = encode(call('random_bytes', size));
    return callback === undefined ? found : world.later(callback, found);
  }

  function getRandomValues(target) {
    const view = new Uint8Array(target.buffer, target.byteOffset, target.byteLength);
    for (let start = 0; start < view.length; start += MOST_AT_ONCE) {
      view.set(call('random_bytes', Math.min(MOST_AT_ONCE, view.length - start)), start);
    }
    return target;
  }

  function randomUUID() {
    const random = call('random_bytes', 16);
    random[6] = (random[6] & 15) | 64;
    random[8] = (random[8] & 63) | 128;
    return encode(random, 'hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  function randomInt(least, end, callback) {
    if (typeof end !== 'number') {
      return randomInt(0, least, end);
    }
    const range = end - least;
    if (!Number.isSafeInteger(range) || range <= 0) {
      throw coded(new RangeError(`The value of "max" is out of range. It must be greater than the value of "min" (${least}). Received ${end}`), 'ERR_OUT_OF_RANGE');
    }
    const limit = 2 ** 48 - (2 ** 48 % range);
    let value = limit;
    while (value >= limit) {
      value = encode(call('random_bytes', 6)).readUIntBE(0, 6);
    }
    const found = least + (value % range);
    return callback === undefined ? found : world.later(callback, found);
  }

  // Node's callback style, without threads.
  world.later = (callback, value) => {
    queueMicrotask(() => callback(null, value));
  };
  world.withCallback = (sync) => (...given) => {
    const callback = given.pop();
    let found;
    try {
      found = sync(...given);
    } catch (error) {
      queueMicrotask(() => callback(error));
      return;
    }
    world.later(callback, found);
  };

  const pbkdf2Sync = (password, salt, iterations, length, digest) =>
    encode(call('pbkdf2', bytes(password).slice(), bytes(salt).slice(), iterations, length, digest));
  const scryptSync = (password, salt, length, options = {}) =>
    encode(call('scrypt', bytes(password).slice(), bytes(salt).slice(), length, options.N ?? options.cost ?? 16384, options.r ?? options.blockSize ?? 8, options.p ?? options.parallelization ?? 1));
  const hkdfSync = (digest, key, salt, info, length) => {
    const found = call('hkdf', digest, world.secretOf(key), bytes(salt).slice(), bytes(info).slice(), length);
    return found.buffer.slice(found.byteOffset, found.byteOffset + found.byteLength);
  };

  world.modules.crypto = {
    createHash: (algorithm) => new Hash(algorithm),
    createHmac: (algorithm, key) => new Hmac(algorithm, key),
    hash: (algorithm, data, encoding = 'hex') => new Hash(algorithm).update(data).digest(encoding),
    Hash,
    Hmac,
    getHashes: () => [...DIGESTS, ...DIGESTS.slice(2, 7).map((name) => `RSA-${name.toUpperCase()}`)],
    timingSafeEqual,
    randomBytes,
    pseudoRandomBytes: randomBytes,
    randomUUID,
    randomInt,
    randomFillSync: getRandomValues,
    getRandomValues,
    pbkdf2Sync,
    pbkdf2: world.withCallback(pbkdf2Sync),
    scryptSync,
    scrypt: world.withCallback(scryptSync),
    hkdfSync,
    hkdf: world.withCallback(hkdfSync),
    constants: {
      RSA_PKCS1_PADDING: 1,
      RSA_PKCS1_PSS_PADDING: 6,
      RSA_PSS_SALTLEN_DIGEST: -1,
      RSA_PSS_SALTLEN_MAX_SIGN: -2,
      RSA_PSS_SALTLEN_AUTO: -2,
    },
  };
  world.Gathered = Gathered;
  world.coded = coded;
  world.globals.crypto = world.modules.crypto;
})();
