// Node's Sign and Verify, the two functions of the same names, and encryption by RSA keys.
// Leaves out reading the keys, and the signatures themselves: the host makes and judges them.
(() => {
  'use strict';
  const world = __world;
  const { bytes, unfit } = world;
  const { asked, coded, digestOf, functionOf, later, shown, Parts, Written, halfOf, handleOf, crypto } = world.crypto;
  const Binary = ArrayBuffer;
  const ENCODINGS = ['der', 'ieee-p1363'];
  const OF_SIGNATURES = 'of type string or an instance of ArrayBuffer, Buffer, TypedArray, or DataView';

  // How a key is to be used: from the object around it, when there is one.
  function optionsOf(key) {
    const isPlain = key !== null && typeof key === 'object' && handleOf(key) === undefined && !Binary.isView(key);
    const { padding, saltLength, dsaEncoding } = isPlain ? key : {};
    if (dsaEncoding !== undefined && !ENCODINGS.includes(dsaEncoding)) {
      throw coded(new TypeError(`The property 'options.dsaEncoding' is invalid. Received '${dsaEncoding}'`), 'ERR_INVALID_ARG_VALUE');
    }
    return { padding, saltLength, dsaEncoding };
  }

  function schemeOf(handle, { padding, dsaEncoding }) {
    return handle.kind === 'ec' ? (dsaEncoding ?? null) : (padding ?? null);
  }

  function signed(digest, data, key) {
    const options = optionsOf(key);
    const handle = halfOf(key, 'private');
    return asked('sign', handle.der, digest, data, schemeOf(handle, options), options.saltLength ?? null);
  }

  function verified(digest, data, key, signature) {
    const options = optionsOf(key);
    const handle = halfOf(key, 'public');
    return asked('verify', handle.der, digest, data, signature, schemeOf(handle, options), options.saltLength ?? null);
  }

  function signatureOf(value, encoding) {
    if (typeof value !== 'string' && !Binary.isView(value) && !(value instanceof Binary)) {
      throw unfit('"signature" argument', OF_SIGNATURES, value);
    }
    return bytes(value, encoding);
  }

  // Keys that digest by themselves are for the functions, not for the objects.
  function streamed(key, wanted) {
    const { kind } = halfOf(key, wanted);
    if (kind !== 'rsa' && kind !== 'ec') {
      throw coded(new Error('Unsupported crypto operation'), 'ERR_CRYPTO_UNSUPPORTED_OPERATION');
    }
  }

  class Gathered extends Written {
    #digest;
    #parts = new Parts();

    constructor(algorithm) {
      super();
      this.#digest = digestOf(algorithm, 'algorithm');
    }

    update(data, encoding) {
      this.#taken().add(data, encoding);
      return this;
    }

    #taken() {
      if (this.#parts === undefined) {
        throw coded(new Error('Not initialised'), 'ERR_CRYPTO_INVALID_STATE');
      }
      return this.#parts;
    }

    // Once: what was gathered, and the digest to use.
    static close(one) {
      const all = one.#taken().all();
      one.#parts = undefined;
      return [one.#digest, all];
    }
  }
  const { close } = Gathered;

  class Sign extends Gathered {
    sign(key, encoding) {
      if (key === undefined || key === null) {
        throw coded(new Error('No key provided to sign'), 'ERR_CRYPTO_SIGN_KEY_REQUIRED');
      }
      streamed(key, 'private');
      return shown(signed(...close(this), key), encoding);
    }
  }

  class Verify extends Gathered {
    verify(key, signature, encoding) {
      streamed(key, 'public');
      return verified(...close(this), key, signatureOf(signature, encoding));
    }
  }

  function named(algorithm) {
    return algorithm === undefined || algorithm === null ? null : digestOf(algorithm, 'algorithm');
  }

  function sign(algorithm, data, key, callback) {
    if (key === undefined || key === null) {
      throw coded(new Error('No key provided to sign'), 'ERR_CRYPTO_SIGN_KEY_REQUIRED');
    }
    const made = shown(signed(named(algorithm), bytes(data), key));
    return callback === undefined ? made : later(functionOf(callback), made);
  }

  function verify(algorithm, data, key, signature, callback) {
    const isValid = verified(named(algorithm), bytes(data), key, signatureOf(signature));
    return callback === undefined ? isValid : later(functionOf(callback), isValid);
  }

  // padding: OAEP unless the object around the key says otherwise.
  function sealing(key) {
    const isPlain = key !== null && typeof key === 'object' && handleOf(key) === undefined && !Binary.isView(key);
    const { padding = 4, oaepHash = 'sha1', oaepLabel } = isPlain ? key : {};
    return [padding, digestOf(oaepHash, 'key.oaepHash'), oaepLabel === undefined ? null : bytes(oaepLabel)];
  }

  function privateDecrypt(key, data) {
    const [padding, ...rest] = sealing(key);
    if (padding === crypto.constants.RSA_PKCS1_PADDING) {
      const message = 'RSA_PKCS1_PADDING is no longer supported for private decryption';
      throw coded(new TypeError(message), 'ERR_INVALID_ARG_VALUE');
    }
    return shown(asked('decrypt', halfOf(key, 'private').der, bytes(data), padding, ...rest));
  }

  Object.assign(crypto, {
    Sign,
    Verify,
    createSign: (algorithm) => new Sign(algorithm),
    createVerify: (algorithm) => new Verify(algorithm),
    sign,
    verify,
    publicEncrypt: (key, data) => shown(asked('encrypt', halfOf(key, 'public').der, bytes(data), ...sealing(key))),
    privateDecrypt,
  });
})();
