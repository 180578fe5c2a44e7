// Web Crypto's subtle: digest, sign, verify, encrypt, decrypt, derive; each gives a promise.
// Leaves out ECDH, wrapping of keys, and what keys are: that is in `webcrypto_keys`.
(() => {
  'use strict';
  const world = __world;
  const { call, bytes } = world;
  const inner = world.crypto;
  const { asked, coded, handleOf, ciphered, crypto } = inner;
  const { CryptoKey, refusal, algorithmOf, hashOf, sourceOf, importKey, exportKey, generateKey, ALGORITHMS, shown } = inner.web;
  const PSS = 6;
  const OAEP = 4;
  const BLOCK = 16;

  // Exactly its bytes: what the host gives may stand in a larger buffer.
  function bufferOf(made) {
    return made.buffer.byteLength === made.length ? made.buffer : made.slice().buffer;
  }

  function enough(given, count, method) {
    if (given.length < count) {
      const message = `Failed to execute '${method}' on 'SubtleCrypto': ${count} arguments required, but only ${given.length} present.`;
      throw coded(new TypeError(message), 'ERR_MISSING_ARGS');
    }
  }

  // The handle of a key that may be used in this way.
  function usable(key, algorithm, usage, verb) {
    if (!shown.has(key)) {
      throw coded(new TypeError('the key is not of type CryptoKey'), 'ERR_INVALID_ARG_TYPE');
    }
    if (key.algorithm.name !== algorithm.name || !key.usages.includes(usage)) {
      throw refusal('InvalidAccessError', `Unable to use this key to ${verb ?? usage}`);
    }
    return handleOf(key);
  }

  function operation(work) {
    try {
      return work();
    } catch {
      throw refusal('OperationError', 'The operation failed for an operation-specific reason');
    }
  }

  // The host's arguments for a signature: digest, padding or form, length of the salt.
  function styleOf(algorithm, key) {
    switch (algorithm.name) {
      case 'RSASSA-PKCS1-v1_5':
        return [hashOf(key.algorithm.hash).host, null, null];
      case 'RSA-PSS':
        return [hashOf(key.algorithm.hash).host, PSS, inner.whole(algorithm.saltLength, 'algorithm.saltLength', 0, 1024)];
      case 'ECDSA':
        return [hashOf(algorithm.hash).host, 'ieee-p1363', null];
      default:
        return [null, null, null];
    }
  }

  function signed(given, key, source) {
    const algorithm = algorithmOf(given);
    const handle = usable(key, algorithm, 'sign');
    const data = sourceOf(source, '3rd', 'sign');
    if (algorithm.name === 'HMAC') {
      return asked('hmac', hashOf(key.algorithm.hash).host, handle.bytes, data);
    }
    const [digest, scheme, salt] = styleOf(algorithm, key);
    return operation(() => asked('sign', handle.der, digest, data, scheme, salt));
  }

  function verified(given, key, signature, source) {
    const algorithm = algorithmOf(given);
    const handle = usable(key, algorithm, 'verify');
    const [claimed, data] = [sourceOf(signature, '3rd', 'verify'), sourceOf(source, '4th', 'verify')];
    if (algorithm.name === 'HMAC') {
      const made = asked('hmac', hashOf(key.algorithm.hash).host, handle.bytes, data);
      return made.length === claimed.length && call('equal', made, claimed);
    }
    const [digest, scheme, salt] = styleOf(algorithm, key);
    return operation(() => asked('verify', handle.der, digest, data, claimed, scheme, salt));
  }

  function tagBytes(algorithm) {
    const bits = algorithm.tagLength ?? 128;
    if (![32, 64, 96, 104, 112, 120, 128].includes(bits)) {
      throw refusal('OperationError', `${bits} is not a valid AES-GCM tag length`);
    }
    return bits / 8;
  }

  function vectorOf(algorithm) {
    const iv = sourceOf(algorithm.name === 'AES-CTR' ? algorithm.counter : algorithm.iv, 'algorithm.iv', 'encrypt');
    if (algorithm.name !== 'AES-GCM' && iv.length !== BLOCK) {
      throw refusal('OperationError', `algorithm.${algorithm.name === 'AES-CTR' ? 'counter' : 'iv'} must contain exactly 16 bytes`);
    }
    return iv;
  }

  function aes(algorithm, handle, encrypts, data) {
    const name = `aes-${handle.bytes.length * 8}-${algorithm.name.slice(4).toLowerCase()}`;
    const iv = vectorOf(algorithm);
    if (algorithm.name !== 'AES-GCM') {
      return ciphered(name, encrypts, handle.bytes, iv, data)[0];
    }
    const associated = algorithm.additionalData === undefined ? undefined : bytes(algorithm.additionalData);
    const length = tagBytes(algorithm);
    if (encrypts) {
      const [text, tag] = ciphered(name, true, handle.bytes, iv, data, { associated });
      const sealed = new Uint8Array(text.length + length);
      sealed.set(text);
      sealed.set(tag.subarray(0, length), text.length);
      return sealed;
    }
    const at = Math.max(0, data.length - length);
    return ciphered(name, false, handle.bytes, iv, data.subarray(0, at), { associated, tag: data.subarray(at) })[0];
  }

  function sealed(usage, given, key, source) {
    const algorithm = algorithmOf(given);
    const handle = usable(key, algorithm, usage);
    const data = sourceOf(source, '3rd', usage);
    if (ALGORITHMS[algorithm.name].family === 'aes') {
      return operation(() => aes(algorithm, handle, usage === 'encrypt', data));
    }
    const label = algorithm.label === undefined ? null : bytes(algorithm.label);
    return operation(() => asked(usage, handle.der, data, OAEP, hashOf(key.algorithm.hash).host, label));
  }

  function derived(given, key, bits, usage) {
    const algorithm = algorithmOf(given);
    const { bytes: secret } = usable(key, algorithm, usage, 'deriveBits');
    if (!Number.isInteger(bits) || bits < 0 || bits % 8 !== 0) {
      throw refusal('OperationError', 'length must be a multiple of 8');
    }
    const salt = sourceOf(algorithm.salt, 'algorithm.salt', 'deriveBits');
    const digest = hashOf(algorithm.hash).host;
    try {
      if (algorithm.name === 'PBKDF2') {
        return asked('pbkdf2', digest, secret, salt, algorithm.iterations, bits / 8);
      }
      return asked('hkdf', digest, secret, salt, sourceOf(algorithm.info, 'algorithm.info', 'deriveBits'), bits / 8);
    } catch (error) {
      throw error.code === 'ERR_INVALID_ARG_TYPE' ? error : refusal('OperationError', error.message);
    }
  }

  function deriveKey(given, key, wanted, extractable, usages) {
    const target = algorithmOf(wanted);
    const bits = target.length ?? (target.name === 'HMAC' && /384|512/.test(hashOf(target.hash).name) ? 1024 : 512);
    return importKey('raw', derived(given, key, bits, 'deriveKey'), wanted, extractable, usages);
  }

  class SubtleCrypto {
    async digest(...given) {
      enough(given, 2, 'digest');
      const { host } = hashOf(given[0]);
      return bufferOf(asked('digest', host, sourceOf(given[1], '2nd', 'digest')));
    }

    async sign(...given) {
      enough(given, 3, 'sign');
      return bufferOf(signed(...given));
    }

    async verify(...given) {
      enough(given, 4, 'verify');
      return verified(...given);
    }

    async encrypt(...given) {
      enough(given, 3, 'encrypt');
      return bufferOf(sealed('encrypt', ...given));
    }

    async decrypt(...given) {
      enough(given, 3, 'decrypt');
      return bufferOf(sealed('decrypt', ...given));
    }

    async importKey(...given) {
      enough(given, 4, 'importKey');
      return importKey(given[0], given[1], given[2], given[3], given[4] ?? []);
    }

    async exportKey(...given) {
      enough(given, 2, 'exportKey');
      return exportKey(...given);
    }

    async generateKey(...given) {
      enough(given, 3, 'generateKey');
      return generateKey(...given);
    }

    async deriveBits(...given) {
      enough(given, 3, 'deriveBits');
      return bufferOf(derived(...given, 'deriveBits'));
    }

    async deriveKey(...given) {
      enough(given, 5, 'deriveKey');
      return deriveKey(...given);
    }

    async wrapKey() {
      throw refusal('NotSupportedError', 'wrapKey is not available in custom code');
    }

    async unwrapKey() {
      throw refusal('NotSupportedError', 'unwrapKey is not available in custom code');
    }
  }

  const subtle = new SubtleCrypto();
  const { getRandomValues, randomUUID } = crypto;
  Object.assign(crypto, { subtle, webcrypto: { subtle, getRandomValues, randomUUID, CryptoKey } });
  Object.assign(world.globals, { CryptoKey });
})();
