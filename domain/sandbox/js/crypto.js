// Node's crypto: digests, keyed digests, comparison in constant time, random values, and what its other parts share.
// Nothing is computed here but how pieces are put together: the host does it. Leaves out what has a file of its own:
// keys, signatures, ciphers, derivation, certificates, Web Crypto. Of the streams' interface it has what fits in one call: write, end, read and their events.
(() => {
  'use strict';
  const world = __world;
  const { call, bytes, encode, unfit, Buffer, modules, globals } = world;
  const { isView } = ArrayBuffer;
  const [Binary, Bytes] = [ArrayBuffer, Uint8Array];
  const settled = Promise.resolve();
  const MOST = 4 * 1024 * 1024; // bytes in one call of the host
  const QUOTA = 65536;
  const LARGEST = 2 ** 31 - 1;
  const WIDEST = 2 ** 48;
  const OF_KEYS = 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, DataView, KeyObject, or CryptoKey';

  // The host's words → Node's class of error, code, and words where they differ.
  const MEANT = {
    'Invalid digest': [TypeError, 'ERR_CRYPTO_INVALID_DIGEST'],
    'Unknown cipher': [Error, 'ERR_CRYPTO_UNKNOWN_CIPHER'],
    'Invalid initialization vector': [TypeError, 'ERR_CRYPTO_INVALID_IV'],
    'Invalid key length': [RangeError, 'ERR_CRYPTO_INVALID_KEYLEN'],
    'Invalid state': [Error, 'ERR_CRYPTO_INVALID_STATE'],
    'Invalid state for operation setAAD': [Error, 'ERR_CRYPTO_INVALID_STATE'],
    'Invalid EC curve name': [TypeError, 'ERR_CRYPTO_INVALID_CURVE'],
    'Invalid JWK data': [TypeError, 'ERR_CRYPTO_INVALID_JWK'],
    'Invalid JWK RSA key': [TypeError, 'ERR_CRYPTO_INVALID_JWK'],
    'Invalid JWK EC key': [TypeError, 'ERR_CRYPTO_INVALID_JWK'],
    'Passphrase required for encrypted key': [TypeError, 'ERR_MISSING_PASSPHRASE'],
    'DECODER routines::unsupported': [Error, 'ERR_OSSL_UNSUPPORTED', 'error:1E08010C:DECODER routines::unsupported'],
    'bad decrypt': [Error, 'ERR_OSSL_BAD_DECRYPT', 'error:1C800064:Provider routines::bad decrypt'],
    'wrong final block length': [Error, 'ERR_OSSL_WRONG_FINAL_BLOCK_LENGTH', 'error:1C80006B:Provider routines::wrong final block length'],
    'invalid digest': [Error, 'ERR_OSSL_INVALID_DIGEST', 'error:1C80007A:Provider routines::invalid digest'],
    'invalid padding mode': [Error, 'ERR_OSSL_INVALID_PADDING_MODE', 'error:1C8000A8:Provider routines::invalid padding mode'],
    'oaep decoding error': [Error, 'ERR_OSSL_RSA_OAEP_DECODING_ERROR', 'error:02000079:rsa routines::oaep decoding error'],
    'not XOF or invalid length': [Error, 'ERR_OSSL_EVP_NOT_XOF_OR_INVALID_LENGTH', 'error:030000B2:digital envelope routines::not XOF or invalid length'],
  };
  Object.setPrototypeOf(MEANT, null);

  function coded(error, code) {
    error.code = code;
    return error;
  }

  function asked(name, ...given) {
    try {
      return call(name, ...given);
    } catch (error) {
      const [Kind, code, message] = MEANT[error.message] ?? [];
      throw Kind === undefined ? error : coded(new Kind(message ?? error.message), code);
    }
  }

  const SPELLED = new Map();
  const HASHES = [];
  for (const [spelling, name] of call('digests')) {
    SPELLED.set(spelling.toLowerCase(), name);
    HASHES.push(spelling);
  }

  function invalidDigest(name) {
    return coded(new TypeError(`Invalid digest: ${name}`), 'ERR_CRYPTO_INVALID_DIGEST');
  }

  // The host's name of a digest; undefined when there is none.
  function spelled(name, what) {
    if (typeof name !== 'string') {
      throw unfit(`"${what}" argument`, 'of type string', name);
    }
    return SPELLED.get(name.toLowerCase());
  }

  function digestOf(name, what = 'digest') {
    const found = spelled(name, what);
    if (found === undefined) {
      throw invalidDigest(name);
    }
    return found;
  }

  function shown(made, encoding) {
    return encode(made, Buffer.isEncoding(encoding) ? encoding : undefined);
  }

  function whole(value, name, least, most) {
    if (typeof value !== 'number') {
      throw unfit(`"${name}" argument`, 'of type number', value);
    }
    if (!Number.isInteger(value) || value < least || value > most) {
      const range = Number.isInteger(value) ? `>= ${least} && <= ${most}` : 'an integer';
      throw outOfRange(name, `It must be ${range}`, value);
    }
    return value;
  }

  function outOfRange(name, range, value) {
    return coded(new RangeError(`The value of "${name}" is out of range. ${range}. Received ${value}`), 'ERR_OUT_OF_RANGE');
  }

  function functionOf(callback) {
    if (typeof callback !== 'function') {
      throw unfit('"callback" argument', 'of type function', callback);
    }
    return callback;
  }

  // Node's way with callbacks: wrong arguments throw at once, the result comes later.
  function later(callback, ...results) {
    settled.then(() => callback(null, ...results));
  }

  // What is to be digested or signed, in the parts it came in. Parts are copied: customers may reuse their buffers.
  class Parts {
    #held = [];
    #length = 0;

    add(data, encoding) {
      const part = bytes(data, encoding);
      this.#length += part.length;
      if (this.#length > MOST) {
        throw new RangeError('more than 4 MB cannot be hashed at once here');
      }
      this.#held.push(typeof data === 'string' ? part : new Bytes(part));
    }

    copy() {
      const parts = new Parts();
      parts.#held = [...this.#held];
      parts.#length = this.#length;
      return parts;
    }

    all() {
      if (this.#held.length === 1) {
        return this.#held[0];
      }
      const joined = new Bytes(this.#length);
      let at = 0;
      for (const part of this.#held) {
        joined.set(part, at);
        at += part.length;
      }
      this.#held = [joined];
      return joined;
    }
  }

  const isCallback = (value) => typeof value === 'function';

  // A stream as far as digests are used as one; `update` and `digest` are the subclass's. Callbacks and events come a
  // moment later, as in Node; what was made can be read once.
  class Written extends modules.events {
    #encoding;
    #made = null;

    setEncoding(encoding) {
      this.#encoding = encoding;
      return this;
    }

    read() {
      const made = this.#made;
      this.#made = null;
      return made;
    }

    write(data, ...rest) {
      this.update(data, isCallback(rest[0]) ? undefined : rest[0]);
      settled.then(rest.find(isCallback));
      return true;
    }

    end(...given) {
      const [data, encoding] = given.filter((one) => !isCallback(one));
      if (data !== undefined && data !== null) {
        this.update(data, encoding);
      }
      this.#made = this.digest?.(this.#encoding) ?? null;
      settled.then(() => this.#tell(given.find(isCallback)));
      return this;
    }

    #tell(callback) {
      this.emit('finish');
      callback?.();
      if (this.#made !== null) {
        this.emit('readable');
      }
      if (this.listenerCount('data') > 0 && this.#made !== null) {
        this.emit('data', this.read());
      }
      this.emit('end');
    }
  }

  const finalized = () => coded(new Error('Digest already called'), 'ERR_CRYPTO_HASH_FINALIZED');

  class Hash extends Written {
    #name;
    #length;
    #parts = new Parts();
    #isDone = false;

    constructor(algorithm, options) {
      super();
      this.#name = spelled(algorithm, 'algorithm');
      if (this.#name === undefined) {
        throw new Error('Digest method not supported');
      }
      const length = options?.outputLength;
      this.#length = length === undefined ? undefined : whole(length, 'options.outputLength', 0, LARGEST);
    }

    update(data, encoding) {
      if (this.#isDone) {
        throw finalized();
      }
      this.#parts.add(data, encoding);
      return this;
    }

    digest(encoding) {
      if (this.#isDone) {
        throw finalized();
      }
      this.#isDone = true;
      return shown(asked('digest', this.#name, this.#parts.all(), this.#length), encoding);
    }

    copy(options) {
      if (this.#isDone) {
        throw finalized();
      }
      const other = new Hash(this.#name.replace('_', '-').replace('shake-', 'shake').replace(/^blake2b$/, 'blake2b512').replace(/^blake2s$/, 'blake2s256'), options ?? { outputLength: this.#length });
      other.#parts = this.#parts.copy();
      return other;
    }
  }

  class Hmac extends Written {
    #name;
    #key;
    #parts = new Parts();
    #isDone = false;

    constructor(algorithm, key, options) {
      super();
      if (typeof algorithm !== 'string') {
        throw unfit('"hmac" argument', 'of type string', algorithm);
      }
      this.#key = new Bytes(inner.secretOf(key, options?.encoding));
      this.#name = digestOf(algorithm);
    }

    update(data, encoding) {
      if (this.#isDone) {
        throw finalized();
      }
      this.#parts.add(data, encoding);
      return this;
    }

    // A second digest is empty, as Node's is.
    digest(encoding) {
      const made = this.#isDone ? new Bytes(0) : asked('hmac', this.#name, this.#key, this.#parts.all());
      this.#isDone = true;
      return shown(made, encoding);
    }
  }

  function viewed(value, name) {
    if (!isView(value) && !(value instanceof Binary)) {
      const message = `The "${name}" argument must be an instance of ArrayBuffer, Buffer, TypedArray, or DataView.`;
      throw coded(new TypeError(message), 'ERR_INVALID_ARG_TYPE');
    }
    return bytes(value);
  }

  function timingSafeEqual(one, other) {
    const [left, right] = [viewed(one, 'buf1'), viewed(other, 'buf2')];
    if (left.length !== right.length) {
      throw coded(new RangeError('Input buffers must have the same byte length'), 'ERR_CRYPTO_TIMING_SAFE_EQUAL_LENGTH');
    }
    return call('equal', left, right);
  }

  function hash(algorithm, data, encoding = 'hex') {
    const name = spelled(algorithm, 'algorithm');
    if (name === undefined) {
      throw invalidDigest(algorithm);
    }
    return shown(asked('digest', name, bytes(data)), encoding);
  }

  function randomBytes(size, callback) {
    const made = encode(call('random_bytes', whole(size, 'size', 0, LARGEST)));
    if (callback === undefined) {
      return made;
    }
    return later(functionOf(callback), made);
  }

  function randomFillSync(buffer, offset = 0, size = undefined) {
    const into = viewed(buffer, 'buf');
    const from = whole(offset, 'offset', 0, into.length);
    const count = whole(size ?? into.length - from, 'size', 0, into.length - from);
    into.set(call('random_bytes', count), from);
    return buffer;
  }

  function randomFill(buffer, ...rest) {
    const callback = functionOf(rest.pop());
    later(callback, randomFillSync(buffer, ...rest));
  }

  function safe(value, name) {
    if (!Number.isSafeInteger(value)) {
      throw unfit(`"${name}" argument`, 'a safe integer', value);
    }
    return value;
  }

  function below(range) {
    for (;;) {
      const drawn = call('random_bytes', 6).reduce((number, byte) => number * 256 + byte, 0);
      if (drawn < WIDEST - (WIDEST % range)) {
        return drawn % range;
      }
    }
  }

  function randomInt(min, max, callback) {
    if (max === undefined || typeof max === 'function') {
      return randomInt(0, min, max);
    }
    const range = safe(max, 'max') - safe(min, 'min');
    if (range <= 0) {
      throw outOfRange('max', `It must be greater than the value of "min" (${min})`, max);
    }
    if (range >= WIDEST) {
      throw outOfRange('max - min', `It must be <= ${WIDEST - 1}`, range);
    }
    const made = min + below(range);
    return callback === undefined ? made : later(functionOf(callback), made);
  }

  function randomUUID() {
    const drawn = call('random_bytes', 16);
    drawn[6] = (drawn[6] & 15) | 64;
    drawn[8] = (drawn[8] & 63) | 128;
    return encode(drawn, 'hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  function getRandomValues(array) {
    if (!isView(array) || !/^(?:Big)?(?:Ui|I)nt/.test(array[Symbol.toStringTag])) {
      throw new DOMException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
    }
    if (array.byteLength > QUOTA) {
      throw new DOMException('The requested length exceeds 65,536 bytes', 'QuotaExceededError');
    }
    return randomFillSync(array);
  }

  const constants = {
    RSA_PKCS1_PADDING: 1, RSA_NO_PADDING: 3, RSA_PKCS1_OAEP_PADDING: 4, RSA_X931_PADDING: 5, RSA_PKCS1_PSS_PADDING: 6,
    RSA_PSS_SALTLEN_DIGEST: -1, RSA_PSS_SALTLEN_MAX_SIGN: -2, RSA_PSS_SALTLEN_AUTO: -2,
    POINT_CONVERSION_COMPRESSED: 2, POINT_CONVERSION_UNCOMPRESSED: 4, POINT_CONVERSION_HYBRID: 6,
  };
  const crypto = {
    Hash, Hmac, hash, timingSafeEqual, constants, randomBytes, randomFill, randomFillSync, randomInt, randomUUID, getRandomValues,
    createHash: (algorithm, options) => new Hash(algorithm, options),
    createHmac: (algorithm, key, options) => new Hmac(algorithm, key, options),
    getHashes: () => [...HASHES],
    getFips: () => 0,
  };
  const absent = ['createECDH', 'createDiffieHellman', 'createDiffieHellmanGroup', 'getDiffieHellman', 'diffieHellman', 'privateEncrypt', 'publicDecrypt', 'generatePrime', 'generatePrimeSync', 'checkPrime', 'checkPrimeSync'];
  for (const name of absent) {
    crypto[name] = () => {
      throw new Error(`crypto.${name} is not available in custom code`);
    };
  }

  const inner = { asked, coded, digestOf, spelled, whole, functionOf, later, viewed, shown, Parts, Written, OF_KEYS, crypto, secretOf: undefined };
  world.crypto = inner;
  modules.crypto = crypto;
  globals.crypto = crypto;
})();
