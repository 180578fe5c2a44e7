// Web Crypto's subtle, over the same host functions: digest, keys, sign, verify, AES and derivation. Everything is a promise.
(() => {
  'use strict';
  const world = __world;
  const { call, bytes, encode } = world;
  const crypto = world.modules.crypto;
  const PSS = 6;
  const AES = { 'AES-CBC': 'cbc', 'AES-GCM': 'gcm', 'AES-CTR': 'ctr' };

  class CryptoKey {
    #key;

    constructor(key, algorithm, type, extractable, usages) {
      this.#key = key;
      Object.assign(this, { algorithm, type, extractable, usages });
    }

    static keyOf(value) {
      return value.#key;
    }
  }
  const { keyOf } = CryptoKey;
  delete CryptoKey.keyOf;

  const named = (algorithm) => (typeof algorithm === 'string' ? { name: algorithm } : algorithm);
  const hashName = (hash) => named(hash).name.replace('-', '');

  function buffer(found) {
    return found.buffer.slice(found.byteOffset, found.byteOffset + found.byteLength);
  }

  function refused(message, name) {
    const error = new Error(message);
    error.name = name;
    return error;
  }

  function mayBeUsed(key, usage) {
    if (!key.usages.includes(usage)) {
      throw refused(`key.usages does not permit this operation`, 'InvalidAccessError');
    }
  }

  function importRaw(data, algorithm) {
    if (algorithm.name === 'Ed25519') {
      return crypto.createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: encode(bytes(data), 'base64url') }, format: 'jwk' });
    }
    if (algorithm.name === 'ECDSA') {
      const point = bytes(data);
      const half = (point.length - 1) / 2;
      const [x, y] = [point.slice(1, 1 + half), point.slice(1 + half)].map((part) => encode(part, 'base64url'));
      return crypto.createPublicKey({ key: { kty: 'EC', crv: algorithm.namedCurve, x, y }, format: 'jwk' });
    }
    return crypto.createSecretKey(bytes(data));
  }

  function imported(format, data, algorithm) {
    switch (format) {
      case 'raw':
        return importRaw(data, algorithm);
      case 'spki':
        return crypto.createPublicKey({ key: bytes(data), format: 'der' });
      case 'pkcs8':
        return crypto.createPrivateKey({ key: bytes(data), format: 'der' });
      case 'jwk':
        if (data.kty === 'oct') {
          return crypto.createSecretKey(bytes(data.k, 'base64url'));
        }
        return data.d === undefined ? crypto.createPublicKey({ key: data, format: 'jwk' }) : crypto.createPrivateKey({ key: data, format: 'jwk' });
      default:
        throw refused(`the key format ${format} is not known`, 'NotSupportedError');
    }
  }

  function signing(algorithm, key) {
    const given = named(algorithm);
    const hash = hashName(given.hash ?? key.algorithm.hash ?? 'SHA-256');
    const options = given.name === 'RSA-PSS' ? { padding: PSS, saltLength: given.saltLength } : {};
    return [hash, { key: keyOf(key), ...options, dsaEncoding: 'ieee-p1363' }];
  }

  function aes(algorithm, key) {
    const given = named(algorithm);
    const mode = AES[given.name];
    if (mode === undefined) {
      throw refused('Unrecognized algorithm name', 'NotSupportedError');
    }
    const secret = keyOf(key).export();
    return [`aes-${secret.length * 8}-${mode}`, secret, bytes(given.iv ?? given.counter), given];
  }

  const subtle = {
    async digest(algorithm, data) {
      return buffer(call('digest', hashName(algorithm), bytes(data).slice()));
    },
    async importKey(format, data, algorithm, extractable, usages) {
      const given = named(algorithm);
      const key = imported(format, data, given);
      return new CryptoKey(key, { ...given, ...(given.hash ? { hash: named(given.hash) } : {}) }, key.type, extractable, [...usages]);
    },
    async exportKey(format, key) {
      if (!key.extractable) {
        throw refused('key is not extractable', 'InvalidAccessError');
      }
      const inner = keyOf(key);
      if (format === 'jwk') {
        return { ...inner.export({ format: 'jwk' }), ext: true, key_ops: key.usages };
      }
      return buffer(format === 'raw' ? inner.export() : inner.export({ format: 'der', type: format }));
    },
    async sign(algorithm, key, data) {
      mayBeUsed(key, 'sign');
      if (named(algorithm).name === 'HMAC') {
        return buffer(call('mac', hashName(key.algorithm.hash), keyOf(key).export(), bytes(data).slice()));
      }
      return buffer(crypto.sign(signing(algorithm, key)[0], bytes(data), signing(algorithm, key)[1]));
    },
    async verify(algorithm, key, signature, data) {
      mayBeUsed(key, 'verify');
      if (named(algorithm).name === 'HMAC') {
        const made = call('mac', hashName(key.algorithm.hash), keyOf(key).export(), bytes(data).slice());
        const given = bytes(signature).slice();
        return made.length === given.length && call('same', made, given);
      }
      const [hash, options] = signing(algorithm, key);
      return crypto.verify(hash, bytes(data), options.saltLength === undefined ? options : { ...options }, bytes(signature));
    },
    async encrypt(algorithm, key, data) {
      mayBeUsed(key, 'encrypt');
      const [name, secret, iv, given] = aes(algorithm, key);
      const [sealed, tag] = call('encrypt', name, secret, iv.slice(), bytes(data).slice(), bytes(given.additionalData ?? '').slice(), true);
      return buffer(world.Buffer.concat([sealed, tag]));
    },
    async decrypt(algorithm, key, data) {
      mayBeUsed(key, 'decrypt');
      const [name, secret, iv, given] = aes(algorithm, key);
      const sealed = bytes(data).slice();
      const cut = name.endsWith('gcm') ? sealed.length - (given.tagLength ?? 128) / 8 : sealed.length;
      try {
        return buffer(call('decrypt', name, secret, iv.slice(), sealed.slice(0, cut), bytes(given.additionalData ?? '').slice(), sealed.slice(cut), true));
      } catch {
        throw refused('The operation failed for an operation-specific reason', 'OperationError');
      }
    },
    async deriveBits(algorithm, key, length) {
      const secret = keyOf(key).export();
      const hash = hashName(algorithm.hash);
      if (algorithm.name === 'PBKDF2') {
        return buffer(call('pbkdf2', secret, bytes(algorithm.salt).slice(), algorithm.iterations, length / 8, hash));
      }
      if (algorithm.name === 'HKDF') {
        return buffer(call('hkdf', hash, secret, bytes(algorithm.salt).slice(), bytes(algorithm.info).slice(), length / 8));
      }
      throw refused('Unrecognized algorithm name', 'NotSupportedError');
    },
  };

  crypto.subtle = subtle;
  crypto.webcrypto = { subtle, getRandomValues: crypto.getRandomValues, randomUUID: crypto.randomUUID, CryptoKey };
})();
